"""Everyone whose words a version gives, each counted once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.exercises.ground import Ground, stop
from generator.model import Chain, Exercise, ExerciseKind, Naming, Origin, Place, Skill, SourceCount, Span
from generator.newsrooms import bare_name, is_newsroom, same_newsroom
from generator.phrases import listed

LEAST_ORIGINS = 2
MOST_TO_CHECK = 1 / 3
"""Share of a version's statements from which on the key would lack too many whom a pupil finds rightly."""
JOINT = re.compile(r"\S\s+and\s+\S")


def origins(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each version that gives the words of several, those with words through another newsroom first."""
    told = [
        (count, [chain for chain in ground.comparison.chains if chain.version == count.version])
        for count in ground.comparison.counts
    ]
    for count, chains in sorted(told, key=lambda pair: not any(chain.relays for chain in pair[1])):
        if len({chain.origin for chain in chains}) < LEAST_ORIGINS:
            continue
        if count.to_check > MOST_TO_CHECK * len(ground.versions[count.version].statements):
            continue
        letter = ground.letter(count.version)
        yield Exercise(
            kind=ExerciseKind.ORIGINS,
            skill=Skill.MULTIPLE,
            question=(
                f"Whose words or views does version {letter} give? Write down everyone, each once. Who has no name? "
                "Whose words came through another newsroom?"
            ),
            answer=_answer(ground, count, chains),
            evidence=ground.in_order({chain.origin: _source(chain) for chain in reversed(chains)}.values()),
        )


def _answer(ground: Ground, count: SourceCount, chains: Sequence[Chain]) -> str:
    found: dict[str, Origin] = {chain.origin: ground.origin(chain) for chain in chains}
    sources = count.named + count.offices + count.unnamed
    parts = [f"{sources} sources in a text of {count.words} words (a count, not a grade)."]
    for naming, name in (
        (Naming.NAMED, "Named"),
        (Naming.OFFICE, "Speaking for someone, with no name of their own"),
        (Naming.UNNAMED, "Without a name"),
    ):
        labels = [_called(origin) for origin in found.values() if origin.naming is naming]
        parts += [stop(f"{name}: {listed(labels)}")] if labels else []
    acting = [
        origin.label for origin in found.values() if all(c.statement.stance for c in chains if c.origin == origin.key)
    ]
    if acting:
        parts.append(stop(f"Told only as a view, a denial or an act, in the outlet's words: {listed(acting)}"))
    through: dict[str, str] = {}
    for chain in chains:
        relays = [relay for relay in chain.relays if not same_newsroom(relay, found[chain.origin].label)]
        if relays:
            through.setdefault(found[chain.origin].label, listed(relays))
    relayed = listed([f"{label} (through {relays})" for label, relays in through.items()])
    newsrooms = [origin.label for origin in found.values() if is_newsroom(bare_name(origin.label))]
    if newsrooms:
        parts.append(stop(f"Itself a newsroom: {listed(newsrooms)}"))
    if through:
        parts.append(f"Through another newsroom: {relayed}.")
    elif not newsrooms:
        parts.append("The text credits no other newsroom for them.")
    unsure = list(_to_check(ground, count.version, found.values()))
    if unsure:
        parts.append(stop(f"Also right, where the words bear it out (marks to check, not counted): {listed(unsure)}"))
    elif count.to_check:
        parts.append("Statements marked “to check” are not counted.")
    return "\n".join(parts)


def _to_check(ground: Ground, version: str, found: Collection[Origin]) -> Iterator[str]:
    """Yield whom the statements to check name and the others do not, each once."""
    known = {origin.label.casefold() for origin in found} | {origin.profile for origin in found}
    for statement in ground.versions[version].statements:
        speaker = statement.speaker
        if statement.sure or speaker is None:
            continue
        profile = ground.index.profile(version, speaker.actor) if speaker.actor else None
        keys = {speaker.label.casefold(), *([profile.key] if profile else [])}
        if not known & keys:
            known |= keys
            yield speaker.label


def _called(origin: Origin) -> str:
    """The label; several who speak as one are one source, as on the other pages."""
    joint = origin.naming is Naming.NAMED and origin.profile is None and JOINT.search(origin.label)
    return f"{origin.label} (several that speak as one: one source)" if joint else origin.label


def _source(chain: Chain) -> Place:
    """The words that name the source; where none do, the first words of what it says."""
    spans = chain.statement.source or chain.statement.content[:1]
    return Place(chain.version, Span(spans[0].start, spans[-1].end))
