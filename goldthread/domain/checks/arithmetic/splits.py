"""Amounts that a text gives to the parts of something, line by line: `Family hubs: £310,000 for staff`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import DIGITS, value_of
from goldthread.domain.papers import Paper, Where

_LINE = re.compile(rf"(?P<label>[A-Z][^:£\d.;]{{5,80}}): £(?P<amount>{DIGITS})(?![\w,]|\.\d|\s?(?:m|k|million)\b)")


@dataclass(frozen=True, slots=True)
class Part:
    """A label and its amount in pounds."""

    label: str
    amount: Decimal
    where: Where

    @property
    def key(self) -> str:
        """The label without case, punctuation and spaces."""
        return plain(self.label)


def plain(text: str) -> str:
    """A label by its letters alone.

    >>> plain("Family hubs - Phase two")
    'familyhubsphasetwo'
    """
    return "".join(character for character in text.lower() if character.isalpha())


def parts_in(paper: Paper) -> Iterator[Part]:
    """Every line that begins with a label and its amount."""
    for passage in paper.passages:
        found = _LINE.match(passage.text.strip())
        if found:
            yield Part(label=found["label"].strip(), amount=value_of(found["amount"]), where=passage.where)
