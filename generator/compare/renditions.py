"""A quotation, or a retelling of one, as one version has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from generator.compare.alignment import Quote
from generator.compare.telling import Telling, passages_at, whole
from generator.compare.words import Word, find_words
from generator.model import Annotated, Article, Passage, Place, Span

LEAST_WORDS = 2
"""Shorter quotations are often labels, not somebody's sentence."""
LEAST_WITHIN = 0.5
"""Share of a neighbouring quotation that must stand in the other version's one quotation for the two to be one talk."""
MOST_BETWEEN_WORDS = 15
"""A cue with its source is no longer; what stands farther apart is not one talk."""


@dataclass(frozen=True, eq=False)
class Rendition:
    """One quotation, or a retelling of one, in one version; equal to itself only."""

    telling: Telling
    article: Article
    pieces: tuple[Span, ...]
    """In reading order; several where a cue parts what the speaker said in one breath."""
    passages: frozenset[str]
    quoted: bool = True

    @property
    def span(self) -> Span:
        return whole(self.pieces)

    @property
    def version(self) -> int:
        return self.telling.version

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for piece in self.pieces for word in find_words(self.article, piece))

    @cached_property
    def breaks(self) -> frozenset[int]:
        """The places of the words that open another piece."""
        opening = {next((word for word in self.words if piece.holds(word.span)), None) for piece in self.pieces[1:]}
        return frozenset(place for place, word in enumerate(self.words) if word in opening)

    @property
    def quote(self) -> Quote:
        return Quote(self.words, self.article.text, self.breaks)

    @cached_property
    def texts(self) -> list[str]:
        return [word.text for word in self.words]

    @cached_property
    def telling_stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words if word.tells)


def find_renditions(
    version: Annotated, tellings: Sequence[Telling], passages: Sequence[Passage]
) -> Iterator[Rendition]:
    """Yield the quotations of a version that a sure (or confirmed) statement holds, in reading order.

    Each belongs to the innermost statement around it. Missed on purpose: a single word between quotation marks.
    """
    at = passages_at(passages)
    ours = [telling for telling in tellings if telling.id == version.id]
    for quotation in version.quotations:
        holders = [telling for telling in ours if any(part.meets(quotation.span) for part in telling.statement.content)]
        if not holders:
            continue
        innermost = min(holders, key=lambda telling: len(whole(telling.statement.content)))
        here = (Place(version.id, span) for span in version.sentences if span.meets(quotation.span))
        passages_here = frozenset(at[place] for place in here if place in at)
        quoted = Rendition(innermost, version.article, (quotation.span,), passages_here)
        if len(quoted.words) >= LEAST_WORDS:
            yield quoted


def words_in_common(left: Rendition, right: Rendition) -> int:
    """Return how many words both have in the same order."""
    return LCSseq.similarity(left.texts, right.texts)


def share_in_common(left: Rendition, right: Rendition) -> float:
    """Return Dice's coefficient of the words in common, from 0 to 1."""
    return 2 * words_in_common(left, right) / (len(left.words) + len(right.words))


def read_on(group: Sequence[Rendition], quoted: Sequence[Rendition], versions: Sequence[Annotated]) -> list[Rendition]:
    """Return the quotations, each with its neighbours that another version has within one pair of marks.

    One version has “If you wait, you lose,”; the other “If you wait,” he said, “you lose.” A neighbour that no sure
    statement holds (“If you wait,” came the reply) reads on only where the other version has every word of it.
    """
    grown = list(group)
    for place, item in enumerate(group):
        own = [other for other in quoted if other.version == item.version and _one_mouth(item, other)]
        loose = list(_find_loose(item, versions[item.version]))
        own = sorted([*own, *loose], key=lambda other: other.span)
        at = own.index(item)
        others = [other for other in grown if other.version != item.version]
        for neighbours in (own[at + 1 :], own[:at][::-1]):
            for neighbour in neighbours:
                joined = _joined(grown[place], neighbour)
                between = len(list(find_words(item.article, joined.span))) - len(joined.words)
                least = 1 if neighbour in loose else LEAST_WITHIN
                if between > MOST_BETWEEN_WORDS or not any(
                    _brings(grown[place], joined, neighbour, other, least) for other in others
                ):
                    break
                grown[place] = joined
    return grown


def _find_loose(item: Rendition, version: Annotated) -> Iterator[Rendition]:
    """Yield the quotations that no sure statement holds, and none that credits them to somebody else."""
    speaker = item.telling.statement.speaker
    for quotation in version.quotations:
        holders = [s for s in version.statements if any(part.meets(quotation.span) for part in s.content)]
        if all(not holder.sure and holder.speaker in (None, speaker) for holder in holders):
            loose = Rendition(item.telling, version.article, (quotation.span,), item.passages)
            if len(loose.words) >= LEAST_WORDS:
                yield loose


def _one_mouth(left: Rendition, right: Rendition) -> bool:
    ours, theirs = left.telling, right.telling
    return ours.statement == theirs.statement or (ours.teller is not None and ours.teller == theirs.teller)


def _joined(left: Rendition, right: Rendition) -> Rendition:
    pieces = tuple(sorted({*left.pieces, *right.pieces}))
    return Rendition(left.telling, left.article, pieces, left.passages | right.passages)


def _brings(item: Rendition, joined: Rendition, neighbour: Rendition, other: Rendition, least: float) -> bool:
    """Whether `other` has that share of the neighbour's words, beside those that it shares with the item already."""
    brought = words_in_common(joined, other) - words_in_common(item, other)
    return brought >= max(LEAST_WORDS, least * len(neighbour.words))
