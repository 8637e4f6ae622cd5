"""Quotations that carry no speaker of their own and go on with another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import speaks
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.signatures import Signature, read_signature, signed
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
    paragraphs of quotation behind one that ends in a colon. A signature below a quotation, or behind it, speaks all of
    it. A paragraph of closed quotation that names no speaker and carries no signature may be somebody's answer: it is
    a reading of its own, and never a sure one.
    """
    found: list[Reading] = []
    carrier: int | None = None
    unsigned: tuple[Span, ...] = ()
    """What was quoted in the paragraphs above, up to here, and has no speaker yet."""
    for number, paragraph in enumerate(paragraphs):
        above = paragraphs[number - 1] if number else None
        below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        head = _head(paragraph)
        whole = len(head) == len(paragraph.sentences)
        signature = _signature(paragraph, below)
        first = len(found)
        if head and paragraph.continues and carrier is not None:
            found[carrier] = replace(found[carrier], content=(*found[carrier].content, *head))
            first = carrier
        elif head and above is not None and (introduced := _introduced(above, head)) is not None:
            found.append(introduced)
        elif signature is not None:
            goes_on = paragraph.continues and signature.quotation[0] == paragraph.sentences[0].span(0, 0)
            found.append(signed(signature, (*(unsigned if goes_on else ()), *signature.quotation)))
        elif head and carrier is not None and whole:
            found.append(_unsigned(found[carrier], head))
        found.extend(_within(paragraph, signature.quotation if signature is not None else ()))
        last = _last_quotation(paragraph)
        carrier = next((i for i in range(first, len(found)) if last in found[i].content), None) if last else None
        runs_on = whole and carrier is None
        unsigned = (*(unsigned if paragraph.continues else ()), *head) if runs_on else ()
    return found


def _signature(paragraph: Paragraph, below: Paragraph | None) -> Signature | None:
    """Return the signature at the end of the paragraph, or else alone in the one `below` it, with what it signs."""
    sentences = paragraph.sentences
    if not sentences:
        return None
    if BARE_QUOTATION.fullmatch(sentences[-1].kinds):
        alone = below is not None and len(below.sentences) == 1
        signature = read_signature(below.sentences[0]) if below is not None and alone else None
        signs = sentences
    else:
        signature = read_signature(sentences[-1])
        signs = sentences[:-1]
    if signature is None or (signature.quotation and signs is not sentences):
        return signature
    quotation = _quotations_at_the_end(signs)
    return signature._replace(quotation=quotation) if quotation and not signature.quotation else None


def _quotations_at_the_end(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    bare = list(takewhile(lambda s: BARE_QUOTATION.fullmatch(s.kinds), reversed(sentences)))
    return tuple(sentence.span(0, 0) for sentence in reversed(bare))


def _unsigned(above: Reading, head: tuple[Span, ...]) -> Reading:
    return replace(above, content=head, rule=rules.CONTINUED, group="continued", how="paragraph above", sentence=-1)


def _within(paragraph: Paragraph, signed_here: Sequence[Span]) -> list[Reading]:
    """Return the readings of a paragraph with the sentences of quotation that follow each and carry no signature."""
    readings = list(paragraph.readings)
    for number, sentence in enumerate(paragraph.sentences):
        if not BARE_QUOTATION.fullmatch(sentence.kinds):
            continue
        span = sentence.span(0, 0)
        if span in signed_here:
            continue
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
    last = above.sentences[-1] if above.sentences else None
    if last is None or not last.kinds.endswith(":"):
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
