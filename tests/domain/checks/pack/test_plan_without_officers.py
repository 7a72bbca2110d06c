"""Plans without officers."""

import pytest

from goldthread.domain.checks.pack.plan_without_officers import CHECK
from goldthread.domain.papers import Field, Front, MilestoneRow, ObjectiveSection, ReportRecord
from tests.domain.checks.made import line, messages, paper, passages

BARE = ObjectiveSection(ref="E1", title="Visits", milestones=(MilestoneRow(ref="a", text="Open"),))


def plan(*texts: str, **changes: object) -> ReportRecord:
    given: dict[str, object] = {"kind": "plan", "objectives": (BARE,) * 3, **changes}
    return ReportRecord(title="Plan", where=line(3), passages=passages(*texts), **given)  # type: ignore[arg-type]


def test_a_plan_that_names_nobody_is_found() -> None:
    assert messages(CHECK, paper(plan("Words"))) == ["the plan has 3 objectives; no officer is named for any of them"]


@pytest.mark.parametrize(
    "report",
    [
        plan("Responsible Officer: Jo Firth"),
        plan(officers={"JF": "Jo Firth"}),
        plan(front=Front(fields={"officer": Field("OFFICER", "Jo Firth", line(4))})),
        plan(objectives=(BARE, BARE, ObjectiveSection(ref="E3", title="Tours", officer="Jo Firth"))),
        plan(objectives=(BARE,)),
        plan(kind="report"),
    ],
)
def test_plans_with_officers_and_other_papers_pass(report: ReportRecord) -> None:
    assert messages(CHECK, paper(report)) == []
