"""The gold formats: articles with marks made by people.

All but the web pages are JSON lines, one article a line, UTF-8; offsets are code points in `text`, half-open.
How to get each public corpus stands on the method page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from generator.model import Details, Format, How, Published, Seed, Span, Stated


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
    """A phrase that an annotator marked as quoted, and who said it."""

    text: str
    speaker: str


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
    for record in _records(path, part):
        yield (
            _seed(record),
            tuple(
                GoldStatement(_spans(gold["source"]), _spans(gold["cue"]), _spans(gold["content"]))
                for gold in record["gold"]
            ),
        )


def read_phrases(path: Path, part: Part = Part.ALL) -> Iterator[tuple[Seed, tuple[GoldPhrase, ...]]]:
    """Yield BASIL articles: `{"id", "text", "entities": [name…], "gold": [{"text", "speaker"}]}`.

    Only phrases whose speaker is one of `entities`, the main entities of the article; the others say no name
    ("other anti"). Source: Fan et al., "In Plain Sight: Media Bias Through the Lens of Factual Reporting" (2019).
    """
    for record in _records(path, part):
        main = set(record["entities"])
        yield (
            _seed(record),
            tuple(GoldPhrase(gold["text"], gold["speaker"]) for gold in record["gold"] if gold["speaker"] in main),
        )


def read_times(path: Path, part: Part = Part.ALL) -> Iterator[tuple[Seed, tuple[GoldTime, ...]]]:
    """Yield TimeBank articles: `{"id", "text", "published", "gold": [{"start", "end", "type", "value"}]}`.

    Source: Pustejovsky et al., "The TimeBank Corpus" (2003), version 1.2.
    """
    for record in _records(path, part):
        yield (
            _seed(record),
            tuple(
                GoldTime(Span(gold["start"], gold["end"]), gold["type"], gold["value"])
                for gold in record["gold"]
                if gold["start"] < gold["end"]
            ),
        )


def _records(path: Path, part: Part) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                if part.takes(record["id"]):
                    yield record


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in sorted(pairs) if start < end)


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
