"""A reporting verb that does more than report, to be replaced by one that only reports."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exercises.ground import Ground
from generator.model import Exercise, ExerciseKind, FramingKind, FramingMark, Place, Skill

VERBS = (
    FramingKind.FACTIVE,
    FramingKind.CONCESSION,
    FramingKind.DOUBTING,
    FramingKind.HEDGED,
    FramingKind.ASSERTIVE,
)
"""What tells most about the writer's stance first; a denial has no plainer verb that keeps its sense."""


def plain_verb(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each verb, by version in turn, so that no version alone is put to the test."""
    by_version = [
        sorted(
            ((version.id, mark) for mark in version.framing if mark.kind in VERBS),
            key=lambda marked: VERBS.index(marked[1].kind),
        )
        for version in ground.versions.values()
    ]
    seen: set[str] = set()
    for turn in range(max(map(len, by_version), default=0)):
        for marks in by_version:
            if turn < len(marks):
                version, mark = marks[turn]
                word = ground.words(Place(version, mark.span))
                sentence = ground.sentence(version, [mark.span])
                if word.casefold() not in seen and ground.shows(sentence):
                    seen.add(word.casefold())
                    yield _exercise(ground, version, mark, word, sentence)


def _exercise(ground: Ground, version: str, mark: FramingMark, word: str, sentence: Place) -> Exercise:
    return Exercise(
        kind=ExerciseKind.PLAIN_VERB,
        skill=Skill.STOP,
        question=(
            f"Version {ground.letter(version)} has this sentence. Which reporting verb does more than report? "
            "Rewrite the sentence so that it only reports what was said, and say what the verb added."
        ),
        given=(ground.quote(sentence),),
        answer=f"{mark.why}\nOther solutions are right if their verb only reports.",
        evidence=(sentence,),
    )
