"""The byline that a saved web page shows between its headline and the first sentence, which extractors leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.clean.credit_lines import CreditLine, read_credit_line
from generator.clean.days import find_days
from generator.clean.head import Head
from generator.clean.lines import Line, find_lines
from generator.model import Seed


def find_page_head(seed: Seed) -> Head:
    """Return the bylines between the heading above the article and its first sentence.

    Headline and day of publication are left to the page's metadata: a date in the text may be a clock of the page.
    """
    lines = list(_between(seed))
    bylines = (
        (line, CreditLine(byline=credit.byline))
        for line in lines
        if (credit := read_credit_line(line.text)) and credit.byline
    )
    return Head(credits=tuple(bylines), dated_otherwise=_is_dated(lines))


def _between(seed: Seed) -> Iterator[Line]:
    lines = list(find_lines(seed.text, ()))
    sentences = (line for line in lines if line.is_prose and any(span.meets(line.raw) for span in seed.body or ()))
    first = next(sentences, None)
    if first is not None:
        headings = [heading.end for heading in seed.headings if heading.end <= first.raw.start]
        if headings:
            yield from (line for line in lines if headings[-1] <= line.raw.start < first.raw.start)


def _is_dated(lines: Sequence[Line]) -> bool:
    return any(any(find_days(line.text)) for line in lines)
