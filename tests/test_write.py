"""What `write_pages` may touch: its own pages, and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Page
from generator.write import MANIFEST, write_pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "docs" / "stories"


def pages(**texts: str) -> list[Page]:
    """One page a keyword: `levy__index="…"` is `levy/index.md`."""
    return [Page(PurePosixPath(name.replace("__", "/") + ".md"), text) for name, text in texts.items()]


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name != MANIFEST}


def test_writes_pages_with_line_feeds_and_nothing_else(folder: Path) -> None:
    written = write_pages(pages(index="All\n", levy__index="Zölle\n"), folder)
    assert [str(path) for path in written.written] == ["index.md", "levy/index.md"]
    assert (folder / "levy/index.md").read_bytes() == "Zölle\n".encode()
    assert names(folder) == {"index.md", "levy", "levy/index.md"}


def test_a_second_run_touches_no_file(folder: Path) -> None:
    write_pages(pages(index="All\n", levy__index="Levy\n"), folder)
    for path in folder.rglob("*"):
        os.utime(path, (0, 0))
    again = write_pages(pages(index="All\n", levy__index="Levy\n"), folder)
    assert (again.written, again.removed, again.problems) == ((), (), ())
    assert {path.stat().st_mtime for path in folder.rglob("*.*")} == {0}


def test_only_what_changed_is_written(folder: Path) -> None:
    write_pages(pages(index="All\n", levy__index="Levy\n"), folder)
    again = write_pages(pages(index="All\n", levy__index="Levy, revised\n"), folder)
    assert [str(path) for path in again.written] == ["levy/index.md"]
    assert (folder / "levy/index.md").read_text() == "Levy, revised\n"


def test_stale_pages_go_with_the_folders_they_leave_empty(folder: Path) -> None:
    write_pages(pages(index="All\n", levy__actors__ada="Ada\n"), folder)
    again = write_pages(pages(index="All\n"), folder)
    assert [str(path) for path in again.removed] == ["levy/actors/ada.md"]
    assert names(folder) == {"index.md"}


def test_a_stale_page_leaves_a_folder_that_holds_something_else(folder: Path) -> None:
    write_pages(pages(levy__index="Levy\n"), folder)
    (folder / "levy/mine.md").write_text("Mine")
    assert not write_pages([], folder).problems
    assert names(folder) == {"levy", "levy/mine.md"}


@pytest.mark.parametrize("next_pages", [pages(levy="New\n"), []], ids=["overwritten", "deleted"])
def test_a_page_changed_by_hand_is_kept_and_reported_each_time(folder: Path, next_pages: list[Page]) -> None:
    write_pages(pages(levy="Levy\n"), folder)
    (folder / "levy.md").write_text("By hand\n")
    for _ in range(2):
        written = write_pages(next_pages, folder)
        assert (written.written, written.removed) == ((), ())
        assert [str(problem.path) for problem in written.problems] == ["docs/stories/levy.md"]
        assert "changed by hand" in written.problems[0].what
        assert (folder / "levy.md").read_text() == "By hand\n"


def test_a_page_changed_by_hand_comes_back_once_it_is_deleted(folder: Path) -> None:
    write_pages(pages(levy="Levy\n"), folder)
    (folder / "levy.md").write_text("By hand\n")
    write_pages(pages(levy="New\n"), folder)
    (folder / "levy.md").unlink()
    assert not write_pages(pages(levy="New\n"), folder).problems
    assert (folder / "levy.md").read_text() == "New\n"


def test_a_file_that_was_never_generated_is_kept_and_reported(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "levy.md").write_text("Mine\n")
    for _ in range(2):
        written = write_pages(pages(levy="Levy\n"), folder)
        assert "was not generated" in written.problems[0].what
        assert (folder / "levy.md").read_text() == "Mine\n"
    assert not write_pages([], folder).removed
    assert (folder / "levy.md").exists()


def test_a_run_cut_short_leaves_nothing_that_looks_like_handwork(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages(pages(a="old a\n", b="old b\n"), folder)
    replace = Path.replace

    def stop_at_b(self: Path, target: Path) -> Path:
        if target.name == "b.md":
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stop_at_b)
    with pytest.raises(KeyboardInterrupt):
        write_pages(pages(a="new a\n", b="new b\n"), folder)
    monkeypatch.undo()
    assert [(folder / name).read_text() for name in ("a.md", "b.md")] == ["new a\n", "old b\n"]
    written = write_pages(pages(a="newer a\n", b="newer b\n"), folder)
    assert not written.problems
    assert names(folder) == {"a.md", "b.md"}, "no half-written file stays behind"


def test_no_link_is_followed(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.md").write_text("Kept\n")
    folder.mkdir(parents=True)
    (folder / "levy").symlink_to(elsewhere, target_is_directory=True)
    (folder / "index.md").symlink_to(elsewhere / "kept.md")
    written = write_pages(pages(index="All\n", levy__index="Levy\n"), folder)
    assert [str(problem.path) for problem in written.problems] == [
        "docs/stories/index.md",
        "docs/stories/levy/index.md",
    ]
    assert names(elsewhere) == {"kept.md"}
    assert (elsewhere / "kept.md").read_text() == "Kept\n"


def test_a_stale_page_behind_a_link_is_not_deleted(folder: Path, tmp_path: Path) -> None:
    write_pages(pages(levy__index="Levy\n"), folder)
    (folder / "levy").rename(tmp_path / "elsewhere")
    (folder / "levy").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    written = write_pages([], folder)
    assert "link" in written.problems[0].what
    assert (tmp_path / "elsewhere/index.md").exists()


def test_a_folder_that_is_a_link_itself_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder.parent.mkdir()
    folder.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert "link" in write_pages(pages(index="All\n"), folder).problems[0].what
    assert names(tmp_path / "elsewhere") == set()


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "{}", '{"pages": 3}', '{"pages": {"../../kept.md": ["x"]}}', '{"pages": {"/kept.md": ["x"]}}'],
)
def test_a_damaged_manifest_stops_everything(folder: Path, manifest: str) -> None:
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_text(manifest)
    written = write_pages(pages(index="All\n"), folder)
    assert str(written.problems[0].path) == f"docs/stories/{MANIFEST}"
    assert names(folder) == set()
    assert (folder / MANIFEST).read_text() == manifest


def test_a_lost_manifest_is_made_again_from_pages_that_still_say_the_same(folder: Path) -> None:
    write_pages(pages(index="All\n"), folder)
    (folder / MANIFEST).unlink()
    assert not write_pages(pages(index="All\n"), folder).problems
    assert set(json.loads((folder / MANIFEST).read_text())["pages"]) == {"index.md"}


@pytest.mark.parametrize("made", [pages(levy="File\n"), pages(levy__index="Folder\n")], ids=["file", "folder"])
def test_a_page_and_a_folder_may_change_places(folder: Path, made: list[Page]) -> None:
    write_pages(made, folder)
    for page in (Page(PurePosixPath("levy"), "x\n"), Page(PurePosixPath("levy.md/x.md"), "x\n")):
        assert not write_pages([page], folder).problems
        assert (folder / page.path).read_text() == "x\n"


def test_a_file_where_a_folder_is_needed_is_reported(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "levy").write_text("Mine")
    written = write_pages(pages(levy__index="Levy\n"), folder)
    assert "folder is needed" in written.problems[0].what
    assert (folder / "levy").read_text() == "Mine"


@pytest.mark.parametrize(
    "path",
    ["../up.md", "/etc/up.md", "a/../../up.md", "con.md", "a/NUL", "a:b.md", "a\\b.md", "dot./x.md", ".hidden", "a\nb"],
)
def test_a_path_that_some_system_cannot_hold_is_our_mistake(folder: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        write_pages([Page(PurePosixPath(path), "x\n")], folder)
    assert not folder.exists()


def test_two_pages_that_differ_in_capitals_only_are_our_mistake(folder: Path) -> None:
    with pytest.raises(ValueError, match="capitals"):
        write_pages(pages(Levy="x\n", levy="y\n"), folder)


texts = st.dictionaries(st.sampled_from(["a.md", "b.md", "x/a.md", "x/y/b.md"]), st.sampled_from(["1\n", "2\n"]))


@given(runs=st.lists(texts, max_size=4))
def test_after_any_runs_the_folder_holds_the_last_pages(
    runs: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("runs") / "docs" / "stories"
    for run in runs:
        assert not write_pages([Page(PurePosixPath(name), text) for name, text in run.items()], folder).problems
        held = {name for name in names(folder) if (folder / name).is_file()}
        assert {name: (folder / name).read_text() for name in held} == run
