"""export and import."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from goldthread.cli.command import WRONG_REQUEST, Refused, add_command, database, progress, size


def add_commands(commands: Any) -> None:
    """Declare the commands of this file."""
    export = add_command(
        commands,
        "export",
        _export,
        "Write the whole council as one bundle, which import reads back.",
        "goldthread export --format json --out council.json",
    )
    export.add_argument("--format", default="json", help="json, the only one")
    export.add_argument("--out", type=Path, help="file to write; the terminal unless given")

    import_ = add_command(
        commands,
        "import",
        _import,
        "Read a bundle in: what is new is added, nothing is overwritten, and one fault refuses it all.",
        "goldthread import council.json",
    )
    import_.add_argument("file", metavar="FILE", type=Path, help="the bundle; - for standard input")


def _export(chosen: argparse.Namespace) -> None:
    if chosen.format != "json":
        raise Refused(f"There is no format “{chosen.format}” for a bundle. Choose: json.", code=WRONG_REQUEST)
    with database(chosen):
        from goldthread.exchange.files import NotWritten, write_files
        from goldthread.exchange.queries import bundle_text, export_bundle

        bundle = export_bundle()
        text = bundle_text(bundle)
        if chosen.out is None or str(chosen.out) == "-":
            sys.stdout.write(text)
            return
        try:
            (path,) = write_files(chosen.out.parent, {chosen.out.name: text.encode()})
        except NotWritten as problem:
            raise Refused(str(problem)) from problem
        held = ", ".join(f"{len(bundle[name])} {name}" for name in ("plans", "measures", "rounds"))
        print(f"Wrote {path} ({size(path.stat().st_size)}): {held}.")


def _import(chosen: argparse.Namespace) -> None:
    try:
        content = sys.stdin.buffer.read() if str(chosen.file) == "-" else chosen.file.read_bytes()
    except OSError as problem:
        raise Refused(f"{chosen.file} can't be read: {problem.strerror}. Name a bundle's file.") from problem
    with database(chosen, make=True):
        from django.utils import timezone

        from goldthread.exchange.actions import import_from_command_line
        from goldthread.exchange.problems import BundleProblems

        try:
            with progress() as say:
                result = import_from_command_line(bundle=content, at=timezone.now(), progress=say)
        except BundleProblems as problem:
            count = len(problem.problems)
            found = "1 problem" if count == 1 else f"{count:,} problems"
            raise Refused(f"Nothing was imported. {found} in {chosen.file}:\n{problem}") from problem
        print(result)
