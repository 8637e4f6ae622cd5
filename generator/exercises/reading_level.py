"""How hard a text is to read."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…]+(?=\s|[”\"'’)]|\Z)")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)\Z")


def reading_level(text: str) -> float:
    """Return the school grade for which English `text` is easy enough (Kincaid, Fishburne, Rogers and Chissom 1975,
    "Derivation of new readability formulas").

    Grade 9 is about age 15. Syllables are estimated from groups of vowels, so that the figure is right to about one
    grade; 0 for a text without a word.
    """
    words = WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(SENTENCE_END.findall(text)))
    syllables = sum(map(count_syllables, words))
    return max(0.0, 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59)


def count_syllables(word: str) -> int:
    """Estimate the syllables of an English word; at least one."""
    bare = word.lower()
    groups = len(VOWELS.findall(bare))
    return max(1, groups - bool(SILENT.search(bare)))
