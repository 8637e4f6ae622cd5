"""`timeline.json`: the dated events in the format of TimelineJS (Knight Lab, Northwestern University)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from generator.model import Annotated, Event, EventReport
from generator.phrases import day
from generator.shown_story import ShownStory, to_json

HEADLINE_WORDS = 10


def timeline_js(story: ShownStory) -> str:
    """Return a slide for each version's report of an event, and for the day on which each version was published.

    `group` is the version's letter, so that each version has a row of its own. What the text does not date exactly has
    the whole interval and says so in `display_date`; a report without any date is left out, since TimelineJS drops it.
    All words are escaped: TimelineJS takes them for HTML.
    """
    slides = [
        *(slide for version in story.explained.versions for slide in _published(story, version)),
        *(slide for event in story.explained.comparison.events for slide in _told(story, event)),
    ]
    slides.sort(key=lambda slide: tuple(slide["start_date"].values()))
    title = story.explained.story.editor.question or ""
    return to_json(
        {
            "title": {"text": {"headline": _html(story.explained.story.title), "text": _html(title)}},
            "events": slides,
        }
    )


def _published(story: ShownStory, version: Annotated) -> Iterator[dict[str, Any]]:
    details = version.article.seed.details
    if details.published:
        letter = story.letter(version.id)
        outlet = f" ({details.outlet.value})" if details.outlet else ""
        how = details.published.evidence or details.published.how
        on = details.published.date
        yield _slide(f"published-{version.id}", letter, on, on, f"Version {letter} was published{outlet}", how)


def _told(story: ShownStory, event: Event) -> Iterator[dict[str, Any]]:
    if not event.reports and event.earliest and event.latest and event.text:
        yield _slide(event.id, "Editor", event.earliest, event.latest, _headline(event.text), "Added by the editor.")
    for number, report in enumerate(event.reports, start=1):
        if report.time.earliest and report.time.latest:
            letter = story.letter(report.place.version)
            sentence = story.words(report.place)
            yield _slide(
                f"{event.id}-{report.place.version}-{number}",
                letter,
                report.time.earliest,
                report.time.latest,
                _headline(event.text or sentence),
                f"Version {letter}: {sentence} {_details(report)}",
            )


def _details(report: EventReport) -> str:
    """Who is credited, where a sure statement carries the time, and the reasoning behind the date."""
    statement = report.statement
    credited = statement and statement.sure and not (statement.stance or statement.denial) and statement.speaker
    credit = f"Credited to {credited.label}. " if credited else ""
    return f"{credit}How it is dated: {report.time.why}."


def _headline(words: str) -> str:
    several = words.split()
    return words if len(several) <= HEADLINE_WORDS else " ".join(several[:HEADLINE_WORDS]).rstrip(",;:") + " …"


def _slide(slide_id: str, group: str, earliest: date, latest: date, headline: str, text: str) -> dict[str, Any]:
    slide: dict[str, Any] = {"start_date": _date(earliest)}
    if earliest != latest:
        slide["end_date"] = _date(latest)
        slide["display_date"] = f"some time from {day(earliest)} to {day(latest)}"
    return slide | {
        "text": {"headline": _html(headline), "text": _html(text)},
        "group": group,
        "unique_id": slide_id,
        "autolink": False,
    }


def _html(words: str) -> str:
    return escape(words, quote=False)


def _date(on: date) -> dict[str, int]:
    return {"year": on.year, "month": on.month, "day": on.day}
