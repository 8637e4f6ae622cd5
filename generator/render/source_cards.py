"""A card for each source: what IMVAIN asks of it, and for the unnamed what the text gives away of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Anonymity, Chain, Naming, Origin, Place, Span, StatementKind
from generator.phrases import listed, sentence
from generator.render.contrast import share_of_words
from generator.render.evidence import find_evidence
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.people import NAMING, Link, origin_link, origin_words
from generator.render.quoting import cites

QUESTIONS: Mapping[str, tuple[str, Callable[[Anonymity], Span | None]]] = {
    "How many?": ("how many", lambda anonymity: anonymity.number),
    "What kind of source?": ("what kind of source", lambda anonymity: anonymity.described),
    "How do they know?": ("how they know", lambda anonymity: anonymity.knows),
    "Why no name?": ("why no name is given", lambda anonymity: anonymity.reason),
}
"""What can be asked of an unnamed source, what a sentence calls it that says that the text does not say, and the words
that answer it."""
SHARED_WORDS = 0.6
"""Share of the shorter statement's words from which two statements of one passage are taken for the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the text says in answer to one question, in its own words."""

    question: str
    said: str
    cites: Markup
    """Empty where the card names the place already."""


@dataclass(frozen=True, slots=True)
class UnnamedCard:
    label: str
    cites: Markup
    answers: tuple[Answer, ...]
    silent: str
    """What the text does not say of them: `how many or how they know`; may be empty."""


@dataclass(frozen=True, slots=True)
class SourceCard:
    """The parts of IMVAIN that can be read off the page; the others stay questions."""

    source: Link
    cites: Markup
    multiple: str
    """Empty: the rules found nobody else who is credited with the same."""
    verifies: str
    """Empty: no word of `evidence.toml` stands beside what is said."""
    evidence: Markup
    named: str


def chains_by_origin(lookup: Lookup) -> Mapping[str, list[Chain]]:
    """Chains of each origin, origins in the order in which the versions bring them."""
    chains: dict[str, list[Chain]] = defaultdict(list)
    for chain in lookup.comparison.chains:
        chains[chain.origin].append(chain)
    return chains


def unnamed_cards(lookup: Lookup, here: Here) -> Iterator[UnnamedCard]:
    """Yield a card for each unnamed source: of one version each, for the unnamed are never taken for the same."""
    for key, chains in chains_by_origin(lookup).items():
        origin = lookup.origins[key]
        if origin.naming is Naming.UNNAMED:
            said = {question: _answer(lookup, here, question, chains) for question in QUESTIONS}
            yield UnnamedCard(
                label=origin_words(origin),
                cites=cites(lookup, here, _places(chains)),
                answers=tuple(answer for answer in said.values() if answer),
                silent=listed([QUESTIONS[question][0] for question, answer in said.items() if not answer], "or"),
            )


def _answer(lookup: Lookup, here: Here, question: str, chains: Sequence[Chain]) -> Answer | None:
    """The words of the text that answer a question; None where it does not say."""
    _, read = QUESTIONS[question]
    places = [
        Place(chain.version, span)
        for chain in chains
        if chain.statement.anonymity and (span := read(chain.statement.anonymity))
    ]
    if not places:
        return None
    words = dict.fromkeys(f"“{lookup.at(place)}”" for place in places)
    stamps = cites(lookup, here, places)
    known = stamps == cites(lookup, here, _places(chains))
    return Answer(question, listed(list(words)), Markup("") if known else stamps)


def source_cards(lookup: Lookup, here: Here) -> Iterator[SourceCard]:
    for key, chains in chains_by_origin(lookup).items():
        origin = lookup.origins[key]
        evidence = [
            Place(chain.version, span)
            for chain in chains
            for span in find_evidence(lookup.versions[chain.version], chain.statement)
        ]
        yield SourceCard(
            source=origin_link(lookup, here, origin),
            cites=cites(lookup, here, _places(chains)),
            multiple=multiple(lookup, origin, chains),
            verifies=_verifies(lookup, evidence),
            evidence=cites(lookup, here, evidence),
            named=sentence(f"{NAMING[origin.naming]}{tell_of(chains)}"),
        )


