"""Numbers, times of day and weekdays that two sentences have in the same place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.compare.alignment import align
from generator.compare.words import WORD, Word
from generator.model import Article, Span

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "m": 10**6, "bn": 10**9, "k": 10**3}
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
]  # fmt: skip
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
})  # fmt: skip

_UNIT = "|".join(sorted((*ONES, *TENS), key=len, reverse=True))
_SCALE = r"(?:\s?(?P<{0}>hundred|thousand|million|billion|bn|[mk])\b)?"
CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.m\.|m\b)"
    r"|(?P<day>[01]?\d|2[0-3]):(?P<past>[0-5]\d)"
)
NUMBER = rf"(?P<money>[$£€])?(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?){_SCALE.format('scale')}"
SPELT = rf"(?P<spelt>(?:{_UNIT})(?:[- ](?:{_UNIT}))?)\b{_SCALE.format('spelt_scale')}"
FIGURE = re.compile(
    rf"(?<![\w.,:/-])(?:{CLOCK}|(?:{NUMBER})(?![\w:/]|[.,-]\d)(?P<percent>\s?%|\s(?:percent|per\s?cent)\b)?)"
    rf"|\b(?:(?i:{SPELT})(?!-)|(?P<ordinal>{'|'.join(ORDINALS)})|(?P<weekday>{'|'.join(WEEKDAYS)}))\b"
)
"""`12`, `1,200`, `£4.5m`, `7 percent`, `twenty-one`, `9 a.m.`, `21:30`, `third`, `Tuesday`. Left alone: `4-0`, `24/7`,
`G7`."""

OF = frozenset({"of", "the", "its", "more"})
"""`seven of the games`"""
LEAST_ALIKE = 0.5
"""Share of words in common, in order (Dice's coefficient), below which two sentences tell of other things."""
LEAST_BESIDE = 2
"""Words around the two figures, without a gap, that both sentences have."""
MOST_SHOWN = 3
"""So many words behind a figure may stand with it until a plural says what is counted: `seven home games`."""


class Measure(StrEnum):
    NUMBER = "a number"
    PERCENT = "a percentage"
    ORDINAL = "a place in an order"
    CLOCK = "a time of day"
    WEEKDAY = "a day"


@dataclass(frozen=True, slots=True)
class Figure:
    measure: str
    """A `Measure`, or the sign of a currency: what is of two measures is not compared."""
    value: Decimal


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    """A word in small letters; of a figure its measure, so that two figures of one measure align."""
    span: Span
    figure: Figure | None = None
    tells: bool = False


def differing_figures(left: Article, right: Article, ours: Span, theirs: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the places of two figures that differ in sentences that are otherwise alike, with what they count.

    The words around both are the same, so that they stand for the same thing: in “made seven arrests” and “made nine
    arrests” the seven and the nine. No difference: the same value written otherwise (`7`, `seven`), a figure that
    stands elsewhere in the other sentence ("two men and three women", "three women and two men"), and two figures
    of unlike measure. Whether both can be right the rules do not know: one may count something else.
    """
    written = [
        [match[0] for match in FIGURE.finditer(side.text, at.start, at.end)]
        for side, at in ((left, ours), (right, theirs))
    ]
    if not all(written) or written[0] == written[1]:
        return
    tokens = list(_tokens(left, ours)), list(_tokens(right, theirs))
    pairs = align(*([token.text for token in side] for side in tokens))
    if 2 * len(pairs) < LEAST_ALIKE * (len(tokens[0]) + len(tokens[1])):
        return
    known = set(pairs)
    values = [{token.figure for token in side} for side in tokens]
    for i, j in pairs:
        here, there = tokens[0][i], tokens[1][j]
        if here.figure == there.figure or here.figure in values[1] or there.figure in values[0]:
            continue
        before, behind = _alike(known, i, j, -1), _alike(known, i, j, 1)
        around = [*tokens[0][i - before : i], *tokens[0][i + 1 : i + 1 + behind]]
        if len(around) >= LEAST_BESIDE and any(token.tells for token in around):
            yield _shown(left, tokens[0], i, before, behind), _shown(right, tokens[1], j, before, behind)


def _alike(pairs: Set[tuple[int, int]], i: int, j: int, step: int) -> int:
    """How many words in a row both sentences have behind the pair of places (`step` 1), or before it (-1)."""
    number = 0
    while (i + step * (number + 1), j + step * (number + 1)) in pairs:
        number += 1
    return number


def _shown(article: Article, tokens: Sequence[Token], at: int, before: int, behind: int) -> Span:
    """The figure with what it counts (`seven home games`, `14 May`), else the word in front (`May 14`, `page 12`)."""
    figure = tokens[at].span
    if tokens[at].text not in (Measure.NUMBER, Measure.ORDINAL):
        return figure
    ahead = tokens[at - 1] if before else None
    if ahead and ahead.text in MONTHS and _joined(article, ahead.span, figure):
        return Span(ahead.span.start, figure.end)
    told: list[Token] = []
    for token in tokens[at + 1 : at + 1 + min(behind, MOST_SHOWN)]:
        if not _joined(article, (told[-1] if told else tokens[at]).span, token.span) or not (
            token.tells or token.text in MONTHS or token.text in OF
        ):
            break
        told.append(token)
    many = next((n for n, token in enumerate(told, 1) if token.text.endswith(("s", "people", "men", "ren"))), 1)
    if told and told[min(many, len(told)) - 1].text not in OF:
        return Span(figure.start, told[many - 1].span.end)
    if ahead and ahead.tells and _joined(article, ahead.span, figure):
        return Span(ahead.span.start, figure.end)
    return figure


def _joined(article: Article, first: Span, second: Span) -> bool:
    return not article.text[first.end : second.start].strip(" -\n")


def _tokens(article: Article, span: Span) -> Iterator[Token]:
    start = span.start
    for match in FIGURE.finditer(article.text, span.start, span.end):
        yield from _words(article, start, match.start())
        figure = _figure(match)
        yield Token(figure.measure, Span(*match.span()), figure)
        start = match.end()
    yield from _words(article, start, span.end)


def _words(article: Article, start: int, end: int) -> Iterator[Token]:
    for match in WORD.finditer(article.text, start, end):
        word = Word(match.group().lower().replace("’", "'"), Span(*match.span()))
        yield Token(word.text, word.span, tells=word.tells)


def _figure(match: re.Match[str]) -> Figure:
    part = match.groupdict()
    if part["weekday"]:
        return Figure(Measure.WEEKDAY, Decimal(WEEKDAYS.index(part["weekday"])))
    if part["ordinal"]:
        return Figure(Measure.ORDINAL, Decimal(ORDINALS.index(part["ordinal"]) + 1))
    if part["half"]:
        hour = int(part["hour"]) % 12 + (12 if part["half"] == "p" else 0)
        return Figure(Measure.CLOCK, Decimal(60 * hour + int(part["minute"] or 0)))
    if part["past"]:
        return Figure(Measure.CLOCK, Decimal(60 * int(part["day"]) + int(part["past"])))
    if part["spelt"]:
        words = re.split(r"[- ]", part["spelt"].lower())
        value = Decimal(sum(ONES.index(w) if w in ONES else 10 * (TENS.index(w) + 2) for w in words))
        return Figure(Measure.NUMBER, value * SCALES.get((part["spelt_scale"] or "").lower(), 1))
    value = Decimal(part["digits"].replace(",", "")) * SCALES.get(part["scale"] or "", 1)
    return Figure(Measure.PERCENT if part["percent"] else part["money"] or Measure.NUMBER, value)
