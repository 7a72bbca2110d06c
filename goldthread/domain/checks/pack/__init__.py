"""The paper as a whole: its reports beside each other, and a report's parts beside each other."""

from __future__ import annotations

from goldthread.domain.checks.findings import Check
from goldthread.domain.checks.pack import (
    agenda_item_without_paper,
    all_claim_with_exceptions,
    effect_of_a_report_to_note,
    header_is_one_of_its_values,
    label_spelt_several_ways,
    on_track_against_the_figure,
    one_event_two_dates,
    one_place_two_names,
    places_open_after_their_date,
    plan_without_officers,
    posts_without_money,
    project_not_in_the_table,
    promise_passed_in_silence,
    reference_lands_nowhere,
    report_without_resolution,
    section_missing,
)

CHECKS: tuple[Check, ...] = (
    all_claim_with_exceptions.CHECK,
    effect_of_a_report_to_note.CHECK,
    header_is_one_of_its_values.CHECK,
    label_spelt_several_ways.CHECK,
    one_event_two_dates.CHECK,
    on_track_against_the_figure.CHECK,
    one_place_two_names.CHECK,
    places_open_after_their_date.CHECK,
    plan_without_officers.CHECK,
    posts_without_money.CHECK,
    project_not_in_the_table.CHECK,
    promise_passed_in_silence.CHECK,
    reference_lands_nowhere.CHECK,
    section_missing.CHECK,
    agenda_item_without_paper.CHECK,
    report_without_resolution.CHECK,
)
