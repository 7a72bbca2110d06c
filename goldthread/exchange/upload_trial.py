"""What the import of a paper would write, tried in a transaction that is undone, and whether what is held agrees."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from goldthread.accounts.models import User
from goldthread.domain.papers import Paper
from goldthread.domain.periods import UnknownPeriod, parse_period
from goldthread.exchange import upload_queries as queries
from goldthread.exchange.actions import ImportResult, import_bundle
from goldthread.exchange.bundle_plan import Document
from goldthread.exchange.comparison import complete_data
from goldthread.exchange.models import Upload
from goldthread.exchange.problems import BundleProblems, Problem
from goldthread.exchange.queries import export_bundle
from goldthread.exchange.reading import read_fields
from goldthread.exchange.references import RefKey, ref_key
from goldthread.exchange.rows import Data
from goldthread.exchange.terminal import figure_words
from goldthread.exchange.upload_bundle import Destination, Planned, ReviewedRow, planned_bundle
from goldthread.rendering.wording import slug

UNEXPLAINED = "Say why they differ."
NO_REASON_PRINTED = "The paper prints this light and no reason for it; its commentary stands beside it."
_REF_OF_DIFFERENCE = re.compile(r"(.{1,40}?): The figures say ")


@dataclass
class PlannedUpload(Planned):
    """A planned bundle with its fingerprint: the same rows always make the same one."""

    @property
    def fingerprint(self) -> str:
        """The checksum of what would be imported."""
        return hashlib.sha256(json.dumps(self.data, sort_keys=True).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Trial:
    """What an import would do: what it would add, or every problem, each with the row that it is about."""

    planned: PlannedUpload
    result: ImportResult | None = None
    problems: tuple[tuple[int | None, str], ...] = ()
    unexplained: tuple[str, ...] = ()
    """References whose printed light is not what the figures come to, without a reason in the paper."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that was accepted, and what is held of it now."""

    name: str
    accepted: str
    held: str
    same: bool


class _TriedOut(Exception):
    """Ends a trial, so that nothing of it stays."""


def destination_of(upload: Upload, *, paper: Paper) -> Destination | str:
    """Where an upload goes, or a sentence that says what is still to be chosen."""
    if upload.report is None or not upload.purpose or not upload.period or upload.report >= len(paper.reports):
        return "Say where the paper goes first."
    try:
        period = parse_period(upload.period)
        last_year = parse_period(upload.last_year) if upload.last_year else None
    except UnknownPeriod as problem:
        return str(problem)
    return Destination(
        purpose=upload.purpose, plan=upload.plan, period=period, last_year=last_year, title=upload.title
    )


def plan_upload(upload: Upload) -> PlannedUpload:
    """The bundle that an upload's accepted rows make, or why they make none."""
    paper = queries.paper_of(upload)
    to = destination_of(upload, paper=paper)
    if isinstance(to, str):
        return PlannedUpload(problems=[Problem("", to)])
    assert upload.report is not None
    rows = [
        ReviewedRow(
            place=each.stored.place,
            objective=each.stored.objective,
            row=each.row,
            measure=each.stored.measure,
        )
        for each in queries.accepted(upload)
    ]
    made = planned_bundle(
        paper.reports[upload.report],
        rows=rows,
        to=to,
        document=document_of(upload, paper=paper),
        held=export_bundle(contents=False),
    )
    return PlannedUpload(data=made.data, places=made.places, problems=made.problems)


def document_of(upload: Upload, *, paper: Paper) -> Document:
    """The uploaded file as a paper that figures are taken from: its checksum is part of its id."""
    assert upload.report is not None
    return Document(
        id=f"{slug(upload.name.rpartition('.')[0] or upload.name)[:80]}-{upload.file.sha256[:8]}",
        title=(upload.title or upload.name)[:300],
        published=paper.reports[upload.report].front.date,
    )


def try_upload(*, upload: Upload, by: User, at: datetime) -> Trial:
    """Import an upload and undo it: what would be written, or everything that is in the way.

    Where a light that the paper prints is not what its figures come to, the entry says that no reason is printed.
    """
    planned = plan_upload(upload)
    if planned.problems:
        return Trial(planned=planned, problems=tuple(_by_row(planned, planned.problems)))
    tried = _tried(planned, by=by, at=at)
    unexplained = tuple(_unexplained(tried))
    if not unexplained:
        return tried
    _explain(planned.data, refs=set(unexplained))
    return replace(_tried(planned, by=by, at=at), unexplained=unexplained)


