"""Risk registers and matrices: scores now and aimed at, owners, dates, actions; levels by likelihood and impact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from goldthread.domain.papers import MatrixCell, MatrixRecord, Passage, RiskRecord, ScoreRecord, TaskRecord
from goldthread.reader.blocks import BlockDocument, Table, TableCell, TableRow
from goldthread.reader.recognise.dates import date_of
from goldthread.reader.recognise.found import Found

ROLES: Final = (
    ("ref", r"^(?:ref|no|risk no|id)\.?$"),
    ("opened", r"opened|date raised|identified"),
    ("area", r"priority area|workstream|^area$|category"),
    ("description", r"description|^risk$"),
    ("lead", r"lead$|risk manager"),
    ("controls", r"control|mitigation"),
    ("effect", r"^impact$"),
    ("rating", r"^rating$|^rag$|^level$"),
    ("owner", r"owner|^sro"),
    ("updated", r"last (?:updated|review)|^updated|^reviewed"),
    ("update", r"^update$|progress"),
)
_SQUARE = re.compile(r"^(\d{1,2})\s*(low|moderate|medium|significant|high|very high|extreme)?$", re.IGNORECASE)
_OWNERS = re.compile(r"\bSRO\s*:\s*(?P<sro>.*?)(?=Risk Owner|$)|Risk Owner\s*:\s*(?P<owner>.*)$", re.IGNORECASE)
_DATE = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$")
_NUMBERED = re.compile(r"^\d{1,2}[.)]?\s+(?=[A-Z])")
_LEVEL = re.compile(r"^(?:L|M|H|VH|Low|Medium|Moderate|High)$")


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """The registers and matrices among the tables that are left."""
    taken: set[int] = set()
    risks: list[RiskRecord] = []
    matrices: list[MatrixRecord] = []
    roles: dict[int, str] | None = None
    scored = False
    last = -10
    for place in left:
        block = document.blocks[place]
        if not isinstance(block, Table):
            continue
        matrix = _matrix(block, _key(document, place))
        if matrix is not None:
            taken.add(place)
            matrices.append(matrix)
            continue
        headed = _roles(block)
        if headed is not None:
            roles, scored = headed, any("score" in cell.text.lower() for row in block.rows[:4] for cell in row.cells)
        elif roles is None or place - last > 1:
            roles = None
            continue
        last = place
        taken.add(place)
        for row in block.rows:
            _take(row, roles, scored, risks)
    return Found(taken=frozenset(taken), risks=tuple(risks), matrices=tuple(matrices))


def _roles(table: Table) -> dict[int, str] | None:
    """What each column holds, if a row of the table heads a register."""
    for row in table.rows[:3]:
        roles: dict[int, str] = {}
        for column, cell in enumerate(row.cells):
            text = " ".join(cell.text.split()).lower()
            role = next((role for role, pattern in ROLES if re.search(pattern, text)), None)
            if role is not None and role not in roles.values() and len(text) < 60:
                roles[column] = role
        held = set(roles.values())
        if "description" in held and len(held & {"controls", "rating", "owner", "opened", "effect"}) > 1:
            return roles
    return None


def _take(row: TableRow, roles: dict[int, str], scored: bool, risks: list[RiskRecord]) -> None:
    texts = [" ".join(cell.text.split()) for cell in row.cells]
    numbers = [int(text) for text in texts if re.fullmatch(r"\d{1,2}", text)]
    held = {role: texts[column] for column, role in roles.items() if column < len(texts)}
    ref = held.get("ref", "").rstrip("-. ")
    if not any(texts) or _is_header(texts):
        return
    description = held.get("description", "")
    if (
        len(description.split()) > (2 if scored else 0)
        and re.search(r"\d|^$", ref)
        and not re.search(r"description", description.lower())
    ):
        if ref and risks and not risks[-1].description and risks[-1].ref == ref:
            risks.pop()
        waiting = risks.pop() if risks and not risks[-1].description else None
        held["ref"] = ref or (waiting.ref if waiting else "")
        risks.append(_risk(row, texts, held, scores=_triples(numbers[bool(ref) :]) if scored else None))
    elif ref and ref.isdigit():
        risks.append(RiskRecord(ref=ref, description="", where=row.where))
    elif risks and risks[-1].description:
        risks[-1] = _with_more(risks[-1], row, texts, roles)


def _is_header(texts: Sequence[str]) -> bool:
    words = " ".join(texts).lower()
    return "description" in words or bool(
        re.fullmatch(r"[\s a-z]*", words) and re.search(r"rating|impact likelihood", words)
    )


def _risk(
    row: TableRow, texts: Sequence[str], held: dict[str, str], *, scores: Sequence[ScoreRecord] | None
) -> RiskRecord:
    """A row's risk; `scores` is None in a register that gives none."""
    owners = next((text for text in texts if re.search(r"\bSRO\s*:|Risk Owner\s*:", text)), "")
    sro = next((found["sro"] for found in _OWNERS.finditer(owners) if found["sro"]), "")
    owner = next((found["owner"] for found in _OWNERS.finditer(owners) if found["owner"]), "")
    dates = [text for text in texts if _DATE.match(text)]
    opened = held.get("opened", "") if _DATE.match(held.get("opened", "")) else ""
    after = dates[1:] if opened and dates and dates[0] == opened else dates
    updated = after[-1] if after and owners else ""
    triples = scores or ()
    level = next((text for text in texts if _LEVEL.match(text)), "")
    return RiskRecord(
        ref=held["ref"],
        description=held.get("description", ""),
        area=held.get("area", ""),
        opened=date_of(opened) if opened else None,
        opened_printed=opened,
        controls=held.get("controls", ""),
        current=triples[0] if triples else ScoreRecord(),
        target=triples[1] if len(triples) > 1 else ScoreRecord(),
        rating=held.get("rating", "") if _LEVEL.match(held.get("rating", "")) else level,
        actions=tuple(_actions(row, texts, texts.index(held["description"]))) if scores is not None else (),
        owner=owner.strip() or held.get("lead", ""),
        responsible_officer=sro.strip(),
        updated=date_of(updated or held.get("updated", "")),
        updated_printed=updated or held.get("updated", ""),
        update=held.get("update", "") if not _DATE.match(held.get("update", "")) else "",
        where=row.where,
    )


