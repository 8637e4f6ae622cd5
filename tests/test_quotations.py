"""Words between quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.quotations import find_quotations
from tests.drawing import draw, make_article, unmark


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("⟦“Go,”⟧ she said.", id="curly"),
        pytest.param('⟦"Go,"⟧ she said, ⟦"or stay."⟧', id="straight-split-by-the-cue"),
        pytest.param("He said: ⟦“Stay.”⟧", id="ends-the-text"),
        pytest.param("⟦“One.”⟧⟦“Two.”⟧", id="touching"),
        pytest.param("⟦''One mark,''⟧ she said, ⟦``set twice.''⟧", id="two-single-marks-are-one"),
        pytest.param('The ⟦"thing”⟧ and the ⟦“thing"⟧', id="mixed-straight-and-curly"),
        pytest.param("⟦‘It’s the workers’ strike,’⟧ he said.", id="single-with-apostrophes"),
        pytest.param("He heard ⟦'the workers' strike'⟧ and left.", id="single-straight-with-a-plural-possessive"),
        pytest.param("⟦“He told me ‘go’ and I went,”⟧ she said.", id="nested-belongs-to-the-outer"),
        pytest.param("⟦‘He called it “bad”,’⟧ she said.", id="nested-the-british-way"),
        pytest.param("⟦“He told me “go” and I went,”⟧ she said.", id="nested-with-the-same-marks"),
        pytest.param('⟦"He told me “go” and I went,"⟧ she said.', id="curly-nested-in-straight"),
        pytest.param('⟦"He told me “go.”⟧\n\n⟦"I went,"⟧ she said.', id="running-on-behind-a-nested-one"),
        pytest.param("⟦”Both marks close, “one” opens.”⟧ Xo Zarqa", id="opened-with-the-wrong-mark"),
        pytest.param("⟦“We go,”⟧ she said. ⟦“ You know.”⟧", id="space-behind-the-mark"),
        pytest.param("⟦” … we go,”⟧ she said.", id="wrong-mark-and-a-space-at-the-head"),
        pytest.param('A 6" pipe and a 9" pipe.', id="inches"),
        pytest.param("The ’90s, the '20s and rock 'n' roll.", id="apostrophes-for-what-is-left-out"),
        pytest.param("The workers' strike and the miners' strike.", id="possessives"),
        pytest.param("⟦“One.⟧\n\n⟦“Two.⟧\n\n⟦“Three,”⟧ he said.", id="running-over-paragraphs"),
        pytest.param("“An opening mark without an end.\n\nThe next paragraph.", id="never-closed"),
        pytest.param("A lost “mark and a ⟦“whole quotation”⟧.", id="lost-mark-before-a-whole-one"),
        pytest.param('He said ⟦"maybe … we will not."⟧', id="ellipsis-inside"),
        pytest.param('⟦"It goes on […] We will"⟧, she said.', id="words-left-out-inside"),
    ],
)
def test_finds_quotations(marked: str) -> None:
    text, _ = unmark(marked)
    assert draw(text, ("⟦⟧", [q.span for q in find_quotations(make_article(text))])) == marked


def test_a_quotation_taken_up_by_the_next_paragraph_continues() -> None:
    text = "“One.\n\n“Two: “the river.”\n\n“Three,” he said. “Four.”\n\n“Five.”"
    assert [q.continues for q in find_quotations(make_article(text))] == [False, True, True, False, False]


@given(st.text(alphabet="aB “”\"'‘’,.\n`«»", max_size=60))
def test_quotations_are_disjoint_and_stay_in_their_block(text: str) -> None:
    article = make_article(text)
    spans = [q.span for q in find_quotations(article)]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(any(block.span.holds(span) for block in article.blocks) for span in spans)
