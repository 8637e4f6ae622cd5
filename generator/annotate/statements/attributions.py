"""From the places of a cue, its subject and its content to a reading."""

from __future__ import annotations

from typing import NamedTuple

from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.cues import Cue
from generator.annotate.statements.doubts import doubts_about
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import Subject
from generator.model import Rule


class CuePlace(NamedTuple):
    """One reading of one verb as a cue."""

    s: Sentence
    at: int
    """The chunk of the verb group."""
    after: int
    """The chunk behind the verb and its particles."""
    cue: Cue
    number: int
    """Of the sentence in its block."""


def attribution(place: CuePlace, pieces: list[tuple[int, int]], subject: Subject | None, rule: Rule) -> Reading | None:
    """Return the reading; `pieces` are first and last chunks, inclusive.

    None where source and content overlap, and of what nobody does: "neither Stone nor Holt said that …".
    """
    s = place.s
    if subject is not None and subject.first and s.words(subject.first - 1) == "nor":
        return None
    pieces = [(first, last) for first, last in pieces if last >= first]
    content = tuple(s.span(first, last) for first, last in pieces)
    source = (s.span(subject.first, subject.last),) if subject is not None else ()
    if not content or any(speaker.meets(piece) for speaker in source for piece in content):
        return None
    return Reading(
        content=content,
        source=source,
        cue=s.span(place.at, place.after - 1),
        rule=rule,
        group=place.cue.group,
        verb=place.cue.verb,
        how=subject.how if subject is not None else "nobody",
        sentence=place.number,
        doubts=doubts_about(s, place.at, subject, pieces),
    )
