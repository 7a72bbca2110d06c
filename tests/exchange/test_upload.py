"""A paper on its way in: uploaded, compared, decided, named, tried, imported, and printed again."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldthread.accounts.models import Event, User
from goldthread.accounts.queries import NotAllowed
from goldthread.accounts.roles import PERMISSIONS, Permission, Role
from goldthread.exchange import upload_queries as queries
from goldthread.exchange.actions import import_from_command_line
from goldthread.exchange.models import StoredFile, Upload, UploadRow
from goldthread.exchange.queries import bundle_text, export_bundle
from goldthread.exchange.upload_actions import (
    ChangedMeanwhile,
    Choice,
    abandon,
    correct_row,
    decide_rows,
    import_upload,
)
from goldthread.exchange.upload_rows import Correction
from goldthread.exchange.upload_trial import NO_REASON_PRINTED, held_again, try_upload
from goldthread.exchange.uploads import LARGEST, UPLOADS_AN_HOUR, Refused, format_of
from goldthread.monitoring.models import Return
from goldthread.plan.models import Measure, PlanMeasure
from tests.builders import a_person
from tests.exchange.bundles import NOW, a_bundle
from tests.exchange.uploads import AT, REPORT, an_upload, decide, goes, name, ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> User:
    """Somebody who may import, in a council with a plan of two measures."""
    import_from_command_line(bundle=json.dumps(a_bundle()), at=NOW)
    return a_person()


def a_client(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def imported(upload: Upload, by: User) -> str:
    tried = try_upload(upload=upload, by=by, at=AT)
    assert tried.problems == ()
    return import_upload(upload=upload, fingerprint=tried.planned.fingerprint, by=by, at=AT)


def test_a_report_is_read_into_rows_beside_their_lines(officer: User) -> None:
    upload = an_upload(officer)

    rows = [(row.kind, row.heading, row.decision) for row in upload.rows.all()]
    first = upload.rows.get(place=1)
    assert rows == [("measure", "HOU01 Repair homes in time", "undecided")] * 3 + [
        ("milestone", "HOU01 Repair homes in time", "undecided")
    ]
    assert first.original.startswith("HOU01 01 | Increase repairs done on time | 90.1% | 95% | 9.25%")
    assert (upload.period, upload.title) == ("2023/24 Q4", "Performance Management Report for Quarter 4 2023/24")


def test_the_same_file_is_kept_once(officer: User) -> None:
    an_upload(officer)

    an_upload(officer, name="again.txt")

    assert StoredFile.objects.count() == 1
    assert Upload.objects.count() == 2


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("report.exe", b"MZ", "The file must be one of"),
        ("report", b"Report", "The file must be one of"),
        ("report.txt", b"", "The file is empty"),
        ("report.pdf", b"PK\x03\x04", "its content is of another kind"),
        ("report.docx", b"%PDF-1.7", "its content is of another kind"),
        ("report.txt", b"a\x00b", "its content is of another kind"),
        ("report.txt", b"x" * (LARGEST + 1), "10 MB or smaller"),
    ],
)
def test_what_is_no_paper_is_refused_with_its_reason(file: str, content: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        format_of(name=file, content=content)


def test_nobody_uploads_more_than_a_score_of_files_an_hour(officer: User) -> None:
    upload = an_upload(officer)
    Upload.objects.bulk_create(
        Upload(file=upload.file, name="x.txt", format="txt", uploaded_by=officer, uploaded_at=AT, paper=upload.paper)
        for _ in range(UPLOADS_AN_HOUR - 1)
    )

    with pytest.raises(Refused, match="within an hour"):
        an_upload(officer)


def test_a_correction_is_read_again_and_recorded(officer: User) -> None:
    upload = an_upload(officer)
    correction = Correction(
        ref="HOU01 01", title="Increase repairs done on time", cells={"current": "92.5%"}, commentary="Better."
    )

    correct_row(upload=upload, place=1, correction=correction, version=1, by=officer, at=AT)

    row: Any = queries.row_of(upload, place=1)
    event = Event.objects.get(action="correct row")
    assert str(row.row.cells["current"].number) == "92.5"
    assert (row.stored.decision, row.stored.is_corrected, row.stored.version) == ("accepted", True, 2)
    assert "9.25" in str(event.before)
    assert "92.5" in str(event.after)


def test_a_correction_over_somebody_elses_is_refused_and_nothing_is_lost(officer: User) -> None:
    upload = an_upload(officer)
    correction = Correction(ref="HOU01 01", title="Mine")
    decide(upload, officer)

    with pytest.raises(ChangedMeanwhile):
        correct_row(upload=upload, place=1, correction=correction, version=1, by=officer, at=AT)

    assert '"Increase repairs done on time"' in upload.rows.get(place=1).record


def test_decisions_on_rows_that_changed_meanwhile_are_named_and_the_rest_is_saved(officer: User) -> None:
    upload = an_upload(officer)
    UploadRow.objects.filter(upload=upload, place=2).update(version=5, decision="rejected")

    changed = decide_rows(
        upload=upload, choices={1: Choice("accepted", 1), 2: Choice("accepted", 1)}, by=officer, at=AT
    )

    assert changed == [2]
    assert list(upload.rows.values_list("decision", flat=True)[:2]) == ["accepted", "rejected"]


def test_a_trial_writes_nothing_and_says_what_it_would_add(officer: User) -> None:
    upload = ready(officer)
    before, events = bundle_text(export_bundle()), Event.objects.count()

    tried = try_upload(upload=upload, by=officer, at=AT)

    assert str(tried.result).startswith("Added 1 document, 1 round, 2 returns, 1 milestone return.")
    assert bundle_text(export_bundle()) == before
    assert Event.objects.count() == events


def test_accepted_rows_are_imported_with_their_lines_and_the_rejected_one_is_not(officer: User) -> None:
    imported(ready(officer), officer)

    held = {row.plan_measure.ref: row for row in Return.objects.filter(round__period="2023/24 Q4")}
    assert list(held) == ["HOU01 01", "HOU01 02"]
    assert held["HOU01 02"].source_line == 16
    assert held["HOU01 01"].officer_progress_reason == NO_REASON_PRINTED
    assert held["HOU01 02"].officer_progress_reason == ""
    event = Event.objects.get(action="import paper")
    assert (event.after or {})["rows"]["2"] == {
        "ref": "HOU01 07",
        "line": 16,
        "measure": "empty-homes",
        "accepted by": officer.name,
        "corrected": False,
    }


def test_what_is_held_is_printed_again_and_equals_what_was_accepted(officer: User) -> None:
    upload = ready(officer)

    imported(upload, officer)

    upload.refresh_from_db()
    assert [(each.name, each.accepted, each.same) for each in held_again(upload)] == [
        ("HOU01 01, 2023/24 Q4", "9.25%", True),
        ("HOU01 02, 2023/24 Q4", "38 (provisional)", True),
        ("HOU01a, 2023/24 Q4", "green", True),
    ]


def test_what_was_changed_after_the_import_is_told(officer: User) -> None:
    upload = ready(officer)
    imported(upload, officer)
    Return.objects.filter(round__period="2023/24 Q4").update(commentary="Other words.")
    upload.refresh_from_db()

    assert [each.same for each in held_again(upload)] == [False, False, True]


def test_a_new_measure_joins_the_plan_with_its_target_and_actual(officer: User) -> None:
    upload = an_upload(officer)
    goes(upload, officer)
    decide(upload, officer)
    name(upload, officer, "repairs", "empty-homes", "new")
    upload.refresh_from_db()

    imported(upload, officer)

    made = PlanMeasure.objects.get(ref="HOU01 09")
    assert (made.measure.title, made.measure.polarity) == (
        "Increase the number of tenants visited",
        "higher is better",
    )
    assert [(target.year, str(target.value)) for target in made.targets.all()] == [("2023/24", "20")]
    assert made.objective.plan.slug == "2023-24"


def test_a_round_whose_plan_is_not_held_brings_its_plan(officer: User) -> None:
    text = REPORT.replace("22/23", "24/25").replace("23/24", "25/26").replace("2023/24", "2025/26")
    upload = an_upload(officer, text=text.replace("March 2024", "March 2026"))
    goes(upload, officer, plan="", period="2025/26 Q4")
    decide(upload, officer)
    name(upload, officer, "repairs", "empty-homes", "new")
    upload.refresh_from_db()

    imported(upload, officer)

    assert PlanMeasure.objects.filter(objective__plan__slug="2025-26").count() == 3
    assert Measure.objects.get(slug="repairs").plan_measures.count() == 2


def test_what_is_still_to_be_said_stands_in_the_way_row_by_row(officer: User) -> None:
    upload = an_upload(officer)
    assert "Say where the paper goes first." in str(try_upload(upload=upload, by=officer, at=AT).problems)
    goes(upload, officer)
    assert "No row is accepted yet" in str(try_upload(upload=upload, by=officer, at=AT).problems)
    decide(upload, officer)

    tried = try_upload(upload=upload, by=officer, at=AT)

    assert tried.problems == tuple((row, "Say which measure it is.") for row in (1, 2, 3))


def test_a_contradiction_of_what_is_held_names_its_row(officer: User) -> None:
    upload = ready(officer)
    imported(upload, officer)
    second = ready(officer, text=REPORT.replace("38 (prov)", "83 (prov)"))

    tried = try_upload(upload=second, by=officer, at=AT)

    assert any(row == 2 and "“83”" in message for row, message in tried.problems)


def test_nothing_is_imported_when_rows_changed_after_the_trial(officer: User) -> None:
    upload = ready(officer)
    tried = try_upload(upload=upload, by=officer, at=AT)
    decide(upload, officer, row_2="rejected", row_3="rejected")

    with pytest.raises(ChangedMeanwhile, match="since this was tried"):
        import_upload(upload=upload, fingerprint=tried.planned.fingerprint, by=officer, at=AT)

    assert not Return.objects.filter(round__period="2023/24 Q4").exists()
    assert Upload.objects.get(pk=upload.pk).state == Upload.State.OPEN


def test_a_paper_is_imported_once(officer: User) -> None:
    upload = ready(officer)
    tried = try_upload(upload=upload, by=officer, at=AT)
    imported(upload, officer)

    with pytest.raises(ChangedMeanwhile, match="imported already"):
        import_upload(upload=upload, fingerprint=tried.planned.fingerprint, by=officer, at=AT)
    with pytest.raises(ChangedMeanwhile):
        decide_rows(upload=upload, choices={1: Choice("rejected", 2)}, by=officer, at=AT)


def test_a_paper_put_aside_is_not_imported(officer: User) -> None:
    upload = ready(officer)
    abandon(upload=upload, by=officer, at=AT)

    with pytest.raises(ChangedMeanwhile):
        import_upload(upload=upload, fingerprint="", by=officer, at=AT)


@pytest.mark.parametrize("role", [role for role in Role if Permission.IMPORT not in PERMISSIONS[role]])
def test_only_those_who_may_import_write_anything(officer: User, role: Role) -> None:
    upload = ready(officer)
    other = a_person(role=role)

    with pytest.raises(NotAllowed):
        an_upload(other)
    with pytest.raises(NotAllowed):
        decide_rows(upload=upload, choices={1: Choice("rejected", 2)}, by=other, at=AT)
    with pytest.raises(NotAllowed):
        correct_row(upload=upload, place=1, correction=Correction(ref="A", title="B"), version=2, by=other, at=AT)
    with pytest.raises(NotAllowed):
        import_upload(upload=upload, fingerprint="", by=other, at=AT)


PAGES = ["import", "import-destination", "import-rows", "import-measures", "import-trial", "import-not-recognised"]
FILES = ["import-original"]


@pytest.mark.parametrize("role", list(Role))
def test_every_page_of_a_review_is_open_to_importers_alone(officer: User, role: Role) -> None:
    upload = ready(officer)
    client = a_client(a_person(role=role))

    answers = {client.get(reverse(page, args=[upload.pk])).status_code for page in [*PAGES, *FILES]} | {
        client.get(reverse("import-row", args=[upload.pk, 1])).status_code
    }

    assert answers == ({200} if Permission.IMPORT in PERMISSIONS[role] else {403})


def test_the_original_comes_back_as_a_download_whatever_its_name(officer: User) -> None:
    upload = an_upload(officer, name='../../a"b\r\nX: y.txt')

    answer = a_client(officer).get(reverse("import-original", args=[upload.pk]))

    assert answer.content == REPORT.encode()
    assert answer["Content-Disposition"] == 'attachment; filename="abX y.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def _asked(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_no_page_of_the_review_asks_more_often_for_more_rows(officer: User) -> None:
    more = "".join(
        f"HOU01 {number}\tMeasure number {number}\t1%\t2%\t3%\tGreen\tBetter\n" for number in range(10, 26)
    )
    small = ready(officer)
    large = an_upload(officer, text=REPORT.replace("\nRef\tMilestone", f"{more}\nRef\tMilestone"))
    goes(large, officer)
    decide(large, officer, row_3="rejected")
    client = a_client(officer)
    client.get("/healthz")

    counts = {
        page: {_asked(client, reverse(page, args=[upload.pk])) for upload in (small, large)}
        for page in PAGES
        if page != "import-trial"
    }

    assert large.rows.count() > 3 * small.rows.count()
    assert {page: len(asked) for page, asked in counts.items()} == dict.fromkeys(counts, 1)
    assert max(max(asked) for asked in counts.values()) <= 12


def test_a_person_goes_through_the_whole_review_by_its_forms(officer: User) -> None:
    client = a_client(officer)
    client.post("/imports/", {"file": SimpleUploadedFile("q4.txt", REPORT.encode())})
    upload = Upload.objects.get()
    at = f"/imports/{upload.pk}/"

    client.post(
        f"{at}destination/",
        {"report": "0", "goes": "round-of:2023-24", "period": "Q4 2023/24", "title": "Report", "version": "1"},
    )
    client.post(f"{at}rows/", {f"version-{place}": "1" for place in range(1, 5)} | {"all": "accepted", "page": "1"})
    client.post(f"{at}rows/", {"version-3": "2", "decision-3": "rejected", "page": "1"})
    sent = {"version-1": "2", "measure-1": "repairs", "version-2": "2", "measure-2": "another"}
    client.post(f"{at}measures/", sent | {"another-2": "Empty homes"})
    page = client.get(f"{at}trial/")
    client.post(
        f"{at}trial/",
        {"fingerprint": page.content.decode().split('name="fingerprint" value="')[1][:32], "confirmed": "on"},
    )

    assert Return.objects.filter(round__period="2023/24 Q4").count() == 2
    assert "held exactly as they were accepted" in client.get(at).content.decode()


def test_what_is_wrong_with_a_form_is_said_and_what_was_entered_is_kept(officer: User) -> None:
    client, upload = a_client(officer), an_upload(officer)
    at = f"/imports/{upload.pk}/"

    none = client.post("/imports/", {}).content.decode()
    wrong = client.post("/imports/", {"file": SimpleUploadedFile("q4.exe", b"MZ")}).content.decode()
    period = client.post(f"{at}destination/", {"period": "soon", "version": "1"}).content.decode()
    decide(upload, officer)
    goes(upload, officer)
    measure = client.post(f"{at}measures/", {"version-1": "2", "measure-1": "another", "another-1": "Nothing"})

    assert "Choose a file" in none
    assert "The file must be one of" in wrong
    assert "“soon” is not a period" in period
    assert "“Nothing” is the title of no measure that is held" in measure.content.decode()


def test_two_people_who_correct_one_row_are_shown_each_others_words(officer: User) -> None:
    client, upload = a_client(officer), an_upload(officer)
    path = f"/imports/{upload.pk}/rows/1/"
    mine = {"ref": "HOU01 01", "title": "Mine", "version": "1", "cell-current": "91%"}
    client.post(path, mine | {"title": "Theirs"})

    page = client.post(path, mine).content.decode()

    assert "Somebody else changed this row meanwhile" in page
    assert "Theirs" in page
    assert ">Mine</textarea>" in page


def test_a_date_or_period_that_cannot_be_read_is_asked_again(officer: User) -> None:
    client, upload = a_client(officer), an_upload(officer)

    date = client.post(
        f"/imports/{upload.pk}/rows/4/", {"ref": "a", "title": "b", "due": "one day", "version": "1"}
    ).content.decode()
    period = client.post(
        f"/imports/{upload.pk}/rows/1/",
        {"ref": "a", "title": "b", "comparator": "5", "comparator_period": "then", "version": "1"},
    ).content.decode()

    assert "“one day” is not a date" in date
    assert "“then” is not a period" in period


def test_a_paper_without_rows_says_so_and_is_not_imported(officer: User) -> None:
    upload = an_upload(officer, text="A letter about the weather.\n")

    page = a_client(officer).get(f"/imports/{upload.pk}/rows/").content.decode()

    assert "No row was recognised in this paper" in page
    assert try_upload(upload=upload, by=officer, at=AT).result is None


def test_a_damaged_file_is_refused_in_words(officer: User) -> None:
    page = a_client(officer).post("/imports/", {"file": SimpleUploadedFile("q4.docx", b"PK\x03\x04 broken")})

    assert "The file cannot be read" in page.content.decode()
    assert not Upload.objects.exists()


def test_two_rows_are_never_one_measure(officer: User) -> None:
    upload = an_upload(officer)
    goes(upload, officer)
    decide(upload, officer, row_3="rejected")
    name(upload, officer, "repairs", "repairs")
    upload.refresh_from_db()

    tried = try_upload(upload=upload, by=officer, at=AT)

    assert tried.problems == ((2, "Row 1 is said to be the same measure, HOU01 01. Change one of the two."),)


def test_a_reference_that_changed_its_measure_is_left_for_a_person_to_choose(officer: User) -> None:
    upload = an_upload(
        officer, text=REPORT.replace("HOU01 07\tEmpty homes in the borough", "HOU01 02\tLibrary visits")
    )
    goes(upload, officer)
    decide(upload, officer)

    page = BeautifulSoup(a_client(officer).get(f"/imports/{upload.pk}/measures/").content, "html.parser")

    chosen = [field["value"] for field in page.select("input[type=radio][checked]")]
    assert chosen == ["repairs", "new"]
    assert "the plan has this reference" in page.get_text()


def test_accepting_a_whole_page_keeps_what_is_left_out(officer: User) -> None:
    client, upload = a_client(officer), an_upload(officer)
    sent = {f"version-{place}": "1" for place in range(1, 5)} | {"decision-2": "rejected", "all": "accepted"}

    client.post(f"/imports/{upload.pk}/rows/", sent)

    assert list(upload.rows.values_list("decision", flat=True)) == ["accepted", "rejected", "accepted", "accepted"]


@pytest.mark.parametrize("number", ["9" * 40, "٣", "-1", "x"])
def test_numbers_that_no_form_sends_change_nothing(officer: User, number: str) -> None:
    client, upload = a_client(officer), an_upload(officer)
    at = f"/imports/{upload.pk}/"

    answers = {
        client.post(f"{at}rows/", {f"version-{number}": "1", "version-1": number, "all": "accepted"}).status_code,
        client.post(f"{at}rows/1/", {"ref": "a", "title": "b", "version": number}).status_code,
        client.post(f"{at}destination/", {"report": number, "goes": "plan", "version": number}).status_code,
        client.get(f"{at}rows/?page={number}").status_code,
    }

    assert answers <= {200, 302}
    assert set(upload.rows.values_list("decision", flat=True)) == {"undecided"}
