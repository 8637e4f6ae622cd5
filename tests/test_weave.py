"""Marks over text become nested HTML and lose no character."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.render.env import harden
from generator.render.weave import Layer, weave
from tests.drawing import unmark


@pytest.mark.parametrize(
    ("marked", "html"),
    [
        pytest.param("no marks", "no marks", id="none"),
        pytest.param("a ⟦b⟧ c", "a <span>b</span> c", id="one"),
        pytest.param("⟦whole⟧", "<span>whole</span>", id="whole"),
        pytest.param("⟦a ⟦b⟧⟧", "<span>a <span>b</span></span>", id="inside"),
        pytest.param("⟦a⟧⟦b⟧", "<span>a</span><span>b</span>", id="touching"),
        pytest.param("⟦<b>⟧ & {{x}}", "<span>&lt;b&gt;</span> &amp; &#123;&#123;x&#125;&#125;", id="hostile"),
    ],
)
def test_weaves(marked: str, html: str) -> None:
    text, spans = unmark(marked)
    assert weave(text, Span(0, len(text)), [Layer(span) for span in spans]) == html


def test_a_crossing_layer_is_opened_again_without_its_id() -> None:
    layers = [Layer(Span(0, 4), "mark", id="m"), Layer(Span(2, 5), "i", id="n")]
    assert weave("abcdef", Span(0, 6), layers) == '<mark id="m">ab<i id="n">cd</i></mark><i>e</i>f'


def test_links_do_not_nest() -> None:
    layers = [Layer(Span(0, 4), href="x.html"), Layer(Span(1, 3), href="y.html")]
    assert weave("abcd", Span(0, 4), layers) == '<a href="x.html">a<span>bc</span>d</a>'


@given(
    text=st.text(min_size=1, max_size=30),
    edges=st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=8),
)
def test_every_character_is_shown_and_every_element_closed(text: str, edges: list[tuple[int, int]]) -> None:
    layers = [Layer(Span(a, b)) for a, b in edges if a < b <= len(text)]
    html = weave(text, Span(0, len(text)), layers)
    assert html.count("<span>") == html.count("</span>")
    depth = 0
    for tag in re.findall(r"</?span>", html):
        depth += 1 if tag == "<span>" else -1
        assert depth >= 0
    assert re.sub(r"</?span>", "", html) == harden(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("a\nb\u2028c", "a b c", id="line-ends"),
        pytest.param("\x02wzxhzdk:0\x03", "␂wzxhzdk:0␃", id="markdown-placeholder"),
        pytest.param("{% x %}", "&#123;% x %&#125;", id="jinja"),
        pytest.param('"<b>"', "&#34;&lt;b&gt;&#34;", id="html"),
    ],
)
def test_hardened_text_shows_its_characters(text: str, html: str) -> None:
    assert harden(text) == html
