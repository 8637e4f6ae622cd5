"""Weeks, weekends, months, seasons and years told from the publication date."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.times import calendar
from generator.annotate.times.calendar import ONE_DAY, ONE_WEEK, Period
from generator.annotate.times.compared import same_quarter_of_last_year
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.tense import Tense
from generator.annotate.times.words import LISTS, SEASON, SPELT_YEAR, YEAR, count, year_number
from generator.model import Rule

BEFORE_A_SEASON = frozenset(LISTS["before_a_season"].split())
BACK = frozenset(("last", "past", "this past", "previous"))
SUNDAY = 6
ONWARD = frozenset(("next", "coming", "this coming"))


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
    name, which = match["unit"] or "weekend", (match["which_unit"] or match["which_weekend"]).lower()
    edge = (match["edge"] or match["edge_of"] or "").lower()
    steps = -1 if which in BACK else 1 if which in ONWARD else 0
    what = {-1: f"the {name} before the {name} of publication", 0: f"the {name} of publication"}.get(
        steps, f"the {name} after the {name} of publication"
    )
    if place.today is None:
        return place.setting.unknown(what)
    today = place.today
    if (name, which) == ("year", "last") and (quarter := same_quarter_of_last_year(place)):
        return quarter
    if name == "week" and today.weekday() == SUNDAY and not edge.startswith("earlier"):
        return _week_on_a_sunday(steps, today, place, later=edge.startswith("later"))
    period = _weekend(steps, today, place) if name == "weekend" else _step(unit_of(name, today), name, steps)
    published = place.setting.publication(today)
    why = f"{what.replace('publication', published)}: {period.words}"
    if steps == 0 and edge in ("earlier", "earlier in") and period.earliest < today:
        period = Period(period.value, period.earliest, today, period.words)
        why += ", up to the publication date"
    elif steps == 0 and edge in ("later", "later in") and today < period.latest:
        period = Period(period.value, today, period.latest, period.words)
        why += ", from the publication date on"
    return dated(period, why)


def _week_on_a_sunday(steps: int, today: date, place: Place, *, later: bool) -> Reading:
    """Return both weeks: American papers begin the week on Sunday, others end it then."""
    published = f"{place.setting.publication(today)}, a Sunday"
    ending = calendar.week(today + steps * ONE_WEEK)
    latest = ending.latest + 6 * ONE_DAY
    if later and steps == 0:
        rest = calendar.days(today, latest, calendar.week(latest).value)
        return dated(rest, f"the rest of the week that begins on {published}: {rest.words}")
    why = f"a week counted from {published}, on which a week begins or ends"
    return Reading(f"{why}: {calendar.span_in_words(ending.earliest, latest)}", None, ending.earliest, latest)


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


def read_the_year(match: re.Match[str], place: Place) -> Reading | None:
    """`the first nine months of the year`: the latest year in which they are over, or where a year was named, that."""
    if place.today is None:
        return place.setting.unknown("a year near the publication date")
    if place.before and place.before[-1].earliest.year != place.today.year:
        return Reading("“the year”; the text names another one beside it")
    number = count(match["months"]) or 1
    year = place.today.year - (number >= place.today.month)
    why = f"the latest year whose first {match['months'].lower()} months are over by"
    period = calendar.days(date(year, 1, 1), calendar.month(year, number).latest, f"{year:04d}")
    return dated(period, f"{why} {place.setting.publication(place.today)}: {period.words}")


def read_season(match: re.Match[str], place: Place) -> Reading | None:
    """`last summer`, `this spring`, `the winter of 1994`, `summer 2012`."""
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
        if period.latest < place.today and place.tense() is Tense.FUTURE:
            period, what = calendar.season(year + 1, name), f"the first {name} after"
    return dated(period, f"{what} {place.setting.publication(place.today)}; counted as {period.words}")


def _begin(year: int, name: str) -> date:
    return date(year, {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name], 1)


FORMS = (
    Form(
        Rule("time.season", "A season, counted by the months of the north."),
        r"(?:(?i:late|early|earlier|later) )?"
        r"(?:(?i:the )?(?P<which_season>(?i:last|next|past|coming|this(?: past| coming)?)) )?"
        rf"(?P<season>{SEASON})\b(?:(?: of|,)? (?P<season_year>{YEAR}|{SPELT_YEAR}))?",
        read_season,
    ),
    Form(
        Rule("time.unit", "A week, month, quarter or year told from the publication date; weeks begin on Monday."),
        r"(?:(?:(?P<edge>(?i:earlier|later)(?: in)?|(?i:early|late|mid))[ -])"
        r"|(?i:the) (?P<edge_of>beginning|start|middle|end) of )?"
        r"(?:(?P<which_unit>(?i:last|next|this(?: coming)?|(?:the )?current)) "
        r"(?P<unit>week|month|quarter|year|decade|century|weekend)\b(?!-)"
        r"|(?:(?i:the) )?(?P<which_weekend>(?i:last|past|next|coming|this past)) weekend\b)",
        read_unit,
    ),
    Form(
        Rule("time.in-the-unit", "A part of the week, month or year of publication."),
        r"(?P<edge>(?i:earlier|later)) (?P<edge_of>in) (?P<which_unit>the) (?P<unit>week|month|year)\b(?!-)"
        r"(?P<which_weekend>)",
        read_unit,
    ),
    Form(
        Rule("time.months-of-the-year", "“The first nine months of the year”: the latest year in which they are over."),
        r"(?i:the) first (?P<months>(?i:two|three|four|five|six|seven|eight|nine|ten|eleven)) months of the year\b",
        read_the_year,
    ),
    Form(
        Rule("time.weekend", "“The weekend”: the latest that is over, or in a clause that looks ahead the next."),
        r"(?i:the) weekend\b",
        read_the_weekend,
    ),
)
