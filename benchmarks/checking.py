"""Does `check` find what a careful clerk found, and is what it says true?

A defect counts as found when a finding stands on its lines (one line of leeway) and its rule is of a group that
answers that kind of defect. A finding that names no listed defect counts as true or false only where somebody judged
it by hand: `benchmarks/judged/<rule>.csv`.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks._evidence import evidence_folder, print_table
from goldthread.domain.checks import CHECKS, Finding, findings_of
from goldthread.reader.reading import read

JUDGED = Path(__file__).parent / "judged"
GROUPS = {check.name: check.find.__module__.split(".")[-2] for check in CHECKS}
ANSWERS: Mapping[str, frozenset[str]] = {
    "arithmetic": frozenset(
        [
            "arithmetic",
            "rounding",
            "unit-currency",
            "contradiction",
            "figure-commentary",
            "definition",
            "label-ref",
            "structure",
            "provisional",
            "cross-report",
        ]
    ),
    "plans": frozenset(
        [
            "plan-schedule",
            "milestone",
            "risk",
            "date-period",
            "contradiction",
            "label-ref",
            "structure",
            "officer",
            "cross-report",
            "figure-commentary",
        ]
    ),
    "measures": frozenset(
        [
            "target",
            "commentary-carried-over",
            "figure-commentary",
            "comparator",
            "figure-missing",
            "definition",
            "direction-of-travel",
            "commentary-empty",
            "commentary-mismatch",
            "polarity",
            "provisional",
            "label-ref",
            "structure",
            "unit-currency",
            "contradiction",
            "date-period",
            "arithmetic",
            "placeholder",
            "cross-document",
            "copy-paste",
        ]
    ),
    "wording": frozenset(
        [
            "text-error",
            "acronym",
            "copy-paste",
            "placeholder",
            "officer",
            "action",
            "publication",
            "label-ref",
            "structure",
            "definition",
            "contradiction",
            "milestone",
            "date-period",
        ]
    ),
    "pack": frozenset(
        [
            "label-ref",
            "contradiction",
            "structure",
            "cross-report",
            "copy-paste",
            "action",
            "placeholder",
            "date-period",
            "figure-missing",
            "officer",
            "arithmetic",
            "risk",
        ]
    ),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A finding and what is known of it: the defects it names, and whether it is true."""

    finding: Finding
    defects: tuple[str, ...]
    true: bool | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Print recall by kind, precision by rule and the time it takes."""
    evidence, options = evidence_folder(__doc__ or "", arguments)
    defects: list[dict[str, Any]] = json.loads((evidence / "truth" / "defects.json").read_text(encoding="utf-8"))
    judged = _judged()
    verdicts: list[Verdict] = []
    times: list[tuple[str, float, float, int]] = []
    for path in sorted((evidence / "documents").glob("*.txt")):
        findings, reading, checking = _timed(path)
        times.append((path.name, reading, checking, len(findings)))
        lines = path.read_text(encoding="utf-8").split("\n")
        own = [defect | {"places": _places(defect, lines)} for defect in defects if defect["file"] == path.name]
        verdicts += [_verdict(finding, own, judged) for finding in findings]
    _print_recall(defects, verdicts)
    _print_precision(verdicts)
    print_table(
        "Time, median of three (seconds)",
        ("document", "read", "check", "findings"),
        [(name, f"{reading:.2f}", f"{checking:.2f}", count) for name, reading, checking, count in times],
    )
    _print_elsewhere(evidence)
    _print_cases(evidence)
    _print_lists(defects, verdicts, options)


def _timed(path: Path) -> tuple[tuple[Finding, ...], float, float]:
    reading, checking = [], []
    findings: tuple[Finding, ...] = ()
    for _ in range(3):
        start = perf_counter()
        paper = read(path)
        middle = perf_counter()
        findings = findings_of(paper)
        reading.append(middle - start)
        checking.append(perf_counter() - middle)
    return findings, median(reading), median(checking)


def _judged() -> dict[tuple[str, str, int], bool]:
    return {
        (path.stem, row["file"], int(row["line"])): row["verdict"] == "true"
        for path in sorted(JUDGED.glob("*.csv"))
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    }


def _places(defect: Mapping[str, Any], lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lines a defect stands on: its own, and those of its other side where that is in the same document."""
    places = [tuple(defect["lines"])]
    for other in defect["also"]:
        first, last = other["lines"]
        words = " ".join(" ".join(lines[first - 1 : last]).split())
        if other["quote"].split() and other["quote"].split()[0] in words.split():
            places.append((first, last))
    return [(first - 1, last + 1) for first, last in places]


