"""The days of an event as the versions give them, and how sure they are."""

from __future__ import annotations

from datetime import date

from generator.model import Event, EventReport
from generator.phrases import days, listed


def tell_certainty(event: Event) -> str:
    """How sure the days are; where versions give different ones that overlap, no more than that all can be right."""
    if event.conflict:
        return ""
    number = len(_given(event))
    if number > 1:
        return "both can be right" if number == 2 else "all can be right"
    return event.certainty


def tell_days(event: Event) -> str:
    """The days of an event as the versions give them, never days that none of them gives. Empty without a date."""
    if event.conflict:
        told = dict.fromkeys(days(*interval) for interval in map(interval_of, event.reports) if interval)
        return listed(list(told), "or")
    if given := _given(event):
        return " · ".join(days(*interval) for interval in given)
    return days(event.earliest, event.latest) if event.earliest and event.latest else ""


def _given(event: Event) -> list[tuple[date, date]]:
    """The days that the versions give, the longest first."""
    intervals = {interval for interval in map(interval_of, event.reports) if interval}
    return sorted(intervals, key=lambda interval: (interval[0] - interval[1], interval))


def interval_of(report: EventReport) -> tuple[date, date] | None:
    time = report.time
    return (time.earliest, time.latest) if time.earliest and time.latest else None
