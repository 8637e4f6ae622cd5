"""How much text two versions share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.kinship import RUN_WORDS, find_kinship, find_twins
from generator.model import Annotated, Likeness, Passage, Place, Relation
from tests.drawing import draw, unmark
from tests.versions import RULE, make_version


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("She said: ⟦one two three four five⟧ boats.", "⟦One two, three four five⟧! he cried.", id="run"),
        pytest.param("One two three four.", "One two three four.", id="too-short"),
        pytest.param("", "One two three four five.", id="empty"),
        pytest.param(
            "⟦one two three four five six⟧", "one two three four five x ⟦one two three four five six⟧", id="longest"
        ),
        pytest.param("one two three\n\nfour five six", "one two three four five six", id="not-over-paragraphs"),
        pytest.param(
            "In Lindau Harbour Minister Ann Reed spoke.",
            "Harbour Minister Ann Reed of Lindau slept.",
            id="names-and-title",
        ),
        pytest.param(
            "It was on Monday in Lindau, Ann Reed said.", "He sang on Monday in Lindau, Ann Reed heard.", id="dates"
        ),
        pytest.param(
            "⟦Ann Reed closed the old quay⟧ today.", "Now ⟦Ann Reed closed the old quay⟧ again.", id="a-name-that-acts"
        ),
        pytest.param("⟦a b c d e⟧ x ⟦f g h i j k⟧", "⟦f g h i j k⟧ y ⟦a b c d e⟧", id="two-runs"),
    ],
)
def test_finds_runs(left: str, right: str) -> None:
    texts = [unmark(marked)[0] for marked in (left, right)]
    (kinship,) = find_kinship([make_version(text, id=name) for text, name in zip(texts, "ab", strict=True)], ())
    drawn = [draw(text, ("⟦⟧", sorted({pair[side].span for pair in kinship.runs}))) for side, text in enumerate(texts)]
    assert drawn == [left, right]


def test_longest_runs_come_first() -> None:
    versions = [make_version("a b c d e x f g h i j k", id="a"), make_version("a b c d e y f g h i j k", id="b")]
    (kinship,) = find_kinship(versions, ())
    assert [len(left.span) for left, _ in kinship.runs] == [11, 9]
    assert (kinship.shared_words, kinship.run_words) == (11, RUN_WORDS)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("A next-generation, state-of-the-art pier – no less.", None, id="hyphens-and-dashes"),
        pytest.param("a b-c d-e", "a b c d e", id="hyphens-in-one-only"),
    ],
)
def test_shared_words_are_counted_like_the_words_of_an_article(text: str, other: str | None) -> None:
    versions = [make_version(text, id="a"), make_version(other or text, id="b")]
    (kinship,) = find_kinship(versions, ())
    assert kinship.shared_words == versions[0].article.words


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param("“The quay, closed today”", True, id="marks-and-stops-aside"),
        pytest.param("The quay closed", False, id="cut"),
        pytest.param("The quay, open today", False, id="a-word"),
    ],
)
def test_versions_that_are_one_text(other: str, same: bool) -> None:
    versions = [make_version("The quay closed today.", id="a"), make_version(other, id="b")]
    assert [kinship.same_text for kinship in find_kinship(versions, ())] == [same]
    assert find_twins(versions) == {"a": "a", "b": "a" if same else "b"}


def test_versions_without_a_word_are_no_one_text() -> None:
    assert find_twins([make_version("", id="a"), make_version("", id="b")]) == {"a": "a", "b": "b"}


def test_every_pair_of_versions_has_one() -> None:
    versions = [make_version("a b c d e", id=name) for name in "abc"]
    assert [(k.left, k.right) for k in find_kinship(versions, ())] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert list(find_kinship(versions[:1], ())) == []


@pytest.mark.parametrize(
    ("right", "language", "relation"),
    [
        pytest.param("One.\nTwo.", "en", Relation.CLOSE, id="a-short-copy-of-a-long-one"),
        pytest.param("One.\nElse.", "en", Relation.CLOSE, id="half-of-one"),
        pytest.param("One.\nElse.\nMore.", "en", Relation.APART, id="less-than-half-of-each"),
        pytest.param("* * *", "en", Relation.APART, id="nothing-told"),
        pytest.param("One.\nTwo.", "de", Relation.UNTRANSLATED, id="two-languages"),
        pytest.param("One.\nTwo.", "und", Relation.CLOSE, id="too-short-to-tell-the-language"),
    ],
)
def test_tells_who_goes_along_with_whom(right: str, language: str, relation: Relation) -> None:
    versions = [
        make_version("One.\nTwo.\nThree.\nFour.\nFive.", id="a"),
        make_version(right, id="b", language=language),
    ]
    places = [Place(v.id, span) for v in versions for span in v.sentences]
    passages = [
        Passage(
            id=words, places=tuple(p for p in places if at(p, versions) == words), likeness=Likeness.SAME, rule=RULE
        )
        for words in dict.fromkeys(at(p, versions) for p in places)
    ]
    (kinship,) = find_kinship(versions, passages)
    assert kinship.relation is relation


def at(place: Place, versions: Sequence[Annotated]) -> str:
    return next(version.article.at(place.span) for version in versions if version.id == place.version)


words = st.lists(st.sampled_from("abcd"), max_size=30).map(" ".join)


@given(left=words, right=words)
def test_runs_are_shared_and_disjoint_in_the_left(left: str, right: str) -> None:
    (kinship,) = find_kinship([make_version(left, id="a"), make_version(right, id="b")], ())
    spans = sorted(ours.span for ours, _ in kinship.runs)
    assert all(first.end < second.start for first, second in pairwise(spans))
    for ours, theirs in kinship.runs:
        shared = left[ours.span.start : ours.span.end]
        assert shared == right[theirs.span.start : theirs.span.end]
        assert len(shared.split()) >= RUN_WORDS
    assert kinship.shared_words == sum(len(left[span.start : span.end].split()) for span in spans)
