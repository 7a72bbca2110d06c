"""Posts and their money."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.pack.posts_without_money import CHECK
from goldthread.domain.papers import Paper, Unrecognised
from tests.domain.checks.made import a_table, line, messages, passages

TEXT = "Recruitment of the team (4x project managers)"


def evidence(text: str, *rows: str) -> Evidence:
    left = Unrecognised("table", "\n".join(rows), line(20))
    return Evidence(paper=Paper(file="p.txt", passages=passages(text), unrecognised=(left,)))


def test_more_posts_than_rows_are_found_in_any_table() -> None:
    said = "the text has 4 project managers; the table of funding pays for: Project manager appointment"
    table = a_table(["value"], ["Project manager appointment", "£100,000"])

    assert messages(CHECK, evidence(TEXT, "Workstream | Cost", "Project manager appointment | £100,000")) == [said]
    assert messages(CHECK, Evidence(Paper(file="p.txt", passages=passages(TEXT), tables=(table,)))) == [said]


def test_funded_posts_and_papers_without_such_rows_pass() -> None:
    assert messages(CHECK, evidence("1x project managers", "Project manager | £1,000")) == []
    assert messages(CHECK, evidence(TEXT, "Data officer | £1,000")) == []
    assert messages(CHECK, evidence(TEXT, "Words")) == []
