"""Where a content ends that is a noun phrase: X praised the plan for the region."""

from __future__ import annotations

import re

from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import content_end


def matter_end(s: Sentence, start: int) -> int:
    """Return the last chunk of a content that is a noun phrase: “X praised [the plan for the region] on Monday”.

    It stops before a finite verb, a conjunction, a time and, behind a name or a pronoun, before most prepositions.
    """
    kinds = s.kinds
    limit = content_end(s, start)
    clause_seen = kinds[start] in "twG"
    for at in range(start + 1, limit + 1):
        kind = kinds[at]
        if kind == "," and kinds[at + 1 : at + 3] == "Nt":
            # ", allegations that the firm denies"
            return at - 1
        if kind in "twI" or (kind in "GBE" and kinds[at - 1] == "P"):
            clause_seen = True
        elif not clause_seen and _ends_a_phrase(s, start, at):
            return _without_comma(s, start, at - 1)
    return limit


# "questions [he did not like]": a relative clause without "that"
CONTACT_CLAUSE = re.compile(r"N(?:H|N)A*$")
TIMELY = frozenset(["in", "on", "at", "during", "by", "from", "after", "before"])


def _ends_a_phrase(s: Sentence, start: int, at: int) -> bool:
    """Whether the noun phrase that begins at chunk `start` ends before chunk `at`."""
    kinds = s.kinds
    kind, following = kinds[at], kinds[at + 1 : at + 2]
    if kind in "VBE" and at - 2 >= start and CONTACT_CLAUSE.search(kinds, start, at):
        return False
    if kind in "VB":
        return True
    if kind == "Y":
        return kinds[at - 1] not in "Pa"
    if kind in "sa":
        return kinds[at - 1] not in "PIE" and s.low(at) not in ("as", "than")
    if kind == "E":
        # "the accord reached after two weeks", "the plan needed to save the bridge"
        return following not in tuple("PaYI")
    if kind == "c":
        return following in tuple("VEBA") or (following == "H" and kinds[at + 2 : at + 3] in tuple("VEBA"))
    if kind == "P":
        if following == "Y":
            # "on Monday" ends it, not so "on Monday that the bridge was safe" and "of the year"
            return s.low(at) in TIMELY and kinds[at + 2 : at + 3] in ("", *".,c;-")
        return s.low(at) in TIMELY and at - 1 == start and _is_name(s, start)
    if kind == "," and following == "P" and s.low(at + 1) in ("including", "like"):
        return False
    return kind in ",-" and following in tuple("APsaEGVBwQ")


def _without_comma(s: Sentence, start: int, end: int) -> int:
    while end > start and s.kinds[end] in ",-":
        end -= 1
    return end


def _is_name(s: Sentence, at: int) -> bool:
    chunk = s.chunks[at]
    return s.kinds[at] in "HM" or all(token.tag in "Ng" for token in s.tokens[chunk.first : chunk.last + 1])
