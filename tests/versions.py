"""Versions drawn in a few words, for the tests of what stands between them: every line is a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from pathlib import PurePosixPath

from generator.model import (
    Actor,
    ActorKind,
    Annotated,
    FramingMark,
    Likeness,
    Naming,
    Passage,
    Place,
    Quotation,
    Relay,
    Rule,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Story,
    StoryFile,
    TimeExpression,
)
from tests.drawing import make_article

RULE = Rule("test", "Drawn for a test.")


def make_version(
    text: str,
    *,
    id: str = "a",  # noqa: A002
    language: str = "en",
    statements: Sequence[Statement] = (),
    actors: Sequence[Actor] = (),
    times: Sequence[TimeExpression] = (),
    framing: Sequence[FramingMark] = (),
) -> Annotated:
    """One sentence a line; blank lines part paragraphs; every “…” and "…" is a quotation."""
    return Annotated(
        article=make_article(text, id=id, language=language),
        sentences=tuple(Span(*line.span()) for line in re.finditer(r"\S.*", text)),
        quotations=tuple(Quotation(Span(*match.span())) for match in re.finditer(r'“[^”]*”|"[^"]*"', text)),
        statements=tuple(statements),
        actors=tuple(actors),
        times=tuple(times),
        framing=tuple(framing),
    )


def at(text: str, words: str) -> Span:
    """Where `words` stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def said(
    text: str,
    content: str,
    speaker: str | None = None,
    *,
    source: str = "",
    cue: str = "",
    naming: Naming = Naming.NAMED,
    actor: str | None = None,
    relays: Sequence[tuple[str, bool]] = (),
    denial: bool = False,
    sure: bool = True,
) -> Statement:
    """A statement; the speaker's words are the source unless `source` says otherwise; relays are (name, heard)."""
    direct = content[0] in '“"' and content[-1] in '”"'
    mixed = StatementKind.MIXED if re.search('[“"]', content) else StatementKind.INDIRECT
    source = source or (speaker if speaker and speaker in text else "")
    return Statement(
        kind=StatementKind.DIRECT if direct else mixed,
        content=(at(text, content),),
        source=(at(text, source),) if source else (),
        cue=(at(text, cue),) if cue else (),
        speaker=Speaker(speaker, naming, actor) if speaker else None,
        relays=tuple(Relay(name, at(text, name), heard) for name, heard in relays),
        denial=denial,
        sure=sure,
        rule=RULE,
    )


def named(
    text: str,
    name: str,
    *mentions: str,
    kind: ActorKind = ActorKind.PERSON,
    gloss: str | None = None,
    key: str | None = None,
) -> Actor:
    """An actor with the first mention of each of its names; the key is a slug of the name."""
    return Actor(
        key=key or name.lower().replace(" ", "-"),
        name=name,
        kind=kind,
        gloss=gloss,
        mentions=tuple(sorted(at(text, mention) for mention in mentions or (name,))),
        rule=RULE,
    )


def dated(text: str, words: str, earliest: date | None = None, latest: date | None = None) -> TimeExpression:
    return TimeExpression(
        span=at(text, words),
        value=earliest.isoformat() if earliest and latest is None else None,
        earliest=earliest,
        latest=latest or earliest,
        why="as drawn",
        rule=RULE,
    )


def make_story(editor: StoryFile | None = None, **lines: int) -> Story:
    path = PurePosixPath("seeds/test/story.yaml")
    numbered = {where.replace("_", "."): line for where, line in lines.items()}
    return Story(slug="test", title="A test", path=path, editor=editor or StoryFile(), lines=numbered, seeds=())


def lined_up(*versions: Annotated) -> tuple[Passage, ...]:
    """Passages that match the versions line by line, for tests that are not about matching."""
    rows = zip_longest(*([Place(version.id, span) for span in version.sentences] for version in versions))
    return tuple(
        Passage(
            id=f"p{number}",
            places=(places := tuple(place for place in row if place)),
            likeness=Likeness.REWORDED if len(places) > 1 else Likeness.SINGLE,
            rule=RULE,
        )
        for number, row in enumerate(rows, start=1)
    )
