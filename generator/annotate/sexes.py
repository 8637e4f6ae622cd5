"""What the text itself calls a person: he or she. A given name tells nothing here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.annotate.lexicon import read_lexicon, words

_TITLES = read_lexicon("titles")
_MALE = words(_TITLES["male"])
_FEMALE = words(_TITLES["female"])
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)


def sex_of_title(title: Iterable[str]) -> str | None:
    """Return `he` for a title with Mr. or chairman in it, `she` for Ms. or spokeswoman; words in small letters."""
    said = frozenset(title)
    male, female = not said.isdisjoint(_MALE), not said.isdisjoint(_FEMALE)
    return None if male == female else "he" if male else "she"


def sex_of_sentence(text: str) -> str | None:
    """Return the one pronoun that a sentence has, `he` or `she`; None where it has both or none."""
    he, she = _HE.search(text), _SHE.search(text)
    return None if (he is None) == (she is None) else "he" if he else "she"
