"""Sentences that have no counterpart as a whole, but hold a quotation that another version has too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from generator.anchors import find_quote, fold
from generator.compare.words import WORD, find_words
from generator.languages import one_language
from generator.model import Annotated, Article, Likeness, Match, Passage, Place, Rule, Span, Wording

LEAST_WORDS = 3
"""So many words of a sentence must stand in a quotation that is compared, and not be its own."""
LEAST_SHARE = 0.5
"""… and this share of them in one sentence of the other version."""
_UTTERANCE = re.compile(r"[“\"‘'][A-Z].*[,.!?…][”\"’']", re.DOTALL)
LONG_WORDS = 5
"""A quotation that stands whole within one of the other version is known by so many words, whoever speaks."""

QUOTED = Rule("passage.quoted", "Both sentences hold the same quotation, or a part of it.")


def join_quoted(
    passages: Sequence[Passage],
    wordings: Sequence[Wording],
    versions: Sequence[Annotated],
    matches: Sequence[Match] = (),
) -> tuple[Passage, ...]:
    """Return the passages, each sentence whose quotation is compared beside the one that has it in another version.

    A sentence “found in one version only” would contradict the wording that is shown beside it, or the other copy
    that quotes the words too, though no sure statement holds them. Left alone are retellings, quotations of which the
    sentence holds a word or two, and what the editor keeps apart.
    """
    articles = {version.id: version.article for version in versions}
    joined = {passage.id: passage for passage in passages}
    home = {place: passage.id for passage in passages for place in passage.places}
    order = {version.id: number for number, version in enumerate(versions)}
    apart = list(_kept_apart(matches, articles))
    for passage in passages:
        if joined[passage.id].likeness is not Likeness.SINGLE:
            continue  # from the beginning, or since a sentence of another version joined it
        place = passage.places[0]
        for partner in (*_partners(place, wordings, articles, home), *_quoting_the_same(place, versions, home)):
            if any(_meet(place, partner, pair) for pair in apart):
                continue
            whole = joined[home[partner]]
            places = sorted((*whole.places, place), key=lambda place: (order[place.version], place.span))
            rule = QUOTED if whole.likeness is Likeness.SINGLE else whole.rule
            joined[whole.id] = replace(whole, places=tuple(places), likeness=Likeness.REWORDED, rule=rule)
            home[place] = whole.id
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


def _quoting_the_same(place: Place, versions: Sequence[Annotated], home: Mapping[Place, str]) -> Iterator[Place]:
    """Yield the sentences of other versions with a quotation that holds one of this sentence whole, or is held by it.

    A short one must be a whole utterance in both: “Nah,” she said; "Nah." Missed on purpose: labels (“regime”).
    """
    own = next(version for version in versions if version.id == place.version)
    for ours in _quoted_in(own, place.span):
        for other in versions:
            if other.id == place.version or not one_language(own.article, other.article):
                continue
            for sentence in other.sentences:
                theirs = Place(other.id, sentence)
                if theirs in home and any(_one_quotation(ours, quoted) for quoted in _quoted_in(other, sentence)):
                    yield theirs


def _quoted_in(version: Annotated, sentence: Span) -> Iterator[str]:
    """Yield the part of each quotation that stands in the sentence, marks and all."""
    for quotation in version.quotations:
        if quotation.span.meets(sentence):
            start, end = max(quotation.span.start, sentence.start), min(quotation.span.end, sentence.end)
            yield version.article.at(Span(start, end))


def _one_quotation(left: str, right: str) -> bool:
    ours, theirs = (WORD.findall(fold(quoted).text.casefold()) for quoted in (left, right))
    if ours == theirs and _UTTERANCE.fullmatch(left) and _UTTERANCE.fullmatch(right):
        return True
    shorter, longer = sorted((ours, theirs), key=len)
    return len(shorter) >= LONG_WORDS and f" {' '.join(shorter)} " in f" {' '.join(longer)} "


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
