"""How alike two sentences of one story are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from math import log

from generator.model import Span

SHORT_LETTERS = 3
"""Words of so few letters are mostly grammar, in most languages; numbers are not."""
SHORT_WEIGHT = 0.4
CANDIDATE_SHARE = 0.2
"""Part of the lighter sentence's weight that two must share to be scored at all."""
SETTING = frozenset({
    "after", "against", "ahead", "at", "before", "behind", "by", "during", "for", "from", "in", "of", "on", "outside",
    "since", "through", "to", "until", "with",
})  # fmt: skip
"""Prepositions that bring in where, when and with whom something happens; not those of sums: “about £14 million”."""
MOST_OF_IT = 0.6
"""Share of the shorter sentence from which on a shared stretch is what it tells, and no setting."""
SMOOTHING = 8
"""Keeps a story of a few sentences from giving every word no weight."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of one version with its words; equal to itself only."""

    version: int
    """Place of the version in the story."""
    number: int
    """Place of the sentence in the version."""
    span: Span
    headline: bool
    block: int
    """Place of the paragraph in the version."""
    words: tuple[str, ...]
    stems: tuple[str, ...]
    distinct: frozenset[str]
    """The stems without order or repeats."""
    told: frozenset[str]
    """Stems of the words that are neither a source nor a cue: what is said, not who says it."""
    named: frozenset[str]
    """Stems of the words of names, titles and times: who and when, not what."""


class Likenesses:
    """Scores pairs of sentences by the rarer words and pairs of words that they share.

    Weights follow Spärck Jones, "A statistical interpretation of term specificity" (1972): a word that stands in few
    sentences of the story tells more. A score is in [0, 1]: Dice's coefficient and the overlap coefficient, averaged,
    so that a sentence which another one holds among other things still counts, over words and (less) over neighbours.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        frequencies = Counter(stem for sentence in sentences for stem in sentence.distinct)
        self._weights: Mapping[str, float] = {
            # Two is the least that can be shared: a word of one sentence tells no more than that.
            stem: log((len(sentences) + SMOOTHING) / max(2, count)) * (SHORT_WEIGHT if _short(stem) else 1)
            for stem, count in frequencies.items()
        }

    @cached_property
    def _sums(self) -> dict[Sentence, float]:
        return {sentence: self.weight(sentence.distinct) for sentence in self.sentences}

    @cached_property
    def _neighbours(self) -> dict[Sentence, tuple[set[tuple[str, str]], float]]:
        pairs = {sentence: set(pairwise(sentence.stems)) for sentence in self.sentences}
        return {sentence: (found, sum(map(self._pair_weight, found))) for sentence, found in pairs.items()}

    def weight(self, stems: Set[str]) -> float:
        return sum(self._weights.get(stem, 0.0) for stem in stems)

    def _pair_weight(self, pair: tuple[str, str]) -> float:
        return (self._weights[pair[0]] + self._weights[pair[1]]) / 2

    def score(self, left: Sentence, right: Sentence) -> float:
        """Return the likeness of two sentences in [0, 1]; the same either way round; 1 for the same words."""
        if left.words == right.words:
            return 1.0
        words = _overlap(self.weight(left.distinct & right.distinct), self._sums[left], self._sums[right])
        (ours, our_sum), (theirs, their_sum) = self._neighbours[left], self._neighbours[right]
        return 0.7 * words + 0.3 * _overlap(sum(map(self._pair_weight, ours & theirs)), our_sum, their_sum)

    def told_score(self, left: Sentence, right: Sentence) -> float:
        """The likeness of what is told, without the words that say who tells it."""
        return _overlap(self.weight(left.told & right.told), self.weight(left.told), self.weight(right.told))

    def candidates(self) -> Iterator[tuple[Sentence, Sentence]]:
        """Yield pairs of sentences of different versions that share enough words to be worth a closer look.

        Short words are not looked at, unless all are the same. Time grows with the pairs that share a longer word.
        """
        twins: defaultdict[tuple[str, ...], list[Sentence]] = defaultdict(list)
        for sentence in self.sentences:
            if sentence.words:
                yield from ((twin, sentence) for twin in twins[sentence.words] if twin.version != sentence.version)
                twins[sentence.words].append(sentence)
        seen: defaultdict[str, list[Sentence]] = defaultdict(list)
        for sentence in self.sentences:
            shared: defaultdict[Sentence, float] = defaultdict(float)
            stems = {stem for stem in sentence.distinct if not _short(stem)}
            for stem in stems:
                for other in seen[stem]:
                    shared[other] += self._weights[stem]
            for other, weight in shared.items():
                enough = CANDIDATE_SHARE * min(self._sums[other], self._sums[sentence])
                if other.version != sentence.version and other.words != sentence.words and weight >= enough:
                    yield other, sentence
            for stem in stems:
                seen[stem].append(sentence)


def shared_telling_words(left: Sentence, right: Sentence) -> int:
    """How many words the two share, short ones aside."""
    return sum(not _short(stem) for stem in left.distinct & right.distinct)


def longest_run(left: Sentence, right: Sentence) -> slice:
    """Where in the left sentence the longest stretch of words stands that the right one has too."""
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    found = matcher.find_longest_match()
    return slice(found.a, found.a + found.size)


def share_a_setting_only(left: Sentence, right: Sentence) -> bool:
    """Whether all that the two share is a place, a time or a person beside which either tells something of its own.

    "… hoped to name a coach before the match against Linford on 25 May", "Tickets for the match against Linford on
    25 May remain on sale": one stretch behind a preposition, with a name or a date, and no more than one word beside.
    """
    shared = {stem for stem in left.distinct & right.distinct if not _short(stem)}
    if not shared - (left.named & right.named):
        return True
    run = longest_run(left, right)
    words = left.words[run]
    stems = set(left.stems[run])
    before = left.words[run.start - 1] if run.start else ""
    setting = words[:1] and (words[0] in SETTING or before in SETTING)
    dated = any(stem in left.named or stem.isdigit() for stem in stems)
    return (
        bool(setting)
        and dated
        and len(shared - stems) <= 1
        and len(words) < min(len(left.words), len(right.words)) * MOST_OF_IT
    )


def _short(stem: str) -> bool:
    return len(stem) <= SHORT_LETTERS and not stem.isdigit()


def _overlap(shared: float, left: float, right: float) -> float:
    """The mean of Dice's coefficient and the overlap coefficient."""
    if not left or not right:
        return 0.0
    return shared / (left + right) + shared / min(left, right) / 2
