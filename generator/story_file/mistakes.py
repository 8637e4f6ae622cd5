"""What pydantic refuses in a `story.yaml`, said so that an editor can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePath
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.errors import Problem
from generator.model import StoryFile
from generator.story_file.values import Where, line_of

WRONG_TYPE = {
    "string_type": "must be text",
    "tuple_type": "must be a list",
    "dict_type": "must have keys of its own",
    "model_type": "must have keys of its own",
    "model_attributes_type": "must have keys of its own",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
}


def nearest(wrong: str, right: list[str]) -> str | None:
    """Return what the editor probably meant to write; None where nothing is near."""
    folded = {word.casefold(): word for word in right}
    near = get_close_matches(wrong.casefold(), folded, n=1)
    return folded[near[0]] if near else None


def mistakes(errors: Sequence[ErrorDetails], lines: Mapping[Where, int], path: PurePath) -> Iterator[Problem]:
    """Say each thing that pydantic refused in an editor's words, with its line and its mend."""
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
    line, kind = line_of(lines, where), details["type"]
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
        if details["loc"][-1] == "[key]":
            return Problem(path, line, f"the key {what}", fix)
        return Problem(path, line, f"{name} {what}", fix)
    if kind == "string_too_short":
        return Problem(path, line, f"{name} is empty", "Write its value, or delete the key.")
    return Problem(path, line, f"{name} {WRONG_TYPE.get(kind, 'is not what is wanted here')}", _type_fix(kind))


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
