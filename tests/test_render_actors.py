"""Actors: who speaks, who is spoken for, who is named; no word in a mouth that the text does not put it into."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import About, ActorEntry, ActorKind, Annotated, Explained, Page, Person, Profile, StoryFile
from generator.render.actors_pages import actors_pages
from generator.render.lookup import MOST_PROFILE_PAGES, Lookup
from tests.telling import make_actors, make_version, reading, section, tell

A = make_version(
    "⟦“Taxes will rise”⟧, ⟨Jane Roe⟩ ⟪told the BBC⟫.\n\n"
    "⟦Jane Roe is fair⟧, ⟨Max Moe⟩ said.\n\n"
    "The town knows Jane Roe.\n\n"
    "⟦The talks went well⟧, said ⟨a spokesman for Ann Poe⟩."
)
B = make_version("⟦“Taxes rise”⟧, ⟨Jane Roe⟩ said.\n\n⟦It is over⟧, ⟨Max Moe⟩ may have said. (?)", letter="b")


def pages_of(told: Explained) -> dict[str, Page]:
    return {str(page.path): page for page in actors_pages(Lookup(told))}


def profile(told: Explained, key: str) -> Page:
    return pages_of(told)[f"levy/actors/{key}.md"]


def test_what_they_say_stands_in_every_wording() -> None:
    said = section(profile(tell(A, B), "jane-roe"), "says")
    assert "A ¶1 “Taxes will rise” Jane Roe. A: quoted, passed on by BBC" in said
    assert "B ¶1 “Taxes rise” Jane Roe. B: quoted" in said
    assert "fair" not in said


def test_what_is_said_of_them_names_whose_words_it_is() -> None:
    said = section(profile(tell(A, B), "jane-roe"), "mentions")
    assert "A ¶2 credited to Max Moe Jane Roe is fair, Max Moe said." in said
    assert "A ¶3 The town knows Jane Roe." in said
    assert "Taxes" not in said


def test_a_statement_to_check_is_not_theirs() -> None:
    page = profile(tell(A, B), "max-moe")
    assert "It is over" not in section(page, "says")
    assert "B The B Post Max Moe none found is named; whether they speak is to check" in section(page, "names")


def test_the_words_of_a_spokesman_are_not_their_own() -> None:
    page = profile(tell(A), "ann-poe")
    assert "{#says}" not in page.text
    assert "These are not their own words." in section(page, "spoken-for")
    assert "The talks went well" in section(page, "spoken-for")


def test_what_they_deny_are_the_words_of_others() -> None:
    denied = replace(A, statements=(replace(A.statements[0], denial=True), *A.statements[1:]))
    page = profile(tell(denied), "jane-roe")
    assert "{#says}" not in page.text
    assert "“Taxes will rise”" in section(page, "denies")
    assert "said to deny or reject" in section(page, "denies")
    assert "is said to deny or reject something ¶1" in section(page, "names")


def test_several_who_speak_as_one_each_have_the_words() -> None:
    joint = make_version("⟦“Taxes will rise”⟧, ⟨Jane Roe and Max Moe⟩ said.\n\nJane Roe and Max Moe met Ann Poe.")
    speaker = joint.statements[0].speaker
    assert speaker
    statement = replace(joint.statements[0], speaker=replace(speaker, actor=None))
    actors = tuple(a for name in ("Jane Roe", "Max Moe", "Ann Poe") for a in make_actors(joint.article.text, name))
    told = tell(replace(joint, statements=(statement,), actors=actors))
    index = section(pages_of(told)["levy/actors/index.md"], "everyone")
    assert "Jane Roe person A Jane Roe first named ¶1 · speaks ¶1" in index
    assert "Max Moe person A Max Moe first named ¶1 · speaks ¶1" in index
    assert "Ann Poe first named ¶2" in index
    assert "Ann Poe first named ¶2 ·" not in index
    assert {"levy/actors/jane-roe.md", "levy/actors/max-moe.md"} <= pages_of(told).keys()
    assert "“Taxes will rise”" in section(profile(told, "max-moe"), "says")


def test_where_somebody_speaks_is_not_where_they_are_first_named() -> None:
    late = make_version("The town knows Jane Roe.\n\n⟦Taxes will rise⟧, ⟨Jane Roe⟩ said.")
    told = section(pages_of(tell(late))["levy/actors/index.md"], "everyone")
    assert "Jane Roe first named ¶1 · speaks ¶2" in told


def test_of_whom_only_an_act_is_told_no_words_are_claimed() -> None:
    version = make_version("⟨Jane Roe⟩ discussed ⟦the levy⟧.")
    told = tell(replace(version, statements=(replace(version.statements[0], stance=True),)))
    index = section(pages_of(told)["levy/actors/index.md"], "everyone")
    assert "acts or takes a view, in the outlet's words ¶1" in index
    assert "speaks" not in index
    page = profile(told, "jane-roe")
    assert "{#says}" not in page.text
    assert "A ¶1 the levy Jane Roe." in section(page, "told")
    assert "no words of their own are given" in section(page, "told")


def test_who_passed_their_words_on() -> None:
    assert "BBC: A ¶1" in section(profile(tell(A), "jane-roe"), "relays")
    assert "{#relays}" not in profile(tell(A), "max-moe").text


def test_the_index_says_who_speaks_where() -> None:
    index = pages_of(tell(A, B))["levy/actors/index.md"]
    told = section(index, "everyone")
    assert "Ann Poe first named ¶4 · somebody without a name speaks for them ¶4" in told
    assert "Jane Roe person A Jane Roe first named ¶1 · speaks ¶1 B Jane Roe first named ¶1 · speaks ¶1" in told
    assert '<a href="jane-roe.html">Jane Roe</a>' in index.text
    assert 'id="actor-jane-roe"' in index.text
    assert "<svg" in index.text


def test_the_editor_signs_what_is_the_editors() -> None:
    entry = ActorEntry(name="Jane Roe", about=About(text="Elected in 2019."))
    told = tell(A, editor=StoryFile(editor=Person(name="Sam"), actors={"jane-roe": entry}))
    profiles = tuple(replace(p, role="Mayor") if p.key == "jane-roe" else p for p in told.comparison.profiles)
    told = replace(told, comparison=replace(told.comparison, profiles=profiles))
    text = reading(profile(told, "jane-roe"))
    assert "Role Mayor the editor, Sam" in text
    assert "About Elected in 2019. the editor, Sam" in text


def test_an_actor_of_the_editors_list_only() -> None:
    told = tell(A, editor=StoryFile(actors={"zed": ActorEntry(name="Zed")}))
    zed = Profile(key="zed", name="Zed", kind=ActorKind.PERSON, appearances=())
    told = replace(told, comparison=replace(told.comparison, profiles=(*told.comparison.profiles, zed)))
    assert "No version names this actor" in reading(profile(told, "zed"))
    assert "Zed person Found in no version." in section(pages_of(told)["levy/actors/index.md"], "everyone")


def test_pages_are_limited_and_the_others_are_sections() -> None:
    crowd = make_version("\n\n".join(f"⟦It is so⟧, ⟨Person {chr(65 + n)}⟩ said." for n in range(20)))
    told = tell(crowd, editor=StoryFile(actors={"person-t": ActorEntry(name="Person T")}))
    pages = pages_of(told)
    assert len(pages) == 1 + MOST_PROFILE_PAGES
    assert "levy/actors/person-t.md" in pages, "the editor's own come first"
    index = pages["levy/actors/index.md"].text
    assert index.count('id="actor-person-') == 20
    assert index.count('<h3><a href="person-') == MOST_PROFILE_PAGES


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        pytest.param((), "There is no article in this story's folder yet.", id="none"),
        pytest.param((make_version(""),), "No actor was found in this story.", id="empty"),
        pytest.param((make_version("It rained."), make_version("It snowed.", letter="b")), "No actor", id="nobody"),
        pytest.param((replace(make_version("Il pleut."), not_run=("actors",)),), "not looked for in A", id="foreign"),
    ],
)
def test_other_shapes_make_an_index_without_empty_headings(versions: tuple[Annotated, ...], told: str) -> None:
    (index,) = actors_pages(Lookup(tell(*versions)))
    assert told in reading(index)
    assert "\n## " not in index.text


def test_names_and_titles_stay_text() -> None:
    nasty = make_version("⟦It is so⟧, ⟨Jane {{x}} <b>*Roe*</b>⟩ said.")
    actor = replace(nasty.actors[0], titles=(nasty.actors[0].mentions[0],))
    for page in actors_pages(Lookup(tell(replace(nasty, actors=(actor,))))):
        body = page.text.split("---\n", 2)[2]
        assert "{{" not in body
        assert "<b>*" not in body
        assert "*Roe*" not in next(line for line in body.splitlines() if line.startswith("# "))
