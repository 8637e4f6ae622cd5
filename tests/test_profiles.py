"""Actors across versions: who is one, and who must never be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.compare.profiles import find_profiles, profile_keys
from generator.model import Actor, ActorEntry, ActorKind, Annotated, Span
from tests.versions import at, make_version, named

BODY = {"kind": ActorKind.ORGANISATION}
GOVERNMENT = {"kind": ActorKind.GOVERNMENT}


def version(id: str, *actors: str | tuple[str, dict[str, Any]]) -> Annotated:  # noqa: A002
    """A version whose text is a list of names."""
    told = [actor if isinstance(actor, tuple) else (actor, {}) for actor in actors]
    text = ", ".join(dict.fromkeys(name for name, _ in told)) + "."
    return make_version(text, id=id, actors=[named(text, name, **details) for name, details in told])


def groups(*versions: Annotated, entries: dict[str, ActorEntry] | None = None) -> list[str]:
    return [
        " = ".join(f"{id_}:{actor.name}" for id_, actor in profile.appearances) or f"({profile.name})"
        for profile in find_profiles(versions, entries or {})
    ]


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        pytest.param([], [], id="no-version"),
        pytest.param([version("a", "Ann Reed"), version("b", "Ann Reed")], ["a:Ann Reed = b:Ann Reed"], id="same-name"),
        pytest.param([version("a", "Ann Reed"), version("b", "Reed")], ["a:Ann Reed = b:Reed"], id="last-name-alone"),
        pytest.param(
            [version("a", "Ann B. Reed"), version("b", "Ann Reed")], ["a:Ann B. Reed = b:Ann Reed"], id="middle-initial"
        ),
        pytest.param(
            [version("a", "Raúl Reed"), version("b", "Raul Reed")], ["a:Raúl Reed = b:Raul Reed"], id="accents"
        ),
        pytest.param(
            [version("a", "Al Reed Jr."), version("b", "Reed")], ["a:Al Reed Jr. = b:Reed"], id="last-name-of-a-junior"
        ),
        pytest.param(
            [version("a", "Al Reed Jr."), version("b", "Al Reed")], ["a:Al Reed Jr. = b:Al Reed"], id="junior-left-out"
        ),
        pytest.param(
            [version("a", "Al Reed Jr."), version("b", "Al Reed Sr.")],
            ["a:Al Reed Jr.", "b:Al Reed Sr."],
            id="son-and-father",
        ),
        pytest.param(
            [version("a", "Al IV"), version("b", "Al"), version("c", "Reed Al")],
            ["a:Al IV", "b:Al = c:Reed Al"],
            id="a-monarch's-number-is-no-generation",
        ),
        pytest.param(
            [version("a", "Al IV"), version("b", "Al IV")], ["a:Al IV = b:Al IV"], id="one-monarch-of-two-versions"
        ),
        pytest.param(
            [version("a", "Al Reed Jr.", "Al Reed"), version("b", "Al Reed")],
            ["a:Al Reed = b:Al Reed", "a:Al Reed Jr."],
            id="a-version-keeps-son-and-father-apart",
        ),
        pytest.param(
            [version("a", "Ann B. Reed"), version("b", "Ann C. Reed")],
            ["a:Ann B. Reed", "b:Ann C. Reed"],
            id="two-middle-initials",
        ),
        pytest.param(
            [version("a", "Ann Zoe Reed"), version("b", "Ann Reed"), version("c", "A. Reed")],
            ["a:Ann Zoe Reed = b:Ann Reed = c:A. Reed"],
            id="middle-name-and-initial",
        ),
        pytest.param(
            [version("a", "Al Reed Jr.", "Al Reed"), version("b", "Al B. Reed Jr.", "Al B. Reed")],
            ["a:Al Reed = b:Al B. Reed", "a:Al Reed Jr. = b:Al B. Reed Jr."],
            id="sons-and-fathers",
        ),
        pytest.param(
            [version("a", "Ann Reed"), version("b", ("Ann Reed", {"kind": ActorKind.OTHER}))],
            ["a:Ann Reed = b:Ann Reed"],
            id="of-no-known-kind-in-one",
        ),
        pytest.param(
            [version("a", "Robert Reed"), version("b", "Bob Reed"), version("c", "Reed")],
            ["a:Robert Reed = b:Bob Reed = c:Reed"],
            id="short-given-name",
        ),
        pytest.param(
            [version("a", "Edward Reed"), version("b", "Ted Reed"), version("c", "Theodore Reed")],
            ["a:Edward Reed", "b:Ted Reed", "c:Theodore Reed"],
            id="a-short-name-of-two",
        ),
        pytest.param(
            [version("a", "Robert Blair"), version("b", "Bill Blair")],
            ["b:Bill Blair", "a:Robert Blair"],
            id="two-blairs",
        ),
        pytest.param(
            [version("a", "Robert Blair"), version("b", "Bill Blair"), version("c", "Blair")],
            ["b:Bill Blair", "c:Blair", "a:Robert Blair"],
            id="a-third-version-with-a-blair-of-the-two",
        ),
        pytest.param(
            [version("a", "Robert Blair", "Bill Blair"), version("b", "Blair"), version("c", "Blair")],
            ["a:Bill Blair", "b:Blair", "c:Blair", "a:Robert Blair"],
            id="two-lone-blairs-may-be-either",
        ),
        pytest.param(
            [version("a", "Ann Reed", "Reed"), version("b", "Ann Reed")],
            ["a:Ann Reed = b:Ann Reed", "a:Reed"],
            id="a-version-keeps-two-apart",
        ),
        pytest.param(
            [version("a", "Steve Mnuchin"), version("b", "Steven Mnuchin")],
            ["a:Steve Mnuchin = b:Steven Mnuchin"],
            id="steve-and-steven",
        ),
        pytest.param(
            [version("a", "Sara Reed"), version("b", "Sarah Reed")],
            ["a:Sara Reed", "b:Sarah Reed"],
            id="spellings-are-the-editors",
        ),
        pytest.param(
            [version("a", ("North Atlantic Zinc League", BODY)), version("b", ("N.A.Z.L.", BODY))],
            ["a:North Atlantic Zinc League = b:N.A.Z.L."],
            id="initials",
        ),
        pytest.param(
            [
                version("a", ("North Atlantic Zinc League", BODY), ("New Arts Zone League", BODY)),
                version("b", ("NAZL", BODY)),
            ],
            ["b:NAZL", "a:New Arts Zone League", "a:North Atlantic Zinc League"],
            id="initials-of-two",
        ),
        pytest.param(
            [version("a", ("U.S. Department of Mining", BODY)), version("b", ("Mining Department", BODY))],
            ["a:U.S. Department of Mining = b:Mining Department"],
            id="department-in-either-order",
        ),
        pytest.param(
            [
                version("a", ("US Senate", BODY)),
                version("b", ("United States Senate", BODY)),
                version("c", ("Senate", BODY)),
            ],
            ["a:US Senate = b:United States Senate = c:Senate"],
            id="with-the-country-or-without",
        ),
        pytest.param(
            [version("a", ("US Airways", BODY)), version("b", ("Airways", BODY))],
            ["b:Airways", "a:US Airways"],
            id="a-country-in-a-firm's-name",
        ),
        pytest.param(
            [version("a", ("US", GOVERNMENT)), version("b", ("United States", GOVERNMENT))],
            ["a:US = b:United States"],
            id="a-country-by-its-letters",
        ),
        pytest.param(
            [version("a", ("the White House", GOVERNMENT)), version("b", ("White House", GOVERNMENT))],
            ["a:the White House = b:White House"],
            id="the",
        ),
        pytest.param(
            [version("a", ("Ottawa", GOVERNMENT)), version("b", ("Canada", GOVERNMENT))],
            ["b:Canada", "a:Ottawa"],
            id="capital-and-country",
        ),
        pytest.param(
            [
                version("a", ("Georgia", {**GOVERNMENT, "gloss": "Georgian government"})),
                version("b", ("Georgia", {**GOVERNMENT, "gloss": "state of the US"})),
            ],
            ["a:Georgia", "b:Georgia"],
            id="one-name-for-two-governments",
        ),
        pytest.param(
            [version("a", ("Reed", {"kind": ActorKind.ORGANISATION})), version("b", "Ann Reed")],
            ["b:Ann Reed", "a:Reed"],
            id="a-firm-is-no-person",
        ),
    ],
)
def test_merges_actors(versions: list[Annotated], expected: list[str]) -> None:
    assert groups(*versions) == expected


def test_the_editors_key_joins_and_names() -> None:
    entries = {
        "steve-mnuchin": ActorEntry(name="Steve Mnuchin", role="Secretary of the Treasury"),
        "elsewhere": ActorEntry(name="Zoe Elsewhere"),
    }
    versions = [
        version("a", ("Steve Mnuchin", {"key": "steve-mnuchin"})),
        version("b", ("Steven Mnuchin", {"key": "steve-mnuchin"})),
    ]
    assert groups(*versions, entries=entries) == ["a:Steve Mnuchin = b:Steven Mnuchin", "(Zoe Elsewhere)"]
    profile, unseen = find_profiles(versions, entries)
    assert (profile.key, profile.role, unseen.appearances) == ("steve-mnuchin", "Secretary of the Treasury", ())


def titled(id: str, *people: tuple[str, str]) -> Annotated:  # noqa: A002
    """A version whose text is a list of titles and names."""
    text = "; ".join(f"{title} {name}".strip() for title, name in people) + "."
    actors = []
    for title, name in people:
        whole = at(text, f"{title} {name}".strip())
        titles = (Span(whole.start, whole.start + len(title)),) if title else ()
        actors.append(replace(named(text, name), mentions=(Span(whole.end - len(name), whole.end),), titles=titles))
    return make_version(text, id=id, actors=actors)


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        pytest.param(
            [
                titled("a", ("President", "Al Reed"), ("", "Ann Reed")),
                titled("b", ("President", "Reed")),
                titled("c", ("President", "Reed")),
            ],
            ["a:Al Reed = b:Reed = c:Reed", "a:Ann Reed"],
            id="the-only-one-with-the-title",
        ),
        pytest.param(
            [
                titled("a", ("", "Al Reed"), ("", "Ann Reed")),
                titled("b", ("President", "Reed")),
                titled("c", ("President", "Reed")),
            ],
            ["a:Al Reed", "a:Ann Reed", "b:Reed = c:Reed"],
            id="nobody-else-has-the-title",
        ),
        pytest.param(
            [
                titled("a", ("Senator", "Al Reed"), ("Senator", "Ann Reed")),
                titled("b", ("Senator", "Reed")),
                titled("c", ("Senator", "Reed")),
            ],
            ["a:Al Reed", "a:Ann Reed", "b:Reed", "c:Reed"],
            id="two-have-the-title",
        ),
        pytest.param(
            [
                titled("a", ("President", "Al Reed"), ("", "Ann Reed")),
                titled("b", ("President", "Reed")),
                titled("c", ("Senator", "Reed")),
            ],
            ["a:Al Reed", "a:Ann Reed", "b:Reed", "c:Reed"],
            id="another-title",
        ),
        pytest.param(
            [titled("a", ("President", "Al Reed"), ("", "Ann Reed")), titled("b", ("former president", "Reed"))],
            ["a:Al Reed", "a:Ann Reed", "b:Reed"],
            id="no-longer",
        ),
    ],
)
def test_a_title_tells_whom_a_last_name_means(versions: list[Annotated], expected: list[str]) -> None:
    assert groups(*versions) == expected


def test_lone_last_names_stay_apart_where_the_editor_knows_two_bearers() -> None:
    entries = {"robert-blair": ActorEntry(name="Robert Blair"), "bill-blair": ActorEntry(name="Bill Blair")}
    versions = [version("a", "Robert Blair", "Bill Blair"), version("b", "Blair"), version("c", "Blair")]
    assert groups(*versions, entries=entries) == ["a:Bill Blair", "b:Blair", "c:Blair", "a:Robert Blair"]


def test_keys_are_unique_and_found_again() -> None:
    versions = [version("a", "Ann Reed"), version("b", ("Ann Reed", BODY))]
    profiles = list(find_profiles(versions, {}))
    assert [profile.key for profile in profiles] == ["ann-reed", "ann-reed-2"]
    assert profile_keys(profiles) == {("a", "ann-reed"): "ann-reed", ("b", "ann-reed"): "ann-reed-2"}


def test_the_fullest_name_stands_for_all() -> None:
    (profile,) = find_profiles([version("a", "Reed"), version("b", "Ann Reed")], {})
    assert (profile.name, profile.key) == ("Ann Reed", "ann-reed")
    assert [isinstance(actor, Actor) for _, actor in profile.appearances] == [True, True]
