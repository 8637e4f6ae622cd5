"""The marks of Markdown, taken out so that the words remain.

Follows CommonMark (John MacFarlane, "CommonMark Spec") for what articles are written with: headings, emphasis, links,
pictures, lists, quotations, rules, escapes. Missed on purpose: tables, footnotes, code, nested lists' depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.clean.edits import Edit
from generator.clean.quotes import find_quote_marks
from generator.clean.rules import furniture
from generator.model import RemovalKind, Removed, Rule, Span

MARKS = Rule("repair.markdown", "A mark of the Markdown format (#, *, [ ], …), taken out so that the words remain.")
PICTURE = Rule("furniture.markdown-picture", "A picture of the Markdown file; only its words could be shown here.")

FRONT_MATTER = re.compile(r"\ufeff?(---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*)(?=\r?\n|\Z)", re.DOTALL)

INDENT = r"^(?:[ ]{0,3}>)*"  # in a quotation too: > ## The letter
HEADING = re.compile(rf"{INDENT}[ ]{{0,3}}(#{{1,6}})[ \t]+(?=\S)[^\r\n]*?([ \t]+#+[ \t]*)?(?=\r?$)", re.MULTILINE)
UNDERLINE = re.compile(r"(?<=\S)[ \t]*\r?\n[ ]{0,3}(={2,}|-{2,})[ \t]*(?=\r?$)", re.MULTILINE)
HORIZONTAL = re.compile(r"^[ ]{0,3}((?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(?=\r?$)", re.MULTILINE)
BULLET = re.compile(rf"{INDENT}[ \t]*([-*+])[ \t]+(?=\S)", re.MULTILINE)
NUMBERED = re.compile(rf"{INDENT}[ \t]*\d{{1,3}}[.)][ \t]+(?=\S)", re.MULTILINE)
DEFINITION = re.compile(r"^[ ]{0,3}(\[[^\]\n]+\]:[ \t]*\S+[^\r\n]*)", re.MULTILINE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(
    r"</?(?:p|br|b|i|em|strong|u|span|div|a|sup|sub|small|blockquote|h[1-6])(?:\s[^<>\n]*)?/?>", re.IGNORECASE
)
IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
LINK = re.compile(r"(?<!!)(\[)(?=[^\]\n]+\]\()(?:[^\]\n]+)(\]\((?:[^()\n]|\([^()\n]*\))*\))")
REFERENCE = re.compile(r"(?<![!\w])(\[)(?:[^\]\n]+)(\]\[[^\]\n]*\])")
ADDRESS = re.compile(r"(<)(?:https?://[^\s<>]+)(>)")
ESCAPE = re.compile(r"(\\)(?=[\\`*_{}\[\]()#+\-.!<>|~\"'$&])")
HARD_BREAK = re.compile(r"(\\)(?=\r?$)", re.MULTILINE)

# Emphasis hugs its words; `*` inside a word (5*4) and `_` inside a name (snake_case) are none.
BOTH = re.compile(r"(?<![\\*])(\*\*\*)(?=[^\s*])(?:[^\r\n*]*?[^\s*\\])(\*\*\*)(?!\*)")
STRONG = re.compile(
    r"(?<![\\*])(\*\*)(?=[^\s*])(?:[^\r\n]*?[^\s*\\])(\*\*)(?!\*)|(?<![\\\w])(__)(?=[^\s_])(?:[^\r\n]*?[^\s_\\])(__)(?!\w)"
)
EMPHASIS = re.compile(
    r"(?<![\\*\w])(\*)(?=[^\s*])(?:[^\r\n*]*?[^\s*\\])(\*)(?![*\w])|(?<![\\\w])(_)(?=[^\s_])(?:[^\r\n_]*?[^\s_\\])(_)(?!\w)"
)
STRUCK = re.compile(r"(~~)(?=\S)(?:[^\r\n]*?\S)(~~)")


def find_front_matter(text: str) -> Iterator[Removed]:
    if found := FRONT_MATTER.match(text):
        reason = furniture().others["front-matter"]
        yield Removed(Span(*found.span(1)), reason.kind, reason.rule)


def find_markup(text: str) -> Iterator[Edit]:
    """Yield the marks of `text`, which begins behind its front matter or with spaces in its place; may overlap."""
    yield from _removed(COMMENT, text)
    yield from (Removed(Span(*found.span()), RemovalKind.MARKUP, PICTURE) for found in IMAGE.finditer(text))
    for pattern in (DEFINITION, HORIZONTAL, UNDERLINE, HEADING, BULLET, LINK, REFERENCE, ADDRESS, TAG):
        yield from _removed(pattern, text)
    yield from (Removed(Span(*line.span("marks")), RemovalKind.MARKUP, MARKS) for line in find_quote_marks(text))
    for pattern in (BOTH, STRONG, EMPHASIS, STRUCK, ESCAPE, HARD_BREAK):
        yield from _removed(pattern, text)


def headings(text: str) -> Iterator[tuple[int, Span]]:
    """Yield the level and the words of each heading, marks inside the words included."""
    for found in HEADING.finditer(text):
        yield len(found[1]), Span(found.end(1), found.start(2) if found[2] else found.end())
    for found in UNDERLINE.finditer(text):
        start = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
        yield 1 if found[1].startswith("=") else 2, Span(start, found.start())


def list_items(text: str) -> Iterator[int]:
    """Yield where an item of a list begins: a block of its own."""
    for found in chain(BULLET.finditer(text), NUMBERED.finditer(text)):
        yield found.start()


def _removed(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    """The groups of each match, or the whole of it where the pattern has no groups."""
    for found in pattern.finditer(text):
        spans = [found.span(number) for number in range(1, (pattern.groups or 0) + 1)] or [found.span()]
        for start, end in spans:
            if start < end:
                yield Removed(Span(start, end), RemovalKind.MARKUP, MARKS)
