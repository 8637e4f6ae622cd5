"""What a reader of one version alone cannot know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.exercises.ground import Ground, stop
from generator.model import Annotated, Article, BlockKind, CoverageRow, Exercise, ExerciseKind, Place, Skill, Statement

MOST_VERSIONS = 2
MOST_PASSAGES = 3
"""For each version."""
LEAST_WORDS = 6
HINT = 0.3
"""Share of a sentence's telling words in two paragraphs that hints at the same being told there."""
TELLING = re.compile(r"[^\W_]{5,}")
"""Shorter words are mostly grammar."""
STEM_LETTERS = 6
"""`warned`, `warnings` and `warns` begin alike, in most languages."""


def alone(ground: Ground) -> Iterator[Exercise]:
    """Yield one on the versions in whose copies most passages were not found."""
    missing = {
        version: [
            place
            for row in ground.comparison.coverage
            if version in row.missing and (place := _place(ground, row)) and not _hinted_at(ground, place, version)
        ]
        for version in ground.versions
    }
    fewest = sorted((version for version in missing if missing[version]), key=lambda version: -len(missing[version]))
    chosen = [version for version in ground.versions if version in fewest[:MOST_VERSIONS]]
    if not chosen:
        return
    passages = {version: _choose(ground, missing[version]) for version in chosen}
    told = [
        f"{ground.letter(place.version)} has what was not found in this copy of {ground.letter(version)}: "
        f"{stop(ground.quote(place))}"
        for version in chosen
        for place in passages[version]
    ]
    readers = [f"only version {ground.letter(version)}" for version in chosen]
    yield Exercise(
        kind=ExerciseKind.ALONE,
        skill=Skill.FIND,
        question=(
            f"One reader has seen {', another '.join(readers)}. What can "
            f"{'each of them' if chosen[1:] else 'this reader'} not know? Name up to three things that another version "
            "tells."
        ),
        answer="\n".join([*told, "A copy may have been cut: it does not show what an outlet knew or chose."]),
        evidence=ground.in_order(place for places in passages.values() for place in places),
    )


def _place(ground: Ground, row: CoverageRow) -> Place | None:
    """The first place of the passage that is a sentence of a paragraph and may be shown."""
    return next((p for p in row.passage.places if _is_text(ground.versions[p.version], p) and ground.shows(p)), None)


def _hinted_at(ground: Ground, place: Place, version: str) -> bool:
    """Whether two paragraphs of `version` have so many of the telling words that its reader may know the same.

    A sentence that no match was found for may still be told there in another way, and the key must not deny that;
    nothing is translated, so that across languages no match could be found.
    """
    told, article = ground.versions[place.version].article, ground.versions[version].article
    if _language(told) != _language(article):
        return True
    stems = _stems(told.at(place.span))
    paragraphs = [_stems(article.at(block.span)) for block in article.blocks]
    return any(len(stems & (one | next_)) >= HINT * len(stems) for one, next_ in pairwise([*paragraphs, set()]))


def _language(article: Article) -> str:
    return article.seed.details.language.value.split("-")[0].lower()


def _stems(words: str) -> set[str]:
    return {word.casefold()[:STEM_LETTERS] for word in TELLING.findall(words)}


def _is_text(version: Annotated, place: Place) -> bool:
    return any(block.kind is BlockKind.PARAGRAPH and block.span.holds(place.span) for block in version.article.blocks)


def _choose(ground: Ground, places: Sequence[Place]) -> tuple[Place, ...]:
    """What somebody says comes first, for it can be quoted; one sentence of each statement, no scraps."""
    said: dict[Statement, Place] = {}
    others: list[Place] = []
    for place in places:
        if len(ground.words(place).split()) >= LEAST_WORDS:
            statement = _statement_in(ground, place)
            if statement is None:
                others.append(place)
            else:
                said.setdefault(statement, place)
    return (*said.values(), *others)[:MOST_PASSAGES]


def _statement_in(ground: Ground, place: Place) -> Statement | None:
    """The first sure statement of which `place` holds a part."""
    return next(
        (
            chain.statement
            for chain in ground.comparison.chains
            if chain.version == place.version and any(part.meets(place.span) for part in chain.statement.content)
        ),
        None,
    )
