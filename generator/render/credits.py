"""The newsrooms that the texts credit, and those that the editor reads a version as resting on: one entry each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import FindingKind, Place, Report
from generator.newsrooms import same_newsroom
from generator.phrases import listed
from generator.render.badge import Badge, make_badge
from generator.render.findings import view_finding
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.people import relay_words
from generator.render.pictures.paths import Reading, find_readings
from generator.render.quoting import cites


@dataclass(frozen=True, slots=True)
class Told:
    """One fact in a sentence, with its places."""

    sentence: Markup
    cites: Markup


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What a version rests on in the editor's opinion."""

    told: str
    why: str
    signed: str


@dataclass(frozen=True, slots=True)
class NewsroomView:
    newsroom: str
    badges: tuple[Badge, ...]
    """The versions that credit it, or that the editor reads as resting on it."""
    credits: tuple[Told, ...]
    readings: tuple[ReadingView, ...]
    count: str
    """That several versions rest on one report; else empty."""


def find_newsroom_views(lookup: Lookup, here: Here) -> Iterator[NewsroomView]:
    """Yield each newsroom in the order in which the versions bring it, those that only the editor names last."""
    readings = list(find_readings(lookup))
    credited = [relay for chain in lookup.comparison.chains for relay in chain.relays]
    for newsroom in dict.fromkeys([*credited, *(reading.newsroom for reading in readings)]):
        ours = [reading for reading in readings if reading.newsroom == newsroom]
        crediting = {chain.version for chain in lookup.comparison.chains if newsroom in chain.relays}
        versions = [v for v in lookup.versions if v in crediting or any(reading.version == v for reading in ours)]
        reports = [report for report in lookup.comparison.reports if same_newsroom(report.newsroom, newsroom)]
        yield NewsroomView(
            newsroom=relay_words(lookup, newsroom),
            badges=tuple(make_badge(lookup, here, version) for version in versions),
            credits=tuple(find_differences(lookup, here, newsroom)) or tuple(find_credits(lookup, here, newsroom)),
            readings=tuple(make_reading(lookup, reading) for reading in ours),
            count=tell_count(lookup, reports),
        )


def find_differences(lookup: Lookup, here: Here, newsroom: str) -> Iterator[Told]:
    """Yield what one version credits to the newsroom and another has without a credit."""
    for finding in lookup.comparison.findings:
        chains = finding.about if isinstance(finding.about, tuple) else ()
        if finding.kind is FindingKind.CREDIT_DIFFERS and any(newsroom in chain.relays for chain in chains):
            yield Told(view_finding(lookup, here, finding).sentence, cites(lookup, here, finding.evidence))


def find_credits(lookup: Lookup, here: Here, newsroom: str) -> Iterator[Told]:
    """Yield one sentence on who credits the newsroom, where a text does."""
    places = [
        Place(chain.version, chain.statement.content[0])
        for chain in lookup.comparison.chains
        if newsroom in chain.relays
    ]
    letters = lookup.letters([place.version for place in places])
    if letters:
        verb = "credits" if len(letters) == 1 else "credit"
        yield Told(Markup("{} {} it.").format(listed(letters), verb), cites(lookup, here, places))


def make_reading(lookup: Lookup, reading: Reading) -> ReadingView:
    rests_on = lookup.versions[reading.version].article.seed.details.rests_on
    editor = lookup.story.editor.editor
    return ReadingView(
        told=f"The editor reads {lookup.letter(reading.version)} as resting on it.",
        why=rests_on.why if rests_on else "",
        signed=f"This is the opinion of the editor{f', {editor.name}' if editor else ''}.",
    )


def tell_count(lookup: Lookup, reports: list[Report]) -> str:
    """`one newsroom: A and B are counted as one report`: whether it was one report, no text says."""
    letters = lookup.letters([version for report in reports for version in report.versions])
    return f"one newsroom: {listed(letters)} are counted as one report" if len(letters) > 1 else ""
