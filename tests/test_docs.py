"""The documentation agrees with itself and with the code."""

import re
from pathlib import Path

import pytest

from goldthread.config.environment import Environment

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_every_link_leads_to_a_file_that_is_there(path: Path) -> None:
    targets = LINK.findall(path.read_text(encoding="utf-8"))

    missing = [target for target in targets if not (path.parent / target).exists()]

    assert not missing


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_every_page_begins_with_its_one_title(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    titles = [line for line in text.splitlines() if line.startswith("# ")]

    assert len(titles) == 1
    assert text.startswith("# ")


def test_the_settings_page_lists_every_setting_with_its_meaning_and_no_other() -> None:
    text = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `GOLDTHREAD_(\w+)` \| (.+?) \|$", text, flags=re.MULTILINE))

    assert listed == {name.upper(): field.description for name, field in Environment.model_fields.items()}


def test_every_folder_of_the_documentation_has_a_page() -> None:
    folders = [path for path in (ROOT / "docs").iterdir() if path.is_dir() and path.name != "pictures"]

    assert not [folder.name for folder in folders if not list(folder.glob("*.md"))]
