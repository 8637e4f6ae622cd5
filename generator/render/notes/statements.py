"""Notes on who is said to have said what, and on how other versions word it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model import (
    OTHER_LENGTH,
    OTHER_WORDS,
    Anonymity,
    Article,
    Block,
    Naming,
    Place,
    Span,
    Statement,
    StatementKind,
    Variant,
    Wording,
)
from generator.phrases import listed, sentence
from generator.render.env import harden
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.notes.view import NoteView, Weight, standing, starts_in
from generator.render.people import relay_words
from generator.render.quoting import woven
from generator.render.unsaid import unsaid
from generator.render.weave import Layer
from generator.render.wordings_table import verdict


def statement_notes(lookup: Lookup, here: Here, version: str, block: Block) -> Iterator[NoteView]:
    for statement in lookup.versions[version].statements:
        if not starts_in(block, statement.content[0]):
            continue
        unnamed = is_unnamed(statement)
        yield NoteView(
            weight=Weight.CHECK if not statement.sure else Weight.UNNAMED if unnamed else Weight.SOURCE,
            kind="unnamed" if unnamed else "source",
            heading=_heading(lookup.versions[version].article, statement, unnamed=unnamed),
            body=_source_words(lookup, here, version, statement),
            why=statement.rule.says,
            standing=standing(statement.rule, sure=statement.sure),
            anchor=lookup.id(version, statement),
        )
        wording = lookup.wording(version, statement)
        if wording:
            yield from _wording_notes(lookup, here, version, statement, wording)


def is_unnamed(statement: Statement) -> bool:
    """Whether the text gives a source without a name, or none at all; a source that no rule could place is neither."""
    if statement.speaker is None:
        return not statement.source and not statement.unattributed
    return statement.speaker.naming is Naming.UNNAMED


def _heading(article: Article, statement: Statement, *, unnamed: bool) -> str:
    if unsaid(article, statement):
        return "What was not said"
    if statement.stance:
        return "Whose view or plan?"
    if not statement.source and statement.question:
        return "Who asked?"
    return "Who says so? No name" if unnamed else "Who says so?"


def _source_words(lookup: Lookup, here: Here, version: str, statement: Statement) -> Markup:
    words = [harden(_told(lookup, version, statement))]
    if statement.anonymity:
        words.append(harden(_anonymity_words(lookup, version, statement.anonymity)))
    chain = lookup.chain(version, statement)
    if chain:
        origin = lookup.origins[chain.origin]
        href = lookup.profile_href(here, origin.profile) if origin.profile else here.to(PageName.SOURCING)
        links = [Markup('<a href="{}">{}</a>').format(href, harden(origin.label))]
        links += [Markup("<i>{}</i>").format(harden(relay_words(lookup, relay, version))) for relay in chain.relays]
        links.append(Markup("<i>{}</i>").format(lookup.letter(version)))
        words.append(Markup('<span class="tt-chain">{}</span>').format(Markup(" → ").join(links)))
    return Markup(" ").join(words)


def told_of_nobody(statement: Statement) -> str:
    """What is left open where the text names no source at all: who speaks, who asked, whose view it is."""
    if statement.question:
        return "A question is reported; the text does not say who asked."
    if statement.kind is StatementKind.INDIRECT:
        return "The text does not say whose words or whose view this is."
    return "The text does not say who speaks."


def _told(lookup: Lookup, version: str, statement: Statement) -> str:
    speaker = statement.speaker
    if statement.unattributed and speaker is None:
        return "The page sets this off like a quotation. The rules found nothing that tells whose words these are."
    if speaker is None and not statement.source:
        return told_of_nobody(statement)
    who = lookup.who(version, statement)
    if not_said := unsaid(lookup.versions[version].article, statement):
        words = lookup.at(Place(version, not_said))
        told = f"The text tells what {who} did not say or would not say (in the text: “{words}”)."
        return told if statement.sure else f"The rules are not sure of this one. {told}"
    cue = listed([f"“{lookup.at(place)}”" for span in statement.cue if lookup.shows(place := Place(version, span))])
    if statement.denial:
        how = f"Denied or rejected by {who}"
    elif statement.stance:
        how = f"The outlet tells of a view, a wish or an act of {who}; these are not {who}'s words"
    else:
        how = {
            StatementKind.DIRECT: f"Words in quotation marks, credited to {who}",
            StatementKind.MIXED: f"Credited to {who}; only the words in quotation marks are given as said",
            StatementKind.INDIRECT: f"Told in the outlet's words, credited to {who}",
            StatementKind.SET_OFF: f"Set as the words of {who}, without quotation marks",
        }[statement.kind]
    told = sentence(f"{how} (in the text: {cue})" if cue else how)
    if not statement.sure:
        told = f"The rules are not sure of this one. {told}"
    if speaker is None:
        told += " The rules could not tell who that is."
    elif speaker.naming is Naming.OFFICE:
        told += " No name is given here for the person who spoke."
    return told


def _anonymity_words(lookup: Lookup, version: str, anonymity: Anonymity) -> str:
    def quoted(span: Span) -> str:
        place = Place(version, span)
        return f"“{lookup.at(place)}”" if lookup.shows(place) else "withheld in this excerpt"

    said = [
        ("how many", anonymity.number),
        ("what kind of source", anonymity.described),
        ("how they know", anonymity.knows),
        ("why no name is given", anonymity.reason),
    ]
    given = [f"{what}: {quoted(span)}" for what, span in said if span]
    open_questions = [what for what, span in said if not span]
    words = [sentence(f"The text says {listed(given)}")] if given else []
    if open_questions:
        words.append(sentence(f"It does not say here {listed(open_questions, 'or')}"))
    return " ".join(words)


def _wording_notes(
    lookup: Lookup, here: Here, version: str, statement: Statement, wording: Wording
) -> Iterator[NoteView]:
    others = [v for v in wording.variants if all(place.version != version for place in v.places)]
    if not others:
        return
    lines = [
        Markup('<span class="tt-variant"><b>{}</b> {}</span>').format(
            listed(_letters(lookup, v)), _variant_words(lookup, v)
        )
        for v in others
    ]
    lines += [harden(words) for words in [verdict(wording)] if words]
    lines.append(Markup('<a href="{}">Compare</a>').format(here.to(PageName.SOURCING, wording.id)))
    yield NoteView(
        weight=Weight.WORDING,
        kind="wording",
        heading=_wording_heading(wording),
        body=Markup(" ").join(lines),
        why=wording.rule.says,
        standing=standing(wording.rule),
        anchor=lookup.id(version, statement),
    )


def _wording_heading(wording: Wording) -> str:
    if sum(variant.quoted for variant in wording.variants) < 2:
        return "Told another way elsewhere"
    if OTHER_WORDS.intersection(wording.changes):
        return "Other words elsewhere"
    if OTHER_LENGTH.intersection(wording.changes):
        return "Longer or shorter elsewhere"
    return "Other punctuation elsewhere"


def _letters(lookup: Lookup, variant: Variant) -> list[str]:
    return lookup.letters([place.version for place in variant.places])


def _variant_words(lookup: Lookup, variant: Variant) -> Markup:
    """The words of a variant with those that not every variant has in bold; as equals, none struck."""
    return woven(lookup, variant.places[0], [Layer(span, "b", "tt-differs") for span in variant.differing])
