"""The command line. Django is set up only when a command runs, so that help is instant."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from goldthread.cli import answers, exchange, papers, serving
from goldthread.cli.command import INTERRUPTED, WRONG_REQUEST, Refused

__all__ = ["main", "parser"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 not done, 2 a request that can't be understood."""
    top, given = parser(), list(sys.argv[1:] if arguments is None else arguments)
    known = top.get_default("known")
    if given and not given[0].startswith("-") and given[0] not in known:
        print(f"There is no command “{given[0]}”. Choose one of: {', '.join(known)}.", file=sys.stderr)
        return WRONG_REQUEST
    chosen = top.parse_args(given)
    try:
        run: Callable[[argparse.Namespace], int | None] = chosen.run
        code = run(chosen) or 0
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
    return code


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
    serving.add_commands(commands)
    answers.add_commands(commands)
    papers.add_commands(commands)
    exchange.add_commands(commands)
    top.set_defaults(known=tuple(commands.choices))
    return top


class _Version(argparse.Action):
    """Print the version, looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"goldthread {version('goldthread')}")
        parser.exit()
