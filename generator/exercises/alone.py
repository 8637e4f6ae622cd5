"""What a reader of one version alone cannot know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exercises.ground import Ground, stop
from generator.exercises.hints import hinted_at, quotations_in
from generator.model import (
    Annotated,
    BlockKind,
    CoverageRow,
    Exercise,
    ExerciseKind,
    Naming,
    Place,
    Skill,
    Statement,
)
from generator.phrases import listed

MOST_VERSIONS = 2
MOST_PASSAGES = 3
"""For each version."""
LEAST_WORDS = 6
SENTENCE_ENDS = tuple(".!?…”\"’')")
LAST_RANK = 3
"""Of what nobody is said to have said and no date goes with."""


def alone(ground: Ground) -> Iterator[Exercise]:
    """Yield one on the versions in whose copies most passages were not found."""
    missing = {
        version: [
            place
            for row in ground.comparison.coverage
            if version in row.missing and (place := _place(ground, row)) and not hinted_at(ground, place, version)
        ]
        for version in ground.versions
    }
    passages = {version: places for version in missing if (places := _choose(ground, missing[version]))}
    fewest = sorted(passages, key=lambda version: -len(missing[version]))[:MOST_VERSIONS]
    passages = {version: passages[version] for version in passages if version in fewest}
    chosen = list(passages)
    if not chosen:
        return
    lacking: dict[Place, list[str]] = {}
    for version in chosen:
        for place in passages[version]:
            lacking.setdefault(place, []).append(ground.letter(version))
    told = [
        f"{ground.letter(place.version)} has what was not found in {'these copies' if letters[1:] else 'this copy'} of "
        f"{listed(letters, 'or')}: {stop(_quoted(ground, place))}"
        for place, letters in lacking.items()
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
        evidence=ground.in_order(lacking),
    )


def _quoted(ground: Ground, place: Place) -> str:
    """The words, marked as a speaker's where they stand in the middle of a quotation."""
    words = ground.quote(place)
    spans = [quotation.span for quotation in ground.versions[place.version].quotations]
    if not any(span.holds(place.span) for span in spans) or words.startswith(("“‘", "“[")):
        return words
    chain = ground.chain_in(place)
    said = f" (credited to {ground.origin(chain).label})" if chain else " (words of a quotation)"
    return f"“‘{words.strip('“”‘’')}’”{said}"


def _place(ground: Ground, row: CoverageRow) -> Place | None:
    """The first place of the passage that may be shown; None where one is no text or stands in a first paragraph.

    A first paragraph tells the event itself, which every version tells in some way.
    """
    places = row.passage.places
    if not all(_is_told_later(ground.versions[place.version], place) for place in places):
        return None
    return next((place for place in places if ground.shows(place)), None)


def _is_told_later(version: Annotated, place: Place) -> bool:
    """Whether a paragraph behind the first one holds it; a line without a stop may be a headline and is none."""
    article = version.article
    paragraphs = [
        block.span
        for block in article.blocks
        if block.kind is BlockKind.PARAGRAPH and article.at(block.span).endswith(SENTENCE_ENDS)
    ]
    return any(paragraph.holds(place.span) for paragraph in paragraphs[1:])


def _choose(ground: Ground, places: Sequence[Place]) -> tuple[Place, ...]:
    """What is easiest to check comes first: see `_rank`; one sentence of each statement, no scraps."""
    words = {place: ground.words(place) for place in places}
    whole = [place for place in places if len(words[place].split()) >= LEAST_WORDS and not words[place].endswith(":")]
    kept: dict[Statement | Place, Place] = {}
    for place in sorted(whole, key=lambda place: _rank(ground, place)):
        chain = ground.chain_in(place)
        kept.setdefault(chain.statement if chain else place, place)
    best = tuple(place for place in kept.values() if _rank(ground, place) < LAST_RANK)
    return (best or tuple(kept.values()))[:MOST_PASSAGES]


def _rank(ground: Ground, place: Place) -> int:
    """Quotations of a speaker with a name come first, then what has a date, then what else somebody says.

    What has none of these (`LAST_RANK`) is used only where nothing else is left.
    """
    version, chain = ground.versions[place.version], ground.chain_in(place)
    if chain and ground.origin(chain).naming is not Naming.UNNAMED and quotations_in(version, place.span):
        return 0
    if any(time.earliest and place.span.holds(time.span) for time in version.times):
        return 1
    return 2 if chain else LAST_RANK
