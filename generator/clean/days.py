"""Days as newspapers write them above an article: `Tue 14 May 2024`, `May 14, 2024 at 3:30 p.m. EDT`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.clean.rules import MONTH, TIME, WEEKDAY
from generator.model import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIRST_YEAR = 1600
"""Of newspapers. A year before it is a program's empty date or a number."""

DAY = (
    rf"(?:(?P<weekday>{WEEKDAY})[,.]?\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})"
    rf"|(?P<us_month>{MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_year>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<last>\d{4}))"
)
FIRST_PUBLISHED = r"(?:(?:first |originally )?(?:published|posted|issued)|(?:publication )?date|date published)"
CHANGED = r"(?:last )?(?:updated|modified|revised)"
LABEL = rf"(?:(?P<published>{FIRST_PUBLISHED})|(?P<changed>{CHANGED}))(?:\s+(?:on|at))?\s*:?\s*"

# A time in front of a day is how clocks of pages read ("23:16 GMT31 March 2020"); only a label tells otherwise
# ("Updated 2:30 PM ET, Tue May 14, 2024").
STAMP = re.compile(
    rf"(?<![\w/.:-])(?:{LABEL}(?:{TIME},?\s+(?:on\s+)?)?)?{DAY}(?![\w/]|[.-]\d)(?:[\s,|•·–—@/-]*(?:at\s+)?{TIME}(?!\w))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    span: Span
    """In the line; with its label and its time of day."""
    days: tuple[date, ...]
    """Two for `05/06/2024`, which is 5 June or 6 May; none for a day that is in no calendar, or on another weekday."""
    label: str | None
    """`published`, `changed` (updated, modified) or None."""


def find_days(line: str) -> Iterator[WrittenDay]:
    """Yield the full dates of a line, in order."""
    for match in STAMP.finditer(line):
        label = next((name for name in ("published", "changed") if match[name]), None)
        yield WrittenDay(Span(*match.span()), tuple(dict.fromkeys(_days(match))), label)


def _days(match: re.Match[str]) -> Iterator[date]:
    for year, month, day in _readings(match):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        weekday = match["weekday"]
        agrees = weekday is None or WEEKDAYS[found.weekday()] == weekday[:3].lower()
        if agrees and found.year >= FIRST_YEAR:
            yield found


def _readings(match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day; both ways where nothing tells the month from the day."""
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        yield int(year), int(month), int(day)
    elif match["first"]:
        first, second, year = int(match["first"]), int(match["second"]), int(match["last"])
        yield year, second, first
        yield year, first, second
    else:
        month = match["month"] or match["us_month"]
        number = MONTHS.index(month[:3].lower()) + 1
        yield int(match["year"] or match["us_year"]), number, int(match["day"] or match["us_day"])
