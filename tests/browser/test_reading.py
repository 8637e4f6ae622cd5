"""What the script adds for a reader: switches that are remembered, folds that print, and links that lead into them."""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.browser.kinds import STORY

KIB = 1024


def open_version(context: BrowserContext, address: str, fragment: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{address}{STORY}/version-a.html{fragment}")
    return page


def test_a_layer_that_is_switched_off_stays_off(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    framing = page.locator("[data-layer=framing] input")
    marked = page.locator(".tt-text .tt-framing").first
    assert "gradient" in marked.evaluate("e => getComputedStyle(e).backgroundImage")
    framing.uncheck()
    assert marked.evaluate("e => getComputedStyle(e).backgroundImage") == "none"
    page.reload()
    assert not framing.is_checked()
    assert marked.evaluate("e => getComputedStyle(e).backgroundImage") == "none"
    assert page.locator(".tt-n-framing").first.is_hidden()


def test_folds_are_closed_on_screen_and_open_in_print(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    assert page.locator("details[data-tt-fold][open]").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details[data-tt-fold]:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[data-tt-fold][open]").count() == 0


def test_every_mark_can_be_linked_to(address: str, context: BrowserContext) -> None:
    page = open_version(context, address)
    lost = page.evaluate(
        """() => [...document.querySelectorAll('.tt-why a[href^="#"]')]
          .map((a) => a.getAttribute('href').slice(1)).filter((id) => document.getElementById(id) === null)"""
    )
    assert lost == []
    assert page.locator(".tt-why a").count() > 0


def test_nothing_moves_while_a_page_loads(address: str, context: BrowserContext) -> None:
    page = context.new_page()
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


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))
