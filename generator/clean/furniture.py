"""Lines of the page that are not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.clean.lines import Line
from generator.clean.rules import Furniture, Reason, Where, furniture
from generator.clean.tail import find_headlines, find_tags
from generator.model import RemovalKind, Removed

# Where labels were pasted together: "ShareTweet", "Share | Tweet", "Home » News".
SEAM = re.compile(r"(?<=[a-z.!?:])(?=[A-Z])|\s*[|•·»›/,\t]\s*|\s{2,}")

CLOCK = "furniture.clock"


def find_furniture(lines: Sequence[Line]) -> Iterator[Removed]:
    """Yield the lines that are furniture, in no particular order; `lines` in reading order.

    Conservative: a line that might be a sentence of the article stays. First come the lines whose words leave no
    doubt; the first and the last sentence of what is left are the edges of the article, and what only the place of a
    line can tell is looked for beyond them.
    """
    rules = furniture()
    anywhere = {Where.ANYWHERE}
    found = {line: reason for line in lines if (reason := _reason(line.text, rules, anywhere))}
    prose = [index for index, line in enumerate(lines) if line not in found and line.is_prose]
    if prose:
        head, body, tail = lines[: prose[0]], lines[prose[0] : prose[-1] + 1], lines[prose[-1] + 1 :]
        live_blog = _has_clocks(body, rules)
        found |= _beyond(head, rules, {Where.ANYWHERE, Where.EDGE}, keep_clocks=live_blog)
        found |= _beyond(tail, rules, set(Where), keep_clocks=live_blog)
        found |= dict.fromkeys(find_tags(tail, body, found), rules.shapes["tags"])
        found |= {line: rules.shapes[shape] for line, shape in find_headlines(tail, body, found)}
    for line, reason in found.items():
        yield Removed(line.raw, reason.kind, reason.rule)


def is_label(words: str) -> bool:
    """Whether words beyond an edge of the article are the label of a button, a time or how long reading takes."""
    return _reason(words, furniture(), {Where.ANYWHERE, Where.EDGE}) is not None


def _beyond(
    lines: Sequence[Line], rules: Furniture, places: set[Where], *, keep_clocks: bool
) -> Iterator[tuple[Line, Reason]]:
    """Yield the furniture among lines beyond an edge of the article."""
    for line in lines:
        reason = _reason(line.text, rules, places)
        if reason and not (keep_clocks and reason.rule.id == CLOCK):
            yield line, reason


def _has_clocks(body: Sequence[Line], rules: Furniture) -> bool:
    """Whether times stand on lines of their own between sentences: the entries of a live blog."""
    clocks = [rule.pattern for rule in rules.lines if rule.reason.rule.id == CLOCK]
    return any(clock.fullmatch(line.text) for clock in clocks for line in body)


def _reason(text: str, rules: Furniture, places: set[Where]) -> Reason | None:
    """Why a line is furniture: as a whole, or as a row of labels and nothing else."""
    if whole := _reason_of_part(text, rules, places):
        return whole
    parts = [part for part in SEAM.split(text) if part]
    reasons = [_reason_of_part(part, rules, places) for part in parts] if len(parts) > 1 else []
    # Two dates in a row are a period rather than a clock.
    clocks_only = all(reason and reason.kind is RemovalKind.CLOCK for reason in reasons)
    return reasons[0] if all(reasons) and not clocks_only else None


def _reason_of_part(text: str, rules: Furniture, places: set[Where]) -> Reason | None:
    words = text.strip().lower().replace("’", "'")
    for label in rules.labels.get(words, ()):
        if label.where in places:
            return label.reason
    return next((rule.reason for rule in rules.lines if rule.where in places and rule.pattern.fullmatch(text)), None)
