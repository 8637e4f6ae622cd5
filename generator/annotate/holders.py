"""Who holds an office with somebody, where the text names the holder: "Moreno's lawyer, Karl Klein"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.references import Named
from generator.model import Actor, ActorKind, Article

_OFFICES = "|".join(sorted(words(read_lexicon("sources")["offices"])))
# “Moreno's longtime lawyer, Karl Klein”: one definite person, the name in apposition
_IN_FRONT = re.compile(rf"['’]s?\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{_OFFICES}),?\s$")
# “Karl Klein, Moreno's lawyer,”
_BEHIND = re.compile(rf",\s(?=(?:[A-Z][\w.’'\s-]*?)['’]s?\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{_OFFICES})(?:[,.;]|$))")
_LONGEST_ROLE_CHARS = 50

Holders = Mapping[tuple[str, str], frozenset[str]]
"""(noun of the office, key of whose it is) → keys of the people named as holding it."""


def find_holders(
    article: Article, actors: Sequence[Actor], places: Mapping[int, Named], ends: Mapping[int, Actor]
) -> Holders:
    """Return the people whom the article names as "X's lawyer" or "X's spokeswoman", by office and by X.

    Only definite words tie a name to an office: "a lawyer for X, Karl Klein" says that there may be others.
    """
    holders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind is not ActorKind.PERSON:
            continue
        for mention in actor.mentions:
            front = _IN_FRONT.search(article.text, max(0, mention.start - _LONGEST_ROLE_CHARS), mention.start)
            if front is not None and (owner := ends.get(front.start())) is not None:
                holders[front["noun"], owner.key].add(actor.key)
            behind = _BEHIND.match(article.text, mention.end)
            if behind is not None and (owned := places.get(behind.end())) is not None:
                holders[behind["noun"], owned.actor.key].add(actor.key)
    return {office: frozenset(keys) for office, keys in holders.items()}
