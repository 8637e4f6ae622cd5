"""A finding as one sentence, each claim of it a fact of the versions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    Chain,
    Event,
    Finding,
    FindingKind,
    Passage,
    Place,
    Report,
    Statement,
    TimeExpression,
    Variant,
    Wording,
)
from generator.phrases import count_words, days, listed, sentence
from generator.render.env import harden
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup

# Their quotation marks, and the comma or full stop that stands before the closing one; an ellipsis stays.
OUTER_MARKS = re.compile(r"""^["“”„‘«']+|(?:(?<!\.)[.,])?["”’»']*$""")

LONGEST_QUOTE_WORDS = 24
"""A longer quotation is cut in a finding, with an ellipsis; the evidence has it whole."""

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
    FindingKind.PARAPHRASED: WORDINGS,
    FindingKind.SPEAKER_DIFFERS: WORDINGS,
    FindingKind.CUE_DIFFERS: WORDINGS,
    FindingKind.UNNAMED_DESCRIBED_APART: (PageName.SOURCING, "unnamed", "All sources without a name"),
    FindingKind.CREDIT_DIFFERS: FLOW,
    FindingKind.STATEMENT_SINGLE: COVERAGE,
    FindingKind.PASSAGE_SINGLE: COVERAGE,
    FindingKind.DATES_CONFLICT: TIMELINE,
    FindingKind.DATES_FINER: TIMELINE,
    FindingKind.ONE_REPORT: FLOW,
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
        return _WORDING[finding.kind](lookup, about)
    if isinstance(about, Event):
        return _dates(lookup, about, conflict=finding.kind is FindingKind.DATES_CONFLICT)
    if isinstance(about, Report):
        return _one_report(lookup, about)
    if isinstance(about, Passage):
        return _passage_single(lookup, finding)
    if about is not None:
        return _CHAINS[finding.kind](lookup, about, finding.evidence)
    return _passage_single(lookup, finding)


def quoted(lookup: Lookup, *places: Place) -> Markup:
    """The words of places in quotation marks of ours, theirs taken off, cut after `LONGEST_QUOTE_WORDS` words."""
    words = " … ".join(OUTER_MARKS.sub("", lookup.at(place)) for place in places).split()
    cut = [*words[:LONGEST_QUOTE_WORDS], "…"] if len(words) > LONGEST_QUOTE_WORDS else words
    return Markup("“{}”").format(harden(" ".join(cut)))


def _has(lookup: Lookup, variant: Variant) -> Markup:
    letters = lookup.letters([place.version for place in variant.places])
    verb = "has" if len(letters) == 1 else "have"
    return Markup("{} {} {}").format(listed(letters), verb, quoted(lookup, variant.places[0]))


def _speaker(lookup: Lookup, wording: Wording) -> str:
    labels = [s.speaker.label for v in wording.variants for s in v.statements if s.speaker]
    profile = next((p for p in lookup.comparison.profiles if p.key == wording.profile), None)
    return profile.name if profile and profile.name in labels else next(iter(labels), "A speaker")


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup(", ").join(parts)


def _words_differ(lookup: Lookup, wording: Wording) -> Markup:
    quoted_variants = [variant for variant in wording.variants if variant.quoted]
    return Markup("{}: {}. Unless they were said twice, at most one can be the exact wording.").format(
        harden(sentence(_speaker(lookup, wording)).removesuffix(".")),
        _joined(_has(lookup, variant) for variant in quoted_variants),
    )


def _paraphrased(lookup: Lookup, wording: Wording) -> Markup:
    telling = [variant for variant in wording.variants if not variant.quoted]
    quoting = [variant for variant in wording.variants if variant.quoted]
    tellers = lookup.letters([place.version for variant in telling for place in variant.places])
    quoters = lookup.letters([place.version for variant in quoting for place in variant.places])
    return Markup("{} {} words of {}: {}. {} {} it without quotation marks: {}.").format(
        listed(quoters),
        "quotes" if len(quoters) == 1 else "quote",
        harden(_speaker(lookup, wording)),
        quoted(lookup, quoting[0].places[0]),
        listed(tellers),
        "tells" if len(tellers) == 1 else "tell",
        quoted(lookup, telling[0].places[0]),
    )


def _speaker_differs(lookup: Lookup, wording: Wording) -> Markup:
    credited = [
        f"to {statement.speaker.label} in {lookup.letter(place.version)}"
        for variant in wording.variants
        for place, statement in zip(variant.places, variant.statements, strict=True)
        if statement.speaker
    ]
    words = quoted(lookup, wording.variants[0].places[0])
    return Markup("The words {} are credited {}.").format(words, harden(listed(credited)))


def _cue_differs(lookup: Lookup, wording: Wording) -> Markup:
    verbs = [
        Markup("{} writes {}").format(
            lookup.letter(place.version), _joined(quoted(lookup, Place(place.version, span)) for span in statement.cue)
        )
        for variant in wording.variants
        for place, statement in zip(variant.places, variant.statements, strict=True)
        if statement.cue
    ]
    return Markup("Words of {} come with another reporting verb: {}.").format(
        harden(_speaker(lookup, wording)), _joined(verbs)
    )


def _cues_of_chains(lookup: Lookup, chains: tuple[Chain, ...], evidence: tuple[Place, ...]) -> Markup:
    verbs = _joined(Markup("{} writes {}").format(lookup.letter(p.version), quoted(lookup, p)) for p in evidence)
    return Markup("Words of {} come with another reporting verb: {}.").format(
        harden(_label(chains[0].statement)), verbs
    )


def _unnamed(lookup: Lookup, chains: tuple[Chain, ...], _: tuple[Place, ...]) -> Markup:
    named = [
        Markup("{} has “{}”").format(lookup.letter(chain.version), harden(_label(chain.statement))) for chain in chains
    ]
    return Markup("One passage rests on sources without a name, and they are described differently: {}.").format(
        _joined(named)
    )


def _label(statement: Statement) -> str:
    return statement.speaker.label if statement.speaker else "nobody"


def _credit(lookup: Lookup, chains: tuple[Chain, ...], evidence: tuple[Place, ...]) -> Markup:
    crediting = [chain for chain in chains if chain.relays]
    by_version = {
        version: sorted({relay for chain in crediting if chain.version == version for relay in chain.relays})
        for version in dict.fromkeys(chain.version for chain in crediting)
    }
    silent = lookup.letters([place.version for place in evidence if place.version not in by_version])
    told = [
        f"{lookup.letter(version)} credits {listed(relays)} for "
        f"{count_words(sum(chain.version == version for chain in crediting), 'statement')}"
        for version, relays in by_version.items()
    ]
    carries, names = ("carries", "does not name") if len(silent) == 1 else ("carry", "do not name")
    credited = listed(list(dict.fromkeys(relay for relays in by_version.values() for relay in relays)), "or")
    return harden(sentence(f"{listed(told)}; {listed(silent)} {carries} the same and {names} {credited}"))


def _statement_single(lookup: Lookup, chains: tuple[Chain, ...], _: tuple[Place, ...]) -> Markup:
    told = Markup(" ").join(
        Markup("Only {} has this from {}: {}.").format(
            lookup.letter(chain.version),
            lookup.who(chain.version, chain.statement),
            quoted(lookup, *_quotations(lookup, chain)),
        )
        for chain in chains
    )
    copies = "the other copy" if len(lookup.versions) == 2 else "the other copies"
    neither = "Neither was" if len(chains) == 2 else "None was"
    was = "It was not" if len(chains) == 1 else neither
    return Markup("{} {} found in {}.").format(told, was, copies)


def _quotations(lookup: Lookup, chain: Chain) -> list[Place]:
    """What stands between quotation marks in the content, without the outlet's words around it."""
    content = chain.statement.content
    marked = [
        quotation.span
        for quotation in lookup.versions[chain.version].quotations
        if any(quotation.span.meets(part) for part in content)
    ]
    return [Place(chain.version, span) for span in marked or content]


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
    return Markup("{}. {}").format(_joined(told), ending)


def _dated(time: TimeExpression) -> str:
    return days(time.earliest, time.latest) if time.earliest and time.latest else "no date"


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


_WORDING: dict[FindingKind, Callable[[Lookup, Wording], Markup]] = {
    FindingKind.WORDS_DIFFER: _words_differ,
    FindingKind.PARAPHRASED: _paraphrased,
    FindingKind.SPEAKER_DIFFERS: _speaker_differs,
    FindingKind.CUE_DIFFERS: _cue_differs,
}
_CHAINS: dict[FindingKind, Callable[[Lookup, tuple[Chain, ...], tuple[Place, ...]], Markup]] = {
    FindingKind.CUE_DIFFERS: _cues_of_chains,
    FindingKind.UNNAMED_DESCRIBED_APART: _unnamed,
    FindingKind.CREDIT_DIFFERS: _credit,
    FindingKind.STATEMENT_SINGLE: _statement_single,
}
