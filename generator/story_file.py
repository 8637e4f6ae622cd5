"""`story.yaml` → `StoryFile`, with the line of every value, so that a problem can be found in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import Problem, SeedError
from generator.model import Correction, StoryFile, VersionEntry

Where = tuple[str | int, ...]
"""The way to a value: `("versions", 0, "published")`."""

WAYS_TO_CORRECT = ("speaker", "relays", "strike", "confirm", "add", "time")

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class LocatedStoryFile:
    story: StoryFile
    path: PurePath
    lines: Mapping[Where, int]
    """1-based line of every value; of an entry of a list, the line of its dash."""

    def problem(self, where: Where, what: str, fix: str) -> Problem:
        return Problem(self.path, _line(self.lines, where), what, fix)


def parse_story_file(text: str, path: PurePath) -> LocatedStoryFile:
    """Read the text of a `story.yaml`.

    Every scalar is taken as the words that stand there (`language: no` is Norwegian, `title: 1984` is a title); an
    empty one as not given. Raises SeedError with every problem of the file, in the order of its lines.
    """
    values, lines, problems = _load(text.removeprefix("\ufeff"), path)
    try:
        story = StoryFile.model_validate(values)
    except ValidationError as error:
        problems += _invalid_values(error.errors(include_url=False), lines, path)
        raise SeedError(sorted(dict.fromkeys(problems), key=lambda problem: problem.line)) from None
    located = LocatedStoryFile(story, path, lines)
    problems += _contradictions(located)
    if problems:
        raise SeedError(sorted(problems, key=lambda problem: problem.line))
    return located


def nearest(wrong: str, right: list[str]) -> str | None:
    """Return what the editor probably meant to write; None where nothing is near."""
    folded = {word.casefold(): word for word in right}
    near = get_close_matches(wrong.casefold(), folded, n=1)
    return folded[near[0]] if near else None


def _load(text: str, path: PurePath) -> tuple[object, dict[Where, int], list[Problem]]:
    """Return the values of the file, their lines, and its keys that stand twice; raises SeedError for bad YAML."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise SeedError([_syntax_problem(error, path)]) from None
    except (ValueError, RecursionError):
        raise SeedError(
            [Problem(path, 1, "this is not YAML that can be read", "Compare it with an example.")]
        ) from None
    lines: dict[Where, int] = {}
    problems: list[Problem] = []
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value in EMPTY):
        return {}, lines, problems
    if not isinstance(root, yaml.MappingNode):
        what = "story.yaml has no keys at its top level"
        raise SeedError([Problem(path, root.start_mark.line + 1, what, "Begin a line with `title: …`.")])
    values = _values(root, (), lines, problems, path, ())
    return values, lines, problems


def _values(
    node: yaml.Node,
    where: Where,
    lines: dict[Where, int],
    problems: list[Problem],
    path: PurePath,
    above: tuple[yaml.Node, ...],
) -> object:
    line = node.start_mark.line + 1
    lines.setdefault(where, line)
    if node in above:
        raise SeedError([Problem(path, line, "this alias holds itself", "Write the value out instead.")])
    if isinstance(node, yaml.SequenceNode):
        return [
            _values(entry, (*where, index), lines, problems, path, (*above, node))
            for index, entry in enumerate(node.value)
        ]
    if isinstance(node, yaml.MappingNode):
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                problems.append(Problem(path, key_line, "a key must be one word", "Write it as `key: value`."))
                continue
            key = str(key_node.value)
            if key in values:
                first = lines[(*where, key)]
                what = f"the key {key!r} stands twice here, first on line {first}"
                problems.append(Problem(path, key_line, what, "Keep one of the two."))
                continue
            lines[(*where, key)] = key_line
            values[key] = _values(value_node, (*where, key), lines, problems, path, (*above, node))
        return values
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    return None if plain and node.value in EMPTY else str(node.value)


def _syntax_problem(error: yaml.YAMLError, path: PurePath) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    said = str(getattr(error, "problem", None) or "unreadable characters")
    if "'\\t'" in said or "\\t" in said:
        return Problem(path, line, "a tab stands where YAML wants spaces", "Replace the tab by spaces.")
    if "mapping values are not allowed" in said:
        return Problem(path, line, "a second colon stands on this line", 'Put the value into quotation marks: "…".')
    if mark is None and (position := getattr(error, "position", None)) is not None:
        what = f"a control character stands at character {position + 1} of the file"
        return Problem(path, line, what, "Delete it.")
    fix = "Check indentation, quotation marks and brackets on this line and the one before."
    return Problem(path, line, f"this is not valid YAML: {said}", fix)


