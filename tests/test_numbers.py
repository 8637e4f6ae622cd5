"""Figures that differ in sentences that are otherwise alike."""

from __future__ import annotations

import pytest

from generator.compare.numbers import differing_figures
from generator.model import Span
from tests.drawing import draw, make_article, unmark


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Rovers lost ⟦seven games⟧ in a row.", "Rovers lost ⟦nine games⟧ in a row.", id="spelt"),
        pytest.param(
            "Rovers lost ⟦seven home games⟧ in a row.", "Rovers lost ⟦nine home games⟧ in a row.", id="home-games"
        ),
        pytest.param("He saw ⟦seven of the boats⟧ go.", "He saw ⟦nine of the boats⟧ go.", id="of-the-boats"),
        pytest.param("Police made ⟦12 arrests⟧ in Lindau.", "In Lindau police made ⟦20 arrests⟧.", id="digits"),
        pytest.param("The quay closes at ⟦9 a.m.⟧ today.", "The quay closes at ⟦10am⟧ today.", id="clock"),
        pytest.param("The quay closes at ⟦9 a.m.⟧ today.", "The quay closes at ⟦21:00⟧ today.", id="half-of-the-day"),
        pytest.param("The board met on ⟦Monday⟧ evening.", "The board met on ⟦Sunday⟧ evening.", id="weekday"),
        pytest.param("The board meets on ⟦14 May⟧ again.", "The board meets on ⟦15 May⟧ again.", id="day-of-a-month"),
        pytest.param(
            "The board meets on ⟦May 14⟧, it said.", "The board meets on ⟦May 15⟧, it said.", id="month-first"
        ),
        pytest.param("Venn, ⟦aged 47⟧, took the post.", "Venn, ⟦aged 48⟧, took the post.", id="nothing-counted"),
        pytest.param("Rovers ⟦came fifth⟧ in May.", "Rovers ⟦came sixth⟧ in May.", id="place"),
        pytest.param("The debt is ⟦£4.5m⟧ this year.", "The debt is ⟦£4.8 million⟧ this year.", id="money"),
        pytest.param("Fares rise by ⟦7 percent⟧ in June.", "Fares rise by ⟦9%⟧ in June.", id="percent"),
        pytest.param("Rovers lost seven games in a row.", "Rovers lost 7 games in a row.", id="the-same-value"),
        pytest.param("The quay closes at 9 p.m. today.", "The quay closes at 21:00 today.", id="the-same-time"),
        pytest.param("The debt is £4.5m this year.", "The debt is £4,500,000 this year.", id="the-same-sum"),
        pytest.param("The debt is £4.5m this year.", "The debt is $5.8m this year.", id="another-currency"),
        pytest.param("Fares rise by 7 percent in June.", "Fares rise by 7 cents in June.", id="another-measure"),
        pytest.param("Two men and three women swam home.", "Three women and two men swam home.", id="another-order"),
        pytest.param("Rovers won 4-0 at home on Monday.", "Rovers won 3-1 at home on Monday.", id="scores-left-alone"),
        pytest.param(
            "Rovers sold seven players for a song.", "The mayor has nine boats and likes a song.", id="other-things"
        ),
        pytest.param("He has seven.", "He has nine.", id="nothing-around-that-tells"),
    ],
)
def test_figures_that_differ(left: str, right: str) -> None:
    """Brackets draw what is shown of either sentence; rows without brackets have no difference."""
    (text, _), (other, _) = unmark(left), unmark(right)
    pairs = list(differing_figures(make_article(text), make_article(other), Span(0, len(text)), Span(0, len(other))))
    assert draw(text, ("⟦⟧", [ours for ours, _ in pairs])) == left
    assert draw(other, ("⟦⟧", [theirs for _, theirs in pairs])) == right
