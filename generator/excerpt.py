"""Which words of a version may be shown: all of them, or marked words and a few around them (`rights: excerpt`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model import Annotated, Rights, Span

AROUND_WORDS = 4
LONGEST_WORDS = 30
"""A marked span longer than this is cut: an indirect statement can be a whole paragraph."""

WORD = re.compile(r"\S+")


def shown(version: Annotated) -> tuple[Span, ...]:
    """Return the spans of the reading text that a page or an export may show; sorted, disjoint.

    Full rights, or rights not decided yet, show every block. An excerpt shows each source, cue, quotation, time and
    framing mark, cut after `LONGEST_WORDS` words, with up to `AROUND_WORDS` words on each side.
    """
    article = version.article
    if article.seed.details.rights is not Rights.EXCERPT:
        return tuple(block.span for block in article.blocks)
    words = [Span(*match.span()) for match in WORD.finditer(article.text)]
    return tuple(_joined(_widened(span, words) for span in _marked(version)))


def withheld_words(version: Annotated, within: Span) -> int:
    """Count the words of `within` that may not be shown."""
    visible = shown(version)
    inside = (Span(within.start + m.start(), within.start + m.end()) for m in WORD.finditer(version.article.at(within)))
    return sum(not any(span.holds(word) for span in visible) for word in inside)


def _marked(version: Annotated) -> Iterator[Span]:
    for statement in version.statements:
        yield from statement.source
        yield from statement.cue
    yield from (quotation.span for quotation in version.quotations)
    yield from (time.span for time in version.times)
    yield from (mark.span for mark in version.framing)


def _widened(span: Span, words: list[Span]) -> Span:
    touched = [i for i, word in enumerate(words) if word.meets(span)]
    first = max(0, touched[0] - AROUND_WORDS)
    last = min(len(words) - 1, touched[0] + LONGEST_WORDS - 1, touched[-1] + AROUND_WORDS)
    return Span(words[first].start, words[last].end)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in sorted(spans):
        if current is None or span.start > current.end:
            if current:
                yield current
            current = span
        else:
            current = Span(current.start, max(current.end, span.end))
    if current:
        yield current
