"""What the editor says of matches, events and findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.curate.anchored import find_anchors, place, problem
from generator.errors import Problem, SeedError
from generator.model import (
    EDITOR,
    MOST_FINDINGS,
    Anchor,
    Annotated,
    Certainty,
    Change,
    Comparison,
    Event,
    EventEntry,
    EventReport,
    Finding,
    FindingEntry,
    FindingKind,
    Match,
    Place,
    Story,
    TimeExpression,
)

Versions = Mapping[str, Annotated]


def curate_comparison(
    comparison: Comparison, versions: Sequence[Annotated], story: Story
) -> tuple[Comparison, tuple[Change, ...]]:
    """Strike and add events and findings, and list the matches that the editor set; return every change made.

    `compare` has joined and parted passages as `matches` say, so that all that rests on them agrees; here it is only
    checked that no two entries contradict each other. A struck event takes the findings about it with it; findings of
    the editor come last, and take the room of the machine's lightest. Raises `SeedError` with all problems.
    """
    by_id = {version.id: version for version in versions}
    ledger = _Ledger(story)
    _check_versions(by_id, ledger)
    ledger.raise_problems()
    _check_matches(comparison, by_id, ledger)
    events = _edited_events(comparison.events, by_id, ledger)
    gone = [event for event in comparison.events if event not in events]
    left = [finding for finding in comparison.findings if finding.about not in gone]
    findings = _edited_findings(left, by_id, ledger)
    ledger.raise_problems()
    return replace(comparison, events=events, findings=findings), tuple(ledger.changes)


class _Ledger:
    """What was changed, and what is wrong."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.changes: list[Change] = []
        self.problems: list[Problem] = []

    def change(self, what: str, anchor: Anchor | None) -> None:
        self.changes.append(Change(what=what, anchor=anchor))

    def problem(self, where: str, what: str, fix: str) -> None:
        self.problems.append(problem(self.story, where, what, fix))

    def raise_problems(self) -> None:
        if self.problems:
            raise SeedError(sorted(self.problems, key=lambda found: found.line))


def _check_versions(versions: Versions, ledger: _Ledger) -> None:
    known = ", ".join(versions) or "none"
    for found in find_anchors(ledger.story):
        if found.anchor.version not in versions:
            ledger.problem(found.where, f"no version has the id {found.anchor.version!r}", f"The ids are: {known}.")


def _check_matches(comparison: Comparison, versions: Versions, ledger: _Ledger) -> None:
    for index, match in enumerate(ledger.story.editor.matches):
        if match.left.version == match.right.version:
            what = f"both places of this match are in version {match.left.version}"
            ledger.problem(f"matches.{index}", what, "Give a place in each of two versions.")
        elif _in_one_passage(match, comparison, versions) is match.same:
            ledger.change("passages matched" if match.same else "passage match struck", match.left)
        else:
            ledger.problem(f"matches.{index}", "another match contradicts this one", "Leave one of them out.")


def _edited_events(events: Sequence[Event], versions: Versions, ledger: _Ledger) -> tuple[Event, ...]:
    edited = list(events)
    for index, entry in enumerate(ledger.story.editor.events):
        where = f"events.{index}"
        if entry.earliest and entry.latest and entry.latest < entry.earliest:
            ledger.problem(where, "`latest` is before `earliest`", "Swap the two days.")
        elif not entry.strike and not entry.text:
            ledger.problem(where, "this event has no words", "Give it `text`, or `strike` to take one away.")
        struck = _event_at(entry.strike, edited, versions) if entry.strike else None
        if struck:
            edited.remove(struck)
            ledger.change("event struck", entry.strike)
        elif entry.strike:
            ledger.problem(where, "no event is marked at these words", "Copy the words that give the time.")
        if entry.text:
            edited.append(_added_event(entry, f"e{len(events) + index + 1}", versions))
            ledger.change(f"event added: {entry.text}", next(iter(entry.places), None))
    return tuple(sorted(edited, key=_order))


def _edited_findings(findings: Sequence[Finding], versions: Versions, ledger: _Ledger) -> tuple[Finding, ...]:
    editor = ledger.story.editor
    ids = [finding.id for finding in findings]
    for index, name in enumerate(editor.strike_findings):
        if name in ids:
            ledger.change(f"finding {name} struck", None)
        else:
            fix = f"The ids are: {', '.join(ids) or 'none'}."
            ledger.problem(f"strike_findings.{index}", f"no finding has the id {name!r}", fix)
    added: list[Finding] = []
    for number, entry in enumerate(editor.findings, start=1):
        added.append(_added_finding(entry, number, versions))
        ledger.change(f"finding added: {entry.sentence}", next(iter(entry.places), None))
    left = [finding for finding in findings if finding.id not in editor.strike_findings]
    return (*left[: max(0, MOST_FINDINGS - len(added))], *added)


def _place(anchor: Anchor, versions: Versions) -> Place:
    return Place(anchor.version, place(anchor, versions[anchor.version].article))


def _in_one_passage(match: Match, comparison: Comparison, versions: Versions) -> bool:
    left, right = _place(match.left, versions), _place(match.right, versions)
    return any(
        any(here.version == left.version and here.span.meets(left.span) for here in passage.places)
        and any(here.version == right.version and here.span.meets(right.span) for here in passage.places)
        for passage in comparison.passages
    )


def _event_at(anchor: Anchor, events: Sequence[Event], versions: Versions) -> Event | None:
    """The event whose time stands at the words; where no time does, the only event of their sentence."""
    at = _place(anchor, versions)
    reports = [(event, report) for event in events for report in event.reports if report.place.version == at.version]
    timed = [event for event, report in reports if report.time.span.meets(at.span)]
    told = [event for event, report in reports if report.place.span.meets(at.span)]
    return timed[0] if timed else told[0] if len(told) == 1 else None


def _added_event(entry: EventEntry, name: str, versions: Versions) -> Event:
    earliest, latest = entry.earliest or entry.latest, entry.latest or entry.earliest
    return Event(
        id=name,
        earliest=earliest,
        latest=latest,
        certainty=_certainty(earliest, latest),
        reports=tuple(
            report
            for id_ in versions
            for anchor in entry.places
            if anchor.version == id_
            for report in [_report(anchor, entry, versions)]
        ),
        conflict=False,
        text=entry.text,
        rule=EDITOR,
    )


def _report(anchor: Anchor, entry: EventEntry, versions: Versions) -> EventReport:
    at = _place(anchor, versions)
    earliest, latest = entry.earliest or entry.latest, entry.latest or entry.earliest
    sentence = next((span for span in versions[at.version].sentences if span.meets(at.span)), at.span)
    time = TimeExpression(
        span=at.span,
        value=earliest.isoformat() if earliest and earliest == latest else None,
        earliest=earliest,
        latest=latest,
        why="set by the editor",
        rule=EDITOR,
    )
    return EventReport(place=Place(at.version, sentence), time=time)


def _certainty(earliest: date | None, latest: date | None) -> Certainty:
    if earliest is None:
        return Certainty.UNKNOWN
    return Certainty.DAY if earliest == latest else Certainty.INTERVAL


def _order(event: Event) -> tuple[bool, date, date]:
    """Dated events by their first day; the sort keeps the rest in their order."""
    return event.earliest is None, event.earliest or date.max, event.latest or date.max


def _added_finding(entry: FindingEntry, number: int, versions: Versions) -> Finding:
    return Finding(
        id=f"editor-{number}",
        kind=FindingKind.EDITOR,
        evidence=tuple(_place(anchor, versions) for anchor in entry.places),
        about=None,
        sentence=entry.sentence,
    )
