"""The text nodes of a page in document order, as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.model import Span

# After the WHATWG's "HTML", section "Rendering": what begins on a line of its own.
BLOCK_NAMES = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li listing main menu nav
    noscript object ol optgroup option p picture plaintext pre search section select summary table tbody template
    textarea tfoot thead title tr ul video audio
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
CELLS = frozenset({"td", "th"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PREFORMATTED = frozenset({"pre", "textarea", "listing", "plaintext"})
NOT_TEXT = frozenset({"script", "style"})
EMBEDDED_LINK = "wp-embedded-content"  # WordPress, "Embeds": the title of the linked article, as a `blockquote`

SPACES = re.compile(r"[ \t\r\n\f]+")  # what a browser folds; no-break spaces stay


Path = tuple[tuple[str, str], ...]
"""Tag and class of a block and of everything around it, outermost first."""


@dataclass(frozen=True, slots=True)
class PageLine:
    span: Span
    path: Path
    """Of the block that the line begins in: the paragraphs of an article mostly have the same."""
    is_link: bool
    """Whether every word of it belongs to a link."""


@dataclass(frozen=True, slots=True)
class PageText:
    text: str
    lines: tuple[PageLine, ...]
    headings: tuple[Span, ...]
    quotes: tuple[Span, ...]
    """What stands in a `blockquote`; not so the link to another article that a blog embeds as one."""


def page_text(tree: etree._Element) -> PageText:
    """Write every text node outside `script` and `style`, a line feed between blocks and for each `br`."""
    writer = _Writer()
    headings: list[Span] = []
    quotes: list[Span] = []
    opened: list[int] = []
    """Where each open heading or quotation begins, the inmost last."""
    # lxml's events keep deep pages off Python's stack.
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else None
        if name == "a" and event == "start" and element.get("href"):
            writer.links += 1
        if event == "start" and name is not None:
            if name in BLOCKS or name == "br" or (name in CELLS and _holds_blocks(element)):
                writer.break_line()
            elif name in CELLS:
                writer.space()
            if name in HEADINGS or _is_quote(element):
                opened.append(writer.length)
            if name not in NOT_TEXT:
                writer.write(element.text, element, preformatted=name in PREFORMATTED)
            continue
        if event == "end":
            if name == "a" and element.get("href"):
                writer.links -= 1
            if (name in HEADINGS or _is_quote(element)) and (written := writer.written_since(opened.pop())):
                (headings if name in HEADINGS else quotes).append(written)
            if name in BLOCKS or (name in CELLS and _holds_blocks(element)):
                writer.break_line()
            elif name in CELLS:
                writer.space()
        writer.write(element.tail, element.getparent())
    return PageText(writer.text, tuple(writer.lines()), _disjoint(headings), _disjoint(quotes))


def _is_quote(element: etree._Element) -> bool:
    return element.tag == "blockquote" and EMBEDDED_LINK not in (element.get("class") or "").split()


def _holds_blocks(cell: etree._Element) -> bool:
    """Whether a table cell is laid out like a page rather than like a value in a row."""
    return any(element.tag in BLOCKS or element.tag == "br" for element in cell.iterdescendants())


def _disjoint(spans: list[Span]) -> tuple[Span, ...]:
    """Headings inside headings, as broken pages have them, and quotations inside quotations count once."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _path(element: etree._Element | None, known: dict[etree._Element | None, Path]) -> Path:
    """The blocks around `element`, and itself if it is one."""
    inward: list[etree._Element] = []
    while element is not None and element not in known:
        inward.append(element)
        element = element.getparent()
    path = known[element]
    for each in reversed(inward):
        if each.tag in BLOCKS or each.tag in CELLS:
            path = (*path, (str(each.tag), " ".join((each.get("class") or "").split())))
        known[each] = path
    return path


class _Writer:
    """Folds white space across nodes; breaks and spaces are written when the next word comes."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.pending = ""
        self.starts: list[tuple[int, etree._Element | None]] = []
        """Where each line begins, and in which element."""
        self.element: etree._Element | None = None
        self.links = 0
        """How many links are open."""
        self.plain_lines: set[int] = set()
        """Numbers of the lines that hold a word outside links."""

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def break_line(self) -> None:
        self.pending = "\n"

    def space(self) -> None:
        self.pending = self.pending or " "

    def lines(self) -> Iterator[PageLine]:
        text = self.text
        ends = [*(start - 1 for start, _ in self.starts[1:]), self.length][: len(self.starts)]
        paths: dict[etree._Element | None, Path] = {None: ()}
        for number, ((start, element), end) in enumerate(zip(self.starts, ends, strict=True)):
            # A line of blanks is possible where the page has no-break spaces only.
            if text[start:end].strip():
                yield PageLine(Span(start, end), _path(element, paths), number not in self.plain_lines)

    def write(self, node: str | None, element: etree._Element | None, *, preformatted: bool = False) -> None:
        """Write a text node that stands in `element`."""
        if not node:
            return
        self.element = element
        if preformatted:
            self._put(node.strip("\r\n"))
            return
        words = SPACES.split(node)
        for index, word in enumerate(words):
            if index:
                self.space()
            if word:
                self._put(word)

    def written_since(self, start: int) -> Span | None:
        """The words written since the text was `start` long, without the break in front of them."""
        if start >= self.length:
            return None
        written = self.text[start:]
        leading = len(written) - len(written.lstrip())
        return Span(start + leading, self.length) if leading < len(written) else None

    def _put(self, words: str) -> None:
        if not words:
            return
        if self.length and self.pending:
            self.parts.append(self.pending)
            self.length += 1
        if not self.length or self.pending == "\n":
            self.starts.append((self.length, self.element))
        if not self.links:
            self.plain_lines.add(len(self.starts) - 1)
        self.pending = ""
        self.parts.append(words)
        self.length += len(words)
