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


def find_furniture(lines: Sequence[Line]) -> Iterator[Removed]:
    """Yield the lines that are furniture, in no particular order; `lines` in reading order.

    Conservative: a line that might be a sentence of the article stays. First come the lines whose words leave no
    doubt; the first and the last sentence of what is left are the edges of the article, and what only the place of a
    line can tell is looked for beyond them.
    """
    rules = furniture()
    certain = {line: reason for line in lines if (reason := _reason(line, rules, {Where.ANYWHERE}))}
    prose = [index for index, line in enumerate(lines) if line not in certain and line.is_prose]
    found = dict(certain)
    if prose:
        head, tail = lines[: prose[0]], lines[prose[-1] + 1 :]
        for line in head:
            if line not in found and (reason := _reason(line, rules, {Where.ANYWHERE, Where.EDGE})):
                found[line] = reason
        for line in tail:
            if line not in found and (reason := _reason(line, rules, set(Where))):
                found[line] = reason
        body = lines[prose[0] : prose[-1] + 1]
        for line in find_tags(tail, body, found):
            found[line] = rules.shapes["tags"]
        for line, shape in find_headlines(tail, body, found):
            found[line] = rules.shapes[shape]
    for line, reason in found.items():
        yield Removed(line.raw, reason.kind, reason.rule)


def _reason(line: Line, rules: Furniture, places: set[Where]) -> Reason | None:
    for rule in rules.lines:
        if rule.where in places and rule.pattern.fullmatch(line.text):
            return rule.reason
    return _labels_only(line.text, rules, places)


def _labels_only(text: str, rules: Furniture, places: set[Where]) -> Reason | None:
    """The reason of the first label where the line is a row of labels and nothing else."""
    whole = _label(text, rules, places)
    if whole:
        return whole
    parts = [part for part in SEAM.split(text) if part]
    reasons = [_label(part, rules, places) or _glued(part, rules, places) for part in parts]
    # Two dates in a row are a period rather than a clock.
    clocks_only = all(reason and reason.kind is RemovalKind.CLOCK for reason in reasons)
    return reasons[0] if len(reasons) > 1 and all(reasons) and not clocks_only else None


def _label(text: str, rules: Furniture, places: set[Where]) -> Reason | None:
    words = text.strip().lower().replace("’", "'")
    return next((label.reason for label in rules.labels.get(words, ()) if label.where in places), None)


def _glued(part: str, rules: Furniture, places: set[Where]) -> Reason | None:
    """A part such as "Comment via Facebook" that a line's pattern knows."""
    for rule in rules.lines:
        if rule.where in places and rule.pattern.fullmatch(part):
            return rule.reason
    return None
