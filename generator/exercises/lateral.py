"""Reading beyond the versions: who is behind an outlet, and what others report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exercises.ground import Ground, stop
from generator.model import About, Elsewhere, Exercise, ExerciseKind, Skill
from generator.phrases import day, listed

ALONE = "What do they tell that this version does not tell, or tells otherwise?"
TOGETHER = "What do they say where the versions differ?"


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
                f"Who is behind {listed(names)}? Read what the editor of this story writes on the pages of the "
                f"versions. To check it, you have to leave this site{_addresses(known.values())}. Where would you look?"
            ),
            answer="\n".join(
                [
                    *(
                        stop(f"{letter}, says the editor: {about.text}{f' ({about.url})' if about.url else ''}")
                        for letter, (_, about) in known.items()
                    ),
                    "It can be checked away from the outlet's own pages: in what others write about it.",
                ]
            ),
            evidence=(),
        )


def _addresses(told: Iterable[tuple[object, About | None]]) -> str:
    urls = [about.url for _, about in told if about and about.url]
    return f": for instance to {listed(urls)}" if urls else ""


def elsewhere(ground: Ground) -> Iterator[Exercise]:
    """Yield one where the editor lists other reports of the event."""
    reports = ground.explained.story.editor.elsewhere
    if reports:
        names = list(dict.fromkeys(f"{report.publisher} ({report.url})" for report in reports))
        task = ALONE if len(ground.versions) == 1 else TOGETHER
        told = [stop(f"{_cited(report)}, says the editor: {report.says}") for report in reports]
        yield Exercise(
            kind=ExerciseKind.ELSEWHERE,
            skill=Skill.FIND,
            question=(
                f"For this question you leave this site. The editor found other reports of this event: "
                f"{'; '.join(names)}. Open one of them. {task}"
            ),
            answer="\n".join(told),
            evidence=(),
        )


def _cited(report: Elsewhere) -> str:
    on = f", {day(report.date)}" if report.date else ""
    return f"{report.publisher}{on} ({report.url})"
