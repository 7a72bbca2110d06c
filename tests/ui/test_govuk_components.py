"""The GOV.UK components that we use are the design system's own HTML, fixture by fixture."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from jinja2 import DictLoader, Template

from goldthread.ui.environment import environment

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "components"
FOLDER = "govuk_frontend_jinja/components"
TEMPLATES = ROOT / "goldthread"
OURS = sorted(
    {
        name
        for template in TEMPLATES.glob("*/templates/**/*.html")
        for name in re.findall(r"govuk_frontend_jinja/components/([\w-]+)/", template.read_text(encoding="utf-8"))
    }
)


def _macro_name(component: str) -> str:
    return "govuk" + "".join(part.capitalize() for part in component.split("-"))


def _template(component: str) -> Template:
    macro = _macro_name(component)
    source = f'{{% from "{FOLDER}/{component}/macro.html" import {macro} %}}{{{{ {macro}(options) }}}}'
    return environment(loader=DictLoader({"component": source})).get_template("component")


def _shape(html: str) -> list[object]:
    """Return markup as nested lists, without the white space that a reader never meets."""

    def of(node: Tag) -> list[object]:
        children = [
            of(child) if isinstance(child, Tag) else " ".join(str(child).split())
            for child in node.children
            if isinstance(child, Tag) or (type(child) is NavigableString and str(child).strip())
        ]
        return [node.name, dict(sorted(node.attrs.items())), children]

    return of(BeautifulSoup(html, "html.parser"))


@pytest.mark.parametrize("component", OURS)
def test_a_component_is_the_same_html_as_the_design_systems_own(component: str) -> None:
    fixtures = json.loads((COMPONENTS / component / "fixtures.json").read_text(encoding="utf-8"))["fixtures"]
    template = _template(component)

    different = [
        fixture["name"]
        for fixture in fixtures
        if _shape(template.render(options=fixture["options"])) != _shape(fixture["html"])
    ]

    assert len(fixtures) > 1
    assert not different
