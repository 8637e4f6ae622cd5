"""Every page of the demo in a browser: it loads, asks nothing of another host, and no link of it leads nowhere."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

PAGES_AT_LEAST = 18


class Links(HTMLParser):
    """The ids of a page, and the addresses that it leads to or loads."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("href", "src") and value is not None:
                self.addresses.append(value)


def read_links(path: Path) -> Links:
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def pages(demo: Path) -> list[str]:
    found = sorted(path.relative_to(demo).as_posix() for path in demo.rglob("*.html"))
    assert len(found) >= PAGES_AT_LEAST
    return found


def test_no_internal_link_or_anchor_is_broken(demo: Path) -> None:
    """Markdown links are checked by MkDocs; those in the HTML of generated pages only here."""
    links = {page: read_links(demo / page) for page in pages(demo)}
    broken = []
    for page, found in links.items():
        for address in found.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or page == "404.html":
                continue
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(page), unquote(parts.path) or posixpath.basename(page))
            )
            if (demo / target).is_dir():
                target = posixpath.join(target, "index.html")
            exists = (demo / target).is_file() and not target.startswith("..")
            if not exists or (parts.fragment and target in links and unquote(parts.fragment) not in links[target].ids):
                broken.append((page, address))
    assert not broken


def test_no_id_stands_twice_on_a_page(demo: Path) -> None:
    for page in pages(demo):
        ids = [name for name in read_links(demo / page).ids if not name.startswith("__")]  # those are Material's
        assert len(ids) == len(set(ids)), (page, sorted(name for name in ids if ids.count(name) > 1))


def test_every_page_loads_without_a_complaint_or_a_request_elsewhere(
    demo: Path, address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    complaints = listen(page)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    for name in pages(demo):
        response = page.goto(address + name, wait_until="load")
        assert response
        assert response.ok, name
        assert page.locator("h1").first.is_visible(), name
    assert not complaints
    assert not [url for url in requested if not url.startswith((address, "data:", "blob:"))]


def test_every_page_opens_from_a_usb_stick(demo: Path, context: BrowserContext) -> None:
    page = context.new_page()
    complaints = listen(page)
    for name in pages(demo):
        if name != "404.html":  # only a server shows it, under any address, so its links are absolute
            page.goto((demo / name).as_uri(), wait_until="load")
            assert page.locator("h1").first.is_visible(), name
    assert not complaints


@pytest.mark.parametrize("from_stick", [False, True], ids=["server", "usb-stick"])
def test_search_finds_a_person(demo: Path, address: str, context: BrowserContext, from_stick: bool) -> None:
    page = context.new_page()
    complaints = listen(page)
    page.goto((demo / "index.html").as_uri() if from_stick else address)
    page.keyboard.press("/")
    page.keyboard.type("Navdeep Bains", delay=20)
    result = page.locator(".md-search-result__item").first
    result.wait_for()
    assert "Bains" in result.inner_text()
    assert not complaints


def test_a_wrong_address_deep_down_gets_a_styled_page(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    response = page.goto(address + "stories/nothing/at-all.html")
    assert response
    assert response.status == 404
    assert page.locator("h1").first.is_visible()
    styled = page.evaluate("getComputedStyle(document.querySelector('.md-header')).position")
    assert styled == "sticky"
    assert not failed


def test_everything_can_be_read_without_javascript(demo: Path, browser_without_script: BrowserContext) -> None:
    page = browser_without_script.new_page()
    for name in pages(demo):
        if name.startswith("stories/huawei-canada-5g/"):
            page.goto((demo / name).as_uri())
            hidden = page.locator("article details:not([open])").count()
            assert hidden == 0, f"{name}: {hidden} folds that nobody can open in print"


def listen(page: Page) -> list[str]:
    """Return the list that errors of the console and of scripts go to as they come."""
    complaints: list[str] = []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints
