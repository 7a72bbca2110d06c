"""A report that this product wrote from clean data, read back from each of its files, holds no error."""

from pathlib import Path

import pytest

from goldthread.domain.checks import Severity, findings_of
from goldthread.publishing.actions import files_of
from goldthread.publishing.contents import Front, read_contents
from goldthread.publishing.findings import findings_of_round, in_the_way
from goldthread.publishing.report import report
from goldthread.reader.reading import read
from tests.publishing.builders import NOW, Published, a_published_council

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Published:
    return a_published_council(measures=3, milestones=2)


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "xlsx"])
def test_its_own_file_is_read_back_without_an_error(kind: str, made: Published, tmp_path: Path) -> None:
    front = Front(council="Example Council", edition=1, published=NOW.date())
    content = files_of(report(read_contents(made.third), front=front))[kind]
    path = tmp_path / f"report.{kind}"
    path.write_bytes(content)

    paper = read(path)

    errors = [found.message for found in findings_of(paper) if found.severity is Severity.ERROR]
    assert errors == []
    assert {row.ref for _, _, row in paper.measures} == {"PED01 01", "PED01 02", "PED01 03"}
    assert {row.cells["current"].number for _, _, row in paper.measures} == {40}


def test_the_round_behind_it_holds_no_error_either(made: Published) -> None:
    assert in_the_way(findings_of_round(made.third)) == []
    assert in_the_way(findings_of_round(made.fourth)) == []
