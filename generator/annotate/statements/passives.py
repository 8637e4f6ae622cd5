"""Cues in the passive: … was criticised by X; … is expected to …"""

from __future__ import annotations

import re

from generator.annotate.lexicon import words
from generator.annotate.statements import rules
from generator.annotate.statements.attributions import CuePlace, attribution
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.complements import is_infinitive, loses_a_post
from generator.annotate.statements.contents import content_end
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import Subject, subject_before

BE_FORMS = frozenset(["am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m"])
AGENT = re.compile(r"P(?P<np>[NMH](?:P[NYq]|cN)*)")
HEARSAY = re.compile(r"[AY]*(?P<content>I|t|P(?=[NA])|[ws](?=[NH])|P?w)")
# Verbs whose passive tells what people expect or hold: evidential passives (Bergler, "Evidential analysis of reported
# speech", 1992).
HEARSAY_VERBS = words(
    "expect believe say report allege think understand consider rumor rumour suppose estimate see view"
    " tell urge order advise encourage"
)
# Those whose passive tells what somebody passes for ("is known as", "is remembered for") beside those that name.
REPUTATION_VERBS = words("know recognize recognise remember")
NAMED = re.compile(r"A*(?:(?P<as>a)A*(?P<state>[NGEqQH])|(?P<name>[NqQ]))")
CHARGED = re.compile(r"A*(?P<preposition>P)(?P<content>[NGqQMt])")


def is_passive(s: Sentence, at: int) -> bool:
    chunk = s.chunks[at]
    if s.kinds[at] != "V" or s.tokens[chunk.last].tag == "G":
        return False
    if s.tokens[chunk.first].low == "'s" and s.tokens[chunk.last].low in ("said", "told", "asked", "written"):
        # "he's said" has said it
        return False
    return any(s.tokens[i].low in BE_FORMS for i in range(chunk.first, chunk.last))


def _agent(place: CuePlace) -> Subject | None:
    """Return the “by X” of the clause."""
    s = place.s
    for at in range(place.after, len(s.kinds)):
        if s.kinds[at] not in "PNMYAq":
            return None
        match = AGENT.match(s.kinds, at) if s.low(at) == "by" else None
        if match is not None:
            return Subject(match.start("np"), match.end("np") - 1, "behind")
    return None


def read_passive(place: CuePlace) -> Reading | None:
    """Return the reading of a passive that names its agent, or of hearsay, whose source is empty."""
    s, at = place.s, place.at
    subject = subject_before(s, at)
    if subject is None:
        return None
    agent = _agent(place) if place.cue.takes & {"noun", "object"} else None
    if agent is not None and place.cue.verb == "dismiss" and loses_a_post(s, subject.last):
        return None
    if agent is not None:
        # "X was accused of theft by Y": who, and of what
        pieces = [(subject.first, subject.last), (place.after, agent.first - 2)]
        return attribution(place, pieces, agent, rules.PASSIVE)
    held = _what_is_held(place)
    if held is not None:
        pieces = [(subject.first, subject.last), (held, content_end(s, held))]
        return attribution(place, pieces, None, rules.HEARSAY)
    told = HEARSAY.match(s.kinds, place.after)
    if told is None or place.cue.verb not in HEARSAY_VERBS or subject.how == "relative":
        return None
    start = told.start("content")
    infinitive = s.kinds[start] == "I" or is_infinitive(s, start)
    if s.kinds[start] == "P" and s.kinds[start + 1] != "w" and not infinitive:
        return None
    pieces = [(start, content_end(s, start))]
    if infinitive:
        pieces.insert(0, (subject.first, subject.last))
    return attribution(place, pieces, None, rules.HEARSAY)


def _what_is_held(place: CuePlace) -> int | None:
    """Return the chunk of Y in “X is seen as Y”, “X was called Y”, “X was criticised for Y”, with nobody named."""
    s, cue = place.s, place.cue
    reputed = cue.verb in REPUTATION_VERBS
    named = NAMED.match(s.kinds, place.after) if reputed or cue.group == "characterise" else None
    if named is not None and cue.verb != "name":
        if named["name"]:
            return None if reputed else named.start("name")
        if s.low(named.start("as")) == "as":
            # "known as “the Hammer”": a nickname
            return None if reputed and named["state"] in "Qq" else named.start("state")
    charged = CHARGED.match(s.kinds, place.after) if reputed or cue.group == "charge" else None
    if charged is not None and s.low(charged.start("preposition")) in ("for", "of", "with"):
        return charged.start("content")
    return None
