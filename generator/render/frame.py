"""What stands around every page of a story: its bar of pages, who made it, and the head of the file."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from generator import __version__
from generator.phrases import day
from generator.render.links import Here, PageName, version_page
from generator.render.lookup import Lookup
from generator.render.structured_data import describe_page

UNREVIEWED = "Made by rules; no editor has checked it."

OPEN_TO_SEARCH_ENGINES = frozenset({PageName.OVERVIEW, PageName.RECORD})
"""Pages that hold no more of an article than an excerpt; the others could stand in for the article in a search."""


@dataclass(frozen=True, slots=True)
class BarLink:
    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The same on every page; `head` becomes the front matter, whose title and description themes take as HTML."""

    title: str
    story: str
    story_href: str
    bar: tuple[BarLink, ...]
    made_by: str
    record_href: str
    head: dict[str, object]


def make_frame(lookup: Lookup, here: Here, title: str, *, description: str) -> Frame:
    """Return the frame of one page; `description` is one plain sentence for search engines and previews."""
    story = lookup.story
    return Frame(
        title=title,
        story=story.title,
        story_href=here.to(PageName.OVERVIEW),
        bar=tuple(bar(lookup, here)),
        made_by=made_by(lookup),
        record_href=here.to(PageName.RECORD),
        head=make_head(lookup, here, title, description),
    )


def make_head(lookup: Lookup, here: Here, title: str, description: str) -> dict[str, object]:
    """Return the front matter of one page; themes put its title and description into a page as HTML."""
    story = lookup.story
    head: dict[str, object] = {
        "title": escape(title if here.page == PageName.OVERVIEW else f"{title} · {story.title}"),
        "description": escape(description),
        "jsonld": describe_page(lookup, title, description),
        "hide": ["navigation", "toc"],
        "twicetold": {"story": story.slug, "page": here.page, "version": __version__},
    }
    if here.page not in OPEN_TO_SEARCH_ENGINES:
        head["robots"] = "noindex"
    if here.page == PageName.KEY:
        head["search"] = {"exclude": True}
    return head


def bar(lookup: Lookup, here: Here) -> list[BarLink]:
    """The pages of the story in reading order, exercises' key left out: it is for teachers."""
    pages = [(str(PageName.OVERVIEW), "Overview")]
    seeds = [version.article.seed for version in lookup.explained.versions]
    pages += [(version_page(seed), f"Version {seed.letter.upper()}") for seed in seeds]
    if len(seeds) > 1:
        pages += [(PageName.SIDE_BY_SIDE, "Side by side")]
    pages += [
        (PageName.TIMELINE, "Timeline"),
        (PageName.ACTORS, "Actors"),
        (PageName.SOURCING, "Sourcing"),
        (PageName.COVERAGE, "Coverage"),
        (PageName.EXERCISES, "Exercises"),
        (PageName.RECORD, "Record"),
    ]
    return [
        BarLink(
            label, here.to(page), here.page == page or (page == PageName.ACTORS and here.page.startswith("actors/"))
        )
        for page, label in pages
    ]


def made_by(lookup: Lookup) -> str:
    """Who answers for the page: the editor and the day of review, or that nobody has checked it."""
    editor, reviewed = lookup.story.editor.editor, lookup.story.editor.reviewed
    if reviewed is None:
        return f"{UNREVIEWED} Story edited by {editor.name}." if editor else UNREVIEWED
    by = f" by {editor.name}" if editor else ""
    return f"Made by rules and reviewed{by} on {day(reviewed)}. Marks can still be wrong."
