"""What the text says of a source that it does not name, in its own words."""

from __future__ import annotations

import re

from generator.annotate.lexicon import read_lexicon, words
from generator.model import Anonymity, Article, Span, Statement

_LISTS = read_lexicon("sources")
NUMBERS = words(_LISTS["numbers"])
_DETERMINERS = words(_LISTS["determiners"]) | {
    "one",
    "according",
    "to",
    "of",
    "most",
    "neither",
    "nor",
    "either",
    "among",
    "more",
}
_NOUNS = (words(_LISTS["persons"]) | words(_LISTS["offices"])) - NUMBERS - {"one", "most", "others", "both", "all"}
# “two”, “A few”, “more than 13 million”, “16 percent of”; no year.
_COUNT = re.compile(
    rf"(?:(?:an?|the|these|those|his|her|their)\s)?"
    rf"(?P<count>(?:(?:more|fewer|less)\sthan|at\sleast|about|around|nearly|almost|some)?\s?"
    rf"(?:(?!(?:19|20)\d\d\b)\d[\d,.]*(?:\s(?:million|billion|thousand|percent|per\scent))?%?|{'|'.join(sorted(NUMBERS))})\b)"
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
# “who asked not to be named because …”, “on condition of anonymity”, “declined to be identified”
_REASON = re.compile(
    r"""(?:\bwho\s(?:\w+\s){0,2}?(?=asked|requested|insisted|declined|spoke|wished|wanted|was|were|is|are|did|would))?
    (?:\b(?:asked|asking|requested|requesting|wished|wishing|wanted|wanting|insisted|insisting|declined|declining|refused|refusing|
         preferred|preferring)\s
        (?:\w+\s){0,3}?(?:anonymity|be\ (?:named|identified|quoted)|remain\ (?:anonymous|unnamed)|anonymous)
     | \b(?:(?:spoke|speaking|talked)\s(?:\w+\s){0,3}?)?(?:up)?on\ (?:the\ )?condition\ of\ anonymity
     | \b(?:spoke|speaking)\sanonymously
     | \b(?:was|were|is|are|had|has)?\s?(?:not|n['’]t)\ (?:been\s)?(?:authori[sz]ed|permitted|allowed|cleared)
       \ to\ (?:speak|talk|comment|discuss)
     | \b(?:was|were|is|are)\ un(?:authori[sz]ed|able)\ to\ (?:speak|talk|comment|discuss))
    [^,.;“”"\n]*""",
    re.VERBOSE,
)
# “They asked not to be named because …”, in the sentence behind.
_NEXT = re.compile(
    rf"[”\"’.\s]*\s(?:They|He|She|(?:The|These|Those|Both|All)\s(?:\w+\s){{0,2}}?(?:{'|'.join(sorted(_NOUNS))}))"
    r"(?:\sall|\sboth)?\s(?=asked|requested|insisted|declined|refused|preferred|wished|wanted|spoke"
    r"|w(?:as|ere)\s(?:not|n['’]t|un)|(?:is|are)\snot)",
)
_END = re.compile(r",(?!\s(?:and|or)\b)|[;:“”\"—–\n]|\.(?=\s|$)|\s(?:said|says|told|who)\b|$")


def find_anonymity(article: Article, statement: Statement, sentence_end: int) -> Anonymity:
    """Return what the source's own words, those right behind the cue and the sentence after `sentence_end` give away.

    Spans are the text's words. A side is never inferred: "Ottawa sources" are described as `Ottawa`, nothing more.
    """
    text = article.text
    start, end = statement.source[0].start, statement.source[-1].end
    number, described, noun_end = _in_front(text, start, end)
    knows: Span | None = None
    if noun_end is not None and (match := _KNOWS.search(text, noun_end, end)):
        stop = _END.search(text, match.end(), end)
        knows = _span(text, match.start(), stop.start() if stop else end)
    return Anonymity(number=number, described=described, knows=knows, reason=_reason(article, statement, sentence_end))


def _in_front(text: str, start: int, end: int) -> tuple[Span | None, Span | None, int | None]:
    """Return the number, the description and where the head noun ends, None where no known noun stands there."""
    number: Span | None = None
    if count := _COUNT.match(text, start, end):
        number = Span(*count.span("count"))
        start = count.end()
    first: int | None = None
    last: int | None = None
    before: re.Match[str] | None = None
    for match in _TOKEN.finditer(text, start, end):
        folded = match.group().casefold()
        if folded == "and" and before is not None and before.group().endswith("s"):
            break  # "directors and advisers": no description
        if folded in _NOUNS and (first is None or not _noun_follows(text, match.end(), end)):
            described = Span(first, last) if first is not None and last is not None else None
            return number, described, match.end()
        if folded in ("of", "in", "for", "with", "who", "that") and first is not None:
            break
        if first is not None or folded not in _DETERMINERS:
            first = match.start() if first is None else first
            last = match.end()
        before = match
    return number, None, None


def _noun_follows(text: str, at: int, end: int) -> bool:
    """Whether the noun only describes the next one: "law enforcement officials", "intelligence agency sources"."""
    following = _TOKEN.match(text, at + 1, end)
    return following is not None and following.group().casefold() in _NOUNS


def _reason(article: Article, statement: Statement, sentence_end: int) -> Span | None:
    source = statement.source[-1]
    behind = max(source.end, *(cue.end for cue in statement.cue)) if statement.cue else source.end
    for start, end in ((statement.source[0].start, source.end), (source.end, max(behind, sentence_end))):
        for match in _REASON.finditer(article.text, start, end):
            reported = any(match.start() < cue.end and cue.start < match.end() for cue in statement.cue)
            later = [c.start for c in statement.content if c.start >= match.start() and not reported]
            if not any(c.start <= match.start() < c.end for c in statement.content):
                return _span(article.text, match.start(), min([*later, match.end()]))
    follows = _NEXT.match(article.text, sentence_end)
    if follows and (reason := _REASON.match(article.text, follows.end())):
        return _span(article.text, *reason.span())
    return None


def _span(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None
