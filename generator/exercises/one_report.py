"""Several versions that rest on one report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exercises.ground import Ground, stop, versions_named
from generator.model import Exercise, ExerciseKind, Skill

READ_SO = ", as the editor of this story reads them"


def one_report(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each report on which two versions at least rest, by the text or by the editor."""
    for report in ground.comparison.reports:
        letters = ground.version_letters(report.versions)
        evidence = ground.in_order(
            ground.sentence(chain.version, [relay.span for relay in chain.statement.relays])
            for chain in ground.chains
            if chain.version in report.versions and report.newsroom in chain.relays
        )
        if len(letters) > 1 and (evidence or report.by_editor):
            yield Exercise(
                kind=ExerciseKind.ONE_REPORT,
                skill=Skill.MULTIPLE,
                question=(
                    f"{versions_named(letters)} rest, for some of their words, on one report, that of {report.newsroom}"
                    f"{READ_SO if report.by_editor else ''}. How is this known? Where the versions agree on "
                    "these words, do they confirm each other?"
                ),
                answer=(
                    f"{stop(f'How it is known: {report.why}')}\nThey do not confirm each other: what comes from "
                    "one report counts once, however often it is repeated."
                ),
                evidence=evidence,
            )
