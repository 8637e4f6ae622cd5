"""How well times are found and read, against TimeBank."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.evaluate.gold import GoldTime, Part, read_times
from generator.evaluate.scores import NOTHING, Error, Score
from generator.model import Annotated, Seed, Span, TimeExpression

WITH_YEAR = re.compile(r"\d{4}")
COMPARED = 10
"""How many characters of a TIMEX3 value are compared: `2020-03-09` without its time of day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFigures:
    articles: int
    words: int
    found: Score
    """Spans that overlap, one to one. Wanted: dates and times whose value begins with a year. Found: time expressions
    whose value begins with one; those without a value assert nothing and count for nothing."""
    value: Score
    """Values right among those found: `found` and `wanted` are both the pairs of `found.right`."""
    errors: tuple[Error, ...]


def evaluate_times(path: Path, annotate: Callable[[Seed], Annotated], part: Part = Part.ALL) -> TimeFigures:
    """Compare the time expressions that `annotate` finds with the dates and times of the gold file at `path`."""
    articles = words = 0
    found = value = NOTHING
    errors: list[Error] = []
    for seed, gold in read_times(path, part):
        annotated = annotate(seed)
        articles += 1
        words += annotated.article.words
        wanted = [g for g in gold if g.type in ("DATE", "TIME") and WITH_YEAR.match(g.value)]
        marks = [(annotated.article.raw(t.span), t) for t in annotated.times if WITH_YEAR.match(t.value or "")]
        pairs = _pair([g.span for g in wanted], [span for span, _ in marks])
        right = {w for w, f in pairs.items() if wanted[w].value[:COMPARED] == (marks[f][1].value or "")[:COMPARED]}
        found += Score(len(pairs), len(marks), len(wanted))
        value += Score(len(right), len(pairs), len(pairs))
        for w, mark in enumerate(wanted):
            if w not in pairs:
                errors.append(_error("missed", seed, mark, None))
            elif w not in right:
                errors.append(_error("other value", seed, mark, marks[pairs[w]][1]))
        marked_otherwise = {g.span: g for g in gold if g not in wanted}
        for f, (span, time) in enumerate(marks):
            if f not in pairs.values():
                other = next((g for s, g in marked_otherwise.items() if s.meets(span)), None)
                errors.append(_error("no date with a year", seed, other, time))
    return TimeFigures(articles=articles, words=words, found=found, value=value, errors=tuple(errors))


def _pair(wanted: list[Span], found: list[Span]) -> dict[int, int]:
    """Pair overlapping spans one to one, the longest overlap first, else in reading order; return wanted → found."""
    overlaps = sorted(
        (max(w.start, f.start) - min(w.end, f.end), i, j)
        for i, w in enumerate(wanted)
        for j, f in enumerate(found)
        if w.meets(f)
    )
    pairs: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _error(kind: str, seed: Seed, wanted: GoldTime | None, found: TimeExpression | None) -> Error:
    published = seed.details.published
    context = wanted.span if wanted else found.span if found else Span(0, 1)
    around = seed.text[max(0, context.start - 60) : context.end + 30].replace("\n", " ")
    words = seed.text[wanted.span.start : wanted.span.end] if wanted else ""
    return Error(
        kind=kind,
        detail=words.lower(),
        article=f"{seed.id} ({published.date if published else 'no date'}): …{around}…",
        wanted=f"{words!r} {wanted.type} {wanted.value}" if wanted else "",
        found=f"{seed.text[found.span.start : found.span.end]!r} {found.value} ({found.rule.id})" if found else "",
    )
