"""Papers that were read, for tests of what is made of them."""

from dataclasses import replace
from typing import Any

from goldthread.domain.papers import (
    MeasureRow,
    ObjectiveSection,
    ReportRecord,
    Where,
)
from goldthread.domain.periods import Period, quarter
from goldthread.exchange.bundle_plan import Plan, PlanMeasure
from goldthread.exchange.from_papers import (
    keyed_measures,
    plan_from,
)
from goldthread.reader.recognise.cells import read_cell
from tests.reader.recognise.plan_papers import read_text


def report_of(paper: str) -> ReportRecord:
    (report,) = read_text(paper).reports
    return report


def plan_of(paper: str) -> Plan:
    report = report_of(paper)
    return plan_from(report, document="plan", lineage={key: "homes" for key, _, _ in keyed_measures(report)})


def measure_of(plan: Plan, ref: str) -> PlanMeasure:
    return next(row for objective in plan.objectives for row in objective.measures if row.ref == ref)


def a_row(ref: str = "A1", **cells: str) -> MeasureRow:
    return MeasureRow(
        ref=ref,
        title="Homes repaired in time",
        cells={name: read_cell(text) for name, text in cells.items()},
        where=Where(line=7),
    )


def a_report(*rows: MeasureRow, period: Period | None = None, **changes: Any) -> ReportRecord:
    section = ObjectiveSection("HO1", "Repair homes", measures=rows, where=Where(line=5))
    report = ReportRecord(kind="performance report", title="Report", period=period or quarter(2023, 3))
    return replace(report, objectives=(section,), **changes)