def _triples(numbers: Sequence[int]) -> list[ScoreRecord]:
    """Impact, likelihood and score, three numbers at a time."""
    return [
        ScoreRecord(impact=numbers[at], likelihood=numbers[at + 1], score=numbers[at + 2])
        for at in range(0, len(numbers) - 2, 3)
    ]


def _actions(row: TableRow, texts: Sequence[str], described: int) -> Iterator[TaskRecord]:
    """The action between the scores, behind the description: what is done, by whom, until when."""
    spots = [index for index, text in enumerate(texts) if index > described and re.fullmatch(r"\d{1,2}", text)]
    gaps = [(low, high) for low, high in pairwise(spots) if high - low > 1]
    for low, high in gaps[-1:]:
        inside = [text for text in texts[low + 1 : high] if text]
        dates = [text for text in inside if _DATE.match(text)]
        words = [text for text in inside if not _DATE.match(text)]
        if words and len(words[0].split()) > 1:
            yield TaskRecord(
                title=_NUMBERED.sub("", words[0]),
                owner=words[1] if len(words) > 1 else "",
                end=date_of(dates[0]) if dates else None,
                end_printed=dates[0] if dates else "",
                where=row.where,
            )


def _with_more(risk: RiskRecord, row: TableRow, texts: Sequence[str], roles: dict[int, str]) -> RiskRecord:
    words = [text for text in texts if len(text.split()) > 1]
    described = next((column for column, role in roles.items() if role == "description"), None)
    if (
        described is not None
        and described < len(texts)
        and texts[described]
        and texts[described] == (words or [""])[0]
    ):
        return replace(risk, description=f"{risk.description} {texts[described]}")
    if words:
        owner = words[1] if len(words) > 1 else ""
        return replace(risk, actions=(*risk.actions, TaskRecord(title=words[0], owner=owner, where=row.where)))
    return risk


def _matrix(table: Table, key: tuple[Passage, ...]) -> MatrixRecord | None:
    squares: list[tuple[str, list[tuple[int, str, TableCell]]]] = []
    impacts: list[TableCell] = []
    names: list[str] = []
    for row in table.rows:
        cells = [cell for cell in row.cells if cell.text.strip()]
        found = [(int(mark[1]), mark[2] or "", cell) for cell in cells if (mark := _SQUARE.match(_plain(cell)))]
        levels = [each for each in found if each[1]]
        if len(levels) > 2:
            squares.append((" ".join(_plain(cell) for cell in cells if not _SQUARE.match(_plain(cell))), found))
        elif len(found) > 2 and squares:
            impacts = [cell for _, _, cell in found]
        elif squares and impacts and len(cells) == len(impacts):
            names = [_plain(cell) for cell in cells]
    if len(squares) < 3:
        return None
    made: list[MatrixCell] = []
    likelihoods: dict[int, str] = {}
    for word, found in squares:
        axis = [value for value, level, _ in found if not level]
        likelihood = axis[0] if axis else len(squares) - len(likelihoods)
        likelihoods[likelihood] = word.removeprefix("Likelihood").strip()
        levels = [each for each in found if each[1]]
        made += [
            MatrixCell(likelihood=likelihood, impact=at, product=value, level=level, where=cell.where)
            for at, (value, level, cell) in enumerate(levels, start=1)
        ]
    return MatrixRecord(
        cells=tuple(made),
        likelihood=likelihoods,
        impact=dict(enumerate(names, start=1)),
        key=key,
        where=table.where,
    )


def _plain(cell: TableCell) -> str:
    return " ".join(cell.text.split())


def _key(document: BlockDocument, place: int) -> tuple[Passage, ...]:
    """The lines of a key that stands below a matrix."""
    lines: list[Passage] = []
    for block in document.blocks[place + 1 : place + 5]:
        if isinstance(block, Table):
            for row in block.rows[:8]:
                words = [_plain(cell) for cell in row.cells if cell.text.strip()]
                if len(words) == 1 and len(words[0]) < 60:
                    lines.append(Passage(text=words[0], where=row.where))
            if lines:
                break
    return tuple(lines)
