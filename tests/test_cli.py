"""The command line: what it answers, what it writes, and what it refuses in which words."""

import hashlib
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from goldthread.cli import main, parser
from tests.commands import ROOT, exported, goldthread, own_demonstration

__all__ = ["exported", "own_demonstration"]
COMMANDS = ("demo", "serve", "report", "show", "export", "import")
REFERENCE = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def third_quarter(own_demonstration: Path) -> list[dict[str, Any]]:
    """Return what `show` answers for every measure of the third quarter."""
    done = goldthread("show", "--all", "--round", "2023/24 Q3", "--json", data=own_demonstration)
    assert done.returncode == 0, done.stderr
    answered: list[dict[str, Any]] = json.loads(done.stdout)
    return answered


# Help.


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_a_command_does_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])

    said = capsys.readouterr().out
    assert stopped.value.code == 0
    assert f"Example:\n  goldthread {command}" in said
    assert "--data DIR" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_the_reference_page_names_every_option_and_says_the_same(command: str) -> None:
    chosen = next(action for action in parser()._actions if action.dest == "command" or action.choices)
    assert isinstance(chosen.choices, dict)
    told = REFERENCE.split(f"## {command}\n")[1].split("\n## ")[0]

    options = {option for action in chosen.choices[command]._actions for option in action.option_strings}

    assert str(chosen.choices[command].description) in told
    assert all(option in told for option in options if option.startswith("--") and option not in {"--help", "--data"})


def test_help_sets_nothing_up() -> None:
    loaded = "import sys; from goldthread.cli import parser; parser(); print('django' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_the_version_is_the_packages() -> None:
    assert re.fullmatch(r"goldthread \d+\.\d+\.\d+\n", goldthread("--version").stdout)


# Show.


def test_show_answers_every_measure_in_the_stated_shape(third_quarter: list[dict[str, Any]]) -> None:
    figure = {"value", "unit", "status", "as_at", "parts"}
    judged = {"result", "reason", "would_change"}

    assert len(third_quarter) == 37
    for row in third_quarter:
        assert list(row) == [
            *("ref", "title", "round", "figure", "prior_actual", "target", "comparator"),
            *("direction_of_travel", "position", "progress"),
        ]
        assert set(row["figure"]) == figure
        assert set(row["prior_actual"]) == figure | {"period"}
        assert row["comparator"] is None or set(row["comparator"]) == figure | {"period"}
        assert {"state", "value", "low", "high", "printed", "year"} <= set(row["target"])
        assert set(row["direction_of_travel"]) == set(row["position"]) == judged
        assert set(row["progress"]) == {"computed", "reason", "officer", "officer_reason", "would_change"}
        assert all(set(part) == {"label", "value", "unit"} for part in row["figure"]["parts"])


def test_show_answers_with_the_papers_own_numbers(third_quarter: list[dict[str, Any]]) -> None:
    entering_care = next(row for row in third_quarter if row["ref"] == "PED02 05")
    attendance = next(row for row in third_quarter if row["ref"] == "PED01 02")

    assert entering_care["figure"]["value"] == "90"
    assert entering_care["prior_actual"]["value"] == "147"
    assert entering_care["target"]["value"] == "68"
    assert (entering_care["comparator"]["period"], entering_care["comparator"]["value"]) == ("2022/23 Q3", "114")
    assert entering_care["direction_of_travel"]["result"] == "better"
    assert (attendance["figure"]["value"], attendance["comparator"]) == ("92.97", None)
    assert {part["label"]: part["value"] for part in attendance["figure"]["parts"]} == {
        "Primary": "94.81",
        "Secondary": "91.13",
        "Special": "88.46",
        "PRU": "59.33",
    }


def test_show_takes_the_latest_round_and_a_reference_without_care_for_capitals_or_quotes(
    own_demonstration: Path,
) -> None:
    done = goldthread("show", "ped02", "05", "--json", data=own_demonstration)

    (row,) = json.loads(done.stdout)
    assert (row["ref"], row["round"], row["figure"]["value"]) == ("PED02 05", "2023/24 Q4", "203")


def test_show_explains_a_light_in_words(own_demonstration: Path) -> None:
    said = goldthread("show", "PED02 05", "--round", "Q3 23-24", data=own_demonstration).stdout

    assert "▼ Not on course" in said
    assert "↑ Better" in said
    assert "Not recorded in the source" in said


