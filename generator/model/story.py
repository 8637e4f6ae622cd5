"""A story on its way through the pipe, and the pages that come out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.model.comparison import Comparison
from generator.model.editor import Anchor, StoryFile
from generator.model.marks import Annotated
from generator.model.text import Seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    slug: str
    title: str
    """The editor's, else made of the folder's name."""
    path: PurePosixPath
    """`seeds/<story>/story.yaml`, for problems and the record page; the folder where there is no such file."""
    editor: StoryFile
    """Empty where there is no `story.yaml`."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where an entry starts in `story.yaml`, 1-based, for problems: by its path, lists counted from 0, such as
    `corrections.3`, `notes.0`, `matches.2`, `events.1`, `strike_findings.0` or `actors.navdeep-bains`."""
    seeds: tuple[Seed, ...]
    """In the order of letters; empty for a folder without articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that the editor changed in what the machine proposed; listed on the record page."""

    what: str
    """`speaker set to navdeep-bains`, `statement confirmed`, `passage match struck`."""
    anchor: Anchor | None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A story with everything that is known of it: what render and exports turn into pages."""

    story: Story
    versions: tuple[Annotated, ...]
    """By letter."""
    comparison: Comparison
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Page:
    path: PurePosixPath
    """Below `docs/stories/`: `huawei-canada-5g/index.md`, `huawei-canada-5g/data/story.json`."""
    text: str
    """Line feeds only, but in CSV, whose records end as RFC 4180 has it; one at the end; the same on every run for the
    same input."""
