"""The table of furniture rules, read once from `furniture.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from generator.model import RemovalKind, Rule

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"
)
DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
ZONE = r"\(?(?:gmt|utc|[ecmp][sd]?t|bst|cest?|msk|ist|aest|jst|z)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?\)?"
TIME = rf"(?:\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:\s*[ap]\.?m\.?)?|\d{{1,2}}\s*[ap]\.?m\.?)(?:\s*{ZONE})?"
AGENCY = (
    r"\b(?:reuters|associated press|ap|afp|agence france[- ]presse|dpa|tass|ria novosti|xinhua|ansa|efe|pti|ani|upi"
    r"|bloomberg|canadian press|press association|pa media|aap|interfax|kyodo|yonhap|anadolu)\b"
)


class Where(StrEnum):
    ANYWHERE = "anywhere"
    EDGE = "edge"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Reason:
    kind: RemovalKind
    rule: Rule


@dataclass(frozen=True, slots=True)
class LineRule:
    reason: Reason
    where: Where
    pattern: re.Pattern[str]
    """Must match the whole line."""


@dataclass(frozen=True, slots=True)
class TokenRule:
    reason: Reason
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Label:
    reason: Reason
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    labels: Mapping[str, tuple[Label, ...]]
    """By their words in lower case."""
    lines: tuple[LineRule, ...]
    tokens: tuple[TokenRule, ...]
    shapes: Mapping[str, Reason]
    others: Mapping[str, Reason]


@cache
def furniture() -> Furniture:
    table = tomllib.loads(files("generator.clean").joinpath("furniture.toml").read_text(encoding="utf-8"))
    labels: dict[str, tuple[Label, ...]] = {}
    for entry in table["labels"]:
        label = Label(_reason(entry["id"], entry), Where(entry["where"]))
        for words in entry["labels"]:
            labels[words] = (*labels.get(words, ()), label)
    return Furniture(
        labels=labels,
        lines=tuple(
            LineRule(_reason(entry["id"], entry), Where(entry["where"]), _any_of(entry["patterns"]))
            for entry in table["line"]
        ),
        tokens=tuple(TokenRule(_reason(entry["id"], entry), _any_of(entry["patterns"])) for entry in table["token"]),
        shapes={name: _reason(name, entry) for name, entry in table["shape"].items()},
        others={name: _reason(name, entry) for name, entry in table["other"].items()},
    )


def _reason(name: str, entry: Mapping[str, Any]) -> Reason:
    says = " ".join(entry["says"].split())
    return Reason(RemovalKind[entry["kind"].upper()], Rule(f"furniture.{name}", says))


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    filled = (
        pattern.replace("{time}", TIME).replace("{date}", DATE).replace("{agency}", AGENCY) for pattern in patterns
    )
    return re.compile("|".join(f"(?:{pattern})" for pattern in filled), re.IGNORECASE)
