"""Words beside an attribution that point to something a reader could look up; the list is `evidence.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from generator.model import Annotated, Span, Statement


def _pattern() -> re.Pattern[str]:
    kinds = tomllib.loads(files(__package__).joinpath("evidence.toml").read_text("utf-8"))["kind"]
    words = sorted((word for kind in kinds for word in kind["words"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


CUES = _pattern()


def find_evidence(version: Annotated, statement: Statement) -> Iterator[Span]:
    """Yield such words in the sentences of a statement, outside what is said; in reading order, English only.

    "Rejected the data" inside the content is what the source talks about, and no evidence that it shows.
    """
    if version.not_run:
        return
    for sentence in version.sentences:
        if not any(sentence.meets(span) for span in (*statement.content, *statement.source, *statement.cue)):
            continue
        for match in CUES.finditer(version.article.text, sentence.start, sentence.end):
            span = Span(*match.span())
            if not any(content.meets(span) for other in version.statements for content in other.content):
                yield span
