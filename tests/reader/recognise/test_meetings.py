"""Agendas and minutes are read item by item, with what was resolved and who is to act."""

from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import meetings
from goldthread.reader.recognise.found import Found

AGENDA = """Item No.\tPage No.
1. MINUTES\t1 - 7
2. DECLARATIONS\t
(A) PONDS\t8
"""
MINUTES = """PKS21 MINUTES

The minutes were signed.

PKS22 THE PONDS

The Board received a report on ponds.

- A member asked about herons.

RESOLVED: That

- 1) the report be noted; and
- 2) the herons be counted.

Executive Director
of Parks

PKS23 STALLS

RESOLVED: That the stalls stay where they are.

Meeting ended at 8.55 p.m.

PKS words after the meeting.
"""


def found_in(text: str) -> Found:
    document = from_text(text, file="pack.txt")
    return meetings.find(document, range(len(document.blocks)))


def test_an_agenda_gives_its_items_with_their_pages() -> None:
    assert [(item.number, item.title, item.pages) for item in found_in(AGENDA).agenda] == [
        ("1", "MINUTES", "1 - 7"),
        ("2", "DECLARATIONS", ""),
        ("2 (A)", "PONDS", "8"),
    ]


def test_a_list_of_contents_is_no_agenda() -> None:
    assert found_in("1. Summary.....\t3\n2. Money.....\t6\n3. Risks.....\t9\n4. End\t12\n").agenda == ()


def test_minutes_are_numbered_items_with_text_and_resolutions() -> None:
    items = found_in(MINUTES).minutes

    assert [(item.ref, item.title, len(item.text), [each.text for each in item.resolutions]) for item in items] == [
        ("PKS21", "MINUTES", 1, []),
        ("PKS22", "THE PONDS", 2, ["the report be noted; and", "the herons be counted."]),
        ("PKS23", "STALLS", 0, ["the stalls stay where they are."]),
    ]


def test_the_officer_in_the_margin_owns_the_action() -> None:
    assert [item.action_owner for item in found_in(MINUTES).minutes] == ["", "Executive Director of Parks", ""]


def test_minutes_end_where_the_meeting_ended() -> None:
    assert all("after the meeting" not in each.text for item in found_in(MINUTES).minutes for each in item.text)


def test_a_list_of_contents_is_said_not_to_be_recognised() -> None:
    found = found_in("Contents\n\n1.0\tIntroduction\t3\n2.0\tMoney\t5\n3.0\tRisks\t12\n4.0\tPonds\t28\n")

    assert (found.agenda, [record.kind for record in found.unrecognised]) == ((), ["contents"])


EXTRACT = """Appendix 1**Extract of minutes****CABINET MEETING – 18 JANUARY 2031****76****THE PONDS 2031/32**

Members asked about herons.

RESOLVED: That the ponds be dug.

CABINET MEETING – 22 FEBRUARY 2031

91\tTHE BRIDGES
---\t-----------

The bridges were discussed.

RESOLVED: That a bridge be bought for the upper pond.

REPORT TO:\tParks Board
DATE:\t15 July 2031

Words of the next report.
"""


def test_an_extract_of_minutes_has_bare_numbers_under_the_day_of_its_meeting() -> None:
    items = found_in(EXTRACT).minutes

    assert [(item.ref, item.title, [each.text for each in item.text]) for item in items] == [
        ("76", "THE PONDS 2031/32", ["Members asked about herons."]),
        ("91", "THE BRIDGES", ["The bridges were discussed."]),
    ]
    assert [each.text for item in items for each in item.resolutions] == [
        "the ponds be dug.",
        "a bridge be bought for the upper pond.",
    ]


def test_the_day_of_the_next_meeting_makes_no_minutes_of_the_agenda() -> None:
    assert found_in(f"The next meeting of the Board is on Monday, 9 September 2031\n\n{AGENDA}").minutes == ()


def test_numbers_and_capitals_outside_an_extract_are_no_minutes() -> None:
    assert found_in("12\n\nTHE PONDS\n\n13\tTHE BRIDGES\n").minutes == ()
