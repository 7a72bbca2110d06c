"""Plans of invented councils in the layouts that real ones come in, whole and damaged by conversion."""

from goldthread.domain.papers import MeasureRow, MilestoneRow, ObjectiveSection, Paper
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import recognise


def read_text(text: str, *, file: str = "plan.txt") -> Paper:
    """The records of a paper given as text."""
    return recognise(from_text(text, file=file))


def objectives(text: str) -> tuple[ObjectiveSection, ...]:
    """The objectives of the one report that a paper holds."""
    (report,) = read_text(text).reports
    return report.objectives


def measures(text: str) -> dict[str, MeasureRow]:
    """The measures of a paper by reference."""
    return {row.ref: row for objective in objectives(text) for row in objective.measures}


def milestones(text: str) -> list[MilestoneRow]:
    """The milestones of a paper in order."""
    return [row for objective in objectives(text) for row in objective.milestones]


def printed(row: MeasureRow) -> dict[str, str]:
    """The cells of a measure as printed, by name."""
    return {name: cell.text for name, cell in row.cells.items()}


def rows(*lines: str) -> str:
    """Lines of a paper; a bar stands for the tab between two cells."""
    return "\n".join(line.replace("|", "\t") for line in lines) + "\n"


ONE_YEAR = rows(
    "This Business Plan extract shows how the service delivers the following strategic priority.",
    "",
    "Warm Homes",
    "",
    "Objectives, Milestones and Measures",
    "",
    "Service Objective: HOU01|Repair homes in time||",
    "Key Milestone(s) (17 / 18)|<ul> ▪ Open the repairs centre (March 2019). ▪ Relaunch the tenants' panel in "
    "May 2018 (Sept 2018). ▪ Publish what was learned||",
    "",
    "|<p>and what it cost.</p> <ul> ▪ Agree the budget with tenants (by July 2018) and publish it. ▪ Check "
    "gas boilers (September 2018-first visits; March 2019 all visits). ▪ Share good practice (termly).||",
    "Responsible Officer:|Head of Homes|Linked Indicators:|HOU01 01-03",
    "Service Objective: HOU02|Keep homes warm||",
    "Key Milestone(s) (18/19)|<ul> ▪ A survey will be held in June 2018 and its results published in spring term "
    "2019 after review.||",
    "",
    "Responsible Officer:|Head of Energy|Linked Indicators:|HOU02 01",
    "-------|-------|-------|-------",
    "",
    "Ref|Description|16/17 Actual|17/18 Target|17/18 Actual|18/19 Target",
    "-----|-----|-----|-----|-----|-----",
    "",
    "HOU01 01|Increase homes repaired in time|84.3% (15/16)|85%||90%",
    "HOU01 03|Reduce the days a repair takes (e.g. a boiler)|12 days|N/A|11 days|tbc",
    "HOU01 03|Reduce complaints about repairs|156|||120",
    "",
    "Ref|Description|16/17 Actual|17/18 Target|17/18 Actual|18/19 Target",
    "HOU02 01|Increase homes rated C or better|So few homes were rated that targets are not set. Each is looked "
    "at alone.|||",
)

DRAFT = rows(
    "",
    "DRAFT Business Plan 2021-24 (Homes Contribution)",
    "",
    "Corporate Priority:|Homes for All||||",
    "Service Objective:|HOM01: Repair homes in time.||||",
    "Key Developments|<ul> • New repairs contract • Stock survey ||||",
    "Emerging Issues|<ul> • Price of boilers ||||",
    "Key Milestones (21-22)|a. Complete the survey of all homes by October 2021 and publish it||||",
    "|b. Conduct the check of lifts during April to June 2021 (with more checks later)||||",
    "|c. Improve the service in line with the tenants' charter||||",
    "Linked Indicators:|Proposed measures|Latest performance|Targets||",
    "|||2021/22|2022/23|2023/24",
    "|HOM001: % of homes repaired in time|87%|88%|89%|90%",
    "|HOM002% of lifts checked|tbc|95% %|tbc|tbc",
    "|HS HOM14: Rate of complaints|tbc|5.0|4.5|",
    "HOM003New Indicator-% of boilers checked|tbc|tbc|tbc|tbc|",
    "HOM004: Homes let to|53%|54%|55%|56%|",
    "",
    "|Key Workers||||",
    "HOM005: Achievement of the decent|61%|63%|65%|67%|",
    "homes standard 2019/20|||||",
    "HS Share of tenants who are satisfied|71%|72%|73%|74%|",
    "",
    "Corporate Priority:|Safer Streets||||",
    "Service Objective:|HOM02: Light every street||||",
    "Key Milestones (21-22)|a. Replace lamps||||",
    "Linked Indicators:|Proposed measures|Latest performance|Targets||",
    "|||2021/22|2022/23|2023/24",
    "HOM006: Lamps mended|18|18|18|tbc|",
)

