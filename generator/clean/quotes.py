"""Quotations that a file sets off from its text: `>` in Markdown, `blockquote` in a web page.

Follows CommonMark (John MacFarlane, "CommonMark Spec", section "Block quotes"), but that a line that begins with a
dash is a block of its own, since signatures are set so: “> We are sorry.” and in the next line “— Ana Reyes”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.clean.lines import ENDS_SENTENCE
from generator.model import Block, BlockKind, Span

MARKS = re.compile(r"^[ ]{0,3}(?P<marks>(?:>[ \t]?)+)(?P<words>[^\r\n]*)", re.MULTILINE)
# “fares in the east rose by⏎> 20 per cent”: in the middle of a sentence and before a digit it is a sign of arithmetic.
WITHIN_SENTENCE = re.compile(r"[^.!?:;…\s\"”’][ \t]*\r?\n[ ]{0,3}\Z")
FIGURE = re.compile(r"[\d$€£]")
TAG = re.compile(r"<(?P<closing>/)?blockquote(?:\s[^<>\n]*)?>", re.IGNORECASE)
DASHED = re.compile(r"[ \t]*(?:[—–―]|--(?!-))[ \t]*\S")
LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
INTRODUCES = re.compile(r":\s*$")


def find_quote_marks(text: str) -> Iterator[re.Match[str]]:
    """Yield each line of Markdown that is set off, as its `marks`, those of quotations inside it too, and `words`."""
    end_of_last = 0
    for found in MARKS.finditer(text):
        goes_on = end_of_last and not text[end_of_last : found.start()].strip("\r")[1:]
        before = text[max(0, found.start("marks") - 12) : found.start("marks")]
        if goes_on or not (FIGURE.match(found["words"]) and WITHIN_SENTENCE.search(before)):
            end_of_last = found.end()
            yield found


def find_quotes(text: str) -> Iterator[Span]:
    """Yield what Markdown sets off, line by line, then between the tags of a `blockquote`, the outermost ones."""
    yield from (Span(*found.span()) for found in find_quote_marks(text))
    opened: list[int] = []
    for tag in TAG.finditer(text):
        if not tag["closing"]:
            opened.append(tag.start())
        elif opened:
            start = opened.pop()
            if not opened:
                yield Span(start, tag.end())


def find_quote_starts(text: str) -> Iterator[int]:
    """Yield where a block begins in Markdown: at a first line of quotation, at a signature in one or below it, and
    around a `blockquote`.
    """
    quoted = {found.start(): found for found in find_quote_marks(text)}
    depth = 0
    end_of_last = 0
    for line in LINE.finditer(text):
        # A blank line, which this pattern passes over, ends a quotation.
        goes_on = depth and text[end_of_last : line.start()].replace("\r\n", "\n").count("\n") < 2
        marks = quoted.get(line.start())
        here = marks["marks"].count(">") if marks is not None else depth if goes_on else 0
        if (marks is not None and here > (depth if goes_on else 0)) or (
            here and DASHED.match(marks["words"] if marks is not None else line[0])
        ):
            yield line.start()
        depth, end_of_last = here, line.end()
    yield from (tag.start() if not tag["closing"] else tag.end() for tag in TAG.finditer(text))


def mark_quoted(blocks: Sequence[Block], quotes: Sequence[Span], text: str) -> Iterator[Block]:
    """Yield the blocks, those marked that lie in `quotes` (spans of `text`).

    None are where no sentence stands outside: then the whole article is indented, by a mail program or for its looks.
    """
    quoted = [any(quote.meets(block.span) for quote in quotes) for block in blocks]
    around = any(
        not inside and block.kind is BlockKind.PARAGRAPH and _is_sentence(text[block.span.start : block.span.end])
        for block, inside in zip(blocks, quoted, strict=True)
    )
    for block, inside in zip(blocks, quoted, strict=True):
        yield replace(block, quoted=True) if inside and around else block


def _is_sentence(words: str) -> bool:
    return bool(ENDS_SENTENCE.search(words) or INTRODUCES.search(words))
