"""A council's business or service plan: objectives with milestones and measures, priorities, risks, actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldthread.domain.papers import (
    Commentary,
    Field,
    Front,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    PriorityRecord,
    ReportRecord,
    Where,
)
from goldthread.reader.blocks import BlockDocument
from goldthread.reader.recognise.found import Found
from goldthread.reader.recognise.lines import Line, lines_of
from goldthread.reader.recognise.plan_front import LINES_OF_A_FRONT, LONGEST_TITLE, front_of, names_a_plan
from goldthread.reader.recognise.plan_labels import label_of, labelled
from goldthread.reader.recognise.plan_objectives import Draft, PlanReading, read_lines, section_of
from goldthread.reader.recognise.plan_registers import (
    equality_actions_of,
    listed_priorities,
    numbered,
    risks_of,
    stated_priority,
)
from goldthread.reader.recognise.plan_words import vocabulary
from goldthread.reader.recognise.plan_years import year_of

_NUMBERED = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,3})")
_RANGE = re.compile(r"(?P<stem>.*?)(?P<first>\d{1,3})\s?[-–]\s?(?P<last>\d{1,3})")
_PROGRESS = re.compile(r"\bprogress\b.*\bobjectives?\b|\bobjectives?\b.*\bprogress\b", re.IGNORECASE)
_OF_A_PLAN = {"milestones", "linked"}


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """What a plan holds; nothing where the file is none.

    A file is a plan where its objectives have milestones or linked measures of their own, or where its title says so
    and its tables hold targets, or milestones with their dates.
    """
    lines = list(lines_of(document, iter(left)))
    words = vocabulary(document)
    titled = names_a_plan(lines)
    reading = read_lines(lines, words=words, titled=titled)
    labelled_so = [draft for draft in reading.drafts if draft.labels & _OF_A_PLAN]
    has_tables = bool(reading.free_measures or reading.free_deeds)
    if not labelled_so and not (has_tables and titled):
        return _progress(lines, words=words)
    below = {after - 1 for after in (*reading.free_after, *(after for _, after in reading.free_deeds))}
    drafts = [
        draft
        for place, draft in enumerate(reading.drafts)
        if draft.labels & _OF_A_PLAN or draft.measures or (not labelled_so and place in below)
    ]
    return _plan(lines, reading=reading, drafts=drafts)


def completed(report: ReportRecord, *, found: Sequence[ReportRecord]) -> ReportRecord:
    """The report with what a plan's own front says of it, where one was found in its lines."""
    for plan in found:
        if _holds(report, plan.where):
            return replace(
                report,
                kind=plan.kind,
                title=plan.title or report.title,
                period=plan.period or report.period,
                period_printed=plan.period_printed or report.period_printed,
                last_year=plan.last_year,
                plan_kind=plan.plan_kind,
                priorities=plan.priorities,
                front=replace(report.front, fields={**report.front.fields, **plan.front.fields}),
            )
    return report


def _holds(report: ReportRecord, where: Where) -> bool:
    if where.line is None or report.where.line is None or report.last_line is None:
        return where.page is None or report.where.page is None or report.where.page <= where.page
    return report.where.line <= where.line <= report.last_line


def _plan(lines: Sequence[Line], *, reading: PlanReading, drafts: Sequence[Draft]) -> Found:
    sections = _with_refs([section_of(draft, words=reading.words) for draft in drafts])
    placed = _placed(sections, free=_free(reading, drafts=drafts))
    placed = _with_deeds(placed, reading=reading, drafts=drafts)
    measures = [row for section in placed for row in section.measures]
    listed = listed_priorities(lines, words=reading.words)
    risks = list(risks_of(lines))
    actions = list(equality_actions_of(lines))
    kept = {id(draft) for draft in drafts}
    taken = {*reading.free_blocks, *listed.blocks}.union(
        *(draft.blocks for draft in reading.drafts if draft.labels or id(draft) in kept)
    )
    front = front_of(_ahead(lines, of=drafts), measures=measures)
    priorities = listed.priorities or _named_priorities(sections, drafts=drafts, stated=stated_priority(lines))
    title = front.title if front else ""
    where = front.where if front else placed[0].where
    record = ReportRecord(
        kind="plan",
        title=title,
        front=Front(fields={"subject": Field("", title, where)} if title else {}),
        period=front.years.first if front and front.years else None,
        period_printed=front.years.printed if front and front.years else "",
        last_year=front.years.last if front and front.years else None,
        plan_kind=front.kind if front else "plan",
        priorities=numbered(priorities, cited=_citations(measures)),
        where=where,
    )
    return Found(
        taken=frozenset(taken | {block for block, _ in risks} | {block for block, _ in actions}),
        objectives=tuple(placed),
        risks=tuple(risk for _, risk in risks),
        tasks=tuple(action for _, action in actions),
        unrecognised=tuple(reading.unrecognised),
        reports=(record,),
    )


