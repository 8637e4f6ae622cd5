"""Who says so: what one article answers of the source of each statement, in the order in which it is read."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from generator.annotate.actor_rules import BODY, HEAD
from generator.annotate.discourse import Discourse, read_discourse
from generator.annotate.holders import find_holders
from generator.annotate.labels import is_plural, named_speaker, together, unnamed_speaker
from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.offices import OFFICES, Offices
from generator.annotate.papers import DOCUMENTS, Papers, find_issued
from generator.annotate.pronouns import POSSESSIVES, resolve_pronoun, resolve_role, topic
from generator.annotate.references import (
    Head,
    Named,
    apposed,
    following_name,
    is_definite,
    mentions_by_start,
    read_head,
)
from generator.annotate.roles import is_role
from generator.model import Actor, ActorKind, Article, Naming, Span, Speaker, Statement
from generator.newsrooms import is_newsroom

_LISTS = read_lexicon("sources")
_BODIES = words(_LISTS["bodies"])
_COMPANIES = words(_LISTS["companies"])
_RELATIVES = frozenset({"who", "which", "that"})
_RELATIVE_LINK = re.compile(r"(?:\s\([^()\n]{1,20}\))?,?\s$")
_PLURAL_VERB = re.compile(r"\s(?:\w+ly\s)?(?:are|were|have|do)\b")
_SINGULAR_PRONOUNS = words(_LISTS["pronouns"])
PRONOUNS = _SINGULAR_PRONOUNS | words(
    "i we you they it who which that this these those what there everyone nobody someone anyone him her them us me my"
    " your his its our their whose himself herself self"
)
_SOMEONE = re.compile(r"(?:someone|somebody)\s\w", re.IGNORECASE)  # “someone familiar with the case”
_OWNED = re.compile(r"['’]s?\s(?P<noun>\w+)(?=\W|$)")
_OF_HIS_SPEECH = re.compile(r"\s?of\s(his|her)\s(?:remarks|speech|comments|interview|testimony|talk|words|address)\b")
_CONTINUES = re.compile(r"\b(?:continues|continued|goes on|went on)\b")
_ISSUED = re.compile(r"\s(?:later |also |then )?(?:released|issued|posted|sent|wrote|published|put out)\s$")


class _Voice(NamedTuple):
    """One who spoke."""

    at: int
    """Where the source stands."""
    speaker: Speaker
    several: bool
    """Whether it is several people who have no name together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything of one article that the answer to "who says so?" rests on.

    Statements are to be asked for in reading order, for each answer is kept for the ones behind it.
    """

    article: Article
    actors: Sequence[Actor]
    places: Mapping[int, Named]
    ends: Mapping[int, Actor]
    """Where each mention ends, with its actor."""
    by_key: Mapping[str, Actor]
    discourse: Discourse
    offices: Offices
    papers: Papers
    voices: list[_Voice] = field(default_factory=list)
    """Who spoke so far; grows as the article is read."""

    def speaker(self, statement: Statement) -> Speaker | None:
        """Return who says so; None where the text names nobody or leaves it open."""
        if not statement.source:
            return None
        source = Span(statement.source[0].start, statement.source[-1].end)
        head = read_head(self.article, source, self.places)
        speaker = self._read(source, head, stance=statement.stance) or self._goes_on(statement, source, head)
        if speaker is not None:
            several = speaker.actor is None and (len(head.named) > 1 or (bool(head.words) and is_plural(head)))
            self.voices.append(_Voice(source.start, speaker, several))
            actor = self._actor(speaker)
            if actor in self.discourse.people:
                for place in self._speaks_at(statement, source):
                    insort(self.discourse.spoken, (place, actor), key=lambda spoken: spoken[0])
            if head.words and head.words[-1] in DOCUMENTS:
                self.papers.note_source(statement, head.words[-1], head.end, speaker)
            else:
                self.papers.note_place(statement, speaker)
        return speaker

    def _speaks_at(self, statement: Statement, source: Span) -> Iterator[int]:
        """Yield where somebody is heard: at the source, and where the words go on in a paragraph below it."""
        yield source.start
        words = statement.content[0].start
        if "\n" in self.article.text[source.end : words]:
            yield words

    def _goes_on(self, statement: Statement, source: Span, head: Head) -> Speaker | None:
        """Who "the governor continued" is: the person of whom the talk is, whether or not the text gives the office."""
        role = head.words[1:]
        cue = self.article.at(statement.cue[0]) if statement.cue else ""
        if head.words[:1] != ("the",) or not role or head.owners or not is_role(role) or not _CONTINUES.search(cue):
            return None
        spoke = topic(self.discourse, source.start)
        return named_speaker([spoke]) if spoke is not None and spoke.kind is ActorKind.PERSON else None

    def _actor(self, speaker: Speaker) -> Actor | None:
        """Return who speaks, not for whom somebody else does."""
        if speaker.naming is not Naming.NAMED:
            return None
        return self.by_key.get(speaker.actor or "")

    def _read(self, source: Span, head: Head, *, stance: bool) -> Speaker | None:
        if head.choice:
            return None
        if head.named:
            return together(named_speaker([named.actor for named in head.named]), head)
        if not head.words:
            return None
        if (person := apposed(self.article, source, head, self.places)) is not None and not is_plural(head):
            return named_speaker([person.actor])
        noun = head.words[-1]
        someone = _SOMEONE.match(self.article.text, source.start, source.end)
        if len(head.words) == 1 and noun in PRONOUNS and not someone:
            speaker = self._pronoun(POSSESSIVES.get(noun, noun), source.start, stance=stance)
            return together(speaker, head) if speaker is not None else None
        if noun in OFFICES and (office := self.offices.speaker(source, head)) is not None:
            return office
        if noun in OFFICES and head.words[0] == "the":
            office = self._heard(source.start, lambda voice: voice.speaker.label.startswith(f"{noun} for "))
            return office or self._role(head.words[1:], source.start)
        if noun in DOCUMENTS:
            return self._author(source, head)
        if not is_plural(head) and self._is_definite(head):
            if head.words[0] != "the":
                return None
            if (named := self._named_behind(source)) is not None:
                return named_speaker([named])
            return self._role(head.words[1:], source.start) or self._heard(
                source.start, lambda voice: _is_unnamed(voice.speaker, noun) and not voice.several
            )
        return unnamed_speaker(self.article, source, head)

    def _is_definite(self, head: Head) -> bool:
        """Whether one certain person is meant, whom the text may name elsewhere: "the envoy", "Moreno's envoy"."""
        if head.owners and self.article.text[head.owners[-1].span.end] in "'’":
            return True
        return is_definite(head.words[0])

    def _pronoun(self, pronoun: str, at: int, *, stance: bool) -> Speaker | None:
        if pronoun in _RELATIVES:
            actor = self._antecedent(pronoun, at)
        elif pronoun in _SINGULAR_PRONOUNS:
            of_subject = self.article.text[max(0, at - 5) : at] == "what "
            actor = resolve_pronoun(self.discourse, pronoun, at, of_subject=of_subject)
        elif stance:
            return None
        elif pronoun == "they":
            return self._heard(at, lambda voice: voice.several)
        elif pronoun == "it":
            return self._heard(at, lambda voice: self._is_body(voice.speaker))
        else:
            return None
        return named_speaker([actor]) if actor is not None else None

    def _antecedent(self, pronoun: str, at: int) -> Actor | None:
        """Return the name right in front of "who" or "which", of the sort and number that the relative asks for."""
        link = _RELATIVE_LINK.search(self.article.text, max(0, at - 30), at)
        actor = self.ends.get(link.start()) if link is not None else None
        if actor is None or _PLURAL_VERB.match(self.article.text, at + len(pronoun)):
            return None
        person = actor in self.discourse.people
        return actor if pronoun == "that" or person == (pronoun == "who") else None

    def _heard(self, at: int, wanted: Callable[[_Voice], bool]) -> Speaker | None:
        """Return the only voice of that sort in this paragraph and the one before."""
        start = self.discourse.window(at)
        recent = takewhile(lambda voice: voice.at >= start, reversed(self.voices))
        speakers = {voice.speaker for voice in recent if voice.at < at and wanted(voice)}
        return next(iter(speakers)) if len(speakers) == 1 else None

    def _is_body(self, speaker: Speaker) -> bool:
        actor = self._actor(speaker)
        return actor is not None and actor not in self.discourse.people

    def _author(self, source: Span, head: Head) -> Speaker | None:
        """Whose paper it is: "a statement from X", "X's letter", "a video of her speech", "the statement" behind it.

        None where nobody says.
        """
        preposition, behind = following_name(source, head.end, self.article.text, self.places)
        if behind is not None and preposition in ("from", "by"):
            owned = _OWNED.match(self.article.text, behind.span.end)  # "a statement from Moreno's lawyer"
            return self.offices.spokesman_of(owned["noun"], [behind.actor]) if owned else named_speaker([behind.actor])
        if head.owners and not preposition:
            return named_speaker([named.actor for named in head.owners])
        if (speech := _OF_HIS_SPEECH.match(self.article.text, head.end, source.end)) is not None:
            actor = resolve_pronoun(self.discourse, POSSESSIVES[speech[1]], source.start)
            return named_speaker([actor]) if actor is not None else None
        issued = _ISSUED.search(self.article.text, max(0, source.start - 60), source.start)
        issuer = self.ends.get(issued.start()) if issued is not None else None
        if issuer is None and head.words[:-1] == ("the",):
            return self.papers.author(head.words[-1], self.discourse.window(source.start), source.start)
        return named_speaker([issuer]) if issuer is not None else None

    def _named_behind(self, source: Span) -> Actor | None:
        """Who is named right behind the source, between commas: "the aide, Anna Moreno, 31, …"."""
        named = self.places.get(source.end + 2) if self.article.text[source.end : source.end + 2] == ", " else None
        closed = named is not None and self.article.text[named.span.end : named.span.end + 1] in (",", "(")
        return named.actor if named is not None and closed and named.actor in self.discourse.people else None

    def _role(self, role: Sequence[str], at: int) -> Speaker | None:
        """Who "the minister" or "the department" is; more words than the text's own titles have settle nothing."""
        if not role:
            return None
        if role[-1] in _BODIES:
            actor = self._body(role[-1], at) if len(role) == 1 else None
        else:
            actor = resolve_role(self.discourse, role, at)
        return named_speaker([actor]) if actor is not None else None

    def _body(self, noun: str, at: int) -> Actor | None:
        """Which body "the department" is: the only one named before whose name ends so; "the company" the only one that
        may be a company. None where that is a newsroom, which as a rule only reports: "Reuters said …. The company …".
        """
        before = [actor for actor in self.actors if actor.kind is not ActorKind.PERSON and actor.mentions[0].start < at]
        same = [actor for actor in before if actor.name.split()[-1].casefold() == noun]
        meant = same or [actor for actor in before if noun in ("company", "firm") and _may_be_a_company(actor)]
        if len(meant) != 1 or (noun in ("company", "firm", "agency") and is_newsroom(meant[0].name)):
            return None
        return meant[0]


