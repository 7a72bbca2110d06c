"""read and check: useful on any council's papers, with nothing set up."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goldthread.cli.command import Refused, add_command, size

if TYPE_CHECKING:
    from goldthread.domain.checks import Finding
    from goldthread.domain.papers import Paper

READ_FORMATS = ("json", "csv")
CHECK_FORMATS = ("text", "json", "sarif", "github")
SEVERITIES = ("error", "warning", "note")
FOUND = 1
CANNOT_READ = 2


def add_commands(commands: Any) -> None:
    """Declare the commands of this file."""
    read = add_command(
        commands,
        "read",
        _read,
        "Turn performance reports into records: measures, milestones, money, risks, tasks, minutes.",
        "goldthread read pack.pdf --format csv --out pack.csv",
        has_data=False,
    )
    read.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="docx, pdf, html, xlsx, ods, csv, md or txt"
    )
    read.add_argument("--format", choices=READ_FORMATS, default="json", help="json unless given")
    read.add_argument("--out", type=Path, help="file to write; the terminal unless given")

    check = add_command(
        commands,
        "check",
        _check,
        "List what a careful clerk would catch. Exit code 0: nothing found; 1: findings; 2: a file can't be read.",
        "goldthread check q4.docx --previous q3.docx --severity warning",
        has_data=False,
    )
    check.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="docx, pdf, html, xlsx, ods, csv, md or txt"
    )
    check.add_argument(
        "--previous", metavar="FILE", type=Path, help="the paper of the period before, to compare with"
    )
    check.add_argument(
        "--severity", choices=SEVERITIES, default="note", help="the least to report; note unless given"
    )
    check.add_argument("--format", choices=CHECK_FORMATS, default="text", help="text unless given")
    check.add_argument("--out", type=Path, help="file to write; the terminal unless given")


def _read(chosen: argparse.Namespace) -> None:
    from goldthread.reader.to_csv import papers_csv
    from goldthread.reader.to_json import paper_json

    papers = _papers(chosen.files)
    if chosen.format == "csv":
        _write(papers_csv(papers), to=chosen.out)
        return
    held = [paper_json(paper) for paper in papers]
    _write(json.dumps(held[0] if len(held) == 1 else held, ensure_ascii=False, indent=1) + "\n", to=chosen.out)


def _check(chosen: argparse.Namespace) -> int:
    from goldthread.cli.findings import FORMATS
    from goldthread.domain.checks import findings_of

    previous = _papers([chosen.previous])[0] if chosen.previous else None
    wanted = SEVERITIES[: SEVERITIES.index(chosen.severity) + 1]
    found: list[Finding] = []
    for paper, path in zip(_papers(chosen.files), chosen.files, strict=True):
        name = str(path) if chosen.format in ("sarif", "github") else paper.file
        found += [
            replace(finding, where=replace(finding.where, file=name))
            for finding in findings_of(paper, previous=previous)
            if finding.severity in wanted
        ]
    _write(FORMATS[chosen.format](found), to=chosen.out)
    return FOUND if found else 0


def _papers(paths: Sequence[Path]) -> list[Paper]:
    """Read every file, each named by its last part, or by the path given where two have the same."""
    from goldthread.reader.reading import Unreadable, read

    names = Counter(path.name for path in paths)
    papers = []
    for path in paths:
        try:
            paper = read(path)
        except Unreadable as problem:
            raise Refused(str(problem), code=CANNOT_READ) from problem
        papers.append(replace(paper, file=str(path) if names[path.name] > 1 else path.name))
    return papers


def _write(text: str, *, to: Path | None) -> None:
    if to is None or str(to) == "-":
        sys.stdout.write(text)
        return
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8", newline="")
    except OSError as problem:
        raise Refused(
            f"{to} can't be written: {problem.strerror or problem}. Choose another with --out."
        ) from problem
    print(f"Wrote {to} ({size(to.stat().st_size)}).", file=sys.stderr)
