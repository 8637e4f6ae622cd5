"""Nothing is wider than its page at any width, and no label leaves its box."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import STORY, page_kinds

WIDTHS_PX = (320, 390, 768, 1024, 1440, 1920)

# An element may be wider than the page only inside a container that scrolls by keyboard.
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (e) => e.closest('[tabindex="0"], .md-nav, .md-search, .md-tabs') !== null;
  return [...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > width + 1 && !scrolls(e))
    .map((e) => `${e.tagName}.${e.getAttribute('class')}: ${e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40)}`)
    .slice(0, 5);
}"""

# A label belongs to the nearest box before it in the same group.
LEAVES_ITS_BOX = """() => [...document.querySelectorAll('svg g')].flatMap((group) => {
  const box = [...group.children].find((e) => e.tagName === 'rect');
  if (!box) return [];
  const limits = box.getBoundingClientRect();
  return [...group.children].filter((e) => e.tagName === 'text').filter((text) => {
    const label = text.getBoundingClientRect();
    return label.left < limits.left - 1 || label.right > limits.right + 1;
  }).map((text) => text.textContent);
})"""


@pytest.mark.parametrize("width_px", WIDTHS_PX)
def test_no_element_is_wider_than_its_page(demo: Path, address: str, browser: Browser, width_px: int) -> None:
    context = browser.new_context(viewport={"width": width_px, "height": 900})
    page = context.new_page()
    found = []
    for kind in page_kinds(demo):
        page.goto(f"{address}{kind}.html")
        found += [f"{kind}: {element}" for element in page.evaluate(TOO_WIDE)]
        found += [f"{kind}: the label “{label}” leaves its box" for label in page.evaluate(LEAVES_ITS_BOX)]
    context.close()
    assert not found, "\n".join(found)


def test_text_twice_as_large_still_fits(demo: Path, address: str, browser: Browser) -> None:
    """WCAG 1.4.4: at 200 % on a laptop, which is a page half as wide with text twice the size."""
    context = browser.new_context(viewport={"width": 720, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    found = []
    for kind in (f"{STORY}/index", f"{STORY}/version-a", f"{STORY}/sourcing", f"{STORY}/coverage"):
        page.goto(f"{address}{kind}.html")
        found += [f"{kind}: {element}" for element in page.evaluate(TOO_WIDE)]
    context.close()
    assert not found, "\n".join(found)
