"""One correction applied to the marks of one version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from typing import TypeVar

from generator.anchors import QuoteNotFoundError, find_quote
from generator.model import (
    EDITOR,
    Actor,
    ActorEntry,
    AddedStatement,
    Annotated,
    Correction,
    FramingMark,
    Mark,
    Naming,
    Relay,
    SetTime,
    Span,
    Speaker,
    Statement,
    StatementKind,
    TimeExpression,
)
from generator.newsrooms import same_newsroom

NOBODY = "nobody"
"""In `speaker`: the text does not say who speaks."""

# In front of a newsroom that an editor names: the words were said to it.
TOLD = re.compile(r"\b(?:told|tells|telling|sp(?:oke|eaking) to|said to|interview with)\s(?:the\s)?$", re.IGNORECASE)

Entries = Mapping[str, ActorEntry]
M = TypeVar("M", bound=Mark)


class NotApplicableError(Exception):
    """A correction asks for something that the version does not have."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


def correct(version: Annotated, correction: Correction, span: Span, entries: Entries) -> tuple[Annotated, str]:
    """Apply `correction`, whose quote stands at `span`; return the version and what was changed, in a few words.

    Whoever sets the speaker has read the statement: it is sure from then on. Setting relays alone confirms nothing.
    Raises `NotApplicableError`.
    """
    if correction.speaker is not None:
        old = _statement_at(version, span)
        speaker = _speaker(correction.speaker, version, entries)
        new = replace(old, speaker=speaker, anonymity=None, sure=True, rule=EDITOR)
        return _with_statement(version, old, new), f"speaker set to {correction.speaker}"
    if correction.relays is not None:
        old = _statement_at(version, span)
        new = replace(old, relays=_relays(version, old, correction.relays), rule=EDITOR)
        return _with_statement(version, old, new), f"relays set to {', '.join(correction.relays) or 'none'}"
    if correction.strike is not None:
        return _struck(version, correction.strike, span), f"{correction.strike} struck"
    if correction.confirm is not None:
        return _confirmed(version, correction.confirm, span), f"{correction.confirm} confirmed"
    if correction.add is not None:
        return _with_statement(version, None, _added(version, correction.add, span, entries)), "statement added"
    if correction.time is not None:
        return _dated(version, correction.time, span, correction.why), f"time set to {_days(correction.time)}"
    raise NotApplicableError(
        "this correction does not say what to change", "Give it speaker, strike, confirm or the like."
    )


def _overlap(spans: Sequence[Span], anchor: Span) -> tuple[int, int]:
    """How well words match an anchor: the shared characters, then the fewest beside them."""
    shared = sum(max(0, min(span.end, anchor.end) - max(span.start, anchor.start)) for span in spans)
    return shared, -sum(map(len, spans))


def _best(marks: Sequence[tuple[M, Sequence[Span]]], anchor: Span, name: str) -> M:
    found = [(_overlap(spans, anchor), mark) for mark, spans in marks if any(span.meets(anchor) for span in spans)]
    if not found:
        raise NotApplicableError(
            f"no {name} is marked at these words", "Copy words of the mark, or leave the correction out."
        )
    most = max(overlap for overlap, _ in found)
    best = [mark for overlap, mark in found if overlap == most]
    if len(best) > 1:
        raise NotApplicableError(f"more than one {name} is marked at exactly these words", "Strike one of them first.")
    return best[0]


def _statement_at(version: Annotated, span: Span) -> Statement:
    """The statement whose content the words stand in, the innermost where contents nest."""
    return _best([(statement, statement.content) for statement in version.statements], span, "statement")


def _actor_at(version: Annotated, span: Span) -> Actor:
    return _best([(actor, actor.mentions) for actor in version.actors], span, "actor")


def _time_at(version: Annotated, span: Span) -> TimeExpression:
    return _best([(time, [time.span]) for time in version.times], span, "time")


def _framing_at(version: Annotated, span: Span) -> FramingMark:
    return _best([(mark, [mark.span]) for mark in version.framing], span, "framing mark")


def _with_statement(version: Annotated, old: Statement | None, new: Statement) -> Annotated:
    if old is None and any((new.content, new.source) == (other.content, other.source) for other in version.statements):
        raise NotApplicableError("this statement is marked already", "Use `confirm: statement`, or `speaker`.")
    others = [statement for statement in version.statements if statement is not old]
    statements = sorted([*others, new], key=lambda statement: (statement.content, statement.source))
    return replace(version, statements=tuple(statements))


def _speaker(key: str, version: Annotated, entries: Entries) -> Speaker | None:
    if key == NOBODY:
        return None
    actor = next((actor for actor in version.actors if actor.key == key), None)
    if key in entries:
        return Speaker(entries[key].name, Naming.NAMED, key if actor else None)
    if actor is None:
        near = get_close_matches(key, [*entries, *(actor.key for actor in version.actors)], n=1)
        fix = f"Did you mean {near[0]!r}?" if near else "List the actor under `actors`, or write `nobody`."
        raise NotApplicableError(f"no actor has the key {key!r}", fix)
    return Speaker(actor.name, Naming.NAMED, key)


