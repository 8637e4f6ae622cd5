"""The actors of `story.yaml` found among the actors and the sources of one version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import EDITOR, Actor, ActorEntry, ActorKind, Annotated, Change, Naming, Speaker, Statement

ARTICLE = re.compile(r"^the\s+")


def name_actors(version: Annotated, entries: Mapping[str, ActorEntry]) -> tuple[Annotated, tuple[Change, ...]]:
    """Give the actors of the version that stand in `story.yaml` the editor's key and kind; their names stay.

    An actor is the editor's where the key or the full name is the same, or, if the version has no fuller name for
    anybody that ends the same, where the name is one of `also`. So `also: [Blair]` takes nothing from a Robert Blair
    whom the article also calls Blair. Several actors that the editor calls one become one.
    """
    keys = {actor.key: key for actor in version.actors if (key := _entry_for(actor, version.actors, entries))}
    if not keys:
        return version, ()
    free = _free_keys(version.actors, keys, set(entries))
    groups: dict[str, list[Actor]] = {}
    for actor in version.actors:
        groups.setdefault(keys.get(actor.key) or free[actor.key], []).append(actor)
    actors = [_as_edited(key, group, entries.get(key)) for key, group in groups.items()]
    renamed = free | keys
    curated = replace(
        version,
        actors=tuple(sorted(actors, key=lambda actor: actor.mentions[0])),
        statements=tuple(_rekeyed(statement, renamed) for statement in version.statements),
    )
    changed = [actor for actor in version.actors if actor.key in keys and actor not in curated.actors]
    return curated, tuple(
        Change(what=f"version {version.id}: “{actor.name}” is {keys[actor.key]}", anchor=None) for actor in changed
    )


def name_sources(version: Annotated, entries: Mapping[str, ActorEntry]) -> tuple[Annotated, tuple[Change, ...]]:
    """Give the statements without a speaker whose source is, as a whole, one of `also` to the editor's actor.

    The version is one whose actors have the editor's keys. A source stays open where two entries have it, and where
    another actor of the version may be called so: `also: [The club]` takes nothing where the article names a Pier Club.
    Whether the statement is sure stays as it was: the editor has read the name and not this place.
    """
    statements: list[Statement] = []
    found: dict[str, str] = {}
    for statement in version.statements:
        source = version.article.at(statement.source[0]) if len(statement.source) == 1 else ""
        key = _entry_called(_plain(source), version.actors, entries) if statement.speaker is None else None
        if key is not None:
            known = any(actor.key == key for actor in version.actors)
            statement = replace(statement, speaker=Speaker(entries[key].name, Naming.NAMED, key if known else None))
            found.setdefault(source, key)
        statements.append(statement)
    changes = (
        Change(what=f"version {version.id}: the source “{source}” is {key}", anchor=None)
        for source, key in found.items()
    )
    return replace(version, statements=tuple(statements)), tuple(changes)


def _entry_called(name: str, actors: Sequence[Actor], entries: Mapping[str, ActorEntry]) -> str | None:
    """Return the key of the only entry that has the name in `also`, unless another actor's name is it or ends in it."""
    keys = [key for key, entry in entries.items() if name in map(_plain, entry.also)]
    if len(keys) != 1 or any(
        actor.key != keys[0] and f" {_plain(actor.name)}".endswith(f" {name}") for actor in actors
    ):
        return None
    return keys[0]


def _entry_for(actor: Actor, actors: Sequence[Actor], entries: Mapping[str, ActorEntry]) -> str | None:
    """Return the key of the only entry that means this actor; None where none does, or more than one."""
    name = _plain(actor.name)
    exact = [key for key, entry in entries.items() if _plain(entry.name) == name]
    if len(exact) == 1:
        return exact[0]
    if actor.key in entries and not any(_plain(other.name) == _plain(entries[actor.key].name) for other in actors):
        return actor.key
    fuller = any(other is not actor and _plain(other.name).split()[-1:] == [name] for other in actors)
    other_names = [key for key, entry in entries.items() if name in map(_plain, entry.also)]
    return other_names[0] if len(other_names) == 1 and not fuller and not exact else None


def _plain(name: str) -> str:
    return ARTICLE.sub("", " ".join(name.replace("’", "'").casefold().split()))


def _free_keys(actors: Sequence[Actor], keys: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    """The keys of all other actors, numbered where the editor gives the key to somebody else."""
    free: dict[str, str] = {}
    for actor in actors:
        if actor.key in keys:
            continue
        key, number = actor.key, 2
        while key in taken:
            key, number = f"{actor.key}-{number}", number + 1
        taken.add(key)
        free[actor.key] = key
    return free


def _as_edited(key: str, group: Sequence[Actor], entry: ActorEntry | None) -> Actor:
    if entry is None:
        return replace(group[0], key=key)
    first = min(group, key=lambda actor: (_plain(actor.name) != _plain(entry.name), -len(actor.name)))
    edited = replace(
        first,
        key=key,
        kind=ActorKind(entry.kind),
        mentions=tuple(sorted({span for actor in group for span in actor.mentions})),
        titles=tuple(sorted({span for actor in group for span in actor.titles})),
    )
    return edited if edited == first else replace(edited, rule=EDITOR)


def _rekeyed(statement: Statement, keys: Mapping[str, str]) -> Statement:
    speaker = statement.speaker
    if speaker is None or speaker.actor is None:
        return statement
    return replace(statement, speaker=replace(speaker, actor=keys.get(speaker.actor, speaker.actor)))
