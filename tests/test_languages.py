"""Which languages the rules know, and which versions can be compared."""

from __future__ import annotations

import pytest

from generator.languages import SHORT_WORDS, language_name, one_language, rules_know
from tests.drawing import make_article

LONG = "word " * SHORT_WORDS


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param(("en-GB", LONG), ("en-US", LONG), True, id="two-ways-to-spell"),
        pytest.param(("en", LONG), ("de", LONG), False, id="two-languages"),
        pytest.param(("en", LONG), ("und", LONG), False, id="not-told-from-a-long-text"),
        pytest.param(("en", LONG), ("und", "Bridge closed."), True, id="not-told-from-a-headline"),
        pytest.param(("und", LONG), ("und", LONG), True, id="neither-told"),
        pytest.param(("und-Arab", LONG), ("und-Cyrl", LONG), False, id="two-scripts"),
    ],
)
def test_compares_within_one_language(left: tuple[str, str], right: tuple[str, str], same: bool) -> None:
    ours, theirs = (make_article(text, language=language) for language, text in (left, right))
    assert one_language(ours, theirs) is one_language(theirs, ours) is same


@pytest.mark.parametrize(
    ("language", "name", "known"),
    [
        ("en-NZ", "English", True),
        ("pt-BR", "Portuguese", False),
        ("und-Cyrl", "a language in Cyrillic script", False),
        ("und", "a language that the rules do not know", False),
    ],
)
def test_names_a_language_and_whether_the_rules_know_it(language: str, name: str, known: bool) -> None:
    article = make_article(LONG, language=language)
    assert (language_name(article), rules_know(article)) == (name, known)
