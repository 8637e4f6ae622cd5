"""Saved web pages: every text node in order, the article found among them, the page's own words about itself."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path, PurePosixPath
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.clean import clean
from generator.model import Article, BlockKind, Format, How, Published, RemovalKind, Stated
from generator.read.alignment import align
from generator.read.decoding import decode
from generator.read.seeds import seed_of
from generator.read.text_nodes import page_text
from generator.read.web_page import parse
from tests.drawing import draw, unmark

PAGES = Path(__file__).parents[1].parent / "shared" / "data" / "html"

PARAGRAPHS = (
    "The council met on Monday evening and voted by nine to four to close the old bridge over the river for good.",
    "“It will be closed from May,” the mayor said, and traffic will be led over the new one in the north.",
    "Shopkeepers fear for their trade, since two thirds of their customers come over the old bridge, a survey found.",
    "The bridge was built in 1911 and has been repaired eleven times since, most recently after the flood of 2002.",
    "A decision about the money for its demolition is expected before the end of the year, the council said on Monday.",
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Old bridge to close | The Post</title>
<meta property="og:site_name" content="The Post"><meta property="og:title" content="Old bridge to close">
<meta name="author" content="Jane Roe"><link rel="canonical" href="https://post.example.org/news/bridge">
<meta property="article:published_time" content="2020-03-09T23:30:00-05:00">
<style>p {{ color: red }}</style><script>var x = "<p>no text</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="clock">23:16 31 March 2021</div>
<main><article><h1>Old bridge to close</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>
<h2>A hundred years</h2>
<p>{PARAGRAPHS[3]}</p><p>{PARAGRAPHS[4]}</p></article></main>
<footer><p>About us</p><p>© The Post</p></footer></body></html>"""


def cleaned(data: bytes, url: str | None = None) -> Article:
    decoded = decode(data, web_page=True)
    seed = seed_of(
        data,
        decoded.text,
        id="a",
        letter="a",
        path=PurePosixPath("a.html"),
        encoding=decoded.encoding,
        format=Format.HTML,
    )
    return clean(seed)


def test_finds_the_article_and_lists_the_rest() -> None:
    article = cleaned(PAGE.encode())
    assert [(block.kind, article.at(block.span)) for block in article.blocks] == [
        (BlockKind.HEADLINE, "Old bridge to close"),
        *((BlockKind.PARAGRAPH, paragraph) for paragraph in PARAGRAPHS[:3]),
        (BlockKind.HEADING, "A hundred years"),
        *((BlockKind.PARAGRAPH, paragraph) for paragraph in PARAGRAPHS[3:]),
    ]
    taken_out = [article.seed.text[removed.raw.start : removed.raw.end] for removed in article.removed]
    assert taken_out == ["Old bridge to close | The Post\nHome\nNews\n23:16 31 March 2021", "About us\n© The Post"]
    assert {removed.kind for removed in article.removed} == {RemovalKind.OUTSIDE}


def test_the_page_says_who_made_it() -> None:
    details = cleaned(PAGE.encode()).seed.details
    assert details.outlet == Stated("The Post", How.PAGE)
    assert details.headline == Stated("Old bridge to close", How.PAGE)
    assert details.byline == Stated("Jane Roe", How.PAGE)
    assert details.url == Stated("https://post.example.org/news/bridge", How.PAGE)
    assert details.language == Stated("en-GB", How.PAGE)
    assert details.published == Published(date(2020, 3, 9), How.PAGE)


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        pytest.param('<meta name="author" content="admin">', None, id="no-name"),
        pytest.param('<meta name="author" content="https://example.org/jane">', None, id="no-address"),
        pytest.param(
            '<script type="application/ld+json">'
            '{"@type": "NewsArticle", "author": [{"name": "Jane Roe"}, {"name": "John Doe"}]}</script>',
            "Jane Roe, John Doe",
            id="json-ld",
        ),
        pytest.param('<p class="byline">By Jane Roe Monday</p>', None, id="not-out-of-the-text"),
    ],
)
def test_the_byline_stands_in_metadata_or_is_not_known(head: str, byline: str | None) -> None:
    page = PAGE.replace('<meta name="author" content="Jane Roe">', head)
    stated = cleaned(page.encode()).seed.details.byline
    assert (stated.value if stated else None) == byline


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0044)https://post.example.org/2020/03/08/bridge -->",
        "<!--\n Page saved with SingleFile \n url: https://post.example.org/2020/03/08/bridge \n-->",
    ],
)
def test_the_address_is_the_one_that_the_browser_noted(note: str) -> None:
    page = re.sub(r"<link[^>]*>", "", PAGE).replace("<html", f"{note}<html")
    details = cleaned(page.encode()).seed.details
    assert details.url == Stated("https://post.example.org/2020/03/08/bridge", How.PAGE)
    assert details.published == Published(date(2020, 3, 8), How.ADDRESS)


