"""Who speaks for whom: "a spokesman for the port", "Moreno's lawyer", "his office"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.annotate.discourse import Discourse
from generator.annotate.holders import Holders
from generator.annotate.labels import named_speaker
from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.pronouns import POSSESSIVES, resolve_pronoun
from generator.annotate.references import Head, Named, following_name, is_definite
from generator.model import Actor, ActorKind, Article, Naming, Span, Speaker
from generator.phrases import listed

OFFICES = words(read_lexicon("sources")["offices"])
_ARMS = frozenset({"office", "campaign", "team", "camp"})
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"})
# “for the U.S. attorney in Lima”: the small noun is the body, and a name tells which one
_REPRESENTED = re.compile(
    r"\s*for\s(?P<principal>the\s(?:[\w.’'-]+\s)*?(?P<body>[a-z]+)(?:\s(?:in|of|for)(?:\sthe)?(?:\s[A-Z][\w.’'-]*)+))\s*(?=,|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Those of one article who speak for somebody else."""

    article: Article
    places: Mapping[int, Named]
    by_key: Mapping[str, Actor]
    discourse: Discourse
    holders: Holders

    def speaker(self, source: Span, head: Head) -> Speaker | None:
        """Who speaks for whom: "a spokesman for X", "an X spokesman", "his spokesman"; the holder by name where the
        article tells it. None where it does not say for whom.
        """
        noun = head.words[-1]
        preposition, behind = following_name(source, head.end, self.article.text, self.places)
        owners: list[Actor] = []
        if behind is not None and preposition in ("for", "of", "from"):
            owners = [behind.actor]
        elif not preposition:
            owners = [named.actor for named in head.owners]
        possessives = [word for word in head.words if is_definite(word)]
        if not owners and len(possessives) == 1 and (pronoun := POSSESSIVES.get(head.words[0])) is not None:
            actor = resolve_pronoun(self.discourse, pronoun, source.start)
            owners = [actor] if actor is not None else []
        if not owners:
            return _spokesman_by_words(self.article, source, head) if preposition == "for" else None
        holder = self._holder(noun, named_speaker(owners)) if head.owners else None
        return named_speaker([holder]) if holder is not None else self.spokesman_of(noun, owners)

    def spokesman_of(self, noun: str, owners: Sequence[Actor]) -> Speaker | None:
        """`spokesman for Anna Moreno`, `office of Anna Moreno`; None where the noun is no office."""
        if noun not in OFFICES:
            return None
        link = "of" if noun in _ARMS else "for"
        return Speaker(f"{noun} {link} {self._with_article(owners)}", Naming.OFFICE, named_speaker(owners).actor)

    def _holder(self, noun: str, principal: Speaker) -> Actor | None:
        """Who "Moreno's lawyer" is, where the article gives that title to one person: "Moreno's lawyer, Karl Klein"."""
        holders = self.holders.get((noun, principal.actor or ""), frozenset())
        return self.by_key[next(iter(holders))] if len(holders) == 1 else None

    def _with_article(self, actors: Sequence[Actor]) -> str:
        """Name them as they stand in running text: "the White House", where the text says "the"."""
        with_article = {
            actor.name
            for actor in actors
            if actor.kind is not ActorKind.PERSON
            and any(self.article.text[max(0, m.start - 4) : m.start].casefold() == "the " for m in actor.mentions)
        }
        return listed([f"the {actor.name}" if actor.name in with_article else actor.name for actor in actors])


def _spokesman_by_words(article: Article, source: Span, head: Head) -> Speaker | None:
    """Who speaks for a body or an office that only words tell: "a spokesman for the U.S. attorney in Lima"; not for
    several people, nor for a body that the text does not place: "for the strikers in Lima", "for the port".
    """
    behind = _REPRESENTED.match(article.text, head.end, source.end)
    if head.words[-1] not in _VOICES or behind is None or behind["body"].endswith("s"):
        return None
    return Speaker(f"{head.words[-1]} for {behind['principal']}", Naming.OFFICE)
