"""A quotation in one version that another tells in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exercises.ground import Ground, stop, versions_named
from generator.model import Exercise, ExerciseKind, Skill, Variant
from generator.phrases import count_words, listed


def retold(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each quotation that a version retells without quotation marks."""
    for wording in ground.comparison.wordings:
        quoting = [variant for variant in wording.variants if variant.quoted]
        telling = [variant for variant in wording.variants if not variant.quoted]
        if quoting and telling and all(ground.shows(variant.places[0]) for variant in wording.variants):
            ways = (*telling, *quoting)
            letters = ground.version_letters(place.version for v in wording.variants for place in v.places)
            yield Exercise(
                kind=ExerciseKind.RETOLD,
                skill=Skill.TRACE,
                question=(
                    f"{versions_named(letters)} give the same statement in {count_words(len(ways), 'way')}. Write the "
                    "letter of the version beside each. Which quotes, and which tells it in its own words? What does "
                    "the retelling leave aside, add or change?"
                ),
                given=tuple(ground.quote(variant.places[0]) for variant in ways),
                answer="\n".join(
                    [
                        *_told(ground, quoting, "between quotation marks"),
                        *_told(ground, telling, "without quotation marks"),
                        "Only words between quotation marks claim to be the speaker's own.",
                    ]
                ),
                evidence=ground.in_order(variant.places[0] for variant in wording.variants),
            )


def _told(ground: Ground, variants: Sequence[Variant], how: str) -> Iterator[str]:
    for variant in variants:
        letters = listed(ground.version_letters(place.version for place in variant.places))
        yield stop(f"{letters}, {how}: {ground.quote(variant.places[0])}")
