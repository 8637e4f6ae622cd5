"""Addresses of a story's pages, public and lasting, and the way from one to another."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Seed


class PageName(StrEnum):
    """Pages that every story has; the value is the address below the story, without its ending."""

    OVERVIEW = "index"
    SIDE_BY_SIDE = "side-by-side"
    TIMELINE = "timeline"
    ACTORS = "actors/index"
    SOURCING = "sourcing"
    COVERAGE = "coverage"
    EXERCISES = "exercises"
    KEY = "exercises-key"
    RECORD = "record"


def version_page(seed: Seed) -> str:
    return f"version-{seed.letter}"


def actor_page(key: str) -> str:
    return f"actors/{key}"


def actor_section(key: str) -> str:
    """The fragment of an actor on the index of actors."""
    return f"actor-{key}"


def paragraph(number: int) -> str:
    """The fragment of a paragraph on its version's page, counted from 1."""
    return f"p{number}"


@dataclass(frozen=True, slots=True)
class Here:
    """The page being written, from which links are relative: they hold under any sub-path and from a USB stick."""

    page: str

    def to(self, page: str, fragment: str = "") -> str:
        """Return the relative address of another page of the story, or only the fragment on the same page."""
        if page == self.page and fragment:
            return f"#{fragment}"
        path = posixpath.relpath(f"{page}.html", posixpath.dirname(self.page) or ".")
        return f"{path}#{fragment}" if fragment else path

    def to_file(self, path: str) -> str:
        """Return the relative address of a file of the story such as `data/story.json`."""
        return posixpath.relpath(path, posixpath.dirname(self.page) or ".")

    def to_site(self, path: str) -> str:
        """Return the relative address of a hand-written page such as `glossary.html`."""
        return posixpath.relpath(f"../../{path}", posixpath.dirname(self.page) or ".")
