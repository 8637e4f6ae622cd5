"""Titles and roles in front of a name: Deputy Prime Minister, Secretary of State, party chairman."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.annotate.capitals import folded
from generator.annotate.vocabulary import (
    BODIES,
    GIVEN,
    OPENERS,
    PEOPLES,
    PORTFOLIOS,
    RANKS,
    RANKS_AS_NAMES,
    ROLE_MODIFIERS,
    ROLES,
    WITH_RANK,
)
from generator.model import Span

_BEFORE_A_LAST_NAME = ("mr", "mrs", "ms", "miss", "dr", "mx")
_IN_TITLES = RANKS | WITH_RANK
_IN_PORTFOLIOS = PORTFOLIOS | WITH_RANK | PEOPLES
# "former Vice President", "ex-Vice President"; not "then President Moreno left", where "then" may tell when she left
_NO_LONGER = re.compile(
    r"(?:\b(?:[Ff]ormer|[Oo]ne-?time|[Rr]etired|[Aa]cting|[Ii]nterim)[ \xa0]|\b(?:[Ee]x|[Tt]hen)-)$"
)
# "Then-chairman", "ex-senator" as one word
_HYPHENED = re.compile(r"(?:ex|then)-(?=\w)", re.IGNORECASE)
_END_OF_WORD = re.compile(r"[\w’'.-]+$")


def title_end(text: str, tokens: Sequence[re.Match[str]]) -> int:
    """Return how many words at the head of a run of capitals are a title: 0 for none, all where no name follows."""
    words = [office_word(folded(token)) for token in tokens]
    for honorific in _BEFORE_A_LAST_NAME:
        if honorific in words[:-1]:
            return words.index(honorific) + 1
    ranks = [i for i, word in enumerate(words) if i < 7 and (word in RANKS or (word in ROLES and i + 2 < len(words)))]
    if not ranks or _is_part_of_a_name(words, ranks[0]):
        return 0
    end = ranks[0] + 1
    while end < len(words) and (words[end] in RANKS or (words[end] in WITH_RANK and _rank_follows(words, end))):
        end += 1
    if end < len(words) and re.search(r"\s(?:of|for)\s", text[tokens[end - 1].end() : tokens[end].start()]):
        end = _portfolio_end(words, end)
    rest = words[end:]
    if rest and (rest[-1] in BODIES or (len(rest) > 1 and rest[0] in BODIES)):
        return 0
    return end


def office_word(word: str) -> str:
    """Return the office in a word that says it is over: "senator" in "ex-senator"."""
    return _HYPHENED.sub("", word, count=1)


def with_former(text: str, title: Span) -> Span:
    """Return the title together with a word in front that says it is over or not for good: "former Vice President"."""
    over = _NO_LONGER.search(text, max(0, title.start - 12), title.start)
    return Span(over.start(), title.end) if over else title


def _is_part_of_a_name(words: Sequence[str], rank: int) -> bool:
    """Department of Justice, Associated General Contractors, Jordan King: no titles."""
    last = rank + 1 == len(words)
    if last and (not BODIES.isdisjoint(words[:rank]) or (rank > 0 and words[rank] in RANKS_AS_NAMES)):
        return True
    if words[rank] == "general" and rank > 0 and words[rank - 1] not in _IN_TITLES:
        return True
    return rank > 0 and words[0] in GIVEN and words[0] not in WITH_RANK and len(words) < rank + 3


def _rank_follows(words: Sequence[str], at: int) -> bool:
    return any(word in RANKS for word in words[at + 1 : at + 4])


def _portfolio_end(words: Sequence[str], start: int) -> int:
    """Return where "State" ends in Secretary of State Anna Moreno: by our list, else two words before the end."""
    end = start
    while end < len(words) and words[end] in _IN_PORTFOLIOS:
        end += 1
    if end > start:
        return end
    return max(len(words) - 2, start) if len(words) - start > 2 else len(words)


def _words_up_to(stretch: str) -> Iterator[str]:
    """Yield the words that end a stretch with one space each behind them, the last one first."""
    if not stretch.endswith(" "):
        return
    for written in reversed(stretch[:-1].split(" ")):
        word = _END_OF_WORD.search(written)
        if word is None:
            return
        yield word.group()
        if word.start():
            return


def role_in_front(text: str, start: int) -> tuple[Span | None, str]:
    """Return "former party chairman" in front of a name, and its last word."""
    words_in_front = _words_up_to(text[max(0, start - 90) : start])
    last = next(words_in_front, "")
    if (role := office_word(last)) not in ROLES:
        return None, ""
    before = [*reversed(tuple(words_in_front)), last]
    kept = 1
    while kept < len(before) and (before[-kept - 1] in ROLE_MODIFIERS or before[-kept - 1] in ROLES):
        kept += 1
    # “White House press secretary”: capitals right in front of the role belong to it.
    while kept < len(before) and before[-kept - 1][:1].isupper() and before[-kept - 1].casefold() not in OPENERS:
        kept += 1
    length = sum(len(word) + 1 for word in before[-kept:])
    return with_former(text, Span(start - length, start - 1)), role
