"""Whom "he", "she" and "the minister" stand for, where the text settles it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.annotate.actor_rules import SPEAKS
from generator.annotate.capitals import dateline_end
from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.sexes import sex_of_sentence, sex_of_title
from generator.annotate.vocabulary import ARTICLES, FAMILY, OPENERS, RANKS, ROLES
from generator.model import Actor, ActorKind, Article, Span, Statement

_WRITTEN_OUT: dict[str, list[str]] = read_lexicon("titles")["written_out"]
# What may stand between the start of a sentence and its subject: “In an interview with Fox News, Mr. …”
_LEAD = re.compile(r"[\"'“‘«]?(?P<introduction>[^,“”\"]{2,120},\s)?(?:The\s|the\s)?(?:(?:Mr|Mrs|Ms|Dr|Rev|Miss)\.?\s)?")
_PERSONS = {noun for noun in words(read_lexicon("sources")["persons"]) if not noun.endswith("s")}
_ROLE = "|".join(re.escape(role) for role in sorted(ROLES | RANKS | _PERSONS))
_SUBJECT = re.compile(
    r"[\"'“‘«]?(?P<introduction>[^,“”\"]{2,120},\s)?"
    rf"(?:(?P<pronoun>[Hh]e|[Ss]he)|[Tt]he\s(?P<role>(?:[a-z-]+\s){{0,2}}?(?:{_ROLE})))\b(?!['’])"
)
_NOUN = "|".join(re.escape(noun) for noun in sorted(ROLES | RANKS | FAMILY | _PERSONS))
# “Moreno's mother(, Ida,) wept”: it is she who is told of.
_SOMEBODY_OF_HIS = re.compile(rf"(?:['’]s|(?<=s)['’])\s(?:[\w-]+\s){{0,3}}?(?P<noun>{_NOUN})\b(?:,?\s(?=[A-Z]))?")
_WORD_IN_FRONT = re.compile(r"(\w+\.?),?\s$")

LONGEST_CHAIN = 12
"""How many sentences in a row may begin with "he" and still be traced to a name."""


@dataclass(frozen=True, slots=True)
class Discourse:
    """People of one article in reading order, and who spoke so far."""

    people: tuple[Actor, ...]
    sexes: Mapping[str, str]
    """`he` or `she` by key, for those whom the text itself calls so."""
    titles: Mapping[str, tuple[frozenset[str], ...]]
    """Words of each title of each person by key, in small letters, abbreviations written out."""
    mentions: tuple[tuple[int, Actor], ...]
    """Outside what is said by others: "he" behind “Obama must go,” is not Obama."""
    openings: frozenset[int]
    """Where a mention is the first name of its sentence, behind an introduction at most; not "Moreno's mother"."""
    paragraphs: tuple[Span, ...]
    sentences: tuple[int, ...]
    """Where each starts."""
    subjects: tuple[tuple[int, tuple[str, ...]], ...]
    """Where a sentence has a pronoun or a role for its first name: ("he",), ("trade", "minister"), or somebody of a
    person named: ("mother",)."""
    spoken: list[tuple[int, Actor]] = field(default_factory=list)
    """Where a resolved source stands, with its speaker; grows as an article is read."""

    def window(self, at: int) -> int:
        """Return where the paragraph before that of `at` starts."""
        here = bisect_right(self.paragraphs, at, key=lambda span: span.start) - 1
        return self.paragraphs[max(here - 1, 0)].start


def read_discourse(
    article: Article, sentences: Sequence[Span], statements: Sequence[Statement], actors: Sequence[Actor]
) -> Discourse:
    people = tuple(actor for actor in actors if _may_be_a_person(actor))
    mentions = tuple(sorted(((m.start, actor) for actor in people for m in actor.mentions), key=lambda pair: pair[0]))
    # Only of what is surely reported can it be said that the names in it belong to somebody else's words.
    reported = _union(span for statement in statements if statement.sure for span in statement.content)
    titles = {actor.key: tuple(_title_words(article, actor)) for actor in people}
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
        subjects=tuple(sorted(pair for pair in subjects if not _within(reported, pair[0]))),
    )


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


def _title_words(article: Article, actor: Actor) -> Iterator[frozenset[str]]:
    fronts = (_WORD_IN_FRONT.search(article.text, max(0, m.start - 12), m.start) for m in actor.mentions)
    titles = [*map(article.at, actor.titles), *(front[1] for front in fronts if front)]
    for title in dict.fromkeys(titles):
        found = {word.casefold().strip(".,'’") for word in title.split()}
        yield frozenset(found | {full for word in found for full in _WRITTEN_OUT.get(word, ())})


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
            if (lead := _LEAD.fullmatch(article.text, start, at)) and _introduces(lead["introduction"]):
                other = _SOMEBODY_OF_HIS.match(article.text, mention.end)
                if other is None or other.end() in named:
                    yield (other.end() if other else mention.start), None
                else:
                    yield mention.start, (at, (other["noun"],))


def _subjects(article: Article, sentences: Sequence[Span]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for sentence in sentences:
        subject = _SUBJECT.match(article.text, dateline_end(article.text, sentence.start), sentence.end)
        if subject is None or not _introduces(subject["introduction"]):
            continue
        role = tuple((subject["pronoun"] or subject["role"]).casefold().split())
        yield subject.start("pronoun" if subject["pronoun"] else "role"), role


def _introduces(words_: str | None) -> bool:
    """Whether words before a comma are no clause of someone else: "In May,", "Asked about it,", "Meanwhile,"."""
    if words_ is None:
        return True
    first = words_.split(None, 1)[0].casefold().rstrip(",")
    return (first in OPENERS and first not in ARTICLES) or first.endswith(("ing", "ed", "ly"))


def _sexes(
    article: Article,
    sentences: Sequence[Span],
    titles: Mapping[str, tuple[frozenset[str], ...]],
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
        if (sex := sex_of_title(frozenset().union(*title))) is not None:
            yield key, sex
        elif len(called[key]) == 1:
            yield key, next(iter(called[key]))


def resolve_pronoun(
    discourse: Discourse, pronoun: str, at: int, *, of_subject: bool = False, links: int = LONGEST_CHAIN
) -> Actor | None:
    """Return whom "he" or "she" at `at` stands for.

    Of those whom the word fits that is the last one before it, in this paragraph or the one before, who spoke or was
    the first of a sentence, by name, pronoun or role; else the only one named there. None where that one is open,
    where people compete and where another is named between, in a later sentence or in the pronoun's own, unless the
    phrase is the subject's (`of_subject`: "hit Klein for what she called a lie").
    """
    start = discourse.window(at)

    def fitting(places: Sequence[tuple[int, Actor]]) -> list[tuple[int, Actor]]:
        first, last = (bisect_left(places, edge, key=lambda pair: pair[0]) for edge in (start, at))
        return [pair for pair in places[first:last] if discourse.sexes.get(pair[1].key, pronoun) == pronoun]

    named = fitting(discourse.mentions)
    leading = fitting(discourse.spoken)
    leading += [(place, actor) for place, actor in named if place in discourse.openings]
    place, found = max(leading, key=lambda event: event[0], default=(start - 1, None))
    first, last = (bisect_left(discourse.subjects, (edge,)) for edge in (max(start, place + 1), at))
    subjects = [pair for pair in discourse.subjects[first:last] if _may_be(pronoun, pair[1])]
    if subjects:
        place, subject = subjects[-1]
        found = _subject(discourse, subject, place, links)
    elif found is None and len({actor.key for _, actor in named}) == 1:
        return _person(named[0][1])
    return _person(found) if not _has_rival(discourse, named, found, place, at, of_subject=of_subject) else None


def _may_be(pronoun: str, subject: tuple[str, ...]) -> bool:
    """Whether "he" may be "the congressman" or "he"; not "the chairwoman", not "she"."""
    return subject == (pronoun,) or (subject not in (("he",), ("she",)) and sex_of_title(subject) in (None, pronoun))


def _subject(discourse: Discourse, subject: tuple[str, ...], at: int, links: int) -> Actor | None:
    if subject not in (("he",), ("she",)):
        return resolve_role(discourse, subject, at)
    return resolve_pronoun(discourse, subject[0], at, links=links - 1) if links else None


def _has_rival(
    discourse: Discourse,
    named: Sequence[tuple[int, Actor]],
    found: Actor | None,
    place: int,
    at: int,
    *,
    of_subject: bool,
) -> bool:
    own = discourse.sentences[max(bisect_right(discourse.sentences, at) - 1, 0)]
    behind = bisect_right(discourse.sentences, place)
    next_sentence = discourse.sentences[behind] if behind < len(discourse.sentences) else at
    rivals = [other for other, actor in named if actor is not found and other > place]
    return any(other >= next_sentence or (other >= own and not of_subject) for other in rivals)


def _person(actor: Actor | None) -> Actor | None:
    return actor if actor is not None and actor.kind is ActorKind.PERSON else None


def resolve_role(discourse: Discourse, role: Sequence[str], at: int) -> Actor | None:
    """Return whom "the (trade) minister" stands for: the only person before it with a title that has all these words.

    Of several, and where one word such as "the officer" is all there is to go by, the only one named in this paragraph
    or the one before.
    """
    if role[-1] not in ROLES and role[-1] not in RANKS:
        return None
    before = [
        actor
        for actor in discourse.people
        if actor.mentions[0].start < at and any(title.issuperset(role) for title in discourse.titles[actor.key])
    ]
    if len(before) == 1 and len(role) > 1:
        return before[0]
    start = discourse.window(at)
    near = [actor for actor in before if any(start <= mention.start < at for mention in actor.mentions)]
    return near[0] if len(near) == 1 else None
