"""What tests share: a quick and repeatable hypothesis, the demonstration council, its site, and a browser for it.

- `demonstration`: the data folder of the demonstration council, made once for all workers by `goldthread demo`.
- `site`: the address of a server over a worker's own copy of it; tests that write use `fresh_site`.
- `demonstration_in_database`: the same council in this test's own database, for queries and Django's client.

`GOLDTHREAD_SITE=https://…` runs the journeys that only read against a site that is already up.
"""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
LONGEST_START = 60  # seconds

settings.register_profile(
    "goldthread", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("goldthread")
# Playwright's own loop runs in the test's thread; Django would take its queries for careless ones.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the journeys, so that a machine without a browser can leave them out: `-m "not journey"`."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run see."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def demonstration(shared_folder: Path) -> Path:
    """Return the data folder of the demonstration council, loaded by the command that everyone uses."""
    data = shared_folder / "demonstration"
    with (shared_folder / "demonstration.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not data.exists():
            half_made = shared_folder / "demonstration.part"
            shutil.rmtree(half_made, ignore_errors=True)
            load_demonstration_into(half_made)
            half_made.rename(data)
    return data


def load_demonstration_into(data: Path) -> None:
    """Run `goldthread demo` over a new data folder."""
    command = [str(Path(sys.executable).with_name("goldthread")), "demo", "--no-serve", "--data", str(data)]
    done = subprocess.run(command, cwd=ROOT, env=_environment(data), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)} failed:\n{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of a running site with the demonstration council; for tests that only read."""
    given = os.environ.get("GOLDTHREAD_SITE", "").rstrip("/")
    if given:
        yield given
        return
    folder = request.getfixturevalue("tmp_path_factory").mktemp("site")
    with served(copied(request.getfixturevalue("demonstration"), to=folder / "data")) as address:
        yield address


@pytest.fixture
def fresh_site(demonstration: Path, tmp_path: Path) -> Iterator[str]:
    """Give the address of a site of this test's own, to write to."""
    with served(copied(demonstration, to=tmp_path / "data")) as address:
        yield address


@pytest.fixture
def demonstration_in_database(db: None) -> None:
    """Load the demonstration council into this test's database; gone after the test."""
    from django.utils import timezone

    from goldthread.demo.load import load_demonstration

    load_demonstration(at=timezone.now())


def copied(data: Path, *, to: Path) -> Path:
    """Return a copy of a data folder that nobody is writing to."""
    shutil.copytree(data, to)
    return to


@contextmanager
def served(data: Path) -> Iterator[str]:
    """Serve a data folder on a free port of loopback until the block ends.

    The port is listening before the server starts, so the first request waits for it; nobody polls.
    """
    door = socket.create_server(("127.0.0.1", 0), backlog=64)
    address = f"http://127.0.0.1:{door.getsockname()[1]}"
    log = data / "server.log"
    command = [sys.executable, "-m", "gunicorn", "goldthread.config.wsgi", f"--bind=fd://{door.fileno()}"]
    with log.open("w") as output:
        server = subprocess.Popen(
            [*command, "--workers=1", "--threads=4", "--no-control-socket"],
            cwd=ROOT,
            env=_environment(data),
            pass_fds=[door.fileno()],
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    door.close()
    try:
        _first_answer(f"{address}/healthz", log=log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _environment(data: Path) -> dict[str, str]:
    """Return the variables of a program over this folder, and none of the tests' own."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GOLDTHREAD_")}
    return inherited | {
        "DJANGO_SETTINGS_MODULE": "goldthread.config.settings",
        "GOLDTHREAD_DATA": str(data),
        "GOLDTHREAD_DEMONSTRATION": "true",
        "PYTHONPATH": str(ROOT),
    }


def _first_answer(address: str, *, log: Path) -> None:
    try:
        with urllib.request.urlopen(address, timeout=LONGEST_START) as answer:
            assert answer.status == 200
    except OSError as problem:
        pytest.fail(f"The site did not start at {address}: {problem}\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the machine's own Chromium; `tests/with_browser.sh` finds or installs it."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        pytest.fail("There is no browser. Run the tests with: make test, or tests/with_browser.sh .venv/bin/pytest")
    quiet = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
    ]
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return browser_type_launch_args | {"executable_path": program, "args": [*quiet, *as_root]}
