"""Days on a line: long quiet stretches are squeezed, so that a week in March and a year before it fit one picture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from math import log2

from generator.render.pictures.measure import width_px

Interval = tuple[date, date]
"""First and last day, both included."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Grows with every day; a stretch of n days without an event gets room for 1 + log2(n)."""

    days: tuple[int, ...]
    """Ordinals at which something starts or ends; at least two, rising."""
    places: tuple[float, ...]
    """Where they lie, from 0 to 1."""

    def start(self, on: date) -> float:
        return self._at(on.toordinal())

    def end(self, on: date) -> float:
        return self._at(on.toordinal() + 1)

    def _at(self, day: int) -> float:
        i = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        share = (day - self.days[i]) / (self.days[i + 1] - self.days[i])
        return self.places[i] + share * (self.places[i + 1] - self.places[i])


def make_scale(intervals: Iterable[Interval]) -> Scale:
    """Return the scale on which every interval has room; there must be one at least."""
    days = sorted({day for first, last in intervals for day in (first.toordinal(), last.toordinal() + 1)})
    widths = [1 + log2(after - before) for before, after in pairwise(days)]
    ends = list(accumulate(widths, initial=0.0))
    return Scale(tuple(days), tuple(end / ends[-1] for end in ends))


@dataclass(frozen=True, slots=True)
class Tick:
    words: str
    x: float
    """Where the words start, in pixels."""


def find_ticks(scale: Scale, left: float, width: float, size_px: float) -> Iterator[Tick]:
    """Yield the starts of years, of months with which something starts or ends, then of other months.

    Only those that have room for their names: never one over another.
    """
    taken: list[tuple[float, float]] = []
    years, months = _starts(scale)
    months.sort(key=lambda named: named[0].toordinal() not in scale.days)
    for on, words in (*years, *months):
        x = left + scale.start(on) * width
        end = x + width_px(words, size_px) + size_px
        if end <= left + width + size_px and all(end <= a or x >= b for a, b in taken):
            taken.append((x, end))
            yield Tick(words, x)


def _starts(scale: Scale) -> tuple[list[tuple[date, str]], list[tuple[date, str]]]:
    first, last = date.fromordinal(scale.days[0]), date.fromordinal(scale.days[-1] - 1)
    spread = range(first.year, last.year + 1)
    years = [(date(year, 1, 1), str(year)) for year in spread]
    months = [(on, f"{on:%B} {on.year}") for year in spread for month in range(2, 13) for on in [date(year, month, 1)]]
    inside = [named for named in months if first <= named[0] <= last]
    inside_years = [named for named in years if first <= named[0] <= last]
    if not inside and not inside_years:
        inside = [(first, f"{first:%B} {first.year}")]
    return inside_years, inside
