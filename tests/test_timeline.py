"""Events: joined where they agree, in conflict only where they must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.compare.timeline import find_events
from generator.model import Annotated, Event, Rule, TimeExpression
from tests.versions import dated, lined_up, make_version, said

MONDAY, TUESDAY, WEEK, NEXT_WEEK = (
    (date(2020, 3, 9), date(2020, 3, 9)),
    (date(2020, 3, 10), date(2020, 3, 10)),
    (date(2020, 3, 9), date(2020, 3, 15)),
    (date(2020, 3, 16), date(2020, 3, 22)),
)
Days = tuple[date, date] | None


def version(id: str, text: str, *times: tuple[str, Days], content: str = "") -> Annotated:  # noqa: A002
    return make_version(
        text,
        id=id,
        times=[dated(text, words, *(days or ())) for words, days in times],
        statements=[said(text, content, "somebody")] if content else [],
    )


def events_of(*versions: Annotated) -> list[Event]:
    return list(find_events(versions, lined_up(*versions)))


def drawn(events: list[Event]) -> list[str]:
    return [
        f"{event.earliest or '?'}..{event.latest or '?'} {event.certainty.name} "
        + "+".join(report.place.version for report in event.reports)
        + (" conflict" if event.conflict else "")
        for event in events
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(MONDAY, MONDAY, ["2020-03-09..2020-03-09 DAY a+b"], id="same-day"),
        pytest.param(WEEK, MONDAY, ["2020-03-09..2020-03-15 INTERVAL a+b"], id="finer-is-no-conflict"),
        pytest.param(MONDAY, TUESDAY, ["2020-03-09..2020-03-10 INTERVAL a+b conflict"], id="two-days"),
        pytest.param(MONDAY, NEXT_WEEK, ["2020-03-09..2020-03-22 INTERVAL a+b conflict"], id="day-and-later-week"),
        pytest.param(
            MONDAY, None, ["2020-03-09..2020-03-09 DAY a", "?..? UNKNOWN b"], id="a-day-and-a-time-without-date"
        ),
        pytest.param(None, None, ["?..? UNKNOWN a+b"], id="the-same-words-without-a-date"),
    ],
)
def test_joins_times_of_matching_passages(left: Days, right: Days, expected: list[str]) -> None:
    text, word = "The harbour closed then.", "then" if left == right else "later"
    versions = version("a", text, ("then", left)), version("b", text.replace("then", word), (word, right))
    assert drawn(events_of(*versions)) == expected


@pytest.mark.parametrize(
    ("left", "right", "conflict"),
    [
        pytest.param("Friday", "Friday morning", False, id="the-same-weekday-of-two-weeks"),
        pytest.param("Friday", "Thursday", True, id="two-weekdays"),
        pytest.param("March 9", "March 10", True, id="two-days-of-a-month"),
    ],
)
def test_a_conflict_is_in_the_words(left: str, right: str, conflict: bool) -> None:
    versions = [
        version(id_, f"The harbour closed {words}.", (words, days))
        for id_, words, days in (("a", left, MONDAY), ("b", right, TUESDAY))
    ]
    assert any(event.conflict for event in events_of(*versions)) is conflict


def test_other_words_nearby_are_another_event() -> None:
    left = version("a", "The harbour closed then.", ("then", MONDAY))
    right = version("b", "The election came later.", ("later", TUESDAY))
    assert drawn(events_of(left, right)) == ["2020-03-09..2020-03-09 DAY a", "2020-03-10..2020-03-10 DAY b"]


def test_one_word_nearby_is_not_enough_for_a_conflict() -> None:
    left = version("a", "The harbour closed then.", ("then", MONDAY))
    right = version("b", "The harbour burnt later.", ("later", TUESDAY))
    assert [event.conflict for event in events_of(left, right)] == [False, False]


def test_a_time_that_was_told_is_not_the_time_of_the_telling() -> None:
    text = "somebody said then the harbour closed."
    left = version("a", text, ("then", MONDAY))
    text = text.replace("then", "now")
    right = version("b", text, ("now", TUESDAY), content="now the harbour closed")
    assert not any(event.conflict for event in events_of(left, right))
    assert len(events_of(left, right)) == 2


def test_two_times_in_a_sentence_cannot_be_paired_into_a_conflict() -> None:
    left = version("a", "The harbour closed then, not now.", ("then", MONDAY), ("now", NEXT_WEEK))
    right = version("b", "The harbour closed later.", ("later", TUESDAY))
    assert [event.conflict for event in events_of(left, right)] == [False, False, False]


def test_passages_that_do_not_match_give_events_of_their_own() -> None:
    left = version("a", "The harbour closed then.", ("then", MONDAY))
    right = version("b", "First line.\nThe harbour closed later.", ("later", TUESDAY))
    assert [event.conflict for event in events_of(left, right)] == [False, False]


@pytest.mark.parametrize("rule", ["time.stretch", "time.repeated"])
def test_lengths_of_time_are_no_events(rule: str) -> None:
    made = version("a", "It takes two years.", ("two years", None))
    time: TimeExpression = replace(made.times[0], rule=Rule(rule, "A length."))
    assert events_of(replace(made, times=(time,))) == []


def test_a_year_that_only_names_something_is_no_event() -> None:
    made = version("a", "The 2012 election was close.", ("2012", (date(2012, 1, 1), date(2012, 12, 31))))
    assert len(events_of(made)) == 1
    assert events_of(replace(made, times=(replace(made.times[0], tells_when=False),))) == []


def test_dated_events_come_first_by_day() -> None:
    made = version("a", "Some day. Later, before, once.", ("Some day", None), ("Later", TUESDAY), ("before", MONDAY))
    events = events_of(made)
    assert [event.id for event in events] == ["e1", "e2", "e3"]
    assert [event.earliest for event in events] == [MONDAY[0], TUESDAY[0], None]


def test_the_statement_that_carries_the_time() -> None:
    made = version("a", "somebody said the harbour closed then.", ("then", MONDAY), content="the harbour closed then")
    (event,) = events_of(made)
    assert event.reports[0].statement == made.statements[0]
    unsure = replace(made, statements=(replace(made.statements[0], sure=False),))
    assert events_of(unsure)[0].reports[0].statement is None


def test_no_version_no_event() -> None:
    assert events_of(make_version("")) == list(find_events((), ())) == []
