"""demo and serve."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from goldthread.cli.command import Refused, add_command, database, folder_of, progress

HOST = "127.0.0.1"
PORT = 8000
WORKERS, THREADS = 2, 4


def add_commands(commands: Any) -> None:
    """Declare the commands of this file."""
    demo = add_command(commands, "demo", _demo, "Load the demonstration council and serve it.", "goldthread demo")
    demo.add_argument("--no-serve", action="store_true", help="load it and stop")
    _port(demo)

    serve = add_command(commands, "serve", _serve, "Serve the site on this machine.", "goldthread serve --port 8001")
    _port(serve)


def _port(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=_port_number, default=PORT, metavar="N", help=f"port; {PORT} unless given")


def _port_number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port. Choose a number from 1 to 65535.")
    return int(text)


def _demo(chosen: argparse.Namespace) -> None:
    if not chosen.no_serve:
        _require_free_port(chosen)
    with database(chosen, make=True):
        from django.utils import timezone

        from goldthread.demo.load import NotForDemonstration, load_demonstration
        from goldthread.exchange.problems import BundleProblems

        try:
            with progress() as say:
                loaded = load_demonstration(at=timezone.now(), progress=say)
        except BundleProblems as problem:
            raise Refused(f"The demonstration can't be loaded into {folder_of(chosen)}.\n{problem}") from problem
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
    with database(chosen, make=True):
        _run_server(chosen)


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
