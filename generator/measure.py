"""Run the pipe over articles that people marked, and keep the figures for the method page."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from generator import __version__, evaluate
from generator.annotate import annotate
from generator.clean import clean
from generator.evaluate import Error, Part
from generator.model import Annotated, BlockKind, Format, How, Seed
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
    """Annotates articles and remembers how much of a core's time that took."""

    def __init__(self) -> None:
        self.words = 0
        self.seconds = 0.0

    def annotate(self, seed: Seed) -> Annotated:
        article = clean(seed)
        start = time.process_time()
        annotated = annotate(article)
        self.seconds += time.process_time() - start
        self.words += article.words
        return annotated

    @property
    def words_per_second(self) -> float:
        """Of one core, whatever else the machine does; reading and cleaning left out."""
        return self.words / self.seconds


# What measures, what words the figures, and what makes them JSON.
SUBJECTS: dict[Subject, tuple[Callable[..., Any], Callable[..., Iterator[str]], Callable[..., dict[str, Any]]]] = {
    Subject.STATEMENTS: (evaluate.evaluate_statements, evaluate.statements_lines, evaluate.statements_data),
    Subject.SPEAKERS: (evaluate.evaluate_speakers, evaluate.speakers_lines, evaluate.speakers_data),
    Subject.TIMES: (evaluate.evaluate_times, evaluate.times_lines, evaluate.times_data),
    Subject.BODIES: (evaluate.evaluate_bodies, evaluate.bodies_lines, evaluate.bodies_data),
}


def measure(subject: Subject, gold: Path, part: Part = Part.ALL) -> Measured:
    """Measure one subject on the gold file (for bodies: folder) in the definitions of the method page."""
    figures_of, lines_of, data_of = SUBJECTS[subject]
    reader = Reader()
    figures = figures_of(gold, body_of if subject is Subject.BODIES else reader.annotate, part)
    lines, data = [*lines_of(figures)], data_of(figures)
    if reader.seconds:
        lines.append(f"{reader.words_per_second:,.0f} words a second in annotate")
        data["words_per_second"] = reader.words_per_second
    return Measured(lines=tuple(lines), errors=figures.errors, data=data)


def body_of(page: bytes, url: str) -> str:
    """Return the text of the article on a saved web page, one block a line; the gold has no headlines either."""
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
    return "\n".join(article.at(block.span) for block in article.blocks if block.kind is not BlockKind.HEADLINE)


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
