"""Years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.times import calendar
from generator.annotate.times.naming import as_name, names_one
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.annotate.times.words import (
    ANY_YEAR,
    DAY_OF_MONTH,
    DECADES,
    LISTS,
    THIRDS,
    WITHIN,
    named,
    ordinal,
    year_number,
)
from generator.model import Rule

BEFORE_A_NUMBER = frozenset(LISTS["before_a_number"].split())
AFTER_A_NUMBER = frozenset(LISTS["after_a_number"].split())
BEFORE_A_YEAR = frozenset(LISTS["before_a_year"].split())


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
        return dated(period, f"{year}, as the text says; “{part.lower()}” is taken as {period.words}")
    reading = dated(calendar.year(year), f"{year}, as the text says")
    return as_name(reading) if names_one(place) else reading


def _is_year(match: re.Match[str], place: Place) -> bool:
    """Tell a year from a number of something."""
    words, told = match["a_year"], match["third"] or match["point"] or match["fiscal"] or match["the_year"]
    if told:
        return True
    start, end = place.span.start, place.span.end
    front, back = place.text[max(0, start - 2) : start], place.text[end : end + 2]
    if re.search(r"[$£€¥#/.,:+]$|[^A-Za-z][–-]$", front):
        return False
    if re.match(r"[%°:/]|[.,]\d|-\w|[’']\w*\d|\w", back) and not back.startswith(("'s", "’s")):
        return re.match(r"-[a-z]", back) is not None
    before, behind = place.word_before().lower(), place.word_behind().lower()
    if before in BEFORE_A_NUMBER or behind in AFTER_A_NUMBER:
        return before in BEFORE_A_YEAR and behind not in AFTER_A_NUMBER
    of_a_name = place.word_before()[:1].isupper() and not before.endswith(("'s", "’s"))
    if of_a_name and before not in BEFORE_A_YEAR and place.text[start - 1] == " ":
        opens = not re.search(r"\w", place.text[place.sentence.start : start - len(before) - 1])
        return opens or place.text[start - 2] in ",.;:"  # “Election 2016” and “Orion 1980” are names
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
        words = f"“{match['third'].lower()}” is taken as {year} to {last}"
        return Reading(f"{why}; {words}", f"{first // 10:03d}", date(year, 1, 1), date(last, 12, 31))
    return dated(calendar.decade(first), why)


def read_century(match: re.Match[str], place: Place) -> Reading | None:
    """`the 20th century`, counted as TIMEX3 does."""
    number = ordinal(match["century"])
    if not 1 <= number <= 30:
        return None
    period = calendar.century(number)
    return dated(period, f"the years {period.words}")


FORMS = (
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
        rf"(?:{WITHIN})?(?P<the_year>(?:[Tt]he )?year )?(?P<fiscal>[Ff]iscal (?:year )?)?{named('a_year', ANY_YEAR)}"
        r"(?:[-–](?P<to_year>(?:1[0-9]|20)?\d\d)\b)?",
        read_year,
    ),
)
