"""Which sentences of the versions say the same, reworded or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from generator.anchors import find_quote
from generator.compare.clusters import cluster
from generator.compare.likeness import Likenesses, Sentence, longest_run, share_a_setting_only, shared_telling_words
from generator.compare.words import find_words
from generator.languages import one_language
from generator.model import EDITOR, Anchor, Annotated, BlockKind, Likeness, Match, Passage, Place, Rule

ALIKE = 0.37
"""Least likeness of two sentences that say the same. A wrong match misleads, a missed one only tells less: chosen by
reading the matches of 25 stories of three outlets (BASIL, Fan et al., 2019), of which 115 of 119 reworded ones were
right; of those of the 25 stories kept back, 83 of 87."""
TOLD_ALIKE = 0.15
"""Least likeness of what is told: the same speaker saying two things is no match."""
ALIKE_AMONG_ALL = 0.25
"""Least mean likeness of all sentences of two groups that are joined."""
TELLING_WORDS = 4
"""Least number of words, short ones aside, that both must have; one less where the sentences are close, and none where
one is nearly the other."""
FAINT = 0.42
"""Below this likeness two sentences must have one word more in common, a number, or a stretch of `STRETCH` words:
“last season” and “fifth place” stand in more than one story."""
STRETCH = 5
CLOSE = 0.6
NEARLY_THE_SAME = 0.8
HELD_BY_TWO = 0.55
"""Least likeness of the second of two neighbours to the one sentence of another version that holds both."""

SAME = Rule("passage.same", "The same words in the same order, whatever the punctuation.")
REWORDED = Rule(
    "passage.reworded",
    "Both sentences have many of the words that are rare in this story, so the rules take them for the same thing in "
    "other words (after Spärck Jones, A statistical interpretation of term specificity, 1972).",
)
SINGLE = Rule("passage.single", "No sentence of another version has enough of the same words.")
UNCOMPARED = Rule("passage.uncompared", "Nothing is translated, and no other version is in this language.")


def find_passages(versions: Sequence[Annotated], matches: Sequence[Match] = ()) -> Iterator[Passage]:
    """Yield the passages of a story in its order: every sentence of every version stands in exactly one.

    The editor's `matches` hold: what is the same is joined, what is not is never joined, directly or through a third
    version. A headline is matched with headlines only. Missed on purpose: sentences that say the same in wholly other
    words or in another language, one sentence told in three, repeats within a version, and, in languages written
    without spaces, all that is not the same to the letter.
    Raises `LookupError` where the quote of a match does not stand in its version.
    """
    sentences = [sentence for number, version in enumerate(versions) for sentence in _sentences(number, version)]
    likenesses = Likenesses(sentences)
    same, apart = _editors_pairs(versions, sentences, matches)

    def fits(left: Sequence[Sentence], right: Sequence[Sentence]) -> bool:
        scores = [likenesses.score(*pair) for pair in product(left, right)]
        return sum(scores) >= ALIKE_AMONG_ALL * len(scores) and not _kept_apart(left, right, apart)

    comparable = _comparable(versions)
    groups = cluster(sentences, _links(likenesses, comparable), fits)
    groups = _join_second_halves(groups, likenesses, apart)
    groups = _join_editors(groups, same)
    for number, group in enumerate(_in_story_order(groups), start=1):
        by_editor = any(left in group and right in group for left, right in same)
        likeness, rule = _likeness(group, comparable)
        yield Passage(
            id=f"p{number}",
            places=tuple(Place(versions[sentence.version].id, sentence.span) for sentence in group),
            likeness=likeness,
            rule=EDITOR if by_editor else rule,
        )


def _sentences(version_number: int, version: Annotated) -> Iterator[Sentence]:
    article = version.article
    blocks = iter(enumerate(article.blocks))
    block_number, block = next(blocks, (0, None))
    named = [span for actor in version.actors for span in (*actor.mentions, *actor.titles)]
    named += [time.span for time in version.times]
    tellers = [span for statement in version.statements for span in (*statement.source, *statement.cue)]
    for number, span in enumerate(version.sentences):
        while block is not None and block.span.end <= span.start:
            block_number, block = next(blocks, (block_number, None))
        words = tuple(find_words(article, span))
        stems = tuple(word.stem for word in words)
        here = [teller for teller in tellers if teller.meets(span)]
        settings = [mention for mention in named if mention.meets(span)]
        yield Sentence(
            version=version_number,
            number=number,
            span=span,
            headline=block is not None and block.kind is not BlockKind.PARAGRAPH,
            block=block_number,
            words=tuple(word.text for word in words),
            stems=stems,
            distinct=frozenset(stems),
            named=frozenset(
                stem
                for stem, word in zip(stems, words, strict=True)
                if any(mention.meets(word.span) for mention in settings)
            ),
            told=frozenset(
                stem
                for stem, word in zip(stems, words, strict=True)
                if not any(teller.meets(word.span) for teller in here)
            ),
        )


Comparable = Sequence[frozenset[int]]
"""For each version, by its place in the story, the others in its language."""


def _comparable(versions: Sequence[Annotated]) -> Comparable:
    return [
        frozenset(
            other
            for other, right in enumerate(versions)
            if other != number and one_language(left.article, right.article)
        )
        for number, left in enumerate(versions)
    ]


def _links(likenesses: Likenesses, comparable: Comparable) -> Iterator[tuple[float, Sentence, Sentence]]:
    for left, right in likenesses.candidates():
        if left.headline is not right.headline or right.version not in comparable[left.version]:
            continue
        score = likenesses.score(left, right)
        if score < ALIKE or (score < 1 and likenesses.told_score(left, right) < TOLD_ALIKE):
            continue
        shared = shared_telling_words(left, right)
        if score < FAINT and shared <= TELLING_WORDS and not _hold_together(left, right):
            continue
        if score < NEARLY_THE_SAME and share_a_setting_only(left, right):
            continue
        if shared >= TELLING_WORDS or (shared == TELLING_WORDS - 1 and score >= CLOSE) or score >= NEARLY_THE_SAME:
            yield score, left, right


def _hold_together(left: Sentence, right: Sentence) -> bool:
    """Whether two that have little in common share a long stretch, or a number: “about £14 million”."""
    run = longest_run(left, right)
    return len(left.words[run]) >= STRETCH or any(word.isdigit() for word in left.words[run])


Pairs = Sequence[tuple[Sentence, Sentence]]


def _kept_apart(left: Sequence[Sentence], right: Sequence[Sentence], apart: Pairs) -> bool:
    return any((a in left and b in right) or (b in left and a in right) for a, b in apart)


def _join_second_halves(groups: list[list[Sentence]], likenesses: Likenesses, apart: Pairs) -> list[list[Sentence]]:
    """Let a lone sentence join its neighbour's group where one sentence of another version holds both."""
    home = {sentence: group for group in groups for sentence in group}
    at = {(sentence.version, sentence.number): sentence for sentence in home}
    for group in groups:
        if len(group) != 1:
            continue
        lone = group[0]
        for step in (-1, 1):
            neighbour = at.get((lone.version, lone.number + step))
            if neighbour is None or neighbour.block != lone.block:
                continue
            theirs = home[neighbour]
            if sum(sentence.version == lone.version for sentence in theirs) != 1 or _kept_apart(group, theirs, apart):
                continue
            if any(_holds_both(likenesses, whole, neighbour, lone) for whole in theirs if whole is not neighbour):
                theirs.append(lone)
                home[lone] = theirs
                group.clear()
                break
    return [sorted(group, key=_place) for group in groups if group]


