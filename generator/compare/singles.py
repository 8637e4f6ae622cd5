"""What one version has and no other one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.compare.difference import Difference, Told
from generator.compare.words import find_words
from generator.model import (
    Annotated,
    BlockKind,
    FindingKind,
    Likeness,
    Naming,
    Passage,
    Place,
    StatementKind,
)

SPEAKS_ELSEWHERE = 10_000
"""Outweighs the length of any quotation, in characters."""
LEAST_SAID = 4
"""Least number of telling words of a statement that can be missed."""
HINT = 0.4
"""Share of a statement's telling words in one sentence that hints at the same being told there."""
RUN_WORDS = 4
"""… and so does a run of so many words with two telling ones."""


def find_single_statements(
    told: Sequence[Told], passages: Sequence[Passage], versions: Sequence[Annotated]
) -> Iterator[Difference]:
    """The quotation of a named speaker that weighs most in each version and is not found in another one.

    It weighs more where the speaker also speaks in another version, for there the reader misses words. Less likeness
    than a match of passages needs is enough to keep a statement out: that words are missing must be sure.
    """
    single = {passage.id for passage in passages if passage.likeness is Likeness.SINGLE}
    articles = {version.id: version.article for version in versions}
    speaking: defaultdict[tuple[Naming, str], set[str]] = defaultdict(set)
    for item in told:
        if item.telling.teller:
            speaking[item.telling.teller].add(item.telling.id)
    found: list[tuple[float, Told]] = []
    for item in told:
        statement, teller = item.telling.statement, item.telling.teller
        if teller is None or statement.kind is StatementKind.INDIRECT or not item.telling.passages <= single:
            continue
        found.append((len(item.span) + (SPEAKS_ELSEWHERE if len(speaking[teller]) > 1 else 0), item))
    done: set[str] = set()
    for weight, item in sorted(found, key=lambda scored: -scored[0]):
        said = {word.stem for word in find_words(articles[item.telling.id], item.span) if word.tells}
        if item.telling.id in done or len(said) < LEAST_SAID or _hinted_elsewhere(item, said, versions):
            continue
        done.add(item.telling.id)
        yield Difference(kind=FindingKind.STATEMENT_SINGLE, weight=weight, evidence=(item.place,), about=(item.chain,))


def _hinted_elsewhere(item: Told, said: set[str], versions: Sequence[Annotated]) -> bool:
    """Whether a sentence of another version has so many of the words that it may tell the same."""
    return any(
        len(said & {word.stem for word in find_words(version.article, sentence)}) >= HINT * len(said)
        for version in versions
        if version.id != item.telling.id
        for sentence in version.sentences
    ) or any(_have_a_run(item, version, versions) for version in versions if version.id != item.telling.id)


def _have_a_run(item: Told, other: Annotated, versions: Sequence[Annotated]) -> bool:
    article = next(version.article for version in versions if version.id == item.telling.id)
    ours = list(find_words(article, item.span))
    theirs = [word.text for block in other.article.blocks for word in find_words(other.article, block.span)]
    runs = {tuple(theirs[at : at + RUN_WORDS]) for at in range(len(theirs) - RUN_WORDS + 1)}
    return any(
        tuple(word.text for word in ours[at : at + RUN_WORDS]) in runs
        and sum(word.tells for word in ours[at : at + RUN_WORDS]) > 1
        for at in range(len(ours) - RUN_WORDS + 1)
    )


def find_single_passages(passages: Sequence[Passage], versions: Sequence[Annotated]) -> Iterator[Difference]:
    """All passages that one version alone has, headlines and lines without a word aside, as one difference."""
    articles = {version.id: version.article for version in versions}
    headlines = [
        Place(version.id, block.span)
        for version in versions
        for block in version.article.blocks
        if block.kind is not BlockKind.PARAGRAPH
    ]
    evidence = tuple(
        place
        for passage in passages
        if passage.likeness is Likeness.SINGLE
        for place in passage.places
        if not any(headline.version == place.version and headline.span.holds(place.span) for headline in headlines)
        and any(find_words(articles[place.version], place.span))
    )
    if evidence:
        yield Difference(kind=FindingKind.PASSAGE_SINGLE, weight=len(evidence), evidence=evidence, about=None)
