"""Which language a text is in, told by its small words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from unicodedata import name

UNDETERMINED = "und"

FEWEST_WORDS = 12
"""Below this many words a handful of small words says nothing."""
LEAST_SHARE = 0.12
"""Running prose is a quarter to a half small words; names, tables and other languages stay far below."""
LEAST_LEAD = 1.25
"""How far the first language must lead the second: neighbours such as Spanish and Portuguese share small words."""

FEWEST_LETTERS = 12
SCRIPTS = {
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "CJK": "Hani",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Kore",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "THAI": "Thai",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "ETHIOPIC": "Ethi",
}
"""The first word of a letter's name in Unicode, and the subtag of the script (ISO 15924)."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _small_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("generator.read").joinpath("small_words.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in table["words"].items()}


def language_of(text: str) -> str:
    """Return the BCP 47 tag of the language of `text`, or `und` where the text does not let us tell.

    Knows the languages of `small_words.toml`, no others: text in another one is `und`, unless it borrows very freely;
    `und-Arab` and the like where it is written in another script than Latin.
    """
    known = _by_small_words(text)
    if known != UNDETERMINED:
        return known
    letters = [letter for letter in text if letter.isalpha()]
    scripts = Counter(SCRIPTS.get(name(letter, "").split(" ")[0], "") for letter in letters)
    script = next(iter(dict(scripts.most_common(1))), "")
    return f"{UNDETERMINED}-{script}" if script and scripts[script] >= FEWEST_LETTERS else UNDETERMINED


def _by_small_words(text: str) -> str:
    counts = Counter(word.lower().replace("’", "'") for word in WORD.findall(text))
    total = counts.total()
    if total < FEWEST_WORDS:
        return UNDETERMINED
    shares = {language: sum(counts[word] for word in words) / total for language, words in _small_words().items()}
    (first, share), (_, next_share) = sorted(shares.items(), key=lambda item: -item[1])[:2]
    return first if share >= LEAST_SHARE and share >= LEAST_LEAD * next_share else UNDETERMINED
