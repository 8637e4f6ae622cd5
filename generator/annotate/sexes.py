"""What the text itself calls a person: he or she. A given name tells nothing here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.annotate.lexicon import read_lexicon, words

_TITLES = read_lexicon("titles")
_MALE = words(_TITLES["male"])
_FEMALE = words(_TITLES["female"])
# Subjects only, for "backed her up" is about someone else; and none that only says who speaks ("…, he said").
_PRONOUN = re.compile(
    r"\b(?:(?P<he>he|himself)|(?P<she>she|herself))\b(?!\s(?:also\s)?(?:said|says|added|adds|told|wrote|noted|continued))",
    re.IGNORECASE,
)


def sex_of_title(title: Iterable[str]) -> str | None:
    """Return `he` for a title with Mr. or chairman in it, `she` for Ms. or spokeswoman; words in small letters."""
    said = frozenset(title)
    male, female = not said.isdisjoint(_MALE), not said.isdisjoint(_FEMALE)
    return None if male == female else "he" if male else "she"


def sex_of_sentence(text: str) -> str | None:
    """Return the one subject pronoun that a sentence has, `he` or `she`; None where it has both or none."""
    found = {match.lastgroup for match in _PRONOUN.finditer(text)}
    return found.pop() if len(found) == 1 else None
