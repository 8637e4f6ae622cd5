"""Headline, headings and paragraphs of the reading text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.clean.lines import ENDS_SENTENCE
from generator.model import Block, BlockKind, Format, Span

LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
LONGEST_WRAPPED_CHARS = 100

# A capital, a digit or an opening mark: what a paragraph may begin with where a line ends a sentence.
BEGINS = re.compile(r"""[\s"'“‘«„(\[—–-]*[^\W_a-zß-öø-ÿ]""")


def find_blocks(text: str, format: Format, starts: Sequence[int] = ()) -> Iterator[Span]:  # noqa: A002
    """Yield the blocks of `text`, trimmed, in reading order; `starts`: where the file's markup begins one.

    Blank lines part paragraphs. Without them each line is one; among them a line is, too, where it ends a sentence
    and the next one begins another, unless the file is wrapped at a width. Of a web page each line is a block.
    """
    lines = [_trimmed(text, found.start(), found.end()) for found in LINE.finditer(text)]
    if format is Format.HTML:
        yield from lines
        return
    pairs = list(pairwise(lines))
    blank = [_blank_between(text, left, right) for left, right in pairs]
    wrapped = _is_wrapped(text, [pair for pair, parted in zip(pairs, blank, strict=True) if not parted], any(blank))
    forced = set(starts)
    start: int | None = None
    for index, line in enumerate(lines):
        start = line.start if start is None else start
        if index == len(pairs):
            yield Span(start, line.end)
            break
        following = lines[index + 1]
        part = blank[index] or any(line.end <= place <= following.start for place in forced)
        if not part and not wrapped:
            part = not any(blank) or (
                bool(ENDS_SENTENCE.search(text[line.start : line.end]))
                and bool(BEGINS.match(text, following.start, following.end))
            )
        if part:
            yield Span(start, line.end)
            start = None


def _is_wrapped(text: str, joints: Sequence[tuple[Span, Span]], has_blanks: bool) -> bool:
    """Whether lines end where a width was reached: most of them are short of a sentence and none is long."""
    if not joints:
        return False
    if max(len(left) for left, _ in joints) > LONGEST_WRAPPED_CHARS:
        return False
    within = sum(1 for left, _ in joints if not ENDS_SENTENCE.search(text[left.start : left.end]))
    wide = sum(1 for left, _ in joints if len(left) >= 45)
    return within * 2 >= len(joints) and (has_blanks or wide * 4 >= 3 * len(joints))


def _blank_between(text: str, left: Span, right: Span) -> bool:
    between = text[left.end : right.start]
    return between.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip()))


def name_block(span: Span, text: str, headline: str | None, headings: Sequence[Span], *, first: bool) -> Block:
    """Say what kind of block `span` is; `headings` are the spans in `text` that the file marks as such."""
    words = text[span.start : span.end]
    marked = any(heading.meets(span) for heading in headings)
    if headline and (first or marked) and _plain(words) == _plain(headline):
        return Block(BlockKind.HEADLINE, span)
    return Block(BlockKind.HEADING if marked else BlockKind.PARAGRAPH, span)


def _plain(words: str) -> str:
    """Words alone: capitals, punctuation and spaces do not count."""
    return "".join(character for character in words.casefold() if character.isalnum())
