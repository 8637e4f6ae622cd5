"""Sourcing: paths, wordings as equals, what the text says of the unnamed, and questions that stay questions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.crediting import credits_outlet
from generator.model import (
    Annotated,
    Anonymity,
    Explained,
    Kinship,
    Naming,
    Page,
    Person,
    Place,
    Relation,
    RestsOn,
    Rights,
    Span,
    Speaker,
    StoryFile,
    Wording,
    WordingChange,
)
from generator.render.evidence import find_evidence
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.source_cards import source_cards, unnamed_cards
from generator.render.sourcing import path_rows, sourcing_page
from generator.render.statements_table import statements_by_version
from generator.render.wordings_table import verdict
from tests.drawing import draw, unmark
from tests.telling import make_actors, make_version, reading, section, tell

HERE = Here("sourcing")
A = make_version(
    "⟦“Taxes will rise soon”⟧, ⟨Jane Roe⟩ said, ⟪cited by Reuters⟫.\n\n"
    "⟦The town will pay for the bridge⟧, ⟨two officials⟩ said.\n\n"
    "⟦Nobody was asked⟧, ⟨Max Moe⟩ may have said. (?)"
)
B = make_version(
    "⟦“Taxes will rise now”⟧, ⟨Jane Roe⟩ said.\n\n⟦The town will pay for the new bridge⟧, ⟨sources⟩ said.", letter="b"
)
SAME = [{"a": 1, "b": 1}, {"a": 2, "b": 2}]
SWAPPED = [({"a": 1, "b": 1}, (WordingChange.SWAPPED,))]


def page_of(told: Explained) -> Page:
    return sourcing_page(Lookup(told))


def both() -> Explained:
    return tell(A, B, same=SAME, wordings=SWAPPED)


def test_the_paths_in_words_say_what_the_picture_shows() -> None:
    page = page_of(both())
    told = section(page, "paths")
    assert "Jane Roe A name is given Reuters → A ¶1 nobody found → B ¶1" in told
    assert "“two officials” No name is given nobody found → A ¶2" in told
    assert "Max Moe" not in told, "a statement to check has no path"
    assert page.text.count("<svg") == 2


def test_wordings_stand_as_equals() -> None:
    page = page_of(both())
    told = section(page, "wordings")
    assert "“Taxes will rise soon ” A ¶1 Jane Roe" in told
    assert "“Taxes will rise now ” B ¶1 Jane Roe" in told
    assert "Both stand in quotation marks. Unless they were said twice, at most one can be the exact wording." in told
    assert "<del" not in page.text
    assert "original" not in told


def wording(*quoted: bool, changes: tuple[WordingChange, ...]) -> Wording:
    made = tell(A, B, wordings=SWAPPED).comparison.wordings[0]
    return replace(made, variants=tuple(replace(made.variants[0], quoted=q) for q in quoted), changes=changes)


@pytest.mark.parametrize(
    ("quoted", "change", "says"),
    [
        pytest.param((True, True), WordingChange.SWAPPED, "at most one can be", id="two-apart"),
        pytest.param((True, True, True), WordingChange.SWAPPED, "cannot all be", id="three-apart"),
        pytest.param((True, False), WordingChange.SWAPPED, "", id="one-retold"),
        pytest.param((True, True), WordingChange.CUT, "", id="a-cut-can-be-exact-too"),
        pytest.param((True, True), WordingChange.ELLIPSIS, "", id="so-can-an-ellipsis"),
        pytest.param((True, True), WordingChange.PUNCTUATION, "", id="punctuation-is-no-word"),
    ],
)
def test_says_of_the_exact_words_only_what_follows(quoted: tuple[bool, ...], change: WordingChange, says: str) -> None:
    told = verdict(wording(*quoted, changes=(change,)))
    assert says in told
    assert bool(says) == bool(told)


def test_wordings_that_agree_stand_apart_from_those_that_differ() -> None:
    twin = make_version("⟦“Taxes will rise soon”⟧, ⟨Jane Roe⟩ said.", letter="b")
    page = page_of(tell(A, twin, wordings=[({"a": 1, "b": 1}, (WordingChange.IDENTICAL,))]))
    assert "{#wordings}" not in page.text
    assert section(page, "wordings-alike").count("Taxes will rise soon") == 1


def test_a_wording_is_not_put_into_a_mouth_that_one_version_leaves_open() -> None:
    nobody = make_version("⟦“Taxes will rise now”⟧.", letter="b")
    told = section(page_of(tell(A, nobody, wordings=SWAPPED)), "wordings")
    assert "Jane Roe; in B the text does not say who" in told
    assert "B ¶1 the text does not say who" in told


def test_one_person_under_two_names_heads_a_wording_once() -> None:
    made = tell(A, B, wordings=SWAPPED)
    short = replace(B.statements[0], speaker=replace(B.statements[0].speaker, label="Roe"))  # type: ignore[type-var]
    one, other = made.comparison.wordings[0].variants
    drawn = replace(made.comparison.wordings[0], variants=(one, replace(other, statements=(short,))))
    told = replace(
        made,
        versions=(A, replace(B, statements=(short, *B.statements[1:]))),
        comparison=replace(made.comparison, wordings=(drawn,)),
    )
    shown = section(page_of(told), "wordings")
    assert " or " not in shown
    assert "Jane Roe Other words" in shown
    assert "B ¶1 Roe" in shown


def test_evidence_that_an_excerpt_withholds_is_not_shown() -> None:
    version = make_version(
        "⟦The tax is going to rise in a very short time⟧, ⟨Jane Roe⟩ said yesterday to the town council in a statement."
    )
    (card,) = source_cards(Lookup(tell(version)), HERE)
    assert card.verifies.endswith(": “statement”.")
    details = replace(version.article.seed.details, rights=Rights.EXCERPT)
    secret = replace(version, article=replace(version.article, seed=replace(version.article.seed, details=details)))
    (card,) = source_cards(Lookup(tell(secret)), HERE)
    assert card.verifies.endswith("look up, withheld in this excerpt.")


def test_the_unnamed_get_the_texts_own_words_or_silence() -> None:
    cards = {card.label: card for card in unnamed_cards(Lookup(both()), HERE)}
    assert set(cards) == {"“two officials”", "“sources”"}
    answers = {answer.question: answer.said for answer in cards["“two officials”"].answers}
    assert answers == {"How many?": "“two”"}
    told = section(page_of(both()), "unnamed")
    assert "“two” It does not say here what kind of source, how they know or why no name is given." in told
    assert "“sources” B ¶2 It does not say here how many, what kind of source, how they know or why" in told


def test_how_they_know_and_why_they_are_not_named_are_quoted() -> None:
    text = "⟦It is so⟧, said ⟨officials close to the talks, who feared for their jobs⟩."
    version = make_version(text)
    bare = version.article.text
    knows, reason = (
        Span(at, at + len(words))
        for words in ("close to the talks", "who feared for their jobs")
        for at in [bare.index(words)]
    )
    statement = replace(version.statements[0], anonymity=Anonymity(knows=knows, reason=reason))
    (card,) = unnamed_cards(Lookup(tell(replace(version, statements=(statement,)))), HERE)
    assert [answer.said for answer in card.answers] == ["“close to the talks”", "“who feared for their jobs”"]


def test_repeating_is_not_confirming() -> None:
    cards = {card.source.words: card for card in source_cards(Lookup(both()), HERE)}
    assert cards["Jane Roe"].multiple == "", "A and B both name her"
    assert "repeating is not confirming" in section(page_of(both()), "imvain")
    assert cards["“two officials”"].multiple.startswith("The same is credited to “sources” in B. Ask whether")


def test_several_who_speak_as_one_and_each_of_them_point_at_each_other() -> None:
    together = make_version("⟦Taxes will rise⟧, ⟨Jane Roe and Max Moe⟩ said.")
    speaker = together.statements[0].speaker
    assert speaker
    statement = replace(together.statements[0], speaker=replace(speaker, actor=None))
    actors = tuple(actor for name in ("Jane Roe", "Max Moe") for actor in make_actors(together.article.text, name))
    alone = make_version("⟦It will rain⟧, ⟨Jane Roe⟩ said.", letter="b")
    told = Lookup(tell(replace(together, statements=(statement,), actors=actors), alone))
    cards = {card.source.words: card.multiple for card in source_cards(told, HERE)}
    assert cards == {
        "Jane Roe and Max Moe": "Jane Roe also speaks alone, in B.",
        "Jane Roe": "Also speaks together with others: Jane Roe and Max Moe, in A.",
    }


@pytest.mark.parametrize(
    ("drawn", "kind"),
    [
        pytest.param("⟨Jane Roe⟩ discussed ⟦the levy⟧.", "no words of their own are given", id="told"),
        pytest.param("⟨Jane Roe⟩ said ⟦that it rains⟧.", "in the outlet's words", id="said"),
    ],
)
def test_an_act_or_a_view_is_not_told_as_words(drawn: str, kind: str) -> None:
    version = make_version(drawn)
    stance = "discussed" in drawn
    told = tell(replace(version, statements=(replace(version.statements[0], stance=stance),)))
    (part,) = statements_by_version(Lookup(told), HERE)
    (row,) = part.rows
    assert row.kind.endswith(kind)
    (path,) = path_rows(Lookup(told), HERE)
    assert ("told of" in path.naming) is stance


def test_a_claim_and_its_denial_in_one_passage_are_not_the_same_statement() -> None:
    claim = make_version("⟦The firm spies on its customers⟧, ⟨Jane Roe⟩ said.")
    denial = make_version("⟦The firm spies on its customers⟧, which ⟨Max Moe⟩ denies.", letter="b")
    denial = replace(denial, statements=(replace(denial.statements[0], denial=True),))
    for card in source_cards(Lookup(tell(claim, denial, same=[{"a": 1, "b": 1}])), HERE):
        assert card.multiple == ""


def test_what_a_version_has_from_the_outlet_of_another_is_no_second_source() -> None:
    crediting = make_version("⟦The bridge fell⟧, ⟨two officials⟩ said, ⟪cited by Reuters⟫.", outlet="The Quay Post")
    credited = make_version("⟦The bridge fell⟧, ⟨people near it⟩ said.", letter="b", outlet="Reuters")
    cards = list(source_cards(Lookup(tell(crediting, credited, same=[{"a": 1, "b": 1}])), HERE))
    assert [card.multiple for card in cards] == ["A credits Reuters, the outlet of B, for it: one report, not two."] * 2


def test_an_outlet_that_only_asks_is_credited_for_nothing() -> None:
    asking = make_version("⟨Reuters⟩ ⟪asked⟫ ⟦whether the bridge fell⟧.", outlet="The Quay Post")
    (statement,) = asking.statements
    speaker = Speaker(label="Reuters", naming=Naming.NAMED, actor="reuters")
    assert credits_outlet(replace(statement, speaker=speaker), "Reuters")
    assert not credits_outlet(replace(statement, speaker=speaker, question=True), "Reuters")


def test_what_nobody_can_read_off_the_page_stays_a_question() -> None:
    told = section(page_of(both()), "imvain")
    assert told.count("nobody has assessed that for any source here") == 1
    assert not [question for question in ("Independent?", "Authoritative?", "informed?") if question in told]
    assert told.count("Named?") == 3
    assert told.count("“Verifies?”") == told.count("Verifies?"), "asked once, answered where the text has an answer"
    assert not [word for word in ("score", "rating", "reliable", "trustworth", "biased") if word in told.casefold()]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param("Jane Roe said in a ⟦statement⟧ that it rained.", id="written"),
        pytest.param("Court ⟦documents⟧ and a ⟦video⟧ show it, she said.", id="two"),
        pytest.param("She said the documents were false.", id="what-is-said-does-not-count"),
        pytest.param("She understated it.", id="whole-words"),
        pytest.param("He spoke ⟦under oath⟧.", id="two-words"),
    ],
)
def test_finds_words_for_something_to_look_up(drawn: str) -> None:
    text, expected = unmark(drawn)
    said = next(words for words in ("it rained", "show it", "the documents were false", "it.", "He") if words in text)
    version = make_version(text.replace(said, f"⟦{said}⟧"))
    found = list(find_evidence(version, version.statements[0]))
    assert draw(text, ("⟦⟧", found)) == drawn
    assert found == expected
    assert not list(find_evidence(replace(version, not_run=("statements",)), version.statements[0]))


def test_every_statement_is_listed_and_those_to_check_look_different() -> None:
    page = page_of(both())
    told = section(page, "statements")
    assert "A ¶3 Max Moe Nobody was asked in the outlet's words nobody found to check" in told
    assert page.text.count('<tr role="row" class="tt-is-') == 5
    assert page.text.count("tt-is-check") == 1
    assert "A The A Post: 3 statements" in told
    parts = list(statements_by_version(Lookup(both()), HERE))
    assert [[row.check for row in part.rows] for part in parts] == [[False, False, True], [False, False]]
    for name in ("all", "named", "unnamed", "relayed", "check"):
        assert f'id="tt-show-{name}"' in page.text
    assert 'id="tt-show-office"' not in page.text, "would show nothing"


def test_a_speaker_whom_the_text_leaves_open_is_nobody() -> None:
    version = make_version("⟦“It is so”⟧.")
    assert version.statements[0].speaker is None
    assert "the text does not say who" in section(page_of(tell(version)), "statements")


def unplaced(marked: str, *, letter: str = "a") -> Annotated:
    """The version, its one statement with a source as written and no speaker."""
    version = make_version(marked, letter=letter)
    return replace(version, statements=(replace(version.statements[0], speaker=None, anonymity=None),))


def test_a_source_that_the_rules_could_not_place_is_not_said_to_be_missing() -> None:
    """The text says who: "the statement" of whoever was named a paragraph before. Only the rules do not know."""
    page = page_of(tell(unplaced("⟦“It is so”⟧, ⟨the statement⟩ said.")))
    assert "the rules could not tell who is meant by “the statement” “It is so”" in section(page, "statements")
    assert "the text does not say who" not in page.text
    assert 'class="tt-is-unnamed' not in page.text


def test_a_wording_tells_who_is_left_open_by_the_text_and_who_by_the_rules() -> None:
    other = unplaced("⟦“Taxes will rise now”⟧, ⟨the statement⟩ said.", letter="b")
    told = section(page_of(tell(A, other, wordings=SWAPPED)), "wordings")
    assert "Jane Roe; in B the rules could not tell who is meant by “the statement”" in told


def test_counts_stand_with_the_length_and_are_no_grade() -> None:
    told = section(page_of(both()), "counts")
    assert "A count, not a grade" in told
    assert "more second-hand can mean: credited more openly" in told
    assert (
        f"A The A Post {A.article.words} words 1 named, 1 unnamed; 1 statement second-hand; 1 statement to check"
        in told
    )


def resting(version: Annotated, publisher: str) -> Annotated:
    """The version with the editor's reading that it rests on another report."""
    details = replace(version.article.seed.details, rests_on=RestsOn(publisher=publisher, why="It reads like it."))
    return replace(version, article=replace(version.article, seed=replace(version.article.seed, details=details)))


