"""The reader of quotations: whole quotations that no reporting verb of the lists has claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.annotate.statements import rules
from generator.annotate.statements.captions import is_caption
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import Subject, subject_before, subject_behind
from generator.model import Rule, Span

# “…,” Jane Doe retorted. Any verb between a comma and the end of the sentence is one of saying.
BEHIND = re.compile(r"Q[^VBE:;]*?(?P<verb>[VE])")
INVERTED = re.compile(r"Q,?A?(?P<verb>[VE])(?=[NH])")
# She called them on it: “…”
COLON = re.compile(r":(?P<quotation>[Qq])")
NAME_AND_COLON = re.compile(r"(?:^|[-–—.])(?P<np>N(?:PN|cN|,N|\([^)]*\))*):(?P<rest>.)")
# From the report: “…” / More from Reyes: “…”
FROM_AND_COLON = re.compile(r"(?:^|-)[NA]?(?P<from>P)(?P<np>N(?:PN)*):$")


def read_quotations(s: Sentence, number: int, claimed: Sequence[Span]) -> Iterator[Reading]:
    """Yield the attributions of quotations of one sentence that lie in none of the `claimed` contents."""
    kinds = s.kinds
    for at, kind in enumerate(kinds):
        if kind not in "Qq":
            continue
        span = s.span(at, at)
        if any(content.meets(span) for content in claimed):
            continue
        reading = _colon(s, at, number) or (_behind(s, at, number) if kind == "Q" and at == 0 else None)
        if reading is not None:
            yield reading


HEADLINE = re.compile(r"(?P<np>N):(?P<rest>[^VB]*[VBE].*|I.*)")


def read_headline(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield “Moreno: Port will be built”: a name and a colon at the head of a line, a clause behind."""
    match = HEADLINE.fullmatch(s.kinds)
    if match is None or is_caption(s.words(0)):
        return
    chunk = s.chunks[0]
    if chunk.last - chunk.first > 2 or any(token.tag not in "Ng" for token in s.tokens[chunk.first : chunk.last + 1]):
        return
    start, end = match.start("rest"), len(s.kinds) - 1
    while end > start and s.kinds[end] in ".?!":
        end -= 1
    yield Reading(
        content=(s.span(start, end),),
        source=(s.span(0, 0),),
        cue=s.span(1, 1),
        rule=rules.COLON,
        group="say",
        verb="",
        how="colon",
        sentence=number,
    )


def _behind(s: Sentence, at: int, number: int) -> Reading | None:
    if not s.kinds[at + 1 :].strip(".,"):
        return None
    inverted = INVERTED.match(s.kinds, at)
    if inverted is not None:
        verb = inverted.start("verb")
        return _reading(s, at, subject_behind(s, verb), verb, rules.INVERTED, number)
    behind = BEHIND.match(s.kinds, at)
    if behind is None:
        return None
    verb = behind.start("verb")
    subject = subject_before(s, verb)
    return _reading(s, at, subject, verb, rules.QUOTATION_BEFORE_CUE, number)


def _colon(s: Sentence, at: int, number: int) -> Reading | None:
    kinds = s.kinds
    if not at or kinds[at - 1] != ":":
        return None
    source = FROM_AND_COLON.search(kinds, 0, at)
    if source is not None and _more_from(s, source.start("from")):
        subject = Subject(source.start("np"), source.end("np") - 1, "colon")
        return _reading(s, at, subject, source.start("from"), rules.COLON, number)
    name = NAME_AND_COLON.search(kinds, 0, at + 1)
    if name is not None and name.start("rest") == at and not is_caption(s.words(name.end("np") - 1)):
        subject = Subject(name.start("np"), name.end("np") - 1, "colon")
        return _reading(s, at, subject, at - 1, rules.COLON, number)
    for verb in range(at - 2, -1, -1):
        if kinds[verb] in "VEB":
            found = subject_before(s, verb)
            if found is not None:
                return _reading(s, at, found, verb, rules.QUOTATION_AFTER_CUE, number)
    return None


def _more_from(s: Sentence, at: int) -> bool:
    return s.low(at) == "from" and (not at or s.kinds[at - 1] == "-" or s.words(at - 1) == "more")


def _reading(s: Sentence, at: int, subject: Subject | None, verb: int, rule: Rule, number: int) -> Reading | None:
    if subject is None:
        return None
    source = s.span(subject.first, subject.last)
    content = s.span(at, at)
    if source.meets(content):
        return None
    return Reading(
        content=(content,),
        source=(source,),
        cue=s.span(verb, verb),
        rule=rule,
        group="say",
        verb="",
        how="unlisted verb",
        sentence=number,
    )
