"""Which words of a version may be shown: all of them, or marked words and a few around them (`rights: excerpt`)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from generator.model import Annotated, Rights, Span

AROUND_WORDS = 2
LONGEST_WORDS = 12
"""A marked span longer than this is cut: an indirect statement can be a whole paragraph."""
MOST_SHARE = 0.25
"""Of the words of an article. A habit of caution, not a limit that any law knows: an excerpt must not replace it."""

WORD = re.compile(r"\S+")


def shown(version: Annotated) -> tuple[Span, ...]:
    """Return the spans of the reading text that a page or an export may show; sorted, disjoint.

    Full rights, or rights not decided yet, show every block. An excerpt shows each quotation, source, cue, time and
    framing mark, in this order and in reading order, cut after `LONGEST_WORDS` words, with up to `AROUND_WORDS` words
    on each side, as long as no more than `MOST_SHARE` of the words are shown.
    """
    article = version.article
    if article.seed.details.rights is not Rights.EXCERPT:
        return tuple(block.span for block in article.blocks)
    words = [Span(*match.span()) for match in WORD.finditer(article.text)]
    visible: set[int] = set()
    for span in _marked(version):
        wanted = visible.union(_around(span, words))
        if len(wanted) <= MOST_SHARE * len(words):
            visible = wanted
    return tuple(_joined(words, sorted(visible)))


def _marked(version: Annotated) -> Iterator[Span]:
    yield from (quotation.span for quotation in version.quotations)
    for statement in version.statements:
        yield from statement.source
    for statement in version.statements:
        yield from statement.cue
    yield from (time.span for time in version.times)
    yield from (mark.span for mark in version.framing)


def _around(span: Span, words: list[Span]) -> range:
    """Return the numbers of the words to show for one mark."""
    first = bisect_right(words, span.start, key=lambda word: word.end)
    last = bisect_left(words, span.end, key=lambda word: word.start) - 1
    cut = min(last + AROUND_WORDS, first + LONGEST_WORDS - 1)
    return range(max(0, first - AROUND_WORDS), min(len(words) - 1, cut) + 1)


def _joined(words: list[Span], visible: list[int]) -> Iterator[Span]:
    """Yield one span for each run of neighbouring words."""
    for _, run in groupby(enumerate(visible), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield Span(words[numbers[0]].start, words[numbers[-1]].end)
