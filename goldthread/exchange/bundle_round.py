"""Parts of the bundle: rounds, their returns and their editions."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from enum import StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from goldthread.domain import figures
from goldthread.domain.checks.findings import Severity
from goldthread.domain.figures import Basis, Unit
from goldthread.domain.judgement import Direction, OfficerJudgement, Position, Progress
from goldthread.exchange.bundle_figures import DatedFigure, Entry, Figure, RevisedFigure, Source
from goldthread.exchange.fields import Day, Moment, Nth, PeriodName, Ref, Slug50, Text, Text300, Title, Title300

StatementKind = Literal["key development", "emerging issue"]
Result = TypeVar("Result", bound=StrEnum)


class Statement(Entry):
    """A key development or an emerging issue of a round."""

    kind: StatementKind
    """Which of the two."""
    title: Title300
    """Its heading."""
    text: Title
    """What is said."""
    officer: Text300 = ""
    """The officer who answers for it, by role."""
    source: Source | None = None
    """Where it was taken from."""


class Judged(Entry, Generic[Result]):
    """A computed judgement: its result, why, and what would change it."""

    result: Result
    """The result."""
    reason: Text
    """Why, in one sentence with the figures in it."""
    would_change: Text
    """What would change it."""


class Judgements(Entry):
    """What was computed; on import it is computed again, and a difference is refused."""

    position: Judged[Position]
    """Where the figure stands."""
    progress: Judged[Progress]
    """Whether the target is on course."""
    direction_of_travel: Judged[Direction]
    """Against the same period last year."""


class MilestoneJudgements(Entry):
    """What was computed for a milestone."""

    progress: Judged[Progress]
    """Whether it is on course."""


class MilestoneOfficer(Entry):
    """What the responsible officer judged of a milestone."""

    progress: OfficerJudgement = OfficerJudgement.NOT_RECORDED
    """The light the officer gave."""
    progress_reason: Text = ""
    """Why, where it differs from the computed one."""


class Officer(MilestoneOfficer):
    """What the responsible officer judged of a measure."""

    direction: OfficerJudgement = OfficerJudgement.NOT_RECORDED
    """The arrow the officer gave, as a colour."""
    direction_reason: Text = ""
    """Why, or what is known about it."""


class Return(Entry):
    """What a measure reported in a round."""

    ref: Ref
    """The measure's reference in the round's plan."""
    occurrence: Nth = 1
    """1, or 2 and on where the plan prints the same reference again."""
    title_in_round: Text = ""
    """The title in this round, where it differs from the plan's."""
    commentary: Text = ""
    """What is said about it."""
    commentary_by: Text300 = ""
    """Who says it, by role."""
    officer: Officer = Officer()
    """What the responsible officer judged."""
    notes: tuple[Text, ...] = ()
    """What a reader of the source should know."""
    source: Source | None = None
    """Where it was taken from."""
    current: Figure
    """This period's figure."""
    revised: tuple[RevisedFigure, ...] = ()
    """Figures that stood in its place before, the oldest first."""
    prior_actual: DatedFigure | None = None
    """Last year's actual."""
    comparator: DatedFigure | None = None
    """The figure stated for the same period last year."""
    judgements: Judgements | None = None
    """What was computed."""


class MilestoneReturn(Entry):
    """What a milestone reported in a round."""

    ref: Ref
    """The milestone's reference in the round's plan."""
    occurrence: Nth = 1
    """1, or 2 and on where the plan prints the same reference again."""
    commentary: Text = ""
    """What is said about it."""
    commentary_by: Text300 = ""
    """Who says it, by role."""
    officer: MilestoneOfficer = MilestoneOfficer()
    """What the responsible officer judged."""
    source: Source | None = None
    """Where it was taken from."""
    judgements: MilestoneJudgements | None = None
    """What was computed."""


def read_bytes(value: Any) -> bytes:
    """Return the bytes that base64 text stands for.

    Raises: ValueError when it is not base64.
    """
    if isinstance(value, bytes):
        return value
    try:
        return b64decode(value, validate=True)
    except (NotBase64, TypeError, ValueError) as problem:
        raise ValueError("The content is not base64. Export the bundle again.") from problem


