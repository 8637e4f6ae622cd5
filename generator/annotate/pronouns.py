"""Whom "he", "she" and "the minister" stand for, where the text settles it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.annotate.lexicon import read_lexicon, words
from generator.model import Actor, ActorKind, Article, Span

_TITLES = read_lexicon("titles")
_MALE = words(_TITLES["male"])
_FEMALE = words(_TITLES["female"])
_WRITTEN_OUT = {
    "sen": ("senator",),
    "rep": ("congressman", "congresswoman", "representative", "lawmaker"),
    "gov": ("governor",),
    "gen": ("general",),
    "dr": ("doctor",),
    "prof": ("professor",),
    "lt": ("lieutenant",),
    "sgt": ("sergeant",),
    "capt": ("captain",),
    "col": ("colonel",),
    "senator": ("lawmaker",),
    "congressman": ("lawmaker",),
}
_LEAD = re.compile(r"(?:The )?(?:Mr|Mrs|Ms|Dr|Rev|Miss)\.? $")
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)


@dataclass(slots=True)
class Discourse:
    """People of one article in reading order, and who spoke so far."""

    article: Article
    people: tuple[Actor, ...]
    sexes: dict[str, str]
    """`he` or `she` by key, for those whom the text itself calls so."""
    mentions: list[tuple[Span, Actor]]
    paragraphs: tuple[Span, ...]
    titles: dict[str, frozenset[str]]
    """Words of each person's titles by key, in small letters, abbreviations written out."""
    openings: frozenset[int]
    """Where a mention opens a sentence, a title in front included."""
    spoken: list[tuple[int, Actor]] = field(default_factory=list)
    """Where a resolved source stands, with its speaker, in reading order."""

    def paragraph(self, at: int) -> int:
        return next((i for i, span in enumerate(self.paragraphs) if at < span.end), len(self.paragraphs) - 1)


def read_discourse(article: Article, sentences: Sequence[Span], actors: Sequence[Actor]) -> Discourse:
    people = tuple(actor for actor in actors if actor.kind is ActorKind.PERSON)
    mentions = sorted(((m, actor) for actor in people for m in actor.mentions), key=lambda pair: pair[0])
    return Discourse(
        article,
        people,
        _sexes(article, sentences, people, mentions),
        mentions,
        tuple(block.span for block in article.blocks),
        {actor.key: _title_words(article, actor) for actor in people},
        frozenset(_openings(article, sentences, people)),
    )


def _title_words(article: Article, actor: Actor) -> frozenset[str]:
    found = {word.casefold().strip(".,'’") for title in actor.titles for word in article.at(title).split()}
    return frozenset(found | {full for word in found for full in _WRITTEN_OUT.get(word, ())})


def _openings(article: Article, sentences: Sequence[Span], people: Sequence[Actor]) -> Iterator[int]:
    starts = {sentence.start for sentence in sentences}
    for actor in people:
        ends = {title.end + 1: title.start for title in actor.titles}
        for mention in actor.mentions:
            before = ends.get(mention.start, mention.start)
            if before in starts or _opens(article.text, before, starts):
                yield mention.start


def _opens(text: str, at: int, starts: set[int]) -> bool:
    """Whether at most an honorific and an article stand before: "Mr. Steele", "The Rev. Al Sharpton"."""
    match = _LEAD.search(text, max(0, at - 12), at)
    return match is not None and match.start() in starts


def _sexes(
    article: Article, sentences: Sequence[Span], people: Sequence[Actor], mentions: Sequence[tuple[Span, Actor]]
) -> dict[str, str]:
    """Return what the text calls each person: by Mr., Ms. or a title; else by its own "he" or "she" in sentences that name
    nobody else. A given name tells nothing here.
    """
    found: dict[str, str] = {}
    for actor in people:
        titles = {word.casefold() for t in actor.titles for word in article.at(t).split()}
        titles |= {
            article.text[max(0, m.start - 5) : m.start].split()[-1].casefold()
            for m in actor.mentions
            if article.text[max(0, m.start - 5) : m.start].split()
        }
        if titles & _MALE and not titles & _FEMALE:
            found[actor.key] = "he"
        elif titles & _FEMALE and not titles & _MALE:
            found[actor.key] = "she"
    named: defaultdict[Span, set[str]] = defaultdict(set)
    at = 0
    for sentence in sentences:
        while at < len(mentions) and mentions[at][0].start < sentence.end:
            named[sentence].add(mentions[at][1].key)
            at += 1
    votes: defaultdict[str, list[str]] = defaultdict(list)
    for sentence, keys in named.items():
        if len(keys) != 1:
            continue
        (key,) = keys
        if key in found:
            continue
        words_ = article.at(sentence)
        he, she = _HE.search(words_), _SHE.search(words_)
        if (he is None) != (she is None):
            votes[key].append("he" if he else "she")
    for key, cast in votes.items():
        if len(set(cast)) == 1:
            found[key] = cast[0]
    return found


def resolve_pronoun(discourse: Discourse, pronoun: str, at: int) -> Actor | None:
    """Return whom "he" or "she" at `at` stands for: the last person before it in this paragraph or the one before who
    spoke or opened a sentence, if no one else whom the word fits is named between the two; None where people compete.
    """
    here = discourse.paragraph(at)
    start = discourse.paragraphs[max(here - 1, 0)].start
    fitting = [
        (mention, actor)
        for mention, actor in discourse.mentions
        if start <= mention.start < at and discourse.sexes.get(actor.key, pronoun) == pronoun
    ]
    keys = {actor.key for _, actor in fitting}
    events = [
        (place, actor)
        for place, actor in discourse.spoken
        if start <= place < at and discourse.sexes.get(actor.key, pronoun) == pronoun
    ]
    events += [(mention.start, actor) for mention, actor in fitting if mention.start in discourse.openings]
    if events:
        return max(events, key=lambda event: event[0])[1]
    if len(keys) == 1:
        return fitting[0][1]
    return None


def resolve_role(discourse: Discourse, noun: str, at: int) -> Actor | None:
    """Return whom "the minister" stands for: the only person before it whom the text gives that title; of several the
    only one in this paragraph or the one before.
    """
    titled = [actor for actor in discourse.people if noun in discourse.titles[actor.key]]
    before = [actor for actor in titled if actor.mentions[0].start < at]
    if len(before) == 1:
        return before[0]
    start = discourse.paragraphs[max(discourse.paragraph(at) - 1, 0)].start
    near = [actor for actor in before if any(start <= mention.start < at for mention in actor.mentions)]
    return near[0] if len(near) == 1 else None
