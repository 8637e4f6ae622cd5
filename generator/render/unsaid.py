"""Reporting verbs in the negative: what somebody did not say or would not say is credited to nobody."""

from __future__ import annotations

import re

from generator.model import Article, Span, Statement

_NEGATIVE = (
    r"(?:\w+n['’]t|not|never|cannot|declin(?:e[sd]?|ing)|refus(?:e[sd]?|ing)|fail(?:s|ed|ing)?|unable|unwilling)"
)
# "didn't reveal", "has not yet announced", "could not say"; "did not only say" says more than it denies.
IN_CUE = re.compile(rf"\b{_NEGATIVE}\b(?! (?:only|just|merely)\b)", re.IGNORECASE)
# "declined | to say", "never quite | explained"; not "Byron, not the mayor, | said".
BEFORE_CUE = re.compile(rf"\b{_NEGATIVE}(?: \w+ly| yet| even| quite)?\s+$", re.IGNORECASE)
LONGEST_CHARS = 30
"""How far in front of the reporting verb its negation is looked for."""


def unsaid(article: Article, statement: Statement) -> Span | None:
    """Return the words that tell that it was not said, the verb included; None where it is told as said.

    A view or a wish in the negative ("did not want") is a view, and a denial ("never admitted that") its own matter.
    """
    if statement.stance or statement.denial or not statement.cue:
        return None
    cue = statement.cue[0]
    if IN_CUE.search(article.at(cue)):
        return cue
    before = BEFORE_CUE.search(article.text, max(0, cue.start - LONGEST_CHARS), cue.start)
    return Span(before.start(), cue.end) if before else None
