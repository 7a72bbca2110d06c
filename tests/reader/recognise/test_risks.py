"""Registers of risks."""

import datetime as dt
from pathlib import Path

from goldthread.domain.papers import RiskRecord, ScoreRecord
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


PROGRAMME = "No\tRisk Description\tImpact\tRisk Manager\tRating\tControl/Mitigation\tReview"
SCORES = "Ref\tDescription of Risk\tCurrent Controls\tLikelihood\tImpact\tScore\tRisk Owner\tLast Updated\tUpdate"


def test_a_risk_says_what_it_would_do_and_when_it_is_looked_at_next(tmp_path: Path) -> None:
    (risk,) = register(tmp_path, PROGRAMME, "1\tToo few take part\tThe roll-out is late\tJF\tM\tVisits\tJuly 2031")

    assert (risk.effect, risk.review, risk.review_printed) == (
        "The roll-out is late",
        dt.date(2031, 7, 31),
        "July 2031",
    )


def test_cells_that_go_on_over_a_page_are_one_risk_and_no_action(tmp_path: Path) -> None:
    (risk,) = register(
        tmp_path,
        PROGRAMME,
        "1\tToo few take part\tThe roll-out is late and\tJF\tM\tVisits and\tJuly 2031",
        "",
        "\t\tcosts more\t\t\tletters\t",
    )

    assert (risk.effect, risk.controls, risk.actions) == (
        "The roll-out is late and costs more",
        "Visits and letters",
        (),
    )


def test_a_score_has_its_factors_in_the_order_of_the_headings(tmp_path: Path) -> None:
    (risk,) = register(tmp_path, SCORES, "1\tNobody may have time\tA group meets\t5\t2\t10\tJo Firth\t05/01/31\tNone")

    assert risk.current == ScoreRecord(impact=2, likelihood=5, score=10)


def test_an_owner_updates_and_words_are_read_in_their_columns(tmp_path: Path) -> None:
    (risk,) = register(
        tmp_path, SCORES, "1\tNobody may have time\tA group meets\t5\t2\t10\tJo Firth\t05/01/31\tThe group met"
    )

    assert (risk.owner, risk.updated, risk.update) == ("Jo Firth", dt.date(2031, 1, 5), "The group met")


def test_a_register_may_give_only_the_products(tmp_path: Path) -> None:
    (risk,) = register(
        tmp_path,
        "Ref\tRisk Description\tControls\tInherent score\tResidual score\tOwner",
        "R1\tNobody may have time\tA group meets\t12\t6\tJo Firth",
    )

    assert (risk.current, risk.target) == (ScoreRecord(score=12), ScoreRecord(score=6))


def test_a_score_that_equals_the_number_of_its_risk_is_kept(tmp_path: Path) -> None:
    rows = (SCORES, "2\t\t\t\t\t\t\t\t", "\tNobody may have time\tA group meets\t2\t3\t6\tJo Firth\t05/01/31\t")

    (risk,) = register(tmp_path, *rows)

    assert (risk.ref, risk.current) == ("2", ScoreRecord(impact=3, likelihood=2, score=6))


def test_a_narrower_table_below_a_register_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "register.txt"
    row = "1\tToo few take part\tLate\tJF\tM\tVisits\tJuly 2031"
    path.write_text(f"Risks\n\n{PROGRAMME}\n{row}\n\nName\tPost\nA. Heron\tDirector\n", encoding="utf-8")

    assert [record.text.split(" |")[0] for record in read(path).unrecognised] == ["Name"]
