"""Everyone whose words a version gives, each counted once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.exercises.ground import Ground, stop
from generator.model import Chain, Exercise, ExerciseKind, Naming, Origin, Place, Skill, SourceCount, Span
from generator.phrases import listed

LEAST_ORIGINS = 2
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
        if chain.relays:
            through.setdefault(found[chain.origin].label, listed(chain.relays))
    relayed = listed([f"{label} (through {relays})" for label, relays in through.items()])
    parts.append(f"Through another newsroom: {relayed}." if through else "The text credits no other newsroom for them.")
    if count.to_check:
        parts.append("Statements marked “to check” are not counted.")
    return "\n".join(parts)


def _called(origin: Origin) -> str:
    """The label; several who speak as one are one source, as on the other pages."""
    joint = origin.naming is Naming.NAMED and origin.profile is None and JOINT.search(origin.label)
    return f"{origin.label} (several that speak as one: one source)" if joint else origin.label


def _source(chain: Chain) -> Place:
    """The words that name the source; where none do, the first words of what it says."""
    spans = chain.statement.source or chain.statement.content[:1]
    return Place(chain.version, Span(spans[0].start, spans[-1].end))
