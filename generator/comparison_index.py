"""What stands between the versions of a story, found by the statement, the actor or the origin that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.model import Chain, Comparison, Origin, Profile, Statement, Wording


class ComparisonIndex:
    """Answers for one comparison; immutable once made. Each answer is None where there is nothing of the kind."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        return {origin.key: origin for origin in self.comparison.origins}

    @cached_property
    def _chains(self) -> Mapping[tuple[str, Statement], Chain]:
        return {(chain.version, chain.statement): chain for chain in self.comparison.chains}

    @cached_property
    def _wordings(self) -> Mapping[tuple[str, Statement], Wording]:
        return {
            (place.version, statement): wording
            for wording in self.comparison.wordings
            for variant in wording.variants
            for place, statement in zip(variant.places, variant.statements, strict=True)
        }

    @cached_property
    def _profiles(self) -> Mapping[tuple[str, str], Profile]:
        return {
            (version, actor.key): profile
            for profile in self.comparison.profiles
            for version, actor in profile.appearances
        }

    def chain(self, version: str, statement: Statement) -> Chain | None:
        return self._chains.get((version, statement))

    def wording(self, version: str, statement: Statement) -> Wording | None:
        return self._wordings.get((version, statement))

    def profile(self, version: str, actor: str) -> Profile | None:
        """The profile of an actor of one version, by the actor's key there."""
        return self._profiles.get((version, actor))
