"""Risk registers and matrices: scores now and aimed at, owners, dates, actions; levels by likelihood and impact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from goldthread.domain.papers import MatrixCell, MatrixRecord, Passage, RiskRecord, ScoreRecord, TaskRecord
from goldthread.reader.blocks import BlockDocument, Table, TableCell, TableRow
from goldthread.reader.recognise.dates import date_of
from goldthread.reader.recognise.found import Found
from goldthread.reader.recognise.lines import in_columns

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
    ("review", r"^(?:next )?review(?: date| due)?$"),
)
_SQUARE = re.compile(r"^(\d{1,2})\s*(low|moderate|medium|significant|high|very high|extreme)?$", re.IGNORECASE)
_OWNERS = re.compile(r"\bSRO\s*:\s*(?P<sro>.*?)(?=Risk Owner|$)|Risk Owner\s*:\s*(?P<owner>.*)$", re.IGNORECASE)
_DATE = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$")
_NUMBERED = re.compile(r"^\d{1,2}[.)]?\s+(?=[A-Z])")
_LEVEL = re.compile(r"^(?:L|M|H|VH|Low|Medium|Moderate|High)$")
MOST_HEADER_ROWS = 4
LONGEST_HEADER = 60

Rows = Sequence[tuple[TableRow, tuple[TableCell, ...]]]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the columns of a register hold, whether it scores its risks, and which factor of a score comes first."""

    roles: dict[int, str]
    is_scored: bool
    likelihood_first: bool


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """The registers and matrices among the tables that are left."""
    taken: set[int] = set()
    risks: list[RiskRecord] = []
    matrices: list[MatrixRecord] = []
    layout: _Layout | None = None
    last = -10
    for place in left:
        block = document.blocks[place]
        if not isinstance(block, Table):
            continue
        key_place, key = _key(document, place)
        matrix = _matrix(block, key)
        if matrix is not None:
            taken |= {place, key_place}
            matrices.append(matrix)
            continue
        rows = list(in_columns(block))
        headed = _layout(rows)
        if headed is not None:
            layout = headed
        elif layout is None or place - last > 1 or all(len(cells) <= max(layout.roles) for _, cells in rows):
            layout = None
            continue
        last = place
        taken.add(place)
        for row, cells in rows:
            _take(row, [_plain(cell) for cell in cells], layout, risks)
    return Found(taken=frozenset(taken), risks=tuple(risks), matrices=tuple(matrices))


def _layout(rows: Rows) -> _Layout | None:
    """What each column holds, if a row of the table heads a register."""
    heads = [[_plain(cell) for cell in cells] for _, cells in rows[:MOST_HEADER_ROWS]]
    for texts in heads[:3]:
        roles: dict[int, str] = {}
        for column, text in enumerate(texts):
            role = next((role for role, pattern in ROLES if re.search(pattern, text.lower())), None)
            if role is not None and role not in roles.values() and len(text) < LONGEST_HEADER:
                roles[column] = role
        held = set(roles.values())
        if "description" in held and len(held & {"controls", "rating", "owner", "opened", "effect"}) > 1:
            said = [text.lower() for row in heads for text in row]
            axes = [text for text in said if text in {"impact", "severity", "likelihood", "probability"}]
            return _Layout(
                roles=roles,
                is_scored=any("score" in text for text in said),
                likelihood_first=bool(axes) and axes[0] in {"likelihood", "probability"},
            )
    return None


def _take(row: TableRow, texts: list[str], layout: _Layout, risks: list[RiskRecord]) -> None:
    held = {role: texts[column] for column, role in layout.roles.items() if column < len(texts)}
    ref = held.get("ref", "").rstrip("-. ")
    if not any(texts) or _is_header(texts):
        return
    description = held.get("description", "")
    if (
        len(description.split()) > (2 if layout.is_scored else 0)
        and re.search(r"\d|^$", ref)
        and not (_is_rest(held, layout) and risks)
        and not re.search(r"description", description.lower())
    ):
        if ref and risks and not risks[-1].description and risks[-1].ref == ref:
            risks.pop()
        waiting = risks.pop() if risks and not risks[-1].description else None
        held["ref"] = ref or (waiting.ref if waiting else "")
        risks.append(_risk(row, texts, held, layout=layout))
    elif ref and ref.isdigit():
        risks.append(RiskRecord(ref=ref, description="", where=row.where))
    elif risks and risks[-1].description:
        risks[-1] = _with_action(risks[-1], row, texts, held) if layout.is_scored else _with_rest(risks[-1], held)


def _is_rest(held: Mapping[str, str], layout: _Layout) -> bool:
    """Whether a row has no number, rating or owner of its own where the register gives them to each risk."""
    own = {role for role in ("ref", "rating", "owner", "lead") if held.get(role)}
    return not layout.is_scored and "ref" in layout.roles.values() and not own


def _is_header(texts: Sequence[str]) -> bool:
    words = " ".join(texts).lower()
    return "description" in words or bool(
        re.fullmatch(r"[\s a-z]*", words) and re.search(r"rating|impact likelihood", words)
    )


