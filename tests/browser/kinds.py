"""One page of each kind, for checks that take too long to run on every page."""

from __future__ import annotations

from pathlib import Path

STORY = "stories/huawei-canada-5g"
STORY_PAGES = (
    "index",
    "version-a",
    "version-b",
    "side-by-side",
    "timeline",
    "actors/index",
    "sourcing",
    "coverage",
    "exercises",
    "exercises-key",
    "record",
)
SITE_PAGES = (
    "index",
    "reading-the-marks",
    "glossary",
    "method",
    "for-teachers",
    "for-editors",
    "before-you-publish",
    "stories/index",
    "404",
)


def page_kinds(demo: Path) -> list[str]:
    """Addresses below the site, without their ending; one profile stands for all."""
    profiles = sorted((demo / STORY / "actors").glob("*.html"))
    profile = next(path.stem for path in profiles if path.stem != "index")
    return [*SITE_PAGES, *(f"{STORY}/{page}" for page in STORY_PAGES), f"{STORY}/actors/{profile}"]