def test_the_editors_reading_is_signed_and_no_line_of_the_texts_own() -> None:
    page = page_of(tell(A, resting(B, "Reuters News"), editor=StoryFile(editor=Person(name="Sam"))))
    told = section(page, "reports")
    assert "Reuters A B A credits it. A ¶1 The editor reads B as resting on it." in told
    assert "It reads like it. This is the opinion of the editor, Sam." in told
    paths = section(page, "paths")
    assert "The editor's reading Not in the text: the dotted line Reuters → B" in paths
    assert "Jane Roe A name is given Reuters → A ¶1 nobody found → B ¶1" in paths


def test_a_source_that_is_a_newsroom_is_called_one() -> None:
    page = page_of(tell(make_version("⟨The Daily Courier⟩ said ⟦“it rains”⟧.")))
    assert "Itself a newsroom: The Daily Courier." in page.text
    assert "itself a newsroom: The Daily Courier)" in page.text
    assert "tself a newsroom" not in page_of(both()).text


def test_what_is_told_without_marks_stands_in_none() -> None:
    a, b, c = (
        make_version(f"⟨Jane Roe⟩ said ⟦{words}⟧.", letter=letter)
        for letter, words in zip("abc", ("“we pay it all”", "they pay", "“we pay it now”"), strict=True)
    )
    page = page_of(tell(a, b, c, wordings=[({"a": 1, "b": 1, "c": 1}, (WordingChange.SWAPPED, WordingChange.RETOLD))]))
    told = section(page, "wordings")
    assert "Those in quotation marks have different words." in told
    assert "Both stand" not in told


