"""Other people's cases for the checks: claims of reports, values with their counts, a council's milestones."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from goldthread.domain.checks.arithmetic.claims import Claim, claims_of
from goldthread.domain.checks.arithmetic.ratios import agrees
from goldthread.domain.checks.plans.task_status_against_its_date import contradictions

NUMBERS: Mapping[str, tuple[str, ...]] = {
    "percent_of": ("n", "base"),
    "difference": ("a", "b"),
    "direction": ("previous", "current"),
    "met_target": ("actual", "target"),
}


def cases_table(evidence: Path) -> list[tuple[str, int, int]]:
    """What, how many right, how many expected.

    A claim is right where it is found in the sentence with its numbers and judged as the case has it. "Called wrong"
    counts, of the claims judged not to hold, those that the case calls wrong too.
    """
    return [*_claims(evidence), *_ratios(evidence), *_milestones(evidence)]


def _cases(evidence: Path, name: str) -> list[dict[str, Any]]:
    path = evidence / "cases" / name
    if not path.is_file():
        return []
    cases: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["cases"]
    return cases


def _claims(evidence: Path) -> list[tuple[str, int, int]]:
    right: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    called, called_rightly = 0, 0
    for case in _cases(evidence, "claims/report_claims.json"):
        checks = case["expected"]["checks"]
        claims = claims_of(case["inputs"]["statement"])
        for check in checks:
            expected[check["type"]] += 1
            right[check["type"]] += any(_same(claim, check) for claim in claims)
        wrong = [claim for claim in claims if not claim.holds]
        called += len(wrong)
        called_rightly += sum(any(_same(claim, check) for check in checks) for claim in wrong)
    rows = [(f"Claims of reports: {kind}", right[kind], expected[kind]) for kind in sorted(expected)]
    return [*rows, ("Claims of reports: called wrong", called_rightly, called)]


def _same(claim: Claim, check: Mapping[str, Any]) -> bool:
    if claim.kind != check["type"]:
        return False
    numbers: Sequence[Any] = check.get("parts") or [check[name] for name in NUMBERS.get(check["type"], ())]
    holds = check["holds"] if "holds" in check else check["within_rounding"]
    stated = check["stated"] if check["type"] == "percent_of" else claim.stated
    return (
        claim.numbers == tuple(Decimal(number) for number in numbers)
        and claim.holds == holds
        and claim.stated == stated
    )


def _ratios(evidence: Path) -> list[tuple[str, int, int]]:
    right, expected = Counter[bool](), Counter[bool]()
    for case in _cases(evidence, "data_quality/numerator_denominator.json"):
        given = case["inputs"]
        value, numerator, denominator = (Decimal(given[name]) for name in ("value", "numerator", "denominator"))
        should = bool(case["expected"]["agrees"])
        expected[should] += 1
        right[should] += agrees(value, numerator=numerator, denominator=denominator) == should
    names = {True: "A value and its numerator and denominator: agree", False: "A value and its two: disagree"}
    return [(name, right[should], expected[should]) for should, name in names.items()]


def _milestones(evidence: Path) -> list[tuple[str, int, int]]:
    """Milestones with a due date: of the others nobody can say that they are overdue."""
    right: Counter[str] = Counter()
    cases = [case for case in _cases(evidence, "actions/hart_milestones.json") if case["inputs"]["due"]]
    for case in cases:
        given = case["inputs"]
        if not given["due"]:  # no due date: nobody can say that it is overdue
            continue
        found = contradictions(
            due=dt.date.fromisoformat(given["due"]) if given["due"] else None,
            as_of=dt.date.fromisoformat(given["as_of"]),
            done=bool(given["done"]),
            green=given["status_shown"] == "green",
            percent=None if given["percent_complete"] is None else Decimal(given["percent_complete"]),
        )
        for name, flag in case["expected"].items():
            right[name] += getattr(found, name) == flag
    return [(f"A council's milestones: {name.replace('_', ' ')}", right[name], len(cases)) for name in sorted(right)]
