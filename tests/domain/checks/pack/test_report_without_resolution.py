"""Minutes of a report without a resolution."""

import pytest

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.pack.report_without_resolution import CHECK
from goldthread.domain.papers import MinuteItem, Paper, Passage, Where


def found(text: str, *, resolved: bool = False) -> list[str]:
    said = Passage(text=text, where=Where(line=5))
    item = MinuteItem(ref="PK7", title="PONDS", text=(said,), resolutions=(said,) if resolved else ())
    return [each.message for each in CHECK.find(Evidence(Paper(file="pack.txt", minutes=(item,))))]


@pytest.mark.parametrize(
    "text", ["The Board received a report of the Director.", "Members considered the annual report."]
)
def test_a_report_received_and_nothing_resolved_is_found(text: str) -> None:
    assert found(text) == ["PK7 says a report was received, and nothing was resolved"]


def test_a_resolution_or_no_report_passes() -> None:
    assert found("The Board received a report.", resolved=True) == found("No questions had been received.") == []
