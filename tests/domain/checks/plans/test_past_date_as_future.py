"""The future in the past."""

import datetime as dt

from goldthread.domain.checks.plans.past_date_as_future import CHECK
from goldthread.domain.papers import Passage
from goldthread.domain.periods import quarter
from tests.domain.checks.made import a_report, line, messages, paper, says

DAY = dt.date(2024, 7, 15)


def test_a_future_that_has_passed_is_found() -> None:
    texts = [
        "The survey is now live, with a closing date of 30 June. It has many answers.",
        "A meeting has been agreed for 2nd July.",
        "The hub will be opened in March 2024.",
    ]

    assert messages(CHECK, paper(a_report(*texts, date=DAY))) == [
        '"is now live" speaks of the future, but 30 June was before 15 July 2024',
        '"has been agreed for" speaks of the future, but 2nd July was before 15 July 2024',
        '"will be" speaks of the future, but March 2024 was before 15 July 2024',
    ]


def test_a_quarterly_report_speaks_at_the_end_of_its_quarter() -> None:
    text = "The hub will be opened in February 2024."

    assert messages(CHECK, paper(a_report(text, date=DAY, period=quarter(2023, 3)))) == []
    assert len(messages(CHECK, paper(a_report(text, date=DAY, period=quarter(2023, 4))))) == 1


def test_what_lies_ahead_and_what_is_past_pass() -> None:
    cell = Passage(text="Will be open 30 June", where=line(1), kind="table cell")
    texts: list[str | Passage] = [
        "The hub will be open on 20 July.",
        "It will be as it was in March 2024.",
        "The hub will be open in March.",
        "It will be read by all members of the board, who asked for it at their meeting in June 2024.",
        "It will be as planned on 1 March, 2 August and 3 August.",
        cell,
    ]

    assert messages(CHECK, paper(a_report(*texts, date=dt.date(2024, 7, 15)))) == [
        '"will be" speaks of the future, but 1 March was before 15 July 2024'
    ]
    assert messages(CHECK, says("The hub will be open on 30 June 2000.")) == []


def test_in_an_appendix_it_is_a_note() -> None:
    report = a_report("Words.", "APPENDIX A", "The hub will be open on 30 June.", date=DAY)

    (finding,) = CHECK.find(paper(report))

    assert finding.severity == "note"
    assert finding.message == '"will be" speaks of the future, but 30 June was before 15 July 2024 (in an appendix)'
