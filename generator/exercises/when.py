"""Days that a time expression allows, with the reasoning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.anchors import find_quote
from generator.exercises.ground import Ground, days, stop
from generator.model import (
    Annotated,
    Event,
    EventReport,
    Exercise,
    ExerciseKind,
    Note,
    Place,
    Skill,
    Span,
    TimeExpression,
)
from generator.phrases import day, listed

YEAR = re.compile(r"\d{4}")
LONGEST_DAYS = 31
"""A longer interval is little of a riddle."""
FARTHEST_DAYS = 45
"""Farther from the publication date, a date without a year may be one to come: a primary on 3 June."""


def when(ground: Ground) -> Iterator[Exercise]:
    """Yield events that versions date differently, then for each version its closest date to be reasoned out.

    A version without a day of publication has a date that cannot be reasoned out.
    """
    for event in ground.comparison.events:
        yield from _compared(ground, event)
    for version in ground.versions.values():
        yield from _reasoned(ground, version)
    for version in ground.versions.values():
        yield from _undated(ground, version)


def _compared(ground: Ground, event: Event) -> Iterator[Exercise]:
    reports: dict[str, EventReport] = {}
    for report in event.reports:
        reports.setdefault(report.place.version, report)
    dated = [(r, r.time.earliest, r.time.latest) for r in reports.values() if r.time.earliest and r.time.latest]
    if len({(earliest, latest) for _, earliest, latest in dated}) < 2:
        return
    if not all(ground.shows(report.place) for report, _, _ in dated):
        return
    first, last = max(earliest for _, earliest, _ in dated), min(latest for _, _, latest in dated)
    writes = [f"{ground.letter(r.place.version)} writes {_words(ground, r.place.version, r.time)}" for r, _, _ in dated]
    reasons = [
        f"{ground.letter(r.place.version)}: {_reason(r.time, earliest, latest)}" for r, earliest, latest in dated
    ]
    each = "both" if len(dated) == 2 else "all"
    verdict = (
        f"Nothing in them excludes that {each} are right: {days(first, last)} fits {each}. That the days fit proves "
        f"{'neither' if len(dated) == 2 else 'none of them'}."
        if first <= last
        else "No: by this reckoning the days exclude each other. The versions do not say which is right."
    )
    yield Exercise(
        kind=ExerciseKind.DATE,
        skill=Skill.TRACE,
        question=(
            f"The versions date the same thing differently: {listed(writes)}. Write down which days each allows. Can "
            f"{each} be right?"
        ),
        given=tuple(ground.quote(report.place) for report, _, _ in dated),
        answer="\n".join([*reasons, verdict, *_notes(ground, [(r.place.version, r.time) for r, _, _ in dated])]),
        evidence=ground.in_order(report.place for report, _, _ in dated),
    )


def _reasoned(ground: Ground, version: Annotated) -> Iterator[Exercise]:
    published = version.article.seed.details.published
    letter = ground.letter(version.id)
    riddles = [
        (time, time.earliest, time.latest, sentence)
        for time in version.times
        if published
        and time.earliest
        and time.latest
        and (time.latest - time.earliest).days < LONGEST_DAYS
        and abs((time.earliest - published.date).days) <= FARTHEST_DAYS
        and not YEAR.search(version.article.at(time.span))
        and ground.shows(sentence := ground.sentence(version.id, [time.span]))
    ]
    if published and riddles:
        time, earliest, latest, sentence = min(
            riddles, key=lambda riddle: (riddle[2] - riddle[1], riddle[1] == published.date, riddle[0].span)
        )
        yield Exercise(
            kind=ExerciseKind.DATE,
            skill=Skill.TRACE,
            question=(
                f"Version {letter} was published on {day(published.date)}. Which day or days can "
                f"{_words(ground, version.id, time)} be? Say how you know."
            ),
            given=(ground.quote(sentence),),
            answer="\n".join([_reason(time, earliest, latest), *_notes(ground, [(version.id, time)])]),
            evidence=(sentence,),
        )


def _undated(ground: Ground, version: Annotated) -> Iterator[Exercise]:
    if version.article.seed.details.published:
        return
    for time in version.times:
        sentence = ground.sentence(version.id, [time.span])
        if time.earliest is None and ground.shows(sentence):
            yield Exercise(
                kind=ExerciseKind.DATE,
                skill=Skill.TRACE,
                question=(
                    f"Nothing tells when version {ground.letter(version.id)} was published. Can you say which day "
                    f"{_words(ground, version.id, time)} was? What would you need to know?"
                ),
                given=(ground.quote(sentence),),
                answer=stop(f"No day can be given: {time.why}") + "\nOne would need the day of publication.",
                evidence=(sentence,),
            )
            return


def _notes(ground: Ground, times: Sequence[tuple[str, TimeExpression]]) -> Iterator[str]:
    """Yield what the editor notes on the time expressions, as the editor's."""
    for entry in ground.explained.story.editor.notes:
        for version, time in times:
            if entry.version == version and _anchored(ground, entry).meets(time.span):
                yield stop(
                    f"{ground.letter(version)}, notes the editor on {_words(ground, version, time)}: {entry.note}"
                )


def _anchored(ground: Ground, note: Note) -> Span:
    return find_quote(ground.versions[note.version].article.text, note.quote, note.prefix, note.suffix)


def _reason(time: TimeExpression, earliest: date, latest: date) -> str:
    """Return the days and the reasoning; the reasoning alone where it names them."""
    why = time.why[:1].upper() + time.why[1:]
    return stop(why if day(latest) in why else f"{days(earliest, latest)} ({time.why})")


def _words(ground: Ground, version: str, time: TimeExpression) -> str:
    return ground.quote(Place(version, time.span))
