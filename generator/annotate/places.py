"""Place-names that stand for a government, and where in a sentence they do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.vocabulary import OPENERS

_LISTS = read_lexicon("places")
_VERBS = _LISTS["verbs"]
HEADS: dict[str, str] = {noun: kind for kind, nouns in _LISTS["heads"].items() for noun in nouns.split()}
"""Small-letter nouns that make a body with the name in front of them ("the US embassy"), with the body's kind."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    gloss: str | None
    """What it stands for where that is not plain."""
    seat: bool
    """Whether it is a body under any circumstances: the White House, the Kremlin."""


def place_named(name: str) -> PlaceName | None:
    """Return what `name` stands for where it acts; None for what is no territory, capital or seat of power."""
    return _places().get(name)


@cache
def _places() -> dict[str, PlaceName]:
    """Territories by their English names in Unicode CLDR, with the by-names, capitals and seats of our own table."""
    places = {
        name.replace(" & ", " and "): PlaceName(None, seat=False)
        for code, name in Locale("en").territories.items()
        if len(code) == 2
    }
    for names in (*_LISTS["territories"].values(), _LISTS["regions"]["names"]):
        places.update((name, PlaceName(None, seat=False)) for name in names)
    for name in words(_LISTS["ambiguous"]["names"]):
        places.pop(name, None)
    places.update(
        (name, PlaceName(f"{adjective} government", seat=False)) for name, (_, adjective) in _LISTS["capitals"].items()
    )
    places.update((name, PlaceName(gloss or None, seat=True)) for name, gloss in _LISTS["seats"].items())
    return places


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in ("ban", "plan", "stop", "permit", "commit", "submit", "scrap") else "") + "ed"


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _gerund(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


_ACTS = words(_VERBS["acts"])
_FINITE = (
    frozenset(map(_past, _ACTS))
    | frozenset(map(_third_person, _ACTS))
    | words(_VERBS["past"])
    | words(_VERBS["present"])
)
_ADDRESS = words(_VERBS["address"])
_ADDRESSES = (
    _ADDRESS
    | frozenset(map(_past, _ADDRESS))
    | frozenset(map(_third_person, _ADDRESS))
    | frozenset(map(_gerund, _ADDRESS))
    | words(_VERBS["address_past"])
) - {"help", "promise", "push"}
_DEEDS = words(_VERBS["deeds"])
_ADVERB = r"(?:\w+ly|also|still|now|never|long|not|then|already|since|repeatedly|again)"
# What may stand between a subject and its verb: "and Beijing", "in mid-January", "has consistently".
_BETWEEN = rf"(?:\s+and\s+(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z]\w+)?)?(?:\s+(?:in|on)\s+[\w-]+)?(?:\s+{_ADVERB})*"
_PREDICATE = re.compile(
    rf"""{_BETWEEN}\s+(?:
      (?:has|have|had)\s+(?:{_ADVERB}\s+)*(?P<participle>\w+)
    | (?:is|are|was|were)\s+(?:{_ADVERB}\s+)*
        (?:\w+ing|engaged|prepared|ready|willing|unwilling|reluctant|concerned|committed|determined|opposed)\b
    | (?:will|would|could|should|may|might|must|can|did|does|do)\s+(?:{_ADVERB}\s+)*(?P<base>\w+)
    | (?P<finite>\w+))""",
    re.VERBOSE,
)
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’])\s+((?:[\w-]+\s+){0,3}[\w-]+)")
_WORD_BEFORE = re.compile(r"([\w-]+)\s+(?:the\s+)?$")
_WORD_BEHIND = re.compile(r"\s+([\w-]+)")
_NOT_SUBJECT = words(
    "in at near outside of from to through around for with into across between inside toward towards against over than"
)


def acts(text: str, start: int, end: int) -> bool:
    """Whether the name in [start, end) does a deed or owns one ("Ottawa's plan"); not "officials in Ottawa said"."""
    if (owned := _OWNED.match(text, end)) is not None:
        return not _DEEDS.isdisjoint(owned[1].split())
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before is not None and before[1].lower() in _NOT_SUBJECT:
        return False
    predicate = _PREDICATE.match(text, end)
    if predicate is None:
        return False
    if participle := predicate["participle"]:
        return (
            participle.endswith("ed")
            or participle in _FINITE
            or participle in ("taken", "given", "made", "begun", "chosen")
        )
    if base := predicate["base"]:
        return base in _ACTS or base in ("take", "give", "make", "lose", "be", "have")
    return predicate["finite"] is None or predicate["finite"] in _FINITE


def addressed(text: str, start: int, end: int) -> bool:
    """Whether the name in [start, end) is spoken to or pressed ("press Ottawa that"); not "warn Ottawa residents"."""
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before is None or before[1].lower() not in _ADDRESSES:
        return False
    behind = _WORD_BEHIND.match(text, end)
    return behind is None or behind[1].lower() in OPENERS or behind[1][0].isupper()
