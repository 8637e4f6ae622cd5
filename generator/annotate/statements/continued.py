"""Quotations that carry no speaker of their own and go on with another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import speaks
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import subject_before
from generator.model import Span

# A sentence that is quotation and nothing else.
BARE_QUOTATION = re.compile(r"[Qq][Qq.,…?!-]*")
SPEECH = ("say", "tell", "ask", "inquire", "show")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block as its sentences and what was read in them."""

    sentences: tuple[Sentence, ...]
    readings: tuple[Reading, ...]
    continues: bool
    """Whether its first quotation goes on with that of the paragraph before."""


def read_on(paragraphs: Sequence[Paragraph]) -> list[Reading]:
    """Return all readings, each with the quotations that go on with it.

    Those are sentences of quotation behind it in the same paragraph, paragraphs that take up its open quotation, and
    paragraphs of quotation behind one that ends in a colon. A paragraph of closed quotation that names no speaker may
    be somebody's answer: it is a reading of its own, and never a sure one.
    """
    found: list[Reading] = []
    carrier: int | None = None
    above: Paragraph | None = None
    for paragraph in paragraphs:
        head = _head(paragraph)
        first = len(found)
        if head and paragraph.continues and carrier is not None:
            found[carrier] = replace(found[carrier], content=(*found[carrier].content, *head))
            first = carrier
        elif head and above is not None and (introduced := _introduced(above, head)) is not None:
            found.append(introduced)
        elif head and carrier is not None and len(head) == len(paragraph.sentences):
            found.append(_unsigned(found[carrier], head))
        found.extend(_within(paragraph))
        last = _last_quotation(paragraph)
        carrier = next((i for i in range(first, len(found)) if last in found[i].content), None) if last else None
        above = paragraph
    return found


def _unsigned(above: Reading, head: tuple[Span, ...]) -> Reading:
    return replace(above, content=head, rule=rules.CONTINUED, group="continued", how="paragraph above", sentence=-1)


def _within(paragraph: Paragraph) -> list[Reading]:
    """Return the readings of a paragraph with the sentences of quotation that follow each."""
    readings = list(paragraph.readings)
    for number, sentence in enumerate(paragraph.sentences):
        if not BARE_QUOTATION.fullmatch(sentence.kinds):
            continue
        span = sentence.span(0, 0)
        before = [
            at
            for at, reading in enumerate(readings)
            if reading.sentence == number - 1 and reading.group in SPEECH and reading.content[0].start < span.start
        ]
        if not before:
            continue
        quoting = [at for at in before if any(_quoted(paragraph, piece) for piece in readings[at].content)]
        at = (quoting or before)[0]
        content = tuple(sorted((*readings[at].content, span)))
        readings[at] = replace(readings[at], content=content, sentence=number)
    return readings


def _quoted(paragraph: Paragraph, piece: Span) -> bool:
    return any(
        token.tag in "Qq" and piece.holds(Span(token.start, token.end))
        for sentence in paragraph.sentences
        for token in sentence.tokens
    )


def _head(paragraph: Paragraph) -> tuple[Span, ...]:
    """Return the quotations that the paragraph begins with, where nobody is said to speak them."""
    head: list[Span] = []
    for sentence in paragraph.sentences:
        if not BARE_QUOTATION.fullmatch(sentence.kinds):
            break
        head.append(sentence.span(0, 0))
    return tuple(head)


def _last_quotation(paragraph: Paragraph) -> Span | None:
    last = paragraph.sentences[-1] if paragraph.sentences else None
    if last is None:
        return None
    at = max(last.kinds.rfind("Q"), last.kinds.rfind("q"))
    return last.span(at, at) if at >= 0 else None


def _introduced(above: Paragraph, head: tuple[Span, ...]) -> Reading | None:
    """Read a paragraph that ends in a colon as the cue of the quotation below it."""
    last = above.sentences[-1]
    if not last.kinds.endswith(":"):
        return None
    for verb in range(len(last.kinds) - 2, -1, -1):
        subject = subject_before(last, verb) if last.kinds[verb] in "VEG" else None
        if subject is not None:
            return Reading(
                content=head,
                source=(last.span(subject.first, subject.last),),
                cue=last.span(verb, verb),
                rule=rules.QUOTATION_AFTER_CUE,
                group="say",
                verb=last.low(verb),
                how="paragraph above" if speaks(last, verb) else "unlisted verb",
                sentence=-1,
            )
    return None
