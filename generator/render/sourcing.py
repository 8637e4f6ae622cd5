"""Where the words come from: paths, wordings, the unnamed, what to ask of each source, and every statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.model import Chain, FindingKind, Origin, Page, Place
from generator.phrases import count, listed
from generator.render.badge import Badge, make_badge
from generator.render.credits import NewsroomView, Told, find_newsroom_views
from generator.render.env import fill
from generator.render.findings import view_finding
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.overview import tell_sources
from generator.render.people import NAMING, Link, origin_link, relay_words
from generator.render.pictures.flow import flow_picture
from generator.render.pictures.paths import find_readings
from generator.render.quoting import cites
from generator.render.shared_text import SharedRow, run_words, shared_rows, tell_apart
from generator.render.source_cards import (
    SourceCard,
    UnnamedCard,
    chains_by_origin,
    source_cards,
    tell_of,
    unnamed_cards,
)
from generator.render.statements_table import Group, StatementsOfVersion, present_groups, statements_by_version
from generator.render.wordings_table import WordingRow, make_wordings


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a source to the versions that took it."""

    relays: str
    """`Reuters`; empty where the text names nobody in between."""
    cites: Markup


@dataclass(frozen=True, slots=True)
class PathRow:
    source: Link
    naming: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    badge: Badge
    length: str
    told: str


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A line of the flow picture that no text stands behind."""

    newsroom: str
    badge: Badge


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcingView:
    frame: Frame
    flow: Markup
    paths: tuple[PathRow, ...]
    readings: tuple[ReadingRow, ...]
    newsrooms: tuple[NewsroomView, ...]
    run_words: int
    """Words from which a run counts as shared text; 0 where there is no pair of versions."""
    shared: tuple[SharedRow, ...]
    shared_apart: str
    counts: tuple[CountRow, ...]
    wordings: tuple[WordingRow, ...]
    wordings_alike: tuple[WordingRow, ...]
    unnamed: tuple[UnnamedCard, ...]
    unnamed_apart: tuple[Told, ...]
    sources: tuple[SourceCard, ...]
    groups: tuple[Group, ...]
    statements: tuple[StatementsOfVersion, ...]
    not_run: str
    """Letters of the versions in whose language no statements can be found; empty where there is none."""


def sourcing_page(lookup: Lookup) -> Page:
    here = Here(PageName.SOURCING)
    wordings, alike = make_wordings(lookup, here)
    statements = tuple(statements_by_version(lookup, here))
    view = SourcingView(
        frame=make_frame(
            lookup,
            here,
            "Where the words come from",
            description="Who is said to have said what, who passed it on, and which version has it.",
        ),
        flow=flow_picture(lookup, here),
        paths=tuple(path_rows(lookup, here)),
        readings=tuple(ReadingRow(r.newsroom, make_badge(lookup, here, r.version)) for r in find_readings(lookup)),
        newsrooms=tuple(find_newsroom_views(lookup, here)),
        run_words=run_words(lookup),
        shared=tuple(shared_rows(lookup, here)),
        shared_apart=tell_apart(lookup),
        counts=tuple(count_rows(lookup, here)),
        wordings=wordings,
        wordings_alike=alike,
        unnamed=tuple(unnamed_cards(lookup, here)),
        unnamed_apart=_findings(lookup, here, FindingKind.UNNAMED_DESCRIBED_APART),
        sources=tuple(source_cards(lookup, here)),
        groups=present_groups([row for part in statements for row in part.rows]),
        statements=statements,
        not_run=listed(lookup.letters([v.id for v in lookup.explained.versions if v.not_run])),
    )
    return Page(PurePosixPath(lookup.story.slug, f"{here.page}.md"), fill(view))


def path_rows(lookup: Lookup, here: Here) -> Iterator[PathRow]:
    """Yield the flow picture in words: a row a source."""
    for key, chains in chains_by_origin(lookup).items():
        yield make_path_row(lookup, here, lookup.origins[key], chains)


def make_path_row(lookup: Lookup, here: Here, origin: Origin, chains: list[Chain]) -> PathRow:
    ways: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for chain in chains:
        ways[chain.relays].append(Place(chain.version, chain.statement.content[0]))
    return PathRow(
        source=origin_link(lookup, here, origin),
        naming=f"{NAMING[origin.naming]}{tell_of(chains)}",
        ways=tuple(
            Way(", then ".join(relay_words(lookup, relay) for relay in relays), cites(lookup, here, places))
            for relays, places in ways.items()
        ),
    )


def count_rows(lookup: Lookup, here: Here) -> Iterator[CountRow]:
    for counted in lookup.comparison.counts:
        not_run = lookup.versions[counted.version].not_run
        told = "not looked for in this language" if not_run else tell_sources(counted)
        yield CountRow(make_badge(lookup, here, counted.version), count(counted.words, "word"), told)


def _findings(lookup: Lookup, here: Here, kind: FindingKind) -> tuple[Told, ...]:
    return tuple(
        Told(view_finding(lookup, here, finding).sentence, cites(lookup, here, finding.evidence))
        for finding in lookup.comparison.findings
        if finding.kind is kind
    )
