"""Actors across the versions of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.body_names import other_names, plain_body
from generator.given_names import FullName, may_be_one_person, read_name
from generator.model import Actor, ActorEntry, ActorKind, Annotated, Profile
from generator.newsrooms import is_newsroom, same_newsroom

ProfileKeys = Mapping[tuple[str, str], str]
"""(version id, key of an actor there) → key of the profile."""


@dataclass(frozen=True, slots=True, eq=False)
class _Appearance:
    version: int
    id: str
    actor: Actor
    offices: frozenset[str]
    """The capital titles right in front of the name, in small letters: `president`."""


def find_profiles(versions: Sequence[Annotated], entries: Mapping[str, ActorEntry]) -> Iterator[Profile]:
    """Yield one profile for each actor of the story, by name.

    Actors of two versions are one where the editor gave both the same key, or where kind and name are the same and
    nothing else in the story could be meant. People may have a short given name, a middle name or Jr. in one version
    only (given_names.py), bodies their initials (body_names.py). A person who has only one name in a version is one
    with the single person of the story who has it as the last name; where several have it, a title that at most one of
    them is given tells who is meant: President Moreno. An actor that stands in `story.yaml` alone has a
    profile without appearances. Missed on purpose: other spellings, which only the editor can join, and what two
    capitals stand for.
    """
    appearances = [
        _Appearance(number, version.id, actor, _offices(version, actor))
        for number, version in enumerate(versions)
        for actor in version.actors
    ]
    taken = set(entries)
    profiles = [_profile(group, key, entries, taken) for key, group in _groups(appearances, entries)]
    unseen = entries.keys() - {profile.key for profile in profiles}
    profiles += [
        Profile(key=key, name=entry.name, kind=ActorKind(entry.kind), role=entry.role, appearances=())
        for key, entry in entries.items()
        if key in unseen
    ]
    yield from sorted(profiles, key=lambda profile: (profile.name.casefold(), profile.key))


def profile_keys(profiles: Sequence[Profile]) -> ProfileKeys:
    return {(version, actor.key): profile.key for profile in profiles for version, actor in profile.appearances}


def _offices(version: Annotated, actor: Actor) -> frozenset[str]:
    fronts = {mention.start - 1 for mention in actor.mentions}
    titles = [version.article.at(title) for title in actor.titles if title.end in fronts]
    return frozenset(title.casefold() for title in titles if title[0].isupper())


def _groups(
    appearances: Sequence[_Appearance], entries: Mapping[str, ActorEntry]
) -> Iterator[tuple[str | None, list[_Appearance]]]:
    """Yield the editor's actors with their key, then those that the names join."""
    edited: dict[str, list[_Appearance]] = {}
    named: dict[tuple[ActorKind, FullName | str], list[_Appearance]] = {}
    for appearance in appearances:
        actor = appearance.actor
        if actor.key in entries:
            edited.setdefault(actor.key, []).append(appearance)
        else:
            named.setdefault((actor.kind, _plain(actor)), []).append(appearance)
    groups = [*edited.values(), *named.values()]
    bearers = Counter(name for group in groups for name in {_last_name(one.actor) for one in group} - {None})
    unedited: list[list[_Appearance]] = []
    for group in named.values():
        alone = _only_name(group[0].actor)
        one = alone is None or bearers[alone] < 2 or _share_an_office(group, alone, groups)
        one = one and _are_one(group)
        unedited += [group] if one else [[appearance] for appearance in group]
    unedited = list(_joined(unedited))
    _join_last_names(unedited, list(edited.values()))
    yield from edited.items()
    yield from ((None, group) for group in unedited if group)


def _plain(actor: Actor) -> FullName | str:
    """Return what names of one actor have in common beyond doubt, but for accents, "the" and stops."""
    return read_name(actor.name) if actor.kind is ActorKind.PERSON else plain_body(actor.name)


def _only_name(actor: Actor) -> str | None:
    """The name of a person who has no other in this version."""
    name = read_name(actor.name)
    return name.last if actor.kind is ActorKind.PERSON and not name.given else None


def _last_name(actor: Actor) -> str | None:
    """The last of a person's several names, Jr. and III aside; None for a single name."""
    name = read_name(actor.name)
    return name.last if actor.kind is ActorKind.PERSON and name.given else None


def _joined(groups: Sequence[list[_Appearance]]) -> Iterator[list[_Appearance]]:
    """Yield the groups, those in one whose names may all be one actor's and which no version keeps apart."""
    left = list(groups)
    while left:
        alike, grown = [left.pop(0)], True
        while grown:
            near = [group for group in left if any(_may_be_one(group, other) for other in alike)]
            alike += near
            left = [group for group in left if group not in near]
            grown = bool(near)
        together = [appearance for group in alike for appearance in group]
        if _are_one(together) and all(_may_be_one(one, other) for one in alike for other in alike):
            yield sorted(together, key=lambda appearance: appearance.version)
        else:
            yield from _joined_by_generation(alike)


