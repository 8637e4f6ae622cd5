"""The paths of a story from origins over relays to versions, gathered for a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Chain, Naming, Origin
from generator.newsrooms import find_newsrooms, same_newsroom
from generator.phrases import listed
from generator.render.lookup import Lookup
from generator.render.people import headed, origin_words

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


@dataclass(frozen=True, slots=True)
class Reading:
    """That a version rests on a newsroom's report, by the editor: no word of the text says so here."""

    newsroom: str
    """As the paths call it, where a text credits it."""
    version: str
    credited: bool
    """Whether the version's file names the newsroom somewhere."""


def find_readings(lookup: Lookup) -> Iterator[Reading]:
    """Yield what the editor reads each version as resting on (`rests_on`), by version."""
    credited = dict.fromkeys(relay for chain in lookup.comparison.chains for relay in chain.relays)
    for version in lookup.explained.versions:
        rests_on = version.article.seed.details.rests_on
        if rests_on:
            name = rests_on.publisher
            byline = version.article.seed.details.byline
            text = f"{version.article.seed.text}\n{byline.value if byline else ''}"
            yield Reading(
                newsroom=next((relay for relay in credited if same_newsroom(relay, name)), name),
                version=version.id,
                credited=name.casefold() in text.casefold()
                or any(same_newsroom(name, other) for other in find_newsrooms(text)),
            )


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
