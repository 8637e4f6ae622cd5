"""Times told from a time that was named before: the following year, that day, two days later."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.annotate.times import calendar
from generator.annotate.times.calendar import ONE_DAY, Period
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.units import unit_of
from generator.annotate.times.words import COUNT, count, named
from generator.model import Rule

LENGTHS = {"day": 1, "week": 7, "month": 31, "year": 366}


def _fine_enough(place: Place, unit: str) -> Period | None:
    """Return the time named last shortly before, if it is no longer than the unit that is counted in."""
    if not place.before:
        return None
    period = place.before[-1]
    if period.latest == place.today:
        return None  # “… under which we live today, 200 years later” counts from somewhere else
    return period if (period.latest - period.earliest).days < LENGTHS[unit] else None


def read_following(match: re.Match[str], place: Place) -> Reading | None:
    """`the following year`, `the next day`, `the same day`, `that year`."""
    unit, which = match["unit"], match["which"].lower()
    period = _fine_enough(place, unit)
    if period is None:
        return Reading(f"“{match.group().lower()}”: counted from a time that the paragraph does not name")
    this = unit_of(unit, period.earliest)
    if which == "the next" and unit != "day":
        return Reading(f"“{match.group().lower()}”: counted from a moment that the text leaves open")
    if which in ("the following", "the next"):
        found = unit_of(unit, this.latest + ONE_DAY)
        return dated(found, f"the {unit} after {period.words}, the time named before: {found.words}")
    if which == "the previous":
        found = unit_of(unit, this.earliest - ONE_DAY)
        return dated(found, f"the {unit} before {period.words}, the time named before: {found.words}")
    return dated(this, f"the {unit} of {period.words}, the time named before: {this.words}")


def read_later(match: re.Match[str], place: Place) -> Reading | None:
    """`two days later`, `three years earlier`."""
    unit, number = match["unit"], count(match["number"])
    period = _fine_enough(place, unit)
    if period is None or number is None:
        return Reading(f"“{match.group().lower()}”: counted from a time that the paragraph does not name")
    steps = number if match["direction"] in ("later", "after") else -number
    start = period.earliest
    if unit in ("day", "week"):
        found = unit_of(unit, start + timedelta(days=steps * (7 if unit == "week" else 1)))
    elif unit == "month":
        found = calendar.month(*calendar.months_from(start.year, start.month, steps))
    else:
        found = calendar.year(start.year + steps)
    if place.today and found.earliest > place.today:
        return Reading(f"“{match.group().lower()}”: counted from a time that the text does not name beside it")
    return dated(found, f"“{match.group().lower()}”, counted from {period.words}, the time named before: {found.words}")


FORMS = (
    Form(
        Rule("time.following", "A day, week, month or year told from the time that was named before."),
        r"(?P<which>[Tt]he (?:following|next|same|previous)|[Tt]hat) (?P<unit>day|week|month|year)\b(?!-|[’'])",
        read_following,
    ),
    Form(
        Rule("time.later", "So many days, weeks, months or years after or before the time that was named before."),
        rf"{named('number', COUNT)} (?P<unit>day|week|month|year)s? (?P<direction>later|earlier)\b",
        read_later,
    ),
)
