"""Whole stories as they come out, reviewed as prose: what changes here changes what readers are told.

`pytest tests/test_golden.py --rewrite-golden` writes the pages anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import __version__
from generator.model import Page
from generator.pipeline import explain
from generator.render import render

GOLDEN = Path(__file__).parent / "golden"
STORIES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())


def pages_of(story: str) -> dict[str, str]:
    """The Markdown of each page by its path below the story; the version of the generator is left open."""
    root = GOLDEN / story
    pages: tuple[Page, ...] = render(explain(root / "seeds" / story, root))
    return {str(page.path.relative_to(story)): page.text.replace(__version__, "VERSION") for page in pages}


@pytest.mark.parametrize("story", STORIES)
def test_pages_are_as_they_were_reviewed(story: str, request: pytest.FixtureRequest) -> None:
    folder = GOLDEN / story / "pages"
    pages = pages_of(story)
    if request.config.getoption("--rewrite-golden"):
        for old in folder.rglob("*.md"):
            old.unlink()
        for path, text in pages.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    assert sorted(pages) == sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    for path, text in pages.items():
        assert text == (folder / path).read_text(encoding="utf-8"), path


@pytest.mark.parametrize("story", STORIES)
def test_the_same_input_gives_the_same_pages(story: str) -> None:
    assert pages_of(story) == pages_of(story)
