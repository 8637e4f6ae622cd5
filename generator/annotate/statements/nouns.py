"""The reader of nouns: X's claim that …, warnings from X, accusations that …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import content_end
from generator.annotate.statements.readings import Reading
from generator.model import Span

LISTS = read_lexicon("cue_nouns")
WITH_A_CLAUSE = words(LISTS["with_a_clause"])
WITH_AN_INFINITIVE = words(LISTS["with_an_infinitive"])
WITH_MATTER_BEHIND = words(LISTS["with_a_matter"])
ANSWERS = words(LISTS["answers"])
QUESTIONS = frozenset(["question", "questions"])
WITH_A_SENDER = words(LISTS["with_a_sender"])
CLAUSE = re.compile(r"t(?=[AY]*[NHGtPaswM]|[Qq])|:Q")
SENDER = re.compile(r"P(?P<np>[NM](?:P[NY])*?(?:cN)?)(?=[^P]|P|$)")


def read_nouns(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield attributions whose cue is a noun, in reading order.

    Missed on purpose: a noun with its matter ("her criticism of the plan"), which more often stands inside another
    attribution than it makes one, and a clause of which nobody is named who says it ("the claim that …").
    """
    for at, kind in enumerate(s.kinds):
        if kind != "N":
            continue
        noun = s.low(at)
        equated = _read_equated(s, at, number)
        if equated is not None:
            yield equated
        clause = CLAUSE.match(s.kinds, at + 1)
        if noun in WITH_A_CLAUSE and clause is not None:
            source = _possessor(s, at)
            if source is not None:
                start = at + 1 + clause.group().startswith(":")
                yield _reading(s, at, s.span(start, _end(s, at, start)), source, number)
        elif noun in WITH_A_SENDER | WITH_A_CLAUSE:
            sender = SENDER.match(s.kinds, at + 1)
            if sender is not None and s.low(at + 1) in ("from", "by"):
                first, last = sender.span("np")
                # Where nothing is said of what it was, the noun phrase itself is the content: "repeated warnings".
                told = CLAUSE.match(s.kinds, last) is not None
                if not told and noun not in WITH_A_SENDER:
                    continue
                content = s.span(last, content_end(s, last)) if told else s.span(at, at)
                yield _reading(s, at + 1, content, s.span(first, last - 1), number)


EQUATED = re.compile(r"B(?P<content>t|I|s)")


def _read_equated(s: Sentence, at: int, number: int) -> Reading | None:
    """Read “X's answer was that …”, “her advice was to …” and “the question is whether …”, which nobody may ask."""
    noun = s.low(at)
    equated = EQUATED.match(s.kinds, at + 1)
    if equated is None or (at and s.kinds[at - 1] == "P"):
        return None
    start = equated.start("content")
    source = _possessor(s, at)
    if s.kinds[start] == "s":
        if noun not in QUESTIONS or s.low(start) != "whether":
            return None
    elif source is None or noun not in WITH_A_CLAUSE | ANSWERS:
        return None
    return _reading(s, at, s.span(start, content_end(s, start)), source, number)


def _end(s: Sentence, noun: int, start: int) -> int:
    """Return the end of the clause; where the noun is the subject, before the verb ("… is safe ‖ was wrong")."""
    end = content_end(s, start)
    if noun:
        return end
    finite = [at for at in range(start, end + 1) if s.kinds[at] in "VB"]
    if len(finite) > 1 and not set(s.kinds[finite[0] : finite[1]]) & set("twsc,IG"):
        return finite[1] - 1
    return end


def _possessor(s: Sentence, at: int) -> Span | None:
    """Return “Jane Doe's” or “her” in front of the noun at chunk `at`."""
    chunk = s.chunks[at]
    tokens = s.tokens[chunk.first : chunk.last + 1]
    for index in range(len(tokens) - 2, -1, -1):
        if tokens[index].tag == "g":
            return Span(tokens[0].start, tokens[index].end)
        if tokens[index].tag == "o" and tokens[index].low not in ("its", "whose", "our", "your", "my"):
            return Span(tokens[index].start, tokens[index].end)
    return None


def _reading(s: Sentence, cue: int, content: Span, source: Span | None, number: int) -> Reading:
    token = s.tokens[s.chunks[cue].last]
    return Reading(
        content=(content,),
        source=(source,) if source is not None else (),
        cue=Span(token.start, token.end),
        rule=rules.NOUN,
        group="noun",
        verb=token.low,
        how="noun",
        sentence=number,
    )
