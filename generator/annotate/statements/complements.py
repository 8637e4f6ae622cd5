"""What stands behind a reporting verb: quotation, clause, question, infinitive, object, noun phrase."""

from __future__ import annotations

import re

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.roles import is_role
from generator.annotate.statements import rules
from generator.annotate.statements.attributions import CuePlace
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import speaks
from generator.annotate.statements.cues import CUE_FORMS
from generator.annotate.statements.doubts import is_hypothetical
from generator.annotate.statements.verbs import NOUNS_TOO

# What may stand between the verb and the content: adverbs, times, "in a statement", "to reporters".
BETWEEN = r"(?:[AY]|-[AY]+-|,[AY]+,|,?P(?:[NYMH]|G(?=[,PN]))(?:u?N|c[NM])*|,(?=P|Y))*?"
# The letters are those of chunks.py. A bare clause begins with a noun phrase; its verb comes before any semicolon.
PATTERNS = {
    "quotation": re.compile(rf"{BETWEEN}[,:]?(?P<content>[Qq])"),
    "addressee": re.compile(
        r"[AY]*(?P<hearer>[NMHq](?:P[NYMq]|c[NM]|u|Y|,[^,VBtsw]*,(?:[AY]|P[NY])*(?=t))*)"
        rf"{BETWEEN}[,:]?(?P<content>t|[Qq]|[ws]|I|[HN](?:P[NYqM]|[uAYE]|cN)*[VBEQq])"
    ),
    "clause": re.compile(
        rf"{BETWEEN}(?:[,:]?(?P<that>t)|(?P<bare>:?(?:[NHqGad(]|Y(?=[NH])|s(?=[NHG])|P(?=[NYq][,NH]))[^;:]*?[VBEQq]))"
    ),
    "question": re.compile(rf"{BETWEEN}(?:P(?=w))?(?P<content>[ws])"),
    "infinitive": re.compile(r"[AY]*(?P<content>I|P(?=[NA]))"),
    "object": re.compile(r"[AY]*(?P<content>(?:[NMHq]|d)(?:P[NYMq]|c[NM]|u)*(?:[AY]|,)*(?=[IaPQqNG]))"),
    "noun": re.compile(r"(?:[AY]|PY)*(?P<content>[NMHQqYtw](?!$))"),
    "gerund": re.compile(r"[AY]*(?P<content>G)"),
}
COMPLEMENTS = {
    "quotation": rules.QUOTATION_AFTER_CUE,
    "addressee": rules.ADDRESSEE,
    "clause": rules.CLAUSE,
    "question": rules.QUESTION,
    "infinitive": rules.INFINITIVE,
    "object": rules.OBJECT,
    "noun": rules.MATTER,
    "gerund": rules.MATTER,
}
"""What a verb may take → the rule that reads it, in the order in which they are tried."""
SPEAKER_AT_THE_END = re.compile(r",[AY]*[NH](?:P[NY])*[VE]$")
QUESTION_WORDS = frozenset(["whether", "if", "how", "what", "why", "who", "where", "when", "which"])
# Verbs whose noun phrase is the subject of a clause, even where another clause parts it from its verb: “believes the
# man, as he came, was happy”. In “posted a picture as he came” it is an object.
WITHOUT_OBJECT = words("say think believe argue contend insist hope fear feel agree complain concede testify suggest")
# Verbs that make or pass on a text as often as they tell what it says, and what they make: “posted a picture of the
# bridge, and it is beautiful” (Levin 1993, 26.4 and 11.1, beside 37.7).
OF_MAKING = words("post write publish tweet retweet blog email e-mail text")
MADE = words(read_lexicon("sources")["documents"]) | words(read_lexicon("sources")["made"])
SUBJECT_AND_VERB = re.compile(r"N(?:P[NYMH])*A*[VB]")
# The holder of a post and what follows: “the head of the port ‖ as”.
HOLDER = re.compile(r"N(?:P[NYM]|cN|,[^,VB]*,)*.")
CONDITIONS = frozenset(["if", "unless", "although", "while", "because", "what", "whoever"])


