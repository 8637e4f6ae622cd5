"""Times of day, and the day that stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.annotate.times.setting import Form, Place, Reading
from generator.model import Rule

BEFORE_THE_DAY = re.compile(r",? (?:on )?(?:the )?")
BEHIND_THE_DAY = re.compile(r",? (?:(?:at|around|about|by|from|until|before|after|shortly before|shortly after) )?")


def read_clock(match: re.Match[str], place: Place) -> Reading | None:
    """`10 a.m.`, `23:16 GMT`, `noon`: a time of a day that must be named beside it."""
    if match["word"]:
        if match["word"][0].isupper() and not place.opens_sentence():
            return None  # the “Midnight Crew”
        clock = "12:00" if match["word"].lower() == "noon" else "24:00"
    else:
        hour, minute = int(match["hour"] or match["hour_24"]), int(match["minute"] or match["minute_24"] or 0)
        if match["half"]:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        if hour > 24 or minute > 59:
            return None
        clock = f"{hour:02d}:{minute:02d}"
    return Reading(f"{clock}; the text does not name the day beside it", clock=clock)


def join(first: Reading, gap: str, second: Reading) -> Reading | None:
    """Return the day and the time of day as one reading, if only `gap` stands between them; else None."""
    if first.clock and not second.clock and BEFORE_THE_DAY.fullmatch(gap):
        clock, day = first.clock, second
    elif second.clock and not first.clock and BEHIND_THE_DAY.fullmatch(gap):
        clock, day = second.clock, first
    else:
        return None
    if day.value is None or day.earliest is None or day.earliest != day.latest:
        return None
    return replace(day, why=f"{day.why}; at {clock}", value=f"{day.value[:10]}T{clock}")


FORMS = (
    Form(
        Rule("time.clock", "A time of day; it has a value only together with a day that stands beside it."),
        r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?:(?P<half>[aApP])\.?[mM]\b\.?)"
        r"|(?P<hour_24>[01]?\d|2[0-4]):(?P<minute_24>[0-5]\d)(?!\d|:\d|[ap]m)"
        r"|(?P<word>[Nn]oon|[Mm]idnight)\b)"
        r"(?:,? (?:GMT|UTC|BST|CET|[ECMP][SD]?T|local time|(?:Eastern|Central|Mountain|Pacific)(?: [Tt]ime)?)\b)?",
        read_clock,
    ),
)
