"""Which files of a story's folder are articles, and what to do about the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import Problem
from generator.read.decoding import AS_TEXT
from generator.read.formats import SUFFIXES

STORY_FILE = "story.yaml"

# What systems and editors leave in folders, and what people write to each other there.
IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", "icon\r", "license", "licence", "license.txt", "licence.txt"})
IGNORED = re.compile(r"\.|~\$|readme\b|.*(~|\.bak|\.orig|\.swp|\.tmp)$", re.IGNORECASE)

# Windows hides suffixes, and so makes `story.yaml.txt`.
MISNAMED_STORY_FILE = re.compile(r".*\.ya?ml(\.txt)?|story\.(json|toml)", re.IGNORECASE)

NO_PICTURES = "Move it out of seeds/: pictures are not read."

MENDS = {
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".svg", ".tif", ".tiff"), NO_PICTURES),
    **dict.fromkeys((".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages"), AS_TEXT),
    **dict.fromkeys((".mhtml", ".mht", ".webarchive"), "Save the page as .html and remove this file."),
    ".jsonl": "Give each article a file of its own; .jsonl is for `analyze` and `evaluate`.",
}


@dataclass(frozen=True, slots=True)
class Contents:
    articles: tuple[Path, ...]
    """Sorted by name."""
    problems: tuple[Problem, ...]


def list_folder(folder: Path, shown: PurePosixPath) -> Contents:
    """List the articles of a story; `shown` is the folder as problems name it.

    Passed over in silence: hidden files, what systems leave behind, README and licence files, and the folder of
    pictures that a browser saves beside a page.
    """
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    articles = [entry for entry in entries if _is_article(entry)]
    others = [entry for entry in entries if entry not in articles and entry.name != STORY_FILE]
    return Contents(tuple(articles), tuple(_problems(others, articles, shown)))


def is_ignored(entry: Path) -> bool:
    return bool(IGNORED.match(entry.name)) or entry.name.lower() in IGNORED_NAMES


def _is_article(entry: Path) -> bool:
    return (
        entry.suffix.lower() in SUFFIXES
        and entry.is_file()
        and not is_ignored(entry)
        and not MISNAMED_STORY_FILE.fullmatch(entry.name)
    )


def _problems(others: list[Path], articles: list[Path], shown: PurePosixPath) -> Iterator[Problem]:
    if not articles and not any(entry.is_dir() or entry.suffix for entry in others):
        fix = f"Put two or more articles about one event into it: {', '.join(SUFFIXES)}."
        yield Problem(shown, 1, "there is no article in this folder", fix)
    for entry in articles:
        if not entry.name.isprintable():  # also names that are no Unicode
            what = "the name of this file holds characters that no page can show"
            yield Problem(shown / ascii(entry.name), 1, what, "Rename it.")
    for entry in others:
        if is_ignored(entry):
            continue
        path = shown / entry.name
        if entry.is_dir():
            if _holds_articles(entry) and not any(entry.name.startswith(article.stem) for article in articles):
                yield Problem(path, 1, "a folder inside a story is not read", f"Move its articles up into {shown}/.")
        elif MISNAMED_STORY_FILE.fullmatch(entry.name):
            yield Problem(path, 1, f"this file is not read: the name must be {STORY_FILE}", "Rename it.")
        else:
            suffix = entry.suffix.lower()
            what = f"no article can be read from a {suffix} file" if suffix else "a file without a suffix is not read"
            fix = MENDS.get(suffix, f"Save it as one of {', '.join(SUFFIXES)}, or move it elsewhere.")
            yield Problem(path, 1, what, fix)


def _holds_articles(folder: Path) -> bool:
    return any(path.suffix.lower() in SUFFIXES for path in folder.rglob("*"))
