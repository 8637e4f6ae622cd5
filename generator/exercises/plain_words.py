"""Words that do more than report, to be replaced by plainer ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exercises.ground import Ground, quote, stop
from generator.model import Exercise, ExerciseKind, FramingKind, FramingMark, Place, Skill

VERBS = (
    FramingKind.FACTIVE,
    FramingKind.CONCESSION,
    FramingKind.DOUBTING,
    FramingKind.HEDGED,
    FramingKind.ASSERTIVE,
)
"""What takes a side on the words first; a denial has no plainer verb that keeps its sense."""

VARIETY = (
    "Other solutions are right if their verb only reports. Some writers change their verbs only for variety: the text "
    "does not show why this one stands here."
)

COLOURS = (FramingKind.LOADED, FramingKind.INTENSIFIER)


def plain_verb(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each reporting verb that does more than report, where a plainer one can be put in its place."""
    for version, mark, sentence in _marked(ground, VERBS):
        if mark.plain is None:
            continue
        yield Exercise(
            kind=ExerciseKind.PLAIN_VERB,
            skill=Skill.STOP,
            question=(
                f"Read this sentence of version {ground.letter(version)}. One verb does more than report that "
                "something was said. Which? Write the sentence again with a verb that only reports. What did the "
                "other verb add?"
            ),
            given=(ground.quote(sentence),),
            answer="\n".join(
                [
                    mark.why,
                    f"For example: {stop(quote(_rewritten(ground, version, mark, mark.plain, sentence)))}",
                    VARIETY,
                ]
            ),
            evidence=(sentence,),
        )


def _rewritten(ground: Ground, version: str, mark: FramingMark, plain: str, sentence: Place) -> str:
    """The sentence with `plain` in the place of the mark."""
    text = ground.versions[version].article.text
    if mark.span.start == sentence.span.start:
        plain = plain[0].upper() + plain[1:]
    return " ".join(
        (text[sentence.span.start : mark.span.start] + plain + text[mark.span.end : sentence.span.end]).split()
    )


def plain_word(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each word or label that colours what is told."""
    for version, mark, sentence in _marked(ground, COLOURS):
        yield Exercise(
            kind=ExerciseKind.PLAIN_WORD,
            skill=Skill.STOP,
            question=(
                f"Read this sentence of version {ground.letter(version)}. Find a word outside the quotation marks that "
                "judges, paints or makes something sound stronger. Write the sentence again without it. Which facts "
                "are left?"
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
