"""What a text itself tells of a source without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.exercises.ground import Ground, stop
from generator.model import Chain, Exercise, ExerciseKind, Place, Skill, Span
from generator.phrases import listed

# Whoever is asked after must be people; documents and places are none. Up to four words stand in front of the noun.
PEOPLE = re.compile(
    r"(?:\S+\s+){0,4}?(?:sources?|officials?|authorit(?:y|ies)|aides?|advis[eo]rs?|persons?|people|insiders?|diplomats?|"
    r"envoys?|ministers?|staffers?|employees?|executives?|operatives?|strategists?|observers?|experts?|analysts?|critics|"
    r"lawmakers?|leaders?|activists?|witness(?:es)?|officers?|lawyers?|residents?|neighbou?rs?|relatives?|friends?)\b",
    re.IGNORECASE,
)


def unnamed(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each unnamed source, by version in turn."""
    by_version: dict[str, list[Chain]] = {}
    seen: set[str] = set()
    for chain in ground.chains:
        statement = chain.statement
        if not statement.anonymity or not statement.source or chain.origin in seen:
            continue
        if PEOPLE.match(ground.words(Place(chain.version, statement.source[0]))):
            seen.add(chain.origin)
            by_version.setdefault(chain.version, []).append(chain)
    for turn in range(max(map(len, by_version.values()), default=0)):
        for chains in by_version.values():
            if turn < len(chains):
                yield _exercise(ground, chains[turn])


def _exercise(ground: Ground, chain: Chain) -> Exercise:
    statement, anonymity = chain.statement, chain.statement.anonymity
    source = listed([ground.quote(Place(chain.version, span)) for span in statement.source])

    def told(name: str, span: Span | None) -> str:
        said = ground.quote(Place(chain.version, span)) if span else "the text does not say there"
        return stop(f"{name}: {said}")

    answer = [
        told("How many", anonymity.number if anonymity else None),
        told("Described as", anonymity.described if anonymity else None),
        told("How they know", anonymity.knows if anonymity else None),
        told("Why no name is given", anonymity.reason if anonymity else None),
        "Whatever goes beyond that is a guess.",
    ]
    return Exercise(
        kind=ExerciseKind.UNNAMED,
        skill=Skill.NAMED,
        question=(
            f"Version {ground.letter(chain.version)} gives words of {source}. What does the text itself say about "
            "this source: how many, who they are, how they know it, and why no name is given?"
        ),
        answer="\n".join(answer),
        evidence=(ground.sentence(chain.version, [*statement.source, *statement.content]),),
    )
