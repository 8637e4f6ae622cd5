"""What a finding says of statements and the way they came: who is credited, how an unnamed source is described."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from generator.model import Chain, FindingKind, Place, Statement
from generator.phrases import count_words, listed, sentence
from generator.render.env import harden
from generator.render.lookup import Lookup
from generator.render.quoting import quoted


def tell_chains(lookup: Lookup, kind: FindingKind, chains: tuple[Chain, ...], evidence: tuple[Place, ...]) -> Markup:
    """Return the sentence of a finding whose subject is statements; `evidence` is the finding's."""
    return _SENTENCES[kind](lookup, chains, evidence)


def _cues_differ(lookup: Lookup, chains: tuple[Chain, ...], evidence: tuple[Place, ...]) -> Markup:
    verbs = Markup(", ").join(
        Markup("{} writes {}").format(lookup.letter(p.version), quoted(lookup, p)) for p in evidence
    )
    return Markup("Words of {} come with another reporting verb: {}.").format(
        harden(_label(chains[0].statement)), verbs
    )


def _unnamed(lookup: Lookup, chains: tuple[Chain, ...], _: tuple[Place, ...]) -> Markup:
    named = [
        Markup("{} has “{}”").format(lookup.letter(chain.version), harden(_label(chain.statement))) for chain in chains
    ]
    return Markup("One passage rests on sources without a name, and they are described differently: {}.").format(
        Markup(", ").join(named)
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


_SENTENCES: dict[FindingKind, Callable[[Lookup, tuple[Chain, ...], tuple[Place, ...]], Markup]] = {
    FindingKind.CUE_DIFFERS: _cues_differ,
    FindingKind.UNNAMED_DESCRIBED_APART: _unnamed,
    FindingKind.CREDIT_DIFFERS: _credit,
    FindingKind.VERSION_CREDITED: _version_credited,
    FindingKind.STATEMENT_SINGLE: _statement_single,
}
