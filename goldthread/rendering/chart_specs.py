"""What a chart shows, as plain data; `charts` draws it and says it in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, get_args

from goldthread.rendering.checks import fill
from goldthread.rendering.wording import LIGHTS, SYMBOLS, LightKind, clean, in_words

MOST_SERIES: Final = 4
MOST_PERIODS: Final = 40

Better = Literal["higher", "lower", ""]


class ChartError(ValueError):
    """A chart that cannot be drawn honestly; the message names the chart and the remedy."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """One line: a name and one value for each period; None is a period without a figure.

    Args:
        name: what the line shows, printed beside it.
        values: one for each period of the chart, None where there is none.
        symbols: status codes for each value, such as "p" or "x"; empty when all figures are final.
        passes_over: codes of missing values that the line passes over instead of ending: "z" where a period
            of another kind (a quarter between two years) stands on the same axis.
    """

    name: str
    values: tuple[Decimal | None, ...]
    symbols: tuple[str, ...] = ()
    passes_over: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        fill(self, name="name", value=_one_line(self.name))

    def symbol(self, index: int) -> str:
        """Return the status code of the value at `index`; a missing value without one is "x"."""
        given = self.symbols[index] if self.symbols else ""
        return given or ("x" if self.values[index] is None else "")


@dataclass(frozen=True, kw_only=True)
class Break:
    """A change of definition just before a period: the line stops and a labelled dashed rule is drawn."""

    before: str
    label: str

    def __post_init__(self) -> None:
        fill(self, name="before", value=_one_line(self.before))
        fill(self, name="label", value=_one_line(self.label))


@dataclass(frozen=True, kw_only=True)
class LineChart:
    """A series over time, with its targets and its breaks in definition.

    Args:
        title: what is measured, of whom: the statistical title.
        unit: the unit of all values, as in measures ("percent", "days").
        periods: the names along the bottom, oldest first.
        series: one to four lines, the target counted.
        targets: one for each period, None where there was none; drawn as steps. Empty: no target line.
        breaks: changes of definition.
        better: which way is better; "" leaves the sentence without a judgement.

    Raises: ChartError when the lengths differ, a name is unknown or there are more than four lines.

    >>> chart = LineChart(title="Children in care", unit="count", periods=("2022/23", "2023/24"),
    ...                   series=(Series(name="Children", values=(Decimal(301), None)),))
    >>> chart.series[0].symbol(1)
    'x'
    """

    title: str
    unit: str
    periods: tuple[str, ...]
    series: tuple[Series, ...]
    targets: tuple[Decimal | None, ...] = ()
    breaks: tuple[Break, ...] = ()
    better: Better = ""

    def __post_init__(self) -> None:
        fill(self, name="title", value=_one_line(self.title))
        named = f"The chart {self.title!r}"
        _require(bool(self.title.strip()), "A line chart has no title. Say what is measured, of whom.")
        fill(self, name="periods", value=tuple(map(_one_line, self.periods)))
        _require(bool(self.periods), f"{named} has no periods. Give at least one.")
        _require(
            len(self.periods) <= MOST_PERIODS,
            f"{named} has {len(self.periods)} periods; {MOST_PERIODS} at most.",
        )
        _require(len(set(self.periods)) == len(self.periods), f"{named} names a period twice. Make each unique.")
        _require(bool(self.series), f"{named} has no series. Give one to {MOST_SERIES}.")
        lines = len(self.series) + bool(self.targets)
        _require(
            lines <= MOST_SERIES,
            f"{named} has {lines} lines, the target counted; {MOST_SERIES} at most. Split it into several charts.",
        )
        for series in self.series:
            self._check_series(series, named)
        _require(
            len(self.targets) in (0, len(self.periods)),
            f"{named} has {len(self.targets)} targets for {len(self.periods)} periods. Give all or none.",
        )
        for each in self.breaks:
            _require(
                each.before in self.periods,
                f"{named} has a break before {each.before!r}, which is not one of its periods: "
                f"{in_words(self.periods)}.",
            )

    def _check_series(self, series: Series, named: str) -> None:
        _require(
            len(series.values) == len(self.periods),
            f"{named}: the series {series.name!r} has {len(series.values)} values, not {len(self.periods)}.",
        )
        _require(
            len(series.symbols) in (0, len(self.periods)),
            f"{named}: the series {series.name!r} has {len(series.symbols)} symbols, not {len(self.periods)}.",
        )
        _check_symbols(series.symbols, named)

    def values(self) -> Iterator[Decimal]:
        """Yield every number drawn, series first, then targets."""
        for series in self.series:
            yield from (value for value in series.values if value is not None)
        yield from (value for value in self.targets if value is not None)


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One part: a label and its value; None is a part without a figure, for the reason its symbol gives."""

    label: str
    value: Decimal | None
    symbol: str = ""

    def __post_init__(self) -> None:
        fill(self, name="label", value=_one_line(self.label))


