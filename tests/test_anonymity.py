"""What the text gives away of a source without a name."""

import pytest

from tests.attributions import resolve


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "⟨Two US sources⟩ ⟪said⟫ ⟦no⟧.", {"number": "Two", "described": "US"}, id="number-and-side-in-words"
        ),
        pytest.param("⟨16 percent of voters⟩ ⟪said⟫ ⟦no⟧.", {"number": "16 percent"}, id="share"),
        pytest.param("⟨More than 30 aides⟩ ⟪said⟫ ⟦no⟧.", {"number": "More than 30"}, id="more-than"),
        pytest.param("⟨Directors and advisers⟩ ⟪said⟫ ⟦no⟧.", {}, id="two-nouns"),
        pytest.param(
            "⟨Democratic and independent analysts⟩ ⟪said⟫ ⟦no⟧.",
            {"described": "Democratic and independent"},
            id="two-words",
        ),
        pytest.param("⟨A source⟩ ⟪said⟫ ⟦no⟧.", {}, id="one-is-grammar"),
        pytest.param("⟨authorities⟩ ⟪said⟫ ⟦no⟧.", {}, id="nothing"),
        pytest.param("⟨Senior government officials⟩ ⟪said⟫ ⟦no⟧.", {"described": "Senior government"}, id="described"),
        pytest.param(
            "⟨Ottawa sources directly familiar with the talks⟩ ⟪said⟫ ⟦no⟧.",
            {"described": "Ottawa", "knows": "directly familiar with the talks"},
            id="knows",
        ),
        pytest.param(
            "⟨Three people briefed on the plan⟩ ⟪said⟫ ⟦no⟧.",
            {"number": "Three", "knows": "briefed on the plan"},
            id="briefed",
        ),
        pytest.param(
            "⟨An aide, who asked not to be named because talks go on,⟩ ⟪said⟫ ⟦no⟧.",
            {"reason": "who asked not to be named because talks go on"},
            id="reason-in-the-source",
        ),
        pytest.param(
            "⟦No⟧, ⟨an aide⟩ ⟪said⟫ on condition of anonymity.",
            {"reason": "on condition of anonymity"},
            id="reason-behind",
        ),
        pytest.param("⟨An aide⟩ ⟪said⟫ ⟦Moreno spoke on condition of anonymity⟧.", {}, id="somebody-else's-reason"),
        pytest.param(
            "⟨One official⟩, speaking on condition of anonymity because of the talks, ⟪said⟫ ⟦no⟧.",
            {"reason": "speaking on condition of anonymity because of the talks"},
            id="reason-between",
        ),
        pytest.param(
            "⟨An official who was not authorized to speak publicly⟩ ⟪said⟫ ⟦no⟧.",
            {"reason": "who was not authorized to speak publicly"},
            id="not-authorised",
        ),
        pytest.param(
            "⟨Two people⟩ ⟪said⟫ ⟦it ends⟧. They asked not to be named because talks go on. It rained.",
            {"number": "Two", "reason": "asked not to be named because talks go on"},
            id="reason-in-the-next-sentence",
        ),
        pytest.param(
            "⟨An official⟩ ⟪said⟫ ⟦it ends⟧. The official was not authorized to speak publicly.",
            {"reason": "was not authorized to speak publicly"},
            id="reason-of-the-noun-again",
        ),
        pytest.param(
            "⟨Two people⟩ ⟪said⟫ ⟦it ends⟧. Moreno asked not to be named.", {"number": "Two"}, id="next-is-another"
        ),
    ],
)
def test_reads_what_the_text_gives_away(marked: str, expected: dict[str, str]) -> None:
    article, statements, _ = resolve(marked)
    anonymity = statements[0].anonymity
    assert anonymity is not None
    spans = {name: getattr(anonymity, name) for name in ("number", "described", "knows", "reason")}
    assert {name: article.at(span) for name, span in spans.items() if span} == expected


def test_a_named_speaker_has_no_anonymity() -> None:
    _, statements, _ = resolve("⟨Anna Moreno⟩ ⟪said⟫ ⟦no⟧.")
    assert statements[0].anonymity is None


def test_a_side_is_never_inferred() -> None:
    """Sources described as a capital's do not make its government speak or act."""
    _, statements, actors = resolve("⟨Ottawa sources⟩ ⟪said⟫ ⟦no⟧.")
    assert statements[0].speaker is not None
    assert statements[0].speaker.actor is None
    assert actors == ()
