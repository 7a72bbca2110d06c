"""Places with two names."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.pack.one_place_two_names import CHECK
from goldthread.domain.papers import Paper
from tests.domain.checks.made import a_table, messages, says


def places(*labels: str) -> Evidence:
    rows = [[label, "12"] for label in labels]
    return Evidence(paper=Paper(file="p.txt", tables=(a_table(["value"], *rows),)))


def test_a_school_named_two_ways_is_found() -> None:
    assert messages(CHECK, places("Sts Anne and Hilda Catholic High", "St Anne's & Hilda High School")) == [
        "“St Anne's & Hilda High School” here; another table calls it “Sts Anne and Hilda Catholic High”, line 10"
    ]


def test_other_places_shorter_names_and_rows_that_are_no_place_pass() -> None:
    assert (
        messages(CHECK, places("Anne Hilda School", "Anne Hilda School RB", "Elmwood School", "Elmwood Primary"))
        == []
    )
    assert messages(CHECK, places("St Anne and Hilda Primary", "Sts Anne Hilda High School")) == []
    assert messages(CHECK, places("Cost per Primary School Pupil", "Cost per Pupil of a School")) == []
    assert messages(CHECK, places("Direct Payments", "Payments direct made", "x" * 80, "")) == []
    assert messages(CHECK, says("Sts Anne and Hilda Catholic High", "St Anne's & Hilda High School")) == []
