"""The measured figures as a Markdown table, for the method page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

PLACE = "<!-- measured figures -->"
"""Stands in the method page where the table belongs."""

MEASURED = Path("assets", "measured.json")
"""Below `docs/`; written by `twicetold evaluate … --json`."""

NOTHING_MEASURED = (
    "Nothing has been measured for this version yet: `twicetold evaluate … --json docs/assets/measured.json` fills this"
    " table. Until then, take every mark as unchecked."
)

CORPORA = {
    "polnear": "PolNeAR, US political news",
    "basil": "BASIL, US political news",
    "timebank": "TimeBank 1.2, news agency and broadcast",
    "html": "Article extraction benchmark, saved web pages",
    "drawn": "articles written for this project",
}
"""By how the gold file's name begins."""

PARTS = {"all": "", "looked": ", the part that was read while tuning", "unread": ", the part never read while tuning"}

SCORES = (
    ("statements", ("quoted", "content_and_source"), "Statements with quotation marks: content and source"),
    ("statements", ("sure_quoted", "content_and_source"), "… of them, those marked sure"),
    ("statements", ("every", "content_and_source"), "All statements: content and source"),
    ("statements", ("sure", "content_and_source"), "… of them, those marked sure"),
    ("statements", ("sure_unquoted", "content_and_source"), "Statements without quotation marks, marked sure"),
    ("statements", ("content_tokens",), "Words of contents"),
    ("statements", ("source_tokens",), "Words of sources"),
    ("speakers", ("named",), "Named speaker of a quotation, groups included"),
    ("speakers", ("persons",), "… where the speaker is a person"),
    ("times", ("found",), "Dates and times found"),
    ("bodies", (), "Article bodies of saved web pages"),
)


def put_figures(markdown: str, docs: Path) -> str:
    """Put the table of the committed figures into the method page's Markdown; other pages come back as they are."""
    if PLACE not in markdown:
        return markdown
    path = docs / MEASURED
    measured = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return markdown.replace(PLACE, figures_table(measured))


def figures_table(measured: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the table of what `twicetold evaluate --json` kept, with corpus and day; else a sentence that says so."""
    rows = list(_rows(measured))
    if not rows:
        return NOTHING_MEASURED
    head = ["| What | Precision | Recall | F1 |", "|---|---|---|---|"]
    return "\n".join([*head, *rows, "", *_sources(measured)])


def _rows(measured: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for subject, keys, label in SCORES:
        score: Any = measured.get(subject)
        for key in keys:
            score = score.get(key) if score else None
        if score:
            yield f"| {label} | {score['precision']:.2f} | {score['recall']:.2f} | {score['f1']:.2f} |"
        if score and subject == "times":
            right = measured["times"]["value"]["precision"]
            yield f"| Value right, where a date or time was found | {right:.2f} | | |"


def _sources(measured: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for subject, figures in sorted(measured.items()):
        on = date.fromisoformat(figures["measured_on"])
        corpus = next(
            (name for start, name in CORPORA.items() if figures["corpus"].startswith(start)), figures["corpus"]
        )
        size = f"{figures['articles']} articles" if "articles" in figures else f"{figures['pages']} pages"
        yield f"- *{subject.capitalize()}*: {corpus}{PARTS[figures['part']]}; {size}; measured on {on.day} {on:%B %Y}."
