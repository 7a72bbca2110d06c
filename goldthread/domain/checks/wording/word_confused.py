"""A word that was confused with one that looks or sounds like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around, printed


@dataclass(frozen=True, slots=True)
class Confusion:
    """A pattern that is hardly ever meant, the words that are, and letters that any text with the pattern has."""

    clue: str
    said: re.Pattern[str]
    meant: str


def _confusion(clue: str, said: str, meant: str, *, case: bool = False) -> Confusion:
    return Confusion(clue, re.compile(said, 0 if case else re.IGNORECASE), meant)


_NUMBERS = r"two|three|four|five|six|seven|eight|nine|ten|\d+"
_OWNED = r"own|impact|aims?|role|purpose|priorit(?:y|ies)|staff|members|services|budget|targets?|objectives?|remit"

CONFUSIONS: Final = (
    _confusion(
        "principals",
        rf"\b(?:(?:{_NUMBERS}|key|core|guiding|basic|founding|underlying|nurture|same)|"
        r"(?:embed|appl|reflect|follow|adopt|understand)\w* the) principals\b",
        "principles",
    ),
    _confusion(
        "principals of",
        r"\bprincipals of (?!the\b|schools|colleges|academies|all\b|our\b|both\b)[a-z]+",
        "principles",
    ),
    _confusion("in principal", r"\bin principal(?=[.,;]| (?:to|that|by|and)\b)", "in principle"),
    _confusion("'s ", rf"\bit['’]s (?=(?:{_OWNED})\b|key (?!to\b|that\b))", "its"),
    _confusion(
        "'s ", r"\b(?:of|with|from|within|through|reflects?|meets?) it['’]s (?!not\b|an?\b|the\b|\w+ing\b)", "its"
    ),
    _confusion("who's ", r"\bwho['’]s (?=[a-z]+ (?:is|are|was|were|has|have)\b)(?!\w+(?:ed|ing) )", "whose"),
    _confusion(
        "there", r"\bthere (?=(?:own|needs|children|parents|families|outcomes|views|lives|attainment)\b)", "their"
    ),
    _confusion("their", r"\btheir (?=(?:is|are|was|were|has been|have been|will be)\b)", "there"),
    _confusion("today", r"\b(?:progress|achieved|spend|delivered|received) today(?! and |['’])", "to date"),
    _confusion(
        " are of",
        r"\b(?:highest|biggest|largest|key|main|each|every|one|priority|another|an|the) are of\b",
        "area of",
    ),
    _confusion("compris", r"\bcompris(?:es?|ed|ing) of\b", "comprises, or consists of"),
    _confusion(
        " that in ",
        r"\b(?:more|fewer|higher|lower|greater|larger|smaller|older|younger|rather|further|better|worse)\b"
        r"(?: [a-z0-9%]+){0,8}? in (?:19|20)\d\d that in (?:19|20)\d\d",
        "than in",
    ),
    _confusion(
        " that ",
        r"\b(?:higher|lower|greater|fewer|larger|smaller|rather|less) that (?:in|the|last|at|for|our)\b",
        "than",
    ),
    _confusion("the some of", r"\bthe some of\b", "some of the"),
    _confusion(
        " las", r"\b(?:for|by|to|of|the|all|other|from|with|most|neighbouring) Las\b(?! [A-Z])", "LAs", case=True
    ),
    _confusion("a7e", r"\bA7E\b", "A&E", case=True),
    _confusion("children and need", r"\bchildren and need\b(?! (?:to|for|of)\b)", "children in need"),
    _confusion(
        "compliment",
        r"\bcompliment(?:s|ed|ing)? (?:each other|one another|the (?:existing|work|offer))\b",
        "complement",
    ),
    _confusion(" of", r"\b(?:could|should|would|must) of\b(?! course)", "have"),
    _confusion("role", r"\brole[- ]out\b", "roll-out"),
    _confusion("formally known", r"\bformally known as\b", "formerly known as"),
    _confusion(" lead ", r"\b(?:has|have|had) lead to\b|\b(?:was|were|been) lead by\b", "led"),
    _confusion("manger", r"\b(?:project|service|programme|line|team|business|divisional) mangers?\b", "manager"),
    _confusion("pubic", r"\bpubic (?:health|sector|transport|question|consultation|services?)\b", "public"),
    _confusion("ensue", r"\bensue (?:that|the|all)\b", "ensure"),
    _confusion("childrens", r"\bchildrens\b", "children's"),
    _confusion("womens", r"\bwomens\b", "women's"),
    _confusion("peoples", r"\byoung peoples (?=[a-z])(?!of\b)", "young people's"),
    _confusion("'s ", r"\b[A-Z]{2,6}['’]s (?=(?:are|were|have)\b)", "the plural without an apostrophe", case=True),
    _confusion("affect", r"\b(?:a|the|positive|negative|no|little|direct) affect (?:on|of)\b", "effect"),
)
"""What is looked for, each with what was meant: the whole table, so that a clerk can see what is not in it."""


def _find(evidence: Evidence) -> Iterator[Finding]:
    for each in printed(evidence.paper):
        told = set()
        letters = each.text.lower().replace("’", "'")
        for confusion in CONFUSIONS:
            found = confusion.said.search(each.text) if confusion.clue in letters else None
            if found and confusion.meant not in told:
                told.add(confusion.meant)
                yield CHECK.finding(
                    each.where,
                    around(each.text, *found.span()),
                    f"the text says “{found[0].strip()}”; what is meant is {confusion.meant}",
                )


CHECK = Check(
    name="word-confused",
    severity=Severity.NOTE,
    looks_at="words that are often confused: its and it's, principals and principles",
    find=_find,
    remedy="Put the word that is meant.",
)
