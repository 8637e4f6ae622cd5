"""What a time expression is read against: the day of publication, the clause, and what was named before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.annotate.times.calendar import Period, in_words
from generator.annotate.times.tense import Tense, tense_at
from generator.annotate.times.words import FULL_MONTH, month_number
from generator.model import Article, How, RemovalKind, Rule, Span

SURROUNDING_CHARS = 500
CLOCK_DATE = re.compile(
    rf"(?P<day>\d{{1,2}}) (?P<month>{FULL_MONTH}) (?P<year>\d{{4}})"
    rf"|(?P<month_first>{FULL_MONTH}) (?P<day_second>\d{{1,2}}), (?P<year_last>\d{{4}})"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression is taken to mean; the fields are those of `TimeExpression`."""

    why: str
    value: str | None = None
    earliest: date | None = None
    latest: date | None = None
    period: Period | None = None
    """For later expressions that count from this one."""
    tells_when: bool = True
    clock: str | None = None
    """`10:00`: a time of day, which waits for its day."""


def dated(period: Period, why: str) -> Reading:
    return Reading(why, period.value, period.earliest, period.latest, period)


@dataclass(frozen=True, slots=True)
class Setting:
    """An article as a frame for its time expressions."""

    article: Article

    @property
    def today(self) -> date | None:
        """The day of publication; None also for a year that no newspaper saw, such as a program's zero date."""
        published = self.article.seed.details.published
        return published.date if published and 1500 <= published.date.year < 3000 else None

    def publication(self, day: date) -> str:
        """Name the day of publication, and how it is known where neither the editor nor the record says it."""
        published = self.article.seed.details.published
        how = published.how if published else How.EDITOR
        told = f" ({how})" if how not in (How.EDITOR, How.RECORD) else ""
        return f"the publication date, {in_words(day)}{told}"

    def unknown(self, what: str) -> Reading:
        """Return a reading without a value; `what` says what is known: `a Monday`."""
        clock = next(self._clocks(), None)
        if clock is not None:
            known = f"the page carries a clock reading {in_words(clock)}, which is not used as a publication date"
        else:
            known = self.article.seed.details.undated
        return Reading(f"{what}; {known}")

    def _clocks(self) -> Iterator[date]:
        for removed in self.article.removed:
            if removed.kind is RemovalKind.CLOCK:
                text = self.article.seed.text[removed.raw.start : removed.raw.end]
                for match in CLOCK_DATE.finditer(text):
                    month = match["month"] or match["month_first"]
                    try:
                        yield date(
                            int(match["year"] or match["year_last"]),
                            month_number(month),
                            int(match["day"] or match["day_second"]),
                        )
                    except ValueError:  # a clock that reads 31 February says nothing
                        continue


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody's words, in which “yesterday” counts from the day on which they were said."""

    said_on: date | None
    """None: the sentence with the reporting verb does not tell the day."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands."""

    setting: Setting
    sentence: Span
    span: Span
    before: tuple[Period, ...]
    """What the expressions shortly in front of it mean, the nearest last."""
    quarters: tuple[Period, ...] = ()
    """The quarters that the article named so far, the nearest last; not those that figures are compared with."""
    quoted: Quoted | None = None
    """The quoted words that the expression is part of."""

    @property
    def today(self) -> date | None:
        return self.setting.today

    @property
    def text(self) -> str:
        return self.setting.article.text

    @property
    def surroundings(self) -> Span:
        """The sentence, or where it is very long the part of it around the expression."""
        return Span(
            max(self.sentence.start, self.span.start - SURROUNDING_CHARS),
            max(self.span.end, min(self.sentence.end, self.span.end + SURROUNDING_CHARS)),
        )

    def around(self) -> str:
        return self.setting.article.at(self.surroundings)

    def tense(self) -> Tense:
        possessive = self.text[self.span.end : self.span.end + 2] in ("'s", "’s")
        return tense_at(self.text, self.surroundings, self.span, possessive=possessive)

    def word_before(self) -> str:
        match = re.search(r"([\w’'-]+)\W{0,2}$", self.text[max(0, self.span.start - 25) : self.span.start])
        return match[1] if match else ""

    def opens_sentence(self) -> bool:
        return not re.search(r"\w", self.text[self.surroundings.start : self.span.start])

    def word_behind(self) -> str:
        match = re.match(r"[ -]([\w’'-]+)", self.text[self.span.end : self.span.end + 25])
        return match[1] if match else ""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a time."""

    rule: Rule
    pattern: str
    """With named groups, which `read` looks at; written for a word boundary on its left."""
    read: Callable[[re.Match[str], Place], Reading | None]
    """None: no time expression after all."""
