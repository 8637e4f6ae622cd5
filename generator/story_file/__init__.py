"""`story.yaml` → `StoryFile`, with the line of every value, so that a problem can be found in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from pydantic import ValidationError

from generator.errors import Problem, SeedError
from generator.model import Correction, StoryFile, VersionEntry
from generator.story_file.mistakes import mistakes, nearest
from generator.story_file.values import Where, line_of, load_values

__all__ = ["LocatedStoryFile", "Where", "nearest", "parse_story_file"]

WAYS_TO_CORRECT = ("speaker", "relays", "strike", "confirm", "add", "time")

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class LocatedStoryFile:
    story: StoryFile
    path: PurePath
    lines: Mapping[Where, int]
    """1-based line of every value; of an entry of a list, the line of its dash."""

    def problem(self, where: Where, what: str, fix: str) -> Problem:
        return Problem(self.path, line_of(self.lines, where), what, fix)


def parse_story_file(text: str, path: PurePath) -> LocatedStoryFile:
    """Read the text of a `story.yaml`.

    Every scalar is taken as the words that stand there (`language: no` is Norwegian, `title: 1984` is a title); a key
    without a value as not given. Raises SeedError with every problem of the file, in the order of its lines.
    """
    loaded = load_values(text.removeprefix("\ufeff"), path)
    problems = list(loaded.problems)
    try:
        story = StoryFile.model_validate(loaded.values)
    except ValidationError as error:
        problems += mistakes(error.errors(include_url=False), loaded.lines, path)
        raise SeedError(_by_line(problems)) from None
    located = LocatedStoryFile(story, path, loaded.lines)
    problems += _contradictions(located)
    if problems:
        raise SeedError(_by_line(problems))
    return located


def _by_line(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.line)


def _contradictions(located: LocatedStoryFile) -> Iterator[Problem]:
    """Yield what no single value shows: ids given twice, corrections that correct nothing or two things."""
    versions: list[tuple[Where, VersionEntry]] = [
        (("versions", index), version) for index, version in enumerate(located.story.versions)
    ]
    yield from _twice(located, versions, "id")
    yield from _twice(located, versions, "file")
    for where, version in versions:
        if version.language and not LANGUAGE_TAG.fullmatch(version.language):
            what = f"'language' is no tag of a language: {version.language!r}"
            yield located.problem((*where, "language"), what, "Write a tag such as en, fr or pt-BR.")
    for index, correction in enumerate(located.story.corrections):
        yield from _how_many_ways(located, ("corrections", index), correction)


def _twice(located: LocatedStoryFile, versions: Sequence[tuple[Where, VersionEntry]], key: str) -> Iterator[Problem]:
    first: dict[str, Where] = {}
    for where, version in versions:
        value = getattr(version, key)
        if value in first:
            line = located.lines[(*first[value], key)]
            what = f"two versions have the {key} {value!r}, first on line {line}"
            yield located.problem((*where, key), what, f"Give each version its own {key}.")
        first.setdefault(value, where)


def _how_many_ways(located: LocatedStoryFile, where: Where, correction: Correction) -> Iterator[Problem]:
    ways = [way for way in WAYS_TO_CORRECT if getattr(correction, way) is not None]
    if len(ways) != 1:
        what = f"a correction says {' and '.join(ways)}" if ways else "a correction does not say what to change"
        yield located.problem(where, what, f"Give it exactly one of: {', '.join(WAYS_TO_CORRECT)}.")
