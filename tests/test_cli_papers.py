"""read and check on the command line: any paper, with nothing set up."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from goldthread.cli import main
from goldthread.cli.findings import as_github, as_json, as_sarif, as_text
from goldthread.domain import checks
from goldthread.domain.checks import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Where
from tests.commands import goldthread

PAPER = (
    "# Report for quarter 3 2023/24\n\nObjective: Keep the parks open (PK1)\n\n"
    "Ref\tMeasure\t22/23 Actual\t23/24 Target\tCurrent\tDirection of Travel\tQuarterly Progress\n"
    "PK1 01\tIncrease the number of visits to the river park\t120\t150\t=131\tQ3 22-23 110\tGreen\n"
)


def _otters(evidence: Evidence) -> Iterable[Finding]:
    for passage in evidence.paper.passages:
        if "otter" in passage.text:
            before = len(evidence.previous.passages) if evidence.previous else "no"
            yield OTTERS.finding(passage.where, passage.text, f"otters here, {before} passages before")
        if "stoat" in passage.text:
            yield OTTERS.finding(passage.where, passage.text, "a stoat: 100%, so\nit is", severity=Severity.NOTE)


OTTERS = Check(name="otters", severity=Severity.ERROR, looks_at="text", find=_otters, remedy="Look, again.")


@pytest.fixture
def otters_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule that does not change with the product's."""
    monkeypatch.setattr(checks, "CHECKS", (OTTERS,))


def a_file(folder: Path, text: str, name: str = "q3.txt") -> str:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_read_gives_the_measures_of_a_report_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "read", a_file(tmp_path, PAPER))

    held: dict[str, Any] = json.loads(out)
    (measure,) = held["reports"][0]["objectives"][0]["measures"]
    assert (code, held["file"], held["reports"][0]["period"]) == (0, "q3.txt", "2023/24 Q3")
    assert measure["cells"]["target"]["parts"] == [{"label": "", "number": 150, "unit": "count"}]
    assert measure["where"]["line"] == 6


def test_several_files_give_a_list_and_files_of_one_name_their_paths(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = a_file(tmp_path / "a", PAPER), a_file(tmp_path / "b", PAPER)

    _, out, _ = run(capsys, "read", one, other)

    assert [held["file"] for held in json.loads(out)] == [one, other]


def test_read_as_csv_has_a_row_for_every_number_and_runs_no_formula(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "read", a_file(tmp_path, PAPER), "--format", "csv")

    rows = {row["column"]: row for row in csv.DictReader(io.StringIO(out)) if row["kind"] == "measure"}
    assert (rows["target"]["number"], rows["target"]["line"]) == ("150", "6")
    assert rows["current"]["text"] == "'=131"


def test_read_writes_the_file_it_is_told_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "made" / "q3.json"

    code, printed, told = run(capsys, "read", a_file(tmp_path, PAPER), "--out", str(out))

    assert (code, printed) == (0, "")
    assert told.startswith(f"Wrote {out} (")
    assert json.loads(out.read_text(encoding="utf-8"))["file"] == "q3.txt"


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_file_that_is_not_there_ends_with_two_and_its_name(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, told = run(capsys, command, str(tmp_path / "none.pdf"))

    assert (code, out) == (2, "")
    assert "none.pdf" in told


@pytest.mark.usefixtures("otters_only")
def test_a_clean_paper_ends_with_nothing_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", a_file(tmp_path, "All well.")) == (0, "Nothing found.\n", "")


@pytest.mark.usefixtures("otters_only")
def test_findings_end_with_one_and_tell_place_rule_message_and_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "check", a_file(tmp_path, "Fine.\n\nAn otter came.\n"))

    assert code == 1
    assert out.splitlines() == [
        "q3.txt",
        "",
        "  line 3         error: otters",
        "    otters here, no passages before",
        "    “An otter came.”",
        "    → Look, again.",
        "",
        "1 error in 1 file.",
    ]


@pytest.mark.usefixtures("otters_only")
def test_the_previous_paper_is_compared_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now, before = a_file(tmp_path, "An otter came."), a_file(tmp_path, "One.\n\nTwo.\n", "q2.txt")

    _, out, _ = run(capsys, "check", now, "--previous", before, "--format", "json")

    assert [found["message"] for found in json.loads(out)] == ["otters here, 2 passages before"]


@pytest.mark.usefixtures("otters_only")
def test_severity_leaves_out_what_is_less(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = a_file(tmp_path, "A stoat.")

    assert run(capsys, "check", paper, "--severity", "warning")[0] == 0
    assert run(capsys, "check", paper)[0] == 1


FOUND = Finding(
    rule="otters",
    severity=Severity.NOTE,
    where=Where(file="packs/q3, final.txt", line=3, page=2, cell="B4"),
    quote="An otter",
    message="100%\nsure",
    remedy="Look.",
)


def test_json_holds_every_field_of_a_finding() -> None:
    assert json.loads(as_json([FOUND])) == [
        {
            "rule": "otters",
            "severity": "note",
            "where": {"file": "packs/q3, final.txt", "line": 3, "page": 2, "cell": "B4"},
            "quote": "An otter",
            "message": "100%\nsure",
            "remedy": "Look.",
        }
    ]


def test_github_commands_are_one_line_each_with_their_marks_escaped() -> None:
    assert as_github([FOUND]) == "::notice file=packs/q3%2C final.txt,line=3,title=otters::100%25%0Asure\n"


@pytest.mark.usefixtures("otters_only")
def test_sarif_names_tool_rule_level_and_place() -> None:
    (ran,) = json.loads(as_sarif([FOUND]))["runs"]

    (result,) = ran["results"]
    assert (ran["tool"]["driver"]["name"], result["ruleId"], result["level"]) == ("goldthread", "otters", "note")
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("packs/q3%2C%20final.txt", 3)


def test_a_long_quotation_is_shortened_and_the_count_is_in_words() -> None:
    long = Finding(**{name: getattr(FOUND, name) for name in FOUND.__slots__} | {"quote": "word " * 200})

    out = as_text([FOUND, long])

    assert "word …”" in out
    assert out.endswith("2 notes in 1 file.\n")


def test_help_is_there_without_the_framework_and_names_an_example() -> None:
    done = goldthread("check", "--help")

    assert (done.returncode, done.stderr) == (0, "")
    assert "goldthread check q4.docx --previous q3.docx" in done.stdout
    assert "--data" not in done.stdout
