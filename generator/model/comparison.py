"""What stands between the versions of one story. A pair is `left` and `right`: none is the first or the true one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.marks import Actor, ActorKind, Naming, Statement, TimeExpression
from generator.model.text import Rule, Span


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Words in one version."""

    version: str
    """The version's id."""
    span: Span


class Likeness(StrEnum):
    SAME = "the same words"
    REWORDED = "reworded"
    SINGLE = "found in one version only"
    UNCOMPARED = "not compared: no other version is in this language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence and what the other versions have for it."""

    id: str
    """`p1`, `p2`, … in reading order of the story; not stable across edits, used inside one build only."""
    places: tuple[Place, ...]
    """Sorted by version order, then span; never empty. A version may need two sentences for another's one."""
    likeness: Likeness
    rule: Rule


class WordingChange(StrEnum):
    IDENTICAL = "the same words"
    PUNCTUATION = "only the punctuation differs"
    CUT = "one is shorter"
    ELLIPSIS = "words left out are marked with an ellipsis"
    INSERTED = "one has words in its midst that another does not have"
    """Both pairs of marks promise one unbroken wording, and no ellipsis takes the promise back."""
    SWAPPED = "other words inside the quotation marks"
    RETOLD = "in quotation marks in one, told without them in another"
    SPEAKER_CHANGED = "same words, credited to someone else"
    CUE_CHANGED = "another reporting verb"


OTHER_WORDS = frozenset({WordingChange.INSERTED, WordingChange.SWAPPED})
"""Changes that two exact quotations of one talk cannot have."""
OTHER_LENGTH = frozenset({WordingChange.CUT, WordingChange.ELLIPSIS})
"""Changes by which one quotation is shorter, and both may be exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One distinct wording of a quotation, with every version that has it."""

    places: tuple[Place, ...]
    """One a version, from its first word to its last; the words are the same but for spaces, quotation marks and
    dashes, and for a cue that stands among them."""
    pieces: tuple[tuple[Span, ...], ...]
    """Parallel to `places`: the quotations that a place runs over, several where a cue stands between them (“We will,”
    she said, “not move.”); of a retold one its whole span."""
    statements: tuple[Statement, ...]
    """Parallel to `places`."""
    differing: tuple[Span, ...]
    """In the first place's article: the words that not every variant of the wording has in this order; where two at
    least are quoted, a retold one does not count."""
    quoted: bool
    """False: the version tells it without quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One quotation as it stands in each version that has it; two versions at least."""

    id: str
    """`w1`, …; inside one build only."""
    variants: tuple[Variant, ...]
    """By version order of their first place; a single variant where all agree."""
    changes: tuple[WordingChange, ...]
    profile: str | None
    """Key of the speaker's profile; None where no version names one."""
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An actor across versions."""

    key: str
    name: str
    kind: ActorKind
    gloss: str | None = None
    role: str | None = None
    """The editor's words."""
    appearances: tuple[tuple[str, Actor], ...]
    """(version id, the actor there), by version order; empty only for an actor that stands in `story.yaml` alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who is said to have said it first. An unnamed source is never merged across versions."""

    key: str
    label: str
    naming: Naming
    profile: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Origin → relays → version, for one sure or confirmed statement."""

    version: str
    statement: Statement
    origin: str
    """Key of an `Origin`."""
    relays: tuple[str, ...]
    """Merged names: `CBC News` and `Canadian Broadcasting Corp` are one relay, under the shortest name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount:
    """Counts of one version, shown with its length and the words "a count, not a grade"."""

    version: str
    words: int
    named: int
    """Distinct origins."""
    offices: int
    unnamed: int
    second_hand: int
    """Statements that came over a relay."""
    to_check: int
    """Statements counted nowhere else, because they are to check."""
    whose_open: int = 0
    """Sure statements counted nowhere else, because the rules could not tell who speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An independent report: a newsroom that the text or the editor (`rests_on`) says heard the words itself."""

    newsroom: str
    versions: tuple[str, ...]
    """Ids of the versions that rest on it: together they count as one report."""
    why: str
    by_editor: bool


