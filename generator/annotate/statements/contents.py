"""Where the content of an attribution begins and ends."""

from __future__ import annotations

import re

from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.cues import CUE_FORMS
from generator.annotate.statements.verbs import FORMS

CLAUSE_AHEAD = re.compile(r"[AY]*(?:[NH](?:P[NYqM]|[cuA]N?|Y|\([^)]*\))*|t)[VBE]")
NEXT_VERB = re.compile(r"(?:[AY]|P[NY])*[VEG]")
SPEAKER_AHEAD = re.compile(r"[AY]*[NH](?:P[NY])*(?P<verb>[VE])")


def content_end(s: Sentence, start: int) -> int:
    """Return the last chunk of the content that begins at chunk `start`.

    It goes to the end of the sentence, but stops before “, but …”, “, while …”, “, which …”, a further reporting verb
    (“, adding …”, “ and called …”, “, he said”), a semicolon, and behind a quotation that ends like a sentence.
    """
    kinds = s.kinds
    size = len(kinds)
    at = _behind_introduction(kinds, start)
    clause_seen = False
    while at < size:
        kind = kinds[at]
        if kind == ";":
            return at - 1
        if kind in "VBE":
            clause_seen = True
        if kind in ",-" and at > start and _stops(s, at, clause_seen=clause_seen):
            return at - 1
        if kind == "c" and at > start and (verb := NEXT_VERB.match(kinds, at + 1)) and speaks(s, verb.end() - 1):
            return at - 1
        if kind == "c" and at > start and clause_seen and s.low(at) == "but" and CLAUSE_AHEAD.match(kinds, at + 1):
            return at - 1
        if kind == "Q" and at + 1 < size and kinds[at + 1] not in ".,cP?!":
            return at
        if (
            kind == ","
            and at > start
            and kinds[at - 1] == "Q"
            and _inside_marks(s, at)
            and kinds[at + 1 : at + 2] not in "cP"
        ):
            return at - 1
        at += 1
    while at - 1 > start and kinds[at - 1] in ".,:?!…":
        at -= 1
    return at - 1


def clause_start(s: Sentence, end: int) -> int:
    """Return where the content begins that ends at chunk `end`, in front of its cue.

    That is behind “But”, a semicolon or a bracket.
    """
    kinds = s.kinds
    bracket = kinds.rfind("(", 0, end)
    start = max(kinds.rfind(";", 0, end), bracket if ")" not in kinds[bracket:end] else -1) + 1
    if kinds[start] == "c" and start < end:
        start += 1
        if kinds[start] == "," and start < end:
            start += 1
    return start


# “that, because she testified, …”; “that in any negotiation, …”
INTRODUCTION = re.compile(r"t,[^,]*,|t[saP][^,Qq]*,(?=[^c])")


def _behind_introduction(kinds: str, start: int) -> int:
    found = INTRODUCTION.match(kinds, start)
    return found.end() if found else start


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


def _ends_a_phrase(s: Sentence, start: int, at: int) -> bool:
    """Whether the noun phrase that begins at chunk `start` ends before chunk `at`."""
    kinds = s.kinds
    kind, following = kinds[at], kinds[at + 1 : at + 2]
    if kind in "VBY":
        return True
    if kind in "sa":
        return kinds[at - 1] not in "PI" and s.low(at) not in ("as", "than")
    if kind == "E":
        return following not in ("P", "")
    if kind == "c":
        return following in tuple("VEBA") or (following == "H" and kinds[at + 2 : at + 3] in tuple("VEBA"))
    if kind == "P":
        behind_name = at - 1 == start and _is_name(s, start) and s.low(at) not in ("of", "for", "to")
        return following == "Y" or behind_name
    return kind in ",-" and following in tuple("APsaEGVBwQ")


def _without_comma(s: Sentence, start: int, end: int) -> int:
    while end > start and s.kinds[end] in ",-":
        end -= 1
    return end


def _is_name(s: Sentence, at: int) -> bool:
    chunk = s.chunks[at]
    return s.kinds[at] in "HM" or all(token.tag in "Ng" for token in s.tokens[chunk.first : chunk.last + 1])


def _inside_marks(s: Sentence, comma: int) -> bool:
    return s.span(comma, comma).end == s.span(comma - 1, comma - 1).end


def speaks(s: Sentence, at: int) -> bool:
    """Whether the verb group at chunk `at` may begin an attribution of its own."""
    if s.kinds[at] == "V" and all(form.form == "b" for form in FORMS.get(s.low(at), ())):
        return False
    return any(
        cue.inverts or cue.group in ("charge", "judge", "about", "characterise", "urge")
        for cue in CUE_FORMS.get(s.low(at), ())
    )


def _stops(s: Sentence, comma: int, *, clause_seen: bool) -> bool:
    kinds = s.kinds
    following = kinds[comma + 1 : comma + 2]
    low = s.first_low(comma + 1) if following else ""
    if following == "G":
        return bool(CUE_FORMS.get(s.low(comma + 1))) or low == "according"
    if following == "c":
        verb = NEXT_VERB.match(kinds, comma + 2)
        if verb is not None:
            return speaks(s, verb.end() - 1) or low == "but"
        return low in ("but", "and", "yet") and CLAUSE_AHEAD.match(kinds, comma + 2) is not None
    if following in ("V", "E"):
        return speaks(s, comma + 1)
    if following == "w":
        return clause_seen and low in ("which", "who", "where")
    if following == "s":
        return low in ("while", "although", "though", "whereas")
    if following == "a":
        if low == "as":
            return clause_seen and CLAUSE_AHEAD.match(kinds, comma + 2) is not None
        return clause_seen and low in ("after", "before")
    speaker = SPEAKER_AHEAD.match(kinds, comma + 1)
    return speaker is not None and speaks(s, speaker.start("verb"))
