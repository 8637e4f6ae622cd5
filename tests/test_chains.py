"""Origins, relays, counts and reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.compare.chains import count_sources, find_chains, find_origins, find_reports, merged_names
from generator.compare.profiles import find_profiles
from generator.compare.telling import Telling, find_tellings
from generator.model import Annotated, How, Naming, Report, RestsOn, Stated, Statement
from tests.versions import make_version, named, said

OFFICE = {"naming": Naming.OFFICE}
UNNAMED = {"naming": Naming.UNNAMED}


def version(id: str, *lines: tuple[str, dict[str, Any]], rests_on: str | None = None) -> Annotated:  # noqa: A002
    """One statement a line, "Speaker said so …"; the speaker is an actor unless nobody is named."""
    text = "\n".join(line for line, _ in lines)
    statements: list[Statement] = []
    actors = {}
    for line, given in lines:
        how = dict(given)
        speaker = how.pop("speaker", line.split(" said ")[0])
        actor = how.pop("actor", speaker if how.get("naming", Naming.NAMED) is Naming.NAMED else None)
        if actor:
            actors[actor] = named(text, actor)
        key = actors[actor].key if actor else None
        content = line.split(" said ")[1].split(",")[0]
        statements.append(said(text, content, speaker, actor=key, **how))
    made = make_version(text, id=id, statements=statements, actors=list(actors.values()))
    if rests_on is None:
        return made
    seed = made.article.seed
    details = replace(seed.details, rests_on=RestsOn(publisher=rests_on, why="it reads alike"))
    return replace(made, article=replace(made.article, seed=replace(seed, details=details)))


def tell(*versions: Annotated) -> tuple[Telling, ...]:
    return find_tellings(versions, (), tuple(find_profiles(versions, {})))


def origins_of(*versions: Annotated) -> list[str]:
    """The key of each sure statement's origin."""
    tellings = tell(*versions)
    return [chain.origin for chain in find_chains(tellings, find_origins(tellings, list(find_profiles(versions, {}))))]


def test_an_unnamed_source_of_one_text_that_stands_twice_is_one() -> None:
    versions = [version(id_, ("officials said one.", UNNAMED)) for id_ in "abc"]
    origins = find_origins(tell(*versions), (), {"a": "a", "b": "a", "c": "c"})
    assert [origin.key for origin in origins.values()] == ["unnamed:a:officials"] * 2 + ["unnamed:c:officials"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([("Ann Reed said one.", {}), ("Ann Reed said two.", {})], ["ann-reed", "ann-reed"], id="named"),
        pytest.param(
            [("A clerk for Ann Reed said one.", {**OFFICE, "speaker": "clerk for Ann Reed", "actor": "Ann Reed"})],
            ["office:ann-reed:clerk"],
            id="office",
        ),
        pytest.param(
            [("two sources said one.", UNNAMED), ("two sources said two.", UNNAMED)],
            ["unnamed:a:two sources", "unnamed:a:two sources"],
            id="unnamed-in-one-version",
        ),
        pytest.param([("Ann Reed said one.", {"sure": False})], [], id="to-check"),
        pytest.param([("It said one.", {"speaker": None})], [], id="the-text-leaves-it-open"),
    ],
)
def test_every_sure_statement_with_a_speaker_has_an_origin(
    lines: Sequence[tuple[str, dict[str, Any]]], expected: list[str]
) -> None:
    assert origins_of(version("a", *lines)) == expected


def test_named_origins_are_one_across_versions_and_unnamed_never() -> None:
    left = version("a", ("Ann Reed said one.", {}), ("sources said two.", UNNAMED))
    right = version("b", ("Ann Reed said one.", {}), ("sources said two.", UNNAMED))
    assert origins_of(left, right) == ["ann-reed", "unnamed:a:sources", "ann-reed", "unnamed:b:sources"]


def test_a_speaker_set_by_the_editor_is_found_by_the_full_name() -> None:
    made = version("a", ("He said one.", {"speaker": "Ann Reed", "actor": ""}))
    assert origins_of(made, version("b", ("Ann Reed said one.", {}))) == ["ann-reed", "ann-reed"]


def test_a_name_that_two_bear_finds_nobody() -> None:
    made = version("a", ("He said one.", {"speaker": "Ann Reed", "actor": ""}))
    others = [named("Ann Reed", "Ann Reed", key=key) for key in ("ann-reed", "ann-reed-clerk")]
    keeps_two_apart = make_version("Ann Reed", id="b", actors=others)
    assert origins_of(made, keeps_two_apart) == ["named:ann reed"]


