"""Writes to the plan: allowed or refused, recorded, and never overwriting."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from goldthread.accounts.models import Event
from goldthread.accounts.queries import NotAllowed
from goldthread.accounts.roles import Role
from goldthread.domain.figures import Basis, Unit
from goldthread.domain.measures import Polarity
from goldthread.plan.actions import TargetNotReplaced, add_measure
from goldthread.plan.fields import ExactDecimalField
from goldthread.plan.models import Target
from goldthread.plan.queries import current_target
from tests.builders import NOW, a_council, a_milestone, a_person, a_plan_measure, a_target, an_objective

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("printed", ["92.250", "0", "-0.32", "13805604.33", "0.000001", "123456789012.99"])
def test_a_figure_comes_back_from_the_database_exactly_as_it_was_printed(printed: str) -> None:
    target = a_target(printed, of=a_plan_measure())

    target.refresh_from_db()

    assert str(target.value) == printed


def test_the_exact_decimal_field_names_what_is_not_a_number() -> None:
    with pytest.raises(ValidationError, match="“ten” is not a number. Enter digits, such as 92.5"):
        ExactDecimalField().to_python("ten")


def test_a_new_target_replaces_the_old_one_for_a_reason_and_keeps_it_readable() -> None:
    measure = a_plan_measure()
    a_target("95", of=measure)

    a_target("90", of=measure, why="The grant ended.")

    targets = Target.objects.filter(plan_measure=measure)
    assert {(target.value, target.replaced_at is None) for target in targets} == {
        (Decimal(95), False),
        (Decimal(90), True),
    }
    standing = current_target(measure, year="2023/24")
    assert standing is not None
    assert standing.value == Decimal(90)
    event = Event.objects.filter(action="set target").last()
    assert event is not None
    assert (event.before, event.after, event.why) == ({"target": "95"}, {"target": "90"}, "The grant ended.")


def test_a_target_is_not_replaced_without_a_reason() -> None:
    measure = a_plan_measure()
    a_target("95", of=measure)

    with pytest.raises(TargetNotReplaced, match=r"HOU01 01 has a target for 2023/24 already \(95\)"):
        a_target("90", of=measure)

    assert Target.objects.get(plan_measure=measure).value == Decimal(95)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PERFORMANCE_TEAM])
def test_only_the_performance_team_writes_the_plan(role: Role) -> None:
    a_council()

    with pytest.raises(NotAllowed, match="may not write the plan, its measures and targets"):
        add_measure(
            slug="homes",
            title="Homes",
            unit=Unit.COUNT,
            basis=Basis.SNAPSHOT,
            polarity=Polarity.NEUTRAL,
            by=a_person(role=role),
            at=NOW,
        )


def test_the_database_keeps_a_reference_once_an_objective() -> None:
    objective = an_objective()
    a_milestone(objective=objective, ref="HOU01a")

    with pytest.raises(IntegrityError), transaction.atomic():
        a_milestone(objective=objective, ref="HOU01a")


def test_every_write_is_recorded_with_who_and_when() -> None:
    measure = a_plan_measure()

    event = Event.objects.get(action="add plan measure")

    assert event.thing.endswith(measure.ref)
    assert event.at == NOW
    assert event.by.name == "Performance team"
