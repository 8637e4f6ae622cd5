"""The analysis format: one article with its marks as a JSON object, for research and for measuring.

Offsets are code points in `text`, half-open. For `.txt`, `.md` and `.jsonl` text, `text` is the decoded input
unchanged, so that offsets point into the file; for a web page it is the reading text, since the rest is markup.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from generator.model import (
    Actor,
    Annotated,
    Anonymity,
    Format,
    FramingMark,
    How,
    Naming,
    Published,
    Quotation,
    Removed,
    Span,
    Stated,
    Statement,
    TimeExpression,
)

JsonObject = dict[str, Any]
Place = Callable[[Span], Span]

HOW = {
    How.EDITOR: "editor",
    How.ADDRESS: "url",
    How.PAGE: "page",
    How.FRONT_MATTER: "front-matter",
    How.RECORD: "record",
    How.DATE_LINE: "date-line",
    How.CHANGE_LINE: "change-line",
    How.BYLINE: "byline",
    How.HEADLINE: "headline",
    How.DETECTED: "detected",
}
"""Short words for programs; the members themselves are phrases for readers."""


def analyse(annotated: Annotated) -> JsonObject:
    """Return everything that is known of one article. Nothing is rounded; null: the text does not say."""
    article = annotated.article
    seed = article.seed
    of_page = seed.format is Format.HTML
    place: Place = (lambda span: span) if of_page else article.raw
    details = seed.details
    return {
        "id": seed.id,
        "text": article.text if of_page else seed.text,
        "outlet": _value(details.outlet),
        "headline": _value(details.headline),
        "byline": _value(details.byline),
        "url": _value(details.url),
        "language": details.language.value,
        "published": _published(details.published),
        "blocks": [
            {"kind": block.kind.value, "quoted": block.quoted, **_at(place(block.span))} for block in article.blocks
        ],
        "sentences": [_at(place(sentence)) for sentence in annotated.sentences],
        "quotations": [_quotation(quotation, place) for quotation in annotated.quotations],
        "statements": [_statement(statement, place) for statement in annotated.statements],
        "actors": [_actor(actor, place) for actor in annotated.actors],
        "times": [_time(time, place) for time in annotated.times],
        "framing": [_framing(mark, place) for mark in annotated.framing],
        "removed": [] if of_page else [_removed(removed) for removed in article.removed],
        "not_run": list(annotated.not_run),
    }


def _at(span: Span) -> JsonObject:
    return {"start": span.start, "end": span.end}


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _published(published: Published | None) -> JsonObject | None:
    return {"value": published.date.isoformat(), "how": HOW[published.how]} if published else None


def _quotation(quotation: Quotation, place: Place) -> JsonObject:
    return {**_at(place(quotation.span)), "continues": quotation.continues}


def _statement(statement: Statement, place: Place) -> JsonObject:
    speaker = statement.speaker
    return {
        "kind": statement.kind.value,
        "content": [_at(place(span)) for span in statement.content],
        "source": [_at(place(span)) for span in statement.source],
        "cue": [_at(place(span)) for span in statement.cue],
        "speaker": speaker.label if speaker else None,
        "named": speaker.naming is Naming.NAMED if speaker else None,
        "naming": speaker.naming.name.lower() if speaker else None,
        "actor": speaker.actor if speaker else None,
        "relays": [relay.name for relay in statement.relays],
        "passed_on": [{"name": r.name, "heard": r.heard, **_at(place(r.span))} for r in statement.relays],
        "anonymity": _anonymity(statement.anonymity, place),
        "denial": statement.denial,
        "sure": statement.sure,
        "rule": statement.rule.id,
    }


def _anonymity(anonymity: Anonymity | None, place: Place) -> JsonObject | None:
    if anonymity is None:
        return None
    said: dict[str, Span | None] = {field.name: getattr(anonymity, field.name) for field in fields(anonymity)}
    return {name: _at(place(span)) if span else None for name, span in said.items()}


def _actor(actor: Actor, place: Place) -> JsonObject:
    return {
        "key": actor.key,
        "name": actor.name,
        "kind": actor.kind.value,
        "stands_for": actor.gloss,
        "mentions": [_at(place(span)) for span in actor.mentions],
        "titles": [_at(place(span)) for span in actor.titles],
        "rule": actor.rule.id,
    }


def _time(time: TimeExpression, place: Place) -> JsonObject:
    return {
        **_at(place(time.span)),
        "value": time.value,
        "earliest": time.earliest.isoformat() if time.earliest else None,
        "latest": time.latest.isoformat() if time.latest else None,
        "why": time.why,
        "tells_when": time.tells_when,
        "rule": time.rule.id,
    }


def _framing(mark: FramingMark, place: Place) -> JsonObject:
    kind = mark.kind.name.lower().replace("_", "-")
    return {**_at(place(mark.span)), "kind": kind, "why": mark.why, "rule": mark.rule.id}


def _removed(removed: Removed) -> JsonObject:
    return {**_at(removed.raw), "kind": removed.kind.value, "rule": removed.rule.id}
