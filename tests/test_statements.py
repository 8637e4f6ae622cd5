"""Source, cue and content of each attribution.

A row draws the content ⟦…⟧, the source ‹…› and the cue ‖…‖ of the statements it expects; a row without brackets has none.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.quotations import find_quotations
from generator.annotate.sentences import find_sentences
from generator.annotate.statements import find_statements
from generator.model import Statement
from tests.drawing import draw, make_article, unmark


def read(text: str) -> list[Statement]:
    article = make_article(text)
    return list(find_statements(article, list(find_sentences(article)), list(find_quotations(article))))


def bare(marked: str) -> str:
    return unmark(unmark(unmark(marked)[0], "‹", "›")[0], "«", "»")[0]


def drawn(text: str) -> str:
    """Draw every statement of `text`."""
    found = read(text)
    return draw(
        text,
        ("⟦⟧", [span for statement in found for span in statement.content]),
        ("‹›", sorted({span for statement in found for span in statement.source})),
        ("«»", sorted({span for statement in found for span in statement.cue})),
    )


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("⟦“We will appeal,”⟧ ‹Reyes› «said».", id="quotation-then-cue"),
        pytest.param("⟦“We will appeal,”⟧ «said» ‹Ana Reyes, a lawyer for the city›.", id="inverted-with-apposition"),
        pytest.param("⟦“It is over,”⟧ «said» ‹Ana Reyes, who led the inquiry›.", id="inverted-with-relative-clause"),
        pytest.param("‹Ana Reyes, a lawyer for the city›, «said», ⟦“We will appeal.”⟧", id="apposition-between-commas"),
        pytest.param("⟦“We will appeal,”⟧ ‹Reyes› «said», ⟦“and we will win.”⟧", id="split-by-its-cue"),
        pytest.param("⟦“We will appeal,”⟧ ‹she› «said». ⟦“We will win.”⟧", id="unattributed-second-sentence"),
        pytest.param('⟦"We go forward […] We decide"⟧, ‹Reyes› «said», cited by Reuters.', id="relay-stays-outside"),
        pytest.param("‹Reyes› «said» ⟦that the plan was “a disgrace” for the city⟧.", id="mixed"),
        pytest.param("‹She› «told» reporters on Monday ⟦that the plan was dead⟧.", id="told-reporters-that"),
        pytest.param("‹Reyes› «said» earlier ⟦that prices would rise⟧.", id="adverb-before-that"),
        pytest.param("⟦The plan is dead⟧, ‹two senior officials› «said».", id="cue-at-the-end"),
        pytest.param("⟦The plan⟧, ‹officials› «said», ⟦is dead⟧.", id="cue-between-commas"),
        pytest.param("«According to» ‹a person familiar with the talks›, ⟦the plan is dead⟧.", id="according-to-first"),
        pytest.param("⟦The plan is dead⟧, «according to» ‹the ministry›.", id="according-to-last"),
        pytest.param("‹Sources directly familiar with the talks› «say» ⟦a deal is near⟧.", id="familiar-with"),
        pytest.param(
            "‹A spokesman for Mayor Lee› «said» ⟦that he was ill⟧, according to Reuters.", id="relay-not-origin"
        ),
        pytest.param("As ‹the mayor› «noted», ⟦the bridge is closed⟧.", id="as-said"),
        pytest.param("‹The firm› «accused» ⟦the city of theft⟧.", id="accused-of"),
        pytest.param("‹The mayor› «called for» ⟦an inquiry into the fire⟧ on Monday.", id="called-for"),
        pytest.param("‹The mayor› «vowed» ⟦to rebuild the bridge⟧.", id="vowed-to"),
        pytest.param("‹She› «asked» ⟦whether the bridge was safe⟧.", id="asked-whether"),
        pytest.param("Despite ⟦repeated warnings⟧ «from» ‹the mayor›, the bridge stayed open.", id="warnings-from"),
        pytest.param("The bridge fell into the river on Monday.", id="own-voice"),
        pytest.param("He wore a “Go Home” shirt to the “Late Show” taping.", id="scare-quotes-and-titles"),
    ],
)
def test_draws_statements(marked: str) -> None:
    assert drawn(bare(marked)) == marked


def test_denial_inside_the_outlets_own_sentence() -> None:
    found = read("The firm took bribes, allegations that its owner denies.")
    assert [(s.denial, s.content) for s in found if s.denial] == [(True, found[0].content)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will appeal,” she said.", "direct"),
        ("She said the plan was “a disgrace” for all.", "mixed"),
        ("She said the plan was dead.", "indirect"),
    ],
)
def test_kind_is_told_by_the_quotation_marks(text: str, kind: str) -> None:
    assert [statement.kind.value for statement in read(text)] == [kind]


words = st.sampled_from(
    ["said", "“", "”", "that", "He", "Ms. Reyes", ",", ".", "according to", "who", "the", "plan", "to", "and", ":", "was",
     "asked", "denies", "\n\n", "Monday", "(", ")", "—", "of", "’s", "told", "him", "whether", "'"]
)  # fmt: skip


@given(st.lists(words, max_size=30))
def test_spans_are_sound(parts: list[str]) -> None:
    text = " ".join(parts)
    found = read(text)
    for statement in found:
        spans = statement.content
        assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))
        assert all(span.end <= len(text) for span in (*spans, *statement.source, *statement.cue))
        assert not any(source.meets(span) for source in statement.source for span in spans)
    assert len({(s.content, s.source) for s in found}) == len(found)
    assert [s.content[0].start for s in found] == sorted(s.content[0].start for s in found)
