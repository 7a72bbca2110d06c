"""What a round's report is made of, read once in a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.domain.judgement import Case
from goldthread.domain.periods import Period, parse_period
from goldthread.monitoring.judging import judge_milestone_return, judge_return
from goldthread.monitoring.models import MilestoneReturn, Return, Round, Statement
from goldthread.monitoring.queries import returns_with_cases
from goldthread.plan.models import Objective


@dataclass(frozen=True)
class Entry:
    """A measure's return with what its judgements looked at."""

    made: Return
    case: Case


@dataclass(frozen=True, kw_only=True)
class Front:
    """What the cover says of this edition."""

    council: str
    edition: int
    published: date
    reason: str = ""
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Contents:
    """Everything that one round's report is made of, already read."""

    round: Round
    objectives: Sequence[Objective]
    entries: Sequence[Entry]
    milestones: Sequence[MilestoneReturn]
    statements: Sequence[Statement]

    @property
    def period(self) -> Period:
        """The period of the round."""
        return parse_period(self.round.period)

    def entries_of(self, objective: Objective) -> list[Entry]:
        """Return the measures of one objective."""
        return [entry for entry in self.entries if entry.made.plan_measure.objective_id == objective.pk]

    def milestones_of(self, objective: Objective) -> list[MilestoneReturn]:
        """Return the milestones of one objective."""
        return [made for made in self.milestones if made.milestone.objective_id == objective.pk]


def read_contents(round: Round) -> Contents:
    """Read everything that a round's report is made of; a round that is still open is judged as it stands now."""
    contents = Contents(
        round=round,
        objectives=list(round.plan.objectives.all()),
        entries=[Entry(made, case) for made, case in returns_with_cases(round=round)],
        milestones=list(round.milestone_returns.select_related("milestone")),
        statements=list(round.statements.all()),
    )
    if not round.is_published:
        for entry in contents.entries:
            judge_return(entry.made, case=entry.case)
        for made in contents.milestones:
            judge_milestone_return(made, period=contents.period)
    return contents
