"""Checks of every page's HTML, as it is sent: no browser needed."""

import json
import re
import subprocess
from itertools import pairwise
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from goldthread.rendering.wording import parse_printed
from goldthread.ui.build_assets import node
from tests.journeys.conftest import Documents, fetch
from tests.journeys.pages import NOT_PAGES, PAGES, installed_names

ROOT = Path(__file__).resolve().parents[2]
ABSENT = re.compile(r"\[[a-z]\]|no data|not |none|no target|to be |baseline|depend|suppress|refer|–|—", re.IGNORECASE)
FIGURE = re.compile(r"^[−-]?£?\d[\d,]*(\.\d+)?( ?%| thousand| days?| hours?)?$")
MARK = re.compile(r"\s*\[[a-z]\]")
VAGUE_LINKS = {"click here", "here", "more", "read more", "link", "this", "details", "download"}
FILE_TYPES = ("csv", "xlsx", "docx", "pdf", "json", "html", "zip")


def test_every_address_has_an_example() -> None:
    listed = {page.name for page in PAGES} | set(NOT_PAGES)

    assert installed_names() - listed == set()
    assert listed - installed_names() == set()


def test_every_page_is_valid_html(sources: dict[str, str], tmp_path: Path) -> None:
    for place, source in enumerate(sources.values()):
        (tmp_path / f"{place}.html").write_text(source, encoding="utf-8")
    program = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    rules = Path(__file__).with_name("htmlvalidate.json")

    checked = subprocess.run(
        [node(), str(program), f"--config={rules}", "--formatter=json", "--ext=html", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    paths = list(sources)
    problems = [
        f"{paths[int(Path(file['filePath']).stem)]} line {message['line']}: {message['message']} {message['ruleId']}"
        for file in json.loads(checked.stdout or "[]")
        for message in file["messages"]
    ]
    assert not problems, "\n".join(problems)
    assert checked.returncode == 0, checked.stderr


def test_every_page_has_one_first_heading_and_skips_no_level(documents: Documents) -> None:
    problems = {}
    for path, document in documents.items():
        levels = [int(heading.name[1]) for heading in document.find_all(re.compile("^h[1-6]$"))]
        skipped = [level for before, level in pairwise(levels) if level > before + 1]
        if levels.count(1) != 1 or skipped:
            problems[path] = levels

    assert problems == {}


def test_every_title_is_unique_and_ends_with_the_service_and_the_council(documents: Documents) -> None:
    titles = {path: _title(document) for path, document in documents.items() if "?" not in path}
    councils = {title.split(" – ")[-1] for title in titles.values()}
    shared = [(path, title) for path, title in titles.items() if list(titles.values()).count(title) > 1]

    assert shared == []
    assert len(councils) == 1
    assert [title for title in titles.values() if not re.match(r".{3,} – Goldthread – .{3,}$", title)] == []


def test_every_page_says_its_language(documents: Documents) -> None:
    assert {path for path, document in documents.items() if document.html.get("lang") != "en-GB"} == set()


def test_every_status_has_a_word_and_no_two_lights_share_one(documents: Documents) -> None:
    lights = [light for document in documents.values() for light in document.select(".status")]
    silent = [str(light) for light in lights if not re.search(r"[A-Za-z]{3}", light.get_text())]
    tones = {(light.get_text(" ", strip=True), _tone(light)) for light in lights}

    assert silent == []
    assert len({words for words, _ in tones}) == len(tones), sorted(tones)


def test_every_data_table_has_a_caption_scopes_and_no_empty_or_merged_cell(documents: Documents) -> None:
    problems = [
        f"{path} {_named(table)}: {problem}"
        for path, document in documents.items()
        for table in document.find_all("table")
        for problem in _table_problems(table)
    ]

    assert not problems, "\n".join(problems)


def test_every_table_stands_in_a_labelled_region_that_the_keyboard_reaches(documents: Documents) -> None:
    bare = []
    for path, document in documents.items():
        for table in document.find_all("table"):
            region = table.find_parent("section", class_="scroll")
            label = region and document.find(id=region.get("aria-labelledby"))
            if not (region and region.get("tabindex") == "0" and label and label.get_text(strip=True)):
                bare.append(f"{path}: {_named(table)}")

    assert bare == []


def test_columns_of_figures_are_set_to_the_right_with_the_same_decimals(documents: Documents) -> None:
    problems = [
        f"{path} {_named(table)}: {problem}"
        for path, document in documents.items()
        for table in document.find_all("table")
        for problem in _column_problems(table)
    ]

    assert not problems, "\n".join(problems)


def test_every_chart_has_its_words_and_a_table_with_the_same_figures(documents: Documents) -> None:
    problems = [
        f"{path}: {problem}"
        for path, document in documents.items()
        for drawing in document.select("svg[role=img]")
        for problem in _chart_problems(drawing)
    ]

    assert not problems, "\n".join(problems)


def test_every_field_has_a_label_and_its_hint_tied_to_it(documents: Documents) -> None:
    problems = []
    for path, document in documents.items():
        for each in document.select("input:not([type=hidden]), select, textarea"):
            label = document.find("label", attrs={"for": each.get("id")})
            described = str(each.get("aria-describedby", "")).split()
            if label is None or not label.get_text(strip=True):
                problems.append(f"{path}: {each.get('name')} has no label")
            problems += [f"{path}: no hint {name}" for name in described if document.find(id=name) is None]

    assert not problems, "\n".join(problems)


def test_personal_fields_say_what_may_fill_them_in(documents: Documents) -> None:
    personal = [
        (path, each.get("name"))
        for path, document in documents.items()
        for each in document.select("input[type=email], input[type=password], input[name=name], input[type=tel]")
        if not each.get("autocomplete") or each.get("autocomplete") == "off"
    ]

    assert personal == []


def test_links_on_a_page_say_where_they_lead(documents: Documents) -> None:
    problems = []
    for path, document in documents.items():
        targets: dict[str, set[str]] = {}
        for link in document.find_all("a", href=True):
            text = " ".join((link.get("aria-label") or link.get_text(" ")).split())
            if text.lower() in VAGUE_LINKS or not text:
                problems.append(f"{path}: {text!r} to {link['href']}")
            if str(link["href"]).startswith("http") and "external" not in (link.get("rel") or []):
                problems.append(f"{path}: {text!r} does not say that it leaves the site")
            targets.setdefault(text, set()).add(str(link["href"]))
        problems += [f"{path}: {text!r} leads to {sorted(to)}" for text, to in targets.items() if len(to) > 1]

    assert not problems, "\n".join(problems)


def test_downloads_say_their_type_and_their_size(documents: Documents, site: str) -> None:
    problems = []
    links = {
        (link["href"], link.get_text(" ", strip=True)) for each in documents.values() for link in each.select("a")
    }
    for href, text in sorted(links):
        kind = re.search(r"[./](" + "|".join(FILE_TYPES) + r")$", str(href).split("?")[0])
        if kind is None or str(href).startswith("http"):
            continue
        said = re.search(r"\(([A-Za-z]+), ([\d.,]+) (bytes|kB|MB)\)", text)
        if said is None:
            problems.append(f"{text!r} does not say its type and size")
            continue
        size = len(fetch(site + href).body)
        claimed = float(said[2].replace(",", "")) * {"bytes": 1, "kB": 1000, "MB": 1_000_000}[said[3]]
        if said[1].lower() != kind[1] or abs(size - claimed) > max(size * 0.1, 600):
            problems.append(f"{text!r} is {size} bytes of {kind[1]}")

    assert not problems, "\n".join(problems)


def test_the_statement_and_the_help_stand_in_the_same_place_on_every_page(documents: Documents) -> None:
    footers = {
        path: [a.get_text(strip=True) for a in document.select("footer a")] for path, document in documents.items()
    }

    assert len({tuple(links) for links in footers.values()}) == 1
    assert "Accessibility statement" in next(iter(footers.values()))


def test_the_accessibility_statement_has_what_the_law_asks_for(documents: Documents) -> None:
    statement = documents["/accessibility/"]
    headings = [heading.get_text(strip=True) for heading in statement.select("main h2, main h3")]

    for needed in (
        "How accessible this website is",
        "Feedback and contact information",
        "Enforcement procedure",
        "Technical information about this website’s accessibility",
        "Compliance status",
        "Preparation of this accessibility statement",
    ):
        assert needed in headings
    assert "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018" in (
        statement.get_text(" ")
    )
    assert re.search(r"last reviewed on \d{1,2} \w+ \d{4}", statement.get_text(" "))


def _title(document: BeautifulSoup) -> str:
    return document.title.get_text() if document.title else ""


def _tone(light: Tag) -> str:
    return next((name for name in light["class"] if name.startswith("status--")), "")


def _named(table: Tag) -> str:
    return table.caption.get_text(" ", strip=True) if table.caption else "a table without a caption"


def _table_problems(table: Tag) -> list[str]:
    problems = [] if table.caption and table.caption.get_text(strip=True) else ["no caption"]
    problems += ["a heading without a scope" for heading in table.find_all("th") if not heading.get("scope")]
    for cell in table.select("tbody td, tbody th"):
        if not cell.get_text(strip=True):
            problems.append("an empty cell")
        if cell.get("rowspan") or cell.get("colspan"):
            problems.append(f"a merged cell: {cell.get_text(strip=True)}")
    if len(table.select("thead tr")) != 1:
        problems.append("not one row of headings")
    return problems


def _column_problems(table: Tag) -> list[str]:
    problems = []
    headings = table.select("thead th")
    for place, heading in enumerate(headings):
        cells = [row.find_all(["th", "td"])[place] for row in table.select("tbody tr")]
        written = [MARK.sub("", cell.get_text(" ", strip=True)) for cell in cells]
        figures = [text for text in written if FIGURE.match(text)]
        rest = [text for text in written if text and not FIGURE.match(text) and not ABSENT.search(text)]
        name = heading.get_text(" ", strip=True)
        if not figures or rest or place == 0:
            continue
        if not all("govuk-table__cell--numeric" in cell["class"] for cell in cells):
            problems.append(f"{name} is not set to the right")
        decimals = {len(text.partition(".")[2].rstrip("% ")) for text in figures}
        if "(" in name and len(decimals) > 1:
            problems.append(f"{name} mixes decimals: {figures}")
    return problems


def _chart_problems(drawing: Tag) -> list[str]:
    title, description = drawing.find("title"), drawing.find("desc")
    name = title.get_text(strip=True) if title else "a chart"
    problems = [f"{name}: no title"] if title is None else []
    if description is None or not description.get_text(strip=True):
        problems.append(f"{name}: no description")
    table = drawing.find_next("table")
    if table is None:
        return [*problems, f"{name}: no table after it"]
    told = {_number(cell.get_text(" ")) for cell in table.select("td, th")}
    drawn = {_number(label.get_text(" ")) for label in drawing.select("text[font-weight]")} - {None}
    problems += [f"{name}: draws {value}, which is not in its table" for value in sorted(drawn - told)]
    files = [link for link in table.find_all_next("a", href=True) if _leads_to_figures(str(link["href"]))]
    return problems if files else [*problems, f"{name}: no way to its figures as a file"]


def _leads_to_figures(href: str) -> bool:
    """Return whether a link is a file of figures, or the page of all of them."""
    return href.partition("#")[0].endswith((".csv", ".xlsx")) or href == "/data/"


def _number(text: str) -> object:
    words = MARK.sub("", text).strip()
    return parse_printed(words) if FIGURE.match(words) else None
