"""Everyone whose words a version gives, each counted once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exercises.ground import Ground, listed
from generator.model import Chain, Exercise, ExerciseKind, Naming, Origin, Place, Skill, SourceCount, Span

LEAST_ORIGINS = 2


def origins(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each version that gives the words of several, those with words through another newsroom first."""
    told = [
        (count, [chain for chain in ground.chains if chain.version == count.version])
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
                f"Whose words does version {letter} give? List everyone, each once. Who has no name? Whose "
                "words came through another newsroom?"
            ),
            answer=_answer(ground, count, chains),
            evidence=ground.in_order({chain.origin: _source(chain) for chain in reversed(chains)}.values()),
        )


def _answer(ground: Ground, count: SourceCount, chains: Sequence[Chain]) -> str:
    found: dict[str, Origin] = {chain.origin: ground.origin(chain) for chain in chains}
    parts = [f"{len(found)} sources in a text of {count.words} words (a count, not a grade)."]
    for naming, name in (
        (Naming.NAMED, "Named"),
        (Naming.OFFICE, "Speaking for someone, with no name of their own"),
        (Naming.UNNAMED, "Without a name"),
    ):
        labels = [origin.label for origin in found.values() if origin.naming is naming]
        parts += [f"{name}: {listed(labels)}."] if labels else []
    through: dict[str, str] = {}
    for chain in chains:
        if chain.relays:
            through.setdefault(found[chain.origin].label, listed(chain.relays))
    relayed = listed([f"{label} (through {relays})" for label, relays in through.items()])
    parts.append(f"Through another newsroom: {relayed}." if through else "The text credits no other newsroom for them.")
    if count.to_check:
        parts.append("Statements marked “to check” are not counted.")
    return "\n".join(parts)


def _source(chain: Chain) -> Place:
    """The words that name the source; where none do, the first words of what it says."""
    spans = chain.statement.source or chain.statement.content[:1]
    return Place(chain.version, Span(spans[0].start, spans[-1].end))
