"""A server tells a story again when its folder holds something else, and only then."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import SeedError
from generator.memory import Memory
from generator.pipeline import Told, explain_all, tell
from generator.read import read_stories
from tests.sites import LEVY_A, break_story, levy


class Counted:
    """Tells stories, and notes the name of each that it was called for."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.memory = Memory(self._tell)

    def _tell(self, folder: Path, root: Path) -> Told:
        self.calls.append(folder.name)
        return tell(folder, root)

    def told_again(self, seeds: Path) -> list[str]:
        """Which stories were told at this build."""
        self.calls.clear()
        explain_all(read_stories(seeds), seeds.parent, self.memory)
        return list(self.calls)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    levy(tmp_path / "seeds", "bridge")
    levy(tmp_path / "seeds", "levy")
    return tmp_path / "seeds"


def edit(seeds: Path) -> None:
    (seeds / "levy/a.txt").write_text(LEVY_A.replace("Monday", "Friday"), encoding="utf-8")


def add_story_file(seeds: Path) -> None:
    (seeds / "levy/story.yaml").write_text("title: The levy\n", encoding="utf-8")


def rename(seeds: Path) -> None:
    (seeds / "levy/b.txt").rename(seeds / "levy/c.txt")


def swap(seeds: Path) -> None:
    """The same bytes under other names are another story: A is B."""
    left, right = (seeds / "levy/a.txt").read_bytes(), (seeds / "levy/b.txt").read_bytes()
    (seeds / "levy/a.txt").write_bytes(right)
    (seeds / "levy/b.txt").write_bytes(left)


def touch(seeds: Path) -> None:
    os.utime(seeds / "levy/a.txt", (0, 0))


def save_unchanged(seeds: Path) -> None:
    path = seeds / "levy/a.txt"
    path.write_bytes(path.read_bytes())


@pytest.mark.parametrize(
    ("change", "again"),
    [
        pytest.param(edit, ["levy"], id="an-edit"),
        pytest.param(add_story_file, ["levy"], id="a-new-file"),
        pytest.param(rename, ["levy"], id="a-new-name"),
        pytest.param(swap, ["levy"], id="two-files-swapped"),
        pytest.param(touch, [], id="a-new-time"),
        pytest.param(save_unchanged, [], id="saved-without-a-change"),
    ],
)
def test_one_edit_tells_one_story_again(seeds: Path, change: Callable[[Path], None], again: list[str]) -> None:
    counted = Counted()
    assert counted.told_again(seeds) == ["bridge", "levy"]
    assert counted.told_again(seeds) == []
    change(seeds)
    assert counted.told_again(seeds) == again
    assert counted.told_again(seeds) == []


def test_what_is_remembered_is_what_would_be_told(seeds: Path) -> None:
    memory = Memory(tell)
    explain_all(read_stories(seeds), seeds.parent, memory)
    edit(seeds)
    remembered = explain_all(read_stories(seeds), seeds.parent, memory)
    fresh = explain_all(read_stories(seeds), seeds.parent)
    assert list(remembered.pages()) == list(fresh.pages())
    assert remembered.told[0].pages is remembered.told[0].pages, "made once"


def test_a_broken_story_is_told_until_it_is_mended(seeds: Path) -> None:
    counted = Counted()
    break_story(seeds / "levy")
    assert counted.told_again(seeds) == ["bridge", "levy"]
    assert counted.told_again(seeds) == ["levy"]
    with pytest.raises(SeedError):
        counted.memory(seeds / "levy", seeds.parent)
    add_story_file(seeds)
    assert counted.told_again(seeds) == ["levy"]
    assert counted.told_again(seeds) == []