Content = Annotated[
    bytes,
    BeforeValidator(read_bytes),
    PlainSerializer(lambda value: b64encode(value).decode(), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "contentEncoding": "base64"}),
]


class EditionFile(Entry):
    """One file of an edition, byte for byte."""

    format: Annotated[str, Field(pattern=r"^[a-z0-9]{1,10}$")]
    """Which format it is in, such as pdf."""
    sha256: str
    """The SHA-256 checksum of its bytes."""
    content: Content
    """Its bytes as base64."""

    @model_validator(mode="after")
    def _is_whole(self) -> EditionFile:
        found = hashlib.sha256(self.content).hexdigest()
        if found != self.sha256:
            raise ValueError(
                f"The {self.format} file has the checksum {found}, but {self.sha256} is stated. "
                "The file was changed or cut short: export the bundle again."
            )
        return self


class EditionFinding(Entry):
    """What a check said when an edition was published, and who waived it why."""

    rule: Annotated[Text, Field(min_length=1, max_length=80)]
    """The rule's name."""
    severity: Severity
    """How much it matters."""
    place: Text = ""
    """Where it was found: a reference, as the report prints it."""
    quote: Text = ""
    """The words it was found in."""
    message: Title
    """What was found."""
    waived_by: Text300 = ""
    """Who let it stand; empty where nobody had to."""
    waived_at: Moment | None = None
    """When."""
    reason: Text = ""
    """Why it was let stand."""

    @model_validator(mode="after")
    def _is_answered_for_whole_or_not_at_all(self) -> EditionFinding:
        if len({bool(self.waived_by), self.waived_at is not None, bool(self.reason)}) > 1:
            raise ValueError("A waiver needs a name, a time and a reason. Give all three, or none.")
        return self


class Edition(Entry):
    """One publication of a round's report."""

    number: Nth
    """1, or 2 and on for corrections."""
    published_at: Moment
    """When it was published."""
    reason: Text = ""
    """Why the report was corrected; empty for the first edition."""
    checksum: str
    """SHA-256 over the names and checksums of its files."""
    files: tuple[EditionFile, ...]
    """Its files."""
    findings: tuple[EditionFinding, ...] = ()
    """What the checks found when it was published."""

    @model_validator(mode="after")
    def _is_whole(self) -> Edition:
        from goldthread.publishing.actions import checksum_of  # it brings every writer of files with it

        found = checksum_of({file.format: file.content for file in self.files})
        if found != self.checksum:
            raise ValueError(f"The edition's checksum is {found}, but {self.checksum} is stated. Export it again.")
        if self.number > 1 and not self.reason.strip():
            raise ValueError(f"Edition {self.number} is a correction. Say why in its reason.")
        return self


class Round(Entry):
    """A reporting round of a plan."""

    period: PeriodName
    """The period it reports on, such as 2023/24 Q3."""
    plan: Slug50
    """The id of the plan."""
    title: Title300
    """The report's title."""
    board: Text300 = ""
    """The board it goes to."""
    meeting: Day | None = None
    """The day the board meets."""
    officer: Text300 = ""
    """The reporting officer, by role."""
    published_on: Day | None = None
    """The day the council published it, where it was published before."""
    introduction: Text = ""
    """The report's introduction."""
    notes: tuple[Text, ...] = ()
    """What a reader should know about the paper as a whole."""
    statements: tuple[Statement, ...] = ()
    """Key developments and emerging issues, each in its order."""
    returns: tuple[Return, ...] = ()
    """What each measure reported."""
    milestone_returns: tuple[MilestoneReturn, ...] = ()
    """What each milestone reported."""
    editions: tuple[Edition, ...] = ()
    """Its publications, the first one first."""

    @model_validator(mode="after")
    def _is_possible(self) -> Round:
        figures.Figure(
            period=self.period, unit=Unit.COUNT, basis=Basis.NOT_STATED, status=figures.Status.NOT_REPORTED
        )
        return self
