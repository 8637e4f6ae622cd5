"""Take a picture of each kind of page: light and dark, wide and narrow, and as it prints.

`make screenshots` runs this; the pictures go to `screenshots/`, which is not kept in the repository.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import launch, serve
from tests.browser.kinds import page_kinds

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS_PX = (1440, 390)


def take(site: Path, out: Path) -> None:
    """Write `<page>-<width>-<scheme>.png` and `<page>-print.pdf` for each kind of page of a built site."""
    out.mkdir(parents=True, exist_ok=True)
    with serve(site) as address, sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        for kind in page_kinds(site):
            if kind == "404":  # its links hold only where the site is published
                continue
            take_page(browser, f"{address}{kind}.html", out / kind.replace("/", "_"))
        browser.close()


def take_page(browser: Browser, address: str, stem: Path) -> None:
    for width_px in WIDTHS_PX:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width_px, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(address, wait_until="load")
            page.screenshot(path=f"{stem}-{width_px}-{scheme}.png", full_page=True)
            if (width_px, scheme) == (WIDTHS_PX[0], SCHEMES[0]):
                page.pdf(path=f"{stem}-print.pdf", format="A4", margin={"top": "15mm", "bottom": "15mm"})
            context.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
