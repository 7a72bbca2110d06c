"""Keeps the typesetter's memory small in a process that lives long."""

from typing import Final

import typst

from goldthread.rendering.typeface import fonts

_GENERATIONS: Final = 11  # Typst drops what its last ten runs did not use


def forget() -> None:
    """Make Typst drop what it remembers of earlier reports, which is several times their size."""
    for _ in range(_GENERATIONS):
        typst.compile(b"", font_paths=fonts(), format="svg")
