"""What the words say, and whether a reader can follow them."""

from __future__ import annotations

from goldthread.domain.checks.findings import Check
from goldthread.domain.checks.wording import (
    acronym_not_spelled_out,
    acronym_one_letter_off,
    action_owner_without_action,
    article_before_the_wrong_sound,
    authors_not_in_the_key,
    body_abolished,
    heading_not_as_elsewhere,
    heading_without_text,
    initials_not_in_the_key,
    placeholder_left,
    promise_without_owner_or_date,
    rules_start_alike,
    says_its_own_opposite,
    section_speaks_of_another,
    sentence_twice,
    word_confused,
    word_doubled,
    word_missing,
    word_misspelt,
)

CHECKS: tuple[Check, ...] = (
    acronym_not_spelled_out.CHECK,
    acronym_one_letter_off.CHECK,
    action_owner_without_action.CHECK,
    article_before_the_wrong_sound.CHECK,
    authors_not_in_the_key.CHECK,
    body_abolished.CHECK,
    heading_not_as_elsewhere.CHECK,
    heading_without_text.CHECK,
    initials_not_in_the_key.CHECK,
    placeholder_left.CHECK,
    promise_without_owner_or_date.CHECK,
    rules_start_alike.CHECK,
    says_its_own_opposite.CHECK,
    section_speaks_of_another.CHECK,
    sentence_twice.CHECK,
    word_confused.CHECK,
    word_doubled.CHECK,
    word_missing.CHECK,
    word_misspelt.CHECK,
)