def test_show_lists_a_plan_that_has_no_rounds(own_demonstration: Path) -> None:
    said = goldthread("show", "--plan", "2018-19", "--all", "--json", data=own_demonstration).stdout

    rows = json.loads(said)
    assert len(rows) == 41
    assert set(rows[0]) == {"ref", "title", "plan", "targets", "actuals"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--all", "--round", "2024/25 Q1"],
            "There is no round for 2024/25 Q1. Choose one of: 2023/24 Q4, 2023/24 Q3.",
        ),
        (["PED02 o5"], "There is no measure “PED02 o5”. Did you mean “PED02 05”?"),
        (
            ["--all", "--plan", "2018-20"],
            "There is no plan “2018-20”. Did you mean “2018-19”?",
        ),
        (
            ["--all", "--plan", "2018-19", "--round", "2023/24 Q3"],
            "2023/24 Q3 reports on plan “2023-24”, not “2018-19”.",
        ),
        ([], 'Name measures, or say --all. For example: goldthread show "PED02 05", or: goldthread show --all'),
    ],
)
def test_show_refuses_what_it_does_not_know(own_demonstration: Path, arguments: list[str], message: str) -> None:
    done = goldthread("show", *arguments, data=own_demonstration)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{message}\n")


# Report.


def test_report_writes_the_published_bytes(own_demonstration: Path, exported: str, tmp_path: Path) -> None:
    out = tmp_path / "new" / "reports"
    files = json.loads(exported)["rounds"][1]["editions"][0]["files"]

    done = goldthread(
        "report", "--round", "2023/24 Q4", "--format", "pdf,docx,xlsx,html", "--out", str(out), data=own_demonstration
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Wrote {out}/goldthread-2023-24-q4-edition-1.pdf (")
    for name in ("pdf", "docx", "xlsx", "html"):
        content = (out / f"goldthread-2023-24-q4-edition-1.{name}").read_bytes()
        published = next(file["sha256"] for file in files if file["format"] == name)
        assert hashlib.sha256(content).hexdigest() == published


def test_report_refuses_a_folder_that_cannot_be_written(own_demonstration: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")

    done = goldthread("report", "--format", "html", "--out", str(taken), data=own_demonstration)

    assert done.returncode == 1
    assert done.stderr == f"{taken} can't be written: File exists. Choose another folder with --out.\n"


@pytest.mark.parametrize(
    ("formats", "message"),
    [
        ("pfd", "There is no format “pfd”. Did you mean “pdf”? Choose from: pdf, docx, xlsx, html.\n"),
        ("pdf,odt", "There is no format “odt”. Choose from: pdf, docx, xlsx, html.\n"),
        ("", "There is no format “”. Choose from: pdf, docx, xlsx, html.\n"),
    ],
)
def test_report_refuses_an_unknown_format(formats: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["report", "--format", formats])

    assert (code, capsys.readouterr().err) == (2, message)


def test_report_refuses_an_unknown_round(own_demonstration: Path, tmp_path: Path) -> None:
    done = goldthread("report", "--round", "Q9", "--out", str(tmp_path / "out"), data=own_demonstration)

    assert done.returncode == 2
    assert done.stderr.startswith("“Q9” is not a period.")
    assert not (tmp_path / "out").exists()


# Export and import.


def test_a_bundle_goes_out_and_comes_back(own_demonstration: Path, exported: str, tmp_path: Path) -> None:
    file = tmp_path / "out" / "council.json"

    out = goldthread("export", "--format", "json", "--out", str(file), data=own_demonstration)
    first = goldthread("import", str(file), data=tmp_path / "data")
    second = goldthread("import", str(file), data=tmp_path / "data")

    assert file.read_text(encoding="utf-8") == exported
    assert out.stdout.startswith(f"Wrote {file} (")
    assert first.stdout.startswith("Added 3 parts of the council, 5 documents, 104 measures, 4 plans")
    assert second.stdout.startswith("Nothing new: everything in the bundle is held already")
    assert goldthread("export", data=tmp_path / "data").stdout == exported


def test_import_lists_every_problem_and_imports_nothing(tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    measure = {"id": "a", "title": "A", "unit": "yards", "basis": "snapshot", "polarity": "neutral"}
    file.write_text(json.dumps({"format": "goldthread-bundle", "version": 1, "measures": [measure, measure]}))

    done = goldthread("import", str(file), data=tmp_path / "data")

    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    said = [line for line in done.stderr.splitlines() if line != "Importing…"]
    assert said[0] == f"Nothing was imported. 3 problems in {file}:"
    assert said[1].startswith("measures[0].unit: “yards” is not known here.")
    assert said[3] == "measures[1].id: “a” stands at measures[0] already. Keep one of the two."


def test_import_reads_standard_input(tmp_path: Path) -> None:
    bundle = {"format": "goldthread-bundle", "version": 1, "council": {"name": "Anytown Council"}}

    done = goldthread("import", "-", data=tmp_path / "data", stdin=json.dumps(bundle))

    assert (done.returncode, done.stdout) == (0, "Nothing new: everything in the bundle is held already.\n")


def test_import_refuses_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["import", str(tmp_path / "no.json")])

    expected = f"{tmp_path}/no.json can't be read: No such file or directory. Name a bundle's file.\n"
    assert (code, capsys.readouterr().err) == (1, expected)


def test_an_unknown_command_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["frobnicate"])

    known = "demo, serve, report, show, read, check, export, import"
    answer = f"There is no command “frobnicate”. Choose one of: {known}.\n"
    assert (code, capsys.readouterr().err) == (2, answer)


def test_export_knows_one_format(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["export", "--format", "xml"])

    assert (code, capsys.readouterr().err) == (2, "There is no format “xml” for a bundle. Choose: json.\n")


# Where the data is.


def test_a_folder_without_data_is_named_with_what_to_do(tmp_path: Path) -> None:
    done = goldthread("show", "--all", data=tmp_path / "none")

    assert done.returncode == 1
    assert done.stderr == (
        f"There is no data in {tmp_path}/none. Load the demonstration: goldthread demo --no-serve, "
        "or a bundle: goldthread import FILE, or name another folder with --data.\n"
    )
    assert not (tmp_path / "none").exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")

    done = goldthread("import", "-", data=tmp_path / "taken", stdin="{}")

    assert done.returncode == 1
    assert done.stderr == f"{tmp_path}/taken can't be used: File exists. Choose another folder with --data.\n"


def test_a_database_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "goldthread.sqlite3").write_text("not a database" * 100)

    done = goldthread("show", "--all", data=tmp_path)

    assert done.returncode == 1
    assert done.stderr == f"The database in {tmp_path} can't be used: file is not a database.\n"


def test_a_round_that_is_not_published_has_no_report(tmp_path: Path) -> None:
    plan = {"id": "p", "title": "P", "kind": "business plan", "first_year": "2023/24", "last_year": "2023/24"}
    round_ = {"period": "2023/24 Q3", "plan": "p", "title": "Report"}
    bundle = {"format": "goldthread-bundle", "version": 1, "council": {"name": "Anytown Council"}}
    text = json.dumps(bundle | {"plans": [plan], "rounds": [round_]})
    goldthread("import", "-", data=tmp_path / "data", stdin=text)

    done = goldthread("report", "--out", str(tmp_path / "out"), data=tmp_path / "data")

    assert done.returncode == 1
    assert done.stderr.startswith("2023/24 Q3 is not published, so it has no report yet.")
    assert not (tmp_path / "out").exists()


def test_the_demonstration_refuses_a_councils_own_data(tmp_path: Path) -> None:
    bundle = {"format": "goldthread-bundle", "version": 1, "council": {"name": "Anytown Council"}}
    goldthread("import", "-", data=tmp_path / "data", stdin=json.dumps(bundle))

    done = goldthread("demo", "--no-serve", data=tmp_path / "data")

    assert done.returncode == 1
    assert done.stderr.startswith(
        "The data of Anytown Council is held here. Load the demonstration in another place."
    )


# Serving.


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_in_use_is_refused_before_anything_is_done(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        code = main([command, "--port", str(port), "--data", str(tmp_path / "data")])

    assert code == 1
    assert capsys.readouterr().err.startswith(f"Port {port} is in use. Choose another: goldthread {command} --port ")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", f"--port={port}"])

    assert stopped.value.code == 2
    assert f"“{port}” is not a port. Choose a number from 1 to 65535." in capsys.readouterr().err


def test_serve_says_where_it_is_and_who_can_sign_in_and_stops_on_request(demonstration: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(demonstration, tmp_path / "data"))
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "goldthread", "serve", "--port", str(port), "--data", str(data)]
    log = (tmp_path / "log").open("w+")
    with log, subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True) as server:
        assert server.stdout
        try:
            first = server.stdout.readline()
            assert first == f"Goldthread is at http://127.0.0.1:{port}/ (stop it with Ctrl-C)\n", Path(
                log.name
            ).read_text()
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                page = answer.read().decode()
        finally:
            server.send_signal(signal.SIGINT)
        said = server.stdout.read()

    assert "performance.team@goldthread.example" in said
    assert "Halton Borough Council" in page
    assert server.returncode == 0