@dataclass(frozen=True, kw_only=True)
class BarChart:
    """One figure by part: by phase, by band, by place.

    Raises: ChartError when there is no bar, a label comes twice or a symbol is unknown.
    """

    title: str
    unit: str
    bars: tuple[Bar, ...]
    target: Decimal | None = None

    def __post_init__(self) -> None:
        fill(self, name="title", value=_one_line(self.title))
        named = f"The chart {self.title!r}"
        _require(bool(self.title.strip()), "A bar chart has no title. Say what is measured, of whom.")
        _require(bool(self.bars), f"{named} has no bars. Give at least one.")
        labels = [bar.label for bar in self.bars]
        _require(len(set(labels)) == len(labels), f"{named} names a part twice. Make each label unique.")
        _check_symbols(tuple(bar.symbol for bar in self.bars), named)

    def values(self) -> Iterator[Decimal]:
        """Yield every number drawn, and the target."""
        yield from (bar.value for bar in self.bars if bar.value is not None)
        if self.target is not None:
            yield self.target


@dataclass(frozen=True, kw_only=True)
class LightRow:
    """How many of one group have each light: pairs of the light's value and a count."""

    label: str
    counts: tuple[tuple[str, int], ...]

    def __post_init__(self) -> None:
        fill(self, name="label", value=_one_line(self.label))

    def count(self, value: str) -> int:
        """Return how many have this light; 0 when it is not listed."""
        return dict(self.counts).get(value, 0)


@dataclass(frozen=True, kw_only=True)
class LightsChart:
    """Lights by group, one stacked bar each: measures by objective, for example.

    Args:
        title: what is counted, by what.
        kind: which lights; "progress", "position" or "direction".
        rows: one for each group.
        noun: what is counted, in the plural.

    Raises: ChartError when there is no row or a light is unknown.
    """

    title: str
    kind: LightKind
    rows: tuple[LightRow, ...]
    noun: str = "measures"

    def __post_init__(self) -> None:
        fill(self, name="title", value=_one_line(self.title))
        named = f"The chart {self.title!r}"
        _require(bool(self.title.strip()), "A chart of lights has no title. Say what is counted, by what.")
        _require(self.kind in get_args(LightKind), f"{named} has no lights of the kind {self.kind!r}.")
        _require(bool(self.rows), f"{named} has no rows. Give at least one.")
        for row in self.rows:
            for value, count in row.counts:
                _require(
                    value in LIGHTS[self.kind],
                    f"{named}: {row.label!r} counts {value!r}; "
                    f"the {self.kind} lights are {in_words(list(LIGHTS[self.kind]))}.",
                )
                _require(count >= 0, f"{named}: {row.label!r} counts {count} {value!r}; 0 or more.")

    def values(self) -> Iterator[Decimal]:
        """Yield every count."""
        for row in self.rows:
            for value in LIGHTS[self.kind]:
                yield Decimal(row.count(value))


ChartSpec = LineChart | BarChart | LightsChart


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ").strip()


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ChartError(clean(message))


def _check_symbols(codes: tuple[str, ...], named: str) -> None:
    for code in codes:
        _require(
            not code or code in SYMBOLS,
            f"{named} uses the symbol {code!r}; the symbols are {in_words(list(SYMBOLS))}.",
        )
