"""The folder of a story → `Story`, or every problem of it at once."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from pathlib import Path, PurePosixPath

from generator.errors import Problem, SeedError
from generator.model import Anchor, Format, Seed, Story, StoryFile, VersionEntry
from generator.read.files import load
from generator.read.folder import STORY_FILE, is_ignored, list_folder
from generator.read.formats import SUFFIXES
from generator.read.seeds import seed_of
from generator.read.slugs import slug_of
from generator.story_file import LocatedStoryFile, Where, nearest, parse_story_file

LONGEST_CHARS = 300_000
"""Of one article: some fifty thousand words. Comparing takes time that grows with the square of the length, and a
whole archive dropped into the folder would look like a program that hangs."""


def read_stories(seeds: Path) -> Iterator[Path]:
    """Yield the folders of the stories, sorted; also an article that lies loose: `read_story` says what to do.

    Passed over: whatever begins with a dot or an underscore, and files that are no articles.
    """
    if not seeds.is_dir():
        return
    for entry in sorted(seeds.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith("_") or is_ignored(entry):
            continue
        if entry.is_dir() or entry.suffix.lower() in (*SUFFIXES, ".jsonl"):
            yield entry


def read_story(folder: Path, root: Path) -> Story:
    """Read the folder of one story; `root` is where the paths that are shown begin.

    Raises SeedError with every problem of its files, in the order of file and line.
    """
    shown = _shown(folder, root)
    if not folder.is_dir():
        fix = f"Put it into a folder of its own: {shown.parent / slug_of(folder.stem)}/{folder.name}."
        raise SeedError([Problem(shown, 1, "an article lies outside a story's folder", fix)])
    contents = list_folder(folder, shown)
    problems = [*contents.problems, *_same_slug(folder, shown)]
    story_file = folder / STORY_FILE
    located = LocatedStoryFile(StoryFile(), shown / STORY_FILE, {})
    if story_file.is_file():
        try:
            located = parse_story_file(load(story_file, shown / STORY_FILE).text, shown / STORY_FILE)
        except SeedError as error:
            # Without its story file nothing can be said of the versions; what is wrong with the files still can.
            problems += [*error.problems, *_unreadable(contents.articles, shown)]
            raise SeedError(_sorted(problems)) from None
    versions = list(_listed(located, contents.articles, problems)) or list(_by_name(contents.articles))
    seeds = [seed for version in versions for seed in _read_version(version, shown, problems)]
    ids = [entry.id for entry in located.story.versions] or [version.id for version in versions]
    problems += _unknown_versions(located, ids)
    problems += _furniture_not_found(located, seeds)
    if problems:
        raise SeedError(_sorted(problems))
    return Story(
        slug=slug_of(folder.name),
        title=located.story.title or _title_of(folder.name),
        path=shown / STORY_FILE if story_file.is_file() else shown,
        editor=located.story,
        lines={".".join(map(str, where)): line for where, line in located.lines.items()},
        seeds=tuple(sorted(seeds, key=lambda seed: (len(seed.letter), seed.letter))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    id: str
    letter: str
    file: Path
    entry: VersionEntry | None = None


def _listed(located: LocatedStoryFile, articles: Sequence[Path], problems: list[Problem]) -> Iterator[_Version]:
    """Yield the versions that the editor lists; report the files that are not there or not listed."""
    entries = located.story.versions
    if not entries:
        return
    by_name = {article.name: article for article in articles}
    listed = {entry.file for entry in entries}
    unlisted = [name for name in by_name if name not in listed]
    letters = letters_of([entry.id for entry in entries])
    for index, (entry, letter) in enumerate(zip(entries, letters, strict=True)):
        if entry.file in by_name:
            yield _Version(id=entry.id, letter=letter, file=by_name[entry.file], entry=entry)
        else:
            problems.append(_no_such_file(located, ("versions", index, "file"), entry.file, unlisted))
    near = {nearest(name, unlisted) for name in listed - set(by_name)}
    for name in by_name:
        if name not in listed and name not in near:
            path = located.path.parent / name
            fix = f"Add it under `versions:` in {located.path}, or move it elsewhere."
            problems.append(Problem(path, 1, f"no version in {STORY_FILE} has this file", fix))


def _no_such_file(located: LocatedStoryFile, where: Where, name: str, there: list[str]) -> Problem:
    if "/" in name or "\\" in name:
        return located.problem(where, f"{name!r} is no file of this folder", "Give the name alone, without folders.")
    near = nearest(name, there)
    if near and near.casefold() == name.casefold():
        fix = f"Write {near!r}: small and capital letters count."
    elif near:
        fix = f"Did you mean {near!r}?"
    else:
        fix = f"Files that no version has: {', '.join(there)}." if there else "Put the article into the folder."
    return located.problem(where, f"there is no file {name!r}", fix)


def _by_name(articles: Sequence[Path]) -> Iterator[_Version]:
    """Without a list the order of file names gives ids and letters."""
    for article, letter in zip(articles, _letters(), strict=False):
        yield _Version(id=letter, letter=letter, file=article)


def letters_of(ids: Sequence[str]) -> list[str]:
    """Give each version its letter: the id where it is one, else the first letter that is still free, in order."""
    # `us` and `uk` are outlets' names rather than letters, as long as there are letters enough.
    longest = 1 if len(ids) <= len(string.ascii_lowercase) else 2
    own = {version_id for version_id in ids if version_id.isalpha() and len(version_id) <= longest}
    free = (letter for letter in _letters() if letter not in own)
    return [version_id if version_id in own else next(free) for version_id in ids]


def _letters() -> Iterator[str]:
    """a, b, … z, aa, ab, …"""
    for length in count(1):
        yield from map("".join, product(string.ascii_lowercase, repeat=length))


def _read_version(version: _Version, shown: PurePosixPath, problems: list[Problem]) -> Iterator[Seed]:
    path = shown / version.file.name
    kind = SUFFIXES[version.file.suffix.lower()]
    try:
        loaded = load(version.file, path, web_page=kind is Format.HTML)
    except SeedError as error:
        problems.extend(error.problems)
        return
    seed = seed_of(
        loaded.data,
        loaded.text,
        id=version.id,
        letter=version.letter,
        path=path,
        encoding=loaded.encoding,
        format=kind,
        entry=version.entry,
    )
    if not loaded.text.strip("\ufeff \t\r\n\f\v\xa0"):
        fix = "Put the article's text into it, or remove the file."
        problems.append(Problem(path, 1, "this file is empty", fix))
        return
    if len(seed.text) > LONGEST_CHARS:
        what = f"this file has {len(seed.text):,} characters, which is a book rather than an article"
        problems.append(Problem(path, 1, what, "Keep the article in it and take the rest out."))
        return
    yield seed


def _unreadable(articles: Iterable[Path], shown: PurePosixPath) -> Iterator[Problem]:
    for article in articles:
        try:
            load(article, shown / article.name, web_page=SUFFIXES[article.suffix.lower()] is Format.HTML)
        except SeedError as error:
            yield from error.problems


def _unknown_versions(located: LocatedStoryFile, ids: Sequence[str]) -> Iterator[Problem]:
    for where, anchor in _anchors(located.story):
        if anchor.version not in ids:
            what = f"there is no version {anchor.version!r}"
            fix = f"Versions of this story: {', '.join(ids)}." if ids else "This story has no versions yet."
            yield located.problem((*where, "version"), what, fix)


def _anchors(story: StoryFile) -> Iterator[tuple[Where, Anchor]]:
    for key in ("corrections", "notes"):
        for index, anchor in enumerate(getattr(story, key)):
            yield (key, index), anchor
    for index, match in enumerate(story.matches):
        yield ("matches", index, "left"), match.left
        yield ("matches", index, "right"), match.right
    for key in ("events", "findings", "exercises"):
        for index, entry in enumerate(getattr(story, key)):
            for place, anchor in enumerate(entry.places):
                yield (key, index, "places", place), anchor
    for index, event in enumerate(story.events):
        if event.strike:
            yield ("events", index, "strike"), event.strike


def _furniture_not_found(located: LocatedStoryFile, seeds: Sequence[Seed]) -> Iterator[Problem]:
    texts = {seed.id: seed.text for seed in seeds}
    for index, entry in enumerate(located.story.versions):
        for number, words in enumerate(entry.furniture):
            if entry.id in texts and words not in texts[entry.id]:
                lines = {line.strip() for line in texts[entry.id].splitlines()} - {""}
                near = nearest(words, sorted(lines))
                fix = f"Did you mean {near!r}?" if near else "Copy the words exactly as they stand in the file."
                what = f"these words do not stand in {entry.file}: {words!r}"
                yield located.problem(("versions", index, "furniture", number), what, fix)


def _same_slug(folder: Path, shown: PurePosixPath) -> Iterator[Problem]:
    """Two folders may not share an address; the one that sorts first keeps it."""
    slug = slug_of(folder.name)
    for sibling in sorted(folder.parent.iterdir(), key=lambda entry: entry.name):
        if sibling.name == folder.name:
            return
        if sibling.is_dir() and slug_of(sibling.name) == slug and not sibling.name.startswith((".", "_")):
            what = f"this story and {shown.parent / sibling.name} would have the same address, {slug}"
            yield Problem(shown, 1, what, "Rename one of the two folders.")
            return


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda problem: (str(problem.path), problem.line))


def _shown(folder: Path, root: Path) -> PurePosixPath:
    try:
        return PurePosixPath(folder.resolve().relative_to(root.resolve()).as_posix())
    except ValueError:
        return PurePosixPath(folder.as_posix())


def _title_of(name: str) -> str:
    words = re.sub(r"[-_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:] or name
