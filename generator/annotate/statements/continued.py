"""Quotations that carry no speaker of their own and go on with the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.readings import Reading
from generator.model import Article, Span


def read_on(article: Article, read: Sequence[Sentence], readings: Sequence[Reading]) -> list[Reading]:
    """Add to each reading the quotations that follow in the same paragraph as sentences of their own."""
    readings = list(readings)
    for number, sentence in enumerate(read):
        if not (sentence.kinds[0] in "Qq" and all(kind in "Qq.,…-" for kind in sentence.kinds)):
            continue
        span = sentence.span(0, 0)
        before = [
            r
            for r in readings
            if r.sentence == number - 1 and r.group in ("say", "tell", "ask") and r.content[0].start < span.start
        ]
        if not before:
            continue
        whose = next((r for r in before if _quotes(article, r)), before[0])
        at = readings.index(whose)
        readings[at] = replace(whose, content=_joined((*whose.content, span)), sentence=number)
    return readings


def _quotes(article: Article, reading: Reading) -> bool:
    return any(mark in article.at(span) for span in reading.content for mark in '“"')


def _joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted(spans))
