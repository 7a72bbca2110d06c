"""The sums that a sentence claims: parts and their whole, shares and their base, changes and their ends.

A claim says what the text prints and what its own numbers give; it holds where the two agree to the last printed
digit. A claim is only made where the form of the words says what belongs to what.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from goldthread.domain.checks.arithmetic.amounts import DIGITS, half_of, sentences_of, value_of

N = rf"(?<![\w.,£/-]){DIGITS}(?![\w%]|\.\d|,\d)"
P = rf"(?<![\w.,-]){DIGITS}(?=\s?(?:%|per cent))"
SIGN = r"\s?(?:%|per cent)"
_PART = re.compile(
    rf"(?P<before>[^\d£]*?)(?:(?P<share1>{P}){SIGN} \((?P<inside>{N})\)|(?P<number>{N})(?: \("
    rf"(?P<share2>{P}){SIGN}[^()]*\))?)"
    r"(?P<label> [^\d]*[^\W\d].*)"
)
_ASIDE = re.compile(r" \((?![^()]*(?:%|per cent))[^()]*[a-z][^()]*\)")
_HEAD = re.compile(rf"({N})(?!.*{N})")
_NAMED = re.compile(  # what a number before the colon can be the name of
    r"(?:quarter|phase|priority|section|table|year|week|month|level|stage|band|group|objective|part|day|risk|action|ward"
    r"|(?:19|20)\d\d$|january|february|march|april|may|june|july|august|september|october|november|december)\s*$",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(?:,? (?:in )?total(?: of)?| of) ({N})$")
_SHARE_ITEM = re.compile(rf"[^\d]*?({P}){SIGN} [^\d]*")
_CLAUSE = re.compile(r";|\.\s|\.$|(?<=\))")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_MADE_OF = re.compile(r",? (?:comprising|made up of|consisting of) ")
_SHARES_OF = tuple(
    re.compile(pattern.replace(" ", r"\s+"))
    for pattern in (
        rf"(?P<share>{P}){SIGN} \((?P<part>{N})\s?(?:/|of the|of|out of)\s?(?P<base>{DIGITS})\b",
        rf"(?P<part>{N})\s?(?:out of|of)(?: the| a total of)? (?P<base>{N})(?: [a-z]+)?"
        r"(?: [a-z]+)?[ ,]+\(?(?:or |i\.e\. )?"
        rf"(?P<share>{P}){SIGN}",
        rf"(?<![\w.,£/-])(?P<part>{DIGITS})/(?P<base>{DIGITS}) \((?P<share>{P}){SIGN}",
        rf"(?P<part>{N}) \((?P<share>{P}){SIGN}\)(?: [a-z]+)?(?: [a-z]+)? (?:out )?of(?: the)? (?P<base>{N})",
        rf"(?P<part>{N})(?: [a-z]+)?(?: [a-z]+)?(?: [a-z]+)?, (?:or )?(?P<share>{P}){SIGN} of the (?P<base>{N})",
        rf"\b[Oo]f(?: the| all)? (?P<base>{N}) [^.;:\d]{{0,60}}, (?P<part>{N})(?: [a-z]+)?(?: [a-z]+)? \("
        rf"(?P<share>{P}){SIGN}\)",
        rf"(?P<base>{N}) [^.;:\d]{{0,60}},? of (?:which|whom|these),? (?P<part>{N})(?: [a-z]+)?(?: [a-z]+)? "
        rf"\((?P<share>{P}){SIGN}\)",
        rf"(?P<base>{N}) [a-z]+: (?P<part>{N}) [^(),.;:]*\((?P<share>{P}){SIGN} of all",
    )
)
_COUNTED = re.compile(
    rf"(?P<base>(?<![\w.,£/%-])(?<!\band )(?<!, )\d+) [^\W\d]+(?:: |, )(?P<list>{P}{SIGN} (?=[a-z])[^.,;()\d]*"
    rf"(?:, {P}{SIGN} (?=[a-z])[^.,;()\d]*)*)"
)
_AGAINST = re.compile(
    rf"(?<![\w.,])(?P<actual>{DIGITS})(?:%| [a-z]+)?(?: for [a-z]+ [a-z]+)? against (?:a target of )?"
    rf"(?P<target>{DIGITS})"
    rf"(?:%| [a-z]+)?(?:, (?:over|under|above|below|short) by (?P<gap>{DIGITS}))?"
)
_AGAINST_BEFORE = re.compile(
    rf"(?<![\w.,])(?P<end>{DIGITS})% [^.;\d]{{0,60}}, against (?P<first>{DIGITS})% in [^.;,\d]{{0,12}}\d?"
    rf"(?: and (?P<second>{DIGITS})% (?:the|a) year before)?"
)
_AIMED_FOR = re.compile(
    rf"(?P<actual>{N}) [^.;\d]{{0,40}}, {P}{SIGN} of the (?P<target>{N}) (?:aimed for|planned|targeted)"
)
_POINTS = re.compile(
    rf"(?<![\w.,])(?P<end>{DIGITS})%? \((?P<start>{DIGITS})%?[^():]*: an? (?P<gap>{DIGITS})[ -](?:percentage )?point"
)
_TO = re.compile(
    r"(?:(?P<word>increas|ris|rose|grow|grew|improv|fall|fell|drop|reduc|decreas|declin)\w*"
    rf"(?P<between>[^.;\d]{{0,60}}?) )?(?:from )?"
    rf"(?<![\w.,£/–-])£?(?P<start>{DIGITS})(?P<unit>%|m|k)? to £?(?P<end>{DIGITS})(?P=unit)?(?![\w%/]|[.,]\d)"
)
_BEFORE = re.compile(
    rf"(?<![\w.,])(?P<end>{DIGITS})%?(?! *,)(?P<middle>[^.;\d]{{0,80}}?"
    rf"(?:against {DIGITS}, over by {DIGITS})?), (?P<start>{DIGITS})%?"
    r" (?:the|a) year before"
)
_DIGIT = re.compile(r"\d")
UP = ("increas", "ris", "rose", "grow", "grew")
DOWN = ("fall", "fell", "drop", "reduc", "decreas", "declin")


class ClaimKind(StrEnum):
    """What a sentence claims of its numbers."""

    PARTS_SUM = "parts_sum"
    PERCENT_OF = "percent_of"
    PERCENT_PARTS_SUM = "percent_parts_sum"
    DIFFERENCE = "difference"
    DIRECTION = "direction"
    MET_TARGET = "met_target"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: its numbers as they stand, what the text says they give, and what they do give.

    `truncated` is true where the share was cut off rather than rounded: untidy, but not wrong.

    >>> [str(claim.computed) for claim in claims_of("73 measures: 41 green, 15 amber and 18 red.")]
    ['74']
    """

    kind: ClaimKind
    numbers: tuple[Decimal, ...]
    stated: Decimal
    computed: Decimal
    holds: bool
    quote: str
    truncated: bool = False


