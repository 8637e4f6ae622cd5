"""Wordings laid side by side, word by word, as equals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from generator.compare.words import WORD, Word
from generator.model import OTHER_WORDS, Span, WordingChange

ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
SENTENCE_END = re.compile(r"[.?!…]")
BRACKETED = re.compile(r"\[[^][]*\]|\([^()]*\)")
"""`they [the owners] knew`: words that the writer adds, and says so."""


def align(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Pair the places of words that both have in the same order: as many as can be, in as few stretches as can be.

    Of two ways to pair as many words, the one in fewer stretches reads like a person's: "I have not" goes with the
    sentence that goes on alike. Time grows with the product of the lengths.
    """
    stretch_cost, match_gain = 1, len(left) + len(right) + 1  # no number of stretches outweighs a match
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    ending = [[-1] * (len(right) + 1) for _ in range(len(left) + 1)]  # of a pairing that ends in this very match
    for i, word in enumerate(left, start=1):
        for j, other in enumerate(right, start=1):
            if word == other:
                ending[i][j] = match_gain + max(ending[i - 1][j - 1], best[i - 1][j - 1] - stretch_cost)
            best[i][j] = max(best[i - 1][j], best[i][j - 1], ending[i][j])
    pairs: list[tuple[int, int]] = []
    i, j = len(left), len(right)
    in_stretch = False
    while i and j:
        if in_stretch or (best[i][j] == ending[i][j] and ending[i][j] > 0):
            pairs.append((i - 1, j - 1))
            in_stretch = ending[i][j] == match_gain + ending[i - 1][j - 1] and ending[i - 1][j - 1] > 0
            i, j = i - 1, j - 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def common_words(wordings: Sequence[Sequence[str]]) -> list[str]:
    """Words that all wordings have in this order: as many as can be found by laying one after the other beside them."""
    return reduce(lambda common, words: [common[i] for i, _ in align(common, words)], wordings[1:], list(wordings[0]))


def differing_words(words: Sequence[Word], common: Sequence[str], breaks: Set[int] = frozenset()) -> Iterator[Span]:
    """Yield the stretches of whole words that are not among the `common` ones, in reading order; none over a break."""
    kept = {place for place, _ in align([word.text for word in words], common)}
    stretch: list[Word] = []
    for place, word in enumerate(words):
        if place not in kept:
            stretch.append(word)
        if stretch and (place in kept or place == len(words) - 1 or place + 1 in breaks):
            yield Span(stretch[0].span.start, stretch[-1].span.end)
            stretch = []


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one quotation and the text that their spans count in."""

    words: tuple[Word, ...]
    text: str
    breaks: frozenset[int] = frozenset()
    """The places of the words that open another piece, behind a cue: “We will,” she said, “not move.”"""

    def broken(self, first: int, last: int) -> bool:
        """Whether another piece opens between the two words."""
        return any(first < place <= last for place in self.breaks)

    def gap(self, first: int, last: int) -> str:
        """The text from behind word `first` to the front of word `last`; beyond the ends, some characters more."""
        start = self.words[first].span.end if first >= 0 else max(0, self.words[0].span.start - 4)
        end = self.words[last].span.start if last < len(self.words) else self.words[-1].span.end + 4
        return self.text[start:end]


def changes_between(left: Quote, right: Quote) -> set[WordingChange]:
    """Return how two quotations of the same talk differ; nothing where they have the same words.

    Words in the place of others are swapped, and so are words missing on both sides inside. Words that one has more
    in the middle are inserted: both pairs of marks promise one unbroken wording. No such promise is broken at the ends
    (whole sentences more or less are a cut on either side, not other words), by an ellipsis, by brackets, or where the
    cue stands between two pieces.
    """
    pairs = align([word.text for word in left.words], [word.text for word in right.words])
    ends = [(-1, -1), *pairs, (len(left.words), len(right.words))]
    changes: set[WordingChange] = set()
    missing: set[str] = set()
    for number, (before, after) in enumerate(pairwise(ends)):
        ours, theirs = after[0] - before[0] - 1, after[1] - before[1] - 1
        outer = number in (0, len(pairs))
        if ours and theirs:
            joints = [
                quote.gap(after[side] - 1, after[side]) if number == 0 else quote.gap(before[side], before[side] + 1)
                for side, quote in enumerate((left, right))
            ]
            other_sentences = outer and all(map(SENTENCE_END.search, joints))
            changes.add(WordingChange.CUT if other_sentences else WordingChange.SWAPPED)
        elif ours or theirs:
            shorter, longer = (right, left) if ours else (left, right)
            at, beside = (1, 0) if ours else (0, 1)
            gap, more = shorter.gap(before[at], after[at]), longer.gap(before[beside], after[beside])
            if ELLIPSIS.search(gap):
                changes.add(WordingChange.ELLIPSIS)
            elif outer or shorter.broken(before[at], after[at]) or not WORD.search(BRACKETED.sub("", more)):
                changes.add(WordingChange.CUT)
            else:
                changes.add(WordingChange.INSERTED)
                missing.add("right" if ours else "left")
    if len(missing) == 2:
        changes.add(WordingChange.SWAPPED)
    if WordingChange.SWAPPED in changes:
        changes.discard(WordingChange.INSERTED)
    if changes & OTHER_WORDS:
        changes.discard(WordingChange.CUT)
    return changes
