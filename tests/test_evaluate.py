"""The measures themselves: what counts as found, as right, and as wrong."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evaluate import (
    Part,
    Score,
    bodies_data,
    bodies_lines,
    errors_lines,
    evaluate_bodies,
    evaluate_speakers,
    evaluate_statements,
    evaluate_times,
    speakers_data,
    speakers_lines,
    statements_data,
    statements_lines,
    times_data,
    times_lines,
)
from generator.evaluate.matching import Tokenised, match_greedily, token_f1
from generator.model import Annotated, Naming, Rule, Seed, Span, Speaker, Statement, StatementKind, TimeExpression
from tests.drawing import make_article

RULE = Rule("test.rule", "A rule of the tests.")
TEXT = 'Ann Poe said "the bridge will open in May" on Monday. Critics doubt it. The mayor hopes so, Poe added.'


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def statement(text: str, source: str, cue: str, content: str, *, sure: bool = True) -> Statement:
    return Statement(
        kind=StatementKind.DIRECT,
        content=spans_of(text, content),
        source=spans_of(text, source) if source else (),
        cue=spans_of(text, cue) if cue else (),
        sure=sure,
        rule=RULE,
    )


def annotated(seed: Seed, **marks: Any) -> Annotated:
    empty: dict[str, Any] = {
        "sentences": (),
        "quotations": (),
        "statements": (),
        "actors": (),
        "times": (),
        "framing": (),
    }
    return Annotated(article=make_article(seed.text), **{**empty, **marks})


@pytest.fixture
def write_gold(tmp_path: Path) -> Callable[[Mapping[str, Any]], Path]:
    def write(*records: Mapping[str, Any]) -> Path:
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return path

    return write


def gold_statement(text: str, source: str, cue: str, content: str) -> dict[str, list[list[int]]]:
    return {
        role: [[span.start, span.end] for span in (spans_of(text, words) if words else ())]
        for role, words in (("source", source), ("cue", cue), ("content", content))
    }


QUOTED = ("Ann Poe", "said", '"the bridge will open in May"')
INDIRECT = ("Poe", "added", "The mayor hopes so")


@pytest.mark.parametrize(
    ("found", "quoted", "every"),
    [
        pytest.param([QUOTED, INDIRECT], Score(1, 1, 1), Score(2, 2, 2), id="all-right"),
        pytest.param([], Score(0, 0, 1), Score(0, 0, 2), id="nothing-found"),
        pytest.param([("Ann Poe", "said", '"the bridge will')], Score(1, 1, 1), Score(1, 1, 2), id="half-is-enough"),
        pytest.param([("Ann Poe", "said", '"the')], Score(0, 1, 1), Score(0, 1, 2), id="too-short"),
        pytest.param([("Critics", "said", QUOTED[2])], Score(0, 1, 1), Score(0, 1, 2), id="other-source"),
        pytest.param([("", "said", QUOTED[2])], Score(0, 1, 1), Score(0, 1, 2), id="no-source"),
        pytest.param([QUOTED, QUOTED], Score(1, 2, 1), Score(1, 2, 2), id="one-to-one"),
        pytest.param([("", "doubt", "Critics doubt it")], Score(0, 0, 1), Score(0, 1, 2), id="no-statement"),
    ],
)
def test_statements_are_counted_whole(
    found: list[tuple[str, str, str]], quoted: Score, every: Score, write_gold: Callable[..., Path]
) -> None:
    gold = [gold_statement(TEXT, *QUOTED), gold_statement(TEXT, *INDIRECT)]
    path = write_gold({"id": "one", "text": TEXT, "gold": gold})
    figures = evaluate_statements(
        path, lambda seed: annotated(seed, statements=tuple(statement(TEXT, *words) for words in found))
    )
    assert figures.quoted.content_and_source == quoted
    assert figures.every.content_and_source == every


def test_only_the_sure_count_as_found_among_the_sure(write_gold: Callable[..., Path]) -> None:
    path = write_gold(
        {"id": "one", "text": TEXT, "gold": [gold_statement(TEXT, *QUOTED), gold_statement(TEXT, *INDIRECT)]}
    )
    marks = (statement(TEXT, *QUOTED), statement(TEXT, *INDIRECT, sure=False))
    figures = evaluate_statements(path, lambda seed: annotated(seed, statements=marks))
    assert figures.sure.content == Score(1, 1, 2)
    assert figures.sure_unquoted.content == Score(0, 0, 1)
    assert figures.every.content == Score(2, 2, 2)


def test_an_empty_source_agrees_with_an_empty_source(write_gold: Callable[..., Path]) -> None:
    path = write_gold({"id": "one", "text": TEXT, "gold": [gold_statement(TEXT, "", "said", QUOTED[2])]})
    figures = evaluate_statements(
        path, lambda seed: annotated(seed, statements=(statement(TEXT, "", "said", QUOTED[2]),))
    )
    assert figures.every.content_and_source == Score(1, 1, 1)


def test_tokens_are_compared_as_unions(write_gold: Callable[..., Path]) -> None:
    path = write_gold({"id": "one", "text": TEXT, "gold": [gold_statement(TEXT, *QUOTED)]})
    halves = (statement(TEXT, "Ann Poe", "said", '"the bridge will'), statement(TEXT, "Poe", "", "will open in May"))
    figures = evaluate_statements(path, lambda seed: annotated(seed, statements=halves))
    assert figures.content_tokens == Score(6, 6, 6)
    assert figures.source_tokens == Score(2, 2, 2)
    assert figures.cue_tokens == Score(1, 1, 1)


def test_errors_are_listed_by_class(write_gold: Callable[..., Path]) -> None:
    path = write_gold({"id": "one", "text": TEXT, "gold": [gold_statement(TEXT, *QUOTED)]})
    found = (statement(TEXT, "Critics", "", QUOTED[2]), statement(TEXT, *INDIRECT))
    figures = evaluate_statements(path, lambda seed: annotated(seed, statements=found))
    assert [(error.kind, error.detail) for error in figures.errors] == [
        ("other source", "test.rule"),
        ("no statement", "test.rule"),
    ]
    assert any("wanted: <Ann Poe> <said>" in line for line in errors_lines(figures.errors, examples=1))


def test_figures_print_and_turn_into_json(write_gold: Callable[..., Path]) -> None:
    path = write_gold({"id": "one", "text": TEXT, "gold": [gold_statement(TEXT, *QUOTED)]})
    figures = evaluate_statements(
        path, lambda seed: annotated(seed, statements=(statement(TEXT, *QUOTED), statement(TEXT, *INDIRECT)))
    )
    assert any("precision 0.500 (1/2), recall 1.000 (1/1)" in line for line in statements_lines(figures))
    data = json.loads(json.dumps(statements_data(figures)))
    assert data["every"]["content_and_source"]["f1"] == pytest.approx(2 / 3)
    assert data["rules"]["test.rule"]["found"] == 2


def test_the_two_parts_make_the_whole(write_gold: Callable[..., Path]) -> None:
    path = write_gold(*({"id": str(number), "text": TEXT, "gold": []} for number in range(60)))
    counts = {part: evaluate_statements(path, annotated, part).articles for part in Part}
    assert counts[Part.LOOKED] + counts[Part.UNREAD] == counts[Part.ALL] == 60
    assert 10 <= counts[Part.UNREAD] <= 30


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("Ann Poe said", 3, id="three-words"),
        pytest.param('"the', 1, id="mark-is-no-token"),
        pytest.param("nn Poe sai", 1, id="only-whole-tokens"),
    ],
)
def test_tokens_lie_wholly_inside(words: str, count: int) -> None:
    assert len(Tokenised(TEXT).inside(spans_of(TEXT, words))) == count


@given(left=st.frozensets(st.integers(0, 9)), right=st.frozensets(st.integers(0, 9)))
def test_likeness_is_symmetric_and_1_only_for_equals(left: frozenset[int], right: frozenset[int]) -> None:
    assert token_f1(left, right) == token_f1(right, left)
    assert (token_f1(left, right) == 1.0) == (left == right != frozenset())


SETS = st.lists(st.frozensets(st.integers(0, 9)), max_size=5)


@given(wanted=SETS, found=SETS)
def test_matching_is_one_to_one(wanted: list[frozenset[int]], found: list[frozenset[int]]) -> None:
    pairs = match_greedily(wanted, found)
    assert len(set(pairs.values())) == len(pairs)
    assert all(token_f1(wanted[w], found[f]) >= 0.5 for w, f in pairs.items())


def test_the_most_alike_are_matched_first() -> None:
    wanted = [frozenset({1, 2, 3}), frozenset({1, 2, 3, 4})]
    assert match_greedily(wanted, [frozenset({1, 2, 3, 4})]) == {1: 0}


def named(label: str, naming: Naming = Naming.NAMED) -> Speaker:
    return Speaker(label, naming)


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        pytest.param(named("Ann Poe"), Score(1, 1, 1), id="right"),
        pytest.param(named("Poe"), Score(1, 1, 1), id="last-name-is-enough"),
        pytest.param(named("Ann Lee"), Score(0, 1, 1), id="first-name-is-not"),
        pytest.param(named("spokesman for Ann Poe", Naming.OFFICE), Score(0, 0, 1), id="an-office-is-no-answer"),
        pytest.param(None, Score(0, 0, 1), id="left-open"),
    ],
)
def test_a_phrase_needs_its_speakers_last_name(
    speaker: Speaker | None, expected: Score, write_gold: Callable[..., Path]
) -> None:
    gold = [{"text": "the bridge will open", "speaker": "Ann Poe"}, {"text": "doubt", "speaker": "other anti"}]
    path = write_gold({"id": "one", "text": TEXT, "entities": ["Ann Poe"], "gold": gold})
    marks = (replace(statement(TEXT, *QUOTED), speaker=speaker),)
    figures = evaluate_speakers(path, lambda seed: annotated(seed, statements=marks))
    assert figures.named == figures.persons == expected
    assert any("named speaker" in line for line in speakers_lines(figures))
    assert json.loads(json.dumps(speakers_data(figures)))["named"]["found"] == expected.found


def test_of_two_statements_the_inner_one_answers(write_gold: Callable[..., Path]) -> None:
    gold = [{"text": "the bridge will open in May", "speaker": "Ann Poe"}]
    path = write_gold({"id": "one", "text": TEXT, "entities": ["Ann Poe"], "gold": gold})
    outer = replace(statement(TEXT, "Critics", "", 'Ann Poe said "the bridge will open in May"'), speaker=named("Lee"))
    inner = replace(statement(TEXT, *QUOTED), speaker=named("Ann Poe"))
    figures = evaluate_speakers(path, lambda seed: annotated(seed, statements=(outer, inner)))
    assert figures.named == Score(1, 1, 1)


def time(words: str, value: str | None) -> TimeExpression:
    return TimeExpression(span=spans_of(TEXT, words)[0], value=value, why="", rule=RULE)


@pytest.mark.parametrize(
    ("times", "found", "value"),
    [
        pytest.param([time("on Monday", "2020-03-09")], Score(1, 1, 2), Score(1, 1, 1), id="overlap-is-enough"),
        pytest.param([time("Monday", "2020-03-09T14:00")], Score(1, 1, 2), Score(1, 1, 1), id="ten-characters"),
        pytest.param([time("Monday", "2020-03-16")], Score(1, 1, 2), Score(0, 1, 1), id="other-value"),
        pytest.param([time("Critics", "2020")], Score(0, 1, 2), Score(0, 0, 0), id="no-date"),
        pytest.param([time("hopes", "2020")], Score(0, 1, 2), Score(0, 0, 0), id="durations-are-not-wanted"),
        pytest.param([time("Critics", None)], Score(0, 0, 2), Score(0, 0, 0), id="without-a-value"),
        pytest.param(
            [time("Monday", "2020-03-09"), time("on Monday", "2020-03-09")], Score(1, 2, 2), Score(1, 1, 1), id="once"
        ),
    ],
)
def test_times_are_found_and_read(
    times: list[TimeExpression], found: Score, value: Score, write_gold: Callable[..., Path]
) -> None:
    gold = [
        {"start": span.start, "end": span.end, "type": kind, "value": value}
        for words, kind, value in (
            ("May", "DATE", "2020-05"),
            ("Monday", "DATE", "2020-03-09"),
            ("hopes", "DURATION", "2020"),
            ("doubt", "DATE", "PRESENT_REF"),
        )
        for span in spans_of(TEXT, words)
    ]
    path = write_gold({"id": "one", "text": TEXT, "published": "2020-03-09", "gold": gold})
    figures = evaluate_times(path, lambda seed: annotated(seed, times=tuple(times)))
    assert (figures.found, figures.value) == (found, value)
    assert any("value right" in line for line in times_lines(figures))
    assert json.loads(json.dumps(times_data(figures)))["value"]["right"] == value.right


@pytest.mark.parametrize(
    ("text", "precision", "recall"),
    [
        pytest.param("one two three four five", 1.0, 1.0, id="to-the-word"),
        pytest.param("one, two. THREE four five".lower(), 1.0, 1.0, id="punctuation-does-not-count"),
        pytest.param("one two three four", 1.0, 0.5, id="too-short"),
        pytest.param("one two three four five six seven", 0.5, 1.0, id="too-long"),
        pytest.param("", 0.0, 0.0, id="nothing"),
    ],
)
def test_bodies_are_compared_by_runs_of_four_tokens(text: str, precision: float, recall: float, tmp_path: Path) -> None:
    truth = {"page": {"articleBody": "one two three four five", "url": "https://example.org/"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(b"<p>page</p>"))
    figures = evaluate_bodies(tmp_path, lambda data, url: text)
    assert (figures.precision, figures.recall) == (precision, recall)
    assert any("F1" in line for line in bodies_lines(figures))
    assert bodies_data(figures)["pages"] == 1


DRAWN = """---
published: 2020-03-09
speakers: {1: Ann Poe, 2: null}
---
{s1 Ann Poe} {c1 said} {q1 "the bridge will open in May"} {t 2020-03-09|on Monday}. {s2 Critics} {c2 doubt} {q2 it}. \
The mayor hopes so, Poe added {t -|again}.
"""


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    (tmp_path / "one.md").write_text(DRAWN, encoding="utf-8")
    return tmp_path


def test_drawn_gold_serves_for_statements(drawn: Path) -> None:
    figures = evaluate_statements(drawn, lambda seed: annotated(seed, statements=(statement(seed.text, *QUOTED),)))
    assert figures.every.content_and_source == Score(1, 1, 2)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param(None, Score(1, 1, 1), id="left-open"),
        pytest.param(named("critics", Naming.UNNAMED), Score(1, 1, 1), id="unnamed"),
        pytest.param(named("Ann Poe"), Score(1, 2, 1), id="a-name-where-the-text-gives-none"),
    ],
)
def test_a_name_given_to_words_that_the_text_leaves_open_is_wrong(
    second: Speaker | None, expected: Score, drawn: Path
) -> None:
    def annotate(seed: Seed) -> Annotated:
        first = replace(statement(seed.text, *QUOTED), speaker=named("Ann Poe"))
        other = replace(statement(seed.text, "Critics", "doubt", "it"), speaker=second)
        at_it = seed.text.index("it.")
        return annotated(seed, statements=(first, replace(other, content=(Span(at_it, at_it + 2),))))

    assert evaluate_speakers(drawn, annotate).named == expected


def test_a_drawn_time_without_a_value_is_not_wanted(drawn: Path) -> None:
    def annotate(seed: Seed) -> Annotated:
        marks = [
            TimeExpression(span=spans_of(seed.text, words)[0], value="2020-03-09", why="", rule=RULE)
            for words in ("Monday", "again")
        ]
        return annotated(seed, times=tuple(marks))

    assert evaluate_times(drawn, annotate).found == Score(1, 2, 1)
