"""Initials under a text that no key of officers explains."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.acronyms import spelled_out
from goldthread.domain.checks.wording.initials import keys, signs
from goldthread.domain.checks.wording.texts import printed


def _find(evidence: Evidence) -> Iterator[Finding]:
    known = keys(evidence.paper)
    if not known:
        return
    texts = printed(evidence.paper)
    explained = spelled_out(each for each in texts if "(" in each.text)
    seen = set()
    for sign in signs(texts):
        if sign.initials in known or (sign.initials, sign.text.report) in seen:
            continue
        seen.add((sign.initials, sign.text.report))
        if ":" in sign.printed or sign.initials not in explained:
            yield CHECK.finding(
                sign.text.where,
                sign.printed,
                f"{sign.initials} stands for an officer; the key has {', '.join(sorted(known))}",
            )


CHECK = Check(
    name="initials-not-in-the-key",
    severity=Severity.WARNING,
    looks_at="initials that sign a text or stand beside “SRO:”, and the keys of officers",
    find=_find,
    remedy="Add the officer to the key, or write the name in full.",
)
