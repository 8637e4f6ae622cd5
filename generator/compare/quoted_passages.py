"""Sentences that have no counterpart as a whole, but hold a quotation that another version has too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from generator.anchors import find_quote
from generator.compare.words import find_words
from generator.model import Annotated, Article, Likeness, Match, Passage, Place, Rule, Span, Wording

LEAST_WORDS = 3
"""So many words of a sentence must stand in a quotation that is compared, and not be its own."""
LEAST_SHARE = 0.5
"""… and this share of them in one sentence of the other version."""

QUOTED = Rule("passage.quoted", "Both sentences hold the same quotation, or a part of it, by the wordings compared.")


def join_quoted(
    passages: Sequence[Passage],
    wordings: Sequence[Wording],
    versions: Sequence[Annotated],
    matches: Sequence[Match] = (),
) -> tuple[Passage, ...]:
    """Return the passages, each sentence whose quotation is compared beside the one that has it in another version.

    A sentence “found in one version only” would contradict the wording that is shown beside it. Left alone are
    retellings, quotations of which the sentence holds a word or two, and what the editor keeps apart.
    """
    articles = {version.id: version.article for version in versions}
    joined = {passage.id: passage for passage in passages}
    home = {place: passage.id for passage in passages for place in passage.places}
    order = {version.id: number for number, version in enumerate(versions)}
    apart = list(_kept_apart(matches, articles))
    for passage in passages:
        if passage.likeness is not Likeness.SINGLE:
            continue
        for partner in _partners(passage.places[0], wordings, articles, home):
            if any(_meet(passage.places[0], partner, pair) for pair in apart):
                continue
            whole = joined[home[partner]]
            places = sorted((*whole.places, *passage.places), key=lambda place: (order[place.version], place.span))
            rule = QUOTED if whole.likeness is Likeness.SINGLE else whole.rule
            joined[whole.id] = replace(whole, places=tuple(places), likeness=Likeness.REWORDED, rule=rule)
            home[passage.places[0]] = whole.id
            del joined[passage.id]
            break
    return tuple(joined.values())


def _partners(
    place: Place, wordings: Sequence[Wording], articles: Mapping[str, Article], home: Mapping[Place, str]
) -> Iterator[Place]:
    """Yield the sentences of other versions that have the words of `place` which stand in a compared quotation."""
    for wording in wordings:
        said = [
            (spot.version, pieces)
            for variant in wording.variants
            if variant.quoted
            for spot, pieces in zip(variant.places, variant.pieces, strict=True)
        ]
        ours = next((pieces for version, pieces in said if version == place.version), ())
        own = [span for v in wording.variants if v.places[0].version == place.version for span in v.differing]
        words = _words_in(articles[place.version], place.span, ours)
        alone = sum(len(list(find_words(articles[place.version], span))) for span in own if place.span.holds(span))
        if len(words) - alone < LEAST_WORDS:
            continue
        for version, pieces in said:
            if version == place.version:
                continue
            scored = [
                (LCSseq.similarity(words, _words_in(articles[version], other.span, pieces)), other)
                for other in home
                if other.version == version and any(piece.meets(other.span) for piece in pieces)
            ]
            shared, best = max(scored, key=lambda pair: pair[0], default=(0, None))
            if best is not None and home[best] != home[place] and shared >= LEAST_SHARE * len(words):
                yield best


def _words_in(article: Article, sentence: Span, pieces: Sequence[Span]) -> list[str]:
    return [word.text for word in find_words(article, sentence) if any(piece.holds(word.span) for piece in pieces)]


def _kept_apart(matches: Sequence[Match], articles: Mapping[str, Article]) -> Iterator[tuple[Place, Place]]:
    for match in matches:
        if not match.same and {match.left.version, match.right.version} <= articles.keys():
            left, right = (
                Place(one.version, find_quote(articles[one.version].text, one.quote, one.prefix, one.suffix))
                for one in (match.left, match.right)
            )
            yield left, right


def _meet(left: Place, right: Place, pair: tuple[Place, Place]) -> bool:
    return any(
        left.version == one.version
        and left.span.meets(one.span)
        and right.version == other.version
        and right.span.meets(other.span)
        for one, other in (pair, pair[::-1])
    )
