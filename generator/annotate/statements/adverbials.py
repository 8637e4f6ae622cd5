"""Cues outside the clause: according to X; in a poll by X; as reported by X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.statements import rules
from generator.annotate.statements.attributions import CuePlace, attribution
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import clause_start, content_end
from generator.annotate.statements.cues import CUE_FORMS, Cue
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import Subject

ACCORDING = re.compile(r"GP(?P<np>[NHM](?:P[NYqM]|q|u|c[NM]|E(?:P[NY])?|Y)*(?:,N(?:P[NY])*(?=,[NHQqt]|\.))?)")
ACCORDING_TO = Cue("according", ("to",), "say", frozenset(), inverts=False)
SURVEY = re.compile(r"A?P(?P<np>N(?:P[NY]|E|Y)*),?(?P<content>[NHY])")
SURVEYS = frozenset(["poll", "survey", "polls", "surveys", "tally", "count", "estimate", "study", "report", "census"])
IN_A_SURVEY = Cue("in", (), "show", frozenset(), inverts=False)


def read_according_to(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield “According to X, …” and “…, according to X”."""
    kinds = s.kinds
    for match in ACCORDING.finditer(kinds):
        at, behind = match.start(), match.end()
        if s.low(at) != "according" or s.low(at + 1) != "to":
            continue
        if at <= 1:
            start = behind + 1 if kinds[behind : behind + 1] == "," else behind
            pieces = [(start, content_end(s, start))] if start < len(kinds) else []
        else:
            end = at - 1
            while end > 0 and kinds[end] in ",-":
                end -= 1
            pieces = [(clause_start(s, end), end)]
            if kinds[behind : behind + 1] == "," and behind + 1 < len(kinds) and kinds[behind + 1] not in "cwGaP":
                pieces.append((behind + 1, content_end(s, behind + 1)))
        source = Subject(match.start("np"), match.end("np") - 1, "behind")
        reading = attribution(CuePlace(s, at, at + 2, ACCORDING_TO, number), pieces, source, rules.ACCORDING_TO)
        if reading is not None:
            yield reading


def read_surveys(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield “In a poll by X, 52 percent …”."""
    match = SURVEY.match(s.kinds)
    if match is None or s.low(match.start("np")) not in SURVEYS:
        return
    at = match.start("np") - 1
    if s.low(at) in ("in", "by", "under"):
        start = match.start("content")
        source = Subject(match.start("np"), match.end("np") - 1, "behind")
        place = CuePlace(s, at, at + 1, IN_A_SURVEY, number)
        reading = attribution(place, [(start, content_end(s, start))], source, rules.SURVEY)
        if reading is not None:
            yield reading


AS_REPORTED = re.compile(r"aE(?:Y|P[NY])*?P(?P<np>[NM](?:P[NYq])*),(?P<content>.)")
AS_SAID_BY = Cue("report", (), "say", frozenset(), inverts=False)


def read_as_reported(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield “As reported by X, …”."""
    match = AS_REPORTED.match(s.kinds)
    if match is None or s.first_low(0) != "as" or s.low(match.start("np") - 1) != "by" or s.low(1) not in CUE_FORMS:
        return
    source = Subject(match.start("np"), match.end("np") - 1, "behind")
    start = match.start("content")
    pieces = [(start, content_end(s, start))]
    reading = attribution(CuePlace(s, 1, 2, AS_SAID_BY, number), pieces, source, rules.AS_SAID)
    if reading is not None:
        yield reading
