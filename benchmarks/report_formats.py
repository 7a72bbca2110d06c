"""A report of 40, 130 and 1,000 pages in each format: time, peak memory, and how both grow with the pages.

Run: python -m benchmarks.report_formats. Each line is a fresh process, from its start to its end: starting Python and
making the document are in it. "CPU" is what the process used of the processors, which other work on the machine does
not change much; "writing" is the writers alone.
"""

import io
import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Final

PAGES: Final = (40, 130, 1000)
FORMATS: Final = ("html", "pdf", "docx", "xlsx")
RUNS: Final = {40: 5, 130: 5, 1000: 3}
AIMS: Final = {(130, "pdf"): "2.5 s", (130, "docx"): "0.8 s", (130, "html,pdf,docx,xlsx"): "4 s, 350 MiB"}


@dataclass(frozen=True)
class Run:
    """What one process took."""

    wall: float
    cpu: float
    writing: float
    peak: float
    pages: int
    size: int


def main() -> None:
    """Print one table, or, asked for one report, write it and say what it took."""
    if len(sys.argv) == 3:
        print(json.dumps(_one(int(sys.argv[1]), formats=sys.argv[2].split(","))))
        return
    print("Reports of 40, 130 and 1,000 pages; medians of whole processes.")
    print(
        f"{'format':20}{'pages':>6}{'process s':>11}{'CPU s':>8}{'writing s':>11}{'CPU ms a page':>15}"
        f"{'peak MiB':>10}{'kB':>8}  aim"
    )
    made_pages: dict[int, int] = {}
    for formats in ("pdf", "html", "docx", "xlsx", ",".join(FORMATS)):
        for pages in PAGES:
            run = _median([_measure(pages, formats=formats) for _ in range(RUNS[pages])])
            made_pages.setdefault(pages, run.pages)
            _print_row(run, formats=formats, pages=made_pages[pages], aim=AIMS.get((pages, formats), ""))
    _print_charts()


def _print_row(run: Run, *, formats: str, pages: int, aim: str) -> None:
    name = "all four, one run" if "," in formats else formats
    print(
        f"{name:20}{pages:6}{run.wall:11.2f}{run.cpu:8.2f}{run.writing:11.2f}{run.cpu / pages * 1000:15.2f}"
        f"{run.peak:10.0f}{run.size / 1000:8.0f}  {aim}"
    )


def _print_charts() -> None:
    from benchmarks._reports import some_charts
    from goldthread.rendering.charts import draw

    charts = some_charts(40)
    times = []
    for _ in range(6):
        start = time.perf_counter()
        for place, chart in enumerate(charts):
            draw(chart.spec, identifier=f"chart-{place}", sentence=chart.sentence)
        times.append(time.perf_counter() - start)
    seconds = statistics.median(times[1:])
    print(f"40 line charts as SVG: {seconds:.3f} s, {seconds / 40 * 1000:.2f} ms each (aim 0.1 s)")


def _measure(pages: int, *, formats: str) -> Run:
    command = [sys.executable, "-m", "benchmarks.report_formats", str(pages), formats]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    printed = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"Writing {pages} pages as {formats} ended with {process.returncode}.")
    told = json.loads(printed)
    return Run(
        wall, used.ru_utime + used.ru_stime, told["writing"], used.ru_maxrss / 1024, told["pages"], told["size"]
    )


def _median(runs: list[Run]) -> Run:
    return Run(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        writing=statistics.median(run.writing for run in runs),
        peak=statistics.median(run.peak for run in runs),
        pages=runs[0].pages,
        size=runs[0].size,
    )


def _one(pages: int, *, formats: list[str]) -> dict[str, float]:
    from benchmarks._reports import a_report
    from goldthread.rendering import render

    document = a_report(pages)
    start = time.perf_counter()
    files = {name: render(document, name) for name in formats}
    writing = time.perf_counter() - start
    counted = _pages_of(files["pdf"]) if formats == ["pdf"] else 0
    return {"writing": writing, "pages": counted, "size": sum(map(len, files.values()))}


def _pages_of(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


if __name__ == "__main__":
    main()
