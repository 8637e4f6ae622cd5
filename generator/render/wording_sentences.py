"""What a finding says of one quotation: that its words or its speaker differ, or that it is retold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from markupsafe import Markup

from generator.anchors import fold
from generator.model import FindingKind, Place, Variant, Wording
from generator.phrases import listed, sentence
from generator.render.env import harden
from generator.render.lookup import Lookup
from generator.render.quoting import LONGEST_QUOTE_WORDS, quoted

WORDS_BEFORE = 6
"""So many words stand before those that differ, where a long quotation is the same at its beginning."""
LETTERS = re.compile(r"\S*\w\S*")


def tell_wording(lookup: Lookup, kind: FindingKind, wording: Wording) -> Markup:
    """Return the sentence of a finding whose subject is a quotation."""
    return _SENTENCES[kind](lookup, wording)


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


def _words_differ(lookup: Lookup, wording: Wording) -> Markup:
    quoting = [variant for variant in wording.variants if variant.quoted]
    exact = (
        "Unless they were said twice, at most one can be the exact wording."
        if len(quoting) == 2
        else "They cannot all be the exact wording."
    )
    return Markup("{}: {}. {}").format(
        harden(sentence(_speaker(lookup, wording)).removesuffix(".")),
        Markup(", ").join(_has(lookup, variant, alike=_lead(lookup, quoting)) for variant in quoting),
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


_SENTENCES: dict[FindingKind, Callable[[Lookup, Wording], Markup]] = {
    FindingKind.WORDS_DIFFER: _words_differ,
    FindingKind.RETOLD: _retold,
    FindingKind.SPEAKER_DIFFERS: _speaker_differs,
}
