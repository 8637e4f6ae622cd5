"""Statements: source, cue and content of each attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.annotate.statements.adverbials import read_according_to, read_as_reported, read_asked, read_surveys
from generator.annotate.statements.chunks import Sentence, sentences_of
from generator.annotate.statements.constraints import consistent
from generator.annotate.statements.continued import Paragraph, read_on
from generator.annotate.statements.cues import STANCES
from generator.annotate.statements.direct import read_headline, read_quotations
from generator.annotate.statements.indirect import read_cues
from generator.annotate.statements.nouns import read_nouns
from generator.annotate.statements.predicates import read_predicates
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.sure import is_sure
from generator.annotate.statements.tokens import tokenise
from generator.model import Article, Quotation, Span, Statement, StatementKind

__all__ = ["find_statements"]


def find_statements(
    article: Article, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[Statement]:
    """Yield attributed contents in the order of their first character; contents may nest ("X says Y said").

    Every statement stands in one paragraph, but for a quotation that runs over several. `source` is empty where the
    text names nobody, and may be a pronoun or the relative "who". Speakers and relays are not yet known.
    """
    ends = frozenset(sentence.end for sentence in sentences)
    left = list(quotations)
    paragraphs: list[Paragraph] = []
    for block in article.blocks:
        here = [quotation for quotation in left if block.span.holds(quotation.span)]
        left = left[len(here) :]
        read = tuple(sentences_of(tokenise(article.text, block.span, here), ends))
        continues = bool(here) and here[0].continues
        paragraphs.append(Paragraph(read, tuple(_read_block(read)), continues))
    found = [_statement(article, reading) for reading in read_on(paragraphs)]
    yield from sorted(_unique(found), key=lambda statement: (statement.content[0].start, statement.cue[:1]))


def _read_block(read: Sequence[Sentence]) -> list[Reading]:
    readings: list[Reading] = []
    for number, sentence in enumerate(read):
        readings.extend(read_cues(sentence, number))
        readings.extend(read_according_to(sentence, number))
        readings.extend(read_surveys(sentence, number))
        readings.extend(read_as_reported(sentence, number))
        readings.extend(read_asked(sentence, number))
        readings.extend(read_headline(sentence, number))
        readings.extend(read_nouns(sentence, number))
        readings.extend(read_predicates(sentence, number))
        claimed = [span for reading in readings for span in reading.content if reading.sentence == number]
        readings.extend(read_quotations(sentence, number, claimed))
    return consistent(readings)


def _statement(article: Article, reading: Reading) -> Statement:
    return Statement(
        kind=_kind(article, reading.content),
        content=reading.content,
        source=reading.source,
        cue=(reading.cue,),
        stance=reading.group in STANCES,
        denial=reading.verb in ("deny", "reject", "refute", "rebut", "dispute"),
        sure=is_sure(reading),
        rule=reading.rule,
    )


MARKS = frozenset('“”"„«»')


def _kind(article: Article, content: tuple[Span, ...]) -> StatementKind:
    texts = [article.at(span).strip() for span in content]
    if all(text[0] in MARKS | {"'", "‘"} and text[-1] in MARKS | set("'’.,") for text in texts):
        return StatementKind.DIRECT
    return StatementKind.MIXED if any(MARKS & set(text) for text in texts) else StatementKind.INDIRECT


def _unique(statements: Sequence[Statement]) -> Iterator[Statement]:
    seen: set[tuple[tuple[Span, ...], tuple[Span, ...]]] = set()
    for statement in statements:
        key = (statement.content, statement.source)
        if key not in seen:
            seen.add(key)
            yield statement
