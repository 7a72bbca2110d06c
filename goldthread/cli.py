"""The command line. Django is set up only when a command runs, so that help is instant."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goldthread.exchange.desk import Progress
    from goldthread.monitoring.models import Round

HOST = "127.0.0.1"
PORT = 8000
DATA = "goldthread-data"
FORMATS = ("pdf", "docx", "xlsx", "html")
WORKERS, THREADS = 2, 4
WRONG_REQUEST, NOT_DONE, INTERRUPTED = 2, 1, 130


class Refused(Exception):
    """A command that can't be done as asked: what is wrong, and the remedy."""

    def __init__(self, message: str, *, code: int = NOT_DONE) -> None:
        super().__init__(message)
        self.code = code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 not done, 2 a request that can't be understood."""
    top, given = parser(), list(sys.argv[1:] if arguments is None else arguments)
    known = top.get_default("known")
    if given and not given[0].startswith("-") and given[0] not in known:
        print(f"There is no command “{given[0]}”. Choose one of: {', '.join(known)}.", file=sys.stderr)
        return WRONG_REQUEST
    chosen = top.parse_args(given)
    try:
        run: Callable[[argparse.Namespace], None] = chosen.run
        run(chosen)
        sys.stdout.flush()
    except Refused as problem:
        print(problem, file=sys.stderr)
        return problem.code
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


# What can be asked.


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    top = argparse.ArgumentParser(
        prog="goldthread",
        description="A council's performance management: plan, figures, judgements and reports on one thread.",
        epilog="Start here: goldthread demo\nHelp on a command: goldthread show --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_serving(commands)
    _add_answers(commands)
    _add_exchange(commands)
    top.set_defaults(known=tuple(commands.choices))
    return top


def _add_serving(commands: Any) -> None:
    demo = _command(commands, "demo", _demo, "Load the demonstration council and serve it.", "goldthread demo")
    demo.add_argument("--no-serve", action="store_true", help="load it and stop")
    _port(demo)

    serve = _command(commands, "serve", _serve, "Serve the site on this machine.", "goldthread serve --port 8001")
    _port(serve)


def _add_answers(commands: Any) -> None:
    report = _command(
        commands,
        "report",
        _report,
        "Write the published report of a round as files, byte for byte as it was published.",
        'goldthread report --round "2023/24 Q4" --format pdf,docx --out reports',
    )
    report.add_argument("--round", help="the period of the round, such as “2023/24 Q4”; the latest unless given")
    report.add_argument("--format", default=",".join(FORMATS), help=f"any of {','.join(FORMATS)}; all unless given")
    report.add_argument("--out", type=Path, default=Path(), help="folder to write to, made if missing")

    show = _command(
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


def _add_exchange(commands: Any) -> None:
    export = _command(
        commands,
        "export",
        _export,
        "Write the whole council as one bundle, which import reads back.",
        "goldthread export --format json --out council.json",
    )
    export.add_argument("--format", default="json", help="json, the only one")
    export.add_argument("--out", type=Path, help="file to write; the terminal unless given")

    import_ = _command(
        commands,
        "import",
        _import,
        "Read a bundle in: what is new is added, nothing is overwritten, and one fault refuses it all.",
        "goldthread import council.json",
    )
    import_.add_argument("file", metavar="FILE", type=Path, help="the bundle; - for standard input")


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], None], sentence: str, example: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=sentence,
        description=sentence,
        epilog=f"Example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help=f"folder of the database; GOLDTHREAD_DATA or ./{DATA} unless given",
    )
    command.set_defaults(run=run, command=name)
    return command


def _port(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=_port_number, default=PORT, metavar="N", help=f"port; {PORT} unless given")


def _port_number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port. Choose a number from 1 to 65535.")
    return int(text)


