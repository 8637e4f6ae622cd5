"""Why a source has no name: what the text says of it beside the source, right behind it, or once for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.annotate.lexicon import read_lexicon, words
from generator.model import Article, Span, Statement

_LISTS = read_lexicon("sources")
_PERSONS = "|".join(sorted(words(_LISTS["persons"]) | words(_LISTS["offices"])))
# “who asked not to be named because …”, “on condition of anonymity”, “declined to be identified”
REASON = re.compile(
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
_VERB = (
    r"(?=asked|requested|insisted|declined|refused|preferred|wished|wanted|spoke|w(?:as|ere)\s(?:not|n['’]t|un)"
    r"|(?:is|are)\snot)"
)
# “They asked not to be named because …”, in the sentence behind.
_NEXT = re.compile(
    rf"[”\"’.\s]*\s(?:They|He|She|(?:The|These|Those|Both|All)\s(?:\w+\s){{0,2}}?(?:{_PERSONS}))(?:\sall|\sboth)?\s{_VERB}"
)
# “They all spoke on the condition of anonymity as …”, “The people requested anonymity because …”, in a later one.
_FOR_ALL = re.compile(
    rf"(?:They|(?:All|Both)(?:\sof)?(?:\sthem)?|(?:(?:All|Both|All\sof|Both\sof)\s(?:the\s|these\s|those\s)?|The\s|These\s|Those\s)"
    rf"(?:\w+\s){{0,2}}?(?P<noun>{_PERSONS}))(?:,?\s(?:all|both))?(?:,\s?who|\swho)?\s{_VERB}"
)

Reasons = Mapping[str, Span]
"""Head noun of sources without a name, as written but in small letters: `people` → why no name is given."""


@dataclass(frozen=True, slots=True)
class Nameless:
    """A source without a name, by its noun."""

    at: int
    noun: str
    """As written, in small letters."""
    described: str
    """Empty where nothing but the noun tells what kind of people they are."""


def find_reasons(
    article: Article,
    sentences: Sequence[Span],
    statements: Sequence[Statement],
    nameless: Sequence[Nameless],
    window: Callable[[int], int],
) -> Reasons:
    """Return what a sentence says at once of all sources of one noun, on whichever side of it they stand.

    "The people" and "all the officials" are all sources of the article called so, "they" those of the last noun between
    `window` of the sentence and the sentence. Missed on purpose: a sentence that is itself somebody's words, nouns
    under which the article has sources of several kinds, and a singular, which says nothing of others.
    """
    reasons: dict[str, Span] = {}
    for sentence in sentences:
        match = _FOR_ALL.match(article.text, sentence.start, sentence.end)
        reason = REASON.match(article.text, match.end(), sentence.end) if match else None
        if match is None or reason is None or _is_said(sentence, statements):
            continue
        start = window(sentence.start)
        near = [source.noun for source in nameless if start <= source.at < sentence.start]
        noun = match["noun"].casefold() if match["noun"] else "".join(near[-1:])
        kinds = {source.described for source in nameless if source.noun == noun}
        if noun.endswith(("s", "people", "men")) and len(kinds) == 1:
            reasons.setdefault(noun, Span(*reason.span()))
    return reasons


def _is_said(sentence: Span, statements: Sequence[Statement]) -> bool:
    return any(c.start <= sentence.start < c.end for statement in statements for c in statement.content)


def find_reason(article: Article, statement: Statement, sentence_end: int) -> Span | None:
    """Return what the source's own words, those right behind the cue or the sentence after `sentence_end` say of it."""
    source = statement.source[-1]
    behind = max(source.end, *(cue.end for cue in statement.cue)) if statement.cue else source.end
    for start, end in ((statement.source[0].start, source.end), (source.end, max(behind, sentence_end))):
        for match in REASON.finditer(article.text, start, end):
            reported = any(match.start() < cue.end and cue.start < match.end() for cue in statement.cue)
            later = [c.start for c in statement.content if c.start >= match.start() and not reported]
            if not any(c.start <= match.start() < c.end for c in statement.content):
                return trimmed(article.text, match.start(), min([*later, match.end()]))
    follows = _NEXT.match(article.text, sentence_end)
    if follows and (reason := REASON.match(article.text, follows.end())):
        return trimmed(article.text, *reason.span())
    return None


def trimmed(text: str, start: int, end: int) -> Span | None:
    words_there = text[start:end]
    start += len(words_there) - len(words_there.lstrip())
    end -= len(words_there) - len(words_there.rstrip())
    return Span(start, end) if start < end else None
