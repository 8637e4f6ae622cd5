"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.sentences import find_sentences
from tests.drawing import draw, make_article, unmark


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("⟦One.⟧ ⟦Two!⟧ ⟦Three?⟧", id="plain"),
        pytest.param("⟦Mr. Smith met Sen. Jones.⟧ ⟦They left.⟧", id="titles"),
        pytest.param("⟦He left the U.S. in May.⟧ ⟦The U.S. Senate met.⟧", id="initials-of-a-country"),
        pytest.param("⟦He moved to the U.S.⟧ ⟦The Senate met.⟧", id="abbreviation-at-the-end"),
        pytest.param("⟦Holt told the council no.⟧ ⟦Mary Stone left.⟧", id="a-no-ends-the-sentence"),
        pytest.param("⟦She left No. 10 by car no. 7 and Nos. 3 to 5.⟧ ⟦It rained.⟧", id="a-number-does-not"),
        pytest.param("⟦She met Jan.⟧ ⟦Holt left on Jan. 5.⟧", id="a-name-that-is-a-month"),
        pytest.param("⟦He fell ill.⟧ ⟦Holt of Springfield, Ill. Chief Stone left.⟧", id="a-word-that-is-a-state"),
        pytest.param("⟦”Mr. Holt should go,“ she said.⟧", id="wrong-opening-mark-in-front-of-a-title"),
        pytest.param("⟦J. R. Smith of Acme Corp. said so.⟧", id="initials-of-a-person"),
        pytest.param("⟦“It is over.”⟧ ⟦He left.⟧", id="closing-mark-belongs-to-the-sentence"),
        pytest.param("⟦“Why?” he asked.⟧", id="small-letter-carries-on"),
        pytest.param("⟦“Stop!” Ms. Reyes said.⟧ ⟦“Go.”⟧", id="tag-with-a-name-carries-on"),
        pytest.param("⟦“We go forward […] We will decide”, she said.⟧", id="words-left-out-end-nothing"),
        pytest.param("⟦He said “maybe … we will not be moved.”⟧", id="ellipsis-before-a-small-letter"),
        pytest.param("⟦He trailed off …⟧ ⟦Then he left.⟧", id="ellipsis-before-a-capital"),
        pytest.param("⟦She said so in a statement. .⟧", id="stray-stop"),
        pytest.param("⟦Prices rose 3.5 percent.⟧ ⟦Sales fell.⟧", id="decimal-point"),
        pytest.param("⟦A headline without a stop⟧\n\n⟦A paragraph.⟧", id="blocks-end-sentences"),
    ],
)
def test_finds_sentences(marked: str) -> None:
    text, _ = unmark(marked)
    assert draw(text, ("⟦⟧", list(find_sentences(make_article(text))))) == marked


@given(st.text(alphabet="ab AB.!?…\"”“')]\n ", max_size=60))
def test_sentences_and_white_space_cover_the_blocks(text: str) -> None:
    article = make_article(text)
    spans = list(find_sentences(article))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(
        text[i].isspace() or i in covered for block in article.blocks for i in range(block.span.start, block.span.end)
    )
    assert all(article.at(span) == article.at(span).strip() for span in spans)
