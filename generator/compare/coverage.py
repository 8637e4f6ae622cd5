"""Which version's copy has which passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compare.words import find_words
from generator.languages import one_language
from generator.model import Annotated, BlockKind, CoverageRow, Passage, Place


def find_coverage(passages: Sequence[Passage], versions: Sequence[Annotated]) -> Iterator[CoverageRow]:
    """Yield one row a passage: those that the fewest versions have first, then in the order of the story.

    Passages that are headlines only have no row, for each version has one of its own; nor have lines without a word.
    Nothing is translated: what is found in no version of a language is not looked for in that language.
    """
    telling = places_that_tell(versions)
    articles = {version.id: version.article for version in versions}
    rows = []
    for passage in passages:
        if telling.isdisjoint(passage.places):
            continue
        having = {place.version for place in passage.places}
        lacking = [version.id for version in versions if version.id not in having]
        missing = tuple(id_ for id_ in lacking if any(one_language(articles[id_], articles[has]) for has in having))
        uncompared = tuple(id_ for id_ in lacking if id_ not in missing)
        rows.append(CoverageRow(passage=passage, missing=missing, uncompared=uncompared))
    yield from sorted(rows, key=lambda row: -len(row.missing))


def places_that_tell(versions: Sequence[Annotated]) -> set[Place]:
    """The sentences that another copy can be said to lack: not headlines, nor lines without a word such as `* * *`."""
    return {
        Place(version.id, sentence)
        for version in versions
        for block in version.article.blocks
        if block.kind is BlockKind.PARAGRAPH
        for sentence in version.sentences
        if block.span.holds(sentence) and any(find_words(version.article, sentence))
    }
