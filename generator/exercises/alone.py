"""What a reader of one version alone cannot know."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exercises.ground import Ground, listed
from generator.model import Annotated, BlockKind, CoverageRow, Exercise, ExerciseKind, Place, Skill

MOST_PASSAGES = 3


def alone(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each version in whose copy a passage was not found, those with the most first."""
    missing = {
        version: [
            place for row in ground.comparison.coverage if version in row.missing and (place := _place(ground, row))
        ]
        for version in ground.versions
    }
    for version in sorted(missing, key=lambda version: -len(missing[version])):
        # What somebody says comes first: it is what a reader can quote.
        passages = sorted(missing[version], key=lambda place: not _is_said(ground, place))[:MOST_PASSAGES]
        if passages:
            letter = ground.letter(version)
            others = ground.version_letters(place.version for place in passages)
            told = [f"{ground.letter(place.version)}: {ground.quote(place)}." for place in passages]
            yield Exercise(
                kind=ExerciseKind.ALONE,
                skill=Skill.FIND,
                question=(
                    f"Someone has read version {letter} and nothing else. What can they not know from it? Name up to "
                    f"{'three things' if len(passages) > 1 else 'one thing'} that {listed(others)} "
                    f"{'tell' if len(others) > 1 else 'tells'}."
                ),
                answer=(
                    f"For example, not found in this copy of {letter}: {' '.join(told)} A copy may have "
                    "been cut: it does not show what the outlet knew or chose."
                ),
                evidence=ground.in_order(passages),
            )


def _place(ground: Ground, row: CoverageRow) -> Place | None:
    """The first place of the passage that is a sentence of a paragraph and may be shown."""
    return next((p for p in row.passage.places if _is_text(ground.versions[p.version], p) and ground.shows(p)), None)


def _is_text(version: Annotated, place: Place) -> bool:
    return any(block.kind is BlockKind.PARAGRAPH and block.span.holds(place.span) for block in version.article.blocks)


def _is_said(ground: Ground, place: Place) -> bool:
    return any(
        chain.version == place.version and any(part.meets(place.span) for part in chain.statement.content)
        for chain in ground.comparison.chains
    )
