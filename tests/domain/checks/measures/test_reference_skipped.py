"""Runs of references."""

from goldthread.domain.checks.measures.reference_skipped import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def run(*refs: str) -> list[str]:
    return messages(CHECK, of(*(row(ref) for ref in refs)))


def test_a_number_left_out_is_found() -> None:
    assert run("EDU01 01", "EDU01 02", "EDU01 03", "EDU01 05") == [
        "EDU01 03 is followed by EDU01 05: EDU01 04 is missing"
    ]


def test_several_numbers_left_out_are_one_finding() -> None:
    refs = [f"EDU{number:03}" for number in (*range(1, 12), 14)]

    assert run(*refs) == ["EDU011 is followed by EDU014: EDU012 to EDU013 are missing"]


def test_a_number_out_of_order_is_found() -> None:
    assert run("EDU1", "EDU2", "EDU4", "EDU5", "EDU3") == ["EDU3 stands after EDU5"]
    assert run("EDU 01", "EDU 02", "EDU 04e", "EDU 03") == ["EDU 03 stands after EDU 04e"]


def test_whole_runs_national_lists_short_runs_and_numbers_under_another_stem_pass() -> None:
    assert run("EDU1", "EDU2", "EDU2", "EDU3a", "EDU4", "") == []
    assert run("NI72", "NI75", "NI92", "NI104") == []
    assert run("EDU1", "EDU3") == []
    assert run("EDU1", "EDU2", "ED3", "EDU4", "EDU5") == []