def _verdict(
    finding: Finding, defects: Iterable[Mapping[str, Any]], judged: Mapping[tuple[str, str, int], bool]
) -> Verdict:
    line = finding.where.line or 0
    answers = ANSWERS[GROUPS[finding.rule]]
    named = [
        defect
        for defect in defects
        if defect["kind"] in answers | {"conversion-loss"}
        and any(low <= line <= high for low, high in defect["places"])
    ]
    real = tuple(defect["id"] for defect in named if defect["confidence"] != "lost")
    known = judged.get((finding.rule, finding.where.file, line))
    return Verdict(finding=finding, defects=real, true=known if known is not None else (True if real else None))


def _print_recall(defects: Sequence[Mapping[str, Any]], verdicts: Sequence[Verdict]) -> None:
    found = {name for verdict in verdicts if verdict.true for name in verdict.defects}
    rows: list[tuple[object, ...]] = []
    for kind in sorted({defect["kind"] for defect in defects}):
        certain = [defect for defect in defects if defect["kind"] == kind and defect["confidence"] == "certain"]
        other = [d for d in defects if d["kind"] == kind and d["confidence"] in ("likely", "query")]
        rows.append((kind, _share(certain, found), _share(other, found)))
    every = [defect for defect in defects if defect["confidence"] == "certain"]
    others = [defect for defect in defects if defect["confidence"] in ("likely", "query")]
    rows.append(("all", _share(every, found), _share(others, found)))
    print_table("Defects found", ("kind", "certain", "likely or query"), rows)


def _share(defects: Sequence[Mapping[str, Any]], found: set[str]) -> str:
    if not defects:
        return "–"
    right = sum(defect["id"] in found for defect in defects)
    return f"{right} of {len(defects)} ({right / len(defects):.0%})"


def _print_precision(verdicts: Sequence[Verdict]) -> None:
    counts = Counter((verdict.finding.rule, verdict.true) for verdict in verdicts)
    rows: list[tuple[object, ...]] = []
    for check in CHECKS:
        true, false, open_ = (counts[check.name, verdict] for verdict in (True, False, None))
        rows.append((check.name, GROUPS[check.name], true, false, open_))
    totals = [sum(verdict.true is value for verdict in verdicts) for value in (True, False, None)]
    rows.append(("all", "", *totals))
    print_table("Findings by rule", ("rule", "group", "true", "false", "not judged"), rows)


def _print_elsewhere(evidence: Path) -> None:
    """What each rule says of papers it was not written on: other councils' reports, in four formats."""
    paths = [path for path in sorted((evidence / "cases" / "reports").iterdir()) if path.suffix != ".json"]
    found = Counter(finding.rule for path in paths for finding in findings_of(read(path)))
    severities = {check.name: str(check.severity) for check in CHECKS}
    print_table(
        f"Findings on {len(paths)} reports of other councils, on which no rule was written",
        ("rule", "severity", "findings"),
        [(rule, severities[rule], count) for rule, count in found.most_common()],
    )


def _print_cases(evidence: Path) -> None:
    try:
        from benchmarks._checking_cases import cases_table
    except ImportError:
        return
    print_table(
        "Other people's cases",
        ("what", "right", "expected"),
        cases_table(evidence),
    )


def _print_lists(defects: Sequence[Mapping[str, Any]], verdicts: Sequence[Verdict], options: Any) -> None:
    if options.findings or options.rule:
        for verdict in verdicts:
            finding = verdict.finding
            if options.rule in (None, finding.rule):
                word = {True: "true", False: "FALSE", None: "?"}[verdict.true]
                print(f"{finding.where.file[:16]}:{finding.where.line} [{word} {' '.join(verdict.defects)}]", end=" ")
                print(f"{finding.severity} {finding.rule}: {finding.message} “{finding.quote[:120]}”")
    if options.missed:
        found = {name for verdict in verdicts if verdict.true for name in verdict.defects}
        for defect in defects:
            if defect["id"] not in found and defect["confidence"] != "lost":
                print(
                    defect["id"], defect["file"][:12], defect["lines"], defect["confidence"], defect["kind"], end=" "
                )
                print("|", defect["quote"][:80], "|", defect["finding"][:160])


if __name__ == "__main__":
    main()