def tell_of(chains: Sequence[Chain]) -> str:
    """That a source is only told of in the outlet's words, where no statement is one of saying something."""
    statements = [chain.statement for chain in chains]
    if any(statement.kind is not StatementKind.INDIRECT for statement in statements):
        return ""
    if all(statement.denial for statement in statements):
        return "; a denial is told of, in the outlet's words"
    stances = all(statement.stance for statement in statements)
    return "; only an act or a view is told of, in the outlet's words" if stances else ""


def multiple(lookup: Lookup, origin: Origin, chains: Sequence[Chain]) -> str:
    """Say who else is credited with the same, as far as the rules found; empty where nobody is."""
    together = list(find_together(lookup, origin))
    known = {origin.key, *(other.key for other, _ in together)}
    told: dict[str, None] = {}
    others: dict[str, None] = {}
    for chain in chains:
        for other in same_statement(lookup, chain):
            if other.origin in known:
                continue
            if one_report := _one_report(lookup, chain, other) or _one_report(lookup, other, chain):
                told[one_report] = None
            else:
                others[_in_version(lookup, other)] = None
    if others:
        told[f"The same is credited to {listed(list(others))}."] = None
        told["Ask whether they are different people, and whether each knew it first-hand."] = None
    return " ".join([*told, *(words for _, words in together)])


def _one_report(lookup: Lookup, crediting: Chain, credited: Chain) -> str:
    """Say that one version has it from the outlet of the other; empty where it does not credit that outlet."""
    if not lookup.is_credited(crediting, credited.version):
        return ""
    outlet = f"{lookup.outlet(credited.version)}, the outlet of {lookup.letter(credited.version)}"
    return f"{lookup.letter(crediting.version)} credits {outlet}, for it: one report, not two."


def find_together(lookup: Lookup, origin: Origin) -> Iterator[tuple[Origin, str]]:
    """Yield the sources that this one speaks together with as one, or that it is made up of, each with a sentence."""
    for key, members in lookup.members.items():
        joint = lookup.origins[key]
        if origin.profile in members and origin.naming is Naming.NAMED:
            yield joint, f"Also speaks together with others: {joint.label}, in {_letters(lookup, joint)}."
        elif origin.key == key:
            for member in lookup.origins.values():
                if member.profile in members and member.naming is Naming.NAMED:
                    yield member, f"{member.label} also speaks alone, in {_letters(lookup, member)}."


def _letters(lookup: Lookup, origin: Origin) -> str:
    return listed(lookup.letters([c.version for c in lookup.comparison.chains if c.origin == origin.key]))


def _in_version(lookup: Lookup, chain: Chain) -> str:
    return f"{origin_words(lookup.origins[chain.origin])} in {lookup.letter(chain.version)}"


def same_statement(lookup: Lookup, chain: Chain) -> Iterator[Chain]:
    """Yield the chains of other versions for the same statement.

    They are the same where they are wordings of one quotation, or where they stand in one passage, both as claims or
    both as denials, and share many words: a sentence may hold more than one statement.
    """
    wording = lookup.wording(chain.version, chain.statement)
    passages = _passage_ids(lookup, chain)
    for other in lookup.comparison.chains:
        if other.version == chain.version:
            continue
        other_wording = lookup.wording(other.version, other.statement)
        if wording and other_wording:
            if wording == other_wording:
                yield other
        elif (
            passages & _passage_ids(lookup, other)
            and chain.statement.denial is other.statement.denial
            and share_of_words(lookup, _contents(chain), _contents(other)) >= SHARED_WORDS
        ):
            yield other


def _contents(chain: Chain) -> list[Place]:
    return [Place(chain.version, span) for span in chain.statement.content]


def _passage_ids(lookup: Lookup, chain: Chain) -> set[str]:
    return {p.id for span in chain.statement.content for p in lookup.passages_in(chain.version, span)}


def _verifies(lookup: Lookup, evidence: Sequence[Place]) -> str:
    if not evidence:
        return ""
    visible = [place for place in evidence if lookup.shows(place)]
    words = dict.fromkeys(f"“{lookup.at(place)}”" for place in visible)
    told = f": {listed(list(words))}" if words else ", withheld in this excerpt"
    return f"Words beside it that point to something one could look up{told}."


def _places(chains: Iterable[Chain]) -> list[Place]:
    return [Place(chain.version, chain.statement.content[0]) for chain in chains]