def _joined_by_generation(alike: Sequence[list[_Appearance]]) -> Iterator[list[_Appearance]]:
    """Yield groups among which names compete: those of one generation are one's where they at least agree."""
    by_generation: defaultdict[str, list[list[_Appearance]]] = defaultdict(list)
    for group in alike:
        by_generation[read_name(group[0].actor.name).generation].append(group)
    for groups in by_generation.values():
        together = [appearance for group in groups for appearance in group]
        if len(by_generation) > 1 and _are_one(together) and all(_may_be_one(a, b) for a in groups for b in groups):
            yield sorted(together, key=lambda appearance: appearance.version)
        else:
            yield from groups


def _may_be_one(left: Sequence[_Appearance], right: Sequence[_Appearance]) -> bool:
    """Whether the names of two groups may be one actor's: Bob and Robert Reed, the NAZL and its full name."""
    if left is right:
        return True
    one, other = left[0].actor, right[0].actor
    if one.kind is not other.kind:
        unknown = {one.kind, other.kind} == {ActorKind.PERSON, ActorKind.OTHER}
        return unknown and " " in one.name and read_name(one.name) == read_name(other.name)
    if one.kind is ActorKind.PERSON:
        return may_be_one_person(one.name, other.name)
    if is_newsroom(one.name) and is_newsroom(other.name):
        return same_newsroom(one.name, other.name)
    return plain_body(one.name) in other_names(other.name) or plain_body(other.name) in other_names(one.name)


def _are_one(group: Sequence[_Appearance]) -> bool:
    """Whether bearers of one name can be one: no version keeps two apart, and all stand for the same government."""
    versions = [appearance.version for appearance in group]
    glosses = {appearance.actor.gloss for appearance in group} - {None}
    return len(set(versions)) == len(versions) and len(glosses) <= 1


def _shared_offices(group: Sequence[_Appearance]) -> frozenset[str]:
    """The titles that every version gives the actor."""
    return frozenset.intersection(*(appearance.offices for appearance in group))


def _share_an_office(group: Sequence[_Appearance], last: str, groups: Sequence[Sequence[_Appearance]]) -> bool:
    """Whether one title tells whom a last name means, for at most one of those who bear it has the title: not Sen.
    Moreno where both Ann and Carl Moreno are senators.
    """
    offices = _shared_offices(group)
    bearers = [
        other for other in groups if any(_last_name(one.actor) == last and offices & one.offices for one in other)
    ]
    return bool(offices) and len(bearers) < 2


def _join_last_names(unedited: Sequence[list[_Appearance]], edited: Sequence[list[_Appearance]]) -> None:
    """Give persons of one name to the only person of the story who has it as the last of several, or the only one of
    those who has their title too.
    """
    groups = [*edited, *unedited]
    for group in unedited:
        name = _only_name(group[0].actor) if group else None
        if name is None:
            continue
        bearers = [other for other in groups if any(_last_name(appearance.actor) == name for appearance in other)]
        if len(bearers) > 1:
            offices = _shared_offices(group)
            bearers = [other for other in bearers if any(offices & appearance.offices for appearance in other)]
        namesakes = [other for other in groups if other and _only_name(other[0].actor) == name]
        if len(bearers) != 1 or len(namesakes) != 1 or not _are_one([*bearers[0], *group]):
            continue
        bearers[0].extend(group)
        bearers[0].sort(key=lambda appearance: appearance.version)
        group.clear()


def _profile(
    group: Sequence[_Appearance], key: str | None, entries: Mapping[str, ActorEntry], taken: set[str]
) -> Profile:
    fullest = max((one.actor for one in group), key=lambda actor: (actor.kind is not ActorKind.OTHER, len(actor.name)))
    entry = entries[key] if key else None
    if key is None:
        key = _free(fullest.key, taken)
        taken.add(key)
    return Profile(
        key=key,
        name=entry.name if entry else fullest.name,
        kind=ActorKind(entry.kind) if entry else fullest.kind,
        gloss=next((appearance.actor.gloss for appearance in group if appearance.actor.gloss), None),
        role=entry.role if entry else None,
        appearances=tuple((appearance.id, appearance.actor) for appearance in group),
    )


def _free(key: str, taken: set[str]) -> str:
    number = 2
    free = key
    while free in taken:
        free = f"{key}-{number}"
        number += 1
    return free