def _ahead(lines: Sequence[Line], *, of: Sequence[Draft]) -> list[Line]:
    """The texts at the top of the file, then those before the first objective, where a plan in a pack begins."""
    texts = [line for line in lines if line.text.strip()]
    first = min((min(draft.blocks) for draft in of if draft.blocks), default=0)
    before = [line for line in texts if line.block < first]
    return [*texts[:LINES_OF_A_FRONT], *before[LINES_OF_A_FRONT:][-LINES_OF_A_FRONT:]]


def _with_refs(sections: Sequence[ObjectiveSection]) -> list[ObjectiveSection]:
    """An objective whose reference was lost has the one before the next objective's, where those run on by one."""
    made: list[ObjectiveSection] = []
    for place, section in enumerate(sections):
        following = _NUMBERED.fullmatch(sections[place + 1].ref) if place + 1 < len(sections) else None
        if not section.ref and following and int(following["number"]) == place + 2:
            number = str(place + 1).zfill(len(following["number"]))
            made.append(replace(section, ref=f"{following['stem']}{number}"))
        else:
            made.append(section)
    return made


def _free(reading: PlanReading, *, drafts: Sequence[Draft]) -> list[tuple[MeasureRow, int]]:
    """The measures of tables outside the objectives, each with the place of the objective it stands below, or -1."""
    kept = {id(draft) for draft in drafts}
    loose = [row for draft in reading.drafts if id(draft) not in kept for row in draft.measures]
    places = _places(reading.free_after, reading=reading, drafts=drafts)
    return [*zip(reading.free_measures, places, strict=True), *((row, -1) for row in loose)]


def _places(counts: Sequence[int], *, reading: PlanReading, drafts: Sequence[Draft]) -> list[int]:
    """For rows read after so many drafts the place of the objective above them.

    It is -1 for all where all stand below the last of several objectives: then it says nothing.
    """
    kept = {id(draft): place for place, draft in enumerate(drafts)}
    if len(drafts) > 1 and set(counts) == {len(reading.drafts)}:
        return [-1] * len(counts)
    return [kept.get(id(reading.drafts[count - 1]), -1) if count else -1 for count in counts]


def _with_deeds(
    sections: Sequence[ObjectiveSection], *, reading: PlanReading, drafts: Sequence[Draft]
) -> list[ObjectiveSection]:
    """The milestones of tables under the objective whose reference they carry, else the one above them, else none."""
    own = {section.ref.upper(): place for place, section in enumerate(sections) if section.ref}
    places = _places([after for _, after in reading.free_deeds], reading=reading, drafts=drafts)
    rows: dict[int, list[MilestoneRow]] = {}
    for (row, _), above in zip(reading.free_deeds, places, strict=True):
        place = own.get(re.sub(r"[a-z]$", "", row.ref).strip(" .").upper(), own.get(_stem(row.ref), above))
        rows.setdefault(place, []).append(row)
    made = [replace(one, milestones=(*one.milestones, *rows.get(place, ()))) for place, one in enumerate(sections)]
    unplaced = rows.get(-1, [])
    if not unplaced:
        return made
    last = made.pop() if made and not made[-1].ref else ObjectiveSection(ref="", title="", where=unplaced[0].where)
    return [*made, replace(last, milestones=tuple(unplaced))]


def _placed(
    sections: Sequence[ObjectiveSection], *, free: Sequence[tuple[MeasureRow, int]]
) -> list[ObjectiveSection]:
    """Each measure under its objective: the first that links it, else by its reference, else the one above it.

    What belongs to none is kept in a section without reference and title.
    """
    rows: dict[int, list[MeasureRow]] = {}
    linked = {ref: place for place in reversed(range(len(sections))) for ref in linked_refs(sections[place])}
    own = {section.ref.upper(): place for place, section in enumerate(sections) if section.ref}
    for row, above in free:
        place = linked.get(_plain(row.ref), own.get(_stem(row.ref), above))
        rows.setdefault(place if place < len(sections) else -1, []).append(row)
    placed = [
        replace(section, measures=(*section.measures, *rows.get(place, ()))) for place, section in enumerate(sections)
    ]
    unplaced = rows.get(-1, [])
    if unplaced:
        placed.append(ObjectiveSection(ref="", title="", measures=tuple(unplaced), where=unplaced[0].where))
    return placed


