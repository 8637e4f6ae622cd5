"""Newsrooms that the text says heard the words or passed them on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.annotate.vocabulary import CALENDAR
from generator.model import Article, Relay, Span, Statement
from generator.newsrooms import bare_name, is_listed, is_newsroom, needs_article, newsroom_words

# Group 1: the text says that the words were said to the newsroom named behind it.
_PASSED = re.compile(
    r"""\b(?:(?:as\s)?(?:cited|quoted|reported|carried|published|shared|relayed|broadcast|aired|obtained)\sby
     | (?:according\sto|reported\sto|per)
     | (?:wrote|writes|writing|written)\s(?:in|for)
     | (?:article|column|essay|op-ed|letter|piece|commentary|editorial)\s(?:published\s)?(?:in|for)
     | ((?:told|tells|telling|spoke\s(?:to|with)|speaking\s(?:to|with|on)|talking\s(?:to|with)|talked\s(?:to|with)
       | said\s(?:to|on)
       | (?:(?:phone|telephone|radio|television|TV|exclusive|email|e-mail|written|brief|recent|\d+)\s)?
         (?:interview|interviewed|statement|remarks|comments|e-?mail)\s(?:with|to|on|by)|\bin\san?\s(?=[A-Z][\w.]+(?:\s[A-Z]\w+)?\sinterview\b)))
     | (?<=,\s)(to))  # “…,” said Anna Moreno, the mayor, to the news site the Port Mail
    \s?(?:[Tt]he\s)?(?:(?:[a-z]+\s){0,2}(?:[Ww]eb\s?site|site|(?:news)?paper|magazine|agency|station)\s(?:[Tt]he\s)?)?
    (?=[A-Z])""",
    re.VERBOSE,
)
# A station by its call sign may have a small word behind it: “told KTRS radio”.
_NAME = re.compile(r"[A-Z][\w&.-]*(?: (?:radio|television)\b|(?:(?: |\n)(?:and |& |of )?[A-Z][\w&.-]*){0,5})")
_NAME_WORD = re.compile(r"[^ \n]*[^ \n.]")
_INTERVIEW = re.compile(r"\sinterview\b")
# “…, the Globe and Mail reported.”
_REPORTED = re.compile(
    r"(?:[Tt]he\s)?(?P<name>[A-Z][\w&.-]*(?: (?:and |of )?[A-Z][\w&.-]*){0,4})"
    r"\s(?:first\s|also\s|has\s)?(?:reported|reports)\b"
)
# “The Globe and Mail reported on Monday that” Anna Moreno had confirmed it
_REPORTED_BEFORE = re.compile(
    r"(?:[Tt]he\s)?(?P<name>[A-Z][\w&.-]*(?: (?:and |of )?[A-Z][\w&.-]*){0,4})"
    r"\s(?:first\s|also\s|has\s)?(?:reported|reports|wrote|writes)(?=\s(?:on\s)?(?:[A-Z]\w+day\s)?that\s\Z)"
)


def without_credits(article: Article, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield all but the statements that only credit a newsroom for another one ("…, said X, according to Reuters")."""
    for statement in statements:
        if not _credits_another(article, statement, statements):
            yield statement


def _credits_another(article: Article, statement: Statement, statements: Sequence[Statement]) -> bool:
    if len(statement.source) != 1 or not is_newsroom(bare_name(article.at(statement.source[0]))):
        return False
    return any(
        other.source and all(any(c.holds(s) for c in statement.content) for s in (*other.source, *other.content))
        for other in statements
        if other is not statement
    )


def find_relays(article: Article, statement: Statement, sentence: Span, others: tuple[Span, ...]) -> Iterator[Relay]:
    """Yield the newsrooms between the origin and the version, in the order in which the words passed.

    They stand in the statement's own words outside its content, right in front of it (“the Post reported that”), or
    right behind it in the sentence, before the words of another attribution (`others`). A newsroom that is the source
    itself is the speaker and no relay. Missed on purpose: credits of the whole article ("- Reuters"), and a show
    or a host without a newsroom's name.
    """
    spans = (*statement.source, *statement.cue, *statement.content)
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    stop = max(end, min((o.start for o in others if o.start >= end), default=sentence.end))
    stop = min(stop, sentence.end) if sentence.end > end else end
    found: list[Relay] = []
    for match in (
        *_REPORTED_BEFORE.finditer(article.text, min(sentence.start, start), start),
        *_PASSED.finditer(article.text, start, stop),
        *_REPORTED.finditer(article.text, end, stop),
    ):
        relay = _relay(article.text, match, max(sentence.end, match.end()))
        if relay is None or _inside(relay.span, statement) or any(o.meets(relay.span) for o in others):
            continue
        if all(relay.name != other.name for other in found):
            found.append(relay)
    yield from sorted(found, key=lambda relay: (not relay.heard, relay.span))


def _relay(text: str, match: re.Match[str], sentence_end: int) -> Relay | None:
    reported = match.re is not _PASSED
    heard = not reported and (match[1] or match[2]) is not None
    run = _NAME.match(text, match.start("name") if reported else match.end(), sentence_end)
    words = list(_NAME_WORD.finditer(text, run.start(), run.end())) if run else []
    if (of := next((i for i, word in enumerate(words) if word.group() == "of"), 0)) and not _length(words):
        words = words[of + 1 :]  # "told Anna Moreno of Fox News"
    length = _length(words)
    if not length or (not heard and length < len(words) and words[length].group().casefold() not in CALENDAR):
        return None
    name = text[words[0].start() : words[length - 1].end()]
    if needs_article(name) and text[max(0, words[0].start() - 4) : words[0].start()].casefold() != "the ":
        return None
    end = match.end() if reported else words[length - 1].end()
    if interview := _INTERVIEW.match(text, end):
        end = interview.end()
    return Relay(" ".join(name.split()), Span(match.start(), end), heard=heard)


def _length(words: Sequence[re.Match[str]]) -> int:
    named = tuple(word.group() for word in words)
    length = newsroom_words(named)
    return 0 if "of" in named[:length] and not is_listed(" ".join(named[:length])) else length


def _inside(span: Span, statement: Statement) -> bool:
    """Whether the words belong to what was said, or name the source itself ("according to Reuters")."""
    if any(content.meets(span) for content in statement.content):
        return True
    return any(source.end == span.end and source.start >= span.start for source in statement.source)
