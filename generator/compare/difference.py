"""What can become a finding, and the statements that it is found in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.compare.telling import Telling, whole
from generator.model import (
    Chain,
    Event,
    FindingKind,
    Naming,
    Passage,
    Place,
    Report,
    Span,
    Wording,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A finding that is not yet chosen."""

    kind: FindingKind
    weight: float
    """How much it tells among those of its kind."""
    evidence: tuple[Place, ...]
    about: Passage | Wording | Event | Report | tuple[Chain, ...] | None


@dataclass(frozen=True, slots=True)
class Told:
    """A sure statement with its chain: what the differences between statements are found in."""

    telling: Telling
    chain: Chain

    @property
    def span(self) -> Span:
        return whole(self.telling.statement.content)

    @property
    def place(self) -> Place:
        return Place(self.telling.id, self.span)

    @property
    def naming(self) -> Naming | None:
        return self.telling.statement.speaker.naming if self.telling.statement.speaker else None


def by_passage(told: Sequence[Told]) -> dict[str, list[Told]]:
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for item in told:
        for passage in sorted(item.telling.passages):
            groups[passage].append(item)
    return groups
