"""Who is credited with having heard or passed on the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from generator.compare.difference import Difference, Told, by_passage
from generator.compare.telling import Telling
from generator.crediting import credits_outlet
from generator.model import (
    Annotated,
    Article,
    FindingKind,
    Naming,
    Passage,
    Place,
    Report,
    Span,
)
from generator.newsrooms import find_newsrooms, same_newsroom


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
            weight = 100 * len(report.versions) + len(credits_)
            yield Difference(kind=FindingKind.ONE_REPORT, weight=weight, evidence=credits_ or shared, about=report)


def find_credit_differences(told: Sequence[Told], versions: Sequence[Annotated]) -> Iterator[Difference]:
    """Statements that one version credits to a newsroom and another carries, by the same speaker, without a credit.

    One difference for each pair of versions, with all such statements. A paragraph that names any newsroom, and a
    version that names this one anywhere, may credit it in a way not understood: neither is said to give none.
    """
    articles = {version.id: version.article for version in versions}
    named = {version.id: _newsrooms(version) for version in versions}
    pairs: defaultdict[tuple[str, str], list[tuple[Told, Told]]] = defaultdict(list)
    for group in by_passage(told).values():
        silent = [item for item in group if not _names_newsroom(articles[item.telling.id], item.span)]
        for left, right in product(group, silent):
            relays = left.telling.relays
            unnamed = not any(same_newsroom(relay.name, name) for relay in relays for name in named[right.telling.id])
            other = left.telling.id != right.telling.id
            if other and relays and unnamed and _may_be_one(left.telling, right.telling):
                pairs[left.telling.id, right.telling.id].append((left, right))
    for found in pairs.values():
        places = (Place(left.telling.id, relay.span) for left, _ in found for relay in left.telling.relays)
        items = dict.fromkeys(item for pair in found for item in pair)
        yield Difference(
            kind=FindingKind.CREDIT_DIFFERS,
            weight=len(found),
            evidence=tuple(dict.fromkeys([*places, *(right.place for _, right in found)])),
            about=tuple(item.chain for item in items),
        )


def find_credited_versions(told: Sequence[Told], versions: Sequence[Annotated]) -> Iterator[Difference]:
    """Statements for which a version credits the outlet of another one; one difference for each such pair."""
    for version in versions:
        outlet = version.article.seed.details.outlet
        pairs: defaultdict[str, list[Told]] = defaultdict(list)
        for item in told:
            if outlet and item.telling.id != version.id and credits_outlet(item.telling.statement, outlet.value):
                pairs[item.telling.id].append(item)
        for crediting, items in pairs.items():
            statements = [item.telling.statement for item in items]
            spans = [span for s in statements for span in ([relay.span for relay in s.relays] or s.source)]
            yield Difference(
                kind=FindingKind.VERSION_CREDITED,
                weight=len(items),
                evidence=tuple(Place(crediting, span) for span in dict.fromkeys(spans)),
                about=tuple(item.chain for item in items),
            )


def _names_newsroom(article: Article, span: Span) -> bool:
    """Whether the paragraphs of `span` name a newsroom anywhere."""
    return any(any(find_newsrooms(article.at(block.span))) for block in article.blocks if block.span.meets(span))


def _newsrooms(version: Annotated) -> set[str]:
    """The newsrooms that the whole file names, notices of the page included, and its outlet, which needs no credit."""
    seed = version.article.seed
    byline = seed.details.byline.value if seed.details.byline else ""
    outlet = {seed.details.outlet.value} if seed.details.outlet else set()
    return {*find_newsrooms(seed.text), *find_newsrooms(byline), *outlet}


def _may_be_one(left: Telling, right: Telling) -> bool:
    """Whether matching passages give the words to the same speaker, or both to somebody unnamed."""
    if left.statement.denial is not right.statement.denial:
        return False
    namings = [telling.statement.speaker.naming if telling.statement.speaker else None for telling in (left, right)]
    if Naming.UNNAMED in namings:
        return namings[0] is namings[1]
    return left.teller is not None and left.teller == right.teller
