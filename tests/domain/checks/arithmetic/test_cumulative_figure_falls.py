"""Cumulative counts."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.arithmetic.cumulative_figure_falls import CHECK
from goldthread.domain.papers import MeasureRow, ObjectiveSection, ReportRecord
from goldthread.domain.periods import quarter
from tests.domain.checks.made import a_measure, a_report, messages, paper, says

TITLE = "Visits (cumulative to end of quarter)"


def a_quarter(number: int, *rows: MeasureRow, year: int = 2023) -> ReportRecord:
    objective = ObjectiveSection(ref="EDU01", title="Learning", measures=rows)
    return a_report(period=quarter(year, number), objectives=(objective,))


def test_a_cumulative_count_that_falls_is_found() -> None:
    before, now = (
        a_quarter(3, a_measure(title=TITLE, current="580")),
        a_quarter(4, a_measure(title=TITLE, current="410")),
    )
    said = ["580 by the quarter before, 410 now: a cumulative count can't fall"]

    assert messages(CHECK, paper(before, now)) == said
    assert messages(CHECK, Evidence(paper=paper(now).paper, previous=paper(before).paper)) == said


def test_an_academic_year_goes_on_over_march() -> None:
    title = "Visits (academic year cumulative)"
    march, june = (
        a_quarter(4, a_measure(title=title, current="9")),
        a_quarter(1, a_measure(title=title, current="5"), year=2024),
    )

    assert len(messages(CHECK, paper(march, june))) == 1


def test_new_years_shares_and_other_measures_pass() -> None:
    march = a_quarter(
        4, a_measure(title=TITLE, current="9"), a_measure(ref="B", title=TITLE, current="9%"), a_measure(ref="C")
    )
    june = a_quarter(1, a_measure(title=TITLE, current="5"), year=2024)
    december = a_quarter(
        3,
        a_measure(title=TITLE, current="5"),
        a_measure(ref="B", title=TITLE, current="12%"),
        a_measure(ref="C", current="9"),
    )
    bare = a_quarter(
        4,
        a_measure(title=TITLE),
        a_measure(ref="B", title=f"Percentage of {TITLE}", current="1"),
        a_measure(ref="C", current="1"),
        a_measure(ref="D", title=TITLE, current="1"),
    )

    assert messages(CHECK, paper(december, march, june)) == []
    assert messages(CHECK, paper(december, bare)) == []
    assert messages(CHECK, says("Words.")) == []
