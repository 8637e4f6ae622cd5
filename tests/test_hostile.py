"""Nothing that an article, a page's metadata, an editor or a file's name says becomes markup in the built site."""

from __future__ import annotations

import json
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.sites import HOSTILE, LEVY_A, make_site, make_story

WORDS = (
    "</title></script><script>window.hostile = 1</script><img src=x onerror=alert(1)> "
    "{{ 7 * 7 }} \" &amp; ' [x](javascript:a)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_site(tmp_path_factory.mktemp("hostile"))
    said = escape(WORDS)
    saved = (
        f'<html><head><meta property="og:site_name" content="{said}"><meta name="author" content="{said}">'
        f"<title>{said}</title></head><body><article><h1>{said}</h1><p>The mayor said the bridge was closed on Monday "
        f"and would stay so.</p><p>{said}</p><blockquote><p>{said}</p></blockquote></article>"
        "</body></html>"
    )
    story = {
        "title": WORDS,
        "question": WORDS,
        "editor": {"name": WORDS},
        "selection": WORDS,
        "versions": [
            {"id": "a", "file": "a.html", "about": {"text": WORDS}},
            {"id": "b", "file": "b {{ 1 }} <b>.txt", "outlet": WORDS, "headline": WORDS, "byline": WORDS},
            {"id": "c", "file": "c.txt", "rests_on": {"publisher": WORDS, "why": WORDS}, "evidence": WORDS},
            {"id": "d", "file": "d.md"},
            {"id": "e", "file": "e.md"},
        ],
        "actors": {"ada": {"name": "Ada Byron", "role": WORDS, "also": [WORDS], "about": {"text": WORDS}}},
        "corrections": [{"version": "b", "quote": "“The levy is fair", "confirm": "statement", "why": WORDS}],
        "notes": [{"version": "b", "quote": "the river levy", "note": WORDS}],
        "elsewhere": [{"url": 'https://levy.example/"onmouseover="a', "publisher": WORDS, "says": WORDS}],
        "events": [{"text": WORDS, "earliest": "2024-05-02"}],
        "findings": [{"sentence": WORDS}],
        "exercises": [{"question": WORDS, "answer": WORDS}],
    }
    quoted = "The mayor wrote:\n\n" + "".join(f"> {line}\n" for line in HOSTILE.splitlines())
    files = {"a.html": saved, "b {{ 1 }} <b>.txt": LEVY_A, "c.txt": HOSTILE, "d.md": HOSTILE, "e.md": quoted}
    make_story(root / "seeds", "levy", files, json.dumps(story))
    config = load_config(str(root / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"


class Danger(HTMLParser):
    """Whatever would act when a browser reads it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.script_type: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.script_type = given.get("type") if tag == "script" else None
        for name, value in attrs:
            said = (value or "").strip().lower()
            if name.startswith("on") or said.startswith("javascript:") or "evil.example" in said or said == "classy":
                self.found.append(f"{tag} {name}={value}")
        if tag == "img" and given.get("src") == "x":
            self.found.append(tag)

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.script_type != "application/ld+json" and "window.hostile" in data:
            self.found.append(f"script {data}")


def dangers(html: str) -> list[str]:
    danger = Danger()
    danger.feed(html)
    return danger.found


def test_no_page_acts_on_what_it_shows(site: Path) -> None:
    pages = list((site / "stories/levy").rglob("*.html"))
    assert len(pages) > 10
    assert {str(page): found for page in pages if (found := dangers(page.read_text(encoding="utf-8")))} == {}
    assert dangers(f"<p>{WORDS}</p>"), "what is looked for would be found"


def test_the_words_are_shown_as_they_are(site: Path) -> None:
    for page in ("index", "version-a", "version-b", "version-c", "version-d", "version-e"):
        text = (site / f"stories/levy/{page}.html").read_text(encoding="utf-8")
        assert "{{ 7 * 7 }}" in unescape(text), page


def test_no_search_result_acts_on_what_it_shows(site: Path) -> None:
    """Titles and texts of the index are put into the list of results as HTML."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert not [entry["location"] for entry in index["docs"] if dangers(entry["title"]) or dangers(entry["text"])]
