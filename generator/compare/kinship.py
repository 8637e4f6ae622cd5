"""How much text two versions share, word for word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from generator.compare.coverage import places_that_tell
from generator.compare.words import Word, find_words
from generator.languages import one_language
from generator.model import Annotated, Article, Kinship, Passage, Place, Relation, Span

RUN_WORDS = 5
"""Least length of a shared run. Shorter ones are often names, titles and set phrases (see Clough, Gaizauskas, Piao and
Wilks, "METER: Measuring TExt Reuse", 2002, who weigh runs by their length for the same reason)."""

LEAST_TOLD = 2
"""Least number of telling words in a run outside names, titles and times: “Harbour Minister Ann Reed on Monday” stands
in every report, whoever wrote it."""

MOST_REPEATS = 20
"""Further places of words that a version repeats are not looked at, so that the time stays linear."""

CLOSE = 0.5
"""Share of the sentences of one version that have a partner in the other, from which on the two go together. Of 150
pairs of reports by three newsrooms (BASIL, Fan et al., 2019) four reach it; each shares a hundred words in runs."""


def find_kinship(versions: Sequence[Annotated], passages: Sequence[Passage]) -> Iterator[Kinship]:
    """Yield one kinship a pair of versions, left before right in version order.

    A run is `RUN_WORDS` words or more in the same order, case and punctuation aside, inside one paragraph of each
    version. The runs of a pair are disjoint in the left version; the longest that starts at a word is taken. What is
    only names, titles and times is no run.
    """
    twins = find_twins(versions)
    telling = places_that_tell(versions)
    words = {version.id: _words(version) for version in versions}
    for left, right in combinations(versions, 2):
        found = _runs(words[left.id], words[right.id])
        told = (run for run in found if not _only_named(left, words[left.id][run[0] : run[0] + run[2]]))
        runs = sorted(told, key=lambda run: (-run[2], run[0]))
        yield Kinship(
            left=left.id,
            right=right.id,
            relation=_relation(left, right, passages, telling),
            same_text=twins[left.id] == twins[right.id],
            shared_words=_words_in(left.article, [_span(words[left.id], start, length) for start, _, length in runs]),
            run_words=RUN_WORDS,
            runs=tuple(
                (
                    Place(left.id, _span(words[left.id], start, length)),
                    Place(right.id, _span(words[right.id], there, length)),
                )
                for start, there, length in runs
            ),
        )


def find_twins(versions: Sequence[Annotated]) -> Mapping[str, str]:
    """The id of the first version with the same words in the same order, by the id of each; headlines count."""
    firsts: dict[tuple[str, ...], str] = {}
    return {
        version.id: firsts.setdefault(words, version.id) if words else version.id
        for version in versions
        for words in [
            tuple(word.text for block in version.article.blocks for word in find_words(version.article, block.span))
        ]
    }


def _only_named(version: Annotated, run: Sequence[Word]) -> bool:
    """Whether a run is mostly names, titles and times, with fewer than `LEAST_TOLD` telling words beside them."""
    whole = Span(run[0].span.start, run[-1].span.end)
    marked = [span for actor in version.actors for span in (*actor.mentions, *actor.titles) if span.meets(whole)]
    marked += [time.span for time in version.times if time.span.meets(whole)]
    beside = [
        word
        for word in run
        if not version.article.text[word.span.start].isupper() and not any(span.meets(word.span) for span in marked)
    ]
    return 2 * len(beside) < len(run) and sum(word.tells for word in beside) < LEAST_TOLD


def _relation(left: Annotated, right: Annotated, passages: Sequence[Passage], telling: Set[Place]) -> Relation:
    """A short version that the other holds whole is close to it, however much the other has besides."""
    if not one_language(left.article, right.article):
        return Relation.UNTRANSLATED
    pair = {left.id, right.id}
    partnered = Counter(
        place.version
        for passage in passages
        if pair <= {place.version for place in passage.places}
        for place in passage.places
        if place in telling
    )
    sentences = Counter(place.version for place in telling)
    close = any(sentences[id_] and partnered[id_] >= CLOSE * sentences[id_] for id_ in pair)
    return Relation.CLOSE if close else Relation.APART


def _words(version: Annotated) -> list[Word]:
    """The words of the version, and behind each paragraph one that no other version has, so that no run crosses it."""
    found: list[Word] = []
    for block in version.article.blocks:
        found += find_words(version.article, block.span)
        found.append(Word(f"\n{version.id}", block.span))
    return found


def _runs(left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Yield (start in the left words, start in the right words, length), disjoint in the left, in reading order."""
    ours, theirs = [word.text for word in left], [word.text for word in right]
    starts: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for there in range(len(theirs) - RUN_WORDS + 1):
        found_at = starts[tuple(theirs[there : there + RUN_WORDS])]
        if len(found_at) < MOST_REPEATS:
            found_at.append(there)
    at = 0
    while at <= len(ours) - RUN_WORDS:
        found = [(_run_words(ours, at, theirs, there), -there) for there in starts[tuple(ours[at : at + RUN_WORDS])]]
        if not found:
            at += 1
            continue
        length, there = max(found)
        yield at, -there, length
        at += length


def _run_words(ours: Sequence[str], at: int, theirs: Sequence[str], there: int) -> int:
    most = min(len(ours) - at, len(theirs) - there)
    return next((i for i in range(most) if ours[at + i] != theirs[there + i]), most)


def _words_in(article: Article, runs: Sequence[Span]) -> int:
    """How many of the words that `Article.words` counts stand in a run, if only in part: next-generation is one."""
    ordered = sorted(runs)
    starts = [run.start for run in ordered]
    return sum(
        ordered[bisect_left(starts, word.end()) - 1].end > word.start()
        for word in re.finditer(r"\S+", article.text)
        if starts and starts[0] < word.end()
    )


def _span(words: Sequence[Word], start: int, length: int) -> Span:
    return Span(words[start].span.start, words[start + length - 1].span.end)
