"""From what is known of a story to its pages; writes nothing and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Explained, Page
from generator.render.actors_pages import actors_pages
from generator.render.coverage import coverage_page
from generator.render.exercises_page import exercises_pages
from generator.render.lookup import Lookup
from generator.render.overview import overview_page
from generator.render.record import record_page
from generator.render.side_by_side import side_by_side_page
from generator.render.sourcing import sourcing_page
from generator.render.story_index import render_index
from generator.render.timeline import timeline_page
from generator.render.version_page import version_pages

__all__ = ["render", "render_index"]


def render(explained: Explained) -> tuple[Page, ...]:
    """Return every Markdown page of one story, in the order of its bar."""
    return tuple(_pages(Lookup(explained)))


def _pages(lookup: Lookup) -> Iterator[Page]:
    yield overview_page(lookup)
    yield from version_pages(lookup)
    side_by_side = side_by_side_page(lookup)
    if side_by_side:
        yield side_by_side
    yield timeline_page(lookup)
    yield from actors_pages(lookup)
    yield sourcing_page(lookup)
    yield coverage_page(lookup)
    yield from exercises_pages(lookup)
    yield record_page(lookup)
