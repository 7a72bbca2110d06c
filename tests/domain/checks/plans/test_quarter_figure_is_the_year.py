"""The previous quarter."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.plans.quarter_figure_is_the_year import CHECK
from goldthread.domain.papers import ObjectiveSection, Passage
from goldthread.domain.periods import quarter
from tests.domain.checks.made import a_measure, a_report, line, lines, measures, messages, paper

SAID = "An improvement on the previous quarter from 92.1 to 93.0."


def test_last_years_figure_called_the_previous_quarters_is_found() -> None:
    row = a_measure(prior_actual="92.1", current="93.0", commentary=SAID)

    assert messages(CHECK, measures(row, period=quarter(2023, 3))) == [
        "92.1 is called the previous quarter's figure; it is the year's under \"prior_actual\""
    ]


def test_a_change_this_quarter_from_last_years_figure_is_found() -> None:
    row = a_measure(
        prior_actual="1,218", current="1,489", commentary="It has increased from 1218 to 1489 this quarter."
    )

    assert lines(CHECK, measures(row, period=quarter(2023, 4))) == [6]


def test_the_previous_quarters_own_figure_passes() -> None:
    row = a_measure(prior_actual="92.1", current="93.0", commentary=SAID)
    before = measures(a_measure(current="92.1"), a_measure(ref="EDU01 02", title="Calls"), period=quarter(2023, 2))
    now = measures(
        row,
        a_measure(prior_actual="90", commentary=SAID),
        a_measure(prior_actual="90"),
        a_measure(commentary=SAID),
        a_measure(ref="EDU01 02", prior_actual="90", commentary=SAID),
        period=quarter(2023, 3),
    )

    assert messages(CHECK, Evidence(paper=now.paper, previous=before.paper)) == []
    assert messages(CHECK, measures(row)) == []


def test_the_line_of_a_commentary_that_goes_over_several_lines_is_named() -> None:
    row = a_measure(prior_actual="92.1", current="93.0", commentary=f"Asha Example {SAID}")
    objective = ObjectiveSection(ref="EDU01", title="Learning", measures=(row,))
    texts = [Passage(text="Asha Example", where=line(6)), Passage(text=SAID, where=line(8))]
    report = a_report(*texts, period=quarter(2023, 3), objectives=(objective,))

    assert lines(CHECK, paper(report)) == [8]