def _stem(ref: str) -> str:
    """A measure's reference without its own number: of `HO2 03` or `HO2.3` the objective's `HO2`."""
    return re.sub(r"[\s./-]+\d{1,3}[a-z]?$", "", ref).upper()


def linked_refs(section: ObjectiveSection) -> Iterator[str]:
    """The references an objective links, without spaces, ranges spelled out.

    >>> list(linked_refs(ObjectiveSection(ref="H1", title="Homes", linked_measures="H1 01-03, NI72")))
    ['H101', 'H102', 'H103', 'NI72']
    """
    for part in re.split(r"[,;]| and ", section.linked_measures):
        span = _RANGE.fullmatch(part.strip())
        if span and int(span["first"]) < int(span["last"]) <= int(span["first"]) + 99:
            width = len(span["first"])
            yield from (
                f"{_plain(span['stem'])}{str(number).zfill(width)}"
                for number in range(int(span["first"]), int(span["last"]) + 1)
            )
        elif part.strip():
            yield _plain(part)


def _plain(ref: str) -> str:
    return re.sub(r"[\s.:]", "", ref).upper()


def _named_priorities(
    sections: Sequence[ObjectiveSection], *, drafts: Sequence[Draft], stated: PriorityRecord | None
) -> tuple[PriorityRecord, ...]:
    """The plan's priorities as its objectives name them, each once, else the one that the opening names."""
    named: dict[str, Where] = {}
    for section, draft in zip(sections, drafts, strict=True):
        if section.priority:
            named.setdefault(section.priority, draft.priority_where or section.where)
    if named:
        return tuple(PriorityRecord(title, where=where) for title, where in named.items())
    return (stated,) if stated is not None else ()


def _citations(measures: Sequence[MeasureRow]) -> list[str]:
    return [cell.text for row in measures for name, cell in row.cells.items() if "priority" in name]


def _progress(lines: Sequence[Line], *, words: frozenset[str]) -> Found:
    """A paper on progress against a plan's objectives: what it says under each of them."""
    title = next(
        (
            line
            for line in [one for one in lines if one.text][:6]
            if len(line.text) <= LONGEST_TITLE and _PROGRESS.search(line.text)
        ),
        None,
    )
    if title is None:
        return Found()
    sections: list[ObjectiveSection] = []
    taken: set[int] = set()
    texts: list[tuple[str, Where]] = []
    for line in lines:
        opened = _objective(line, words=words)
        if opened is not None:
            sections, texts = _told(sections, texts), []
            sections.append(opened)
        elif sections:
            texts.extend((text, line.where) for text in (line.texts if line.cells else [line.text]) if _says(text))
        if opened is not None or (sections and line.cells):
            taken.add(line.block)
    year = year_of(title.text)
    record = ReportRecord(
        kind="performance report",
        title=title.text,
        period=year,
        period_printed=str(year or ""),
        front=Front(fields={"subject": Field("", title.text, title.where)}),
        where=title.where,
    )
    return Found(
        taken=frozenset(taken), objectives=tuple(_told(sections, texts)), reports=(record,) if sections else ()
    )


def _objective(line: Line, *, words: frozenset[str]) -> ObjectiveSection | None:
    parts = list(labelled(line.texts)) if line.cells else [label for label in [label_of(line.text)] if label]
    if len(parts) != 1 or parts[0].label != "objective" or not (parts[0].ref or parts[0].pieces):
        return None
    return section_of(
        Draft(where=line.where, ref=parts[0].ref, texts={"objective": list(parts[0].pieces)}), words=words
    )


def _says(text: str) -> bool:
    return bool(re.search(r"\w", text))


def _told(sections: list[ObjectiveSection], texts: Sequence[tuple[str, Where]]) -> list[ObjectiveSection]:
    if not sections or not texts:
        return sections
    said = Commentary(authors=(), text="\n".join(text for text, _ in texts), where=texts[0][1])
    return [*sections[:-1], replace(sections[-1], commentary=said)]
