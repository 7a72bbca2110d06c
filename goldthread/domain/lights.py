"""The answers a judgement can give, each with its reason and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar


class Progress(StrEnum):
    """Is the annual target, or the milestone, on course? Amber covers uncertain and too early to say."""

    GREEN = "green"
    AMBER = "amber"
    TOO_EARLY = "too early to say"
    RED = "red"
    NOT_JUDGED = "not judged"


class Position(StrEnum):
    """Where this period's figure stands against this period's target."""

    ON = "on target"
    NEAR = "near target"
    OFF = "off target"
    NOT_JUDGED = "not judged"


class Direction(StrEnum):
    """Better, the same or worse than the same period last year; unknown always comes with its reason."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


class OfficerJudgement(StrEnum):
    """What the responsible officer judged, as far as it is recorded."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NOT_APPLICABLE = "not applicable"
    NOT_RECORDED = "not recorded in the source"


Result = TypeVar("Result", bound=StrEnum)


@dataclass(frozen=True)
class Judgement(Generic[Result]):
    """One answer: the result, one sentence that explains it, and one that says what would change it."""

    result: Result
    reason: str
    would_change: str
