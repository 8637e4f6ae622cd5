"""The same quotation in each version that has it: every wording an equal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import OTHER_WORDS, Naming, Place, Statement, Variant, Wording, WordingChange
from generator.phrases import listed, sentence
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.people import Link, cue_as_written, headed, open_words, speaker_link, speaker_words
from generator.render.quoting import Excerpt, cites, excerpt

APART = frozenset(WordingChange) - {WordingChange.IDENTICAL, WordingChange.PUNCTUATION}
"""Changes that a reader should look at; the others are none, or punctuation."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited in one version, with the reporting verb."""

    cites: Markup
    speaker: Link
    cue: str


@dataclass(frozen=True, slots=True)
class VariantView:
    credits: tuple[Credit, ...]
    excerpt: Excerpt
    told: str
    """That the words are retold, where they are; else empty."""


@dataclass(frozen=True, slots=True)
class WordingRow:
    fragment: str
    speaker: Link
    changes: str
    variants: tuple[VariantView, ...]
    verdict: str
    """What can be said of the exact words; empty where the quoted words agree."""


def make_wordings(lookup: Lookup, here: Here) -> tuple[tuple[WordingRow, ...], tuple[WordingRow, ...]]:
    """Return the wordings that differ, then those that every version gives alike."""
    apart = [w for w in lookup.comparison.wordings if APART.intersection(w.changes)]
    alike = [w for w in lookup.comparison.wordings if not APART.intersection(w.changes)]
    return tuple(make_row(lookup, here, w) for w in apart), tuple(make_row(lookup, here, w) for w in alike)


def make_row(lookup: Lookup, here: Here, wording: Wording) -> WordingRow:
    return WordingRow(
        fragment=wording.id,
        speaker=_speaker(lookup, here, wording),
        changes=sentence("; ".join(wording.changes)),
        variants=tuple(_variant(lookup, here, variant) for variant in wording.variants),
        verdict=verdict(wording),
    )


def verdict(wording: Wording) -> str:
    """Say how many of the wordings can be exact, where words in quotation marks are not the same ones."""
    quoted = sum(variant.quoted for variant in wording.variants)
    if not OTHER_WORDS.intersection(wording.changes) or quoted < 2:
        return ""
    if quoted < len(wording.variants):
        return (
            "Those in quotation marks have different words. Unless they were said more than once, at most one can be "
            "the exact wording."
        )
    if quoted == 2:
        return "Both stand in quotation marks. Unless they were said twice, at most one can be the exact wording."
    return "These stand in quotation marks with different words. They cannot all be the exact wording."


def _variant(lookup: Lookup, here: Here, variant: Variant) -> VariantView:
    return VariantView(
        credits=tuple(
            _credit(lookup, here, place, statement)
            for place, statement in zip(variant.places, variant.statements, strict=True)
        ),
        excerpt=excerpt(lookup, here, variant.places[:1], variant.differing),
        told="" if variant.quoted else "told without quotation marks",
    )


def _credit(lookup: Lookup, here: Here, place: Place, statement: Statement) -> Credit:
    return Credit(
        cites=cites(lookup, here, [place]),
        speaker=speaker_link(lookup, here, place.version, statement),
        cue=cue_as_written(lookup, place.version, statement),
    )


def _speaker(lookup: Lookup, here: Here, wording: Wording) -> Link:
    """The speaker, where all versions agree on one; else every label, and who leaves it open where."""
    told = [(p.version, s) for v in wording.variants for p, s in zip(v.places, v.statements, strict=True)]
    links = dict.fromkeys(speaker_link(lookup, here, version, statement) for version, statement in told)
    if len({link.words for link in links}) == 1:
        return replace(next(iter(links)), words=headed(next(iter(links)).words))
    profile = next((p for p in lookup.comparison.profiles if p.key == wording.profile), None)
    if profile and all(s.speaker and s.speaker.naming is Naming.NAMED for _, s in told):
        return Link(profile.name, lookup.profile_href(here, profile.key))
    known = dict.fromkeys(speaker_words(s.speaker) for _, s in told if s.speaker)
    left_open: dict[str, list[str]] = defaultdict(list)
    for version, statement in told:
        if statement.speaker is None:
            left_open[open_words(lookup, version, statement)].append(version)
    opened = [f"in {listed(lookup.letters(versions))} {words}" for words, versions in left_open.items()]
    return Link(headed("; ".join([*([listed(list(known), "or")] if known else []), *opened])), "")
