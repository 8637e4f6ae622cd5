"""The demo site, built once and served under a sub-path on this machine, and a headless Chromium to read it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, BrowserType, Error, sync_playwright

from tests.sites import ROOT, make_site

SUB_PATH = "repo-name"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built demo site; it lies in a folder named like a repository."""
    root = make_site(tmp_path_factory.mktemp("demo"))
    shutil.copytree(ROOT / "seeds", root / "seeds", dirs_exist_ok=True)
    built = root / "served" / SUB_PATH
    os.environ["SITE_URL"] = f"http://localhost/{SUB_PATH}/"
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(built), strict=True)
    finally:
        del os.environ["SITE_URL"]
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return built


class Quiet(SimpleHTTPRequestHandler):
    """Like a host of static pages: an unknown address gets the site's own page for that."""

    def __init__(self, *args: Any, lost: Path, **kwargs: Any) -> None:
        self.lost = lost
        super().__init__(*args, **kwargs)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.lost.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@contextmanager
def serve(built: Path) -> Iterator[str]:
    """Serve a built site under the name of its folder, on this machine only; yield its address, with a slash."""
    handler = partial(Quiet, directory=str(built.parent), lost=built / "404.html")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{built.name}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(demo: Path) -> Iterator[str]:
    """Return where the demo is served, `http://127.0.0.1:<port>/repo-name/`."""
    with serve(demo) as address:
        yield address


def launch(chromium: BrowserType) -> Browser:
    """Start Chromium or Chrome of this system, else Playwright's own; raises playwright's `Error` without one."""
    found = next((path for name in NAMES if (path := shutil.which(name))), str(MAC) if MAC.exists() else None)
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return chromium.launch(executable_path=found, args=quiet if as_root else [])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium or Chrome; without one the test is skipped, and fails in CI."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright.chromium)
        except Error as error:
            if os.environ.get("TWICETOLD_REQUIRE_BROWSER") == "1":
                raise
            pytest.skip(f"no Chromium or Chrome to be found: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def browser_without_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()