@lru_cache(maxsize=4096)
def claims_of(text: str) -> tuple[Claim, ...]:
    """Every claim that a text makes about its own numbers, in the order of the kinds.

    >>> [(str(claim.kind), claim.holds) for claim in claims_of("44 (68.7%) of the 64 measures met their target.")]
    [('percent_of', False)]
    """
    if not _DIGIT.search(text):
        return ()
    text = " ".join(text.split())
    found: dict[tuple[ClaimKind, tuple[Decimal, ...], Decimal], Claim] = {}
    finders: tuple[Callable[[str], Iterator[Claim]], ...] = (
        _sums,
        _shares,
        _whole_numbers,
        _wholes,
        _differences,
        _directions,
    )
    for find in finders:
        for claim in find(text):
            found.setdefault((claim.kind, claim.numbers, claim.stated), claim)
    return tuple(found.values())


def share_claim(*, part: Decimal, base: Decimal, share: str, quote: str) -> Claim:
    """The claim that a part is so many per cent of its base; the share as printed, without its sign.

    >>> share_claim(part=Decimal(27), base=Decimal(398), share="6", quote="6% (27 of 398)").holds
    False
    """
    stated, half = value_of(share), half_of(share)
    exact = Fraction(part) * 100 / Fraction(base)
    cut = Fraction(stated) <= exact < Fraction(stated) + 2 * Fraction(half)
    rounded = Fraction(stated) - Fraction(half) <= exact < Fraction(stated) + Fraction(half)
    return Claim(
        kind=ClaimKind.PERCENT_OF,
        numbers=(part, base),
        stated=stated,
        computed=round(Decimal(exact.numerator) / Decimal(exact.denominator), 4),
        holds=rounded,
        quote=quote,
        truncated=cut and not rounded,
    )


def _list_of(text: str, *, loose: bool) -> list[tuple[Decimal, str]] | None:
    """The numbers of a list and the shares printed with them; None where an item is not a number and its label.

    Only a list behind a colon (`loose`) may have further figures in its labels.
    """
    parts = []
    for index, item in enumerate(re.split(r",(?!\d)| and (?=a further |another |\d)", _ASIDE.sub("", text))):
        part = _PART.fullmatch(re.sub(r"^(?:and |a further |another )+", "", item.strip()))
        if part is None or (part["before"] and index) or part["label"].startswith(" of "):
            return None
        if not loose and re.search(r"\d", f"{part['before']}{part['label']}"):
            return None
        parts.append((value_of(part["inside"] or part["number"]), part["share1"] or part["share2"] or ""))
    return parts if len(parts) > 1 else None


