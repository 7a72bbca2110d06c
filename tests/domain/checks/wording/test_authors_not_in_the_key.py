"""Authors nobody explains."""

from goldthread.domain.checks.wording.authors_not_in_the_key import CHECK
from goldthread.domain.papers import Commentary, MeasureRow, MilestoneRow, ObjectiveSection
from tests.domain.checks.made import a_report, lines, messages, paper

SAID = Commentary(authors=("Jo Firth", "Kay Alder"), text="Well.")
OBJECTIVE = ObjectiveSection(
    ref="E1",
    title="Visits",
    measures=(MeasureRow(ref="E1 01", title="Visits", cells={}, commentary=SAID),),
    milestones=(MilestoneRow(ref="E1a", text="Open"),),
)


def test_authors_beside_the_key_are_listed_at_the_key() -> None:
    report = a_report(
        "Words", "Key for responsible officers", "JF Jo Firth", objectives=(OBJECTIVE,), officers={"JF": "Jo Firth"}
    )

    assert lines(CHECK, paper(report)) == [3]
    assert messages(CHECK, paper(report)) == [
        "1 of the 2 people who write commentaries are not in the key: Kay Alder"
    ]


def test_the_report_stands_for_a_key_that_is_not_found() -> None:
    assert lines(CHECK, paper(a_report("Words", objectives=(OBJECTIVE,), officers={"JF": "Jo Firth"}))) == [1]


def test_reports_without_a_key_or_with_all_in_it_pass() -> None:
    everybody = {"JF": "Jo Firth", "KA": "Kay Alder"}

    assert messages(CHECK, paper(a_report(objectives=(OBJECTIVE,)))) == []
    assert messages(CHECK, paper(a_report(objectives=(OBJECTIVE,), officers=everybody))) == []
