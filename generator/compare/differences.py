"""The differences between versions that can become findings, one finder a kind; none of them ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.anchors import fold
from generator.compare.telling import Telling, whole
from generator.compare.words import find_words
from generator.model import (
    Annotated,
    Article,
    BlockKind,
    Chain,
    Event,
    FindingKind,
    FramingKind,
    Likeness,
    Naming,
    Passage,
    Place,
    Report,
    Span,
    StatementKind,
    Wording,
    WordingChange,
)

TELLING_LETTERS = 4
ARTICLES = ("a ", "an ", "the ")
REPORTING_KINDS = frozenset({
    FramingKind.ASSERTIVE, FramingKind.DOUBTING, FramingKind.FACTIVE, FramingKind.CONCESSION, FramingKind.DENIAL,
    FramingKind.HEDGED,
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A finding that is not yet chosen."""

    kind: FindingKind
    weight: float
    """How much it tells among those of its kind."""
    evidence: tuple[Place, ...]
    about: Passage | Wording | Event | Report | tuple[Chain, ...] | None


@dataclass(frozen=True, slots=True)
class Told:
    """A sure statement with its chain: what the differences between statements are found in."""

    telling: Telling
    chain: Chain

    @property
    def span(self) -> Span:
        return whole(self.telling.statement.content)

    @property
    def place(self) -> Place:
        return Place(self.telling.id, self.span)


def find_wording_differences(wordings: Sequence[Wording], versions: Sequence[Annotated]) -> Iterator[Difference]:
    """Other words inside the quotation marks, another speaker, a quotation retold; a cut alone is no finding."""
    articles = {version.id: version.article for version in versions}
    for wording in wordings:
        evidence = tuple(variant.places[0] for variant in wording.variants)
        every = tuple(place for variant in wording.variants for place in variant.places)
        quoted = [variant for variant in wording.variants if variant.quoted]
        # Words that one variant has in the place of other ones, and not those that it has over and above them.
        swapped = min(
            (_telling_words(articles[variant.places[0].version], variant.differing) for variant in quoted), default=0
        )
        if WordingChange.SPEAKER_CHANGED in wording.changes:
            yield Difference(kind=FindingKind.SPEAKER_DIFFERS, weight=len(every), evidence=every, about=wording)
        elif WordingChange.SWAPPED in wording.changes and swapped:
            yield Difference(kind=FindingKind.WORDS_DIFFER, weight=swapped, evidence=evidence, about=wording)
        elif WordingChange.PARAPHRASED in wording.changes:
            weight = sum(len(variant.places[0].span) for variant in quoted)
            yield Difference(kind=FindingKind.PARAPHRASED, weight=weight, evidence=evidence, about=wording)


def find_date_differences(events: Sequence[Event]) -> Iterator[Difference]:
    """Days that exclude each other, and days that one version gives more closely."""
    for event in events:
        days = {(report.time.earliest, report.time.latest) for report in event.reports}
        if len({report.place.version for report in event.reports}) < 2 or len(days) < 2:
            continue
        kind = FindingKind.DATES_CONFLICT if event.conflict else FindingKind.DATES_FINER
        evidence = tuple(Place(report.place.version, report.time.span) for report in event.reports)
        lengths = [(latest - earliest).days for earliest, latest in days if earliest and latest]
        yield Difference(kind=kind, weight=max(lengths) - min(lengths), evidence=evidence, about=event)


def find_shared_reports(
    reports: Sequence[Report], told: Sequence[Told], passages: Sequence[Passage], names: Mapping[str, str]
) -> Iterator[Difference]:
    """Several versions that rest on one report; the evidence is their credits, or else a passage that they share."""
    for report in reports:
        if len(report.versions) < 2:
            continue
        credits_ = tuple(
            Place(item.telling.id, relay.span)
            for item in told
            for relay in item.telling.statement.relays
            if names[relay.name] == report.newsroom
        )
        shared = next((p.places for p in passages if {place.version for place in p.places} >= set(report.versions)), ())
        if credits_ or shared:
            yield Difference(
                kind=FindingKind.ONE_REPORT, weight=len(report.versions), evidence=credits_ or shared, about=report
            )


def find_unnamed_described_apart(told: Sequence[Told]) -> Iterator[Difference]:
    """The only unnamed source of matching passages in two versions, described in other words."""
    for group in _by_passage(told).values():
        unnamed: defaultdict[str, list[Told]] = defaultdict(list)
        for item in group:
            if _naming(item) is Naming.UNNAMED:
                unnamed[item.telling.id].append(item)
        alone = [items[0] for items in unnamed.values() if len(items) == 1 and items[0].telling.statement.source]
        for left, right in combinations(alone, 2):
            labels = [_plain(item.telling.label) for item in (left, right)]
            if labels[0] != labels[1]:
                yield Difference(
                    kind=FindingKind.UNNAMED_DESCRIBED_APART,
                    weight=abs(len(labels[0]) - len(labels[1])),
                    evidence=tuple(
                        Place(item.telling.id, whole(item.telling.statement.source)) for item in (left, right)
                    ),
                    about=(left.chain, right.chain),
                )


