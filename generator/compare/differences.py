"""The same passage with other words, another time, another source or another verb; nothing here ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.anchors import fold
from generator.compare.alignment import SENTENCE_END
from generator.compare.difference import Difference, Told, by_passage
from generator.compare.numbers import differing_figures
from generator.compare.telling import whole
from generator.compare.words import find_words
from generator.model import (
    OTHER_WORDS,
    Annotated,
    Article,
    Event,
    FindingKind,
    FramingKind,
    Likeness,
    Naming,
    Passage,
    Place,
    Span,
    Variant,
    Wording,
    WordingChange,
)

MARK = 2
"""Characters of a quotation mark with a comma or a stop."""
MOST_WORDS = 1000
"""No quotation is so long: what is divided by it only parts the equal."""
ARTICLES = ("a ", "an ", "the ")
REPORTING_KINDS = frozenset({
    FramingKind.ASSERTIVE, FramingKind.DOUBTING, FramingKind.FACTIVE, FramingKind.CONCESSION, FramingKind.DENIAL,
    FramingKind.HEDGED,
})  # fmt: skip


def find_wording_differences(wordings: Sequence[Wording], versions: Sequence[Annotated]) -> Iterator[Difference]:
    """Other words inside the quotation marks, another speaker, a quotation retold; a cut alone is no finding."""
    articles = {version.id: version.article for version in versions}
    for wording in wordings:
        evidence = tuple(variant.places[0] for variant in wording.variants)
        every = tuple(place for variant in wording.variants for place in variant.places)
        quoted = [variant for variant in wording.variants if variant.quoted]
        differing = [
            _turning_words(articles[variant.places[0].version], spans)
            for variant, spans in zip(quoted, _in_the_midst(quoted, articles), strict=True)
        ]
        if WordingChange.SPEAKER_CHANGED in wording.changes:
            yield Difference(kind=FindingKind.SPEAKER_DIFFERS, weight=len(every), evidence=every, about=wording)
        elif OTHER_WORDS.intersection(wording.changes) and any(differing):
            # What one has in the place of other words weighs more than what it has over and above them.
            weight = min(differing) + max(differing) / MOST_WORDS
            yield Difference(kind=FindingKind.WORDS_DIFFER, weight=weight, evidence=evidence, about=wording)
        elif WordingChange.RETOLD in wording.changes:
            weight = sum(len(variant.places[0].span) for variant in quoted)
            yield Difference(kind=FindingKind.RETOLD, weight=weight, evidence=evidence, about=wording)


def find_date_differences(events: Sequence[Event], versions: Sequence[Annotated]) -> Iterator[Difference]:
    """Days that exclude each other, and days that one version gives more closely, in other words."""
    articles = {version.id: version.article for version in versions}
    for event in events:
        days = {(report.time.earliest, report.time.latest) for report in event.reports}
        if len({report.place.version for report in event.reports}) < 2 or len(days) < 2:
            continue
        words = {fold(articles[report.place.version].at(report.time.span)).text.casefold() for report in event.reports}
        if len(words) < 2 and not event.conflict:
            continue
        kind = FindingKind.DATES_CONFLICT if event.conflict else FindingKind.DATES_FINER
        evidence = tuple(Place(report.place.version, report.time.span) for report in event.reports)
        lengths = [(latest - earliest).days for earliest, latest in days if earliest and latest]
        yield Difference(kind=kind, weight=max(lengths) - min(lengths), evidence=evidence, about=event)


def find_figure_differences(
    passages: Sequence[Passage], versions: Sequence[Annotated], wordings: Sequence[Wording], events: Sequence[Event]
) -> Iterator[Difference]:
    """Another number, time of day or weekday in the same place of matching sentences.

    Left to the differences that name them otherwise: figures inside a quotation whose words differ, and days of an
    event whose dates exclude each other.
    """
    articles = {version.id: version.article for version in versions}
    told = [
        Place(place.version, piece)
        for wording in wordings
        if OTHER_WORDS.intersection(wording.changes)
        for variant in wording.variants
        for place, pieces in zip(variant.places, variant.pieces, strict=True)
        for piece in pieces
    ]
    told += [Place(one.place.version, one.time.span) for event in events if event.conflict for one in event.reports]
    for passage in passages:
        if passage.likeness is not Likeness.REWORDED:
            continue
        groups: list[dict[Place, None]] = []
        for left, right in combinations(passage.places, 2):
            if left.version == right.version:
                continue
            found = differing_figures(articles[left.version], articles[right.version], left.span, right.span)
            for ours, theirs in found:
                pair = dict.fromkeys((Place(left.version, ours), Place(right.version, theirs)))
                group = next((group for group in groups if group.keys() & pair.keys()), None)
                if group is None:
                    groups.append(pair)
                else:
                    group.update(pair)
        for group in groups:
            if not all(any(place.version == o.version and place.span.meets(o.span) for o in told) for place in group):
                evidence = tuple(group)
                yield Difference(
                    kind=FindingKind.FIGURES_DIFFER, weight=len(evidence), evidence=evidence, about=passage
                )


def find_unnamed_described_apart(told: Sequence[Told]) -> Iterator[Difference]:
    """The only unnamed source of matching passages in two versions, described in other words."""
    for group in by_passage(told).values():
        unnamed: defaultdict[str, list[Told]] = defaultdict(list)
        for item in group:
            if item.naming is Naming.UNNAMED:
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


def find_cue_differences(told: Sequence[Told], versions: Sequence[Annotated]) -> Iterator[Difference]:
    """The same speaker in matching passages, with a reporting verb of another class; "say" and "tell" are of none."""
    framing = {version.id: version.framing for version in versions}
    for group in by_passage(told).values():
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


def _in_the_midst(variants: Sequence[Variant], articles: Mapping[str, Article]) -> list[list[Span]]:
    """The words of each variant that differ, without what one alone has more at the beginning or the end, and without
    whole sentences there.
    """
    texts = [articles[variant.places[0].version].text for variant in variants]
    wholes = [whole(variant.pieces[0]) for variant in variants]
    opening = [
        {span for span in variant.differing if span.start - spread.start <= MARK}
        for variant, spread in zip(variants, wholes, strict=True)
    ]
    closing = [
        {span for span in variant.differing if spread.end - span.end <= MARK}
        for variant, spread in zip(variants, wholes, strict=True)
    ]
    kept: list[list[Span]] = []
    for variant, text, first, last in zip(variants, texts, opening, closing, strict=True):
        kept.append([])
        for span in variant.differing:
            if (span in first and not all(opening)) or (span in last and not all(closing)):
                continue
            stops = [match.end() for match in SENTENCE_END.finditer(text, span.start, span.end)]
            start = stops[-1] if stops and span in first else span.start
            end = stops[0] if stops and span in last else span.end
            if start < end:
                kept[-1].append(Span(start, end))
    return kept


def _turning_words(article: Article, spans: Sequence[Span]) -> int:
    return sum(word.turns for span in spans for word in find_words(article, span))


def _plain(label: str) -> str:
    words = fold(label).text.casefold()
    return next((words.removeprefix(article) for article in ARTICLES if words.startswith(article)), words)
