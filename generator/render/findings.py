"""A finding as one sentence, each claim of it a fact of the versions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from markupsafe import Markup

from generator.anchors import fold
from generator.model import (
    Chain,
    Event,
    Finding,
    FindingKind,
    Passage,
    Place,
    Report,
    Statement,
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

WORDS_BEFORE = 6
"""So many words stand before those that differ, where a long quotation is the same at its beginning."""
LETTERS = re.compile(r"\S*\w\S*")

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
        return _WORDING[finding.kind](lookup, about)
    if isinstance(about, Event):
        return _dates(lookup, about, conflict=finding.kind is FindingKind.DATES_CONFLICT)
    if isinstance(about, Report):
        return _one_report(lookup, about)
    if finding.kind is FindingKind.FIGURES_DIFFER:
        return _figures(lookup, finding)
    if isinstance(about, Passage):
        return _passage_single(lookup, finding)
    if about is not None:
        return _CHAINS[finding.kind](lookup, about, finding.evidence)
    return _passage_single(lookup, finding)


def quoted(lookup: Lookup, *places: Place, skip: int = 0) -> Markup:
    """The words of places in quotation marks of ours, theirs taken off, without the first `skip` ones and those behind
    `LONGEST_QUOTE_WORDS`.
    """
    words = " … ".join(OUTER_MARKS.sub("", lookup.at(place)) for place in places).split()
    words = ["…", *words[skip:]] if skip else words
    cut = [*words[:LONGEST_QUOTE_WORDS], "…"] if len(words) > LONGEST_QUOTE_WORDS else words
    return Markup("“{}”").format(harden(" ".join(cut)))


def _has(lookup: Lookup, variant: Variant, alike: int) -> Markup:
    letters = lookup.letters([place.version for place in variant.places])
    verb = "has" if len(letters) == 1 else "have"
    return Markup("{} {} {}").format(listed(letters), verb, _words(lookup, variant, alike))


def _words(lookup: Lookup, variant: Variant, alike: int = 0) -> Markup:
    """The words without a cue that stands among them; from shortly before they part, where that is far behind."""
    places = [Place(variant.places[0].version, piece) for piece in variant.pieces[0]]
    return quoted(lookup, *places, skip=alike - WORDS_BEFORE if alike > LONGEST_QUOTE_WORDS // 2 else 0)


def _lead(lookup: Lookup, variants: Sequence[Variant]) -> int:
    """How many words the variants have alike at their beginning."""
    texts = [
        " ".join(lookup.at(Place(variant.places[0].version, piece)) for piece in variant.pieces[0])
        for variant in variants
    ]
    columns = zip(*(LETTERS.findall(fold(text).text.casefold()) for text in texts), strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def _speaker(lookup: Lookup, wording: Wording) -> str:
    labels = [s.speaker.label for v in wording.variants for s in v.statements if s.speaker]
    profile = next((p for p in lookup.comparison.profiles if p.key == wording.profile), None)
    return profile.name if profile and profile.name in labels else next(iter(labels), "A speaker")


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup(", ").join(parts)


def _words_differ(lookup: Lookup, wording: Wording) -> Markup:
    quoting = [variant for variant in wording.variants if variant.quoted]
    exact = (
        "Unless they were said twice, at most one can be the exact wording."
        if len(quoting) == 2
        else "They cannot all be the exact wording."
    )
    return Markup("{}: {}. {}").format(
        harden(sentence(_speaker(lookup, wording)).removesuffix(".")),
        _joined(_has(lookup, variant, alike=_lead(lookup, quoting)) for variant in quoting),
        exact,
    )


def _retold(lookup: Lookup, wording: Wording) -> Markup:
    """Each version's own words: two that quote, or tell, may not do so alike."""
    parts: list[Markup] = []
    for variant in sorted(wording.variants, key=lambda variant: not variant.quoted):
        letters = lookup.letters([place.version for place in variant.places])
        verb = (
            ("quotes" if variant.quoted else "tells it without quotation marks")
            if len(letters) == 1
            else ("quote" if variant.quoted else "tell it without quotation marks")
        )
        whose = f" words of {_speaker(lookup, wording)}" if not parts else ""
        parts.append(Markup("{} {}{}: {}.").format(listed(letters), verb, harden(whose), _words(lookup, variant)))
    return Markup(" ").join(parts)


def _speaker_differs(lookup: Lookup, wording: Wording) -> Markup:
    parts: list[Markup] = []
    for variant in wording.variants:
        credited = [
            f"to {statement.speaker.label} in {lookup.letter(place.version)}"
            for place, statement in zip(variant.places, variant.statements, strict=True)
            if statement.speaker
        ]
        if credited:
            told = "{} {}" if parts else "The words {} are credited {}"
            parts.append(Markup(told).format(_words(lookup, variant), harden(listed(credited))))
    return Markup("{}.").format(Markup("; ").join(parts))


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


def _version_credited(lookup: Lookup, chains: tuple[Chain, ...], _: tuple[Place, ...]) -> Markup:
    crediting = chains[0].version
    credited = [v for v in lookup.versions if v != crediting and lookup.is_credited(chains[0], v)]
    return harden(
        f"{lookup.letter(crediting)} credits {listed([lookup.outlet(v) for v in credited])}, the outlet of "
        f"{listed(lookup.letters(credited))}, for {count_words(len(chains), 'statement')}. "
        "Where both have the same, it is one report and not two."
    )


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
    return Markup("In sentences that are otherwise alike {}.").format(_joined(told))


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
    FindingKind.RETOLD: _retold,
    FindingKind.SPEAKER_DIFFERS: _speaker_differs,
    FindingKind.CUE_DIFFERS: _cue_differs,
}
_CHAINS: dict[FindingKind, Callable[[Lookup, tuple[Chain, ...], tuple[Place, ...]], Markup]] = {
    FindingKind.CUE_DIFFERS: _cues_of_chains,
    FindingKind.UNNAMED_DESCRIBED_APART: _unnamed,
    FindingKind.CREDIT_DIFFERS: _credit,
    FindingKind.VERSION_CREDITED: _version_credited,
    FindingKind.STATEMENT_SINGLE: _statement_single,
}
