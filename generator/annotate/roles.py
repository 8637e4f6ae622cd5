"""Whom "the trade minister" and "the Ohio Republican" stand for, where the text settles it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.annotate.lexicon import read_lexicon
from generator.annotate.places import place_named
from generator.annotate.vocabulary import PEOPLES, RANKS, ROLES
from generator.model import Actor, Article

_WRITTEN_OUT: dict[str, list[str]] = read_lexicon("titles")["written_out"]
_WORD_IN_FRONT = re.compile(r"((?:(?:[Vv]ice|[Dd]eputy|[Aa]ssistant|[Aa]ssociate|[Aa]cting)[\s-])?\w+\.?),?\s$")
# “, R-Fla.,” | “ (D-N.Y.)”
_TAG = re.compile(r",?\s\(?(?P<party>[RD])-(?P<state>(?:[A-Z]\.)+|[A-Z]\w+)")
_PARTIES = {"R": "republican", "D": "democrat"}
_LESSER = frozenset({"vice", "deputy", "assistant", "associate", "acting"})


@dataclass(frozen=True, slots=True)
class Title:
    """What the text says that a person is, in small letters without stops."""

    words: frozenset[str]
    """Short titles written out too: a Sen. is a senator and a lawmaker."""
    state: str = ""
    """As the tag of a legislator has it: `fla`, `ny`."""


def find_titles(article: Article, actor: Actor) -> Iterator[Title]:
    """Yield the titles of a person, in front and behind, and party and state of a legislator."""
    fronts = (_WORD_IN_FRONT.search(article.text, max(0, m.start - 24), m.start) for m in actor.mentions)
    titles = [*map(article.at, actor.titles), *(front[1] for front in fronts if front)]
    for title in dict.fromkeys(titles):
        found = {word.casefold().strip(".,'’") for word in title.split()}
        yield Title(frozenset(found | {full for word in found for full in _WRITTEN_OUT.get(word, ())}))
    tags = (_TAG.match(article.text, mention.end) for mention in actor.mentions)
    for party, state in dict.fromkeys(tag.group("party", "state") for tag in tags if tag is not None):
        yield Title(frozenset({_PARTIES[party], "lawmaker"}), state.casefold().replace(".", ""))


def fits(titles: Sequence[Title], role: Sequence[str]) -> bool:
    """Whether one title has all words of the role: not "the president" for a vice president."""
    wanted = frozenset(role)
    return any(
        (title.words >= wanted or (title.state and title.words >= wanted - _state(role) and _of(title.state, role)))
        and _LESSER.isdisjoint(title.words - wanted)
        for title in titles
    )


def may_fit(titles: Sequence[Title], role: Sequence[str]) -> bool:
    """Whether a title has the noun of the role and nothing said of the person speaks against its other words."""
    head, others = role[-1], frozenset(role[:-1])
    if any(word in PEOPLES or word.endswith(("'s", "’s")) for word in others - {"republican", "democratic", "gop"}):
        return False  # “the French president”, “the congressman's spokesman”
    if not any(head in title.words and _LESSER.isdisjoint(title.words - others) for title in titles):
        return False
    said = frozenset().union(*(title.words for title in titles))
    place = _state(role)
    if place and (any(title.state and not _of(title.state, role) for title in titles) or any(map(_is_place, said))):
        return False
    return not {"former", "then"} & (others ^ said)


def _state(role: Sequence[str]) -> frozenset[str]:
    """Return the words of a role that name a place: {"new", "york"} of the New York Democrat."""
    for first in range(len(role) - 1):
        for last in range(len(role) - 1, first, -1):
            if _is_place(" ".join(role[first:last])):
                return frozenset(role[first:last])
    return frozenset()


def _is_place(name: str) -> bool:
    return place_named(name.title()) is not None


def _of(short: str, role: Sequence[str]) -> bool:
    """Whether a state's short form may be of the place in a role: `fla` of Florida, `ny` of New York, `ky`."""
    place = "".join(word for word in role if word in _state(role))
    letters = iter(place)
    return place[:1] == short[0] and all(letter in letters for letter in short)


def is_role(role: Sequence[str]) -> bool:
    return role[-1] in ROLES or role[-1] in RANKS


Titles = Mapping[str, tuple[Title, ...]]
"""By the key of the actor."""
