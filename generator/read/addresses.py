"""Dates that newsrooms write into the addresses of their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# /2020/03/10/…, /2020/3/9/…, /2020/mar/10/…
FOLDERS = re.compile(rf"/(\d{{4}})/(\d{{1,2}}|{'|'.join(MONTHS)})/(\d{{1,2}})(?=/|$)", re.IGNORECASE)

# /20200309/… as a folder of its own; at the end of an address eight digits are as often the number of an article.
ONE_FOLDER = re.compile(r"/(\d{4})(\d{2})(\d{2})(?=/)")

# 2020-03-09 at the start or at the end of a part: /2020-03-09/…, /2020-03-09-headline, /headline-2020-03-09.html
HYPHENS = re.compile(r"(?:(?<=/)|(?<=[-_]))(\d{4})-(\d{2})-(\d{2})(?=/|$|\.\w+$)|(?<=/)(\d{4})-(\d{2})-(\d{2})(?=[-_])")

FIRST_YEAR, LAST_YEAR = 1990, 2100  # from the first pages of the Web on; other four digits are no year


def date_in_address(url: str) -> date | None:
    """Return the day that stands in the path of `url`; None where there is none, or two that differ.

    Host, query and fragment are not read, nor is the time stamp that an archive puts in front of an address.
    """
    original = re.split(r"(?=https?://)", url)[-1]
    try:
        path = urlsplit(original).path
    except ValueError:
        return None
    days = set(_days(path))
    return days.pop() if len(days) == 1 else None


def _days(path: str) -> Iterator[date]:
    for pattern in (FOLDERS, ONE_FOLDER, HYPHENS):
        for match in pattern.finditer(path):
            year, month, day = (part for part in match.groups() if part)
            number = MONTHS.index(month.lower()) + 1 if month.isalpha() else int(month)
            try:
                found = date(int(year), number, int(day))
            except ValueError:
                continue
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                yield found
