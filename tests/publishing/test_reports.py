"""The published report: frozen files, editions, and the forms that publish and correct."""

import hashlib

import pytest
from django.test import Client

from goldthread.accounts.roles import Role
from goldthread.publishing.models import Edition
from tests.publishing.builders import a_published_council
from tests.publishing.conftest import page, words

pytestmark = pytest.mark.django_db
FILE = "/reports/2023-24-q4/editions/1/report-2023-24-q4-edition-1"


def test_the_report_is_shown_inside_the_site_with_one_heading_of_the_first_level(client: Client) -> None:
    a_published_council(measures=1)

    soup = page(client, "/reports/2023-24-q4/")

    assert [heading.get_text(strip=True) for heading in soup.find_all("h1")] == ["Report for 2023/24 Q4"]
    assert "Otters return" in words(soup)
    assert soup.find("article").find("h2")


def test_downloads_say_their_type_and_size(client: Client) -> None:
    a_published_council(measures=1)

    soup = page(client, "/reports/2023-24-q4/")

    link = soup.find("a", href=f"{FILE}.pdf")
    assert link.get_text(strip=True) == "2023/24 Q4 report, edition 1: portable document (PDF, 1 kB)"


def test_a_frozen_file_is_served_byte_for_byte_and_for_ever(client: Client) -> None:
    made = a_published_council(measures=1)
    kept = made.fourth.editions.get().files.get(format="pdf")

    response = client.get(f"{FILE}.pdf")

    assert response.content == bytes(kept.content)
    assert response["ETag"] == f'"{hashlib.sha256(response.content).hexdigest()}"'
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == 'inline; filename="report-2023-24-q4-edition-1.pdf"'
    assert response["Content-Type"] == "application/pdf"


