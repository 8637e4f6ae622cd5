"""What was told of a story before: a server builds at every edit, and an edit changes one story."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from generator.read import fingerprint

T = TypeVar("T")


class Memory(Generic[T]):
    """Calls `tell` for a folder only when its files are other ones than at the last call; to be called like it.

    What raises is not remembered, nor a folder with a file that cannot be read: the problem is told each time.
    """

    def __init__(self, tell: Callable[[Path, Path], T]) -> None:
        self._tell = tell
        self._told: dict[tuple[Path, Path], tuple[str, T]] = {}

    def __call__(self, folder: Path, root: Path) -> T:
        try:
            held = fingerprint(folder)  # before the files are read: an edit in between is told at the next call
        except OSError:
            return self._tell(folder, root)
        known = self._told.get((folder, root))
        if known is None or known[0] != held:
            known = self._told[folder, root] = (held, self._tell(folder, root))
        return known[1]
