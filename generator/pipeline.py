"""The whole way from folders of articles to pages: one visible chain, one line a stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

from generator.annotate import annotate
from generator.clean import clean
from generator.compare import compare
from generator.curate.comparison import curate_comparison
from generator.curate.version import curate_version
from generator.errors import Problem, SeedError
from generator.exports import export
from generator.model import Annotated, Change, Explained, Page, Story
from generator.read import read_story
from generator.render import render, render_index
from generator.write import Written, write_pages

STORIES = "stories"
"""The folder below `docs/` that belongs to the generator; part of public addresses."""


def explain(folder: Path, root: Path) -> Explained:
    """Find out everything about the story in `folder`; paths in problems and pages are relative to `root`.

    Raises SeedError with every problem of the first stage that has any. Writes nothing.
    """
    story = read_story(folder, root)
    versions, version_changes = _curate_versions([annotate(clean(seed)) for seed in story.seeds], story)
    comparison, comparison_changes = curate_comparison(compare(versions, story), versions, story)
    return Explained(
        story=story,
        versions=versions,
        comparison=comparison,
        changes=version_changes + comparison_changes,
    )


class Told:
    """A story that is explained, and its pages, which are made when they are first asked for."""

    def __init__(self, explained: Explained) -> None:
        self.explained = explained

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages and the data files."""
        return (*render(self.explained), *export(self.explained))


def tell(folder: Path, root: Path) -> Told:
    return Told(explain(folder, root))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The stories that can be shown, and what is wrong with the others."""

    told: tuple[Told, ...]
    problems: tuple[Problem, ...]

    @property
    def stories(self) -> tuple[Explained, ...]:
        return tuple(told.explained for told in self.told)

    def pages(self) -> Iterator[Page]:
        """Yield the list of stories, then the pages and data files of each."""
        yield render_index(self.stories)
        for told in self.told:
            yield from told.pages


def explain_all(folders: Iterable[Path], root: Path, tell: Callable[[Path, Path], Told] = tell) -> Site:
    """Explain each story; one with problems is left out and the others go on. Writes nothing.

    A server gives a `Memory` of `tell`, which knows the stories that did not change.
    """
    stories: dict[str, Told] = {}
    problems: list[Problem] = []
    for folder in folders:
        try:
            told = tell(folder, root)
        except SeedError as error:
            problems += error.problems
            continue
        story = told.explained.story
        twin = stories.setdefault(story.slug, told)
        if twin is not told:
            problems.append(_same_address(story, twin.explained.story))
    return Site(told=tuple(stories.values()), problems=tuple(problems))


def generate(
    folders: Iterable[Path], root: Path, docs: Path, tell: Callable[[Path, Path], Told] = tell
) -> tuple[Site, Written]:
    """Explain each story and bring `docs/stories/` up to date with it."""
    site = explain_all(folders, root, tell)
    return site, write_pages(site.pages(), docs / STORIES)


def _curate_versions(annotated: Iterable[Annotated], story: Story) -> tuple[tuple[Annotated, ...], tuple[Change, ...]]:
    """Apply the editor's word to each version, and raise the problems of all of them at once."""
    versions: list[Annotated] = []
    changes: list[Change] = []
    problems: list[Problem] = []
    for version in annotated:
        try:
            curated, changed = curate_version(version, story)
        except SeedError as error:
            problems += error.problems
        else:
            versions.append(curated)
            changes += changed
    if problems:
        raise SeedError(problems)
    return tuple(versions), tuple(changes)


def _same_address(story: Story, twin: Story) -> Problem:
    return Problem(
        PurePath(story.path),
        1,
        f"this story and {twin.path} would have the same address, stories/{story.slug}/",
        "Rename one of the two folders.",
    )
