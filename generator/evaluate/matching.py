"""Tokens, spans of tokens, and the one-to-one matching of found and wanted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from itertools import product

from generator.model import Span

TOKEN = re.compile(r"\w+")

Tokens = frozenset[int]
"""Numbers of tokens in one text, counted from 0."""


class Tokenised:
    """A text cut into runs of word characters; tells which of them lie wholly inside spans."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in TOKEN.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def inside(self, spans: Iterable[Span]) -> Tokens:
        """Return the tokens that lie wholly inside one of `spans`."""
        numbers: set[int] = set()
        for span in spans:
            number = bisect_left(self._starts, span.start)
            while number < len(self._ends) and self._ends[number] <= span.end:
                numbers.add(number)
                number += 1
        return frozenset(numbers)


def token_f1(left: Set[int], right: Set[int]) -> float:
    """F1 of two sets of tokens; 0 where they share none, also where both are empty."""
    shared = len(left & right)
    return 2 * shared / (len(left) + len(right)) if shared else 0.0


def match_greedily(wanted: Sequence[Tokens], found: Sequence[Tokens], at_least: float = 0.5) -> dict[int, int]:
    """Pair each wanted set with at most one found set, the most alike pair first; return wanted → found.

    Pairs that are equally alike are taken in reading order.
    """
    alike = [
        (token_f1(wanted[w], found[f]), w, f)
        for w, f in product(range(len(wanted)), range(len(found)))
        if not wanted[w].isdisjoint(found[f])
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, w, f in sorted(alike, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if likeness >= at_least and w not in pairs and f not in taken:
            pairs[w] = f
            taken.add(f)
    return pairs
