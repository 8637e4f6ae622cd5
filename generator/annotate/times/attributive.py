"""What the noun behind a time says of it: “the June 3 primary”, “a June agreement”, “Thursday's losses”."""

from __future__ import annotations

import re

from generator.annotate.lexicon import words
from generator.annotate.times.setting import Place
from generator.annotate.times.tense import Tense, tense_behind, tense_in_front
from generator.annotate.times.words import LISTS

ON_THE_CALENDAR, OUTCOMES = words(LISTS["on_the_calendar"]), words(LISTS["outcomes"])
UNFORESEEN = words(LISTS["unforeseen"])
IN_FORCE, HOLDING_SINCE = words(LISTS["in_force"]), words(LISTS["holding_since"])
AWAITING, PASSED, LEFT_OPEN = words(LISTS["awaiting"]), words(LISTS["passed"]), words(LISTS["left_open"])
OUTCOME_WORDS = 6
"""How far in front of the time the verb may stand that ends the wait ("won by a wide margin in the June 3 primary")."""
DETERMINER = r"(?:the|a|an|this|that|whose|his|her|its|their|our|my|your|[\w.-]+[’']s?)"
DETERMINED = re.compile(rf"\b{DETERMINER} $", re.IGNORECASE)
PREPOSITION = re.compile(rf"\b(?P<preposition>ahead of|[a-z]+) (?:{DETERMINER} )?$", re.IGNORECASE)
# The noun is looked for among the next four words: “the June 3 Republican primary”, “Friday's three-car crash”.
BEHIND = re.compile(r"(?P<possessive>[’']s)?(?P<nouns>(?: (?:(?:[A-Z]\.)+|[A-Za-z-]+)){1,4})")
NO_NOUN = re.compile(r"\b(?:and|or|but|in|on|at|of|to|for|by|with|from|that|as|is|was|are|were|has|had|will)\b")
SAME_SUBJECT = re.compile(r"\band\b|,")


def tense_of(place: Place, *, weekday: bool = False) -> Tense:
    """Return what the clause, and the noun behind the time, say of whether it is over.

    Of what nobody waits for the day has come. An event of the calendar is over where its own verb, a verb such as
    “won” or a word such as “after” with a verb of the past says so; other verbs of the past may tell of the wait.
    A weekday lies within days: there most verbs of the past tell of the event (“walked out at Wednesday's hearing”).
    """
    tense, noun = place.tense(), _noun(place)
    if noun is None:
        return tense
    front = place.text[place.surroundings.start : place.span.start]
    match = PREPOSITION.search(front)
    preposition = match["preposition"].lower().removesuffix(" of") if match else ""
    if noun in IN_FORCE:
        return Tense.PAST if preposition in HOLDING_SINCE else Tense.OPEN if tense is Tense.FUTURE else tense
    if noun in UNFORESEEN:
        return Tense.PAST if tense is Tense.OPEN else tense
    if noun not in ON_THE_CALENDAR or tense not in (Tense.PAST, Tense.OPEN):
        return tense
    over = tense is Tense.PAST and preposition not in AWAITING and _is_over(place, front, preposition, weekday=weekday)
    return Tense.PAST if over else Tense.AWAITED


def _noun(place: Place) -> str | None:
    """Return the noun that the time stands before, if it is listed."""
    match = BEHIND.match(place.text, place.span.end)
    front = place.text[max(0, place.span.start - 30) : place.span.start]
    if match is None:
        return None
    near = NO_NOUN.split(match["nouns"].lower())[0].split()
    if not (match["possessive"] or DETERMINED.search(front)):
        return near[0] if near and near[0] in ON_THE_CALENDAR else None  # “Her fate in November election”
    return next((word for word in near if word in ON_THE_CALENDAR | UNFORESEEN | IN_FORCE), None)


def _is_over(place: Place, front: str, preposition: str, *, weekday: bool) -> bool:
    if weekday and preposition not in LEFT_OPEN:
        return True
    if preposition in PASSED or not OUTCOMES.isdisjoint(re.findall(r"\w+", front.lower())[-OUTCOME_WORDS:]):
        return True
    behind = place.text[place.span.end : place.surroundings.end].removeprefix("'s").removeprefix("’s")
    if tense_in_front(place.text, place.surroundings, place.span) is Tense.PAST:
        behind = SAME_SUBJECT.split(behind)[0]  # “He entered the June 3 primary and raised $3”
    return tense_behind(behind) is Tense.PAST
