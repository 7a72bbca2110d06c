"""Every public page asks the database a constant number of times: the same for a small council and a large one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.publishing.builders import a_published_council

MOST_QUERIES = 12
# One of each page's queries is the council's name, and one the last publication.
EXPECTED = {
    "/": 12,
    "/plans/": 3,
    "/plans/2023-24/": 12,
    "/plans/2023-24/objectives/PED01/": 12,
    "/plans/2023-24/milestones/PED01a/": 6,
    "/measures/": 8,
    "/measures/?progress=red&sort=name": 8,
    "/measures/measure-1/": 10,
    "/measures/measure-1.csv": 9,
    "/measures/measure-1.csv-metadata.json": 9,
    "/reports/": 4,
    "/reports/2023-24-q4/": 6,
    "/reports/2023-24-q4/editions/1/": 6,
    "/reports/2023-24-q4/editions/1/report-2023-24-q4-edition-1.pdf": 2,
    "/search/?q=heron": 3,
    "/rules/": 2,
    "/data/": 4,
    "/data/figures.csv": 3,
    "/roles/": 1,
    "/sign-in/": 1,
}


def queries_of(client: Client) -> dict[str, int]:
    """Return how many queries each page takes."""
    counts = {}
    for path in EXPECTED:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path).status_code == 200, path
        counts[path] = len(asked)
    return counts


@pytest.mark.django_db
@pytest.mark.parametrize(("measures", "milestones"), [(2, 1), (12, 9)])
def test_no_page_asks_more_than_a_dozen_times(client: Client, measures: int, milestones: int) -> None:
    a_published_council(measures=measures, milestones=milestones)
    client.get("/healthz")

    counts = queries_of(client)

    assert max(counts.values()) <= MOST_QUERIES
    assert counts == EXPECTED