def _sums(text: str) -> Iterator[Claim]:
    totals: set[Decimal] = set()
    for sentence in sentences_of(text):
        head, mark, body = (
            sentence.partition(": ") if ": " in sentence else _MADE_OF.sub(": ", sentence, 1).partition(": ")
        )
        total = _HEAD.search(head) if mark else None
        if total and (_NAMED.search(head[: total.start()][-12:]) or _NAMED.fullmatch(total[1])):
            total = None
        for index, clause in enumerate(_clauses(body if mark else sentence)):
            tail = _TAIL.search(clause)
            stated = tail[1] if tail else total[1] if total and index == 0 else None
            parts = _list_of(clause[: tail.start()] if tail else clause, loose=bool(mark))
            if parts is None:
                continue
            numbers = tuple(number for number, _ in parts)
            added = sum(numbers, Decimal(0))
            whole = value_of(stated) if stated else added
            if stated or added in totals:
                yield Claim(ClaimKind.PARTS_SUM, numbers, whole, added, added == whole, sentence)
            totals |= {whole}
            for number, share in parts:
                if share and stated and whole:
                    yield share_claim(part=number, base=whole, share=share, quote=sentence)


def _clauses(text: str) -> Iterator[str]:
    for clause in re.split(r"[;.](?=\s|$)", text):
        if clause.strip():
            yield clause.strip()
        for inner in _BRACKETS.finditer(clause):
            yield inner[1].strip()


def _shares(text: str) -> Iterator[Claim]:
    for form in _SHARES_OF:
        for found in form.finditer(text):
            part, base = value_of(found["part"]), value_of(found["base"])
            if base:
                yield share_claim(part=part, base=base, share=found["share"], quote=found[0])


def _whole_numbers(text: str) -> Iterator[Claim]:
    """Shares of a stated number of things: is there a whole number of them that gives the share?"""
    for found in _COUNTED.finditer(text):
        base = value_of(found["base"])
        shares = [item[1] for each in found["list"].split(", ") if (item := _SHARE_ITEM.fullmatch(each + " "))]
        parts = tuple((base * value_of(share) / 100).to_integral_value() for share in shares)
        for part, share in zip(parts, shares, strict=True):
            if base:
                yield share_claim(part=part, base=base, share=share, quote=found[0])
        if len(shares) > 2:
            added = sum(parts, Decimal(0))
            yield Claim(ClaimKind.PARTS_SUM, parts, base, added, added == base, found[0])


def _wholes(text: str) -> Iterator[Claim]:
    for clause in re.split(r"[;.:](?=\s|$)", text):
        items = re.split(r",(?!\d)| and (?=\d)", clause)
        shares = [item[1] for each in items if (item := _SHARE_ITEM.fullmatch(each.strip() + " "))]
        if len(shares) > 2 and len(shares) == len(items):
            numbers = tuple(value_of(share) for share in shares)
            added, slack = sum(numbers, Decimal(0)), sum((half_of(share) for share in shares), Decimal(0))
            holds = abs(added - 100) <= slack
            yield Claim(ClaimKind.PERCENT_PARTS_SUM, numbers, Decimal(100), added, holds, clause.strip())


def _differences(text: str) -> Iterator[Claim]:
    for found in _AIMED_FOR.finditer(text):
        actual, target = value_of(found["actual"]), value_of(found["target"])
        yield Claim(ClaimKind.MET_TARGET, (actual, target), target, actual, True, found[0])
    for found in (*_AGAINST.finditer(text), *_POINTS.finditer(text)):
        groups = found.groupdict()
        first, second = (groups.get("actual") or groups["start"]), (groups.get("target") or groups["end"])
        if groups["gap"] is not None:
            gap, size = abs(value_of(first) - value_of(second)), value_of(groups["gap"])
            numbers = (value_of(first), value_of(second))
            slack = half_of(first) + half_of(second) if "." in first + second + groups["gap"] else Decimal(0)
            yield Claim(ClaimKind.DIFFERENCE, numbers, size, gap, abs(gap - size) <= slack * 2, found[0])
        if "actual" in groups:
            actual, target = value_of(first), value_of(second)
            yield Claim(ClaimKind.MET_TARGET, (actual, target), target, actual, True, found[0])


def _directions(text: str) -> Iterator[Claim]:
    for found in _AGAINST_BEFORE.finditer(text):
        end = value_of(found["end"])
        for start in (value_of(digits) for digits in (found["first"], found["second"]) if digits):
            yield Claim(ClaimKind.DIRECTION, (start, end), end, end - start, True, found[0])
    for found in (*_TO.finditer(text), *_BEFORE.finditer(text)):
        start, end = value_of(found["start"]), value_of(found["end"])
        word = (found.groupdict().get("word") or "").lower()
        holds = not (word in UP and end < start) and not (word in DOWN and end > start)
        yield Claim(ClaimKind.DIRECTION, (start, end), end, end - start, holds, found[0])
