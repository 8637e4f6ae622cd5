"""The letter of a version in its colour; the letter alone is enough, the colour only helps."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.links import Here, version_page
from generator.render.lookup import Lookup

HUES = 12


@dataclass(frozen=True, slots=True)
class Badge:
    version: str
    letter: str
    index: int
    """1 to 12: which of the version colours; after the twelfth they start again."""
    outlet: str
    href: str
    """Its annotated page."""


def make_badge(lookup: Lookup, here: Here, version: str) -> Badge:
    return Badge(
        version=version,
        letter=lookup.letter(version),
        index=hue_index(lookup, version),
        outlet=lookup.outlet(version),
        href=here.to(version_page(lookup.versions[version].article.seed)),
    )


def make_badges(lookup: Lookup, here: Here) -> tuple[Badge, ...]:
    """One a version, by letter."""
    return tuple(make_badge(lookup, here, version) for version in lookup.versions)


def hue_index(lookup: Lookup, version: str) -> int:
    return list(lookup.versions).index(version) % HUES + 1
