"""The data of a story's pages, for programs, spreadsheets, annotation tools, timelines and reference managers."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.exports.citations import citations
from generator.exports.story_json import story_json
from generator.exports.tables import events_table, passages_table, statements_table, wordings_table
from generator.exports.timeline_js import timeline_js
from generator.exports.web_annotations import web_annotations
from generator.model import Explained, Page
from generator.shown_story import ShownStory

__all__ = ["export"]


def export(explained: Explained) -> tuple[Page, ...]:
    """Return the files of `<slug>/data/`: the same on every run for the same input.

    Statements to check stand in all of them, with `sure` false. Of a version with `rights: excerpt` only the words that
    its pages show are given, selectors and their surroundings included.
    """
    story = ShownStory(explained)
    files = {
        "story.json": story_json(story),
        "statements.csv": statements_table(story),
        "wordings.csv": wordings_table(story),
        "events.csv": events_table(story),
        "passages.csv": passages_table(story),
        "annotations.jsonld": web_annotations(story),
        "timeline.json": timeline_js(story),
        "citations.json": citations(story),
    }
    return tuple(Page(PurePosixPath(explained.story.slug, "data", name), text) for name, text in files.items())
