"""The page of a milestone: its date, its officer, and what each round said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.domain.periods import in_words, parse_period
from goldthread.monitoring.models import MilestoneReturn
from goldthread.plan.models import Milestone, Plan
from goldthread.publishing.cells import (
    Anchor,
    milestone_addresses,
    milestone_name,
    objective_link,
    source_text,
)
from goldthread.rendering.content import Light, light
from goldthread.rendering.wording import long_date


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one round said of a milestone, and both judgements of it."""

    period: str
    heading: str
    is_published: bool
    computed: Light
    reason: str
    would_change: str
    officer: Light
    officer_reason: str
    commentary: tuple[str, ...]
    commentary_by: str
    source: str


@dataclass(frozen=True, kw_only=True)
class MilestonePage:
    """The page's words."""

    plan: Plan
    name: str
    title: str
    due: str
    officer: str
    source: str
    objective: Anchor
    said: tuple[Said, ...]


def milestone_at(address: str, *, names: Sequence[tuple[int, str, int]]) -> int | None:
    """Return the key of the milestone with this name in its address, or None."""
    return next((key for key, name in milestone_addresses(names).items() if name == address), None)


def milestone_page(milestone: Milestone, *, returns: Sequence[MilestoneReturn]) -> MilestonePage:
    """Return the page of a milestone, the latest round first."""
    objective = milestone.objective
    plan = objective.plan
    return MilestonePage(
        plan=plan,
        name=milestone_name(milestone.ref, milestone.occurrence),
        title=milestone.title,
        due=long_date(milestone.due) if milestone.due else milestone.due_printed or "No date in the plan",
        officer=milestone.officer or objective.officer or "Not named in the plan",
        source=source_text(milestone.source, milestone.source_line),
        objective=objective_link(plan.slug, objective.ref, text=f"{objective.ref} {objective.title}"),
        said=tuple(_said(made) for made in returns),
    )


def _said(made: MilestoneReturn) -> Said:
    return Said(
        period=made.round.period,
        heading=in_words(parse_period(made.round.period)),
        is_published=made.round.is_published,
        computed=light("progress", made.progress or "not judged"),
        reason=made.progress_reason or "The round has not been judged yet.",
        would_change=made.progress_would_change or "Judging the round would.",
        officer=light("officer", made.officer_progress),
        officer_reason=made.officer_progress_reason,
        commentary=paragraphs_of(made.commentary),
        commentary_by=made.commentary_by,
        source=source_text(made.source, made.source_line),
    )


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""Return a commentary's paragraphs.

    >>> paragraphs_of("First.\n\nSecond.")
    ('First.', 'Second.')
    """
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())
