"""Coverage: what differs first; each cell cites its sentence or says that it was not found."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model import Annotated, Relation
from generator.render.coverage import ROW_WORDS, coverage_page
from generator.render.lookup import Lookup
from tests.telling import in_language, make_version, reading, section, tell

A = make_version("Taxes will rise.\n\nIt rained.")
B = make_version("Taxes rise.\n\nThe mayor agreed.", letter="b")


def test_what_is_not_in_every_copy_stands_first() -> None:
    page = coverage_page(Lookup(tell(A, B, same=[{"a": 1, "b": 1}])))
    assert "Two sentences were found in one copy and not in another." in section(page, "single")
    assert "It rained. found in one version only A ¶2 not found in this copy" in section(page, "single")
    assert "The mayor agreed. found in one version only not found in this copy B ¶2" in section(page, "single")
    assert "Taxes will rise. reworded; here the words of A A ¶1 B ¶1" in section(page, "common")
    assert page.text.index("{#single}") < page.text.index("{#common}")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        pytest.param(
            "Taxes will rise.\n\nIt rained.",
            "Two sentences have a partner in every copy, in the same words.",
            id="same",
        ),
        pytest.param(
            "Taxes rise.\n\nIt rained.", "Two sentences have a partner in every copy, some in other words.", id="some"
        ),
        pytest.param("Taxes rise.\n\nRain.", "Two sentences have a partner in every copy, in other words.", id="none"),
    ],
)
def test_a_partner_in_other_words_is_not_said_to_be_the_same(other: str, told: str) -> None:
    versions = (A, make_version(other, letter="b"))
    page = coverage_page(Lookup(tell(*versions, same=[{"a": 1, "b": 1}, {"a": 2, "b": 2}])))
    assert told in section(page, "common")


def test_a_part_without_rows_has_no_heading() -> None:
    page = coverage_page(Lookup(tell(A, B)))
    assert "{#single}" in page.text
    assert "{#apart}" not in page.text
    assert "{#common}" not in page.text


def test_copies_that_share_little_have_what_they_share_first() -> None:
    """… and the long list of what one alone has folded behind it, told once."""
    shared = [{"a": 1, "b": 1}]
    apart = [replace(kinship, relation=Relation.APART) for kinship in tell(A, B).comparison.kinship]
    page = coverage_page(Lookup(tell(A, B, same=shared, kinship=apart)))
    assert page.text.index("{#common}") < page.text.index("{#single}") < page.text.index("<details")
    assert "The rules found no counterpart in another version for 2 of the 4 sentences of these versions." in reading(
        page
    )
    assert "<details" not in coverage_page(Lookup(tell(A, B, same=shared))).text


def test_another_language_is_not_said_to_lack_a_sentence() -> None:
    german = in_language(make_version("Es regnete.", letter="c"), "de")
    told = reading(coverage_page(Lookup(tell(A, B, german))))
    assert "A and B are in English and C is in German. Nothing is translated here" in told
    assert "It rained. found in one version of its language only A ¶2 not found in this copy –" in told
    assert "Es regnete" not in told
    told = reading(coverage_page(Lookup(tell(A, german))))
    assert "Nothing is translated here" in told
    assert "not found in this copy" not in told.replace("“Not found in this copy” says just that", "")


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        pytest.param((), "No sentence was found in this story", id="none"),
        pytest.param((A,), "This story has one version", id="one"),
        pytest.param((make_version(""), make_version("", letter="b")), "No sentence was found", id="empty"),
    ],
)
def test_nothing_to_compare_is_said_without_a_table(versions: tuple[Annotated, ...], told: str) -> None:
    page = coverage_page(Lookup(tell(*versions)))
    assert told in reading(page)
    assert "<table" not in page.text
    assert "\n## " not in page.text


def test_past_four_versions_a_narrow_screen_reads_a_list() -> None:
    versions = [make_version("It rained.", letter=letter) for letter in "abcdef"]
    text = coverage_page(Lookup(tell(*versions, same=[{"a": 1, "c": 1}]))).text
    assert "tt-matrix-wide" in text
    assert "Not found in B, D, E and F" in reading(text)
    assert "tt-matrix-wide" not in coverage_page(Lookup(tell(*versions[:4]))).text


def test_the_matrix_can_be_scrolled_by_keyboard_and_keeps_its_roles() -> None:
    text = coverage_page(Lookup(tell(A, B))).text
    assert re.search(r'role="region" tabindex="0" aria-label="[^"]+"', text)
    assert text.count('role="row"') == 1 + 4
    assert text.count('role="cell"') == 4 * 2


def test_a_long_sentence_is_shortened_to_be_recognised() -> None:
    long_one = make_version(" ".join(f"word{n}" for n in range(ROW_WORDS + 5)) + ".")
    told = reading(coverage_page(Lookup(tell(long_one, B))))
    assert f"word{ROW_WORDS - 1} … found in" in told
    assert f"word{ROW_WORDS}" not in told


def test_nothing_is_called_omitted() -> None:
    told = reading(coverage_page(Lookup(tell(A, B)))).casefold()
    assert not [word for word in ("omit", "left out", "missing", "dropped") if word in told]
