"""Time expressions → days and stretches of days, each with its reasoning in words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from generator.annotate.times import business, clock, compared, dates, days, lengths, months, named_before, units, years
from generator.annotate.times.calendar import Period
from generator.annotate.times.naming import unless_planned
from generator.annotate.times.setting import Form, Place, Quoted, Reading, Setting
from generator.annotate.times.words import FIRST_WORDS
from generator.model import Article, Quotation, Rule, Span, Statement, StatementKind, TimeExpression

FORMS: tuple[Form, ...] = (
    *clock.FORMS,
    *business.FORMS,
    *compared.FORMS,
    *dates.FORMS,
    *months.FORMS,
    *years.FORMS,
    *days.FORMS,
    *lengths.FORMS,
    *units.FORMS,
    *named_before.FORMS,
)
"""Of two forms that begin at the same place, the first is read."""
REACH_SENTENCES, REACH_TIMES = 2, 10
"""How many sentences, and how many times, back a time may stand that another counts from."""
WORD = re.compile(r"\b(?:[A-Za-z]+|(?<!\d[.,])\d{1,4}(?!\d))")


def _master(forms: Sequence[Form]) -> re.Pattern[str]:
    """Return one pattern for all forms, a named group each."""
    bare = (re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in forms)
    return re.compile("|".join(rf"(?P<f{number}>\b(?:{pattern}))" for number, pattern in enumerate(bare)))


MASTER = _master(FORMS)
PATTERNS = tuple(re.compile(form.pattern) for form in FORMS)

Found = tuple[Span, Reading, Rule]


def find_times(
    article: Article, sentences: Sequence[Span], quotations: Sequence[Quotation], statements: Sequence[Statement]
) -> Iterator[TimeExpression]:
    """Yield time expressions in reading order; they never overlap.

    Where there is no publication date, a time that counts from it has no value, and `why` says what is known; nor has
    "yesterday" inside quotation marks, unless the sentence tells on which day the words were said. Times that come
    again ("every Monday") and lengths of time with one known end ("the next two years") are found without a value.
    Missed on purpose: plain lengths of time ("for three weeks"), "now", "recently", "soon".
    """
    reader = _Reader(article, sentences, quotations, statements)
    waiting: Found | None = None
    for found in reader.read(Span(0, len(article.text))) if article.text else ():
        if waiting is not None:
            joined = clock.join(waiting[1], article.text[waiting[0].end : found[0].start], found[1])
            if joined is None:
                yield _expression(*waiting)
            else:
                found = (Span(waiting[0].start, found[0].end), joined, found[2])
        waiting = found
    if waiting is not None:
        yield _expression(*waiting)


def _expression(span: Span, reading: Reading, rule: Rule) -> TimeExpression:
    return TimeExpression(
        span=span,
        value=reading.value,
        earliest=reading.earliest,
        latest=reading.latest,
        why=reading.why,
        tells_when=reading.tells_when,
        rule=rule,
    )


class _Reader:
    """Reads the time expressions of one article; remembers only where its sentences and quoted words stand."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Span],
        quotations: Sequence[Quotation],
        statements: Sequence[Statement],
    ) -> None:
        self._setting = Setting(article)
        self._sentences = sentences
        self._quotations = quotations
        self._starts = [sentence.start for sentence in sentences]
        self._contents = sorted(
            ((content, s) for s in statements if s.kind is not StatementKind.INDIRECT for content in s.content),
            key=lambda pair: pair[0],
        )

    def read(self, part: Span, *, in_quotations: bool = True) -> Iterator[Found]:
        """Yield the expressions in a part of the text, times of day and their days not yet joined.

        With `in_quotations=False` quoted words are read as if the outlet said them.
        """
        text = self._setting.article.text
        today = self._setting.today
        named: deque[tuple[int, Period]] = deque(maxlen=REACH_TIMES)
        quarters: tuple[Period, ...] = ()
        position = part.start
        for word in WORD.finditer(text, part.start, part.end):
            start = word.start()
            if start < position or not (text[start].isdigit() or word.group().lower() in FIRST_WORDS):
                continue
            number = bisect_right(self._starts, start) - 1
            match = MASTER.match(text, start)
            if match is None or match.lastgroup is None or number < 0:
                continue
            form = int(match.lastgroup[1:])
            inner = PATTERNS[form].match(text, start)
            if inner is None:
                continue
            span = Span(*inner.span())
            near = tuple(period for sentence, period in named if sentence >= number - REACH_SENTENCES)
            quoted = self._quoted(span) if in_quotations and FORMS[form].read is days.read_near_day else None
            place = Place(self._setting, self._sentences[number], span, near, quarters, quoted)
            reading = FORMS[form].read(inner, place)
            if reading is None:
                continue
            reading = unless_planned(reading, place)
            position = span.end
            if reading.period is not None:
                named.append((number, reading.period))
                begun = today is None or reading.period.earliest <= today
                if begun and FORMS[form].rule is business.QUARTER:
                    quarters = (*quarters[-REACH_TIMES:], reading.period)
            yield span, reading, FORMS[form].rule

    def _quoted(self, span: Span) -> Quoted | None:
        """Return the quoted words that `span` is part of, with the day on which they were said."""
        behind = bisect_right(self._quotations, span.start, key=lambda quotation: quotation.span.start)
        if not behind or not self._quotations[behind - 1].span.holds(span):
            return None
        told = takewhile(lambda pair: pair[0].start <= span.start, self._contents)
        statement = next((statement for content, statement in told if content.holds(span)), None)
        return Quoted(self._said_on(statement) if statement is not None else None)

    def _said_on(self, statement: Statement) -> date | None:
        """Return the only day that stands in the sentence of the reporting verb outside the words themselves."""
        if not statement.cue:
            return None
        number = bisect_right(self._starts, statement.cue[0].start) - 1
        if number < 0:
            return None
        told = {
            reading.earliest
            for span, reading, _ in self.read(self._sentences[number], in_quotations=False)
            if reading.earliest == reading.latest and not any(content.meets(span) for content in statement.content)
        }
        return told.pop() if len(told) == 1 else None