def test_relays_are_merged_under_the_shortest_name() -> None:
    versions = [
        version("a", ("Ann Reed said one, cited by CBC News.", {"relays": [("CBC News", False)]})),
        version(
            "b",
            ("Ann Reed said one, to Canadian Broadcasting Corp.", {"relays": [("Canadian Broadcasting Corp", True)]}),
        ),
    ]
    tellings = tell(*versions)
    chains = find_chains(tellings, find_origins(tellings, list(find_profiles(versions, {}))))
    assert [chain.relays for chain in chains] == [("CBC News",), ("CBC News",)]


@pytest.mark.parametrize(
    ("outlet", "relays"),
    [
        pytest.param("HuffPost", [], id="its-own-name"),
        pytest.param("The Huffington Post", [], id="another-form-of-it"),
        pytest.param("The Denver Huffpost", [], id="its-last-word"),
        pytest.param("Fox News", ["HuffPost"], id="another-newsroom"),
        pytest.param(None, ["HuffPost"], id="nobody-says-whose-the-version-is"),
    ],
)
def test_what_an_outlet_heard_itself_is_not_second_hand(outlet: str | None, relays: list[str]) -> None:
    made = version("a", ("Ann Reed said one, she told HuffPost.", {"relays": [("HuffPost", True)]}))
    seed = made.article.seed
    details = replace(seed.details, outlet=Stated(outlet, How.EDITOR) if outlet else None)
    made = replace(made, article=replace(made.article, seed=replace(seed, details=details)))
    tellings = tell(made)
    origins = find_origins(tellings, list(find_profiles([made], {})))
    assert [list(chain.relays) for chain in find_chains(tellings, origins)] == [relays]
    assert [count.second_hand for count in count_sources([made], tellings, origins)] == [len(relays)]


def test_a_newsroom_that_speaks_is_not_second_hand() -> None:
    made = version(
        "a",
        (
            "The Daily Courier said one, told the Courier.",
            {"speaker": "The Daily Courier", "relays": [("Daily Courier", True)]},
        ),
    )
    tellings = tell(made)
    (count,) = count_sources([made], tellings, find_origins(tellings, list(find_profiles([made], {}))))
    assert (count.named, count.second_hand) == (1, 0)


def test_names_of_one_newsroom() -> None:
    names = merged_names(["Canadian Broadcasting Corp", "Reuters", "CBC News", "CBC"])
    assert names == {"Canadian Broadcasting Corp": "CBC", "Reuters": "Reuters", "CBC News": "CBC", "CBC": "CBC"}


def test_counts_are_of_distinct_origins() -> None:
    made = version(
        "a",
        ("Ann Reed said one, cited by Reuters.", {"relays": [("Reuters", False)]}),
        ("Ann Reed said two.", {}),
        ("A clerk for Bob Stone said three.", {**OFFICE, "speaker": "clerk for Bob Stone"}),
        ("two sources said four.", UNNAMED),
        ("Cid Moss said five.", {"sure": False}),
        ("She said six.", {"speaker": None}),
    )
    tellings = tell(made)
    (count,) = count_sources([made], tellings, find_origins(tellings, list(find_profiles([made], {}))))
    assert (count.named, count.offices, count.unnamed, count.second_hand, count.to_check) == (1, 1, 1, 1, 1)
    assert count.whose_open == 1
    assert count.words == made.article.words == 29


def test_an_empty_version_counts_nothing() -> None:
    empty = make_version("")
    (count,) = count_sources([empty], (), {})
    assert (count.words, count.named, count.to_check) == (0, 0, 0)


def reports_of(*versions: Annotated) -> list[Report]:
    return list(find_reports(versions, tell(*versions)))


TOLD_CBC = ("Ann Reed said one, to the CBC.", {"relays": [("CBC", True)]})
CITED_CBC = ("Ann Reed said one, cited by CBC News.", {"relays": [("CBC News", False)]})


def test_a_newsroom_that_heard_the_words_is_one_report_for_all_that_credit_it() -> None:
    (report,) = reports_of(version("a", TOLD_CBC), version("b", CITED_CBC), version("c", ("Ann Reed said one.", {})))
    assert (report.newsroom, report.versions, report.by_editor) == ("CBC", ("a", "b"), False)
    assert report.why == "A: “CBC”; B: “CBC News”"


def test_a_newsroom_that_only_passed_words_on_is_no_report() -> None:
    assert reports_of(version("a", CITED_CBC)) == []


def test_the_editor_says_what_a_version_rests_on() -> None:
    (report,) = reports_of(version("a", CITED_CBC), version("b", ("Ann Reed said one.", {}), rests_on="CBC"))
    assert (report.versions, report.by_editor) == (("a", "b"), True)
    assert report.why == "A: “CBC News”; B, says the editor: it reads alike"


def test_a_statement_to_check_is_no_evidence_of_a_report() -> None:
    line, details = TOLD_CBC
    assert reports_of(version("a", (line, {**details, "sure": False}))) == []
