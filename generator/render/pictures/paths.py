"""The paths of a story from origins over relays to versions, gathered for a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Chain, Naming, Origin
from generator.render.lookup import Lookup
from generator.render.people import headed, origin_words
from generator.render.phrases import listed

MOST_BOXES = 18
"""Past so many origins, those with the same paths share a box."""


@dataclass(frozen=True, slots=True, order=True)
class Path:
    """One way from a source to a version; several statements may take it."""

    relays: tuple[str, ...]
    version: str


@dataclass(frozen=True, slots=True)
class SourceBox:
    """One origin, or several with the same naming and the same paths."""

    labels: tuple[str, ...]
    naming: Naming
    paths: tuple[Path, ...]

    @property
    def label(self) -> str:
        """All of them where two at most, else the first and how many more."""
        if len(self.labels) <= 2:
            return listed(self.labels)
        return f"{self.labels[0]} and {len(self.labels) - 1} more"

    @property
    def full_label(self) -> str:
        return listed(self.labels)


def gather(lookup: Lookup) -> tuple[SourceBox, ...]:
    """Return a box for every origin with a chain, in the order in which a reader of the versions meets them."""
    chains: dict[str, list[Chain]] = defaultdict(list)
    for chain in lookup.comparison.chains:
        chains[chain.origin].append(chain)
    boxes = [_box(lookup.origins[key], found) for key, found in chains.items()]
    return tuple(boxes) if len(boxes) <= MOST_BOXES else tuple(_grouped(boxes))


def _box(origin: Origin, chains: Iterable[Chain]) -> SourceBox:
    paths = dict.fromkeys(Path(chain.relays, chain.version) for chain in chains)
    return SourceBox((headed(origin_words(origin)),), origin.naming, tuple(paths))


def _grouped(boxes: Sequence[SourceBox]) -> list[SourceBox]:
    groups: dict[tuple[Naming, frozenset[Path]], list[SourceBox]] = defaultdict(list)
    for box in boxes:
        groups[box.naming, frozenset(box.paths)].append(box)
    return [
        SourceBox(tuple(label for box in group for label in box.labels), group[0].naming, group[0].paths)
        for group in groups.values()
    ]
