"""Labels and headings."""

import pytest

from goldthread.domain.checks.pack.labels import means_the_same, sections
from goldthread.domain.papers import Passage
from tests.domain.checks.made import a_report, line


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Borough Wide", "borough-wide", True),
        ("Children & Families PPB", "Children and Families Policy Board", True),
        ("All", "Town ward", False),
        ("Director of Education", "Director of Finance and Planning", False),
    ],
)
def test_labels_with_most_words_in_common_mean_the_same(one: str, other: str, same: bool) -> None:
    assert means_the_same(one, other) is same
    assert means_the_same(other, one) is same


def test_sections_end_with_the_background_papers() -> None:
    report = a_report(
        "1.0 PURPOSE OF THE REPORT",
        "1.1 To tell.",
        Passage(text="Risk analysis", number="2.0", level=1, where=line(3)),
        "words",
        "3.0 LIST OF BACKGROUND PAPERS",
        "4.0 APPENDIX",
    )

    assert [(each.name, each.number) for each in sections(report)] == [
        ("purpose", (1, 0)),
        ("risk analysis", (2, 0)),
        ("list background", (3, 0)),
    ]
