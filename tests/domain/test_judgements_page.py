"""The published rules quote the program: every example on the page is a sentence that the rules give."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from goldthread.domain.examples import children_entering_care
from goldthread.domain.figures import Basis, Status, Unit
from goldthread.domain.judgement import Case, direction_of_travel, milestone_progress, position, progress
from goldthread.domain.measures import Polarity, TargetState
from goldthread.domain.periods import financial_year, quarter
from tests.domain.builders import a_case, a_figure, a_target, some_parts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "judgements.md"
COUNT, POUNDS, RATE = {"unit": Unit.COUNT}, {"unit": Unit.POUNDS}, {"unit": Unit.RATE_PER_10_000}
IN_Q4, LAST_YEAR = {"period": "2023/24 Q4"}, {"period": financial_year(2022)}
SINCE_APRIL = {"basis": Basis.CUMULATIVE_FINANCIAL, **COUNT}
SINCE_SEPTEMBER = {"basis": Basis.CUMULATIVE_ACADEMIC, **COUNT}
NEXT_TO_LAST_YEAR = {"basis": Basis.NOT_STATED, **IN_Q4}
PROFILE = ((quarter(2023, 2), Decimal(30)),)
LESS_THAN_LAST_YEAR = a_target("-250000", state=TargetState.CHANGE)
WAITING = a_target(None, state=TargetState.DEPENDENT_ON, note="Inspection dates.")

CASES: tuple[Case, ...] = (
    children_entering_care(),
    a_case("92.97", target="95", basis=Basis.CUMULATIVE_ACADEMIC),
    a_case("28", target=a_target("100", profile=PROFILE), period="2023/24 Q2", **SINCE_APRIL),
    a_case(
        "6500000",
        target=LESS_THAN_LAST_YEAR,
        prior_actual=a_figure("6726000", **LAST_YEAR, **POUNDS),
        basis=Basis.ANNUALISED_FORECAST,
        polarity=Polarity.LOWER,
        **POUNDS,
    ),
    a_case(None, status=Status.REFER_TO_COMMENTARY),
    a_case("12", target="40", basis=Basis.PERIOD, **COUNT),
    a_case("12", target="40", basis=Basis.PERIOD, **IN_Q4, **COUNT),
    a_case("1", target="40", period="15 April 2023", **SINCE_APRIL),
    a_case("203", target="68", polarity=Polarity.LOWER, status=Status.PROVISIONAL, **IN_Q4, **SINCE_APRIL),
    a_case("94", target=None),
    a_case("81", target=WAITING),
    a_case("446", target="500", last_year="385", polarity=Polarity.NEUTRAL, **RATE),
    a_case("3", polarity=Polarity.NARRATIVE, **COUNT),
    a_case("81", target=a_target("-5", state=TargetState.CHANGE)),
    a_case("446", target=a_target("500", unit=Unit.PERCENT), **COUNT),
    a_case("90", target="500", period="2023/24 Q1", **SINCE_SEPTEMBER),
    a_case(None, status=Status.SUPPRESSED),
    a_case(None, status=Status.NOT_APPLICABLE),
    a_case("91", last_year="91.2"),
    a_case("91.0", last_year="91.5", same_within=Decimal("0.5")),
    a_case("18", target="20", last_year="13", polarity=Polarity.ON_TARGET),
    a_case("94", last_year=a_figure(None, period=quarter(2022, 3), status=Status.NOT_APPLICABLE)),
    a_case("58", last_year="70", definition_break="Counted from April since."),
    a_case("100", last_year=a_figure("357", basis=Basis.ROLLING_12_MONTHS, **LAST_YEAR, **COUNT), basis=Basis.PERIOD,
           **IN_Q4, **COUNT),
    a_case("1489", last_year=a_figure("1218", **LAST_YEAR, **SINCE_SEPTEMBER), **IN_Q4, **SINCE_SEPTEMBER),
    a_case("7.6", last_year=a_figure("8", as_at=date(2022, 12, 31), **LAST_YEAR), **IN_Q4),
    a_case("89.4", last_year=a_figure("88.6", basis=Basis.NOT_STATED, **LAST_YEAR), **NEXT_TO_LAST_YEAR),
    a_case("58", last_year=a_figure("70", period=quarter(2022, 3), **COUNT)),
    a_case("18", target=None, last_year="13", polarity=Polarity.ON_TARGET),
    Case(
        measure=a_case().measure,
        figure=a_figure(None, parts=some_parts(low="24", medium="23", high="8")),
        target=a_target(),
    ),
)  # fmt: skip


def test_every_example_on_the_page_is_what_the_rules_say() -> None:
    text = PAGE.read_text(encoding="utf-8")
    quoted = re.findall(r"^> (.+)$", text, flags=re.MULTILINE)
    because = re.findall(r"^\| Because \| Example \|\n.+\n((?:\|.+\n)+)", text, flags=re.MULTILINE)
    quoted += [row.strip("| ").split(" | ")[1] for table in because for row in table.splitlines()]

    assert len(quoted) > 30
    assert not [sentence for sentence in quoted if sentence not in said()]


def said() -> set[str]:
    """Return every sentence that the examples' cases give."""
    answers = [judge(case) for case in CASES for judge in (position, progress, direction_of_travel)]
    late = milestone_progress(due=date(2023, 3, 31), completed=None, period=quarter(2023, 3))
    return {text for answer in (*answers, late) for text in (answer.reason, answer.would_change)}
