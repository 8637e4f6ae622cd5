"""What the machine marks in one article, each mark with the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.text import Article, Rule, Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, whoever said them."""

    span: Span
    """Includes the marks that stand in the text. A quotation running over paragraphs is one quotation a paragraph,
    each but the last without a closing mark."""
    continues: bool = False
    """Whether it goes on with the quotation of the paragraph before."""


class StatementKind(StrEnum):
    DIRECT = "direct"
    """The content is quotation only."""
    MIXED = "mixed"
    """The content is the outlet's words with quoted ones among them."""
    INDIRECT = "indirect"
    """No quotation mark around the content, and no other sign that these are the source's own words."""
    SET_OFF = "set off"
    """Set as the source's own words without quotation marks: a transcript's turn, the paragraph below “She wrote:”."""


class Naming(StrEnum):
    """What the text gives away of who speaks; printed in tables."""

    NAMED = "named"
    """A person, or a body that can be held to its words."""
    OFFICE = "speaks for a named person or body; no name is given"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom the text holds to the words."""

    label: str
    """`Anna Moreno`; an office is `spokesman for Anna Moreno`; the unnamed stay `two US sources`."""
    naming: Naming
    actor: str | None = None
    """Key of an `Actor` of the same version: who speaks (named), or for whom (office)."""


@dataclass(frozen=True, slots=True)
class Relay:
    """A newsroom that the text says heard the words or passed them on."""

    name: str
    """As in the text without the article: `Reuters`, `CBC News`, `Canadian Broadcasting Corp`."""
    span: Span
    """The words that say so: `cited by Reuters`, `told Canadian Broadcasting Corp`."""
    heard: bool
    """True: the text says the words were said to that newsroom ("told the CBC"). False: only that it passed them on."""


@dataclass(frozen=True, slots=True)
class Anonymity:
    """What the text says of an unnamed source, in its own words; None: the text does not say."""

    number: Span | None = None
    """`two`. "A source" gives no span: one is the grammar's word, not the text's count."""
    described: Span | None = None
    """`US`, `senior government`: the words in front of the noun."""
    knows: Span | None = None
    """How they know: `directly familiar with government deliberations`."""
    reason: Span | None = None
    """Why no name is given: `who asked not to be named because …`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attributed piece of content."""

    kind: StatementKind
    content: tuple[Span, ...]
    """In reading order, disjoint, never empty; quotation marks inside, the comma before the cue outside."""
    source: tuple[Span, ...] = ()
    """As written, apposition included; empty where the text does not say who."""
    cue: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    """None: the text leaves it open. Never a guess."""
    relays: tuple[Relay, ...] = ()
    """From the origin to the version, in the order in which the words passed."""
    anonymity: Anonymity | None = None
    """Only for an unnamed speaker."""
    stance: bool = False
    """Whether the cue tells a view, a wish, a topic or an act ("wants", "criticised", "discussed") and no words said:
    the content is the outlet's own telling of it, and never printed as what the source said."""
    denial: bool = False
    """Whether the cue denies or rejects the content ("which Velocore denies")."""
    question: bool = False
    """Whether the cue asks: what is asked is nothing that the source tells."""
    sure: bool
    """False: "to check"; feeds no finding, profile, chain or exercise until the editor confirms it."""
    rule: Rule

    @property
    def unattributed(self) -> bool:
        """Whether unsure rules found neither source nor cue, as of a block quotation; the text may yet tell whose."""
        return not self.sure and not self.source and not self.cue


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    """Also a capital or a seat of power standing for one."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, speaks or is addressed in one version; merged across versions as a `Profile`."""

    key: str
    """Slug of the fullest name in this version, unique in it; the editor's key where `story.yaml` lists the actor."""
    name: str
    """The fullest name in this version: `Anna Moreno`, `Ottawa`."""
    kind: ActorKind
    gloss: str | None = None
    """What a name stands for where it is not plain: `Canadian government` for Ottawa."""
    mentions: tuple[Span, ...]
    """Names only, no pronouns; in reading order, disjoint, never empty."""
    titles: tuple[Span, ...] = ()
    """Title or role as this version gives it, in front or in apposition."""
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    span: Span
    value: str | None
    """TIMEX3: `2020-03-09`, `2020-03`, `2020`, `2020-W11`; null where the text does not allow one."""
    earliest: date | None = None
    latest: date | None = None
    """Inclusive; both or neither."""
    why: str
    """The reasoning in words: "the latest Monday on or before the publication date, 9 March 2020"."""
    tells_when: bool = True
    """Whether the sentence says that something happens then. Not so of a year that tells which one is meant ("the 2012
    election"), nor of the day, now past, of a plan ("the trial was to begin on 3 March")."""
    rule: Rule


class FramingKind(StrEnum):
    """A closed set of ways to present words; printed as layer names. Neutral verbs are never marked."""

    ASSERTIVE = "reporting verb that stresses"
    DOUBTING = "reporting verb that doubts"
    FACTIVE = "reporting verb that takes the content as true"
    CONCESSION = "reporting verb that concedes"
    DENIAL = "reporting verb that denies"
    HEDGED = "reporting verb that weakens"
    LOADED = "loaded word or label"
    HEDGE = "hedge"
    INTENSIFIER = "intensifier"
    SCARE_QUOTES = "quotation marks around a word, no speaker given"
    AGENTLESS = "left open who says or does it"


@dataclass(frozen=True, slots=True)
class FramingMark:
    span: Span
    kind: FramingKind
    why: str
    """What the words do, and what a plainer wording would be; never a verdict on who wrote them."""
    rule: Rule
    plain: str | None = None
    """The plainer verb in the same form, where the sentence stays true and whole with it; for a reporting verb only."""


Mark = Statement | Actor | TimeExpression | FramingMark


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One version with its marks; each tuple in reading order."""

    article: Article
    sentences: tuple[Span, ...]
    """Disjoint, each inside one block; together with white space they cover the blocks."""
    quotations: tuple[Quotation, ...]
    statements: tuple[Statement, ...]
    """Contents may nest ("X says Y said"); no two have the same content and source."""
    actors: tuple[Actor, ...]
    times: tuple[TimeExpression, ...]
    framing: tuple[FramingMark, ...]
    not_run: tuple[str, ...] = ()
    """Names of the finders that were not run, for a version in a language they do not know."""

    @property
    def id(self) -> str:
        return self.article.seed.id
