"""The same quotation as it stands in each version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from generator.compare.alignment import align, common_words, differing_words
from generator.compare.cues import reporting_verb
from generator.compare.profiles import find_profiles
from generator.compare.telling import find_tellings
from generator.compare.wordings import find_wordings
from generator.compare.words import find_words
from generator.model import Annotated, Naming, Span, Speaker, Wording, WordingChange
from tests.drawing import draw, make_article, unmark
from tests.versions import lined_up, make_version, named, said


def wordings_of(*versions: Annotated, apart: bool = False) -> list[Wording]:
    """`apart`: no passage of one version matches one of another."""
    alone = (replace(passage, id=f"{v.id}{passage.id}") for v in versions for passage in lined_up(v))
    passages = tuple(alone) if apart else lined_up(*versions)
    profiles = tuple(find_profiles(versions, {}))
    return list(find_wordings(versions, passages, profiles, find_tellings(versions, passages, profiles)))


def telling(text: str, content: str, speaker: str | None = "Ann Reed", *, id: str = "a", **details: Any) -> Annotated:  # noqa: A002
    actors = [named(text, speaker)] if speaker and speaker in text else []
    key = actors[0].key if actors else None
    statement = said(text, content, speaker, actor=key, **details)
    return make_version(text, id=id, statements=[statement], actors=actors)


def two(left: str, right: str, *, apart: bool = False) -> list[Wording]:
    """Two versions in which Ann Reed says `left` and `right`."""
    versions = [telling(f"{quote} Ann Reed said.", quote, id=id_) for id_, quote in (("a", left), ("b", right))]
    return wordings_of(*versions, apart=apart)


@pytest.mark.parametrize(
    ("left", "right", "changes"),
    [
        pytest.param(
            "“We will not be moved by any threat,”", "“We will not be moved by any threat,”", "IDENTICAL", id="same"
        ),
        pytest.param(
            "“We will not be moved by any threat,”",
            '"We will not be moved by any threat."',
            "IDENTICAL",
            id="marks-and-last-stop",
        ),
        pytest.param("“We will — not — be moved”", "“We will - not - be moved”", "IDENTICAL", id="dashes"),
        pytest.param("“We will not, ever, be moved”", "“We will not ever be moved”", "PUNCTUATION", id="commas"),
        pytest.param("“We will not be moved by any threat”", "“We will not be moved”", "CUT", id="end-cut"),
        pytest.param("“Friends, we will not be moved today”", "“we will not be moved”", "CUT", id="cut-twice"),
        pytest.param("“We will not be moved by threats”", "“We will be moved by threats”", "INSERTED", id="not"),
        pytest.param(
            "“The results of the month left no choice”",
            "“The shameful results of the month left no choice at all”",
            "INSERTED",
            id="a-word-more-in-the-midst",
        ),
        pytest.param(
            "“We will not go. It is late. We will be back”",
            "“We will not go. We will be back”",
            "INSERTED",
            id="sentence",
        ),
        pytest.param(
            "“They [the owners] will not be moved by threats”",
            "“They will not be moved by threats”",
            "CUT",
            id="brackets",
        ),
        pytest.param(
            "“We will, whatever they say, not be moved”", "“We will … not be moved”", "ELLIPSIS", id="ellipsis"
        ),
        pytest.param(
            "“We will, whatever they say, not be moved”", "“We will [...] not be moved”", "ELLIPSIS", id="bracketed"
        ),
        pytest.param(
            "“We won't get bullied by any other town”",
            "“We will not be intimidated by any other town”",
            "SWAPPED",
            id="swapped",
        ),
        pytest.param("“It is late. We will not be moved”", "“We will not be moved. Go home”", "CUT", id="other-ends"),
        pytest.param("“We will not be moved now.”", "“We will not be moved soon.”", "SWAPPED", id="last-word"),
        pytest.param("“We will be moved. Go home.”", "“We will be moved by threats.”", "SWAPPED", id="one-goes-on"),
        pytest.param(
            "“Go now. We will not be moved”", "“Dear all! We will not be moved”", "CUT", id="other-sentences-before"
        ),
        pytest.param(
            "“We will surely not be moved”", "“We will not ever be moved”", "SWAPPED", id="words-missing-on-both-sides"
        ),
        pytest.param(
            "“a part of regular talks with the town”",
            "“part of regular chats with the town”",
            "SWAPPED",
            id="swapped-and-cut",
        ),
    ],
)
def test_names_the_change(left: str, right: str, changes: str) -> None:
    (wording,) = two(left, right)
    assert [change.name for change in wording.changes] == [changes]
    assert len(wording.variants) == (1 if changes == "IDENTICAL" else 2)
    assert wording.profile == "ann-reed"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "“importance of a ⟦secure⟧ and reliable infrastructure”",
            "“importance of a ⟦safe⟧ and reliable infrastructure”",
            id="one-word",
        ),
        pytest.param(
            "“⟦a⟧ part of regular and ongoing ⟦conversations⟧ with the city ⟦regarding⟧ security”",
            "“part of regular and ongoing ⟦discussions⟧ with the city ⟦on⟧ security”",
            id="three-words",
        ),
        pytest.param(
            "“⟦won't get bullied⟧ by any other jurisdiction”",
            "“⟦will not be intimidated⟧ by any other jurisdiction”",
            id="stretch-at-the-start",
        ),
        pytest.param("“We will not be moved ⟦by any threat⟧”", "“We will not be moved”", id="cut"),
        pytest.param("“We will not be moved”", "“We will not be moved”", id="same"),
        pytest.param(
            "“⟦I have not broken any laws.⟧ I have not violated any I.R.S. rules ⟦or⟧ regulations”".replace(".⟧", "⟧."),
            "“I have not violated any IRS rules ⟦and⟧ regulations”",
            id="the-sentence-that-goes-on-alike",
        ),
    ],
)
def test_marks_whole_words_that_differ(left: str, right: str) -> None:
    quotes = [unmark(drawn)[0] for drawn in (left, right)]
    (wording,) = two(*quotes)
    drawn = [
        draw(quote, ("⟦⟧", list(variant.differing))) for quote, variant in zip(quotes, wording.variants, strict=False)
    ]
    assert drawn == [left, right][: len(drawn)]


def test_three_versions_are_compared_as_equals() -> None:
    quotes = [
        "“We won't get bullied by any other jurisdiction”",
        "“We will not be intimidated by any other jurisdiction”",
        "“We won't get bullied by any other jurisdictions”",
    ]
    versions = [telling(f"{quote} Ann Reed said.", quote, id=id_) for id_, quote in zip("abc", quotes, strict=True)]
    (wording,) = wordings_of(*versions)
    words = [
        [v.article.at(span) for span in variant.differing]
        for variant, v in zip(wording.variants, versions, strict=True)
    ]
    assert words == [
        ["won't get bullied", "jurisdiction"],
        ["will not be intimidated", "jurisdiction"],
        ["won't get bullied", "jurisdictions"],
    ]


def test_versions_that_agree_share_a_variant() -> None:
    quotes = ["“The quay is safe for now”", "“The quay is secure for now”", '"The quay is safe for now."']
    versions = [telling(f"{quote} Ann Reed said.", quote, id=id_) for id_, quote in zip("abc", quotes, strict=True)]
    (wording,) = wordings_of(*versions)
    assert [[place.version for place in variant.places] for variant in wording.variants] == [["a", "c"], ["b"]]


@pytest.mark.parametrize(
    ("left", "right", "changes", "pieces"),
    [
        pytest.param(
            "⟦“If you keep the ledger late, you keep no ledger,”⟧ Ann Reed said.",
            "⟦“If you keep the ledger late,”⟧ Ann Reed said, ⟦“you keep no ledger.”⟧",
            {WordingChange.PUNCTUATION},
            [1, 2],
            id="a-cue-in-the-midst",
        ),
        pytest.param(
            "⟦“If you keep the ledger late, you keep no ledger,”⟧ Ann Reed said.",
            "⟦“If you keep the ledger late,”⟧ Ann Reed said, ⟦“you keep no book.”⟧",
            {WordingChange.SWAPPED},
            [1, 2],
            id="other-words-behind-the-cue",
        ),
        pytest.param(
            "⟦“The quay is closed to all. It stays closed until May,”⟧ Ann Reed said.",
            "⟦“The quay is closed to all,”⟧ Ann Reed said. ⟦“It really stays closed until May.”⟧",
            {WordingChange.INSERTED},
            [1, 2],
            id="a-word-more-behind-the-cue",
        ),
        pytest.param(
            "⟦“If you keep the ledger late, you keep no ledger,”⟧ Ann Reed said.",
            "⟦“If you keep the ledger late,”⟧ Ann Reed said. ⟦“Go home now.”⟧",
            {WordingChange.CUT},
            [1, 1],
            id="another-thing-behind-the-cue",
        ),
        pytest.param(
            "⟦“The quay is closed to all. It stays closed until May,”⟧ Ann Reed said.",
            "⟦“The quay is closed to all,”⟧ Ann Reed said, and then the harbour band played for an hour in the rain "
            "while the boats went by. ⟦“It stays closed until May.”⟧",
            {WordingChange.CUT},
            [1, 1],
            id="much-between",
        ),
    ],
)
def test_reads_on_behind_the_cue(left: str, right: str, changes: set[WordingChange], pieces: list[int]) -> None:
    versions = []
    for id_, drawn in (("a", left), ("b", right)):
        text, quotations = unmark(drawn)
        statement = replace(
            said(text, text[quotations[0].start : quotations[0].end], "Ann Reed"), content=tuple(quotations)
        )
        statement = replace(statement, speaker=Speaker("Ann Reed", Naming.NAMED, "ann-reed"))
        versions.append(make_version(text, id=id_, statements=[statement], actors=[named(text, "Ann Reed")]))
    wording = wordings_of(*versions)[0]
    assert set(wording.changes) == changes
    assert [len(variant.pieces[0]) for variant in wording.variants] == pieces
    cue = versions[1].article.text.index("Ann Reed")
    assert all(not span.holds(Span(cue, cue + 3)) for span in wording.variants[1].differing)


@pytest.mark.parametrize(
    ("other", "speaker", "pieces"),
    [
        pytest.param("“The quay is closed to all,”", None, 2, id="every-word"),
        pytest.param("“The quay is closed to most,”", None, 1, id="another-word"),
        pytest.param("“The quay is closed to all,”", "Bob Stone", 1, id="another-speaker"),
    ],
)
def test_reads_on_into_what_no_sure_statement_holds(other: str, speaker: str | None, pieces: int) -> None:
    left = "“The quay is closed to all. It stays closed until May,”"
    right = telling(
        f"{other} came the answer. “It stays closed until May,” Ann Reed said.", "“It stays closed until May,”", id="b"
    )
    to_check = said(right.article.text, other, speaker, source="", sure=False)
    right = replace(right, statements=(to_check, *right.statements))
    (wording,) = wordings_of(telling(f"{left} Ann Reed said.", left), right)
    assert [len(variant.pieces[0]) for variant in wording.variants] == [1, pieces]
    assert (wording.changes == (WordingChange.CUT,)) is (pieces == 1)


REFUSAL = "“We will not be moved by any threat at all”"


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        pytest.param(
            "“We love this harbour dearly”", "“The storm took our boats”", False, id="other-words-in-matching-passages"
        ),
        pytest.param("“of the”", "“of the”", False, id="grammar-only"),
        pytest.param("“regime”", "“regime”", False, id="a-single-word"),
        pytest.param(
            "“We will make our own choice”",
            "“We will rebuild our own pier”",
            True,
            id="same-speaker-elsewhere-on-another-thing",
        ),
    ],
)
def test_does_not_pair(left: str, right: str, apart: bool) -> None:
    assert two(left, right, apart=apart) == []


def test_a_statement_to_check_feeds_no_wording() -> None:
    text = f"{REFUSAL} Ann Reed said."
    assert wordings_of(telling(text, REFUSAL, id="a"), telling(text, REFUSAL, id="b", sure=False)) == []


def test_a_quotation_without_a_statement_feeds_no_wording() -> None:
    text = f"{REFUSAL} Ann Reed said."
    assert wordings_of(telling(text, REFUSAL, id="a"), make_version(text, id="b")) == []


@pytest.mark.parametrize(
    ("right", "changed"),
    [
        pytest.param("Bob Stone", True, id="another-person"),
        pytest.param("Anne Reed", False, id="perhaps-the-same-person"),
        pytest.param(None, False, id="nobody-named"),
    ],
)
def test_says_when_another_speaker_is_credited(right: str | None, changed: bool) -> None:
    versions = [
        telling(f"{REFUSAL} Ann Reed said.", REFUSAL, id="a"),
        telling(f"{REFUSAL} {right or 'she'} said.", REFUSAL, right, id="b"),
    ]
    (wording,) = wordings_of(*versions)
    assert (WordingChange.SPEAKER_CHANGED in wording.changes) is changed
    assert wording.profile == ("ann-reed" if right is None else None)


def test_who_he_is_was_found_out_by_us_and_changes_no_speaker() -> None:
    text = f"{REFUSAL} he said to Bob Stone."
    statement = said(text, REFUSAL, "Bob Stone", source="he", actor="bob-stone")
    right = make_version(text, id="b", statements=[statement], actors=[named(text, "Bob Stone")])
    (wording,) = wordings_of(telling(f"{REFUSAL} Ann Reed said.", REFUSAL), right)
    assert WordingChange.SPEAKER_CHANGED not in wording.changes
    assert wording.profile is None


def test_unlike_words_of_two_speakers_are_two_quotations() -> None:
    left, right = "“We will not be moved by any threat”", "“We will be shaken by every threat”"
    versions = [
        telling(f"{left} Ann Reed said.", left, id="a"),
        telling(f"{right} Bob Stone said.", right, "Bob Stone", id="b"),
    ]
    assert wordings_of(*versions) == []


def test_a_long_and_identical_quotation_needs_no_other_evidence() -> None:
    text = f"{REFUSAL} somebody said."
    versions = [telling(text, REFUSAL, None, id=id_) for id_ in "ab"]
    assert len(wordings_of(*versions, apart=True)) == 1
    short = "“We will not move”"
    versions = [telling(f"{short} somebody said.", short, None, id=id_) for id_ in "ab"]
    assert wordings_of(*versions, apart=True) == []


RETELLING = "she would never be moved by a threat from the town"


def retold(speaker: str = "Ann Reed", **details: Any) -> list[Wording]:
    quote = "“We will never be moved by threats of this town”"
    left = telling(f"{quote} Ann Reed said.", quote, id="a")
    right = telling(f"{speaker} said {RETELLING}.", RETELLING, speaker, id="b", **details)
    return wordings_of(left, right)


def test_a_quotation_may_be_retold_by_the_same_speaker() -> None:
    (wording,) = retold()
    assert wording.changes == (WordingChange.RETOLD,)
    assert [variant.quoted for variant in wording.variants] == [True, False]
    assert all(variant.differing for variant in wording.variants)
    assert wording.rule.id == "wording.retold"


def test_a_retelling_makes_no_word_of_the_quotations_differ() -> None:
    quotes = ["“We will never be moved by threats of this town”", "“We will never be cowed by threats of this town”"]
    versions = [telling(f"{quote} Ann Reed said.", quote, id=id_) for id_, quote in zip("ab", quotes, strict=True)]
    (wording,) = wordings_of(*versions, telling(f"Ann Reed said {RETELLING}.", RETELLING, id="c"))
    assert [len(variant.differing) for variant in wording.variants[:2]] == [1, 1]
    assert [change.name for change in wording.changes] == ["SWAPPED", "RETOLD"]


def test_another_speaker_retells_nothing() -> None:
    assert retold("Bob Stone") == []


def test_a_denial_retells_nothing() -> None:
    assert retold(denial=True) == []


def test_an_unnamed_speaker_retells_nothing() -> None:
    quote = "“We will never be moved by threats of this town”"
    details: dict[str, Any] = {"naming": Naming.UNNAMED}
    left = telling(f"{quote} officials said.", quote, "officials", id="a", **details)
    right = telling(f"officials said {RETELLING}.", RETELLING, "officials", id="b", **details)
    assert wordings_of(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "changed"),
    [
        pytest.param("said", "noted", True, id="another-verb"),
        pytest.param("said", "says", False, id="another-form"),
        pytest.param("has noted", "later notes", False, id="helpers-and-adverbs"),
        pytest.param("said", "according to", False, id="no-verb"),
        pytest.param("denied", "denies", False, id="y-and-ied"),
        pytest.param("told reporters", "said in a statement", True, id="told-and-said"),
    ],
)
def test_says_when_the_reporting_verb_changes(left: str, right: str, changed: bool) -> None:
    versions = [
        telling(f"{REFUSAL} Ann Reed {cue}.", REFUSAL, id=id_, cue=cue) for id_, cue in (("a", left), ("b", right))
    ]
    (wording,) = wordings_of(*versions)
    assert (WordingChange.CUE_CHANGED in wording.changes) is changed


def test_reporting_verb_of_a_statement_without_a_cue() -> None:
    version = telling(f"Ann Reed: {REFUSAL}", REFUSAL)
    assert reporting_verb(version.article, version.statements[0]) is None


words = st.lists(st.sampled_from(["we", "will", "not", "be", "moved", "won't", "…"]), min_size=1, max_size=12)


def test_aligns_in_as_few_stretches_as_can_be() -> None:
    assert align(["go", "now", "go", "home", "said", "home"], ["go", "home"]) == [(2, 0), (3, 1)]


@given(left=words, right=words)
def test_aligns_as_many_words_as_can_be(left: list[str], right: list[str]) -> None:
    pairs = align(left, right)
    assert all(left[i] == right[j] for i, j in pairs)
    assert all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(pairs))
    assert len(pairs) == LCSseq.similarity(left, right)


@given(quotes=st.lists(words, min_size=2, max_size=4))
def test_taking_the_differing_words_away_leaves_the_common_ones(quotes: Sequence[Sequence[str]]) -> None:
    texts = [" ".join(quote) for quote in quotes]
    found = [list(find_words(make_article(text), Span(0, len(text)))) for text in texts]
    common = common_words([[word.text for word in quote] for quote in found])
    for quote in found:
        away = list(differing_words(quote, common))
        left = [word.text for word in quote if not any(span.meets(word.span) for span in away)]
        assert left == common
        assert all(not (span.meets(word.span) and not span.holds(word.span)) for span in away for word in quote)
