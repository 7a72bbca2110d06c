"""What is exported and read back into an empty database is exported again as the same text."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from goldthread.domain.figures import Basis, Status, Unit
from goldthread.domain.measures import Polarity
from goldthread.domain.periods import parse_period
from goldthread.exchange.actions import import_from_command_line
from goldthread.exchange.bundle import Bundle
from goldthread.exchange.queries import bundle_text, export_bundle
from goldthread.monitoring.models import Return, Round
from goldthread.publishing.actions import Revision, correct_round, publish_round
from tests.builders import a_person, an_entry
from tests.exchange.bundles import NOW, RETURN, a_bundle, changed, undone


def held_text() -> str:
    return bundle_text(export_bundle())


def brought_back(text: str) -> str:
    """Return what an empty database exports after reading a bundle."""
    with undone():
        import_from_command_line(bundle=text, at=NOW)
        again = held_text()
    return again  # noqa: RET504 (a return inside the block would keep what it wrote)


@pytest.mark.django_db
def test_a_published_and_corrected_round_comes_back_as_the_same_text() -> None:
    with undone():
        import_from_command_line(bundle=json.dumps(a_bundle()), at=NOW)
        round_, by = Round.objects.get(), a_person()
        publish_round(round=round_, by=by, at=NOW)
        made = Return.objects.get(plan_measure__ref="HOU01 01")
        entry = an_entry("93.0", of=made.plan_measure, period=parse_period(round_.period))
        revision = Revision(quarterly_return=made, entry=entry, why="A late count.")
        correct_round(round=round_, reason="One figure was too low.", revisions=[revision], by=by, at=NOW)
        text = held_text()

    assert brought_back(text) == text


@pytest.mark.django_db
def test_the_demonstration_comes_back_as_the_same_text(exported: str) -> None:
    import_from_command_line(bundle=exported, at=NOW)

    assert held_text() == exported


@pytest.mark.django_db
def test_the_demonstration_read_a_second_time_adds_nothing(exported: str) -> None:
    import_from_command_line(bundle=exported, at=NOW)

    result = import_from_command_line(bundle=exported, at=NOW)

    assert result.added == {}
    assert result.unchanged["returns"] == 74
    assert held_text() == exported


@pytest.mark.django_db
def test_an_export_is_what_the_reference_says_field_by_field_and_in_its_order() -> None:
    import_from_command_line(bundle=json.dumps(a_bundle()), at=NOW)
    publish_round(round=Round.objects.get(), by=a_person(), at=NOW)
    text = held_text()

    assert bundle_text(Bundle.model_validate_json(text).model_dump(mode="json")) == text


@pytest.mark.django_db
def test_an_export_asks_the_same_of_the_database_however_much_it_holds() -> None:
    def queries(measures: int) -> int:
        bundle = a_bundle()
        objective = bundle["plans"][0]["objectives"][0]
        objective["measures"] += [objective["measures"][0] | {"ref": f"X{number}"} for number in range(measures)]
        with undone():
            import_from_command_line(bundle=json.dumps(bundle), at=NOW)
            with CaptureQueriesContext(connection) as asked:
                export_bundle()
        return len(asked)

    assert queries(1) == queries(30)


@pytest.mark.django_db
def test_people_and_passwords_are_never_exported() -> None:
    import_from_command_line(bundle=json.dumps(a_bundle()), at=NOW)
    person = a_person(email="secret.person@council.example", password="a password of some length")

    text = held_text()

    assert person.email not in text
    assert person.password not in text
    assert "command.line" not in text


@pytest.mark.django_db
def test_a_period_in_another_form_is_held_in_the_councils_own() -> None:
    import_from_command_line(bundle=json.dumps(changed("rounds", 0, "period", to="Q3 23-24")), at=NOW)

    assert export_bundle()["rounds"][0]["period"] == "2023/24 Q3"


@pytest.mark.django_db
def test_a_comparator_in_parts_keeps_its_parts_in_order() -> None:
    parts = [{"label": label, "value": "4", "unit": "count"} for label in ("North", "East", "South")]
    comparator = {"period": "2022/23 Q3", "status": "final", "parts": parts}
    import_from_command_line(bundle=json.dumps(changed(*RETURN, "comparator", to=comparator)), at=NOW)

    kept = export_bundle()["rounds"][0]["returns"][0]["comparator"]["parts"]

    assert [part["label"] for part in kept] == ["North", "East", "South"]


# Bundles made by the machine.

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=0x2FFF), min_size=1, max_size=20).filter(
    lambda text: bool(text.strip())
)
NUMBER = st.decimals(min_value=Decimal(-10_000), max_value=Decimal(10_000), places=2).map(lambda value: f"{value:f}")
POSITIVE = st.decimals(min_value=Decimal(0), max_value=Decimal(90), places=1).map(lambda value: f"{value:f}")


PERIODS = (
    *("2023/24 Q3", "2023/24 Q4", "2022/23 Q4", "2023/24", "2023", "2023/24 academic year"),
    *("Autumn term 2023", "March 2024", "31 December 2023"),
)


@st.composite
def figures(draw: st.DrawFn, *, period: str | None = None) -> dict[str, Any]:
    """Draw a figure with a value, with parts, or with a reason why there is none."""
    kind = draw(st.sampled_from(["value", "parts", "absent"]))
    figure: dict[str, Any] = {"period": period} if period else {}
    figure |= {"printed": draw(TEXT), "note": draw(st.just("") | TEXT)}
    if kind == "absent":
        absent = [str(status) for status in Status if not status.has_value]
        return figure | {"status": draw(st.sampled_from(absent))}
    figure["status"] = draw(st.sampled_from(["final", "provisional"]))
    if kind == "value":
        return figure | {"value": draw(POSITIVE)}
    labels = draw(st.lists(st.sampled_from("ABCDEF"), min_size=1, max_size=4, unique=True))
    return figure | {"parts": [{"label": label, "value": draw(POSITIVE), "unit": "count"} for label in labels]}


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Any]:
    state = draw(st.sampled_from(["number", "range", "change", "not applicable", "to be confirmed", "not set"]))
    target: dict[str, Any] = {"year": "2023/24", "state": state, "note": draw(st.just("") | TEXT)}
    if state in {"number", "change"}:
        return target | {"value": draw(POSITIVE)}
    if state == "range":
        low, high = sorted([draw(POSITIVE), draw(POSITIVE)], key=Decimal)
        return target | {"low": low, "high": high}
    return target


@st.composite
def bundles(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a council of one plan, a few measures and up to two rounds."""
    count = draw(st.integers(1, 4))
    measures = [
        {
            "id": f"measure-{number}",
            "title": draw(TEXT),
            "definition": draw(st.just("") | TEXT),
            "unit": draw(st.sampled_from([str(Unit.PERCENT), str(Unit.COUNT), str(Unit.DAYS)])),
            "basis": draw(st.sampled_from([str(basis) for basis in Basis])),
            "polarity": draw(st.sampled_from([str(polarity) for polarity in Polarity])),
            "total_of_parts": draw(st.booleans()),
        }
        for number in range(count)
    ]
    entered = [
        {
            "ref": f"A {number}",
            "title": draw(TEXT),
            "measure": f"measure-{number}",
            "definition_break": draw(st.just("") | TEXT),
            "targets": draw(st.lists(targets(), max_size=1)),
            "actuals": [draw(figures(period="2021/22"))] if draw(st.booleans()) else [],
        }
        for number in range(count)
    ]
    periods = draw(st.lists(st.sampled_from(PERIODS), max_size=2, unique=True))
    rounds = [
        {
            "period": period,
            "plan": "2023-24",
            "title": draw(TEXT),
            "notes": draw(st.lists(TEXT, max_size=2)),
            "returns": [
                {
                    "ref": f"A {number}",
                    "commentary": draw(st.just("") | TEXT),
                    "current": draw(figures()),
                    "prior_actual": draw(st.none() | figures(period="2022/23")),
                    "comparator": draw(st.none() | figures(period="2022/23 Q3")),
                }
                for number in draw(st.lists(st.integers(0, count - 1), unique=True))
            ],
        }
        for period in periods
    ]
    objective = {"ref": "A", "title": draw(TEXT), "measures": entered}
    plan = {"title": "Plan", "kind": "business plan", "first_year": "2023/24", "last_year": "2023/24"}
    return {
        "format": "goldthread-bundle",
        "version": 1,
        "council": {"name": draw(TEXT)},
        "measures": measures,
        "plans": [plan | {"id": "2023-24", "objectives": [objective]}],
        "rounds": rounds,
    }


class AnyBundle(TestCase):
    """Bundles that nobody thought of."""

    @settings(max_examples=40)
    @given(bundles())
    def test_comes_back_as_the_same_text(self, bundle: dict[str, Any]) -> None:
        with undone():
            import_from_command_line(bundle=json.dumps(bundle), at=NOW)
            text = held_text()

        assert brought_back(text) == text
