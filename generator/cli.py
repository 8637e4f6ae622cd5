"""The command `twicetold`; the only module that prints.

Results go to standard output, progress and problems to standard error. Exit status: 0 all went well, 1 problems in
the input, 2 wrong usage.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import track

from generator import __version__
from generator.analysis import analyse
from generator.annotate import annotate
from generator.clean import clean
from generator.errors import Problem, SeedError
from generator.evaluate import Part, errors_lines
from generator.measure import Subject, keep, measure
from generator.model import Seed, StoryFile
from generator.phrases import count
from generator.pipeline import explain_all, generate
from generator.publishing import problems_before_publishing
from generator.read import STORY_FILE, read_articles, read_stories, read_story
from generator.starter import starter
from generator.write import write_new

T = TypeVar("T")

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="One story, told twice: shows who says what, and what differs between the versions.",
)
stderr = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)

Seeds = Annotated[
    Path, typer.Option(exists=True, file_okay=False, help="The folder of stories; each story is a folder in it.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bars and no summary.")]


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    if version:
        print(__version__)
        raise typer.Exit


@app.command("generate")
def generate_command(
    seeds: Seeds = Path("seeds"),
    docs: Annotated[Path, typer.Option(file_okay=False, help="Where MkDocs looks for pages.")] = Path("docs"),
    quiet: Quiet = False,
) -> None:
    """Write the pages of every story into docs/stories/ (mkdocs build does this by itself)."""
    site, written = generate(_progress(list(read_stories(seeds)), "Stories", quiet), _root(seeds), docs)
    if not quiet:
        stderr.print(f"{count(len(site.stories), 'story')}: {written}.")
    _exit_with([*site.problems, *written.problems])


@app.command()
def analyze(
    paths: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, metavar="PATH...", show_default=False)],
    quiet: Quiet = False,
) -> None:
    """Print what is known of each article as a line of JSON: .txt, .md, .html, or a .jsonl of articles."""
    problems: list[Problem] = []
    for seed in _progress(_read(paths, problems), "Articles", quiet or sys.stdout.isatty()):
        # Escaped: a record may hold half of a surrogate pair, which no encoding of a terminal can say.
        print(json.dumps(analyse(annotate(clean(seed)))))
    _exit_with(problems)


@app.command()
def check(
    seeds: Seeds = Path("seeds"),
    publish: Annotated[
        bool, typer.Option("--publish", help="Also refuse what must be settled before a site goes public.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Try every story without writing anything, and list every problem with its mend."""
    site = explain_all(_progress(list(read_stories(seeds)), "Stories", quiet), _root(seeds))
    pages = sum(1 for _ in site.pages())
    problems = list(site.problems)
    if publish:
        problems += (problem for explained in site.stories for problem in problems_before_publishing(explained.story))
    if not quiet:
        stderr.print(f"{count(len(site.stories), 'story')} can be built, {count(pages, 'file')}.")
    _exit_with(problems)


@app.command()
def new(
    folder: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, show_default=False, help="seeds/<your-story>")
    ],
) -> None:
    """Write a first story.yaml into a folder of articles, to be filled in."""
    path = folder / STORY_FILE
    try:
        story = read_story(folder, _root(folder.absolute().parent))
        # What the files say of themselves is known in full once they are cleaned.
        write_new(path, starter(replace(story, seeds=tuple(clean(seed).seed for seed in story.seeds))))
    except SeedError as error:
        _exit_with(error.problems)
    except FileExistsError:
        _exit_with([Problem(path, 1, "there is one already, which stays as it is", "Edit it.")])
    else:
        stderr.print(f"{path} is there. Fill in what you know; every key may stay empty.")


@app.command("evaluate")
def evaluate_command(
    subject: Annotated[Subject, typer.Argument(show_default=False)],
    gold: Annotated[Path, typer.Argument(exists=True, help="Articles marked by people.", show_default=False)],
    errors: Annotated[int, typer.Option(min=0, help="Examples to show of each class of error.")] = 0,
    part: Annotated[
        Part, typer.Option(help="Which articles: all, or a part chosen by a hash of their ids.")
    ] = Part.ALL,
    json_file: Annotated[
        Path | None, typer.Option("--json", dir_okay=False, help="Keep the figures in this file, under the subject.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Measure the rules against articles that people marked; the method page defines the figures."""
    try:
        with stderr.status("Measuring") if not quiet and stderr.is_terminal else nullcontext():
            measured = measure(subject, gold, part)
    except SeedError as error:
        _exit_with(error.problems)
        return
    except OSError as error:
        what = f"no gold for {subject} can be read here: {error.strerror}"
        _exit_with([Problem(gold, 1, what, "Give a file; for bodies, a folder.")])
        return
    for line in (*measured.lines, *(errors_lines(measured.errors, errors) if errors else ())):
        print(line)
    if json_file:
        keep(json_file, subject, gold, part, measured, date.today())


@app.command()
def schema() -> None:
    """Print the JSON Schema of story.yaml, for auto-completion in an editor."""
    print(json.dumps(story_schema(), indent=2, ensure_ascii=False))


def story_schema() -> dict[str, object]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **StoryFile.model_json_schema(),
        "title": "story.yaml of Twice Told",
    }


def main() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # also where the system's own encoding is another one
    app(prog_name="twicetold")


def _root(seeds: Path) -> Path:
    """Return the folder that paths in problems and pages start from: the one that holds `seeds/`."""
    return seeds.absolute().parent


def _read(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Seed]:
    """Yield the articles of all files; what is wrong with a file goes to `problems`, and the next one is read."""
    for path in paths:
        try:
            yield from read_articles(path)
        except SeedError as error:
            problems += error.problems


def _progress(items: Iterable[T], what: str, quiet: bool) -> Iterable[T]:
    """Show a bar where a person waits; nothing in a log file."""
    return track(items, what, console=stderr, transient=True, disable=quiet or not stderr.is_terminal)


def _exit_with(problems: Sequence[Problem]) -> None:
    for problem in problems:
        stderr.print(str(problem))
    if problems:
        raise typer.Exit(1)
