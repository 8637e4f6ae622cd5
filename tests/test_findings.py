"""What is found to differ, in which order, and what never becomes a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.compare import compare
from generator.model import (
    MOST_FINDINGS,
    Annotated,
    Comparison,
    Finding,
    FindingKind,
    FramingKind,
    FramingMark,
    How,
    Naming,
    RestsOn,
    Stated,
    Statement,
    StoryFile,
)
from tests.versions import RULE, at, dated, make_story, make_version, named, said

QUAY = "The quay of Lindau harbour is closed for winter repairs"


def compared(*versions: Annotated) -> Comparison:
    return compare(versions, make_story())


def findings(*versions: Annotated) -> dict[FindingKind, Finding]:
    return {finding.kind: finding for finding in compared(*versions).findings}


def version(text: str, *statements: Statement, id: str = "a", people: Sequence[str] = (), **more: Any) -> Annotated:  # noqa: A002
    actors = [named(text, name) for name in people]
    return make_version(text, id=id, statements=statements, actors=actors, **more)


def quoting(quote: str, speaker: str = "Ann Reed", cue: str = "said", *, id: str = "a", **details: Any) -> Annotated:  # noqa: A002
    text = f"{QUAY}.\n{quote} {speaker} {cue} about the harbour of Lindau."
    key = speaker.lower().replace(" ", "-")
    return version(text, said(text, quote, speaker, cue=cue, actor=key, **details), id=id, people=[speaker])


SAFE = "“The quay of the old harbour is perfectly safe this winter,”"
SECURE = "“The quay of the old harbour is perfectly secure this winter,”"


def test_words_that_differ_inside_quotation_marks() -> None:
    found = findings(quoting(SAFE), quoting(SECURE, id="b"))
    finding = found[FindingKind.WORDS_DIFFER]
    assert [place.version for place in finding.evidence] == ["a", "b"]
    assert finding.id == "words-differ-the-quay-of-the"
    assert list(found) == [FindingKind.WORDS_DIFFER]


def test_a_cut_or_the_same_words_are_no_finding() -> None:
    cut = "“The quay of the old harbour is perfectly safe”"
    assert findings(quoting(SAFE), quoting(cut, id="b")) == findings(quoting(SAFE), quoting(SAFE, id="b")) == {}


def test_a_cut_beside_other_grammar_is_no_finding() -> None:
    left, right = "“Look at the boats! Is the quay safe now?”", "“Is a quay safe now?”"
    assert findings(quoting(left), quoting(right, id="b")) == {}
    left, right = "“The boats are fine. But it is not safe now.”", "“It’s not safe now.”"
    assert findings(quoting(left), quoting(right, id="b")) == {}


def test_only_grammar_that_differs_is_no_finding() -> None:
    assert findings(quoting(SAFE), quoting(SAFE.replace("the old", "an old"), id="b")) == {}


@pytest.mark.parametrize(
    "right",
    [
        pytest.param(SAFE.replace("old", "shabby old"), id="a-word-more"),
        pytest.param(SAFE.replace("is perfectly", "is not perfectly"), id="not"),
        pytest.param(SAFE.replace("is perfectly", "was perfectly").replace("the old", "ten old"), id="ten"),
    ],
)
def test_a_short_word_that_turns_the_sense(right: str) -> None:
    assert list(findings(quoting(SAFE), quoting(right, id="b"))) == [FindingKind.WORDS_DIFFER]


def test_another_speaker_comes_first() -> None:
    found = findings(quoting(SAFE), quoting(SECURE, "Bob Stone", id="b"))
    assert next(iter(found)) is FindingKind.SPEAKER_DIFFERS


def test_what_is_to_check_is_no_finding() -> None:
    assert findings(quoting(SAFE), quoting(SECURE, id="b", sure=False)) == {}


def test_a_quotation_that_is_retold() -> None:
    right = f"{QUAY}.\nAnn Reed said the quay of the old harbour is perfectly safe this winter."
    content = "the quay of the old harbour is perfectly safe this winter"
    retelling = said(right, content, "Ann Reed", cue="said", actor="ann-reed")
    found = findings(quoting(SAFE), version(right, retelling, id="b", people=["Ann Reed"]))
    assert list(found) == [FindingKind.RETOLD]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param((9, 9), (10, 10), "DATES_CONFLICT", id="conflict"),
        pytest.param((9, 15), (10, 10), "DATES_FINER", id="finer"),
        pytest.param((9, 9), (9, 9), None, id="same"),
        pytest.param((9, 15), (10, 10), None, id="the-same-words"),
    ],
)
def test_dates(left: tuple[int, int], right: tuple[int, int], kind: str | None) -> None:
    words = {"a": "that day", "b": "some day" if kind else "That day"}
    versions = [
        version(text, id=id_, times=[dated(text, words[id_], *(date(2020, 3, day) for day in days))])
        for id_, days in (("a", left), ("b", right))
        for text in [f"{QUAY} on {words[id_]}."]
    ]
    found = findings(*versions)
    assert [found_kind.name for found_kind in found] == ([kind] if kind else [])
    assert all(versions[0].article.at(place.span).endswith("day") for f in found.values() for place in f.evidence)


ARRESTS = "Police of Lindau made {} arrests at the old harbour"


@pytest.mark.parametrize(
    ("numbers", "kinds"),
    [
        pytest.param(("12", "20"), ["FIGURES_DIFFER"], id="other-numbers"),
        pytest.param(("12", "twelve"), [], id="the-same-number"),
        pytest.param(("12", "20", "20"), ["FIGURES_DIFFER"], id="two-against-one"),
    ],
)
def test_numbers(numbers: Sequence[str], kinds: Sequence[str]) -> None:
    versions = [make_version(f"{ARRESTS.format(n)}.", id=id_) for n, id_ in zip(numbers, "abc", strict=False)]
    found = findings(*versions)
    assert [kind.name for kind in found] == kinds
    texts = {version.id: version.article for version in versions}
    told = [texts[place.version].at(place.span) for finding in found.values() for place in finding.evidence]
    assert told == [f"{number} arrests" for number in numbers if kinds]


def test_numbers_in_a_quotation_whose_words_differ_are_told_with_it() -> None:
    found = findings(
        quoting(SAFE.replace("the old", "seven old")), quoting(SAFE.replace("the old", "nine old"), id="b")
    )
    assert list(found) == [FindingKind.WORDS_DIFFER]


def unnamed(source: str, *, id: str, relays: Sequence[tuple[str, bool]] = ()) -> Annotated:  # noqa: A002
    text = f"{QUAY}, {source} said" + "".join(f", cited by {name}" for name, _ in relays) + "."
    return version(text, said(text, QUAY, source, cue="said", naming=Naming.UNNAMED, relays=relays), id=id)


def test_an_unnamed_source_described_differently() -> None:
    found = findings(unnamed("sources", id="a"), unnamed("two city sources", id="b"))
    finding = found[FindingKind.UNNAMED_DESCRIBED_APART]
    assert isinstance(finding.about, tuple)
    assert [chain.version for chain in finding.about] == ["a", "b"]
    assert findings(unnamed("the sources", id="a"), unnamed("sources", id="b")) == {}


def test_a_credit_that_one_version_does_not_give() -> None:
    finding = findings(unnamed("sources", id="a", relays=[("Reuters", False)]), unnamed("sources", id="b"))
    assert [place.version for place in finding[FindingKind.CREDIT_DIFFERS].evidence] == ["a", "b"]
    both = [unnamed("sources", id=id_, relays=[("Reuters", False)]) for id_ in "ab"]
    assert findings(*both) == {}


@pytest.mark.parametrize(
    ("line", "differs"),
    [
        pytest.param("Nobody was hurt.", True, id="no-newsroom"),
        pytest.param("Nobody was hurt, Reuters reported.", False, id="the-same-newsroom-elsewhere"),
        pytest.param("Nobody was hurt, said Reuters's man on the quay.", False, id="its-possessive"),
        pytest.param("Nobody was hurt, the BBC reported.", True, id="another-newsroom-elsewhere"),
    ],
)
def test_a_version_that_names_the_newsroom_anywhere_may_credit_it(line: str, differs: bool) -> None:
    text = f"{line}\n\n{QUAY}, sources said."
    right = version(text, said(text, QUAY, "sources", cue="said", naming=Naming.UNNAMED), id="b")
    found = findings(unnamed("sources", id="a", relays=[("Reuters", False)]), right)
    assert (FindingKind.CREDIT_DIFFERS in found) is differs


def test_an_outlet_needs_no_credit_for_its_own_words_nor_a_page_that_signs_with_the_newsroom() -> None:
    left, right = unnamed("sources", id="a", relays=[("Reuters", False)]), unnamed("sources", id="b")
    seed = right.article.seed
    own = replace(seed, details=replace(seed.details, outlet=Stated("Reuters", How.EDITOR)))
    signed = replace(seed, text=f"{seed.text}\n© 2020 Reuters. All rights reserved.")
    for changed in (own, signed):
        silent = replace(right, article=replace(right.article, seed=changed))
        assert FindingKind.CREDIT_DIFFERS not in findings(left, silent)


def test_a_credit_for_another_speakers_words_is_none() -> None:
    left = quoting(SAFE)
    text = f"{QUAY}.\n{SAFE} Bob Stone said about the harbour of Lindau, cited by Reuters."
    right = version(
        text,
        said(text, SAFE, "Bob Stone", cue="said", actor="bob-stone", relays=[("Reuters", False)]),
        id="b",
        people=["Bob Stone"],
    )
    assert FindingKind.CREDIT_DIFFERS not in findings(left, right)


def by(made: Annotated, outlet: str) -> Annotated:
    seed = made.article.seed
    details = replace(seed.details, outlet=Stated(outlet, How.EDITOR))
    return replace(made, article=replace(made.article, seed=replace(seed, details=details)))


@pytest.mark.parametrize(
    ("outlet", "found"),
    [
        pytest.param("The Reuters", True, id="the-outlet-of-the-other"),
        pytest.param("The Lindau Post", False, id="another-outlet"),
    ],
)
def test_a_version_may_credit_the_outlet_of_another(outlet: str, *, found: bool) -> None:
    left, right = unnamed("sources", id="a", relays=[("Reuters", False)]), by(unnamed("sources", id="b"), outlet)
    finding = findings(by(left, "The Quay Mail"), right).get(FindingKind.VERSION_CREDITED)
    assert (finding is not None) is found
    assert finding is None or [place.version for place in finding.evidence] == ["a"]


def rests_on(made: Annotated, publisher: str) -> Annotated:
    seed = made.article.seed
    details = replace(seed.details, rests_on=RestsOn(publisher=publisher, why="it reads alike"))
    return replace(made, article=replace(made.article, seed=replace(seed, details=details)))


def test_several_versions_that_rest_on_one_report() -> None:
    versions = [rests_on(version(f"{QUAY}.", id=id_), "Reuters") for id_ in "ab"]
    finding = findings(*versions)[FindingKind.ONE_REPORT]
    assert len(finding.evidence) == 2, "the passage that both have, for neither text has a credit"
    assert findings(versions[0], version(f"{QUAY}.", id="b")) == {}


def test_a_statement_found_in_one_version_only() -> None:
    extra = "“We shall rebuild every single pier,”"
    text = f"{QUAY}.\n{SAFE} Ann Reed said about the harbour of Lindau.\n\n{extra} she added."
    statements = [
        said(text, SAFE, "Ann Reed", cue="said", actor="ann-reed"),
        said(text, extra, "Ann Reed", source="she", cue="added", actor="ann-reed"),
    ]
    found = findings(version(text, *statements, people=["Ann Reed"]), quoting(SAFE, id="b"))
    assert list(found) == [FindingKind.STATEMENT_SINGLE, FindingKind.PASSAGE_SINGLE]
    (place,) = found[FindingKind.STATEMENT_SINGLE].evidence
    assert text[place.span.start : place.span.end] == extra


def test_a_word_in_quotation_marks_is_no_single_quotation() -> None:
    content = "the council would never again pay for “luxury” piers of granite and bronze"
    text = f"{QUAY}.\n\nAnn Reed said {content}."
    left = version(text, said(text, content, "Ann Reed", cue="said", actor="ann-reed"), people=["Ann Reed"])
    assert list(findings(left, version(f"{QUAY}.", id="b"))) == [FindingKind.PASSAGE_SINGLE]
    whole = text.replace("the council", "“the council").replace("“luxury”", "luxury").replace("bronze", "bronze”")
    quote = whole[whole.index("“") : whole.index("”") + 1]
    left = version(whole, said(whole, quote, "Ann Reed", cue="said", actor="ann-reed"), people=["Ann Reed"])
    assert FindingKind.STATEMENT_SINGLE in findings(left, version(f"{QUAY}.", id="b"))


def test_words_that_another_version_hints_at_are_not_single() -> None:
    left, right = (
        "“Whatever insurers pretend, with stones of our ancestors we shall rebuild every single wooden jetty,”",
        "“Believe me when I tell you that by next summer we shall rebuild every broken thing,”",
    )
    texts = [
        f"{QUAY}.\n\n{left} Ann Reed said.",
        f"{QUAY}.\n\n{right} Bob Stone said over coffee, cake and music at his birthday party in Bregenz last night.",
    ]
    versions = [
        version(text, said(text, quote, name, cue="said", actor=name.lower().replace(" ", "-")), id=id_, people=[name])
        for id_, text, quote, name in zip("ab", texts, (left, right), ("Ann Reed", "Bob Stone"), strict=True)
    ]
    found = findings(*versions)
    assert FindingKind.STATEMENT_SINGLE not in found
    assert FindingKind.PASSAGE_SINGLE in found, "the sentences are too unlike to match as passages"


def test_a_reporting_verb_of_another_class() -> None:
    left, right = quoting(SAFE), quoting(SAFE, cue="admitted", id="b")
    concession = FramingMark(at(right.article.text, "admitted"), FramingKind.CONCESSION, "why", RULE)
    found = findings(left, replace(right, framing=(concession,)))
    assert list(found) == [FindingKind.CUE_DIFFERS]
    assert findings(left, right) == {}, "told apart by the marks, not by the letters"


def test_what_is_single_says_nothing_across_languages_or_beside_an_empty_copy() -> None:
    assert findings(version(f"{QUAY}."), version("Der Hafen ist zu.", id="b", language="de")) == {}
    assert findings(version(f"{QUAY}."), version("", id="b")) == {}
    assert findings(version(f"{QUAY}.")) == {}
    assert findings(version(f"{QUAY}."), version("Nobody came.", id="b")) == {}, "nor where each tells its own"
    longer = version(f"{QUAY}.\n\nNobody came.", id="b")
    assert list(findings(version(f"{QUAY}."), longer)) == [FindingKind.PASSAGE_SINGLE]


def test_no_more_than_a_reader_takes_in_with_ids_of_their_own() -> None:
    lines = [
        f"Ann Reed said word{n} of the {n}th thing{n} {adj} about place{n} and time{n}."
        for n in range(9)
        for adj in ("x",)
    ]
    texts = ["\n".join(lines), "\n".join(line.replace(" x ", " y ") for line in lines) + "\nNobody came."]
    versions = []
    for id_, text in zip("ab", texts, strict=True):
        statements = [said(text, line.removeprefix("Ann Reed said "), None, source="") for line in text.splitlines()]
        versions.append(version(text, *statements, id=id_))
    found = compared(*versions).findings
    assert 0 < len(found) <= MOST_FINDINGS
    assert len({finding.id for finding in found}) == len(found)
    assert all(finding.evidence for finding in found)


@pytest.mark.parametrize(
    "texts", [[], [""], ["", ""], ["One."], ["One.", ""], ["One."] * 12, ["日本語の文。", "日本語の文。"]]
)
def test_stories_of_every_shape_are_compared(texts: list[str]) -> None:
    versions = [make_version(text, id="abcdefghijkl"[number]) for number, text in enumerate(texts)]
    comparison = compare(versions, make_story(StoryFile()))
    assert len(comparison.counts) == len(texts)
    assert len(comparison.kinship) == len(texts) * (len(texts) - 1) // 2
    assert comparison.findings == ()
