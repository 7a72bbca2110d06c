"""How performance is judged: the published rules in plain words, with the numbers taken from the rules themselves."""

from dataclasses import dataclass
from decimal import Decimal

from goldthread.domain.measures import FIVE_PERCENT, WHY_NO_TARGET
from goldthread.rendering.content import Light, light


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One light and when it is given."""

    light: Light
    measure: str
    milestone: str


@dataclass(frozen=True, kw_only=True)
class RulesPage:
    """The page's tables; their words stand beside them in the template."""

    progress: tuple[Rule, ...]
    position: tuple[tuple[Light, str], ...]
    direction: tuple[tuple[Light, str], ...]
    no_target: tuple[str, ...]
    tolerance: str


def rules_page() -> RulesPage:
    """Return the rules.

    >>> rules_page().tolerance
    '5%'
    """
    share = FIVE_PERCENT.value * Decimal(100)
    tolerance = f"{share.normalize():f}%"
    return RulesPage(
        tolerance=tolerance,
        progress=(
            Rule(
                light=light("progress", "green"),
                measure="The annual target is on course to be achieved, or was met at the year’s end.",
                milestone="It was completed in its timeframe.",
            ),
            Rule(
                light=light("progress", "amber"),
                measure="The figure is behind, but within the measure’s tolerance: it is uncertain.",
                milestone="Not used: dates alone cannot say it.",
            ),
            Rule(
                light=light("progress", "too early to say"),
                measure="There is nothing to go on yet, for example no figure, or one that covers one quarter.",
                milestone="It is due later, and its completion is not recorded yet.",
            ),
            Rule(
                light=light("progress", "red"),
                measure="The figure is behind by more than the tolerance, or the year’s target was missed.",
                milestone="Its date has passed without a recorded completion, or it was completed late.",
            ),
            Rule(
                light=light("progress", "not judged"),
                measure="There is no target to judge by, or nothing says which way is better.",
                milestone="The plan gives no date.",
            ),
        ),
        position=(
            (light("position", "on target"), "The figure is at the target for its own period, or better."),
            (
                light("position", "near target"),
                f"It is behind by {tolerance} of the target at most, unless the measure has a tolerance of its own.",
            ),
            (light("position", "off target"), "It is behind by more than that."),
            (light("position", "not judged"), "The target or the figure does not allow it; the reason is given."),
        ),
        direction=(
            (light("direction", "better"), "Better than the same period last year."),
            (light("direction", "same"), "The same, at the coarser of the two printed precisions."),
            (light("direction", "worse"), "Worse than the same period last year."),
            (
                light("direction", "unknown"),
                "Not alike: another basis, unit, span or definition, or no figure. The reason is given.",
            ),
        ),
        no_target=tuple(f"{words[:1].upper()}{words[1:]}" for words in WHY_NO_TARGET.values()),
    )
