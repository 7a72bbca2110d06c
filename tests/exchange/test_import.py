"""What an import adds, leaves and refuses."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldthread.accounts.models import Event, Unit, User
from goldthread.accounts.queries import NotAllowed
from goldthread.accounts.roles import Role
from goldthread.domain.periods import parse_period
from goldthread.exchange.actions import ImportResult, import_bundle, import_from_command_line
from goldthread.exchange.problems import BundleProblems
from goldthread.exchange.queries import bundle_text, export_bundle
from goldthread.monitoring.models import Observation, Return, Round
from goldthread.plan.models import Measure, Target
from goldthread.publishing.actions import Revision, correct_round, publish_round
from tests.builders import a_person, an_entry
from tests.exchange.bundles import MEASURE, NOW, RETURN, a_bundle, changed, undone

pytestmark = pytest.mark.django_db


def imported(bundle: dict[str, Any]) -> ImportResult:
    return import_from_command_line(bundle=json.dumps(bundle), at=NOW)


def refused(bundle: dict[str, Any]) -> list[str]:
    """Return the problems of a bundle that must not change anything."""
    before = bundle_text(export_bundle())
    with pytest.raises(BundleProblems) as found:
        imported(bundle)
    assert bundle_text(export_bundle()) == before
    return [str(problem) for problem in found.value.problems]


def test_a_bundle_fills_an_empty_database_and_is_judged() -> None:
    result = imported(a_bundle())

    judged = Return.objects.get(plan_measure__ref="HOU01 01")
    assert str(result) == (
        "Added 2 parts of the council, 1 document, 2 measures, 1 plan, 1 priority, 1 area of focus, 1 objective, "
        "1 milestone, 2 plan measures, 1 actual, 2 targets, 1 round, 2 statements, 2 returns, 1 milestone return."
    )
    assert (judged.progress, judged.position, judged.direction) == ("amber", "near target", "better")
    assert judged.direction_reason


def test_a_second_import_adds_nothing_and_says_so() -> None:
    imported(a_bundle())
    before, events = bundle_text(export_bundle()), Event.objects.count()

    result = imported(a_bundle())

    assert result.added == {}
    assert str(result).startswith("Nothing new: everything in the bundle is held already (2 parts of the council")
    assert bundle_text(export_bundle()) == before
    assert Event.objects.count() == events


def test_a_new_round_of_a_held_plan_is_all_that_is_added() -> None:
    imported(a_bundle())
    current = {"value": "96", "status": "final"}
    round_ = {"period": "2023/24 Q4", "plan": "2023-24", "title": "Report for quarter 4"}
    later = round_ | {"returns": [{"ref": "HOU01 01", "current": current}]}

    result = imported({"format": "goldthread-bundle", "version": 1, "rounds": [later]})

    assert result.added == {"rounds": 1, "returns": 1}
    assert result.unchanged == {}
    assert Return.objects.get(round__period="2023/24 Q4").progress == "green"


def test_a_return_that_was_missing_joins_its_open_round() -> None:
    bundle = a_bundle()
    second = bundle["rounds"][0]["returns"].pop()
    imported(bundle)
    bundle["rounds"][0]["returns"].append(second)

    result = imported(bundle)

    assert result.added == {"returns": 1}
    assert Return.objects.get(plan_measure__ref="HOU01 02").progress != ""


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        (
            (*RETURN, "current", "value"),
            "92.25",
            "rounds[0].returns[0].current.value: The bundle says “92.25”, but “92.250” is held. "
            "Nothing is overwritten: make the bundle agree, or correct what is held.",
        ),
        (
            ("measures", 0, "polarity"),
            "lower is better",
            "measures[0].polarity: The bundle says “lower is better”, but “higher is better” is held. "
            "Nothing is overwritten: make the bundle agree, or correct what is held.",
        ),
        (
            ("council", "name"),
            "Othertown Council",
            "council.name: The bundle says “Othertown Council”, but “Anytown Council” is held. "
            "Nothing is overwritten: make the bundle agree, or correct what is held.",
        ),
        (
            ("plans", 0, "objectives", 0, "priorities"),
            [],
            "plans[0].objectives[0].priorities: The bundle says nothing, but “P1” is held. "
            "Nothing is overwritten: make the bundle agree, or correct what is held.",
        ),
        (
            ("rounds", 0, "statements", 0, "text"),
            "Less of it.",
            "rounds[0].statements[0].text: The bundle says “Less of it.”, but “More of it.” is held. "
            "Nothing is overwritten: make the bundle agree, or correct what is held.",
        ),
    ],
)
def test_a_bundle_that_contradicts_what_is_held_is_refused(
    place: tuple[str | int, ...], value: Any, message: str
) -> None:
    imported(a_bundle())

    assert refused(changed(*place, to=value)) == [message]


def test_a_measure_stays_under_its_objective() -> None:
    imported(a_bundle())
    bundle = a_bundle()
    moved = bundle["plans"][0]["objectives"][0]["measures"].pop()
    other = {"ref": "HOU02", "title": "Another", "measures": [moved]}
    bundle["plans"][0]["objectives"].append(other)

    assert refused(bundle) == [
        "plans[0].objectives[1].measures[0].ref: “HOU01 02” is held under objective “HOU01”. Keep it there."
    ]


def test_a_published_round_takes_no_additions() -> None:
    bundle = a_bundle()
    second = bundle["rounds"][0]["returns"].pop()
    imported(bundle)
    publish_round(round=Round.objects.get(), by=a_person(), at=NOW)
    bundle["rounds"][0]["returns"].append(second)

    assert refused(bundle) == [
        "rounds[0].returns[1]: 2023/24 Q3 is published without it. A correction is a new edition, not an import."
    ]


def test_a_published_bundle_comes_back_with_its_editions_and_its_history() -> None:
    imported(a_bundle())
    round_, by = Round.objects.get(), a_person()
    publish_round(round=round_, by=by, at=NOW)
    made = Return.objects.get(plan_measure__ref="HOU01 01")
    entry = an_entry("93", of=made.plan_measure, period=parse_period(round_.period))
    revision = Revision(quarterly_return=made, entry=entry, why="A late count.")
    correct_round(round=round_, reason="One figure was too low.", revisions=[revision], by=by, at=NOW)
    text = bundle_text(export_bundle())

    again = json.loads(text)

    assert [edition["number"] for edition in again["rounds"][0]["editions"]] == [1, 2]
    assert again["rounds"][0]["returns"][0]["revised"][0]["value"] == "92.250"
    assert imported(again).added == {}


def test_a_judgement_that_the_figures_do_not_come_to_is_refused() -> None:
    imported(a_bundle())
    bundle = export_bundle()
    bundle["rounds"][0]["period"] = "2023/24 Q2"
    bundle["rounds"][0]["returns"][0]["judgements"]["progress"]["result"] = "green"
    for made in bundle["rounds"][0]["returns"]:
        made["current"]["period"] = "2023/24 Q2"

    problems = refused(bundle)

    assert (
        "rounds[0].returns[0].judgements.progress.result: The bundle says “green”, but its figures come to “amber”. "
        "Correct the figures, or leave the judgements out and they are computed."
    ) in problems


def test_an_officer_who_differs_without_a_reason_is_named() -> None:
    bundle = changed(*RETURN, "officer", to={"progress": "red"})

    problems = refused(bundle)

    assert problems == ["rounds[0]: HOU01 01: The figures say amber, the officer red. Say why they differ."]


def test_nothing_at_all_is_left_of_a_refused_first_import() -> None:
    refused(changed(*RETURN, "officer", to={"progress": "red"}))

    assert not User.objects.exists()
    assert not Unit.objects.exists()
    assert not Measure.objects.exists()


def test_a_bundle_without_a_council_needs_one_that_is_held() -> None:
    bundle = a_bundle(council=None)

    assert refused(bundle) == ["council: No council is held yet, and the bundle names none. Add it."]


def test_only_who_may_import_imports() -> None:
    imported(a_bundle())

    with pytest.raises(NotAllowed, match="may not import papers and bundles"):
        import_bundle(bundle=a_bundle(), by=a_person(role=Role.ELECTED_MEMBER), at=NOW)


def test_a_replaced_target_stays_readable_and_the_round_before_it_keeps_its_light() -> None:
    first = {"year": "2023/24", "state": "number", "value": "95", "set_at": "2023-04-01T09:00:00+00:00"}
    second = {"year": "2023/24", "state": "number", "value": "80", "set_at": "2024-09-01T09:00:00+00:00"}
    imported(changed(*MEASURE, "targets", to=[first]))
    publish_round(round=Round.objects.get(), by=a_person(), at=NOW)
    targets = [first | {"replaced_at": second["set_at"]}, second]

    result = imported(changed(*MEASURE, "targets", to=targets))

    assert result.added == {"targets": 1}
    standing = Target.objects.filter(plan_measure__ref="HOU01 01").order_by("set_at")
    assert [(f"{row.value}", row.replaced_at is None) for row in standing] == [("95", False), ("80", True)]
    assert Return.objects.get(plan_measure__ref="HOU01 01").progress == "amber"


def test_a_figure_keeps_its_printed_places_and_its_absence() -> None:
    imported(changed("rounds", 0, "returns", 1, "current", to={"status": "refer to commentary"}))

    values = Observation.objects.filter(column="current").order_by("plan_measure__ref")

    assert [(f"{row.value}", row.status) for row in values] == [
        ("92.250", "provisional"),
        ("None", "refer to commentary"),
    ]


def test_the_work_of_an_import_grows_in_step_with_what_it_adds() -> None:
    def queries(measures: int) -> int:
        bundle = a_bundle()
        objective = bundle["plans"][0]["objectives"][0]
        objective["measures"] += [objective["measures"][0] | {"ref": f"X{number}"} for number in range(measures)]
        with undone(), CaptureQueriesContext(connection) as asked:
            imported(bundle)
        return len(asked)

    ten, twenty, forty = queries(10), queries(20), queries(40)

    assert forty - twenty == 2 * (twenty - ten)
