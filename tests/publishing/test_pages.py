"""The public pages: what they say, for small councils made for the purpose."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from goldthread.domain.figures import Part, Unit
from goldthread.domain.periods import parse_period
from goldthread.monitoring.actions import Entry
from goldthread.publishing.actions import Revision, correct_round
from tests.publishing.builders import a_council, a_figure, a_published_council
from tests.publishing.conftest import page, words

pytestmark = pytest.mark.django_db


def rows_of(soup: BeautifulSoup, caption: str) -> list[list[str]]:
    """Return the rows of a table, found by how its caption begins."""
    table = next(each for each in soup.find_all("table") if each.caption.get_text(strip=True).startswith(caption))
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
        for row in table.tbody.find_all("tr")
    ]


def test_the_overview_of_an_empty_site_says_that_nothing_is_published(client: Client) -> None:
    assert "No report is published yet" in words(page(client, "/"))


def test_the_overview_counts_lights_in_words_and_numbers(client: Client) -> None:
    a_published_council(measures=3)

    soup = page(client, "/")

    assert "Of 3 measures, 3 not on course." in words(soup)
    assert rows_of(soup, "Progress of measures")[0][1:] == ["0", "0", "0", "3", "0", "3"] or (
        rows_of(soup, "Progress of measures")[0][-1] == "3"
    )


def test_the_overview_lists_what_is_red_and_worsening_with_both_reasons(client: Client) -> None:
    a_published_council(measures=1)

    said = words(page(client, "/"))

    assert "PED01 01 Measure 1" in said
    assert "70" in said
    assert "worse than 50 in 2022/23 Q4" in said


def test_the_overview_says_what_changed_since_the_quarter_before(client: Client) -> None:
    a_published_council(measures=1)

    soup = page(client, "/")

    assert "What changed since Quarter 3 (October to December 2023)" in words(soup)
    assert "Progress was ▲ On course and is now ▼ Not on course" in words(soup)
    assert rows_of(soup, "Figures that changed") == [["PED01 01 Measure 1", "40", "70"]]


def test_the_overview_counts_what_is_not_judged_by_its_kind_of_reason(client: Client) -> None:
    council = a_council()
    plan = council.a_plan()
    objective = council.an_objective(plan)
    opened = council.a_round(plan)
    for n in (1, 2):
        entry = council.an_entry(objective, council.a_measure(f"m{n}", polarity="neutral"), f"R{n}")
        council.a_return(opened, entry, str(n))
    council.published(opened)

    soup = page(client, "/")

    assert rows_of(soup, "Progress not judged") == [["The council does not say which way is better", "2 measures"]]


def test_a_plan_is_shown_as_a_thread_from_priority_to_measure_and_milestone(client: Client) -> None:
    a_published_council(measures=1)

    soup = page(client, "/plans/2023-24/")

    said = words(soup)
    assert [
        said.index(step) for step in ("Children", "Homes & <families>", "Keep children safe", "Measure 1")
    ] == sorted(said.index(step) for step in ("Children", "Homes & <families>", "Keep children safe", "Measure 1"))
    assert rows_of(soup, "Measures of PED01")[0] == ["PED01 01 Measure 1", "70", "60", "▼ Not on course", "↓ Worse"]
    assert rows_of(soup, "Milestones of PED01")[0][:2] == ["PED01a Open the hub", "31 March 2024"]


def test_an_earlier_plan_shows_its_actuals_and_targets_by_year_without_lights(client: Client) -> None:
    council = a_council()
    plan = council.a_plan("2009-12", first_year=2009, last_year=2011)
    entry = council.an_entry(council.an_objective(plan, "ULS 1"), council.a_measure(), "NI72", target="55")
    council.an_actual(entry, "2007/08", "48")

    soup = page(client, "/plans/2009-12/")

    assert rows_of(soup, "Measures of ULS 1") == [["NI72 Attendance", "48", "55"]]
    assert "carries no lights" in words(soup)


def test_an_objective_has_a_page_under_its_reference(client: Client) -> None:
    a_published_council(measures=1)

    said = words(page(client, "/plans/2023-24/objectives/PED01/"))

    assert "Area of focus 7" in said
    assert "Director of Children" in said
    assert "PED01 01 Measure 1" in said


def test_a_second_milestone_of_one_reference_has_an_address_of_its_own(client: Client) -> None:
    council = a_council()
    objective = council.an_objective(council.a_plan())
    council.a_milestone(objective, "PED06d")
    council.a_milestone(objective, "PED06d", occurrence=2, title="Close the hub", due=None)

    assert "Open the hub" in words(page(client, "/plans/2023-24/milestones/PED06d/"))
    assert "Close the hub" in words(page(client, "/plans/2023-24/milestones/PED06d-2/"))
    assert "No date in the plan" in words(page(client, "/plans/2023-24/milestones/PED06d-2/"))
    page(client, "/plans/2023-24/milestones/PED06d-3/", status=404)


def test_a_milestone_page_shows_each_rounds_words_and_both_judgements(client: Client) -> None:
    a_published_council(measures=1)

    said = words(page(client, "/plans/2023-24/milestones/PED01a/"))

    assert said.count("It opened.") == 2
    assert "Not recorded in the source" in said
    assert "Explain this light, 2023/24 Q4" in said


def test_a_measure_page_shows_figure_target_and_both_judgements_with_reasons(client: Client) -> None:
    a_published_council(measures=1)

    soup = page(client, "/measures/measure-1/")

    assert rows_of(soup, "Judgements for") == [
        ["Progress", "▼ Not on course", "– Not recorded in the source"],
        ["Position", "▼ Off target", "Officers are not asked"],
        ["Direction of travel", "↓ Worse", "– Not recorded in the source"],
    ]
    explained = [each.get_text(" ", strip=True) for each in soup.find_all("details")]
    assert any("because lower is better" in each and "What would change it" in each for each in explained)


def test_a_measure_page_can_be_read_as_of_an_earlier_round(client: Client) -> None:
    a_published_council(measures=1)

    said = words(page(client, "/measures/measure-1/?round=2023-24-q3"))

    assert "On course" in said
    assert "2023/24 Q4 report" not in said


def test_a_round_that_is_not_there_gives_the_latest(client: Client) -> None:
    a_published_council(measures=1)

    assert "Not on course" in words(page(client, "/measures/measure-1/?round=1999-q9"))


def test_the_history_names_document_and_line_of_every_figure_or_says_that_none_is_recorded(client: Client) -> None:
    a_published_council(measures=1)

    rows = rows_of(page(client, "/measures/measure-1/"), "Every figure")

    assert [row[0] for row in rows] == ["2023/24 Q4", "2023/24 Q3", "2022/23 Q4", "2022/23 Q3"]
    assert {row[-1] for row in rows} == {"No source recorded"}


def test_parts_are_a_table_and_a_chart(client: Client) -> None:
    council = a_council()
    plan = council.a_plan()
    entry = council.an_entry(council.an_objective(plan), council.a_measure())
    opened = council.a_round(plan)
    parts = [Part(label=label, value=Decimal(value), unit=Unit.COUNT) for label, value in (("Low", 4), ("High", 9))]
    council.a_return(opened, entry, current=a_figure(entry, parse_period(opened.period), None, *parts))
    council.published(opened)

    soup = page(client, "/measures/attendance/")

    assert rows_of(soup, "Parts of the figure") == [["Low", "4"], ["High", "9"]]
    assert "highest is High, 9" in words(soup)


def test_a_break_in_definition_is_drawn_and_explained(client: Client) -> None:
    council = a_council()
    measure = council.a_measure()
    old, new = council.a_plan("2016-17", first_year=2016), council.a_plan()
    before = council.an_entry(council.an_objective(old), measure)
    council.an_actual(before, "2015/16", "30")
    after = council.an_entry(council.an_objective(new, "PED02"), measure, definition_break="Counts siblings once")
    council.an_actual(after, "2022/23", "44")

    soup = page(client, "/measures/attendance/")

    assert "Definition changed: 2023-24 plan. Counts siblings once." in words(soup)
    assert any("Definition changed: 2023-24 plan [b]" in row[-1] for row in rows_of(soup, "Attendance: figures"))


def test_a_quarter_is_never_in_the_line_of_whole_years(client: Client) -> None:
    council = a_council()
    plan = council.a_plan()
    entry = council.an_entry(council.an_objective(plan), council.a_measure())
    council.an_actual(entry, "2021/22", "44")
    opened = council.a_round(plan)
    council.a_return(opened, entry, "40", last_year="50")
    council.published(opened)

    rows = rows_of(page(client, "/measures/attendance/"), "Attendance: figures")

    assert [row[:3] for row in rows] == [
        ["2021/22", "44", "Not applicable [z]"],
        ["2022/23 Q3", "Not applicable [z]", "50"],
        ["2022/23", "Not available [x]", "Not available [x]"],
        ["2023/24 Q3", "Not applicable [z]", "40"],
        ["2023/24", "Not yet available [y]", "Not yet available [y]"],
    ]


def test_a_measure_that_no_round_reports_shows_its_last_actual(client: Client) -> None:
    council = a_council()
    entry = council.an_entry(council.an_objective(council.a_plan()), council.a_measure())
    council.an_actual(entry, "2021/22", "44")

    said = words(page(client, "/measures/attendance/"))

    assert "2021/22 44" in said
    assert "No published round reports this measure" in said


def test_the_list_filters_and_sorts_without_a_script(client: Client) -> None:
    council = a_council()
    plan = council.a_plan()
    objective = council.an_objective(plan)
    opened = council.a_round(plan)
    for n, value in enumerate(("10", "200", "46"), start=1):
        entry = council.an_entry(objective, council.a_measure(f"m{n}"), f"R{n}")
        council.a_return(opened, entry, value)
    council.published(opened)

    caption = "Measures of"
    every = rows_of(page(client, "/measures/?sort=progress"), caption)
    red = rows_of(page(client, "/measures/?progress=red"), caption)

    assert [row[0] for row in every] == ["R2 M2", "R3 M3", "R1 M1"]
    assert [row[0] for row in red] == ["R2 M2"]
    assert "No measure fits these filters" in words(page(client, "/measures/?progress=not+judged"))


def test_an_unknown_filter_or_order_is_left_aside(client: Client) -> None:
    a_published_council(measures=2)

    rows = rows_of(page(client, "/measures/?progress=purple&sort=;drop&plan=nowhere"), "Measures of")

    assert len(rows) == 2


@pytest.mark.parametrize(
    "path",
    [
        "/measures/no-such-measure/",
        "/measures/no-such-measure.csv",
        "/plans/1850-51/",
        "/plans/2023-24/objectives/PED99/",
        "/plans/2023-24/milestones/PED99z/",
        "/reports/1850-51-q1/",
        "/reports/2023-24-q4/editions/7/",
        "/reports/2023-24-q4/editions/1/report-2023-24-q4-edition-1.exe",
        "/reports/2023-24-q4/editions/1/other.pdf",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    a_published_council(measures=1)

    assert client.get(path).status_code == 404


def test_nothing_of_an_unpublished_round_reaches_the_public(client: Client) -> None:
    made = a_published_council(measures=1)
    secret = made.council.a_round(made.plan, "2024/25 Q1")
    made.council.a_return(secret, made.entries[0], "987654", commentary="Kingfisher")
    made.council.a_milestone_return(secret, made.milestones[0], "Kingfisher")

    paths = [
        "/",
        "/plans/2023-24/",
        "/plans/2023-24/milestones/PED01a/",
        "/measures/",
        "/measures/measure-1/",
        "/measures/measure-1/?round=2024-25-q1",
        "/measures/measure-1.csv",
        "/reports/",
        "/search/?q=Kingfisher",
        "/data/figures.csv",
    ]

    for path in paths:
        body = client.get(path).content.decode().replace("Search results for “Kingfisher”", "")
        assert "987654" not in body, path
        assert "2024/25 Q1" not in body, path
        assert "Kingfisher" not in body.replace('value="Kingfisher"', "").split("<h1")[-1] or path.startswith(
            "/search"
        )
    assert client.get("/reports/2024-25-q1/").status_code == 404


def test_people_inside_read_an_open_round_and_are_told_that_it_is_not_published(client: Client) -> None:
    made = a_published_council(measures=1)
    opened = made.council.a_round(made.plan, "2024/25 Q1")
    made.council.a_return(opened, made.entries[0], "12")
    client.force_login(made.council.by)

    assert "Quarter 1 (April to June 2024) is not published yet" in words(page(client, "/measures/measure-1/"))
    assert "Publish this round" in words(page(client, "/reports/2024-25-q1/"))


def test_every_title_names_page_service_and_council(client: Client) -> None:
    a_published_council(measures=1)

    titles = {
        path: page(client, path).title.get_text()
        for path in (
            "/",
            "/plans/",
            "/measures/",
            "/measures/measure-1/",
            "/reports/",
            "/rules/",
            "/data/",
            "/search/",
        )
    }

    assert all(title.endswith(" – Goldthread – Example Council") for title in titles.values())
    assert len(set(titles.values())) == len(titles)


def test_a_corrected_figure_stands_beside_the_one_it_replaces(client: Client) -> None:
    made = a_published_council(measures=1)
    wrong = made.fourth.returns.get()
    right = a_figure(made.entries[0], parse_period(made.fourth.period), "55")
    revision = Revision(quarterly_return=wrong, entry=Entry(figure=right), why="Counted twice.")
    correct_round(round=made.fourth, reason="A count was wrong.", revisions=[revision], **made.council.who)

    soup = page(client, "/measures/measure-1/")

    rows = [row[1:4:2] for row in rows_of(soup, "Every figure") if row[0] == "2023/24 Q4"]
    assert rows == [
        ["55 [r]", "2023/24 Q4 report: figure of the round"],
        ["70", "2023/24 Q4 report: figure of the round, replaced on 15 July 2024"],
    ]
    assert "[r] Revised." in words(soup)
