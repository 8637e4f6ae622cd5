"""What is said to happen when, and where the versions agree on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product

from generator.anchors import fold
from generator.compare.clusters import cluster
from generator.compare.telling import passages_at, whole
from generator.compare.words import find_words
from generator.model import (
    Annotated,
    Certainty,
    Event,
    EventReport,
    Passage,
    Place,
    Rule,
    Span,
    Statement,
    TimeExpression,
)

NEARBY_WORDS = 6
"""Words on each side of a time that say what it dates."""
NO_POINTS = frozenset({"time.stretch", "time.repeated"})
"""Rules of times that happen on no day: "over the next two years", "every Monday"."""

DATED = Rule(
    "event.dated",
    "A time expression in a sentence; versions are joined where their passages match and the days overlap.",
)
CONFLICT = Rule(
    "event.conflict",
    "Matching passages of two versions give one time each, for the same words nearby, and the days exclude each other.",
)


@dataclass(frozen=True, slots=True, eq=False)
class _Dating:
    """One time expression of one version in its surroundings; equal to itself only."""

    version: int
    report: EventReport
    passage: str | None
    words: str
    told: bool
    """Whether the time is part of what somebody said, and not of the outlet's own sentence around it."""
    nearby: frozenset[str]
    alone: bool
    """Whether the sentence has no other time of its kind (told or not)."""

    @property
    def time(self) -> TimeExpression:
        return self.report.time

    @property
    def days(self) -> tuple[date, date] | None:
        earliest, latest = self.time.earliest, self.time.latest
        return (earliest, latest) if earliest and latest else None


def find_events(versions: Sequence[Annotated], passages: Sequence[Passage]) -> Iterator[Event]:
    """Yield what is said to happen at a time: by the first day, then what has no date, in reading order.

    Two versions report one event where their passages match, both times stand in what is said or both outside it, and
    the days are the same, or overlap with a longer word in common near them: a finer date is no conflict. A conflict
    needs two such words, no other such time in either sentence, and other words for the time: the Fridays of two weeks
    exclude each other by our reckoning, not by what the texts say. A time that the text does not let us date stands
    alone, or with the same words in a matching passage.
    Missed on purpose: lengths of time ("over two years"), years that tell which one is meant ("the 2012 election"),
    plans whose day is past, and one event told in passages that do not match.
    """
    datings = [dating for number, version in enumerate(versions) for dating in _datings(number, version, passages)]
    links = [
        (-_days_apart(left, right), left, right)
        for left, right in combinations(datings, 2)
        if left.version != right.version and _belong(left, right)
    ]
    groups = cluster(datings, links, lambda ours, theirs: all(_belong(*pair) for pair in product(ours, theirs)))
    events = [_event(group) for group in groups]
    undated = [event for event in events if event.earliest is None]
    dated = [event for event in events if event not in undated]
    dated.sort(key=lambda event: (event.earliest or date.min, event.latest or date.max))
    for number, event in enumerate([*dated, *undated], start=1):
        yield replace(event, id=f"e{number}")


def _datings(number: int, version: Annotated, passages: Sequence[Passage]) -> Iterator[_Dating]:
    at = passages_at(passages)
    contents = [span for statement in version.statements for span in statement.content]
    for sentence in version.sentences:
        here = [time for time in version.times if sentence.holds(time.span) and _is_point(time)]
        told = [any(content.meets(time.span) for content in contents) for time in here]
        for time, is_told in zip(here, told, strict=True):
            place = Place(version.id, sentence)
            yield _Dating(
                version=number,
                report=EventReport(place=place, time=time, statement=_carrier(version, time)),
                passage=at.get(place),
                told=is_told,
                words=fold(version.article.at(time.span)).text.casefold(),
                nearby=_nearby(version, sentence, time),
                alone=told.count(is_told) == 1,
            )


def _is_point(time: TimeExpression) -> bool:
    if not time.tells_when:
        return False
    return time.earliest is not None or (time.value is None and time.rule.id not in NO_POINTS)


def _carrier(version: Annotated, time: TimeExpression) -> Statement | None:
    """The innermost sure statement whose content or cue holds the time."""
    carriers = [
        statement
        for statement in version.statements
        if statement.sure and any(part.holds(time.span) for part in (*statement.content, *statement.cue))
    ]
    return min(carriers, key=lambda statement: len(whole(statement.content)), default=None)


def _nearby(version: Annotated, sentence: Span, time: TimeExpression) -> frozenset[str]:
    words = list(find_words(version.article, sentence))
    before = [word for word in words if word.span.end <= time.span.start][-NEARBY_WORDS:]
    after = [word for word in words if word.span.start >= time.span.end][:NEARBY_WORDS]
    return frozenset(word.stem for word in (*before, *after) if word.tells)


def _belong(left: _Dating, right: _Dating) -> bool:
    """Whether two times of matching passages date one event, be it to days that exclude each other."""
    if left.passage is None or left.passage != right.passage or left.told is not right.told:
        return False
    if left.days is None or right.days is None:
        return left.days is right.days and left.words == right.words
    if left.days == right.days:
        return True
    near = len(left.nearby & right.nearby)
    if not _exclude(left, right):
        return near > 0
    return near > 1 and left.alone and right.alone and not _say_the_same(left, right)


def _say_the_same(left: _Dating, right: _Dating) -> bool:
    """Whether all words of one time stand in the other: Friday, Friday morning."""
    ours, theirs = set(left.words.split()), set(right.words.split())
    return ours <= theirs or theirs <= ours


def _exclude(left: _Dating, right: _Dating) -> bool:
    if left.days is None or right.days is None:
        return False
    return left.days[1] < right.days[0] or right.days[1] < left.days[0]


def _days_apart(left: _Dating, right: _Dating) -> int:
    """How far two datings are from saying the same."""
    if left.days is None or right.days is None:
        return 0
    return sum(abs((ours - theirs).days) for ours, theirs in zip(left.days, right.days, strict=True))


def _event(group: Sequence[_Dating]) -> Event:
    days = [dating.days for dating in group if dating.days]
    conflict = any(_exclude(left, right) for left, right in combinations(group, 2))
    earliest = min((first for first, _ in days), default=None)
    latest = max((last for _, last in days), default=None)
    certainty = Certainty.UNKNOWN if earliest is None else Certainty.DAY if earliest == latest else Certainty.INTERVAL
    return Event(
        id="",
        earliest=earliest,
        latest=latest,
        certainty=certainty,
        reports=tuple(dating.report for dating in group),
        conflict=conflict,
        rule=CONFLICT if conflict else DATED,
    )
