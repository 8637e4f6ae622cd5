"""Places found by their words: an editor's quotes, and ids of marks that survive new rules and other marks."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.model import Actor, FramingMark, Mark, Span, Statement, TimeExpression

CONTEXT_CHARS = 32
"""Characters on each side of a mark that go into its id."""

SAMPLE_CHARS = 200
"""The head of a lost quote that is looked for; the whole of a long one would take too long."""

LIKE_ENOUGH = 60.0
"""Likeness in per cent below which naming a nearest match would only mislead."""

# Two straight or grave single marks stand for one double mark in wire copy: ''like this''.
FOLDS = re.compile(
    r"""(?P<space>\s[\s\u200b\u2060\ufeff]*)
      | (?P<nothing>[\u00ad\u200b\u2060\ufeff])
      | (?P<double>["“”„‟«»″]|''|``|’’|‘‘)
      | (?P<single>['‘’‚‛‹›′`])
      | (?P<dash>[-‐‑‒–—―−]+)""",
    re.VERBOSE,
)
FOLDED = {"space": " ", "nothing": "", "double": '"', "single": "'", "dash": "-"}


class QuoteNotFoundError(LookupError):
    """The words stand nowhere in the text; `nearest` holds the words most like them, None where nothing is."""

    def __init__(self, quote: str, nearest: str | None) -> None:
        likeness = f"the nearest words are “{nearest}”" if nearest else "nothing in the text is like it"
        super().__init__(f"“{quote}” is not in the text; {likeness}")
        self.nearest = nearest


class AmbiguousQuoteError(LookupError):
    """The words stand in more than one place."""

    def __init__(self, quote: str, places: Iterable[str]) -> None:
        shown = " and ".join(f"“{place}”" for place in places)
        super().__init__(f"“{quote}” stands more than once, in {shown}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with spaces, quotation marks and dashes made alike, and the way back."""

    text: str
    starts: tuple[int, ...]
    """For each character of `text`, where it starts in the original; a run of white space is one character."""
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """Return where the folded characters [start, end) stand in the original."""
        return Span(self.starts[start], self.ends[end - 1])


def fold(text: str) -> Folded:
    """Make each run of white space one space, each quotation mark straight, each run of dashes a hyphen.

    Soft hyphens and characters without width vanish. Case and all other characters stay.
    """
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in FOLDS.finditer(text):
        characters.append(text[at : match.start()])
        starts.extend(range(at, match.start()))
        ends.extend(range(at + 1, match.start() + 1))
        at = match.end()
        if character := FOLDED[match.lastgroup or "nothing"]:
            characters.append(character)
            starts.append(match.start())
            ends.append(match.end())
    characters.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded("".join(characters), tuple(starts), tuple(ends))


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> Span:
    """Return the one place where `quote` stands in `text`, right after `prefix` and right before `suffix`.

    All are compared folded, case included; a space between them may be left out.
    Raises `QuoteNotFoundError`, which names the nearest match, or `AmbiguousQuoteError`.
    """
    folded = fold(text)
    wanted, before, after = (fold(words).text.strip() for words in (quote, prefix, suffix))
    places = sorted(set(_occurrences(folded.text, wanted, before, after)))
    if not places:
        whole = " ".join(filter(None, (before, wanted, after)))
        raise QuoteNotFoundError(whole, nearest_words(text, whole))
    if len(places) > 1:
        shown = (folded.text[max(0, at - 20) : at + len(wanted) + 20].strip() for at in places[:2])
        raise AmbiguousQuoteError(quote, shown)
    return folded.original(places[0], places[0] + len(wanted))


def _occurrences(text: str, wanted: str, before: str, after: str) -> Iterator[int]:
    """Yield where `wanted` starts: at most two places for each way to set the spaces, enough to see that it repeats."""
    if not wanted:
        return
    for head in {before, f"{before} "} if before else {""}:
        for tail in {after, f" {after}"} if after else {""}:
            at = text.find(head + wanted + tail)
            if at >= 0:
                yield at + len(head)
                at = text.find(head + wanted + tail, at + 1)
            if at >= 0:
                yield at + len(head)


def nearest_words(text: str, quote: str) -> str | None:
    """Return the whole words of `text` that are most like `quote`, None where nothing is."""
    folded = fold(text)
    sample = fold(quote).text[:SAMPLE_CHARS]
    best = fuzz.partial_ratio_alignment(sample, folded.text, score_cutoff=LIKE_ENOUGH)
    if best is None or best.dest_start >= best.dest_end:
        return None
    start = folded.text.rfind(" ", 0, best.dest_start + 1) + 1
    end = folded.text.find(" ", best.dest_end - 1)
    words = folded.original(start, max(start + 1, end if end >= 0 else len(folded.text)))
    return text[words.start : words.end].strip() or None


def mark_ids(version_id: str, text: str, marks: Iterable[Mark]) -> dict[Mark, str]:
    """Give each mark of one version an id for its permanent link, such as `statement-5c1f0a93e2`.

    The id is made of the version's id, the kind of mark, its exact words and `CONTEXT_CHARS` characters on each side:
    it survives other marks and other rules. The same words in the same surroundings are numbered by place: `…-2`.
    """
    alike: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in sorted(set(marks), key=_place):
        kind, spans = _kind(mark), _spans(mark)
        start, end = spans[0].start, spans[-1].end
        parts = (version_id, kind, text[max(0, start - CONTEXT_CHARS) : start])
        words = (*(text[span.start : span.end] for span in spans), text[end : end + CONTEXT_CHARS])
        digest = hashlib.sha256("\x1f".join(parts + words).encode()).hexdigest()
        alike[f"{kind}-{digest[:10]}"].append(mark)
    return {
        mark: name if number == 1 else f"{name}-{number}"
        for name, repeats in alike.items()
        for number, mark in enumerate(repeats, start=1)
    }


def _kind(mark: Mark) -> str:
    match mark:
        case Statement():
            return "statement"
        case Actor():
            return "actor"
        case TimeExpression():
            return "time"
        case FramingMark():
            return "framing"


def _spans(mark: Mark) -> tuple[Span, ...]:
    """The words that a mark stands on; an actor stands on the first mention."""
    match mark:
        case Statement():
            return mark.content
        case Actor():
            return mark.mentions[:1]
        case _:
            return (mark.span,)


def _place(mark: Mark) -> tuple[tuple[Span, ...], tuple[Span, ...], str]:
    """Reading order; marks on the same words by their source, then by rule."""
    return _spans(mark), mark.source if isinstance(mark, Statement) else (), mark.rule.id
