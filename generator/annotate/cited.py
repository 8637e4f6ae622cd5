"""Whom a newsroom cites for what it reports: "The Times reported …, citing two officials"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.vocabulary import PEOPLES, ROLES
from generator.model import Article, Relay, Span, Statement
from generator.newsrooms import bare_name, is_newsroom

_LISTS = read_lexicon("sources")
_PEOPLE = words(_LISTS["persons"]) | words(_LISTS["offices"]) | PEOPLES | ROLES | {"someone", "somebody"}
_REPORTS = re.compile(r"(?:now |first |also |has |had )*(?:reports?|reported|said|says|wrote|writes)\b")
# “…, citing someone familiar with the case.” The words cited run to the next comma or the end of the clause.
_CITING = re.compile(
    r"[\s,”\"’'—–-]*\b(?P<cue>citing|quoting|according\sto)\s(?P<source>(?:[^,.;:“”\"\n—–]|\.(?=\w))+)"
)
_HEAD = re.compile(
    r"(?:[\w.’'-]+\s)*?(?P<noun>[\w’'-]+)"
    r"(?=$|\s(?:of|for|from|with|in|at|on|to|by|about|close|familiar|who|whom|briefed|involved|speaking|inside|near|on)\b)"
)
_NAME = re.compile(r"(?:[A-Z][\w.’'-]+\s?){2,4}$")


def cite_sources(article: Article, sentences: Sequence[Span], statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; one that a newsroom reports, citing people for it, is theirs, passed on by the newsroom.

    Papers that a newsroom cites leave it the speaker: it has read them. Statements that only tell of the citing are
    left out. Missed on purpose: whom the newsroom cites within words that are quoted from it.
    """
    cited: dict[int, tuple[Span, Span]] = {}
    for number, statement in enumerate(statements):
        if (found := _cited(article, sentences, statement)) is not None:
            cited[number] = found
    told = {span for pair in cited.values() for span in pair}
    for number, statement in enumerate(statements):
        if number in cited:
            yield _passed_on(article, statement, cited[number][1])
        elif told.isdisjoint((*statement.source, *statement.cue)):
            yield statement


def _cited(article: Article, sentences: Sequence[Span], statement: Statement) -> tuple[Span, Span] | None:
    """Return "citing" and the source behind it, in the sentence of a statement that is a newsroom's."""
    if len(statement.source) != 1 or not is_newsroom(bare_name(article.at(statement.source[0]))):
        return None
    if not statement.cue or not _REPORTS.match(article.at(statement.cue[0])):
        return None
    spans = (*statement.source, *statement.cue, *statement.content)
    end = max(span.end for span in spans)
    sentence_end = next((sentence.end for sentence in sentences if sentence.start < end <= sentence.end), end)
    match = _CITING.match(article.text, end, sentence_end)
    if match is None or not _are_people(match["source"].strip()):
        return None
    source = match["source"].rstrip()
    return Span(*match.span("cue")), Span(match.start("source"), match.start("source") + len(source))


def _are_people(source: str) -> bool:
    head = _HEAD.match(source)
    return bool(_NAME.match(source)) or (head is not None and head["noun"].casefold() in _PEOPLE)


def _passed_on(article: Article, statement: Statement, source: Span) -> Statement:
    newsroom, verb = statement.source[0], statement.cue[0]
    said = Span(min(newsroom.start, verb.start), max(newsroom.end, verb.end))
    name = " ".join(bare_name(article.at(newsroom)).split())
    relay = Relay(name, said if len(said) <= len(newsroom) + len(verb) + 1 else newsroom, heard=False)
    return replace(statement, source=(source,), relays=(relay,))
