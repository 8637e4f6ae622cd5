"""What stands in one article: statements, actors, times and framing, each mark with its rule."""

from __future__ import annotations

from generator.annotate.actors import find_actors
from generator.annotate.cited import cite_sources
from generator.annotate.framing import find_framing
from generator.annotate.quotations import find_quotations
from generator.annotate.relays import without_credits
from generator.annotate.sentences import find_sentences
from generator.annotate.speakers import resolve_speakers
from generator.annotate.statements import find_statements
from generator.annotate.times import find_times
from generator.languages import rules_know
from generator.model import Annotated, Article

ENGLISH_ONLY = ("statements", "actors", "speakers", "times", "framing")
"""Finders whose word lists are English; a version in another language is told which of them were not run."""


def annotate(article: Article) -> Annotated:
    """Mark one version by itself; every tuple is in reading order.

    Sentences and quotation marks are found in any language, all else only in English, and in a text of a few words
    whose language could not be told.
    """
    sentences = tuple(find_sentences(article))
    quotations = tuple(find_quotations(article))
    if not rules_know(article):
        return Annotated(
            article=article,
            sentences=sentences,
            quotations=quotations,
            statements=(),
            actors=(),
            times=(),
            framing=(),
            not_run=ENGLISH_ONLY,
        )
    found = tuple(cite_sources(article, sentences, tuple(find_statements(article, sentences, quotations))))
    attributed = tuple(without_credits(article, found))
    actors = tuple(find_actors(article, sentences, attributed))
    statements = tuple(resolve_speakers(article, sentences, attributed, actors))
    return Annotated(
        article=article,
        sentences=sentences,
        quotations=quotations,
        statements=statements,
        actors=actors,
        times=tuple(find_times(article, sentences, quotations, statements)),
        framing=tuple(find_framing(article, sentences, quotations, statements)),
    )
