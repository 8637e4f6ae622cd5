"""The head of a source: who or what the words of an attribution name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class _Phrase:
    """The noun phrase of a source, as far as it is read."""

    named: list[Named] = field(default_factory=list)
    common: list[str] = field(default_factory=list)
    owners: list[Named] = field(default_factory=list)
    joined: bool = False
    """Whether "and" or a comma of a list was read last, and another name is to come."""

    def add_name(self, name: Named) -> None:
        self.named = [*self.named, name] if self.joined else [name]
        self.joined = False

    def add_word(self, word: str) -> None:
        if self.named:
            self.make_owners()
        self.common.append(word)

    def make_owners(self) -> None:
        """Take the names for those whose noun comes behind: "Velocore spokesman", "Moreno's lawyer"."""
        self.owners, self.named = self.named, []

    def may_be_joined(self) -> bool:
        return bool(self.named) or (len(self.common) == 1 and self.common[0] in ("he", "she"))

    def passes_over(self, word: str, *, name_follows: bool) -> bool:
        """Whether the word stands in the phrase and adds nothing to it."""
        if word == "and":
            return bool(self.common) and not self.named and name_follows  # "journalist and author Anna Moreno"
        if self.joined:
            return word in ("the", "both")
        # “Today” show host Anna Moreno; the “fiscal hawk” Anna Moreno
        return word in _QUOTES and (0 < len(self.common) < 4 or not (self.common or self.named))

    def ends_before(self, word: str) -> bool:
        if self.joined or (word == "or" and self.named) or not word[0].isalnum():
            return True
        return bool(self.common or self.named) and (word in PREPOSITIONS or word.endswith("ly"))


def read_head(article: Article, source: Span, places: Mapping[int, Named]) -> Head:
    """Return the head of the noun phrase that opens the source."""
    text = article.text
    at = max(source.start, dateline_end(text, text.rfind("\n", 0, source.start) + 1))
    phrase = _Phrase()
    while at < source.end:
        if (place := places.get(at)) is not None and place.span.end <= source.end:
            phrase.add_name(place)
            at = place.span.end
            continue
        token = _TOKEN.match(text, at, source.end)
        if token is None:
            at += 1
            continue
        word, behind = token.group().casefold(), token.end()
        if word in ("'s", "’s", "'", "’") and phrase.named:
            phrase.make_owners()
        elif phrase.passes_over(word, name_follows=_skip_space(text, behind) in places):
            pass
        elif word == "and" or (word == "," and phrase.named and _names_follow(text, behind, places)):
            if not phrase.may_be_joined():
                break
            phrase.joined = True
        elif phrase.ends_before(word):
            break
        else:
            phrase.add_word(word)
        at = behind
    if phrase.owners and not phrase.named and not phrase.common:
        # "Moreno's" alone, where the cue is a noun: Moreno's claim
        phrase.owners, phrase.named = [], phrase.owners
    rest = text[at : source.end]
    return Head(
        named=tuple(phrase.named),
        words=tuple(phrase.common),
        owners=tuple(phrase.owners),
        end=phrase.named[-1].span.end if phrase.named else at,
        others=_OTHERS_END.split(rest, maxsplit=1)[0].strip() if phrase.joined else "",
        choice=bool(phrase.named) and rest.startswith("or "),
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
