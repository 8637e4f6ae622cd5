"""The people of an article as it goes on: who is named where, who opens a sentence, who spoke so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.annotate.actor_rules import SPEAKS
from generator.annotate.capitals import dateline_end
from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.references import mentions_by_start
from generator.annotate.roles import Titles, find_titles
from generator.annotate.sexes import sex_of_sentence, sex_of_title
from generator.annotate.vocabulary import ARTICLES, FAMILY, OPENERS, RANKS, ROLE_MODIFIERS, ROLES
from generator.model import Actor, ActorKind, Article, Span, Statement
from generator.newsrooms import bare_name, is_newsroom

# What may stand between the start of a sentence and its subject: “In an interview with the radio, Mr. …”
_LEAD = re.compile(
    r"[\"'“‘«]?(?P<introduction>[^,“”\"]{2,120},\s)?(?P<title>(?:[Tt]he\s)?(?:[\w.-]+\s){0,6}?)(?:(?:Mr|Mrs|Ms|Dr|Rev|Miss)\.?\s)?"
)
_SOURCES = read_lexicon("sources")
# “The most telling promise” and “The two sides” name nobody by a role.
_PERSONS = {noun for noun in words(_SOURCES["persons"]) - words(_SOURCES["counts"]) if not noun.endswith("s")}
_ROLE = "|".join(re.escape(role) for role in sorted(ROLES | RANKS | _PERSONS))
_SUBJECT = re.compile(
    r"[\"'“‘«]?(?P<introduction>[^,“”\"]{2,120},\s)?"
    rf"(?:(?P<pronoun>[Hh]e|[Ss]he)|[Tt]he\s(?P<role>(?:[a-z-]+\s){{0,2}}?(?:{_ROLE})(?:\s(?:{_ROLE}))*))\b(?!['’])"
)
_NOUN = "|".join(re.escape(noun) for noun in sorted(ROLES | RANKS | FAMILY | _PERSONS))
# “Moreno's mother(, Ida,) wept”: it is she who is told of.
_SOMEBODY_OF_HIS = re.compile(rf"(?:['’]s|(?<=s)['’])\s(?:[\w-]+\s){{0,3}}?(?P<noun>{_NOUN})\b(?:,?\s(?=[A-Z]))?")
_TITLES = ROLES | RANKS | ROLE_MODIFIERS
_NO_TITLES = OPENERS - ROLE_MODIFIERS

# Concessive clauses only: in “When he asked about it, Mr. Klein left” it is another who asked.
_FRONTED = re.compile(
    r"(?:And\s|But\s)?(?:While|Though|Although|Even\s(?:if|though|as))\s(?P<pronoun>he|she)\b"
    r"[^,;“”\"]{2,140},\s(?:even\s)?(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Discourse:
    """People of one article in reading order, and who spoke so far."""

    people: tuple[Actor, ...]
    sexes: Mapping[str, str]
    """`he` or `she` by key, for those whom the text itself calls so."""
    titles: Titles
    mentions: tuple[tuple[int, Actor], ...]
    """Outside what is said by others: "he" behind “Moreno must go,” is not Moreno."""
    openings: frozenset[int]
    """Where a mention is the first name of its sentence, behind an introduction at most; not "Moreno's mother"."""
    paragraphs: tuple[Span, ...]
    sentences: tuple[int, ...]
    """Where each starts."""
    subjects: tuple[tuple[int, tuple[str, ...]], ...]
    """Where a sentence has a pronoun or a role for its first name: ("he",), ("trade", "minister"), or somebody of a
    person named: ("mother",)."""
    reported: tuple[Span, ...]
    """What is surely reported, sorted and disjoint."""
    inside: tuple[tuple[int, Actor], ...]
    """Mentions inside that."""
    fronted: Mapping[int, Actor]
    """Whom the main clause names behind a concessive one that has a pronoun: "While he left, Klein stayed"."""
    spoken: list[tuple[int, Actor]] = field(default_factory=list)
    """Where a resolved source stands, with its speaker; grows as an article is read."""

    def window(self, at: int) -> int:
        """Return where the paragraph before that of `at` starts."""
        here = bisect_right(self.paragraphs, at, key=lambda span: span.start) - 1
        return self.paragraphs[max(here - 1, 0)].start


def read_discourse(
    article: Article, sentences: Sequence[Span], statements: Sequence[Statement], actors: Sequence[Actor]
) -> Discourse:
    """Read what an article tells of its people before anybody's words are resolved: `spoken` is empty yet."""
    people = tuple(actor for actor in actors if _may_be_a_person(actor))
    mentions = tuple(sorted(((m.start, actor) for actor in people for m in actor.mentions), key=lambda pair: pair[0]))
    # Only of what is surely reported can it be said that the names in it belong to somebody else's words.
    reported = _union(span for s in statements if s.sure and not _is_told_by_news(article, s) for span in s.content)
    titles = {actor.key: tuple(find_titles(article, actor)) for actor in people}
    first_names = tuple(_first_names(article, sentences, people))
    subjects = [*_subjects(article, sentences), *(pair for _, pair in first_names if pair is not None)]
    return Discourse(
        people=people,
        sexes=dict(_sexes(article, sentences, titles, mentions)),
        titles=titles,
        mentions=tuple((at, actor) for at, actor in mentions if not _within(reported, at)),
        openings=frozenset(mention for mention, pair in first_names if pair is None),
        paragraphs=tuple(block.span for block in article.blocks),
        sentences=tuple(sentence.start for sentence in sentences),
        reported=tuple(reported),
        inside=tuple((at, actor) for at, actor in mentions if _within(reported, at)),
        fronted=dict(_fronted(article, sentences, people)),
        subjects=tuple(sorted(pair for pair in subjects if not _within(reported, pair[0]))),
    )


