"""The bundle: a council's whole record as one file, in and out. Its reference is docs/reference/bundle.md."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from goldthread.exchange.bundle_figures import Entry
from goldthread.exchange.bundle_plan import Document, Measure, Plan
from goldthread.exchange.bundle_round import Round
from goldthread.exchange.fields import Text

FORMAT = "goldthread-bundle"
VERSION = 1
PATH_SEPARATOR = " / "
UnitKind = Literal["directorate", "department", "division"]


class CouncilPart(Entry):
    """A part of the council below the council itself."""

    name: Annotated[Text, Field(min_length=1, max_length=200)]
    """The part's name."""
    short_name: Annotated[Text, Field(max_length=60)] = ""
    """The name in running text."""
    kind: UnitKind
    """What kind of part it is."""
    parent: Text | None = None
    """The part above, listed before this one: its path below the council, joined with “ / ”; none for the top."""

    @property
    def path(self) -> str:
        """The part's own path below the council."""
        return f"{self.parent}{PATH_SEPARATOR}{self.name}" if self.parent else self.name


class Council(Entry):
    """Whose record this is."""

    name: Annotated[Text, Field(min_length=1, max_length=200)]
    """The council's name."""
    short_name: Annotated[Text, Field(max_length=60)] = ""
    """The name in running text."""
    units: tuple[CouncilPart, ...] = ()
    """Directorates, departments and divisions, each after the part above it."""


class Bundle(Entry):
    """A council's whole record, or a part of it to add to what is held."""

    format: Literal["goldthread-bundle"]
    """Says what this file is."""
    version: Literal[1]
    """The version of this format."""
    council: Council | None = None
    """Whose record it is; may be left out where a council is held already."""
    documents: tuple[Document, ...] = ()
    """The papers that figures were taken from."""
    measures: tuple[Measure, ...] = ()
    """The measures, each once for as long as it is measured."""
    plans: tuple[Plan, ...] = ()
    """The plans."""
    rounds: tuple[Round, ...] = ()
    """The reporting rounds, each with its returns."""
