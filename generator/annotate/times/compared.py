"""Quarters and years that figures are compared with, told from the quarter that the article named before."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.times import calendar
from generator.annotate.times.calendar import Period
from generator.annotate.times.setting import Form, Place, Reading, dated
from generator.model import Rule

FIGURES = re.compile(r"[$£€#%]|\b(?:million|billion|cents|pence|francs|marks|guilders|percent|per cent)\b")
LONGER = re.compile(r"\b(?:six|nine|first six|first nine) months\b|\bhalf\b|\b(?:full|fiscal)[ -]year\b")
QUARTERLY = re.compile(r"\bquarter(?:ly)?\b")
QUARTER_WITH = re.compile(
    r"\b(?:quarter|(?:latest|recent) period)\b.*\b(?:from|with|versus|against)(?P<compared>(?:[^.;]|\.\d)*)$"
)
FIGURE_BEHIND = re.compile(rf"[’']s (?:{FIGURES.pattern})")
COMPARING = re.compile(r"\b(?:than|from|with|versus|over|against) (?:\S+ ){0,5}$")
AS_IT_STANDS = re.compile(r"\b(?:has|have|is|are|now)\b[^.;]*$")
LAST_YEARS_FIGURES_UNTIL = 3
"""In January to March, “the nine months” and “the full year” are still those of the year before."""


def read_named_before(match: re.Match[str], place: Place) -> Reading | None:
    """`the quarter`, `the latest period`, `the year-earlier quarter`: counted from the quarter named before."""
    if match["of_year"] and match["period"] and _tells_of_longer(place):
        return dated(calendar.year(int(match["of_year"])), f"the same months of {match['of_year']}, as the text says")
    if not place.quarters:
        return None
    quarter = place.quarters[-1] if match["same"] else reported(place)
    if match["this"] and place.today and quarter.latest >= place.today:
        return None
    if match["of_year"]:
        found = calendar.quarter(int(match["of_year"]), (quarter.earliest.month + 2) // 3)
        return dated(found, f"the quarter named before, of {match['of_year']}: {found.words}")
    if match["earlier"] or match["year_behind"] or match["year_front"]:
        before = _year_before(quarter)
        return aside(before, f"a year before the quarter named before: {before.words}")
    return dated(quarter, f"the quarter named before: {quarter.words}")


def aside(period: Period, why: str) -> Reading:
    """Later expressions go on counting from the time that is compared, not from what it is compared with."""
    return Reading(why, period.value, period.earliest, period.latest)


def reported(place: Place) -> Period:
    """Return the quarter that the figures are about: the latest that the article named, if it can among those over."""
    over = [q for q in place.quarters if place.today is None or q.latest < place.today]
    return max(over or place.quarters, key=lambda quarter: quarter.earliest)


def _year_before(quarter: Period) -> Period:
    return calendar.quarter(quarter.earliest.year - 1, (quarter.earliest.month + 2) // 3)


def _tells_of_longer(place: Place) -> bool:
    """Whether the figures are those of half a year, nine months or a year: so the sentence, else the paragraph last."""
    if LONGER.search(place.around()):
        return True
    start = place.text.rfind("\n", 0, place.span.start) + 1
    in_front = place.text[start : place.span.start]
    longer = max((found.end() for found in LONGER.finditer(in_front)), default=0)
    return longer > max((found.end() for found in QUARTERLY.finditer(in_front)), default=0)


def read_year_earlier(match: re.Match[str], place: Place) -> Reading | None:
    """`a year earlier`, `a year ago` beside figures: a year before the time named before."""
    in_front = place.text[max(place.sentence.start, place.span.start - 60) : place.span.start]
    figures = FIGURES.search(place.around()) is not None
    if match["ago"] and not figures and AS_IT_STANDS.search(in_front):
        return _year_ago(place)  # “The zoo has 13 bears, up from seven a year ago”
    compared = figures or COMPARING.search(in_front) is not None or match["figures"] is not None
    if compared and _tells_of_longer(place) and place.today:
        year = _year_of_figures(place, place.today) - 1
        return aside(calendar.year(year), f"the same months of {year}, the year before that of the figures")
    if (
        match["figures"] is not None
        and place.today
        and place.before
        and place.before[-1].value == f"{place.today.year - 1}"
    ):
        named_before = place.before[-1]
        return aside(named_before, f"the year of which the text spoke last: {named_before.words}")
    if compared and place.quarters:
        before = _year_before(reported(place))
        return aside(before, f"a year before the quarter named before: {before.words}")
    if match["ago"]:
        return _year_ago(place)
    if not place.before or match["beside"] or compared:
        return Reading("a year before a time that the text does not name beside it")
    named_before = place.before[-1]
    period = calendar.year(named_before.earliest.year - 1)
    return aside(period, f"a year before the time named before ({named_before.words}): {period.words}")


def same_quarter_of_last_year(place: Place) -> Reading | None:
    """Read `from $9 million last year` beside a quarter: like is compared with like."""
    in_front = place.text[place.surroundings.start : place.span.start]
    beside = QUARTER_WITH.search(in_front)
    if place.today is None or not place.quarters or beside is None or LONGER.search(place.around()):
        return None
    if not (FIGURES.search(beside["compared"]) or FIGURE_BEHIND.match(place.text, place.span.end)):
        return None
    before = _year_before(reported(place))
    return aside(before, f"a quarter is compared with the same quarter of last year: {before.words}")


def _year_ago(place: Place) -> Reading:
    if place.today is None:
        return place.setting.unknown("a year before the publication date")
    period = calendar.year(place.today.year - 1)
    return aside(period, f"a year before {place.setting.publication(place.today)}: {period.words}")


def _year_of_figures(place: Place, today: date) -> int:
    if place.quarters:
        return reported(place).latest.year
    return today.year - (today.month <= LAST_YEARS_FIGURES_UNTIL)


FORMS = (
    Form(
        Rule("time.quarter-named-before", "“The quarter”, “the year-earlier period”: told from the one named before."),
        r"(?:(?P<year_front>[Ll]ast year[’']s) (?:quarter|period)"
        r"|(?P<this>[Tt]his quarter(?=[’']s (?:loss|profit|net|results|earnings|income|figures|sales|revenue)\b))"
        r"|(?:[Tt]he|[Tt]hat) (?:(?:(?:corresponding|comparable|same) (?:quarter|period)|quarter) "
        r"(?P<year_behind>last year|(?:a|one) year (?:ago|earlier))"
        r"|(?P<of_year>(?:19|20)\d\d) (?:quarter|(?P<period>period))"
        r"|(?:latest|just-ended|recent) (?:quarter|period)|(?:(?:comparable|corresponding) )?"
        r"(?P<earlier>year-(?:earlier|ago)) (?:quarter|period)|(?P<same>quarter)))\b(?!-)",
        read_named_before,
    ),
    Form(
        Rule("time.year-earlier", "A year before the time, or beside figures the quarter, that was named before."),
        r"(?:(?i:a|one)[ -]year[ -](?:earlier|before)|(?i:a) year (?P<ago>ago)"
        r"|(?P<beside>(?i:year-(?:earlier|ago))(?! (?:six|nine|12|twelve) months))"
        r"(?P<figures>(?= (?:results|figures|earnings|profit|loss|net)\b))?)\b",
        read_year_earlier,
    ),
)
