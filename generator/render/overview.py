"""The first page of a story: the question, the versions at a glance, what differs, and where the words come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.languages import language_name
from generator.model import Annotated, Page, SourceCount
from generator.phrases import count, day
from generator.render.badge import hue_index
from generator.render.env import fill, harden
from generator.render.findings import FindingView, view_finding
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName, version_page
from generator.render.lookup import Lookup
from generator.render.pictures.flow import flow_picture
from generator.render.relations import tell_counterparts, tell_languages
from generator.render.unlisted import tell_same_text, tell_unlisted


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    value: Markup
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionCard:
    letter: str
    index: int
    """Which of the version colours."""
    outlet: str
    href: str
    headline: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereView:
    url: str
    publisher: str
    date: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    frame: Frame
    question: str
    summary: str
    selection: str
    editor: str
    cards: tuple[VersionCard, ...]
    several: bool
    languages: str
    """Which versions are in which language, where they differ; else empty."""
    counterparts: str
    """How many sentences are without one, in versions that share few; else empty."""
    same_text: str
    """Which versions are one text; else empty."""
    findings: tuple[FindingView, ...]
    unlisted: Markup
    """What stands where there is no finding."""
    flow: Markup
    sourcing_href: str
    elsewhere: tuple[ElsewhereView, ...]


def overview_page(lookup: Lookup) -> Page:
    here = Here(PageName.OVERVIEW)
    story = lookup.story
    counts = {one.version: one for one in lookup.comparison.counts}
    editor = story.editor.editor
    view = OverviewView(
        frame=make_frame(lookup, here, story.title, description=describe(lookup)),
        question=story.editor.question or "",
        summary=story.editor.summary or "",
        selection=story.editor.selection or "",
        editor=editor.name if editor else "",
        cards=tuple(make_card(lookup, here, version, counts.get(version.id)) for version in lookup.explained.versions),
        several=len(lookup.versions) > 1,
        languages=tell_languages(lookup),
        counterparts=tell_counterparts(lookup),
        same_text=tell_same_text(lookup),
        unlisted=tell_unlisted(lookup, here),
        findings=tuple(view_finding(lookup, here, finding) for finding in lookup.comparison.findings),
        flow=flow_picture(lookup, here) if lookup.comparison.chains else Markup(""),
        sourcing_href=here.to(PageName.SOURCING),
        elsewhere=tuple(
            ElsewhereView(url=e.url, publisher=e.publisher, date=day(e.date) if e.date else "", says=e.says)
            for e in story.editor.elsewhere
        ),
    )
    return Page(PurePosixPath(story.slug, f"{here.page}.md"), fill(view))


def describe(lookup: Lookup) -> str:
    number = len(lookup.versions)
    told = f"{count(number, 'version')} of one story" if number > 1 else "One story"
    return f"{told}: who says what, where the words came from and what differs."


def make_card(lookup: Lookup, here: Here, version: Annotated, counted: SourceCount | None) -> VersionCard:
    details = version.article.seed.details
    published = details.published
    facts = [
        Fact("Published", harden(day(published.date)), published.evidence or published.how)
        if published
        else Fact("Published", harden(details.undated), "")
    ]
    facts.append(Fact("Length", harden(count(version.article.words, "word")), ""))
    if version.not_run:
        facts.append(
            Fact("Language", harden(language_name(version.article)), "the rules for sources know English only")
        )
    if counted and not version.not_run:
        lines = Markup("").join(Markup("<li>{}</li>").format(harden(line)) for line in list_sources(counted))
        facts.append(Fact("Sources", Markup('<ul class="tt-count">{}</ul>').format(lines), ""))
    if details.about:
        facts.append(Fact("Who is behind it", harden(details.about.text), "the editor"))
    return VersionCard(
        letter=lookup.letter(version.id),
        index=hue_index(lookup, version.id),
        outlet=lookup.outlet(version.id),
        href=here.to(version_page(version.article.seed)),
        headline=details.headline.value if details.headline else "",
        facts=tuple(facts),
    )


def list_sources(counted: SourceCount) -> Iterator[str]:
    """Yield what a card says of sources, a line each: how they are named, what came second-hand, what is left out."""
    parts = [f"{counted.named} with a name"]
    if counted.offices:
        parts.append(f"{counted.offices} speaking for somebody, no name given")
    parts.append(f"{counted.unnamed} without a name")
    yield " · ".join(parts)
    if counted.second_hand:
        second_hand = count(counted.second_hand, "statement")
        yield f"{second_hand} came through another newsroom (that can mean: credited more openly)"
    if counted.to_check:
        yield f"{count(counted.to_check, 'statement')} to check {'is' if counted.to_check == 1 else 'are'} left out"
    if counted.whose_open:
        yield f"{count(counted.whose_open, 'statement')}: the rules could not tell whose"
    yield "A count, not a grade."


def tell_sources(counted: SourceCount) -> str:
    """`4 named, 1 spokesperson without a name, 2 unnamed; 3 statements second-hand; 2 statements to check`."""
    parts = [f"{counted.named} named"]
    if counted.offices:
        parts.append(f"{counted.offices} speaking for somebody, no name given")
    parts.append(f"{counted.unnamed} unnamed")
    told = ", ".join(parts) + f"; {count(counted.second_hand, 'statement')} second-hand"
    told += f"; {count(counted.to_check, 'statement')} to check, not counted" if counted.to_check else ""
    whose = f"; {count(counted.whose_open, 'statement')}: the rules could not tell whose"
    return told + (whose if counted.whose_open else "")
