"""Risk registers and matrices are read with their scores, owners, dates, actions and levels."""

import datetime as dt

from goldthread.domain.papers import ScoreRecord
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import risks
from goldthread.reader.recognise.found import Found

REGISTER = """Ref\tRisk Opened\tPriority Area\tDescription of Risk\tLead\tCurrent Controls\tScore\t\t\tAction\tLead\tDue\tTarget\t\t\tSRO Risk Owner\tLast Updated\tUpdate
\t\t\t\t\t\tImpact\tLikelihood\tScore\t\t\t\tImpact\tLikelihood\tScore\t\t\t
1\t06/05/31\tPAP 1\tThe ponds may leak into the cellar\tA. Heron\tClay ordered\t3\t4\t12\tBuy more clay\tB. Otter\t30/6/2031\t2\t3\t6\tSRO: AH Risk Owner: BO\t07/06/31\tClay came
"""  # noqa: E501
PLAIN = """No\tWorkstream Name\tRisk Description\tImpact\tRisk Manager\tRating\tControl/Mitigation\tReview
1\tPonds\tCost of clay\tNo pond\tManager\tL\tBuy early\tSept 2031
2-\tPonds\tRain\tMud\tManager\tM\tUmbrellas\tJuly 2031
"""
MATRIX = """Likelihood\tLikely\t3\t3 Low\t6 Medium\t9 High
\tPossible\t2\t2 Low\t4 Low\t6 Medium
\tUnlikely\t1\t1 Low\t2 Low\t3 Low
Rating matrix\t\t\t1\t2\t3
\t\tSmall\tMiddling\tLarge

KEY

\tAction complete
\tNot started
"""


def found_in(text: str) -> Found:
    document = from_text(text, file="register.txt")
    return risks.find(document, range(len(document.blocks)))


def test_a_risk_has_both_its_scores() -> None:
    (risk,) = found_in(REGISTER).risks

    assert risk.current == ScoreRecord(impact=3, likelihood=4, score=12)
    assert risk.target == ScoreRecord(impact=2, likelihood=3, score=6)


def test_a_risk_has_its_owner_officer_days_and_update() -> None:
    (risk,) = found_in(REGISTER).risks

    assert (risk.owner, risk.responsible_officer) == ("BO", "AH")
    assert (risk.opened, risk.updated) == (dt.date(2031, 5, 6), dt.date(2031, 6, 7))
    assert risk.update == "Clay came"


def test_the_action_between_the_scores_is_a_task() -> None:
    ((action,),) = (risk.actions for risk in found_in(REGISTER).risks)

    assert (action.title, action.owner, action.end) == ("Buy more clay", "B. Otter", dt.date(2031, 6, 30))


def test_a_register_without_scores_has_ratings() -> None:
    assert [(risk.ref, risk.description, risk.rating) for risk in found_in(PLAIN).risks] == [
        ("1", "Cost of clay", "L"),
        ("2", "Rain", "M"),
    ]


def test_a_matrix_has_its_squares_axes_and_key() -> None:
    (matrix,) = found_in(MATRIX).matrices

    assert {(cell.likelihood, cell.impact, cell.product, cell.level) for cell in matrix.cells} >= {
        (3, 3, 9, "High"),
        (1, 3, 3, "Low"),
        (2, 2, 4, "Low"),
    }
    assert matrix.likelihood == {3: "Likely", 2: "Possible", 1: "Unlikely"}
    assert matrix.impact == {1: "Small", 2: "Middling", 3: "Large"}
    assert [line.text for line in matrix.key] == ["Action complete", "Not started"]


def test_an_ordinary_table_is_neither() -> None:
    assert found_in("Name\tPost\nA. Heron\tDirector\n") == Found()
