"""Where an extracted text stands in the text that it was extracted from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model import Span

WORD = re.compile(r"\w+")

MARK = re.compile(r"[^\w\s]")

SEED_WORDS = 3
"""Words by which a paragraph is looked up."""
WINDOW_WORDS = 4_000
"""How far a changed paragraph is looked for; keeps the comparison quick on pages with thousands of comments."""
LEAST_OF_LINE = 0.5
"""A line of the page belongs to the article wholly when at least this much of it was found there."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words [start, end) of the page."""

    start: int
    end: int


def align(paragraphs: Sequence[str], page: str) -> tuple[Span, ...]:
    """Return the stretches of `page` that hold `paragraphs`; sorted, disjoint, trimmed.

    Paragraphs that stand once in the page, in the same order, are anchors; the others are looked for between them, word
    for word at first, then with gaps. A line of the page of which most was found is taken whole: an extractor drops
    links and footnotes out of the middle of a sentence. A paragraph that is nowhere to be found is passed over.
    """
    words = [match.span() for match in WORD.finditer(page)]
    folded = [page[start:end].casefold() for start, end in words]
    wanted = [[word.casefold() for word in WORD.findall(paragraph)] for paragraph in paragraphs]
    wanted = [paragraph for paragraph in wanted if paragraph]
    found = list(_find(wanted, folded))
    return tuple(_spans(found, words, page))


def _find(wanted: Sequence[Sequence[str]], page: Sequence[str]) -> Iterator[_Run]:
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in (1, 2, SEED_WORDS):
        for start in range(len(page) - size + 1):
            index[tuple(page[start : start + size])].append(start)
    places = [
        [
            start
            for start in index.get(tuple(paragraph[:SEED_WORDS]), ())
            if page[start : start + len(paragraph)] == paragraph
        ]
        for paragraph in wanted
    ]
    anchors = _rising({number: found[0] for number, found in enumerate(places) if len(found) == 1})
    cursor = 0
    for number, paragraph in enumerate(wanted):
        following = next((anchors[later] for later in range(number + 1, len(wanted)) if later in anchors), len(page))
        place = anchors[number] if number in anchors else _nearest(places[number], cursor, following)
        if place is not None:
            cursor = place + len(paragraph)
            yield _Run(place, cursor)
        else:
            for run in _with_gaps(paragraph, page, cursor, min(following, cursor + WINDOW_WORDS)):
                cursor = run.end
                yield run


def _rising(anchors: dict[int, int]) -> dict[int, int]:
    """Keep the longest series of paragraphs that stand in the same order in the page."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for number, place in sorted(anchors.items()):
        length = bisect_left(ends, place)
        before[number] = last[length - 1] if length else None
        ends[length:] = [place, *ends[length + 1 :]]
        last[length:] = [number, *last[length + 1 :]]
    kept: dict[int, int] = {}
    number_or_none = last[-1] if last else None
    while number_or_none is not None:
        kept[number_or_none] = anchors[number_or_none]
        number_or_none = before[number_or_none]
    return kept


def _nearest(places: Sequence[int], cursor: int, following: int) -> int | None:
    """Of several places, the first between the neighbours, or else the last in front of what follows."""
    between = [place for place in places if cursor <= place < following]
    if between:
        # What stands close in front of the next paragraph rather than far up in a menu.
        return between[0] if cursor else between[-1]
    return None


def _with_gaps(paragraph: Sequence[str], page: Sequence[str], start: int, end: int) -> Iterator[_Run]:
    matcher = SequenceMatcher(None, paragraph, page[start:end], autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= SEED_WORDS or (block.size and block.size == len(paragraph)):
            yield _Run(start + block.b, start + block.b + block.size)


def _spans(runs: Sequence[_Run], words: Sequence[tuple[int, int]], page: str) -> Iterator[Span]:
    """Runs of words → trimmed spans of whole lines, or of the found part where it is the smaller part of a line."""
    in_body = bytearray(len(words))
    for run in runs:
        in_body[run.start : run.end] = b"\1" * (run.end - run.start)
    starts = [start for start, _ in words]
    for line in re.finditer(r"[^\n]*\S[^\n]*", page):
        first, last = bisect_left(starts, line.start()), bisect_right(starts, line.end() - 1)
        hits = sum(in_body[first:last])
        if not hits:
            continue
        if hits >= LEAST_OF_LINE * (last - first):
            leading = len(line[0]) - len(line[0].lstrip())
            yield Span(line.start() + leading, line.start() + len(line[0].rstrip()))
            continue
        for found in re.finditer(b"\1+", in_body[first:last]):
            begin, end = words[first + found.start()][0], words[first + found.end() - 1][1]
            yield _with_marks(page, begin, end)


def _with_marks(page: str, start: int, end: int) -> Span:
    """Take in the quotation marks and full stops that touch the first and the last word."""
    while start > 0 and MARK.match(page[start - 1]):
        start -= 1
    while end < len(page) and MARK.match(page[end]):
        end += 1
    return Span(start, end)
