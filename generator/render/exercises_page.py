"""The pupils' sheet and, on a page of its own, the key to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.exercises import make_exercises
from generator.exercises.ground import quote
from generator.exercises.reading_level import reading_level
from generator.model import Exercise, ExerciseKind, Page, Place
from generator.render.env import fill, harden
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.quoting import LONGEST_QUOTE_WORDS

REWRITES = frozenset({ExerciseKind.PLAIN_VERB, ExerciseKind.PLAIN_WORD})
"""These ask for a whole sentence, written anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    number: int
    skill: str
    question: str
    given: tuple[str, ...]
    choices: tuple[str, ...]
    matching: bool
    """Whether the numbers of `given` go into the boxes of `choices`; else a pupil ticks one."""
    lines: int
    """Ruled lines left for the answer on paper."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    kind: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisesView:
    frame: Frame
    groups: tuple[QuestionGroup, ...]
    key_href: str
    teachers_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    number: int
    kind: str
    question: str
    answer: tuple[str, ...]
    """One point a paragraph."""
    evidence: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisesKeyView:
    frame: Frame
    answers: tuple[AnswerView, ...]
    level: str
    """The school grade that the questions can be read in; empty where there are none."""
    sheet_href: str


def exercises_pages(lookup: Lookup) -> Iterator[Page]:
    """Yield the sheet and the key, with the same numbers; the answers stand on the key only."""
    exercises = make_exercises(lookup.explained)
    for page, view in (
        (PageName.EXERCISES, make_sheet(lookup, exercises)),
        (PageName.KEY, make_key(lookup, exercises)),
    ):
        yield Page(PurePosixPath(lookup.story.slug, f"{page}.md"), fill(view))


def make_sheet(lookup: Lookup, exercises: tuple[Exercise, ...]) -> ExercisesView:
    here = Here(PageName.EXERCISES)
    numbered = list(enumerate(exercises, 1))
    groups = groupby(numbered, key=lambda pair: pair[1].kind)
    return ExercisesView(
        frame=make_frame(lookup, here, "Exercises", description="Questions on how the versions of this story differ."),
        groups=tuple(QuestionGroup(kind, tuple(make_question(n, e) for n, e in pairs)) for kind, pairs in groups),
        key_href=here.to(PageName.KEY),
        teachers_href=here.to_site("for-teachers.html"),
    )


def make_question(number: int, exercise: Exercise) -> QuestionView:
    return QuestionView(
        number=number,
        skill=exercise.skill or "",
        question=exercise.question,
        given=exercise.given,
        choices=exercise.choices,
        matching=len(exercise.given) > 1 and bool(exercise.choices),
        lines=count_lines(exercise),
    )


def count_lines(exercise: Exercise) -> int:
    if exercise.choices:
        return 1
    if exercise.kind in REWRITES:
        return 4
    return max(2, min(4, len(exercise.answer) // 200 + 1))


def make_key(lookup: Lookup, exercises: tuple[Exercise, ...]) -> ExercisesKeyView:
    here = Here(PageName.KEY)
    words = " ".join(exercise.question for exercise in exercises)
    return ExercisesKeyView(
        frame=make_frame(lookup, here, "Key to the exercises", description="Answers, each with the words it rests on."),
        answers=tuple(
            AnswerView(
                number=number,
                kind=exercise.kind,
                question=exercise.question,
                answer=tuple(exercise.answer.split("\n")),
                evidence=tuple(
                    dict.fromkeys(make_evidence(lookup, here, exercise, place) for place in exercise.evidence)
                ),
            )
            for number, exercise in enumerate(exercises, 1)
        ),
        level=f"{reading_level(words):.0f}" if words else "",
        sheet_href=here.to(PageName.EXERCISES),
    )


def make_evidence(lookup: Lookup, here: Here, exercise: Exercise, place: Place) -> Markup:
    """A link to the paragraph, with the words there unless question or answer have them."""
    cite, words = lookup.cite(here, place), quote(lookup.at(place), LONGEST_QUOTE_WORDS)
    head = words.strip("“”‘’…. ")
    known = any(head in said for said in (exercise.answer, *exercise.given))
    return cite if known else Markup("<span>{} {}</span>").format(cite, harden(words))
