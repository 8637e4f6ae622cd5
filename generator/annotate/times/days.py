"""Days told from the publication date: weekdays, yesterday, this morning, last night."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.annotate.times import calendar
from generator.annotate.times.attributive import tense_of
from generator.annotate.times.calendar import ONE_DAY, ONE_WEEK, Period
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.tense import Tense
from generator.annotate.times.words import LISTS, PART_OF_DAY, PARTS, WEEKDAY, WEEKDAY_NUMBERS
from generator.model import Rule

NAMED_DAYS = frozenset(LISTS["named_days"].split())
OF_OUR_TIME = frozenset(LISTS["of_our_time"].split())
POSSESSIVE = re.compile(r"[’']s (\w+)")
THROUGH = re.compile(rf"{WEEKDAY}(?: (?:through|to|until) | ?[-–] ?)$")
SAID = "the day on which these words were said"


def _of_day(period: Period, part: str | None) -> Period:
    """Add a part of the day to the value of a day."""
    if part is None:
        return period
    return Period(period.value + PARTS[part], period.earliest, period.latest, period.words)


def read_weekday(match: re.Match[str], place: Place) -> Reading | None:
    """`on Monday`, `last Friday`, `Monday's`, `Tuesday night`."""
    name, which, part = match["weekday"], (match["which"] or "").lower(), match["part"]
    if place.word_before() in NAMED_DAYS:
        return None
    if which in ("every", "each") or match["plural"] or match["plural_part"]:
        return Reading(f"every {name}: no single day")
    if place.today is None:
        return place.setting.unknown(f"a {name}")
    today, weekday = place.today, WEEKDAY_NUMBERS[name]
    published = place.setting.publication(today)
    if (since := _through(place)) is not None:
        day = calendar.first_weekday(since.latest, weekday)
        why = f"the first {name} on or after {since.words}, the day named before it"
    elif which == "the previous" and place.before and place.before[-1].earliest == place.before[-1].latest:
        named_before = place.before[-1]
        day = calendar.latest_weekday(named_before.earliest - ONE_DAY, weekday)
        why = f"the latest {name} before {named_before.words}, the day named before"
    elif which in ("previous", "the previous"):
        latest = calendar.latest_weekday(today - ONE_DAY, weekday)
        if name not in place.text[: place.span.start]:
            return Reading(f"a {name} before a day that the text does not name beside it")
        day, why = latest - ONE_WEEK, f"the {name} before the latest one, of which the text speaks, before {published}"
    elif which in ("last", "past", "this past"):
        day, why = calendar.latest_weekday(today - ONE_DAY, weekday), f"the latest {name} before {published}"
    elif which in ("coming", "this coming"):
        day, why = calendar.first_weekday(today + ONE_DAY, weekday), f"the first {name} after {published}"
    elif which == "next":
        day = calendar.first_weekday(today + ONE_DAY, weekday)
        after = day + ONE_WEEK
        why = f"the first {name} after {published}, or the one a week later: English leaves it open"
        return Reading(f"{why}: {calendar.in_words(day)} or {calendar.in_words(after)}")
    elif (tense := tense_of(place, weekday=True)) is Tense.FUTURE:
        day, why = calendar.first_weekday(today, weekday), f"the first {name} on or after {published}"
    elif tense is Tense.PAST:
        day, why = calendar.latest_weekday(today, weekday), f"the latest {name} on or before {published}"
    else:
        return Reading(f"a {name} near {published}; {tense}")
    why += "; here the same day" if day == today else f": {calendar.in_words(day)}"
    return dated(_of_day(calendar.day(day), part), why)


def _through(place: Place) -> Period | None:
    """Return the first day of `Monday through Wednesday`, for the second."""
    in_front = place.text[max(place.sentence.start, place.span.start - 20) : place.span.start]
    return place.before[-1] if place.before and THROUGH.search(in_front) else None


DAYS = {
    "today": (0, None, "the publication date"),
    "tonight": (0, "night", "the night of the publication date"),
    "yesterday": (-1, None, "the day before the publication date"),
    "tomorrow": (1, None, "the day after the publication date"),
    "last night": (-1, "night", "the night before the publication date"),
    "the day before yesterday": (-2, None, "two days before the publication date"),
    "the day after tomorrow": (2, None, "two days after the publication date"),
}


def read_near_day(match: re.Match[str], place: Place) -> Reading | None:
    """`today`, `yesterday morning`, `the day after tomorrow`, `this morning`, `last night`."""
    capital = match.group()[0].isupper() and not place.opens_sentence()
    if capital or place.word_before().lower() == "of":
        return None  # “USA Today”, “the people of tomorrow”
    possessive = POSSESSIVE.match(place.text, place.span.end)
    if possessive and possessive[1] in OF_OUR_TIME:
        return None  # “today's world”
    if match["this_part"]:
        steps, part, what = 0, match["this_part"], f"the {match['this_part']} of the publication date"
    else:
        steps, part, what = DAYS[match["near"].lower()]
        part = match["part"] or part
    if place.quoted:
        what = what.replace("the publication date", SAID)
        if place.quoted.said_on is None:
            return Reading(f"{what}; the sentence does not tell which day that was")
        base, anchor = place.quoted.said_on, f"{SAID}, {calendar.in_words(place.quoted.said_on)}"
    elif place.today is None:
        return place.setting.unknown(what)
    else:
        base, anchor = place.today, place.setting.publication(place.today)
    day = base + timedelta(days=steps)
    why = what.replace(SAID if place.quoted else "the publication date", anchor)
    return dated(_of_day(calendar.day(day), part), f"{why}: {calendar.in_words(day)}" if steps else why)


FORMS = (
    Form(
        Rule(
            "time.weekday",
            "A weekday: the latest on or before the publication date where the clause tells of what was, the first on "
            "or after it where it tells of what is to come (The Associated Press Stylebook, “days of the week”).",
        ),
        r"(?:(?i:earlier|later?|early|midday|mid) (?:on )?)?"
        r"(?:(?P<which>(?i:last|next|coming|past|previous|every|each|this(?: past| coming)?|the previous)) )?"
        rf"(?P<weekday>{WEEKDAY})(?:(?P<plural>s)\b|\b)(?: (?P<part>{PART_OF_DAY})(?P<plural_part>s)?\b)?",
        read_weekday,
    ),
    Form(
        Rule("time.near-day", "A day told from the publication date: today, yesterday, last night."),
        r"(?:(?i:earlier|later?|early|mid-afternoon) )?"
        r"(?:(?P<near>(?i:the day (?:before yesterday|after tomorrow)|today|yesterday|tomorrow|tonight|last night))\b"
        rf"(?: (?P<part>{PART_OF_DAY})\b)?|(?i:this) (?P<this_part>morning|afternoon|evening)\b)",
        read_near_day,
    ),
)
