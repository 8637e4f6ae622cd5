"""What only the editor can know: the typed model of `story.yaml`.

The field docstrings become the reference page and the JSON Schema for auto-completion.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class Entry(BaseModel):
    """Unknown keys are refused, so that a typing mistake is never silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Rights(StrEnum):
    FULL = "full"
    EXCERPT = "excerpt"


class Person(Entry):
    name: Words
    url: Url | None = None


class About(Entry):
    """Who is behind an outlet."""

    text: Words
    url: Url | None = None


class RestsOn(Entry):
    """The editor's reading that a version rests on another publisher's report; printed as the editor's opinion."""

    publisher: Words
    url: Url | None = None
    why: Words


class VersionEntry(Entry):
    id: Slug
    """Part of public addresses; written once and never re-used. `a`, `b`, … also give the letter."""
    file: Words
    outlet: Words | None = None
    headline: Words | None = None
    byline: Words | None = None
    url: Url | None = None
    published: dt.date | None = None
    evidence: Words | None = None
    """How the editor knows the date of publication."""
    archived: Url | None = None
    language: Words | None = None
    about: About | None = None
    rests_on: RestsOn | None = None
    rights: Rights | None = None
    furniture: tuple[Words, ...] = ()
    """Exact texts in the file that belong to the page and not to the article."""


class ActorEntry(Entry):
    name: Words
    kind: Literal["person", "organisation", "government", "other"] = "person"
    role: Words | None = None
    also: tuple[Words, ...] = ()
    """Other names; never overrides a nearer full name in the same article."""
    about: About | None = None


class Anchor(Entry):
    """A place in one version, found by its words, never by a number."""

    version: Slug
    quote: Words
    """Exact words of the shown text; spaces, quotation marks and dashes are folded."""
    prefix: str = ""
    suffix: str = ""
    """Words before and after, where the quote stands more than once."""


MarkName = Literal["statement", "actor", "time", "framing"]


class Correction(Anchor):
    """Changes one mark. Exactly one of `speaker`, `relays`, `strike`, `confirm`, `add`, `time` says how."""

    speaker: Words | None = None
    """Key of an actor, or `nobody`: the text does not say who speaks."""
    relays: tuple[Words, ...] | None = None
    strike: MarkName | None = None
    confirm: MarkName | None = None
    add: AddedStatement | None = None
    time: SetTime | None = None
    why: Words | None = None


class AddedStatement(Entry):
    """A statement whose content is the correction's quote."""

    source: Words | None = None
    """Words of the same paragraph or of one before it, like `cue`."""
    cue: Words | None = None
    speaker: Words | None = None
    quoted: bool = False
    """Whether the page quotes the words without quotation marks: set off, in italics, as a post."""


class SetTime(Entry):
    earliest: dt.date
    latest: dt.date | None = None
    """The same day as `earliest` when left out."""


class Note(Anchor):
    note: Words


class Elsewhere(Entry):
    """Another report of the event, for lateral reading."""

    url: Url
    publisher: Words
    date: dt.date | None = None
    says: Words


class Match(Entry):
    """Two passages that say the same, or (`same: false`) do not."""

    left: Anchor
    right: Anchor
    same: bool = True


class EventEntry(Entry):
    """An event of the timeline added by the editor, or struck where only `strike` anchors stand."""

    text: Words | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    places: tuple[Anchor, ...] = ()
    strike: Anchor | None = None


class FindingEntry(Entry):
    """A finding added by the editor, signed as such."""

    sentence: Words
    places: tuple[Anchor, ...] = ()


class ExerciseEntry(Entry):
    question: Words
    answer: Words
    places: tuple[Anchor, ...] = ()


class StoryFile(Entry):
    """A whole `story.yaml`."""

    title: Words | None = None
    question: Words | None = None
    summary: Words | None = None
    """What happened, in two or three plain sentences of the editor's, for a reader who knows nothing of it."""
    editor: Person | None = None
    reviewed: dt.date | None = None
    selection: Words | None = None
    """Why these versions were chosen."""
    versions: tuple[VersionEntry, ...] = ()
    actors: dict[Slug, ActorEntry] = Field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    notes: tuple[Note, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    matches: tuple[Match, ...] = ()
    events: tuple[EventEntry, ...] = ()
    findings: tuple[FindingEntry, ...] = ()
    strike_findings: tuple[Slug, ...] = ()
    """Ids of findings that the overview should not carry."""
    exercises: tuple[ExerciseEntry, ...] = ()
