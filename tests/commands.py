"""The command line for tests: run as everyone runs it, over a folder of the test's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def goldthread(
    *arguments: str, data: Path | None = None, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end and return what it said."""
    folder = ["--data", str(data)] if data else []
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GOLDTHREAD_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "goldthread", *arguments, *folder],
        cwd=ROOT,
        env=inherited | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="session")
def own_demonstration(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return this worker's own copy of the demonstration's data folder, for commands that only read."""
    return Path(shutil.copytree(demonstration, tmp_path_factory.mktemp("commands") / "data"))


@pytest.fixture(scope="session")
def exported(own_demonstration: Path) -> str:
    """Return the demonstration as one bundle's text."""
    done = goldthread("export", "--format", "json", data=own_demonstration)
    assert done.returncode == 0, done.stderr
    return done.stdout
