"""Actors across the versions of a story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from generator.model import Actor, ActorEntry, ActorKind, Annotated, Profile

ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
INITIAL = re.compile(r"^\w\.?$")

GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})

ProfileKeys = Mapping[tuple[str, str], str]
"""(version id, key of an actor there) → key of the profile."""


@dataclass(frozen=True, slots=True, eq=False)
class _Appearance:
    version: int
    id: str
    actor: Actor


def find_profiles(versions: Sequence[Annotated], entries: Mapping[str, ActorEntry]) -> Iterator[Profile]:
    """Yield one profile for each actor of the story, by name.

    Actors of two versions are one where the editor gave both the same key, or where kind and full name are the same
    but for "the", accents and a middle initial, and nothing else in the story could be meant. A person who has only one
    name in a version is one with the single person of the story who has it as the last name. An actor that stands in
    `story.yaml` alone has a profile without appearances. Missed on purpose: other spellings and short forms
    ("Steve" and "Steven"), which only the editor can join, and what two capitals stand for.
    """
    appearances = [
        _Appearance(number, version.id, actor) for number, version in enumerate(versions) for actor in version.actors
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


def _groups(
    appearances: Sequence[_Appearance], entries: Mapping[str, ActorEntry]
) -> Iterator[tuple[str | None, list[_Appearance]]]:
    """Yield the editor's actors with their key, then those that the names join."""
    edited: dict[str, list[_Appearance]] = {}
    named: dict[tuple[ActorKind, tuple[str, ...]], list[_Appearance]] = {}
    for appearance in appearances:
        actor = appearance.actor
        if actor.key in entries:
            edited.setdefault(actor.key, []).append(appearance)
        else:
            named.setdefault((actor.kind, _names(actor.name)), []).append(appearance)
    groups = [*edited.values(), *named.values()]
    bearers = Counter(name for group in groups for name in {_last_name(one.actor) for one in group} - {None})
    unedited: list[list[_Appearance]] = []
    for (_, names), group in named.items():
        one = _are_one(group) and not (len(names) == 1 and bearers[names[0]] > 1)
        unedited += [group] if one else [[appearance] for appearance in group]
    _join_last_names(unedited, list(edited.values()))
    yield from edited.items()
    yield from ((None, group) for group in unedited if group)


def _names(name: str) -> tuple[str, ...]:
    """The names in small letters, without "the", accents and middle initials."""
    letters = "".join(letter for letter in normalize("NFKD", name.replace("’", "'")) if not combining(letter))
    words = ARTICLE.sub("", letters.casefold()).split()
    return (*words[:1], *(word for word in words[1:-1] if not INITIAL.match(word)), *words[1:][-1:])


def _last_name(actor: Actor) -> str | None:
    """The last of a person's several names, Jr. and III aside; None for a single name."""
    names = _names(actor.name)
    full = names[:-1] if len(names) > 2 and names[-1] in GENERATIONS else names
    return full[-1] if actor.kind is ActorKind.PERSON and len(full) > 1 else None


def _are_one(group: Sequence[_Appearance]) -> bool:
    """Whether bearers of one name can be one: no version keeps two apart, and all stand for the same government."""
    versions = [appearance.version for appearance in group]
    glosses = {appearance.actor.gloss for appearance in group} - {None}
    return len(set(versions)) == len(versions) and len(glosses) <= 1


def _join_last_names(unedited: Sequence[list[_Appearance]], edited: Sequence[list[_Appearance]]) -> None:
    """Give persons of one name to the only person of the story who has it as the last of several."""
    groups = [*edited, *unedited]
    for group in unedited:
        name = _names(group[0].actor.name)
        if group[0].actor.kind is not ActorKind.PERSON or len(name) != 1:
            continue
        bearers = [other for other in groups if any(_last_name(appearance.actor) == name[0] for appearance in other)]
        namesakes = [other for other in groups if other and _names(other[0].actor.name) == name]
        if len(bearers) != 1 or len(namesakes) != 1 or not _are_one([*bearers[0], *group]):
            continue
        bearers[0].extend(group)
        bearers[0].sort(key=lambda appearance: appearance.version)
        group.clear()


def _profile(
    group: Sequence[_Appearance], key: str | None, entries: Mapping[str, ActorEntry], taken: set[str]
) -> Profile:
    fullest = max((appearance.actor for appearance in group), key=lambda actor: len(actor.name))
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
