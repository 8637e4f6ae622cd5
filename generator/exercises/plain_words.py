"""Words that do more than report, to be replaced by plainer ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exercises.ground import Ground
from generator.model import Exercise, ExerciseKind, FramingKind, FramingMark, Place, Skill

VERBS = (
    FramingKind.FACTIVE,
    FramingKind.CONCESSION,
    FramingKind.DOUBTING,
    FramingKind.HEDGED,
    FramingKind.ASSERTIVE,
)
"""What takes a side on the words first; a denial has no plainer verb that keeps its sense."""

COLOURS = (FramingKind.LOADED, FramingKind.INTENSIFIER)


def plain_verb(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each reporting verb that does more than report."""
    for version, mark, sentence in _marked(ground, VERBS):
        yield Exercise(
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


def plain_word(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each word or label that colours what is told."""
    for version, mark, sentence in _marked(ground, COLOURS):
        yield Exercise(
            kind=ExerciseKind.PLAIN_WORD,
            skill=Skill.STOP,
            question=(
                f"Version {ground.letter(version)} has this sentence. Find a word outside the quotation marks that "
                "judges, paints or turns up the volume. Rewrite the sentence without it: which facts are left?"
            ),
            given=(ground.quote(sentence),),
            answer=f"For example: {mark.why}\nOther words can be named too, with a reason.",
            evidence=(sentence,),
        )


def _marked(ground: Ground, kinds: Sequence[FramingKind]) -> Iterator[tuple[str, FramingMark, Place]]:
    """Yield (version, mark, its sentence) by version in turn, so that no version alone is put to the test.

    Within a version by `kinds`, then in reading order; each word once a story.
    """
    by_version = [
        sorted(
            ((version.id, mark) for mark in version.framing if mark.kind in kinds),
            key=lambda marked: kinds.index(marked[1].kind),
        )
        for version in ground.versions.values()
    ]
    seen: set[str] = set()
    for turn in range(max(map(len, by_version), default=0)):
        for marks in by_version:
            if turn < len(marks):
                version, mark = marks[turn]
                word = ground.words(Place(version, mark.span)).casefold()
                sentence = ground.sentence(version, [mark.span])
                if word not in seen and ground.shows(sentence):
                    seen.add(word)
                    yield version, mark, sentence
