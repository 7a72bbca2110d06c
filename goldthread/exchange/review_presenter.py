"""The review of an uploaded paper as its pages show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse

from goldthread.domain.papers import MeasureRow, Paper
from goldthread.exchange.models import Upload, UploadRow
from goldthread.exchange.papers_lineage import LIKELY
from goldthread.exchange.rows import Data
from goldthread.exchange.terminal import figure_words
from goldthread.exchange.upload_lineage import NEW, SAME_REFERENCE, Candidate
from goldthread.exchange.upload_queries import ShownRow
from goldthread.exchange.upload_rows import cells_in_order, place_text, read_as
from goldthread.exchange.upload_trial import Compared, PlannedUpload, Trial
from goldthread.publishing.presenters.reports import size_text
from goldthread.rendering.wording import counted, in_words, long_date

ROWS_A_PAGE = 20
STATES: Mapping[str, str] = {
    Upload.State.OPEN: "In review",
    Upload.State.IMPORTED: "Imported",
    Upload.State.ABANDONED: "Put aside",
}
DECISIONS: Mapping[str, str] = {
    UploadRow.Decision.UNDECIDED: "Decide later",
    UploadRow.Decision.ACCEPTED: "Accept",
    UploadRow.Decision.REJECTED: "Leave out",
}
MOST_UNRECOGNISED = 200
SURE = Decimal("0.9")
ShownTable = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]
"""A caption, its headings and its rows."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """A step of the review, what is known of it, and whether it is done."""

    name: str
    href: str
    hint: str
    is_done: bool
    is_open: bool = True


@dataclass(frozen=True, kw_only=True)
class CellLine:
    """One cell of a row: its heading, what the paper prints and what was read."""

    heading: str
    printed: str
    read: str


@dataclass(frozen=True, kw_only=True)
class RowCard:
    """One row to decide on."""

    place: int
    version: int
    name: str
    title: str
    where: str
    original: str
    cells: tuple[CellLine, ...]
    commentary: str
    commentary_by: str
    confidence: str
    is_sure: bool
    decision: str
    is_corrected: bool
    decided: str
    href: str


@dataclass(frozen=True, kw_only=True)
class RowGroup:
    """The rows under one objective."""

    heading: str
    cards: tuple[RowCard, ...]


@dataclass(frozen=True, kw_only=True)
class ListedUpload:
    """An upload in the list of all."""

    name: str
    href: str
    state: str
    uploaded: str
    rows: str


def list_of(uploads: Sequence[Any]) -> list[ListedUpload]:
    """Return every upload as a line of the list."""
    return [
        ListedUpload(
            name=upload.name,
            href=reverse("import", args=[upload.pk]),
            state=STATES[upload.state],
            uploaded=f"{long_date(upload.uploaded_at.date())} by {upload.uploaded_by}",
            rows=_progress(upload),
        )
        for upload in uploads
    ]


def _progress(upload: Any) -> str:
    if not upload.row_count:
        return "no rows recognised"
    if upload.state != Upload.State.OPEN or not upload.undecided_count:
        return counted(upload.row_count, "row")
    return f"{upload.undecided_count} of {counted(upload.row_count, 'row')} to decide"


def tasks_of(upload: Upload, *, decisions: Counter[str], unmapped: int) -> list[Task]:
    """Return the steps of a review with how far each is."""
    rows = decisions.total()
    left = decisions[UploadRow.Decision.UNDECIDED]
    accepted = decisions[UploadRow.Decision.ACCEPTED]
    placed = bool(upload.purpose)
    return [
        Task(
            name="Say where it goes",
            href=reverse("import-destination", args=[upload.pk]),
            hint=_goes(upload) if placed else "Which report, plan and period",
            is_done=placed,
        ),
        Task(
            name="Compare the rows with the paper",
            href=reverse("import-rows", args=[upload.pk]),
            hint=f"{rows - left} of {counted(rows, 'row')} decided, {accepted} accepted",
            is_done=rows > 0 and left == 0,
        ),
        Task(
            name="Say which measure each row is",
            href=reverse("import-measures", args=[upload.pk]),
            hint=_naming(unmapped, accepted=accepted),
            is_done=placed and accepted > 0 and unmapped == 0,
            is_open=placed and accepted > 0,
        ),
        Task(
            name="Try the import, then import",
            href=reverse("import-trial", args=[upload.pk]),
            hint="Shows exactly what would be written; writes nothing by itself",
            is_done=False,
            is_open=placed and accepted > 0 and unmapped == 0,
        ),
    ]


def _naming(unmapped: int, *, accepted: int) -> str:
    if not accepted:
        return "No row is accepted yet"
    return f"{unmapped} still to be named" if unmapped else "Every accepted measure is named"


def _goes(upload: Upload) -> str:
    if upload.purpose == Upload.Purpose.PLAN:
        return f"A plan for {upload.period}{' to ' + upload.last_year if upload.last_year else ''}"
    return f"The round of {upload.period}, {'plan ' + upload.plan if upload.plan else 'its plan made from it'}"


def front_of(upload: Upload, *, size: int, counts: str) -> list[tuple[str, str]]:
    """Return what is known of an upload as names and values."""
    items = [
        ("File", f"{upload.name} ({upload.format.upper()}, {size_text(size)})"),
        ("Uploaded", f"{long_date(upload.uploaded_at.date())} by {upload.uploaded_by}"),
        ("Read", counts),
        ("Checksum (SHA-256)", upload.file.sha256),
    ]
    if upload.imported_at:
        items.append(("Imported", f"{long_date(upload.imported_at.date())} by {upload.imported_by}"))
        items.append(("Went to", _goes(upload)))
        items.append(("Result", upload.result or "Nothing new"))
    return items


def counts_of(paper: Paper, *, rows: int) -> str:
    """Return in words what was read of a paper."""
    reports = counted(len(paper.reports), "report")
    return f"{reports}, {counted(rows, 'row')}; {counted(len(paper.unrecognised), 'part')} not recognised"


@dataclass(frozen=True, kw_only=True)
class UnrecognisedLine:
    """A part of the paper that was not understood."""

    where: str
    text: str
    reason: str


def unrecognised_of(paper: Paper) -> list[UnrecognisedLine]:
    """Return what was not understood, as printed, at most the first of them."""
    return [
        UnrecognisedLine(
            where=place_text(each.where), text=each.text[:1500] or "(no words)", reason=each.reason or each.kind
        )
        for each in paper.unrecognised[:MOST_UNRECOGNISED]
    ]


def groups_of(rows: Sequence[ShownRow], *, upload: Upload) -> list[RowGroup]:
    """Return rows as cards under their objectives, in their order."""
    groups: dict[str, list[RowCard]] = {}
    for each in rows:
        groups.setdefault(each.stored.heading or "Under no objective", []).append(card_of(each, upload=upload))
    return [RowGroup(heading=heading, cards=tuple(cards)) for heading, cards in groups.items()]


def card_of(each: ShownRow, *, upload: Upload) -> RowCard:
    """Return one row as a card."""
    stored, row = each.stored, each.row
    decided = ""
    if stored.decided_by is not None and stored.decided_at is not None:
        decided = f"{stored.decided_by}, {long_date(stored.decided_at.date())}"
    return RowCard(
        place=stored.place,
        version=stored.version,
        name=f"{'Measure' if stored.kind == UploadRow.Kind.MEASURE else 'Milestone'} {row.ref}".strip(),
        title=(row.title if isinstance(row, MeasureRow) else row.text) or "No title was read",
        where=place_text(row.where),
        original=stored.original,
        cells=tuple(_cells(each)),
        commentary=row.commentary.text if row.commentary else "",
        commentary_by=", ".join(row.commentary.authors) if row.commentary else "",
        confidence=f"{int(row.confidence * 100)}%",
        is_sure=row.confidence >= SURE,
        decision=stored.decision,
        is_corrected=stored.is_corrected,
        decided=decided,
        href=reverse("import-row", args=[upload.pk, stored.place]),
    )


def _cells(each: ShownRow) -> list[CellLine]:
    row = each.row
    if not isinstance(row, MeasureRow):
        due = CellLine(heading="Due", printed=row.due_printed or "not stated", read=_day(row.due))
        if row.progress is None:
            return [due]
        return [due, CellLine(heading="Progress", printed=row.progress.text or "blank", read=read_as(row.progress))]
    lines = [
        CellLine(
            heading=cell.header or name.replace("_", " ").capitalize(),
            printed=cell.text or "blank",
            read=read_as(cell),
        )
        for name, cell in cells_in_order(row)
    ]
    if row.comparator is not None:
        period = str(row.comparator.period or "period not read")
        lines.append(CellLine(heading="Compared with", printed=row.comparator.printed or "blank", read=period))
    return lines


def _day(day: Any) -> str:
    return long_date(day) if day else "no date"


@dataclass(frozen=True, kw_only=True)
class Option:
    """A measure that a row may be."""

    value: str
    text: str
    hint: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class NamingCard:
    """A row whose measure is to be named."""

    place: int
    version: int
    name: str
    title: str
    figure: str
    options: tuple[Option, ...]
    other: str


def naming_cards(
    rows: Sequence[ShownRow], *, proposed: Sequence[tuple[Candidate, ...]], titles: dict[str, str]
) -> list[NamingCard]:
    """Return each accepted measure with the measures that it may be; what is likely is chosen already."""
    return [
        _naming_card(each, found=found, titles=titles)
        for each, found in zip(rows, proposed, strict=True)
        if isinstance(each.row, MeasureRow)
    ]


def _naming_card(each: ShownRow, *, found: Sequence[Candidate], titles: dict[str, str]) -> NamingCard:
    row = each.row
    assert isinstance(row, MeasureRow)
    offered = [candidate.measure for candidate in found]
    chosen = each.stored.measure or _likely(found)
    options = [
        Option(
            value=candidate.measure,
            text=candidate.title,
            hint=candidate.why,
            is_chosen=candidate.measure == chosen,
        )
        for candidate in found
    ]
    other = titles.get(chosen, "") if chosen not in {*offered, NEW} else ""
    options.append(
        Option(value=NEW, text="A new measure", hint="It is held under no title yet", is_chosen=chosen == NEW)
    )
    current = row.cells.get("current")
    return NamingCard(
        place=each.stored.place,
        version=each.stored.version,
        name=row.ref or "No reference",
        title=row.title,
        figure=f"{read_as(current)}" if current is not None else "no current figure",
        options=tuple(options),
        other=other,
    )


def _likely(found: Sequence[Candidate]) -> str:
    """The measure that is chosen before a person looks; none where the reference and the titles disagree."""
    likely = next((candidate.measure for candidate in found if candidate.score >= LIKELY), "")
    disagree = any(candidate.why.startswith(SAME_REFERENCE) and candidate.score < LIKELY for candidate in found)
    return "" if disagree else likely or NEW


@dataclass(frozen=True, kw_only=True)
class TrialProblem:
    """What is in the way of an import, and the row to put right."""

    text: str
    href: str
    message: str


@dataclass(frozen=True, kw_only=True)
class TrialPage:
    """What an import would write, or what is in its way."""

    summary: str
    problems: tuple[TrialProblem, ...]
    tables: tuple[ShownTable, ...]
    fingerprint: str
    unexplained: str


def trial_page(trial: Trial, *, upload: Upload) -> TrialPage:
    """Return a trial as its page shows it."""
    problems = tuple(
        TrialProblem(
            text=f"Row {row}" if row is not None else "",
            href=reverse("import-row", args=[upload.pk, row]) if row is not None else "",
            message=message,
        )
        for row, message in trial.problems
    )
    summary = (
        f"{counted(len(problems), 'problem')} must be put right first. Nothing was imported."
        if problems
        else f"{trial.result} Nothing has been written yet.".replace("Added", "The import would add", 1)
    )
    return TrialPage(
        summary=summary,
        problems=problems,
        tables=tuple(_tables(trial.planned)),
        fingerprint=trial.planned.fingerprint,
        unexplained=in_words(trial.unexplained) if trial.unexplained else "",
    )


def _tables(planned: PlannedUpload) -> list[ShownTable]:
    data = planned.data
    tables: list[ShownTable] = []
    if new := data.get("measures"):
        rows = tuple((each["title"], each["unit"], each["polarity"]) for each in new)
        tables.append(("New measures", ("Measure", "Unit", "Which way is better"), rows))
    headings: tuple[str, ...] = ("Reference", "Title", "Targets and actuals", "Source")
    tables += [
        (f"Added to the plan {plan['title']}", headings, tuple(_plan_rows(plan))) for plan in data.get("plans", ())
    ]
    for round_ in data.get("rounds", ()):
        title = f"Figures of {round_['period']}"
        headings = ("Reference", "Figure", "Printed", "Source")
        tables.append((title, headings, tuple(_return_row(made) for made in round_.get("returns", ()))))
        done = tuple(_milestone_row(made) for made in round_.get("milestone_returns", ()))
        tables.append((f"Milestones of {round_['period']}", ("Reference", "Officer’s progress", "Source"), done))
    return [table for table in tables if table[2]]


def _plan_rows(plan: Data) -> list[tuple[str, ...]]:
    return [
        row
        for objective in plan["objectives"]
        for row in (
            *((made["ref"], made["title"], _numbers(made), _source(made)) for made in objective.get("measures", ())),
            *((made["ref"], made["title"], _due(made), _source(made)) for made in objective.get("milestones", ())),
        )
    ]


def _numbers(made: Data) -> str:
    targets = [f"target {each['year']}: {each.get('printed') or each['state']}" for each in made.get("targets", ())]
    actuals = [
        f"actual {each['period']}: {each.get('printed') or each['status']}" for each in made.get("actuals", ())
    ]
    return "; ".join([*targets, *actuals]) or "none stated"


def _due(made: Data) -> str:
    return f"due {made.get('due') or 'not stated'}"


def _return_row(made: Data) -> tuple[str, ...]:
    figure = {"value": None, "unit": "count", "parts": (), **made["current"]}
    if figure["value"] is not None and "unit" not in made["current"]:
        words = f"{figure['value']}{' (provisional)' if figure['status'] == 'provisional' else ''}"
    else:
        words = figure_words({**figure, "parts": [{"value": None, **part} for part in figure["parts"]]})
    return made["ref"], words, made["current"].get("printed") or "blank", _source(made)


def _milestone_row(made: Data) -> tuple[str, ...]:
    return made["ref"], made.get("officer", {}).get("progress", "not recorded"), _source(made)


def _source(made: Data) -> str:
    line = made.get("source", {}).get("line")
    return f"line {line}" if line else "the paper"


def compared_rows(found: Sequence[Compared]) -> tuple[str, list[tuple[str, str, str, str]]]:
    """Return the check of what is held against what was accepted, in one sentence and as rows."""
    rows = [(each.name, each.accepted, each.held, "Same" if each.same else "Different") for each in found]
    same = sum(each.same for each in found)
    if same == len(found):
        return f"All {len(found)} entries are held exactly as they were accepted.", rows
    return f"{same} of {len(found)} entries are held as they were accepted; the others were changed since.", rows
