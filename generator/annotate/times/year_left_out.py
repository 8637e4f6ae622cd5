"""Which year is meant where a day or a month stands without one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.annotate.times.tense import Tense

REACH_DAYS = 308
"""How far the day may lie from the publication date in the direction of the tense."""
OPEN_REACH_DAYS = 120
"""How far it may lie where the tense is open."""
AWAITED_REACH_DAYS = 183
"""How far ahead an event of the calendar may lie that no verb puts into the past."""


def choose_year(
    candidates: Sequence[date], today: date, tense: Tense, what: str, published: str
) -> tuple[date, str] | None:
    """Choose among the same day of neighbouring years; return it with the reasoning.

    Newspapers leave out the year of what lies within months, and the tense tells the direction
    (The Associated Press Stylebook, “months”). None: the text leaves the year open.
    """
    past = max((c for c in candidates if c <= today), default=date.min)
    future = min((c for c in candidates if c >= today), default=date.max)
    back, ahead = (today - past).days, (future - today).days
    if tense is Tense.PAST and (back <= REACH_DAYS or future is date.max):
        return past, f"the latest {what} on or before {published}"
    if tense is Tense.FUTURE and ahead <= REACH_DAYS:
        return future, f"the first {what} on or after {published}"
    nearest, distance = (past, back) if back <= ahead else (future, ahead)
    if tense is Tense.FUTURE and nearest is past:
        return None  # what is to come has not been
    reach = AWAITED_REACH_DAYS if tense is Tense.AWAITED and nearest is future else OPEN_REACH_DAYS
    return (nearest, f"the {what} nearest to {published}") if distance <= reach else None
