"""MkDocs with the plugin: what a build writes, what it warns of, and how often a server builds."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator import pipeline
from generator.model import Explained
from generator.pipeline import explain
from tests.sites import break_story, levy, make_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return make_site(tmp_path)


def build_site(site: Path, *, strict: bool = False) -> None:
    config = load_config(str(site / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def test_a_build_generates_the_stories_first(site: Path) -> None:
    levy(site / "seeds")
    build_site(site, strict=True)
    assert (site / "docs/stories/levy/index.md").exists()
    assert (site / "site/stories/levy/index.html").exists()
    assert (site / "site/stories/levy/data/story.json").exists()


def test_a_site_without_a_story_is_built(site: Path) -> None:
    build_site(site, strict=True)
    assert (site / "site/stories/index.html").exists()


def test_a_broken_story_warns_and_stops_a_strict_build_only(site: Path, caplog: pytest.LogCaptureFixture) -> None:
    levy(site / "seeds", "bridge")
    break_story(levy(site / "seeds"))
    build_site(site)
    assert "seeds/levy/story.yaml:1: " in caplog.text
    assert (site / "site/stories/bridge/index.html").exists()
    assert not (site / "site/stories/levy").exists()
    with pytest.raises(Abort) as aborted:
        build_site(site, strict=True)
    assert aborted.value.code == 1


def test_builds_of_one_server_explain_only_what_changed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    explained: list[str] = []

    def count(folder: Path, root: Path) -> Explained:
        explained.append(folder.name)
        return explain(folder, root)

    monkeypatch.setattr(pipeline, "explain", count)
    levy(site / "seeds", "bridge")
    edited = levy(site / "seeds")
    config = load_config(str(site / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    build(config)
    (edited / "b.txt").write_text("The bridge is closed.\n", encoding="utf-8")
    build(config)
    assert explained == ["bridge", "levy", "levy"]
    assert "The bridge is closed." in (site / "docs/stories/levy/version-b.md").read_text(encoding="utf-8")


def test_the_navigation_stays_short(site: Path) -> None:
    for number in range(3):
        levy(site / "seeds", f"levy-{number}")
    build_site(site, strict=True)
    page = (site / "site/stories/levy-0/index.html").read_text(encoding="utf-8")
    sidebar = page[page.index('data-md-component="sidebar"') : page.index("<article")]
    assert "levy-1" not in sidebar


def test_the_settings_ask_nothing_of_another_host(site: Path) -> None:
    settings = yaml.load((site / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert settings["theme"]["font"] == "false"
    assert settings["use_directory_urls"] == "false"
    assert "repo_url" not in settings
    assert settings["extra"]["generator"] == "false"
    assert "navigation.instant" not in settings["theme"]["features"]


class Server:
    """`mkdocs serve` in a process of its own; counts its builds by what it says."""

    def __init__(self, site: Path, *options: str) -> None:
        address = "127.0.0.1:0"
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", address, *options],
            cwd=site,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self.changed = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self.changed:
                self.lines.append(line)
                self.changed.notify_all()

    def count(self, words: str) -> int:
        return sum(words in line for line in self.lines)

    def wait_for(self, words: str, times: int = 1, seconds: float = 60) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.count(words) >= times, seconds)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


BUILT = "Documentation built in"
QUIET_SECONDS = 3.0
"""A change is seen within 1.4 seconds and a build of a small site takes one; nothing for this long means at rest."""


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    levy(site / "seeds")
    server = Server(site)
    yield server
    server.stop()


def at_rest(server: Server) -> int:
    """Wait until no further build comes; return how many there were."""
    builds = server.count(BUILT)
    while server.wait_for(BUILT, builds + 1, QUIET_SECONDS):
        builds = server.count(BUILT)
    return builds


def test_serving_builds_once_and_then_at_most_twice_an_edit(server: Server, site: Path) -> None:
    assert server.wait_for("Serving on"), server.lines
    assert at_rest(server) == 1, "no edit, no build"
    article = site / "seeds/levy/a.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("fair", "right"), encoding="utf-8")
    assert server.wait_for(BUILT, 2), server.lines
    assert at_rest(server) <= 3
    assert "right" in (site / "docs/stories/levy/version-a.md").read_text(encoding="utf-8")


def test_serving_goes_on_when_a_story_breaks(server: Server, site: Path) -> None:
    assert server.wait_for("Serving on"), server.lines
    break_story(site / "seeds/levy")
    assert server.wait_for("seeds/levy/story.yaml:1: "), server.lines
    at_rest(server)
    assert server.process.poll() is None
    builds = server.count(BUILT)
    (site / "seeds/levy/story.yaml").write_text("title: The levy\n", encoding="utf-8")
    assert server.wait_for(BUILT, builds + 1), server.lines
    at_rest(server)
    assert (site / "docs/stories/levy/index.md").exists()


def test_even_a_strict_server_goes_on(site: Path) -> None:
    break_story(levy(site / "seeds"))
    server = Server(site, "--strict")
    try:
        assert server.wait_for("Serving on"), server.lines
        assert server.count("seeds/levy/story.yaml:1: ")
    finally:
        server.stop()