def _relays(version: Annotated, statement: Statement, names: Sequence[str]) -> tuple[Relay, ...]:
    """The relays by name: those that were marked stay as they are, others must stand in the text up to there."""
    relays: list[Relay] = []
    block = next(block.span for block in version.article.blocks if block.span.meets(statement.content[0]))
    for name in names:
        marked = next((relay for relay in statement.relays if same_newsroom(relay.name, name)), None)
        relays.append(marked or _relay(version, name, _words_at(version, name, block, "relay")))
    return tuple(relays)


def _relay(version: Annotated, name: str, span: Span) -> Relay:
    return Relay(name, span, heard=TOLD.search(version.article.text, max(0, span.start - 30), span.start) is not None)


def _words_at(version: Annotated, words: str, block: Span, what: str) -> Span:
    """Return where the words stand in the paragraph `block`, else in the nearest one before it."""
    before = [other.span for other in reversed(version.article.blocks) if other.span < block]
    try:
        for here in (block, *before):
            with suppress(QuoteNotFoundError):
                found = find_quote(version.article.at(here), words)
                return Span(here.start + found.start, here.start + found.end)
        return find_quote(version.article.text[: block.end], words)
    except LookupError as error:
        fix = "Copy words of the text up to there, or leave it out."
        if what == "relay":
            fix = "Name what the text names, or use `rests_on`."
        raise NotApplicableError(f"the {what}: {error}", fix) from None


def _struck(version: Annotated, name: str, span: Span) -> Annotated:
    if name == "statement":
        statement = _statement_at(version, span)
        return replace(version, statements=tuple(other for other in version.statements if other is not statement))
    if name == "time":
        time = _time_at(version, span)
        return replace(version, times=tuple(other for other in version.times if other is not time))
    if name == "framing":
        mark = _framing_at(version, span)
        return replace(version, framing=tuple(other for other in version.framing if other is not mark))
    actor = _actor_at(version, span)
    return replace(
        version,
        actors=tuple(other for other in version.actors if other is not actor),
        statements=tuple(
            replace(statement, speaker=replace(statement.speaker, actor=None))
            if statement.speaker and statement.speaker.actor == actor.key
            else statement
            for statement in version.statements
        ),
    )


def _confirmed(version: Annotated, name: str, span: Span) -> Annotated:
    if name == "statement":
        old = _statement_at(version, span)
        return _with_statement(version, old, replace(old, sure=True, rule=EDITOR))
    if name == "time":
        return replace(version, times=_by_editor(version.times, _time_at(version, span)))
    if name == "framing":
        return replace(version, framing=_by_editor(version.framing, _framing_at(version, span)))
    return replace(version, actors=_by_editor(version.actors, _actor_at(version, span)))


def _by_editor(marks: tuple[M, ...], confirmed: M) -> tuple[M, ...]:
    return tuple(replace(mark, rule=EDITOR) if mark is confirmed else mark for mark in marks)


def _added(version: Annotated, entry: AddedStatement, span: Span, entries: Entries) -> Statement:
    """A statement whose content are the words at `span`, and their quotation marks where they stand just outside."""
    quotations = [quotation.span for quotation in version.quotations if quotation.span.meets(span)]
    # The editor may anchor the words without their marks; only a mark's width may then be left over.
    whole = next((q for q in quotations if q.holds(span) and span.start - q.start <= 2 and q.end - span.end <= 2), None)
    content = whole or span
    block = next(block.span for block in version.article.blocks if block.span.meets(content))
    if any(quotation.holds(content) for quotation in quotations):
        kind = StatementKind.DIRECT
    elif entry.quoted:
        kind = StatementKind.SET_OFF
    else:
        kind = StatementKind.MIXED if quotations else StatementKind.INDIRECT
    return Statement(
        kind=kind,
        content=(content,),
        source=(_words_at(version, entry.source, block, "source"),) if entry.source else (),
        cue=(_words_at(version, entry.cue, block, "cue"),) if entry.cue else (),
        speaker=_speaker(entry.speaker, version, entries) if entry.speaker else None,
        sure=True,
        rule=EDITOR,
    )


def _dated(version: Annotated, time: SetTime, span: Span, why: str | None) -> Annotated:
    latest = time.latest or time.earliest
    if latest < time.earliest:
        raise NotApplicableError("`latest` is before `earliest`", "Swap the two days.")
    new = TimeExpression(
        span=span,
        value=time.earliest.isoformat() if latest == time.earliest else None,
        earliest=time.earliest,
        latest=latest,
        why=why or "set by the editor",
        rule=EDITOR,
    )
    marked = [old for old in version.times if old.span.meets(span)]
    if marked:
        old = _time_at(version, span)
        new = replace(new, span=old.span)
        marked = [old]
    times = [other for other in version.times if other not in marked]
    return replace(version, times=tuple(sorted([*times, new], key=lambda other: other.span)))


def _days(time: SetTime) -> str:
    latest = time.latest or time.earliest
    return f"{time.earliest}" if latest == time.earliest else f"{time.earliest} to {latest}"
