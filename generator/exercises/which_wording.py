"""The same quotation in other words: which version has which?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exercises.ground import Ground, stop, versions_named
from generator.model import (
    OTHER_LENGTH,
    OTHER_WORDS,
    Exercise,
    ExerciseKind,
    Place,
    Skill,
    Span,
    Variant,
    Wording,
    WordingChange,
)
from generator.phrases import listed

LONGEST_WORDS = 80
"""A longer quotation is left out: the words that differ might be cut away."""


def which_wording(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each quotation whose words differ inside the quotation marks."""
    for wording in ground.comparison.wordings:
        variants = [variant for variant in wording.variants if variant.quoted]
        if (
            len(variants) > 1
            and (OTHER_WORDS | OTHER_LENGTH) & set(wording.changes)
            and all(_fits(ground, variant) for variant in variants)
        ):
            letters = ground.version_letters(place.version for variant in variants for place in variant.places)
            yield Exercise(
                kind=ExerciseKind.WHICH_WORDING,
                skill=Skill.TRACE,
                question=(
                    f"{versions_named(letters)} do not give this quotation alike. Find each wording in the "
                    "articles, and write its number beside the letter of the version that has it. Which words differ?"
                ),
                given=tuple(ground.quote(variant.places[0], LONGEST_WORDS) for variant in _shuffled(ground, variants)),
                choices=tuple(letters),
                answer=_answer(ground, wording, variants),
                evidence=ground.in_order(variant.places[0] for variant in variants),
            )


def _fits(ground: Ground, variant: Variant) -> bool:
    place = variant.places[0]
    return ground.shows(place) and len(ground.words(place).split()) <= LONGEST_WORDS


def _shuffled(ground: Ground, variants: Sequence[Variant]) -> list[Variant]:
    """By the alphabet, so that the order of the versions gives nothing away."""
    return sorted(variants, key=lambda variant: ground.quote(variant.places[0], LONGEST_WORDS).casefold())


def _answer(ground: Ground, wording: Wording, variants: Sequence[Variant]) -> str:
    told = [
        stop(f"{_letters(ground, variant)} {have} number {number}: {ground.quote(variant.places[0], LONGEST_WORDS)}")
        for number, variant in enumerate(_shuffled(ground, variants), 1)
        for have in ["has" if len(variant.places) == 1 else "have"]
    ]
    differing = {_letters(ground, variant): words for variant in variants if (words := _differing(ground, variant))}
    if len(differing) == 1 or len(set(differing.values())) > 1:
        told.append(f"What differs: {listed([f'{words} in {letters}' for letters, words in differing.items()])}.")
    changes = set(wording.changes)
    if len(variants) == 2 and changes & OTHER_WORDS and WordingChange.SPEAKER_CHANGED not in changes:
        told.append(
            "Unless they were said twice, at most one of them can be the exact wording; the versions do not say which."
        )
    else:
        told.append("One has words inside the quotation marks that the other does not have.")
    return "\n".join(told)


def _letters(ground: Ground, variant: Variant) -> str:
    return listed(ground.version_letters(place.version for place in variant.places))


def _differing(ground: Ground, variant: Variant) -> str:
    """Return the runs of differing words, each between quotation marks."""
    version = variant.places[0].version
    text = ground.versions[version].article.text
    runs: list[Span] = []
    for span in variant.differing:
        if runs and not text[runs[-1].end : span.start].strip():
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    return ", ".join(ground.quote(Place(version, run)) for run in runs)
