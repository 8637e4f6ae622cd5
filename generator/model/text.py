"""What a file says: spans, seeds, and the article that is read out of a seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from generator.model.editor import About, RestsOn, Rights


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range [start, end) in code points of one text; never empty.

    Without another word the text is the reading text of one `Article`; a field called `raw` counts in `Seed.text`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or reversed span [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a mark stands where it stands; the record page lists every rule that made one."""

    id: str
    """Dotted, like `statement.cue-after-quotation`; public and stable."""
    says: str
    """One plain sentence for readers, with the source (author, title) where the rule follows one."""


EDITOR = Rule("editor", "Set by the editor in story.yaml.")


class How(StrEnum):
    """How a detail of a version is known; printed behind it."""

    EDITOR = "stated by the editor"
    ADDRESS = "the date in the page's address"
    PAGE = "the page's own metadata"
    FRONT_MATTER = "the file's front matter"
    RECORD = "the record it came in"
    DATE_LINE = "a line of the text that gives the date"
    CHANGE_LINE = "a line of the text that gives the date of a change"
    BYLINE = "a line of the text that names the author"
    HEADLINE = "the line above the article"
    DETECTED = "detected from the text"


class Undated(StrEnum):
    """Why no date of publication is known; printed in its place."""

    NO_DATE = "the file gives no date"
    UNRECOGNISED = "no date of publication was recognised"
    TWO_WAYS = "the date above the article can be read in two ways"


@dataclass(frozen=True, slots=True)
class Stated:
    """A detail of a version with the way it is known."""

    value: str
    how: How


@dataclass(frozen=True, slots=True)
class Published:
    date: date
    how: How
    evidence: str | None = None
    """The editor's words for how the date is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is known of a version beside its text; None: neither the file nor the editor says."""

    outlet: Stated | None = None
    headline: Stated | None = None
    byline: Stated | None = None
    url: Stated | None = None
    archived: str | None = None
    published: Published | None = None
    undated: Undated = Undated.NO_DATE
    """What to say where `published` is None."""
    language: Stated
    """A BCP 47 tag such as `en` or `pt-BR`; `und` where the text is too short to tell."""
    about: About | None = None
    rests_on: RestsOn | None = None
    rights: Rights | None = None
    """None: the editor has not decided; such a story builds but may not be published."""


class Format(StrEnum):
    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "saved web page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One input file, decoded, with what is known of it."""

    id: str
    letter: str
    """`a` to `z`, then `aa`; lower case in addresses, upper case in print."""
    path: PurePosixPath
    """As a reader of the repository would write it: `seeds/<story>/<file>`."""
    sha256: str
    size_bytes: int
    encoding: str
    format: Format
    text: str
    """The decoded input unchanged, byte-order mark and line endings included; for a saved web page every text
    node outside `script` and `style`, in document order, white space as a browser shows it, and a line feed where
    one block ends and the next begins."""
    body: tuple[Span, ...] | None = None
    """Raw. The parts of `text` that belong to the article; None: not known, clean decides. Sorted, disjoint."""
    headings: tuple[Span, ...] = ()
    """Raw. What a saved web page marks as a heading (`h1` to `h6`). Sorted, disjoint."""
    quotes: tuple[Span, ...] = ()
    """Raw. What a saved web page sets off as a quotation (`blockquote`), each with the quotations inside it. Sorted,
    disjoint."""
    details: Details
    furniture: tuple[str, ...] = ()
    """Exact texts that the editor names as page furniture."""


class RemovalKind(StrEnum):
    """What kind of thing was taken out of the reading text; printed under "Removed"."""

    CLOCK = "a clock of the page"
    CONTROL = "a button or a menu of the page"
    RELATED = "headlines of other articles"
    TAGS = "a line of tags"
    COMMENTS = "a prompt to comment"
    TOKEN = "a token left by a program"
    CREDIT = "a notice of the site or the agency"
    MARKUP = "markup of the file format"
    DATE_LINE = "a line with the date"
    BYLINE = "a line that names the author"
    METADATA = "metadata at the head of the file"
    OUTSIDE = "text of the page not recognised as the article"
    EDITOR = "named as furniture by the editor"


@dataclass(frozen=True, slots=True)
class Removed:
    raw: Span
    kind: RemovalKind
    rule: Rule


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the reading text and the stretch of the seed it stands for."""

    span: Span
    raw: Span
    rule: Rule | None = None
    """None: kept as it is, and both stretches are the same characters. Else repaired, by this rule."""


class BlockKind(StrEnum):
    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    span: Span
    """Trimmed: neither starts nor ends with white space."""
    quoted: bool = False
    """Whether the file sets it off as a quotation: `>` in Markdown, `blockquote` in a web page. Several in a row are
    one quotation; a signature in one of them ends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The reading text of a seed, every character traceable to the file."""

    seed: Seed
    """Its details completed by what the lines above the article say."""
    text: str
    """The concatenation of its segments; white space between paragraphs stands as in the file."""
    segments: tuple[Segment, ...]
    """In reading order, without gaps in `text`; their `raw` spans and those of `removed` tile `seed.text`."""
    removed: tuple[Removed, ...]
    """Sorted by `raw`."""
    blocks: tuple[Block, ...]
    """In reading order, disjoint; every character of `text` outside them is white space."""

    def at(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def raw(self, span: Span) -> Span:
        """Return where `span` stands in `seed.text`: exact in kept text, the whole repair where it cuts into one."""
        first = next(s for s in self.segments if s.span.end > span.start)
        last = next(s for s in reversed(self.segments) if s.span.start < span.end)
        start = first.raw.start if first.rule else first.raw.start + span.start - first.span.start
        end = last.raw.end if last.rule else last.raw.start + span.end - last.span.start
        return Span(start, end)

    @property
    def words(self) -> int:
        """Runs of non-space characters in the blocks; "a count, not a grade"."""
        return sum(len(self.at(block.span).split()) for block in self.blocks)
