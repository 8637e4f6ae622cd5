"""A story as it may be shown: the words of each version, the ids of its marks, and where its pages are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.anchors import mark_ids
from generator.excerpt import LONGEST_WORDS, shown
from generator.model import Annotated, Explained, Mark, Place, Rights, Span

CONTEXT_CHARS = 32
"""Characters in front of and behind a mark that a selector repeats, so that the place can be found again."""

WITHHELD = "[…]"
"""Stands for words that an excerpt may not show; no article of ours has it, and readers know the sign."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """The reading text of one version, as far as it may be shown."""

    version: Annotated
    stretches: tuple[Span, ...]
    """Sorted, disjoint; the whole text where all of it may be shown."""

    @classmethod
    def of(cls, version: Annotated) -> ShownText:
        text = version.article.text
        if version.article.seed.details.rights is Rights.EXCERPT:
            return cls(version, shown(version))
        return cls(version, (Span(0, len(text)),) if text else ())

    @property
    def whole(self) -> bool:
        return self.version.article.seed.details.rights is not Rights.EXCERPT

    def parts(self, span: Span) -> Iterator[Span]:
        """Yield the parts of `span` that may be shown, in reading order."""
        for stretch in self.stretches:
            if stretch.meets(span):
                yield Span(max(stretch.start, span.start), min(stretch.end, span.end))

    def words(self, span: Span) -> str:
        """Return the words of `span` on one line, `WITHHELD` in place of what may not be shown."""
        pieces: list[str] = []
        at = span.start
        for part in self.parts(span):
            pieces += [WITHHELD] if self.version.article.text[at : part.start].strip() else []
            pieces.append(self.version.article.at(part))
            at = part.end
        pieces += [WITHHELD] if self.version.article.text[at : span.end].strip() else []
        return " ".join(" ".join(pieces).split())

    def around(self, span: Span) -> tuple[str, str]:
        """Return up to `CONTEXT_CHARS` characters right in front of and behind `span`, none that may not be shown."""
        text = self.version.article.text
        stretch = next((s for s in self.stretches if s.holds(span)), span)
        prefix = text[max(stretch.start, span.start - CONTEXT_CHARS) : span.start]
        suffix = text[span.end : min(stretch.end, span.end + CONTEXT_CHARS)]
        return prefix, suffix

    def cut(self, words: str) -> str:
        """Return words that an editor copied from the version, cut where only excerpts may be shown."""
        several = words.split()
        if self.whole or len(several) <= LONGEST_WORDS:
            return words
        return " ".join([*several[:LONGEST_WORDS], WITHHELD])


class ShownStory:
    """One story with what every export asks of it; immutable once made."""

    def __init__(self, explained: Explained) -> None:
        self.explained = explained
        self.texts: Mapping[str, ShownText] = {version.id: ShownText.of(version) for version in explained.versions}
        self._ids: Mapping[str, Mapping[Mark, str]] = {
            v.id: mark_ids(v.id, v.article.text, [*v.statements, *v.actors, *v.times, *v.framing])
            for v in explained.versions
        }

    def letter(self, version: str) -> str:
        """`A`."""
        return self.texts[version].version.article.seed.letter.upper()

    def words(self, place: Place) -> str:
        return self.texts[place.version].words(place.span)

    def mark_id(self, version: str, mark: Mark) -> str:
        """The lasting id of a mark: the fragment of its link on the version's page."""
        return self._ids[version][mark]

    def page(self, version: str) -> str:
        """The address of a version's page, relative to the folder of the exports."""
        return f"../version-{self.texts[version].version.article.seed.letter}.html"

    def link(self, version: str, mark: Mark) -> str:
        """The mark on its version's page; the page alone for what is no mark of the version."""
        page = self.page(version)
        return f"{page}#{self.mark_id(version, mark)}" if self.is_mark(version, mark) else page

    def is_mark(self, version: str, mark: Mark) -> bool:
        """Whether it stands among the marks of the version: the time of an event that the editor added does not."""
        return mark in self._ids[version]


def to_json(value: Any) -> str:
    """Return `value` as the text of a file: keys in their own order, letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
