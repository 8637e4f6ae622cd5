"""Months, with their year or with the year left to the reader."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.times import calendar
from generator.annotate.times.attributive import tense_of
from generator.annotate.times.calendar import MONTHS
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.tense import Tense
from generator.annotate.times.words import (
    ANY_YEAR,
    LISTS,
    MONTH,
    THIRDS,
    WITHIN,
    month_number,
    named,
    year_number,
)
from generator.annotate.times.year_left_out import choose_year
from generator.model import Rule

AMBIGUOUS_MONTHS = frozenset(LISTS["ambiguous_months"].split())
BEFORE_A_MONTH = frozenset(LISTS["before_a_month"].split())
SHORTENED = frozenset(LISTS["shortened"].split())
LAST_MONTH_DAYS = 31
OF_ANOTHER_YEAR = re.compile(r" of (?:that|the same) year\b")
ANOTHER_YEAR = re.compile(r"\b(?:in(?= \d+,)|the|his|her|its|their) (?P<year>(?:19|20)\d\d)(?:,| [a-z])", re.IGNORECASE)
JOINED = re.compile(rf"\b(?P<first>{MONTH}) (?:and|or|to|through|until) (?:early |mid-|late )?$")


def read_month_of_year(match: re.Match[str], place: Place) -> Reading | None:
    """`May 2019`, `early May 2019`, `the end of May, 2019`, `June last year`."""
    if match["year_step"]:
        month = month_number(match["of_month"])
        if place.today is None:
            return place.setting.unknown(f"{MONTHS[month - 1]} of {match['year_step']} year")
        year = place.today.year + {"last": -1, "this": 0, "next": 1}[match["year_step"]]
        why = f"{MONTHS[month - 1]} of {match['year_step']} year, counted from {place.setting.publication(place.today)}"
        return _month(match["third"] or match["point"], year, month, why)
    year, month = year_number(match["month_year"]), month_number(match["of_month"])
    return _month(match["third"] or match["point"], year, month, f"{MONTHS[month - 1]} {year}, as the text says")


def _month(part: str | None, year: int, month: int, why: str) -> Reading:
    if part is None:
        return dated(calendar.month(year, month), why)
    period = calendar.third_of_month(year, month, THIRDS[part.lower()])
    return dated(period, f"{why}; “{part.lower()}” is taken as {period.words}")


def read_month(match: re.Match[str], place: Place) -> Reading | None:
    """`in May`, `last May`, `mid-January`, `the end of October`."""
    name = match["bare_month"].rstrip(".")
    month, which = month_number(name), (match["which"] or "").lower()
    part = match["third"] or match["point"]
    if not _is_month(name, place, told=bool(which or part)):
        return None
    if place.word_before().lower() in ("each", "every"):
        return Reading(f"every {MONTHS[month - 1]}: no single time")
    if place.today is None:
        return place.setting.unknown(f"{MONTHS[month - 1]} of a year that the text does not name")
    today, published = place.today, place.setting.publication(place.today)
    this = date(today.year, today.month, 1)
    candidates = [date(today.year + step, month, 1) for step in (-1, 0, 1)]
    if which in ("last", "this past"):
        chosen = max(c for c in candidates if c < this)
        why = f"the latest {MONTHS[month - 1]} before {published}"
        if (this - chosen).days <= LAST_MONTH_DAYS:
            return Reading(f"{why}, or that of the year before: last month is seldom called by its name")
    elif which in ("next", "this coming", "coming") or place.word_before().lower() == "come":
        chosen = min(c for c in candidates if c > this)
        why = f"the first {MONTHS[month - 1]} after {published}"
    elif which == "this":
        chosen, why = candidates[1], f"{MONTHS[month - 1]} of the year of {published}"
    elif (first := _joined_to(place)) is not None:
        candidates = [date(first.year + step, month, 1) for step in (0, 1)]
        chosen, why = (
            min(c for c in candidates if c >= first),
            f"the first {MONTHS[month - 1]} after the month named before",
        )
    elif OF_ANOTHER_YEAR.match(place.text, place.span.end) or _in_another_year(place):
        return Reading(f"{MONTHS[month - 1]} of a year that the text leaves open")
    else:
        attributive = place.word_before().lower() in ("a", "an", "its", "their", "his", "her", "our")
        tense = tense_of(place)
        if attributive and tense is place.tense():
            tense = Tense.OPEN  # “a June wedding” lies on either side
        found = choose_year(candidates, this, tense, MONTHS[month - 1], published)
        if found is None:
            return Reading(f"{MONTHS[month - 1]} of a year that the text leaves open")
        chosen, why = found
    return _month(part, chosen.year, chosen.month, f"{why}: {MONTHS[month - 1]} {chosen.year}")


def _joined_to(place: Place) -> date | None:
    """Return the first day of the month that stands in front with “and” or “to”: `December and January`."""
    joined = JOINED.search(place.text[max(place.sentence.start, place.span.start - 30) : place.span.start])
    if joined is None or not place.before:
        return None
    first = place.before[-1].earliest
    return first if first.month == month_number(joined["first"]) else None


def _in_another_year(place: Place) -> bool:
    """Whether a year long past stands in front in the sentence: “the 2008 contest, in which he stayed until June”."""
    told = ANOTHER_YEAR.finditer(place.text[place.surroundings.start : place.span.start])
    return place.today is not None and any(int(year["year"]) < place.today.year - 1 for year in told)


def _is_month(name: str, place: Place, *, told: bool) -> bool:
    """Tell the month from the name, the modal and the verb: `in May`, not `April Jones`, `May I`, `March on`."""
    before, behind = place.word_before(), place.word_behind()
    if name in SHORTENED - {"May"} or behind[:1].isdigit():
        return False
    if told:
        return True
    if behind[:1].isupper() and place.text[place.span.end] == " " and name in AMBIGUOUS_MONTHS:
        return False
    return name not in AMBIGUOUS_MONTHS or before.lower() in BEFORE_A_MONTH


FORMS = (
    Form(
        Rule("time.month-year", "A month of a year, as written."),
        rf"{WITHIN}?{named('of_month', MONTH)}(?:(?:,? of|,)? {named('month_year', ANY_YEAR)}(?![,.]\d|%)"
        r"|,? (?:of )?(?P<year_step>last|this|next) year\b)",
        read_month_of_year,
    ),
    Form(
        Rule("time.month", "A month without a year: the one that the tense or a word such as “last” points to."),
        rf"(?:(?P<which>(?i:last|next|coming|this(?: past| coming)?)) |{WITHIN})?{named('bare_month', MONTH)}",
        read_month,
    ),
)
