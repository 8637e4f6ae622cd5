"""Bytes of one file → `Seed`."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from generator.model import Format, Seed, VersionEntry
from generator.read.details import Metadata, details
from generator.read.formats import open_text


def seed_of(
    data: bytes,
    text: str,
    *,
    id: str,  # noqa: A002 - as in Seed
    letter: str,
    path: PurePosixPath,
    encoding: str,
    format: Format,  # noqa: A002 - as in Seed
    entry: VersionEntry | None = None,
    record: Metadata | None = None,
) -> Seed:
    """Make the seed of `data`, decoded as `text`; `entry` is what the editor says of it, `record` what it came with."""
    url = entry.url if entry else record.url if record else None
    opened = open_text(text, format, url)
    said = (record, opened.metadata) if record else (opened.metadata,)
    return Seed(
        id=id,
        letter=letter,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        encoding=encoding,
        format=format,
        text=opened.text,
        body=opened.body,
        headings=opened.headings,
        quotes=opened.quotes,
        details=details(entry, said, opened.prose),
        furniture=entry.furniture if entry else (),
    )
