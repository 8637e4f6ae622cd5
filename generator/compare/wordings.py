"""The same quotation as it stands in each version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from generator.anchors import fold
from generator.compare.alignment import changes_between, common_words, differing_words
from generator.compare.clusters import cluster
from generator.compare.cues import reporting_verb
from generator.compare.renditions import (
    LEAST_WORDS,
    Rendition,
    find_renditions,
    read_on,
    share_in_common,
    words_in_common,
)
from generator.compare.telling import Telling, whole
from generator.model import (
    ActorKind,
    Annotated,
    Naming,
    Passage,
    Place,
    Profile,
    Rule,
    StatementKind,
    Variant,
    Wording,
    WordingChange,
)

LEAST_ALIKE = 0.5
"""Share of words in common, in order (Dice's coefficient), below which two quotations are two."""
LEAST_HELD = 0.75
"""… or the share of the shorter one that stands in the longer one."""
STRONG_WORDS = 6
"""So many words in common are evidence where neither passage nor speaker is."""
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
    quoted = [item for version in versions for item in find_renditions(version, tellings, passages)]
    links = (
        (share_in_common(left, right), left, right)
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
            items = [*read_on(group, quoted, versions), *retold]
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


def _are_one(left: Rendition, right: Rendition, persons: Mapping[str, Profile]) -> bool:
    if not left.telling_stems & right.telling_stems:
        return False
    shared, alike = words_in_common(left, right), share_in_common(left, right)
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


def _fits(left: Sequence[Rendition], right: Sequence[Rendition]) -> bool:
    scores = [share_in_common(*pair) for pair in product(left, right)]
    return sum(scores) >= LEAST_ALIKE * len(scores) or len(scores) == 1


def _retelling(version: Annotated, group: Sequence[Rendition], tellings: Sequence[Telling]) -> Rendition | None:
    """Return the indirect statement of `version` that retells a quotation of the group best, if any does.

    What one version has denied and the other said is no retelling.
    """
    found: list[tuple[float, Rendition]] = []
    for telling in tellings:
        if telling.id != version.id or telling.statement.kind is not StatementKind.INDIRECT or telling.teller is None:
            continue
        span = whole(telling.statement.content)
        retold = Rendition(telling, version.article, (span,), telling.passages, quoted=False)
        for item in group:
            if item.telling.statement.denial is not telling.statement.denial:
                continue
            if item.telling.teller == telling.teller and item.passages & telling.passages and item.telling_stems:
                shared = len(item.telling_stems & retold.telling_stems)
                share = shared / min(len(item.telling_stems), max(1, len(retold.telling_stems)))
                if shared >= 2 and share >= LEAST_RETOLD:
                    found.append((share, retold))
    return max(found, key=lambda scored: scored[0])[1] if found else None


def _wording(name: str, items: Sequence[Rendition], persons: Mapping[str, Profile]) -> Wording:
    alike: dict[tuple[bool, str], list[Rendition]] = {}
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


def _same_but_for_marks(item: Rendition) -> str:
    """The words without quotation marks, and without the stop or comma that the sentence around them asks for."""
    pieces = (fold(item.article.at(piece)).text.strip("\"' ").rstrip(" .,;:") for piece in item.pieces)
    return " ".join(pieces).replace('"', "'").casefold()


def _changes(variants: Sequence[Sequence[Rendition]], persons: Mapping[str, Profile]) -> set[WordingChange]:
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
