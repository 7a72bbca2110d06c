"""What the import contracts can't see: the shape of the house and its habits."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "goldthread"
ROOMS_LOW_TO_HIGH = (
    "domain",
    "reader",
    "rendering",
    "ui",
    "accounts",
    "plan",
    "monitoring",
    "publishing",
    "exchange",
    "demo",
)
DJANGO_ROOMS = ("ui", "accounts", "plan", "monitoring", "publishing", "exchange")
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
VIEWS = sorted(PACKAGE.glob("*/views*.py"))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", sorted((PACKAGE / "domain").rglob("*.py")), ids=_name)
def test_the_rules_import_the_standard_library_only(path: Path) -> None:
    outside = {name.split(".")[0] for name in _imported(_tree(path))} - set(sys.stdlib_module_names) - {"goldthread"}

    assert not outside


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*/models.py")), ids=_name)
def test_foreign_keys_point_to_the_same_room_or_below(path: Path) -> None:
    room = ROOMS_LOW_TO_HIGH.index(path.parent.name)
    labels = re.findall(r"(?:ForeignKey|OneToOneField|ManyToManyField)\(\s*[\"'](\w+)\.\w+[\"']", path.read_text())

    assert all(ROOMS_LOW_TO_HIGH.index(label) <= room for label in labels)


@pytest.mark.parametrize("path", VIEWS, ids=_name)
def test_views_ask_queries_and_actions_never_the_models(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert ".objects" not in source
    assert not {name for name in _imported(_tree(path)) if name.endswith(".models")}


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_files_and_functions_stay_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    long_functions = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 60
    ]

    assert lines <= 500
    assert not long_functions


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_every_public_name_says_what_it_means(path: Path) -> None:
    tree = _tree(path)
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]

    silent = [node.name for node in public if not ast.get_docstring(node)]

    assert not silent
    assert path.stat().st_size == 0 or ast.get_docstring(tree)


def test_no_room_is_named_for_nothing_in_particular() -> None:
    vague = {"core", "utils", "helpers", "common", "services", "util", "helper", "misc"}

    assert not [_name(path) for path in PACKAGE.rglob("*") if path.stem in vague]


def test_every_room_stands_in_the_import_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
    listed = {name.strip() for layer in contract for name in layer.split("|")}
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()} | {"cli"}

    assert rooms == listed


@pytest.mark.parametrize("group", ["dependencies = [", "dev = ["])
def test_every_dependency_states_its_reason(group: str) -> None:
    lines = (ROOT / "pyproject.toml").read_text().split(group, 1)[1].split("\n]", 1)[0].strip().splitlines()

    assert len(lines) > 5
    assert [line for line in lines if " # " not in line] == []


def test_ci_runs_what_the_readme_says() -> None:
    readme, ci = (ROOT / "README.md").read_text(), (ROOT / ".ci" / "run").read_text()

    assert "make test" in readme
    assert ci.strip().splitlines()[-1] == "exec make test"


def test_no_filesystem_path_of_a_machine_is_committed() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.split(b"\0")
    needles = (b"/work" + b"/", b"/root" + b"/", b"../" + b"shared")
    guilty = [
        name.decode()
        for name in tracked
        if name
        and (ROOT / name.decode()).is_file()
        and any(needle in (ROOT / name.decode()).read_bytes() for needle in needles)
    ]

    assert not guilty


def test_the_readme_is_short_enough_to_be_read() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) <= 100
