"""Which words of a passage are not in every wording of it: found for the eye, as equals, no side is the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

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
    """For each wording, for each of its places: the stretches that some other wording does not have there."""

    differing: tuple[tuple[tuple[Span, ...], ...], ...]
    few_shared: bool
    """The wordings share so few words that nothing is marked."""


def contrast(lookup: Lookup, wordings: Sequence[Sequence[Place]]) -> Contrast:
    """Compare wordings word by word, in order; spaces, case and punctuation do not count.

    Words withheld in an excerpt are compared too: that they differ shows none of them.
    """
    words = [list(_words(lookup, places)) for places in wordings]
    shared = [[True] * len(own) for own in words]
    few = False
    for left in range(len(words)):
        for right in range(left + 1, len(words)):
            few |= _compare(words, shared, left, right) < LEAST_SHARED
    if few:
        return Contrast(tuple(tuple(() for _ in places) for places in wordings), few_shared=True)
    stretches = (
        tuple(tuple(_stretches(own, kept, place)) for place in range(len(places)))
        for places, own, kept in zip(wordings, words, shared, strict=True)
    )
    return Contrast(tuple(stretches), few_shared=False)


def share_of_words(lookup: Lookup, left: Sequence[Place], right: Sequence[Place]) -> float:
    """Return how many words of the shorter wording the other one has too, in any order, from 0 to 1."""
    ours, theirs = ({word.folded for word in _words(lookup, places)} for places in (left, right))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def same_words(lookup: Lookup, left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Whether two wordings have the same words in the same order."""
    return [w.folded for w in _words(lookup, left)] == [w.folded for w in _words(lookup, right)]


def _words(lookup: Lookup, places: Sequence[Place]) -> Iterator[Word]:
    for number, place in enumerate(places):
        text = lookup.versions[place.version].article.text
        for match in WORD.finditer(text, place.span.start, place.span.end):
            yield Word(number, Span(*match.span()), fold(match.group()).text.casefold())


def _compare(words: Sequence[Sequence[Word]], shared: Sequence[list[bool]], left: int, right: int) -> float:
    """Note what the two do not share; return the share of words that they do."""
    matcher = SequenceMatcher(None, [w.folded for w in words[left]], [w.folded for w in words[right]], autojunk=False)
    matches = matcher.get_matching_blocks()
    for before, after in pairwise([(0, 0, 0), *matches]):
        for i in range(before[0] + before[2], after[0]):
            shared[left][i] = False
        for i in range(before[1] + before[2], after[1]):
            shared[right][i] = False
    return matcher.ratio()


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
