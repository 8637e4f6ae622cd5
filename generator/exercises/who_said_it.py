"""Quotations to be matched with those whom the articles credit them to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.anchors import fold
from generator.exercises.ground import Ground
from generator.model import (
    Annotated,
    Chain,
    Exercise,
    ExerciseKind,
    Naming,
    Place,
    Skill,
    Span,
    WordingChange,
)

LEAST_WORDS = 4
LONGEST_WORDS = 40
LEAST_QUOTATIONS = 2
MOST_QUOTATIONS = 5
LONGEST_CREDIT_CHARS = 160


def who_said_it(ground: Ground) -> Iterator[Exercise]:
    """Yield one match of two to five quotations, one a speaker, none with the speaker's name in it."""
    matched: dict[str, tuple[str, Place]] = {}
    for chain in ground.chains:
        origin = ground.origin(chain)
        known = any(_share_a_name(origin.label, label) for label, _ in matched.values())
        if origin.naming is not Naming.UNNAMED and not known and not chain.statement.denial:
            place = next((p for p in _quotations(ground, chain) if not _gives_away(ground, origin.label, p)), None)
            if place:
                matched[origin.key] = (origin.label, place)
    pairs = list(matched.values())[:MOST_QUOTATIONS]
    if len(pairs) < LEAST_QUOTATIONS:
        return
    letters = [ground.letter(place.version) for _, place in pairs]
    yield Exercise(
        kind=ExerciseKind.WHO_SAID_IT,
        skill=Skill.NAMED,
        question=(
            "To whom do the articles credit each of these quotations? Write the number of the quotation beside the "
            "speaker. Then find the words in the article that tell you."
        ),
        given=tuple(ground.quote(place) for _, place in pairs),
        choices=tuple(sorted((label for label, _ in pairs), key=str.casefold)),
        answer="\n".join(
            f"{n}: {label} (in {letter})." for n, ((label, _), letter) in enumerate(zip(pairs, letters, strict=True), 1)
        ),
        evidence=ground.in_order(_credit(ground, place) for _, place in pairs),
    )


def _quotations(ground: Ground, chain: Chain) -> Iterator[Place]:
    """Yield the quotations that this statement holds and no other one claims."""
    version = ground.versions[chain.version]
    wording = ground.index.wording(chain.version, chain.statement)
    if wording and WordingChange.SPEAKER_CHANGED in wording.changes:
        return
    for quotation in version.quotations:
        place = Place(version.id, quotation.span)
        long_enough = LEAST_WORDS <= len(version.article.at(quotation.span).split()) <= LONGEST_WORDS
        if long_enough and _held_by(version, quotation.span) == [chain.statement] and ground.shows(place):
            yield place


def _held_by(version: Annotated, span: Span) -> list[object]:
    return [s for s in version.statements if any(part.meets(span) for part in s.content)]


def _gives_away(ground: Ground, label: str, place: Place) -> bool:
    return label.split()[-1].casefold() in ground.words(place).casefold()


def _share_a_name(left: str, right: str) -> bool:
    """Whether the two may be one: Carl Moreno and Carlos Juan Moreno, a minister and her spokesman."""
    ours, theirs = ({word for word in fold(label).text.split() if word[0].isupper()} for label in (left, right))
    return left == right or bool(ours & theirs)


def _credit(ground: Ground, place: Place) -> Place:
    """The words that credit a quotation: its source and cue where they stand together, else the sentences."""
    statements = ground.versions[place.version].statements
    statement = next(s for s in statements if any(part.meets(place.span) for part in s.content))
    named = sorted((*statement.source, *statement.cue))
    if statement.source and named[-1].end - named[0].start <= LONGEST_CREDIT_CHARS:
        return Place(place.version, Span(named[0].start, named[-1].end))
    return ground.sentence(place.version, [place.span, *named])
