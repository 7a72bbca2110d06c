"""Where the evidence lies that a benchmark measures against: papers, what is true of them, other people's cases."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def evidence_folder(description: str, arguments: Sequence[str] | None = None) -> tuple[Path, argparse.Namespace]:
    """The folder with `documents`, `truth` and `cases`: `--evidence`, GOLDTHREAD_EVIDENCE, or `shared` beside."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--evidence", type=Path, default=Path(os.environ.get("GOLDTHREAD_EVIDENCE", BESIDE)))
    parser.add_argument("--findings", action="store_true", help="list every finding with its verdict")
    parser.add_argument("--missed", action="store_true", help="list every defect that no finding names")
    parser.add_argument("--rule", help="list the findings of this rule only")
    options = parser.parse_args(arguments)
    if not (options.evidence / "documents").is_dir():
        print(f"Not measured: no evidence in {options.evidence.name!r}. Name its folder with --evidence.")
        sys.exit(0)
    return options.evidence, options


def print_table(title: str, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """One table, numbers on the right."""
    table = Table(title=title, title_justify="left")
    for index, header in enumerate(headers):
        table.add_column(header, justify="left" if index == 0 else "right", no_wrap=False)
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    Console(width=max(110, Console().width)).print(table)
