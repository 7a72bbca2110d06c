"""A paper's reports: where each begins, what its front says, its period, recommendations and key of officers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldthread.domain.papers import Field, Front, ObjectiveSection, Passage, ReportRecord, Where
from goldthread.domain.periods import Period, PeriodKind
from goldthread.reader.blocks import Block, BlockDocument, Heading, ListItem, Paragraph, Table
from goldthread.reader.recognise.dates import date_of, period_of, periods_in

LINES_OF_A_FRONT = 14
FIRST_PASSAGES = 25
_LABELS: tuple[tuple[str, str], ...] = (
    ("board", r"report (?:to|for)|to|(?:name of )?(?:committee|board|cabinet|panel|meeting)|decision maker"),
    ("date", r"date(?: of (?:meeting|report|committee|decision))?|meeting date"),
    (
        "officer",
        r"reporting officers?|report (?:of|by|from|author)|(?:lead|responsible|contact) (?:officer|director)|author"
        r"|from|report(?:ing)? director",
    ),
    ("portfolio", r"portfolio(?: holder)?|cabinet (?:member|portfolio)|lead (?:councillor|member)|executive member"),
    ("subject", r"subject|title(?: of report)?|report title|report on|re"),
    ("wards", r"wards?(?:\s?\(s\))?(?: affected)?|divisions?(?: affected)?|areas? affected"),
)
_FRONT = re.compile("|".join(f"(?P<{name}>(?:{pattern}))" for name, pattern in _LABELS), re.IGNORECASE)
_LINE = re.compile(r"(?P<label>[A-Za-z][A-Za-z ()]{1,40}?)\s*:\s*(?P<text>\S.*)?", re.DOTALL)
_RECOMMENDED = re.compile(
    r"\W*(?:\d[\d.]*\s*)?(?:recommend(?:ation(?:s|\(s\))?|ed)|it is recommended)\b", re.IGNORECASE
)
_KEY = re.compile(r"(?:key (?:for|to|of)|list of)\b.{0,40}\bofficers?\s*:?", re.IGNORECASE)
_INITIALS = re.compile(
    r"\W*(?P<initials>[A-Z]{2,4}(?:\s?[/&]\s?[A-Z]{2,4})*)\W{1,4}(?P<names>[A-Z][\w'’-]+ [^,–]{2,80}?)\s*[,–-]\s*"
    r"(?P<post>.+)",
    re.DOTALL,
)
_RANGE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}(?:\s+\d{4})?\s+(?:to|until|-|–)\s+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}"
)
_REPORTING_PERIOD = re.compile(r"(?:reporting )?period(?: covered)?\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A report's blocks, from `start` up to but not including `end`, and the lines of its front."""

    start: int
    end: int
    fields: dict[str, Field]


def spans_of(document: BlockDocument) -> tuple[Span, ...]:
    """Where each report begins and ends: at its front; a file without any front is one report."""
    fronts = list(_fronts(document.blocks))
    if not fronts:
        return (Span(0, len(document.blocks), {}),) if document.blocks else ()
    ends = [start for start, _ in fronts[1:]] + [len(document.blocks)]
    return tuple(Span(start, end, fields) for (start, fields), end in zip(fronts, ends, strict=True))


def report_of(
    document: BlockDocument, span: Span, *, passages: Sequence[Passage], objectives: Sequence[ObjectiveSection]
) -> ReportRecord:
    """The record of one report, with the passages and objectives that stand in it."""
    title = _title(document, span, passages)
    printed, period = _period(title, passages)
    if period is None:
        alone = not span.fields
        printed, period = (
            _period_of_columns(objectives) or (_period_of_file(document.file) if alone else None) or ("", None)
        )
    blocks = document.blocks[span.start : span.end]
    date = span.fields.get("date")
    return ReportRecord(
        kind=_kind(title, objectives),
        title=title,
        period=period,
        period_printed=printed,
        front=Front(
            fields=span.fields, date=date_of(date.text) if date else None, recommendations=_recommendations(passages)
        ),
        objectives=tuple(objectives),
        passages=tuple(passages),
        officers=_officers(passages),
        where=_first_where(blocks),
        last_line=_last_line(blocks),
    )


def _fronts(blocks: Sequence[Block]) -> Iterator[tuple[int, dict[str, Field]]]:
    lines = list(_front_lines(blocks))
    start = 0
    while start < len(lines):
        place, name, first = lines[start]
        fields = {name: first}
        last, following = place, start + 1
        while following < len(lines) and lines[following][0] - last <= 2 and lines[following][1] not in fields:
            last, name, field = lines[following]
            fields[name] = field
            following += 1
        if len(fields) >= 3 and {"board", "officer", "subject"} & fields.keys() >= {"subject"}:
            yield place, fields
        start = following


def _front_lines(blocks: Sequence[Block]) -> Iterator[tuple[int, str, Field]]:
    """Every line that could belong to a front: a label and what stands beside it."""
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            for row in block.rows[:LINES_OF_A_FRONT]:
                texts = [cell.text.strip() for cell in row.cells if cell.text.strip()]
                if 1 <= len(texts) <= 2 and (name := _label_name(texts[0])):
                    yield place, name, Field(texts[0], texts[1] if len(texts) > 1 else "", row.where)
        elif isinstance(block, Paragraph | Heading | ListItem):
            found = _LINE.fullmatch(block.text)
            if found and (name := _label_name(found["label"])):
                yield place, name, Field(found["label"], (found["text"] or "").strip(), block.where)


