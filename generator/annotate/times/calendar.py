"""Stretches of the calendar: days, weeks, months, quarters, seasons, years, and steps between them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = tuple(calendar.month_name[1:])
WEEKDAYS = tuple(calendar.day_name)
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends inclusive, with its TIMEX3 value and its name in words."""

    value: str
    earliest: date
    latest: date
    words: str
    """`9 March 2020`, `2–8 March 2020`, `March 2020`."""


def in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def span_in_words(earliest: date, latest: date) -> str:
    """Leave out what both days share: `2–8 March 2020`, `24 February – 1 March 2020`."""
    if earliest == latest:
        return in_words(earliest)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}–{in_words(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {MONTHS[earliest.month - 1]} – {in_words(latest)}"
    return f"{in_words(earliest)} – {in_words(latest)}"


def day(on: date) -> Period:
    return Period(on.isoformat(), on, on, in_words(on))


def days(earliest: date, latest: date, value: str) -> Period:
    return Period(value, earliest, latest, span_in_words(earliest, latest))


def week(of: date) -> Period:
    """Return the week from Monday to Sunday, as ISO 8601 counts them."""
    monday = of - timedelta(days=of.weekday())
    iso = of.isocalendar()
    return days(monday, monday + timedelta(days=6), f"{iso.year:04d}-W{iso.week:02d}")


def weekend(of: date) -> Period:
    """Return Saturday and Sunday of the week of `of`."""
    whole = week(of)
    return days(whole.latest - ONE_DAY, whole.latest, f"{whole.value}-WE")


def month(year: int, number: int) -> Period:
    last = calendar.monthrange(year, number)[1]
    name = f"{MONTHS[number - 1]} {year}"
    return Period(f"{year:04d}-{number:02d}", date(year, number, 1), date(year, number, last), name)


def third_of_month(year: int, number: int, third: int) -> Period:
    """Return the 1st to 10th, the 11th to 20th or the rest; the value is that of the month."""
    whole = month(year, number)
    first = (1, 11, 21)[third]
    last = (10, 20, whole.latest.day)[third]
    return days(date(year, number, first), date(year, number, last), whole.value)


def quarter(year: int, number: int) -> Period:
    first, last = month(year, 3 * number - 2), month(year, 3 * number)
    name = f"{MONTHS[3 * number - 3]} to {MONTHS[3 * number - 1]} {year}"
    return Period(f"{year:04d}-Q{number}", first.earliest, last.latest, name)


def half(year: int, number: int) -> Period:
    first, last = month(year, 6 * number - 5), month(year, 6 * number)
    name = f"{MONTHS[6 * number - 6]} to {MONTHS[6 * number - 1]} {year}"
    return Period(f"{year:04d}-H{number}", first.earliest, last.latest, name)


def season(year: int, name: str) -> Period:
    """Return a season by the months of the north.

    Winter may lie at either end of its year: it is given from December of the year before to February of the next.
    """
    value = f"{year:04d}-{SEASONS[name]}"
    if name == "winter":
        after = month(year + 1, 2).latest
        return Period(value, date(year - 1, 12, 1), after, f"winter {year}, at the beginning or the end of the year")
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}[name]
    words = f"{MONTHS[first - 1]} to {MONTHS[first + 1]} {year}"
    return Period(value, date(year, first, 1), month(year, first + 2).latest, words)


def year(number: int) -> Period:
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), str(number))


def third_of_year(number: int, third: int) -> Period:
    """Return January to April, May to August or September to December; the value is that of the year."""
    first, last = month(number, 4 * third + 1), month(number, 4 * third + 4)
    words = f"{MONTHS[4 * third]} to {MONTHS[4 * third + 3]} {number}"
    return Period(f"{number:04d}", first.earliest, last.latest, words)


def decade(first: int) -> Period:
    return Period(f"{first // 10:03d}", date(first, 1, 1), date(first + 9, 12, 31), f"{first} to {first + 9}")


def century(number: int) -> Period:
    """Return the years that begin with the same two figures, as TIMEX3 counts: the 20th century is 1900 to 1999."""
    first = 100 * (number - 1)
    words = f"{max(first, 1)} to {first + 99}"
    return Period(f"{number - 1:02d}", date(max(first, 1), 1, 1), date(first + 99, 12, 31), words)


def months_from(year_number: int, number: int, steps: int) -> tuple[int, int]:
    """Step over months; return year and month."""
    total = 12 * year_number + number - 1 + steps
    return total // 12, total % 12 + 1


def latest_weekday(until: date, weekday: int) -> date:
    """Return the latest such weekday on or before `until`; Monday is 0."""
    return until - timedelta(days=(until.weekday() - weekday) % 7)


def first_weekday(since: date, weekday: int) -> date:
    """Return the first such weekday on or after `since`."""
    return since + timedelta(days=(weekday - since.weekday()) % 7)
