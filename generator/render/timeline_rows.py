"""The rows of the timeline picture: an event each, named in a few words of a version, and the days of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from generator.model import Event, EventReport, Place, Span
from generator.phrases import count_words, day
from generator.render.badge import hue_index
from generator.render.event_days import interval_of, tell_days
from generator.render.lookup import Lookup
from generator.render.pictures.timeline import Bar, Row

WORD = re.compile(r"\S+")
NAMING_WORDS = 5
"""So many words beside its time name an event in the picture."""
LEAST_BEFORE = 2
"""With fewer words in front of the time, those behind it name the event."""


def make_rows(lookup: Lookup) -> list[Row]:
    """Rows of the picture by their first day; what has no date shares the last one."""
    dated = [(bar.days, row) for row in (*_event_rows(lookup), *_published_rows(lookup)) for bar in row.bars[:1]]
    rows = [row for _, row in sorted(dated, key=lambda pair: pair[0])]
    undated = [event for event in lookup.comparison.events if not event.earliest]
    if rows and undated:
        words = dict.fromkeys(
            f"“{lookup.at(Place(report.place.version, report.time.span))}”"
            for event in undated
            for report in event.reports
        )
        rows.append(Row(f"No date: {count_words(len(undated), 'event')}", ", ".join(words), ()))
    return rows


def _event_rows(lookup: Lookup) -> Iterator[Row]:
    """Yield a row for each event; those that allow the same days share one."""
    dated = [event for event in lookup.comparison.events if event.earliest]
    for (when, _, conflict), same in groupby(dated, lambda e: (tell_days(e), _intervals(e), e.conflict)):
        events = list(same)
        bars = tuple(_bars(lookup, [report for event in events for report in event.reports]))
        more = sum(len(event.reports) for event in events[1:])
        number = f" and {count_words(more, 'more mention')}" if more else ""
        words = ", ".join(dict.fromkeys(_event_words(lookup, events[0])))
        ending = " – these exclude each other" if conflict else ""
        yield Row(when, f"{words}{number}{ending}", bars or tuple(_editors_bar(events)))


def _intervals(event: Event) -> frozenset[tuple[date, date] | None]:
    return frozenset(map(interval_of, event.reports))


def _event_words(lookup: Lookup, event: Event) -> list[str]:
    """The event in a few words of the first version that tells it, and the time words of the others."""
    if not event.reports:
        return [event.text or ""]
    first, *others = (lookup.at(Place(report.place.version, report.time.span)) for report in event.reports)
    return [_named(lookup, event.reports[0]), *(f"“{words}”" for words in others if words != first)]


def _named(lookup: Lookup, report: EventReport) -> str:
    """`“… sacked head coach Dario Venn on Tuesday”`: the time with a few words before it, or behind where none are."""
    version, sentence, time = report.place.version, report.place.span, report.time.span
    text = lookup.versions[version].article.text
    before = list(WORD.finditer(text, sentence.start, max(sentence.start, time.start)))
    behind = list(WORD.finditer(text, time.end, max(sentence.end, time.end)))
    start = before[-NAMING_WORDS:][0].start() if before else time.start
    end = time.end if len(before) >= LEAST_BEFORE or not behind else behind[:NAMING_WORDS][-1].end()
    words = lookup.at(Place(version, Span(start, end))).strip(" “”\"'‘’,;:.–—-")
    ahead = "… " if len(before) > NAMING_WORDS else ""
    left = " …" if time.end < end < sentence.end - 2 else ""
    return f"“{ahead}{words}{left}”"


def _editors_bar(events: Iterable[Event]) -> Iterator[Bar]:
    """An event of the editor's has days, and no version that says so."""
    for event in events:
        if event.earliest and event.latest:
            yield Bar((event.earliest, event.latest), (), None)


def _bars(lookup: Lookup, reports: Sequence[EventReport]) -> Iterator[Bar]:
    """Yield one bar for each interval, the longest first."""
    versions: dict[tuple[date, date], list[str]] = {}
    for report in reports:
        interval = interval_of(report)
        if interval:
            versions.setdefault(interval, []).append(report.place.version)
    for interval in sorted(versions, key=lambda i: (i[0] - i[1], i)):
        yield _bar(lookup, interval, versions[interval])


def _published_rows(lookup: Lookup) -> Iterator[Row]:
    versions: dict[date, list[str]] = {}
    for version in lookup.explained.versions:
        published = version.article.seed.details.published
        if published:
            versions.setdefault(published.date, []).append(version.id)
    for on, ids in versions.items():
        yield Row(day(on), "published", (_bar(lookup, (on, on), ids),), published=True)


def _bar(lookup: Lookup, interval: tuple[date, date], versions: Iterable[str]) -> Bar:
    ids = list(dict.fromkeys(versions))
    hue = hue_index(lookup, ids[0]) if len(ids) == 1 else None
    return Bar(interval, tuple(lookup.letters(ids)), hue)
