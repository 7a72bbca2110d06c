"""The child process that reads a filled workbook: with limits, without the database, the settings or any secret.

`python -m goldthread.exchange.workbook_child FILE` prints JSON: each sheet's rows of cells as texts, by its name.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from goldthread.reader.limits import require_sound_package
from goldthread.reader.unreadable import Unreadable

CANNOT_BE_READ = 3
MOST_MEMORY = 1024**3
MOST_SECONDS = 20
MOST_ROWS = 5_000
MOST_COLUMNS = 40


def main(path: Path) -> int:
    """Read one workbook and print its cells; answer 3 and the reason where it cannot be read."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        require_sound_package(path.read_bytes(), file=path.name)
        workbook = CalamineWorkbook.from_path(path)
        sheets = {
            name: [
                [text_of(cell) for cell in row[:MOST_COLUMNS]]
                for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MOST_ROWS)
            ]
            for name in workbook.sheet_names
        }
    except Unreadable as problem:
        print(f"{problem.why}. {problem.remedy}")  # noqa: T201
        return CANNOT_BE_READ
    except (CalamineError, ValueError, OSError) as problem:
        print(problem)  # noqa: T201
        return CANNOT_BE_READ
    print(json.dumps(sheets))  # noqa: T201
    return 0


def text_of(cell: Any) -> str:
    """A cell's value as text: a whole number without its point, a day as 2024-03-31.

    >>> text_of(41.0), text_of(92.5), text_of(dt.date(2024, 3, 31)), text_of(" a ")
    ('41', '92.5', '2024-03-31', 'a')
    """
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return str(cell).strip()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
