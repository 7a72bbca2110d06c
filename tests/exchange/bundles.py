"""Bundles for tests: a typical one, changed only in what the test is about."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

NOW = datetime(2024, 7, 15, 12, tzinfo=UTC)
SOURCE = {"document": "pack", "line": 12}

TYPICAL: dict[str, Any] = {
    "format": "goldthread-bundle",
    "version": 1,
    "council": {
        "name": "Anytown Council",
        "short_name": "Anytown",
        "units": [
            {"name": "People", "kind": "directorate"},
            {"name": "Homes", "kind": "department", "parent": "People"},
        ],
    },
    "documents": [{"id": "pack", "title": "Board pack", "published": "2024-07-15"}],
    "measures": [
        {
            "id": "repairs",
            "title": "Homes repaired on time",
            "unit": "percent",
            "basis": "snapshot",
            "polarity": "higher is better",
        },
        {
            "id": "empty-homes",
            "title": "Empty homes",
            "unit": "count",
            "basis": "cumulative since 1 April",
            "polarity": "lower is better",
        },
    ],
    "plans": [
        {
            "id": "2023-24",
            "title": "Business Plan 2023/24",
            "kind": "business plan",
            "first_year": "2023/24",
            "last_year": "2023/24",
            "priorities": [{"ref": "P1", "title": "Homes", "areas": [{"number": 3, "title": "Warm homes"}]}],
            "objectives": [
                {
                    "ref": "HOU01",
                    "title": "Repair homes in time",
                    "priorities": ["P1"],
                    "areas": [3],
                    "measures": [
                        {
                            "ref": "HOU01 01",
                            "title": "Increase repairs done on time",
                            "measure": "repairs",
                            "source": {**SOURCE},
                            "targets": [{"year": "2023/24", "state": "number", "value": "95", "printed": "95%"}],
                            "actuals": [{"period": "2021/22", "value": "87.50", "status": "final"}],
                        },
                        {
                            "ref": "HOU01 02",
                            "title": "Reduce empty homes",
                            "measure": "empty-homes",
                            "targets": [{"year": "2023/24", "state": "to be confirmed", "printed": "TBC"}],
                        },
                    ],
                    "milestones": [{"ref": "HOU01a", "title": "Open the centre", "due": "2024-03-31"}],
                }
            ],
        }
    ],
    "rounds": [
        {
            "period": "2023/24 Q3",
            "plan": "2023-24",
            "title": "Report for quarter 3",
            "board": "Policy and Performance Board",
            "meeting": "2024-07-15",
            "notes": ["One heading is missing."],
            "statements": [
                {"kind": "emerging issue", "title": "Damp", "text": "More of it."},
                {"kind": "key development", "title": "A centre", "text": "It opened.", "source": {**SOURCE}},
            ],
            "returns": [
                {
                    "ref": "HOU01 01",
                    "commentary": "Better.",
                    "current": {"value": "92.250", "status": "provisional", "as_at": "2023-12-31"},
                    "prior_actual": {"period": "2022/23", "value": "90.1", "status": "final"},
                    "comparator": {"period": "2022/23 Q3", "value": "91", "status": "final"},
                },
                {
                    "ref": "HOU01 02",
                    "officer": {"progress": "amber", "progress_reason": "The winter is still to come."},
                    "current": {
                        "status": "final",
                        "value": "41",
                        "numerator": "41",
                        "denominator": "2000",
                        "parts": [{"label": "North", "value": "41", "unit": "count"}],
                    },
                },
            ],
            "milestone_returns": [{"ref": "HOU01a", "commentary": "On its way."}],
        }
    ],
}


def a_bundle(**changes: Any) -> dict[str, Any]:
    """Return a small bundle of one plan and one round."""
    return copy.deepcopy(TYPICAL) | changes


def changed(*steps: str | int, to: Any) -> dict[str, Any]:
    """Return the small bundle with one value set at a place."""
    bundle = a_bundle()
    thing: Any = bundle
    for step in steps[:-1]:
        thing = thing[step]
    thing[steps[-1]] = to
    return bundle


def without(*steps: str | int) -> dict[str, Any]:
    """Return the small bundle with one value taken away."""
    bundle = a_bundle()
    thing: Any = bundle
    for step in steps[:-1]:
        thing = thing[step]
    del thing[steps[-1]]
    return bundle


MEASURE = ("plans", 0, "objectives", 0, "measures", 0)
RETURN = ("rounds", 0, "returns", 0)


class _Undone(Exception):
    """Ends a block whose writes are to be forgotten."""


@contextmanager
def undone() -> Iterator[None]:
    """Forget everything that a block writes, so that what follows meets the database as it was before."""
    try:
        with transaction.atomic():
            yield
            raise _Undone
    except _Undone:
        pass
