"""Seed → Article: the reading text, with every character of the file either in it or listed as removed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.clean import markdown
from generator.clean.blocks import find_blocks, name_block
from generator.clean.edits import Edit, apply, settle
from generator.clean.furniture import find_furniture
from generator.clean.head import Head, complete, find_head
from generator.clean.lines import find_lines
from generator.clean.page_head import find_page_head
from generator.clean.quotes import find_quote_starts, find_quotes, mark_quoted
from generator.clean.repairs import find_repairs
from generator.clean.rules import furniture
from generator.model import Article, Block, BlockKind, Format, Removed, Seed, Segment, Span

__all__ = ["clean"]

HEADLINE_WITHIN_BLOCKS = 5
"""The name of the site or a kicker may stand in front of the headline, paragraphs do not."""


def clean(seed: Seed) -> Article:
    """Take furniture and markup out of a seed and mend damaged characters.

    The segments and the removed spans tile `seed.text`. Of a line that is removed the white space around it stays, so
    that paragraphs stay parted. An empty seed gives an article without blocks.
    """
    page_head = find_page_head(seed) if seed.format is Format.HTML else Head()
    bylines = list(page_head.removed())
    outer = settle((bylines, _outside(seed, bylines), _front_matter(seed), _named_by_editor(seed)), len(seed.text))
    inner = settle((outer, _markup(seed), _tokens(seed.text), find_repairs(seed.text)), len(seed.text))
    lines = list(find_lines(seed.text, inner))
    beside = list(find_furniture(lines))
    head = page_head
    if seed.format is not Format.HTML:
        head = find_head(lines, {removed.raw for removed in beside}, list(_titles(seed)))
        # A headline that ends like a sentence ("Will the ferry run again?") hides the furniture below it.
        beside = list(find_furniture([line for line in lines if line not in head.lines]))
    edits = settle((outer, head.removed(), beside, inner), len(seed.text))
    text, segments, removed = apply(seed.text, edits)
    blocks = tuple(_blocks(seed, head, text, segments))
    known = replace(seed, details=complete(seed.details, head))
    return Article(seed=known, text=text, segments=segments, removed=removed, blocks=blocks)


def _titles(seed: Seed) -> Iterator[Span]:
    """The first-level headings of a Markdown file."""
    if seed.format is Format.MARKDOWN:
        for level, words in markdown.headings(_without_front_matter(seed.text)):
            if level == 1:
                yield words


def _outside(seed: Seed, bylines: Sequence[Removed]) -> Iterator[Removed]:
    """What lies between the spans of the body and the bylines, the white space at its edges left in place."""
    if seed.body is None:
        return
    reason = furniture().others["outside"]
    beside = [line.raw for line in bylines if not any(span.meets(line.raw) for span in seed.body)]
    edges = [0, *(edge for span in sorted((*seed.body, *beside)) for edge in (span.start, span.end)), len(seed.text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        between = seed.text[start:end]
        if between.strip():
            leading, trailing = len(between) - len(between.lstrip()), len(between) - len(between.rstrip())
            yield Removed(Span(start + leading, end - trailing), reason.kind, reason.rule)


def _front_matter(seed: Seed) -> Iterator[Removed]:
    if seed.format is Format.MARKDOWN:
        yield from markdown.find_front_matter(seed.text)


def _named_by_editor(seed: Seed) -> Iterator[Removed]:
    reason = furniture().others["editor"]
    for words in seed.furniture:
        start = seed.text.find(words)
        while start != -1:
            yield Removed(Span(start, start + len(words)), reason.kind, reason.rule)
            start = seed.text.find(words, start + len(words))


def _markup(seed: Seed) -> Iterator[Edit]:
    if seed.format is Format.MARKDOWN:
        yield from markdown.find_markup(_without_front_matter(seed.text))


def _without_front_matter(text: str) -> str:
    for matter in markdown.find_front_matter(text):
        return " " * matter.raw.end + text[matter.raw.end :]
    return text


def _tokens(text: str) -> Iterator[Removed]:
    for rule in furniture().tokens:
        for found in rule.pattern.finditer(text):
            yield Removed(Span(*found.span()), rule.reason.kind, rule.reason.rule)


def _blocks(seed: Seed, head: Head, text: str, segments: Sequence[Segment]) -> Iterator[Block]:
    place = _Places(segments)
    above = list(place.shown([head.headline.raw] if head.headline else []))
    marked, quotes = list(seed.headings), list(seed.quotes)
    starts = [edge for span in above for edge in (span.start, span.end)]
    if seed.format is Format.MARKDOWN:
        body = _without_front_matter(seed.text)
        marked = [words for _, words in markdown.headings(body)]
        quotes = list(find_quotes(body))
        starts += [place.in_text(start) for start in (*markdown.list_items(body), *find_quote_starts(body))]
        starts += [place.in_text(edge) for words in marked for edge in (words.start, words.end)]
    headings = list(place.shown(marked))
    headline = seed.details.headline.value if seed.details.headline else None
    blocks = [
        Block(BlockKind.HEADLINE, span)
        if any(span.meets(words) for words in above)
        else name_block(span, text, headline, headings, early=number < HEADLINE_WITHIN_BLOCKS)
        for number, span in enumerate(find_blocks(text, seed.format, starts))
    ]
    yield from mark_quoted(blocks, list(place.shown(quotes)), text)


class _Places:
    """Where characters of the seed stand in the reading text."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = segments
        self.raw_starts = [segment.raw.start for segment in segments]

    def shown(self, raws: Iterable[Span]) -> Iterator[Span]:
        """Yield what of each stretch of the seed is shown; nothing where nothing is."""
        for raw in raws:
            if (start := self.in_text(raw.start)) < (end := self.in_text(raw.end)):
                yield Span(start, end)

    def in_text(self, raw: int) -> int:
        """Where the character is shown; if it is not, where the next one is that is."""
        index = bisect_right(self.raw_starts, raw) - 1
        if index < 0:
            return 0
        segment = self.segments[index]
        if segment.rule or raw >= segment.raw.end:
            return segment.span.end if raw >= segment.raw.end else segment.span.start
        return segment.span.start + raw - segment.raw.start
