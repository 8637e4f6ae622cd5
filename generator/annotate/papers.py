"""Whose paper "the statement" or "the letter" is, where an author was stated before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.annotate.labels import named_speaker
from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.references import Named
from generator.model import Actor, Article, Speaker, Statement

DOCUMENTS = words(read_lexicon("sources")["documents"])
# “in a written statement”, “in her letter”: the words that go before are in it
_IN_PAPER = re.compile(r"\bin\s(?:an?|his|her|its|their)\s(?:[\w-]+\s){0,2}?(?P<noun>[a-z-]+)\b(?!\s(?:from|by|of)\b)")
# “a statement”, “another e-mail”, “Moreno's letter”, “the letter from the port”: a paper is brought in
_BROUGHT_IN = (
    r"(?:\b(?:an?|another|his|her|its|their)\s|['’]s\s)(?:[\w-]+\s){{0,2}}?(?P<noun>{0})\b"
    r"|\bthe\s(?P<of>{0})\s(?:from|by)\s"
)
_FAR_BEHIND_CHARS = 60
_ONE_AUTHORS = "|".join(read_lexicon("sources")["papers"].split())
_A_PAPER = rf"(?:an?|his|her|its|their)\s(?:[\w’'-]+\s){{0,3}}?(?P<noun>{_ONE_AUTHORS})\b"
# “Moreno posted an open letter”, “the Senate, in a hurry, later released a short statement”
_ISSUES = re.compile(
    r"(?:,[^,;.“”\"]{3,200},)?\s(?:has |had |later |also |then )?"
    r"(?:released|issued|posted|sent(?: out)?|wrote|penned|published|put out|delivered)\s"
    rf"(?:[a-z][\w'’]*\s){{0,3}}?{_A_PAPER}"
)
# “In a post on her page, Moreno”
_IN_PAPER_OF = re.compile(rf"\b[Ii]n\s{_A_PAPER}[^,.;“”\"]{{0,60}},\s")


def find_issued(
    article: Article, actors: Sequence[Actor], places: Mapping[int, Named]
) -> Iterator[tuple[int, str, Speaker]]:
    """Yield papers that the text says somebody wrote or released: where the noun stands, the noun, whose it is.

    Missed on purpose: reports, surveys and lawsuits, which speak for many.
    """
    for actor in actors:
        for mention in actor.mentions:
            if (issued := _ISSUES.match(article.text, mention.end)) is not None:
                yield issued.start("noun"), issued["noun"], named_speaker([actor])
    for told in _IN_PAPER_OF.finditer(article.text):
        if (named := places.get(told.end())) is not None:
            yield told.start("noun"), told["noun"], named_speaker([named.actor])


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