def _label_name(label: str) -> str | None:
    found = _FRONT.fullmatch(label.strip().rstrip(":").strip())
    return found.lastgroup if found else None


def _title(document: BlockDocument, span: Span, passages: Sequence[Passage]) -> str:
    if "subject" in span.fields:
        return span.fields["subject"].text
    heading = next((passage for passage in passages if passage.level is not None), None)
    first = next((passage for passage in passages if passage.text.strip()), None)
    chosen = heading or first
    return " ".join(chosen.text.split())[:200] if chosen else document.file


def _period(title: str, passages: Sequence[Passage]) -> tuple[str, Period | None]:
    """The period from the title, a line that names it, a heading, or the words "for the period …"."""
    ahead = list(passages[:FIRST_PASSAGES])
    named = [p.text for p in passages if len(p.text) < 120 and _REPORTING_PERIOD.match(p.text)]
    headings = [p.text for p in ahead if p.level is not None]
    for text in [title, *named, *headings]:
        found = next(iter(periods_in(text)), None)
        if found is not None:
            return found.printed, found.period
    for passage in ahead:
        spanning = _RANGE.search(passage.text)
        period = period_of(spanning[0]) if spanning else None
        if spanning and period:
            return spanning[0], period
    return "", None


def _period_of_columns(objectives: Sequence[ObjectiveSection]) -> tuple[str, Period] | None:
    """The period that the current column is headed with, or else the target's."""
    rows = [row for objective in objectives for row in objective.measures]
    for name in ("current", "target"):
        headers = Counter(row.cells[name].header for row in rows if name in row.cells)
        for header, _ in headers.most_common(1):
            found = next(iter(periods_in(header)), None)
            if found is not None:
                return found.printed, found.period
    return None


def _period_of_file(file: str) -> tuple[str, Period] | None:
    """The period in a file's name ("visits-q3-2324.pdf"): asked last, where nothing in the file names it."""
    stem = re.sub(r"[_ ]|(?<=[a-z])-|-(?=[a-z])", " ", file.rpartition(".")[0].lower())
    stem = re.sub(r"\b(q[1-4])-", r"\1 ", stem)
    stem = re.sub(r"(?<!\d)(\d\d)(\d\d)(?!\d)", _years_run_together, stem)
    found = next(iter(periods_in(stem)), None)
    return (found.printed, found.period) if found and found.period.kind is not PeriodKind.DATE else None


def _years_run_together(found: re.Match[str]) -> str:
    return f"{found[1]}/{found[2]}" if int(found[2]) == (int(found[1]) + 1) % 100 else found[0]


def _kind(title: str, objectives: Sequence[ObjectiveSection]) -> str:
    if any(
        "current" in row.cells or "progress" in row.cells for objective in objectives for row in objective.measures
    ) or any(row.progress is not None for objective in objectives for row in objective.milestones):
        return "performance report"
    if objectives or re.search(
        r"\b(?:business|service|improvement|corporate|council|delivery) plan\b", title, re.IGNORECASE
    ):
        return "plan"
    return "performance report" if re.search(r"\bperformance\b", title, re.IGNORECASE) else "report"


def _recommendations(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The texts under the heading of the recommendations up to the next heading; else the heading's own words."""
    start = next(
        (place for place, passage in enumerate(passages[: FIRST_PASSAGES * 2]) if _RECOMMENDED.match(passage.text)),
        None,
    )
    if start is None:
        return ()
    following = passages[start + 1 :]
    end = next((place for place, passage in enumerate(following) if passage.level is not None), len(following))
    return tuple(following[:end]) or (passages[start],)


def _officers(passages: Sequence[Passage]) -> dict[str, str]:
    """The key of officers: initials, names and posts, on the key's own line and those below it."""
    start = next((place for place, passage in enumerate(passages) if _KEY.search(passage.text[:120])), None)
    if start is None:
        return {}
    own = _KEY.search(passages[start].text)
    assert own is not None
    lines = [passages[start].text[own.end() :], *(passage.text for passage in passages[start + 1 : start + 30])]
    officers: dict[str, str] = {}
    for place, line in enumerate(lines):
        found = _INITIALS.fullmatch(line.strip())
        if found is None and place:
            break
        if found:
            officers |= _people(found)
    return officers


def _people(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    initials = re.split(r"\s?[/&]\s?", found["initials"])
    names = re.split(r"\s?[/&]\s?", found["names"])
    if len(names) != len(initials):
        names = [found["names"]] * len(initials)
    post = " ".join(found["post"].split()).rstrip(".")
    return ((short, f"{name}, {post}") for short, name in zip(initials, names, strict=True))


def _first_where(blocks: Sequence[Block]) -> Where:
    return blocks[0].where if blocks else Where()


def _last_line(blocks: Sequence[Block]) -> int | None:
    if not blocks:
        return None
    last = blocks[-1]
    return last.rows[-1].where.line if isinstance(last, Table) and last.rows else last.where.line
