"""report and show."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goldthread.cli.command import WRONG_REQUEST, Refused, add_command, database, size

if TYPE_CHECKING:
    from goldthread.monitoring.models import Round


FORMATS = ("pdf", "docx", "xlsx", "html")


def add_commands(commands: Any) -> None:
    """Declare the commands of this file."""
    report = add_command(
        commands,
        "report",
        _report,
        "Write the published report of a round as files, byte for byte as it was published.",
        'goldthread report --round "2023/24 Q4" --format pdf,docx --out reports',
    )
    report.add_argument("--round", help="the period of the round, such as “2023/24 Q4”; the latest unless given")
    report.add_argument("--format", default=",".join(FORMATS), help=f"any of {','.join(FORMATS)}; all unless given")
    report.add_argument("--out", type=Path, default=Path(), help="folder to write to, made if missing")

    show = add_command(
        commands,
        "show",
        _show,
        "Show what measures report in a round, how they are judged, and why.",
        'goldthread show "PED02 05" --round "2023/24 Q4"\n  goldthread show --all --json\n'
        "  goldthread show --plan 2018-19 --all",
    )
    show.add_argument("refs", metavar="REF", nargs="*", help="references of measures, such as “PED02 05”")
    show.add_argument("--all", action="store_true", help="every measure")
    show.add_argument("--round", help="the period of the round; the latest unless given")
    show.add_argument("--plan", help="a plan, such as 2018-19; the round's unless given")
    show.add_argument("--json", action="store_true", help="as JSON, values as decimal text")


def _report(chosen: argparse.Namespace) -> None:
    formats = _formats(chosen.format)
    with database(chosen):
        from goldthread.exchange.files import NotWritten, write_files
        from goldthread.monitoring.queries import UnknownRound, find_round

        try:
            round_ = find_round(chosen.round) if chosen.round else _latest_round()
        except UnknownRound as problem:
            raise Refused(str(problem), code=WRONG_REQUEST) from problem
        edition = round_.editions.order_by("-number").first()
        if edition is None:
            raise Refused(f"{round_} is not published, so it has no report yet. Publish it first: goldthread serve")
        held = {file.format: bytes(file.content) for file in edition.files.filter(format__in=formats)}
        missing = [name for name in formats if name not in held]
        if missing:
            raise Refused(f"{edition} holds no {' and no '.join(missing)} file. Leave it out of --format.")
        stem = f"goldthread-{round_.slug}-edition-{edition.number}"
        try:
            paths = write_files(chosen.out, {f"{stem}.{name}": held[name] for name in formats})
        except NotWritten as problem:
            raise Refused(str(problem)) from problem
        for path in paths:
            print(f"Wrote {path} ({size(path.stat().st_size)}).")


def _show(chosen: argparse.Namespace) -> None:
    if bool(chosen.refs) == chosen.all:
        raise Refused(
            'Name measures, or say --all. For example: goldthread show "PED02 05", or: goldthread show --all',
            code=WRONG_REQUEST,
        )
    with database(chosen):
        from goldthread.exchange import answers
        from goldthread.monitoring.queries import UnknownRound, find_round

        try:
            plan = answers.find_plan(chosen.plan) if chosen.plan else None
            round_ = find_round(chosen.round) if chosen.round else answers.latest_round(plan=plan)
            if plan and round_ and round_.plan != plan:
                raise answers.UnknownPlan(f"{round_} reports on plan “{round_.plan.slug}”, not “{plan.slug}”.")
            if round_:
                rows = answers.answers(round_, refs=chosen.refs)
            else:
                rows = answers.plan_answers(plan, refs=chosen.refs) if plan else []
        except (UnknownRound, answers.UnknownMeasure, answers.UnknownPlan) as problem:
            raise Refused(str(problem), code=WRONG_REQUEST) from problem
        if not round_ and not plan:
            raise Refused("No round is held yet. Load the demonstration: goldthread demo --no-serve")
        if chosen.json:
            print(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            _print_tables(rows, of_round=round_ is not None, in_detail=bool(chosen.refs))


def _latest_round() -> Round:
    from goldthread.exchange.answers import latest_round

    found = latest_round()
    if found is None:
        raise Refused("No round is held yet. Load the demonstration: goldthread demo --no-serve")
    return found


def _formats(text: str) -> list[str]:
    """Return the formats asked for, each once, or refuse naming those there are."""
    from difflib import get_close_matches

    asked = list(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    unknown = [name for name in asked if name not in FORMATS]
    if unknown or not asked:
        near = get_close_matches(unknown[0], FORMATS, n=1) if unknown else []
        hint = f" Did you mean “{near[0]}”?" if near else ""
        name = "”, “".join(unknown) or text
        raise Refused(f"There is no format “{name}”.{hint} Choose from: {', '.join(FORMATS)}.", code=WRONG_REQUEST)
    return asked


def _print_tables(rows: Sequence[dict[str, Any]], *, of_round: bool, in_detail: bool) -> None:
    from rich.console import Console

    from goldthread.exchange import terminal

    width = None if sys.stdout.isatty() else 160
    console = Console(markup=False, highlight=False, emoji=False, width=width)
    if not of_round:
        console.print(terminal.plan_overview(rows))
    elif in_detail:
        for row in rows:
            console.print(terminal.detail(row))
    else:
        console.print(terminal.overview(rows))