def test_a_newsroom_that_the_file_names_is_not_said_to_be_unnamed() -> None:
    named = resting(make_version("⟦It is so⟧, ⟨Jane Roe⟩ said.\n\nReuters was there.", letter="b"), "Reuters News")
    caption = section(page_of(tell(A, named)), "flow")
    assert "The editor reads B as resting on Reuters." in caption
    assert "does not name" not in caption


def test_a_newsroom_under_two_names_is_told_with_both() -> None:
    other = make_version("⟦It is so⟧, ⟨Jane Roe⟩ ⟪told Reuters⟫.")
    statement = other.statements[0]
    renamed = replace(statement, relays=(replace(statement.relays[0], name="Reuters News Agency"),))
    told = tell(replace(other, statements=(renamed,)))
    chains = (replace(told.comparison.chains[0], relays=("Reuters",)),)
    page = page_of(replace(told, comparison=replace(told.comparison, chains=chains)))
    assert "Reuters (in A: Reuters News Agency) → A" in section(page, "paths")


def test_shared_text_is_a_count_and_accuses_nobody() -> None:
    left, right = (Place(v.id, v.statements[0].content[0]) for v in (A, B))
    kinship = Kinship(left="a", right="b", relation=Relation.CLOSE, shared_words=12, run_words=5, runs=((left, right),))
    told = section(page_of(tell(A, B, kinship=[kinship])), "shared")
    assert "in runs of 5 words or more" in told
    assert f"A B 12 of the {A.article.words} words of A “Taxes will rise soon” A ¶1 B ¶1" in told
    assert not [word for word in ("cop", "stol", "plagiar", "original") if word in told.casefold()]


