"""The table of measured figures on the method page."""

from __future__ import annotations

import json
from pathlib import Path

from generator.figures import MEASURED, NOTHING_MEASURED, PLACE, figures_table, put_figures
from tests.sites import ROOT

SCORE = {"precision": 0.987654, "recall": 0.5, "f1": 0.664}
RUN = {"measured_on": "2024-05-02", "part": "unread", "corpus": "polnear-dev", "version": "1"}


def test_each_figure_has_its_row_and_each_corpus_its_day() -> None:
    measured = {
        "statements": {**RUN, "articles": 84, "quoted": {"content_and_source": SCORE}, "content_tokens": SCORE},
        "times": {**RUN, "corpus": "timebank-times", "articles": 183, "found": SCORE, "value": SCORE},
        "bodies": {**RUN, "corpus": "html", "part": "all", "pages": 61, **SCORE},
    }
    table = figures_table(measured)
    assert "| Statements with quotation marks: content and source | 0.99 | 0.50 | 0.66 |" in table
    assert "| Value right, where a date or time was found | 0.99 | | |" in table
    assert "PolNeAR, US political news, the part never read while tuning; 84 articles; measured on 2 May 2024." in table
    assert "61 pages; measured on 2 May 2024." in table
    assert len({line.count("|") for line in table.splitlines() if line.startswith("|")}) == 1


def test_nothing_measured_is_said() -> None:
    assert figures_table({}) == NOTHING_MEASURED


def test_only_the_page_with_the_place_changes(tmp_path: Path) -> None:
    assert put_figures("# Method\n", tmp_path) == "# Method\n"
    assert put_figures(f"# Method\n\n{PLACE}\n", tmp_path) == f"# Method\n\n{NOTHING_MEASURED}\n"


def test_the_committed_figures_stand_on_the_method_page() -> None:
    assert PLACE in (ROOT / "docs/method.md").read_text(encoding="utf-8")
    measured = json.loads((ROOT / "docs" / MEASURED).read_text(encoding="utf-8"))
    assert measured.keys() == {"statements", "speakers", "times", "bodies"}
    assert figures_table(measured).count("\n| ") >= len(measured)
