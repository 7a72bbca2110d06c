"""How much of a paper does `read` get right? Cells, rows and records against what was read by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from benchmarks._evidence import evidence_folder, print_table

Rows = list[tuple[str, int, int]]
PARTS = (
    ("Measures, milestones, other councils' reports", "_reading_measures", "measures_table"),
    ("Plans, as records of the demonstration", "_reading_plans", "plans_table"),
    ("Money, risks, tasks, minutes", "_reading_tables", "tables_table"),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one table a part: what, right, expected, share."""
    evidence, _ = evidence_folder(__doc__ or "", arguments)
    for title, module, function in PARTS:
        table: Callable[[Path], Rows] = getattr(import_module(f"benchmarks.{module}"), function)
        rows = table(evidence)
        print_table(
            title,
            ("what", "right", "expected", "share"),
            [
                (what, right, expected, f"{right / expected:.1%}" if expected else "–")
                for what, right, expected in rows
            ],
        )


if __name__ == "__main__":
    main()
