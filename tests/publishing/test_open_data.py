"""CSV: one figure a row, exact, each with its status and source, and described as CSV on the Web."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from csvw import CSVW
from django.test import Client

from goldthread.domain.figures import Part, Unit
from goldthread.domain.periods import parse_period
from tests.publishing.builders import a_council, a_figure, a_published_council
from tests.publishing.conftest import page

pytestmark = pytest.mark.django_db


def rows_of(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV."""
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_every_figure_of_a_measure_is_a_row(client: Client) -> None:
    a_published_council(measures=2)

    rows = rows_of(client.get("/measures/measure-1.csv").content)

    assert [(row["period"], row["kind"], row["value"]) for row in rows] == [
        ("2022/23 Q3", "comparator", "50"),
        ("2022/23 Q4", "comparator", "50"),
        ("2023/24 Q3", "current", "40"),
        ("2023/24 Q4", "current", "70"),
    ]
    assert rows[0]["period_start"] == "2022-10-01"


def test_printed_places_and_marks_are_kept_and_absence_is_a_mark_never_a_zero(client: Client) -> None:
    council = a_council()
    entry = council.an_entry(council.an_objective(council.a_plan()), council.a_measure(unit=Unit.PERCENT))
    council.an_actual(entry, "2021/22", "92.250")
    council.an_actual(entry, "2022/23", None)

    rows = rows_of(client.get("/measures/attendance.csv").content)

    assert [(row["value"], row["value_mark"], row["status"]) for row in rows] == [
        ("92.250", "", "final"),
        ("", "[x]", "not reported"),
    ]


def test_parts_are_rows_of_their_own(client: Client) -> None:
    council = a_council()
    plan = council.a_plan()
    entry = council.an_entry(council.an_objective(plan), council.a_measure())
    opened = council.a_round(plan)
    part = Part(label="MAP", value=Decimal(516), unit=Unit.COUNT)
    figure = a_figure(entry, parse_period(opened.period), None, part)
    council.a_return(opened, entry, current=figure, last_year=None)
    council.published(opened)

    rows = rows_of(client.get("/measures/attendance.csv").content)

    assert [(row["part"], row["value"]) for row in rows] == [("MAP", "516")]


def test_the_file_of_all_figures_holds_those_of_every_measure(client: Client) -> None:
    a_published_council(measures=3)

    rows = rows_of(client.get("/data/figures.csv").content)

    assert len(rows) == 3 * 4
    assert {row["measure"] for row in rows} == {"measure-1", "measure-2", "measure-3"}


@pytest.mark.parametrize("path", ["/measures/measure-1.csv", "/data/figures.csv"])
def test_the_metadata_describes_the_file_as_csv_on_the_web_asks(client: Client, tmp_path: Path, path: str) -> None:
    a_published_council(measures=1)
    name = path.rsplit("/", 1)[1]
    (tmp_path / name).write_bytes(client.get(path).content)
    (tmp_path / f"{name}-metadata.json").write_bytes(client.get(f"{path}-metadata.json").content)

    described = CSVW(str(tmp_path / f"{name}-metadata.json"), validate=True)

    assert described.is_valid, described.warnings
    assert len(list(described.tables[0])) == 4
    assert json.loads((tmp_path / f"{name}-metadata.json").read_text())["url"] == name


def test_downloads_say_their_size_and_it_is_right_within_a_tenth(client: Client) -> None:
    a_published_council(measures=30)

    text = page(client, "/data/").find("a", href="/data/figures.csv").get_text(strip=True)

    kilobytes = int(text.rsplit("CSV, ", 1)[1].split()[0])
    assert abs(len(client.get("/data/figures.csv").content) / 1024 - kilobytes) <= kilobytes / 10
