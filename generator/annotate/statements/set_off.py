"""Quotations that the file sets off from the text: a block quotation, an embedded post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.introduced import read_block_quotation
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.signatures import Signature, read_signature, signed
from generator.model import Article, Span

FEWEST_CHARS_OF_PULL_QUOTE = 15


def read_set_off_quotations(article: Article, parsed: Mapping[int, Sequence[Sentence]]) -> Iterator[Reading]:
    """Yield one reading a quotation: the paragraphs that the file sets off in a row, up to a signature.

    `parsed`: number of a block → its sentences, none for a turn of a transcript. A signature at the end, or alone in
    the paragraph below, tells whose words they are; else the paragraph above does, where it ends in a cue and a colon;
    else nobody is said to speak them. A quotation that repeats words of the article, to draw the eye, yields nothing.
    Missed on purpose: what a quotation tells of others.
    """
    run: list[int] = []
    for number, block in enumerate(article.blocks):
        following = article.blocks[number + 1] if number + 1 < len(article.blocks) else None
        if not block.quoted or not parsed.get(number):
            run = []
            continue
        run.append(number)
        signature = _signature_in(parsed[number])
        if signature is None and following is not None and following.quoted and parsed.get(number + 1):
            continue
        content = _words(article, run, signature)
        if content and not _is_pull_quote(article, run, content):
            below = parsed.get(number + 1, ())
            yield _reading(content, parsed.get(run[0] - 1, ()), signature or _signature_alone(below))
        run = []


def _reading(content: tuple[Span, ...], above: Sequence[Sentence], signature: Signature | None) -> Reading:
    if signature is not None:
        return replace(signed(signature, content), set_off=True)
    introduced = read_block_quotation(above[-1], content) if above else None
    return introduced or Reading(
        content=content,
        source=(),
        cue=None,
        rule=rules.BLOCK_QUOTATION,
        group="say",
        verb="",
        how="nobody",
        sentence=-1,
        set_off=True,
    )


def _signature_in(sentences: Sequence[Sentence]) -> Signature | None:
    """Return the signature that the paragraph is or ends in: “We are sorry. — Ana Reyes”."""
    return read_signature(sentences[-1])


def _signature_alone(sentences: Sequence[Sentence]) -> Signature | None:
    signature = read_signature(sentences[0]) if len(sentences) == 1 else None
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