def find_credit_differences(told: Sequence[Told]) -> Iterator[Difference]:
    """Statements that one version credits to a newsroom and another carries, by the same speaker, without a credit.

    One difference for each pair of versions, with all such statements.
    """
    pairs: defaultdict[tuple[str, str], list[tuple[Told, Told]]] = defaultdict(list)
    for group in _by_passage(told).values():
        credited = {item.telling.id for item in group if item.telling.statement.relays}
        for left in group:
            for right in group:
                crediting = left.telling.statement.relays and right.telling.id not in credited
                if crediting and _may_be_one(left.telling, right.telling):
                    pairs[left.telling.id, right.telling.id].append((left, right))
    for found in pairs.values():
        items = list(dict.fromkeys(item for pair in found for item in pair))
        yield Difference(
            kind=FindingKind.CREDIT_DIFFERS,
            weight=len(found),
            evidence=tuple(
                Place(left.telling.id, relay.span) for left, _ in found for relay in left.telling.statement.relays
            )
            + tuple(right.place for _, right in found),
            about=tuple(item.chain for item in items),
        )


def find_cue_differences(told: Sequence[Told], versions: Sequence[Annotated]) -> Iterator[Difference]:
    """The same speaker in matching passages, with a reporting verb of another class; "say" and "tell" are of none."""
    framing = {version.id: version.framing for version in versions}
    for group in _by_passage(told).values():
        for left, right in combinations(group, 2):
            same = left.telling.teller is not None and left.telling.teller == right.telling.teller
            if left.telling.id == right.telling.id or not same:
                continue
            if not (left.telling.statement.cue and right.telling.statement.cue):
                continue
            classes = [
                {
                    mark.kind
                    for mark in framing[item.telling.id]
                    if mark.kind in REPORTING_KINDS and any(cue.meets(mark.span) for cue in item.telling.statement.cue)
                }
                for item in (left, right)
            ]
            if classes[0] != classes[1]:
                yield Difference(
                    kind=FindingKind.CUE_DIFFERS,
                    weight=len(classes[0] ^ classes[1]),
                    evidence=tuple(Place(item.telling.id, whole(item.telling.statement.cue)) for item in (left, right)),
                    about=(left.chain, right.chain),
                )


def find_single_statements(told: Sequence[Told], passages: Sequence[Passage]) -> Iterator[Difference]:
    """The quotation of a named speaker that weighs most in each version and is not found in another one.

    It weighs more where the speaker also speaks in another version, for there the reader misses words.
    """
    single = {passage.id for passage in passages if passage.likeness is Likeness.SINGLE}
    speaking: defaultdict[tuple[Naming, str], set[str]] = defaultdict(set)
    for item in told:
        if item.telling.teller:
            speaking[item.telling.teller].add(item.telling.id)
    best: dict[str, Difference] = {}
    for item in told:
        statement, teller = item.telling.statement, item.telling.teller
        if teller is None or statement.kind is StatementKind.INDIRECT or not item.telling.passages <= single:
            continue
        weight = len(item.span) + (10_000 if len(speaking[teller]) > 1 else 0)
        if item.telling.id not in best or best[item.telling.id].weight < weight:
            best[item.telling.id] = Difference(
                kind=FindingKind.STATEMENT_SINGLE, weight=weight, evidence=(item.place,), about=(item.chain,)
            )
    yield from best.values()


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


def _telling_words(article: Article, spans: Sequence[Span]) -> int:
    return sum(len(word.text) >= TELLING_LETTERS for span in spans for word in find_words(article, span))


def _by_passage(told: Sequence[Told]) -> dict[str, list[Told]]:
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for item in told:
        for passage in sorted(item.telling.passages):
            groups[passage].append(item)
    return groups


def _naming(item: Told) -> Naming | None:
    return item.telling.statement.speaker.naming if item.telling.statement.speaker else None


def _may_be_one(left: Telling, right: Telling) -> bool:
    """Whether matching passages give the words to the same speaker, or both to somebody unnamed."""
    namings = [telling.statement.speaker.naming if telling.statement.speaker else None for telling in (left, right)]
    if Naming.UNNAMED in namings:
        return namings[0] is namings[1]
    return left.teller is not None and left.teller == right.teller


def _plain(label: str) -> str:
    words = fold(label).text.casefold()
    return next((words.removeprefix(article) for article in ARTICLES if words.startswith(article)), words)
