"""What the overview says of what differs, and where nothing is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compare import compare
from generator.model import Annotated, Explained, FindingKind, Naming, SourceCount, WordingChange
from generator.render.findings import view_finding
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.overview import list_sources, overview_page, tell_sources
from tests import versions as drawn
from tests.telling import make_version, reading, section, tell

HERE = Here("index")
A = make_version("⟦“Taxes will rise soon”⟧, ⟨Jane Roe⟩ said.\n\nThe bridge is closed.")
SAME = [{"a": 1, "b": 1}, {"a": 2, "b": 2}]


def differs(told: Explained) -> str:
    return section(overview_page(Lookup(told)), "findings")


def test_nothing_that_differs() -> None:
    same = make_version("⟦“Taxes will rise soon”⟧, ⟨Jane Roe⟩ said.\n\nThe bridge is closed.", letter="b")
    assert differs(tell(A, same, same=SAME)) == (
        "The rules found no difference between the versions that they are sure of."
    )


@pytest.mark.parametrize(
    ("right", "same", "told"),
    [
        pytest.param(
            "⟦“Taxes will rise now”⟧, ⟨Jane Roe⟩ said.\n\nThe bridge is closed.",
            SAME,
            "one quotation that the versions do not give alike and one sentence in other words.",
            id="a-wording",
        ),
        pytest.param(
            "⟦“Taxes will rise now”⟧, ⟨Jane Roe⟩ said.\n\nThe boat is gone.",
            SAME[:1],
            "one quotation that the versions do not give alike, one sentence in other words and two sentences of one "
            "version only.",
            id="singles",
        ),
    ],
)
def test_names_what_other_pages_show(right: str, same: list[dict[str, int]], told: str) -> None:
    other = make_version(right, letter="b")
    page = differs(tell(A, other, same=same, wordings=[({"a": 1, "b": 1}, (WordingChange.CUT,))]))
    assert page == f"The rules found no difference of the kinds that are listed here. Other pages show {told}"


def test_says_that_two_versions_are_one_text() -> None:
    other = make_version("⟦“Taxes will rise soon”⟧, ⟨Jane Roe⟩ said.\n\nThe bridge is closed.", letter="b")
    told = tell(A, other, same=SAME)
    twins = [replace(kinship, same_text=True) for kinship in told.comparison.kinship]
    page = overview_page(Lookup(replace(told, comparison=replace(told.comparison, kinship=tuple(twins)))))
    assert "A and B are the same text, word for word: one telling, not several." in reading(page)
    assert "the same text" not in reading(overview_page(Lookup(told)))


def version(id_: str, text: str, *contents: str, cue: str = "") -> Annotated:
    statement = replace(
        drawn.said(text, contents[0], "Ann Reed", actor="ann-reed", cue=cue),
        content=tuple(drawn.at(text, content) for content in contents),
    )
    return drawn.make_version(text, id=id_, statements=[statement], actors=[drawn.named(text, "Ann Reed")])


def sentences(*versions: Annotated) -> dict[FindingKind, str]:
    comparison = compare(versions, drawn.make_story())
    lookup = Lookup(replace(tell(*versions), comparison=comparison))
    return {finding.kind: reading(str(view_finding(lookup, HERE, finding).sentence)) for finding in comparison.findings}


def test_each_version_is_quoted_with_its_own_words() -> None:
    quotes = ["“The quay of the old harbour is closed,”", "“The shabby quay of the old harbour is closed,”"]
    told = sentences(
        *(version(id_, f"{quote} Ann Reed said.", quote) for id_, quote in zip("ab", quotes, strict=True)),
        version("c", "Ann Reed said the quay of the old harbour is closed.", "the quay of the old harbour is closed"),
    )
    assert told[FindingKind.WORDS_DIFFER] == (
        "Ann Reed: A has “The quay of the old harbour is closed”, B has “The shabby quay of the old harbour is "
        "closed”. Unless they were said twice, at most one can be the exact wording."
    )


def test_a_retelling_stands_beside_each_version_that_quotes() -> None:
    quotes = ["“The quay of the old harbour is closed,”", "“The quay of the old harbour is closed for winter,”"]
    told = sentences(
        *(version(id_, f"{quote} Ann Reed said.", quote) for id_, quote in zip("ab", quotes, strict=True)),
        version("c", "Ann Reed said the quay of the old harbour is closed.", "the quay of the old harbour is closed"),
    )
    assert told[FindingKind.RETOLD] == (
        "A quotes words of Ann Reed: “The quay of the old harbour is closed”. B quotes: “The quay of the old harbour "
        "is closed for winter”. C tells it without quotation marks: “the quay of the old harbour is closed”."
    )


def test_a_cue_is_not_quoted_with_the_words() -> None:
    left, right = "“If you keep it late, you keep a shabby ledger,”", "“If you keep it late,”"
    told = sentences(
        version("a", f"{left} Ann Reed said.", left),
        version("b", f"{right} Ann Reed said, “you keep a good ledger.”", right, "“you keep a good ledger.”"),
    )
    assert told[FindingKind.WORDS_DIFFER].startswith(
        "Ann Reed: A has “If you keep it late, you keep a shabby ledger”, B has “If you keep it late … you keep a good"
    )


def test_a_long_quotation_is_shown_where_it_differs() -> None:
    same = "“We came to the harbour of the town in the morning with all our boats and all our nets and found the quay"
    told = sentences(
        *(
            version(id_, f"{same} {end}” Ann Reed said.", f"{same} {end}”")
            for id_, end in [("a", "closed."), ("b", "open.")]
        )
    )
    assert told[FindingKind.WORDS_DIFFER].startswith("Ann Reed: A has “… our nets and found the quay closed”, B has")


def test_versions_with_the_same_figure_stand_together() -> None:
    texts = [f"Police of Lindau made {number} arrests at the old harbour." for number in (12, 20, 20)]
    told = sentences(*(drawn.make_version(text, id=id_) for id_, text in zip("abc", texts, strict=True)))
    assert told == {
        FindingKind.FIGURES_DIFFER: "In sentences that are otherwise alike A has “12 arrests”, B and C have “20 "
        "arrests”."
    }


def test_a_time_keeps_its_stop() -> None:
    texts = [f"The old quay of Lindau closes at {hour} a.m. on every day of the week." for hour in (9, 10)]
    told = sentences(*(drawn.make_version(text, id=id_) for id_, text in zip("ab", texts, strict=True)))
    assert told[FindingKind.FIGURES_DIFFER].endswith("A has “9 a.m.”, B has “10 a.m.”.")


def test_words_credited_to_two_speakers_stand_as_each_has_them() -> None:
    quotes = {
        "Ann Reed": "“The quay of the old harbour is closed,”",
        "Bob Stone": "“The quay of the old harbour is shut,”",
    }
    made = []
    for id_, (name, quote) in zip("ab", quotes.items(), strict=True):
        text = f"{quote} {name} said."
        key = name.lower().replace(" ", "-")
        statement = drawn.said(text, quote, name, actor=key, naming=Naming.NAMED)
        made.append(drawn.make_version(text, id=id_, statements=[statement], actors=[drawn.named(text, name)]))
    assert sentences(*made)[FindingKind.SPEAKER_DIFFERS] == (
        "The words “The quay of the old harbour is closed” are credited to Ann Reed in A; “The quay of the old harbour "
        "is shut” to Bob Stone in B."
    )


@pytest.mark.parametrize("open_", [0, 1, 2])
def test_counts_the_statements_that_are_nobodys(open_: int) -> None:
    counted = SourceCount(
        version="a", words=9, named=1, offices=0, unnamed=0, second_hand=0, to_check=0, whose_open=open_
    )
    said = {0: "", 1: "1 statement: the rules could not tell whose", 2: "2 statements: the rules could not tell whose"}
    assert [line for line in list_sources(counted) if "whose" in line] == [said[open_]] * bool(open_)
    assert tell_sources(counted).endswith(said[open_])
