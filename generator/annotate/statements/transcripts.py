"""Turns of a transcript: paragraphs that begin with the speaker's name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.annotate.statements import rules
from generator.annotate.statements.captions import is_caption
from generator.annotate.statements.readings import Reading, laid_out
from generator.model import Article, Block, BlockKind, Span

# REYES: … / "MAYOR ANA REYES (D-OHIO): … / Xo Zarqa, host: …
LABEL = re.compile(
    r"""["“”'‘«]?
    (?P<label>
        (?P<name>[^\W\d_a-z][\w.'’-]*(?:\s(?:[^\W\d_a-z][\w.'’-]*|of|the|and|de|la|van|von|bin|al)){0,5})
        (?:,\s[\w\s-]{1,40})?
        (?:\s\([^()\n]{1,40}\))?
    )
    (?P<colon>:)\s+(?=\S)""",
    re.VERBOSE,
)
# Speech says I, we or you; a caption, a score or a list does not, nor does the outlet between two turns.
SPEAKS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Mm]e|[Uu]s|[Oo]ur|[Yy]our)\b")
OPENING = "\"“”'‘«"
CLOSING = re.compile(r"[\"”“'’»]\Z")
# Paragraphs in small print: (CROSSTALK) / [laughter] / (END VIDEO CLIP.)
DIRECTION = re.compile(r"\W*[(\[][^()\[\]]*[)\]]\W*")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next label."""

    label: Span
    colon: Span
    words: dict[int, Span]
    """Number of the block → the part of it that is spoken; in reading order, never empty."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    block: int
    label: Span
    colon: Span
    words: Span
    key: str
    """The last word of the name in small letters: "JANE DOE" and "Doe" are one."""
    in_capitals: bool
    is_person: bool
    """Neither a caption nor a place: PHOTO: … / LIMA: …"""


def find_turns(article: Article) -> Iterator[Turn]:
    """Yield the turns of a transcript in reading order; none where the page is not plainly one.

    It is one where at least two paragraphs begin so, a third of them asks or says I, we or you, and among the names one
    comes back and one stands in the text outside the labels too; where all are in capitals such a name is enough, and
    so are a question, an answer and again the one who asked. Words go on over the paragraphs up to the next label: over
    those that begin with an opening mark as the turn does, and over others up to the last that says I, we or you, since
    the rest may be the outlet's; but not beyond a paragraph that names the speaker. Missed on purpose: what stands
    behind the last turn without such a mark, and “Q:” and “A:”, which name nobody.
    """
    blocks = article.blocks
    labelled = [found for number, block in enumerate(blocks) if (found := _labelled(article, number, block))]
    if not _is_transcript(article, labelled):
        return
    ends = [found.block for found in labelled[1:]] + [len(blocks)]
    for found, end in zip(labelled, ends, strict=True):
        if found.is_person:
            yield Turn(found.label, found.colon, {found.block: found.words, **_goes_on(article, found, end)})


def turn_reading(turn: Turn) -> Reading:
    return laid_out(tuple(turn.words.values()), rules.TURN, source=turn.label, cue=turn.colon)


def _labelled(article: Article, number: int, block: Block) -> _Labelled | None:
    match = LABEL.match(article.text, block.span.start, block.span.end)
    if match is None or not number or block.kind is not BlockKind.PARAGRAPH:
        # The first line is the headline: “Reyes: Bridge will close”.
        return None
    words = Span(match.end(), block.span.end)
    if not any(character.isalpha() for character in article.at(words)):
        return None
    name = match["name"]
    return _Labelled(
        block=number,
        label=Span(*match.span("label")),
        colon=Span(*match.span("colon")),
        words=_without_mark(article, words, opened=match.start("label") > block.span.start),
        key=name.split()[-1].casefold(),
        in_capitals=name == name.upper() and len(name) > 1,
        is_person=not is_caption(name),
    )


def _without_mark(article: Article, words: Span, *, opened: bool) -> Span:
    """Leave out the closing mark that belongs to the one in front of the label."""
    text = article.at(words)
    if not opened or not CLOSING.search(text) or len(text) < 2:
        return words
    marks = sum(text.count(mark) for mark in '"“”')
    return Span(words.start, words.end - 1) if marks % 2 else words


def _is_transcript(article: Article, labelled: Sequence[_Labelled]) -> bool:
    speakers = [found for found in labelled if found.is_person]
    if len(speakers) < 2:
        return False
    turns = Counter(found.key for found in speakers)
    asks_or_speaks = [found for found in speakers if SPEAKS.search(said := article.at(found.words)) or "?" in said]
    if 3 * len(asks_or_speaks) < len(speakers):
        return False
    named = _named_outside(article, labelled, turns)
    if all(found.in_capitals for found in speakers):
        return named or _is_dialogue(article, speakers)
    return named and max(turns.values()) > 1


def _is_dialogue(article: Article, speakers: Sequence[_Labelled]) -> bool:
    """Whether somebody is asked, another answers, and the first takes the word again."""
    return any(
        first.key == third.key != second.key and "?" in article.at(first.words)
        for first, second, third in zip(speakers, speakers[1:], speakers[2:], strict=False)
    )


def _named_outside(article: Article, labelled: Sequence[_Labelled], keys: Counter[str]) -> bool:
    """Whether a speaker's name stands in the text outside the labels, with a capital."""
    labels = {found.block: found.label.end for found in labelled}
    wanted = re.compile(rf"\b(?:{'|'.join(re.escape(key) for key in keys)})\b", re.IGNORECASE)
    return any(
        match.group()[0].isupper()
        for number, block in enumerate(article.blocks)
        for match in wanted.finditer(article.text, labels.get(number, block.span.start), block.span.end)
    )


def _goes_on(article: Article, found: _Labelled, end: int) -> dict[int, Span]:
    """Return the paragraphs behind a labelled one, up to block `end`, that its speaker goes on in."""
    pending: dict[int, Span] = {}
    said: dict[int, Span] = {}
    opened = article.text[article.blocks[found.block].span.start] in OPENING
    last = end == len(article.blocks)
    own = re.compile(rf"\b{re.escape(found.key)}\b", re.IGNORECASE)
    for number in range(found.block + 1, end):
        block = article.blocks[number]
        text = article.at(block.span)
        marked = text[0] in OPENING
        if block.kind is not BlockKind.PARAGRAPH or own.search(text) or (last and not (opened and marked)):
            break
        if DIRECTION.fullmatch(text) or not any(character.isalpha() for character in text):
            continue
        words = Span(block.span.start + 1, block.span.end) if opened and marked else block.span
        pending[number] = _without_mark(article, words, opened=opened and marked)
        if SPEAKS.search(text) or (opened and marked and not last):
            said |= pending
            pending = {}
    return said
