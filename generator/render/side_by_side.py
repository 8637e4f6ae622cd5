"""One row a passage: each distinct wording once, with the letters that have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from generator.model import Likeness, Page, Passage, Place, Span
from generator.phrases import count, listed
from generator.render.badge import Badge, make_badge, make_badges
from generator.render.contrast import carry_over, contrast, same_words
from generator.render.env import fill
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.quoting import Excerpt, cites, excerpt
from generator.render.relations import compared_with, tell_counterparts, tell_languages, tell_likeness

GROUPS = {
    Likeness.REWORDED: "reworded",
    Likeness.SAME: "same",
    Likeness.SINGLE: "single",
    Likeness.UNCOMPARED: "uncompared",
}
"""Class names of the ways to narrow the page."""

FOLDED_FROM = 3
"""So many sentences in a row that one version alone has are folded, where a script runs and the page is on a screen."""


@dataclass(frozen=True, slots=True)
class Group:
    """One way to narrow the page."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class WordingView:
    excerpt: Excerpt
    column: str
    """Two versions only: `left`, `right` or `both`; else empty."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence that one version alone has, with the number of its row."""

    number: int
    excerpt: Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    number: int
    last: int
    """Other than `number` for sentences in a row that one version alone has: they share one block."""
    likeness: str
    group: str
    note: str
    """Empty where there is nothing more to say."""
    wordings: tuple[WordingView, ...]
    """Empty for sentences that one version alone has."""
    alone: tuple[Numbered, ...]
    told: str
    """`8 sentences of C`."""
    folded: bool
    column: str
    missing: tuple[Badge, ...]
    missing_column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySideView:
    frame: Frame
    badges: tuple[Badge, ...]
    pair: bool
    """Two versions: a column each."""
    groups: tuple[Group, ...]
    """Empty where all rows are alike."""
    rows: tuple[SideRow, ...]
    languages: str
    counterparts: str


def side_by_side_page(lookup: Lookup) -> Page | None:
    """Return the page, or None for a story with fewer than two versions."""
    if len(lookup.versions) < 2:
        return None
    here = Here(PageName.SIDE_BY_SIDE)
    passages = lookup.comparison.passages
    letters = listed([lookup.letter(version) for version in lookup.versions])
    view = SideBySideView(
        frame=make_frame(lookup, here, "Side by side", description=f"Versions {letters}, passage by passage."),
        badges=make_badges(lookup, here),
        pair=len(lookup.versions) == 2,
        groups=present_groups([passage.likeness for passage in passages]),
        rows=tuple(make_rows(lookup, here, passages)),
        languages=tell_languages(lookup),
        counterparts=tell_counterparts(lookup),
    )
    return Page(PurePosixPath(lookup.story.slug, f"{here.page}.md"), fill(view))


def present_groups(likenesses: Sequence[Likeness]) -> tuple[Group, ...]:
    found = tuple(Group(name, likeness) for likeness, name in GROUPS.items() if likeness in likenesses)
    return found if len(found) > 1 else ()


def make_rows(lookup: Lookup, here: Here, passages: Sequence[Passage]) -> Iterator[SideRow]:
    """Yield a row for each passage; those in a row that one version alone has share one."""
    numbered = enumerate(passages, 1)
    for version, group in groupby(numbered, lambda pair: _single_version(pair[1])):
        if version is None:
            yield from (make_row(lookup, here, number, passage) for number, passage in group)
        else:
            yield make_single_row(lookup, here, version, list(group))


def _single_version(passage: Passage) -> str | None:
    versions = {place.version for place in passage.places}
    return versions.pop() if len(versions) == 1 else None


def make_single_row(lookup: Lookup, here: Here, version: str, group: Sequence[tuple[int, Passage]]) -> SideRow:
    missing = compared_with(lookup, version)
    return SideRow(
        number=group[0][0],
        last=group[-1][0],
        likeness=tell_likeness(lookup, group[0][1]),
        group=GROUPS[group[0][1].likeness],
        note="",
        wordings=(),
        alone=tuple(Numbered(number, excerpt(lookup, here, passage.places)) for number, passage in group),
        told=f"{count(len(group), 'sentence')} of {lookup.letter(version)}",
        folded=len(group) >= FOLDED_FROM,
        column=_column(lookup, [version]),
        missing=tuple(make_badge(lookup, here, other) for other in missing),
        missing_column=_column(lookup, missing),
    )


