"""What every command shares: how it is declared, refused, given its database and seen to go on."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goldthread.exchange.desk import Progress


DATA = "goldthread-data"
WRONG_REQUEST, NOT_DONE, INTERRUPTED = 2, 1, 130


class Refused(Exception):
    """A command that can't be done as asked: what is wrong, and the remedy."""

    def __init__(self, message: str, *, code: int = NOT_DONE) -> None:
        super().__init__(message)
        self.code = code


def add_command(
    commands: Any,
    name: str,
    run: Callable[[argparse.Namespace], int | None],
    sentence: str,
    example: str,
    *,
    has_data: bool = True,
) -> argparse.ArgumentParser:
    """Declare a command; `run` returns its exit code, or None for 0. `has_data`: whether it works on a database."""
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=sentence,
        description=sentence,
        epilog=f"Example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if has_data:
        command.add_argument(
            "--data",
            type=Path,
            metavar="DIR",
            help=f"folder of the database; GOLDTHREAD_DATA or ./{DATA} unless given",
        )
    command.set_defaults(run=run, command=name)
    return command


@contextmanager
def database(chosen: argparse.Namespace, *, make: bool = False) -> Iterator[None]:
    """Set Django up on the chosen folder with an up-to-date database.

    Args:
        make: whether a new database may be made, for a command that fills one.
    """
    folder = folder_of(chosen)
    os.environ["GOLDTHREAD_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.config.settings")
    embedded = not os.environ.get("GOLDTHREAD_DATABASE_URL")
    if embedded and not make and not (folder / "goldthread.sqlite3").exists():
        raise Refused(
            f"There is no data in {folder}. Load the demonstration: goldthread demo --no-serve, "
            "or a bundle: goldthread import FILE, or name another folder with --data."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        import django

        django.setup()
    except OSError as problem:
        reason = problem.strerror or problem
        raise Refused(f"{folder} can't be used: {reason}. Choose another folder with --data.") from problem
    from django.db import DatabaseError

    try:
        _migrate()
        yield
    except DatabaseError as problem:
        where = f"The database in {folder}" if embedded else "The database of GOLDTHREAD_DATABASE_URL"
        raise Refused(f"{where} can't be used: {problem}.") from problem


def folder_of(chosen: argparse.Namespace) -> Path:
    """The folder a command works in."""
    return chosen.data or Path(os.environ.get("GOLDTHREAD_DATA") or DATA)


def _migrate() -> None:
    """Bring the database up to date; where it is, only look."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, skip_checks=True)


@contextmanager
def progress() -> Iterator[Progress]:
    """Show progress as a bar on a terminal, and as one plain line for each step elsewhere."""
    if not sys.stderr.isatty():
        said: set[str] = set()

        def say(label: str, done: int, total: int) -> None:
            if label not in said:
                said.add(label)
                print(f"{label}…", file=sys.stderr, flush=True)

        yield say
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed} of {task.total}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("Reading", total=None)
        yield lambda label, done, total: bars.update(task, description=label, completed=done, total=total)


def size(count: int) -> str:
    """Bytes for a reader: `12 kB`, `1.4 MB`."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"
