"""Whom the text holds to the words of each statement."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.annotate.anonymity import find_anonymity, find_nameless
from generator.annotate.desk import PRONOUNS, open_desk
from generator.annotate.reasons import Reasons, find_reasons
from generator.annotate.relays import find_relays
from generator.model import Actor, Anonymity, Article, Naming, Relay, Span, Speaker, Statement


def resolve_speakers(
    article: Article, sentences: Sequence[Span], statements: Sequence[Statement], actors: Sequence[Actor]
) -> Iterator[Statement]:
    """Yield the statements in their order with speaker, relays and anonymity filled in.

    Names, offices ("a spokesman for …"), pronouns, roles ("the minister") and the unnamed are told apart. The speaker
    stays None where the text leaves it open, where two people compete, and for papers that name no author.
    """
    desk = open_desk(article, sentences, statements, actors)
    starts = [sentence.start for sentence in sentences]
    ours: defaultdict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        ours[bisect_right(starts, _anchor(statement)) - 1].append(statement)
    spoken = {number: desk.speaker(statements[number]) for number in _in_reading_order(statements)}
    unnamed = [statements[number] for number, speaker in spoken.items() if _has_no_name(speaker)]
    nameless = tuple(find_nameless(article, unnamed))
    reasons = find_reasons(article, sentences, statements, nameless, desk.discourse.window)
    first_words: dict[Speaker | None, Statement] = {}
    for number, speaker in spoken.items():
        first_words.setdefault(speaker, statements[number])
    for number, statement in enumerate(statements):
        at = bisect_right(starts, _anchor(statement)) - 1
        sentence = sentences[max(at, 0)]
        neighbours = _neighbours(statement, ours[at])
        speaker = spoken[number]
        yield replace(
            statement,
            speaker=speaker,
            relays=_all_relays(statement, find_relays(article, statement, sentence, neighbours)),
            anonymity=_anonymity(article, statement, sentence.end, reasons, first_words[speaker])
            if _has_no_name(speaker)
            else None,
        )


def _anonymity(article: Article, statement: Statement, end: int, reasons: Reasons, first: Statement) -> Anonymity:
    """What the text says of them; of "they" what it says where they speak `first`."""
    told = find_anonymity(article, statement, end, reasons)
    if article.at(statement.source[0]).casefold() not in PRONOUNS:
        return told
    before = find_anonymity(article, first, first.source[-1].end, reasons)
    return replace(before, reason=told.reason or before.reason)


def _all_relays(statement: Statement, found: Iterable[Relay]) -> tuple[Relay, ...]:
    known = {relay.name for relay in statement.relays}
    return (*(relay for relay in found if relay.name not in known), *statement.relays)


def _has_no_name(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.naming is Naming.UNNAMED


def _anchor(statement: Statement) -> int:
    return (statement.cue or statement.source or statement.content)[0].start


def _in_reading_order(statements: Sequence[Statement]) -> list[int]:
    return sorted(range(len(statements)), key=lambda i: (statements[i].source or statements[i].content)[0])


def _neighbours(statement: Statement, all_here: Sequence[Statement]) -> tuple[Span, ...]:
    own = {*statement.source, *statement.cue}
    return tuple(
        span for other in all_here if other is not statement for span in (*other.source, *other.cue) if span not in own
    )
