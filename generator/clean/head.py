"""The lines above an article in a text file: headline, byline, date; and the date below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from generator.clean.credit_lines import CreditLine, is_clock, read_credit_line
from generator.clean.days import find_days
from generator.clean.lines import ENDS_OPEN, Line
from generator.clean.rules import furniture
from generator.model import Details, How, Published, Removed, Span, Stated, Undated

HEAD_LINES = 6
"""So many lines that are no furniture may hold headline, standfirst, byline and dates."""
MOST_SENTENCES_ABOVE = 1
"""A standfirst may stand above byline and date; behind two sentences the article has begun."""

FEWEST_WORDS, MOST_WORDS = 3, 20
ENDS_FULL = re.compile(r"""[.…][\s"'”’»)\]]*$""")
ALONE = re.compile(r"by:?", re.IGNORECASE)
# Who speaks, in transcripts: "REED: Good evening"
CALLED = re.compile(r"[^a-z:]+:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    headline: Line | None = None
    credits: tuple[tuple[Line, CreditLine], ...] = ()
    """Bylines and date lines, in the order of the file."""
    dated_otherwise: bool = False
    """Whether a date stands near the head that is in no line of its own."""

    @property
    def lines(self) -> frozenset[Line]:
        return frozenset([line for line, _ in self.credits] + ([self.headline] if self.headline else []))

    def removed(self) -> Iterator[Removed]:
        for line, credit in self.credits:
            two_ways = any(len(day.days) > 1 for day in credit.days)
            name = "date-in-two-ways" if two_ways else "date-line" if credit.days else "byline"
            reason = furniture().others[name]
            yield Removed(line.raw, reason.kind, reason.rule)


def find_head(page: Sequence[Line], beside: set[Span], marked: Sequence[Span]) -> Head:
    """Return what the lines of a file say of the article; raw: the lines that are furniture, the first-level headings.

    Without a sentence there is no article that a line could stand above.
    """
    # A date alone passes for a clock of the page until it is read.
    lines = [line for line in page if line.raw not in beside or read_credit_line(line.text)]
    above = list(_above(lines))
    credits_ = list(_credits(above))
    if not any(credit.days for _, credit in credits_) and len(lines) > len(above):
        below = read_credit_line(lines[-1].text)
        credits_ += [(lines[-1], below)] if below and below.days and not below.byline else []
    taken = {line for line, _ in credits_}
    if _disagree(credit for _, credit in credits_) or not any(line.is_prose for line in lines if line not in taken):
        return Head(dated_otherwise=_is_dated(page, above, taken=set()))
    return Head(
        headline=_headline(lines, taken, marked),
        credits=tuple(credits_),
        dated_otherwise=_is_dated(page, above, taken),
    )


def complete(details: Details, head: Head) -> Details:
    """Add what the head says to what is known without it, which goes before it."""
    days = [day for _, credit in head.credits for day in credit.days]
    told = [day for day in days if day.label != "changed"] or days
    published = next((Published(day.days[0], _how(day.label)) for day in told if len(day.days) == 1), None)
    bylines = (Stated(credit.byline, How.BYLINE) for _, credit in head.credits if credit.byline)
    published = details.published or published
    return replace(
        details,
        headline=details.headline or (Stated(head.headline.text, How.HEADLINE) if head.headline else None),
        byline=details.byline or next(bylines, None),
        published=published,
        undated=details.undated if published else _undated(head),
    )


def _undated(head: Head) -> Undated:
    if any(credit.days for _, credit in head.credits):
        return Undated.TWO_WAYS
    return Undated.UNRECOGNISED if head.dated_otherwise else Undated.NO_DATE


def _how(label: str | None) -> How:
    return How.CHANGE_LINE if label == "changed" else How.DATE_LINE


def _above(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines in which headline, byline and date may stand."""
    sentences = 0
    for line in lines[:HEAD_LINES]:
        sentences += line.is_prose
        if sentences > MOST_SENTENCES_ABOVE + (lines[0].is_prose and lines[0].text.endswith("?")):
            return
        yield line


def _credits(above: Sequence[Line]) -> Iterator[tuple[Line, CreditLine]]:
    for number, (line, following) in enumerate(pairwise([*above, None])):
        before = above[number - 1] if number else None
        if line is None or (following is not None and following.text[0].islower()):
            continue
        signed = before is not None and ALONE.fullmatch(before.text)
        credit = read_credit_line(f"By {line.text}" if signed else line.text, first=number == 0)
        if before is not None and signed and credit and credit.byline:
            yield before, CreditLine()
        if credit:
            yield line, credit


def _disagree(credits_: Iterator[CreditLine]) -> bool:
    """Whether lines give different days without saying what each is: a diary, or a list of dates."""
    return len({day.days for credit in credits_ for day in credit.days if day.label is None}) > 1


def _is_dated(page: Sequence[Line], above: Sequence[Line], taken: set[Line]) -> bool:
    """Whether a line of the head that was not taken has a date; a clock is told as a clock."""
    head = page[: page.index(above[-1]) + 1] if above else ()
    return any(any(find_days(line.text)) for line in head if line not in taken and not is_clock(line.text))


def _headline(lines: Sequence[Line], taken: set[Line], marked: Sequence[Span]) -> Line | None:
    """The first line, or the second below a kicker ("World news"), where nothing speaks against it."""
    standing = [line for line in lines if line not in taken]
    for first, following in islice(pairwise(standing), 2):
        if any(heading.meets(first.raw) for heading in marked):
            return first
        if len(first.words) >= FEWEST_WORDS:
            parted = following.gap_lines > 0 or lines[lines.index(first) + 1] in taken
            return first if parted and _is_headline(first.text, following.text) else None
    return None


def _is_headline(text: str, following: str) -> bool:
    open_ = ENDS_FULL.search(text) or ENDS_OPEN.search(text) or following[0].islower()
    return not open_ and not CALLED.match(text) and len(text.split()) <= MOST_WORDS
