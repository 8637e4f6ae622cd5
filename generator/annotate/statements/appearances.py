"""The reader of appearances: X seems to …; it appears that …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.lexicon import words
from generator.annotate.statements import rules
from generator.annotate.statements.attributions import CuePlace, attribution
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import content_end
from generator.annotate.statements.cues import CUE_FORMS, Cue
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import Subject, subject_before

# Raising verbs of evidence (Quirk et al., A Comprehensive Grammar of the English Language, 1985, 16.34 and 16.73;
# Chafe, "Evidentiality in English conversation and academic writing", 1986).
VERBS = words("seem seems seemed appear appears appeared")
SEEM = Cue("seem", (), "feel", frozenset(), inverts=False)
# Behind the verb: "to be lost", "ready to leave", "poised to win", "like a good idea", "as if it rained".
# A verb that stands in no list leaves "to" a preposition.
STATE = re.compile(r"A*(?P<content>I|P(?=[NHM])|N(?!$)|E(?=[IP])|as?[NH])")
CLAUSE = re.compile(r"A*(?P<content>t|[NH][^,;:]*?[VBE]|N(?=t))")


def read_appearances(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield what something seems to be; to whom, the text does not say, and so the source is empty.

    Missed on purpose: a verb of saying or thinking behind "seems to", which has a speaker ("he seems to think …").
    """
    for at in range(1, len(s.kinds) - 1):
        if s.kinds[at] not in "VE" or s.low(at) not in VERBS:
            continue
        subject = subject_before(s, at)
        if subject is None:
            continue
        pieces = _impersonal(s, at, subject) or _raised(s, at, subject)
        reading = attribution(CuePlace(s, at, at + 1, SEEM, number), pieces, None, rules.APPEARANCE)
        if reading is not None:
            yield reading


def _impersonal(s: Sentence, at: int, subject: Subject) -> list[tuple[int, int]]:
    clause = CLAUSE.match(s.kinds, at + 1)
    if clause is None or subject.first != subject.last or s.low(subject.first) != "it":
        return []
    start = clause.start("content")
    return [(start, content_end(s, start))]


def _raised(s: Sentence, at: int, subject: Subject) -> list[tuple[int, int]]:
    state = STATE.match(s.kinds, at + 1)
    if state is None or not _is_state(s, state.start("content")):
        return []
    start = state.start("content")
    return [(subject.first, subject.last), (start, content_end(s, start))]


def _is_state(s: Sentence, at: int) -> bool:
    """Whether the chunk tells how something is: not in "appeared a year later" nor in "appeared before the court"."""
    if s.kinds[at] == "P":
        return s.low(at) in ("to", "like")
    if s.kinds[at] == "a":
        return s.low(at) == "as"
    if s.kinds[at] == "I":
        return s.low(at) not in CUE_FORMS
    if s.kinds[at] == "N":
        return all(token.tag in "nr" for token in s.tokens[s.chunks[at].first : s.chunks[at].last + 1])
    return True
