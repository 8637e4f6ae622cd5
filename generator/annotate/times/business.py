"""Quarters, halves and ends of the year, as business pages tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from generator.annotate.times import calendar
from generator.annotate.times.calendar import ONE_DAY, Period
from generator.annotate.times.compared import FIGURES, aside, reported
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.tense import Tense
from generator.annotate.times.words import LISTS, MONTH, ORDINALS, YEAR, month_number
from generator.model import Rule

QUARTER = Rule(
    "time.quarter",
    "A quarter or half of a year; without a year, the one that the tense points to. Taken as the calendar's, though a "
    "company may count others.",
)
BUSINESS = frozenset(LISTS["business"].split())
CAVEAT = "if its quarters are those of the calendar"
HALF_A_YEAR = 183
ROUGHLY = frozenset(("around", "about", "near"))
ENDED = re.compile(rf",? ended (?P<month>{MONTH}) (?P<day>\d{{1,2}})\b(?:, (?P<year>{YEAR}))?")
NEAR_THE_END_DAYS = 10
"""Quarters of thirteen weeks end some days before or after the month."""
YEAR_STEPS = {"this": 0, "last": -1, "next": 1, "the previous": -1, "the prior": -1}


def read_quarter(match: re.Match[str], place: Place) -> Reading | None:
    """`the third quarter`, `third-quarter`, `Q3 2020`, `the last half of 2020`, `this year's first two quarters`."""
    if match["fiscal"]:
        return Reading("a quarter of a business year, which need not begin in January")
    kind = "half" if match["of_what"] in ("half", "two quarters") else "quarter"
    number = _number(match, kind)
    if kind == "half" and number > 2:
        return None
    make = calendar.half if kind == "half" else calendar.quarter
    year_word = match["year"] or match["the_year"]
    step_word = match["step"] or match["step_front"]
    if year_word:
        return _quarter(int(year_word), number, kind, f"of {year_word}, as the text says")
    sentence = place.around()
    if (
        match["number"]
        and not place.quarters
        and not FIGURES.search(sentence)
        and BUSINESS.isdisjoint(re.findall(r"[\w-]+", sentence.lower()))
    ):
        return Reading(f"a {kind}; the text does not say of what")
    if place.today is None:
        return place.setting.unknown(f"a {kind} of a year that the text does not name")
    if kind == "quarter" and (end := _told_end(place, place.today)) and _is_another_quarter(end, number):
        why = f"three months up to {calendar.in_words(end)}, as the company counts its quarters"
        return Reading(why, None, date(*calendar.months_from(end.year, end.month, -2), 1), end)
    today, published = place.today, place.setting.publication(place.today)
    if step_word:
        year = today.year + YEAR_STEPS[step_word.lower()]
        return _quarter(year, number, kind, f"of {step_word.lower()} year, counted from {published}")
    if match["earlier"] and place.quarters:
        period = make(reported(place).earliest.year - 1, number)
        return aside(period, f"the {kind} of the year before the one named before: {period.words}")
    candidates = [make(today.year + step, number) for step in (-1, 0, 1)]
    label = f"{(match['number'] or ('first', 'second', 'third', 'fourth')[number - 1]).lower()} {kind}"
    return _by_tense(place, today, candidates, label)


def _by_tense(place: Place, today: date, candidates: Sequence[Period], label: str) -> Reading:
    """Return the one of several years' quarters that the tense points to; without a tense the nearest."""
    published = place.setting.publication(today)
    begun = max((c for c in candidates if c.earliest <= today), key=lambda c: c.earliest)
    ahead = min((c for c in candidates if c.latest >= today), key=lambda c: c.earliest)
    tense = place.tense()
    if tense is Tense.PAST:
        return dated(begun, f"the latest {label} that had begun by {published}: {begun.words}, {CAVEAT}")
    if tense is Tense.FUTURE and (ahead.earliest - today).days < HALF_A_YEAR:
        return aside(ahead, f"the next {label} that had not ended by {published}: {ahead.words}, {CAVEAT}")
    nearest = min(candidates, key=lambda c: max(abs(c.earliest - today), abs(c.latest - today)))
    reading = dated if nearest.latest < today else aside
    return reading(nearest, f"the {label} nearest to {published}: {nearest.words}, {CAVEAT}")