THREE_YEARS = rows(
    "",
    "Homes and Streets",
    "",
    "SERVICE PLAN April 2009 to March 2012",
    "",
    "The plan will improve the outcomes of every tenant, and safer streets for older people.",
    "",
    "5.1 Service Objectives",
    "",
    "Corporate Priority:|Safer Str|reets and o|older People||",
    "Key Area Of Focus:|5 - Lighting every street|||",
    "Tenants' Charter Link|Section 4|||",
    "Service Objective:||||s every tenant needs, HS2)|",
    "Key Milestone(s) (09/10)| Review all repairs by March 2010 Publish the review by June 2010 ||||",
    "Key Milestone(s) (10/11)|||||",
    "Risk Assessment|Initial Residual|6|Responsible Officer|Repairs Manager|Linked Indicators|HS LI1, NI7",
    "",
    "Service Objective:|HS 2: To Ir|nprove Outcome|es for Tenants||",
    "•|(Objective cross-referenced to other plans HS1)||||",
    "Key Milestone(s) (09/10)| Replace every lamp March 2010 Complete the second survey of lamps by May 2010 ||||",
    "Risk Assessment|Initial|Initial 12 Responsible Lighting Manager Linked NI7,||",
    "|Residual|8|Officer||Indicators|HS LI2",
    "",
    "5.2 Performance Indicators and Targets:",
    "",
    "Ref ¹|Description|Corp. Plan Priority|Ourtown 2007/8 Actual|2007/8 Quartiles (All England)||Ourtown 2008/9"
    "|Ourtown 2008/9|Ourtown Targets|||",
    "|||| \u0422\u043e\u0440|Middle|Bottom|Target|Actual|09/10|10/11|11/12",
    "Fair Ac|Fair Access||||||||||",
    "HS LI1|Homes repaired in time (Threshold|AOF2 CP1|40|50|45|30|45||49|53|58",
    "|Delivery||||||||||",
    "NI7|Lamps mended|AOF5 CP2|New National Indicator||||Baseline to be establishe d||\u0422\u0412\u0410|N/A|70%",
    "",
    "Ref ¹|Description|Corp. Plan|Ourtown 2007/8|2007/8 Quartiles (All England)|||Ourtown 2008/9|3000|||",
    "IXGI||Priority|Actual|\u0422\u043e\u0440|Middle|Bottom|Target|Actual|09/10|10/11|11/12",
    "HS LI2|Tenants who feel safe after the 2 nd visit|AOF5 CP2|61.4%||||N/A||87%|87%|88%",
    "",
    "A baseline was established for each.",
    "",
    "Appendix 1 – High Risks and Associated Mitigation Measures",
    "",
    "Key Objective Ref|Initial Risks identified|Risk Treatment Measures",
    "HS1|Prices of boilers rise|Buy together with neighbours",
    "|Too few fitters|Train apprentices",
    "",
    "Appendix 2 – Equality Impact Assessments",
    "",
    "|Impact Assessment|||Timetable||Officer||",
    "Strategy/Policy/Service|(High/Low/ None)|Proposed Action(s)|2009/10|2010/11|2011/12|Responsible|",
    "Homes|High|Train every fitter|\u0425|X||Head of Homes|",
    "",
    "Appendix 3",
    "",
    "Corporate Plan – Priorities and Areas of Focus",
    "",
    "Healthy Homes",
    "",
    "1|Keeping homes dry",
    "2|Keeping homes warm",
    "3|Keeping homes fit for older tenants",
    "",
    "Safe|er Streets and Older People",
    "4|Making roads safe",
    "5|Lighting every street",
)

PROGRESS = rows(
    "Progress against the Business Plan objectives for 2018/19",
    "",
    "The first six months are told here.",
    "",
    "<p>Service Objective: HOU01</p>|<p>Repair homes in time</p>",
    "<p>The centre opened in June.</p> <p>Repairs take less time.</p>|",
    "<p>Service Objective: HOU02</p>|<p>Keep homes warm</p>",
    "",
    "Two blocks were insulated.",
    "",
    "Service Objective: HOU03|Light every street",
    "-------|---",
    "",
    "Nothing was begun.",
)

HEADED = """# Housing Delivery Plan 2023/24

## Objective 1: Repair homes in time

We mend what is broken.

| Ref | Measure | 2021/22 Actual | 2022/23 Actual | 2023/24 Target |
|---|---|---|---|---|
| R1 | Homes repaired in time | 80% | 82% | 90% |

| Ref | Key action | Lead officer | By when |
|---|---|---|---|
| A1 | Open the repairs centre | Head of Repairs | March 2024 |
| A2 | Train every fitter | Head of People | Ongoing |

## Objective 2: Keep homes warm

| Ref | Measure | 2021/22 Actual | 2022/23 Actual | 2023/24 Target |
|---|---|---|---|---|
| W1 | Homes rated C or better | 40% | 45% | 50% |
"""

LISTED = """Street Services Business Plan 2022/23

Service Objective: ST1 Sweep every street

Corporate Priority: Clean Town

Responsible Officer: Head of Streets

Key Milestones (22/23)

- a) Buy two sweepers by June 2022
- b) Map every gully

Linked Indicators: ST1 01

Ref\tIndicator\tTarget 2022/23
ST1 01\tStreets swept each week\t95%
"""
