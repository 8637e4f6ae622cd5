"""Single articles for `analyze` and `evaluate`: a file, or the lines of a `.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.errors import Problem, SeedError
from generator.model import Format, How, Seed
from generator.read.files import load
from generator.read.formats import SUFFIXES
from generator.read.front_matter import metadata_of
from generator.read.seeds import seed_of


def read_articles(path: Path) -> Iterator[Seed]:
    """Yield the article of a text, Markdown or HTML file, or those of a `.jsonl` in the order of its lines.

    A record has `id`, `text` or `html`, and optionally `url`, `outlet`, `headline`, `published`; other keys are
    passed over. `Seed.id` is the record's id or the file's name without suffix, as it is; `Seed.letter` is empty.
    Raises SeedError for a file that cannot be read, and for a bad line when its turn comes.
    """
    shown = PurePosixPath(path.as_posix())
    suffix = path.suffix.lower()
    if suffix != ".jsonl" and suffix not in SUFFIXES:
        fix = f"Give one of {', '.join(SUFFIXES)}, .jsonl."
        raise SeedError([Problem(shown, 1, "this is no kind of file that articles are read from", fix)])
    loaded = load(path, shown, web_page=SUFFIXES.get(suffix) is Format.HTML)
    if suffix == ".jsonl":
        for number, line in enumerate(loaded.text.removeprefix("\ufeff").split("\n"), start=1):
            if line.strip():
                yield _record(line, number, shown)
        return
    yield seed_of(
        loaded.data,
        loaded.text,
        id=path.stem,
        letter="",
        path=shown,
        encoding=loaded.encoding,
        format=SUFFIXES[suffix],
    )


def _record(line: str, number: int, shown: PurePosixPath) -> Seed:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SeedError(
            [Problem(shown, number, f"this line is not JSON: {error}", "Write one object a line.")]
        ) from None
    text, html = (record.get("text"), record.get("html")) if isinstance(record, dict) else (None, None)
    given = text if isinstance(text, str) else html
    if not isinstance(given, str):
        what = "this record has neither a `text` nor an `html`"
        raise SeedError([Problem(shown, number, what, "Give one of the two as a string.")])
    return seed_of(
        given.encode("utf-8", "surrogatepass"),
        given,
        id=str(record.get("id", number)),
        letter="",
        path=shown,
        encoding="utf-8",
        format=Format.PLAIN if given is text else Format.HTML,
        record=metadata_of(record, How.RECORD),
    )
