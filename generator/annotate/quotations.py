"""Words between quotation marks, whoever said them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Article, Quotation, Span

# One mark each: “ ” „ « » ", two single marks set for a double one ('' `` ’’ ‘‘).
DOUBLE = re.compile(r"``|'?''|’’|‘‘|[“”„«»\"]")
# ' and ’ are mostly apostrophes; what they touch decides.
SINGLE = re.compile(r"['‘’]")
# What may stand in front of an opening mark beside white space and the start of the text.
BEFORE_OPENING = "([{—–-/…:"
# What may stand behind a closing mark beside white space and the end of the text.
BEHIND_CLOSING = ".,;:!?)]}—–-/…'’”\"*"
# '20s, '08, 'em, 'til: an apostrophe for what was left out, not a mark.
LEFT_OUT = re.compile(r"\d\ds?\b|(?:em|tis|twas|til|till|cause|cuz|bout|round|n|nother|neath)\b", re.IGNORECASE)


def find_quotations(article: Article) -> Iterator[Quotation]:
    """Yield quotations in reading order; spans are disjoint, include their marks and stay inside one block.

    A mark pairs with any other that stands where a closing mark may stand, since texts mix straight and curly ones;
    `''` is one mark. A quotation inside another is part of it. One that runs over paragraphs is one quotation a
    paragraph, as newspapers set it: no closing mark but at the end, an opening mark at the head of each. An opening
    mark that nothing closes and no next paragraph takes up opens nothing, nor does one behind a digit (6" wide) or for
    a lost syllable ('20s, 'em).
    """
    open_above = False
    blocks = article.blocks
    for number, block in enumerate(blocks):
        text = article.at(block.span)
        following = blocks[number + 1].span.start if number + 1 < len(blocks) else None
        goes_on = following is not None and DOUBLE.match(article.text, following) is not None
        pairs, runs_on = _pairs(text, goes_on=goes_on)
        for start, end in sorted(pairs):
            yield Quotation(
                span=Span(block.span.start + start, block.span.start + end), continues=open_above and start == 0
            )
        open_above = runs_on


def _pairs(text: str, *, goes_on: bool) -> tuple[list[tuple[int, int]], bool]:
    """Return (start, end) of the outermost quotations of one paragraph, and whether the last runs into the next one.

    `goes_on`: the next paragraph opens with a mark.
    """
    doubles: list[tuple[int, int]] = []
    opened: list[int] = []
    for mark in DOUBLE.finditer(text):
        start, end = mark.span()
        if opened and _may_close(text, start, end):
            _add(doubles, _partner(text, opened, mark.group()), end)
        elif _may_open(text, start, end) and mark.group() != "»":
            opened.append(start)
    runs_on = bool(opened) and goes_on
    if runs_on:
        # What the next paragraph takes up is the whole of this one where it began with a mark.
        _add(doubles, opened[-1] if opened[0] else 0, len(text))
    singles = list(_single_pairs(text, doubles))
    return singles + [d for d in doubles if not any(s[0] < d[0] and d[1] < s[1] for s in singles)], runs_on


def _add(pairs: list[tuple[int, int]], start: int, end: int) -> None:
    """Put a pair behind the others, in place of those inside it."""
    while pairs and pairs[-1][0] > start:
        pairs.pop()
    pairs.append((start, end))


def _partner(text: str, opened: list[int], closing: str) -> int:
    """Take the mark that `closing` closes off the open ones: the last, for " the last " where there is one."""
    if closing == '"' and any(text[start] == '"' for start in opened):
        while text[opened[-1]] != '"':
            opened.pop()
    return opened.pop()


def _may_open(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    behind = text[end : end + 1]
    if not behind:
        return False
    if behind.isspace():
        # A space too many: “ You know”; and at the head of a paragraph also with the wrong mark: ” … we go,” she said.
        return before.isspace() and (text[start:end] == "“" or not start)
    return before.isspace() or before in BEFORE_OPENING or text[start:end] in ("“", "„", "«", "``", "‘‘")


def _may_close(text: str, start: int, end: int) -> bool:
    behind = text[end : end + 1] or " "
    if text[start:end] in ("”", "»"):
        return True
    if text[start - 1].isspace() and not behind.isspace():
        return False
    return behind.isspace() or behind in BEHIND_CLOSING or text[start - 1] in ".,!?…"


def _single_pairs(text: str, doubles: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield quotations between single marks that stand outside double ones, or around them."""
    inside = iter(sorted(doubles))
    hole = next(inside, None)
    opened: int | None = None
    closed: int | None = None
    for mark in SINGLE.finditer(text):
        at = mark.start()
        while hole is not None and hole[1] <= at:
            hole = next(inside, None)
        if hole is not None and hole[0] <= at:
            continue
        before = text[at - 1] if at else " "
        behind = text[at + 1 : at + 2] or " "
        starts_word = (before.isspace() or before in BEFORE_OPENING) and not behind.isspace()
        if starts_word and (closed is not None or opened is None):
            if opened is not None and closed is not None:
                yield opened, closed
            opened, closed = (None if LEFT_OUT.match(text, at + 1) or behind in BEHIND_CLOSING else at), None
        elif opened is None or before.isspace() or not (behind.isspace() or behind in BEHIND_CLOSING):
            continue
        elif closed is None or (text[closed - 2] == "s" and text[closed : closed + 2].strip().islower()):
            # “the workers' strike”: where words go on in small letters, a later mark may be the true end.
            closed = at + 1
    if opened is not None and closed is not None:
        yield opened, closed
