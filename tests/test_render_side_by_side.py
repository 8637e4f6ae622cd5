"""Side by side: each wording once, what differs marked on every side, what is missing said in place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Annotated, Kinship, Relation, Rights, WordingChange
from generator.render.contrast import contrast
from generator.render.lookup import Lookup
from generator.render.side_by_side import side_by_side_page
from tests.drawing import draw, unmark
from tests.telling import in_language, make_version, place, reading, tell


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(("the tax stays", "the tax stays"), id="same"),
        pytest.param(("a ⟦secure⟧ and reliable net", "a ⟦safe⟧ and reliable net"), id="swapped"),
        pytest.param(("we ⟦will not⟧ yield to anyone", "we yield to anyone"), id="one-side-only"),
        pytest.param(("⟦We shall⟧ go home today", "⟦They may⟧ go home today"), id="neighbours-are-one-stretch"),
        pytest.param(("The “tax” – stays.", 'the "tax" - stays'), id="case-quotes-dashes-and-stops-do-not-count"),
        pytest.param(("it stays ⟦now⟧", "it stays ⟦today⟧", "it stays ⟦here⟧"), id="three"),
        pytest.param(("it stays ⟦now⟧", "it stays", "it stays ⟦here now⟧"), id="a-word-that-one-lacks-is-marked"),
        pytest.param(("alpha beta gamma", "one two three"), id="few-in-common-marks-nothing"),
    ],
)
def test_marks_words_that_are_not_in_every_wording(drawn: tuple[str, ...]) -> None:
    texts, expected = zip(*map(unmark, drawn), strict=True)
    versions = [make_version(text, letter=letter) for text, letter in zip(texts, "abc", strict=False)]
    found = contrast(Lookup(tell(*versions)), [[place(version, 1)] for version in versions])
    shown = [draw(text, ("⟦⟧", list(spans[0]))) for text, spans in zip(texts, found.differing, strict=True)]
    assert shown == list(drawn)
    assert [list(spans[0]) for spans in found.differing] == list(expected)
    assert all(found.apart) is any(found.apart) is (drawn[0] == "alpha beta gamma")


A = make_version("Taxes will rise on Monday.\n\nThe mayor agreed.\n\nIt rained.")
B = make_version("Taxes will rise on Friday.\n\nThe mayor agreed.", letter="b")
C = make_version("The mayor agreed.", letter="c")


def page(*versions: Annotated, **told: object) -> str:
    made = side_by_side_page(Lookup(tell(*versions, **told)))  # type: ignore[arg-type]
    assert made is not None
    return made.text


@pytest.mark.parametrize("versions", [(), (A,)], ids=["none", "one"])
def test_nothing_to_set_side_by_side(versions: tuple[Annotated, ...]) -> None:
    assert side_by_side_page(Lookup(tell(*versions))) is None


def test_two_versions_stand_in_two_columns_as_equals() -> None:
    text = page(A, B, same=[{"a": 1, "b": 1}, {"a": 2, "b": 2}])
    assert 'Taxes will rise on <b class="tt-differs">Monday</b>.' in text
    assert 'Taxes will rise on <b class="tt-differs">Friday</b>.' in text
    assert text.count("The mayor agreed.") == 1, "a shared wording stands once"
    assert text.count("tt-side-both") == 1
    assert "A ¶2 B ¶2 The mayor agreed." in reading(text)
    assert "found in one version only A ¶3 It rained. Not found in this copy of B" in reading(text)
    assert "<del" not in text
    assert "<ins" not in text


def test_three_versions_have_each_wording_once_with_its_letters() -> None:
    text = page(A, B, C, same=[{"a": 1, "b": 1}, {"a": 2, "b": 2, "c": 1}])
    assert "tt-pair" not in text
    assert "A ¶2 B ¶2 C ¶1 The mayor agreed." in reading(text)
    assert "Not found in these copies: B C" in reading(text)
    assert text.count("Not found in this copy of") == 1


def apart(*versions: Annotated) -> list[Kinship]:
    return [replace(kinship, relation=Relation.APART) for kinship in tell(*versions).comparison.kinship]


def test_versions_that_share_little_are_told_so_once() -> None:
    assert "no counterpart" not in reading(page(A, B, same=[{"a": 1, "b": 1}]))
    told = reading(page(A, B, same=[{"a": 1, "b": 1}], kinship=apart(A, B)))
    assert (
        told.count("The rules found no counterpart in another version for 3 of the 5 sentences of these versions.") == 1
    )
    told = reading(page(B, C, kinship=apart(B, C)))
    assert "The rules found no counterpart in another version for any of the 3 sentences of these versions." in told


def test_a_version_that_shares_little_is_named_among_others_that_go_along() -> None:
    kinship = [
        pair if "c" not in (pair.left, pair.right) else apart(A, C)[0] for pair in tell(A, B, C).comparison.kinship
    ]
    kinship = [replace(pair, relation=Relation.APART) if pair.right == "c" else pair for pair in kinship]
    told = reading(page(A, B, C, kinship=kinship))
    assert "for the only sentence of C. C tells the story mostly in sentences of its own." in told


def test_sentences_in_a_row_that_one_version_has_share_a_block_and_fold_from_three_on() -> None:
    long_one = make_version("Taxes will rise on Monday.\n\nIt rained.\n\nIt was cold.\n\nIt was dark.")
    text = page(long_one, B, same=[{"a": 1, "b": 1}])
    assert "2–4 found in one version only 3 sentences of A A ¶2 It rained. A ¶3 It was cold. A ¶4" in reading(text)
    assert text.count("<details") == text.count("open data-tt-fold") == 1, "open without a script, and in print"
    assert [f'id="row-{n}"' in text for n in range(1, 7)] == [True] * 5 + [False], "a link to a sentence lasts"
    assert "<details" not in page(A, B, same=[{"a": 1, "b": 1}])


def test_a_version_in_another_language_is_not_said_to_lack_anything() -> None:
    german = in_language(make_version("Es regnete.", letter="c"), "de")
    told = reading(page(A, B, german, same=[{"a": 1, "b": 1}]))
    assert "A and B are in English and C is in German. Nothing is translated here" in told
    assert "not compared: no other version is in this language C ¶1 Es regnete." in told
    assert "found in one version of its language only 2 sentences" not in told
    assert "Not found in this copy of B" in told
    assert "these copies" not in told
    assert "Not found" not in reading(page(A, german))


def test_rows_can_be_narrowed_where_they_are_not_all_alike() -> None:
    text = page(A, B, same=[{"a": 1, "b": 1}, {"a": 2, "b": 2}])
    for name in ("all", "reworded", "same", "single"):
        assert f'id="tt-show-{name}"' in text
    assert text.count('class="tt-side tt-is-reworded"') == 1
    assert "tt-filter" not in page(A, B)


def test_a_wording_like_no_other_leaves_the_others_their_marks() -> None:
    retold = make_version("Citizens face higher bills.", letter="c")
    text = page(A, B, retold, same=[{"a": 1, "b": 1, "c": 1}])
    assert text.count('<b class="tt-differs">') == 1 + 2
    assert "C: few words in common with the others, nothing is marked there." in reading(text)
    assert "Few words in common: nothing is marked." in page(A, retold, same=[{"a": 1, "c": 1}])


def test_a_quotation_is_compared_where_the_sentences_around_it_are_not_alike() -> None:
    left = make_version("Asked on Sunday about the new levy, ⟨Jane Roe⟩ replied: ⟦“we will go on”⟧.")
    right = make_version("⟦“we will stop”⟧ was what ⟨Jane Roe⟩ told the press at a rally in Bonn.", letter="b")
    wordings = [({"a": 1, "b": 1}, (WordingChange.SWAPPED,))]
    text = page(left, right, same=[{"a": 1, "b": 1}], wordings=wordings)
    assert '“we will go <b class="tt-differs">on</b>”' in text
    assert '“we will <b class="tt-differs">stop</b>”' in text
    assert "Few words in common: only words of the quotation are marked." in reading(text)


def test_a_quotation_that_two_copies_share_is_marked_in_both() -> None:
    left = make_version("Asked on Sunday about the new levy, ⟨Jane Roe⟩ replied: ⟦“we will go on”⟧.")
    right = make_version("⟦“we will stop”⟧ was what ⟨Jane Roe⟩ told the press at a rally in Bonn.", letter="b")
    third = make_version("Nobody at all could be found to doubt that ⟨Jane Roe⟩ meant ⟦“we will stop”⟧.", letter="c")
    wordings = [({"a": 1, "b": 1, "c": 1}, (WordingChange.SWAPPED,))]
    text = page(left, right, third, same=[{"a": 1, "b": 1, "c": 1}], wordings=wordings)
    assert text.count('“we will <b class="tt-differs">stop</b>”') == 2


def test_two_empty_versions_make_a_page() -> None:
    text = page(make_version(""), make_version("", letter="b"))
    assert "No sentence was found in these versions." in text
    assert "<ol" not in text


def test_a_passage_that_is_two_sentences_elsewhere_stands_whole() -> None:
    one = make_version("It rained and the wind blew hard.", letter="b")
    two = make_version("It rained.\n\nThe wind blew hard.")
    told = tell(two, one, same=[{"a": 1, "b": 1}])
    passage, second = told.comparison.passages
    joined = replace(passage, places=tuple(sorted((*passage.places, *second.places))))
    made = side_by_side_page(Lookup(replace(told, comparison=replace(told.comparison, passages=(joined,)))))
    assert made is not None
    assert "A ¶1 ¶2 It rained. The wind blew hard. B ¶1 It rained and the wind blew hard." in reading(made)


def test_an_excerpt_shows_no_withheld_word() -> None:
    details = replace(A.article.seed.details, rights=Rights.EXCERPT)
    secret = replace(A, article=replace(A.article, seed=replace(A.article.seed, details=details)))
    text = page(secret, B, same=[{"a": 1, "b": 1}])
    assert "Monday" not in text
    assert "[5 words withheld]" in reading(text)


def test_article_text_stays_text() -> None:
    nasty = make_version("{{ x }} <script>y</script> </div> [x](javascript:z) ***w*** | a |")
    text = page(nasty, B)
    assert "<script" not in text
    assert "{{" not in text
    assert "&lt;script&gt;y&lt;/script&gt; &lt;/div&gt;" in text
