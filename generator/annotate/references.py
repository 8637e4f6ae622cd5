"""The head of a source: who or what the words of an attribution name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.annotate.capitals import dateline_end
from generator.annotate.lexicon import read_lexicon, words
from generator.model import Actor, ActorKind, Article, Span

_LISTS = read_lexicon("sources")
PREPOSITIONS = words(_LISTS["prepositions"])
_TOKEN = re.compile(r"(?:[A-Z]\.)+|\w+(?:[.’'-]\w+)*|[’'](?=\s)|[’']s\b|[^\w\s]")
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "my", "our", "your"})
_QUOTES = frozenset("\"“”‘’'")
_OTHERS_END = re.compile(r",|\s(?:who|which|that)\b")
# The occupation between the comma and the name: "one of them, plumber Karl Klein"; by its ending, for no list has all.
_OCCUPATION = re.compile(r",\s[a-z]+(?:er|or|ist|ian|man|woman|ant|ent)\s$")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Miss|Sir|Dame)\.?\s$")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the actor it is of."""

    span: Span
    actor: Actor
    start: int
    """Where the title right in front of it starts, else the name."""


@dataclass(frozen=True, slots=True)
class Head:
    """The core of a source: what stands before its first preposition, comma or relative."""

    named: tuple[Named, ...]
    """The names it ends in, joined by "and"; empty where it ends in a common noun."""
    words: tuple[str, ...]
    """Its words in small letters up to the common noun at the end, names left out."""
    owners: tuple[Named, ...]
    """The names right in front of that noun: "Velocore spokesman", "Moreno's lawyer"."""
    end: int
    others: str = ""
    """Those without a name who are joined to it by "and": `other ministers`."""
    choice: bool = False
    """Whether names are joined by "or"."""


def mentions_by_start(actors: Sequence[Actor], article: Article) -> dict[int, Named]:
    """Return every mention under the place where it or the title right in front of it starts."""
    places: dict[int, Named] = {}
    for actor in actors:
        ends = {title.end: title for title in actor.titles}
        for mention in actor.mentions:
            title = ends.get(mention.start - 1)
            honorific = _HONORIFIC.search(article.text, max(0, mention.start - 6), mention.start)
            start = title.start if title else honorific.start() if honorific else mention.start
            named = Named(mention, actor, start)
            places[mention.start] = named
            places[named.start] = named
    return places


def read_head(article: Article, source: Span, places: Mapping[int, Named]) -> Head:
    """Return the head of the noun phrase that opens the source."""
    text = article.text
    at = max(source.start, dateline_end(text, text.rfind("\n", 0, source.start) + 1))
    named: list[Named] = []
    common: list[str] = []
    owners: list[Named] = []
    joined = False
    while at < source.end:
        if (place := places.get(at)) is not None and place.span.end <= source.end:
            if not joined:
                named = []
            named.append(place)
            joined = False
            at = place.span.end
            continue
        token = _TOKEN.match(text, at, source.end)
        if token is None:
            at += 1
            continue
        word = token.group().casefold()
        if word in ("'s", "’s", "'", "’") and named:
            owners, named = named, []
            at = token.end()
            continue
        if word == "and" and common and not named and _skip_space(text, token.end()) in places:
            at = token.end()  # "journalist and author Anna Moreno"
            continue
        if word == "and" or (word == "," and named and _names_follow(text, token.end(), places)):
            if not named and not (len(common) == 1 and common[0] in ("he", "she")):
                break
            joined = True
            at = token.end()
            continue
        if joined and word in ("the", "both"):
            at = token.end()
            continue
        if word in _QUOTES and not common and not named:
            at = token.end()  # “Today” show host Anna Moreno
            continue
        if joined or (word == "or" and named):
            break
        if word in _QUOTES and common and len(common) < 4:
            at = token.end()
            continue
        if not token.group()[0].isalnum() or ((common or named) and (word in PREPOSITIONS or word.endswith("ly"))):
            break
        if named:
            owners, named = named, []
        common.append(word)
        at = token.end()
    if owners and not named and not common:
        owners, named = [], owners  # "Moreno's" alone, where the cue is a noun: Moreno's claim
    rest = text[at : source.end]
    return Head(
        named=tuple(named),
        words=tuple(common),
        owners=tuple(owners),
        end=named[-1].span.end if named else at,
        others=_OTHERS_END.split(rest, maxsplit=1)[0].strip() if joined else "",
        choice=bool(named) and rest.startswith("or "),
    )


def is_definite(word: str) -> bool:
    """Whether a noun behind the word is a certain one: "the envoy", "Moreno's envoy"; the word in small letters."""
    return word in _DEFINITE or word.endswith(("'s", "’s"))


def _skip_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _names_follow(text: str, at: int, places: Mapping[int, Named]) -> bool:
    """Whether a list goes on: ", Karl Klein and"; not an apposition."""
    place = places.get(_skip_space(text, at))
    return (
        place is not None
        and re.match(r",? and\s|, ", text[place.span.end : place.span.end + 6]) is not None
        and (" and " in text[place.span.end : place.span.end + 40])
    )


def apposed(article: Article, source: Span, head: Head, places: Mapping[int, Named]) -> Named | None:
    """Return who is named in apposition behind a common noun: "a spokesman for the committee, Karl Klein"."""
    found: Named | None = None
    for at in range(head.end, source.end):
        place = places.get(at)
        if place is None or place.start != at:
            continue
        if place.actor.kind is not ActorKind.PERSON and article.text[head.end : at].strip() != ",":
            continue  # "the developer, Zarqa Homes", but not "officials of the port, Zarqa Homes"
        before = _OCCUPATION.sub(",", article.text[source.start : at]).rstrip()
        behind = article.text[place.span.end : source.end].lstrip()
        if before.endswith(",") and (not behind or behind[0] in ",.;(—–" or behind.startswith("of ")):
            if found is not None:
                return None
            found = place
    return found


def following_name(source: Span, at: int, text: str, places: Mapping[int, Named]) -> tuple[str, Named | None]:
    """Return the preposition at `at` and the name right behind it, the article left out: ("for", …)."""
    match = re.match(r"\s*(for|of|from|by|to|at|with)\s+(?:the\s+|The\s+)?", text[at : source.end])
    if match is None:
        return "", None
    named = places.get(at + match.end())
    return match[1], named if named is not None and named.span.end <= source.end else None
