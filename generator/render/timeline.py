"""When things are said to have happened: what each version says, how sure it is, and where they exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.model import (
    Annotated,
    Event,
    Page,
    Place,
    Published,
    RemovalKind,
    TimeExpression,
)
from generator.phrases import day, days, listed, sentence
from generator.render.badge import Badge, make_badge
from generator.render.env import fill
from generator.render.event_days import tell_certainty, tell_days
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.pictures.timeline import timeline_picture
from generator.render.quoting import Excerpt, excerpt
from generator.render.timeline_rows import make_rows


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
