"""The notes beside a paragraph: what each mark says, why it is there, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Block
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.notes.marks import mark_notes, repair_notes
from generator.render.notes.own_voice import own_voice_notes
from generator.render.notes.paragraphs import editor_notes, single_notes
from generator.render.notes.statements import statement_notes
from generator.render.notes.view import NoteView


def find_notes(lookup: Lookup, here: Here, version: str, block: Block) -> Iterator[NoteView]:
    """Yield every note on one block, the weightiest first, then in reading order."""
    found = [
        *statement_notes(lookup, here, version, block),
        *single_notes(lookup, version, block),
        *own_voice_notes(lookup, version, block),
        *mark_notes(lookup, here, version, block),
        *repair_notes(lookup, version, block),
        *editor_notes(lookup, version, block),
    ]
    yield from sorted(found, key=lambda note: note.weight)
