"""How pages call whoever speaks: names as they are, the unnamed in the text's own words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import EDITOR, Naming, Origin, Place, Speaker, Statement, StatementKind
from generator.newsrooms import same_newsroom
from generator.render.env import harden
from generator.render.links import Here
from generator.render.lookup import Lookup

NOBODY = "the text does not say who"
NOT_FOUND = "the rules found nothing that tells who"
UNRESOLVED = "the rules could not tell who is meant by"
NAMING = {
    Naming.NAMED: "A name is given",
    Naming.OFFICE: "Speaks for a named person or body; no name is given here",
    Naming.UNNAMED: "No name is given",
}

KIND = {
    StatementKind.DIRECT: "quoted",
    StatementKind.MIXED: "partly quoted",
    StatementKind.INDIRECT: "in the outlet's words",
    StatementKind.SET_OFF: "as their own words, without quotation marks",
}


STANCE = {
    StatementKind.DIRECT: "quoted, about an act or a view",
    StatementKind.MIXED: "in the outlet's words: an act or a view; only words in quotation marks are given as theirs",
    StatementKind.INDIRECT: "in the outlet's words: an act or a view; no words of their own are given",
    StatementKind.SET_OFF: "as their own words, without quotation marks, about an act or a view",
}


def kind_words(statement: Statement) -> str:
    """How much of a statement is the source's own words, for a table."""
    if statement.denial and statement.kind is StatementKind.INDIRECT:
        return "in the outlet's words: a denial or rejection"
    return (STANCE if statement.stance else KIND)[statement.kind]


@dataclass(frozen=True, slots=True)
class Link:
    words: str
    href: str
    """Empty: nothing to lead to."""

    def html(self) -> Markup:
        return Markup('<a href="{}">{}</a>').format(self.href, harden(self.words)) if self.href else harden(self.words)


def speaker_words(speaker: Speaker) -> str:
    return f"“{speaker.label}”" if speaker.naming is Naming.UNNAMED else speaker.label


def open_words(lookup: Lookup, version: str, statement: Statement) -> str:
    """Say of a statement without a speaker whether it is the text or the rules that leave it open."""
    if statement.unattributed:
        return NOT_FOUND
    source = source_as_written(lookup, version, statement)
    return f"{UNRESOLVED} “{source}”" if source and statement.rule != EDITOR else NOBODY


def origin_words(origin: Origin) -> str:
    return f"“{origin.label}”" if origin.naming is Naming.UNNAMED else origin.label


def headed(words: str) -> str:
    """With a capital in front, where a label stands alone: `Spokesman for Anna Moreno`."""
    return words[:1].upper() + words[1:]


def origin_link(lookup: Lookup, here: Here, origin: Origin) -> Link:
    return Link(headed(origin_words(origin)), lookup.profile_href(here, origin.profile) if origin.profile else "")


def speaker_link(lookup: Lookup, here: Here, version: str, statement: Statement) -> Link:
    speaker = statement.speaker
    if speaker is None:
        return Link(open_words(lookup, version, statement), "")
    profile = lookup.profile(version, speaker.actor) if speaker.actor else None
    return Link(speaker_words(speaker), lookup.profile_href(here, profile.key) if profile else "")


def source_as_written(lookup: Lookup, version: str, statement: Statement) -> str:
    """The source in the article's words; empty where there is none."""
    return " … ".join(lookup.at(Place(version, span)) for span in statement.source)


def cue_as_written(lookup: Lookup, version: str, statement: Statement) -> str:
    """`“noted”`; empty where there is no reporting verb."""
    words = " … ".join(lookup.at(Place(version, span)) for span in statement.cue)
    return f"“{words}”" if words else ""


def relay_words(lookup: Lookup, relay: str, version: str | None = None) -> str:
    """`CBC News (in B: Canadian Broadcasting Corp)`: a newsroom with the other names that versions give it.

    With `version`, only with what that one calls it.
    """
    others = dict.fromkeys(
        f"in {lookup.letter(chain.version)}: {written.name}"
        for chain in lookup.comparison.chains
        if relay in chain.relays and version in (None, chain.version)
        for written in chain.statement.relays
        if written.name != relay and same_newsroom(written.name, relay)
    )
    return f"{relay} ({'; '.join(others)})" if others else relay
