"""What the headlines let a reader expect, before a word of the articles is read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exercises.ground import Ground, quote, stop
from generator.model import Annotated, BlockKind, Exercise, ExerciseKind, Place, Skill
from generator.phrases import listed

LEAST_HEADLINES = 2
MOST_HEADLINES = 3
GUIDANCE = (
    "What a headline lets somebody expect is for each reader to say; what the first paragraphs say can be read there."
)


def headlines(ground: Ground) -> Iterator[Exercise]:
    """Yield one where two versions have headlines that differ; of more than three, the first three."""
    known: dict[str, str] = {}
    for version in ground.versions.values():
        headline = version.article.seed.details.headline
        if headline and headline.value.casefold() not in (other.casefold() for other in known.values()):
            known[version.id] = headline.value
    kept = dict(list(known.items())[:MOST_HEADLINES])
    if len(kept) < LEAST_HEADLINES:
        return
    letters = [ground.letter(version) for version in kept]
    yield Exercise(
        kind=ExerciseKind.HEADLINES,
        skill=Skill.STOP,
        question=(
            f"Read only the headlines of versions {listed(letters)}. Write down what each lets you expect. Then "
            "read the first paragraph of each article. What did you expect that does not stand there?"
        ),
        given=tuple(quote(headline) for headline in kept.values()),
        answer="\n".join(
            [
                *(stop(f"{ground.letter(version)}: {quote(headline)}") for version, headline in kept.items()),
                GUIDANCE,
            ]
        ),
        evidence=ground.in_order(place for version in kept if (place := _first_paragraph(ground.versions[version]))),
    )


def _first_paragraph(version: Annotated) -> Place | None:
    return next((Place(version.id, b.span) for b in version.article.blocks if b.kind is BlockKind.PARAGRAPH), None)
