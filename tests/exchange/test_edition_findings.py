"""What was found and waived when an edition was published goes out with the bundle and comes back the same."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from goldthread.exchange.bundle_round import EditionFinding
from goldthread.exchange.queries import export_bundle
from goldthread.publishing.actions import restore_edition
from goldthread.publishing.models import EditionFinding as Kept
from tests.publishing.builders import NOW, a_council

FINDING = {
    "rule": "otters",
    "severity": "error",
    "place": "PK1 01",
    "quote": "An otter.",
    "message": "otters here",
    "waived_by": "Director",
    "waived_at": datetime(2024, 7, 15, 12, tzinfo=UTC),
    "reason": "It lives here.",
}


@pytest.mark.django_db
def test_a_restored_edition_is_exported_with_the_findings_it_came_with() -> None:
    council = a_council()
    opened = council.a_round(council.a_plan())
    restore_edition(
        round=opened, number=1, published_at=NOW, reason="", files={"html": b"x"}, findings=[FINDING], **council.who
    )

    (edition,) = export_bundle()["rounds"][0]["editions"]

    assert [EditionFinding.model_validate(found).model_dump() for found in edition["findings"]] == [FINDING]
    assert Kept.objects.get().order == 1


@pytest.mark.parametrize("missing", ["waived_by", "waived_at", "reason"])
def test_half_a_waiver_is_refused(missing: str) -> None:
    with pytest.raises(ValidationError, match="needs a name, a time and a reason"):
        EditionFinding.model_validate({name: value for name, value in FINDING.items() if name != missing})
