"""Our own word lists, one TOML file a subject, each with the reason or the literature it follows."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_lexicon(name: str) -> dict[str, Any]:
    """Return the tables of `<name>.toml` as they stand there."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(listed: str) -> frozenset[str]:
    """Return the set of a list that is written as words between white space."""
    return frozenset(listed.split())
