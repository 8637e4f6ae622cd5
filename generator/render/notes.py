"""The notes beside a paragraph: what each mark says, why it is there, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from markupsafe import Markup

from generator.model import (
    EDITOR,
    Anonymity,
    Block,
    FramingMark,
    Likeness,
    Naming,
    Place,
    Rule,
    Segment,
    Span,
    Statement,
    StatementKind,
    TimeExpression,
    Variant,
    Wording,
    WordingChange,
)
from generator.render.env import harden
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.phrases import listed, sentence
from generator.render.weave import Layer, weave
from generator.render.wordings_table import verdict


class Weight(IntEnum):
    """What a reader should see first; notes past the third of a paragraph are folded."""

    EDITOR = 0
    UNNAMED = 1
    WORDING = 2
    SINGLE = 3
    SOURCE = 4
    CHECK = 5
    OWN_VOICE = 6
    FRAMING = 7
    TIME = 8
    REPAIR = 9


class Standing(StrEnum):
    """How far a mark can be relied on; printed on it."""

    SURE = "by a rule"
    CHECK = "to check"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """One note. `body` and `heading` are what a reader sees; `why` says which rule made the mark."""

    weight: Weight
    kind: str
    """The class of the mark it explains: `source`, `unnamed`, `wording`, …"""
    heading: str
    body: Markup
    why: str
    standing: Standing
    anchor: str | None
    """The fragment of the mark; None for a note on the whole paragraph."""


def standing(rule: Rule, *, sure: bool = True) -> Standing:
    if rule is EDITOR or rule == EDITOR:
        return Standing.EDITOR
    return Standing.SURE if sure else Standing.CHECK


def find_notes(lookup: Lookup, here: Here, version: str, block: Block) -> Iterator[NoteView]:
    """Yield every note on one block, the weightiest first, then in reading order."""
    found = [
        *_statement_notes(lookup, here, version, block),
        *_single_notes(lookup, version, block),
        *_own_voice_notes(lookup, version, block),
        *_mark_notes(lookup, version, block),
        *_repair_notes(lookup, version, block),
        *_editor_notes(lookup, version, block),
    ]
    yield from sorted(found, key=lambda note: note.weight)


def _starts_in(block: Block, span: Span) -> bool:
    return block.span.start <= span.start < block.span.end


def _statement_notes(lookup: Lookup, here: Here, version: str, block: Block) -> Iterator[NoteView]:
    for statement in lookup.versions[version].statements:
        if not _starts_in(block, statement.content[0]):
            continue
        unnamed = is_unnamed(statement)
        yield NoteView(
            weight=Weight.CHECK if not statement.sure else Weight.UNNAMED if unnamed else Weight.SOURCE,
            kind="unnamed" if unnamed else "source",
            heading=_asked(statement, unnamed=unnamed),
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
        return not statement.source
    return statement.speaker.naming is Naming.UNNAMED


def _asked(statement: Statement, *, unnamed: bool) -> str:
    if statement.stance:
        return "Whose view or plan?"
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
        links += [Markup("<i>{}</i>").format(harden(relay)) for relay in chain.relays]
        links.append(Markup("<i>{}</i>").format(lookup.letter(version)))
        words.append(Markup('<span class="tt-chain">{}</span>').format(Markup(" → ").join(links)))
    return Markup(" ").join(words)


def _told(lookup: Lookup, version: str, statement: Statement) -> str:
    speaker = statement.speaker
    if speaker is None and not statement.source:
        return "The text does not say who speaks."
    who = lookup.who(version, statement)
    cue = listed([f"“{lookup.at(Place(version, span))}”" for span in statement.cue])
    if statement.denial:
        how = f"Denied or rejected by {who}"
    elif statement.stance:
        how = f"The outlet tells of a view, a wish or an act of {who}; these are not {who}'s words"
    else:
        how = {
            StatementKind.DIRECT: f"Words in quotation marks, credited to {who}",
            StatementKind.MIXED: f"Credited to {who}; only the words in quotation marks are given as said",
            StatementKind.INDIRECT: f"Told in the outlet's words, credited to {who}",
        }[statement.kind]
    told = sentence(f"{how} (in the text: {cue})" if cue else how)
    if not statement.sure:
        told = f"The rules are not sure of this one. {told}"
    if speaker is None:
        told += " The rules could not tell who that is."
    elif speaker.naming is Naming.OFFICE:
        told += " No name is given for the person who spoke."
    return told


def _anonymity_words(lookup: Lookup, version: str, anonymity: Anonymity) -> str:
    def quoted(span: Span) -> str:
        return f"“{lookup.at(Place(version, span))}”"

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
        words.append(sentence(f"It does not say {listed(open_questions, 'or')}"))
    return " ".join(words)


def _wording_notes(
    lookup: Lookup, here: Here, version: str, statement: Statement, wording: Wording
) -> Iterator[NoteView]:
    others = [v for v in wording.variants if all(place.version != version for place in v.places)]
    if not others:
        return
    lines = [Markup("<b>{}</b> has {}.").format(listed(_letters(lookup, v)), variant_words(lookup, v)) for v in others]
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
    if WordingChange.SWAPPED in wording.changes:
        return "Other words elsewhere"
    if {WordingChange.CUT, WordingChange.ELLIPSIS}.intersection(wording.changes):
        return "Longer or shorter elsewhere"
    return "Other punctuation elsewhere"


def _letters(lookup: Lookup, variant: Variant) -> list[str]:
    return lookup.letters([place.version for place in variant.places])


def variant_words(lookup: Lookup, variant: Variant) -> Markup:
    """The words of a variant with those that not every variant has in bold; as equals, none struck."""
    place = variant.places[0]
    if not lookup.shows_all(place.version):
        return harden(lookup.at(place))
    text = lookup.versions[place.version].article.text
    return weave(text, place.span, [Layer(span, "b", "tt-differs") for span in variant.differing])


def _single_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    if len(lookup.versions) < 2:
        return
    sentences = [s for s in lookup.versions[version].sentences if s.meets(block.span)]
    passages = [lookup.passage(Place(version, s)) for s in sentences]
    single = [number for number, p in enumerate(passages, 1) if p and p.likeness is Likeness.SINGLE]
    if not single:
        return
    rule = next(p.rule for p in passages if p and p.likeness is Likeness.SINGLE)
    others = lookup.letters([other for other in lookup.versions if other != version])
    what = _which_sentences(single, len(sentences))
    copies = "this copy" if len(others) == 1 else "these copies"
    yield NoteView(
        weight=Weight.SINGLE,
        kind="single",
        heading=f"Only in {lookup.letter(version)}",
        body=harden(f"{what} not found in {copies} of {listed(others)}."),
        why=rule.says,
        standing=standing(rule),
        anchor=None,
    )


def _which_sentences(numbers: list[int], of: int) -> str:
    """Say `This sentence was`, `This paragraph was`, `Sentence 2 was` or `Sentences 1 and 3 were`."""
    if len(numbers) == of:
        return "This sentence was" if of == 1 else "This paragraph was"
    if len(numbers) == 1:
        return f"Sentence {numbers[0]} of this paragraph was"
    return f"Sentences {listed([str(n) for n in numbers])} of this paragraph were"


OWN_VOICE = Rule(
    "own-voice",
    "No attribution was found in the sentence: neither a source, nor a reporting verb, nor words in quotation marks.",
)


def _own_voice_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    annotated = lookup.versions[version]
    if annotated.not_run:
        return
    sentences = [s for s in annotated.sentences if s.meets(block.span)]
    attributed = [span for s in annotated.statements for span in (*s.content, *s.source, *s.cue)]
    attributed += [quotation.span for quotation in annotated.quotations]
    own = [n for n, s in enumerate(sentences, 1) if not any(s.meets(span) for span in attributed)]
    if not own:
        return
    if len(own) == len(sentences):
        what = "this sentence" if len(own) == 1 else "this paragraph"
    else:
        numbers = listed([str(n) for n in own])
        what = f"sentence {numbers}" if len(own) == 1 else f"sentences {numbers}"
    yield NoteView(
        weight=Weight.OWN_VOICE,
        kind="own",
        heading="In the outlet's own voice",
        body=harden(f"The rules found no source for {what}. Ask: how could the outlet know?"),
        why=OWN_VOICE.says,
        standing=Standing.SURE,
        anchor=None,
    )


def _mark_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    annotated = lookup.versions[version]
    marks: list[FramingMark | TimeExpression] = [*annotated.framing, *annotated.times]
    for mark in sorted(marks, key=lambda mark: mark.span):
        if not _starts_in(block, mark.span):
            continue
        framing = isinstance(mark, FramingMark)
        yield NoteView(
            weight=Weight.FRAMING if framing else Weight.TIME,
            kind="framing" if framing else "time",
            heading=f"“{lookup.at(Place(version, mark.span))}”",
            body=harden(sentence(mark.why)),
            why=mark.rule.says,
            standing=standing(mark.rule),
            anchor=lookup.id(version, mark),
        )


def repairs_in(lookup: Lookup, version: str, block: Block) -> list[tuple[Segment, Rule]]:
    """The mended stretches that start in a block, with the rule that mended each."""
    segments = lookup.versions[version].article.segments
    return [(s, s.rule) for s in segments if s.rule and _starts_in(block, s.span)]


def _repair_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    raw = lookup.versions[version].article.seed.text
    for segment, rule in repairs_in(lookup, version, block):
        shown = lookup.at(Place(version, segment.span))
        original = raw[segment.raw.start : segment.raw.end]
        yield NoteView(
            weight=Weight.REPAIR,
            kind="repair",
            heading="Mended for reading",
            body=Markup("The file has <code>{}</code>; shown here as <code>{}</code>.").format(
                harden(original), harden(shown)
            ),
            why=rule.says,
            standing=standing(rule),
            anchor=None,
        )


def _editor_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    for span, note in lookup.editor_notes(version):
        if _starts_in(block, span):
            yield NoteView(
                weight=Weight.EDITOR,
                kind="editor",
                heading="Editor's note",
                body=harden(f"“{lookup.at(Place(version, span))}”: {note.note}"),
                why=EDITOR.says,
                standing=Standing.EDITOR,
                anchor=None,
            )
