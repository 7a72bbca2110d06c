"""Says a chart in one plain sentence, by rule, and lays its figures in a table."""

from decimal import Decimal

from goldthread.rendering.chart_specs import BarChart, ChartSpec, LightsChart, LineChart, Series
from goldthread.rendering.document import Absent, Cell, Column, Table, number, words
from goldthread.rendering.wording import LIGHTS, SYMBOLS, in_words, print_number

_ORDINALS = ("", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def describe(chart: ChartSpec) -> str:
    """Return what a chart shows: the latest value, how it changed, and where it stands against the target.

    >>> describe(LineChart(title="Waste", unit="percent", better="higher",
    ...     periods=("2021/22", "2022/23", "2023/24"),
    ...     series=(Series(name="Halton", values=(Decimal("44.0"), Decimal("43.0"), Decimal("41.2"))),),
    ...     targets=(None, None, Decimal(45))))
    'Waste: 41.2% in 2023/24, down from 43.0% in 2022/23 (worse), the second fall in a row; misses the target of 45%.'
    """
    if isinstance(chart, LineChart):
        return _describe_lines(chart)
    if isinstance(chart, BarChart):
        return _describe_bars(chart)
    return _describe_lights(chart)


def _describe_lines(chart: LineChart) -> str:
    latest = _latest(chart)
    if latest is None:
        return f"{chart.title}: no figure from {chart.periods[0]} to {chart.periods[-1]}."
    period = chart.periods[latest]
    late = "" if latest == len(chart.periods) - 1 else f"; no figure for {chart.periods[-1]}"
    if len(chart.series) > 1:
        each = [
            f"{series.name} {_value(chart, series, latest)}"
            for series in chart.series
            if series.values[latest] is not None
        ]
        return f"{chart.title}, {period}: {in_words(each)}{late}."
    series = chart.series[0]
    parts = f"{_value(chart, series, latest)} in {period}{_change(chart, series, latest)}{late}"
    return f"{chart.title}: {parts}{_against_target(chart, series.values[latest], latest)}."


def _latest(chart: LineChart) -> int | None:
    """Return the last period for which any series has a figure."""
    places = range(len(chart.periods) - 1, -1, -1)
    return next((n for n in places if any(series.values[n] is not None for series in chart.series)), None)


def _value(chart: LineChart, series: Series, place: int) -> str:
    value = series.values[place]
    assert value is not None
    code = series.symbol(place)
    return print_number(value, unit=chart.unit) + (f" ({SYMBOLS[code].word.lower()})" if code else "")


def _change(chart: LineChart, series: Series, latest: int) -> str:
    """Return the change on the figure before, unless the definition changed between them."""
    before = next((n for n in range(latest - 1, -1, -1) if series.values[n] is not None), None)
    if before is None:
        return ""
    between = [each.label for each in chart.breaks if before < chart.periods.index(each.before) <= latest]
    if between:
        return f", not comparable with earlier figures ({in_words(between)})"
    now, then = series.values[latest], series.values[before]
    assert now is not None
    assert then is not None
    was = f"{print_number(then, unit=chart.unit)} in {chart.periods[before]}"
    if now == then:
        return f", the same as {was}".replace(f"the same as {print_number(then, unit=chart.unit)}", "the same as")
    up = now > then
    judged = f" ({'better' if up == (chart.better == 'higher') else 'worse'})" if chart.better else ""
    run = _run(chart, series, latest, up=up)
    row = f", the {_ORDINALS[run]} {'rise' if up else 'fall'} in a row" if 2 <= run < len(_ORDINALS) else ""
    return f", {'up' if up else 'down'} from {was}{judged}{row}"


def _run(chart: LineChart, series: Series, latest: int, *, up: bool) -> int:
    """Return how many periods running the value rose (or fell), up to the latest, with no gap or break."""
    broken = {chart.periods.index(each.before) for each in chart.breaks}
    run = 0
    for place in range(latest, 0, -1):
        now, then = series.values[place], series.values[place - 1]
        if now is None or then is None or now == then or (now > then) != up or place in broken:
            break
        run += 1
    return run


def _against_target(chart: LineChart, value: Decimal | None, place: int) -> str:
    target = chart.targets[place] if chart.targets else None
    if target is None or value is None:
        return ""
    printed = print_number(target, unit=chart.unit)
    if chart.better:
        met = value >= target if chart.better == "higher" else value <= target
        return f"; {'meets' if met else 'misses'} the target of {printed}"
    if value == target:
        return f"; equal to the target of {printed}"
    return f"; {'above' if value > target else 'below'} the target of {printed}"


def _describe_bars(chart: BarChart) -> str:
    known = [(bar.value, bar.label) for bar in chart.bars if bar.value is not None]
    if not known:
        return f"{chart.title}: no figures."
    high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    said = [f"highest is {high[1]}, {print_number(high[0], unit=chart.unit)}"]
    if len(known) == 1:
        said = [f"{high[1]} {print_number(high[0], unit=chart.unit)}"]
    elif high[0] == low[0]:
        said = [f"all {print_number(high[0], unit=chart.unit)}"]
    else:
        said.append(f"lowest is {low[1]}, {print_number(low[0], unit=chart.unit)}")
    if chart.target is not None:
        said.append(f"the target is {print_number(chart.target, unit=chart.unit)}")
    missing = [bar.label for bar in chart.bars if bar.value is None]
    if missing:
        said.append(f"no figure for {in_words(missing)}")
    return f"{chart.title}: {'; '.join(said)}."


def _describe_lights(chart: LightsChart) -> str:
    totals = {value: sum(row.count(value) for row in chart.rows) for value in LIGHTS[chart.kind]}
    said = [
        f"{count} {LIGHTS[chart.kind][value].word[:1].lower()}{LIGHTS[chart.kind][value].word[1:]}"
        for value, count in totals.items()
        if count
    ]
    return f"{chart.title}: of {sum(totals.values())} {chart.noun}, {in_words(said) or 'none has a light'}."


def chart_table(chart: ChartSpec, *, caption: str = "") -> Table:
    """Return the chart's figures as a table: every number drawn, and why a figure is missing.

    Args:
        chart: what is drawn.
        caption: "" for the chart's title with ": figures".
    """
    named = caption or f"{chart.title}: figures"
    if isinstance(chart, LineChart):
        return _line_table(chart, caption=named)
    if isinstance(chart, BarChart):
        rows = [(words(bar.label), _cell(bar.value, unit=chart.unit, symbol=bar.symbol)) for bar in chart.bars]
        if chart.target is not None:
            rows.append((words("Target"), number(chart.target, unit=chart.unit)))
        return Table(caption=named, columns=(Column(heading="Part", width=2), _figures("Figure")), rows=tuple(rows))
    return _lights_table(chart, caption=named)


def _line_table(chart: LineChart, *, caption: str) -> Table:
    names = [series.name for series in chart.series]
    targets = chart.targets if any(value is not None for value in chart.targets) else ()
    broken = {each.before: each.label for each in chart.breaks}
    columns = [Column(heading="Period"), *map(_figures, names)]
    if targets:
        columns.append(_figures("Target"))
    if broken:
        columns.append(Column(heading="Break in series", width=2))
    rows = []
    for place, period in enumerate(chart.periods):
        row: list[Cell] = [words(period)]
        row += [_cell(each.values[place], unit=chart.unit, symbol=each.symbol(place)) for each in chart.series]
        if targets:
            row.append(_cell(targets[place], unit=chart.unit, symbol="", absent=Absent("z", "No target")))
        if broken:
            row.append(words(f"{broken[period]} [b]") if period in broken else words("None"))
        rows.append(tuple(row))
    return Table(caption=caption, columns=tuple(columns), rows=tuple(rows))


def _lights_table(chart: LightsChart, *, caption: str) -> Table:
    lights = LIGHTS[chart.kind]
    columns = (
        Column(heading="Group", width=2),
        *(_figures(f"{lights[value].symbol} {lights[value].word}") for value in lights),
    )
    rows: list[tuple[Cell, ...]] = [
        (words(row.label), *(number(Decimal(row.count(value))) for value in lights)) for row in chart.rows
    ]
    return Table(caption=caption, columns=columns, rows=tuple(rows))


def _figures(heading: str) -> Column:
    return Column(heading=heading, numeric=True, width=1)


def _cell(value: Decimal | None, *, unit: str, symbol: str, absent: Absent | None = None) -> Cell:
    if value is None:
        return absent or Absent(symbol or "x")
    return number(value, unit=unit, symbol=symbol)