def _risk(row: TableRow, texts: list[str], held: dict[str, str], *, layout: _Layout) -> RiskRecord:
    owners = next((place for place, text in enumerate(texts) if _OWNERS.search(text)), None)
    named = _owners(texts[owners]) if owners is not None else {}
    plain = held.get("owner", "") if owners is None and re.search(r"[A-Za-z]", held.get("owner", "")) else ""
    opened = held.get("opened", "") if _DATE.match(held.get("opened", "")) else ""
    updated, update = _update(texts, held, owners)
    scored = [text for place, text in enumerate(texts) if layout.roles.get(place) != "ref"]
    current, target = _scores([int(text) for text in scored if re.fullmatch(r"\d{1,2}", text)], layout)
    level = next((text for text in texts if _LEVEL.match(text)), "")
    review = held.get("review", "")
    return RiskRecord(
        ref=held["ref"],
        description=held.get("description", ""),
        area=held.get("area", ""),
        opened=date_of(opened) if opened else None,
        opened_printed=opened,
        controls=held.get("controls", ""),
        current=current,
        target=target,
        rating=held.get("rating", "") if _LEVEL.match(held.get("rating", "")) else level,
        actions=tuple(_actions(row, texts, texts.index(held["description"]))) if layout.is_scored else (),
        owner=named.get("owner", "").strip() or plain or held.get("lead", ""),
        responsible_officer=named.get("sro", "").strip(),
        updated=date_of(updated),
        updated_printed=updated,
        update=update,
        where=row.where,
        effect="" if layout.is_scored else held.get("effect", ""),
        review=date_of(review) if review else None,
        review_printed=review,
    )


def _owners(text: str) -> dict[str, str]:
    return {name: said for found in _OWNERS.finditer(text) for name, said in found.groupdict().items() if said}


def _update(texts: Sequence[str], held: dict[str, str], owners: int | None) -> tuple[str, str]:
    """The day of the last update and its words: behind the owners where a row names them, as its cells may shift."""
    if owners is None:
        said = held.get("update", "")
        return held.get("updated", ""), "" if _DATE.match(said) else said
    behind = texts[owners + 1 :]
    day = next((text for text in behind if _DATE.match(text)), "")
    return day, next((text for text in behind if re.search(r"[A-Za-z]", text) and not _LEVEL.match(text)), "")


def _scores(numbers: Sequence[int], layout: _Layout) -> tuple[ScoreRecord, ScoreRecord]:
    """The score now and the one aimed at: two factors and their product each, or only the products."""
    if not layout.is_scored or not numbers:
        return ScoreRecord(), ScoreRecord()
    if len(numbers) < 3:
        return ScoreRecord(score=numbers[0]), ScoreRecord(score=numbers[1] if len(numbers) > 1 else None)
    made = [_score(numbers[at : at + 3], layout) for at in range(0, len(numbers) - 2, 3)]
    return made[0], made[1] if len(made) > 1 else ScoreRecord()


def _score(three: Sequence[int], layout: _Layout) -> ScoreRecord:
    first, second, score = three
    impact, likelihood = (second, first) if layout.likelihood_first else (first, second)
    return ScoreRecord(impact=impact, likelihood=likelihood, score=score)


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


def _with_action(risk: RiskRecord, row: TableRow, texts: Sequence[str], held: dict[str, str]) -> RiskRecord:
    """More of a risk's text, or its next action, in a register where each action has its row."""
    words = [text for text in texts if len(text.split()) > 1]
    described = held.get("description", "")
    if described and described == (words or [""])[0]:
        return replace(risk, description=f"{risk.description} {described}")
    if words:
        title, owner = _NUMBERED.sub("", words[0]), words[1] if len(words) > 1 else ""
        return replace(risk, actions=(*risk.actions, TaskRecord(title=title, owner=owner, where=row.where)))
    return risk


def _with_rest(risk: RiskRecord, held: dict[str, str]) -> RiskRecord:
    """A risk whose cells go on in the row below, as at the foot of a page."""
    return replace(
        risk,
        description=f"{risk.description} {held.get('description', '')}".strip(),
        controls=f"{risk.controls} {held.get('controls', '')}".strip(),
        effect=f"{risk.effect} {held.get('effect', '')}".strip(),
    )


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


def _key(document: BlockDocument, place: int) -> tuple[int, tuple[Passage, ...]]:
    """The lines of a key that stands below a matrix, and which block it is; the matrix's own where there is none."""
    for at, block in enumerate(document.blocks[place + 1 : place + 5], start=place + 1):
        if isinstance(block, Table):
            lines: list[Passage] = []
            for row in block.rows[:8]:
                words = [_plain(cell) for cell in row.cells if cell.text.strip()]
                if len(words) == 1 and len(words[0]) < LONGEST_HEADER:
                    lines.append(Passage(text=words[0], where=row.where))
            if lines:
                return at, tuple(lines)
    return place, ()
