"""Where the content of an attribution begins and ends."""

from __future__ import annotations

import re

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.cues import CUE_FORMS, Cue
from generator.annotate.statements.tenses import Tense, tense
from generator.annotate.statements.verbs import FORMS

# Nouns that label what was said before: “, a charge that …” (Francis, "Labelling discourse", 1994).
LABELS = words(read_lexicon("cue_nouns")["with_a_clause"]) | words(
    "offer offers move decision proposal figure reference"
)
CLAUSE_AHEAD = re.compile(r"[AY]*(?:[NH](?:P[NYqM]|[cuA]N?|Y|\([^)]*\))*|t)[VBE]")
NEXT_VERB = re.compile(r"(?:[AY]|P[NY])*[VEG]")
WITH_A_SPEAKER = re.compile(r"P[NH](?:P[NY])*A?(?P<verb>G)")
SPEAKER_AHEAD = re.compile(r"[AY]*[NH](?:P[NY])*(?P<verb>[VE])")


def content_end(s: Sentence, start: int) -> int:
    """Return the last chunk of the content that begins at chunk `start`.

    It goes to the end of the sentence, but stops before a clause that the writer adds (“, but …”, “, which …”), a
    further reporting verb (“, adding …”, “ and called …”, “, he said”), and behind a quotation that ends like a
    sentence. Where the cue itself stands in a clause between commas, so does its content.
    """
    kinds = s.kinds
    size = len(kinds)
    at = _behind_introduction(kinds, start)
    main_clause = _main_clause_ahead(kinds, start)
    clause_seen = False
    while at < size:
        kind = kinds[at]
        if kind in "VBE":
            clause_seen = True
        if kind == "t" and kinds[at + 1 : at + 2] not in tuple("VBE"):
            # "found that the rooms, which …, are empty": behind "that" a clause begins afresh.
            clause_seen = False
        if kind in ",;-" and at > start and _stops(s, start, at, clause_seen=clause_seen):
            return at - 1
        if kind == "," and clause_seen and main_clause is not None and main_clause.match(kinds, at + 1):
            return at - 1
        if kind == "c" and at > start and (verb := NEXT_VERB.match(kinds, at + 1)) and speaks(s, verb.end() - 1):
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


# “While Reyes said [it was over], she left”; “Reyes, who said [it was over], left”
FRONTED = re.compile(r"c?(?:[sa][^,]*|[PG][^,VB]*)")
RELATIVE = re.compile(r".*,[NP]*w[^,]*")
VERB_AHEAD = re.compile(r"[AY]*[VBE]")


def _main_clause_ahead(kinds: str, start: int) -> re.Pattern[str] | None:
    """Return what goes on with the main clause behind the content; None where the content stands in the main clause."""
    if FRONTED.fullmatch(kinds, 0, start):
        return CLAUSE_AHEAD
    return VERB_AHEAD if RELATIVE.fullmatch(kinds, 0, start) else None


def clause_start(s: Sentence, end: int) -> int:
    """Return where the content begins that ends at chunk `end`, in front of its cue.

    That is behind “But”, a semicolon or a bracket.
    """
    kinds = s.kinds
    bracket = kinds.rfind("(", 0, end)
    start = max(kinds.rfind(";", 0, end), bracket if ")" not in kinds[bracket : end + 1] else -1) + 1
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


def _inside_marks(s: Sentence, comma: int) -> bool:
    return s.span(comma, comma).end == s.span(comma - 1, comma - 1).end


def speaks(s: Sentence, at: int) -> bool:
    """Whether the verb group at chunk `at` may begin an attribution of its own."""
    if s.kinds[at] == "V" and all(form.form == "b" for form in FORMS.get(s.low(at), ())):
        return False
    return any(
        (cue.inverts or cue.group in ("charge", "judge", "about", "feel_about", "characterise", "urge"))
        and _has_particles(s, at, cue)
        for cue in CUE_FORMS.get(s.low(at), ())
    )


def _has_particles(s: Sentence, at: int, cue: Cue) -> bool:
    behind = s.chunks[at + 1 : at + 1 + len(cue.particles)]
    return tuple(s.tokens[chunk.first].low for chunk in behind) == cue.particles


# A few words without a verb: “, although brief, …”
ASIDE = re.compile(r"[^VBE,;]*,")


def _stops(s: Sentence, start: int, comma: int, *, clause_seen: bool) -> bool:
    kinds = s.kinds
    following = kinds[comma + 1 : comma + 2]
    low = s.first_low(comma + 1) if following else ""
    if following == "N" and low in ("a", "an") and s.low(comma + 1) in LABELS:
        # ", a charge that Reyes denied"
        return True
    if following == "G":
        return bool(CUE_FORMS.get(s.low(comma + 1))) or low == "according"
    if following == "c":
        verb = NEXT_VERB.match(kinds, comma + 2)
        if verb is not None:
            return speaks(s, verb.end() - 1) or (low == "but" and kinds[comma - 1] not in "Qq")
        if low not in ("but", "and", "yet") or CLAUSE_AHEAD.match(kinds, comma + 2) is None:
            return False
        return _is_the_writers(s, start, comma, unless_told=low == "but")
    if following in ("V", "E"):
        return speaks(s, comma + 1)
    if following == "w":
        return clause_seen and low in ("which", "who", "where") and _is_the_writers(s, start, comma, unless_told=True)
    if following in ("s", "a"):
        if low not in ("while", "although", "though", "whereas", "as", "after", "before") or not clause_seen:
            return False
        if low == "as" and CLAUSE_AHEAD.match(kinds, comma + 2) is None:
            return False
        return not ASIDE.match(kinds, comma + 1) and _is_the_writers(s, start, comma)
    if gives_way(s, comma):
        return True
    speaker = SPEAKER_AHEAD.match(kinds, comma + 1)
    return speaker is not None and speaks(s, speaker.start("verb"))


def gives_way(s: Sentence, comma: int) -> bool:
    """Whether another speaker follows the comma: ", with one aide saying …" (Quirk et al. 1985, 15.34)."""
    another = WITH_A_SPEAKER.match(s.kinds, comma + 1)
    return another is not None and s.low(comma + 1) == "with" and speaks(s, another.start("verb"))


def _is_the_writers(s: Sentence, start: int, comma: int, *, unless_told: bool = False) -> bool:
    """Whether the clause behind the comma is the writer's own and not part of what is told.

    What is told in the past goes on with "would" (Quirk et al. 1985, 14.31: backshift), and behind a quotation the
    speaker goes on. A step from another tense into the simple past is the writer's, and so is a clause behind an
    infinitive. `unless_told`: in doubt it is.
    """
    kinds = s.kinds
    if kinds[comma - 1] in "Qq":
        return False
    if kinds[start] == "I":
        return True
    here = next((tense(s, at) for at in range(start, comma) if kinds[at] in "VBE"), None)
    there = next((tense(s, at) for at in range(comma + 1, len(kinds)) if kinds[at] in "VBE"), None)
    if there is Tense.BACKSHIFTED:
        return False
    if unless_told:
        return True
    return there is Tense.PAST and here is not Tense.PAST
