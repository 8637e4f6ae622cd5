"""A finding as one sentence, each claim of it a fact of the versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.anchors import fold
from generator.model import (
    Event,
    Finding,
    FindingKind,
    Passage,
    Place,
    Report,
    Wording,
)
from generator.phrases import count_words, days, listed, sentence
from generator.render.chain_sentences import tell_chains
from generator.render.env import harden
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.quoting import quoted
from generator.render.wording_sentences import tell_wording

MOST_CITED = 12
"""Links behind one finding; the page that it leads to has them all."""


@dataclass(frozen=True, slots=True)
class FindingView:
    id: str
    kind: str
    sentence: Markup
    evidence: tuple[Markup, ...]
    more_href: str
    more_label: str
    signed: str
    """Empty for the machine's findings."""


WORDINGS = (PageName.SOURCING, "wordings", "All wordings")
FLOW = (PageName.SOURCING, "flow", "All paths")
COVERAGE = (PageName.COVERAGE, "", "Which version has what")
TIMELINE = (PageName.TIMELINE, "", "The timeline")
MORE: dict[FindingKind, tuple[PageName, str, str]] = {
    FindingKind.WORDS_DIFFER: WORDINGS,
    FindingKind.RETOLD: WORDINGS,
    FindingKind.SPEAKER_DIFFERS: WORDINGS,
    FindingKind.CUE_DIFFERS: WORDINGS,
    FindingKind.UNNAMED_DESCRIBED_APART: (PageName.SOURCING, "unnamed", "All sources without a name"),
    FindingKind.CREDIT_DIFFERS: FLOW,
    FindingKind.STATEMENT_SINGLE: COVERAGE,
    FindingKind.PASSAGE_SINGLE: COVERAGE,
    FindingKind.DATES_CONFLICT: TIMELINE,
    FindingKind.DATES_FINER: TIMELINE,
    FindingKind.FIGURES_DIFFER: (PageName.SIDE_BY_SIDE, "", "Side by side"),
    FindingKind.ONE_REPORT: FLOW,
    FindingKind.VERSION_CREDITED: FLOW,
    FindingKind.EDITOR: (PageName.RECORD, "changes", "What the editor changed"),
}
"""Where more of the kind stands, and the words of the link."""


def view_finding(lookup: Lookup, here: Here, finding: Finding) -> FindingView:
    page, fragment, label = MORE[finding.kind]
    editor = lookup.story.editor.editor
    signed = f"Finding of the editor{f', {editor.name}' if editor else ''}."
    return FindingView(
        id=finding.id,
        kind=finding.kind,
        sentence=harden(finding.sentence) if finding.sentence else _say(lookup, finding),
        evidence=tuple(_cited(lookup, here, finding.evidence)),
        more_href=here.to(page, fragment),
        more_label=label,
        signed=signed if finding.sentence else "",
    )


def _cited(lookup: Lookup, here: Here, evidence: Iterable[Place]) -> Iterator[Markup]:
    """Yield a link to each paragraph; of very many the first of each version, and how many more there are."""
    cites = {lookup.cite(here, place): place.version for place in lookup.in_order(evidence)}
    shown = list(cites)
    if len(cites) > MOST_CITED:
        each = max(1, MOST_CITED // len(set(cites.values())))
        shown = [cite for version in lookup.versions for cite in [c for c in cites if cites[c] == version][:each]]
    yield from shown
    if len(shown) < len(cites):
        yield Markup("and {} more.").format(len(cites) - len(shown))


def _say(lookup: Lookup, finding: Finding) -> Markup:
    about = finding.about
    if isinstance(about, Wording):
        return tell_wording(lookup, finding.kind, about)
    if isinstance(about, Event):
        return _dates(lookup, about, conflict=finding.kind is FindingKind.DATES_CONFLICT)
    if isinstance(about, Report):
        return _one_report(lookup, about)
    if finding.kind is FindingKind.FIGURES_DIFFER:
        return _figures(lookup, finding)
    if isinstance(about, Passage):
        return _passage_single(lookup, finding)
    if about is not None:
        return tell_chains(lookup, finding.kind, about, finding.evidence)
    return _passage_single(lookup, finding)


def _passage_single(lookup: Lookup, finding: Finding) -> Markup:
    numbers = {v: sum(place.version == v for place in finding.evidence) for v in lookup.versions}
    told = [f"{count_words(number, 'passage')} in {lookup.letter(v)}" for v, number in numbers.items() if number]
    was = "was" if sum(numbers.values()) == 1 else "were"
    return harden(sentence(f"{listed(told)} {was} found in no other copy"))


def _dates(lookup: Lookup, event: Event, *, conflict: bool) -> Markup:
    told = [
        Markup("{} has {} ({})").format(
            lookup.letter(report.place.version),
            quoted(lookup, Place(report.place.version, report.time.span)),
            days(report.time.earliest, report.time.latest)
            if report.time.earliest and report.time.latest
            else "no date",
        )
        for report in event.reports
    ]
    ending = (
        "These exclude each other." if conflict else "One is closer than the other; they do not exclude each other."
    )
    return Markup("{}. {}").format(Markup(", ").join(told), ending)


def _figures(lookup: Lookup, finding: Finding) -> Markup:
    """Versions with the same words stand together."""
    having: dict[str, list[Place]] = {}
    for place in lookup.in_order(finding.evidence):
        having.setdefault(fold(lookup.at(place)).text.casefold(), []).append(place)
    told = [
        Markup("{} {} {}").format(
            listed(lookup.letters([place.version for place in places])),
            "has" if len(places) == 1 else "have",
            Markup("“{}”").format(harden(lookup.at(places[0]))),  # whole: the stop of "a.m." is its own
        )
        for places in having.values()
    ]
    return Markup("In sentences that are otherwise alike {}.").format(Markup(", ").join(told))


def _one_report(lookup: Lookup, report: Report) -> Markup:
    by_editor = [v for v in report.versions if report.by_editor and lookup.versions[v].article.seed.details.rests_on]
    by_text = [v for v in report.versions if v not in by_editor]
    told = []
    if by_text:
        credit = "credits" if len(by_text) == 1 else "credit"
        told.append(f"{listed(lookup.letters(by_text))} {credit} {report.newsroom}")
    if by_editor:
        told.append(f"the editor reads {listed(lookup.letters(by_editor))} as resting on {report.newsroom}")
    return harden(f"{sentence(listed(told))} Together they are counted as one report.")
