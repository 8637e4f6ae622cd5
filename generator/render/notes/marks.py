"""Notes on framing, times and what was mended."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model import (
    Block,
    FramingMark,
    Place,
    Rule,
    Segment,
    TimeExpression,
)
from generator.phrases import sentence
from generator.render.env import harden
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.notes.view import NoteView, Weight, standing, starts_in


def mark_notes(lookup: Lookup, here: Here, version: str, block: Block) -> Iterator[NoteView]:
    annotated = lookup.versions[version]
    timeline = Markup(' <a href="{}">Timeline</a>').format(here.to(PageName.TIMELINE))
    marks: list[FramingMark | TimeExpression] = [*annotated.framing, *annotated.times]
    for mark in sorted(marks, key=lambda mark: mark.span):
        if not starts_in(block, mark.span):
            continue
        framing = isinstance(mark, FramingMark)
        place = Place(version, mark.span)
        visible = lookup.shows(place)
        if framing and not visible:
            continue  # what is said of a word would give it away
        yield NoteView(
            weight=Weight.FRAMING if framing else Weight.TIME,
            kind="framing" if framing else "time",
            heading=f"“{lookup.at(place)}”" if visible else "A time, withheld in this excerpt",
            body=harden(sentence(mark.why)) + ("" if framing else timeline),
            why=mark.rule.says,
            standing=standing(mark.rule),
            anchor=lookup.id(version, mark),
        )


def repairs_in(lookup: Lookup, version: str, block: Block) -> list[tuple[Segment, Rule]]:
    """The mended stretches that start in a block, with the rule that mended each."""
    segments = lookup.versions[version].article.segments
    return [(s, s.rule) for s in segments if s.rule and starts_in(block, s.span)]


def repair_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    raw = lookup.versions[version].article.seed.text
    for segment, rule in repairs_in(lookup, version, block):
        shown = lookup.at(Place(version, segment.span))
        original = raw[segment.raw.start : segment.raw.end]
        yield NoteView(
            weight=Weight.REPAIR,
            kind="repair",
            heading="Mended for reading",
            body=Markup("The file has <code>{}</code>, which is shown here as <code>{}</code>.").format(
                harden(original), harden(shown)
            ),
            why=rule.says,
            standing=standing(rule),
            anchor=None,
        )