def _told_end(place: Place, today: date) -> date | None:
    """Return the latest such day of `the fourth quarter ended Sept. 30`."""
    match = ENDED.match(place.text, place.span.end)
    if match is None:
        return None
    month, number = month_number(match["month"]), int(match["day"])
    year = int(match["year"] or today.year - ((month, number) > (today.month, today.day)))
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _is_another_quarter(end: date, number: int) -> bool:
    """Whether a quarter with this last day is not the one that the calendar has under that number."""
    return abs(end - calendar.quarter(end.year, number).latest).days > NEAR_THE_END_DAYS


def _number(match: re.Match[str], kind: str) -> int:
    if match["figure"]:
        return int(match["figure"])
    return ORDINALS.get(match["number"].lower()) or (2 if kind == "half" else 4)


def _quarter(year: int, number: int, kind: str, why: str) -> Reading:
    period = calendar.half(year, number) if kind == "half" else calendar.quarter(year, number)
    return dated(period, f"the {kind} {why}: {period.words}, {CAVEAT}")


def read_year_end(match: re.Match[str], place: Place) -> Reading | None:
    """`year-end`, `year's end`, `the end of the month`: of the current one, or in a clause of the past the last one."""
    if place.today is None:
        return place.setting.unknown("the end of a year or a month near the publication date")
    today, published = place.today, place.setting.publication(place.today)
    if match["end_unit"] in ("month", "week"):
        whole = calendar.month(today.year, today.month) if match["end_unit"] == "month" else calendar.week(today)
        return dated(calendar.day(whole.latest), f"the last day of the {match['end_unit']} of {published}")
    before = place.word_before().lower()
    over = before == "since" or (before in ("at", "from") and place.tense() is Tense.PAST)
    last = date(today.year, 1, 1) - ONE_DAY if over else date(today.year, 12, 31)
    why = f"the end of the year {'before that of' if over else 'of'} {published}: {calendar.in_words(last)}"
    if before in ROUGHLY:
        until = calendar.month(last.year + 1, 1)
        words = calendar.span_in_words(date(last.year, 12, 1), until.latest)
        whole = Period(f"{last.year:04d}-12", date(last.year, 12, 1), until.latest, words)
        return dated(whole, f"{why}; “{before}” is taken as {words}")
    on_the_day = not match["end_unit"] and not match["years"]
    return dated(calendar.day(last) if on_the_day else calendar.third_of_year(last.year, 2), why)


FORMS = (
    Form(
        QUARTER,
        r"(?:[Tt]he )?(?:(?P<the_year>(?:19|20)\d\d) |(?P<step_front>[Tt]his|[Ll]ast|[Nn]ext) year[’']s "
        r"|(?P<earlier>(?:comparable )?year-(?:earlier|ago) ))?(?P<fiscal>[Ff]iscal[ -])?"
        r"(?:(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th|(?:[Ll]ast|[Ll]atter|[Ff]inal)"
        r"(?= (?:two quarters|quarter|half) of (?:(?:19|20)\d\d\b|(?:last|this|next) year)))[ -]"
        r"(?P<of_what>two quarters|quarter|half(?! of (?:[A-Z]|the ))(?!-))"
        r"|Q(?P<figure>[1-4]))\b"
        r"(?:(?: of|,)? (?:(?P<year>(?:19|20)\d\d)\b|(?P<step>this|last|next|the previous|the prior) year\b))?",
        read_quarter,
    ),
    Form(
        Rule("time.year-end", "The end of a year, a month or a week."),
        r"(?:[Yy]ear(?:[ -]|(?P<years>[’']s ))end|[Tt]he end of the (?P<end_unit>year|month|week))\b",
        read_year_end,
    ),
)