class _Version(argparse.Action):
    """Print the version, looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"goldthread {version('goldthread')}")
        parser.exit()


# The commands.


def _demo(chosen: argparse.Namespace) -> None:
    if not chosen.no_serve:
        _require_free_port(chosen)
    with _database(chosen, make=True):
        from django.utils import timezone

        from goldthread.demo.load import NotForDemonstration, load_demonstration
        from goldthread.exchange.problems import BundleProblems

        try:
            with _progress() as progress:
                loaded = load_demonstration(at=timezone.now(), progress=progress)
        except BundleProblems as problem:
            raise Refused(f"The demonstration can't be loaded into {_folder(chosen)}.\n{problem}") from problem
        except NotForDemonstration as problem:
            raise Refused(f"{problem} For example: goldthread demo --data demonstration") from problem
        print(
            f"The demonstration council is loaded. {loaded.result}" if loaded.result.added else "Nothing new to load."
        )
        for period in loaded.published:
            print(f"Published {period}.")
        if not chosen.no_serve:
            _run_server(chosen)


def _serve(chosen: argparse.Namespace) -> None:
    _require_free_port(chosen)
    with _database(chosen, make=True):
        _run_server(chosen)


def _report(chosen: argparse.Namespace) -> None:
    formats = _formats(chosen.format)
    with _database(chosen):
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
            print(f"Wrote {path} ({_size(path.stat().st_size)}).")


def _show(chosen: argparse.Namespace) -> None:
    if bool(chosen.refs) == chosen.all:
        raise Refused(
            'Name measures, or say --all. For example: goldthread show "PED02 05", or: goldthread show --all',
            code=WRONG_REQUEST,
        )
    with _database(chosen):
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


def _export(chosen: argparse.Namespace) -> None:
    if chosen.format != "json":
        raise Refused(f"There is no format “{chosen.format}” for a bundle. Choose: json.", code=WRONG_REQUEST)
    with _database(chosen):
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
        print(f"Wrote {path} ({_size(path.stat().st_size)}): {held}.")


def _import(chosen: argparse.Namespace) -> None:
    try:
        content = sys.stdin.buffer.read() if str(chosen.file) == "-" else chosen.file.read_bytes()
    except OSError as problem:
        raise Refused(f"{chosen.file} can't be read: {problem.strerror}. Name a bundle's file.") from problem
    with _database(chosen, make=True):
        from django.utils import timezone

        from goldthread.exchange.actions import import_from_command_line
        from goldthread.exchange.problems import BundleProblems

        try:
            with _progress() as progress:
                result = import_from_command_line(bundle=content, at=timezone.now(), progress=progress)
        except BundleProblems as problem:
            count = len(problem.problems)
            found = "1 problem" if count == 1 else f"{count:,} problems"
            raise Refused(f"Nothing was imported. {found} in {chosen.file}:\n{problem}") from problem
        print(result)


# What the commands share.


@contextmanager
def _database(chosen: argparse.Namespace, *, make: bool = False) -> Iterator[None]:
    """Set Django up on the chosen folder with an up-to-date database.

    Args:
        make: whether a new database may be made, for a command that fills one.
    """
    folder = _folder(chosen)
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


def _folder(chosen: argparse.Namespace) -> Path:
    return chosen.data or Path(os.environ.get("GOLDTHREAD_DATA") or DATA)


def _migrate() -> None:
    """Bring the database up to date; where it is, only look."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, skip_checks=True)


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


@contextmanager
def _progress() -> Iterator[Progress]:
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


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"


def _require_free_port(chosen: argparse.Namespace) -> None:
    """Refuse before any work is done when the port can't be had."""
    import errno
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, chosen.port))
        except OSError as problem:
            other = chosen.port + 1 if PORT <= chosen.port < 65_535 else PORT
            why = "is in use" if problem.errno == errno.EADDRINUSE else f"can't be used: {problem.strerror}"
            command = f"goldthread {chosen.command} --port {other}"
            raise Refused(f"Port {chosen.port} {why}. Choose another: {command}") from problem


def _run_server(chosen: argparse.Namespace) -> None:
    """Serve with gunicorn until stopped."""
    from django.conf import settings
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    from goldthread.demo.load import is_loaded

    settings.DEMONSTRATION = settings.DEMONSTRATION or is_loaded()
    from goldthread.config.wsgi import application

    connections.close_all()  # the workers open their own

    def announce(_: Any) -> None:
        _print_address(chosen.port, demonstration=settings.DEMONSTRATION)

    class Server(BaseApplication):  # type: ignore[misc]
        """Gunicorn with the site already loaded."""

        def load_config(self) -> None:
            options = {
                "bind": f"{HOST}:{chosen.port}",
                "workers": WORKERS,
                "threads": THREADS,
                "worker_class": "gthread",
                "preload_app": True,
                "loglevel": "warning",
                "control_socket_disable": True,
                "when_ready": announce,
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return application

    Server().run()


def _print_address(port: int, *, demonstration: bool) -> None:
    print(f"Goldthread is at http://{HOST}:{port}/ (stop it with Ctrl-C)")
    if demonstration:
        from goldthread.demo.load import demonstration as about
        from goldthread.demo.load import sign_ins

        told = about()
        print(f"\n{told.notice}\n\nTo sign in, use the password {told.password} and one of:")
        for entry in sign_ins():
            print(f"  {entry.role.capitalize():22} {entry.email}")
    sys.stdout.flush()
