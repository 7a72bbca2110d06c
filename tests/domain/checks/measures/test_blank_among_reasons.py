"""Blanks beside N/A and tbc."""

from goldthread.domain.checks.measures.blank_among_reasons import CHECK
from tests.domain.checks.made import lines, messages
from tests.domain.checks.measures.made import of, row


def test_a_blank_in_a_column_with_reasons_is_found() -> None:
    rows = (row(cells={"target 2018/19": "N/A"}), row(title="Posts", cells={"target 2018/19": ""}, at=7))

    assert messages(CHECK, of(*rows)) == [
        '"target 2018/19" is blank, where another row of the table says "N/A": is there no figure, or was it '
        "forgotten?"
    ]
    assert lines(CHECK, of(*rows)) == [7]


def test_two_blanks_of_a_row_are_one_finding() -> None:
    reasons = {"target 2017/18": "tbc", "target 2018/19": "N/A"}
    blank = dict.fromkeys(reasons, "")

    assert messages(CHECK, of(row(cells=reasons), row(title="Posts", cells=blank))) == [
        '"target 2017/18" and "target 2018/19" are blank, where another row of the table says "tbc": is there no '
        "figure, or was it forgotten?"
    ]


def test_blanks_without_reasons_and_missing_targets_pass() -> None:
    plan = {"actual 2016/17": "", "target 2018/19": "5"}
    missing = row(title="Reduce posts", cells={"actual 2016/17": "9", "target 2018/19": ""})

    assert messages(CHECK, of(row(cells=plan), row(cells=plan))) == []
    assert messages(CHECK, of(row(cells={"target 2018/19": "N/A"}), missing)) == []
