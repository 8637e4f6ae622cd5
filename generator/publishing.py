"""What must be settled before a site goes public; a local build does without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from generator.errors import Problem
from generator.model import Seed, Story


def problems_before_publishing(story: Story) -> Iterator[Problem]:
    """Yield one problem for each version whose rights nobody has decided on, and one for a story told once.

    A missing decision must not publish somebody's whole article by default. A single article is welcome while a story
    is being put together; published, its pages would speak of a comparison that is not there.
    """
    if len(story.seeds) < 2:
        fix = "Add a second article about the same event, or move the folder out of seeds/."
        yield Problem(PurePath(story.path), 1, "this story has one version only, so that nothing can be compared", fix)
    for seed in story.seeds:
        if seed.details.rights is None:
            yield Problem(
                PurePath(story.path),
                _line(story, seed),
                f"nobody has decided how much of version {seed.id} ({seed.path.name}) may be shown",
                "Add `rights: full` or `rights: excerpt` to it; the page “Before you publish” helps to choose.",
            )


def _line(story: Story, seed: Seed) -> int:
    """Return the line of the version's entry; 1 where it has none."""
    for place, entry in enumerate(story.editor.versions):
        if entry.id == seed.id:
            return story.lines.get(f"versions.{place}", 1)
    return 1
