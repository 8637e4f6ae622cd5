"""Several who speak as one: a source such as `Velocore and Lima`, whose words are those of each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model import Annotated, Chain, Naming, Origin, Profile

SEVERAL = re.compile(r", and |, | and ")
"""What parts the names of those who speak as one."""


def find_members(
    chain: Chain, origin: Origin, profiles: Sequence[Profile], versions: Mapping[str, Annotated]
) -> tuple[str, ...]:
    """Return the keys of the profiles whose names the source of a chain lists; none where it is not a list of names."""
    names = SEVERAL.split(origin.label)
    if origin.profile or origin.naming is not Naming.NAMED or len(names) < 2:
        return ()
    article = versions[chain.version].article
    return tuple(
        profile.key
        for profile in profiles
        if any(
            source.holds(mention) and article.at(mention) in names
            for version, actor in profile.appearances
            if version == chain.version
            for mention in actor.mentions
            for source in chain.statement.source
        )
    )
