"""Papers for tests of the upload: a small quarterly report of an invented council, as text."""

from datetime import UTC, datetime
from typing import Any

from goldthread.accounts.models import User
from goldthread.domain.periods import parse_period
from goldthread.exchange.models import Upload, UploadRow
from goldthread.exchange.upload_actions import Choice, add_upload, choose_destination, decide_rows, name_measures
from goldthread.exchange.upload_bundle import Destination

AT = datetime(2024, 7, 16, 9, tzinfo=UTC)
REPORT = """REPORT TO:\tPolicy and Performance Board
DATE:\t12 February 2024
REPORTING OFFICER:\tDirector of Housing
SUBJECT:\tPerformance Management Report for Quarter 4 2023/24

1.0 PURPOSE OF THE REPORT

1.1 To report progress for quarter 4 of 2023/24.

Objective: HOU01 Repair homes in time

Ref\tMeasure\t22/23 Actual\t23/24 Target\tQ4\tCurrent Progress\tDirection of Travel
HOU01 01\tIncrease repairs done on time\t90.1%\t95%\t9.25%\tGreen\tBetter
Supporting commentary: Director of Housing
Repairs are quicker since the new contract.
HOU01 07\tEmpty homes in the borough\t55\t40\t38 (prov)\tAmber\tBetter
Supporting commentary: Director of Housing
Fewer homes stand empty.
HOU01 09\tIncrease the number of tenants visited\t12\t20\t18\tRed\tWorse
Supporting commentary: Director of Housing
Visits began late.

Ref\tMilestone\tProgress
HOU01a\tOpen the centre (March 2024)\tGreen
Supporting commentary: Director of Housing
The centre opened in March.
"""


def an_upload(by: User, *, text: str = REPORT, name: str = "q4.txt") -> Upload:
    """Upload a report as text."""
    return add_upload(name=name, content=text.encode(), by=by, at=AT)


def goes(
    upload: Upload, by: User, *, plan: str = "2023-24", purpose: str = "round", period: str = "2023/24 Q4"
) -> None:
    """Say where an upload goes."""
    upload.refresh_from_db()
    to = Destination(
        purpose=purpose, plan=plan, period=parse_period(period), last_year=None, title="Report for quarter 4"
    )
    choose_destination(upload=upload, report=0, to=to, version=upload.version, by=by, at=AT)
    upload.refresh_from_db()


def decide(upload: Upload, by: User, **decisions: str) -> None:
    """Accept every row, but those of these numbers: `row_3="rejected"`."""
    choices = {
        row.place: Choice(value=decisions.get(f"row_{row.place}", "accepted"), version=row.version)
        for row in UploadRow.objects.filter(upload=upload)
    }
    assert decide_rows(upload=upload, choices=choices, by=by, at=AT) == []


def name(upload: Upload, by: User, *measures: str) -> None:
    """Say which measure each of the rows is, in their order."""
    rows = UploadRow.objects.filter(upload=upload, kind="measure")
    choices = {
        row.place: Choice(value=measure, version=row.version) for row, measure in zip(rows, measures, strict=False)
    }
    assert name_measures(upload=upload, choices=choices, by=by, at=AT) == []


def ready(by: User, **changes: Any) -> Upload:
    """Return a reviewed upload: all rows accepted but the third, each named."""
    upload = an_upload(by, **changes)
    goes(upload, by)
    decide(upload, by, row_3="rejected")
    name(upload, by, "repairs", "empty-homes")
    upload.refresh_from_db()
    return upload
