"""The finders together: order, languages, and that nothing points outside the text."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate import annotate
from generator.model import Annotated, Span
from tests.drawing import make_article

WIRE = (
    "Trade Minister Anna Moreno told the BBC on Monday that the port “will not close”, according to Reuters.\n\n"
    "Two officials said the plan was ready. “We are sure,” Moreno said. She added that Ottawa had warned Lima."
)


def spans_of(annotated: Annotated) -> Iterator[Span]:
    yield from annotated.sentences
    yield from (quotation.span for quotation in annotated.quotations)
    for statement in annotated.statements:
        yield from (*statement.content, *statement.source, *statement.cue)
        yield from (relay.span for relay in statement.relays)
        if statement.anonymity is not None:
            fields = ("number", "described", "knows", "reason")
            yield from (span for name in fields if (span := getattr(statement.anonymity, name)) is not None)
    for actor in annotated.actors:
        yield from (*actor.mentions, *actor.titles)
    yield from (time.span for time in annotated.times)
    yield from (mark.span for mark in annotated.framing)


def test_runs_every_finder() -> None:
    annotated = annotate(make_article(WIRE))
    assert annotated.sentences
    assert annotated.quotations
    assert annotated.statements
    assert annotated.actors[0].name == "Anna Moreno"
    assert annotated.times
    assert annotated.not_run == ()


def test_each_tuple_is_in_reading_order() -> None:
    annotated = annotate(make_article(WIRE))
    first_mentions = [actor.mentions[0] for actor in annotated.actors]
    assert first_mentions == sorted(first_mentions)
    contents = [statement.content[0].start for statement in annotated.statements]
    assert contents == sorted(contents)


@pytest.mark.parametrize("language", ["de", "pt-BR", "ar", "und-Arab", "und"])
def test_another_language_has_sentences_and_quotations_only(language: str) -> None:
    annotated = annotate(make_article(WIRE, language=language))
    assert annotated.sentences
    assert annotated.quotations
    assert annotated.statements + annotated.actors + annotated.times + annotated.framing == ()
    assert annotated.not_run == ("statements", "actors", "speakers", "times", "framing")


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us"])
def test_english_runs_all(language: str) -> None:
    assert annotate(make_article(WIRE, language=language)).not_run == ()


def test_a_text_too_short_to_tell_its_language_runs_all() -> None:
    assert annotate(make_article("“We are sure,” Moreno said.", language="und")).not_run == ()


@pytest.mark.parametrize("text", ["", "\n\n", "A", "“", "…", "No quotation and nobody here"])
def test_next_to_nothing_is_no_crash(text: str) -> None:
    annotated = annotate(make_article(text))
    assert annotated.statements == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*WIRE.split(), "\n\n", "”", "“", "Mr.", "-", "(", "’s", "U.S."]), max_size=40))
def test_every_mark_lies_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    annotated = annotate(make_article(text))
    assert all(span.end <= len(text) for span in spans_of(annotated))
    keys = {actor.key for actor in annotated.actors}
    assert {s.speaker.actor for s in annotated.statements if s.speaker and s.speaker.actor} <= keys


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_no_crash(text: str) -> None:
    annotate(make_article(text))
