"""Acronyms nobody explains."""

from dataclasses import replace

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.wording.acronym_not_spelled_out import CHECK
from goldthread.domain.papers import Paper, Passage, TableRow, Where
from tests.domain.checks.made import a_report, a_table, messages, paper, passages, says


def test_an_acronym_is_named_once_a_report_at_its_first_use() -> None:
    evidence = says("Our SLIP partners came.", "The SLIP went well.")

    assert [(each.where.line, each.message) for each in CHECK.find(evidence)] == [
        (1, "SLIP is used, and nothing in the paper says what it is")
    ]


def test_acronyms_with_their_words_or_in_a_key_pass() -> None:
    assert messages(CHECK, says("Our Joint Visits Board (JVB) met.", "The JVB and the NHS agree. (JF)")) == []
    assert messages(CHECK, paper(a_report("Then JF wrote.", officers={"JF": "Jo Firth"}))) == []


def test_texts_before_the_first_report_count_too() -> None:
    assert len(messages(CHECK, Evidence(Paper(file="p.txt", passages=passages("The SLIP went well."))))) == 1


def test_a_page_without_lines_gives_an_acronym_once_though_text_and_table_hold_it() -> None:
    page = Where(file="p.pdf", page=1)
    text = Passage(text="Visits by SLIP partners", where=page)
    rows = (TableRow(label="Our SLIP visits", values={}, where=Where(file="p.pdf", page=1, cell="row 3")),)
    evidence = paper(a_report(text), tables=(replace(a_table([]), rows=rows),))

    assert len(messages(CHECK, evidence)) == 1
