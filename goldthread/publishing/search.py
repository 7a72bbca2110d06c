"""Search over all that is public: one row a thing, written again after every publication and import."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from django.db import transaction
from django.urls import reverse
from modelsearch.backends import get_search_backend

from goldthread.monitoring.models import MilestoneReturn, Return, Statement
from goldthread.plan.models import AreaOfFocus, Measure, Milestone, Objective
from goldthread.publishing.cells import (
    milestone_addresses,
    milestone_link,
    milestone_name,
    objective_link,
)
from goldthread.publishing.models import SearchEntry

KINDS: Final = (
    "Measures",
    "Milestones",
    "Objectives",
    "Areas of focus",
    "Key developments",
    "Emerging issues",
    "Commentary",
)
MOST_FOUND: Final = 200
LONGEST_QUERY: Final = 200


@transaction.atomic
def rebuild_search() -> int:
    """Write every row of the search again and index it; return how many there are."""
    SearchEntry.objects.all().delete()
    SearchEntry.objects.bulk_create(_entries(), batch_size=500)
    found = get_search_backend().get_index_for_model(SearchEntry)
    found.delete_stale_model_entries(SearchEntry)
    found.add_items(SearchEntry, list(SearchEntry.objects.all()))
    return SearchEntry.objects.count()


def words_of(query: str) -> tuple[str, ...]:
    """Return the words of a search, without the signs that the index would take for orders.

    >>> words_of(' "20-week" plans* OR ')
    ('20', 'week', 'plans', 'or')
    """
    return tuple(re.findall(r"\w+", query[:LONGEST_QUERY].lower()))


def find(query: str) -> list[SearchEntry]:
    """Return what holds every word of a search, its last word as the beginning of one, the nearest first."""
    words = words_of(query)
    if not words:
        return []
    found = get_search_backend().autocomplete(" ".join(words), SearchEntry.objects.all(), operator="and")
    return sorted(found[:MOST_FOUND], key=lambda entry: not _names_all(entry.title, words=words))


def _names_all(title: str, *, words: Sequence[str]) -> bool:
    """Return whether a title holds every word, the last as a beginning: what is named so comes first."""
    held = words_of(title)
    return all(word in held for word in words[:-1]) and any(each.startswith(words[-1]) for each in held)


def _entries() -> Iterator[SearchEntry]:
    yield from _measures()
    yield from _milestones()
    yield from _objectives()
    yield from _areas()
    yield from _statements()
    yield from _commentary()


def _measures() -> Iterator[SearchEntry]:
    for measure in Measure.objects.prefetch_related("plan_measures"):
        printed = [f"{each.ref} {each.title}" for each in measure.plan_measures.all()]
        yield SearchEntry(
            kind="Measures",
            title=measure.title,
            text=". ".join([measure.definition.rstrip("."), *printed]),
            address=reverse("measure", args=[measure.slug]),
        )


def _milestone_addresses() -> dict[int, str]:
    by_plan: dict[str, list[tuple[int, str, int]]] = {}
    for made in Milestone.objects.order_by("objective__order", "order").select_related("objective__plan"):
        by_plan.setdefault(made.objective.plan.slug, []).append((made.pk, made.ref, made.occurrence))
    return {
        key: milestone_link(plan, address, text="").href
        for plan, names in by_plan.items()
        for key, address in milestone_addresses(names).items()
    }


def _milestones() -> Iterator[SearchEntry]:
    addresses = _milestone_addresses()
    for milestone in Milestone.objects.select_related("objective__plan"):
        yield SearchEntry(
            kind="Milestones",
            title=f"{milestone_name(milestone.ref, milestone.occurrence)} {milestone.title}",
            text=f"{milestone.objective.plan.title}. {milestone.objective.title}",
            address=addresses[milestone.pk],
        )


def _objectives() -> Iterator[SearchEntry]:
    for objective in Objective.objects.select_related("plan"):
        plan = objective.plan
        words = [plan.title, *objective.key_developments, *objective.emerging_issues]
        yield SearchEntry(
            kind="Objectives",
            title=f"{objective.ref} {objective.title}",
            text=" ".join(f"{each.rstrip('.')}." for each in words),
            address=objective_link(plan.slug, objective.ref).href,
        )


def _areas() -> Iterator[SearchEntry]:
    for area in AreaOfFocus.objects.select_related("priority__plan"):
        yield SearchEntry(
            kind="Areas of focus",
            title=f"Area of focus {area.number}: {area.title}",
            text=f"{area.priority.title}. {area.priority.plan.title}",
            address=reverse("one-plan", args=[area.priority.plan.slug]),
        )


def _statements() -> Iterator[SearchEntry]:
    for made in Statement.objects.filter(round__is_published=True).select_related("round"):
        yield SearchEntry(
            kind=f"{made.kind.capitalize()}s",
            title=f"{made.title}, {made.round.period}",
            text=made.text,
            address=reverse("report", args=[made.round.slug]),
        )


def _commentary() -> Iterator[SearchEntry]:
    returns = Return.objects.filter(round__is_published=True).exclude(commentary="")
    for made in returns.select_related("round", "plan_measure__measure"):
        measure = made.plan_measure.measure
        yield SearchEntry(
            kind="Commentary",
            title=f"{made.plan_measure.ref} {measure.title}, {made.round.period}",
            text=made.commentary,
            address=f"{reverse('measure', args=[measure.slug])}?round={made.round.slug}",
        )
    addresses = _milestone_addresses()
    of_milestones = MilestoneReturn.objects.filter(round__is_published=True).exclude(commentary="")
    for told in of_milestones.select_related("round", "milestone"):
        name = milestone_name(told.milestone.ref, told.milestone.occurrence)
        yield SearchEntry(
            kind="Commentary",
            title=f"{name} {told.milestone.title}, {told.round.period}",
            text=told.commentary,
            address=addresses[told.milestone_id],
        )
