"""The reader of questions put to somebody: asked whether …, X said; X was asked about …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.statements import rules
from generator.annotate.statements.attributions import CuePlace, attribution
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.complements import QUESTION_WORDS
from generator.annotate.statements.contents import content_end
from generator.annotate.statements.cues import Cue
from generator.annotate.statements.matters import matter_end
from generator.annotate.statements.passives import is_passive
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import Subject, subject_before, subject_of_fronted

ASK = Cue("ask", (), "ask", frozenset(), inverts=False)
# Who asks: "by Jane Doe, a reporter,".
ASKER = re.compile(r"(?P<np>[NMH](?:P[Nq]|cN)*)(?:,[^,VBQ]*,|,w[^,]*,(?:c[^,]*,)?(?=Q))?")
# What may stand in front of the question: "twice", "on Monday", "at a briefing in Rome".
BETWEEN = re.compile(r"[AY]|P(?:[NYH]|G(?=P))")
INTRODUCING = frozenset(["when", "if", "after", "once", "while"])


def read_questions(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield the questions put to somebody in the passive; who asks stays open but where "by X" says so."""
    for at, kind in enumerate(s.kinds):
        if kind in "VEN" and s.low(at) == "asked" and _is_put(s, at):
            reading = _read(s, at, number)
            if reading is not None:
                yield reading


def _is_put(s: Sentence, at: int) -> bool:
    """Whether somebody is asked: "was asked", "when asked", "Asked …, he said"."""
    if not s.kinds[:at].strip("PAsc") or is_passive(s, at):
        return True
    before = at - 1 if s.kinds[at - 1] != "A" else at - 2
    return s.kinds[before] == "B" or s.first_low(before) in INTRODUCING


def _read(s: Sentence, at: int, number: int) -> Reading | None:
    asker, start = _asker_and_question(s, at + 1)
    if start is None:
        return None
    end = (matter_end if s.kinds[start] in "NMHY" else content_end)(s, start)
    if not set(s.kinds[:at]) & set("VBQ"):
        end = _before_the_main_clause(s, start, end)
    pieces = [(start, end)]
    if s.kinds[start] == "I" and (asked := subject_before(s, at)) is not None:
        pieces.insert(0, (asked.first, asked.last))
    return attribution(CuePlace(s, at, at + 1, ASK, number), pieces, asker, rules.QUESTION)


def _asker_and_question(s: Sentence, at: int) -> tuple[Subject | None, int | None]:
    """Return who asks and the chunk where the question begins; each None where the text has none."""
    asker: Subject | None = None
    while at < len(s.kinds) - 1:
        kind, low = s.kinds[at], s.low(at)
        if kind == "P" and low == "by" and (by := ASKER.match(s.kinds, at + 1)) is not None:
            asker = Subject(by.start("np"), by.end("np") - 1, "behind")
            at = by.end()
        elif kind == "P" and low == "about":
            return asker, at + 1
        elif (kind in "ws" and s.first_low(at) in QUESTION_WORDS) or kind in "QINq":
            return asker, at
        elif kind in ",:" and s.kinds[at + 1] in "Qq":
            return asker, at + 1
        elif (between := BETWEEN.match(s.kinds, at)) is not None:
            at = between.end()
        else:
            break
    return asker, None


def _before_the_main_clause(s: Sentence, start: int, end: int) -> int:
    """Return the end of a question in front of its answer: "Asked [whether it was true], she said …"."""
    for comma in range(start, end):
        if s.kinds[comma] == "," and subject_of_fronted(s, comma) is not None:
            return comma - 1
    return end
