"""The command `twicetold`: what it prints where, and how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner, Result

from generator import __version__
from generator.cli import app
from generator.read import read_story
from tests.sites import LEVY_A, ROOT, break_story, levy, make_story

DEMO = ROOT / "seeds/huawei-canada-5g"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def test_generate_writes_the_pages(seeds: Path, tmp_path: Path) -> None:
    levy(seeds)
    result = run("generate", "--seeds", seeds, "--docs", tmp_path / "docs")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("1 story: ")
    assert (tmp_path / "docs/stories/levy/index.md").exists()


@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_problem_is_told_with_its_place_and_its_mend(command: str, seeds: Path, tmp_path: Path) -> None:
    levy(seeds, "bridge")
    break_story(levy(seeds))
    options: list[str | Path] = ["--docs", tmp_path / "docs"] if command == "generate" else []
    result = run(command, "--quiet", "--seeds", seeds, *options)
    assert result.exit_code == 1
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("seeds/levy/story.yaml:1: ")
    assert lines[0].endswith("Did you mean 'title'?")


def test_generate_tells_of_a_page_changed_by_hand(seeds: Path, tmp_path: Path) -> None:
    levy(seeds)
    run("generate", "--seeds", seeds, "--docs", tmp_path / "docs")
    (tmp_path / "docs/stories/levy/index.md").write_text("Mine\n")
    result = run("generate", "-q", "--seeds", seeds, "--docs", tmp_path / "docs")
    assert result.exit_code == 1
    assert result.stderr.startswith("docs/stories/levy/index.md:1: this generated page was changed by hand")


def test_check_writes_nothing(seeds: Path, tmp_path: Path) -> None:
    levy(seeds)
    before = sorted(tmp_path.rglob("*"))
    assert run("check", "--seeds", seeds).exit_code == 0
    assert sorted(tmp_path.rglob("*")) == before


STORY = """versions:
  - id: a
    file: a.txt
    rights: excerpt
  - id: b
    file: b.txt
