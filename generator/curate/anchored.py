"""Every place that the editor names by its words, and what is wrong where the words are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.anchors import find_quote
from generator.errors import Problem
from generator.model import Anchor, Article, Span, Story


@dataclass(frozen=True, slots=True)
class Anchored:
    """One anchor of `story.yaml`."""

    where: str
    """Its way in the file, as in `Story.lines`: `corrections.3`, `matches.0.left`."""
    anchor: Anchor


def find_anchors(story: Story) -> Iterator[Anchored]:
    """Yield every anchor of the story file, section by section."""
    editor = story.editor
    for section, anchors in (("corrections", editor.corrections), ("notes", editor.notes)):
        for index, anchor in enumerate(anchors):
            yield Anchored(f"{section}.{index}", anchor)
    for index, match in enumerate(editor.matches):
        yield Anchored(f"matches.{index}.left", match.left)
        yield Anchored(f"matches.{index}.right", match.right)
    for index, event in enumerate(editor.events):
        if event.strike:
            yield Anchored(f"events.{index}.strike", event.strike)
    placed = (
        ("events", [event.places for event in editor.events]),
        ("findings", [finding.places for finding in editor.findings]),
        ("exercises", [exercise.places for exercise in editor.exercises]),
    )
    for section, entries in placed:
        for index, places in enumerate(entries):
            for number, anchor in enumerate(places):
                yield Anchored(f"{section}.{index}.places.{number}", anchor)


def problem(story: Story, where: str, what: str, fix: str) -> Problem:
    """A problem at the line of `where`, or of the nearest entry above it whose line is known, else the first line."""
    while where and where not in story.lines:
        where = where.rpartition(".")[0]
    return Problem(story.path, story.lines.get(where, 1), what, fix)


def place(anchor: Anchor, article: Article) -> Span:
    """Return where the anchor's quote stands; raises `LookupError`, which says what stands there instead."""
    return find_quote(article.text, anchor.quote, anchor.prefix, anchor.suffix)


def lost(story: Story, where: str, version: str, error: LookupError) -> Problem:
    return problem(
        story, where, f"in version {version}, {error}", "Copy the words from the page, or add prefix or suffix."
    )
