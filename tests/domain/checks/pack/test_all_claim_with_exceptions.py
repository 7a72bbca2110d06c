"""Claims of all."""

from goldthread.domain.checks.pack.all_claim_with_exceptions import CHECK
from goldthread.domain.papers import Passage
from tests.domain.checks.made import line, messages, says

CLAIM = "In May all of the leadership team were permanent."
AGENCY = "We are glad. In June we released three agency practice leads."


def test_agency_staff_beside_all_permanent_is_found() -> None:
    assert messages(CHECK, says(CLAIM, AGENCY)) == [
        "“all of the leadership team were permanent”; line 2 says: In June we released three agency practice leads."
    ]


def test_claims_without_exceptions_in_their_section_pass() -> None:
    assert messages(CHECK, says(CLAIM, Passage(text=AGENCY, where=line(2), section="Other"))) == []
    assert messages(CHECK, says("All is well.", AGENCY)) == []
