"""A sentence as phrases, each with one letter, so that the grammar of attributions can be written as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.annotate.statements.tokens import Token
from generator.model import Span

# Over the letters of tags.py. Named by the letter of the phrase: Y time · I infinitive · V finite verb group · B form
# of "be", "have" or "do" alone · E past form that may be a participle · G form in -ing · N noun phrase.
NOMINAL = (
    r"[hnNgyl$&%]|(?<=[dolhrg])[EG](?=[hnNq])|(?<=[dolg])r(?=[hnENG]*[nN])|r(?=[nh]+[nN])|(?<=g)q"
    r"|(?<=[ng])G(?=n?[,.;:)vx])(?![,:][Qq])"
)
PHRASE = re.compile(
    rf"""
    (?P<I>T[zr]*(?:x[zrx]*)?[vEG]?)
  | (?P<V>[rz]*x[xzr]*[vEG]|[rz]*v)
  | (?P<B>[rz]*x[xz]*)
  | (?P<Y>(?:d?[lh]*)y+(?:h(?:,h)?)?(?![nNg]))
  | (?P<N>(?:d+o?|o|zd)(?:{NOMINAL}|q(?=[ny]))*|(?:[hnN$&]|l(?=[hnN$])|y(?=[nNg])|q(?=n)|(?<=[ia])E(?=n))(?:{NOMINAL})*)
  | (?P<A>l)
  | (?P<E>[rz]*E)
  | (?P<G>[rz]*G)
  | (?P<O>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# Single letters that become phrases of their own.
ALONE = {
    "p": "H",
    "m": "M",
    "i": "P",
    "r": "A",
    "z": "A",
    "!": ".",
    "?": ".",
    "v": "V",
    "y": "Y",
    "E": "E",
    "G": "G",
    "g": "u",
}


class Chunk(NamedTuple):
    kind: str
    first: int
    last: int
    """Inclusive; both count tokens of the sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block, quotations unopened: a full stop inside one does not end it."""

    tokens: Sequence[Token]
    chunks: Sequence[Chunk]
    kinds: str
    """One letter a chunk: N noun phrase · H pronoun as subject · M as object · Y time · Q quotation · q one of a few
    words · V finite verb group · B "be" alone · E past or participle · G in -ing · I infinitive · P preposition ·
    a preposition or conjunction · s conjunction · t "that" · w relative or question word · c "and" · A adverb ·
    punctuation stands for itself."""

    def span(self, first: int, last: int) -> Span:
        """Return the characters of chunks `first` to `last`, inclusive."""
        return Span(self.tokens[self.chunks[first].first].start, self.tokens[self.chunks[last].last].end)

    def words(self, chunk: int) -> str:
        """Return the words of a chunk in small letters."""
        first, last = self.chunks[chunk].first, self.chunks[chunk].last
        return " ".join(token.low for token in self.tokens[first : last + 1])

    def low(self, chunk: int) -> str:
        """Return the last word of a chunk in small letters."""
        return self.tokens[self.chunks[chunk].last].low

    def first_low(self, chunk: int) -> str:
        return self.tokens[self.chunks[chunk].first].low


def sentences_of(tokens: Sequence[Token], ends: frozenset[int]) -> Iterator[Sentence]:
    """Split the tokens of a block where a sentence ends outside quotations; `ends` are offsets of sentence ends."""
    here: list[Token] = []
    for token in tokens:
        if token.tag == "." and token.end not in ends:
            # The stop of an abbreviation.
            continue
        here.append(token)
        if token.end in ends:
            yield _chunked(here)
            here = []
    if here:
        yield _chunked(here)


def _chunked(tokens: list[Token]) -> Sentence:
    letters = "".join(token.tag for token in tokens)
    chunks: list[Chunk] = []
    for match in PHRASE.finditer(letters):
        kind = match.lastgroup or "O"
        if kind == "O":
            kind = ALONE.get(match.group(), match.group())
        chunks.append(Chunk(kind, match.start(), match.end() - 1))
    return Sentence(tuple(tokens), tuple(chunks), "".join(chunk.kind for chunk in chunks))
