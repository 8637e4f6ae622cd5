"""The reader of verbs inside a relative clause: …, which X denies; a plan that X said was dead."""

from __future__ import annotations

import re

from generator.annotate.statements import rules
from generator.annotate.statements.attributions import CuePlace, attribution
from generator.annotate.statements.contents import content_end
from generator.annotate.statements.doubts import INSIDE
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import phrase_start, subject_before

RELATIVES = frozenset(["that", "which", "who", "what"])
# Behind the verb the clause goes on without its subject: "… said ‖ was dead".
WITHOUT_SUBJECT = re.compile(r"A*(?P<content>[VB]|E(?=[NPHMIA]))")


def read_extracted(place: CuePlace) -> Reading | None:
    """Read “the plan, which X said was dead” and “a plan he said was dead”: the clause has its subject in front."""
    s = place.s
    behind = WITHOUT_SUBJECT.match(s.kinds, place.after)
    subject = subject_before(s, place.at)
    if behind is None or subject is None or subject.how != "next to the verb" or not subject.first:
        return None
    before, start = subject.first - 1, behind.start("content")
    if s.low(before) in RELATIVES:
        told = (before, before)
    elif s.kinds[before] == "N" and s.kinds[subject.first] == "H":
        told = (phrase_start(s, before), before)
    else:
        return None
    end = content_end(s, start)
    comma = s.kinds.find(",", start, end + 1)
    if comma > 0 and s.kinds[before - 1 : before] == ",":
        # ", which X said was dead, ‖ came back"
        end = comma - 1
    pieces = [told, (start, end)]
    if s.kinds[start : start + 2] == "Bt":
        # "What X said was ‖ that the plan was dead"
        pieces = [(start + 1, end)]
    return attribution(place, pieces, subject._replace(how=INSIDE), rules.RELATIVE_CLAUSE)


def read_antecedent(place: CuePlace) -> Reading | None:
    """Read “allegations that X denies” and “…, which X denies”: the content is the noun phrase in front, or “which”."""
    s = place.s
    subject = subject_before(s, place.at)
    if subject is None or subject.first < 2:
        return None
    if s.low(subject.first - 1) == "which":
        # What “which” stands for, the firm or all that was said, the grammar cannot tell.
        which = [(subject.first - 1, subject.first - 1)]
        return attribution(place, which, subject._replace(how="relative"), rules.MATTER)
    if s.kinds[subject.first - 2 : subject.first] != "Nt":
        return None
    before = subject.first - 2
    return attribution(place, [(phrase_start(s, before), before)], subject._replace(how=INSIDE), rules.MATTER)
