"""Which copy has which passage."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.coverage import find_coverage
from generator.model import Block, BlockKind
from tests.versions import lined_up, make_version


def test_what_the_fewest_have_comes_first() -> None:
    versions = [
        make_version("One.\nTwo.", id="a"),
        make_version("One.\nTwo.\nThree.", id="b"),
        make_version("One.", id="c"),
    ]
    rows = list(find_coverage(lined_up(*versions), versions))
    assert [(row.passage.id, row.missing) for row in rows] == [("p3", ("a", "c")), ("p2", ("c",)), ("p1", ())]


def test_an_empty_version_misses_everything() -> None:
    versions = [make_version("One.", id="a"), make_version("", id="b")]
    assert [row.missing for row in find_coverage(lined_up(*versions), versions)] == [("b",)]


def test_headlines_have_no_row() -> None:
    version = make_version("A headline\n\nA sentence.", id="a")
    head, body = version.article.blocks
    article = replace(version.article, blocks=(Block(BlockKind.HEADLINE, head.span), body))
    version = replace(version, article=article)
    assert [row.passage.id for row in find_coverage(lined_up(version), [version])] == ["p2"]


def test_lines_without_a_word_have_no_row() -> None:
    version = make_version("A sentence.\n\n* * *\n\nAnother.", id="a")
    assert [row.passage.id for row in find_coverage(lined_up(version), [version])] == ["p1", "p3"]


def test_another_language_is_not_said_to_lack_a_passage() -> None:
    versions = [
        make_version("One.", id="a"),
        make_version("Two.", id="b"),
        make_version("Drei.", id="c", language="de"),
    ]
    rows = list(find_coverage(lined_up(versions[0]), versions))
    assert [(row.missing, row.uncompared) for row in rows] == [(("b",), ("c",))]


def test_no_version_no_row() -> None:
    assert list(find_coverage((), ())) == []
