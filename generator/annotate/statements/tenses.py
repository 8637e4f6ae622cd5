"""The tense of a verb group."""

from __future__ import annotations

from enum import StrEnum

from generator.annotate.lexicon import words
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.verbs import FORMS


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    BACKSHIFTED = "would"
    """What stands for "will", "can" or "did" in words told of later: "would", "could", "had been"."""


AUXILIARIES = {
    Tense.PAST: frozenset(["was", "were", "did"]),
    Tense.PRESENT: words("is are am 's 're 'm has have 've do does will 'll wo can ca may must shall"),
    Tense.BACKSHIFTED: frozenset(["would", "could", "might", "should", "had", "'d"]),
}


def tense(s: Sentence, at: int) -> Tense:
    """Return the tense of the verb group at chunk `at`, told by its first auxiliary, else by its form."""
    chunk = s.chunks[at]
    tokens = s.tokens[chunk.first : chunk.last + 1]
    for token in tokens:
        for found, auxiliaries in AUXILIARIES.items():
            if token.low in auxiliaries:
                return found
    forms = {form.form for form in FORMS.get(tokens[-1].low, ())}
    return Tense.PRESENT if forms & {"b", "s"} and tokens[-1].tag != "E" else Tense.PAST
