"""Signatures: the name behind a dash that stands under somebody's words, as under a pull quote or a reader's letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.places import place_named
from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Chunk, Sentence
from generator.annotate.statements.readings import Reading, laid_out
from generator.model import Span
from generator.newsrooms import is_newsroom

# “…” — Ana Reyes, a lawyer from Lima: a name with what is told of it, no verb but behind “who”
# and in “tweeting from Lima”.
SIGNED = re.compile(
    r"(?P<quotation>Q?)(?P<dash>-)(?P<name>N)(?:,?[Pc]A?[NYM]|,?A?[NYM]|,A?E|\([^)]*\))*(?:,?w[^Qq]*?|,G[^Qq]*?)?(?P<stop>\.?)"
)


# — Ana Reyes 🚲 (@areyes) March 9, 2020: as the makers of posts have them embedded
POSTED = re.compile(r"(?P<dash>[—–―]|--)\s*(?P<name>\w[^\n(]*?)[^\w\n(]*\s\(@\w+\)[^\n]*")


FULL_NAME = "signature with a full name"
MOST_WORDS = 4
BODIES = words(read_lexicon("sources")["bodies"])


class Signature(NamedTuple):
    dash: Span
    source: Span
    quotation: tuple[Span, ...]
    """What is signed; empty where the sentence is a signature and nothing else."""
    how: str = "signature"
    """`FULL_NAME` where a full personal name is all of it: “— Ana Reyes”."""


def read_signature(s: Sentence) -> Signature | None:
    """Return the signature that the sentence is, or ends in behind a quotation; None for any other sentence."""
    match = SIGNED.fullmatch(s.kinds)
    if match is None:
        return None
    name = s.chunks[match.start("name")]
    if not any(token.tag == "N" for token in s.tokens[name.first : name.last + 1]):
        return None
    return Signature(
        dash=s.span(match.start("dash"), match.start("dash")),
        source=s.span(match.start("name"), match.start("stop") - 1),
        quotation=(s.span(0, 0),) if match["quotation"] else (),
        how=FULL_NAME if match.start("stop") == match.end("name") and _is_full_name(s, name) else "signature",
    )


def _is_full_name(s: Sentence, chunk: Chunk) -> bool:
    """Whether the words are a first and a last name, and neither a newsroom's nor a body's."""
    name = s.tokens[chunk.first : chunk.last + 1]
    if not 2 <= len(name) <= MOST_WORDS or any(token.tag != "N" or token.low in BODIES for token in name):
        return False
    written = " ".join(token.low.title() for token in name)
    return not is_newsroom(written) and place_named(written) is None


def read_account(text: str, block: Span) -> Signature | None:
    """Return the account and the day that a post ends in; the source is the name alone, without pictures behind it."""
    match = POSTED.search(text, block.start, block.end)
    if match is None:
        return None
    return Signature(dash=Span(*match.span("dash")), source=Span(*match.span("name")), quotation=())


def signed(signature: Signature, content: Sequence[Span]) -> Reading:
    reading = laid_out(content, rules.SIGNATURE, source=signature.source, cue=signature.dash, set_off=False)
    return replace(reading, how=signature.how)
