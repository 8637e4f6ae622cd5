"""Files as they are loaded: bytes and decoded text, or the problem that stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import Problem, SeedError
from generator.read.decoding import decode


@dataclass(frozen=True, slots=True)
class Loaded:
    data: bytes
    text: str
    encoding: str


def load(path: Path, shown: PurePosixPath, *, web_page: bool = False) -> Loaded:
    """Load a text file; raises SeedError where it cannot be read, or not without loss."""
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"this file cannot be read: {error.strerror}"
        raise SeedError([Problem(shown, 1, what, "Check its path and its permissions.")]) from None
    decoded = decode(data, web_page=web_page)
    if decoded.flaw:
        raise SeedError([Problem(shown, decoded.flaw.line, decoded.flaw.what, decoded.flaw.fix)])
    return Loaded(data, decoded.text, decoded.encoding)
