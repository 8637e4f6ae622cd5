"""What the editor says of matches, events and findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.curate.anchored import find_anchors, place, problem
from generator.errors import Problem, SeedError
from generator.model import (
    EDITOR,
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
    the editor come first. Raises `SeedError` with all problems.
    """
    by_id = {version.id: version for version in versions}
    problems = _unknown_versions(by_id, story)
    if problems:
        raise SeedError(problems)
    changes: list[Change] = []
    for index, match in enumerate(story.editor.matches):
        if _in_one_passage(match, comparison, by_id) is match.same:
            changes.append(Change(what="passages matched" if match.same else "passage match struck", anchor=match.left))
        else:
            what = "another match contradicts this one"
            problems.append(problem(story, f"matches.{index}", what, "Leave one of them out."))
    events, findings = list(comparison.events), list(comparison.findings)
    for index, entry in enumerate(story.editor.events):
        if entry.earliest and entry.latest and entry.latest < entry.earliest:
            problems.append(problem(story, f"events.{index}", "`latest` is before `earliest`", "Swap the two days."))
        elif not entry.strike and not entry.text:
            what = "this event has no words"
            problems.append(problem(story, f"events.{index}", what, "Give it `text`, or `strike` to take one away."))
        if entry.strike:
            struck = _event_at(entry.strike, events, by_id)
            if struck is None:
                what = "no event is marked at these words"
                problems.append(problem(story, f"events.{index}", what, "Copy the words that give the time."))
                continue
            events = [event for event in events if event is not struck]
            findings = [finding for finding in findings if finding.about != struck]
            changes.append(Change(what="event struck", anchor=entry.strike))
        if entry.text:
            events.append(_added_event(entry, f"e{len(comparison.events) + index + 1}", by_id))
            changes.append(Change(what=f"event added: {entry.text}", anchor=next(iter(entry.places), None)))
    for index, name in enumerate(story.editor.strike_findings):
        kept = [finding for finding in findings if finding.id != name]
        if len(kept) == len(findings):
            what, fix = (
                f"no finding has the id {name!r}",
                f"The ids are: {', '.join(f.id for f in findings) or 'none'}.",
            )
            problems.append(problem(story, f"strike_findings.{index}", what, fix))
        else:
            changes.append(Change(what=f"finding {name} struck", anchor=None))
        findings = kept
    if problems:
        raise SeedError(sorted(problems, key=lambda found: found.line))
    added = [_added_finding(entry, number, by_id) for number, entry in enumerate(story.editor.findings, start=1)]
    changes += [
        Change(what=f"finding added: {entry.sentence}", anchor=next(iter(entry.places), None))
        for entry in story.editor.findings
    ]
    curated = replace(comparison, events=tuple(sorted(events, key=_order)), findings=(*added, *findings))
    return curated, tuple(changes)


def _unknown_versions(versions: Versions, story: Story) -> list[Problem]:
    known = ", ".join(versions) or "none"
    return [
        problem(story, found.where, f"no version has the id {found.anchor.version!r}", f"The ids are: {known}.")
        for found in find_anchors(story)
        if found.anchor.version not in versions
    ]


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
