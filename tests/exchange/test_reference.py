"""The reference page of the bundle says what the code does."""

import json
import re

import pytest

from goldthread.accounts.models import Unit
from goldthread.exchange.actions import import_from_command_line
from goldthread.exchange.bundle import FORMAT, VERSION, UnitKind
from goldthread.exchange.bundle_round import StatementKind
from goldthread.exchange.reference import reference_tables
from goldthread.monitoring.models import Statement
from tests.commands import ROOT
from tests.exchange.bundles import NOW

PAGE = (ROOT / "docs" / "reference" / "bundle.md").read_text(encoding="utf-8")

EXAMPLE = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)[0]


def test_the_page_lists_every_field_as_the_code_knows_it() -> None:
    assert PAGE.endswith(f"## Every field\n\n{reference_tables()}"), "Put reference_tables() at the end of the page."


def test_every_field_says_what_it_is() -> None:
    assert "| None |" not in reference_tables()


@pytest.mark.django_db
def test_the_example_of_the_page_is_a_bundle_that_can_be_imported() -> None:
    result = import_from_command_line(bundle=EXAMPLE, at=NOW)

    assert result.added["returns"] == 1


def test_the_words_of_the_bundle_are_those_of_the_database() -> None:
    assert {*UnitKind.__args__, "council"} == set(Unit.Kind.values)  # type: ignore[attr-defined]
    assert set(StatementKind.__args__) == set(Statement.Kind.values)  # type: ignore[attr-defined]
    assert {"format": FORMAT, "version": VERSION}.items() <= json.loads(EXAMPLE).items()
