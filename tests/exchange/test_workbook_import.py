"""The spreadsheet template: what is clean goes in, what is not comes back with its cell and its reason."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from goldthread.accounts.models import User
from goldthread.accounts.queries import NotAllowed
from goldthread.accounts.roles import Role
from goldthread.exchange.actions import import_from_command_line
from goldthread.exchange.uploads import Refused
from goldthread.exchange.workbook import FIGURES, HEADING_ROW, HEADINGS, PLAN, WRONG, filled_from
from goldthread.exchange.workbook_import import Outcome, import_workbook, template_bytes
from goldthread.monitoring.models import Observation, Return
from goldthread.plan.models import Measure, PlanMeasure
from tests.builders import a_person
from tests.exchange.bundles import NOW, a_bundle
from tests.exchange.uploads import AT

pytestmark = pytest.mark.django_db
PERIOD = "2023/24 Q4"
Cells = dict[str, str]


@pytest.fixture
def officer() -> User:
    """Somebody who may import, in a council with a plan of two measures."""
    import_from_command_line(bundle=json.dumps(a_bundle()), at=NOW)
    return a_person()


def filled(*, figures: tuple[Cells, ...] = (), plan: tuple[Cells, ...] = ()) -> bytes:
    """Return the template with cells filled in, by their headings: figures in its own rows, the plan from the top."""
    book = load_workbook(BytesIO(template_bytes(plan="2023-24", period=PERIOD)))
    for name, rows in ((FIGURES, figures), (PLAN, plan)):
        for row, cells in enumerate(rows, start=HEADING_ROW + 1):
            for heading, text in cells.items():
                book[name].cell(row=row, column=HEADINGS[name].index(heading) + 1, value=text)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def imported(content: bytes, by: User) -> Outcome:
    return import_workbook(name="figures.xlsx", content=content, by=by, at=AT)


def test_the_template_holds_the_plans_measures_as_text_and_no_formula(officer: User) -> None:
    book = load_workbook(BytesIO(template_bytes(plan="2023-24", period=PERIOD)))

    sheet: Any = book[FIGURES]
    rows = [[cell.value for cell in row[:2]] for row in sheet.iter_rows(min_row=HEADING_ROW + 1)]
    assert book.sheetnames == ["Read me", FIGURES, PLAN]
    assert sheet["A1"].value == f"Figures of {PERIOD}"
    assert rows == [["HOU01 01", "Increase repairs done on time"], ["HOU01 02", "Reduce empty homes"]]


def test_clean_rows_go_in_and_keep_their_printed_places(officer: User) -> None:
    first = {"Current figure": "92.50%", "Provisional": "yes", "As at": "2024-03-31", "Commentary": "Better."}
    second = {"Current figure": "41", "Numerator": "41", "Denominator": "2000"}

    outcome = imported(filled(figures=(first, second)), officer)

    held = {row.plan_measure.ref: row for row in Return.objects.filter(round__period=PERIOD)}
    figure = Observation.objects.get(quarterly_return=held["HOU01 01"])
    assert outcome.wrong == ()
    assert outcome.returned is None
    assert (str(figure.value), figure.status, str(figure.as_at)) == ("92.50", "provisional", "2024-03-31")
    assert held["HOU01 01"].commentary == "Better."
    assert held["HOU01 01"].source_line == HEADING_ROW + 1


def test_what_is_wrong_comes_back_with_its_cell_while_the_rest_goes_in(officer: User) -> None:
    first = {"Current figure": "about right"}
    second = {"Current figure": "41", "Numerator": "many", "Denominator": "2000"}
    third = {"Reference": "HOU01 99", "Title": "Unknown", "Current figure": "4"}

    outcome = imported(filled(figures=(first, second, third)), officer)

    returned: Any = load_workbook(BytesIO(outcome.returned or b""))[FIGURES]
    reasons = [row[-1].value for row in returned.iter_rows(min_row=HEADING_ROW + 1)]
    assert [message.partition(":")[0] for message in outcome.wrong] == [
        "Sheet Figures, cell C6",
        "Sheet Figures, cell D7",
        "Sheet Figures, cell A8",
    ]
    assert reasons == list(outcome.wrong)
    assert returned.cell(row=HEADING_ROW, column=10).value == WRONG
    assert not Return.objects.filter(round__period=PERIOD).exists()


def test_one_wrong_row_does_not_keep_the_others_out(officer: User) -> None:
    outcome = imported(filled(figures=({"Current figure": "93%"}, {"Current figure": "none of it"})), officer)

    assert len(outcome.wrong) == 1
    assert [row.plan_measure.ref for row in Return.objects.filter(round__period=PERIOD)] == ["HOU01 01"]


def test_a_row_that_contradicts_what_is_held_comes_back(officer: User) -> None:
    imported(filled(figures=({"Current figure": "93%"},)), officer)

    outcome = imported(filled(figures=({"Current figure": "39%"}, {"Current figure": "41"})), officer)

    assert len(outcome.wrong) >= 1
    assert outcome.wrong[0].startswith("Sheet Figures, cell ")
    assert "Nothing is overwritten" in " ".join(outcome.wrong)
    assert Return.objects.filter(round__period=PERIOD).count() == 2


def test_a_new_measure_and_a_target_join_the_plan(officer: User) -> None:
    new = {
        "Objective": "HOU01",
        "Reference": "HOU01 03",
        "Title": "Visits to tenants",
        "Unit": "count",
        "Which way is better": "higher is better",
        "Year": "2023/24",
        "Target": "250",
    }

    outcome = imported(filled(plan=(new, new | {"Reference": "HOU01 04", "Unit": "sacks"})), officer)

    made = PlanMeasure.objects.get(ref="HOU01 03")
    assert (made.measure.title, str(made.targets.get().value)) == ("Visits to tenants", "250")
    assert [message.partition(":")[0] for message in outcome.wrong] == ["Sheet Plan, cell F7"]
    assert Measure.objects.count() == 3


def test_a_workbook_that_is_not_the_template_is_refused(officer: User) -> None:
    with pytest.raises(Refused, match="must be the template"):
        import_workbook(name="figures.csv", content=b"a,b", by=officer, at=AT)
    with pytest.raises(Refused, match="cannot be read"):
        imported(b"PK\x03\x04nothing", officer)
    assert "no sheet “Figures”" in str(filled_from({"Sheet1": [["a"]]}))
    assert "no heading “Reference”" in str(filled_from({FIGURES: [["a"]] * 8, PLAN: []}))


def test_only_those_who_may_import_do(officer: User) -> None:
    content = filled(figures=({"Current figure": "93%"},))

    with pytest.raises(NotAllowed):
        imported(content, a_person(role=Role.AUDITOR))


def test_the_page_gives_the_template_and_the_rows_to_put_right(officer: User) -> None:
    client = Client()
    client.force_login(officer)

    template = client.get("/imports/template/workbook/?plan=2023-24&period=2023/24+Q4")
    asked_again = client.get("/imports/template/workbook/?plan=2023-24&period=soon")
    file = SimpleUploadedFile("figures.xlsx", filled(figures=({"Current figure": "many"},)))
    page = client.post("/imports/template/", {"file": file}).content.decode()

    assert template["Content-Disposition"] == 'attachment; filename="template-2023-24-2023-24-q4.xlsx"'
    assert "“soon” is not a period" in asked_again.content.decode()
    assert "Sheet Figures, cell C6: “many” is no figure" in page
    address = page.split('href="/imports/template/returned/')[1].split('"')[0]
    assert client.get(f"/imports/template/returned/{address}").content[:2] == b"PK"