def test_pairs_that_share_no_text_are_named() -> None:
    versions = [make_version("It rained.", letter=letter) for letter in "ab"] + [
        make_version("⟦It is so⟧, ⟨Jane Roe⟩ said.", letter="c")
    ]
    pairs = [
        Kinship(left=a, right=b, relation=Relation.APART, shared_words=0, run_words=5, runs=())
        for a, b in ("ab", "ac", "bc")
    ]
    told = section(page_of(tell(*versions, kinship=pairs)), "shared")
    assert "No two versions share such a run." in told
    place = Place("a", versions[0].sentences[0])
    pairs[0] = replace(pairs[0], shared_words=2, runs=((place, replace(place, version="b")),))
    told = section(page_of(tell(*versions, kinship=pairs)), "shared")
    assert "No such run was found for A–C and B–C." in told


@pytest.mark.parametrize(
    "versions",
    [
        pytest.param((), id="none"),
        pytest.param((make_version(""),), id="empty"),
        pytest.param((make_version("It rained."), make_version("It snowed.", letter="b")), id="no-statement"),
    ],
)
def test_without_statements_there_are_no_headings(versions: tuple[Annotated, ...]) -> None:
    page = page_of(tell(*versions))
    assert "No statement with a source was found in this story." in reading(page)
    assert "\n## " not in page.text
    assert "<table" not in page.text


def test_a_version_in_another_language_is_said_not_to_have_been_searched() -> None:
    foreign = replace(make_version("Il pleut."), not_run=("statements",))
    page = page_of(tell(foreign, B))
    assert "Sources were not looked for in A" in reading(page)
    assert "not looked for in this language" in section(page, "counts")


def test_article_text_stays_text() -> None:
    version = make_version("⟦“{{x}} <script>y</script>”⟧, ⟨Jane {{z}} </table> Roe⟩ said in a statement.")
    assert version.statements[0].speaker
    assert version.statements[0].speaker.naming is Naming.NAMED
    body = page_of(tell(version)).text.split("---\n", 2)[2]
    assert "{{" not in body
    assert "<script" not in body
    assert body.count("<table") == body.count("</table>")
