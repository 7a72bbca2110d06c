"""Rounds, their returns and their editions as a bundle holds them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from goldthread.exchange.rows import Data, Figures, day, grouped, moment, source_data
from goldthread.monitoring.models import MilestoneReturn, Observation, Return, Round, Statement
from goldthread.publishing.models import Edition, EditionFile, EditionFinding

_COLUMNS = Observation.Column


def rounds_data(figures: Figures, *, contents: bool) -> list[Data]:
    """Return every round in the order of their periods, in six queries.

    Args:
        contents: whether the editions' files come with their bytes.
    """
    statements = grouped(Statement.objects.select_related("source").order_by("order", "pk"), "round_id")
    returns = grouped(
        Return.objects.select_related("source", "plan_measure").order_by(
            "plan_measure__objective__order", "plan_measure__order", "plan_measure_id"
        ),
        "round_id",
    )
    milestone_returns = grouped(
        MilestoneReturn.objects.select_related("source", "milestone").order_by(
            "milestone__objective__order", "milestone__order", "milestone_id"
        ),
        "round_id",
    )
    editions = grouped(Edition.objects.order_by("number"), "round_id")
    files = EditionFile.objects.order_by("format")
    files_of = grouped(files if contents else files.defer("content"), "edition_id")
    findings_of = grouped(EditionFinding.objects.order_by("order"), "edition_id")
    return [
        {
            "period": row.period,
            "plan": row.plan.slug,
            "title": row.title,
            "board": row.board,
            "meeting": day(row.meeting),
            "officer": row.officer,
            "published_on": day(row.published_on),
            "introduction": row.introduction,
            "notes": row.notes,
            "statements": _statements(statements.get(row.pk, [])),
            "returns": [_return(made, figures=figures) for made in returns.get(row.pk, [])],
            "milestone_returns": [_milestone_return(made) for made in milestone_returns.get(row.pk, [])],
            "editions": [
                _edition(edition, files=files_of.get(edition.pk, []), contents=contents)
                | {"findings": [_finding(found) for found in findings_of.get(edition.pk, [])]}
                for edition in editions.get(row.pk, [])
            ],
        }
        for row in Round.objects.select_related("plan").order_by("ends", "starts", "period")
    ]


def _statements(statements: Sequence[Statement]) -> list[Data]:
    of_kind = grouped(statements, "kind")
    return [
        {
            "kind": row.kind,
            "title": row.title,
            "text": row.text,
            "officer": row.officer,
            "source": source_data(row),
        }
        for kind in Statement.Kind.values
        for row in of_kind.get(kind, [])
    ]


def _return(made: Return, *, figures: Figures) -> Data:
    reported = figures.of_returns.get(made.pk, ())
    standing = {row.column: figures.data(row) for row in reported if row.replaced_at is None}
    replaced = sorted((row for row in reported if row.replaced_at), key=lambda row: (row.replaced_at, row.pk))
    return {
        "ref": made.plan_measure.ref,
        "occurrence": made.plan_measure.occurrence,
        "title_in_round": made.title_in_round,
        "commentary": made.commentary,
        "commentary_by": made.commentary_by,
        "officer": {
            "progress": made.officer_progress,
            "progress_reason": made.officer_progress_reason,
            "direction": made.officer_direction,
            "direction_reason": made.officer_direction_reason,
        },
        "notes": made.notes,
        "source": source_data(made),
        "current": standing.get(_COLUMNS.CURRENT),
        "revised": [figures.data(row) | {"replaced_at": moment(row.replaced_at)} for row in replaced],
        "prior_actual": standing.get(_COLUMNS.PRIOR_ACTUAL),
        "comparator": standing.get(_COLUMNS.COMPARATOR),
        "judgements": _judgements(made, position="position", progress="progress", direction_of_travel="direction"),
    }


def _milestone_return(made: MilestoneReturn) -> Data:
    return {
        "ref": made.milestone.ref,
        "occurrence": made.milestone.occurrence,
        "commentary": made.commentary,
        "commentary_by": made.commentary_by,
        "officer": {
            "progress": made.officer_progress,
            "progress_reason": made.officer_progress_reason,
        },
        "source": source_data(made),
        "judgements": _judgements(made, progress="progress"),
    }


def _judgements(made: Return | MilestoneReturn, **columns: str) -> Data | None:
    """Return what was computed for a return, or None before it was judged."""
    if not made.progress:
        return None
    return {
        name: {
            "result": getattr(made, column),
            "reason": getattr(made, f"{column}_reason"),
            "would_change": getattr(made, f"{column}_would_change"),
        }
        for name, column in columns.items()
    }


def _edition(edition: Edition, *, files: Sequence[EditionFile], contents: bool) -> Data:
    return {
        "number": edition.number,
        "published_at": moment(edition.published_at),
        "reason": edition.reason,
        "checksum": edition.checksum,
        "files": [
            {"format": file.format, "sha256": file.sha256}
            | ({"content": b64encode(file.content).decode()} if contents else {})
            for file in files
        ],
    }


def _finding(found: EditionFinding) -> Data:
    return {
        "rule": found.rule,
        "severity": found.severity,
        "place": found.place,
        "quote": found.quote,
        "message": found.message,
        "waived_by": found.waived_by,
        "waived_at": moment(found.waived_at) if found.waived_at else None,
        "reason": found.reason,
    }
