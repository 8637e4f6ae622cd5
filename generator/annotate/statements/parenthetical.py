"""Verbs of saying that follow their content or stand inside it: “…,” X said; …, said X; As X said, …"""

from __future__ import annotations

import re

from generator.annotate.statements import rules
from generator.annotate.statements.attributions import CuePlace, attribution
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.complements import clause_follows
from generator.annotate.statements.contents import clause_start, content_end
from generator.annotate.statements.cues import CUE_FORMS
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import Subject, subject_before, subject_behind
from generator.model import Rule

# Behind a verb in brackets: “…, she said in an interview.”
TAIL = re.compile(r"(?:[AY]|P(?:[NYMqH]|G[NM]?)(?:[Nq]|c[NY]|u)*|a[NY])*(?P<stop>[,.;?!)-]|$|(?=c[NH]))")
# … with the hearer: “…, she told reporters in an interview.”
TAIL_WITH_HEARER = re.compile(
    r"(?:[AYM]|P(?:[NYMqH]|G[NM]?)(?:q|c[NY]|u)*|a[NY]|N(?=[P,.Y)]|$))*(?P<stop>[,.;?!)-]|$|(?=c[NH]))"
)
QUOTATION_AHEAD = re.compile(r"(?:[AY]|P[NYMH])*[,:]?[Qq]")
# Behind the cue the quotation goes on: “…,” he said in Rome, “…”
RESUMED = re.compile(r"[^VBEGt]*?[,:]?(?P<rest>Q)")
# … also behind a participle between commas: “…,” he said, pointing to the bridge, “…”
RESUMED_BEHIND_PARTICIPLE = re.compile(r"[^VBEGt]*?(?P<participle>G)[^VBEtQ]+,(?P<rest>Q)")


def read_around(place: CuePlace) -> Reading | None:
    """Return the reading of a verb whose content stands in front of it; None where its content follows."""
    s, at = place.s, place.at
    kinds = s.kinds
    if kinds[at] not in "VE":
        return None
    subject = subject_before(s, at)
    if subject is not None and subject.how in ("next to the verb", "apposition"):
        before = subject.first - 1
        while before >= 0 and kinds[before] in "AY":
            before -= 1
        quoted = before >= 0 and (kinds[before] in "Qq" or kinds[before - 1] in "Qq")
        hearer = place.cue.group == "tell" or (quoted and "addressee" in place.cue.takes)
        tail = (TAIL_WITH_HEARER if hearer else TAIL).match(kinds, place.after)
        if before >= 0 and kinds[before] == "a" and s.low(before) == "as":
            return _as_said(place, before, tail, subject)
        if before >= 0 and kinds[before] in ",Qq-" and not _content_follows(place, before):
            return _parenthetical(place, before, tail, subject, rules.PARENTHETICAL)
        return None
    before = at - 2 if at > 1 and kinds[at - 1] == "A" else at - 1
    if before < 0 or kinds[before] not in ",Qq-" or place.cue.group in ("tell", "show"):
        # What stands behind "told" is the hearer, and behind "showed" what was shown.
        return None
    behind = subject_behind(s, at)
    if behind is None:
        return None
    tail = TAIL.match(kinds, behind.last + 1)
    if tail is None and kinds[behind.last + 1 : behind.last + 2] != ",":
        return None
    return _parenthetical(place, before, tail, behind, rules.INVERTED)


def _as_said(place: CuePlace, before: int, tail: re.Match[str] | None, subject: Subject) -> Reading | None:
    s = place.s
    if tail is not None and tail["stop"] == "," and tail.end() < len(s.kinds):
        return attribution(place, [(tail.end(), content_end(s, tail.end()))], subject, rules.AS_SAID)
    if before > 1 and s.kinds[before - 1] == ",":
        return attribution(place, [(clause_start(s, before - 2), before - 2)], subject, rules.AS_SAID)
    return None


def _content_follows(place: CuePlace, before: int) -> bool:
    """Whether the verb has its content behind it, though a comma or a title stands before its subject."""
    kinds = place.s.kinds
    if kinds[place.after : place.after + 1] == "t":
        return True
    quotation = before - 1 if kinds[before] == "," else before
    if quotation >= 0 and kinds[quotation] in "Qq":
        return quotation > 0 and clause_follows(place)
    # "When asked about it, he said, “No.”": what stands in front is no content.
    return kinds[clause_start(place.s, before)] in "sEGa" and QUOTATION_AHEAD.match(kinds, place.after) is not None


def _parenthetical(
    place: CuePlace, before: int, tail: re.Match[str] | None, subject: Subject, rule: Rule
) -> Reading | None:
    s = place.s
    kinds = s.kinds
    quoted = kinds[before] in "Qq" or kinds[before - 1] in "Qq"
    end = before if kinds[before] in "Qq" else before - 1
    if end < 0 or (tail is None and not quoted):
        return None
    pieces = [(clause_start(s, end), end)]
    resumed = _resumed(s, place, tail, quoted=quoted)
    if resumed is not None:
        pieces.append((resumed, content_end(s, resumed)))
    if quoted and rule is rules.PARENTHETICAL:
        rule = rules.QUOTATION_BEFORE_CUE
    return attribution(place, pieces, subject, rule)


def _resumed(s: Sentence, place: CuePlace, tail: re.Match[str] | None, *, quoted: bool) -> int | None:
    """Return the chunk where the content goes on behind its cue: “…,” he said, “…”; …, he said, …"""
    behind = tail.end() if tail is not None else place.after
    if quoted:
        found = RESUMED.match(s.kinds, behind)
        if found is None:
            found = RESUMED_BEHIND_PARTICIPLE.match(s.kinds, behind)
            if found is None or _says(s, found.start("participle")):
                return None
        return found.start("rest")
    goes_on = tail is not None and tail["stop"] == "," and behind < len(s.kinds) and s.kinds[behind] not in "GE"
    return behind if goes_on else None


def _says(s: Sentence, at: int) -> bool:
    """Whether a participle takes quotations itself: “…,” he said, adding, “…”."""
    return any(cue.inverts and not cue.particles for cue in CUE_FORMS.get(s.low(at), ()))
