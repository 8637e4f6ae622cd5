"""What one line above an article says of it: who wrote it, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.clean.days import WrittenDay, find_days
from generator.clean.furniture import is_label
from generator.clean.rules import TIME
from generator.newsrooms import is_newsroom

CAPITALISED = r"(?!(?:By|The|A|An|In|On|At|For|With)\b)[^\W\d_a-zß-ÿ][\w'’.-]*"
PARTICLE = r"(?:al|bin|bint|da|de|del|der|di|dos|du|el|ibn|la|le|ten|ter|van|von)"
PERSON = rf"{CAPITALISED}(?:\s+(?:{PARTICLE}\s+){{0,2}}{CAPITALISED}){{1,4}}"
NAME = re.compile(
    rf"(?:The\s+)?{CAPITALISED}(?:\s+(?:(?:of|the|and|for|in|&|{PARTICLE})\s+){{0,2}}{CAPITALISED}){{0,5}}"
)
PLACES = rf"(?:\s+(?:in|for)\s+(?:the\s+)?{CAPITALISED}(?:\s+{CAPITALISED}){{0,3}})?"

# Jane Doe; Jane Doe and John Roe in Lima
PERSONS = re.compile(rf"{PERSON}(?:\s+(?:and|&|with)\s+{PERSON})*{PLACES}")
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

# By Jane Doe; Posted by: Jane Doe
BY = re.compile(r"(?:(?:posted|published|written|reported|story|words|text|analysis) )?by:?\s+", re.IGNORECASE)

# Political Editor; editor of the Post; Staff writer
OFFICE = r"(?:editor|correspondent|reporter|writer|columnist|journalist|contributor|bureau chief|producer)"
ROLE = re.compile(
    rf"(?:[\w'’&-]+\s+){{0,4}}{OFFICE}(?:\s+(?:of|for|at|in)\s+(?:the\s+)?(?-i:{CAPITALISED}(?:\s+{CAPITALISED}){{0,3}}))?",
    re.IGNORECASE,
)

CLOCK = re.compile(rf"{TIME}(?![\d./])", re.IGNORECASE)

STAMPED = "\0"
"""Stands for a date in the words of a line."""
SEPARATOR = re.compile(r"\s*[|•·,;\t–—()\[\]]\s*|\s+[-/]\s+|\s{2,}")

LONGEST_CHARS = 160
MOST_WORDS_OF_A_STRANGER = 3
"""A longer name beside a date is a headline ("Town Hall Meeting in Riverside, 14 May 2024"), unless a newsroom's."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    days: tuple[WrittenDay, ...] = ()
    """Each with one reading or, where nothing tells the month from the day, two."""
    byline: str | None = None
    """Without "By": `Jane Doe and John Roe, The Post`."""


def read_credit_line(line: str, *, first: bool = False) -> CreditLine | None:
    """Return what a line tells that holds a byline or dates and nothing beside; None for any other line.

    Beside a date may stand a byline, a newsroom, a person or a place, and how long reading takes. `first`: nothing
    stands above the line, so that it may be the headline, and it may have no name beside a bare date but a newsroom's
    ("Town Hall, 14 May 2024"). Missed on purpose: a time in front of the date, which is how clocks of pages read; a
    date without a year; a person's name alone.
    """
    days = tuple(find_days(line))
    period = len({day.days for day in days if day.label is None}) > 1  # 14 May 2024 – 16 May 2024
    if len(line) > LONGEST_CHARS or period or is_clock(line) or any(not day.days for day in days):
        return None
    parts = [part for part in SEPARATOR.split(_stamped(line, days)) if part]
    known = any(day.label for day in days)
    writers: list[str] = []
    strangers: list[str] = []
    signing = False
    for part, following in pairwise([*parts, ""]):
        words = part.replace(STAMPED, " ").strip()
        signing = bool(words) and _signs(words, following, signing=signing)
        if signing:
            writers.append(words[by.end() :] if (by := BY.match(words)) else words)
        elif _is_newsroom(words):
            known = True
        elif words and not is_label(words):
            strangers.append(part)
        signing = signing and STAMPED not in part
    if not (days or writers) or not all(map(_is_stranger, strangers)):
        return None
    if strangers and (not days or (first and not known and not writers)):
        return None
    return CreditLine(days, ", ".join(writers) or None)


def is_clock(line: str) -> bool:
    """Whether the line begins with a time of day, as a clock of the page does."""
    return bool(CLOCK.match(line))


def _stamped(line: str, days: Sequence[WrittenDay]) -> str:
    for day in reversed(days):
        line = f"{line[: day.span.start]}{STAMPED}{line[day.span.end :]}"
    return line.replace(STAMPED * 2, STAMPED)


def _signs(words: str, following: str, *, signing: bool) -> bool:
    """Whether a part of a line names who wrote the article, or goes on naming it."""
    if by := BY.match(words):
        writer = words[by.end() :]
        return bool(PERSONS.fullmatch(writer) or _is_newsroom(writer)) and not WEEKDAY.search(writer)
    if signing:
        return any(form.fullmatch(words) for form in (ROLE, PERSONS, NAME))
    return bool(PERSONS.fullmatch(words) and ROLE.fullmatch(following.strip(STAMPED + " ")))


def _is_newsroom(words: str) -> bool:
    return is_newsroom(words.removeprefix("the ").removeprefix("The "))


def _is_stranger(part: str) -> bool:
    """Whether a part beside the date may be a person or a place; the date itself would make more of it."""
    return bool(NAME.fullmatch(part)) and len(part.split()) <= MOST_WORDS_OF_A_STRANGER
