"""Red lights under which nothing is being done."""

import pytest

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.measures.commentary_without_action import CHECK
from goldthread.domain.papers import (
    Cell,
    Commentary,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    Paper,
    ReportRecord,
    Where,
)

IDLE = "The figure was lower than it had been in the summer months before."


def found(text: str | None, *, light: str | None = "red") -> list[str]:
    cell = Cell(header="Progress", text=str(light), light=light)
    said = None if text is None else Commentary(authors=(), text=text, where=Where(line=4))
    objective = ObjectiveSection(
        ref="PK1",
        title="Parks",
        measures=(MeasureRow(ref="PK1 01", title="Visits", cells={"progress": cell}, commentary=said),),
        milestones=(MilestoneRow(ref="PK1a", text="Open the gate", progress=cell, commentary=said),),
    )
    report = ReportRecord(kind="performance report", title="", objectives=(objective,))
    return [each.message for each in CHECK.find(Evidence(Paper(file="q3.txt", reports=(report,))))]


def test_a_red_measure_and_a_red_milestone_need_a_word_of_what_is_done() -> None:
    assert found(IDLE) == [
        "PK1 01 is red, and the commentary says nothing of what is done about it",
        "PK1a is red, and the commentary says nothing of what is done about it",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{IDLE} Two wardens will start in May.",
        f"{IDLE} The service is working with schools.",
        f"{IDLE} A review is under way.",
    ],
)
def test_what_is_or_will_be_done_passes(text: str) -> None:
    assert found(text) == []


def test_other_lights_short_words_and_no_commentary_are_for_other_rules() -> None:
    assert found(IDLE, light="amber") == found(IDLE, light=None) == found("Lower.") == found(None) == []


def test_a_row_without_a_light_passes() -> None:
    objective = ObjectiveSection(ref="PK1", title="Parks", milestones=(MilestoneRow(ref="PK1a", text="Open"),))
    report = ReportRecord(kind="performance report", title="", objectives=(objective,))

    assert list(CHECK.find(Evidence(Paper(file="q3.txt", reports=(report,))))) == []
