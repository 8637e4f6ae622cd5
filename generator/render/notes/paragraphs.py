"""Notes on a whole paragraph: found here only, or the editor's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import (
    EDITOR,
    Block,
    BlockKind,
    Likeness,
    Place,
)
from generator.phrases import listed
from generator.render.env import harden
from generator.render.lookup import Lookup
from generator.render.notes.view import NoteView, Standing, Weight, standing, starts_in
from generator.render.relations import compared_with, marks_singles


def single_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    """Yield at most one; none for a headline, for each version has one of its own."""
    if block.kind is not BlockKind.PARAGRAPH or not marks_singles(lookup, version):
        return
    sentences = [s for s in lookup.versions[version].sentences if s.meets(block.span)]
    passages = [lookup.passage(Place(version, s)) for s in sentences]
    single = [number for number, p in enumerate(passages, 1) if p and p.likeness is Likeness.SINGLE]
    if not single:
        return
    rule = next(p.rule for p in passages if p and p.likeness is Likeness.SINGLE)
    others = lookup.letters(compared_with(lookup, version))
    what = _which_sentences(single, len(sentences))
    copies = "this copy" if len(others) == 1 else "these copies"
    everywhere = len(others) + 1 == len(lookup.versions)  # nothing is translated
    yield NoteView(
        weight=Weight.SINGLE,
        kind="single",
        heading=f"Only in {lookup.letter(version)}" if everywhere else f"Not found in {listed(others, 'or')}",
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


def editor_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    for span, note in lookup.editor_notes(version):
        if starts_in(block, span):
            yield NoteView(
                weight=Weight.EDITOR,
                kind="editor",
                heading="Editor's note",
                body=harden(f"“{lookup.at(Place(version, span))}”: {note.note}"),
                why=EDITOR.says,
                standing=Standing.EDITOR,
                anchor=None,
            )