def test_a_reader_who_holds_the_file_gets_nothing_again(client: Client) -> None:
    a_published_council(measures=1)
    etag = client.get(f"{FILE}.pdf")["ETag"]

    response = client.get(f"{FILE}.pdf", headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")


def test_a_frozen_web_page_may_style_itself_and_run_nothing(client: Client) -> None:
    a_published_council(measures=1)

    policy = client.get(f"{FILE}.html")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "style-src 'unsafe-inline'" in policy
    assert "script-src 'none'" in policy


def test_publishing_asks_for_a_tick_and_keeps_the_round_closed_without_it(client: Client) -> None:
    made = a_published_council(measures=1)
    opened = made.council.a_round(made.plan, "2024/25 Q1")
    made.council.a_return(opened, made.entries[0], "12")
    client.force_login(made.council.by)

    soup = page(client, "/reports/2024-25-q1/publish/")
    refused = client.post("/reports/2024-25-q1/publish/", {})

    assert soup.find("input", type="checkbox")
    assert "Tick the box when you have read the report" in refused.content.decode()
    assert "<title>Error: Publish 2024/25 Q1" in refused.content.decode()
    opened.refresh_from_db()
    assert not opened.is_published


def test_publishing_opens_the_round_to_everyone(client: Client) -> None:
    made = a_published_council(measures=1)
    opened = made.council.a_round(made.plan, "2024/25 Q1")
    made.council.a_return(opened, made.entries[0], "12")
    client.force_login(made.council.by)

    response = client.post("/reports/2024-25-q1/publish/", {"confirmed": "on"}, follow=True)

    assert "The report is published" in response.content.decode()
    assert "Quarter 1 (April to June 2024)" in words(page(Client(), "/"))


def test_who_may_publish_reads_the_draft_first_judged_as_it_stands(client: Client) -> None:
    made = a_published_council(measures=1)
    opened = made.council.a_round(made.plan, "2024/25 Q1")
    made.council.a_return(opened, made.entries[0], "12", commentary="Kingfisher seen.")
    client.force_login(made.council.by)

    draft = words(page(client, "/reports/2024-25-q1/"))

    assert "is not published yet" in draft
    assert "Kingfisher seen." in draft
    assert "1 measure" in draft
    assert made.council.by.events.filter(action="judge round").count() == 2
    assert Client().get("/reports/2024-25-q1/").status_code == 404


def test_a_round_without_a_return_is_refused_in_words(client: Client) -> None:
    made = a_published_council(measures=1)
    made.council.a_round(made.plan, "2024/25 Q1")
    client.force_login(made.council.by)

    refused = client.post("/reports/2024-25-q1/publish/", {"confirmed": "on"})

    assert "holds no return yet" in refused.content.decode()


def test_a_correction_needs_its_reason_and_says_so_beside_the_field_and_above(client: Client) -> None:
    made = a_published_council(measures=1)
    client.force_login(made.council.by)

    refused = client.post("/reports/2023-24-q4/correct/", {"reason": "  "})

    body = refused.content.decode()
    assert "<title>Error: " in body
    assert body.count("Enter why the report is corrected") == 2
    assert 'href="#id_reason"' in body


def test_too_long_a_reason_is_kept_for_the_person_to_shorten(client: Client) -> None:
    made = a_published_council(measures=1)
    client.force_login(made.council.by)

    refused = client.post("/reports/2023-24-q4/correct/", {"reason": "long words " * 200})

    assert "Use 2,000 characters or fewer" in refused.content.decode()
    assert refused.content.decode().count("long words") >= 200


def test_a_correction_is_a_new_edition_beside_the_first(client: Client) -> None:
    made = a_published_council(measures=1)
    before = client.get(f"{FILE}.html").content
    client.force_login(made.council.by)

    client.post("/reports/2023-24-q4/correct/", {"reason": "A figure was transposed <in> print."})

    latest = words(page(Client(), "/reports/2023-24-q4/"))
    first = words(page(Client(), "/reports/2023-24-q4/editions/1/"))
    assert "A figure was transposed <in> print." in latest
    assert "This is an earlier edition" in first
    assert client.get(f"{FILE}.html").content == before
    assert Edition.objects.filter(round=made.fourth).count() == 2


def _first_figure(client: Client) -> str:
    """Return the key of the first figure that the correction form offers."""
    options = page(client, "/reports/2023-24-q4/correct/").select("select#id_figure option")
    return str(options[1]["value"])


def test_a_wrong_figure_is_revised_with_the_correction_and_judged_again(client: Client) -> None:
    made = a_published_council(measures=1)
    client.force_login(made.council.by)
    sent = {"reason": "A ward was left out.", "figure": _first_figure(client), "value": "1,234.50"}

    client.post("/reports/2023-24-q4/correct/", sent)

    report = words(page(Client(), "/reports/2023-24-q4/"))
    assert "becomes 1234.50. A ward was left out." in report
    assert "1,234.50" in report
    assert "1,234.50" in words(page(Client(), "/measures/measure-1/"))


def test_a_revised_figure_may_still_be_provisional(client: Client) -> None:
    made = a_published_council(measures=1)
    client.force_login(made.council.by)
    sent = {"reason": "A slip.", "figure": _first_figure(client), "value": "55", "is_provisional": "on"}

    client.post("/reports/2023-24-q4/correct/", sent)

    assert "55 [p]" in words(page(Client(), "/reports/2023-24-q4/"))


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"value": "12"}, "Choose the figure that was wrong"),
        ({"figure": "first"}, "Enter the right figure"),
        ({"figure": "first", "value": "ten"}, "“ten” is not a number. Enter digits, such as 92.50"),
        ({"figure": "first", "value": "NaN"}, "“NaN” is not a number. Enter digits, such as 92.50"),
        ({"figure": "first", "value": "9" * 25}, "is not a number that can be reported"),
        ({"figure": "999999", "value": "1"}, "Choose one of the figures listed"),
    ],
)
def test_half_a_revision_or_none_that_can_be_is_refused_and_kept(
    client: Client, sent: dict[str, str], message: str
) -> None:
    made = a_published_council(measures=1)
    client.force_login(made.council.by)
    if sent.get("figure") == "first":
        sent = sent | {"figure": _first_figure(client)}

    refused = client.post("/reports/2023-24-q4/correct/", {"reason": "A slip.", **sent})

    body = refused.content.decode()
    assert message in body
    assert "A slip." in body
    assert Edition.objects.filter(round=made.fourth).count() == 1


def test_the_list_of_reports_says_which_are_published_and_which_corrected(client: Client) -> None:
    made = a_published_council(measures=1)
    client.force_login(made.council.by)
    client.post("/reports/2023-24-q4/correct/", {"reason": "A figure was wrong."})

    said = words(page(Client(), "/reports/"))

    assert "Edition 2, corrected" in said
    assert "Published 15 July 2024" in said


def test_only_those_who_may_publish_see_the_links_to_do_it(client: Client) -> None:
    made = a_published_council(measures=1)
    client.force_login(made.council.a_person(Role.ELECTED_MEMBER))

    assert "Publish a correction" not in words(page(client, "/reports/2023-24-q4/"))
    assert "Publish a correction" not in words(page(Client(), "/reports/2023-24-q4/"))


def test_a_form_from_elsewhere_is_refused() -> None:
    made = a_published_council(measures=1)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(made.council.by)

    assert strict.post("/reports/2023-24-q4/correct/", {"reason": "x"}).status_code == 403
