"""Times that do not tell when the sentence's event happens: years that name something, and plans of the past."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.annotate.lexicon import words
from generator.annotate.times.setting import Place, Reading
from generator.annotate.times.tense import Tense
from generator.annotate.times.words import LISTS

NO_NOUN = words(LISTS["no_noun"])
# A determiner, with at most an adjective between: “the 2012 election”, “its landmark 2010 law”, “Ann Lee's 1998 novel”.
DETERMINED = re.compile(
    r"(?:\b(?:the|an?|this|that|his|her|its|their|our|my|your)|\w[’']s|s[’'])(?: (?P<between>[a-z-]+))? $"
)
NOUN = re.compile(r" (?P<noun>[A-Za-z][\w-]*)")


def names_one(place: Place) -> bool:
    """Whether the year stands before a noun, and tells which one is meant: “the 2012 election”, “a 1998 novel”."""
    front = DETERMINED.search(place.text[max(0, place.span.start - 40) : place.span.start])
    behind = NOUN.match(place.text, place.span.end)
    if front is None or behind is None or front["between"] in NO_NOUN:
        return False
    return behind["noun"].lower() not in NO_NOUN


def as_name(reading: Reading) -> Reading:
    return replace(reading, tells_when=False, why=f"{reading.why}; it tells which one is meant")


def unless_planned(reading: Reading, place: Place) -> Reading:
    """Say of the day of a plan, if it has gone by, that the text does not tell what came of it."""
    if not reading.tells_when or place.today is None or reading.latest is None or reading.latest >= place.today:
        return reading
    if place.tense() is not Tense.WAITING:
        return reading
    why = f"{reading.why}; a plan, and the sentence does not tell what came of it"
    return replace(reading, tells_when=False, why=why)
