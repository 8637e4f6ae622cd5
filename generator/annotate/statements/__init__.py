"""Statements: source, cue and content of each attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.annotate.statements.adverbials import read_according_to, read_as_reported, read_surveys
from generator.annotate.statements.appearances import read_appearances
from generator.annotate.statements.chunks import Sentence, sentences_of
from generator.annotate.statements.constraints import consistent
from generator.annotate.statements.continued import Paragraph, read_on
from generator.annotate.statements.cues import STANCES
from generator.annotate.statements.direct import read_headline, read_quotations
from generator.annotate.statements.indirect import read_cues
from generator.annotate.statements.nouns import read_nouns
from generator.annotate.statements.predicates import read_predicates
from generator.annotate.statements.questions import read_questions
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.set_off import read_set_off_quotations
from generator.annotate.statements.sure import is_sure
from generator.annotate.statements.tokens import tokenise
from generator.annotate.statements.transcripts import find_turns, turn_reading
from generator.model import Article, Quotation, Span, Statement, StatementKind

__all__ = ["find_statements"]


def find_statements(
    article: Article, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[Statement]:
    """Yield attributed contents in the order of their first character; contents may nest ("X says Y said").

    Every statement stands in one paragraph, but for a quotation that runs over several, stands below its colon or above
    its signature. What the file sets off as a quotation is one statement, whatever it tells.
    `source` is empty where the text names nobody. It may be a pronoun; a relative "who" or "which" stands for the noun
    phrase in front of it, and of "a group that says …" it is the group. An apposition belongs to it, so does "cited
    by Reuters" in "according to sources cited by Reuters"; words that pass on what another speaker said ("…, according
    to Reuters") stand outside content and source. `sure` is told by sure.py. Speakers and relays are not yet known.
    Missed on purpose: what a speaker within a quotation or a transcript tells of others, and attitudes inside reported
    words.
    """
    ends = frozenset(sentence.end for sentence in sentences)
    left = list(quotations)
    paragraphs: list[Paragraph] = []
    turns = list(find_turns(article))
    spoken = frozenset(number for turn in turns for number in turn.words)
    parsed: dict[int, Paragraph] = {}
    for number, block in enumerate(article.blocks):
        here = [quotation for quotation in left if block.span.holds(quotation.span)]
        left = left[len(here) :]
        if number in spoken:
            paragraphs.append(Paragraph((), (), continues=False))
            continue
        read = tuple(sentences_of(tokenise(article.text, block.span, here), ends))
        continues = bool(here) and here[0].continues
        parsed[number] = Paragraph(read, tuple(_read_block(read, article.text)), continues)
        paragraphs.append(Paragraph((), (), continues=False) if block.quoted else parsed[number])
    readings = [
        *read_on(paragraphs, article.text),
        *map(turn_reading, turns),
        *read_set_off_quotations(article, parsed),
    ]
    found = [_statement(reading, quotations) for reading in readings]
    yield from sorted(_unique(found), key=lambda statement: (statement.content[0].start, statement.cue[:1]))


def _read_block(read: Sequence[Sentence], text: str) -> list[Reading]:
    readings: list[Reading] = []
    for number, sentence in enumerate(read):
        readings.extend(read_cues(sentence, number))
        readings.extend(read_according_to(sentence, number))
        readings.extend(read_surveys(sentence, number))
        readings.extend(read_as_reported(sentence, number))
        readings.extend(read_questions(sentence, number))
        readings.extend(read_headline(sentence, number))
        readings.extend(read_nouns(sentence, number))
        readings.extend(read_predicates(sentence, number))
        readings.extend(read_appearances(sentence, number))
        claimed = [span for reading in readings for span in reading.content if reading.sentence == number]
        readings.extend(read_quotations(sentence, number, claimed))
    return consistent(readings, text)


def _statement(reading: Reading, quotations: Sequence[Quotation]) -> Statement:
    return Statement(
        kind=_kind(reading, quotations),
        content=reading.content,
        source=reading.source,
        cue=(reading.cue,) if reading.cue is not None else (),
        stance=reading.group in STANCES,
        denial=reading.verb in ("deny", "reject", "refute", "rebut", "dispute"),
        question=reading.group in ("ask", "inquire"),
        sure=is_sure(reading),
        rule=reading.rule,
    )


def _kind(reading: Reading, quotations: Sequence[Quotation]) -> StatementKind:
    content = reading.content
    first, last = content[0].start, content[-1].end
    begin = bisect_left(quotations, first, key=lambda quotation: quotation.span.end)
    near = [quotation.span for quotation in takewhile(lambda q: q.span.start < last, quotations[begin:])]
    if all(any(quotation.holds(piece) for quotation in near) for piece in content):
        return StatementKind.DIRECT
    if reading.set_off:
        return StatementKind.SET_OFF
    quoted = any(quotation.meets(piece) for quotation in near for piece in content)
    return StatementKind.MIXED if quoted else StatementKind.INDIRECT


def _unique(statements: Sequence[Statement]) -> Iterator[Statement]:
    seen: set[tuple[tuple[Span, ...], tuple[Span, ...]]] = set()
    for statement in statements:
        key = (statement.content, statement.source)
        if key not in seen:
            seen.add(key)
            yield statement
