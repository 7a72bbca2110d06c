"""Blocks go to JSON and come back as they were."""

import json

from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.papers import Where
from goldthread.reader.blocks import (
    BlockDocument,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Table,
    TableCell,
    TableRow,
)
from goldthread.reader.blocks_json import document_from, document_json

NUMBERS = st.integers(1, 1000)
PLACES = st.builds(
    Where,
    file=st.just("a.docx"),
    line=st.none() | NUMBERS,
    page=st.none() | NUMBERS,
    cell=st.none() | st.text(max_size=5),
)
WORDS = st.text(st.characters(), max_size=8)
PICTURES = st.builds(Picture, where=PLACES, colour=st.none() | st.just("#d4351c"), text=WORDS)
MANY = st.lists(PICTURES, max_size=2).map(tuple)
CELLS = st.builds(
    TableCell,
    text=WORDS,
    where=PLACES,
    header=st.booleans(),
    columns=NUMBERS,
    rows=NUMBERS,
    shade=st.none() | st.just("#00703c"),
    pictures=MANY,
)
ROWS = st.builds(TableRow, cells=st.lists(CELLS, max_size=3).map(tuple), where=PLACES)
BLOCKS = st.one_of(
    PICTURES,
    st.builds(Heading, text=WORDS, level=st.integers(1, 9), where=PLACES),
    st.builds(Paragraph, text=WORDS, where=PLACES, bold=st.booleans(), pictures=MANY),
    st.builds(ListItem, text=WORDS, marker=WORDS, depth=st.integers(0, 9), where=PLACES),
    st.builds(Table, rows=st.lists(ROWS, max_size=3).map(tuple), where=PLACES, caption=WORDS),
)
DOCUMENTS = st.builds(
    BlockDocument,
    file=st.just("a.docx"),
    format=st.sampled_from(["docx", "pdf"]),
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    notes=st.lists(WORDS, max_size=2).map(tuple),
)


@given(DOCUMENTS)
def test_a_document_comes_back_from_json_as_it_was(document: BlockDocument) -> None:
    assert document_from(json.loads(json.dumps(document_json(document)))) == document
