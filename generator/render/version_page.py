"""One version, annotated: its text with marks, notes beside each paragraph, what was removed in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.languages import language_name
from generator.model import (
    Annotated,
    Block,
    BlockKind,
    Likeness,
    Page,
    Place,
    RemovalKind,
    Removed,
)
from generator.phrases import count, day, listed
from generator.render.env import fill, harden
from generator.render.frame import Frame, make_frame
from generator.render.layers import find_layers
from generator.render.links import Here, PageName, version_page
from generator.render.lookup import Lookup
from generator.render.notes import find_notes
from generator.render.notes.view import NoteView
from generator.render.quoting import direction as direction_of
from generator.render.quoting import woven
from generator.render.relations import marks_singles, tell_counterparts_of
from generator.render.weave import Layer

OPEN_NOTES = 3
"""Notes of a paragraph that stand open; the rest fold (where a script runs and the page is on a screen), unless it is
one only, which takes no more room than the fold."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One fact about the version: `Published`, `9 March 2020`, `stated by the editor`."""

    name: str
    value: Markup
    how: str | None


@dataclass(frozen=True, slots=True)
class RemovedView:
    words: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One block of the article with its notes; `number` is its paragraph number and fragment."""

    number: int
    kind: BlockKind
    quoted: bool
    text: Markup
    single: bool
    notes: tuple[NoteView, ...]
    folded: tuple[NoteView, ...]
    told: str
    """`5 notes`, what all of them fold under on a narrow screen."""
    removed_before: tuple[RemovedView, ...]


@dataclass(frozen=True, slots=True)
class ActorWhy:
    """Why an actor of the page is marked; `anchor` is the fragment of the first mention."""

    name: str
    anchor: str
    why: str


@dataclass(frozen=True, slots=True)
class LegendView:
    """One kind of mark that stands on the page, with its switch."""

    layer: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    frame: Frame
    language: str
    direction: str
    details: tuple[Detail, ...]
    legend: tuple[LegendView, ...]
    not_run: str
    in_language: str
    """`German`; empty where the rules know the language."""
    counterparts: str
    """How many sentences the version alone has, where they are too many to mark; else empty."""
    rows: tuple[RowView, ...]
    actors: tuple[ActorWhy, ...]
    removed_after: tuple[RemovedView, ...]
    excerpt: bool
    empty: bool
    marks_href: str
    side_by_side_href: str


LEGEND = (
    LegendView("quote", "Quoted words"),
    LegendView("told", "Told in the outlet's words"),
    LegendView("source", "Source"),
    LegendView("unnamed", "Unnamed source"),
    LegendView("cue", "Reporting verb"),
    LegendView("relay", "Passed on by"),
    LegendView("differs", "Wording differs"),
    LegendView("framing", "Framing"),
    LegendView("time", "Time"),
    LegendView("actor", "Actor"),
    LegendView("repair", "Mended"),
    LegendView("single", "Only here"),
)


def version_pages(lookup: Lookup) -> Iterator[Page]:
    for version in lookup.explained.versions:
        here = Here(version_page(version.article.seed))
        path = PurePosixPath(lookup.story.slug, f"{here.page}.md")
        yield Page(path, fill(make_view(lookup, here, version)))


def make_view(lookup: Lookup, here: Here, version: Annotated) -> VersionView:
    article = version.article
    seed = article.seed
    language = seed.details.language.value
    layers = list(find_layers(lookup, here, version))
    removed = list(place_removed(article.removed, version))
    rows = tuple(
        make_row(lookup, here, version, number, block, layers, [r for at, r in removed if at == number])
        for number, block in enumerate(article.blocks, 1)
    )
    return VersionView(
        frame=make_frame(
            lookup,
            here,
            f"Version {seed.letter.upper()} · {lookup.outlet(version.id)}",
            description=f"What {lookup.outlet(version.id)} published, with its sources, quotations and dates marked.",
        ),
        language=language,
        direction=direction_of(language),
        details=tuple(find_details(lookup, here, version)),
        legend=tuple(entry for entry in LEGEND if any(entry.layer in layer.classes for layer in layers))
        + tuple(entry for entry in LEGEND if entry.layer == "single" and any(row.single for row in rows)),
        not_run=listed(version.not_run),
        in_language=language_name(article) if version.not_run else "",
        counterparts=tell_counterparts_of(lookup, version.id),
        rows=rows,
        actors=tuple(
            ActorWhy(actor.name, lookup.id(version.id, actor), actor.rule.says)
            for actor in version.actors
            if any(span.holds(actor.mentions[0]) for span in lookup.shown(version.id))
        ),
        removed_after=tuple(r for at, r in removed if at > len(rows)),
        excerpt=not lookup.shows_all(version.id),
        empty=not article.blocks,
        marks_href=here.to_site("reading-the-marks.html"),
        side_by_side_href=here.to(PageName.SIDE_BY_SIDE),
    )


def find_details(lookup: Lookup, here: Here, version: Annotated) -> Iterator[Detail]:
    details = version.article.seed.details
    if details.headline:
        yield Detail("Headline", harden(details.headline.value), details.headline.how)
    if details.byline:
        yield Detail("By", harden(details.byline.value), details.byline.how)
    if details.published:
        how = details.published.evidence or details.published.how
        yield Detail("Published", harden(day(details.published.date)), how)
    else:
        yield Detail("Published", harden(details.undated), None)
    if details.url:
        link = Markup('<a href="{0}" rel="nofollow">{1}</a>')
        yield Detail("Read at", link.format(details.url.value, harden(host(details.url.value))), details.url.how)
    if details.archived:
        yield Detail("Archived at", Markup('<a href="{0}">{0}</a>').format(details.archived), None)
    if details.about:
        about = harden(details.about.text)
        if details.about.url:
            about = Markup('<a href="{}">{}</a>').format(details.about.url, about)
        yield Detail("Who is behind it", about, "the editor")
    if details.rests_on:
        publisher = harden(details.rests_on.publisher)
        if details.rests_on.url:
            publisher = Markup('<a href="{}">{}</a>').format(details.rests_on.url, publisher)
        editor = lookup.story.editor.editor
        signed = f"opinion of the editor, {editor.name}" if editor else "opinion of the editor"
        yield Detail("Rests on", Markup("{}. {}").format(publisher, harden(details.rests_on.why)), signed)
    yield Detail("Length", harden(count(version.article.words, "word")), None)
    yield Detail(
        "File",
        Markup('<code>{}</code>, <a href="{}">what was removed and mended</a>').format(
            harden(version.article.seed.path.name), here.to(PageName.RECORD, f"file-{version.article.seed.letter}")
        ),
        None,
    )


def host(url: str) -> str:
    return url.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")


def make_row(
    lookup: Lookup,
    here: Here,
    version: Annotated,
    number: int,
    block: Block,
    layers: list[Layer],
    removed: list[RemovedView],
) -> RowView:
    notes = tuple(find_notes(lookup, here, version.id, block))
    shown = len(notes) if len(notes) == OPEN_NOTES + 1 else OPEN_NOTES
    return RowView(
        number=number,
        kind=block.kind,
        quoted=block.quoted,
        text=woven(lookup, Place(version.id, block.span), [layer for layer in layers if layer.span.meets(block.span)]),
        single=only_here(lookup, version.id, block),
        notes=notes[:shown],
        folded=notes[shown:],
        told=count(len(notes), "note"),
        removed_before=tuple(removed),
    )


def only_here(lookup: Lookup, version: str, block: Block) -> bool:
    """Whether every sentence of a paragraph was found in this version only, where that tells anything."""
    sentences = [s for s in lookup.versions[version].sentences if s.meets(block.span)]
    passages = [lookup.passage(Place(version, s)) for s in sentences]
    single = bool(passages) and all(p is not None and p.likeness is Likeness.SINGLE for p in passages)
    return single and block.kind is BlockKind.PARAGRAPH and marks_singles(lookup, version)


def place_removed(removed: Iterable[Removed], version: Annotated) -> Iterator[tuple[int, RemovedView]]:
    """Yield each removed text with the number of the block it stood before; one past the last at the end.

    Marks of the file format are left to the record page: they were never words.
    """
    article = version.article
    starts = [article.raw(block.span).start for block in article.blocks]
    for item in removed:
        if item.kind is RemovalKind.MARKUP:
            continue
        before = next((n for n, start in enumerate(starts, 1) if start >= item.raw.end), len(starts) + 1)
        inside = next((n for n, b in enumerate(article.blocks, 1) if article.raw(b.span).holds(item.raw)), None)
        words = article.seed.text[item.raw.start : item.raw.end].strip() or "(white space)"
        yield inside or before, RemovedView(words, item.kind, item.rule.says)
