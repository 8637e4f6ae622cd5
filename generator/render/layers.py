"""The marks that lie over the text of a version: which words, in which class, with which fragment."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Annotated, Span, Statement
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.notes.marks import repairs_in
from generator.render.notes.statements import is_unnamed
from generator.render.weave import Layer


def find_layers(lookup: Lookup, here: Here, version: Annotated) -> Iterator[Layer]:
    """Yield one layer a mark, wider kinds first; a mark's fragment stands on its first layer."""
    if version.not_run:  # who says it is not known in such a language, that it is quoted is
        yield from (Layer(quotation.span, "mark", "tt-quote") for quotation in version.quotations)
    for statement in version.statements:
        yield from _statement_layers(lookup, version, statement)
    for wording in lookup.comparison.wordings:
        for variant in wording.variants:
            if len(wording.variants) > 1 and variant.places[0].version == version.id:
                yield from (Layer(span, classes="tt-differs") for span in variant.differing)
    for time in version.times:
        yield Layer(time.span, classes="tt-time", id=lookup.id(version.id, time))
    for framing in version.framing:
        yield Layer(framing.span, classes="tt-framing", id=lookup.id(version.id, framing))
    for actor in version.actors:
        profile = lookup.profile(version.id, actor.key)
        href = lookup.profile_href(here, profile.key) if profile else None
        for n, mention in enumerate(actor.mentions):
            mark_id = lookup.id(version.id, actor) if n == 0 else None
            yield Layer(mention, classes="tt-actor", href=href, id=mark_id)
    for block in version.article.blocks:
        yield from (Layer(segment.span, classes="tt-repair") for segment, _ in repairs_in(lookup, version.id, block))


def _statement_layers(lookup: Lookup, version: Annotated, statement: Statement) -> Iterator[Layer]:
    check = "" if statement.sure else " tt-check"
    for n, span in enumerate(statement.content):
        mark_id = lookup.id(version.id, statement) if n == 0 else None
        yield Layer(span, classes=f"tt-told{check}", id=mark_id)
        yield from (
            Layer(Span(max(q.span.start, span.start), min(q.span.end, span.end)), "mark", f"tt-quote{check}")
            for q in version.quotations
            if q.span.meets(span)
        )
    source = "tt-unnamed" if is_unnamed(statement) else "tt-source"
    yield from (Layer(span, classes=source + check) for span in statement.source)
    yield from (Layer(span, classes="tt-cue" + check) for span in statement.cue)
    yield from (Layer(relay.span, classes="tt-relay" + check) for relay in statement.relays)
