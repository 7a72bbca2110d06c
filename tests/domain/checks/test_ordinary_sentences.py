"""What councils write every quarter without a fault is left alone."""

import datetime as dt

import pytest

from goldthread.domain.checks import Check, arithmetic, plans
from goldthread.domain.periods import quarter
from tests.domain.checks.made import a_report, paper
from tests.domain.checks.ordinary import SENTENCES

REPORTS = (
    a_report(*SENTENCES, period=quarter(2024, 2), date=dt.date(2024, 11, 20)),
    a_report(*SENTENCES, date=dt.date(2024, 7, 1)),
)


@pytest.mark.parametrize("check", [*arithmetic.CHECKS, *plans.CHECKS], ids=lambda check: check.name)
def test_ordinary_sentences_are_left_alone(check: Check) -> None:
    found = [finding for report in REPORTS for finding in check.find(paper(report))]

    assert [(finding.quote, finding.message) for finding in found] == []
