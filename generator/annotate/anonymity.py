"""What the text says of a source that it does not name, in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.reasons import Nameless, Reasons, find_reason, trimmed
from generator.model import Anonymity, Article, Span, Statement

_LISTS = read_lexicon("sources")
NUMBERS = words(_LISTS["numbers"])
_DETERMINERS = words(_LISTS["determiners"]) | words(
    "one according to of most neither nor either among more others all someone somebody those they we"
)
_GENERAL = words(_LISTS["general"])
_NOUNS = (words(_LISTS["persons"]) | words(_LISTS["offices"])) - NUMBERS - {"one", "most", "others", "both", "all"}
# “two”, “A few”, “more than 13 million”, “16 percent of”; no year.
_COUNT = re.compile(
    rf"(?:(?:an?|the|these|those|his|her|their)\s)?"
    rf"(?P<count>(?:(?:more|fewer|less)\sthan|at\sleast|about|around|nearly|almost|some)?\s?"
    rf"(?:(?!(?:19|20)\d\d\b)\d[\d,.]*(?:\s(?:million|billion|thousand|percent|per\scent))?%?|{'|'.join(sorted(NUMBERS))})"
    rf"(?:\s(?:dozen|hundred|thousand|million)s?)?\b)"
    rf"(?:\sof(?:\sthe)?)?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w.]*\w(?:['’-]\w+)*\.?(?:['’]s)?")
_KNOWS = re.compile(
    r"""(?:\b(?:directly|closely|personally|intimately|well)\s+)?
    (?:\bfamiliar\ with | \bclose\ to | \bbriefed\ (?:on|about) | \bwith\ (?:\w+\s)?(?:knowledge|access|insight)\b
     | \baware\ of
     | \bknowledgeable\ about | \binvolved\ (?:in|with)
     | \bwho\ (?:has|have|had|is|are|was|were|saw|attended|heard|read|reviewed|took\ part|participated|worked?)\s
       (?!asked|requested|insisted|declined|spoken|spoke|not\ authori)(?:[\w’'-]+\s){0,3}?
       (?:seen|heard|read|reviewed|briefed|familiar|aware|present|involved|knowledge|in\ the\ room|attended|worked|the)
    )""",
    re.VERBOSE,
)
# What ends the noun phrase of a source: “aides to the mayor, who …”, “sources cited by …”
_END = re.compile(
    r",(?!\s(?:and|or)\b)|[;:“”\"—–\n]|\.(?=\s|$)|\s(?:said|says|told|who|whom|whose|that|which|(?:cited|quoted)\sby)\b|$"
)
_BEHIND = re.compile(r"\s(?:of|from|at|in|for|to|on|inside|within|with)\s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the noun phrase of an unnamed source tells."""

    number: Span | None
    described: Span | None
    noun: Span | None
    """The noun at its head; None where no noun of our list stands there."""
    knows: Span | None


def find_anonymity(article: Article, statement: Statement, sentence_end: int, reasons: Reasons) -> Anonymity:
    """Return what the source's own words, those right behind the cue, the sentence after `sentence_end` and what the
    article says of all such sources (`reasons`) give away.

    Spans are the text's words. A side is never inferred: "Ottawa sources" are described as `Ottawa`, nothing more.
    """
    phrase = read_phrase(article, statement)
    of_all = reasons.get(article.at(phrase.noun).casefold()) if phrase.noun else None
    reason = find_reason(article, statement, sentence_end) or of_all
    return Anonymity(number=phrase.number, described=phrase.described, knows=phrase.knows, reason=reason)


def find_nameless(article: Article, statements: Iterable[Statement]) -> Iterator[Nameless]:
    """Yield the nouns of these statements' sources, in their order."""
    for statement in statements:
        phrase = read_phrase(article, statement)
        if phrase.noun is not None:
            described = article.at(phrase.described).casefold() if phrase.described else ""
            yield Nameless(statement.source[0].start, article.at(phrase.noun).casefold(), described)


def read_phrase(article: Article, statement: Statement) -> Phrase:
    """Read number, kind and knowledge off a source. The kind is the whole phrase, but for nouns such as "source" and
    "official" what stands in front of them: `Senate aides`, `members of the choir`, but only `US` of "US sources".
    """
    text = article.text
    start, end = statement.source[0].start, statement.source[-1].end
    number: Span | None = None
    if count := _COUNT.match(text, start, end):
        number = Span(*count.span("count"))
        start = count.end()
    knows = _KNOWS.search(text, start, end)
    told = trimmed(text, knows.start(), _stop(text, knows.end(), end)) if knows else None
    stop = min(_stop(text, start, end), knows.start() if knows else end)
    first, noun = _core(text, start, stop)
    if noun is not None and article.at(noun).casefold() in _GENERAL and not _BEHIND.match(text, noun.end, stop):
        described = trimmed(text, first, noun.start) if first < noun.start else None
    else:
        described = trimmed(text, first, stop) if first < stop else None
    return Phrase(number, described, noun, told)


def _stop(text: str, start: int, end: int) -> int:
    found = _END.search(text, start, end)
    return found.start() if found else end


def _core(text: str, start: int, end: int) -> tuple[int, Span | None]:
    """Return where the words that describe start, `end` where there are none, and the noun at the head."""
    first = end
    for match in _TOKEN.finditer(text, start, end):
        folded = match.group().casefold()
        if first == end and folded in _DETERMINERS:
            continue
        first = min(first, match.start())
        if folded in _NOUNS and not _noun_follows(text, match.end(), end):
            return first, Span(*match.span())
        if folded in ("of", "in", "for", "with", "and"):
            break  # "directors and advisers"
    return first, None


def _noun_follows(text: str, at: int, end: int) -> bool:
    """Whether the noun only describes the next one: "law enforcement officials", "intelligence agency sources"."""
    following = _TOKEN.match(text, at + 1, end)
    return following is not None and following.group().casefold() in _NOUNS
