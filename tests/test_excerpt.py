"""What an excerpt shows: marked words and a few around them, never so many that it could stand in for the article."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate import annotate
from generator.excerpt import LONGEST_WORDS, shown
from generator.model import Annotated, Rights, Span
from tests.drawing import make_article, unmark

PADDING = "Nothing of this is marked and all of it is the work of somebody else entirely. "


def excerpted(text: str, rights: Rights | None = Rights.EXCERPT) -> Annotated:
    article = make_article(text)
    details = replace(article.seed.details, rights=rights)
    return annotate(replace(article, seed=replace(article.seed, details=details)))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("It was so. He left. ⟦Ada Byron said: “It is fair.” And all⟧ left.", id="quotation"),
        pytest.param("", id="no-mark"),
    ],
)
def test_shows_marked_words_and_a_few_around_them(marked: str) -> None:
    text, expected = unmark(PADDING * 5 + marked)
    assert list(shown(excerpted(text))) == expected


def test_a_long_quotation_is_cut() -> None:
    text = PADDING * 20 + "“" + "word " * 60 + "end,” Ada Byron said. "
    assert all(len(version_words) <= 2 * LONGEST_WORDS for version_words in shown_words(excerpted(text)))


def test_tells_who_is_quoted_before_it_tells_what() -> None:
    """Of a text that is all quotations every speaker is shown, and the short quotations whole."""
    long = "word " * 20
    text = f"“{long}so,” Ada Byron noted. “{long}too,” Karl Klein warned. “It is fair,” Ida Stone added."
    words = " ".join(" ".join(run) for run in shown_words(excerpted(text)))
    for told in ("Ada Byron noted", "Karl Klein warned", "“It is fair,” Ida Stone added"):
        assert told in words


def words_of(version: Annotated) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"\S+", version.article.text)]


def shown_words(version: Annotated) -> list[list[str]]:
    return [version.article.at(span).split() for span in shown(version)]


@given(st.lists(st.sampled_from(["“Go now,” Ada Byron said. ", "It rained. ", PADDING]), min_size=1, max_size=30))
def test_never_more_than_its_share(sentences: list[str]) -> None:
    version = excerpted("".join(sentences))
    words = sum(map(len, shown_words(version)))
    assert 3 * words <= version.article.words, "a third, as the page on rights promises"
    hidden = [word for word in words_of(version) if not any(span.holds(word) for span in shown(version))]
    assert words + len(hidden) == version.article.words


@pytest.mark.parametrize("rights", [Rights.FULL, None])
def test_all_is_shown_where_the_editor_has_not_said_otherwise(rights: Rights | None) -> None:
    version = excerpted(PADDING, rights)
    assert shown(version) == tuple(block.span for block in version.article.blocks)