class Certainty(StrEnum):
    DAY = "a day"
    INTERVAL = "some time within these days"
    UNKNOWN = "the text does not allow a date"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReport:
    """What one version says of an event."""

    place: Place
    """The sentence."""
    time: TimeExpression
    statement: Statement | None = None
    """The statement whose content or cue carries the time, if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    id: str
    """`e1`, …; inside one build only."""
    earliest: date | None
    latest: date | None
    """The first and the last day that any of its reports allows; both or neither. Which days which version allows
    stands in `reports`: no page says of several versions together what none of them says."""
    certainty: Certainty
    reports: tuple[EventReport, ...]
    """By version order; empty only for an event that the editor added."""
    conflict: bool
    """Whether two reports of the same passage give days that exclude each other."""
    text: str | None = None
    """The editor's words for an event that the editor added."""
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    passage: Passage
    missing: tuple[str, ...]
    """Ids of the versions in whose copy it was not found; of those in a language of its places, for nothing is
    translated."""
    uncompared: tuple[str, ...] = ()
    """Ids of the versions in other languages."""


class Relation(StrEnum):
    """Whether a sentence that one of two versions alone has tells anything."""

    CLOSE = "at least half of the sentences of one have a partner in the other"
    APART = "each tells the story mostly in sentences of its own"
    UNTRANSLATED = "in two languages, and nothing is translated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """How much text two versions share."""

    left: str
    right: str
    relation: Relation
    same_text: bool = False
    """Whether the two are one text, word for word: two places where it stands, and no two tellings."""
    shared_words: int
    """Words of the left version that stand in runs of at least `run_words` words also in the right one."""
    run_words: int
    runs: tuple[tuple[Place, Place], ...]
    """The longest first."""


class FindingKind(StrEnum):
    WORDS_DIFFER = "words differ inside quotation marks"
    RETOLD = "quoted in one, retold in another"
    SPEAKER_DIFFERS = "credited to different speakers"
    CUE_DIFFERS = "another reporting verb"
    UNNAMED_DESCRIBED_APART = "an unnamed source described differently"
    CREDIT_DIFFERS = "a credit that one version does not give"
    STATEMENT_SINGLE = "a statement found in one version only"
    PASSAGE_SINGLE = "passages found in one version only"
    DATES_CONFLICT = "dates that exclude each other"
    FIGURES_DIFFER = "a number, a time or a day that differs"
    DATES_FINER = "one version dates it more closely"
    ONE_REPORT = "several versions rest on one report"
    VERSION_CREDITED = "one version credits the outlet of another"
    EDITOR = "the editor's finding"


MOST_FINDINGS = 6
"""A reader takes in no more at once; every page holds the rest of its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that differs, ranked by what it changes for the reader; the sentence is written by render."""

    id: str
    """Stable slug made of the kind and the words it rests on, for `strike_findings`."""
    kind: FindingKind
    evidence: tuple[Place, ...]
    """Never empty, but for the editor's."""
    about: Passage | Wording | Event | Report | tuple[Chain, ...] | None
    sentence: str | None = None
    """The editor's words; None for the machine's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    passages: tuple[Passage, ...]
    """In the order of the story: the first version's, the others' fitted between their neighbours."""
    wordings: tuple[Wording, ...]
    profiles: tuple[Profile, ...]
    """By name."""
    origins: tuple[Origin, ...]
    chains: tuple[Chain, ...]
    """By version order, then reading order."""
    counts: tuple[SourceCount, ...]
    """By version order."""
    reports: tuple[Report, ...]
    events: tuple[Event, ...]
    """Dated ones by `earliest`, then those without a date in reading order."""
    coverage: tuple[CoverageRow, ...]
    """What differs first: the fewest versions that have it."""
    kinship: tuple[Kinship, ...]
    """One a pair, left before right in version order."""
    findings: tuple[Finding, ...]
    """What matters most first."""
