"""Articles and spans drawn in text, for the tables that specify each rule."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import PurePosixPath

from generator.model import (
    Article,
    Block,
    BlockKind,
    Details,
    Format,
    How,
    Published,
    Seed,
    Segment,
    Span,
    Stated,
)


def unmark(marked: str, opening: str = "⟦", closing: str = "⟧") -> tuple[str, list[Span]]:
    """Take the brackets out of `marked`; return the bare text and the spans they drew, by start. Brackets may nest."""
    bare: list[str] = []
    starts: list[int] = []
    spans: list[Span] = []
    for character in marked:
        if character == opening:
            starts.append(len(bare))
        elif character == closing:
            spans.append(Span(starts.pop(), len(bare)))
        else:
            bare.append(character)
    return "".join(bare), sorted(spans)


def draw(text: str, *layers: tuple[str, list[Span]]) -> str:
    """Put brackets back, one pair of characters a layer, so that a failing row shows itself as a drawing."""
    marks: dict[int, list[str]] = {}
    for pair, spans in layers:
        for span in spans:
            marks.setdefault(span.start, []).append(pair[0])
            marks.setdefault(span.end, []).insert(0, pair[1])
    return "".join("".join(marks.get(i, [])) + text[i : i + 1] for i in range(len(text) + 1))


def make_seed(text: str, *, id: str = "a", published: date | None = None, language: str = "en") -> Seed:  # noqa: A002
    data = text.encode()
    return Seed(
        id=id,
        letter=id,
        path=PurePosixPath(f"seeds/test/{id}.txt"),
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        encoding="utf-8",
        format=Format.PLAIN,
        text=text,
        details=Details(
            language=Stated(language, How.EDITOR),
            published=Published(published, How.EDITOR) if published else None,
        ),
    )


def make_article(text: str, *, id: str = "a", published: date | None = None, language: str = "en") -> Article:  # noqa: A002
    """An article kept whole: one segment, one block a paragraph; blank lines part paragraphs."""
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(*match.span())) for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*(?<=\S)", text)
    )
    whole = (Segment(Span(0, len(text)), Span(0, len(text))),) if text else ()
    seed = make_seed(text, id=id, published=published, language=language)
    return Article(seed=seed, text=text, segments=whole, removed=(), blocks=blocks)
