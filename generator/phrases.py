"""Small pieces of English: dates, counts, lists and names, said one way on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SOUNDS_LIKE_YOU = re.compile(r"uni(?!n|m)|us[eu]|eu|one\b|U\.", re.IGNORECASE)
IRREGULAR = {"person": "people", "body": "bodies", "party": "parties", "speaks": "speak", "is": "are", "has": "have"}


def day(on: date) -> str:
    """`9 March 2020`."""
    return f"{on.day} {on:%B} {on.year}"


def days(earliest: date, latest: date) -> str:
    """`9 March 2020`, `2–8 March 2020`, `28 February – 3 March 2020`; whole months and years by their names."""
    if earliest == latest:
        return day(earliest)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year}–{latest.year}"
    if earliest.year != latest.year:
        return f"{day(earliest)} – {day(latest)}"
    if earliest.month != latest.month:
        return f"{earliest.day} {earliest:%B} – {day(latest)}"
    if earliest.day == 1 and is_last_of_month(latest):
        return f"{latest:%B} {latest.year}"
    return f"{earliest.day}–{day(latest)}"


def is_last_of_month(on: date) -> bool:
    return on == date.max or date.fromordinal(on.toordinal() + 1).day == 1


def plural(noun: str) -> str:
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou") else f"{noun}s"


def count(number: int, noun: str) -> str:
    """`1 source`, `2 sources`, `0 sources`."""
    return f"{number} {noun if number == 1 else plural(noun)}"


def count_words(number: int, noun: str) -> str:
    """`one source`, `two sources`, `no sources`, `13 sources`: for sentences."""
    said = SMALL[number] if number < len(SMALL) else str(number)
    return f"{said} {noun if number == 1 else plural(noun)}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def with_a(noun: str) -> str:
    """`an attorney for X`, `a US official`, `a university`, `an MP`: by the sound, as far as letters tell."""
    first = noun.split()[0] if noun else ""
    if first.isupper() and len(first) > 1:
        an = first[0] in "AEFHILMNORSX"  # spelt out: an MP, an FBI agent, a US official
    else:
        an = first[:1].lower() in tuple("aeiou") and not SOUNDS_LIKE_YOU.match(first)
    return f"{'an' if an else 'a'} {noun}"


def sentence(words: str) -> str:
    """The same words with a capital in front, and a full stop unless they end in one."""
    words = words.strip()
    capital = words[:1].upper() + words[1:]
    return capital if not capital or capital[-1] in ".!?…" else f"{capital}."