def _tried(planned: PlannedUpload, *, by: User, at: datetime) -> Trial:
    result: ImportResult | None = None
    try:
        with transaction.atomic():
            result = import_bundle(bundle=planned.data, by=by, at=at)
            raise _TriedOut
    except _TriedOut:
        return Trial(planned=planned, result=result)
    except BundleProblems as found:
        return Trial(planned=planned, problems=tuple(_by_row(planned, found.problems)))
    except ValueError as found:
        return Trial(planned=planned, problems=((None, str(found)),))


def _unexplained(tried: Trial) -> Iterator[str]:
    for _, message in tried.problems:
        if message.endswith(UNEXPLAINED) and (found := _REF_OF_DIFFERENCE.match(message)):
            yield found[1]


def _explain(data: Data, *, refs: set[str]) -> None:
    for round_ in data.get("rounds", ()):
        for made in (*round_.get("returns", ()), *round_.get("milestone_returns", ())):
            if made["ref"] in refs:
                made["officer"] = {**made.get("officer", {}), "progress_reason": NO_REASON_PRINTED}


def _by_row(planned: Planned, problems: Sequence[Problem]) -> Iterator[tuple[int | None, str]]:
    for problem in problems:
        if problem.place.startswith("row "):
            yield int(problem.place.removeprefix("row ")), problem.message
        else:
            row = planned.row_of(problem.place)
            if row is None and (found := _REF_OF_DIFFERENCE.match(problem.message)):
                yield _row_with(found[1], planned=planned), problem.message
                continue
            yield row, problem.message if row is not None else str(problem)


def _row_with(ref: str, *, planned: Planned) -> int | None:
    for r, round_ in enumerate(planned.data.get("rounds", ())):
        for listed in ("returns", "milestone_returns"):
            for index, made in enumerate(round_.get(listed, ())):
                if made["ref"] == ref:
                    return planned.places.get(f"rounds[{r}].{listed}[{index}]")
    return None


def held_again(upload: Upload) -> list[Compared]:
    """Print again what is held of an imported paper, beside what was accepted."""
    data = json.loads(upload.bundle)
    bundle, _ = read_fields(data)
    if bundle is None:
        return []
    held = export_bundle(contents=False)
    accepted = complete_data(bundle, held=held)
    return [*_plan_rows(accepted, held=held), *_round_rows(accepted, held=held)]


def _round_rows(accepted: Data, *, held: Data) -> Iterator[Compared]:
    standing = {row["period"]: row for row in held["rounds"]}
    for round_ in accepted["rounds"]:
        found = standing.get(round_["period"], {})
        for listed in ("returns", "milestone_returns"):
            kept: dict[RefKey, Data] = {ref_key(row): row for row in found.get(listed, ())}
            for made in round_[listed]:
                yield _compared(made, kept.get(ref_key(made)), under=round_["period"])


def _plan_rows(accepted: Data, *, held: Data) -> Iterator[Compared]:
    standing = {plan["id"]: plan for plan in held["plans"]}
    for plan in accepted["plans"]:
        kept: dict[tuple[str, RefKey], Data] = {
            (listed, ref_key(row)): row
            for objective in standing.get(plan["id"], {"objectives": ()})["objectives"]
            for listed in ("measures", "milestones")
            for row in objective[listed]
        }
        for objective in plan["objectives"]:
            for listed in ("measures", "milestones"):
                for made in objective[listed]:
                    yield _compared(made, kept.get((listed, ref_key(made))), under=f"plan {plan['id']}")


_NOT_COMPARED = {"judgements", "set_at", "replaced_at"}


def _compared(made: Data, kept: Data | None, *, under: str) -> Compared:
    return Compared(
        name=f"{made['ref']}, {under}",
        accepted=_words(made),
        held=_words(kept) if kept is not None else "not held",
        same=kept is not None and _covers(kept, made),
    )


def _covers(held: Any, stated: Any) -> bool:
    """Whether what is held says all that was stated; it may say more."""
    if isinstance(stated, dict) and isinstance(held, dict):
        return all(name in _NOT_COMPARED or _covers(held.get(name), value) for name, value in stated.items())
    if isinstance(stated, list) and isinstance(held, list):
        return all(any(_covers(other, each) for other in held) for each in stated)
    return bool(stated == held)


def _words(row: Data) -> str:
    if "current" in row:
        return figure_words(row["current"])
    if "targets" in row:
        years = "; ".join(f"{each['year']} {each['printed'] or each['state']}" for each in row["targets"])
        return years or "no target stated"
    officer = row.get("officer")
    light = officer.get("progress", "") if isinstance(officer, dict) else ""
    return light or row.get("due_printed") or row.get("title") or "no words"
