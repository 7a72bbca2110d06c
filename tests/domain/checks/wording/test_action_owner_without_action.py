"""Owners of nothing."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.wording.action_owner_without_action import CHECK
from goldthread.domain.papers import MinuteItem, Paper
from tests.domain.checks.made import line, lines, messages, passages


def minutes(*resolutions: str, owner: str = "Director", at: int | None = 9) -> Evidence:
    item = MinuteItem(
        ref="CYP24",
        title="Visits",
        resolutions=passages(*resolutions),
        action_owner=owner,
        action_where=line(at) if at else None,
        where=line(5),
    )
    return Evidence(paper=Paper(file="m.txt", minutes=(item,)))


def test_an_owner_beside_receive_and_note_is_found() -> None:
    evidence = minutes("receive the presentation; and", "note the work.")

    assert lines(CHECK, evidence) == [9]
    assert messages(CHECK, evidence) == [
        "CYP24 gives an action to Director; its resolution is only to receive and note"
    ]
    assert lines(CHECK, minutes("the report be noted", at=None)) == [5]


def test_actions_and_items_without_owner_or_resolution_pass() -> None:
    assert messages(CHECK, minutes("a report be brought to the next meeting")) == []
    assert messages(CHECK, minutes("the report be noted", owner="")) == []
    assert messages(CHECK, minutes()) == []
