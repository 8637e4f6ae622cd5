"""Whom the text holds to the words of each statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from generator.annotate.actor_rules import BODY, HEAD
from generator.annotate.anonymity import find_anonymity, find_nameless
from generator.annotate.holders import Holders, find_holders
from generator.annotate.labels import is_plural, named_speaker, together, unnamed_speaker
from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.papers import DOCUMENTS, Papers, find_issued
from generator.annotate.pronouns import Discourse, read_discourse, resolve_pronoun, resolve_role, topic
from generator.annotate.reasons import Reasons, find_reasons
from generator.annotate.references import Head, Named, apposed, following_name, mentions_by_start, read_head
from generator.annotate.relays import find_relays
from generator.annotate.roles import is_role
from generator.model import Actor, ActorKind, Anonymity, Article, Naming, Relay, Span, Speaker, Statement
from generator.phrases import listed

_LISTS = read_lexicon("sources")
_OFFICES = words(_LISTS["offices"])
_BODIES = words(_LISTS["bodies"])
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "my", "our", "your"})
_POSSESSIVES = {"his": "he", "her": "she"}
_COMPANIES = words(_LISTS["companies"])
_ARMS = frozenset({"office", "campaign", "team", "camp"})
_RELATIVES = frozenset({"who", "which", "that"})
_RELATIVE_LINK = re.compile(r"(?:\s\([^()\n]{1,20}\))?,?\s$")
_PLURAL_VERB = re.compile(r"\s(?:\w+ly\s)?(?:are|were|have|do)\b")
_SINGULAR_PRONOUNS = words(_LISTS["pronouns"])
_PRONOUNS = _SINGULAR_PRONOUNS | words(
    "i we you they it who which that this these those what there everyone nobody someone anyone him her them us me my"
    " your his its our their whose himself herself self"
)
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"})
# “for the U.S. attorney in Lima”: the small noun is the body, and a name tells which one
_REPRESENTED = re.compile(
    r"\s*for\s(?P<principal>the\s(?:[\w.’'-]+\s)*?(?P<body>[a-z]+)(?:\s(?:in|of|for)(?:\sthe)?(?:\s[A-Z][\w.’'-]*)+))\s*(?=,|$)"
)
_SOMEONE = re.compile(r"(?:someone|somebody)\s\w", re.IGNORECASE)  # “someone familiar with the case”
_OWNED = re.compile(r"['’]s?\s(?P<noun>\w+)(?=\W|$)")
_OF_HIS_SPEECH = re.compile(r"\s?of\s(his|her)\s(?:remarks|speech|comments|interview|testimony|talk|words|address)\b")
_CONTINUES = re.compile(r"\b(?:continues|continued|goes on|went on)\b")
_ISSUED = re.compile(r"\s(?:later |also |then )?(?:released|issued|posted|sent|wrote|published|put out)\s$")


def resolve_speakers(
    article: Article, sentences: Sequence[Span], statements: Sequence[Statement], actors: Sequence[Actor]
) -> Iterator[Statement]:
    """Yield the statements in their order with speaker, relays and anonymity filled in.

    Names, offices ("a spokesman for …"), pronouns, roles ("the minister") and the unnamed are told apart. The speaker
    stays None where the text leaves it open, where two people compete, and for papers that name no author.
    """
    places = mentions_by_start(actors, article)
    ends = {mention.end: actor for actor in actors for mention in actor.mentions}
    desk = _Desk(
        article=article,
        actors=actors,
        places=places,
        ends=ends,
        holders=find_holders(article, actors, places, ends),
        papers=Papers(article, [*find_issued(article, actors, places)]),
        by_key={actor.key: actor for actor in actors},
        discourse=read_discourse(article, sentences, statements, actors),
    )
    starts = [sentence.start for sentence in sentences]
    ours: defaultdict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        ours[bisect_right(starts, _anchor(statement)) - 1].append(statement)
    spoken = {number: desk.speaker(statements[number]) for number in _in_reading_order(statements)}
    unnamed = [statements[number] for number, speaker in spoken.items() if _has_no_name(speaker)]
    nameless = tuple(find_nameless(article, unnamed))
    reasons = find_reasons(article, sentences, statements, nameless, desk.discourse.window)
    first_words: dict[Speaker | None, Statement] = {}
    for number, speaker in spoken.items():
        first_words.setdefault(speaker, statements[number])
    for number, statement in enumerate(statements):
        at = bisect_right(starts, _anchor(statement)) - 1
        sentence = sentences[max(at, 0)]
        neighbours = _neighbours(statement, ours[at])
        speaker = spoken[number]
        yield replace(
            statement,
            speaker=speaker,
            relays=_all_relays(statement, find_relays(article, statement, sentence, neighbours)),
            anonymity=_anonymity(article, statement, sentence.end, reasons, first_words[speaker])
            if _has_no_name(speaker)
            else None,
        )


def _anonymity(article: Article, statement: Statement, end: int, reasons: Reasons, first: Statement) -> Anonymity:
    """What the text says of them; of "they" what it says where they speak `first`."""
    told = find_anonymity(article, statement, end, reasons)
    if article.at(statement.source[0]).casefold() not in _PRONOUNS:
        return told
    before = find_anonymity(article, first, first.source[-1].end, reasons)
    return replace(before, reason=told.reason or before.reason)


def _all_relays(statement: Statement, found: Iterable[Relay]) -> tuple[Relay, ...]:
    known = {relay.name for relay in statement.relays}
    return (*(relay for relay in found if relay.name not in known), *statement.relays)


def _has_no_name(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.naming is Naming.UNNAMED


def _anchor(statement: Statement) -> int:
    return (statement.cue or statement.source or statement.content)[0].start


def _in_reading_order(statements: Sequence[Statement]) -> list[int]:
    return sorted(range(len(statements)), key=lambda i: (statements[i].source or statements[i].content)[0])


def _neighbours(statement: Statement, all_here: Sequence[Statement]) -> tuple[Span, ...]:
    own = {*statement.source, *statement.cue}
    return tuple(
        span for other in all_here if other is not statement for span in (*other.source, *other.cue) if span not in own
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """Everything of one article that the answer to "who says so?" rests on."""

    article: Article
    actors: Sequence[Actor]
    places: Mapping[int, Named]
    ends: Mapping[int, Actor]
    """Where each mention ends, with its actor."""
    by_key: Mapping[str, Actor]
    discourse: Discourse
    holders: Holders
    papers: Papers
    voices: list[tuple[int, Speaker, bool]] = field(default_factory=list)
    """Who spoke so far: where the source stands, the speaker, whether several; grows as the article is read."""

    def speaker(self, statement: Statement) -> Speaker | None:
        if not statement.source:
            return None
        source = Span(statement.source[0].start, statement.source[-1].end)
        head = read_head(self.article, source, self.places)
        speaker = self._read(source, head, stance=statement.stance) or self._goes_on(statement, source, head)
        if speaker is not None:
            several = speaker.actor is None and (len(head.named) > 1 or (bool(head.words) and is_plural(head)))
            self.voices.append((source.start, speaker, several))
            actor = self._actor(speaker)
            if actor in self.discourse.people:
                self.discourse.spoken.append((source.start, actor))
            if head.words and head.words[-1] in DOCUMENTS:
                self.papers.note_source(statement, head.words[-1], head.end, speaker)
            else:
                self.papers.note_place(statement, speaker)
        return speaker

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
        if len(head.words) == 1 and noun in _PRONOUNS and not someone:
            speaker = self._pronoun(_POSSESSIVES.get(noun, noun), source.start, stance=stance)
            return together(speaker, head) if speaker is not None else None
        if noun in _OFFICES and (office := self._office(source, head)) is not None:
            return office
        if noun in _OFFICES and head.words[0] == "the":
            office = self._heard(source.start, lambda speaker, several: speaker.label.startswith(f"{noun} for "))
            return office or self._role(head.words[1:], source.start)
        if noun in DOCUMENTS:
            return self._author(source, head)
        if not is_plural(head) and self._is_definite(head):
            if head.words[0] != "the":
                return None
            if (named := self._named_behind(source)) is not None:
                return named_speaker([named])
            return self._role(head.words[1:], source.start) or self._heard(
                source.start, lambda speaker, several: _is_unnamed(speaker, noun) and not several
            )
        return unnamed_speaker(self.article, source, head)

    def _is_definite(self, head: Head) -> bool:
        """Whether one certain person is meant, whom the text may name elsewhere: "the envoy", "Moreno's envoy"."""
        if head.owners and self.article.text[head.owners[-1].span.end] in "'’":
            return True
        return head.words[0] in _DEFINITE or head.words[0].endswith(("'s", "’s"))

    def _pronoun(self, pronoun: str, at: int, *, stance: bool) -> Speaker | None:
        if pronoun in _RELATIVES:
            actor = self._antecedent(pronoun, at)
        elif pronoun in _SINGULAR_PRONOUNS:
            of_subject = self.article.text[max(0, at - 5) : at] == "what "
            actor = resolve_pronoun(self.discourse, pronoun, at, of_subject=of_subject)
        elif stance:
            return None
        elif pronoun == "they":
            return self._heard(at, lambda speaker, several: several)
        elif pronoun == "it":
            return self._heard(at, lambda speaker, several: self._is_body(speaker))
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

    def _heard(self, at: int, wanted: Callable[[Speaker, bool], bool]) -> Speaker | None:
        """Return the only voice of that sort in this paragraph and the one before."""
        start = self.discourse.window(at)
        recent = takewhile(lambda voice: voice[0] >= start, reversed(self.voices))
        voices = {speaker for place, speaker, several in recent if place < at and wanted(speaker, several)}
        return next(iter(voices)) if len(voices) == 1 else None

    def _is_body(self, speaker: Speaker) -> bool:
        actor = self._actor(speaker)
        return actor is not None and actor not in self.discourse.people

    def _office(self, source: Span, head: Head) -> Speaker | None:
        """Who speaks for whom: "a spokesman for X", "an X spokesman", "his spokesman"."""
        noun = head.words[-1]
        preposition, behind = following_name(source, head.end, self.article.text, self.places)
        owners: list[Actor] = []
        if behind is not None and preposition in ("for", "of", "from"):
            owners = [behind.actor]
        elif not preposition:
            owners = [named.actor for named in head.owners]
        possessives = [word for word in head.words if word in _DEFINITE or word.endswith(("'s", "’s"))]
        if not owners and len(possessives) == 1 and (pronoun := _POSSESSIVES.get(head.words[0])) is not None:
            actor = resolve_pronoun(self.discourse, pronoun, source.start)
            owners = [actor] if actor is not None else []
        if not owners:
            return _spokesman(self.article, source, head) if preposition == "for" else None
        holder = self._holder(noun, named_speaker(owners)) if head.owners else None
        return named_speaker([holder]) if holder is not None else self._spokesman_of(noun, owners)

    def _spokesman_of(self, noun: str, owners: Sequence[Actor]) -> Speaker | None:
        """`spokesman for Anna Moreno`, `office of Anna Moreno`; None where the noun is no office."""
        if noun not in _OFFICES:
            return None
        link = "of" if noun in _ARMS else "for"
        return Speaker(f"{noun} {link} {self._with_article(owners)}", Naming.OFFICE, named_speaker(owners).actor)

    def _holder(self, noun: str, principal: Speaker) -> Actor | None:
        """Who "Moreno's lawyer" is, where the article gives that title to one person: "Moreno's lawyer, Karl Klein"."""
        holders = self.holders.get((noun, principal.actor or ""), frozenset())
        return self.by_key[next(iter(holders))] if len(holders) == 1 else None

    def _with_article(self, actors: Sequence[Actor]) -> str:
        """Name them as they stand in running text: "the White House", where the text says "the"."""
        with_article = {
            actor.name
            for actor in actors
            if actor.kind is not ActorKind.PERSON
            and any(self.article.text[max(0, m.start - 4) : m.start].casefold() == "the " for m in actor.mentions)
        }
        return listed([f"the {actor.name}" if actor.name in with_article else actor.name for actor in actors])

    def _author(self, source: Span, head: Head) -> Speaker | None:
        """Whose paper it is: "a statement from X", "X's letter", "a video of her speech", "the statement" behind it.

        None where nobody says.
        """
        preposition, behind = following_name(source, head.end, self.article.text, self.places)
        if behind is not None and preposition in ("from", "by"):
            owned = _OWNED.match(self.article.text, behind.span.end)  # "a statement from Moreno's lawyer"
            return self._spokesman_of(owned["noun"], [behind.actor]) if owned else named_speaker([behind.actor])
        if head.owners and not preposition:
            return named_speaker([named.actor for named in head.owners])
        if (speech := _OF_HIS_SPEECH.match(self.article.text, head.end, source.end)) is not None:
            actor = resolve_pronoun(self.discourse, _POSSESSIVES[speech[1]], source.start)
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
        may be a company.
        """
        before = [actor for actor in self.actors if actor.kind is not ActorKind.PERSON and actor.mentions[0].start < at]
        same = [actor for actor in before if actor.name.split()[-1].casefold() == noun]
        if same:
            return same[0] if len(same) == 1 else None
        if noun not in ("company", "firm"):
            return None
        companies = [actor for actor in before if _may_be_a_company(actor)]
        return companies[0] if len(companies) == 1 else None


def _spokesman(article: Article, source: Span, head: Head) -> Speaker | None:
    """Who speaks for a body or an office that only words tell: "a spokesman for the U.S. attorney in Lima"; not for
    several people, nor for a body that the text does not place: "for the strikers in Lima", "for the port".
    """
    behind = _REPRESENTED.match(article.text, head.end, source.end)
    if head.words[-1] not in _VOICES or behind is None or behind["body"].endswith("s"):
        return None
    return Speaker(f"{head.words[-1]} for {behind['principal']}", Naming.OFFICE)


def _is_unnamed(speaker: Speaker, noun: str) -> bool:
    """Whether the speaker is the unnamed one that "the source" takes up: "a source close to the talks"."""
    return speaker.naming is Naming.UNNAMED and noun in speaker.label.casefold().split()


def _may_be_a_company(actor: Actor) -> bool:
    """Not governments, nor bodies by name that are none: parties, courts, committees."""
    if actor.kind is ActorKind.GOVERNMENT or actor.rule == HEAD:
        return False
    return actor.rule != BODY or actor.name.split()[-1].casefold().rstrip(".") in _COMPANIES
