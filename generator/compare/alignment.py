"""Wordings laid side by side, word by word, as equals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from rapidfuzz.distance import LCSseq

from generator.compare.words import Word
from generator.model import Span, WordingChange

ELLIPSIS = ("…", "...", ". . .")


def common_words(wordings: Sequence[Sequence[str]]) -> list[str]:
    """Words that all wordings have in this order: as many as can be found by laying one after the other beside them."""
    return reduce(_common, wordings[1:], list(wordings[0])) if wordings else []


def differing_words(words: Sequence[Word], common: Sequence[str]) -> Iterator[Span]:
    """Yield the stretches of whole words that are not among the `common` ones, in reading order."""
    texts = [word.text for word in words]
    kept = {
        at
        for block in LCSseq.opcodes(texts, common)
        if block.tag == "equal"
        for at in range(block.src_start, block.src_end)
    }
    stretch: list[Word] = []
    for at, word in enumerate(words):
        if at not in kept:
            stretch.append(word)
        if stretch and (at in kept or at == len(words) - 1):
            yield Span(stretch[0].span.start, stretch[-1].span.end)
            stretch = []


def changes_between(left: Sequence[Word], left_text: str, right: Sequence[Word], right_text: str) -> set[WordingChange]:
    """Return how the words of two quotations differ; both are taken from the same stretch of talk.

    `left_text` and `right_text` are the articles' texts that the words' spans count in.
    """
    ours, theirs = [word.text for word in left], [word.text for word in right]
    if ours == theirs:
        return set()
    cut_left = cut_right = False
    marked = False
    for code in LCSseq.opcodes(ours, theirs):
        if code.tag == "delete":
            cut_right = True
            marked |= _ellipsis_at(right, code.dest_start, right_text)
        elif code.tag == "insert":
            cut_left = True
            marked |= _ellipsis_at(left, code.src_start, left_text)
    if cut_left and cut_right and not marked:
        return {WordingChange.SWAPPED}
    changes = {WordingChange.ELLIPSIS} if marked else {WordingChange.CUT}
    return changes | ({WordingChange.SWAPPED} if cut_left and cut_right else set())


def _common(left: Sequence[str], right: Sequence[str]) -> list[str]:
    blocks = (block for block in LCSseq.opcodes(left, right) if block.tag == "equal")
    return [word for block in blocks for word in left[block.src_start : block.src_end]]


def _ellipsis_at(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether the gap in front of the word numbered `at` holds an ellipsis."""
    if not words:
        return False
    start = words[at - 1].span.end if at else max(0, words[0].span.start - 4)
    end = words[at].span.start if at < len(words) else words[-1].span.end + 6
    return any(mark in text[start:end] for mark in ELLIPSIS)
