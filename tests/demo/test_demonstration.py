"""The demonstration council holds what its papers hold."""

import json
from collections import Counter
from typing import Any

import pytest

from tests.commands import goldthread

Data = dict[str, Any]


@pytest.fixture(scope="session")
def bundle(exported: str) -> Data:
    """Return the demonstration as one bundle."""
    held: Data = json.loads(exported)
    return held


def plan(bundle: Data, name: str) -> Data:
    return next(row for row in bundle["plans"] if row["id"] == name)


def rows(plan: Data, kind: str) -> list[Data]:
    return [row for objective in plan["objectives"] for row in objective[kind]]


@pytest.mark.parametrize(
    ("name", "objectives", "milestones", "measures"),
    [("2023-24", 6, 26, 37), ("2018-19", 7, 39, 41), ("2016-19", 7, 27, 62), ("2009-12", 5, 33, 17)],
)
def test_each_plan_holds_what_its_paper_prints(
    bundle: Data, name: str, objectives: int, milestones: int, measures: int
) -> None:
    held = plan(bundle, name)

    counted = len(held["objectives"]), len(rows(held, "milestones")), len(rows(held, "measures"))

    assert counted == (objectives, milestones, measures)


def test_the_plan_of_2009_serves_forty_areas_of_focus_under_six_priorities(bundle: Data) -> None:
    priorities = plan(bundle, "2009-12")["priorities"]

    assert len(priorities) == 6
    assert sum(len(priority["areas"]) for priority in priorities) == 40


def test_every_measure_and_milestone_of_2023_reports_in_both_quarters(bundle: Data) -> None:
    reported = {row["period"]: (len(row["returns"]), len(row["milestone_returns"])) for row in bundle["rounds"]}

    assert reported == {"2023/24 Q3": (37, 26), "2023/24 Q4": (37, 26)}


def test_the_third_quarter_states_32_comparators_and_the_fourth_none(bundle: Data) -> None:
    stated = {row["period"]: sum(1 for made in row["returns"] if made["comparator"]) for row in bundle["rounds"]}

    assert stated == {"2023/24 Q3": 32, "2023/24 Q4": 0}


def test_eleven_figures_of_the_fourth_quarter_are_provisional(bundle: Data) -> None:
    statuses = Counter(made["current"]["status"] for made in bundle["rounds"][1]["returns"])

    assert statuses["provisional"] == 11


def test_every_return_has_last_years_actual_and_a_target_or_the_state_of_one(bundle: Data) -> None:
    targets = [measure["targets"] for measure in rows(plan(bundle, "2023-24"), "measures")]

    assert all(made["prior_actual"]["period"] == "2022/23" for row in bundle["rounds"] for made in row["returns"])
    assert all([target["year"] for target in of_measure] == ["2023/24"] for of_measure in targets)


def test_every_figure_names_its_paper_and_line(bundle: Data) -> None:
    columns = ("current", "prior_actual", "comparator")
    figures = [
        made[column] for row in bundle["rounds"] for made in row["returns"] for column in columns if made[column]
    ] + [actual for held in bundle["plans"] for measure in rows(held, "measures") for actual in measure["actuals"]]

    assert len(figures) == 74 + 74 + 32 + 184
    assert all(figure["source"] and figure["source"]["line"] for figure in figures)


def test_no_officers_light_is_invented(bundle: Data) -> None:
    lights = {
        made["officer"]["progress"] for row in bundle["rounds"] for made in row["returns"] + row["milestone_returns"]
    }

    assert lights <= {"not recorded in the source", "not applicable"}


def test_every_return_is_judged_and_says_why(bundle: Data) -> None:
    judged = [answer for row in bundle["rounds"] for made in row["returns"] for answer in made["judgements"].values()]

    assert len(judged) == 2 * 37 * 3
    assert all(answer["reason"] and answer["would_change"] for answer in judged)


def test_both_rounds_are_published_as_first_editions_in_every_format(bundle: Data) -> None:
    editions = [(row["period"], [edition["number"] for edition in row["editions"]]) for row in bundle["rounds"]]
    formats = {file["format"] for row in bundle["rounds"] for file in row["editions"][0]["files"]}

    assert editions == [("2023/24 Q3", [1]), ("2023/24 Q4", [1])]
    assert {"pdf", "docx", "xlsx", "html"} <= formats


@pytest.mark.parametrize(
    "measure",
    [
        "children-entering-care",
        "young-people-not-in-education-employment-or-training",
        "good-level-of-development",
        "ehc-plans-within-20-weeks",
    ],
)
def test_a_measure_keeps_its_identity_through_plans(bundle: Data, measure: str) -> None:
    plans = [held["id"] for held in bundle["plans"] if measure in {row["measure"] for row in rows(held, "measures")}]

    assert len(plans) >= 2


def test_loading_it_again_changes_nothing(own_demonstration: Any, exported: str) -> None:
    again = goldthread("demo", "--no-serve", data=own_demonstration)

    assert (again.returncode, again.stdout) == (0, "Nothing new to load.\n")
    assert goldthread("export", data=own_demonstration).stdout == exported
