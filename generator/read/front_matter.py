"""The lines of metadata between two `---` at the head of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import yaml

from generator.model import How
from generator.read.details import Metadata

# What the makers of sites call these things; the first name found counts.
NAMES = {
    "outlet": ("outlet", "publisher", "publication", "site", "site_name", "source"),
    "headline": ("headline", "title"),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link", "canonical_url", "original_url"),
    "published": ("published", "date", "publish_date", "pubdate", "published_at"),
    "language": ("language", "lang"),
}

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)

DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d])")


def front_matter(text: str) -> Metadata | None:
    """Return what the front matter says; None where the file has none. A day must be written 2020-03-09."""
    found = FRONT_MATTER.match(text)
    if found is None:
        return None
    try:
        # Scalars as they are written: `no` is a language and `1984` a title.
        loaded = yaml.load(found[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    return metadata_of(loaded, How.FRONT_MATTER) if isinstance(loaded, dict) else None


def metadata_of(values: Mapping[str, object], how: How) -> Metadata:
    """Pick the details out of keys and values, under the names that are usual for them."""
    given = {str(key).lower(): value for key, value in values.items()}
    words = {
        detail: next((w for name in names if (w := _words(given.get(name)))), None) for detail, names in NAMES.items()
    }
    url = words["url"]
    return Metadata(
        how=how,
        outlet=words["outlet"],
        headline=words["headline"],
        byline=words["byline"],
        url=url if url and re.fullmatch(r"https?://\S+", url) else None,
        published=day_of(words["published"]),
        language=words["language"],
    )


def day_of(written: str | None) -> date | None:
    """The day that an ISO date or time begins with, as it is written there, whatever its time zone."""
    found = DAY.match(written.strip()) if written else None
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _words(value: object) -> str | None:
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_words, value))) or None
    return " ".join(value.split()) or None if isinstance(value, str) else None