def find_complement(place: CuePlace, takes: str) -> int | None:
    """Return the chunk where the content begins; None where the verb takes nothing of the kind here."""
    s = place.s
    match = PATTERNS[takes].match(s.kinds, place.after)
    if match is None:
        return None
    start = _start(match)
    if takes in ("noun", "object") and place.cue.verb == "dismiss" and loses_a_post(s, start):
        return None
    if (
        takes == "noun"
        and s.kinds[start] == "t"
        and any("clause" in other.takes for other in CUE_FORMS[s.low(place.at)])
    ):
        # What may be a clause and is none: "the council reports that track the money"
        return None
    if takes == "infinitive" and s.kinds[start] == "P" and not is_infinitive(s, start):
        return None
    if takes == "quotation" and s.kinds[start] == "q" and not _is_said(place, start):
        return None
    if s.kinds[start] == "w" and s.kinds[start - 1] == ",":
        # ", which first emerged": a relative clause
        return None
    if s.kinds[start] in "ws":
        if takes == "clause" and s.first_low(start) not in CONDITIONS:
            return None
        if takes in ("question", "addressee") and s.first_low(start) not in QUESTION_WORDS:
            return None
        if takes == "addressee" and s.first_low(start) in ("who", "which"):
            # "told a woman who suggested …": the hearer goes on
            return None
    if takes == "clause" and not _begins_a_clause(place, match):
        return None
    if takes == "clause" and SPEAKER_AT_THE_END.search(match.group()) and speaks(s, match.end() - 1):
        # "Reyes has maintained support among the young, a poll found": the verb behind the comma tells all the rest.
        return None
    return start


def loses_a_post(s: Sentence, at: int) -> bool:
    """Whether “dismissed” may send chunk `at` away from a post: “head coach Ana Reyes”, “its manager”, “Ana Reyes”.

    Not so where a verdict follows: “dismissed Ana Reyes as a fool”.
    """
    chunk = s.chunks[at]
    if chunk.kind != "N":
        return False
    words = s.tokens[chunk.first : chunk.last + 1]
    named = words[-1].tag == "N" and (
        any(is_role([word.low]) for word in words) or [word.tag for word in words] == ["N", "N"]
    )
    behind = HOLDER.match(s.kinds, at)
    judged = behind is not None and s.words(behind.end() - 1) == "as"
    return not judged and (named or is_role([words[-1].low]))


def is_infinitive(s: Sentence, at: int) -> bool:
    """Whether a “to” taken for a preposition stands before a verb that no list has: "is expected to surface in May"."""
    behind = s.tokens[s.chunks[at].last + 1 : s.chunks[at].last + 2]
    return s.low(at) == "to" and all(token.tag in "nvrl" for token in behind)


def _begins_a_clause(place: CuePlace, match: re.Match[str]) -> bool:
    """Whether a clause that is told begins here, and no noun phrase with a clause of its own."""
    s = place.s
    if match["that"] is not None:
        # "finance reports that track the money": a relative clause, and "reports" is a noun
        relative = s.kinds[match.end() : match.end() + 1] == "V"
        return not (relative and place.cue.verb in NOUNS_TOO and s.tokens[s.chunks[place.at].last].tag == "v")
    if s.low(match.start("bare")) == "as":
        # "told his aides as he left"
        return False
    if place.cue.verb not in WITHOUT_OBJECT and any(
        _is_conjunction(s, at) for at in range(match.start("bare") + 1, match.end())
    ):
        # "posted a picture as he left"
        return False
    if place.cue.verb in OF_MAKING and _is_made(s, match):
        return False
    return "," not in match.group() or _takes_clauses_only(place)


def _is_made(s: Sentence, match: re.Match[str]) -> bool:
    """Whether the noun behind a verb of making is what is made, and no verb of its own follows it."""
    start, end = match.start("bare"), match.end() - 1
    start += s.kinds[start] == ":"
    if s.kinds[start] != "N":
        return False
    if SUBJECT_AND_VERB.match(s.kinds, start):
        # "tweeted the video of the bridge was fake"
        return False
    return s.low(start) in MADE or s.kinds[end] in "Qq" or "," in s.kinds[start:end]


def _is_conjunction(s: Sentence, at: int) -> bool:
    if s.kinds[at] == "a":
        return s.low(at) != "than" and s.kinds[at + 1 : at + 2] == "H"
    return s.kinds[at] == "s"


def clause_follows(place: CuePlace) -> bool:
    return PATTERNS["clause"].match(place.s.kinds, place.after) is not None


def _is_said(place: CuePlace, start: int) -> bool:
    """Whether a few words in quotation marks behind the verb are what was said: not in “you can’t yell ‘fire’”."""
    kinds = place.s.kinds
    if kinds[start - 1] in ",:":
        return True
    return not kinds[place.after : start].strip("A") and not is_hypothetical(place.s, place.at)


def _takes_clauses_only(place: CuePlace) -> bool:
    """Whether a noun phrase behind the verb must begin a clause, however far off its verb."""
    if place.cue.group == "show":
        return True
    if place.cue.group != "say" or place.s.kinds[place.at] == "G":
        return False
    others = (other for other in CUE_FORMS[place.s.low(place.at)] if other.group != "utter")
    return not any("noun" in other.takes and not other.particles for other in others)


def _start(match: re.Match[str]) -> int:
    start = next(match.start(name) for name in match.re.groupindex if match.start(name) >= 0 and name != "hearer")
    return start + match.string.startswith(":", start)
