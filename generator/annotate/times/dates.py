"""Days, months and years of the calendar, written out or with the year left to the reader."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.times import calendar
from generator.annotate.times.calendar import MONTHS, Period
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.tense import Tense
from generator.annotate.times.words import (
    AMBIGUOUS_MONTHS,
    DAY_OF_MONTH,
    DECADES,
    LISTS,
    MONTH,
    SPELT_YEAR,
    WEEKDAY,
    YEAR,
    month_number,
    named,
    ordinal,
    year_number,
)
from generator.model import Rule

THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
WITHIN = r"(?:(?P<third>[Ee]arly|[Mm]id|[Ll]ate)(?: in)?[ -]|(?:[Tt]he )?(?P<point>beginning|start|middle|end) of )"
HOLIDAYS: dict[str, tuple[int, int]] = {name: (on[0], on[1]) for name, on in LISTS["holidays"].items()}
BEFORE_A_MONTH = frozenset(LISTS["before_a_month"].split())
BEFORE_A_NUMBER = frozenset(LISTS["before_a_number"].split())
AFTER_A_NUMBER = frozenset(LISTS["after_a_number"].split())
BEFORE_A_YEAR = frozenset(LISTS["before_a_year"].split())
LAST_MONTH_DAYS = 31
REACH_DAYS = 310
"""How far a day named without its year may lie from the publication date in the direction of the tense."""


def _try_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(place: Place, candidates: list[date], what: str) -> tuple[date, str]:
    """Choose among the same day of several years; return it with the reasoning."""
    today = place.today
    assert today is not None
    published = place.setting.publication(today)
    past = max((c for c in candidates if c <= today), default=None)
    future = min((c for c in candidates if c >= today), default=None)
    tense = place.tense()
    if tense is Tense.PAST and past and (today - past).days <= REACH_DAYS:
        return past, f"the latest {what} on or before {published}"
    if tense is Tense.FUTURE and future and (future - today).days <= REACH_DAYS:
        return future, f"the first {what} on or after {published}"
    nearest = min(candidates, key=lambda c: abs(c - today))
    return nearest, f"the {what} nearest to {published}"


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
    if not candidates:
        return None
    if (
        match["month"] in ("September", "Sept.")
        and first == 11
        and re.match(
            r"(?:,? 2001)?(?:[’']s)? (?:terror|attack|hijack)", place.text[place.span.end : place.span.end + 20]
        )
    ):
        return dated(calendar.day(date(2001, 9, 11)), "the attacks of 11 September 2001 are known by this day")
    earliest, why = _year_of(place, candidates, what)
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
    on, why = _year_of(place, candidates, f"{day} {MONTHS[month - 1]} ({name})")
    return dated(calendar.day(on), f"{why}: {calendar.in_words(on)}")


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
    return dated(period, f"{why}; {part.lower()} is taken as {period.words}")


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
    if which in ("last", "this past", "past"):
        chosen = max(c for c in candidates if c < this)
        why = f"the latest {MONTHS[month - 1]} before {published}"
        if (this - chosen).days <= LAST_MONTH_DAYS:
            return Reading(f"{why}, or that of the year before: last month is seldom called by its name")
    elif which in ("next", "this coming", "coming"):
        chosen = min(c for c in candidates if c > this)
        why = f"the first {MONTHS[month - 1]} after {published}"
    elif which == "this":
        chosen, why = candidates[1], f"{MONTHS[month - 1]} of the year of {published}"
    else:
        attributive = place.word_before().lower() in ("a", "an", "its", "their", "his", "her", "our")
        tense = Tense.OPEN if attributive else place.tense()  # “under a June agreement” lies on either side
        past, future = max(c for c in candidates if c <= this), min(c for c in candidates if c >= this)
        if tense is Tense.PAST and (this - past).days <= REACH_DAYS:
            chosen, why = past, f"the latest {MONTHS[month - 1]} up to {published}"
        elif tense is Tense.FUTURE and (future - this).days <= REACH_DAYS:
            chosen, why = future, f"the next {MONTHS[month - 1]} from {published} on"
        else:
            chosen = min(candidates, key=lambda c: abs(c - this))
            why = f"the {MONTHS[month - 1]} nearest to {published}"
    return _month(part, chosen.year, chosen.month, f"{why}: {MONTHS[month - 1]} {chosen.year}")


def _is_month(name: str, place: Place, *, told: bool) -> bool:
    """Tell the month from the name, the modal and the verb: `in May`, not `April Jones`, `May I`, `March on`."""
    before, behind = place.word_before(), place.word_behind()
    if name in ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"):
        return False
    if behind[:1].isdigit():
        return False
    if told:
        return True
    if behind[:1].isupper() and place.text[place.span.end] == " " and name in AMBIGUOUS_MONTHS:
        return False
    return name not in AMBIGUOUS_MONTHS or before.lower() in BEFORE_A_MONTH


def read_year(match: re.Match[str], place: Place) -> Reading | None:
    """`2019`, `late 2019`, `the end of 1990`, `2014-2016`, `fiscal 1989`, `nineteen ninety-four`."""
    words = match["a_year"]
    if not _is_year(match, place):
        return None
    year, part = year_number(words), match["third"] or match["point"]
    if match["to_year"]:
        last = year_number(words[: 4 - len(match["to_year"])] + match["to_year"])
        if not year < last < year + 200:
            return None
        return Reading(f"{year} to {last}, as the text says", None, date(year, 1, 1), date(last, 12, 31))
    if match["fiscal"]:
        return Reading(
            f"the business year {year}, which need not begin in January", f"{year:04d}", period=calendar.year(year)
        )
    if part:
        period = calendar.third_of_year(year, THIRDS[part.lower()])
        return dated(period, f"{year}, as the text says; {part.lower()} is taken as {period.words}")
    return dated(calendar.year(year), f"{year}, as the text says")


def _is_year(match: re.Match[str], place: Place) -> bool:
    """Tell a year from a number of something."""
    words, told = match["a_year"], match["third"] or match["point"] or match["fiscal"] or match["the_year"]
    if told:
        return True
    start, end = place.span.start, place.span.end
    front, back = place.text[max(0, start - 2) : start], place.text[end : end + 2]
    if re.search(r"[$£€¥#/.,:+–-]$", front) and not re.search(r"[,:–-]\s?$|\w[–-]$", front[-2:]):
        return False
    if front.endswith((",", ":")) and front[:1].isdigit():
        return False
    if re.match(r"[%°:/]|[.,]\d|-\w|[’']\w*\d|\w", back) and not back.startswith(("'s", "’s")):
        return re.match(r"-[a-z]", back) is not None
    before, behind = place.word_before().lower(), place.word_behind().lower()
    if before in BEFORE_A_NUMBER or behind in AFTER_A_NUMBER:
        return before in BEFORE_A_YEAR and behind not in AFTER_A_NUMBER
    if place.word_before()[:1].isupper() and before not in BEFORE_A_YEAR and place.text[start - 1] == " ":
        return place.text[start - 2] in ",.;:"  # “Election 2016” and “Orion 1980” are names
    if not words[0].isdigit():
        return before in BEFORE_A_YEAR or not words[0].islower() or "thousand" not in words
    return int(words) >= 1800 or before in BEFORE_A_YEAR


def read_decade(match: re.Match[str], place: Place) -> Reading | None:
    """`the 1990s`, `the late 1960s`, `the nineties`, `the '30s`."""
    if match["decade_year"]:
        first = int(match["decade_year"])
        why = f"{first} to {first + 9}, as the text says"
    else:
        short = DECADES[match["decade_word"].lower()] if match["decade_word"] else int(match["decade_short"])
        if place.today is None or not 30 <= short <= 90:
            return Reading("a decade whose century the text does not name")
        first = 1900 + short
        why = f"{first} to {first + 9}: the latest decade of that name that is over"
        if place.today.year < first + 10:
            return Reading("a decade whose century the text does not name")
    if match["third"]:
        which = THIRDS[match["third"].lower()]
        year, last = ((first, first + 3), (first + 3, first + 6), (first + 6, first + 9))[which]
        words = f"{match['third'].lower()} is taken as {year} to {last}"
        return Reading(f"{why}; {words}", f"{first // 10:03d}", date(year, 1, 1), date(last, 12, 31))
    return dated(calendar.decade(first), why)


def read_century(match: re.Match[str], place: Place) -> Reading | None:
    """`the 20th century`, counted as TIMEX3 does."""
    number = ordinal(match["century"])
    if not 1 <= number <= 30:
        return None
    period = calendar.century(number)
    return dated(period, f"the years {period.words}")


_WEEKDAY = rf"(?:(?:[Tt]his (?:coming |past )?|[Nn]ext |[Ll]ast )?{WEEKDAY},? (?:the )?)?"
_TO = r"(?: ?[-–] ?| to | through | until )"
_YEAR = f"(?:{YEAR}|{SPELT_YEAR})"
_OF_YEAR = rf"(?:(?:,|,? of|)\s{named('year', _YEAR)}(?![,.]\d|%))?"
_WHICH = "(?P<which>(?i:last|next|coming|past|this(?: past| coming)?))"

FORMS = (
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
    Form(
        Rule("time.month-year", "A month of a year, as written."),
        rf"{WITHIN}?{named('of_month', MONTH)}(?:(?:,? of|,)? {named('month_year', _YEAR)}(?![,.]\d|%)"
        r"|,? (?:of )?(?P<year_step>last|this|next) year\b)",
        read_month_of_year,
    ),
    Form(
        Rule("time.month", "A month without a year: the one that the tense or a word such as “last” points to."),
        rf"(?:{_WHICH} |{WITHIN})?{named('bare_month', MONTH)}",
        read_month,
    ),
    Form(
        Rule("time.decade", "Ten years, named by their figures or by a word."),
        r"(?:the )?(?:(?P<third>early|mid|late)[ -])?"
        rf"(?:(?P<decade_year>(?:1[5-9]|20)\d0)[’']?s\b|(?<=[‘’'])(?P<decade_short>\d0)s\b"
        rf"|(?<=the )(?P<decade_word>(?i:{'|'.join(DECADES)}))\b)",
        read_decade,
    ),
    Form(
        Rule("time.century", "A century, counted by its two figures (Ferro et al., TIDES Standard, 2005)."),
        rf"(?:the )?{named('century', DAY_OF_MONTH)}[ -]century\b",
        read_century,
    ),
    Form(
        Rule("time.year", "A year, as written."),
        rf"(?:{WITHIN})?(?P<the_year>(?:[Tt]he )?year )?(?P<fiscal>[Ff]iscal (?:year )?)?{named('a_year', _YEAR)}"
        r"(?:[-–](?P<to_year>(?:1[0-9]|20)?\d\d)\b)?",
        read_year,
    ),
)
