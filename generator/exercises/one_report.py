"""Several versions that rest on one report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exercises.ground import Ground, versions_named
from generator.model import Exercise, ExerciseKind, Skill

BOTH = ("both", "does one confirm the other")
ALL = ("all", "do they confirm each other")


def one_report(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each report on which two versions at least rest, by the text or by the editor."""
    for report in ground.comparison.reports:
        letters = ground.version_letters(report.versions)
        evidence = ground.in_order(
            ground.sentence(chain.version, [relay.span for relay in chain.statement.relays])
            for chain in ground.comparison.chains
            if chain.version in report.versions and report.newsroom in chain.relays
        )
        if len(letters) > 1 and (evidence or report.by_editor):
            both, confirm = ALL if letters[2:] else BOTH
            opinion = " That is the editor's reading." if report.by_editor else ""
            yield Exercise(
                kind=ExerciseKind.ONE_REPORT,
                skill=Skill.MULTIPLE,
                question=(
                    f"{versions_named(letters)} {both} carry words that go back to {report.newsroom}. "
                    f"Where they agree on these words, {confirm}?"
                ),
                answer=(
                    f"No. For these words they count as one report, that of {report.newsroom}: repeating is not "
                    f"confirming. How this is known: {report.why}.{opinion}"
                ),
                evidence=evidence,
            )
