"""Places found by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.anchors import AmbiguousQuoteError, QuoteNotFoundError, find_quote, fold, mark_ids
from generator.model import Actor, ActorKind, FramingKind, FramingMark, Rule, Span, Statement, StatementKind
from tests.drawing import draw, unmark

RULE = Rule("test", "Made for a test.")
TRICKY = st.text(alphabet="ab \n\t\u00a0\u00ad\u200b'\"“”‘’`-–—.", max_size=60)


@pytest.mark.parametrize(
    ("marked", "quote"),
    [
        pytest.param("He ⟦won't go⟧.", "won't go", id="plain"),
        pytest.param("He ⟦won’t go⟧.", "won't go", id="curly-apostrophe"),
        pytest.param("⟦“Go,” she said⟧.", '"Go," she said', id="curly-marks"),
        pytest.param("⟦''Go,'' she said⟧.", "“Go,” she said", id="doubled-single-marks"),
        pytest.param("It is ⟦safe –\n  they say⟧.", "safe - they say", id="dash-and-line-end"),
        pytest.param("It is ⟦safe -- they⟧ say.", "safe — they", id="two-hyphens"),
        pytest.param("A ⟦co\u00adoperation⟧ deal.", "cooperation", id="soft-hyphen"),
        pytest.param("⟦All of it⟧", "  All  of it ", id="whole-text-and-loose-spaces"),
    ],
)
def test_finds_quotes(marked: str, quote: str) -> None:
    text, (expected,) = unmark(marked)
    found = find_quote(text, quote)
    assert draw(text, ("⟦⟧", [found])) == draw(text, ("⟦⟧", [expected]))


@pytest.mark.parametrize(
    ("marked", "prefix", "suffix"),
    [
        pytest.param("Blair met Blair and ⟦Blair⟧ left.", "and", "", id="prefix"),
        pytest.param("Blair met Blair and ⟦Blair⟧ left.", "", "left", id="suffix"),
        pytest.param("Robert ⟦Blair⟧ met Bill Blair.", "Robert ", " met", id="both-with-spaces"),
        pytest.param("Blair met (⟦Blair⟧).", "(", ")", id="no-space-between"),
        pytest.param("Blair said “⟦Blair⟧ left”.", '"', "", id="folded-prefix"),
    ],
)
def test_surroundings_tell_repeats_apart(marked: str, prefix: str, suffix: str) -> None:
    text, (expected,) = unmark(marked)
    assert find_quote(text, "Blair", prefix, suffix) == expected


def test_a_quote_that_stands_twice_is_ambiguous() -> None:
    with pytest.raises(AmbiguousQuoteError, match="stands more than once, in “Robert Blair met"):
        find_quote("Robert Blair met Bill Blair.", "Blair")


def test_a_lost_quote_names_the_nearest_words() -> None:
    text = "Ottawa won't get bullied by any other jurisdiction, the minister said on Friday."
    with pytest.raises(QuoteNotFoundError) as lost:
        find_quote(text, "will not get bullied by another jurisdiction")
    assert lost.value.nearest == "won't get bullied by any other jurisdiction,"


@pytest.mark.parametrize("text", ["", "Short.", "Nothing of the kind."])
def test_a_lost_quote_without_a_likeness_names_nothing(text: str) -> None:
    with pytest.raises(QuoteNotFoundError) as lost:
        find_quote(text, "zzzz qqqq xxxx")
    assert lost.value.nearest is None


def test_case_matters() -> None:
    with pytest.raises(QuoteNotFoundError):
        find_quote("Ottawa said so.", "ottawa")


@given(text=TRICKY)
def test_folded_characters_lead_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for i, character in enumerate(folded.text):
        span = folded.original(i, i + 1)
        assert fold(text[span.start : span.end]).text == character


@given(text=TRICKY, start=st.integers(0, 60), length=st.integers(1, 20))
def test_found_spans_slice_back(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    try:
        found = find_quote(text, quote)
    except LookupError:
        return
    assert fold(text[found.start : found.end]).text == fold(quote).text.strip()


@given(words=st.lists(st.text(alphabet="abcdef", min_size=1, max_size=8), min_size=1, unique=True), data=st.data())
def test_every_word_that_stands_once_is_found(words: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(words))
    text = "\n".join(f"[{w}]" for w in words)
    found = find_quote(text, word, "[", "]")
    assert text[found.start : found.end] == word


def test_a_long_text_of_one_character_is_searched_in_linear_time() -> None:
    with pytest.raises(AmbiguousQuoteError):
        find_quote("a" * 300_000, "a" * 100_000)


def framing(span: Span) -> FramingMark:
    return FramingMark(span, FramingKind.LOADED, "why", RULE)


def test_ids_survive_other_marks_and_text_far_away() -> None:
    text, (span,) = unmark(
        "It came as a surprise to all of them that the ⟦regime⟧ fell within the first week of the war."
    )
    mark = framing(span)
    alone = mark_ids("a", text, [mark])[mark]
    assert alone.startswith("framing-")
    assert mark_ids("a", text, [framing(Span(0, 2)), mark])[mark] == alone
    shifted = framing(Span(span.start + 9, span.end + 9))
    assert mark_ids("a", "Put ahead" + text, [shifted])[shifted] == alone
    assert mark_ids("b", text, [mark])[mark] != alone


def test_repeats_are_numbered_by_place() -> None:
    line = "so they say, the regime has fallen, and nobody knows. "
    text = line * 4
    marks = [framing(Span(at, at + 6)) for at in range(17, len(text), len(line))]
    names = mark_ids("a", text, reversed(marks))
    inner = names[marks[1]]
    assert names[marks[2]] == f"{inner}-2"
    assert len(set(names.values())) == 4


def test_statements_of_the_same_words_have_ids_of_their_own() -> None:
    text = "Washington and Beijing say it is safe."
    statements = [
        Statement(kind=StatementKind.INDIRECT, content=(Span(27, 37),), source=(source,), sure=True, rule=RULE)
        for source in (Span(0, 10), Span(15, 22))
    ]
    actor = Actor(key="beijing", name="Beijing", kind=ActorKind.GOVERNMENT, mentions=(Span(15, 22),), rule=RULE)
    names = mark_ids("a", text, [*statements, actor])
    assert names[statements[1]] == f"{names[statements[0]]}-2"
    assert names[actor].startswith("actor-")
