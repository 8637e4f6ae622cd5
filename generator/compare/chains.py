"""Who is said to have said it first, who passed it on, and what rests on one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.compare.telling import Telling
from generator.model import Annotated, Chain, Naming, Origin, Profile, Report, SourceCount
from generator.newsrooms import same_newsroom

Origins = Mapping[Telling, Origin]


def find_origins(tellings: Sequence[Telling], profiles: Sequence[Profile]) -> Origins:
    """Give each sure statement its origin; a statement whose speaker the text leaves open has none.

    Named speakers are one origin across versions where they have one profile, offices where they also have the same
    label. Unnamed sources are one origin only within a version and under the same label.
    """
    names = {profile.key: profile.name for profile in profiles}
    origins: dict[Telling, Origin] = {}
    for telling in tellings:
        speaker = telling.statement.speaker
        if speaker is None:
            continue
        label = speaker.label
        words = " ".join(label.casefold().split())
        if speaker.naming is Naming.UNNAMED:
            key = f"unnamed:{telling.id}:{words}"
        elif speaker.naming is Naming.OFFICE:
            key = (
                f"office:{words}" if telling.profile is None else f"office:{telling.profile}:{words.split(' for ')[0]}"
            )
        elif telling.profile is not None:
            key, label = telling.profile, names[telling.profile]
        else:
            key = f"named:{words}"
        known = next((origin for origin in origins.values() if origin.key == key), None)
        origins[telling] = known or Origin(key=key, label=label, naming=speaker.naming, profile=telling.profile)
    return origins


def find_chains(tellings: Sequence[Telling], origins: Origins) -> Iterator[Chain]:
    """Yield origin → relays → version for each sure statement with an origin, by version, then in reading order."""
    names = merged_names(relay.name for telling in tellings for relay in telling.statement.relays)
    for telling in tellings:
        if telling in origins:
            relays = dict.fromkeys(names[relay.name] for relay in telling.statement.relays)
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
            second_hand=sum(bool(telling.statement.relays) for telling in ours),
            to_check=sum(not statement.sure for statement in version.statements),
        )


def find_reports(versions: Sequence[Annotated], tellings: Sequence[Telling]) -> Iterator[Report]:
    """Yield the newsrooms that heard the words themselves, as the text ("told the CBC") or the editor (`rests_on`) says.

    All versions that credit such a newsroom, or that the editor says rest on it, count as one report with it. A newsroom
    that is only said to have passed words on is none: the text does not say that it heard them.
    """
    credits = [(telling, relay) for telling in tellings for relay in telling.statement.relays]
    rests = [(version.id, version.article.seed.details.rests_on) for version in versions]
    names = merged_names([relay.name for _, relay in credits] + [stated.publisher for _, stated in rests if stated])
    articles = {version.id: version.article for version in versions}
    for newsroom in dict.fromkeys(names.values()):
        ours = [(telling, relay) for telling, relay in credits if names[relay.name] == newsroom]
        stated = [(id_, rests_on) for id_, rests_on in rests if rests_on and names[rests_on.publisher] == newsroom]
        heard = any(relay.heard for _, relay in ours)
        if not heard and not stated:
            continue
        resting = {telling.id for telling, _ in ours} | {id_ for id_, _ in stated}
        letters = {version.id: version.article.seed.letter.upper() for version in versions}
        words = {f"{letters[telling.id]}: “{articles[telling.id].at(relay.span)}”": None for telling, relay in ours}
        words |= {f"{letters[id_]}, says the editor: {rests_on.why}": None for id_, rests_on in stated}
        yield Report(
            newsroom=newsroom,
            versions=tuple(version.id for version in versions if version.id in resting),
            why="; ".join(words),
            by_editor=not heard,
        )


def merged_names(names: Iterable[str]) -> dict[str, str]:
    """Map each newsroom's name to the shortest name that the story has for it."""
    groups: list[list[str]] = []
    for name in dict.fromkeys(names):
        same = [group for group in groups if any(same_newsroom(name, other) for other in group)]
        groups = [group for group in groups if group not in same] + [[name, *(n for group in same for n in group)]]
    return {name: min(group, key=lambda n: (len(n), n)) for group in groups for name in group}
