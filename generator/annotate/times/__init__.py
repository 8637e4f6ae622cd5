"""Time expressions → days and stretches of days, each with its reasoning in words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.annotate.times import business, dates, named_before, relative
from generator.annotate.times.calendar import Period
from generator.annotate.times.setting import Form, Place, Setting
from generator.model import Article, Span, Statement, TimeExpression

FORMS: tuple[Form, ...] = (*business.FORMS, *dates.FORMS, *relative.FORMS, *named_before.FORMS)
"""Of two forms that begin at the same place, the first is read."""
REACH_SENTENCES = 2
"""How many sentences back a time may stand that another counts from."""


def _master(forms: Sequence[Form]) -> re.Pattern[str]:
    """One pattern for all forms, a named group each, so that the text is read once."""
    bare = (re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in forms)
    return re.compile("|".join(rf"(?P<f{number}>\b(?:{pattern}))" for number, pattern in enumerate(bare)))


MASTER = _master(FORMS)
PARTS = tuple(re.compile(rf"\b(?:{form.pattern})") for form in FORMS)


def find_times(
    article: Article, sentences: Sequence[Span], statements: Sequence[Statement]
) -> Iterator[TimeExpression]:
    """Yield time expressions in reading order; they never overlap.

    Where there is no publication date, a time that counts from it has no value, and `why` says what is known. Times
    that come again ("every Monday") and lengths of time with one known end ("the next two years") are found without a
    value. Missed on purpose: plain lengths of time ("for three weeks"), "now", "recently", "soon".
    """
    setting = Setting(article)
    starts = [sentence.start for sentence in sentences]
    named: list[tuple[int, Period]] = []
    quarter: Period | None = None
    position = 0
    while match := MASTER.search(article.text, position):
        position = match.start() + 1
        number = bisect_right(starts, match.start()) - 1
        form = int((match.lastgroup or "f0")[1:])
        inner = PARTS[form].match(article.text, match.start())
        if inner is None or number < 0:
            continue
        span = Span(*inner.span())
        near = tuple(period for sentence, period in named if sentence >= number - REACH_SENTENCES)
        reading = FORMS[form].read(inner, Place(setting, sentences[number], span, near, quarter))
        if reading is None:
            continue
        position = span.end
        if reading.period is not None:
            named.append((number, reading.period))
            if "-Q" in reading.period.value and (setting.today is None or reading.period.latest < setting.today):
                quarter = reading.period
        yield TimeExpression(
            span=span,
            value=reading.value,
            earliest=reading.earliest,
            latest=reading.latest,
            why=reading.why,
            rule=FORMS[form].rule,
        )
