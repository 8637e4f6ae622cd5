"""What the editor says of one version, applied before the versions are compared."""

from __future__ import annotations

from generator.curate.actors import name_actors, name_sources
from generator.curate.anchored import find_anchors, lost, place, problem
from generator.curate.corrections import NotApplicableError, correct
from generator.errors import Problem, SeedError
from generator.model import Annotated, Change, Span, Story


def curate_version(annotated: Annotated, story: Story) -> tuple[Annotated, tuple[Change, ...]]:
    """Apply the editor's actors and corrections to one version; return it with every change made.

    Corrections are applied in the order of the file, each to what the ones before left. Every anchor of the story file
    that names this version is looked up, those of notes, matches, events, findings and exercises too.
    Raises `SeedError` with all problems: words that are gone or stand twice, corrections of marks that are not there.
    """
    problems: list[Problem] = []
    placed: dict[str, Span] = {}
    for anchored in find_anchors(story):
        if anchored.anchor.version == annotated.id:
            try:
                placed[anchored.where] = place(anchored.anchor, annotated.article)
            except LookupError as error:
                problems.append(lost(story, anchored.where, annotated.id, error))
    version, named = name_actors(annotated, story.editor.actors)
    version, credited = name_sources(version, story.editor.actors)
    changes = [*named, *credited]
    for index, correction in enumerate(story.editor.corrections):
        where = f"corrections.{index}"
        if where in placed:
            try:
                version, what = correct(version, correction, placed[where], story.editor.actors)
            except NotApplicableError as error:
                problems.append(problem(story, where, error.what, error.fix))
            else:
                changes.append(Change(what=what, anchor=correction, why=correction.why))
    if problems:
        raise SeedError(sorted(problems, key=lambda found: found.line))
    return version, tuple(changes)