"""


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        pytest.param("", {"seeds/levy:1"}, id="no-story-file"),
        pytest.param(STORY, {"seeds/levy/story.yaml:5"}, id="one-undecided"),
        pytest.param(STORY + "    rights: full\n", set(), id="decided"),
    ],
)
def test_publishing_wants_rights_decided(story: str, lines: set[str], seeds: Path) -> None:
    make_story(seeds, "levy", {"a.txt": LEVY_A, "b.txt": LEVY_A}, story)
    assert run("check", "--seeds", seeds).exit_code == 0
    result = run("check", "--publish", "--quiet", "--seeds", seeds)
    assert {line.rsplit(": ", 1)[0].split(": ")[0] for line in result.stderr.splitlines()} == lines
    assert result.exit_code == bool(lines)


def test_a_story_told_once_is_not_published(seeds: Path) -> None:
    make_story(seeds, "levy", {"a.txt": LEVY_A}, "versions: [{id: a, file: a.txt, rights: full}]\n")
    assert run("check", "--seeds", seeds).exit_code == 0
    result = run("check", "--publish", "--quiet", "--seeds", seeds)
    assert result.exit_code == 1
    assert "seeds/levy/story.yaml:1: this story has one version only" in result.stderr


def test_the_demo_may_be_published(tmp_path: Path) -> None:
    shutil.copytree(DEMO, tmp_path / "seeds" / DEMO.name)
    result = run("check", "--publish", "--seeds", tmp_path / "seeds")
    assert result.exit_code == 0, result.stderr


def test_analyze_prints_a_line_an_article_with_offsets_into_the_file() -> None:
    files = sorted(DEMO.glob("*.txt"))
    result = run("analyze", "--quiet", *files)
    assert result.exit_code == 0
    assert result.stderr == ""
    for path, line in zip(files, result.stdout.splitlines(), strict=True):
        article = json.loads(line)
        assert article["text"] == path.read_bytes().decode()
        assert {"id", "outlet", "published", "blocks", "statements", "actors", "times", "framing"} <= article.keys()
        assert article["statements"], "an article with statements"
        for statement in article["statements"]:
            assert {
                "kind",
                "content",
                "source",
                "cue",
                "speaker",
                "named",
                "relays",
                "sure",
                "rule",
            } <= statement.keys()
        for actor in article["actors"]:
            mentions = [article["text"][place["start"] : place["end"]] for place in actor["mentions"]]
            assert actor["name"] in [" ".join(mention.split()) for mention in mentions]


def test_analyze_reads_records_and_keeps_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    records = [
        {"id": "one", "text": "He left on Monday.\r\n\r\n“Stay,” she said.", "published": "2020-03-11"},
        {"id": "half", "text": "An emoji 😀 and half of one \ud83d on Monday."},
        {
            "id": "two",
            "html": "<html><body><article><p>The mayor said the bridge was closed.</p></article></body></html>",
        },
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    one, half, two = map(json.loads, run("analyze", path).stdout.splitlines())
    assert (one["id"], one["text"]) == ("one", records[0]["text"])
    assert one["published"] == {"value": "2020-03-11", "how": "record"}
    monday = one["times"][0]
    assert one["text"][monday["start"] : monday["end"]] == "Monday"
    assert monday["value"] == "2020-03-09"
    assert half["text"] == records[1]["text"]
    monday = half["times"][0]
    assert half["text"][monday["start"] : monday["end"]].endswith("Monday"), "code points, not bytes or UTF-16 units"
    assert two["text"].strip() == "The mayor said the bridge was closed."


def test_analyze_goes_on_after_a_file_that_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("not JSON\n")
    (tmp_path / "good.txt").write_text("The bridge is closed.")
    result = run("analyze", "-q", tmp_path / "bad.jsonl", tmp_path / "good.txt")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["good"]
    assert f"{(tmp_path / 'bad.jsonl').as_posix()}:1: " in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("analyse",),
        ("analyze",),
        ("analyze", "no-such-file.txt"),
        ("check", "--seeds", "no-such-folder"),
        ("evaluate", "nonsense", "."),
        ("generate", "--nonsense"),
    ],
)
def test_wrong_usage_ends_with_two(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_new_story_file_changes_nothing(seeds: Path, tmp_path: Path) -> None:
    folder = make_story(seeds, "levy", {"a.txt": LEVY_A, "b {x}: #1.txt": LEVY_A, "c.md": "---\ntitle: Levy\n---\nA."})
    before = read_story(folder, tmp_path)
    result = run("new", folder)
    assert result.exit_code == 0
    after = read_story(folder, tmp_path)
    assert (after.title, after.seeds) == (before.title, before.seeds)
    assert [entry.file for entry in after.editor.versions] == ["a.txt", "b {x}: #1.txt", "c.md"]


def test_a_new_story_file_tells_what_stands_above_an_article(seeds: Path) -> None:
    folder = make_story(seeds, "levy", {"a.txt": f"Levy to rise in May\nBy Jane Roe\n14 May 2024\n\n{LEVY_A}"})
    assert run("new", folder).exit_code == 0
    written = (folder / "story.yaml").read_text(encoding="utf-8")
    assert '# headline: "Levy to rise in May", from the line above the article' in written
    assert '# byline: "Jane Roe", from a line of the text that names the author' in written
    assert '# published: "2024-05-14", from a line of the text that gives the date' in written


def test_a_new_story_file_never_takes_the_place_of_another(seeds: Path) -> None:
    folder = make_story(seeds, "levy", {"a.txt": LEVY_A, "story.yaml": "title: The levy\n"})
    result = run("new", folder)
    assert result.exit_code == 1
    assert "story.yaml:1: there is one already" in result.stderr
    assert (folder / "story.yaml").read_text(encoding="utf-8") == "title: The levy\n"


def test_a_new_story_file_takes_the_place_of_an_empty_one(seeds: Path) -> None:
    folder = make_story(seeds, "levy", {"a.txt": LEVY_A, "story.yaml": ""})
    assert run("new", folder).exit_code == 0
    assert "a.txt" in (folder / "story.yaml").read_text(encoding="utf-8")


GOLD = {
    "id": "levy",
    "text": "“The levy is fair,” Ada Byron said.",
    "gold": [{"source": [[20, 29]], "cue": [[30, 34]], "content": [[0, 19]]}],
}


def test_evaluate_prints_figures_and_keeps_them(tmp_path: Path) -> None:
    gold, kept = tmp_path / "gold.jsonl", tmp_path / "measured.json"
    gold.write_text(json.dumps(GOLD) + "\n")
    kept.write_text('{"times": {"kept": true}}')
    result = run("evaluate", "statements", gold, "--errors", "2", "--json", kept)
    assert result.exit_code == 0, result.stderr
    assert "words a second" in result.stdout
    measured = json.loads(kept.read_text())
    assert measured["times"] == {"kept": True}
    assert measured["statements"]["corpus"] == "gold"
    assert measured["statements"]["quoted"]["content_and_source"]["wanted"] == 1


def test_evaluate_says_what_is_wrong_with_the_gold(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(GOLD) + "\nnot JSON\n")
    result = run("evaluate", "statements", gold)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{gold}:2: ")
    assert run("evaluate", "times", gold).stderr.startswith(f"{gold}:1: "), "gold of another kind"
    assert run("evaluate", "bodies", gold).exit_code == 1


def test_the_schema_accepts_the_demo_and_refuses_a_slip() -> None:
    schema = json.loads(run("schema").stdout)
    story = yaml.load((DEMO / "story.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    jsonschema.validate(story, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"titel": "Levy"}, schema)


def test_the_version_is_told() -> None:
    assert run("--version").stdout.strip() == __version__


def test_the_module_is_the_command() -> None:
    told = subprocess.run([sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == __version__
