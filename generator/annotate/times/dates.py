"""Days of the calendar, written out, in figures, or with the year left to the reader."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.times import calendar
from generator.annotate.times.attributive import tense_of
from generator.annotate.times.calendar import MONTHS, Period
from generator.annotate.times.naming import as_name
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.words import (
    ANY_YEAR,
    DAY_OF_MONTH,
    LISTS,
    MONTH,
    WEEKDAY,
    month_number,
    named,
    ordinal,
    year_number,
)
from generator.annotate.times.year_left_out import choose_year
from generator.model import Rule

NEAR_DAYS = 45
HOLIDAYS: dict[str, tuple[int, int]] = {name: (on[0], on[1]) for name, on in LISTS["holidays"].items()}


def _try_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_known_day(match: re.Match[str], place: Place) -> Reading | None:
    """`the Sept. 11 attacks`, `9/11`."""
    attacks = calendar.day(date(2001, 9, 11))
    return as_name(dated(attacks, "the attacks of 11 September 2001 are known by this day"))


def read_day(match: re.Match[str], place: Place) -> Reading | None:
    """`9 March 2020`, `Monday, March 9`, `March 3 to 5`."""
    groups = match.groupdict()
    month, first = month_number(groups["month"]), ordinal(groups["day"])
    last_month = month_number(groups["to_month"]) if groups.get("to_month") else month
    last = ordinal(groups["to_day"]) if groups.get("to_day") else first
    if groups.get("year"):
        year = year_number(groups["year"])
        earliest, latest = _try_date(year, month, first), _try_date(year, last_month, last)
        if earliest is None or latest is None or latest < earliest:
            return None
        return dated(_days(earliest, latest), f"{calendar.span_in_words(earliest, latest)}, as the text says")
    what = f"{first} {MONTHS[month - 1]}"
    if place.today is None:
        return place.setting.unknown(f"{what} of a year that the text does not name")
    candidates = [d for y in (-1, 0, 1) if (d := _try_date(place.today.year + y, month, first))]
    if place.word_before() == "ended":
        candidates = [day for day in candidates if day <= place.today]  # “the year ended March 31”
    if not candidates:
        return None
    if (month, first) == (9, 11) and all(abs(c - place.today).days > NEAR_DAYS for c in candidates):
        return Reading("11 September of a year that the text does not name; the attacks of 2001 are known by this day")
    chosen = choose_year(candidates, place.today, tense_of(place), what, place.setting.publication(place.today))
    if chosen is None:
        return Reading(f"{what} of a year that the text leaves open")
    earliest, why = chosen
    until = _try_date(earliest.year + (last_month < month), last_month, last)
    if until is None or until < earliest:
        return None
    return dated(_days(earliest, until), f"{why}: {calendar.span_in_words(earliest, until)}")


def _days(earliest: date, latest: date) -> Period:
    """Return a day, or a range of days with the value that all of them share."""
    if earliest == latest:
        return calendar.day(earliest)
    shared = f"{earliest:%Y-%m}" if f"{earliest:%Y-%m}" == f"{latest:%Y-%m}" else f"{earliest:%Y}"
    return calendar.days(earliest, latest, shared)


def read_figures(match: re.Match[str], place: Place) -> Reading | None:
    """`2020-03-09`, `9/3/2020`: where the day and the month cannot be told apart, only the year is sure."""
    if match["iso_year"]:
        found = _try_date(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
        return dated(calendar.day(found), f"{calendar.in_words(found)}, as the text says") if found else None
    a, b, year = int(match["a"]), int(match["b"]), int(match["figures_year"])
    readings = {d for d in (_try_date(year, a, b), _try_date(year, b, a)) if d}
    if len(readings) == 1:
        (day,) = readings
        return dated(calendar.day(day), f"{calendar.in_words(day)}: only so do the figures make a date")
    if readings:
        return dated(calendar.year(year), "the text does not say whether the day or the month stands first")
    return None


def read_holiday(match: re.Match[str], place: Place) -> Reading | None:
    """`Christmas Day`, `New Year's Eve 2019`: only those that have the same date every year and everywhere."""
    name = match["holiday"].replace("’", "'")
    month, day = HOLIDAYS[name]
    if match["holiday_year"]:
        on = date(int(match["holiday_year"]), month, day)
        return dated(calendar.day(on), f"{name} is {day} {MONTHS[month - 1]}")
    if place.today is None:
        return place.setting.unknown(f"{name} of a year that the text does not name")
    candidates = [date(place.today.year + step, month, day) for step in (-1, 0, 1)]
    what = f"{day} {MONTHS[month - 1]} ({name})"
    chosen = choose_year(candidates, place.today, place.tense(), what, place.setting.publication(place.today))
    if chosen is None:
        return Reading(f"{what} of a year that the text leaves open")
    on, why = chosen
    return dated(calendar.day(on), f"{why}: {calendar.in_words(on)}")


_WEEKDAY = rf"(?:(?:(?i:this (?:coming |past )?|next |last ))?{WEEKDAY},? (?:the )?)?"
_TO = r"(?: ?[-–] ?| to | through | until )"
_OF_YEAR = rf"(?:(?:,|,? of|)\s{named('year', ANY_YEAR)}(?![,.]\d|%))?"

FORMS = (
    Form(
        Rule("time.known-day", "The attacks of 11 September 2001, which are known by their day."),
        # Not “the Sept. 11 attack in Zarqa”, which may be another year's.
        r"9/11\b(?!/)|(?:Sept\.?|September) (?:11|11th)"
        r"(?=(?:[’']s)? (?:(?:terror(?:ist)? )?attacks\b(?! (?:in|on|at|against)\b)|hijack"
        r"|(?:survivors|victims|families|widows|commission|museum|plotters|mastermind)\b))",
        read_known_day,
    ),
    Form(
        Rule("time.month-day", "A day of a month; without a year, the one that the tense points to, or the nearest."),
        rf"{_WEEKDAY}{named('month', MONTH)} (?:the )?{named('day', DAY_OF_MONTH)}(?! percent|%|[,.]\d|:\d)"
        rf"(?:{_TO}(?:{named('to_month', MONTH)} )?{named('to_day', DAY_OF_MONTH)}(?! percent|%))?{_OF_YEAR}",
        read_day,
    ),
    Form(
        Rule("time.day-month", "A day of a month, the day in front."),
        rf"{_WEEKDAY}{named('day', DAY_OF_MONTH)}(?:{_TO}{named('to_day', DAY_OF_MONTH)})?"
        rf" (?:of )?{named('month', MONTH)}{_OF_YEAR}",
        read_day,
    ),
    Form(
        Rule("time.holiday", "A holiday that has the same date every year."),
        named("holiday", "|".join(HOLIDAYS).replace("'", "[’']")) + r"\b(?:,? (?P<holiday_year>(?:19|20)\d\d)\b)?",
        read_holiday,
    ),
    Form(
        Rule("time.figures", "A date in figures; a day where only one order of day and month makes a date."),
        r"(?P<iso_year>[12]\d{3})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b"
        r"|(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<figures_year>[12]\d{3})\b",
        read_figures,
    ),
)
