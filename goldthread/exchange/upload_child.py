"""The child process that reads an uploaded file: with limits, without the database, the settings or any secret.

`python -m goldthread.exchange.upload_child FILE` prints JSON: what was read, and the lines with their places.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter

from goldthread.domain.papers import Paper, Where
from goldthread.reader import reading
from goldthread.reader.blocks import BlockDocument, Table
from goldthread.reader.recognise import recognise

CANNOT_BE_READ = 3
MOST_MEMORY = 2 * 1024**3
MOST_SECONDS = 60
Line = tuple[str | None, int | None, str | None, str]
"""Page, line and cell where it stands, and its text."""


def main(path: Path) -> int:
    """Read one file and print what was read; answer 3 and the reason where it cannot be read."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        document = reading.blocks_of(path)
        paper = recognise(document)
    except reading.Unreadable as problem:
        print(f"{problem.why}. {problem.remedy}")  # noqa: T201
        return CANNOT_BE_READ
    lines = [(where.page, where.line, where.cell, text) for where, text in lines_of(document)]
    print(json.dumps({"paper": TypeAdapter(Paper).dump_python(paper, mode="json"), "lines": lines}))  # noqa: T201
    return 0


def lines_of(document: BlockDocument) -> Iterator[tuple[Where, str]]:
    """Every paragraph and table row of a file in its order, with its place."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield row.where, " | ".join(cell.text for cell in row.cells)
        else:
            yield block.where, getattr(block, "text", "")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
