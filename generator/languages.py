"""The languages of versions: which the rules know, and which versions can be compared. Nothing is translated."""

from __future__ import annotations

from babel import Locale

from generator.model import Article

ENGLISH = "en"
UNTOLD = "und"
"""BCP 47 for a language that could not be told from the text."""
SHORT_WORDS = 30
"""Fewer words, such as a copy cut after its headline, hold too few small words to tell a language by."""


def rules_know(article: Article) -> bool:
    """Whether the English word lists fit: English, or too short a text to tell that it is something else."""
    return _primary(article) == ENGLISH or _open(article)


def one_language(left: Article, right: Article) -> bool:
    """Whether a passage of one could be found in the other; a text too short to tell goes with every language."""
    return _open(left) or _open(right) or _primary(left) == _primary(right)


def language_name(article: Article) -> str:
    """`German`, `a language in Cyrillic script`, `a language that the rules do not know`."""
    primary, _, script = _primary(article).partition("-")
    english = Locale(ENGLISH)
    if primary != UNTOLD:
        return str(english.languages.get(primary, primary))
    name = english.scripts.get(script.capitalize())
    return f"a language in {name} script" if name else "a language that the rules do not know"


def _primary(article: Article) -> str:
    """`pt` of `pt-BR`; `und-arab` stays whole, for the script is all that is known."""
    tag = article.seed.details.language.value.lower()
    return tag if tag.startswith(UNTOLD) else tag.split("-")[0]


def _open(article: Article) -> bool:
    return _primary(article) == UNTOLD and article.words < SHORT_WORDS
