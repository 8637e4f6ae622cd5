"""No sentence is found in one version only whose quotation stands compared beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.compare import compare
from generator.model import Anchor, Annotated, Likeness, Match, StoryFile
from tests.drawing import unmark
from tests.versions import make_story, make_version, named, said


def version(id_: str, drawn: str) -> Annotated:
    """Brackets draw what Ann Reed says, if anything."""
    text, quotations = unmark(drawn)
    if not quotations:
        return make_version(text, id=id_)
    first = text[quotations[0].start : quotations[0].end]
    statement = replace(said(text, first, "Ann Reed", actor="ann-reed"), content=tuple(quotations))
    return make_version(text, id=id_, statements=[statement], actors=[named(text, "Ann Reed")])


def rows(*drawn: str, matches: Sequence[Match] = ()) -> list[str]:
    """One row a passage: the versions that have it; in brackets where only one does."""
    versions = [version(id_, text) for id_, text in zip("abc", drawn, strict=False)]
    passages = compare(versions, make_story(StoryFile(matches=tuple(matches)))).passages
    return [
        "".join(place.version for place in passage.places) + "!" * (passage.likeness is Likeness.SINGLE)
        for passage in passages
    ]


LONG = (
    "Ann Reed stood on the steps in the rain and told the crowd of fishermen, her voice hoarse: ⟦“Well, which is it?”⟧"
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("⟦“Well, which is it?”⟧ Ann Reed asked.", LONG, ["ab"], id="a-short-quotation"),
        pytest.param(
            "⟦“The quay is closed to all boats until May. We had no choice in it,”⟧ Ann Reed said.",
            "⟦“The quay is closed to all boats until May.\nWe are sorry. We had no choice in it,”⟧ said Ann Reed.",
            ["abb"],
            id="the-rest-in-the-next-sentence",
        ),
        pytest.param(
            "⟦“The quay is closed to all boats until May,”⟧ Ann Reed said.",
            "⟦“The quay is closed to all boats until May.\nThe wind took the roof away,”⟧ said Ann Reed.",
            ["ab", "b!"],
            id="a-sentence-of-its-own",
        ),
        pytest.param(
            "⟦“Nobody asked the fishermen about it,”⟧ Ann Reed said.",
            "On the quay they sang, “We are here. Nobody asked the fishermen about it! Go home.”",
            ["ab"],
            id="within-a-quotation-that-nobody-is-credited-with",
        ),
        pytest.param(
            "⟦“Hardly,”⟧ Ann Reed said.", 'Then came one word from her: "Hardly."', ["ab"], id="one-word-whole"
        ),
        pytest.param(
            "⟦“Nobody asked the fishermen,”⟧ Ann Reed said.",
            "The band sang that “nobody asked the fishermen” as the rain fell.",
            ["a!", "b!"],
            id="four-words-within-a-sentence",
        ),
        pytest.param(
            "Ann Reed called it a ⟦“regime”⟧ of rain.",
            "The band sang of a “regime” for an hour.",
            ["a!", "b!"],
            id="a-label",
        ),
    ],
)
def test_a_sentence_stands_beside_its_quotation(left: str, right: str, expected: list[str]) -> None:
    assert rows(left, right) == expected


def test_what_the_editor_keeps_apart_stays_apart() -> None:
    left = "⟦“Well, which is it?”⟧ Ann Reed asked."
    apart = Match(
        left=Anchor(version="a", quote="which is it"), right=Anchor(version="b", quote="which is it"), same=False
    )
    assert rows(left, LONG, matches=[apart]) == ["a!", "b!"]
