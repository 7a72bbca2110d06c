"""Registers of risks."""

from pathlib import Path

from goldthread.domain.papers import RiskRecord
from goldthread.reader.reading import read


def register(tmp_path: Path, *rows: str) -> tuple[RiskRecord, ...]:
    path = tmp_path / "register.txt"
    path.write_text("\n".join(["Risks", "", *rows, ""]), encoding="utf-8")
    return read(path).risks


def test_a_date_to_review_a_risk_is_not_its_last_update(tmp_path: Path) -> None:
    (risk,) = register(
        tmp_path,
        "No\tRisk Description\tImpact\tRisk Manager\tRating\tControl/Mitigation\tReview",
        "1\tToo few partners take part\tThe roll-out is late\tJF\tM\tMore support for visits\tJuly 2024",
    )

    assert (risk.updated, risk.updated_printed) == (None, "")


def test_what_stands_before_the_description_is_no_action(tmp_path: Path) -> None:
    (risk,) = register(
        tmp_path,
        "Ref\tRisk Opened\tPriority Area\tDescription of Risk\tLead\tCurrent Controls\tImpact\tLikelihood\tScore"
        "\tRisk Owner\tLast Updated",
        "1\t01/03/24\tArea 1\tNobody may have time for visits\tJo Firth\tA working group meets\t4\t4\t16"
        "\tSRO: Jo Firth\t05/01/24",
    )

    assert risk.opened_printed == "01/03/24"
    assert risk.actions == ()
