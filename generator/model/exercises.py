"""Questions for pupils, made from what differs between the versions, and their answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.comparison import Place


class Skill(StrEnum):
    """What an exercise trains: moves of SIFT (Caulfield) and questions of IMVAIN (Stony Brook), printed beside it."""

    STOP = "SIFT: stop, and look at the words before you go on"
    INVESTIGATE = "SIFT: investigate the source"
    FIND = "SIFT: find better coverage"
    TRACE = "SIFT: trace claims, quotations and dates to where they come from"
    MULTIPLE = "IMVAIN: multiple sources or a single one?"
    NAMED = "IMVAIN: named or unnamed?"


class ExerciseKind(StrEnum):
    """Printed as headings, in this order: a class that is short of time takes the first five."""

    HEADLINES = "Before you read"
    WHICH_WORDING = "Which wording?"
    WHO_SAID_IT = "Who said it?"
    ORIGINS = "Whose words?"
    ALONE = "What one version alone does not tell"
    RETOLD = "Quoted or retold?"
    PLAIN_VERB = "Say it plainly"
    TRACE = "Follow the words back"
    ONE_REPORT = "One report or several?"
    UNNAMED = "The source without a name"
    DATE = "When was it?"
    PLAIN_WORD = "Take the colour out"
    BEHIND = "Who is behind it?"
    ELSEWHERE = "Find better coverage"
    EDITOR = "From the editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One question; all fields are plain text, and words of an article stand between “ and ”."""

    kind: ExerciseKind
    skill: Skill | None
    """None for the editor's, who may train anything."""
    question: str
    given: tuple[str, ...] = ()
    """What the pupil works with, numbered from 1 when there are several; words of the articles."""
    choices: tuple[str, ...] = ()
    """Empty: an open question."""
    answer: str
    """True of the pages, and no more than they say; one point a line."""
    evidence: tuple[Place, ...]
    """Where the answer stands, by version order; empty only where the editor's own words are the answer."""
