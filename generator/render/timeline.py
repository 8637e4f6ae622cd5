"""When things are said to have happened: what each version says, how sure it is, and where they exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.model import (
    Annotated,
    Event,
    EventReport,
    Page,
    Place,
    Published,
    RemovalKind,
    Span,
    TimeExpression,
)
from generator.phrases import count_words, day, days, listed, sentence
from generator.render.badge import Badge, hue_index, make_badge
from generator.render.env import fill
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.pictures.timeline import Bar, Row, timeline_picture
from generator.render.quoting import Excerpt, excerpt

WORD = re.compile(r"\S+")
NAMING_WORDS = 5
"""So many words beside its time name an event in the picture."""
LEAST_BEFORE = 2
"""With fewer words in front of the time, those behind it name the event."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """What one version says of an event."""

    badge: Badge
    excerpt: Excerpt
    words: str
    """The words that carry the time."""
    days: str
    """Empty where it allows no date, and where the reasoning opens with them."""
    why: str
    href: str
    """The mark on its version's page."""
    notes: tuple[str, ...]
    """What the editor notes on these words."""


@dataclass(frozen=True, slots=True)
class EventView:
    fragment: str
    text: str
    """The editor's words; else empty."""
    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True)
class DateView:
    """Neighbouring events with the same days."""

    when: str
    certainty: str
    """Empty where the days exclude each other."""
    conflict: bool
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class PublishedView:
    badge: Badge
    when: str
    """Empty: no date of publication is known."""
    how: str
    """How the date is known, or why there is none."""
    clock: str
    """A clock of the page that was not used; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    frame: Frame
    picture: Markup
    published: tuple[PublishedView, ...]
    dated: tuple[DateView, ...]
    undated: tuple[EventView, ...]
    lengths: tuple[ReportView, ...]
    """Time words that are no point in time, such as "over two years"."""
    signed: str
    """Who wrote the notes."""
    not_run: str
    """Letters of the versions in whose language no times can be found; empty where there is none."""


def timeline_page(lookup: Lookup) -> Page:
    here = Here(PageName.TIMELINE)
    events = lookup.comparison.events
    editor = lookup.story.editor.editor
    view = TimelineView(
        frame=make_frame(
            lookup, here, "Timeline", description="When things are said to have happened, and which version says so."
        ),
        picture=timeline_picture(make_rows(lookup)),
        published=tuple(make_published(lookup, here, version) for version in lookup.explained.versions),
        dated=tuple(make_dates(lookup, here, [event for event in events if event.earliest])),
        undated=tuple(make_event(lookup, here, event) for event in events if not event.earliest),
        lengths=tuple(find_lengths(lookup, here)),
        signed=f"the editor{f', {editor.name}' if editor else ''}",
        not_run=listed(lookup.letters([v.id for v in lookup.explained.versions if v.not_run])),
    )
    return Page(PurePosixPath(lookup.story.slug, f"{here.page}.md"), fill(view))


def make_dates(lookup: Lookup, here: Here, events: Iterable[Event]) -> Iterator[DateView]:
    for (when, certainty, conflict), same in groupby(events, lambda e: (tell_days(e), tell_certainty(e), e.conflict)):
        yield DateView(when, certainty, conflict, tuple(make_event(lookup, here, event) for event in same))


def make_event(lookup: Lookup, here: Here, event: Event) -> EventView:
    return EventView(
        fragment=event.id,
        text=event.text or "",
        reports=tuple(make_report(lookup, here, report.place, report.time) for report in event.reports),
    )


def tell_certainty(event: Event) -> str:
    """How sure the days are; where versions give different ones that overlap, no more than that all can be right."""
    if event.conflict:
        return ""
    number = len(_given(event))
    if number > 1:
        return "both can be right" if number == 2 else "all can be right"
    return event.certainty


def make_report(lookup: Lookup, here: Here, place: Place, time: TimeExpression) -> ReportView:
    reckoned = days(time.earliest, time.latest) if time.earliest and time.latest else ""
    return ReportView(
        badge=make_badge(lookup, here, place.version),
        excerpt=excerpt(lookup, here, [place], [time.span], mark="tt-time", paired=True),
        words=lookup.at(Place(place.version, time.span)),
        days="" if reckoned and sentence(time.why).startswith(reckoned) else reckoned,
        why=sentence(time.why),
        href=lookup.time_href(here, place.version, time),
        notes=tuple(note.note for span, note in lookup.editor_notes(place.version) if span.meets(time.span)),
    )


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


def make_published(lookup: Lookup, here: Here, version: Annotated) -> PublishedView:
    published = version.article.seed.details.published
    return PublishedView(
        badge=make_badge(lookup, here, version.id),
        when=day(published.date) if published else "",
        how=_how(published) if published else version.article.seed.details.undated,
        clock=find_clock(lookup, version),
    )


def _how(published: Published) -> str:
    return published.evidence or published.how


def find_clock(lookup: Lookup, version: Annotated) -> str:
    """The words of the page's clock, which is no date of publication; in an excerpt only that there is one."""
    clocks = [removed.raw for removed in version.article.removed if removed.kind is RemovalKind.CLOCK]
    if not clocks:
        return ""
    words = version.article.seed.text[clocks[0].start : clocks[0].end]
    return f"a clock reading “{' '.join(words.split())}”" if lookup.shows_all(version.id) else "a clock"


def find_lengths(lookup: Lookup, here: Here) -> Iterator[ReportView]:
    """Yield the time expressions that no event carries, by version, then in reading order."""
    for version in lookup.explained.versions:
        for time in version.times:
            reported = any(
                report.time == time and report.place.version == version.id
                for event in lookup.comparison.events
                for report in event.reports
            )
            if not reported:
                home = next((s for s in version.sentences if s.meets(time.span)), time.span)
                yield make_report(lookup, here, Place(version.id, home), time)


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
