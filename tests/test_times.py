"""Time expressions: where they stand, what they mean, and how that is known."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.quotations import find_quotations
from generator.annotate.sentences import find_sentences
from generator.annotate.times import FORMS, MASTER, find_times
from generator.annotate.times.calendar import first_weekday, latest_weekday, season, week
from generator.annotate.times.words import FIRST_WORDS
from generator.model import (
    Article,
    How,
    Published,
    RemovalKind,
    Removed,
    Rule,
    Span,
    Statement,
    StatementKind,
    TimeExpression,
)
from tests.drawing import draw, make_article, unmark

TUESDAY = date(2020, 3, 10)
DATA = Path(__file__).parents[1].parent / "shared" / "data"


def times_in(text: str, published: date | None = TUESDAY) -> list[TimeExpression]:
    article = make_article(text, published=published)
    return list(find_times(article, tuple(find_sentences(article)), tuple(find_quotations(article)), ()))


def check(marked: str, value: str | None, published: date | None = TUESDAY) -> TimeExpression:
    """Check that the drawn span is found, alone, with this value; return it."""
    text, expected = unmark(marked)
    found = times_in(text, published)
    assert draw(text, ("⟦⟧", [time.span for time in found])) == draw(text, ("⟦⟧", expected))
    assert found[0].value == value, found[0].why
    return found[0]


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        pytest.param("It opened on ⟦March 9, 2019⟧.", "2019-03-09", id="american"),
        pytest.param("It opened on ⟦9 March 2019⟧.", "2019-03-09", id="british"),
        pytest.param("It opened on ⟦Monday, March 9⟧.", "2020-03-09", id="weekday-in-front"),
        pytest.param("It opened on ⟦the 9th of March⟧.".replace("⟦the ", "the ⟦"), "2020-03-09", id="of"),
        pytest.param("It opened ⟦Sept. 12⟧.", "2019-09-12", id="shortened"),
        pytest.param("It opened on ⟦March eighth⟧.", "2020-03-08", id="spelt"),
        pytest.param("It opened on ⟦2019-05-15⟧.", "2019-05-15", id="iso"),
        pytest.param("It opened on ⟦15/5/2019⟧.", "2019-05-15", id="figures-one-reading"),
        pytest.param("It opened on ⟦9/3/2019⟧.", "2019", id="figures-two-readings"),
        pytest.param("It was banned in ⟦May 2019⟧.", "2019-05", id="month-of-year"),
        pytest.param("It was banned in ⟦early May 2019⟧.", "2019-05", id="early-month-of-year"),
        pytest.param("They signed it in ⟦mid-January⟧.", "2020-01", id="mid-month"),
        pytest.param("They signed it in ⟦January⟧.", "2020-01", id="month-past"),
        pytest.param("They will sign it in ⟦January⟧.", "2021-01", id="month-to-come"),
        pytest.param("Crowds in ⟦February⟧.", "2020-02", id="month-nearest"),
        pytest.param("Crowds in ⟦September⟧.", None, id="month-far-and-no-tense"),
        pytest.param("Crowds on ⟦1 September⟧.", None, id="day-far-and-no-tense"),
        pytest.param("They met ⟦last May⟧.", "2019-05", id="last-month-by-name"),
        pytest.param("They met ⟦last February⟧.", None, id="last-month-by-name-is-open"),
        pytest.param("They met in ⟦June last year⟧.", "2019-06", id="month-last-year"),
        pytest.param("She was born in ⟦1984⟧.", "1984", id="year"),
        pytest.param("She was born in ⟦nineteen eighty-four⟧.", "1984", id="spelt-year"),
        pytest.param("Sales rose in ⟦fiscal 2019⟧.", "2019", id="business-year"),
        pytest.param("He lived from ⟦2014-2016⟧ there.", None, id="range-of-years"),
        pytest.param("The ⟦2019-20⟧ season was short.", None, id="season-of-two-years"),
        pytest.param("Prices fell post-⟦2019⟧.", "2019", id="post"),
        pytest.param("Founded ⟦1998⟧ in Rome.", "1998", id="capital-that-opens-the-sentence"),
        pytest.param("Mr May said so in ⟦January⟧.", "2020-01", id="mr-may-is-no-modal"),
        pytest.param("The ⟦June 3⟧ primary will be close.", "2020-06-03", id="primary-to-come"),
        pytest.param("She said she will enter the ⟦June 3⟧ primary.", "2020-06-03", id="primary-to-enter"),
        pytest.param("He raised money for the ⟦June 3⟧ Labour primary.", "2020-06-03", id="primary-not-yet-held"),
        pytest.param("Voters' guide to the ⟦July 3⟧ primary.", "2020-07-03", id="primary-without-a-verb"),
        pytest.param("He has led polls for the ⟦Aug. 30⟧ primary.", "2020-08-30", id="primary-within-half-a-year"),
        pytest.param("He lost heart over the ⟦Oct. 3⟧ hearing and resigned.", "2019-10-03", id="outcome"),
        pytest.param("He cited the ⟦Sept. 20⟧ election.", None, id="election-in-half-a-year-is-open"),
        pytest.param("She won the ⟦June 3⟧ primary.", "2019-06-03", id="primary-won"),
        pytest.param("She was hurt at the ⟦June 3⟧ rally.", "2019-06-03", id="at-the-rally"),
        pytest.param("The ⟦June 3⟧ primary drew few voters.", "2019-06-03", id="primary-that-drew"),
        pytest.param("Rents are capped under a ⟦June⟧ agreement.", "2019-06", id="agreement-in-force"),
        pytest.param("He will pay under the ⟦Feb. 23⟧ accord.", "2020-02-23", id="accord-in-force"),
        pytest.param("They dream of a ⟦June⟧ wedding.", "2020-06", id="wedding"),
        pytest.param("She led here, is running for mayor, a paid job, in ⟦June⟧.", "2020-06", id="running-for"),
        pytest.param("He had a fair chance of losing the seat in ⟦September⟧.", None, id="a-chance-of"),
        pytest.param("He wrote of ⟦Sept. 11⟧ survivors.", "2001-09-11", id="sept-11-survivors"),
        pytest.param("It can be undone if a rival is elected in ⟦November⟧.", "2020-11", id="if-elected"),
        pytest.param("Output will grow less than forecast in ⟦July⟧.", "2019-07", id="than-forecast"),
        pytest.param("“Let's beat her in ⟦November⟧.”", "2020-11", id="lets"),
        pytest.param("She is the favourite to win come ⟦November⟧.", "2020-11", id="come-november"),
        pytest.param("He was in Rome, which votes in ⟦mid-March⟧.", "2020-03", id="which-votes"),
        pytest.param("It had raised $3 to help him by ⟦the end of June⟧.", "2019-06", id="had-raised-by"),
        pytest.param("It aims to help him by ⟦the end of June⟧.", "2020-06", id="aims-by"),
        pytest.param("In ⟦October⟧, the city announced it could go.", "2019-10", id="announced-it-could"),
        pytest.param("She had urged them to vote by ⟦July 31⟧.", None, id="had-urged"),
        pytest.param("He wrote of a looming fight in ⟦July⟧.", "2020-07", id="looming"),
        pytest.param("They hailed Rome, whose ⟦June 9⟧ primary leads.", "2020-06-09", id="whose"),
        pytest.param("Her fate in ⟦November⟧ election hinges on him.", None, id="no-determiner"),
        pytest.param("They urged him to release the tapes of ⟦Jan. 20⟧.", None, id="just-past"),
        pytest.param("They urged him to release the tapes by ⟦June 20⟧.", "2020-06-20", id="urged-by"),
        pytest.param("The record was set on ⟦Aug. 6⟧.", "2019-08-06", id="set-on"),
        pytest.param("It fell short of a record set on ⟦Aug. 6⟧.", "2019-08-06", id="record-set-on"),
        pytest.param("The hearing is set for ⟦Aug. 6⟧.", "2020-08-06", id="set-for"),
        pytest.param("She will sign in ⟦February⟧.", None, id="to-come-is-never-past"),
        pytest.param("The fair ran from ⟦March 3 to 5⟧.", "2020-03", id="range-of-days"),
        pytest.param("The fair ran from ⟦March 3 to April 5, 2019⟧.", "2019", id="range-over-months"),
        pytest.param("It grew in ⟦the 1990s⟧.", "199", id="decade"),
        pytest.param("It grew in ⟦the nineties⟧.", "199", id="spelt-decade"),
        pytest.param("It was written in ⟦the 19th century⟧.", "18", id="century"),
        pytest.param("He called on ⟦Christmas Day⟧.", "2019-12-25", id="holiday"),
        pytest.param("The ⟦Sept. 11⟧ attacks changed that.", "2001-09-11", id="sept-11"),
        pytest.param("The ⟦Sept. 11⟧ attack killed four.", None, id="sept-11-of-another-year"),
        pytest.param("The ⟦Sept. 11⟧ attacks on the mission killed four.", None, id="sept-11-elsewhere"),
        pytest.param("They changed after ⟦Sept. 11⟧.", None, id="sept-11-far-from-september"),
        pytest.param("They remember ⟦9/11⟧.", "2001-09-11", id="nine-eleven"),
    ],
)
def test_dates_of_the_calendar(marked: str, value: str | None) -> None:
    check(marked, value)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        pytest.param("She said so on ⟦Monday⟧.", "2020-03-09", id="past"),
        pytest.param("She said so on ⟦Tuesday⟧.", "2020-03-10", id="same-day"),
        pytest.param("She said so on ⟦Wednesday⟧.", "2020-03-04", id="past-before-a-week"),
        pytest.param("She will say so on ⟦Wednesday⟧.", "2020-03-11", id="will"),
        pytest.param("She won't say so on ⟦Monday⟧.", "2020-03-16", id="wont"),
        pytest.param("The trial begins ⟦Monday⟧.", "2020-03-16", id="timetable"),
        pytest.param("He is accused of stealing it on ⟦Sunday⟧.", None, id="is-accused"),
        pytest.param("Rain is forecast for ⟦Sunday⟧.", "2020-03-15", id="is-forecast"),
        pytest.param("An election scheduled for ⟦Sunday⟧ was called off.", None, id="scheduled-and-called-off"),
        pytest.param("They met to discuss ⟦Sunday⟧'s summit.", None, id="to-discuss"),
        pytest.param("The trial was to begin on ⟦Thursday⟧.", None, id="was-to-begin"),
        pytest.param("The shop has been closed for weeks and reopens on ⟦Thursday⟧.", "2020-03-12", id="and-reopens"),
        pytest.param("The inquest, opened in Rome, continues on ⟦Thursday⟧.", "2020-03-12", id="continues"),
        pytest.param("He has until ⟦Thursday⟧ to pay.", "2020-03-12", id="has-until"),
        pytest.param("Police were called at ⟦2.30am on Sunday⟧.", "2020-03-08T02:30", id="am-is-no-verb"),
        pytest.param("The talks, which begin on ⟦Monday⟧, were agreed.", "2020-03-16", id="which-begin"),
        pytest.param("The trial is to begin on ⟦Monday⟧.", "2020-03-16", id="is-to"),
        pytest.param("The board is meeting ⟦Thursday⟧.", "2020-03-12", id="progressive"),
        pytest.param("They are set to meet on ⟦Thursday⟧.", "2020-03-12", id="set-to"),
        pytest.param("They were set to meet on ⟦Thursday⟧.", None, id="were-set-to"),
        pytest.param("He urged them to vote ⟦Thursday⟧.", "2020-03-12", id="urged-to"),
        pytest.param("She noted a planned rally on ⟦Thursday⟧.", "2020-03-12", id="a-planned-rally"),
        pytest.param("They drew closer ahead of ⟦Thursday⟧'s vote.", None, id="ahead-of"),
        pytest.param("He has waited since ⟦Thursday⟧.", "2020-03-05", id="since"),
        pytest.param("Her book is out on ⟦Thursday⟧.", "2020-03-12", id="is-out"),
        pytest.param("They travel to Rome on ⟦Thursday⟧.", "2020-03-12", id="they-travel"),
        pytest.param("They had been set to meet on ⟦Thursday⟧.", None, id="had-been-set-to"),
        pytest.param("He is serving twelve years for a robbery on ⟦Thursday⟧.", None, id="progressive-far-away"),
        pytest.param("A hearing is scheduled for ⟦Thursday⟧.", "2020-03-12", id="scheduled"),
        pytest.param("The hearing was postponed to ⟦Thursday⟧.", "2020-03-12", id="postponed"),
        pytest.param("She declined to comment ⟦Thursday⟧.", "2020-03-05", id="declined-to"),
        pytest.param("He said the talks will resume ⟦Thursday⟧.", "2020-03-12", id="nearest-verb"),
        pytest.param("He said ⟦Monday⟧ that talks will resume.", "2020-03-09", id="verb-in-front"),
        pytest.param("⟦On Monday⟧, the court ruled.".replace("⟦On ", "On ⟦"), "2020-03-09", id="fronted"),
        pytest.param("⟦Monday⟧'s meeting was friendly.", "2020-03-09", id="possessive-past"),
        pytest.param("He said ⟦Monday⟧'s meeting will be friendly.", "2020-03-16", id="possessive-to-come"),
        pytest.param("She told CBC ⟦last Friday⟧ that it was so.", "2020-03-06", id="last-friday-on-a-tuesday"),
        pytest.param("She told CBC ⟦last Tuesday⟧ that it was so.", "2020-03-03", id="last-is-never-today"),
        pytest.param("It ends ⟦this coming Sunday⟧.", "2020-03-15", id="coming"),
        pytest.param("It happens ⟦next Friday⟧.", None, id="next-is-open"),
        pytest.param("Crowds on ⟦Monday⟧ in Rome.", None, id="no-verb"),
        pytest.param("They cheered ⟦Friday⟧'s defeat and left.", "2020-03-06", id="defeat"),
        pytest.param("The premium over ⟦Friday⟧'s closing price: 5.", "2020-03-06", id="closing-price"),
        pytest.param("The premium over ⟦Friday⟧'s opening price: 5.", None, id="opening-price"),
        pytest.param("The walkout follows ⟦Thursday⟧'s attack.", "2020-03-05", id="attack"),
        pytest.param("He raised money for ⟦Thursday⟧'s primary.", None, id="primary-ahead-or-over"),
        pytest.param("He spoke at ⟦Thursday⟧'s meeting.", "2020-03-05", id="spoke-at"),
        pytest.param("He praised the moderator of ⟦Thursday⟧'s debate.", None, id="moderator-of"),
        pytest.param("He was the winner of ⟦Thursday⟧'s debate.", "2020-03-05", id="winner-of"),
        pytest.param("Ahead of the ⟦Thursday⟧ vote he resigned.", None, id="ahead-of-the"),
        pytest.param("All paid by the ⟦Thursday⟧ deadline.", "2020-03-05", id="paid-by"),
        pytest.param("All must pay by the ⟦Thursday⟧ deadline.", "2020-03-12", id="must-pay-by"),
        pytest.param("It began as planned ⟦Thursday⟧.", "2020-03-05", id="as-planned"),
        pytest.param("They were likely to sell once the bank opened ⟦Thursday⟧.", None, id="seen-from-before"),
        pytest.param("The talks begin ⟦Thursday⟧.", "2020-03-12", id="plural-timetable"),
        pytest.param("She and her rival, Ann Lee, meet ⟦Thursday⟧.", "2020-03-12", id="joined-timetable"),
        pytest.param("It helped the talks resume ⟦Thursday⟧.", "2020-03-05", id="bare-infinitive"),
        pytest.param("It ends if no deal was reached on ⟦Sunday⟧.", None, id="if-it-was"),
        pytest.param("If it was cold, she said on ⟦Sunday⟧, we left.", "2020-03-08", id="if-and-a-verb-of-its-own"),
        pytest.param("The message from ⟦Sunday⟧ is clear -- all are waiting.", None, id="dashes-end-the-clause"),
        pytest.param("They meet ⟦every Monday⟧.", None, id="every"),
        pytest.param("They meet on ⟦Mondays⟧.", None, id="plural"),
        pytest.param("He arrived ⟦Monday night⟧.", "2020-03-09TNI", id="part-of-the-day"),
        pytest.param("He arrived ⟦at noon Monday⟧.".replace("⟦at ", "at ⟦"), "2020-03-09T12:00", id="noon"),
        pytest.param("He arrived ⟦Monday at 9:05 p.m.⟧ in Rome.", "2020-03-09T21:05", id="clock-behind"),
        pytest.param("He arrived at ⟦8 a.m. on Monday⟧.", "2020-03-09T08:00", id="clock-in-front"),
        pytest.param("He arrived at ⟦8 a.m.⟧ in Rome.", None, id="clock-without-a-day"),
    ],
)
def test_weekdays_follow_the_tense(marked: str, value: str | None) -> None:
    check(marked, value)


@pytest.mark.parametrize(
    ("marked", "value", "earliest", "latest"),
    [
        pytest.param("He spoke ⟦yesterday⟧.", "2020-03-09", "2020-03-09", "2020-03-09", id="yesterday"),
        pytest.param("He spoke ⟦this morning⟧.", "2020-03-10TMO", "2020-03-10", "2020-03-10", id="this-morning"),
        pytest.param("He spoke ⟦last night⟧.", "2020-03-09TNI", "2020-03-09", "2020-03-09", id="last-night"),
        pytest.param("He noted ⟦last week⟧ that.", "2020-W10", "2020-03-02", "2020-03-08", id="last-week"),
        pytest.param("It opens ⟦next week⟧.", "2020-W12", "2020-03-16", "2020-03-22", id="next-week"),
        pytest.param("It rained over ⟦the weekend⟧.", "2020-W10-WE", "2020-03-07", "2020-03-08", id="weekend"),
        pytest.param("He warned it ⟦last year⟧.", "2019", "2019-01-01", "2019-12-31", id="last-year"),
        pytest.param("He came ⟦earlier this month⟧.", "2020-03", "2020-03-01", "2020-03-10", id="earlier-this-month"),
        pytest.param("It opens ⟦later this year⟧.", "2020", "2020-03-10", "2020-12-31", id="later-this-year"),
        pytest.param("It opens ⟦this spring⟧.", "2020-SP", "2020-03-01", "2020-05-31", id="this-spring"),
        pytest.param("It opened ⟦last summer⟧.", "2019-SU", "2019-06-01", "2019-08-31", id="last-summer"),
        pytest.param("It opened ⟦two weeks ago⟧.", "2020-W09", "2020-02-24", "2020-03-01", id="weeks-ago"),
        pytest.param("It opened ⟦10 days ago⟧.", "2020-02-29", "2020-02-29", "2020-02-29", id="days-ago"),
        pytest.param("It opened ⟦nearly four years ago⟧.", "2016", "2016-01-01", "2016-12-31", id="years-ago"),
        pytest.param("It signed in ⟦mid-January⟧.", "2020-01", "2020-01-11", "2020-01-20", id="mid-january"),
        pytest.param("Net fell in ⟦the fourth quarter⟧.", "2019-Q4", "2019-10-01", "2019-12-31", id="quarter"),
        pytest.param("Net fell in ⟦the first half of 2018⟧.", "2018-H1", "2018-01-01", "2018-06-30", id="half"),
        pytest.param("Ends at ⟦the end of the month⟧.", "2020-03-31", "2020-03-31", "2020-03-31", id="end-of-month"),
        pytest.param("It ran ⟦March 3 to 5⟧.", "2020-03", "2020-03-03", "2020-03-05", id="range"),
        pytest.param("It ran ⟦2014-2016⟧.", None, "2014-01-01", "2016-12-31", id="years"),
        pytest.param("It grows over ⟦the next two years⟧.", None, None, None, id="open-stretch"),
        pytest.param("It will grow over ⟦the next decade⟧.", None, None, None, id="next-decade-is-no-calendar-decade"),
        pytest.param("It grew over ⟦the past year⟧.", None, None, None, id="stretch-of-one"),
        pytest.param("It opened ⟦more than two years ago⟧.", None, None, None, id="more-than"),
        pytest.param("It opened ⟦several years ago⟧.", None, None, None, id="several"),
        pytest.param("It opened ⟦an hour ago⟧.", None, None, None, id="hours"),
        pytest.param("It grew ⟦this past month⟧.", None, None, None, id="this-past"),
        pytest.param("It rained ⟦this past weekend⟧.", "2020-W10-WE", "2020-03-07", "2020-03-08", id="past-weekend"),
        pytest.param("She scored in ⟦the second half⟧.", None, None, None, id="half-of-a-match"),
        pytest.param("They are to marry ⟦this winter⟧.", "2020-WI", "2019-12-01", "2021-02-28", id="this-winter"),
        pytest.param("Sales fell in ⟦the last half of 2018⟧.", "2018-H2", "2018-07-01", "2018-12-31", id="last-half"),
        pytest.param("It fell in ⟦the first two quarters of 2018⟧.", "2018-H1", "2018-01-01", "2018-06-30", id="two"),
        pytest.param(
            "It fell in ⟦the final quarter of 2018⟧.", "2018-Q4", "2018-10-01", "2018-12-31", id="final-quarter"
        ),
        pytest.param(
            "Its ⟦fourth quarter⟧ ended well, net $5.", "2019-Q4", "2019-10-01", "2019-12-31", id="ended-well"
        ),
        pytest.param("It is due by ⟦year's end⟧.", "2020", "2020-09-01", "2020-12-31", id="years-end"),
        pytest.param("It will close around ⟦year end⟧.", "2020-12", "2020-12-01", "2021-01-31", id="around-year-end"),
        pytest.param(
            "It fell in ⟦the first nine months of the year⟧.",
            "2019",
            "2019-01-01",
            "2019-09-30",
            id="months-of-the-year",
        ),
        pytest.param(
            "It fell in ⟦the first two months of the year⟧.", "2020", "2020-01-01", "2020-02-29", id="this-years-months"
        ),
    ],
)
def test_times_told_from_the_publication_date(
    marked: str, value: str | None, earliest: str | None, latest: str | None
) -> None:
    time = check(marked, value)
    assert (time.earliest and time.earliest.isoformat(), time.latest and time.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("In May 2019 it fell. The following month it rose.", ["2019-05", "2019-06"], id="following-month"),
        pytest.param("In 1994 it fell. A year later it rose.", ["1994", "1995"], id="a-year-later"),
        pytest.param("He left on May 2, 2019, and died two days later.", ["2019-05-02", "2019-05-04"], id="days-later"),
        pytest.param("He stayed in the 2008 contest until June.", ["2008", None], id="year-of-the-contest"),
        pytest.param("It fell in January of that year.", [None, None], id="of-that-year"),
        pytest.param("Seats sold in December and January.", ["2019-12", "2020-01"], id="month-and-month"),
        pytest.param("It will rain from November to February.", ["2020-11", "2021-02"], id="month-to-month"),
        pytest.param("He left in 2019. The next day it fell.", ["2019", None], id="too-coarse-to-count-from"),
        pytest.param("The next day it fell.", [None], id="nothing-named-before"),
        pytest.param("He was away Friday through Sunday.", ["2020-03-06", "2020-03-08"], id="through"),
        pytest.param("He was away Monday through Wednesday.", ["2020-03-09", "2020-03-11"], id="through-today"),
        pytest.param("We live so today, 200 years later.", ["2020-03-10", None], id="later-than-today"),
        pytest.param(
            "It was May 2019. It needs work within the next month.", ["2019-05", None], id="within-the-next-month"
        ),
        pytest.param(
            "Net fell 5% in the fourth quarter from a year earlier.",
            ["2019-Q4", "2018-Q4"],
            id="quarter-a-year-earlier",
        ),
        pytest.param(
            "Net fell in the fourth quarter. Sales in the year-ago quarter were $5.",
            ["2019-Q4", "2018-Q4"],
            id="year-ago",
        ),
        pytest.param("Net fell in the fourth quarter. The quarter was bad.", ["2019-Q4", "2019-Q4"], id="the-quarter"),
        pytest.param(
            "Net fell in the fourth quarter. The first quarter of 2020 is slow. The latest quarter was bad.",
            ["2019-Q4", "2020-Q1", "2019-Q4"],
            id="the-latest-quarter-is-over",
        ),
        pytest.param(
            "Net fell in the fourth quarter. This quarter's loss is $5. This quarter's weather is bad.",
            ["2019-Q4", "2019-Q4", "2020-Q1"],
            id="this-quarters-loss-has-been-counted",
        ),
        pytest.param(
            "Net fell in the fourth quarter. For the quarter a year ago it was $5.",
            ["2019-Q4", "2018-Q4"],
            id="the-quarter-a-year-ago",
        ),
        pytest.param(
            "Net fell in the fourth quarter. In the nine months it was $5, from $7 a year earlier. Sales rose from $8 "
            "a year earlier.\nQuarterly costs fell from $3 a year earlier.",
            ["2019-Q4", "2018", "2018", "2018-Q4"],
            id="nine-months-a-year-earlier",
        ),
        pytest.param(
            "In the fourth quarter net was $5. In the nine months it was $9, compared with $7 in the 2018 period.",
            ["2019-Q4", "2018"],
            id="nine-months-of-2018",
        ),
        pytest.param(
            "In the fourth quarter net was $5. Year-earlier results included a gain.",
            ["2019-Q4", "2018-Q4"],
            id="year-earlier-results",
        ),
        pytest.param(
            "In the fourth quarter net was $5. Last year costs were $7. The year-earlier results were restated.",
            ["2019-Q4", "2019", "2019"],
            id="year-earlier-results-of-the-year-named",
        ),
        pytest.param(
            "In the fourth quarter net was $5. The zoo has 13 bears, up from seven a year ago.",
            ["2019-Q4", "2019"],
            id="as-it-stands-a-year-ago",
        ),
        pytest.param(
            "In the fourth quarter net was $5, compared with $7 last year.",
            ["2019-Q4", "2018-Q4"],
            id="a-quarter-with-last-year",
        ),
        pytest.param(
            "Net in the fourth quarter was up 5% from last year's $7.",
            ["2019-Q4", "2018-Q4"],
            id="a-quarter-with-last-years",
        ),
        pytest.param(
            "Net in the fourth quarter was $5. It moved to Rome last year.",
            ["2019-Q4", "2019"],
            id="last-year-in-no-comparison",
        ),
        pytest.param(
            "Sales fell in the fourth quarter. The slump will end in the second quarter.",
            ["2019-Q4", "2020-Q2"],
            id="a-quarter-after-a-quarter",
        ),
        pytest.param(
            "Friday was calm. Prices rose from the previous Friday.", ["2020-03-06", "2020-02-28"], id="previous"
        ),
        pytest.param("Prices rose from the previous Friday.", [None], id="previous-to-nothing"),
    ],
)
def test_times_told_from_a_time_named_before(text: str, values: list[str | None]) -> None:
    assert [time.value for time in times_in(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("You may go.", id="may"),
        pytest.param("May I go?", id="may-first"),
        pytest.param("They march on Washington.", id="march"),
        pytest.param("The Women's March was loud.", id="march-as-name"),
        pytest.param("April Jones and June Smith spoke.", id="given-names"),
        pytest.param("Some 2000 people came.", id="people"),
        pytest.param("Flight 1549 landed.", id="flight"),
        pytest.param("They rang 555-2020 about Orion 1980.", id="telephone-and-name"),
        pytest.param("It cost $2,014 or £1984.", id="money"),
        pytest.param("It weighs 2.014 grams.", id="decimals"),
        pytest.param("Prices will fall and spring back.", id="fall"),
        pytest.param("He shopped on Black Friday.", id="named-day"),
        pytest.param("He told USA Today so.", id="usa-today"),
        pytest.param("In today's world facts matter.", id="todays-world"),
        pytest.param("He led the Midnight Crew.", id="midnight-crew"),
        pytest.param("The people of tomorrow.", id="of-tomorrow"),
        pytest.param("It lasted three weeks.", id="length"),
        pytest.param("It is 24,000 years old and 2,000 years ago it slept.", id="thousands"),
        pytest.param("A secondhand car, second to none.", id="second"),
        pytest.param("The score was 3-2 and 21-19.", id="score"),
        pytest.param("On 31 February 2019 nothing.", id="no-such-day"),
        pytest.param("", id="empty"),
    ],
)
def test_no_time(text: str) -> None:
    assert [text[time.span.start : time.span.end] for time in times_in(text) if time.value != "2019-02"] == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(
            "She said so on Tuesday.",
            "the latest Tuesday on or before the publication date, 10 March 2020; here the same day",
            id="same-day",
        ),
        pytest.param(
            "She said so on Monday.",
            "the latest Monday on or before the publication date, 10 March 2020: 9 March 2020",
            id="another-day",
        ),
        pytest.param(
            "She said so last week.",
            "the week before the week of the publication date, 10 March 2020: 2–8 March 2020",
            id="last-week",
        ),
        pytest.param(
            "They signed in mid-January.",
            "the latest January on or before the publication date, 10 March 2020: January 2020; "
            "“mid” is taken as 11–20 January 2020",
            id="mid-january",
        ),
    ],
)
def test_the_reasoning_is_given_in_words(text: str, why: str) -> None:
    assert [time.why for time in times_in(text)] == [why]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Net for the fourth quarter ended Aug. 31 was $5.",
            [(None, "2019-06-01", "2019-08-31"), ("2019-08-31", "2019-08-31", "2019-08-31")],
            id="a-quarter-of-the-company",
        ),
        pytest.param(
            "Net for the fourth quarter ended Dec. 28 was $5.",
            [("2019-Q4", "2019-10-01", "2019-12-31"), ("2019-12-28", "2019-12-28", "2019-12-28")],
            id="a-quarter-of-the-calendar",
        ),
        pytest.param(
            "In the year ended March 31 it fell.", [("2019-03-31", "2019-03-31", "2019-03-31")], id="ended-is-over"
        ),
    ],
)
def test_what_has_ended_lies_behind(text: str, found: list[tuple[str | None, str, str]]) -> None:
    assert [(t.value, str(t.earliest), str(t.latest)) for t in times_in(text)] == found


@pytest.mark.parametrize(
    ("words", "week"), [pytest.param("earlier", "2020-W10", id="ends"), pytest.param("later", "2020-W11", id="begins")]
)
def test_on_a_sunday_earlier_this_week_is_not_open(words: str, week: str) -> None:
    assert [time.value for time in times_in(f"It rains {words} this week.", date(2020, 3, 8))] == [week]


@pytest.mark.parametrize("words", ["last week", "this week", "next week"])
def test_on_a_sunday_a_week_is_open(words: str) -> None:
    (time,) = times_in(f"It rains {words}.", date(2020, 3, 8))
    assert time.value is None
    assert (str(time.earliest), str(time.latest)) in {
        ("2020-02-24", "2020-03-07"),
        ("2020-03-02", "2020-03-14"),
        ("2020-03-09", "2020-03-21"),
    }


def test_the_date_in_the_address_is_named() -> None:
    article = make_article("She said so on Monday.")
    details = replace(article.seed.details, published=Published(TUESDAY, How.ADDRESS))
    article = replace(article, seed=replace(article.seed, details=details))
    (time,) = find_times(article, (Span(0, len(article.text)),), (), ())
    assert "the publication date, 10 March 2020 (the date in the page's address)" in time.why


def with_clock(text: str, clock: str) -> Article:
    article = make_article(text)
    seed = replace(article.seed, text=clock + text)
    rule = Rule("clean.clock", "A clock.")
    return replace(article, seed=seed, removed=(Removed(Span(0, len(clock)), RemovalKind.CLOCK, rule),))


@pytest.mark.parametrize(
    ("article", "why"),
    [
        pytest.param(make_article("He spoke on Monday."), "a Monday; the file gives no date", id="nothing"),
        pytest.param(
            with_clock("He spoke on Monday.", "23:16 GMT31 March 2020\n"),
            "a Monday; the page carries a clock reading 31 March 2020, which is not used as a publication date",
            id="clock",
        ),
        pytest.param(
            with_clock("He spoke on Monday.", "10:00\n"), "a Monday; the file gives no date", id="clock-without-a-date"
        ),
        pytest.param(
            make_article("It fell last week."),
            "the week before the week of publication; the file gives no date",
            id="last-week",
        ),
    ],
)
def test_without_a_publication_date_no_day_is_asserted(article: Article, why: str) -> None:
    (time,) = find_times(article, (Span(0, len(article.text)),), (), ())
    assert (time.value, time.earliest, time.latest) == (None, None, None)
    assert time.why == why


RELATIVE = [
    "yesterday",
    "last week",
    "in May",
    "on 9 March",
    "two weeks ago",
    "this spring",
    "the third quarter",
    "on Christmas Day",
]
ABSOLUTE = ["9 March 2019", "in May 2019", "in 2019", "in the 1990s", "in the third quarter of 2018"]
TOKENS = [
    "Monday,",
    "last",
    "week",
    "the",
    "2019",
    "May",
    "3",
    "quarter",
    "second",
    "9:30",
    "pm",
    "year-end",
    "ago",
    "a",
    "said",
    "will",
    "“",
    "”",
    ".",
    "-",
    "'90s",
]


@pytest.mark.parametrize("words", RELATIVE)
def test_what_counts_from_the_publication_date_has_no_value_without_one(words: str) -> None:
    (time,) = times_in(f"Output fell {words}.", None)
    assert time.value is None
    assert "the file gives no date" in time.why


@pytest.mark.parametrize("words", ABSOLUTE)
def test_full_dates_need_no_publication_date(words: str) -> None:
    (time,) = times_in(f"Output fell {words}.", None)
    assert time.value is not None


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        pytest.param("⟦“We go tomorrow,”⟧ he said.", [None], id="day-of-speech-not-told"),
        pytest.param("⟦“We go tomorrow,”⟧ he said on Sunday.", ["2020-03-09", "2020-03-08"], id="day-of-speech-told"),
        pytest.param('⟦"We go tomorrow,"⟧ he said on Sunday.', ["2020-03-09", "2020-03-08"], id="straight-marks"),
        pytest.param("⟦”We go tomorrow,“⟧ he said.", [None], id="the-wrong-way-round"),
        pytest.param("⟦We go tomorrow⟧, he said.", ["2020-03-11"], id="no-quotation-marks"),
    ],
)
def test_a_quoted_yesterday_counts_from_the_day_of_the_words(marked: str, values: list[str | None]) -> None:
    text, spans = unmark(marked)
    article = make_article(text, published=TUESDAY)
    cue = text.index("said")
    statement = Statement(
        kind=StatementKind.DIRECT if text[spans[0].start] in '“"' else StatementKind.INDIRECT,
        content=tuple(spans),
        cue=(Span(cue, cue + 4),),
        sure=True,
        rule=Rule("test.rule", "A rule of the tests."),
    )
    quotations = tuple(find_quotations(article))
    found = list(find_times(article, tuple(find_sentences(article)), quotations, (statement,)))
    assert [time.value for time in found] == values


@pytest.mark.parametrize("quoted", ["”Mr. Holt goes tomorrow.”", "“We go tomorrow.”"])
def test_a_tomorrow_in_words_of_nobody_known_is_left_open(quoted: str) -> None:
    (time,) = times_in(f"{quoted} It rained.")
    assert time.value is None


@pytest.mark.parametrize(
    ("text", "value", "tells_when"),
    [
        pytest.param("He ran in the 2012 election.", "2012", False, id="election"),
        pytest.param("She sued under the landmark 2010 law.", "2010", False, id="law"),
        pytest.param("Ann Lee's 1998 novel sells well.", "1998", False, id="novel"),
        pytest.param("They remember 9/11.", "2001-09-11", False, id="nine-eleven"),
        pytest.param("He ran in 2012 and lost.", "2012", True, id="in-a-year"),
        pytest.param("In 2012 Rome chose her.", "2012", True, id="in-a-year-with-a-noun-behind"),
        pytest.param("The harbour of 1998 was small.", "1998", True, id="of-a-year"),
        pytest.param("In the late 1998 heat it burnt.", "1998", True, id="late-in-a-year"),
        pytest.param("The trial was to begin on March 3.", "2020-03-03", False, id="a-plan-whose-day-is-past"),
        pytest.param("The trial was to begin on March 30.", "2020-03-30", True, id="a-plan-whose-day-is-ahead"),
        pytest.param("The trial began on March 3.", "2020-03-03", True, id="no-plan"),
        pytest.param("It shut at 9 a.m. on March 3.", "2020-03-03T09:00", True, id="with-its-clock"),
    ],
)
def test_a_year_that_names_and_a_plan_tell_no_event(text: str, value: str, tells_when: bool) -> None:
    (time,) = times_in(text)
    assert (time.value, time.tells_when) == (value, tells_when)


@given(words=st.lists(st.sampled_from(TOKENS)))
def test_spans_are_in_order_and_stretches_have_two_ends(words: Sequence[str]) -> None:
    found = times_in(" ".join(words))
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    for time in found:
        assert (time.earliest is None) == (time.latest is None)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        assert time.why


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), weekday=st.integers(0, 6))
def test_the_latest_and_the_first_weekday_lie_within_a_week(day: date, weekday: int) -> None:
    latest, first = latest_weekday(day, weekday), first_weekday(day, weekday)
    assert latest.weekday() == first.weekday() == weekday
    assert 0 <= (day - latest).days < 7
    assert 0 <= (first - day).days < 7
    assert week(day).earliest <= day <= week(day).latest


def test_a_winter_is_held_by_its_stretch() -> None:
    winter = season(2020, "winter")
    assert winter.earliest <= date(2020, 1, 15) <= date(2020, 12, 15) <= winter.latest


def test_every_rule_has_its_own_name() -> None:
    names = [form.rule.id for form in FORMS]
    assert len(set(names)) == len(names)


@pytest.mark.skipif(not DATA.exists(), reason="the corpora for measuring are not there")
def test_no_pattern_begins_with_a_word_that_is_not_listed() -> None:
    """The finder tries its patterns only where a listed word stands."""
    with (DATA / "timebank-times.jsonl").open(encoding="utf-8") as lines:
        text = "\n\n".join(json.loads(line)["text"] for line in lines)
    matches = list(MASTER.finditer(text))
    firsts = {match[0].lower() for found in matches if (match := re.match("[A-Za-z]+", found.group()))}
    assert firsts
    assert firsts <= FIRST_WORDS


@pytest.mark.parametrize("year", [1, 9999])
def test_a_programs_zero_date_is_no_publication_date(year: int) -> None:
    (time,) = times_in("It fell last year.", date(year, 1, 1))
    assert time.value is None
