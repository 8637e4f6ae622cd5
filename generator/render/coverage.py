"""Which passage was found in which copy: what differs stands first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.model import CoverageRow, Likeness, Page, Passage, Place
from generator.phrases import count_words, listed, sentence
from generator.render.badge import Badge, make_badges
from generator.render.env import fill
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.quoting import cites, shortened

ROW_WORDS = 22
"""A passage stands here to be recognised; side by side it stands whole."""
WIDEST_MATRIX = 4
"""Past so many versions a narrow screen shows the matrix as a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    cites: Markup
    """Empty: not found in this copy."""


@dataclass(frozen=True, slots=True)
class RowView:
    words: str
    language: str
    told: str
    """How alike the versions are, and whose words stand here."""
    cells: tuple[Cell, ...]
    """One a version, by letter."""
    missing: str
    """Letters of the versions in whose copy it was not found: for a narrow screen, which has no columns."""


@dataclass(frozen=True, slots=True)
class Part:
    """One matrix of the page."""

    fragment: str
    heading: str
    told: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    frame: Frame
    badges: tuple[Badge, ...]
    parts: tuple[Part, ...]
    """Without those that would be empty."""
    wide: bool
    """More versions than fit a narrow screen."""
    alone: bool
    """One version only: nothing to compare."""


def coverage_page(lookup: Lookup) -> Page:
    here = Here(PageName.COVERAGE)
    alone = len(lookup.versions) == 1
    view = CoverageView(
        frame=make_frame(
            lookup, here, "Coverage", description="Which sentence was found in which copy, and which was not."
        ),
        badges=make_badges(lookup, here),
        parts=() if alone else tuple(part for part in make_parts(lookup, here) if part.rows),
        wide=len(lookup.versions) > WIDEST_MATRIX,
        alone=alone,
    )
    return Page(PurePosixPath(lookup.story.slug, f"{here.page}.md"), fill(view))


def make_parts(lookup: Lookup, here: Here) -> tuple[Part, Part]:
    """The passages that some copy lacks, then those that every copy has."""
    rows = lookup.comparison.coverage
    apart = [row for row in rows if row.missing]
    common = [row for row in rows if not row.missing]
    return (
        Part(
            "apart",
            "Found in some copies only",
            _told_apart(apart),
            _views(lookup, here, apart),
        ),
        Part("common", "With a partner in every copy", _told_common(common), _views(lookup, here, common)),
    )


def _told_apart(rows: Sequence[CoverageRow]) -> str:
    verb = "was" if len(rows) == 1 else "were"
    return sentence(f"{count_words(len(rows), 'sentence')} {verb} found in some copies and not in others")


def _told_common(rows: Sequence[CoverageRow]) -> str:
    """In the same words or not: a partner is what the rules take for the same, a sentence may say it otherwise."""
    reworded = sum(row.passage.likeness is Likeness.REWORDED for row in rows)
    said = "in the same words"
    if reworded:
        said = "in other words" if reworded == len(rows) else "some in other words"
    verb = "has" if len(rows) == 1 else "have"
    return sentence(f"{count_words(len(rows), 'sentence')} {verb} a partner in every copy, {said}")


def _views(lookup: Lookup, here: Here, rows: Sequence[CoverageRow]) -> tuple[RowView, ...]:
    return tuple(make_row(lookup, here, row) for row in rows)


def make_row(lookup: Lookup, here: Here, row: CoverageRow) -> RowView:
    first = row.passage.places[0]
    return RowView(
        words=shortened(lookup.at(first), ROW_WORDS),
        language=lookup.versions[first.version].article.seed.details.language.value,
        told=_likeness(lookup, row.passage),
        cells=tuple(Cell(cites(lookup, here, _places(row, version))) for version in lookup.versions),
        missing=listed(lookup.letters(row.missing)),
    )


def _likeness(lookup: Lookup, passage: Passage) -> str:
    if passage.likeness is Likeness.REWORDED:
        return f"{passage.likeness}; here the words of {lookup.letter(passage.places[0].version)}"
    return passage.likeness


def _places(row: CoverageRow, version: str) -> list[Place]:
    return [place for place in row.passage.places if place.version == version]
