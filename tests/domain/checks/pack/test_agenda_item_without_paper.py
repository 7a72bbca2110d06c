"""Agenda items whose paper is not in the pack."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.pack.agenda_item_without_paper import CHECK
from goldthread.domain.papers import AgendaItem, MinuteItem, Paper, ReportRecord

REPORTS = tuple(
    ReportRecord(kind="report", title=title) for title in ("The Children's Ponds", "Herons in the borough")
)


def found(*items: tuple[str, str, str], reports: tuple[ReportRecord, ...] = REPORTS, minutes: int = 0) -> list[str]:
    agenda = tuple(AgendaItem(number=number, title=title, pages=pages) for number, title, pages in items)
    held = tuple(MinuteItem(ref=f"PK{number}", title="") for number in range(minutes))
    paper = Paper(file="pack.txt", reports=reports, agenda=agenda, minutes=held)
    return [each.message for each in CHECK.find(Evidence(paper))]


def test_an_item_with_pages_and_no_report_of_its_title_is_found() -> None:
    assert found(("4", "OTTERS AND THEIR FRIENDS", "12 - 15")) == [
        "item 4 is on pages 12 - 15, and no report of the pack has its title"
    ]


def test_a_report_of_nearly_the_title_is_its_paper() -> None:
    assert found(("4", "CHILDRENS PONDS", "12"), ("5", "REPORT ON THE HERONS", "20")) == []


def test_items_without_pages_or_words_and_minutes_that_are_there_pass() -> None:
    assert found(("2", "DECLARATIONS", ""), ("3", "—", "4")) == []
    assert found(("1", "MINUTES", "1 - 7"), minutes=1) == []


def test_minutes_that_are_not_there_are_found() -> None:
    assert len(found(("1", "MINUTES", "1 - 7"))) == 1


def test_an_agenda_without_its_reports_says_nothing() -> None:
    assert found(("4", "OTTERS", "12"), reports=REPORTS[:1]) == []
