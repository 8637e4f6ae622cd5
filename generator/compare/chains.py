"""Who is said to have said it first, who passed it on, and what rests on one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compare.telling import Telling
from generator.model import Annotated, Chain, Naming, Origin, Profile, Report, SourceCount
from generator.newsrooms import same_newsroom

Origins = Mapping[Telling, Origin]


def find_origins(
    tellings: Sequence[Telling], profiles: Sequence[Profile], twins: Mapping[str, str] | None = None
) -> Origins:
    """Give each sure statement its origin; a statement whose speaker the text leaves open has none.

    Named speakers are one origin across versions where they have one profile, offices where they also have the same
    label. Unnamed sources are one origin only within a version and under the same label; versions that are one text,
    word for word, are one version here (`twins`: the first of them, by id).
    """
    names = {profile.key: profile.name for profile in profiles}
    known: dict[str, Origin] = {}
    origins: dict[Telling, Origin] = {}
    for telling in tellings:
        speaker = telling.statement.speaker
        if speaker is None:
            continue
        label = speaker.label
        words = " ".join(label.casefold().split())
        if speaker.naming is Naming.UNNAMED:
            key = f"unnamed:{(twins or {}).get(telling.id, telling.id)}:{words}"
        elif speaker.naming is Naming.OFFICE:
            key = (
                f"office:{words}" if telling.profile is None else f"office:{telling.profile}:{words.split(' for ')[0]}"
            )
        elif telling.profile is not None:
            key, label = telling.profile, names[telling.profile]
        else:
            key = f"named:{words}"
        known.setdefault(key, Origin(key=key, label=label, naming=speaker.naming, profile=telling.profile))
        origins[telling] = known[key]
    return origins


def find_chains(tellings: Sequence[Telling], origins: Origins) -> Iterator[Chain]:
    """Yield origin → relays → version for each sure statement with an origin, by version, then in reading order."""
    names = merged_names(relay.name for telling in tellings for relay in telling.relays)
    for telling in tellings:
        if telling in origins:
            relays = dict.fromkeys(names[relay.name] for relay in telling.relays)
            yield Chain(
                version=telling.id,
                statement=telling.statement,
                origin=origins[telling].key,
                relays=tuple(relays),
            )


def count_sources(
    versions: Sequence[Annotated], tellings: Sequence[Telling], origins: Origins
) -> Iterator[SourceCount]:
    """Yield the counts of each version: distinct origins, never how often they speak."""
    for version in versions:
        ours = [telling for telling in tellings if telling.id == version.id]
        here = {origins[telling].key: origins[telling].naming for telling in ours if telling in origins}
        namings = list(here.values())
        yield SourceCount(
            version=version.id,
            words=version.article.words,
            named=namings.count(Naming.NAMED),
            offices=namings.count(Naming.OFFICE),
            unnamed=namings.count(Naming.UNNAMED),
            second_hand=sum(_is_second_hand(telling) for telling in ours),
            to_check=sum(not statement.sure for statement in version.statements),
            whose_open=sum(telling not in origins for telling in ours),
        )


def _is_second_hand(telling: Telling) -> bool:
    """Whether another newsroom than the one that speaks passed the words on: "the agency said", told by the agency."""
    return any(not same_newsroom(relay.name, telling.label) for relay in telling.relays)


def find_reports(versions: Sequence[Annotated], tellings: Sequence[Telling]) -> Iterator[Report]:
    """Yield the newsrooms that heard the words themselves, by the text ("told the CBC") or the editor (`rests_on`).

    All versions that credit such a newsroom, or that the editor says rest on it, count as one report with it.
    A newsroom that is only said to have passed words on is none: the text does not say that it heard them.
    """
    evidence = [item for version in versions for item in _evidence(version, tellings)]
    names = merged_names(item.name for item in evidence)
    for newsroom in dict.fromkeys(names.values()):
        ours = [item for item in evidence if names[item.name] == newsroom]
        if any(item.heard for item in ours):
            yield Report(
                newsroom=newsroom,
                versions=tuple(dict.fromkeys(item.version for item in ours)),
                why="; ".join(dict.fromkeys(item.why for item in ours)),
                by_editor=not any(item.heard and not item.by_editor for item in ours),
            )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What ties a version to a newsroom."""

    version: str
    name: str
    heard: bool
    by_editor: bool
    why: str


def _evidence(version: Annotated, tellings: Sequence[Telling]) -> Iterator[_Evidence]:
    letter = version.article.seed.letter.upper()
    for telling in tellings:
        if telling.id == version.id:
            for relay in telling.statement.relays:
                why = f"{letter}: “{version.article.at(relay.span)}”"
                yield _Evidence(version.id, relay.name, relay.heard, by_editor=False, why=why)
    if rests_on := version.article.seed.details.rests_on:
        why = f"{letter}, says the editor: {rests_on.why}"
        yield _Evidence(version.id, rests_on.publisher, heard=True, by_editor=True, why=why)


def merged_names(names: Iterable[str]) -> dict[str, str]:
    """Map each newsroom's name to the shortest name that the story has for it."""
    groups: list[list[str]] = []
    for name in dict.fromkeys(names):
        same = [group for group in groups if any(same_newsroom(name, other) for other in group)]
        groups = [group for group in groups if group not in same] + [[name, *(n for group in same for n in group)]]
    return {name: min(group, key=lambda n: (len(n), n)) for group in groups for name in group}
