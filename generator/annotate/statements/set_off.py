"""Quotations that the file sets off from the text: a block quotation, an embedded post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.annotate.statements import rules
from generator.annotate.statements.continued import Paragraph
from generator.annotate.statements.doubts import SET_OFF
from generator.annotate.statements.introduced import read_block_quotation
from generator.annotate.statements.readings import Reading, laid_out
from generator.annotate.statements.signatures import Signature, read_account, read_signature, signed
from generator.model import Article, Span

FEWEST_CHARS_OF_PULL_QUOTE = 15
OPENING_MARKS = '“„«"‘'
FIRST_PERSON = re.compile(r"\b(?:I|we|me|us|my|our)\b", re.IGNORECASE)


def read_set_off_quotations(article: Article, parsed: Mapping[int, Paragraph]) -> Iterator[Reading]:
    """Yield one reading a quotation: the paragraphs that the file sets off in a row, up to a signature.

    `parsed`: number of a block → what was read in it, nothing for a turn of a transcript. A signature at the end, or
    alone in the paragraph below, tells whose words they are; else the paragraph above does, where it ends in a cue and
    a colon; else a quotation inside, with marks and a cue of its own, is read as anywhere, and never a sure one; else
    nobody is said to speak them. A quotation that repeats words of the article, to draw the eye, yields nothing. Missed
    on purpose: whatever else a quotation tells of others.
    """
    run: list[int] = []
    for number, block in enumerate(article.blocks):
        following = article.blocks[number + 1] if number + 1 < len(article.blocks) else None
        if not block.quoted or number not in parsed:
            run = []
            continue
        run.append(number)
        signature = read_account(article.text, block.span) or read_signature(parsed[number].sentences[-1])
        if signature is None and following is not None and following.quoted and number + 1 in parsed:
            continue
        content = _words(article, run, signature)
        if content and not _is_pull_quote(article, run, content):
            signature = signature or _signature_alone(parsed.get(number + 1))
            attributed = _attributed(content, parsed.get(run[0] - 1), signature)
            if attributed is not None:
                yield attributed
            else:
                yield from _unattributed(article, content, [parsed[each] for each in run])
        run = []


def _attributed(content: tuple[Span, ...], above: Paragraph | None, signature: Signature | None) -> Reading | None:
    if signature is not None:
        return replace(signed(signature, content), set_off=True)
    return read_block_quotation(above.sentences[-1], content) if above is not None else None


def _unattributed(article: Article, content: Sequence[Span], paragraphs: Sequence[Paragraph]) -> Iterator[Reading]:
    """Yield what is told inside, and the paragraphs in which nothing is as the words of nobody known."""
    told = list(_told_inside(article, paragraphs))
    yield from told
    left = tuple(span for span in content if not any(reading.content[0].meets(span) for reading in told))
    if left:
        yield laid_out(left, rules.BLOCK_QUOTATION, source=None, cue=None)


def _told_inside(article: Article, paragraphs: Sequence[Paragraph]) -> Iterator[Reading]:
    """Yield what the paragraphs credit to somebody in quotation marks: > “We are sorry,” said Ana Reyes."""
    for reading in (reading for paragraph in paragraphs for reading in paragraph.readings):
        by_others = reading.source and not any(FIRST_PERSON.search(article.at(span)) for span in reading.source)
        if by_others and article.text[reading.content[0].start] in OPENING_MARKS:
            yield replace(reading, doubts=(*reading.doubts, SET_OFF))


def _signature_alone(below: Paragraph | None) -> Signature | None:
    signature = read_signature(below.sentences[0]) if below is not None and len(below.sentences) == 1 else None
    return signature if signature is not None and not signature.quotation else None


def _words(article: Article, run: Sequence[int], signature: Signature | None) -> tuple[Span, ...]:
    """Return the quoted paragraphs without the signature."""
    spans = [article.blocks[number].span for number in run]
    if signature is None:
        return tuple(spans)
    *whole, last = spans
    kept = article.text[last.start : signature.dash.start].rstrip()
    return (*whole, Span(last.start, last.start + len(kept))) if kept else tuple(whole)


def _is_pull_quote(article: Article, run: Sequence[int], content: Sequence[Span]) -> bool:
    """Whether the same words stand elsewhere in the article too, where it is told whose they are."""
    words = "".join(_folded(article.at(span)) for span in content)
    others = (_folded(article.at(block.span)) for number, block in enumerate(article.blocks) if number not in run)
    return len(words) >= FEWEST_CHARS_OF_PULL_QUOTE and any(words in other for other in others)


def _folded(words: str) -> str:
    """Letters and digits alone: the marks may stand in one of the two only."""
    return "".join(character for character in words.casefold() if character.isalnum())