def test_the_outlet_is_no_part_of_the_headline() -> None:
    page = PAGE.replace('content="Old bridge to close"', 'content="Old bridge to close - The Post"')
    assert cleaned(page.encode()).seed.details.headline == Stated("Old bridge to close", How.PAGE)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        pytest.param('<meta itemprop="datePublished" content="2020-03-09">', date(2020, 3, 9), id="itemprop"),
        pytest.param(
            '<script type="application/ld+json">'
            '{"@graph": [{"@type": "NewsArticle", "datePublished": "2020-03-09T08:00Z"}]}</script>',
            date(2020, 3, 9),
            id="json-ld",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Comment", "datePublished": "2020-03-09"}</script>',
            None,
            id="json-ld-of-a-comment",
        ),
        pytest.param('<script type="application/ld+json">{"@type": </script>', None, id="broken-json-ld"),
        pytest.param('<meta property="article:modified_time" content="2020-03-09">', None, id="modified"),
        pytest.param('<meta name="date" content="9 March 2020">', None, id="not-iso"),
        pytest.param("", None, id="only-the-clock"),
    ],
)
def test_the_day_of_publication_stands_in_metadata_or_is_not_known(head: str, day: date | None) -> None:
    page = re.sub(r'<meta property="article:published_time"[^>]*>', head, PAGE)
    published = cleaned(page.encode()).seed.details.published
    assert (published.date if published else None) == day


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<p>One\n  two <b>three</b>four</p>", "One two threefour", id="inline"),
        pytest.param("<p>One</p><p>two</p>", "One\ntwo", id="blocks"),
        pytest.param("<div>One<p>two</p>three</div>", "One\ntwo\nthree", id="text-beside-blocks"),
        pytest.param("One<br>two<br/><br>three", "One\ntwo\nthree", id="breaks"),
        pytest.param("<p>One<script>x</script> two<style>y</style></p>", "One two", id="script-and-style"),
        pytest.param("<p>One<!-- no --> two</p>", "One two", id="comment"),
        pytest.param("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc", id="values-in-a-row"),
        pytest.param("<table><tr><td><p>a<p>b<td>c</table>", "a\nb\nc", id="layout-by-table"),
        pytest.param("<pre>a\n  b</pre>", "a\n  b", id="preformatted"),
        pytest.param("<p>a\xa0 b&nbsp;c</p>", "a\xa0 b\xa0c", id="no-break-spaces"),
        pytest.param("<noscript>Turn it on</noscript><p>x", "Turn it on\nx", id="noscript"),
    ],
)
def test_writes_every_text_node(source: str, text: str) -> None:
    tree = parse(source)
    assert tree is not None
    assert page_text(tree).text == text


TAGS = "<p> </p> <div> </div> <br> <h2> </h2> <script> </script> <td> <li> <b> </b> <table> <pre> </pre> <!-- -->"
MARKUP = st.sampled_from((*TAGS.split(), "<![CDATA[", "&amp;", "\n", " ", "one", "two three.", "\xa0", "é"))


@settings(deadline=None)  # the first example may import a slow library
@given(source=st.lists(MARKUP | st.text(max_size=4), max_size=25).map("".join))
def test_no_text_node_is_lost(source: str) -> None:
    tree = parse(source)
    if tree is None:
        return
    inside = etree.XPath("//text()[not(ancestor-or-self::script or ancestor-or-self::style)]")
    page = page_text(tree)
    assert "".join(page.text.split()) == "".join("".join(inside(tree)).split())
    for line in page.lines:
        assert "\n" not in page.text[line.span.start : line.span.end].strip() or "<pre>" in source


@settings(max_examples=25, deadline=None)
@given(source=st.lists(MARKUP | st.text(max_size=4) | st.sampled_from(PARAGRAPHS), max_size=15).map("".join))
def test_any_page_becomes_an_article(source: str) -> None:
    article = cleaned(source.encode())
    raw = sorted([segment.raw for segment in article.segments] + [removed.raw for removed in article.removed])
    assert sum(map(len, raw)) == len(article.seed.text)
    assert all(left.end == right.start for left, right in pairwise(raw))


