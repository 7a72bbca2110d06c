"""The import of a bundle: everything is checked first, and what is right is written in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from goldthread.accounts.actions import add_person, add_unit, grant_role, record
from goldthread.accounts.models import Unit, User
from goldthread.accounts.queries import council, person_with_email, require, roles_of, with_roles
from goldthread.accounts.roles import Permission, Role
from goldthread.exchange.bundle import PATH_SEPARATOR, Bundle, Council
from goldthread.exchange.comparison import additions_to_published, complete_data, contradictions
from goldthread.exchange.desk import Desk, Progress, counted, in_silence, read_held
from goldthread.exchange.plan_import import Promise, import_council, import_measures, import_plan, set_target
from goldthread.exchange.problems import BundleProblems, Problem
from goldthread.exchange.queries import export_bundle
from goldthread.exchange.reading import check_version, read_fields, read_json
from goldthread.exchange.references import names_in, reference_problems
from goldthread.exchange.round_import import import_round
from goldthread.exchange.rows import Data
from goldthread.publishing.search import rebuild_search

COMMAND_LINE = "command.line@goldthread.invalid"
_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
_AFTER_ALL = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class ImportResult:
    """What an import added, and what it found held already, each by kind.

    >>> print(ImportResult(added={"rounds": 1, "returns": 37}, unchanged={"measures": 104}))
    Added 1 round, 37 returns. Held already, unchanged: 104 measures.
    >>> print(ImportResult(added={}, unchanged={"measures": 104}))
    Nothing new: everything in the bundle is held already (104 measures).
    """

    added: Mapping[str, int]
    unchanged: Mapping[str, int]

    def __str__(self) -> str:
        held = counted(self.unchanged.items())
        if not self.added:
            return f"Nothing new: everything in the bundle is held already{f' ({held})' if held else ''}."
        added = f"Added {counted(self.added.items())}."
        return f"{added} Held already, unchanged: {held}." if held else added


def import_bundle(
    *, bundle: str | bytes | Mapping[str, Any], by: User, at: datetime, progress: Progress = in_silence
) -> ImportResult:
    """Add everything in a bundle that is not held yet, and judge its rounds.

    Args:
        bundle: the text of a bundle's file, or the data that it holds.

    Raises: BundleProblems listing everything that is wrong with the bundle, where it names what does not
    exist, and where it contradicts what is held. Then nothing is imported.
    """
    require(by, Permission.IMPORT)
    data = read_json(bundle) if isinstance(bundle, str | bytes) else bundle
    check_version(data)
    with transaction.atomic():
        held = export_bundle(contents=False)
        checked = _checked(data, held=held)
        added = _write(checked, by=with_roles(by), at=at, progress=progress)
        if added.added:
            record(by=by, at=at, action="import bundle", thing="bundle", after=dict(added.added))
            rebuild_search()
        return added


@transaction.atomic
def import_from_command_line(*, bundle: str | bytes, at: datetime, progress: Progress = in_silence) -> ImportResult:
    """Import a bundle on behalf of whoever runs the command line; into an empty database the council comes with it.

    Raises: BundleProblems, as import_bundle.
    """
    data = read_json(bundle)
    check_version(data)
    parsed, problems = read_fields(data)
    if council() is None and (parsed is None or parsed.council is None):
        problems = problems or [Problem("council", "No council is held yet, and the bundle names none. Add it.")]
        raise BundleProblems([*problems, *reference_problems(data, names=names_in(data))])
    by = command_line_person(council=parsed.council if parsed else None, at=at)
    return import_bundle(bundle=data, by=by, at=at, progress=progress)


def command_line_person(*, council: Council | None, at: datetime) -> User:
    """Return the account that the command line writes as; it has no password, so nobody can sign in with it."""
    person = person_with_email(COMMAND_LINE)
    if person is None:
        person = add_person(email=COMMAND_LINE, name="Command line", password=None, at=at)
    unit = set_up_council(council=council, by=person, at=at)
    if Role.PERFORMANCE_TEAM not in roles_of(person):
        grant_role(user=person, role=Role.PERFORMANCE_TEAM, unit=unit, by=person, at=at)
    return person


def set_up_council(*, council: Council | None, by: User, at: datetime) -> Unit:
    """Return the council of this installation, added first where there is none.

    Raises: ValueError when there is none and none is given.
    """
    held = Unit.objects.filter(kind=Unit.Kind.COUNCIL).first()
    if held is None and council is None:
        raise ValueError("No council is held yet. Import a bundle that names it.")
    if held is None and council is not None:
        held = add_unit(
            name=council.name,
            short_name=council.short_name,
            kind=Unit.Kind.COUNCIL,
            parent=None,
            by=by,
            at=at,
        )
    assert held is not None
    return held


def _checked(data: Mapping[str, Any], *, held: Data) -> Bundle:
    """Return the bundle, or raise everything that is wrong with it."""
    bundle, problems = read_fields(data)
    problems += reference_problems(data, names=names_in(held, data))
    if bundle and not problems:
        complete = complete_data(bundle, held=held)
        problems = [*contradictions(complete, held=held), *additions_to_published(complete, held=held)]
    if problems or bundle is None:
        raise BundleProblems(problems)
    return bundle


def _write(bundle: Bundle, *, by: User, at: datetime, progress: Progress) -> ImportResult:
    unit = set_up_council(council=bundle.council, by=by, at=at)
    desk = Desk(who={"by": by, "at": at}, progress=progress, total=_size(bundle), council=unit)
    read_held(desk)
    desk.units = _units_below(unit)
    if bundle.council:
        import_council(desk, bundle.council)
    import_measures(desk, bundle)
    promises = [promise for plan in bundle.plans for promise in import_plan(desk, plan)]
    problems = [problem for step in _in_order(desk, bundle, promises) for problem in step]
    if problems:
        raise BundleProblems(problems)
    return ImportResult(added=Counter(desk.added), unchanged=Counter(desk.unchanged))


def _in_order(desk: Desk, bundle: Bundle, promises: list[Promise]) -> Iterator[list[Problem]]:
    """Judge each round with the targets that stood when it was published.

    A year's first target is set at once. One that replaces it waits for its own moment: a round that was
    published before is judged first, by the target that stood then.
    """
    seen: set[tuple[int, str]] = set()
    steps: list[tuple[datetime, int, Promise | int]] = []
    for plan_measure, target in promises:
        key = plan_measure.pk, str(target.year)
        is_first = key not in seen
        steps.append((_BEFORE_ALL if is_first else target.set_at or _AFTER_ALL, 0, (plan_measure, target)))
        seen.add(key)
    for index in sorted(range(len(bundle.rounds)), key=lambda index: bundle.rounds[index].period.end):
        editions = bundle.rounds[index].editions
        steps.append((editions[-1].published_at if editions else _AFTER_ALL, 1, index))
    for _, _, step in sorted(steps, key=lambda step: step[:2]):
        if isinstance(step, int):
            yield import_round(desk, bundle.rounds[step], place=f"rounds[{step}]")
        else:
            set_target(desk, step)


def _units_below(council: Unit) -> dict[str, Unit]:
    """Return the council's parts by their path below it."""
    paths: dict[int, str] = {}
    found: dict[str, Unit] = {}
    for unit in Unit.objects.exclude(pk=council.pk).order_by("pk"):
        above = paths.get(unit.parent_id or 0)
        paths[unit.pk] = f"{above}{PATH_SEPARATOR}{unit.name}" if above else unit.name
        found[paths[unit.pk]] = unit
    return found


def _size(bundle: Bundle) -> int:
    """Return how many rows a bundle has, as far as they are counted on import."""
    plans = sum(
        1
        + sum(1 + len(priority.areas) for priority in plan.priorities)
        + sum(
            1 + len(objective.milestones) + sum(1 + len(row.targets) + len(row.actuals) for row in objective.measures)
            for objective in plan.objectives
        )
        for plan in bundle.plans
    )
    rounds = sum(
        1 + len(row.statements) + len(row.returns) + len(row.milestone_returns) + len(row.editions)
        for row in bundle.rounds
    )
    parts = len(bundle.council.units) if bundle.council else 0
    return parts + len(bundle.documents) + len(bundle.measures) + plans + rounds
