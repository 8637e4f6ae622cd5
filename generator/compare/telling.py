"""Who tells what: the sure statements of a version with the passages and profiles that they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.compare.profiles import profile_keys
from generator.model import Annotated, Naming, Passage, Place, Profile, Relay, Span, Statement
from generator.newsrooms import same_newsroom


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One sure (or confirmed) statement of a version; equal to itself only."""

    version: int
    """Place of the version in the story."""
    id: str
    """The version's id."""
    statement: Statement
    passages: frozenset[str]
    """Ids of the passages that the content stands in."""
    profile: str | None
    """Key of the profile of the speaker, or of whom an office speaks for."""
    source: str
    """The words that name the source; may be a pronoun, or nothing."""
    relays: tuple[Relay, ...]
    """The newsrooms that the words came through, the version's own aside."""

    @property
    def label(self) -> str:
        return self.statement.speaker.label if self.statement.speaker else ""

    @property
    def teller(self) -> tuple[Naming, str] | None:
        """Whoever is held to the words, so that two versions can be compared; None where nobody can be known again.

        The unnamed are nobody: "sources" of two versions may be different ones.
        """
        speaker = self.statement.speaker
        if speaker is None or speaker.naming is Naming.UNNAMED:
            return None
        if speaker.naming is Naming.NAMED and self.profile:
            return speaker.naming, self.profile
        return speaker.naming, speaker.label.casefold()


def find_tellings(
    versions: Sequence[Annotated], passages: Sequence[Passage], profiles: Sequence[Profile]
) -> tuple[Telling, ...]:
    """Return the sure statements of all versions, by version, then in reading order; those to check are left alone."""
    keys = profile_keys(profiles)
    bearers = Counter(profile.name.casefold() for profile in profiles if " " in profile.name)
    names = {name: profile.key for profile in profiles if bearers[name := profile.name.casefold()] == 1}
    at = passages_at(passages)
    return tuple(
        Telling(
            version=number,
            id=version.id,
            statement=statement,
            passages=frozenset(
                at[place]
                for span in version.sentences
                if (place := Place(version.id, span)) in at and any(part.meets(span) for part in statement.content)
            ),
            profile=_profile(version.id, statement, keys, names),
            source=" ".join(version.article.at(span) for span in statement.source),
            relays=_relays(version, statement),
        )
        for number, version in enumerate(versions)
        for statement in version.statements
        if statement.sure
    )


def _relays(version: Annotated, statement: Statement) -> tuple[Relay, ...]:
    """What an outlet says it heard itself came through no other newsroom: in the New York Times, "told The Times"."""
    stated = version.article.seed.details.outlet
    if not stated:
        return statement.relays
    outlet = stated.value
    return tuple(
        relay
        for relay in statement.relays
        if not same_newsroom(relay.name, outlet) and not outlet.casefold().endswith(f" {relay.name.casefold()}")
    )


def passages_at(passages: Sequence[Passage]) -> Mapping[Place, str]:
    """The id of the passage of each sentence."""
    return {place: passage.id for passage in passages for place in passage.places}


def whole(spans: Sequence[Span]) -> Span:
    """From the start of the first to the end of the last."""
    return Span(spans[0].start, spans[-1].end)


def _profile(
    version: str, statement: Statement, keys: Mapping[tuple[str, str], str], names: Mapping[str, str]
) -> str | None:
    """The speaker's profile: by the actor, or by the full name where the editor names somebody the version does not."""
    speaker = statement.speaker
    if speaker is None:
        return None
    if speaker.actor is not None:
        return keys.get((version, speaker.actor))
    return names.get(speaker.label.casefold()) if speaker.naming is Naming.NAMED else None
