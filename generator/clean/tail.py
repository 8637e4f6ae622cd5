"""What only shape and place tell: headlines of other articles and tags behind the last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.clean.lines import Line
from generator.clean.rules import Reason
from generator.model import RemovalKind

FEWEST_HEADLINES = 2
FEWEST_WORDS = 5
FEWEST_WORDS_UNDER_LABEL = 3
FEWEST_TAGS = 3
MOST_WORDS_A_TAG = 4

# A few words and a colon, a number, or a bullet in front; a number behind.
ROW = re.compile(r"(?:\S+\s+){0,5}\S+:\s|[\d•*–—-]+[.)]?\s|.*\d$")


def find_headlines(
    tail: Sequence[Line], body: Sequence[Line], furniture: Mapping[Line, Reason]
) -> Iterator[tuple[Line, str]]:
    """Yield headlines of other articles in `tail`, with the shape that tells them; `body` ends with a sentence.

    A list at the end of an article (winners, results) may be in title case too: hence a group must be set apart by
    a wider gap or touch other furniture, and a line that ends with a colon in front of it keeps it.
    """
    usual_gap = max((line.gap_lines for line in body[1:]), default=0)
    before = body[-1]
    for is_furniture, group in groupby(tail, key=furniture.__contains__):
        lines = list(group)
        label, before = before, lines[-1]
        if is_furniture or (label.text.endswith(":") and label not in furniture):
            continue
        under_label = label in furniture and furniture[label].kind is RemovalKind.RELATED
        touches_furniture = label in furniture or lines[-1] is not tail[-1]
        set_apart = lines[0].gap_lines > usual_gap or touches_furniture
        if under_label and all(not line.ends_sentence or line.in_title_case for line in lines):
            yield from ((line, "listed-headlines") for line in lines if len(line.words) >= FEWEST_WORDS_UNDER_LABEL)
        elif set_apart and len(lines) >= FEWEST_HEADLINES and all(map(_is_headline, lines)) and not _is_list(lines):
            yield from ((line, "related-headlines") for line in lines)


def find_tags(tail: Sequence[Line], body: Sequence[Line], furniture: Mapping[Line, Reason]) -> Iterator[Line]:
    """Yield lines of short terms between commas, at least half of which the article uses, and terms under "Topics"."""
    article = " ".join(line.text for line in body).casefold()
    under_heading = False
    for line in tail:
        if line in furniture:
            under_heading = furniture[line].kind is RemovalKind.TAGS
        elif under_heading and line.gap_lines == 0 and len(line.words) <= MOST_WORDS_A_TAG and not line.ends_sentence:
            yield line
        else:
            under_heading = False
            if _is_row_of_tags(line, article):
                yield line


def _is_row_of_tags(line: Line, article: str) -> bool:
    terms = [term.strip().casefold() for term in line.text.split(",")]
    if len(terms) < FEWEST_TAGS or line.ends_sentence or ":" in line.text:
        return False
    short = all(0 < len(term.split()) <= MOST_WORDS_A_TAG for term in terms)
    joined = any(term.startswith(("and ", "or ")) or " and " in term for term in terms)
    used = sum(1 for term in terms if term in article)
    return short and not joined and used * 2 >= len(terms)


def _is_list(lines: Sequence[Line]) -> bool:
    """Whether the lines are rows such as `Best Song: …` or `3. …`: results, winners, programmes."""
    rows = sum(1 for line in lines if ROW.match(line.text))
    return rows * 2 >= len(lines)


def _is_headline(line: Line) -> bool:
    return line.in_title_case and len(line.words) >= FEWEST_WORDS and not line.text.endswith(".")
