"""What one version has and no other one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from generator.compare.coverage import places_that_tell
from generator.compare.difference import Difference, Told
from generator.compare.words import Word, find_words
from generator.model import (
    Annotated,
    FindingKind,
    Likeness,
    Naming,
    Passage,
    Span,
    StatementKind,
)

SPEAKS_ELSEWHERE = 10_000
"""Outweighs the length of any quotation, in characters."""
LEAST_SAID = 4
"""Least number of telling words inside quotation marks that can be missed."""
HINT = 0.4
"""Share of a statement's telling words in one sentence that hints at the same being told there."""
RUN_WORDS = 4
"""… and so does a run of so many words with two telling ones."""


def find_single_statements(
    told: Sequence[Told], passages: Sequence[Passage], versions: Sequence[Annotated]
) -> Iterator[Difference]:
    """The quotation that weighs most in each version and is not found in another one; together one difference.

    Of a named speaker, or of one who speaks for somebody named.
    It weighs more where the speaker also speaks in another version, for there the reader misses words. Less likeness
    than a match of passages needs is enough to keep a statement out: that words are missing must be sure.
    """
    single = {passage.id for passage in passages if passage.likeness is Likeness.SINGLE}
    by_id = {version.id: version for version in versions}
    speaking: defaultdict[tuple[Naming, str], set[str]] = defaultdict(set)
    for item in told:
        if item.telling.teller:
            speaking[item.telling.teller].add(item.telling.id)
    found: list[tuple[float, Told]] = []
    for item in told:
        statement, teller = item.telling.statement, item.telling.teller
        if teller is None or statement.kind is StatementKind.INDIRECT or not item.telling.passages <= single:
            continue
        quoted = sum(len(span) for span in _quoted_spans(item, by_id[item.telling.id]))
        found.append((quoted + (SPEAKS_ELSEWHERE if len(speaking[teller]) > 1 else 0), item))
    copies = [_Copy.of(version) for version in versions]
    heaviest: dict[str, tuple[float, Told]] = {}
    for weight, item in sorted(found, key=lambda scored: -scored[0]):
        version = by_id[item.telling.id]
        words = [word for span in _quoted_spans(item, version) for word in find_words(version.article, span)]
        enough = len({word.stem for word in words if word.tells}) >= LEAST_SAID
        hinted = any(copy.hints_at(words) for copy in copies if copy.version != item.telling.id)
        if enough and not hinted:
            heaviest.setdefault(item.telling.id, (weight, item))
    kept = [heaviest[version.id] for version in versions if version.id in heaviest]
    if kept:
        yield Difference(
            kind=FindingKind.STATEMENT_SINGLE,
            weight=sum(weight for weight, _ in kept),
            evidence=tuple(item.place for _, item in kept),
            about=tuple(item.chain for _, item in kept),
        )


def _quoted_spans(item: Told, version: Annotated) -> list[Span]:
    """The quotations in the content: what is quoted by a word or two is told in the outlet's own words."""
    return [quotation.span for quotation in version.quotations if item.span.holds(quotation.span)]


@dataclass(frozen=True, slots=True)
class _Copy:
    """The words of one version, laid out to be searched."""

    version: str
    sentences: tuple[frozenset[str], ...]
    """The stems of each sentence."""
    runs: frozenset[tuple[str, ...]]
    """Every `RUN_WORDS` words in a row."""

    @classmethod
    def of(cls, version: Annotated) -> _Copy:
        sentences = [list(find_words(version.article, span)) for span in version.sentences]
        words = [word for sentence in sentences for word in sentence]
        return cls(
            version=version.id,
            sentences=tuple(frozenset(word.stem for word in sentence) for sentence in sentences),
            runs=frozenset(tuple(word.text for word in run) for run in _runs(words)),
        )

    def hints_at(self, words: Sequence[Word]) -> bool:
        """Whether a sentence has so many of the telling words, or so many words in a row, that it may tell the same."""
        stems = {word.stem for word in words if word.tells}
        return any(len(stems & sentence) >= HINT * len(stems) for sentence in self.sentences) or any(
            tuple(word.text for word in run) in self.runs and sum(word.tells for word in run) > 1
            for run in _runs(words)
        )


def _runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    return (words[at : at + RUN_WORDS] for at in range(len(words) - RUN_WORDS + 1))


def find_single_passages(
    passages: Sequence[Passage], versions: Sequence[Annotated], close: Set[str]
) -> Iterator[Difference]:
    """All passages that one version of `close` alone has, headlines and lines without a word aside: one difference."""
    telling = places_that_tell(versions)
    evidence = tuple(
        place
        for passage in passages
        if passage.likeness is Likeness.SINGLE
        for place in passage.places
        if place in telling and place.version in close
    )
    if evidence:
        yield Difference(kind=FindingKind.PASSAGE_SINGLE, weight=len(evidence), evidence=evidence, about=None)
