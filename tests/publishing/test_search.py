"""The search finds all that is public, and nothing else."""

import pytest
from django.test import Client

from goldthread.publishing.search import rebuild_search
from tests.publishing.builders import a_council, a_published_council
from tests.publishing.conftest import page, words

pytestmark = pytest.mark.django_db


def test_an_empty_search_asks_for_a_word(client: Client) -> None:
    assert "Enter a word to search" in words(page(client, "/search/"))
    assert "Enter a word to search" in words(page(client, "/search/?q=%22%20*"))


def test_a_search_without_a_hit_says_what_to_try(client: Client) -> None:
    a_published_council(measures=1)

    assert "Nothing was found" in words(page(client, "/search/?q=zebra"))


@pytest.mark.parametrize(
    ("query", "kind", "path"),
    [
        ("measure 1", "Measures", "/measures/measure-1/"),
        ("open hub", "Milestones", "/plans/2023-24/milestones/PED01a/"),
        ("keep children safe", "Objectives", "/plans/2023-24/objectives/PED01/"),
        ("families", "Areas of focus", "/plans/2023-24/"),
        ("otters", "Key developments", "/reports/2023-24-q4/"),
        ("heron", "Commentary", "/measures/measure-1/?round=2023-24-q4"),
    ],
)
def test_every_kind_of_thing_is_found_under_its_kind(client: Client, query: str, kind: str, path: str) -> None:
    a_published_council(measures=1)

    soup = page(client, f"/search/?q={query}")

    section = next(each for each in soup.main.find_all("section") if each.h2 and each.h2.get_text(strip=True) == kind)
    assert path in [link["href"] for link in section.find_all("a")]


def test_hits_are_marked_and_the_rest_is_text(client: Client) -> None:
    a_published_council(measures=1)

    soup = page(client, "/search/?q=famil")

    assert [mark.get_text() for mark in soup.find_all("mark")] == ["famil"]
    assert "Homes & <families>" in soup.main.get_text()


def test_the_last_word_may_be_a_beginning_and_every_word_must_be_there(client: Client) -> None:
    a_published_council(measures=1)

    assert "Otters return" in words(page(client, "/search/?q=ott")).replace("Ott ers", "Otters")
    assert "Nothing was found" in words(page(client, "/search/?q=otters+zebra"))


@pytest.mark.parametrize("query", ["'", '"', "a* OR b", "%s", "100%", "x" * 5000, "\\", "a:b", "NEAR(", "é ü", "<b>"])
def test_no_sign_breaks_the_search(client: Client, query: str) -> None:
    a_published_council(measures=1)

    response = client.get("/search/", {"q": query})

    assert response.status_code == 200
    assert "<b>" not in response.content.decode()


def test_an_open_round_is_not_found_and_a_published_one_is(client: Client) -> None:
    made = a_published_council(measures=1)
    opened = made.council.a_round(made.plan, "2024/25 Q1")
    made.council.a_return(opened, made.entries[0], "12", commentary="Kingfisher seen.")
    rebuild_search()

    assert "Nothing was found" in words(page(client, "/search/?q=kingfisher"))

    made.council.published(opened)

    assert "Kingfisher seen." in words(page(client, "/search/?q=kingfisher"))


def test_making_the_search_again_changes_nothing(client: Client) -> None:
    a_published_council(measures=1)

    assert rebuild_search() == rebuild_search()
    assert words(page(client, "/search/?q=heron")).count("2023/24 Q4") == words(
        page(client, "/search/?q=heron")
    ).count("2023/24 Q3")


def test_what_is_named_so_comes_before_what_only_speaks_of_it(client: Client) -> None:
    council = a_council()
    objective = council.an_objective(council.a_plan())
    for slug, definition in (
        ("adoptions", "Care of children. Children, children in care."),
        ("children-in-care", ""),
    ):
        council.an_entry(objective, council.a_measure(slug, definition=definition), slug)
    rebuild_search()

    section = page(client, "/search/?q=children+care").main.find(
        "section", attrs={"aria-labelledby": "group-measures"}
    )

    assert [link.get_text() for link in section.find_all("a")] == ["Children in care", "Adoptions"]
