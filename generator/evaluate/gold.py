"""The gold formats: articles with marks made by people.

All but the web pages are JSON lines, one article a line, UTF-8; offsets are code points in `text`, half-open. In place
of such a file a folder of articles in the project's own drawn format (`drawn.py`) serves for every subject. How to get
each public corpus stands on the method page.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from generator.errors import Problem, SeedError
from generator.evaluate.drawn import Drawn, read_drawn
from generator.model import Details, Format, How, Published, Seed, Span, Stated

Gold = TypeVar("Gold")


class Part(StrEnum):
    """Which articles of a corpus to read. Rules are tuned on two thirds and checked on the third nobody looked at."""

    ALL = "all"
    LOOKED = "looked"
    UNREAD = "unread"

    def takes(self, article_id: str) -> bool:
        """Whether the article belongs to this part: by a hash of its id, so that the split never moves."""
        unread = hashlib.sha256(article_id.encode()).digest()[0] % 3 == 0
        return self is Part.ALL or unread == (self is Part.UNREAD)


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """An attribution as an annotator marked it; each role may be in several pieces, source and cue may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldPhrase:
    """Words that an annotator gave to a speaker."""

    text: str
    places: tuple[Span, ...]
    """Where the words stand; more than one where the annotator did not say which is meant."""
    speaker: str | None
    """None: whoever answers with a name is wrong."""


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A TIMEX3 tag."""

    span: Span
    type: str
    """`DATE`, `TIME`, `DURATION` or `SET`."""
    value: str


def read_statements(path: Path, part: Part = Part.ALL) -> Iterator[tuple[Seed, tuple[GoldStatement, ...]]]:
    """Yield PolNeAR articles: `{"id", "text", "gold": [{"source": [[s, e]…], "cue": […], "content": […]}]}`.

    Source: Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News" (2018).
    """

    def parse(record: dict[str, Any]) -> tuple[GoldStatement, ...]:
        return tuple(
            GoldStatement(_spans(gold["source"]), _spans(gold["cue"]), _spans(gold["content"]))
            for gold in record["gold"]
        )

    def undraw(drawn: Drawn) -> tuple[GoldStatement, ...]:
        return tuple(GoldStatement(s.source, s.cue, s.content) for s in drawn.statements)

    return _records(path, part, parse, undraw)


def read_phrases(path: Path, part: Part = Part.ALL) -> Iterator[tuple[Seed, tuple[GoldPhrase, ...]]]:
    """Yield BASIL articles: `{"id", "text", "entities": [name…], "gold": [{"text", "speaker"}]}`.

    Only phrases whose speaker is one of `entities`, the main entities of the article; the others say no name
    ("other anti"). Source: Fan et al., "In Plain Sight: Media Bias Through the Lens of Factual Reporting" (2019).
    """

    def parse(record: dict[str, Any]) -> tuple[GoldPhrase, ...]:
        main = set(record["entities"])
        return tuple(
            GoldPhrase(gold["text"], _places(gold["text"], record["text"]), gold["speaker"])
            for gold in record["gold"]
            if gold["speaker"] in main
        )

    def undraw(drawn: Drawn) -> tuple[GoldPhrase, ...]:
        return tuple(
            GoldPhrase(" … ".join(drawn.text[c.start : c.end] for c in s.content), s.content, s.speaker)
            for s in drawn.statements
        )

    return _records(path, part, parse, undraw)


def read_times(path: Path, part: Part = Part.ALL) -> Iterator[tuple[Seed, tuple[GoldTime, ...]]]:
    """Yield TimeBank articles: `{"id", "text", "published", "gold": [{"start", "end", "type", "value"}]}`.

    Source: Pustejovsky et al., "The TimeBank Corpus" (2003), version 1.2.
    """

    def parse(record: dict[str, Any]) -> tuple[GoldTime, ...]:
        return tuple(
            GoldTime(Span(gold["start"], gold["end"]), gold["type"], gold["value"])
            for gold in record["gold"]
            if gold["start"] < gold["end"]
        )

    def undraw(drawn: Drawn) -> tuple[GoldTime, ...]:
        return tuple(GoldTime(span, "DATE", value or "") for span, value in drawn.times)

    return _records(path, part, parse, undraw)


def _records(
    path: Path, part: Part, parse: Callable[[dict[str, Any]], Gold], undraw: Callable[[Drawn], Gold]
) -> Iterator[tuple[Seed, Gold]]:
    """Raises SeedError for a line that does not hold the gold that `parse` looks for."""
    if path.is_dir():
        for file in sorted(path.glob("*.md")):
            if part.takes(file.stem):
                drawn = read_drawn(file)
                published = drawn.published.isoformat() if drawn.published else None
                yield _seed({"id": file.stem, "text": drawn.text, "published": published}), undraw(drawn)
        return
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                found = _seed(record), parse(record)
            except (ValueError, KeyError, TypeError) as error:
                what = f"this line is no article with gold of this kind: {error!r}"
                raise SeedError([Problem(path, number, what, "The method page describes the formats.")]) from error
            if part.takes(record["id"]):
                yield found


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in sorted(pairs) if start < end)


def _places(words: str, text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in re.finditer(re.escape(words), text)) if words else ()


def _seed(record: dict[str, Any]) -> Seed:
    text: str = record["text"]
    data = text.encode()
    published, url = record.get("published"), record.get("url")
    return Seed(
        id=record["id"],
        letter="a",
        path=PurePosixPath(record["id"]),
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        encoding="utf-8",
        format=Format.PLAIN,
        text=text,
        details=Details(
            language=Stated("en", How.RECORD),
            published=Published(date.fromisoformat(published), How.RECORD) if published else None,
            url=Stated(url, How.RECORD) if url else None,
        ),
    )
