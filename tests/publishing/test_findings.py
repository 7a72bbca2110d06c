"""The gate before publication: errors are put right or waived by name, and the edition's record says which."""

from collections.abc import Iterable

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from goldthread.accounts.models import Event
from goldthread.accounts.queries import NotAllowed
from goldthread.accounts.roles import Role
from goldthread.domain import checks
from goldthread.domain.checks import Check, Evidence, Finding, Severity
from goldthread.monitoring.models import Round
from goldthread.publishing.actions import (
    PublicationRefused,
    correct_round,
    publish_round,
    waive_findings,
    withdraw_waiver,
)
from goldthread.publishing.findings import findings_of_round, in_the_way
from goldthread.publishing.models import EditionFinding, Waiver
from tests.publishing.builders import NOW, ACouncil, Published, a_council, a_published_council

pytestmark = pytest.mark.django_db


def _herons(evidence: Evidence) -> Iterable[Finding]:
    for _, _, row in evidence.paper.measures:
        if row.commentary and "heron" in row.commentary.text:
            yield HERONS.finding(row.where, row.commentary.text, f"{row.ref} speaks of herons, its title does not")


HERONS = Check(
    name="heron-in-commentary",
    severity=Severity.ERROR,
    looks_at="commentary",
    find=_herons,
    remedy="Say what the figure says.",
)


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule that these tests can break and keep at will."""
    monkeypatch.setattr(checks, "CHECKS", (HERONS,))


def an_open_round(council: ACouncil, *, commentary: str = "A heron came.") -> Round:
    plan = council.a_plan()
    entry = council.an_entry(council.an_objective(plan), council.a_measure("attendance"))
    opened = council.a_round(plan)
    council.a_return(opened, entry, commentary=commentary)
    return opened


def test_a_round_with_an_error_is_not_published_and_the_refusal_names_it() -> None:
    council = a_council()
    opened = an_open_round(council)

    with pytest.raises(
        PublicationRefused, match=r"1 error is neither put right nor waived.*PED01 01 speaks of herons"
    ):
        publish_round(round=opened, **council.who)

    assert not Round.objects.get(pk=opened.pk).is_published


def test_a_round_without_errors_is_published_with_an_empty_record() -> None:
    council = a_council()

    edition = publish_round(round=an_open_round(council, commentary="All well."), **council.who)

    assert not edition.findings.exists()


def test_a_waived_error_lets_the_round_be_published_and_stands_in_its_record() -> None:
    council = a_council()
    opened = an_open_round(council)
    waive_findings(round=opened, findings=findings_of_round(opened), reason="It is a bird table.", **council.who)

    edition = publish_round(round=opened, **council.who)

    kept = [(each.rule, each.place, each.waived_by, each.reason, each.waived_at) for each in edition.findings.all()]
    assert kept == [("heron-in-commentary", "PED01 01", "Performance officer", "It is a bird table.", NOW)]


def test_a_waiver_needs_a_reason() -> None:
    council = a_council()
    opened = an_open_round(council)

    with pytest.raises(PublicationRefused, match="Say why"):
        waive_findings(round=opened, findings=findings_of_round(opened), reason="  ", **council.who)

    assert not Waiver.objects.exists()


def test_only_those_who_publish_may_waive() -> None:
    council = a_council()
    opened = an_open_round(council)
    auditor = council.a_person(Role.AUDITOR)

    with pytest.raises(NotAllowed):
        waive_findings(round=opened, findings=findings_of_round(opened), reason="No.", by=auditor, at=NOW)


def test_a_waiver_lapses_when_the_finding_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    council = a_council()
    opened = an_open_round(council)
    waive_findings(round=opened, findings=findings_of_round(opened), reason="It is a bird table.", **council.who)
    opened.returns.get().plan_measure.__class__.objects.update(ref="PED01 02")

    assert [each.waiver for each in in_the_way(findings_of_round(opened))] == [None]


def test_waiving_twice_keeps_the_first_answer() -> None:
    council = a_council()
    opened = an_open_round(council)
    waive_findings(round=opened, findings=findings_of_round(opened), reason="First.", **council.who)

    waive_findings(round=opened, findings=findings_of_round(opened), reason="Second.", **council.who)

    assert [waiver.reason for waiver in Waiver.objects.all()] == ["First."]


def test_a_withdrawn_waiver_stops_the_publication_again_and_is_remembered() -> None:
    council = a_council()
    opened = an_open_round(council)
    (waiver,) = waive_findings(round=opened, findings=findings_of_round(opened), reason="Fine.", **council.who)

    withdraw_waiver(waiver=waiver, **council.who)

    assert len(in_the_way(findings_of_round(opened))) == 1
    event = Event.objects.get(action="withdraw waiver")
    assert (event.before or {})["reason"] == "Fine."


def test_a_correction_is_checked_as_the_first_edition_was() -> None:
    made = a_published_council(measures=1)
    made.fourth.returns.update(commentary="A heron came.")

    with pytest.raises(PublicationRefused, match="speaks of herons"):
        correct_round(round=made.fourth, reason="Spelling.", **made.council.who)


def test_the_record_of_an_edition_never_changes() -> None:
    council = a_council()
    opened = an_open_round(council)
    waive_findings(round=opened, findings=findings_of_round(opened), reason="Fine.", **council.who)
    publish_round(round=opened, **council.who)

    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE publishing_editionfinding SET reason = 'Never said'")
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        EditionFinding.objects.all().delete()


def _client(council: ACouncil, role: Role) -> Client:
    client = Client()
    client.force_login(council.a_person(role))
    return client


def _held(client: Client, made: Published | None = None, *, slug: str = "2023-24-q3") -> str:
    return client.get(reverse("findings", args=[slug])).content.decode()


def test_the_page_tells_what_stops_the_round_and_leads_to_its_place() -> None:
    council = a_council()
    an_open_round(council)

    page = _held(_client(council, Role.PERFORMANCE_TEAM))

    assert "The checks found 1 error. 1 error must be put right or waived before this round is published." in page
    assert 'href="/measures/attendance/"' in page
    assert "Say what the figure says." in page


def test_a_person_waives_on_the_page_and_takes_it_back() -> None:
    council = a_council()
    opened = an_open_round(council)
    client = _client(council, Role.PERFORMANCE_TEAM)
    (found,) = findings_of_round(opened)
    address = reverse("waive", args=["2023-24-q3", found.fingerprint])

    client.post(address, {"reason": "It is a bird table."})
    waived = _held(client)
    client.post(reverse("withdraw-waiver", args=["2023-24-q3", found.fingerprint]))

    assert "It is a bird table." in waived
    assert "Nothing stops this round from being published." in waived
    assert "1 error must be put right" in _held(client)


def test_waiving_without_a_reason_is_asked_again() -> None:
    council = a_council()
    (found,) = findings_of_round(an_open_round(council))

    page = _client(council, Role.PERFORMANCE_TEAM).post(
        reverse("waive", args=["2023-24-q3", found.fingerprint]), {"reason": ""}
    )

    assert "Enter why this may be published as it stands" in page.content.decode()


def test_a_finding_that_is_no_longer_made_is_not_there_to_waive() -> None:
    council = a_council()
    an_open_round(council)

    page = _client(council, Role.PERFORMANCE_TEAM).get(reverse("waive", args=["2023-24-q3", "0" * 16]))

    assert page.status_code == 404


def test_an_auditor_reads_the_findings_but_is_offered_no_waiver() -> None:
    council = a_council()
    an_open_round(council)

    page = _held(_client(council, Role.AUDITOR))

    assert "speaks of herons" in page
    assert "Waive this finding" not in page


def test_the_edition_page_shows_its_record() -> None:
    council = a_council()
    opened = an_open_round(council)
    waive_findings(round=opened, findings=findings_of_round(opened), reason="Fine.", **council.who)
    publish_round(round=opened, **council.who)

    page = _client(council, Role.AUDITOR).get(reverse("edition-findings", args=["2023-24-q3", 1])).content.decode()

    assert "Waived by Performance officer on 15 July 2024: Fine." in page


def test_an_edition_that_is_not_there_has_no_record() -> None:
    made = a_published_council(measures=1)

    page = _client(made.council, Role.AUDITOR).get(reverse("edition-findings", args=["2023-24-q4", 9]))

    assert page.status_code == 404
