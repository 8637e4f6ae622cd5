"""Lines of a seed, as the eye sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.clean.edits import Edit, Repair
from generator.model import Span

LINE = re.compile(r"[^\r\n]+")

# A full stop, question or exclamation mark, ellipsis or their kin in other scripts, with what may close behind it.
ENDS_SENTENCE = re.compile(r"""[.!?…。！？؟।][\s"'”’»›“‘)\]]*$""")
ENDS_OPEN = re.compile(r"""[,;:–—-]\s*["'”’»)]*$""")

# Words that headlines in title case leave small; only words of four letters and more are looked at besides.
SMALL_IN_TITLES = frozenset(
    {"with", "from", "into", "over", "upon", "than", "that", "after", "amid", "among", "before", "about", "against"}
    | {"between", "under", "through", "until", "toward", "towards", "without", "within", "during", "when", "this"}
)

WORD = re.compile(r"[^\W_][\w'’.-]*")


@dataclass(frozen=True, slots=True)
class Line:
    raw: Span
    """Without the white space around it."""
    text: str
    """As it will be read: without what was taken out of it, white space folded."""
    gap_lines: int
    """Empty lines in front of it; 0 for the first line."""

    @property
    def words(self) -> list[str]:
        return WORD.findall(self.text)

    @property
    def ends_sentence(self) -> bool:
        return bool(ENDS_SENTENCE.search(self.text))

    @property
    def in_title_case(self) -> bool:
        """Whether nearly all longer words begin with a capital, as in headlines of American and British make."""
        longer = [word for word in self.words if len(word) >= 4 and word.lower() not in SMALL_IN_TITLES]
        capitals = sum(1 for word in longer if not word[0].islower())
        return len(longer) >= 3 and capitals >= 0.85 * len(longer)

    @property
    def is_prose(self) -> bool:
        """Whether the line is, or ends, a sentence of running text; when in doubt it is."""
        if self.in_title_case and not self.text.endswith("."):
            return False
        count = len(self.words)
        if self.ends_sentence or ENDS_OPEN.search(self.text):
            return count >= 3 or len(self.text) >= 15
        return count >= 20 or len(self.text) >= 160


def find_lines(text: str, edits: Sequence[Edit]) -> Iterator[Line]:
    """Yield the lines that still hold something to read once `edits` (sorted, disjoint) are made."""
    changed = iter(edits)
    edit = next(changed, None)
    number, end_of_last = 0, -1
    last_number = None
    for match in LINE.finditer(text):
        between = text[max(end_of_last, 0) : match.start()]
        number += between.count("\n") or between.count("\r")
        end_of_last = match.end()
        pieces, read = [], match.start()
        while edit and edit.raw.start < match.end():
            pieces.append(text[read : max(edit.raw.start, read)])
            if isinstance(edit, Repair):
                pieces.append(edit.text)
            read = max(read, edit.raw.end)
            if edit.raw.end > match.end():
                break
            edit = next(changed, None)
        pieces.append(text[read : match.end()] if read < match.end() else "")
        shown = " ".join("".join(pieces).split())
        if not shown:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        stop = match.end() - (len(match[0]) - len(match[0].rstrip()))
        gap = 0 if last_number is None else max(number - last_number - 1, 0)
        last_number = number
        yield Line(Span(start, stop), shown, gap)
