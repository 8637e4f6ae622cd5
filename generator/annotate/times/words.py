"""Names and numbers of the calendar as patterns, and what they mean."""

from __future__ import annotations

import re

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.times.calendar import MONTHS, WEEKDAYS

LISTS = read_lexicon("times")

MONTH_NUMBERS: dict[str, int] = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name: [m[:3] for m in MONTHS].index(name[:3]) + 1 for name in LISTS["shortened"].split()
}
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
ONES = {word: number for number, word in enumerate(LISTS["ones"].split())}
TENS = {word: 10 * number for number, word in enumerate(LISTS["tens"].split(), 2)}
ORDINALS = {word: number for number, word in enumerate(LISTS["ordinals"].split()[:20], 1)} | {"thirtieth": 30}
DECADES = {word: 10 * number for number, word in enumerate(LISTS["decades"].split(), 2)}
FIRST_WORDS = (
    words(LISTS["first_words"])
    | {
        name.lower()
        for listed in ("months", "shortened", "weekdays", "seasons", "ones", "tens", "ordinals", "decades")
        for name in LISTS[listed].split()
    }
    | {name.split()[0].split("'")[0].lower() for name in LISTS["holidays"]}
    | {f"{name.lower()}s" for name in WEEKDAYS}
    | {"q"}
)
"""Words, in small letters, that a time expression can begin with; beside them only figures."""
THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
WITHIN = r"(?:(?P<third>(?i:early|mid|late))(?: in)?[ -]|(?:(?i:the) )?(?P<point>beginning|start|middle|end) of )"


def named(group: str, pattern: str) -> str:
    return f"(?P<{group}>{pattern})"


MONTH = "(?:(?:" + "|".join(MONTHS) + r")\b|(?:" + "|".join(LISTS["shortened"].split()) + r")\b\.?)"
FULL_MONTH = "(?:" + "|".join(MONTHS) + r")\b"
WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
SPELT_ORDINAL = (
    "(?:(?:twenty|thirty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    + "|".join(sorted(ORDINALS, key=len, reverse=True))
    + ")"
)
DAY_OF_MONTH = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b|{SPELT_ORDINAL}\b)"
SPELT_YEAR = (
    "(?:(?:[Ee]ighteen|[Nn]ineteen|[Tt]wenty)[ -](?:hundred|(?:" + "|".join(TENS) + ")(?:[- ](?:"
    "one|two|three|four|five|six|seven|eight|nine))?|(?:oh[- ])(?:one|two|three|four|five|six|seven|eight|nine)|"
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    "|two thousand(?:(?: and)? (?:" + "|".join(list(ONES)[1:]) + "))?)"
)
YEAR = r"(?:(?:1[0-9]|20)\d\d\b)"
ANY_YEAR = f"(?:{YEAR}|{SPELT_YEAR})"
COUNT = (
    r"(?:\d{1,3}|(?:"
    + "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in [*reversed(TENS), *reversed(list(ONES)[1:])])
    + ")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\\b)?|[Aa]n?|[Aa] couple of|[Aa] few|[Ss]everal)"
)
SEASON = "(?:spring|summer|autumn|fall|winter)"
PART_OF_DAY = "(?:morning|afternoon|evening|night)"
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


def month_number(name: str) -> int:
    return MONTH_NUMBERS[name.rstrip(".")]


def ordinal(words: str) -> int:
    """Return the number of `21st`, `21` or `twenty-first`."""
    if words[0].isdigit():
        return int(re.sub(r"\D", "", words))
    tens, _, ones = words.lower().partition("-")
    return TENS[tens] + ORDINALS[ones] if ones else ORDINALS[tens]


def count(words: str) -> int | None:
    """Return the number of `3`, `three`, `twenty-two` or `a`; None for `several` and `a few`."""
    lower = words.lower()
    if lower.isdigit():
        return int(lower)
    if lower in ("a", "an"):
        return 1
    if lower == "a couple of":
        return 2
    parts = re.split("[- ]", lower)
    if not all(part in ONES or part in TENS for part in parts):
        return None
    return sum(ONES.get(part, 0) + TENS.get(part, 0) for part in parts)


def year_number(words: str) -> int:
    """Return the year of `1994`, `nineteen ninety-four` or `two thousand and four`."""
    if words.isdigit():
        return int(words)
    parts = [part for part in re.split("[- ]", words.lower()) if part not in ("and", "oh")]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(ONES[part] for part in parts[2:])
    century = 100 * {"eighteen": 18, "nineteen": 19, "twenty": 20}[parts[0]]
    return century + sum(ONES.get(part, 0) + TENS.get(part, 0) for part in parts[1:])
