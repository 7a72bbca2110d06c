"""The worked example of the documentation: children entering care, 2023/24 Q3."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from goldthread.domain.case import Case
from goldthread.domain.figures import Basis, Figure, Unit
from goldthread.domain.measures import Measure, Polarity, Target, TargetState
from goldthread.domain.periods import financial_year, quarter


def children_entering_care() -> Case:
    """Return 90 children since April against a target of 68 for the year, and 114 at this point last year."""
    measure = Measure(
        title="Children entering care",
        unit=Unit.COUNT,
        basis=Basis.CUMULATIVE_FINANCIAL,
        polarity=Polarity.LOWER,
    )
    figure = Figure(period=quarter(2023, 3), unit=Unit.COUNT, basis=measure.basis, value=Decimal(90))
    return Case(
        measure=measure,
        figure=figure,
        target=Target(year=financial_year(2023), state=TargetState.NUMBER, value=Decimal(68)),
        comparator=replace(figure, period=quarter(2022, 3), value=Decimal(114)),
    )
