"""What must hold of the repository as a whole: its layout, its workflows, its promises in prose."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from generator.cli import story_schema
from generator.model import (
    ActorKind,
    Certainty,
    FindingKind,
    FramingKind,
    How,
    Likeness,
    Naming,
    RemovalKind,
    StatementKind,
    StoryFile,
    WordingChange,
)

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator"

STAGES = {
    "read",
    "clean",
    "annotate",
    "curate",
    "compare",
    "render",
    "exports",
    "write",
    "evaluate",
}
SHELL = {"pipeline", "memory", "plugin", "cli", "measure", "__main__"}
"""The modules that put stages together."""


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts(*, seeds: bool = False) -> Iterator[tuple[Path, str]]:
    for path in tracked():
        if path == Path(__file__) or (not seeds and path.is_relative_to(ROOT / "seeds")):
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture


def stage_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "generator" and parts[1] in STAGES else None


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


@pytest.mark.parametrize("path", sorted(GENERATOR.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_stage_imports_another(path: Path) -> None:
    own = path.relative_to(GENERATOR).with_suffix("").parts[0]
    if own in SHELL:
        return
    for module in imported(path):
        stage = stage_of(module)
        assert stage in (None, own), f"{path.relative_to(ROOT)} imports {module}"


def test_the_model_and_the_errors_act_on_nothing() -> None:
    for path in [*(GENERATOR / "model").glob("*.py"), GENERATOR / "errors.py"]:
        outside = {module for module in imported(path) if module.startswith("generator") and "model" not in module}
        assert not outside, path


FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"(?<![\w.~])/(?:work|tmp|root|Users|home/\w+)/"),
    "the address of a package index": re.compile(
        r"--(?:extra-)?index-url|simple/?\s*$|\bpypi\.org/simple|/packages/[0-9a-f]{2}/"
    ),
    "the workplace": re.compile(
        r"\b(?:sub-?agent|co-?pilot|language model wrote)\b|\bfarm-(?:bench|studio)\b", re.IGNORECASE
    ),
    "a conflict that nobody settled": re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_in_the_repository_names(what: str) -> None:
    found = [
        (path.relative_to(ROOT), match.group()) for path, text in texts() for match in FORBIDDEN[what].finditer(text)
    ]
    assert not found


DEMO = re.compile(r"\b(?:Huawei|Blair|Bains|Freeland|Mnuchin|Sputnik|upnewsinfo)\b|MINIFYHTML[0-9a-f]", re.IGNORECASE)


def acting_strings(path: Path) -> Iterator[str]:
    """Yield the strings of a module that its code works with: docstrings may give the demo's names as examples."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def test_nothing_about_a_story_stands_in_the_generator() -> None:
    """The demo's facts are its editor's; the pipe must get it right without knowing it."""
    found = []
    for path, text in texts():
        if not path.is_relative_to(GENERATOR) or path.name == "newsrooms.toml":  # a general list, of which it is one
            continue
        working = acting_strings(path) if path.suffix == ".py" else [text]
        found += [(path.relative_to(ROOT), words) for words in working if DEMO.search(words)]
    assert not found


PRINTED: list[type[StrEnum]] = [
    StatementKind,
    Naming,
    FramingKind,
    ActorKind,
    Certainty,
    Likeness,
    WordingChange,
    FindingKind,
    RemovalKind,
    How,
]


@pytest.mark.parametrize("kind", [member for kinds in PRINTED for member in kinds], ids=repr)
def test_every_kind_of_mark_is_explained(kind: StrEnum) -> None:
    page = (ROOT / "docs/reading-the-marks.md").read_text(encoding="utf-8")
    explained = f"| {kind.value} |" in page if not isinstance(kind, How) else kind.value in " ".join(page.split())
    assert explained, f"reading-the-marks.md has no line for “{kind.value}”"


def test_every_key_of_a_story_file_is_explained() -> None:
    page = (ROOT / "docs/for-editors.md").read_text(encoding="utf-8")
    reference = page[page.index("## Reference") :]
    schema = StoryFile.model_json_schema()
    keys = {key for model in (schema, *schema["$defs"].values()) for key in model.get("properties", {})}
    assert {key for key in keys if f"`{key}`" not in reference and f"`{key}:" not in reference} == set()


def test_the_published_schema_is_that_of_the_model() -> None:
    published = (ROOT / "docs/assets/story.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == story_schema(), "run `twicetold schema > docs/assets/story.schema.json`"


def test_an_installed_package_has_all_its_files() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["*"]
    data = [path for path in tracked() if path.is_relative_to(GENERATOR) and path.suffix != ".py"]
    assert data
    assert not [path for path in data if not any(path.match(pattern) for pattern in patterns)]


def test_the_readme_sets_up_with_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```sh\n(.*?)```", readme, re.DOTALL)
    assert block
    assert block[1].splitlines() == ["make site", "make test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in ("site", "serve", "test"))


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_files_of_the_repository_lead_somewhere(path: str) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)#]+)", (ROOT / path).read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


SCHEMAS = {"workflows": "vendor.github-workflows", "ISSUE_TEMPLATE": "vendor.github-issue-forms"}


@pytest.mark.parametrize("folder", SCHEMAS)
def test_what_the_host_reads_is_valid(folder: str) -> None:
    files = sorted((ROOT / ".github" / folder).glob("*.yml"))
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[folder], *map(str, files)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_nothing_is_published_unchecked() -> None:
    workflow = (ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    assert "run: twicetold check --publish" in workflow
    assert workflow.index("check --publish") < workflow.index("upload-pages-artifact")


def pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*==[\w.]+", line) for line in pinned)
    names = [line.split("==")[0] for line in pinned]
    assert names == sorted(names)
    return dict(line.split("==") for line in pinned)


def test_every_direct_dependency_is_pinned_within_its_bounds() -> None:
    pinned = pins("requirements.txt") | pins("requirements-dev.txt")
    for line in requires("twicetold") or []:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            assert wanted.specifier.contains(pinned[re.sub(r"[-_.]+", "-", wanted.name).lower()]), line
