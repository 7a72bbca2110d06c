"""Makes a report of any length, alike every time: measures with commentary, milestones, money tables, charts."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random
from typing import Final

from goldthread.rendering.chart_specs import LineChart, Series
from goldthread.rendering.charts import chart
from goldthread.rendering.document import (
    Absent,
    Block,
    Cell,
    Chart,
    Column,
    Dataset,
    Document,
    Field,
    Heading,
    Item,
    Table,
    Value,
    item,
    light,
    number,
    paragraph,
    symbols_key,
    words,
)

MEASURES_A_TABLE: Final = 10
PAGES_OF_THE_PLAIN_REPORT: Final = 130
_WORDS: Final = re.findall(
    r"\w+",
    "children families schools attendance quarter target support service placements early help officers reported "
    "figures improved since last year because demand rose while staff were recruited and the programme was extended",
)
_PERIODS: Final = tuple(f"{year}/{(year + 1) % 100:02}" for year in range(2014, 2024))


def a_report(pages: int) -> Document:
    """Return a report of about that many pages: at 130, 60 measures, 40 milestones, 6 money tables and 40 charts."""
    share = pages / PAGES_OF_THE_PLAIN_REPORT
    measures, milestones, tables, charts = (max(1, round(n * share)) for n in (60, 40, 6, 40))
    made = Random(pages)
    return Document(
        title=f"Performance management report of about {pages} pages",
        subtitle="Quarter 4 (January to March 2024)",
        author="Example Council",
        date=date(2024, 7, 15),
        identifier="2023/24 Q4, edition 1",
        summary=_facts(),
        blocks=tuple(_blocks(measures, milestones, tables, charts, made=made)),
        datasets=(_measures_dataset(measures, made=made), _money_dataset(tables, made=made)),
    )


def some_charts(count: int) -> list[Chart]:
    """Return line charts of ten years with a target, alike every time."""
    made = Random(count)
    return [_chart(place, made=made) for place in range(count)]


def _facts() -> tuple[Item, ...]:
    return (item("Report to", "Policy and Performance Board"), item("Meeting", "15 July 2024"))


def _blocks(measures: int, milestones: int, tables: int, charts: int, *, made: Random) -> Iterator[Block]:
    yield Heading(level=1, text="Introduction")
    yield paragraph(_sentences(120, made=made))
    yield Heading(level=1, text="Performance")
    drawn = 0
    for first in range(0, measures, MEASURES_A_TABLE):
        places = range(first, min(first + MEASURES_A_TABLE, measures))
        yield Heading(level=2, text=f"Objective {first // MEASURES_A_TABLE + 1}")
        yield _measures_table(places, made=made)
        for place in places:
            yield from _measure(place, made=made)
            while drawn * measures < (place + 1) * charts:
                yield _chart(drawn, made=made)
                drawn += 1
    yield Heading(level=1, text="Milestones")
    for place in range(milestones):
        yield from _milestone(place, made=made)
    yield Heading(level=1, text="Money")
    for place in range(tables):
        yield _money_table(place, made=made)
    yield Heading(level=1, text="Appendix: symbols")
    yield symbols_key()


def _measure(place: int, *, made: Random) -> Iterator[Block]:
    yield Heading(level=3, text=f"M{place + 1:03} Measure of something that the council does")
    yield paragraph(light("progress", made.choice(["green", "amber", "red"])), f": {_sentences(20, made=made)}")
    yield paragraph(light("direction", made.choice(["better", "same", "worse"])), f": {_sentences(20, made=made)}")
    for _ in range(11):
        yield paragraph(_sentences(90, made=made))
    yield paragraph("Commentary: Operational Director, Children and Families.")


def _milestone(place: int, *, made: Random) -> Iterator[Block]:
    yield Heading(level=2, text=f"P{place + 1:03} Milestone")
    yield paragraph(light("officer", made.choice(["green", "amber", "red"])), f": {_sentences(20, made=made)}")
    for _ in range(4):
        yield paragraph(_sentences(80, made=made))


def _chart(place: int, *, made: Random) -> Chart:
    values = tuple(Decimal(made.randint(400, 990)).scaleb(-1) for _ in _PERIODS)
    spec = LineChart(
        title=f"Chart {place + 1}: share of cases on time",
        unit="percent",
        periods=_PERIODS,
        series=(Series(name="Example Council", values=values),),
        targets=(None,) * 4 + (Decimal(80),) * 6,
        better="higher",
    )
    return chart(spec)


def _measures_table(places: range, *, made: Random) -> Table:
    columns = (
        Column(heading="Ref", width=1.2),
        Column(heading="Measure", width=3),
        Column(heading="2022/23 actual", numeric=True, width=1.3),
        Column(heading="2023/24 target", numeric=True, width=1.3),
        Column(heading="Quarter 4 figure", numeric=True, width=1.3),
        Column(heading="Direction of travel", width=1.5),
        Column(heading="Progress", width=1.9),
    )
    rows = tuple(_measure_row(place, made=made) for place in places)
    return Table(caption=f"Measures {places[0] + 1} to {places[-1] + 1}", columns=columns, rows=rows)


def _measure_row(place: int, *, made: Random) -> tuple[Cell, ...]:
    return (
        words(f"M{place + 1:03}"),
        words(f"Increase the {_sentences(14, made=made).lower()}"),
        number(Decimal(made.randint(100, 9999)).scaleb(-2), unit="percent"),
        Absent("z") if place % 7 == 0 else number(Decimal(95), unit="percent"),
        number(Decimal(made.randint(100, 9999)).scaleb(-2), unit="percent", symbol="p"),
        words(light("direction", made.choice(["better", "same", "worse", "unknown"]))),
        words(light("progress", made.choice(["green", "amber", "red", "not judged"]))),
    )


_MONEY_LINES: Final = 30
_MONEY_COLUMNS: Final = ("Annual budget", "Budget to date", "Actual to date", "Variance", "Forecast outturn")


def _money_table(place: int, *, made: Random) -> Table:
    columns = (Column(heading="Line", width=2), *(Column(heading=name, numeric=True) for name in _MONEY_COLUMNS))
    rows: list[tuple[Cell, ...]] = [
        (words(f"Expenditure line {line + 1}"), *(number(amount, unit="£") for amount in _amounts(made)))
        for line in range(_MONEY_LINES)
    ]
    return Table(caption=f"Revenue statement of department {place + 1}", columns=columns, rows=tuple(rows))


def _amounts(made: Random) -> list[Decimal]:
    return [Decimal(made.randint(-(10**6), 10**8)).scaleb(-2) for _ in _MONEY_COLUMNS]


def _measures_dataset(measures: int, *, made: Random) -> Dataset:
    fields = (
        Field(heading="Ref"),
        Field(heading="Measure"),
        Field(heading="Actual", kind="number"),
        Field(heading="Figure", kind="number"),
        Field(heading="As at", kind="date"),
        Field(heading="Commentary"),
    )
    rows = tuple(_measure_values(place, made=made) for place in range(measures))
    return Dataset(name="Measures", title="Measures", fields=fields, rows=rows)


def _measure_values(place: int, *, made: Random) -> tuple[Value, ...]:
    figure = number(Decimal(made.randint(100, 9999)).scaleb(-2), unit="percent", symbol="p")
    commentary = _sentences(990, made=made)
    return f"M{place + 1:03}", _sentences(14, made=made), Decimal("92.5"), figure, date(2024, 3, 31), commentary


def _money_dataset(tables: int, *, made: Random) -> Dataset:
    fields = (
        Field(heading="Department"),
        Field(heading="Line"),
        *(Field(heading=name, kind="number") for name in _MONEY_COLUMNS),
    )
    rows: list[tuple[Value, ...]] = [
        (f"Department {place + 1}", f"Expenditure line {line + 1}", *_amounts(made))
        for place in range(tables)
        for line in range(_MONEY_LINES)
    ]
    return Dataset(name="Money", title="Revenue statements", fields=fields, rows=tuple(rows))


def _sentences(count: int, *, made: Random) -> str:
    return " ".join(made.choices(_WORDS, k=count)).capitalize() + "."
