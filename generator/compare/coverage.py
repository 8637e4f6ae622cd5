"""Which version's copy has which passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Annotated, BlockKind, CoverageRow, Passage


def find_coverage(passages: Sequence[Passage], versions: Sequence[Annotated]) -> Iterator[CoverageRow]:
    """Yield one row a passage: those that the fewest versions have first, then in the order of the story.

    Passages that are headlines only have no row: each version has one of its own.
    """
    headlines = {
        (version.id, block.span)
        for version in versions
        for block in version.article.blocks
        if block.kind is not BlockKind.PARAGRAPH
    }
    rows = []
    for passage in passages:
        if all(
            any(id_ == place.version and span.holds(place.span) for id_, span in headlines) for place in passage.places
        ):
            continue
        having = {place.version for place in passage.places}
        missing = tuple(version.id for version in versions if version.id not in having)
        rows.append(CoverageRow(passage=passage, missing=missing))
    yield from sorted(rows, key=lambda row: -len(row.missing))