def open_desk(
    article: Article, sentences: Sequence[Span], statements: Sequence[Statement], actors: Sequence[Actor]
) -> Desk:
    """Return the desk of an article before its first statement is read."""
    places = mentions_by_start(actors, article)
    ends = {mention.end: actor for actor in actors for mention in actor.mentions}
    by_key = {actor.key: actor for actor in actors}
    discourse = read_discourse(article, sentences, statements, actors)
    holders = find_holders(article, actors, places, ends)
    return Desk(
        article=article,
        actors=actors,
        places=places,
        ends=ends,
        by_key=by_key,
        discourse=discourse,
        offices=Offices(article=article, places=places, by_key=by_key, discourse=discourse, holders=holders),
        papers=Papers(article, [*find_issued(article, actors, places)]),
    )


def _is_unnamed(speaker: Speaker, noun: str) -> bool:
    """Whether the speaker is the unnamed one that "the source" takes up: "a source close to the talks"."""
    return speaker.naming is Naming.UNNAMED and noun in speaker.label.casefold().split()


def _may_be_a_company(actor: Actor) -> bool:
    """Not governments, nor bodies by name that are none: parties, courts, committees."""
    if actor.kind is ActorKind.GOVERNMENT or actor.rule == HEAD:
        return False
    return actor.rule != BODY or actor.name.split()[-1].casefold().rstrip(".") in _COMPANIES