def _holds_both(likenesses: Likenesses, whole: Sentence, first: Sentence, second: Sentence) -> bool:
    """Whether `second` brings words of `whole` that `first` does not have, and little else."""
    held = likenesses.weight((second.distinct & whole.distinct) - first.distinct)
    return (
        held >= HELD_BY_TWO * likenesses.weight(second.distinct)
        and shared_telling_words(whole, second) >= TELLING_WORDS
        and whole.version != second.version
    )


def _editors_pairs(
    versions: Sequence[Annotated], sentences: Sequence[Sentence], matches: Sequence[Match]
) -> tuple[Pairs, Pairs]:
    """Return the pairs that the editor joins and those that the editor keeps apart."""
    number = {version.id: place for place, version in enumerate(versions)}
    pairs: dict[bool, list[tuple[Sentence, Sentence]]] = {True: [], False: []}
    for match in matches:
        if not {match.left.version, match.right.version} <= number.keys():
            continue  # named as a problem where the comparison is curated
        left, right = (
            _sentences_at(anchor, versions, number[anchor.version], sentences) for anchor in (match.left, match.right)
        )
        pairs[match.same].extend(product(left, right))
    return pairs[True], pairs[False]


def _sentences_at(
    anchor: Anchor, versions: Sequence[Annotated], number: int, sentences: Sequence[Sentence]
) -> list[Sentence]:
    span = find_quote(versions[number].article.text, anchor.quote, anchor.prefix, anchor.suffix)
    return [sentence for sentence in sentences if sentence.version == number and sentence.span.meets(span)]


def _join_editors(groups: list[list[Sentence]], same: Pairs) -> list[list[Sentence]]:
    """Join the two sentences of each of the editor's pairs, and nothing else: the rest of their groups stays behind."""
    for left, right in same:
        ours = next(group for group in groups if left in group)
        theirs = next(group for group in groups if right in group)
        if ours is not theirs:
            theirs.remove(right)
            ours.append(right)
    return [sorted(group, key=_place) for group in groups if group]


def _place(sentence: Sentence) -> tuple[int, int]:
    return sentence.version, sentence.number


def _likeness(group: Sequence[Sentence], comparable: Comparable) -> tuple[Likeness, Rule]:
    words: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for sentence in group:
        words[sentence.version] += sentence.words
    if len(words) == 1:
        return (Likeness.SINGLE, SINGLE) if comparable[group[0].version] else (Likeness.UNCOMPARED, UNCOMPARED)
    if len(set(words.values())) == 1:
        return Likeness.SAME, SAME
    return Likeness.REWORDED, REWORDED


def _in_story_order(groups: Sequence[list[Sentence]]) -> list[list[Sentence]]:
    """The first version's order; what it does not have stands behind the passage that it follows in its own version,
    and what follows none behind the first version's first.
    """
    home = {(sentence.version, sentence.number): group for group in groups for sentence in group}
    ordered: list[list[Sentence]] = []
    placed: set[int] = set()
    version = None
    cursor = 0
    for place in sorted(home):
        if place[0] != version:
            version, cursor = place[0], min(1, len(ordered))
        group = home[place]
        if id(group) in placed:
            cursor = next(at for at, other in enumerate(ordered) if other is group) + 1
        else:
            ordered.insert(cursor, group)
            placed.add(id(group))
            cursor += 1
    return ordered
