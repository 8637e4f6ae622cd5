"""What the readings of one paragraph must not be together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.annotate.statements import rules
from generator.annotate.statements.doubts import NESTED
from generator.annotate.statements.readings import Reading
from generator.model import Span
from generator.newsrooms import find_newsrooms

# Verbs of speech proper; the others are attitudes.
SPEECH = ("say", "tell", "ask", "inquire")


def consistent(readings: Sequence[Reading], text: str) -> list[Reading]:
    """Return the readings that may stand together; `text` is the article's.

    An attitude inside reported words is part of those words and no attribution of its own ("she said he wants to
    leave"), a saying inside them is ("she said he had told her so"). What something seems to be is nobody's words, and
    hides nothing ("it seems full of people who oppose the plan"). Nor is an attitude that describes a source ("a
    person, who asked not to be named, said …"). Where "according to X" holds what another speaker is said to have said,
    X is a relay and no speaker if it is a newsroom. If not, X tells what the other said, and both are to be told:
    "according to her lawyer, the mayor said …".
    """
    speaking = [
        reading
        for reading in readings
        if not _only_relays(reading, readings, text)
        and (reading.group in ("say", "tell") or not any(_describes(reading, other) for other in readings))
    ]
    kept: list[Reading] = []
    for reading in speaking:
        if any(_inside(reading, other) for other in speaking):
            if reading.group not in SPEECH:
                continue
            reading = replace(reading, doubts=(*reading.doubts, NESTED))
        kept.append(reading)
    return kept


def _describes(reading: Reading, other: Reading) -> bool:
    """Whether the cue is part of another source: "a person, who asked not to be named, said …"."""
    return reading is not other and any(_holds(speaker, reading) for speaker in other.source)


def _holds(span: Span, reading: Reading) -> bool:
    return reading.cue is not None and span.holds(reading.cue)


def _inside(reading: Reading, other: Reading) -> bool:
    told = reading is not other and other.rule is not rules.APPEARANCE
    return told and any(_holds(piece, reading) for piece in other.content)


def _only_relays(reading: Reading, readings: Sequence[Reading], text: str) -> bool:
    if reading.rule is not rules.ACCORDING_TO or not any(
        any(find_newsrooms(text[span.start : span.end])) for span in reading.source
    ):
        return False
    return any(
        other.sentence == reading.sentence
        and other.rule is not rules.ACCORDING_TO
        and other.group in ("say", "tell")
        and len(reading.content) == 1
        and _holds(reading.content[0], other)
        and other.source
        and other.source[0].start == reading.content[0].start
        for other in readings
    )
