"""A paragraph as words, quotations and marks, each with one letter for its part of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.annotate.statements.tags import ALWAYS, Context, Word, is_unknown_verb, possession_or_is, word_tag
from generator.model import Quotation, Span

WORD = re.compile(
    r"""
    (?P<word>
        (?:[A-Za-z]\.){2,}                                 # U.S.
      | (?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|St|Jr|Sr|Lt|Col|Sgt|Prof|Rev|Hon|vs|No|Corp|Inc|Co|Ltd)\.
      | [^\W\d_]+?(?=n['’]t\b)                             # did n't
      | n['’]t\b
        # … and in figures also a comma or a colon: 1,100 voters, 9:24 p.m.
      | [@\#]?[^\W_]+(?:[-–/&.][^\W_]+|['’](?!(?:s|ll|ve|d|re|m|S)\b)[^\W\d_]+|(?<=\d)[,:]\d+)*%?
    )
  | (?P<clitic>['’](?:s|ll|ve|d|re|m|S)?\b|(?<=s)['’])
  | (?P<dash>\s[-–]+\s|--+|[—―])
  | (?P<dots>\.\s?\.\s?\.|…)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
# Words that stay small in a title: “Meet the Press”.
SMALL_IN_TITLES = frozenset(["of", "the", "a", "an", "and", "in", "on", "for", "to", "at", "from", "with"])
SHORT_FORMS = frozenset(["'ll", "'ve", "'d", "'re", "'m"])


class Token(NamedTuple):
    start: int
    end: int
    low: str
    """In small letters, apostrophes made straight; empty for a quotation."""
    tag: str
    """One letter; see tags.py."""


def tokenise(text: str, span: Span, quotations: Sequence[Quotation]) -> list[Token]:
    """Return the tokens of one block; each quotation is a single token.

    Offsets count in `text`. Quotations are those of the block, in reading order.
    """
    return _tagged(list(_words(text, span, quotations)))


def _words(text: str, span: Span, quotations: Sequence[Quotation]) -> Iterator[Word]:
    at = span.start
    for quotation in quotations:
        start, end = quotation.span.start, quotation.span.end
        yield from _scan(text, at, start)
        yield Word(start, end, "", _quotation_tag(text, quotation.span))
        if text[start:end].rstrip("”\"'’» ")[-1:] == ",":
            # American usage sets the comma inside: “…,” she said. To the grammar it stands outside.
            yield Word(end - 1, end, ",", ",")
        at = end
    yield from _scan(text, at, span.end)


def _scan(text: str, start: int, end: int) -> Iterator[Word]:
    for match in WORD.finditer(text, start, end):
        kind = match.lastgroup
        written = match.group()
        if kind == "dash":
            start = match.end() - len(written.lstrip())
            yield Word(start, start + len(written.strip()), "-", "-")
        elif kind == "dots":
            yield Word(match.start(), match.end(), "…", "…")
        elif kind == "mark":
            yield Word(match.start(), match.end(), written, "-" if written in "–—" else written)
        else:
            yield Word(match.start(), match.end(), written.replace("’", "'"), kind or "")


def _quotation_tag(text: str, span: Span) -> str:
    """Return `q` for a few words or a title that may be part of a noun phrase (the “Today” show), else `Q`."""
    quoted = text[span.start : span.end].strip("“”\"'’‘»«")
    if quoted[-1:] in ".?!;:…—–-":
        return "Q"
    if quoted.count(" ") > 5 and not _is_title(quoted.split()):
        return "Q"
    return "Q" if quoted[-1:] == "," and not _is_title(quoted.split()) else "q"


def _is_title(quoted: Sequence[str]) -> bool:
    return len(quoted) > 1 and all(word in SMALL_IN_TITLES or word[0].isupper() or word[0].isdigit() for word in quoted)


def _is_title_case(found: Sequence[Word]) -> bool:
    """Whether capitals say nothing, as in a headline; what stands beside a whole quotation is a sentence."""
    if any(word.kind == "Q" for word in found):
        return False
    long_words = [word.written for word in found if word.kind == "word" and len(word.written) > 3]
    return len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.75 * len(long_words)


def _tagged(found: Sequence[Word]) -> list[Token]:
    tokens: list[Token] = []
    title_case = _is_title_case(found)
    before, previous = ".", ""
    for number, word in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        low = word.written.lower()
        if word.kind == "word":
            always = ALWAYS.get(word.written)
            if always is not None:
                tag = always
            elif low == "to" and number + 2 < len(found) and is_unknown_verb(found[number + 1], found[number + 2]):
                tag = "T"
            else:
                fresh = before in ".?!:" or number == 0 or title_case
                tag = word_tag(word.written, low, Context(before, previous, following, fresh))
        elif word.kind == "clitic":
            tag = "x" if low in SHORT_FORMS else possession_or_is(low, before, following)
        else:
            tag = word.kind
        tokens.append(Token(word.start, word.end, low, tag))
        before, previous = tag, low
    return tokens
