"""A round: its returns, its judgements, and the two lights side by side."""

import pytest
from django.db import IntegrityError, transaction

from goldthread.accounts.queries import NotAllowed
from goldthread.accounts.roles import Role
from goldthread.domain.judgement import OfficerJudgement
from goldthread.domain.periods import quarter
from goldthread.monitoring.actions import DifferenceUnexplained, Officer, judge_round, record_return
from goldthread.monitoring.queries import UnknownRound, find_round, returns_with_cases, rounds_visible_to
from tests.builders import (
    NOW,
    a_judged_round,
    a_person,
    a_plan,
    a_plan_measure,
    a_return,
    a_round,
    a_target,
    an_entry,
    an_objective,
    someone,
)

pytestmark = pytest.mark.django_db


def test_judging_keeps_each_answer_with_its_reason_and_what_would_change_it() -> None:
    made = a_judged_round().returns.get()

    assert (made.position, made.progress, made.direction) == ("off target", "red", "better")
    assert all((made.position_reason, made.progress_reason, made.direction_reason))
    assert all((made.position_would_change, made.progress_would_change, made.direction_would_change))


def test_an_officer_who_differs_from_the_figures_says_why() -> None:
    made = a_round()
    measure = a_plan_measure(objective=an_objective(plan=made.plan))
    a_target(of=measure)
    a_return("50", round=made, of=measure, officer=Officer(progress=OfficerJudgement.GREEN))

    with pytest.raises(DifferenceUnexplained, match="HOU01 01: The figures say red, the officer green"):
        judge_round(round=made, by=someone(), at=NOW)

    assert made.returns.get().progress == ""


def test_both_judgements_are_kept_where_they_differ_for_a_reason() -> None:
    made = a_round()
    measure = a_plan_measure(objective=an_objective(plan=made.plan))
    a_target(of=measure)
    officer = Officer(progress=OfficerJudgement.GREEN, progress_reason="A depot reports late.")
    a_return("50", round=made, of=measure, officer=officer)

    judge_round(round=made, by=someone(), at=NOW)

    kept = made.returns.get()
    assert (kept.progress, kept.officer_progress, kept.officer_progress_reason) == (
        "red",
        "green",
        "A depot reports late.",
    )


def test_a_stated_comparator_comes_before_the_figure_that_is_held() -> None:
    plan = a_plan(first_year=2022, last_year=2023)
    measure = a_plan_measure(objective=an_objective(plan=plan))
    a_return("70", round=a_round(plan=plan, period=quarter(2022, 3)), of=measure)
    this_year = a_round(plan=plan)
    a_return("80", round=this_year, of=measure, comparator="75")

    ((_, case),) = returns_with_cases(round=this_year)

    assert case.comparator is not None
    assert case.comparator.value == 75


def test_the_figure_of_the_same_quarter_last_year_is_found_where_none_is_stated() -> None:
    plan = a_plan(first_year=2022, last_year=2023)
    measure = a_plan_measure(objective=an_objective(plan=plan))
    a_return("70", round=a_round(plan=plan, period=quarter(2022, 3)), of=measure)
    this_year = a_round(plan=plan)
    a_return("80", round=this_year, of=measure)

    judge_round(round=this_year, by=someone(), at=NOW)

    assert this_year.returns.get().direction == "better"


def test_at_the_years_end_last_years_actual_is_the_same_period_last_year() -> None:
    made = a_round(period=quarter(2023, 4))
    a_return("80", round=made, of=a_plan_measure(objective=an_objective(plan=made.plan)), prior="85")

    judge_round(round=made, by=someone(), at=NOW)

    assert made.returns.get().direction == "worse"


def test_a_measure_returns_once_a_round() -> None:
    made = a_round()
    measure = a_plan_measure(objective=an_objective(plan=made.plan))
    a_return(round=made, of=measure)

    with pytest.raises(IntegrityError), transaction.atomic():
        a_return(round=made, of=measure)


def test_an_elected_member_enters_no_figure() -> None:
    made = a_round()
    measure = a_plan_measure(objective=an_objective(plan=made.plan))
    entry = an_entry(of=measure, period=quarter(2023, 3))

    with pytest.raises(NotAllowed, match="may not enter figures and commentary"):
        record_return(round=made, plan_measure=measure, current=entry, by=a_person(role=Role.ELECTED_MEMBER), at=NOW)


def test_an_open_round_is_for_those_inside_only() -> None:
    made = a_round()

    assert list(rounds_visible_to(None)) == []
    assert list(rounds_visible_to(a_person(role=Role.ELECTED_MEMBER))) == []
    assert list(rounds_visible_to(a_person(role=Role.AUDITOR))) == [made]


def test_a_round_is_found_by_any_form_of_its_period() -> None:
    made = a_round()

    assert {find_round(text) for text in ("2023/24 Q3", "Q3 23-24", "2023-24-q3")} == {made}


def test_an_unknown_round_is_answered_with_those_there_are() -> None:
    a_round()

    with pytest.raises(UnknownRound, match="There is no round for 2023/24 Q4. Choose one of: 2023/24 Q3"):
        find_round("2023/24 Q4")
    with pytest.raises(UnknownRound, match="“soon” is not a period. Choose one of: 2023/24 Q3"):
        find_round("soon")
