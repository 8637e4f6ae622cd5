"""Which words of a version may be shown: all of them, or marked words and a few around them (`rights: excerpt`)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.model import Annotated, Rights, Span, Statement, StatementKind

AROUND_WORDS = 2
LONGEST_WORDS = 12
"""A marked span longer than this is cut: an indirect statement can be a whole paragraph."""
MOST_SHARE = 1 / 3
"""Of the words of an article. A habit of caution, not a limit that any law knows: an excerpt must not replace it."""

WORD = re.compile(r"\S+")


def shown(version: Annotated) -> tuple[Span, ...]:
    """Return the spans of the reading text that a page or an export may show; sorted, disjoint.

    Full rights, or rights not decided yet, show every block. An excerpt shows, as long as no more than `MOST_SHARE` of
    the words are: first who is quoted and by which verb; then the quotations, cut after `LONGEST_WORDS` words, short
    ones first, so that as many as possible are seen whole; then `AROUND_WORDS` words on each side of them; then the
    other sources, cues, times and framing marks.
    """
    article = version.article
    if article.seed.details.rights is not Rights.EXCERPT:
        return tuple(block.span for block in article.blocks)
    words = [Span(*match.span()) for match in WORD.finditer(article.text)]
    visible: set[int] = set()
    for span, around_words in _marked(version):
        wanted = visible.union(_around(span, words, around_words))
        if len(wanted) <= MOST_SHARE * len(words):
            visible = wanted
    return tuple(_joined(words, sorted(visible)))


def _marked(version: Annotated) -> Iterator[tuple[Span, int]]:
    """Yield marks, the most wanted first, each with the number of words to show on its sides."""
    quoting = [statement for statement in version.statements if statement.kind is not StatementKind.INDIRECT]
    quotations = sorted((quotation.span for quotation in version.quotations), key=lambda span: span.end - span.start)
    yield from ((span, 0) for span in _attributions(quoting))
    yield from ((span, 0) for span in quotations)
    yield from ((span, AROUND_WORDS) for span in quotations)
    yield from ((span, 0) for span in _attributions(version.statements))
    yield from ((time.span, AROUND_WORDS) for time in version.times)
    yield from ((mark.span, AROUND_WORDS) for mark in version.framing)


def _attributions(statements: Iterable[Statement]) -> Iterator[Span]:
    return (span for statement in statements for span in (*statement.source, *statement.cue))


def _around(span: Span, words: list[Span], around_words: int) -> range:
    """Return the numbers of the words to show for one mark."""
    first = bisect_right(words, span.start, key=lambda word: word.end)
    last = bisect_left(words, span.end, key=lambda word: word.start) - 1
    cut = min(last + around_words, first + LONGEST_WORDS - 1)
    return range(max(0, first - around_words), min(len(words) - 1, cut) + 1)


def _joined(words: list[Span], visible: list[int]) -> Iterator[Span]:
    """Yield one span for each run of neighbouring words."""
    for _, run in groupby(enumerate(visible), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield Span(words[numbers[0]].start, words[numbers[-1]].end)
