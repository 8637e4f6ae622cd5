"""axe-core finds nothing to complain of, on any kind of page, in either scheme, wide or narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from tests.browser.kinds import STORY, page_kinds

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
WIDE, NARROW = 1440, 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width_px", [WIDE, NARROW])
def test_axe_finds_no_violation(
    demo: Path, address: str, browser: Browser, scheme: Literal["light", "dark"], width_px: int
) -> None:
    context = browser.new_context(
        viewport={"width": width_px, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = []
    for kind in page_kinds(demo):
        page.goto(f"{address}{kind}.html")
        for violation in Axe().run(page, options=WCAG).response["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"][:3]]
            found.append(f"{kind}: {violation['id']}: {nodes}")
    context.close()
    assert not found, "\n".join(found)


def test_every_note_is_reached_by_keyboard(address: str, context: BrowserContext) -> None:
    """Each fold and each link of the notes can be focused, in the order of the text."""
    page = context.new_page()
    page.goto(f"{address}{STORY}/version-a.html")
    reachable = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll('.tt-notes summary, .tt-notes a')];
          const wanted = all.filter((e) => e.checkVisibility({ visibilityProperty: true }));
          return wanted.every((e) => { e.focus(); return document.activeElement === e; }) && wanted.length;
        }"""
    )
    assert reachable


def test_a_keyboard_goes_only_where_something_is_to_be_seen(address: str, context: BrowserContext) -> None:
    """At a width where Material keeps its menu in a drawer; the drawer opens by keyboard too, and closes."""
    page = context.new_page()
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(f"{address}{STORY}/version-a.html")
    focused = """() => {
      const e = document.activeElement, box = e.getBoundingClientRect();
      return [box.right > 0 && box.bottom > 0, e.className.replace('focus-visible', '').trim(), e.textContent.trim()];
    }"""
    names = []
    for _ in range(16):
        page.keyboard.press("Tab")
        seen, name, words = page.evaluate(focused)
        assert seen, (name, words)
        names.append(name)
    assert "tt-menu" in names
    assert "md-search__scrollwrap" not in names, "the empty panel of the search"
    page.locator(".tt-menu").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate(focused)[1] == "tt-menu"
    assert not page.locator("#__drawer").is_checked()


def test_focus_can_be_seen(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{address}{STORY}/version-a.html")
    page.locator(".tt-legend input").first.focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
