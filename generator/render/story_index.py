"""The list of all stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.model import Explained, Page
from generator.phrases import count, listed
from generator.render.env import fill
from generator.render.frame import made_by
from generator.render.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    href: str
    title: str
    question: str
    versions: str
    made_by: str


@dataclass(frozen=True, slots=True)
class StoryIndexView:
    cards: tuple[StoryCard, ...]


def render_index(explained: Sequence[Explained]) -> Page:
    """Return `index.md` below `docs/stories/`, stories by title; says so where there is none yet."""
    cards = sorted((make_card(Lookup(one)) for one in explained), key=lambda card: card.title)
    return Page(PurePosixPath("index.md"), fill(StoryIndexView(tuple(cards))))


def make_card(lookup: Lookup) -> StoryCard:
    story = lookup.story
    outlets = [lookup.outlet(version) for version in lookup.versions]
    return StoryCard(
        href=f"{story.slug}/index.html",
        title=story.title,
        question=story.editor.question or "",
        versions=f"{count(len(outlets), 'version')}: {listed(outlets)}" if outlets else "No article yet",
        made_by=made_by(lookup),
    )
