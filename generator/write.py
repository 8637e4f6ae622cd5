"""Bring `docs/stories/` up to date; the only module that writes.

The folder is the generator's, but people put files anywhere. A manifest with hashes tells what was made here: what is
not in it, or was changed since, is never overwritten or deleted, but reported.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.errors import Problem
from generator.model import Page
from generator.phrases import count

MANIFEST = ".twicetold.json"

# Names that some file system refuses or reads as something else: Windows's reserved ones, and hidden files.
UNSAFE_NAME = re.compile(
    r'(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|\..*|.*[. ]|.*[\x00-\x1f<>:"/\\|?*].*', re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was done, each in the order of paths."""

    written: tuple[PurePosixPath, ...] = ()
    """Made or changed."""
    removed: tuple[PurePosixPath, ...] = ()
    """Pages of an earlier run that no story has any more."""
    problems: tuple[Problem, ...] = ()
    """Files in the way, which were left as they are."""

    def __str__(self) -> str:
        return f"{count(len(self.written), 'page')} written, {len(self.removed)} removed"


def write_pages(pages: Iterable[Page], folder: Path) -> Written:
    """Make `folder` hold `pages` and no stale page; a file that already says the same is not touched.

    Raises ValueError for pages that cannot stand side by side on every file system: our mistake, not the editor's.
    """
    wanted = _encode(pages)
    try:
        shelf = Shelf.open(folder)
    except UnusableShelfError as unusable:
        return Written(problems=(unusable.problem,))
    stale = sorted(shelf.made.keys() - wanted.keys())
    # First, so that a page may take the place of a folder that goes, or the reverse.
    removed = tuple(path for path in stale if shelf.remove(path))
    due = {path: data for path, data in sorted(wanted.items()) if shelf.wants(path, data)}
    shelf.announce(due)
    for path, data in due.items():
        shelf.put(path, data)
    shelf.close(wanted)
    return Written(written=tuple(due), removed=removed, problems=tuple(shelf.problems))


def write_new(path: Path, text: str) -> None:
    """Make an editor's file. Raises FileExistsError where there is one, unless nothing is in it."""
    if path.exists() and path.read_bytes().strip():
        raise FileExistsError(path)
    path.write_text(text, encoding="utf-8", newline="\n")