def make_row(lookup: Lookup, here: Here, number: int, passage: Passage) -> SideRow:
    wordings = distinct_wordings(lookup, passage)
    found = contrast(lookup, [versions[0] for versions in wordings])
    marked = [
        list(quoted_apart(lookup, versions[0])) if apart else [span for spans in differing for span in spans]
        for versions, apart, differing in zip(wordings, found.apart, found.differing, strict=True)
    ]
    having = {place.version for place in passage.places}
    compared = {other for version in having for other in compared_with(lookup, version)}
    missing = [version for version in lookup.versions if version in compared - having]
    return SideRow(
        number=number,
        last=number,
        likeness=passage.likeness,
        group=GROUPS[passage.likeness],
        note=tell_apart(lookup, wordings, found.apart, marked),
        wordings=tuple(
            make_wording(lookup, here, versions, spans) for versions, spans in zip(wordings, marked, strict=True)
        ),
        alone=(),
        told="",
        folded=False,
        column="",
        missing=tuple(make_badge(lookup, here, version) for version in missing),
        missing_column=_column(lookup, missing),
    )


def quoted_apart(lookup: Lookup, places: Sequence[Place]) -> Iterator[Span]:
    """Yield the words of a quotation in `places` that another version has otherwise, by the wordings compared."""
    for wording in lookup.comparison.wordings:
        for variant in wording.variants if len(wording.variants) > 1 else ():
            quotations = [
                [Place(quoted.version, piece) for piece in pieces]
                for quoted, pieces in zip(variant.places, variant.pieces, strict=True)
            ]
            for pieces in quotations:
                for span in carry_over(lookup, variant.differing, quotations[0], pieces):
                    if any(place.version == pieces[0].version and place.span.holds(span) for place in places):
                        yield span


def tell_apart(
    lookup: Lookup,
    wordings: Sequence[Sequence[Sequence[Place]]],
    apart: Sequence[bool],
    marked: Sequence[Sequence[Span]],
) -> str:
    """Say which wordings were not compared word by word; empty where all were."""
    if not any(apart):
        return ""
    quotation = any(spans for spans, alone in zip(marked, apart, strict=True) if alone)
    what = "only words of the quotation are marked" if quotation else "nothing is marked"
    if all(apart):
        return f"Few words in common: {what}."
    versions = [places[0].version for same, alone in zip(wordings, apart, strict=True) if alone for places in same]
    return f"{listed(lookup.letters(versions))}: few words in common with the others, {what} there."


def distinct_wordings(lookup: Lookup, passage: Passage) -> list[list[list[Place]]]:
    """Group the versions of a passage by their words; each version stands as its places."""
    by_version: dict[str, list[Place]] = defaultdict(list)
    for place in passage.places:
        by_version[place.version].append(place)
    groups: list[list[list[Place]]] = []
    for places in by_version.values():
        group = next((group for group in groups if same_words(lookup, group[0], places)), None)
        if group:
            group.append(places)
        else:
            groups.append([places])
    return groups


def make_wording(
    lookup: Lookup, here: Here, versions: Sequence[Sequence[Place]], differing: Sequence[Span]
) -> WordingView:
    everywhere = [place for places in versions for place in places]
    shown = excerpt(lookup, here, versions[0], differing)
    return WordingView(
        excerpt=Excerpt(shown.words, cites(lookup, here, everywhere), shown.language, shown.direction),
        column=_column(lookup, [places[0].version for places in versions]),
    )


def _column(lookup: Lookup, versions: Sequence[str]) -> str:
    if len(lookup.versions) != 2 or not versions:
        return ""
    if len(versions) == 2:
        return "both"
    return "left" if versions[0] == next(iter(lookup.versions)) else "right"
