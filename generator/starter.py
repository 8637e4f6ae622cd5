"""A first `story.yaml` for a folder of articles, to be filled in by its editor."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model import Details, Seed, Story

HEAD = """\
# What only you can know. Every key may stay empty; the page "For editors" explains them all.
# yaml-language-server: $schema=../../docs/assets/story.schema.json
title: {title}
question:
editor:  # {{name: your name, url: your page}}
reviewed:  # the day on which you last read every page, 2024-05-12
selection:  # why these versions
versions:
"""

VERSION = """\
  - id: {id}
    file: {file}
    rights:  # full or excerpt
"""

ASKED = ("outlet", "headline", "byline", "url", "published")


def starter(story: Story) -> str:
    """Return a `story.yaml` that changes nothing: what the files say of themselves is not repeated as the editor's."""
    return HEAD.format(title=json.dumps(story.title, ensure_ascii=False)) + "".join(map(_version, story.seeds))


def _version(seed: Seed) -> str:
    file = json.dumps(seed.path.name, ensure_ascii=False)
    return VERSION.format(id=seed.id, file=file) + "".join(_details(seed.details))


def _details(details: Details) -> Iterator[str]:
    for name in ASKED:
        known = getattr(details, name)
        if known is None:
            yield f"    {name}:\n"
        else:
            value = known.date.isoformat() if name == "published" else known.value
            yield f"    # {name}: {json.dumps(value, ensure_ascii=False)}, from {known.how}\n"
