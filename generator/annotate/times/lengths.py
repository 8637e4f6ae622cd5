"""So long ago, and lengths of time whose ends the text leaves open."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.annotate.times import calendar
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.words import COUNT, PART_OF_DAY, count
from generator.model import Rule

UNIT = "minute|hour|day|week|month|quarter|year|decade|century"


def read_ago(match: re.Match[str], place: Place) -> Reading | None:
    """`two weeks ago`, `a year ago`, `nearly four years ago`: as exact as the unit, never more."""
    number, unit = count(match["number"]), match["ago_unit"].lower()
    phrase = " ".join(match.group().lower().split())
    if number is None or match["vague"]:
        return Reading(f"“{phrase}”: the text does not say how many")
    if place.today is None:
        return place.setting.unknown(f"{phrase}, counted from the publication date")
    return _ago(number, unit, place, phrase)


def _ago(number: int, unit: str, place: Place, phrase: str) -> Reading:
    today = place.today
    assert today is not None
    published = place.setting.publication(today)
    if unit in ("minute", "hour"):
        return Reading(f"“{phrase}”: the text does not tell the hour from which it counts")
    if unit == "day":
        period = calendar.day(today - timedelta(days=number))
    elif unit == "week":
        period = calendar.week(today - timedelta(weeks=number))
    elif unit == "month":
        period = calendar.month(*calendar.months_from(today.year, today.month, -number))
    elif unit == "year":
        period = calendar.year(today.year - number)
    else:
        return Reading(f"“{phrase}”: counted from {published}, but not to the year")
    return dated(period, f"“{phrase}”, counted from {published}: {period.words}")


def read_stretch(match: re.Match[str], place: Place) -> Reading | None:
    """`over the next two years`, `the past 24 hours`: a length of time whose ends the text leaves open."""
    phrase = " ".join(match.group().lower().split())
    return Reading(f"“{phrase}”: a length of time; the text does not say on which day it begins or ends")


def read_repeated(match: re.Match[str], place: Place) -> Reading | None:
    """`every week`, `each year`: no single time."""
    return Reading(f"“{match.group().lower()}”: again and again, no single time")


FORMS = (
    Form(
        Rule("time.ago", "So many days, weeks, months or years before the publication date, as exact as the unit."),
        r"(?:(?:(?i:about|around|nearly|almost|just|roughly|some)"
        r"|(?P<vague>(?i:more than|less than|over|under|at least))) )?"
        rf"(?P<number>{COUNT}) (?P<ago_unit>{UNIT})s? ago\b",
        read_ago,
    ),
    Form(
        Rule("time.stretch", "A length of time that begins or ends at a moment which the text leaves open."),
        rf"(?i:the) (?:(?:next|past|last|coming|previous|following) {COUNT} (?:or (?:so|{COUNT}) )?(?:{UNIT})s?"
        rf"|(?:past|last|coming) (?:{UNIT})|(?:(?<=[Oo]ver the )|(?<=[Ww]ithin the ))next (?:{UNIT}))\b"
        rf"|(?i:this past) (?:{UNIT})\b",
        read_stretch,
    ),
    Form(
        Rule("time.repeated", "A time that comes again and again."),
        rf"(?i:every|each) (?:{UNIT}|weekend|{PART_OF_DAY})\b",
        read_repeated,
    ),
)
