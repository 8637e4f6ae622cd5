"""Quarters, halves and ends of the year, as business pages tell them."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.times import calendar
from generator.annotate.times.calendar import ONE_DAY, Period
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.tense import Tense
from generator.annotate.times.words import LISTS, ORDINALS
from generator.model import Rule

QUARTER = Rule(
    "time.quarter",
    "A quarter or half of a year; without a year, the one that the tense points to. Taken as the calendar's, though a "
    "company may count others.",
)
BUSINESS = frozenset(LISTS["business"].split())
CAVEAT = "if its quarters are those of the calendar"
FIGURES = re.compile(r"[$£€#%]|\b(?:million|billion|cents|pence|francs|marks|guilders|percent|per cent)\b")
LONGER = re.compile(r"\b(?:six|nine) months\b|\bhalf\b|\bfull[ -]year\b")
COMPARING = re.compile(r"\b(?:than|from|with|versus|over|against) (?:\S+ ){0,5}$")
HALF_A_YEAR = 183
YEAR_STEPS = {"this": 0, "last": -1, "next": 1, "the previous": -1, "the prior": -1}


def read_quarter(match: re.Match[str], place: Place) -> Reading | None:
    """`the third quarter`, `third-quarter`, `Q3 2020`, `the fourth quarter of last year`, `this year's first half`."""
    if match["fiscal"]:
        return Reading("a quarter of a business year, which need not begin in January")
    number = ORDINALS[match["number"].lower()] if match["number"] else int(match["figure"])
    kind = match["of_what"] or "quarter"
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
        and not FIGURES.search(sentence)
        and BUSINESS.isdisjoint(re.findall(r"[\w-]+", sentence.lower()))
    ):
        return Reading(f"a {kind}; the text does not say of what")
    if place.today is None:
        return place.setting.unknown(f"a {kind} of a year that the text does not name")
    today, published = place.today, place.setting.publication(place.today)
    if step_word:
        year = today.year + YEAR_STEPS[step_word.lower()]
        return _quarter(year, number, kind, f"of {step_word.lower()} year, counted from {published}")
    if match["earlier"] and place.quarters:
        period = make(_latest(place).earliest.year - 1, number)
        return _compared(period, f"the {kind} of the year before the one named before: {period.words}")
    candidates = [make(today.year + step, number) for step in (-1, 0, 1)]
    begun = max((c for c in candidates if c.earliest <= today), key=lambda c: c.earliest)
    ahead = min((c for c in candidates if c.latest >= today), key=lambda c: c.earliest)
    label = f"{(match['number'] or ('first', 'second', 'third', 'fourth')[number - 1]).lower()} {kind}"
    tense = place.tense()
    if tense is Tense.PAST:
        return dated(begun, f"the latest {label} that had begun by {published}: {begun.words}, {CAVEAT}")
    if tense is Tense.FUTURE and (ahead.earliest - today).days < HALF_A_YEAR:
        return _compared(ahead, f"the next {label} that had not ended by {published}: {ahead.words}, {CAVEAT}")
    nearest = min(candidates, key=lambda c: max(abs(c.earliest - today), abs(c.latest - today)))
    reading = dated if nearest.latest < today else _compared
    return reading(nearest, f"the {label} nearest to {published}: {nearest.words}, {CAVEAT}")


def _quarter(year: int, number: int, kind: str, why: str) -> Reading:
    period = calendar.half(year, number) if kind == "half" else calendar.quarter(year, number)
    return dated(period, f"the {kind} {why}: {period.words}, {CAVEAT}")


def read_named_before(match: re.Match[str], place: Place) -> Reading | None:
    """`the quarter`, `the latest period`, `the year-earlier quarter`: counted from the quarter named before."""
    if not place.quarters:
        return None
    quarter = place.quarters[-1] if match["same"] else _latest(place)
    if match["of_year"]:
        found = calendar.quarter(int(match["of_year"]), (quarter.earliest.month + 2) // 3)
        return dated(found, f"the quarter named before, of {match['of_year']}: {found.words}")
    if match["earlier"] or match["year_behind"] or match["year_front"]:
        before = _year_before(quarter)
        return _compared(before, f"a year before the quarter named before: {before.words}")
    return dated(quarter, f"the quarter named before: {quarter.words}")


def _compared(period: Period, why: str) -> Reading:
    """Later expressions go on counting from the time that is compared, not from what it is compared with."""
    return Reading(why, period.value, period.earliest, period.latest)


def _latest(place: Place) -> Period:
    """Return the latest in time of the quarters that the article named: the one that the figures are about."""
    return max(place.quarters, key=lambda quarter: quarter.earliest)


def _year_before(quarter: Period) -> Period:
    return calendar.quarter(quarter.earliest.year - 1, (quarter.earliest.month + 2) // 3)


def read_year_earlier(match: re.Match[str], place: Place) -> Reading | None:
    """`a year earlier`, `a year ago` beside figures: a year before the time named before."""
    ago = match["ago"] is not None
    sentence = place.around()
    in_front = place.text[max(place.sentence.start, place.span.start - 60) : place.span.start]
    compared = FIGURES.search(sentence) is not None or COMPARING.search(in_front) is not None
    if compared and place.quarters and not LONGER.search(sentence):
        before = _year_before(_latest(place))
        return _compared(before, f"a year before the quarter named before: {before.words}")
    if ago:
        if place.today is None:
            return place.setting.unknown("a year before the publication date")
        period = calendar.year(place.today.year - 1)
        return _compared(period, f"a year before {place.setting.publication(place.today)}: {period.words}")
    if not place.before or match["beside"] or (compared and not place.quarters):
        return Reading("a year before a time that the text does not name beside it")
    named_before = place.before[-1]
    period = calendar.year(named_before.earliest.year - 1)
    return _compared(period, f"a year before the time named before ({named_before.words}): {period.words}")


def read_year_end(match: re.Match[str], place: Place) -> Reading | None:
    """`year-end`, `the end of the month`: of the current one, or in a clause that tells of what was the last one."""
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
    period = calendar.day(last) if not match["end_unit"] else calendar.third_of_year(last.year, 2)
    return dated(period, why)


FORMS = (
    Form(
        QUARTER,
        r"(?:[Tt]he )?(?:(?P<the_year>(?:19|20)\d\d) |(?P<step_front>[Tt]his|[Ll]ast|[Nn]ext) year[’']s "
        r"|(?P<earlier>(?:comparable )?year-(?:earlier|ago) ))?(?P<fiscal>[Ff]iscal[ -])?"
        r"(?:(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -]"
        r"(?P<of_what>quarter|half(?! of (?:[A-Z]|the ))(?!-))"
        r"|Q(?P<figure>[1-4]))\b"
        r"(?:(?: of|,)? (?:(?P<year>(?:19|20)\d\d)\b|(?P<step>this|last|next|the previous|the prior) year\b))?",
        read_quarter,
    ),
    Form(
        Rule("time.quarter-named-before", "“The quarter”, “the year-earlier period”: told from the one named before."),
        r"(?:(?P<year_front>[Ll]ast year[’']s) (?:quarter|period)|(?:[Tt]he|[Tt]hat) "
        r"(?:(?:corresponding|comparable|same) (?:quarter|period) "
        r"(?P<year_behind>last year|(?:a|one) year (?:ago|earlier))"
        r"|(?P<of_year>(?:19|20)\d\d) (?:quarter|period)"
        r"|(?:latest|just-ended|recent) (?:quarter|period)|(?:(?:comparable|corresponding) )?"
        r"(?P<earlier>year-(?:earlier|ago)) (?:quarter|period)|(?P<same>quarter)))\b(?!-)",
        read_named_before,
    ),
    Form(
        Rule("time.year-earlier", "A year before the time, or beside figures the quarter, that was named before."),
        r"(?:(?i:a|one)[ -]year[ -](?:earlier|before)|(?i:a) year (?P<ago>ago)"
        r"|(?P<beside>year-earlier|year-ago))\b",
        read_year_earlier,
    ),
    Form(
        Rule("time.year-end", "The end of a year, a month or a week."),
        r"(?:[Yy]ear[ -]end|[Tt]he end of the (?P<end_unit>year|month|week))\b",
        read_year_end,
    ),
)
