"""The measure that a row most likely is gets proposed, for a person to confirm."""

from dataclasses import replace
from decimal import Decimal

from goldthread.exchange.from_papers import (
    keyed_measures,
    proposals,
)
from tests.exchange.read_papers import a_report, a_row, plan_of, report_of
from tests.reader.recognise import plan_papers


def test_a_reference_printed_twice_has_two_keys_and_two_occurrences() -> None:
    report = report_of(plan_papers.ONE_YEAR)

    keys = [key for key, _, _ in keyed_measures(report)]
    rows = plan_of(plan_papers.ONE_YEAR).objectives[0].measures

    assert keys == ["HOU01 01", "HOU01 03", "HOU01 03 (2)", "HOU02 01"]
    assert [(row.ref, row.occurrence) for row in rows] == [("HOU01 01", 1), ("HOU01 03", 1), ("HOU01 03", 2)]


def test_the_likeliest_measure_is_proposed_with_its_score_and_the_next() -> None:
    known = {
        "repairs-in-time": ["Homes repaired in time", "Repairs on time"],
        "repairs-by-band": ["Homes repaired by band"],
        "visits": ["Library visits"],
    }
    rows = (a_row("A1"), replace(a_row("A2"), title="Swimming pool"), replace(a_row("A3"), title="Reduce the number"))

    first, second, third = proposals(a_report(*rows), known=known)

    assert (first.measure, first.title, first.score) == ("repairs-in-time", "Homes repaired in time", Decimal("1.0"))
    assert [name for name, _ in first.others] == ["repairs-by-band"]
    assert (second.measure, second.score, second.others) == ("", Decimal(0), ())
    assert (third.measure, third.key) == ("", "A3")


def test_a_measure_too_unlike_is_named_among_the_others_only() -> None:
    row = replace(a_row(), title="Library staff who speak a second language at the weekend")

    (proposal,) = proposals(a_report(row), known={"visits": ["Library visits by bus and train"]})

    assert proposal.measure == ""
    assert [name for name, _ in proposal.others] == ["visits"]


def test_a_measure_is_proposed_for_the_row_that_is_nearest_to_it_alone() -> None:
    rows = (
        replace(a_row("A1"), title="Homes repaired in time"),
        replace(a_row("A2"), title="Homes repaired in time by apprentices"),
    )

    first, second = proposals(a_report(*rows), known={"repairs-in-time": ["Homes repaired in time"]})

    assert (first.measure, second.measure) == ("repairs-in-time", "")
    assert [name for name, _ in second.others] == ["repairs-in-time"]


def test_a_measure_printed_twice_is_proposed_for_both_rows() -> None:
    made = proposals(a_report(a_row("A1"), a_row("A2")), known={"repairs-in-time": ["Homes repaired in time"]})

    assert [proposal.measure for proposal in made] == ["repairs-in-time", "repairs-in-time"]
