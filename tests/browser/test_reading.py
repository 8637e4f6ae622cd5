"""What the script adds for a reader: switches that are remembered, folds that print, and links that lead into them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

from tests.browser.kinds import STORY

KIB = 1024


def open_version(context: BrowserContext, address: str, fragment: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{address}{STORY}/version-a.html{fragment}")
    return page


def background(mark: Locator) -> str:
    return str(mark.evaluate("e => getComputedStyle(e).backgroundImage"))


def test_a_page_starts_with_few_kinds_of_marks_and_remembers_the_rest(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    framing = page.locator("[data-layer=framing] input")
    marked = page.locator(".tt-text .tt-framing").first
    assert not framing.is_checked()
    assert background(marked) == "none"
    assert page.locator("[data-layer=quote] input").is_checked()
    framing.check()
    assert "gradient" in background(marked)
    page.reload()
    assert framing.is_checked()
    assert "gradient" in background(marked)
    assert page.locator(".tt-n-framing").first.evaluate("e => getComputedStyle(e).display") == "block"


def test_all_kinds_of_marks_are_shown_or_hidden_at_once(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    boxes = page.locator("[data-layer] input").all()
    page.get_by_role("button", name="Show all").click()
    assert all(box.is_checked() for box in boxes)
    page.get_by_role("button", name="Show none").click()
    assert not any(box.is_checked() for box in boxes)
    page.get_by_role("button", name="Show fewer").click()
    assert {box.is_checked() for box in boxes} == {True, False}


def test_every_mark_and_note_is_printed(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    page.get_by_role("button", name="Show none").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "gradient" in background(page.locator(".tt-text .tt-framing").first)
    assert all(note.is_visible() for note in page.locator(".tt-note").all())


def test_a_sheet_without_marks_is_one_page(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    page.evaluate("window.print = () => undefined")
    page.get_by_role("button", name="without marks").click()
    page.emulate_media(media="print")
    assert background(page.locator(".tt-text .tt-framing").first) == "none"
    assert page.locator(".tt-note").first.is_hidden()
    assert page.locator(".tt-text .tt-p").first.is_visible()
    assert page.locator(".tt-made-by").is_visible()
    assert page.locator("[data-name=Published]").is_visible()
    assert pages_of(page) == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".tt-note").first.is_visible()


def pages_of(page: Page) -> int:
    return len(re.findall(rb"/Type */Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def test_print_is_short(address: str, context: BrowserContext) -> None:
    """Sheets of A4 at most: a class set of a 400-word article with all its notes should not take a ream."""
    page = context.new_page()
    found = {}
    for name, most in (("version-a", 6), ("version-b", 6), ("index", 3), ("exercises", 3)):
        page.goto(f"{address}{STORY}/{name}.html")
        found[name] = pages_of(page)
        assert found[name] <= most, found


def test_folds_are_closed_on_screen_and_open_in_print(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    assert page.locator("details[data-tt-fold][open]").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[data-tt-fold][open]").count() == 0


def test_notes_wait_below_their_paragraph_on_a_phone(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{STORY}/version-a.html#p3")
    notes = page.locator("#p2 .tt-note")
    assert notes.first.is_hidden()
    assert page.locator("#p3 .tt-note").first.is_visible(), "the paragraph that a link leads to"
    shown = page.locator("#p2 .tt-beside > summary")
    number = int(shown.inner_text().split()[0])
    shown.click()
    assert sum(note.is_visible() for note in notes.all()) == number
    page.set_viewport_size({"width": 1280, "height": 844})
    assert page.locator("#p4 .tt-note").first.is_visible()
    assert shown.is_hidden()


def test_every_mark_can_be_linked_to(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    lost = page.evaluate(
        """() => [...document.querySelectorAll('.tt-why a[href^="#"]')]
          .map((a) => a.getAttribute('href').slice(1)).filter((id) => document.getElementById(id) === null)"""
    )
    assert lost == []
    assert page.locator(".tt-why a").count() > 0


@pytest.mark.parametrize("width_px", [390, 1280])
def test_nothing_moves_while_a_page_loads(address: str, context: BrowserContext, width_px: int) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width_px, "height": 900})
    page.add_init_script(
        """window.shifted = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value; }))
          .observe({ type: 'layout-shift', buffered: true });"""
    )
    page.goto(f"{address}{STORY}/version-a.html", wait_until="load")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifted") < 0.01


def test_pages_are_light(demo: Path) -> None:
    """Sizes as a server sends them; a page's own part, our looks, our script, and what every page loads for search."""
    assert packed(demo / STORY / "version-a.html") <= 30 * KIB
    assert sum(packed(demo / "assets" / name) for name in ("twicetold.css", "comparison.css")) <= 12 * KIB
    assert sum(packed(demo / "assets" / name) for name in ("twicetold.js", "iframe-worker.js")) <= 8 * KIB
    pages = len(list(demo.rglob("*.html")))
    assert packed(demo / "search" / "search_index.json") <= 1.5 * KIB * pages


def test_a_version_page_with_all_that_it_loads_is_light(demo: Path, address: str, context: BrowserContext) -> None:
    """Material's own part included: its style sheets, its script, its search and the index."""
    page = context.new_page()
    loaded: set[str] = set()
    page.on("request", lambda request: loaded.add(urlsplit(request.url).path.removeprefix(f"/{demo.name}/")))
    page.goto(f"{address}{STORY}/version-a.html", wait_until="networkidle")
    assert f"{STORY}/version-a.html" in loaded
    assert sum(packed(demo / name) for name in loaded) <= 135 * KIB


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))
