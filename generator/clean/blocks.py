"""Headline, headings and paragraphs of the reading text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.clean.lines import ENDS_SENTENCE
from generator.model import Block, BlockKind, Format, Span

LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")

WIDEST_WRAPPED_CHARS = 100
FEWEST_BROKEN_SENTENCES = 2
LEAST_SHARE_BROKEN = 0.3
SHORT_OF_WIDTH = 0.75


def find_blocks(text: str, format: Format, starts: Sequence[int] = ()) -> Iterator[Span]:  # noqa: A002 - as in Seed
    """Yield the blocks of `text`, trimmed, in reading order; `starts`: where the file's markup begins one.

    Each line is a block; in plain text a sentence that goes on with a small letter in the next line takes it along.
    A file wrapped at a width, as Markdown may always be, is parted by its blank lines, or, where no line is blank, by
    indented lines and by those that fall short of the width at the end of a sentence.
    """
    lines = [_trimmed(text, found.start(), found.end()) for found in LINE.finditer(text)]
    joints = [pair for pair in pairwise(lines) if not _blank_between(text, *pair)]
    joined = set(_joined(text, format, lines, joints))
    start: int | None = None
    for line, following in pairwise([*lines, None]):
        start = line.start if start is None and line else start
        if line is None or start is None:
            continue
        begun = following is not None and any(line.end <= place <= following.start for place in starts)
        if following is None or begun or (line, following) not in joined:
            yield Span(start, line.end)
            start = None


def _joined(
    text: str,
    format: Format,  # noqa: A002 - as in Seed
    lines: Sequence[Span],
    joints: Sequence[tuple[Span, Span]],
) -> Iterator[tuple[Span, Span]]:
    """Yield the neighbouring lines that are one block."""
    if format is Format.HTML:
        return
    if format is Format.MARKDOWN:
        yield from joints
    elif not _is_wrapped(text, joints):
        yield from (joint for joint in joints if _is_broken(text, *joint))
    elif len(joints) < len(lines) - 1:
        yield from joints
    else:
        yield from _within(text, joints)


def _is_wrapped(text: str, joints: Sequence[tuple[Span, Span]]) -> bool:
    """Whether sentences run on over many line ends, and no line is long."""
    if not joints or max(len(left) for left, _ in joints) > WIDEST_WRAPPED_CHARS:
        return False
    broken = sum(1 for joint in joints if _is_broken(text, *joint))
    return broken >= FEWEST_BROKEN_SENTENCES and broken >= LEAST_SHARE_BROKEN * len(joints)


def _within(text: str, joints: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """Yield the joints within a paragraph, in a wrapped file that has no blank lines."""
    width = max(len(left) for left, _ in joints)
    for left, right in joints:
        indented = _indent(text, right) > _indent(text, left)
        ended = _ends_sentence(text, left) and len(left) < SHORT_OF_WIDTH * width
        if not indented and not ended:
            yield left, right


def _is_broken(text: str, left: Span, right: Span) -> bool:
    """Whether a sentence runs on over the line end."""
    return text[right.start].islower() and not _ends_sentence(text, left)


def _indent(text: str, line: Span) -> int:
    before = text[: line.start]
    return len(before) - len(before.rstrip(" \t\u00a0\u3000"))


def _ends_sentence(text: str, line: Span) -> bool:
    return bool(ENDS_SENTENCE.search(text[line.start : line.end]))


def _blank_between(text: str, left: Span, right: Span) -> bool:
    between = text[left.end : right.start]
    return between.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip()))


def name_block(span: Span, text: str, headline: str | None, headings: Sequence[Span], *, early: bool) -> Block:
    """Say what kind of block `span` is; `headings` are the spans in `text` that the file marks as such.

    A headline says the same words as `headline` and stands early in the text, or is marked as a heading.
    """
    words = text[span.start : span.end]
    marked = any(heading.meets(span) for heading in headings)
    if headline and (early or marked) and _plain(words) == _plain(headline):
        return Block(BlockKind.HEADLINE, span)
    return Block(BlockKind.HEADING if marked else BlockKind.PARAGRAPH, span)


def _plain(words: str) -> str:
    """Words alone: capitals, punctuation and spaces do not count."""
    return "".join(character for character in words.casefold() if character.isalnum())
