"""The same quotation as it stands in each version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from rapidfuzz.distance import LCSseq

from generator.anchors import fold
from generator.compare.alignment import Quote, changes_between, common_words, differing_words
from generator.compare.clusters import cluster
from generator.compare.cues import reporting_verb
from generator.compare.telling import Telling, passages_at, whole
from generator.compare.words import Word, find_words
from generator.model import (
    ActorKind,
    Annotated,
    Article,
    Naming,
    Passage,
    Place,
    Profile,
    Rule,
    Span,
    StatementKind,
    Variant,
    Wording,
    WordingChange,
)

LEAST_WORDS = 2
"""Shorter quotations are often labels, not somebody's sentence."""
LEAST_ALIKE = 0.5
"""Share of words in common, in order (Dice's coefficient), below which two quotations are two."""
LEAST_HELD = 0.75
"""… or the share of the shorter one that stands in the longer one."""
STRONG_WORDS = 6
"""So many words in common are evidence where neither passage nor speaker is."""
LEAST_WITHIN = 0.5
"""Share of a neighbouring quotation that must stand in the other version's one quotation for the two to be one talk."""
MOST_BETWEEN_WORDS = 15
"""A cue with its source is no longer; what stands farther apart is not one talk."""
LEAST_RETOLD = 0.3
"""Share of the telling words of a quotation or of its retelling that the other has."""

QUOTED = Rule(
    "wording.quoted",
    "Quotations that share most of their words in the same order, in passages that match or by the same speaker; long "
    "and nearly identical ones also without.",
)
RETOLD = Rule(
    "wording.retold",
    "A quotation in one version; in the other the same passage tells the same speaker's words without quotation marks.",
)


@dataclass(frozen=True, eq=False)
class _Quoted:
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


def find_wordings(
    versions: Sequence[Annotated], passages: Sequence[Passage], profiles: Sequence[Profile], tellings: Sequence[Telling]
) -> Iterator[Wording]:
    """Yield each quotation that two versions at least have, in the reading order of the first that has it.

    Only statements that are sure (or confirmed) count. Two quotations are one where most words agree in order and
    something beside the words says so: the passages match, or the same speaker is named; without either only a long and
    nearly identical one does. Missed on purpose: a single quoted word, the repeat of a quotation within a version,
    and a retelling by an unnamed source, for it may be another one.
    """
    persons = {profile.key: profile for profile in profiles if profile.kind is ActorKind.PERSON}
    quoted = [item for version in versions for item in _quotations(version, tellings, passages)]
    links = (
        (_alike(left, right), left, right)
        for left, right in combinations(quoted, 2)
        if left.version != right.version and _are_one(left, right, persons)
    )
    number = 0
    for group in cluster(quoted, links, _fits):
        quoted_versions = {item.version for item in group}
        retold = [
            best
            for version in versions
            if (best := _retelling(version, group, tellings)) and best.version not in quoted_versions
        ]
        if len(group) + len(retold) > 1:
            number += 1
            items = [*_run_on(group, quoted), *retold]
            yield _wording(f"w{number}", sorted(items, key=lambda item: item.version), persons)


def speakers_differ(left: Telling, right: Telling, persons: Mapping[str, Profile]) -> bool:
    """Whether two persons of different names are held to the words, each by name beside them.

    Anything less is not enough: the White House and its spokesman, "Steve" and "Steven" may be one voice, and who "he"
    is was found out by us.
    """
    ours, theirs = (_names_beside(telling, persons) for telling in (left, right))
    return bool(ours and theirs) and not ours & theirs


def _names_beside(telling: Telling, persons: Mapping[str, Profile]) -> set[str]:
    """The names of the person who speaks, if one of them stands in the source."""
    speaker = telling.statement.speaker
    person = persons.get(telling.profile or "")
    if speaker is None or speaker.naming is not Naming.NAMED or person is None:
        return set()
    names = set(person.name.casefold().split())
    return names if names & set(telling.source.casefold().replace(",", " ").split()) else set()


def _quotations(version: Annotated, tellings: Sequence[Telling], passages: Sequence[Passage]) -> Iterator[_Quoted]:
    at = passages_at(passages)
    ours = [telling for telling in tellings if telling.id == version.id]
    for quotation in version.quotations:
        holders = [telling for telling in ours if any(part.meets(quotation.span) for part in telling.statement.content)]
        if not holders:
            continue
        innermost = min(holders, key=lambda telling: len(whole(telling.statement.content)))
        here = (Place(version.id, span) for span in version.sentences if span.meets(quotation.span))
        passages_here = frozenset(at[place] for place in here if place in at)
        quoted = _Quoted(innermost, version.article, (quotation.span,), passages_here)
        if len(quoted.words) >= LEAST_WORDS:
            yield quoted


def _shared(left: _Quoted, right: _Quoted) -> int:
    return LCSseq.similarity(left.texts, right.texts)


def _alike(left: _Quoted, right: _Quoted) -> float:
    return 2 * _shared(left, right) / (len(left.words) + len(right.words))


def _are_one(left: _Quoted, right: _Quoted, persons: Mapping[str, Profile]) -> bool:
    if not left.telling_stems & right.telling_stems:
        return False
    shared, alike = _shared(left, right), _alike(left, right)
    held = shared / min(len(left.words), len(right.words))
    strong = shared >= STRONG_WORDS and alike >= LEAST_HELD
    if speakers_differ(left.telling, right.telling, persons):
        return strong and (alike == 1 or bool(left.passages & right.passages))
    likely = alike >= LEAST_ALIKE or held >= LEAST_HELD
    if left.passages & right.passages:
        return likely and (shared > LEAST_WORDS or alike == 1)
    if left.telling.teller and left.telling.teller == right.telling.teller:
        return likely and shared > LEAST_WORDS and len(left.telling_stems & right.telling_stems) >= 2
    return strong


