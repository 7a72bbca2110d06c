"""An owner of an action printed beside an item that has nothing to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_NO_ACTION = re.compile(
    r"\W*(?:that )?(?:the (?:board|committee|panel) )?"
    r"(?:.*\bbe (?:noted|received)\b|(?:receives?|notes?|welcomes?|thanks?)\b)",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for item in evidence.paper.minutes:
        done = [each.text for each in item.resolutions if each.text.strip(" :").lower() not in ("", "that the board")]
        if item.action_owner and done and all(_NO_ACTION.match(text) for text in done):
            yield CHECK.finding(
                item.action_where or item.where,
                item.action_owner,
                f"{item.ref} gives an action to {item.action_owner}; its resolution is only to receive and note",
            )


CHECK = Check(
    name="action-owner-without-action",
    severity=Severity.WARNING,
    looks_at="the owners in the margin of minutes, and the resolutions beside them",
    find=_find,
    remedy="Move the owner to the item that has the action, or say what is to be done.",
)
