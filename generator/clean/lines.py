"""Lines of a seed, as the eye sees them."""

from __future__ import annotations

import re
from bisect import bisect_right
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

FEWEST_CAPITALS = 3
LEAST_SHARE_OF_CAPITALS = 0.85

# With a full stop a few words are a sentence; without one only a long line is. Characters count for scripts that
# write no spaces.
FEWEST_WORDS_OF_SENTENCE, FEWEST_CHARS_OF_SENTENCE = 3, 15
FEWEST_WORDS_OF_FRAGMENT, FEWEST_CHARS_OF_FRAGMENT = 20, 160

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
        return len(longer) >= FEWEST_CAPITALS and capitals >= LEAST_SHARE_OF_CAPITALS * len(longer)

    @property
    def is_prose(self) -> bool:
        """Whether the line is, or ends, a sentence of running text; when in doubt it is."""
        if self.in_title_case and not self.text.endswith("."):
            return False
        count = len(self.words)
        if self.ends_sentence or ENDS_OPEN.search(self.text):
            return count >= FEWEST_WORDS_OF_SENTENCE or len(self.text) >= FEWEST_CHARS_OF_SENTENCE
        return count >= FEWEST_WORDS_OF_FRAGMENT or len(self.text) >= FEWEST_CHARS_OF_FRAGMENT


def find_lines(text: str, edits: Sequence[Edit]) -> Iterator[Line]:
    """Yield the lines that still hold something to read once `edits` (sorted, disjoint) are made."""
    ends = [edit.raw.end for edit in edits]
    end_of_last: int | None = None
    for match in LINE.finditer(text):
        whole = Span(*match.span())
        shown = " ".join(_read(text, whole, edits[bisect_right(ends, whole.start) :]).split())
        if not shown:
            continue
        # A repair may make something to read of what counts as white space, such as U+0085.
        bare = match[0].strip().strip("\ufeff").strip() or match[0]
        start = whole.start + match[0].index(bare)
        gap = 0 if end_of_last is None else _line_ends(text[end_of_last : whole.start]) - 1
        yield Line(Span(start, start + len(bare)), shown, gap)
        end_of_last = whole.end


def _read(text: str, line: Span, edits: Sequence[Edit]) -> str:
    """What `line` reads once the edits are made, the first of which may begin in front of it."""
    pieces, read = [], line.start
    for edit in edits:
        if edit.raw.start >= line.end:
            break
        pieces.append(text[read : edit.raw.start])
        if isinstance(edit, Repair):
            pieces.append(edit.text)
        read = edit.raw.end
    return "".join((*pieces, text[read : line.end]))


def _line_ends(text: str) -> int:
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
