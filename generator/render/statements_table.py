"""Every statement of a story in one table, those to check as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Naming, Place, Statement
from generator.phrases import count, listed
from generator.render.badge import Badge, make_badge
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.notes.statements import is_unnamed
from generator.render.notes.view import standing
from generator.render.people import Link, kind_words, relay_words, source_as_written, speaker_link
from generator.render.quoting import cites, shortened
from generator.render.unsaid import unsaid

MOST_WORDS = 40
UNSAID = "in the outlet's words: told as not said"
ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatementRow:
    speaker: Link
    source: str
    """As written, where `speaker` does not say it; else empty."""
    kind: str
    words: str
    language: str
    href: str
    """The mark on its version's page."""
    cite: Markup
    relays: str
    denial: bool
    standing: str
    check: bool
    groups: str
    """What the row is shown for when a reader narrows the table: class names."""


@dataclass(frozen=True, slots=True)
class StatementsOfVersion:
    """The rows of one version; on a narrow screen they fold."""

    badge: Badge
    told: str
    """`14 statements`."""
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One way to narrow the table."""

    name: str
    label: str


GROUPS = (
    Group("named", "a name is given"),
    Group("office", "speaks for somebody"),
    Group("unnamed", "no name is given"),
    Group("relayed", "passed on"),
    Group("check", "to check"),
)
_NAMINGS = {Naming.NAMED: "named", Naming.OFFICE: "office", Naming.UNNAMED: "unnamed"}


def statements_by_version(lookup: Lookup, here: Here) -> Iterator[StatementsOfVersion]:
    """Yield the statements of each version that has any, in reading order."""
    for version in lookup.explained.versions:
        rows = tuple(make_row(lookup, here, version.id, statement) for statement in version.statements)
        if rows:
            yield StatementsOfVersion(make_badge(lookup, here, version.id), count(len(rows), "statement"), rows)


def present_groups(rows: Sequence[StatementRow]) -> tuple[Group, ...]:
    """The ways that would show some rows and hide others."""

    def some(name: str) -> bool:
        return 0 < sum(name in row.groups.split() for row in rows) < len(rows)

    return tuple(group for group in GROUPS if some(group.name))


def make_row(lookup: Lookup, here: Here, version: str, statement: Statement) -> StatementRow:
    content = Place(version, statement.content[0])
    speaker = speaker_link(lookup, here, version, statement)
    source = source_as_written(lookup, version, statement)
    words = " … ".join(lookup.at(Place(version, span)) for span in statement.content)
    return StatementRow(
        speaker=speaker,
        source="" if statement.speaker is None or _plain(source) == _plain(speaker.words) else source,
        kind=UNSAID if unsaid(lookup.versions[version].article, statement) else kind_words(statement),
        words=shortened(words, MOST_WORDS),
        language=lookup.versions[version].article.seed.details.language.value,
        href=lookup.mark_href(here, version, statement),
        cite=cites(lookup, here, [content]),
        relays=listed(_relays(lookup, version, statement)),
        denial=statement.denial,
        standing=standing(statement.rule, sure=statement.sure),
        check=not statement.sure,
        groups=" ".join(_groups(statement)),
    )


def _relays(lookup: Lookup, version: str, statement: Statement) -> list[str]:
    """As the other pages call them, with the text's own name where it is another; as written for what is to check."""
    if chain := lookup.chain(version, statement):
        return [relay_words(lookup, relay, version) for relay in chain.relays]
    return [relay.name for relay in statement.relays]


def _plain(words: str) -> str:
    """Without quotation marks of ours, the article in front and capitals."""
    return ARTICLE.sub("", words.strip("“”")).casefold()


def _groups(statement: Statement) -> Iterator[str]:
    if statement.speaker:
        yield _NAMINGS[statement.speaker.naming]
    elif is_unnamed(statement):
        yield "unnamed"
    if statement.relays:
        yield "relayed"
    if not statement.sure:
        yield "check"
