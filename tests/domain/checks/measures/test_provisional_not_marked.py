"""Missing data."""

from goldthread.domain.checks.measures.provisional_not_marked import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row

SAYS = "The data go up to spring. It excludes data from three schools. It excludes data from one nursery."


def test_a_plain_figure_of_part_of_the_data_is_found_once() -> None:
    assert messages(CHECK, of(row(cells={"current": "92%"}, says=SAYS))) == [
        "the commentary says that data are missing, but 92% is not marked provisional"
    ]


def test_marked_figures_and_whole_data_pass() -> None:
    rows = (row(cells={"current": "92% (prov)"}, says=SAYS), row(cells={"current": "92%"}, says="All schools."))

    assert messages(CHECK, of(*rows, row(says=SAYS), row(cells={"current": "92%"}))) == []
