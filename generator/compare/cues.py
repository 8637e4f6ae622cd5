"""Which reporting verb a statement has."""

from __future__ import annotations

import re

from generator.compare.words import find_words
from generator.model import Article, Statement

# Words of a cue that are not its verb: "has also directly warned", "according to".
HELPERS = frozenset({
    "has", "have", "had", "is", "was", "were", "be", "been", "being", "will", "would", "can", "could", "may", "might",
    "must", "did", "does", "do", "also", "later", "earlier", "then", "again", "further", "not", "never", "to", "just",
    "already", "since", "first",
})  # fmt: skip
NO_VERB = frozenset({"according", "per", "in", "by", "from", "for", "as", "at"})
IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "thought": "think", "held": "hold", "made": "make", "put": "put", "swore": "swear", "shot": "shoot",
    "kept": "keep", "went": "go", "gave": "give", "took": "take", "saw": "see", "found": "find", "knew": "know",
}  # fmt: skip
ENDING = re.compile(r"(?:ing|ed|es|s|e)$")


def reporting_verb(article: Article, statement: Statement) -> str | None:
    """Return the stem of the statement's reporting verb; None where the cue has none, as "according to".

    Two forms of one verb have one stem (`said` and `says`, `noted` and `notes`); the stem is not for showing.
    """
    for span in statement.cue:
        for word in find_words(article, span):
            if word.text in NO_VERB:
                return None
            if word.text in HELPERS or word.text.endswith("ly"):
                continue
            stem = ENDING.sub("", IRREGULAR.get(word.text, word.text))
            return stem[:-1] + "i" if stem.endswith("y") else stem
    return None
