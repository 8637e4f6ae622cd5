"""Which sentences of the versions say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate import annotate
from generator.clean import clean
from generator.compare.passages import find_passages
from generator.model import EDITOR, Anchor, Annotated, Block, BlockKind, Likeness, Match, Passage, Place
from generator.read import read_story
from tests.versions import dated, make_version, named, said

ROOT = Path(__file__).parents[1]

HARBOUR = """The harbour of Lindau will close for repairs until spring, the mayor said on Tuesday.
Ferries to Bregenz are to sail from a temporary pier near the old lighthouse.
"We simply cannot wait for another winter storm to break the quay," she told the council."""
REWORDED = """Ferries to Bregenz will leave from a provisional pier beside the old lighthouse.
Nobody asked the fishermen, a spokeswoman of their guild complained.
Lindau's harbour is to be closed for repairs until spring, said the mayor."""
FOREIGN = """Der Hafen bleibt bis zum Frühjahr geschlossen.
Die Fähren legen an anderer Stelle ab."""


def drawn(passages: Sequence[Passage], *versions: Annotated) -> list[str]:
    """One row a passage: the version and the number of the line."""
    lines = {Place(v.id, span): f"{v.id}{number}" for v in versions for number, span in enumerate(v.sentences, start=1)}
    return [" ".join(lines[place] for place in passage.places) for passage in passages]


def match(*texts: str, matches: Sequence[Match] = ()) -> list[str]:
    versions = [make_version(text, id="abcdefghijklm"[number]) for number, text in enumerate(texts)]
    return drawn(list(find_passages(versions, matches)), *versions)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([], [], id="no-version"),
        pytest.param([""], [], id="an-empty-version"),
        pytest.param(["", ""], [], id="two-empty-versions"),
        pytest.param(["One line."], ["a1"], id="one-version"),
        pytest.param(["Same line here.", "Same line here."], ["a1 b1"], id="one-sentence-each"),
        pytest.param([HARBOUR, REWORDED], ["a1 b3", "a2 b1", "b2", "a3"], id="reworded-and-moved"),
        pytest.param([HARBOUR, FOREIGN], ["a1", "b1", "b2", "a2", "a3"], id="another-language-is-not-matched"),
        pytest.param(
            [HARBOUR, REWORDED, HARBOUR.upper()], ["a1 b3 c1", "a2 b1 c2", "b2", "a3 c3"], id="three-versions-and-case"
        ),
        pytest.param(
            ["The mayor opened the new bridge over the Rhine.", "The mayor opened the new school by the station."],
            ["a1", "b1"],
            id="the-same-frame-around-another-thing",
        ),
        pytest.param(["Who are you?", "How are you?"], ["a1", "b1"], id="short-and-nearly-alike"),
    ],
)
def test_matches_passages(texts: list[str], expected: list[str]) -> None:
    assert match(*texts) == expected


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param(
            "The club said it hoped to name a coach before the match against Linford on 25 May.",
            "Tickets for the match against Linford on 25 May remain on sale at the club shop.",
            False,
            id="a-match-and-its-day",
        ),
        pytest.param(
            "The club hopes to win the match against Linford on 25 May.",
            "They hope to win the match against Linford on 25 May.",
            True,
            id="most-of-what-is-told",
        ),
        pytest.param(
            "Ann Reed took over last season and led Rovers to fifth place.",
            "Nobody here will forget last season's fifth place.",
            False,
            id="a-season-and-a-place",
        ),
        pytest.param(
            "There is nothing more to read out from the meeting, but lines of communication remain open.",
            "Both offices sent out statements afterwards that said the lines of communication remain open.",
            True,
            id="one-stretch",
        ),
        pytest.param(
            "Two people familiar with the talks said the price was about £14 million.",
            "Sources said the ground would fetch about £14 million.",
            True,
            id="a-number",
        ),
        pytest.param(
            "The trial opened before Harbour Judge Ann Reed in Lindau with a long list of witnesses from the quay.",
            "He lost his appeal for a new boat before Harbour Judge Ann Reed in Lindau.",
            False,
            id="a-judge",
        ),
        pytest.param(
            "Bob Stone, 46, is married to Ann Reed, of the Carla Dunn Trust.",
            "He spoke of the toll that the week took on Ann Reed of the Carla Dunn Trust.",
            False,
            id="names-only",
        ),
    ],
)
def test_a_setting_that_two_share_is_no_match(left: str, right: str, same: bool) -> None:
    versions = []
    for id_, text in (("a", left), ("b", right)):
        people = [
            named(text, name) for name in ("Ann Reed", "Bob Stone", "Carla Dunn Trust", "Linford") if name in text
        ]
        times = [dated(text, words) for words in ("25 May",) if words in text]
        versions.append(make_version(text, id=id_, actors=people, times=times))
    assert (len(list(find_passages(versions))) == 1) is same


def test_one_sentence_may_take_two_of_another_version() -> None:
    whole = (
        "The bakery on Corn Street baked its last loaf on Sunday, and the widow of its founder handed the sourdough "
        "starter to the village school.\nThe school thanked her."
    )
    halves = (
        "The bakery on Corn Street baked its last loaf on Sunday.\n"
        "The widow of its founder handed the sourdough starter to the village school.\nNobody wept."
    )
    assert match(whole, halves) == ["a1 b1 b2", "b3", "a2"]


