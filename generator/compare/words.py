"""Words as the comparison sees them: whole, in small letters, with their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Article, Span

# U.S. as one word; won't, Bill's; next-generation as two; 5G, 200
WORD = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}|\w+(?:['’ʼ]\w+)*")
ALIKE = str.maketrans({"’": "'", "ʼ": "'", ".": None})
POSSESSIVE = re.compile(r"'s?$")


TELLING_LETTERS = 4
"""Shorter words are mostly grammar, and no evidence that two wordings are one."""
TURNING = frozenset({"no", "not", "nor", "cannot", "all", "any", "few", "one", "two", "six", "ten", "may", "can"})
"""Short words that turn the sense of what is said: with “no”, “few” or “ten” in its place it is another statement."""


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    """In small letters, apostrophes straight, without the points of U.S."""
    span: Span

    @property
    def stem(self) -> str:
        """The head of the word: `warned`, `warnings` and `warn's` look alike, in most languages."""
        return POSSESSIVE.sub("", self.text)[:6]

    @property
    def tells(self) -> bool:
        return len(self.text) >= TELLING_LETTERS

    @property
    def turns(self) -> bool:
        """Whether another word in its place, or none, makes another statement of it."""
        head = self.text.partition("'")[0]  # it's is no longer than it
        long = len(head) >= TELLING_LETTERS
        return long or head in TURNING or self.text.endswith("n't") or self.text[0].isdigit()


def find_words(article: Article, span: Span) -> Iterator[Word]:
    """Yield the words inside `span` in reading order; a hyphen parts words, an apostrophe does not."""
    for match in WORD.finditer(article.text, span.start, span.end):
        yield Word(match.group().lower().translate(ALIKE), Span(*match.span()))
