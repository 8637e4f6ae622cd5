"""How much text two versions share word for word; who took it from whom the words do not say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Kinship
from generator.phrases import listed
from generator.render.badge import Badge, make_badge
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.quoting import Excerpt, cites, excerpt


@dataclass(frozen=True, slots=True)
class SharedRow:
    left: Badge
    right: Badge
    told: str
    longest: Excerpt
    """In the left version's words."""
    places: Markup
    """Where it stands in both."""


def shared_rows(lookup: Lookup, here: Here) -> Iterator[SharedRow]:
    """Yield a row for each pair that shares a run of words, the pair that shares most first."""
    for kinship in sorted(lookup.comparison.kinship, key=lambda k: -k.shared_words):
        if kinship.runs:
            yield make_row(lookup, here, kinship)


def make_row(lookup: Lookup, here: Here, kinship: Kinship) -> SharedRow:
    left, right = kinship.runs[0]
    words = lookup.versions[kinship.left].article.words
    return SharedRow(
        left=make_badge(lookup, here, kinship.left),
        right=make_badge(lookup, here, kinship.right),
        told="the same text, word for word"
        if kinship.same_text
        else f"{kinship.shared_words} of the {words} words of {lookup.letter(kinship.left)}",
        longest=excerpt(lookup, here, [left]),
        places=cites(lookup, here, [left, right]),
    )


def run_words(lookup: Lookup) -> int:
    """The least length of a run; 0 where there is no pair."""
    return max((kinship.run_words for kinship in lookup.comparison.kinship), default=0)


def tell_apart(lookup: Lookup) -> str:
    """Which pairs share no run; empty where all share one."""
    apart = [k for k in lookup.comparison.kinship if not k.runs]
    if not apart:
        return ""
    if len(apart) == len(lookup.comparison.kinship):
        return "No two versions share such a run."
    return f"No such run was found for {listed([_pair(lookup, kinship) for kinship in apart])}."


def _pair(lookup: Lookup, kinship: Kinship) -> str:
    return f"{lookup.letter(kinship.left)}–{lookup.letter(kinship.right)}"