def _fits(left: Sequence[_Quoted], right: Sequence[_Quoted]) -> bool:
    scores = [_alike(*pair) for pair in product(left, right)]
    return sum(scores) >= LEAST_ALIKE * len(scores) or len(scores) == 1


def _run_on(group: Sequence[_Quoted], quoted: Sequence[_Quoted]) -> list[_Quoted]:
    """Return the quotations, each with its neighbours that another version has within one pair of marks.

    One version has “If you wait, you lose,”; the other “If you wait,” he said, “you lose.”
    """
    grown = list(group)
    for place, item in enumerate(group):
        own = [other for other in quoted if other.version == item.version and _one_mouth(item, other)]
        at = own.index(item)
        others = [other for other in grown if other.version != item.version]
        for neighbours in (own[at + 1 :], own[:at][::-1]):
            for neighbour in neighbours:
                joined = _joined(grown[place], neighbour)
                between = len(list(find_words(item.article, joined.span))) - len(joined.words)
                if between > MOST_BETWEEN_WORDS or not any(
                    _brings(grown[place], joined, neighbour, other) for other in others
                ):
                    break
                grown[place] = joined
    return grown


def _one_mouth(left: _Quoted, right: _Quoted) -> bool:
    ours, theirs = left.telling, right.telling
    return ours.statement == theirs.statement or (ours.teller is not None and ours.teller == theirs.teller)


def _joined(left: _Quoted, right: _Quoted) -> _Quoted:
    pieces = tuple(sorted({*left.pieces, *right.pieces}))
    return _Quoted(left.telling, left.article, pieces, left.passages | right.passages)


def _brings(item: _Quoted, joined: _Quoted, neighbour: _Quoted, other: _Quoted) -> bool:
    """Whether `other` has most words of the neighbour, beside those that it shares with the item already."""
    brought = _shared(joined, other) - _shared(item, other)
    return brought >= max(LEAST_WORDS, LEAST_WITHIN * len(neighbour.words))


def _retelling(version: Annotated, group: Sequence[_Quoted], tellings: Sequence[Telling]) -> _Quoted | None:
    """Return the indirect statement of `version` that retells a quotation of the group best, if any does.

    What one version has denied and the other said is no retelling.
    """
    found: list[tuple[float, _Quoted]] = []
    for telling in tellings:
        if telling.id != version.id or telling.statement.kind is not StatementKind.INDIRECT or telling.teller is None:
            continue
        span = whole(telling.statement.content)
        retold = _Quoted(telling, version.article, (span,), telling.passages, quoted=False)
        for item in group:
            if item.telling.statement.denial is not telling.statement.denial:
                continue
            if item.telling.teller == telling.teller and item.passages & telling.passages and item.telling_stems:
                shared = len(item.telling_stems & retold.telling_stems)
                share = shared / min(len(item.telling_stems), max(1, len(retold.telling_stems)))
                if shared >= 2 and share >= LEAST_RETOLD:
                    found.append((share, retold))
    return max(found, key=lambda scored: scored[0])[1] if found else None


def _wording(name: str, items: Sequence[_Quoted], persons: Mapping[str, Profile]) -> Wording:
    alike: dict[tuple[bool, str], list[_Quoted]] = {}
    for item in items:
        alike.setdefault((item.quoted, _same_but_for_marks(item)), []).append(item)
    quoted = [item.texts for item in items if item.quoted]
    # A retelling shares little; laid beside the quotations it would make every word of theirs seem to differ.
    common = common_words(quoted if len(quoted) > 1 else [item.texts for item in items])
    variants = tuple(
        Variant(
            places=tuple(Place(item.telling.id, item.span) for item in group),
            pieces=tuple(item.pieces for item in group),
            statements=tuple(item.telling.statement for item in group),
            differing=tuple(differing_words(group[0].words, common, group[0].breaks)),
            quoted=is_quoted,
        )
        for (is_quoted, _), group in alike.items()
    )
    changes = _changes(list(alike.values()), persons)
    keys = {item.telling.profile for item in items if item.telling.profile}
    return Wording(
        id=name,
        variants=variants,
        changes=tuple(change for change in WordingChange if change in changes),
        profile=keys.pop() if len(keys) == 1 else None,
        rule=QUOTED if len(quoted) > 1 else RETOLD,
    )


def _same_but_for_marks(item: _Quoted) -> str:
    """The words without quotation marks, and without the stop or comma that the sentence around them asks for."""
    pieces = (fold(item.article.at(piece)).text.strip("\"' ").rstrip(" .,;:") for piece in item.pieces)
    return " ".join(pieces).replace('"', "'").casefold()


def _changes(variants: Sequence[Sequence[_Quoted]], persons: Mapping[str, Profile]) -> set[WordingChange]:
    changes: set[WordingChange] = set()
    for left, right in combinations([group[0] for group in variants], 2):
        if not (left.quoted and right.quoted):
            changes.add(WordingChange.RETOLD)
        elif left.texts == right.texts:
            changes.add(WordingChange.PUNCTUATION)
        else:
            changes |= changes_between(left.quote, right.quote)
    if len(changes) > 1:
        changes.discard(WordingChange.PUNCTUATION)
    if not changes:
        changes.add(WordingChange.IDENTICAL)
    tellings = [item.telling for group in variants for item in group]
    if any(speakers_differ(left, right, persons) for left, right in combinations(tellings, 2)):
        changes.add(WordingChange.SPEAKER_CHANGED)
    verbs = {reporting_verb(item.article, item.telling.statement) for group in variants for item in group}
    if len(verbs - {None}) > 1:
        changes.add(WordingChange.CUE_CHANGED)
    return changes
