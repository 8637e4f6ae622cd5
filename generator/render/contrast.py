"""Which words of a passage are not in every wording of it: found for the eye, as equals, no side is the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from generator.anchors import fold
from generator.model import Place, Span
from generator.render.lookup import Lookup

LEAST_SHARED = 0.4
"""Share of words below which marking would mark nearly everything and help nobody."""

WORD = re.compile(r"\w+(?:['’.,\-‑]\w+)*")


@dataclass(frozen=True, slots=True)
class Word:
    place: int
    """Which place of its version it stands in."""
    span: Span
    folded: str


@dataclass(frozen=True, slots=True)
class Contrast:
    differing: tuple[tuple[tuple[Span, ...], ...], ...]
    """For each wording, for each of its places: the stretches that a like wording does not have there."""
    apart: tuple[bool, ...]
    """For each wording, whether it is like no other one: too few words shared for marks to help."""


def contrast(lookup: Lookup, wordings: Sequence[Sequence[Place]]) -> Contrast:
    """Compare wordings word by word, in order; spaces, case and punctuation do not count.

    Only wordings that share many words are compared with each other. Words withheld in an excerpt are compared too:
    that they differ shows none of them.
    """
    words = [list(_words(lookup, places)) for places in wordings]
    shared = [[True] * len(own) for own in words]
    apart = [len(wordings) > 1] * len(wordings)
    for left, right in combinations(range(len(words)), 2):
        matcher = SequenceMatcher(None, [w.folded for w in words[left]], [w.folded for w in words[right]], False)
        if matcher.ratio() >= LEAST_SHARED:
            _unmatched(matcher, shared[left], shared[right])
            apart[left] = apart[right] = False
    stretches = (
        tuple(tuple(_stretches(own, kept, place)) for place in range(len(places)))
        for places, own, kept in zip(wordings, words, shared, strict=True)
    )
    return Contrast(tuple(stretches), tuple(apart))


def share_of_words(lookup: Lookup, left: Sequence[Place], right: Sequence[Place]) -> float:
    """Return how many words of the shorter wording the other one has too, in any order, from 0 to 1."""
    ours, theirs = ({word.folded for word in _words(lookup, places)} for places in (left, right))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def same_words(lookup: Lookup, left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Whether two wordings have the same words in the same order."""
    return [w.folded for w in _words(lookup, left)] == [w.folded for w in _words(lookup, right)]


def carry_over(lookup: Lookup, spans: Sequence[Span], first: Sequence[Place], other: Sequence[Place]) -> Iterator[Span]:
    """Yield where the words of `spans` in `first` stand in `other`, which has the same words in the same order."""
    ours, theirs = (list(_words(lookup, places)) for places in (first, other))
    for span in spans:
        inside = [there.span for here, there in zip(ours, theirs, strict=False) if span.holds(here.span)]
        if inside:
            yield Span(inside[0].start, inside[-1].end)


def _words(lookup: Lookup, places: Sequence[Place]) -> Iterator[Word]:
    for number, place in enumerate(places):
        text = lookup.versions[place.version].article.text
        for match in WORD.finditer(text, place.span.start, place.span.end):
            yield Word(number, Span(*match.span()), fold(match.group()).text.casefold())


def _unmatched(matcher: SequenceMatcher[str], left: list[bool], right: list[bool]) -> None:
    """Note the words between two matching stretches as not shared."""
    for before, after in pairwise([(0, 0, 0), *matcher.get_matching_blocks()]):
        for own, side in ((left, 0), (right, 1)):
            for i in range(before[side] + before[2], after[side]):
                own[i] = False


def _stretches(words: Sequence[Word], shared: Sequence[bool], place: int) -> Iterator[Span]:
    """Yield neighbouring words that are not shared as one span."""
    start: Word | None = None
    end: Word | None = None
    for word, kept in zip(words, shared, strict=True):
        if kept or word.place != place:
            if start and end:
                yield Span(start.span.start, end.span.end)
            start = end = None
        else:
            start, end = start or word, word
    if start and end:
        yield Span(start.span.start, end.span.end)
