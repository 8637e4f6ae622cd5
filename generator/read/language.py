"""Which language a text is in, told by its small words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

UNDETERMINED = "und"

FEWEST_WORDS = 12
"""Below this many words a handful of small words says nothing."""
LEAST_SHARE = 0.12
"""Running prose is a quarter to a half small words; names, tables and other languages stay far below."""
LEAST_LEAD = 1.25
"""How far the first language must lead the second: neighbours such as Spanish and Portuguese share small words."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _small_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("generator.read").joinpath("small_words.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in table["words"].items()}


def language_of(text: str) -> str:
    """Return the BCP 47 tag of the language of `text`, or `und` where the text does not let us tell.

    Knows the languages of `small_words.toml`, no others: text in another one is `und`, unless it borrows very freely.
    """
    counts = Counter(word.lower().replace("’", "'") for word in WORD.findall(text))
    total = counts.total()
    if total < FEWEST_WORDS:
        return UNDETERMINED
    shares = {language: sum(counts[word] for word in words) / total for language, words in _small_words().items()}
    (first, share), (_, next_share) = sorted(shares.items(), key=lambda item: -item[1])[:2]
    return first if share >= LEAST_SHARE and share >= LEAST_LEAD * next_share else UNDETERMINED
