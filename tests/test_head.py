"""What the lines above a pasted article say of it, and that they are no sentences of the article."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from generator.clean import clean
from generator.model import Article, BlockKind, Format, How, Published, RemovalKind, Span, Stated, Undated
from tests.drawing import draw, make_seed, unmark

PROSE = "The council met on Monday evening and voted to close the old bridge."
MORE = "It will be closed from May, the mayor said, and traffic will be led over the new one."
TITLE = "Old bridge to close in May"
MAY_14 = date(2024, 5, 14)


def cleaned(text: str, format: Format = Format.PLAIN, published: date | None = None) -> Article:  # noqa: A002 - as in Seed
    return clean(dataclasses.replace(make_seed(text, published=published), format=format))


def known(article: Article) -> tuple[str | None, str | None, date | None]:
    """Headline, byline, day of publication."""
    details = article.seed.details
    return (
        details.headline.value if details.headline else None,
        details.byline.value if details.byline else None,
        details.published.date if details.published else None,
    )


def paragraphs(article: Article) -> list[str]:
    return [article.at(block.span) for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


DATE_LINES = [
    "14 May 2024",
    "May 14, 2024",
    "Tue 14 May 2024",
    "Tuesday, May 14th, 2024",
    "2024-05-14",
    "2024-05-14T10:15:00+02:00",
    "14/05/2024",
    "05/14/2024",
    "05/05/2024",
    "14.05.2024",
    "14 May 2024, 10:15",
    "May 14, 2024 at 3:30 p.m. EDT",
    "Tue 14 May 2024 07.00 BST",
    "(14 May 2024)",
    "Published: 14 May 2024",
    "Posted on 14/05/2024",
    "First published on Tue 14 May 2024 07.00 BST",
    "Originally published May 14, 2024",
    "Date: 14 May 2024",
    "Published 14 May 2024, updated 16 May 2024 10:15 BST",
    "Updated 16 May 2024 | Published 14 May 2024",
    "Published 2:30 PM ET, Tue May 14, 2024",
    "Northern Press Agency, 14 May 2024",
    "Vale Courier News 14 May 2024",
    "Riverside Post | May 14, 2024 | 3 min read",
    "London, 14 May 2024",
    "Jane Doe - 14 May 2024",
    "By Jane Doe | May 14, 2024 | 3 min read",
    "By JANE DOE May 14, 2024",
    "Posted on May 14, 2024 by Jane Doe",
    "May 14, 2024 • 5 minute read",
]


@pytest.mark.parametrize("line", DATE_LINES)
def test_a_date_line_gives_the_day_and_is_no_sentence(line: str) -> None:
    article = cleaned(f"{TITLE}\n{line}\n\n{PROSE}\n\n{MORE}\n")
    assert article.seed.details.published == Published(
        MAY_14 if line != "05/05/2024" else date(2024, 5, 5), How.DATE_LINE
    )
    assert [(removed.kind, line) for removed in article.removed] == [(RemovalKind.DATE_LINE, line)]
    assert paragraphs(article) == [PROSE, MORE]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("23:16 GMT14 May 2024", id="clock-glued-to-a-date"),
        pytest.param("10:15, 14 May 2024", id="clock"),
        pytest.param("Mon 14 May 2024", id="another-weekday"),
        pytest.param("31 February 2024", id="no-such-day"),
        pytest.param("On 14 May 2024 the bridge was closed.", id="a-sentence"),
        pytest.param("On 14 May 2024", id="the-beginning-of-a-sentence"),
        pytest.param("By 14 May 2024 all was over", id="by-in-front-of-the-date"),
        pytest.param("Read on 14 May 2024", id="day-of-reading"),
        pytest.param("Accessed: 14 May 2024", id="day-of-access"),
        pytest.param("Born 14 May 1924", id="another-label"),
        pytest.param("The vote of 14 May 2024", id="a-heading"),
        pytest.param("14 May 2024 – 16 May 2024", id="a-period"),
        pytest.param("14 May", id="without-a-year"),
        pytest.param("Town Hall Meeting in Riverside, 14 May 2024", id="an-occasion"),
        pytest.param("LIMA, May 14 (AP) — The port reopened.", id="dateline"),
        pytest.param("LIMA, May 14, 2024 (AP) — The port reopened.", id="dateline-with-a-year"),
        pytest.param("Updated 2 hours ago", id="how-long-ago"),
    ],
)
def test_another_line_gives_no_day(line: str) -> None:
    article = cleaned(f"{TITLE}\n\n{line}\n\n{PROSE}\n\n{MORE}\n")
    assert article.seed.details.published is None
    assert RemovalKind.DATE_LINE not in {removed.kind for removed in article.removed}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{TITLE}\n\n{PROSE}\n\n14 May 2024\n\n{MORE}", MAY_14, id="below-a-standfirst"),
        pytest.param(f"{PROSE}\n\n{MORE}\n\nPublished 14 May 2024", MAY_14, id="the-last-line"),
        pytest.param(f"{PROSE}\n\n{MORE}\n\n14 May 2024\n\n{PROSE}", None, id="in-the-midst"),
        pytest.param(f"14 May 2024\n\n{PROSE}\n\n15 May 2024\n\n{MORE}", None, id="a-diary"),
        pytest.param(f"Town Hall, 14 May 2024\n\n{PROSE}\n\n{MORE}", None, id="the-first-line-may-be-the-headline"),
        pytest.param(f"Northern Press Agency, 14 May 2024\n\n{PROSE}", MAY_14, id="a-newsroom-in-the-first-line"),
        pytest.param(f"Posted on\n14 May 2024\n\n{PROSE}\n", MAY_14, id="the-label-on-a-line-of-its-own"),
        pytest.param("Riverside\n14 May 2024\nbridge, mayor", None, id="without-a-sentence"),
        pytest.param(f"{TITLE}\n14 May 2024\nto 16 May in the town hall\n\n{PROSE}", None, id="a-line-that-runs-on"),
    ],
)
def test_the_place_of_a_date_line(text: str, expected: date | None) -> None:
    assert known(cleaned(text))[2] == expected


def test_what_is_known_otherwise_goes_before_the_line() -> None:
    article = cleaned(f"{TITLE}\nPosted on 14/05/2024\n\n{PROSE}", published=date(2024, 5, 13))
    assert article.seed.details.published == Published(date(2024, 5, 13), How.EDITOR)
    assert paragraphs(article) == [PROSE]


def test_the_day_of_a_change_counts_where_there_is_no_other() -> None:
    article = cleaned(f"{TITLE}\nLast updated 16 May 2024\n\n{PROSE}")
    assert article.seed.details.published == Published(date(2024, 5, 16), How.CHANGE_LINE)
    both = cleaned(f"{TITLE}\nUpdated 16 May 2024\nPosted 14 May 2024\n\n{PROSE}")
    assert both.seed.details.published == Published(MAY_14, How.DATE_LINE)


@pytest.mark.parametrize(
    ("line", "undated"),
    [
        pytest.param("Posted on 05/06/2024", Undated.TWO_WAYS, id="two-ways"),
        pytest.param("Mon 14 May 2024", Undated.UNRECOGNISED, id="another-weekday"),
        pytest.param("The vote of 14 May 2024", Undated.UNRECOGNISED, id="a-date-in-words"),
        pytest.param("23:16 GMT31 March 2020", Undated.NO_DATE, id="a-clock-is-told-as-a-clock"),
        pytest.param("10:15, 31 March 2020", Undated.NO_DATE, id="another-clock"),
        pytest.param("In the town hall", Undated.NO_DATE, id="nothing"),
    ],
)
def test_says_why_no_day_is_known(line: str, undated: Undated) -> None:
    article = cleaned(f"{TITLE}\n\n{line}\n\n{PROSE}")
    assert (article.seed.details.published, article.seed.details.undated) == (None, undated)


def test_a_date_in_two_ways_is_listed_with_its_reason() -> None:
    (removed,) = cleaned(f"{TITLE}\nPosted on 05/06/2024\n\n{PROSE}").removed
    assert "which of them is the month" in removed.rule.says


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        pytest.param("By Jane Doe", "Jane Doe", id="by"),
        pytest.param("By Jane Doe and John Roe, The Post", "Jane Doe and John Roe, The Post", id="two-and-an-outlet"),
        pytest.param("By Jane Doe, Ann Ash and John Roe", "Jane Doe, Ann Ash and John Roe", id="three"),
        pytest.param("Jane Doe, Political Editor", "Jane Doe, Political Editor", id="name-and-office"),
        pytest.param("Jane Doe, editor of the Post", "Jane Doe, editor of the Post", id="office-in-small-letters"),
        pytest.param("by JANE DOE in Lima", "JANE DOE in Lima", id="in-a-place"),
        pytest.param("By Ana de la Cruz", "Ana de la Cruz", id="particles"),
        pytest.param("Written by Jane Doe", "Jane Doe", id="written-by"),
        pytest.param("By Reuters", "Reuters", id="a-newsroom"),
        pytest.param("By the numbers", None, id="by-in-front-of-small-letters"),
        pytest.param("By Monday Evening Crowds Had Gone", None, id="a-day"),
        pytest.param("By Land", None, id="one-word"),
        pytest.param("By Jane Doe the bridge was sold", None, id="a-sentence"),
        pytest.param("Jane Doe", None, id="a-name-alone"),
        pytest.param("Jane Doe, 34", None, id="an-age"),
        pytest.param("Jane Doe, Times Editor, Dies at 80", None, id="a-headline-about-an-editor"),
        pytest.param("Stand by Jane Doe", None, id="by-within"),
    ],
)
def test_bylines(line: str, byline: str | None) -> None:
    article = cleaned(f"{TITLE}\n\n{line}\n\n{PROSE}\n\n{MORE}")
    assert known(article)[1] == byline
    expected = [(RemovalKind.BYLINE, line)] if byline else []
    assert [(r.kind, article.seed.text[r.raw.start : r.raw.end]) for r in article.removed] == expected
    assert (line in paragraphs(article)) is (byline is None)


HEADLINES = [
    pytest.param(f"⟦{TITLE}⟧\n\n{PROSE}", id="a-blank-line-behind"),
    pytest.param(f"⟦Will the old bridge close?⟧\n\n{PROSE}", id="a-question"),
    pytest.param(f"⟦{TITLE}⟧\nBy Jane Doe\n{PROSE}\n{MORE}", id="a-byline-behind"),
    pytest.param(f"⟦{TITLE}⟧\n14 May 2024\n{PROSE}", id="a-date-behind"),
    pytest.param(f"14 May 2024\n\n⟦{TITLE}⟧\n\n{PROSE}", id="a-date-in-front"),
    pytest.param(f"Share\n⟦{TITLE}⟧\n\n{PROSE}", id="a-button-in-front"),
    pytest.param(f"\ufeff⟦{TITLE}⟧\r\n\r\n{PROSE}\r\n", id="byte-order-mark-and-windows"),
    pytest.param(f"World news\n⟦{TITLE}⟧\n\n{PROSE}", id="a-kicker-in-front"),
    pytest.param(f"RIVERSIDE\n\n⟦{TITLE}⟧\n\n{PROSE}", id="a-place-in-front"),
    pytest.param(f"{TITLE}\n{PROSE}", id="no-blank-line"),
    pytest.param(f"{TITLE}.\n\n{PROSE}", id="a-full-stop"),
    pytest.param(f"“{TITLE}.”\n\n{PROSE}", id="a-full-stop-and-a-mark"),
    pytest.param(f"{TITLE},\n\n{PROSE}", id="a-comma"),
    pytest.param(f"{TITLE}:\n\n{PROSE}", id="a-colon"),
    pytest.param(f"{TITLE}\n\nand so it went on for years, until the council met again.", id="a-sentence-broken-off"),
    pytest.param(f"Riverside\n\n{PROSE}", id="one-word"),
    pytest.param(f"{' '.join([TITLE] * 4)}\n\n{PROSE}", id="too-long"),
    pytest.param(f"REED: Good evening to you all\n\n{PROSE}", id="who-speaks"),
    pytest.param(TITLE, id="the-only-paragraph"),
    pytest.param(f"{TITLE}\n\nWhat next for it", id="no-sentence-below"),
]


@pytest.mark.parametrize("marked", HEADLINES)
def test_headlines(marked: str) -> None:
    """Brackets draw the headline."""
    text, expected = unmark(marked)
    article = cleaned(text)
    found = [article.raw(block.span) for block in article.blocks if block.kind is BlockKind.HEADLINE]
    assert draw(text, ("⟦⟧", found)) == draw(text, ("⟦⟧", expected))
    value = text[expected[0].start : expected[0].end] if expected else None
    assert article.seed.details.headline == (Stated(value, How.HEADLINE) if value else None)


def test_the_title_of_a_markdown_file_is_its_headline() -> None:
    source = f"# Old *bridge*\nBy **Jane Doe**\n\n_14 May 2024_\n\n{PROSE}\n\n## Next\n\n{MORE}"
    article = cleaned(source, Format.MARKDOWN)
    assert known(article) == ("Old bridge", "Jane Doe", MAY_14)
    assert [(block.kind, article.at(block.span)) for block in article.blocks] == [
        (BlockKind.HEADLINE, "Old bridge"),
        (BlockKind.PARAGRAPH, PROSE),
        (BlockKind.HEADING, "Next"),
        (BlockKind.PARAGRAPH, MORE),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("gap", [1, 2])
def test_a_head_as_many_sites_have_it(end: str, mark: str, gap: int) -> None:
    lines = [TITLE, "By Jane Doe, Political Editor", "Tue 14 May 2024 07.00 BST", "3 min read", PROSE, MORE]
    article = cleaned(mark + (end * gap).join(lines) + end)
    assert known(article) == (TITLE, "Jane Doe, Political Editor", MAY_14)
    assert [article.at(block.span) for block in article.blocks] == [TITLE, PROSE, MORE]
    assert article.blocks[0].kind is BlockKind.HEADLINE


def test_what_is_cleaned_stays_as_it_is() -> None:
    once = cleaned(f"{TITLE}\nBy Jane Doe\n14 May 2024\n\n{PROSE}\n\n{MORE}\n")
    again = cleaned(once.text)
    assert (again.text, again.blocks, again.removed) == (once.text, once.blocks, ())


def test_the_author_may_stand_below_by() -> None:
    article = cleaned(f"{TITLE}\n\nBy\nJane Doe\n\n{PROSE}")
    assert known(article) == (TITLE, "Jane Doe", None)
    assert paragraphs(article) == [PROSE]
    assert paragraphs(cleaned(f"{TITLE}\n\nBy\nthe river\n\n{PROSE}")) == ["By\nthe river", PROSE]


def test_a_button_below_a_question_is_found_too() -> None:
    article = cleaned(f"Will the old bridge close?\nBy Jane Doe\n3 min read\n\n{PROSE}")
    assert [article.at(block.span) for block in article.blocks] == ["Will the old bridge close?", PROSE]


PAGE = f"Home\nAnn Ash, Editor\n{TITLE}\nOpinion\nBy Jane Doe\n14 May 2024\n{PROSE}\nBy Ann Ash"


def test_the_byline_of_a_web_page_is_told_from_what_stands_outside() -> None:
    start, end = PAGE.index(TITLE), PAGE.index(PROSE)
    body = (Span(start, start + len(TITLE)), Span(end, end + len(PROSE)))
    seed = dataclasses.replace(make_seed(PAGE), format=Format.HTML, body=body, headings=body[:1])
    article = clean(seed)
    assert known(article) == (None, "Jane Doe", None)
    assert article.seed.details.undated is Undated.UNRECOGNISED
    assert [(r.kind, PAGE[r.raw.start : r.raw.end]) for r in article.removed] == [
        (RemovalKind.OUTSIDE, "Home\nAnn Ash, Editor"),
        (RemovalKind.OUTSIDE, "Opinion"),
        (RemovalKind.BYLINE, "By Jane Doe"),
        (RemovalKind.OUTSIDE, "14 May 2024"),
        (RemovalKind.OUTSIDE, "By Ann Ash"),
    ]


def test_a_web_page_says_it_in_its_metadata() -> None:
    article = cleaned(f"{TITLE}\n\nBy Jane Doe\n\n14 May 2024\n\n{PROSE}", Format.HTML)
    assert known(article) == (None, None, None)
