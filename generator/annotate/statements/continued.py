"""Quotations that carry no speaker of their own and go on with another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.doubts import NESTED
from generator.annotate.statements.introduced import read_introduced, read_set_off
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.signatures import Signature, read_signature, signed
from generator.model import Span

# A sentence that is quotation and nothing else.
BARE_QUOTATION = re.compile(r"[Qq][Qq.,…?!-]*")
# A few quoted words by themselves head a section or are what a crowd shouts: “A tough decision.” / “Four more years!”
FEWEST_CHARS = 40
# “His conduct is unbecoming”: said of somebody, and maybe of him whose words stand above.
OF_A_THIRD = re.compile(r"\W*(?:[Hh]e|[Hh]is|[Ss]he|[Hh]er)\b")
SPEECH = ("say", "tell", "ask", "inquire", "show")
# What follows in the next paragraph is the answer.
ASKING = ("ask", "inquire")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block as its sentences and what was read in them."""

    sentences: tuple[Sentence, ...]
    readings: tuple[Reading, ...]
    continues: bool
    """Whether its first quotation goes on with that of the paragraph before."""


def read_on(paragraphs: Sequence[Paragraph], text: str) -> list[Reading]:
    """Return all readings, each with the quotations that go on with it.

    Those are sentences of quotation behind it in the same paragraph, paragraphs that take up its open quotation, and
    paragraphs of quotation behind one that ends in a colon. A signature below a quotation, or behind it, speaks all of
    it. A paragraph of closed quotation that names no speaker and carries no signature may be somebody's answer: it is
    a reading of its own, and never a sure one; none where it is of a few words, or begins with “He” or “His”, who may
    be the one who spoke above. `text` is the article's.
    """
    found: list[Reading] = []
    carrier: int | None = None
    teller: Reading | None = None
    """Whose words the paragraph above ends in."""
    unsigned: tuple[Span, ...] = ()
    """What was quoted in the paragraphs above, up to here, and has no speaker yet."""
    for number, paragraph in enumerate(paragraphs):
        above = paragraphs[number - 1] if number else None
        below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        head = _head(paragraph)
        whole = len(head) == len(paragraph.sentences)
        introduced = _introduced(above, paragraph, head)
        signature = _signature(paragraph, below)
        first = len(found)
        if head and paragraph.continues and carrier is not None:
            found[carrier] = replace(found[carrier], content=(*found[carrier].content, *head))
            first = carrier
        elif introduced is not None:
            found.append(introduced)
        elif signature is not None:
            goes_on = paragraph.continues and signature.quotation[0] == paragraph.sentences[0].span(0, 0)
            found.append(signed(signature, (*(unsigned if goes_on else ()), *signature.quotation)))
        elif whole and teller is not None and _may_go_on(text, head):
            found.append(_unsigned(teller, head))
        if introduced is None or head:
            # A paragraph that is set off is all its speaker's, and so is what it tells of others.
            found.extend(_within(paragraph, signature.quotation if signature is not None else ()))
        last = _last_quotation(paragraph)
        carrier = next((i for i in range(first, len(found)) if last in found[i].content), None) if last else None
        teller = found[carrier] if carrier is not None else _teller(paragraph, found[first:])
        if teller is not None and teller.group in ASKING:
            teller = None
        runs_on = whole and carrier is None
        unsigned = (*(unsigned if paragraph.continues else ()), *head) if runs_on else ()
    return found


def _introduced(above: Paragraph | None, paragraph: Paragraph, head: tuple[Span, ...]) -> Reading | None:
    if above is None or not above.sentences or not paragraph.sentences:
        return None
    if not above.sentences[-1].kinds.endswith(":"):
        return None
    if head:
        return read_introduced(above.sentences[-1], head)
    first, last = paragraph.sentences[0], paragraph.sentences[-1]
    if last.kinds.endswith(":"):
        return None
    whole = Span(first.tokens[0].start, last.tokens[-1].end)
    names = frozenset(token.low for sentence in paragraph.sentences for token in sentence.tokens if token.tag == "N")
    return read_set_off(above.sentences[-1], whole, names=names)


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


def _teller(paragraph: Paragraph, readings: Sequence[Reading]) -> Reading | None:
    """Return the reading of the last sentence, whose speaker a paragraph of quotation may go on with."""
    last = len(paragraph.sentences) - 1
    told = [r for r in readings if r.sentence == last and r.group in SPEECH and NESTED not in r.doubts and r.source]
    return told[0] if len({r.source for r in told}) == 1 else None


def _may_go_on(text: str, head: Sequence[Span]) -> bool:
    return sum(map(len, head)) >= FEWEST_CHARS and OF_A_THIRD.match(text, head[0].start) is None


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
