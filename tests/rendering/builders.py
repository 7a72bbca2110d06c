"""A typical report and its parts; a test changes only what it is about."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from goldthread.rendering.chart_specs import Bar, BarChart, Break, LightRow, LightsChart, LineChart, Series
from goldthread.rendering.charts import chart
from goldthread.rendering.document import (
    Absent,
    Column,
    Dataset,
    Document,
    Emphasis,
    Field,
    Heading,
    Link,
    PageBreak,
    Strong,
    Table,
    bullets,
    inlines,
    item,
    light,
    note,
    number,
    paragraph,
    paragraphs,
    summary,
    symbols_key,
    words,
)

LINE: Final = LineChart(
    title="Children entering care",
    unit="rate per 10,000",
    periods=("2018/19", "2019/20", "2020/21", "2021/22", "2022/23"),
    series=(
        Series(
            name="Children entering care",
            values=(Decimal("24.1"), Decimal("27.5"), None, Decimal("31.2"), Decimal("36.4")),
            symbols=("", "", "x", "", "p"),
        ),
    ),
    targets=(None, Decimal(26), Decimal(26), Decimal(28), Decimal(28)),
    breaks=(Break(before="2021/22", label="Counted by first placement from April 2021"),),
    better="lower",
)
BARS: Final = BarChart(
    title="School attendance by phase",
    unit="percent",
    bars=(
        Bar(label="Primary", value=Decimal("94.1")),
        Bar(label="Secondary", value=Decimal("90.2"), symbol="p"),
        Bar(label="Pupil referral unit", value=None, symbol="c"),
    ),
    target=Decimal(95),
)
LIGHTS_BY_OBJECTIVE: Final = LightsChart(
    title="Progress by objective",
    kind="progress",
    rows=(
        LightRow(label="PED01", counts=(("green", 5), ("amber", 1), ("red", 2))),
        LightRow(label="PED02", counts=(("green", 1), ("not judged", 4))),
    ),
)

MEASURES: Final = Table(
    caption="Measures of objective PED01",
    columns=(
        Column(heading="Ref", width=1.1),
        Column(heading="Measure", width=3),
        Column(heading="2022/23 actual", numeric=True, width=1.3),
        Column(heading="Target", numeric=True, width=1.3),
        Column(heading="Current", numeric=True, width=1.3),
        Column(heading="Direction of travel", width=1.5),
        Column(heading="Progress", width=1.9),
    ),
    rows=(
        (
            words("PED01 01"),
            words("Attendance at all schools"),
            number(Decimal("92.9"), unit="percent"),
            number(Decimal(95), unit="percent"),
            number(Decimal("92.97"), unit="percent", symbol="p"),
            words(light("direction", "same")),
            words(light("progress", "amber")),
        ),
        (
            words("PED01 02"),
            words("Children permanently excluded from school"),
            number(Decimal(38), unit="count"),
            Absent("z", "To be confirmed"),
            Absent("x"),
            words(light("direction", "unknown")),
            words(light("progress", "not judged")),
        ),
        (
            words("PED01 03"),
            words("Spending on <agency> staff & cover"),
            number(Decimal("-1234567.50"), unit="£"),
            number(Decimal(1200000), unit="£"),
            Absent("n"),
            words(light("direction", "worse")),
            words(light("progress", "red")),
        ),
    ),
)
MILESTONES: Final = Table(
    caption="Milestones of objective PED01",
    columns=(Column(heading="Ref"), Column(heading="Milestone", width=4), Column(heading="Progress", width=2)),
    rows=((words("PED01a"), words("Publish the strategy by March 2024"), words(light("officer", "green"))),),
)
FIGURES: Final = Dataset(
    name="Measures",
    title="Measures, one row each",
    fields=(
        Field(heading="Ref", description="The council's reference"),
        Field(heading="Measure"),
        Field(heading="Current", kind="number", description="The figure at the end of the quarter"),
        Field(heading="As at", kind="date"),
        Field(heading="Commentary"),
    ),
    rows=(
        (
            "PED01 01",
            "Attendance",
            number(Decimal("92.97"), unit="percent", symbol="p"),
            date(2024, 3, 31),
            "=cmd|'/c calc'!A0",
        ),
        ("PED01 02", "Exclusions", Absent("x"), Absent("x"), "“Higher” than last year, we’d hoped"),
        ("PED01 03", "Agency staff", Decimal("-1234567.50"), date(2024, 3, 31), "One line\nand another"),
    ),
)
TYPICAL: Final = Document(
    title="Performance management report",
    subtitle="Quarter 4 (January to March 2024)",
    author="Anytown Council",
    date=date(2024, 7, 15),
    identifier="2023/24 Q4, edition 1",
    description="How the council did against its plan in the quarter.",
    summary=(item("Report to", "Policy and Performance Board"), item("Meeting", "15 July 2024")),
    blocks=(
        Heading(level=1, text="Introduction"),
        paragraph(
            "The figures are ", Strong("provisional"), " where the mark [p] says so, ", Emphasis("not final"), "."
        ),
        *paragraphs("The board met in June.\n\nIt asked for\ntwo things:"),
        bullets("figures by school", inlines("a ", Link("plan for attendance", "#attendance"))),
        note("Read the ", Link("definitions", "https://council.example/definitions"), " first."),
        Heading(level=1, text="Performance"),
        chart(LIGHTS_BY_OBJECTIVE),
        Heading(level=2, text="Attendance", anchor="attendance"),
        summary(("Officer", "Director of Children’s Services"), ("Progress", light("progress", "green"))),
        MEASURES,
        MILESTONES,
        chart(LINE, data=Link("Children entering care (CSV, 1 kB)", "https://council.example/care.csv")),
        chart(BARS),
        PageBreak(),
        Heading(level=1, text="Appendix: symbols"),
        symbols_key(),
    ),
    datasets=(FIGURES,),
    notes=("Percentages are rounded half up.",),
)


def a_document(**changes: Any) -> Document:
    """Return the typical report, with what the test is about changed."""
    return replace(TYPICAL, **changes)


def a_table(**changes: Any) -> Table:
    """Return the typical table of measures, with what the test is about changed."""
    return replace(MEASURES, **changes)


def a_dataset(**changes: Any) -> Dataset:
    """Return the typical data set, with what the test is about changed."""
    return replace(FIGURES, **changes)
