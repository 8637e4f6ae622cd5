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
from generator.render.quoting import cites, marks_around, shortened
from generator.render.relations import marks_singles, tell_counterparts, tell_languages, tell_likeness

ROW_WORDS = 22
"""A passage stands here to be recognised; side by side it stands whole."""
WIDEST_MATRIX = 4
"""Past so many versions a narrow screen shows the matrix as a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    cites: Markup
    """Empty: not found in this copy, or not looked for."""
    compared: bool
    """False: the version is in another language, and nothing is translated."""


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
    folded: bool
    """Whether a script folds it on a screen: long, and it tells little."""


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
    languages: str
    counterparts: str


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
        languages=tell_languages(lookup),
        counterparts=tell_counterparts(lookup),
    )
    return Page(PurePosixPath(lookup.story.slug, f"{here.page}.md"), fill(view))


def make_parts(lookup: Lookup, here: Here) -> list[Part]:
    """What differs first: the passages of one copy, of some copies, of every copy.

    Where the copies share so few sentences that those of one copy tell little, these stand last and folded.
    """
    rows = [row for row in lookup.comparison.coverage if row.passage.likeness is not Likeness.UNCOMPARED]
    single = [row for row in rows if row.passage.likeness is Likeness.SINGLE]
    some = [row for row in rows if row.missing and row not in single]
    common = [row for row in rows if not row.missing]
    telling = any(marks_singles(lookup, version) for version in lookup.versions)
    every = "every copy" if not any(row.uncompared for row in rows) else "every copy in their language"
    one = Part(
        "single", "Found in one copy only", _told_single(single), _views(lookup, here, single), folded=not telling
    )
    others = [
        Part("apart", "Found in some copies only", _told_some(some), _views(lookup, here, some), folded=False),
        Part(
            "common",
            f"With a partner in {every}",
            _told_common(common, every),
            _views(lookup, here, common),
            folded=False,
        ),
    ]
    return [one, *others] if telling else [*others, one]


def _told_single(rows: Sequence[CoverageRow]) -> str:
    verb = "was" if len(rows) == 1 else "were"
    return sentence(f"{count_words(len(rows), 'sentence')} {verb} found in one copy and not in another")


def _told_some(rows: Sequence[CoverageRow]) -> str:
    verb = "was" if len(rows) == 1 else "were"
    return sentence(f"{count_words(len(rows), 'sentence')} {verb} found in several copies and not in all")


def _told_common(rows: Sequence[CoverageRow], every: str) -> str:
    """In the same words or not: a partner is what the rules take for the same, a sentence may say it otherwise."""
    reworded = sum(row.passage.likeness is Likeness.REWORDED for row in rows)
    said = "in the same words"
    if reworded:
        said = "in other words" if reworded == len(rows) else "some in other words"
    verb = "has" if len(rows) == 1 else "have"
    return sentence(f"{count_words(len(rows), 'sentence')} {verb} a partner in {every}, {said}")


def _views(lookup: Lookup, here: Here, rows: Sequence[CoverageRow]) -> tuple[RowView, ...]:
    return tuple(make_row(lookup, here, row) for row in rows)


def make_row(lookup: Lookup, here: Here, row: CoverageRow) -> RowView:
    first = row.passage.places[0]
    opening, closing = marks_around(lookup, [first])
    return RowView(
        words=f"{opening}{shortened(lookup.at(first), ROW_WORDS)}{closing}",
        language=lookup.versions[first.version].article.seed.details.language.value,
        told=_likeness(lookup, row.passage),
        cells=tuple(
            Cell(cites(lookup, here, _places(row, version)), version not in row.uncompared)
            for version in lookup.versions
        ),
        missing=listed(lookup.letters(row.missing)),
    )


def _likeness(lookup: Lookup, passage: Passage) -> str:
    if passage.likeness is Likeness.REWORDED:
        return f"{passage.likeness}; here the words of {lookup.letter(passage.places[0].version)}"
    return tell_likeness(lookup, passage)


def _places(row: CoverageRow, version: str) -> list[Place]:
    return [place for place in row.passage.places if place.version == version]
