"""Statements: source, cue and content of each attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Sentence, sentences_of
from generator.annotate.statements.continued import read_on
from generator.annotate.statements.cues import STANCES
from generator.annotate.statements.direct import read_quotations
from generator.annotate.statements.indirect import read_according_to, read_cues
from generator.annotate.statements.nouns import read_nouns
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
    found: list[Statement] = []
    left = list(quotations)
    for block in article.blocks:
        here = [q for q in left if block.span.holds(q.span)]
        left = left[len(here) :]
        read = list(sentences_of(tokenise(article.text, block.span, here), ends))
        found.extend(_statement(article, reading) for reading in _read_block(article, read))
    yield from sorted(_unique(found), key=lambda statement: (statement.content[0].start, statement.cue[:1]))


def _read_block(article: Article, read: Sequence[Sentence]) -> list[Reading]:
    readings: list[Reading] = []
    for number, sentence in enumerate(read):
        readings.extend(read_cues(sentence, number))
        readings.extend(read_according_to(sentence, number))
        readings.extend(read_nouns(sentence, number))
        claimed = [span for reading in readings for span in reading.content if reading.sentence == number]
        readings.extend(read_quotations(sentence, number, claimed))
    return read_on(article, read, [r for r in readings if not _only_relays(r, readings)])


def _only_relays(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether “according to X” only passes on what another speaker is said to have said: then X is a relay."""
    return reading.rule is rules.ACCORDING_TO and any(
        other.sentence == reading.sentence
        and other.rule is not rules.ACCORDING_TO
        and other.group in ("say", "tell")
        and len(reading.content) == 1
        and reading.content[0].holds(other.cue)
        and other.source
        and other.source[0].start == reading.content[0].start
        for other in readings
    )


def _statement(article: Article, reading: Reading) -> Statement:
    return Statement(
        kind=_kind(article, reading.content),
        content=reading.content,
        source=reading.source,
        cue=(reading.cue,),
        stance=reading.group in STANCES,
        denial=reading.verb in ("deny", "reject", "refute", "rebut", "dispute"),
        sure=is_sure(article, reading),
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