@pytest.mark.parametrize(
    ("marked", "paragraphs"),
    [
        pytest.param("Menu\n⟦One two three four.⟧\nFooter", ["One two three four."], id="word-for-word"),
        pytest.param("⟦One two, three (note 1) four five six.⟧", ["One two, three four five six."], id="gap-in-a-line"),
        pytest.param(
            "One two three.\nmenu\n⟦Zero zero zero zero.⟧\n⟦One two three.⟧\n⟦Four five six seven.⟧",
            ["Zero zero zero zero.", "One two three.", "Four five six seven."],
            id="the-one-between-its-neighbours",
        ),
        pytest.param(
            "Menu Home News Sport Weather Archive Contact ⟦one two three.⟧", ["One two three."], id="a-part-of-a-line"
        ),
        pytest.param("Nothing of the sort here.", ["Some other words altogether."], id="nowhere"),
        pytest.param("⟦- One two three four.⟧", ["- One two three four."], id="list-marks"),
    ],
)
def test_aligns_an_extraction_with_its_page(marked: str, paragraphs: list[str]) -> None:
    """Brackets draw what belongs to the article."""
    page, expected = unmark(marked)
    assert draw(page, ("⟦⟧", list(align(paragraphs, page)))) == draw(page, ("⟦⟧", expected))


def test_takes_in_paragraphs_that_the_extractor_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.extract", lambda *_args, **_options: "\n".join(PARAGRAPHS[:4]))
    article = cleaned(PAGE.encode())
    assert article.at(article.blocks[-1].span) == PARAGRAPHS[4]


def test_leaves_out_headings_that_lead_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    page = PAGE.replace("</article>", "<h3>Mayor wins again</h3><h3>School roof falls in</h3></article>")
    extracted = "\n".join([*PARAGRAPHS, "Mayor wins again", "School roof falls in"])
    monkeypatch.setattr("trafilatura.extract", lambda *_args, **_options: extracted)
    article = cleaned(page.encode())
    assert article.at(article.blocks[-1].span) == PARAGRAPHS[4]


def test_leaves_out_headings_that_are_links(monkeypatch: pytest.MonkeyPatch) -> None:
    teaser = '<h3><a href="/mayor">Mayor <b>wins</b> again</a></h3>'
    page = PAGE.replace("<h2>A hundred", f"{teaser}<h2>A hundred").replace(
        "<h1>Old bridge to close", '<h1><a href="/bridge">Old bridge to close</a>'
    )
    extracted = "\n".join(
        ["Old bridge to close", *PARAGRAPHS[:3], "Mayor wins again", "A hundred years", *PARAGRAPHS[3:]]
    )
    monkeypatch.setattr("trafilatura.extract", lambda *_args, **_options: extracted)
    article = cleaned(page.encode())
    headings = [article.at(block.span) for block in article.blocks if block.kind is not BlockKind.PARAGRAPH]
    assert headings == ["Old bridge to close", "A hundred years"]


def test_a_page_without_an_article_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.extract", lambda *_args, **_options: None)
    article = cleaned(b"<p>Old bridge to close</p>")
    assert article.seed.body is None
    assert article.text == "Old bridge to close"


# --- measured --------------------------------------------------------------------------------------------------------

FLOOR_F1 = 0.975


def runs_of_four(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    return Counter(tuple(tokens[place : place + 4]) for place in range(max(1, len(tokens) - 3)))


@pytest.mark.skipif(not PAGES.is_dir(), reason="the corpora are not here")
def test_bodies_are_found_as_well_as_before() -> None:
    """The measure of Zyte, "Article extraction benchmark": runs of four tokens, each page weighing the same."""
    gold = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    precisions, recalls = [], []
    for page_id, truth in gold.items():
        article = cleaned(gzip.decompress((PAGES / f"{page_id}.html.gz").read_bytes()))
        blocks = (block for block in article.blocks if block.kind is not BlockKind.HEADLINE)  # as the gold has it
        found = runs_of_four("\n".join(article.at(block.span) for block in blocks))
        wanted = runs_of_four(truth["articleBody"])
        shared = (found & wanted).total()
        precisions.append(shared / found.total())
        recalls.append(shared / wanted.total())
    precision, recall = fmean(precisions), fmean(recalls)
    assert 2 * precision * recall / (precision + recall) >= FLOOR_F1
