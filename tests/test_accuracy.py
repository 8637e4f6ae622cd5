"""Floors under the measured figures: a change of the rules may not lower them unnoticed.

On the project's own gold (tests/gold/drawn) always; on the public corpora where they stand beside the repository. A
floor lies a little under the last measured figure; it is raised with the figures and never lowered.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.errors import SeedError
from generator.evaluate.drawn import read_drawn
from generator.measure import Subject, measure

ROOT = Path(__file__).parents[1]
DRAWN = ROOT / "tests" / "gold" / "drawn"
DATA = ROOT.parent / "shared" / "data"

OWN = (
    ("statements", "every content_and_source f1", 0.85),
    ("statements", "quoted content_and_source f1", 0.91),
    ("statements", "sure content_and_source precision", 0.92),
    ("statements", "content_tokens f1", 0.90),
    ("statements", "source_tokens f1", 0.89),
    ("speakers", "named precision", 0.98),
    ("speakers", "named recall", 0.82),
    ("times", "found f1", 0.98),
    ("times", "value precision", 0.98),
)
CORPORA = (
    ("statements", "polnear-dev.jsonl", "quoted content_and_source f1", 0.87),
    ("statements", "polnear-dev.jsonl", "sure_quoted content_and_source precision", 0.95),
    ("statements", "polnear-dev.jsonl", "every content_and_source f1", 0.695),
    ("statements", "polnear-dev.jsonl", "sure_unquoted content_and_source precision", 0.87),
    ("statements", "polnear-dev.jsonl", "content_tokens f1", 0.85),
    ("statements", "polnear-dev.jsonl", "source_tokens f1", 0.755),
    ("speakers", "basil-2010-2014.jsonl", "persons precision", 0.96),
    ("speakers", "basil-2010-2014.jsonl", "persons recall", 0.84),
    ("times", "timebank-times.jsonl", "found f1", 0.945),
    ("times", "timebank-times.jsonl", "value precision", 0.915),
    ("bodies", "html", "f1", 0.975),
)


@cache
def figures(subject: str, gold: Path) -> dict[str, Any]:
    return measure(Subject(subject), gold).data


def figure(data: dict[str, Any], name: str) -> float:
    """Look up `every content f1` in the nested figures."""
    value: Any = data
    for key in name.split():
        value = value[key]
    return float(value)


@pytest.mark.parametrize(("subject", "name", "floor"), OWN)
def test_own_gold(subject: str, name: str, floor: float) -> None:
    assert figure(figures(subject, DRAWN), name) >= floor


@pytest.mark.skipif(not DATA.exists(), reason="the corpora for measuring are not beside the repository")
@pytest.mark.parametrize(("subject", "corpus", "name", "floor"), CORPORA)
def test_public_corpora(subject: str, corpus: str, name: str, floor: float) -> None:
    assert figure(figures(subject, DATA / corpus), name) >= floor


@pytest.mark.parametrize("path", sorted(DRAWN.glob("*.md")), ids=lambda path: path.stem)
def test_drawn_gold_is_whole(path: Path) -> None:
    """No bracket is left in the text, every statement stands in the list of speakers, and roles do not overlap."""
    drawn = read_drawn(path)
    assert not re.search(r"[{}]", drawn.text)
    listed = re.search(r"^speakers: \{(.*)\}$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed
    assert sorted(int(entry.split(":")[0]) for entry in listed[1].split(", ")) == [s.number for s in drawn.statements]
    for statement in drawn.statements:
        assert not any(left.meets(right) for left in statement.source for right in statement.content + statement.cue)


@pytest.mark.parametrize(("drawn", "seed"), [("seed_a", "000_*.txt"), ("seed_b", "002_*.txt")])
def test_the_demo_is_drawn_into_its_very_text(drawn: str, seed: str) -> None:
    (path,) = (ROOT / "seeds" / "huawei-canada-5g").glob(seed)
    assert read_drawn(DRAWN / f"{drawn}.md").text == path.read_bytes().decode()


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        pytest.param("{s1 Ann} spoke.", "no front matter", id="no-front-matter"),
        pytest.param("---\nspeakers: {}\n---\n{s1 Ann} spoke.", "statement 1 has no content", id="no-content"),
        pytest.param("---\nspeakers: {}\n---\n{q1 Ann spoke.", "is not closed", id="left-open"),
        pytest.param("---\nspeakers: {}\n---\nAnn} spoke.", "closes nothing", id="closes-nothing"),
    ],
)
def test_a_slip_in_drawn_gold_is_named(raw: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "slip.md"
    path.write_text(raw, encoding="utf-8")
    with pytest.raises(SeedError, match=what):
        read_drawn(path)
