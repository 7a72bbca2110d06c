"""Publication: everything or nothing, the same bytes for ever, and a correction that says why."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from goldthread.accounts.models import Event
from goldthread.accounts.queries import NotAllowed
from goldthread.accounts.roles import Role
from goldthread.domain.periods import Period, parse_period
from goldthread.monitoring.actions import FigureNotRevised, RoundClosed
from goldthread.monitoring.models import Observation, Return
from goldthread.publishing.actions import (
    PublicationRefused,
    Revision,
    checksum_of,
    correct_round,
    files_of,
    publish_round,
)
from goldthread.publishing.contents import Front, read_contents
from goldthread.publishing.models import Edition, EditionFile
from goldthread.publishing.report import report
from goldthread.rendering import FORMATS
from tests.builders import NOW, a_council, a_judged_round, a_person, a_return, a_round, an_entry, someone

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def web_pages_only() -> None:
    """Here the real files are frozen, in every format."""


def files(edition: Edition) -> dict[str, bytes]:
    return {file.format: bytes(file.content) for file in edition.files.all()}


def test_publishing_freezes_the_report_in_every_format_under_one_checksum() -> None:
    edition = publish_round(round=a_judged_round(), by=someone(), at=NOW)

    frozen = files(edition)
    assert set(FORMATS) <= set(frozen)
    assert edition.checksum == checksum_of(frozen)
    assert all(file.size == len(file.content) for file in edition.files.all())


def test_a_round_is_published_once() -> None:
    made = a_judged_round()
    publish_round(round=made, by=someone(), at=NOW)

    with pytest.raises(PublicationRefused, match="To change it, publish a correction"):
        publish_round(round=made, by=someone(), at=NOW)


def test_a_round_without_returns_is_not_published() -> None:
    a_council()

    with pytest.raises(PublicationRefused, match="holds no return yet"):
        publish_round(round=a_round(), by=someone(), at=NOW)


@pytest.mark.parametrize("role", [Role.ELECTED_MEMBER, Role.DATA_CONTRIBUTOR, Role.APPROVER, Role.AUDITOR])
def test_only_who_may_publish_publishes(role: Role) -> None:
    made = a_judged_round()

    with pytest.raises(NotAllowed, match="may not publish a round"):
        publish_round(round=made, by=a_person(role=role), at=NOW)

    made.refresh_from_db()
    assert not made.is_published


def test_a_failure_in_the_middle_leaves_nothing_half_published(monkeypatch: pytest.MonkeyPatch) -> None:
    made = a_judged_round()

    def fail(**_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("goldthread.publishing.actions.record", fail)

    with pytest.raises(OSError, match="the disk is full"):
        publish_round(round=made, by=someone(), at=NOW)

    made.refresh_from_db()
    assert not made.is_published
    assert not Edition.objects.exists()
    assert not EditionFile.objects.exists()


def test_a_published_round_takes_no_more_returns() -> None:
    made = a_judged_round()
    publish_round(round=made, by=someone(), at=NOW)
    made.refresh_from_db()

    with pytest.raises(RoundClosed, match="A correction is a new edition, not an edit"):
        a_return(round=made, of=made.returns.get().plan_measure)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE publishing_edition SET reason = 'quietly'",
        "DELETE FROM publishing_editionfile",
        "UPDATE publishing_editionfile SET size = 0",
        "DELETE FROM publishing_edition",
    ],
)
def test_the_database_refuses_to_change_an_edition(statement: str) -> None:
    publish_round(round=a_judged_round(), by=someone(), at=NOW)

    with (
        pytest.raises(DatabaseError, match="An edition is frozen. Publish a correction instead"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_correction_is_a_new_edition_that_says_what_changed_and_why() -> None:
    made = a_judged_round()
    first = publish_round(round=made, by=someone(), at=NOW)
    before = files(first)
    quarterly_return = made.returns.get()
    entry = an_entry("97", of=quarterly_return.plan_measure, period=_period(quarterly_return))
    revision = Revision(quarterly_return=quarterly_return, entry=entry, why="One depot was left out.")

    second = correct_round(round=made, reason="A depot was left out.", revisions=[revision], by=someone(), at=NOW)

    assert (second.number, second.reason) == (2, "A depot was left out.")
    page = files(second)["html"].decode()
    assert "90 becomes 97. One depot was left out." in page
    assert "97%" in page
    assert files(Edition.objects.get(number=1)) == before


def test_a_corrected_figure_keeps_the_earlier_one_and_is_judged_again() -> None:
    made = a_judged_round()
    publish_round(round=made, by=someone(), at=NOW)
    quarterly_return = made.returns.get()
    light_before = quarterly_return.progress
    entry = an_entry("97", of=quarterly_return.plan_measure, period=_period(quarterly_return))
    revision = Revision(quarterly_return=quarterly_return, entry=entry, why="One depot was left out.")

    correct_round(round=made, reason="A depot.", revisions=[revision], by=someone(), at=NOW)

    quarterly_return.refresh_from_db()
    currents = quarterly_return.figures.filter(column=Observation.Column.CURRENT)
    assert (light_before, quarterly_return.progress) == ("red", "green")
    assert [(row.value, row.replaced_at is None) for row in currents] == [
        (Decimal(90), False),
        (Decimal(97), True),
    ]
    assert Event.objects.get(action="revise figure").why == "One depot was left out."


def test_a_correction_needs_a_reason_for_itself_and_for_each_figure() -> None:
    made = a_judged_round()
    publish_round(round=made, by=someone(), at=NOW)
    quarterly_return = made.returns.get()
    entry = an_entry("97", of=quarterly_return.plan_measure, period=_period(quarterly_return))
    revision = Revision(quarterly_return=quarterly_return, entry=entry, why="One depot was left out.")

    with pytest.raises(PublicationRefused, match="Say why the published report is corrected"):
        correct_round(round=made, reason=" ", by=someone(), at=NOW)
    with pytest.raises(FigureNotRevised, match="Say why the figure of .* changes"):
        correct_round(round=made, reason="A depot.", revisions=[replace(revision, why="")], by=someone(), at=NOW)

    assert made.editions.count() == 1


def test_a_round_that_is_not_published_is_not_corrected() -> None:
    with pytest.raises(PublicationRefused, match="is not published yet. Change the return itself"):
        correct_round(round=a_judged_round(), reason="A slip.", by=someone(), at=NOW)


def test_the_same_data_on_the_same_day_gives_the_same_bytes() -> None:
    made = a_judged_round()
    edition = publish_round(round=made, by=someone(), at=NOW)
    made.refresh_from_db()
    front = Front(council="Anytown Council", edition=1, published=timezone.localtime(NOW).date())

    again = files_of(report(read_contents(made), front=front))

    assert again == files(edition)


def _period(quarterly_return: Return) -> Period:
    return parse_period(quarterly_return.round.period)
