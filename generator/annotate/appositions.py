"""What stands behind a name and says who bears it: ", a former aide", ", who", " (D-Ohio)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.names import Name
from generator.annotate.titles import office_word
from generator.annotate.vocabulary import ADJECTIVAL_ROLES, HONORIFICS, PERSONAL_ROLES, RANKS, ROLE_MODIFIERS, ROLES
from generator.model import Article, Span

# ", a former aide" | ", President Anna Moreno's special envoy" | ", who" | ", 45," | ", R-S.C." | " (D-Ohio)"
_BEHIND = re.compile(
    r"(?:,\s+(?:who(?:se|m)?\b|\d\d(?=[,.;])|[RDI]-[A-Z])|\s+\([RDI]-[A-Z])|,\s+"
    # … for Speaker Carl A. Moreno | … of the C.I.A. | … for St. Carl County | … for
    # port.example | … for Xo Zarqa (R-Ohio)
    r"(?P<apposition>(?:[^,.;:()—–“”\"\n]|\.(?=\w)|(?<=\w\s)\([RDI](?:-[A-Z][\w.]*)?\)|(?:(?<=\b[A-Z])|(?<=\b(?:St|Mr|Ms|Dr|Lt|Jr))|(?<=\b(?:Gov|Sen|Rep|Gen|Mrs)))\.){3,120})"
)
_ACT_BEHIND = re.compile(r"\b[a-z]+ed(?: on| last| yesterday| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|$)")
"""A verb rather than a participle: “, a White House aide confirmed on Thursday”."""
_OPENS_APPOSITION = frozenset({"a", "an", "the", "his", "her", "its", "their", "one", "now", "then", "another"})
# “a conservative”, “a Republican of Ohio”; not “a conservative group”
_ALONE_OR_OF = r"(?:$|,|\s(?:of|from|in|who|and|running|representing)\b)"
_OFFICES = frozenset(rank for rank in RANKS if rank.rstrip(".") not in HONORIFICS)
"""“, now a footnote in Mr. Moreno's career” names no office."""
_AT_OR_OF = re.compile(r"\b(?:at|in|of|for|from|near)\s(?:the\s)?(?:[A-Z]\w+\s)*$")
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|said|says|will|would|told)\b")
_AND = re.compile(r"\band\b")
# “…, head of the Harbour Trust and the Pier Club, said”: not “…, head of the Harbour Trust and Karl Klein, a banker”
_GOES_ON = re.compile(r",\s(?:said|says|told|wrote|called|asked|is|was|has|had|will|would)\b")


def says_who(text: str, end: int) -> bool:
    """Whether what stands behind the name can only be said of a person."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    apposition = behind["apposition"]
    return apposition is None or (_is_apposition(apposition, PERSONAL_ROLES) and not _AND.search(apposition))


def says_who_alone(text: str, name: Span) -> bool:
    """Whether it says so of a last name without a first; in "an economist at Velocore, who" it does not."""
    return says_who(text, name.end) and not _AT_OR_OF.search(text, max(0, name.start - 40), name.start)


def _is_apposition(words: str, roles: frozenset[str]) -> bool:
    """Whether the words between commas name one of the roles and are no clause of their own."""
    listed = [office_word(word) for word in words.split()[:14]]
    first = listed[0]
    opens = first[0].isupper() or first in _OPENS_APPOSITION or first in ROLES or first in ROLE_MODIFIERS
    named = {word.strip("’'").casefold() for word in listed} & roles
    if named and named <= ADJECTIVAL_ROLES:
        named = {role for role in named if re.search(rf"(?i)\b{role}{_ALONE_OR_OF}", words)}
    return opens and bool(named) and not _FINITE.search(words) and not _ACT_BEHIND.search(words)


def titles_of(article: Article, name: Name) -> Iterator[Span]:
    """Yield what the text says that the bearer is: the title in front, and the apposition behind if it closes.

    Mr. and Ms. are no titles: they say nothing of what a person does. Missed on purpose: an apposition with "and" that
    no verb follows, for what stands behind "and" may be somebody else.
    """
    if name.title is not None and name.rank not in HONORIFICS:
        yield name.title
    behind = _BEHIND.match(article.text, name.span.end)
    if behind is None or not behind["apposition"] or not _is_apposition(behind["apposition"], ROLES | _OFFICES):
        return
    start, end = behind.span("apposition")
    if _AND.search(behind["apposition"]) and not _GOES_ON.match(article.text, end):
        return
    if article.text[end : end + 1] in (",", ".", ";", "—", "–", ""):
        yield Span(start, end)
