"""The table of checks: each rule has one file, one name, one page, one test."""

from pathlib import Path

import pytest

from goldthread.domain.checks import CHECKS, Check
from goldthread.domain.checks.reference import group_of, reference_tables

ROOT = Path(__file__).resolve().parents[3]
PAGES = ROOT / "docs" / "reference" / "checks"
each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)


def test_no_two_checks_have_one_name() -> None:
    names = [check.name for check in CHECKS]

    assert sorted(names) == sorted(set(names))


def test_every_page_is_of_a_check_and_every_check_has_a_page() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} - {"README"} == {check.name for check in CHECKS}


def test_the_index_lists_every_check_as_the_code_has_it() -> None:
    page = (PAGES / "README.md").read_text(encoding="utf-8")

    assert page.endswith(reference_tables(CHECKS)), "Put reference_tables(CHECKS) at the end of the page."


@each_check
def test_a_check_has_the_name_of_its_file(check: Check) -> None:
    assert check.find.__module__.rsplit(".", 1)[-1].replace("_", "-") == check.name


@each_check
def test_a_check_is_tried_by_a_test_of_its_name(check: Check) -> None:
    tests = ROOT / "tests" / "domain" / "checks" / group_of(check)

    assert (tests / f"test_{check.name.replace('-', '_')}.py").is_file()


@each_check
def test_a_check_says_what_it_looks_at_and_what_to_do(check: Check) -> None:
    assert check.looks_at
    assert check.remedy.endswith(".")
