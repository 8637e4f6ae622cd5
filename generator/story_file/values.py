"""YAML as its editor reads it: words, lists and keys, each with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

import yaml

from generator.errors import Problem, SeedError

Where = tuple[str | int, ...]
"""The way to a value: `("versions", 0, "published")`."""

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Loaded:
    values: object
    """Text, lists and dicts of them; keys without a value are left out."""
    lines: Mapping[Where, int]
    """1-based."""
    problems: tuple[Problem, ...]
    """Keys that stand twice, and keys that are no words."""


def load_values(text: str, path: PurePath) -> Loaded:
    """Read YAML without its types; raises SeedError where it is none, or holds no keys."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise SeedError([_syntax_problem(error, path)]) from None
    except (ValueError, RecursionError):
        raise SeedError(
            [Problem(path, 1, "this is not YAML that can be read", "Compare it with an example.")]
        ) from None
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value in EMPTY):
        return Loaded({}, {}, ())
    if not isinstance(root, yaml.MappingNode):
        what = "story.yaml has no keys at its top level"
        raise SeedError([Problem(path, root.start_mark.line + 1, what, "Begin a line with `title: …`.")])
    reader = _Reader(path)
    values = reader.read(root, ())
    return Loaded(values, reader.lines, tuple(reader.problems))


def line_of(lines: Mapping[Where, int], where: Where) -> int:
    """The line of a value, or of the nearest thing around it."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


@dataclass(slots=True)
class _Reader:
    path: PurePath
    lines: dict[Where, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    above: list[yaml.Node] = field(default_factory=list)
    """The nodes around the one that is being read: an alias may lead back to one of them."""

    def read(self, node: yaml.Node, where: Where) -> object:
        line = node.start_mark.line + 1
        self.lines.setdefault(where, line)
        if node in self.above:
            raise SeedError([Problem(self.path, line, "this alias holds itself", "Write the value out instead.")])
        if isinstance(node, yaml.ScalarNode):
            return None if node.style is None and node.value in EMPTY else str(node.value)
        self.above.append(node)
        values: object
        if isinstance(node, yaml.SequenceNode):
            values = [self.read(entry, (*where, index)) for index, entry in enumerate(node.value)]
        else:
            values = self._mapping(node, where)
        self.above.pop()
        return values

    def _mapping(self, node: yaml.Node, where: Where) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(Problem(self.path, line, "a key must be one word", "Write it as `key: value`."))
                continue
            key = str(key_node.value)
            if (*where, key) in self.lines:
                what = f"the key {key!r} stands twice here, first on line {self.lines[(*where, key)]}"
                self.problems.append(Problem(self.path, line, what, "Keep one of the two."))
                continue
            self.lines[(*where, key)] = line
            value = self.read(value_node, (*where, key))
            if value is not None:
                values[key] = value
        return values


def _syntax_problem(error: yaml.YAMLError, path: PurePath) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    said = str(getattr(error, "problem", None) or "unreadable characters")
    if "\\t" in said:
        return Problem(path, line, "a tab stands where YAML wants spaces", "Replace the tab by spaces.")
    if "mapping values are not allowed" in said:
        return Problem(path, line, "a second colon stands on this line", 'Put the value into quotation marks: "…".')
    if "expected <block end>" in said and "<scalar>" in said:
        what = "words stand behind the closing quotation mark of a value"
        fix = "Write a mark that belongs to the words twice (''), or put the value between marks of the other kind."
        return Problem(path, line, what, fix)
    if "got '?'" in said:  # {question: Who said it?, answer: …}
        what = "a question mark stands where a value inside { } ends"
        return Problem(path, line, what, 'Put the value into quotation marks: "…?".')
    if mark is None and (position := getattr(error, "position", None)) is not None:
        what = f"a control character stands at character {position + 1} of the file"
        return Problem(path, line, what, "Delete it.")
    fix = "Check indentation, quotation marks and brackets on this line and the one before."
    return Problem(path, line, f"this is not valid YAML: {said}", fix)
