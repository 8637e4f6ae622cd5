"""Names of people: their parts, and whether two of them may be one person's."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from unicodedata import combining, normalize

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NUMBERS = frozenset({"ii", "iii", "iv"})
_INITIAL = re.compile(r"\w\.?|(?:\w\.)+")
_NICKNAME = re.compile(r"[\"“”‘'’(](\w+)[\"“”'’)]")


class FullName(NamedTuple):
    """The parts of a name in small letters, without accents and stops."""

    given: tuple[str, ...]
    """First and middle names and initials; empty for a last name alone."""
    last: str
    generation: str
    """`jr`, `iii`; empty where the name gives none."""


@cache
def read_name(name: str) -> FullName:
    """Part a name at its spaces; a nickname in quotation marks is one of the given names.

    The number of a monarch stands where others have a last name: John IV is no John Marsh, and no John.
    """
    letters = "".join(letter for letter in normalize("NFKD", name) if not combining(letter)).casefold()
    words = [word.rstrip(".,") for word in _NICKNAME.sub(r"\1", letters.replace("’", "'")).split()]
    reigns = len(words) == 2 and words[1] in _NUMBERS
    generation = words.pop() if len(words) > 1 and words[-1] in GENERATIONS and not reigns else ""
    return FullName(tuple(words[:-1]), words[-1] if words else "", generation)


def same_given_name(left: str, right: str) -> bool:
    """Whether two first names in small letters may be one person's: equal, short and full (`bob`, `robert`), two short
    forms of one (`bob`, `rob`), or an initial of the other.
    """
    if left == right:
        return True
    if _INITIAL.fullmatch(left) or _INITIAL.fullmatch(right):
        return left[0] == right[0]
    return not _full_forms(left).isdisjoint(_full_forms(right))


def may_be_one_person(left: str, right: str) -> bool:
    """Whether two names of several words may be one person's, if nothing else in the text speaks against it.

    The last names agree but for accents and the first names may be one's; a middle name, an initial in front and Jr.
    may be left out, but must not differ: not `Ann B. Reed` and `Ann C. Reed`, nor Jr. and Sr.
    """
    one, other = read_name(left), read_name(right)
    if one.last != other.last or (one.generation and other.generation and one.generation != other.generation):
        return False
    return any(_same_given_names(mine, theirs) for mine in _called(one.given) for theirs in _called(other.given))


def _called(given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the given names in full and as J. Moreno Klein is called without the initial in front."""
    if len(given) > 1 and _INITIAL.fullmatch(given[0]):
        return given, given[1:]
    return (given,) if given else ()


def _same_given_names(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not same_given_name(left[0], right[0]):
        return False
    return len(left) < 2 or len(right) < 2 or same_given_name(left[1], right[1])


@cache
def _full_forms(name: str) -> frozenset[str]:
    return frozenset({name}) | frozenset(_short_forms().get(name, ()))


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    """Full forms by each short one."""
    table = tomllib.loads(files("generator").joinpath("given_names.toml").read_text(encoding="utf-8"))
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name, shorts in table["short_forms"].items():
        for short in shorts.split():
            full[short].add(name)
    return {short: frozenset(names) for short, names in full.items()}
