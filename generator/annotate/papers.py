"""Whose paper "the statement" or "the letter" is, where an author was stated before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.annotate.lexicon import read_lexicon, words
from generator.model import Article, Speaker, Statement

DOCUMENTS = words(read_lexicon("sources")["documents"])
# “in a written statement”, “in her letter”: the words that go before are in it
_IN_PAPER = re.compile(r"\bin\s(?:an?|his|her|its|their)\s(?:[\w-]+\s){0,2}?(?P<noun>[a-z-]+)\b(?!\s(?:from|by|of)\b)")
# “a statement”, “another e-mail”, “Moreno's letter”, “the letter from the port”: a paper is brought in
_BROUGHT_IN = (
    r"(?:\b(?:an?|another|his|her|its|their)\s|['’]s\s)(?:[\w-]+\s){{0,2}}?(?P<noun>{0})\b"
    r"|\bthe\s(?P<of>{0})\s(?:from|by)\s"
)
_FAR_BEHIND_CHARS = 60


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one article with a stated author, in the order in which it is read."""

    article: Article
    known: list[tuple[int, str, Speaker]] = field(default_factory=list)
    """Where the noun stands, the noun, whose paper it is."""

    def note_source(self, statement: Statement, noun: str, noun_end: int, author: Speaker) -> None:
        """Keep the author of the paper that is the source itself: "the letter from Anna Moreno said"."""
        if statement.sure:
            self.known.append((self.article.text.casefold().rfind(noun, 0, noun_end), noun, author))

    def note_place(self, statement: Statement, author: Speaker) -> None:
        """Keep the paper in which somebody says it: "Moreno said in a letter"."""
        spans = (*statement.source, *statement.cue)
        if not statement.sure or not spans:
            return
        start, last = min(span.start for span in spans), max(span.end for span in spans)
        for match in _IN_PAPER.finditer(self.article.text, start, last + _FAR_BEHIND_CHARS):
            between = self.article.text[last : match.start()]
            said = any(content.start <= match.start() < content.end for content in statement.content)
            if match["noun"] in DOCUMENTS and not said and not re.search(r"[.!?;\n]\s?", between):
                self.known.append((match.start("noun"), match["noun"], author))

    def author(self, noun: str, start: int, at: int) -> Speaker | None:
        """Whose "the statement" at `at` is: the only author of one from `start` on, if no other one is brought in."""
        recent = [(place, author) for place, called, author in self.known if called == noun and start <= place < at]
        authors = {author for _, author in recent}
        places = {place for place, _ in recent}
        for match in re.finditer(_BROUGHT_IN.format(re.escape(noun)), self.article.text[start:at], re.IGNORECASE):
            place = start + (match.start("noun") if match["noun"] else match.start("of"))
            if place not in places:
                return None
        return next(iter(authors)) if len(authors) == 1 else None