def _is_told_by_news(article: Article, statement: Statement) -> bool:
    """Whether a newsroom is the source: what it reports is told, and names are brought in there as anywhere else."""
    return bool(statement.source) and is_newsroom(bare_name(article.at(statement.source[0])))


def _may_be_a_person(actor: Actor) -> bool:
    """People, and names of one word that speak: of those the text does not say what they are, so that they compete."""
    alone = " " not in actor.name and actor.kind is ActorKind.OTHER
    return actor.kind is ActorKind.PERSON or (alone and actor.rule == SPEAKS)


def _union(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _within(spans: Sequence[Span], at: int) -> bool:
    number = bisect_right(spans, at, key=lambda span: span.start) - 1
    return number >= 0 and at < spans[number].end


def _first_names(
    article: Article, sentences: Sequence[Span], people: Sequence[Actor]
) -> Iterator[tuple[int, tuple[int, tuple[str, ...]] | None]]:
    """Yield each mention that is the first name of its sentence; with the subject, where that is somebody of his.

    Where the text names her, it is her name: "Moreno's lawyer, David Klein, left."
    """
    starts = [sentence.start for sentence in sentences]
    named = {mention.start for actor in people for mention in actor.mentions}
    for actor in people:
        titles = {title.end + 1: title.start for title in actor.titles}
        for mention in actor.mentions:
            at = titles.get(mention.start, mention.start)
            start = dateline_end(article.text, starts[max(bisect_right(starts, at) - 1, 0)])
            lead = _LEAD.fullmatch(article.text, start, at)
            if lead is not None and _introduces(lead["introduction"]) and _is_title(lead["title"]):
                other = _SOMEBODY_OF_HIS.match(article.text, mention.end)
                if other is None or other.end() in named:
                    yield (other.end() if other else mention.start), None
                else:
                    yield mention.start, (at, (other["noun"],))


def _is_title(in_front: str) -> bool:
    """Whether words in front of a name may belong to it: "NRA CEO", "Former Arkansas Rep.", "The", nothing at all."""
    found = in_front.split()[1:] if in_front[:3] in ("The", "the") else in_front.split()
    return not found or (
        found[-1].casefold().rstrip(".") in _TITLES
        and all(word[0].isupper() or word in _TITLES for word in found[1:])
        and found[0].casefold() not in _NO_TITLES
    )


def _subjects(article: Article, sentences: Sequence[Span]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for sentence in sentences:
        subject = _SUBJECT.match(article.text, dateline_end(article.text, sentence.start), sentence.end)
        if subject is None or not _introduces(subject["introduction"]):
            continue
        role = tuple((subject["pronoun"] or subject["role"]).casefold().split())
        yield subject.start("pronoun" if subject["pronoun"] else "role"), role


def _fronted(article: Article, sentences: Sequence[Span], people: Sequence[Actor]) -> Iterator[tuple[int, Actor]]:
    places = mentions_by_start(people, article)
    for sentence in sentences:
        clause = _FRONTED.match(article.text, sentence.start, sentence.end)
        if clause is not None and (named := places.get(clause.end())) is not None:
            yield clause.start("pronoun"), named.actor


def _introduces(words_: str | None) -> bool:
    """Whether words before a comma are no clause of someone else: "In May,", "Asked about it,", "Meanwhile,"."""
    if words_ is None:
        return True
    first = words_.split(None, 1)[0].casefold().rstrip(",")
    return (first in OPENERS and first not in ARTICLES) or first.endswith(("ing", "ed", "ly"))


def _sexes(
    article: Article,
    sentences: Sequence[Span],
    titles: Titles,
    mentions: Sequence[tuple[int, Actor]],
) -> Iterator[tuple[str, str]]:
    """Yield what the text calls each person: by Mr., Ms. or a title; else by "he" or "she" in sentences that name
    nobody else, if all agree. A given name tells nothing here.
    """
    called: defaultdict[str, set[str]] = defaultdict(set)
    at = 0
    for sentence in sentences:
        here: set[str] = set()
        while at < len(mentions) and mentions[at][0] < sentence.end:
            here.add(mentions[at][1].key)
            at += 1
        if len(here) == 1 and (pronoun := sex_of_sentence(article.at(sentence))) is not None:
            called[here.pop()].add(pronoun)
    for key, title in titles.items():
        if (sex := sex_of_title(frozenset().union(*(one.words for one in title)))) is not None:
            yield key, sex
        elif len(called[key]) == 1:
            yield key, next(iter(called[key]))
