"""`citations.json`: the versions as CSL-JSON (Citation Style Language), for reference managers."""

from __future__ import annotations

from typing import Any

from generator.model import Annotated, BlockKind
from generator.shown_story import ShownStory, to_json


def citations(story: ShownStory) -> str:
    """Return an `article-newspaper` for each version, by letter; what is not known is left out."""
    return to_json([_citation(story, version) for version in story.explained.versions])


def _citation(story: ShownStory, version: Annotated) -> dict[str, Any]:
    details = version.article.seed.details
    on = details.published.date if details.published else None
    known = {
        "title": details.headline.value if details.headline else _headline(story, version),
        "author": [{"literal": details.byline.value}] if details.byline else None,
        "container-title": details.outlet.value if details.outlet else None,
        "issued": {"date-parts": [[on.year, on.month, on.day]]} if on else None,
        "URL": details.url.value if details.url else None,
        "archive_location": details.archived,
        "language": None if details.language.value.startswith("und") else details.language.value,
    }
    start = {"id": f"{story.explained.story.slug}-{version.id}", "type": "article-newspaper"}
    return start | {name: value for name, value in known.items() if value}


def _headline(story: ShownStory, version: Annotated) -> str | None:
    blocks = (block.span for block in version.article.blocks if block.kind is BlockKind.HEADLINE)
    return next((story.texts[version.id].words(span) for span in blocks), None)
