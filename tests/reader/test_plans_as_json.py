"""A plan as `read` gives it in JSON."""

from goldthread.reader.to_json import paper_json
from tests.reader.recognise import plan_papers
from tests.reader.recognise.plan_papers import read_text


def test_a_plan_gives_its_kind_years_and_priorities() -> None:
    (report,) = paper_json(read_text(plan_papers.THREE_YEARS))["reports"]

    plan = report["plan"]

    assert (plan["kind"], plan["first_year"], plan["last_year"]) == ("service plan", "2009/10", "2011/12")
    assert [(each["ref"], each["title"]) for each in plan["priorities"]] == [
        ("CP1", "Healthy Homes"),
        ("CP2", "Safer Streets and Older People"),
    ]
    assert [area["number"] for area in plan["priorities"][1]["areas"]] == [4, 5]


def test_an_objective_of_a_plan_gives_its_area_its_risk_and_its_milestones_years() -> None:
    (report,) = paper_json(read_text(plan_papers.THREE_YEARS))["reports"]

    first, second = report["objectives"]

    assert first["area"] == "5 - Lighting every street"
    assert second["risk"] == {"initial": 12, "residual": 8}
    assert [row["year"] for row in first["milestones"]] == ["09/10", "09/10"]


def test_a_paper_on_progress_gives_what_is_said_under_each_objective() -> None:
    (report,) = paper_json(read_text(plan_papers.PROGRESS))["reports"]

    assert report["plan"] is None
    assert report["objectives"][1]["commentary"]["text"] == "Two blocks were insulated."
