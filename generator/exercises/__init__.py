"""Questions for pupils, made from what differs between the versions; one kind a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from generator.anchors import find_quote
from generator.exercises.alone import alone
from generator.exercises.ground import Ground
from generator.exercises.headlines import headlines
from generator.exercises.lateral import behind, elsewhere
from generator.exercises.one_report import one_report
from generator.exercises.origins import origins
from generator.exercises.plain_words import plain_verb, plain_word
from generator.exercises.reading_level import reading_level
from generator.exercises.retold import retold
from generator.exercises.trace import trace
from generator.exercises.unnamed import unnamed
from generator.exercises.when import when
from generator.exercises.which_wording import which_wording
from generator.exercises.who_said_it import who_said_it
from generator.model import Exercise, ExerciseKind, Explained, Place

__all__ = ["make_exercises", "reading_level"]

LEAST = 6
MOST = 12
MOST_OF_A_KIND = 2
"""Unless a story has fewer than `LEAST` questions by that."""

KINDS: tuple[Callable[[Ground], Iterator[Exercise]], ...] = (
    which_wording,
    headlines,
    retold,
    who_said_it,
    plain_verb,
    trace,
    origins,
    one_report,
    unnamed,
    when,
    alone,
    behind,
    elsewhere,
    plain_word,
)
"""Those named first are kept where there are too many."""


def make_exercises(explained: Explained) -> tuple[Exercise, ...]:
    """Return the editor's exercises and up to `MOST` of the machine's, by kind; none where there is nothing to ask.

    Built from sure and confirmed marks and from what compare found, never from a statement to check. Each kind keeps
    its first before another has a second.
    """
    ground = Ground(explained)
    by_kind = [list(islice(kind(ground), LEAST)) for kind in KINDS]
    in_turn = [(turn, exercises[turn]) for turn in range(LEAST) for exercises in by_kind if turn < len(exercises)]
    kept = [
        exercise
        for number, (turn, exercise) in enumerate(in_turn)
        if number < LEAST or (turn < MOST_OF_A_KIND and number < MOST)
    ]
    order = list(ExerciseKind)
    return (*sorted(kept, key=lambda exercise: order.index(exercise.kind)), *_of_editor(ground))


def _of_editor(ground: Ground) -> Iterator[Exercise]:
    for entry in ground.explained.story.editor.exercises:
        places = (
            Place(a.version, find_quote(ground.versions[a.version].article.text, a.quote, a.prefix, a.suffix))
            for a in entry.places
        )
        yield Exercise(
            kind=ExerciseKind.EDITOR,
            skill=None,
            question=entry.question,
            answer=entry.answer,
            evidence=ground.in_order(places),
        )
