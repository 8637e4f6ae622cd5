"""Reading beyond the versions: who is behind an outlet, and what others report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exercises.ground import Ground, day, listed
from generator.model import Exercise, ExerciseKind, Skill

ALONE = "Name one thing that it tells otherwise, or that this version does not tell."
TOGETHER = "Choose a point on which the versions differ, or that only one of them tells: what does it say there?"


def behind(ground: Ground) -> Iterator[Exercise]:
    """Yield one for all versions whose outlet the editor tells about."""
    told = {
        ground.letter(version.id): (version.article.seed.details.outlet, version.article.seed.details.about)
        for version in ground.versions.values()
    }
    known = {letter: (outlet, about) for letter, (outlet, about) in told.items() if about}
    if known:
        names = [f"{outlet.value} ({letter})" if outlet else letter for letter, (outlet, _) in known.items()]
        yield Exercise(
            kind=ExerciseKind.BEHIND,
            skill=Skill.INVESTIGATE,
            question=(
                f"Who is behind {listed(names)}? Look it up away from the outlet's own pages, then compare with what the "
                "editor of this story writes."
            ),
            answer=" ".join(
                f"{letter}: {about.text.rstrip('.')}{f' ({about.url})' if about.url else ''}."
                for letter, (_, about) in known.items()
            )
            + " These are the editor's words.",
            evidence=(),
        )


def elsewhere(ground: Ground) -> Iterator[Exercise]:
    """Yield one where the editor lists other reports of the event."""
    reports = ground.explained.story.editor.elsewhere
    if reports:
        names = list(dict.fromkeys(report.publisher for report in reports))
        task = ALONE if len(ground.versions) == 1 else TOGETHER
        told = [
            f"{report.publisher}{f', {day(report.date)}' if report.date else ''} ({report.url}): {report.says.rstrip('.')}."
            for report in reports
        ]
        yield Exercise(
            kind=ExerciseKind.ELSEWHERE,
            skill=Skill.FIND,
            question=f"Other reports of this event stand at {listed(names)}. Open one of them. {task}",
            answer=" ".join([*told, "These are the editor's words."]),
            evidence=(),
        )
