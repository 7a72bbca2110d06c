"""What a person should look at before what was read in a paper is imported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldthread.domain.papers import ReportRecord, Where
from goldthread.exchange.papers_figures import is_sentence
from goldthread.exchange.papers_lineage import keyed_measures
from goldthread.exchange.papers_plan import years_of_plan
from goldthread.reader.recognise.plan_years import year_of


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the person importing should look at: where it is, and what is doubtful."""

    where: Where
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


def doubts(report: ReportRecord, *, lineage: Mapping[str, str] | None = None) -> tuple[Doubt, ...]:
    """What a person should look at before a report is imported, in the order of the paper."""
    found = [*_doubts_of_plan(report)] if report.kind == "plan" else []
    found += _doubts_of_measures(report, lineage=lineage)
    return tuple(sorted(found, key=lambda doubt: (doubt.where.page or 0, doubt.where.line or 0)))


def _doubts_of_plan(report: ReportRecord) -> Iterator[Doubt]:
    if report.period is None:
        yield Doubt(report.where, "The years of the plan are not stated. Enter its first and last year.")
        return
    years = years_of_plan(report)
    for objective in report.objectives:
        if not objective.ref:
            count = len(objective.measures) + len(objective.milestones)
            stand = (
                "1 row stands under no objective and is"
                if count == 1
                else f"{count} rows stand under no objective and are"
            )
            yield Doubt(objective.where, f"{stand} left out.")
            continue
        if objective.title[:1].islower() or objective.title.count("(") != objective.title.count(")"):
            yield Doubt(objective.where, f"The title of {objective.ref} is damaged: “{objective.title}”.")
        for row in objective.milestones:
            printed = year_of(row.year)
            if printed is not None and not years[0] <= printed <= years[1]:
                yield Doubt(row.where, f"The milestone stands under {row.year}, outside the plan's years.")
            if row.due is None and ";" in row.due_printed:
                yield Doubt(row.where, f"The milestone names several dates ({row.due_printed}). None was taken.")


def _doubts_of_measures(report: ReportRecord, *, lineage: Mapping[str, str] | None) -> Iterator[Doubt]:
    for key, occurrence, row in keyed_measures(report):
        if occurrence > 1:
            yield Doubt(row.where, f"{row.ref} is printed again, here for “{row.title}”.")
        if not re.search(r"\d", row.ref):
            yield Doubt(row.where, f"The reference {row.ref} is printed without a number.")
        elif row.confidence < 1:
            yield Doubt(
                row.where, f"The row of {row.ref} was out of line and was put right. Compare it with the paper."
            )
        for cell in row.cells.values():
            if is_sentence(cell) and re.search(r"\d", cell.text):
                yield Doubt(row.where, f"No figure was read in “{cell.text}”.")
        if lineage is not None and key not in lineage:
            yield Doubt(row.where, f"No measure is named for {key}.")
