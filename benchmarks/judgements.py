"""All judgements of a council with 40, 400 and 4,000 measures: time, peak memory, and how both grow.

Run: python -m benchmarks.judgements. Each line is a fresh process. Its cases are made once; then all are judged
again and again: position, progress and direction of travel, each with its two sentences. Nothing is kept from one
run to the next but the cases. Times are the processor's, on one core. Domain alone: no database and no framework.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice, product
from typing import Final

from goldthread.domain.figures import Basis, Figure, Status, Unit
from goldthread.domain.judgement import Case, direction_of_travel, position, progress
from goldthread.domain.measures import Measure, Polarity, Target, TargetState
from goldthread.domain.periods import financial_year, quarter

MEASURES: Final = (40, 400, 4_000)
RUNS: Final = {40: 60, 400: 15, 4_000: 5}
JUDGES: Final = (position, progress, direction_of_travel)


def main() -> None:
    """Print one table, or, asked for one size, judge it and say what that took."""
    if len(sys.argv) == 2:
        print(json.dumps(_one(int(sys.argv[1]))))
        return
    print("All judgements of a council (three a measure, with their sentences); medians.")
    heads = ("measures", "judgements", "time ms", "µs each", "working KiB", "process MiB", "growth of time")
    print("".join(f"{head:>16}" for head in heads))
    before: dict[str, float] = {}
    for measures in MEASURES:
        took = _in_a_fresh_process(measures)
        growth = f"× {took['seconds'] / before['seconds']:.1f}" if before else "–"
        print(
            f"{measures:16,}{measures * len(JUDGES):16,}{took['seconds'] * 1e3:16.2f}"
            f"{took['seconds'] * 1e6 / measures / len(JUDGES):16.1f}{took['working'] / 1024:16.0f}"
            f"{took['process']:16.1f}{growth:>16}"
        )
        before = took


def _in_a_fresh_process(measures: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.judgements", str(measures)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=dict(os.environ))
    took: dict[str, float] = json.loads(done.stdout)
    return took


def _one(measures: int) -> dict[str, float]:
    cases = list(islice(_a_council(), measures))
    _judge(cases)
    times = []
    for _ in range(RUNS[measures]):
        fresh = [replace(case) for case in cases]  # what a case works out once, it works out again
        start = time.process_time()
        _judge(fresh)
        times.append(time.process_time() - start)
    process = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tracemalloc.start()
    _judge([replace(case) for case in cases])
    working = tracemalloc.get_traced_memory()[1]
    return {"seconds": statistics.median(times), "working": working, "process": process}


def _judge(cases: list[Case]) -> list[tuple[object, ...]]:
    return [tuple(judge(case) for judge in JUDGES) for case in cases]


def _a_council() -> Iterator[Case]:
    """Yield measures of every basis, polarity and unit, on target, near it and off it, in turn, without an end."""
    place = 0
    while True:
        for basis, polarity, unit in product(Basis, Polarity, (Unit.COUNT, Unit.PERCENT, Unit.POUNDS)):
            yield _a_case(place, basis=basis, polarity=polarity, unit=unit)
            place += 1


def _a_case(place: int, *, basis: Basis, polarity: Polarity, unit: Unit) -> Case:
    measure = Measure(title=f"Measure {place}", unit=unit, basis=basis, polarity=polarity)
    figure = Figure(
        period=quarter(2023, place % 4 + 1),
        unit=unit,
        basis=basis,
        value=Decimal(f"{place % 90}.{place % 7}"),
        status=Status.PROVISIONAL if place % 5 == 0 else Status.FINAL,
    )
    state = TargetState.NOT_APPLICABLE if place % 6 == 0 else TargetState.NUMBER
    aim = None if state is TargetState.NOT_APPLICABLE else Decimal(place % 100)
    last_year = replace(figure, period=quarter(2022, place % 4 + 1), value=Decimal(place % 80))
    return Case(
        measure=measure,
        figure=figure,
        target=Target(year=financial_year(2023), state=state, value=aim),
        comparator=last_year if place % 4 else None,
    )


if __name__ == "__main__":
    main()
