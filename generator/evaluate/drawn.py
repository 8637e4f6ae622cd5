"""Gold that is drawn into the text of an article, to be written and read by hand.

    ---
    published: 2024-05-14
    speakers: {1: Ann Poe, 2: null}
    ---
    {s1 Ann Poe}, the mayor, {c1 said} {t 2024-05-14|on Tuesday}: {q1 “The bridge will open.”}

`s`, `c` and `q` are source, cue and content of the statement with that number, `t` is a time with its TIMEX3 value
(`-`: the text does not allow one). Brackets may nest, and a role may be drawn in several pieces. `speakers` says whom
the text holds to each statement; null: it leaves that open, or gives no name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from generator.errors import Problem, SeedError
from generator.model import Span

MARK = re.compile(r"\{(?:(?P<role>[scq])(?P<number>\d+) |t (?P<value>[^|{}]+)\|)|(?P<closing>\})")
FRONT_MATTER = re.compile(r"---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DrawnStatement:
    number: int
    """As drawn; the same in every role."""
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Drawn:
    text: str
    """Without the brackets; all spans count in it."""
    published: date | None
    statements: tuple[DrawnStatement, ...]
    times: tuple[tuple[Span, str | None], ...]


def read_drawn(path: Path) -> Drawn:
    """Read one drawn article; raise `SeedError` where a bracket stays open or a statement has no content."""
    raw = path.read_text(encoding="utf-8")
    head = FRONT_MATTER.match(raw)
    if head is None:
        raise SeedError([Problem(path, 1, "no front matter", "Begin with --- and give at least `speakers: {}`.")])
    about = yaml.safe_load(head[1]) or {}
    text, roles, times = _undraw(raw[head.end() :], path)
    speakers = about.get("speakers") or {}
    statements = tuple(
        DrawnStatement(number, tuple(parts["s"]), tuple(parts["c"]), tuple(parts["q"]), speakers.get(number))
        for number, parts in sorted(roles.items())
    )
    for statement in statements:
        if not statement.content:
            what = f"statement {statement.number} has no content"
            raise SeedError([Problem(path, 1, what, f"Draw {{q{statement.number} …}}.")])
    return Drawn(text, about.get("published"), statements, tuple(times))


def _undraw(drawn: str, path: Path) -> tuple[str, dict[int, dict[str, list[Span]]], list[tuple[Span, str | None]]]:
    """Take the brackets out; return the bare text, the pieces by statement and role, and the times."""
    bare: list[str] = []
    length = position = 0
    open_marks: list[tuple[int, re.Match[str]]] = []
    roles: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    times: list[tuple[Span, str | None]] = []
    for mark in MARK.finditer(drawn):
        bare.append(drawn[position : mark.start()])
        length += mark.start() - position
        position = mark.end()
        if not mark["closing"]:
            open_marks.append((length, mark))
            continue
        if not open_marks:
            raise SeedError([Problem(path, 1, "a } closes nothing", "Take it out.")])
        start, opened = open_marks.pop()
        if opened["role"]:
            roles[int(opened["number"])][opened["role"]].append(Span(start, length))
        else:
            times.append((Span(start, length), None if opened["value"] == "-" else opened["value"]))
    if open_marks:
        raise SeedError([Problem(path, 1, f"{open_marks[-1][1].group()!r} is not closed", "Close it with }.")])
    bare.append(drawn[position:])
    return "".join(bare), roles, sorted(times, key=lambda pair: pair[0])
