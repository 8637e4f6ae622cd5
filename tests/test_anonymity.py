"""What the text gives away of a source without a name."""

import pytest

from tests.attributions import resolve


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "⟨Two US sources⟩ ⟪said⟫ ⟦no⟧.", {"number": "Two", "described": "US"}, id="number-and-side-in-words"
        ),
        pytest.param(
            "⟨16 percent of voters⟩ ⟪said⟫ ⟦no⟧.", {"number": "16 percent", "described": "voters"}, id="share"
        ),
        pytest.param(
            "⟨More than 30 aides⟩ ⟪said⟫ ⟦no⟧.", {"number": "More than 30", "described": "aides"}, id="more-than"
        ),
        pytest.param("⟨A second insider⟩ ⟪said⟫ ⟦no⟧.", {}, id="an-ordinal-is-no-kind"),
        pytest.param("⟨Directors and advisers⟩ ⟪said⟫ ⟦no⟧.", {"described": "Directors and advisers"}, id="two-nouns"),
        pytest.param(
            "⟨Democratic and independent analysts⟩ ⟪said⟫ ⟦no⟧.",
            {"described": "Democratic and independent analysts"},
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
            {"described": "aide", "reason": "who asked not to be named because talks go on"},
            id="reason-in-the-source",
        ),
        pytest.param(
            "⟦No⟧, ⟨an aide⟩ ⟪said⟫ on condition of anonymity.",
            {"described": "aide", "reason": "on condition of anonymity"},
            id="reason-behind",
        ),
        pytest.param(
            "⟨An aide⟩ ⟪said⟫ ⟦Moreno spoke on condition of anonymity⟧.",
            {"described": "aide"},
            id="somebody-else's-reason",
        ),
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
        pytest.param(
            "⟨Two dozen lawmakers⟩ ⟪said⟫ ⟦no⟧.", {"number": "Two dozen", "described": "lawmakers"}, id="two-dozen"
        ),
        pytest.param("⟨Other lawmakers⟩ ⟪said⟫ ⟦no⟧.", {"described": "lawmakers"}, id="the-noun-is-the-kind"),
        pytest.param("⟨Republicans⟩ ⟪said⟫ ⟦no⟧.", {"described": "Republicans"}, id="members-of-a-party"),
        pytest.param(
            "⟨Two aides⟩ ⟪said⟫ ⟦so⟧. ⟨They⟩ ⟪added⟫ ⟦it⟧.", {"number": "Two", "described": "aides"}, id="they"
        ),
        pytest.param("⟨settlers⟩ ⟪said⟫ ⟦no⟧.", {"described": "settlers"}, id="a-noun-of-no-list"),
        pytest.param("⟨Some others⟩ ⟪said⟫ ⟦no⟧.", {"number": "Some"}, id="others-are-no-kind"),
        pytest.param(
            "⟨Some members of Moreno's choir⟩ ⟪said⟫ ⟦no⟧.",
            {"number": "Some", "described": "members of Moreno's choir"},
            id="of-what",
        ),
        pytest.param(
            "⟨A worker at the port briefed on the plan⟩ ⟪said⟫ ⟦no⟧.",
            {"described": "worker at the port", "knows": "briefed on the plan"},
            id="kind-before-knowledge",
        ),
        pytest.param("⟨Aides to Klein, who left,⟩ ⟪said⟫ ⟦no⟧.", {"described": "Aides to Klein"}, id="no-clause"),
        pytest.param(
            "⟨officials at the port⟩ ⟪said⟫ ⟦no⟧.", {"described": "officials at the port"}, id="where-they-are"
        ),
    ],
)
def test_reads_what_the_text_gives_away(marked: str, expected: dict[str, str]) -> None:
    article, statements, _ = resolve(marked)
    anonymity = statements[-1].anonymity
    assert anonymity is not None
    spans = {name: getattr(anonymity, name) for name in ("number", "described", "knows", "reason")}
    assert {name: article.at(span) for name, span in spans.items() if span} == expected


ALL = "spoke on the condition of anonymity as nothing was final"


@pytest.mark.parametrize(
    ("marked", "reasons"),
    [
        pytest.param(
            f"⟨People close to it⟩ ⟪said⟫ ⟦so⟧.\n\n⟨Two of the people⟩ ⟪said⟫ ⟦so⟧. It rained.\n\nThey all {ALL}.",
            [ALL, ALL],
            id="they-all",
        ),
        pytest.param(f"⟨Two people⟩ ⟪said⟫ ⟦it ended⟧.\n\nIt rained.\n\nThe people {ALL}.", [ALL], id="the-noun-again"),
        pytest.param(f"⟨Two aides⟩ ⟪said⟫ ⟦it ended⟧. It rained. All of the aides {ALL}.", [ALL], id="all-of-the"),
        pytest.param(f"The officials {ALL}. It rained.\n\n⟨Officials⟩ ⟪said⟫ ⟦it ended⟧.", [ALL], id="said-before"),
        pytest.param(f"⟨Two people⟩ ⟪said⟫ ⟦it ended⟧.\n\nIt rained.\n\nThe aides {ALL}.", [None], id="another-noun"),
        pytest.param(
            f"⟨Port officials⟩ ⟪said⟫ ⟦it ended⟧. ⟨Rail officials⟩ ⟪said⟫ ⟦it began⟧. It rained. The officials {ALL}.",
            [None, None],
            id="officials-of-two-kinds",
        ),
        pytest.param(f"⟨An aide⟩ ⟪said⟫ ⟦it ended⟧. It rained. They {ALL}.", [None], id="a-singular-is-not-all"),
        pytest.param(
            f"⟨Two aides⟩ ⟪said⟫ ⟦it ended⟧.\n\nIt rained.\n\nIt snowed. They {ALL}.", [None], id="they-too-far"
        ),
        pytest.param(f"⟨Two aides⟩ ⟪said⟫ ⟦it ended⟧. Moreno {ALL}.", [None], id="a-new-source"),
        pytest.param(
            f"⟨Two aides⟩ ⟪said⟫ ⟦it ended⟧. It rained.\n\n⟦The aides {ALL}⟧, ⟨Moreno⟩ ⟪said⟫.",
            [None, None],
            id="somebody's-words",
        ),
    ],
)
def test_reads_why_none_of_them_is_named(marked: str, reasons: list[str | None]) -> None:
    article, statements, _ = resolve(marked)
    told = [statement.anonymity.reason if statement.anonymity else None for statement in statements]
    assert [reason and article.at(reason) for reason in told] == reasons


def test_a_named_speaker_has_no_anonymity() -> None:
    _, statements, _ = resolve("⟨Anna Moreno⟩ ⟪said⟫ ⟦no⟧.")
    assert statements[0].anonymity is None


def test_a_side_is_never_inferred() -> None:
    """Sources described as a capital's do not make its government speak or act."""
    _, statements, actors = resolve("⟨Ottawa sources⟩ ⟪said⟫ ⟦no⟧.")
    assert statements[0].speaker is not None
    assert statements[0].speaker.actor is None
    assert actors == ()