def _line(lines: Mapping[Where, int], where: Where) -> int:
    """The line of a value, or of the nearest thing around it."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def _invalid_values(errors: Sequence[ErrorDetails], lines: Mapping[Where, int], path: PurePath) -> Iterator[Problem]:
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    meant = {(*where[:-1], nearest(str(where[-1]), _fields_at(where[:-1]))) for where in unknown}
    # A key that is there with a typing mistake is not missing as well.
    return (
        _invalid(error, lines, path) for error in errors if not (error["type"] == "missing" and error["loc"] in meant)
    )


def _invalid(details: ErrorDetails, lines: Mapping[Where, int], path: PurePath) -> Problem:
    # ("actors", "No Slug", "[key]"): the last step is pydantic's and stands in no file.
    where = tuple(step for step in details["loc"] if step != "[key]")
    key, given = (where[-1] if where else "story.yaml"), details["input"]
    name = f"entry {key + 1} of {where[-2]!r}" if isinstance(key, int) else repr(key)
    line, kind = _line(lines, where), details["type"]
    if kind == "extra_forbidden":
        known = _fields_at(where[:-1])
        near = nearest(str(key), known)
        fix = f"Did you mean {near!r}?" if near else f"Known here: {', '.join(known)}."
        return Problem(path, line, f"unknown key {key!r}", fix)
    if kind == "missing":
        return Problem(path, line, f"{key!r} is missing", f"Add `{key}: …`.")
    if given is None:
        return Problem(path, line, f"{name} is empty", "Write its value behind the colon, or delete the key.")
    if kind.startswith("date"):
        return Problem(path, line, f"{name} is no date: {_short(given)}", "Write a day as 2020-03-09.")
    if kind in ("enum", "literal_error"):
        expected = str(details.get("ctx", {}).get("expected", ""))
        choices = re.findall(r"'([^']+)'", expected)
        near = nearest(str(given), choices)
        fix = f"Did you mean {near!r}?" if near else f"Write one of: {', '.join(choices)}."
        return Problem(path, line, f"{name} cannot be {_short(given)}", fix)
    if kind == "string_pattern_mismatch":
        what, fix = _pattern_problem(str(details["ctx"]["pattern"]), given)
        return Problem(path, line, f"{name} {what}", fix)
    if kind == "string_too_short":
        return Problem(path, line, f"{name} is empty", "Write its value, or delete the key.")
    return Problem(path, line, f"{name} {WRONG_TYPE.get(kind, 'is not what is wanted here')}", _type_fix(kind))


WRONG_TYPE = {
    "string_type": "must be text",
    "tuple_type": "must be a list",
    "dict_type": "must have keys of its own",
    "model_type": "must have keys of its own",
    "model_attributes_type": "must have keys of its own",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
}


def _type_fix(kind: str) -> str:
    if kind.startswith("tuple"):
        return "Begin each entry on a line of its own with `- `."
    if kind.startswith(("dict", "model")):
        return "Write `key: value` lines below it, indented by two spaces."
    if kind.startswith("bool"):
        return "Write true or false."
    return "Write its value behind the colon; put it into quotation marks where it holds `: ` or `#`."


def _pattern_problem(pattern: str, given: object) -> tuple[str, str]:
    if "http" in pattern:
        return f"is no address of a page: {_short(given)}", "Write the whole address, from https:// on, without spaces."
    slug = re.sub(r"[^a-z0-9]+", "-", str(given).lower()).strip("-") or "a"
    return f"cannot be {_short(given)}", f"Use small letters, digits and hyphens: {slug!r}."


def _short(given: object) -> str:
    text = repr(given)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _fields_at(where: Where) -> list[str]:
    """Names of the keys that may stand at `where`."""
    model: Any = StoryFile
    for step in where:
        fields = getattr(model, "model_fields", {})
        if step in fields:
            model = fields[step].annotation
        models = [part for part in _parts(model) if isinstance(part, type) and issubclass(part, BaseModel)]
        model = models[0] if models else model
    return list(getattr(model, "model_fields", {}))


def _parts(annotation: Any) -> Iterator[Any]:
    """`tuple[VersionEntry, ...]`, `About | None`, `dict[Slug, ActorEntry]` → the types inside."""
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def _contradictions(located: LocatedStoryFile) -> list[Problem]:
    versions: list[tuple[Where, VersionEntry]] = [
        (("versions", index), version) for index, version in enumerate(located.story.versions)
    ]
    problems = list(_twice(located, versions, "id")) + list(_twice(located, versions, "file"))
    for where, version in versions:
        if version.language and not LANGUAGE_TAG.fullmatch(version.language):
            what = f"'language' is no tag of a language: {version.language!r}"
            problems.append(located.problem((*where, "language"), what, "Write a tag such as en, fr or pt-BR."))
    for index, correction in enumerate(located.story.corrections):
        problems.extend(_how_many_ways(located, ("corrections", index), correction))
    return problems


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