class UnusableShelfError(Exception):
    """The folder as a whole must not be written to."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(slots=True)
class Shelf:
    """The folder while it is being brought up to date."""

    folder: Path
    made: dict[PurePosixPath, set[str]]
    """Path → the hashes that a file may have and still be ours; two after a run that was cut short."""
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path) -> Shelf:
        """Read the manifest. Raises UnusableShelfError where it cannot be trusted, or `folder` is a link."""
        shelf = cls(folder, {})
        if folder.is_symlink():
            raise UnusableShelfError(
                shelf._problem(PurePosixPath(), "this is a link, and links are not followed", "Make it a folder.")
            )
        try:
            listing = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["pages"]
            shelf.made |= {_safe(PurePosixPath(name)): set(digests) for name, digests in listing.items()}
        except FileNotFoundError:
            pass
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            what = "the list of generated pages cannot be read"
            fix = "Delete the folder if you keep nothing of your own in it; it is made again."
            raise UnusableShelfError(shelf._problem(PurePosixPath(MANIFEST), what, fix)) from error
        return shelf

    def wants(self, path: PurePosixPath, data: bytes) -> bool:
        """Tell whether `path` has to be written and may be; reports what is in the way."""
        if obstacle := self._obstacle(path):
            self.problems.append(obstacle)
            return False
        target = self.folder / path
        if not target.exists():
            return True
        current = _digest(target.read_bytes())
        if current == _digest(data):
            return False
        if current not in self.made.get(path, ()):
            self.problems.append(self._not_ours(path))
            return False
        return True

    def announce(self, due: Mapping[PurePosixPath, bytes]) -> None:
        """Note what is about to be written, so that a run cut short leaves nothing that looks like handwork."""
        if due:
            for path, data in due.items():
                self.made.setdefault(path, set()).add(_digest(data))
            self._save()

    def put(self, path: PurePosixPath, data: bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)

    def remove(self, path: PurePosixPath) -> bool:
        """Delete a stale page and the folders it leaves empty; False where it is gone or not ours any more."""
        target = self.folder / path
        if obstacle := self._obstacle(path):
            self.problems.append(obstacle)
            return False
        if not target.exists():
            del self.made[path]
            return False
        if _digest(target.read_bytes()) not in self.made[path]:
            self.problems.append(self._not_ours(path))
            return False
        target.unlink()
        del self.made[path]
        for parent in target.relative_to(self.folder).parents[:-1]:
            if any((self.folder / parent).iterdir()):
                break
            (self.folder / parent).rmdir()
        return True

    def close(self, wanted: Mapping[PurePosixPath, bytes]) -> None:
        """Write the manifest: new hashes for what stands there now, the old ones for what was left alone."""
        blocked = {problem.path for problem in self.problems}
        for path, data in wanted.items():
            if self._shown(path) not in blocked:
                self.made[path] = {_digest(data)}
        self._save()

    def _save(self) -> None:
        pages = {str(path): sorted(digests) for path, digests in self.made.items()}
        text = json.dumps({"pages": pages}, indent=1, sort_keys=True) + "\n"
        target = self.folder / MANIFEST
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            self.folder.mkdir(parents=True, exist_ok=True)
            _replace(target, text.encode())

    def _obstacle(self, path: PurePosixPath) -> Problem | None:
        target = self.folder / path
        inside = os.path.normcase(os.path.join(os.path.realpath(self.folder), *path.parts))  # noqa: PTH118
        if os.path.normcase(os.path.realpath(target)) != inside:
            return self._problem(path, "a link leads away from here, and links are not followed", "Remove the link.")
        if target.is_dir() or any(p.exists() and not p.is_dir() for p in target.parents):
            return self._problem(path, "a file stands where a folder is needed, or the reverse", "Move it elsewhere.")
        return None

    def _not_ours(self, path: PurePosixPath) -> Problem:
        if path in self.made:
            what, fix = "this generated page was changed by hand since", "Move your text elsewhere and delete the file."
        else:
            what, fix = "a page should stand here, but this file was not generated", "Move it out of the folder."
        return self._problem(path, what, fix)

    def _shown(self, path: PurePosixPath) -> PurePosixPath:
        """As a reader of the repository would write it: `docs/stories/…`."""
        return PurePosixPath(self.folder.absolute().parent.name, self.folder.name, path)

    def _problem(self, path: PurePosixPath, what: str, fix: str) -> Problem:
        return Problem(self._shown(path), 1, what, fix)


def _encode(pages: Iterable[Page]) -> dict[PurePosixPath, bytes]:
    wanted: dict[PurePosixPath, bytes] = {}
    folded: set[str] = set()
    for page in pages:
        path = _safe(page.path)
        if str(path).casefold() in folded:
            raise ValueError(f"two pages for {path}, or two that differ in capitals only")
        lines = page.text.replace("\r\n", "\n") if path.suffix == ".csv" else page.text
        if "\r" in lines:
            raise ValueError(f"a carriage return in {path}")
        folded.add(str(path).casefold())
        wanted[path] = page.text.encode()
    return wanted


def _safe(path: PurePosixPath) -> PurePosixPath:
    if not path.parts or any(UNSAFE_NAME.fullmatch(part) for part in path.parts):
        raise ValueError(f"not a path that every file system can hold: {path}")
    return path


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _replace(target: Path, data: bytes) -> None:
    """Put `data` there in one step, so that a reader never sees half a page."""
    draft = target.with_name(f".{target.name}.draft")
    draft.unlink(missing_ok=True)
    with draft.open("xb") as file:
        file.write(data)
    draft.replace(target)
