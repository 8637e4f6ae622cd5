"""Statements drawn in text, for tests of what follows on them: ⟨source⟩, ⟪cue⟫ and ⟦content⟧."""

from __future__ import annotations

from generator.annotate.actors import find_actors
from generator.annotate.sentences import find_sentences
from generator.annotate.speakers import resolve_speakers
from generator.model import Actor, Article, Rule, Span, Statement, StatementKind
from tests.drawing import make_article

DRAWN = Rule("test.drawn", "Drawn by hand.")
OPENING = {"⟨": "source", "⟪": "cue", "⟦": "content"}
CLOSING = {"⟩": "source", "⟫": "cue", "⟧": "content"}


def draw_statements(marked: str) -> tuple[Article, tuple[Statement, ...]]:
    """Take the brackets out; each content makes a statement with the source and the cue nearest to it in its sentence.

    A sentence holds one statement at most, its parts in any order.
    """
    bare: list[str] = []
    starts: dict[str, int] = {}
    parts: list[tuple[str, Span]] = []
    for character in marked:
        if role := OPENING.get(character):
            starts[role] = len(bare)
        elif role := CLOSING.get(character):
            parts.append((role, Span(starts.pop(role), len(bare))))
        else:
            bare.append(character)
    article = make_article("".join(bare))
    statements = []
    for sentence in find_sentences(article):
        here = {role: span for role, span in parts if sentence.meets(span)}
        if "content" in here:
            statements.append(
                Statement(
                    kind=StatementKind.MIXED,
                    content=(here["content"],),
                    source=(here["source"],) if "source" in here else (),
                    cue=(here["cue"],) if "cue" in here else (),
                    sure=True,
                    rule=DRAWN,
                )
            )
    return article, tuple(statements)


def resolve(marked: str) -> tuple[Article, tuple[Statement, ...], tuple[Actor, ...]]:
    article, statements = draw_statements(marked)
    sentences = tuple(find_sentences(article))
    actors = tuple(find_actors(article, sentences, statements))
    return article, tuple(resolve_speakers(article, sentences, statements, actors)), actors
