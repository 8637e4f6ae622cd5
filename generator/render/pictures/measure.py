"""How wide text runs, without a browser: never too narrow, so that labels stay in their boxes."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

# Advance widths of DejaVu Sans, the widest of the fonts that systems show as their own, in hundredths of the font
# size and rounded up; what is not listed counts as a full square.
WIDTHS = {
    character: width
    for width, characters in {
        30: "ijlIJ'ł",
        35: " ,./:;\\| ‘’·",
        40: "ft()-[]",
        45: "r!",
        50: '"*_`–',
        55: "csz?“”",
        60: "kvxyFL",
        65: "0123456789abdeghnopquEPSTYß${}¶",
        70: "ABCKRVXZ",
        75: "NU",
        80: "DGHOQ&Ø",
        85: "w#+<=>^~→",
        90: "M",
    }.items()
    for character in characters
}
SQUARE = 100
BOLDER = 1.16
"""Bold letters of the same font are at most so much wider."""
ELLIPSIS = "…"


def width_px(text: str, size_px: float, *, bold: bool = False) -> float:
    """Return an upper bound for the width of `text` on one line."""
    return sum(map(_width, text)) / 100 * size_px * (BOLDER if bold else 1)


def wrap(text: str, room_px: float, size_px: float, *, lines: int, bold: bool = False) -> tuple[str, ...]:
    """Break `text` into at most `lines` lines that fit `room_px`; where they do not hold it, the last ends in "…".

    Breaks at spaces, inside a word only where the word alone is wider than a line. Empty text gives no line.
    """
    broken = list(_lines(" ".join(text.split()), room_px, size_px, bold))
    if len(broken) <= lines:
        return tuple(broken)
    rest = f"{broken[lines - 1]} {broken[lines]}"
    last = _fitting(rest, room_px, size_px, bold, tail=ELLIPSIS)
    if rest[len(last) : len(last) + 1] != " " and " " in last:
        last = last[: last.rindex(" ")]
    return (*broken[: lines - 1], last.rstrip(" ,.;:–-") + ELLIPSIS)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    return WIDTHS.get(character) or WIDTHS.get(base, SQUARE)


def _lines(text: str, room_px: float, size_px: float, bold: bool) -> Iterator[str]:
    while text:
        head = _fitting(text, room_px, size_px, bold)
        if len(head) < len(text) and text[len(head)] != " " and " " in head:
            head = head[: head.rindex(" ")]
        yield head.rstrip()
        text = text[len(head) :].lstrip()


def _fitting(text: str, room_px: float, size_px: float, bold: bool, tail: str = "") -> str:
    """Return the longest head of `text` that fits together with `tail`; one character at least."""
    ends: list[float] = []
    at = width_px(tail, size_px, bold=bold)
    for character in text:
        at += width_px(character, size_px, bold=bold)
        ends.append(at)
    return text[: max(1, bisect_right(ends, room_px))]
