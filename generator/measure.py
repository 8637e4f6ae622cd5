"""Run the pipe over articles that people marked, and keep the figures for the method page."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from generator import __version__, evaluate
from generator.annotate import annotate
from generator.clean import clean
from generator.evaluate import Error, Part
from generator.model import Annotated, Format, How, Seed
from generator.read.decoding import decode
from generator.read.details import Metadata
from generator.read.seeds import seed_of


class Subject(StrEnum):
    STATEMENTS = "statements"
    SPEAKERS = "speakers"
    TIMES = "times"
    BODIES = "bodies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    lines: tuple[str, ...]
    """For a terminal."""
    errors: tuple[Error, ...]
    data: dict[str, Any]
    """Nothing rounded."""


class Reader:
    """Annotates articles and remembers how long that took."""

    def __init__(self) -> None:
        self.words = 0
        self.seconds = 0.0

    def annotate(self, seed: Seed) -> Annotated:
        article = clean(seed)
        start = time.perf_counter()
        annotated = annotate(article)
        self.seconds += time.perf_counter() - start
        self.words += article.words
        return annotated

    @property
    def words_per_second(self) -> float:
        return self.words / self.seconds if self.seconds else 0.0


def measure(subject: Subject, gold: Path, part: Part = Part.ALL) -> Measured:
    """Measure one subject on the gold file (for bodies: folder) in the definitions of the method page."""
    if subject is Subject.BODIES:
        bodies = evaluate.evaluate_bodies(gold, body_of, part)
        return _measured(evaluate.bodies_lines(bodies), bodies.errors, evaluate.bodies_data(bodies))
    reader = Reader()
    if subject is Subject.STATEMENTS:
        statements = evaluate.evaluate_statements(gold, reader.annotate, part)
        lines, errors, data = (
            evaluate.statements_lines(statements),
            statements.errors,
            evaluate.statements_data(statements),
        )
    elif subject is Subject.SPEAKERS:
        speakers = evaluate.evaluate_speakers(gold, reader.annotate, part)
        lines, errors, data = evaluate.speakers_lines(speakers), speakers.errors, evaluate.speakers_data(speakers)
    else:
        times = evaluate.evaluate_times(gold, reader.annotate, part)
        lines, errors, data = evaluate.times_lines(times), times.errors, evaluate.times_data(times)
    speed = f"{reader.words_per_second:,.0f} words a second in annotate"
    return _measured([*lines, speed], errors, {**data, "words_per_second": reader.words_per_second})


def body_of(page: bytes, url: str) -> str:
    """Return the text of the article on a saved web page, one block a line."""
    decoded = decode(page, web_page=True)
    seed = seed_of(
        page,
        decoded.text,
        id="page",
        letter="",
        path=PurePosixPath("page.html"),
        encoding=decoded.encoding,
        format=Format.HTML,
        record=Metadata(how=How.RECORD, url=url),
    )
    article = clean(seed)
    return "\n".join(article.at(block.span) for block in article.blocks)


def keep(path: Path, subject: Subject, gold: Path, part: Part, measured: Measured, on: date) -> None:
    """Put the figures into the JSON file at `path`, under the subject's name; other subjects stay."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept[subject] = {
        "corpus": gold.stem,
        "part": part.value,
        "measured_on": on.isoformat(),
        "version": __version__,
        **measured.data,
    }
    path.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def _measured(lines: Iterable[str], errors: Sequence[Error], data: dict[str, Any]) -> Measured:
    return Measured(lines=tuple(lines), errors=tuple(errors), data=data)
