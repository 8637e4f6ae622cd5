"""The formats of articles: what a decoded file holds, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Format, How, Span
from generator.read.details import Metadata
from generator.read.front_matter import front_matter

SUFFIXES = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    text: str
    """As `Seed.text`."""
    body: tuple[Span, ...] | None = None
    headings: tuple[Span, ...] = ()
    quotes: tuple[Span, ...] = ()
    metadata: Metadata

    @property
    def prose(self) -> str:
        """The words of the article as far as the format tells them from the rest of the page."""
        return self.text if self.body is None else "\n".join(self.text[s.start : s.end] for s in self.body)


def open_text(text: str, format: Format, url: str | None = None) -> Opened:  # noqa: A002 - as in Seed
    """Take the decoded text of a file apart; `url` is where the page came from, if somebody knows. Never raises."""
    if format is Format.HTML:
        from generator.read.web_page import read_web_page  # trafilatura takes half a second to import

        return read_web_page(text, url)
    said = front_matter(text) if format is Format.MARKDOWN else None
    return Opened(text=text, metadata=said or Metadata(how=How.FRONT_MATTER))
