"""Times told from the day of publication: weekdays, yesterday, last week, two years ago."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.annotate.times import calendar
from generator.annotate.times.calendar import ONE_DAY, ONE_WEEK, WEEKDAYS, Period
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.tense import Tense
from generator.annotate.times.words import (
    COUNT,
    LISTS,
    PART_OF_DAY,
    PARTS,
    SEASON,
    SPELT_YEAR,
    WEEKDAY,
    WEEKDAY_NUMBERS,
    YEAR,
    any_case,
    count,
    named,
    year_number,
)
from generator.model import Rule

BEFORE_A_SEASON = frozenset(LISTS["before_a_season"].split())
NAMED_DAYS = frozenset(LISTS["named_days"].split())
UNIT = "(?:day|week|weekend|fortnight|month|quarter|half|year|decade|century)"
BACK = ("last", "past", "this past", "previous", "the previous", "the past", "the last")
ONWARD = ("next", "coming", "this coming", "the coming", "the next")


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
    if which in BACK:
        day, why = calendar.latest_weekday(today - ONE_DAY, weekday), f"the latest {name} before {published}"
    elif which in ("coming", "this coming", "the coming"):
        day, why = calendar.first_weekday(today + ONE_DAY, weekday), f"the first {name} after {published}"
    elif which == "next":
        day = calendar.first_weekday(today + ONE_DAY, weekday)
        after = day + ONE_WEEK
        why = f"the first {name} after {published}, or the one a week later: English leaves it open"
        return Reading(f"{why}: {calendar.in_words(day)} or {calendar.in_words(after)}")
    elif place.tense() is Tense.FUTURE:
        day, why = calendar.first_weekday(today, weekday), f"the first {name} on or after {published}"
    else:
        day, why = calendar.latest_weekday(today, weekday), f"the latest {name} on or before {published}"
    why += "; here the same day" if day == today else f": {calendar.in_words(day)}"
    return dated(_of_day(calendar.day(day), part), why)


DAYS = {
    "today": (0, None, "the day of publication"),
    "tonight": (0, "night", "the night of the day of publication"),
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
    if match["this_part"]:
        steps, part, what = 0, match["this_part"], f"the {match['this_part']} of the day of publication"
    else:
        steps, part, what = DAYS[match["near"].lower()]
        part = match["part"] or part
    if place.today is None:
        return place.setting.unknown(what)
    day = place.today + timedelta(days=steps)
    why = what.replace("the publication date", place.setting.publication(place.today))
    if steps == 0:
        why = f"{what}, {calendar.in_words(day)}"
    else:
        why = f"{why}: {calendar.in_words(day)}"
    return dated(_of_day(calendar.day(day), part), why)


def unit_of(name: str, of: date) -> Period:
    """Return the week, month, … that `of` lies in."""
    match name:
        case "day":
            return calendar.day(of)
        case "week":
            return calendar.week(of)
        case "weekend":
            return calendar.weekend(of)
        case "month":
            return calendar.month(of.year, of.month)
        case "quarter":
            return calendar.quarter(of.year, (of.month + 2) // 3)
        case "half":
            return calendar.half(of.year, (of.month + 5) // 6)
        case "year":
            return calendar.year(of.year)
        case "decade":
            return calendar.decade(of.year // 10 * 10)
        case _:
            return calendar.century(of.year // 100 + 1)


def _step(period: Period, name: str, steps: int) -> Period:
    """Return the unit `steps` after the one that `period` is."""
    for _ in range(abs(steps)):
        edge = period.latest + ONE_DAY if steps > 0 else period.earliest - ONE_DAY
        period = unit_of(name, edge)
    return period


def read_unit(match: re.Match[str], place: Place) -> Reading | None:
    """`last week`, `this month`, `next year`, `earlier this month`, `late last year`, `the past weekend`."""
    name, which = match["unit"].lower(), match["which_unit"].lower().removeprefix("the ")
    edge = (match["edge"] or match["edge_of"] or "").lower()
    steps = -1 if which in BACK else 1 if which in ONWARD else 0
    what = {-1: f"the {name} before that of publication", 0: f"the {name} of publication"}.get(
        steps, f"the {name} after that of publication"
    )
    if place.today is None:
        return place.setting.unknown(what)
    today = place.today
    if name == "weekend":
        period = _weekend(steps, today, place)
    else:
        period = _step(unit_of(name, today), name, steps)
    published = place.setting.publication(today)
    why = f"{what.replace('publication', published)}: {period.words}"
    if steps == 0 and edge in ("earlier", "earlier in") and period.earliest < today:
        period = Period(period.value, period.earliest, today, period.words)
        why += ", up to the publication date"
    elif steps == 0 and edge in ("later", "later in") and today < period.latest:
        period = Period(period.value, today, period.latest, period.words)
        why += ", from the publication date on"
    return dated(period, why)


def _weekend(steps: int, today: date, place: Place) -> Period:
    """Return the latest weekend that is over, the next one, or for `this weekend` the one that the tense points to."""
    this = calendar.weekend(today)
    inside = today >= this.earliest
    before = calendar.weekend(today - ONE_WEEK)
    if steps < 0:
        return before
    if steps > 0:
        return calendar.weekend(today + ONE_WEEK)
    if inside or place.tense() is Tense.FUTURE:
        return this
    return before


def read_the_weekend(match: re.Match[str], place: Place) -> Reading | None:
    """`over the weekend`: the latest that is over, or in a clause that looks ahead the next."""
    if place.today is None:
        return place.setting.unknown("a weekend")
    period = _weekend(0, place.today, place)
    which = "latest" if period.earliest <= place.today else "next"
    why = f"the {which} weekend from {place.setting.publication(place.today)}: {period.words}"
    return dated(period, why)


def read_season(match: re.Match[str], place: Place) -> Reading | None:
    """`this spring`, `last summer`, `the winter of 1994`, `summer 2012`."""
    name = match["season"].lower()
    if match["season_year"]:
        year = year_number(match["season_year"])
        period = calendar.season(year, name)
        return dated(period, f"{name} {year}, as the text says; counted as {period.words}")
    which = (match["which_season"] or "").lower()
    if not which and place.word_before().lower() not in BEFORE_A_SEASON:
        return None
    if place.today is None:
        return place.setting.unknown(f"a {name} near the publication date")
    year = place.today.year
    if which in ("last", "past", "this past"):
        period = max(
            (calendar.season(y, name) for y in (year - 1, year) if _begin(y, name) < place.today),
            key=lambda p: p.value,
        )
        if period.earliest <= place.today <= period.latest and which == "last" and name != "winter":
            period = calendar.season(year - 1, name)
        what = f"the latest {name} before"
    elif which in ("next", "coming", "this coming"):
        period = calendar.season(year if _begin(year, name) > place.today else year + 1, name)
        what = f"the first {name} after"
    else:
        period, what = calendar.season(year, name), f"the {name} of the year of"
    return dated(period, f"{what} {place.setting.publication(place.today)}; counted as {period.words}")


def _begin(year: int, name: str) -> date:
    return date(year, {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name], 1)


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


_WHICH = named(
    "which", any_case("last next coming past previous every each") + "|[Tt]his(?: past| coming)?|[Tt]he previous"
)
_WHICH_UNIT = named(
    "which_unit",
    "[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:past|last|next|coming|current|previous)|[Cc]urrent",
)

FORMS = (
    Form(
        Rule(
            "time.weekday",
            "A weekday: the latest on or before the publication date where the clause tells of what was, the first on "
            "or after it where it tells of what is to come (The Associated Press Stylebook, “days of the week”).",
        ),
        rf"(?:(?:[Ee]arlier|[Ll]ater?|[Ee]arly|[Mm]idday|[Mm]id) (?:on )?)?(?:{_WHICH} )?{named('weekday', WEEKDAY)}"
        rf"(?:(?P<plural>s)\b|\b)(?: {named('part', PART_OF_DAY)}(?P<plural_part>s)?\b)?",
        read_weekday,
    ),
    Form(
        Rule("time.near-day", "A day told from the publication date: today, yesterday, last night."),
        r"(?:(?:[Ee]arlier|[Ll]ater?|[Ee]arly|mid-afternoon) )?(?:"
        r"(?P<near>[Tt]he day (?:before yesterday|after tomorrow)|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night)\b"
        rf"(?: (?P<part>morning|afternoon|evening|night)\b)?|[Tt]his (?P<this_part>morning|afternoon|evening)\b)",
        read_near_day,
    ),
    Form(
        Rule("time.season", "A season, counted by the months of the north."),
        rf"(?:(?:[Ll]ate|[Ee]arly|[Ee]arlier|[Ll]ater) )?(?:(?P<which_season>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:past|coming)) )?"
        rf"{named('season', SEASON)}\b(?:(?: of|,)? (?P<season_year>{YEAR}|{SPELT_YEAR}))?",
        read_season,
    ),
    Form(
        Rule("time.unit", "A week, month, quarter or year told from the publication date; weeks begin on Monday."),
        rf"(?:(?:(?P<edge>(?:[Ee]arlier|[Ll]ater)(?: in)?|[Ee]arly|[Ll]ate|[Mm]id)[ -])|[Tt]he (?P<edge_of>beginning|start|middle|end) of )?"
        rf"{_WHICH_UNIT} {named('unit', UNIT)}\b(?!-)",
        read_unit,
    ),
    Form(
        Rule("time.in-the-unit", "A part of the month or year of publication."),
        r"(?P<edge>[Ee]arlier|[Ll]ater) (?P<edge_of>in) (?P<which_unit>the) (?P<unit>week|month|year)\b(?!-)",
        read_unit,
    ),
    Form(
        Rule("time.weekend", "“The weekend”: the latest that is over, or in a clause that looks ahead the next."),
        r"[Tt]he weekend\b",
        read_the_weekend,
    ),
    Form(
        Rule("time.ago", "So many days, weeks, months or years before the publication date, as exact as the unit."),
        rf"(?:(?:[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Jj]ust|[Rr]oughly|[Ss]ome|(?P<vague>[Mm]ore than|[Ll]ess than|[Oo]ver|[Uu]nder|[Aa]t least)) )?"
        rf"{named('number', COUNT)} (?P<ago_unit>day|week|month|year|decade|century|hour|minute)s? ago\b",
        read_ago,
    ),
    Form(
        Rule("time.stretch", "A length of time that begins or ends at a moment which the text leaves open."),
        rf"[Tt]he (?:next|past|last|coming|previous|following) {COUNT} (?:or (?:so|{COUNT}) )?(?:minute|hour|day|week|month|quarter|year|decade)s?\b",
        read_stretch,
    ),
    Form(
        Rule("time.repeated", "A time that comes again and again."),
        rf"(?:[Ee]very|[Ee]ach) (?:{UNIT}|{PART_OF_DAY}|hour)\b",
        read_repeated,
    ),
)