def test_the_same_speaker_saying_two_things_is_no_match() -> None:
    source, cue = (
        "Legislative policy director David Certner of the pensioners' league",
        "told the council in a statement",
    )
    contents = ["nobody was ever asked.", "benefits must rise."]
    texts = [f"{source} {cue}: {content}" for content in contents]
    marked = [
        make_version(text, id=name, statements=[said(text, content, source=source, cue=cue)])
        for name, text, content in zip("ab", texts, contents, strict=True)
    ]
    assert drawn(list(find_passages(marked)), *marked) == ["a1", "b1"]
    assert match(*texts) == ["a1 b1"], "without the marks the frame alone would match"


def test_weak_links_do_not_chain_everything_into_one() -> None:
    """Each neighbour shares half its words with the next; the first and the last share none."""
    words = [f"w{number:03}word" for number in range(200)]
    texts = [" ".join(words[start : start + 12]) + "." for start in range(0, 60, 6)]
    passages = match(*texts)
    assert max(len(row.split()) for row in passages) <= 3


def test_likeness_says_whether_the_words_are_the_same() -> None:
    versions = [make_version(HARBOUR, id="a"), make_version(HARBOUR.replace('"', "”"), id="b")]
    assert {passage.likeness for passage in find_passages(versions)} == {Likeness.SAME}
    versions[1] = make_version(REWORDED, id="b")
    assert [p.likeness.name for p in find_passages(versions)] == ["REWORDED", "REWORDED", "SINGLE", "SINGLE"]


def headed(text: str, id: str) -> Annotated:  # noqa: A002
    """A version whose first paragraph is its headline."""
    version = make_version(text, id=id)
    head, *rest = version.article.blocks
    blocks = (Block(BlockKind.HEADLINE, head.span), *rest)
    return replace(version, article=replace(version.article, blocks=blocks))


def test_headlines_match_headlines_only() -> None:
    head = "Harbour of Lindau closes for winter repairs"
    versions = [headed(f"{head}\n\nNobody came.", "a"), headed(f"{head}\n\n{head}.", "b")]
    assert drawn(list(find_passages(versions)), *versions) == ["a1 b1", "b2", "a2"]
    versions[1] = headed(f"All boats leave\n\n{head}.", "b")
    assert not any(" " in row for row in drawn(list(find_passages(versions)), *versions))


def anchor(version: str, quote: str) -> Anchor:
    return Anchor(version=version, quote=quote)


def test_the_editor_joins_passages() -> None:
    joined = Match(left=anchor("a", "We simply cannot wait"), right=anchor("b", "Nobody asked the fishermen"))
    assert match(HARBOUR, REWORDED, matches=[joined]) == ["a1 b3", "a2 b1", "a3 b2"]
    versions = [make_version(HARBOUR, id="a"), make_version(REWORDED, id="b")]
    assert [p.rule == EDITOR for p in find_passages(versions, [joined])] == [False, False, True]


def test_what_the_editor_parts_is_not_joined_by_way_of_a_third_version() -> None:
    parted = Match(left=anchor("a", "Ferries to Bregenz"), right=anchor("c", "Ferries to Bregenz"), same=False)
    rows = match(HARBOUR, REWORDED, HARBOUR, matches=[parted])
    assert not any("a2" in row.split() and "c2" in row.split() for row in rows)


def test_a_lost_anchor_of_a_match_is_no_silence() -> None:
    lost = Match(left=anchor("a", "The airport"), right=anchor("b", "Nobody asked"))
    with pytest.raises(LookupError):
        match(HARBOUR, REWORDED, matches=[lost])


@given(
    texts=st.lists(
        st.lists(
            st.lists(
                st.sampled_from(["harbour", "ferry", "mayor", "pier", "storm", "the", "of", "7"]),
                min_size=1,
                max_size=8,
            ),
            max_size=6,
        ),
        max_size=4,
    )
)
def test_every_sentence_stands_in_exactly_one_passage(texts: list[list[list[str]]]) -> None:
    drawn_texts = ["\n".join(" ".join(words) + "." for words in lines) for lines in texts]
    versions = [make_version(text, id="abcd"[number]) for number, text in enumerate(drawn_texts)]
    passages = list(find_passages(versions))
    places = [place for passage in passages for place in passage.places]
    assert sorted(places) == sorted(Place(v.id, span) for v in versions for span in v.sentences)
    for passage in passages:
        counts = [sum(place.version == v.id for place in passage.places) for v in versions]
        assert max(counts) <= 2
        alone = Likeness.SINGLE if len(versions) > 1 else Likeness.UNCOMPARED
        assert (passage.likeness is alone) == (sum(map(bool, counts)) == 1)


def test_languages_are_never_compared() -> None:
    """Not even a line of names, which has the same words in both."""
    names = "Ines Calder, Tom Oduya, Harrow Vale."
    versions = [make_version(names, id="a"), make_version(names, id="b", language="de")]
    assert [passage.likeness for passage in find_passages(versions)] == [Likeness.UNCOMPARED] * 2
    third = make_version(names, id="c", language="de-AT")
    assert [passage.likeness for passage in find_passages([*versions, third])] == [Likeness.UNCOMPARED, Likeness.SAME]


def test_the_seed_story() -> None:
    """Issue: reworded sentences match, and what one copy alone has stays alone."""
    story = read_story(ROOT / "seeds" / "huawei-canada-5g", ROOT)
    versions = [annotate(clean(seed)) for seed in story.seeds]
    rows = drawn(list(find_passages(versions)), *versions)
    assert [row for row in rows if " " in row] == ["a2 b3", "a3 b4", "a4 b9", "a5 b2", "a6 b10"]
