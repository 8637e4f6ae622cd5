"""What a page may say of a sentence that one version alone has: by languages, and by how closely versions go along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.languages import language_name
from generator.model import Kinship, Likeness, Passage, Relation
from generator.phrases import count, listed
from generator.render.lookup import Lookup


def compared_with(lookup: Lookup, version: str) -> list[str]:
    """Ids of the other versions that its sentences were looked for in: those in its language."""
    return [other for other, kinship in _kin(lookup, version) if kinship.relation is not Relation.UNTRANSLATED]


def marks_singles(lookup: Lookup, version: str) -> bool:
    """Whether a sentence that the version alone has tells anything: only beside a version that goes along with it.

    In reports that share few sentences the mark would stand on nearly all of them, and what is missing may only be told
    in other words.
    """
    return any(kinship.relation is Relation.CLOSE for _, kinship in _kin(lookup, version))


def tell_likeness(lookup: Lookup, passage: Passage) -> str:
    """How alike its wordings are, as pages print it; "one version only" speaks of versions in its language alone."""
    if passage.likeness is Likeness.SINGLE and len(compared_with(lookup, passage.places[0].version)) + 1 < len(
        lookup.versions
    ):
        return "found in one version of its language only"
    return passage.likeness


def tell_languages(lookup: Lookup) -> str:
    """Which versions are in which language, and that nothing is translated; empty where all are in one language."""
    if all(kinship.relation is not Relation.UNTRANSLATED for kinship in lookup.comparison.kinship):
        return ""
    by_language: dict[str, list[str]] = {}
    for version in lookup.explained.versions:
        by_language.setdefault(language_name(version.article), []).append(version.id)
    told = [f"{listed(lookup.letters(ids))} {_is(ids)} in {language}" for language, ids in by_language.items()]
    return (
        f"{listed(told)}. Nothing is translated here, so a sentence is looked for only in versions in its own "
        "language. Whether a version in another language tells the same, the rules cannot say."
    )


def tell_counterparts(lookup: Lookup) -> str:
    """Of versions that share few sentences: how many are without a counterpart; empty where there is no such one."""
    apart = [version for version in lookup.versions if _is_apart(lookup, version)]
    if not apart:
        return ""
    if len(apart) == len(lookup.versions):
        return f"{_without(lookup, apart, 'these versions')} Each tells the story mostly in sentences of its own. {_SO}"
    each = " ".join(_without(lookup, [version], lookup.letter(version)) for version in apart)
    tell = "tells" if len(apart) == 1 else "tell"
    return f"{each} {listed(lookup.letters(apart))} {tell} the story mostly in sentences of {_its(apart)} own. {_SO}"


def tell_counterparts_of(lookup: Lookup, version: str) -> str:
    """The same for the page of one version; empty where what it alone has is marked, or nothing was looked for."""
    if not _is_apart(lookup, version):
        return ""
    others = listed(lookup.letters(compared_with(lookup, version)), "or")
    return (
        f"{_without(lookup, [version], 'this version', f'in {others}')} So what stands here only is not marked. {_SO}"
    )


_SO = "What one alone has says little here: the others may tell the same in other words, or a copy may be cut."


def _without(lookup: Lookup, versions: Sequence[str], of: str, where: str = "in another version") -> str:
    alone, every = (sum(numbers) for numbers in zip(*(_counted(lookup, version) for version in versions), strict=True))
    if every == 1:
        return f"The rules found no counterpart {where} for the only sentence of {of}."
    if alone == every:
        return f"The rules found no counterpart {where} for any of the {count(every, 'sentence')} of {of}."
    return f"The rules found no counterpart {where} for {alone} of the {count(every, 'sentence')} of {of}."


def _counted(lookup: Lookup, version: str) -> tuple[int, int]:
    """How many sentences of a version it alone has, and how many it has; headlines left out."""
    rows = [row for row in lookup.comparison.coverage if any(p.version == version for p in row.passage.places)]
    sentences = [(row.passage.likeness, p) for row in rows for p in row.passage.places if p.version == version]
    return sum(likeness is Likeness.SINGLE for likeness, _ in sentences), len(sentences)


def _is_apart(lookup: Lookup, version: str) -> bool:
    compared = bool(compared_with(lookup, version)) and not marks_singles(lookup, version)
    return compared and _counted(lookup, version)[0] > 0


def _kin(lookup: Lookup, version: str) -> Iterator[tuple[str, Kinship]]:
    for kinship in lookup.comparison.kinship:
        if version in (kinship.left, kinship.right):
            yield kinship.right if version == kinship.left else kinship.left, kinship


def _is(versions: Sequence[str]) -> str:
    return "is" if len(versions) == 1 else "are"


def _its(versions: Sequence[str]) -> str:
    return "its" if len(versions) == 1 else "their"
