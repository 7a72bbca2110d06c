"""Projects beside the capital table."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.pack.project_not_in_the_table import CHECK
from goldthread.domain.papers import Paper, Passage
from tests.domain.checks.made import a_table, line, messages, passages


def evidence(*texts: str | Passage, kind: str = "capital") -> Evidence:
    table = a_table(["value"], ["Elmwood School", "12"], kind=kind, first=2)
    return Evidence(paper=Paper(file="p.txt", tables=(table,), passages=passages("Words", "More", *texts, first=1)))


def test_a_project_without_a_row_is_found() -> None:
    texts = ("Comments on the above figures", "Larkhill project is at tender stage.")

    assert messages(CHECK, evidence(*texts)) == ["the comments speak of Larkhill; the table has no such row"]


def test_projects_with_a_row_other_tables_and_other_sections_pass() -> None:
    headed = "Comments on the above figures"
    fairfield = "Larkhill project is at tender stage."

    assert messages(CHECK, evidence(headed, "Elmwood project is complete.", "Works go on.")) == []
    assert messages(CHECK, evidence(headed, "The capital works are complete.")) == []
    assert messages(CHECK, evidence(headed, fairfield, kind="revenue")) == []
    assert messages(CHECK, evidence(headed, "SAVINGS", fairfield)) == []
    assert messages(CHECK, evidence(headed, Passage(text="Next", where=line(4), level=1), fairfield)) == []
    assert messages(CHECK, evidence(fairfield)) == []
