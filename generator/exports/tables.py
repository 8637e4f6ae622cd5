"""Tables for spreadsheets: one line a statement, a wording in a version, a report of an event, a passage in a version.

Comma-separated values after RFC 4180 (Shafranovich), UTF-8 with a byte-order mark so that spreadsheets read the
quotation marks, a head line, and every line ended by a carriage return and a line feed. White space inside a cell is
one space. A cell that begins with `=`, `+`, `-` or `@` gets an apostrophe in front, or spreadsheets would run it as a
formula (OWASP, "CSV Injection"). Truth values are `yes` and `no`; an empty cell: the text does not say.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.model import Place, Span
from generator.shown_story import ShownStory

FORMULA = ("=", "+", "-", "@")

Cell = str | int | bool | date | None


def statements_table(story: ShownStory) -> str:
    """By version, then in reading order."""
    head = (
        "version", "id", "kind", "speaker", "naming", "actor", "source", "cue", "content", "passed_on_by",
        "stance", "denial", "number", "described", "knows", "why_unnamed", "sure", "rule", "start", "end", "link",
    )  # fmt: skip
    return _table(head, _statements(story))


def wordings_table(story: ShownStory) -> str:
    """One line for each version that has a quotation; lines of one quotation share `wording`, lines with the same words
    `variant` too, whatever the spaces, quotation marks and dashes.
    """
    head = ("wording", "variant", "version", "words", "differing", "quoted", "speaker", "changes", "link")
    return _table(head, _wordings(story))


def events_table(story: ShownStory) -> str:
    """One line for each version that tells of an event; `earliest` and `latest` are what this version allows.

    `text` has the editor's words for an event that the editor added, be it with places in the versions or without.
    """
    head = (
        "event", "text", "certainty", "conflict", "version", "earliest", "latest", "expression", "why", "sentence",
        "link",
    )  # fmt: skip
    return _table(head, _events(story))


def passages_table(story: ShownStory) -> str:
    """One line for each version that has a passage; `not_found_in` names the copies in which it was not found, and
    `not_compared_with` those in another language.
    """
    head = ("passage", "likeness", "version", "words", "start", "end", "not_found_in", "not_compared_with")
    return _table(head, _passages(story))


def _statements(story: ShownStory) -> Iterator[tuple[Cell, ...]]:
    for version in story.explained.versions:
        for statement in version.statements:
            speaker, anonymity = statement.speaker, statement.anonymity

            def said(spans: Sequence[Span | None], version_id: str = version.id) -> str | None:
                return _joined(story, version_id, spans)

            yield (
                story.letter(version.id),
                story.mark_id(version.id, statement),
                statement.kind.value,
                speaker.label if speaker else None,
                speaker.naming.value if speaker else None,
                speaker.actor if speaker else None,
                said(statement.source),
                said(statement.cue),
                said(statement.content),
                " > ".join(relay.name for relay in statement.relays) or None,
                statement.stance,
                statement.denial,
                said([anonymity.number]) if anonymity else None,
                said([anonymity.described]) if anonymity else None,
                said([anonymity.knows]) if anonymity else None,
                said([anonymity.reason]) if anonymity else None,
                statement.sure,
                statement.rule.id,
                statement.content[0].start,
                statement.content[-1].end,
                story.link(version.id, statement),
            )


def _wordings(story: ShownStory) -> Iterator[tuple[Cell, ...]]:
    for wording in story.explained.comparison.wordings:
        for number, variant in enumerate(wording.variants, start=1):
            differing = _joined(story, variant.places[0].version, variant.differing, " … ")
            for place, statement in zip(variant.places, variant.statements, strict=True):
                yield (
                    wording.id,
                    number,
                    story.letter(place.version),
                    story.words(place),
                    differing,
                    variant.quoted,
                    statement.speaker.label if statement.speaker else None,
                    "; ".join(wording.changes),
                    story.link(place.version, statement),
                )


def _events(story: ShownStory) -> Iterator[tuple[Cell, ...]]:
    for event in story.explained.comparison.events:
        start = (event.id, event.text, event.certainty.value, event.conflict)
        if not event.reports:
            yield (*start, None, event.earliest, event.latest, None, "set by the editor", None, None)
        for report in event.reports:
            version, time = report.place.version, report.time
            expression = _joined(story, version, [time.span])
            sentence, link = story.words(report.place), story.link(version, time)
            yield (*start, story.letter(version), time.earliest, time.latest, expression, time.why, sentence, link)


def _passages(story: ShownStory) -> Iterator[tuple[Cell, ...]]:
    rows = {row.passage.id: row for row in story.explained.comparison.coverage}
    for passage in story.explained.comparison.passages:
        row = rows.get(passage.id)  # headlines have none
        not_found, not_compared = (
            " ".join(map(story.letter, versions)) for versions in ((row.missing, row.uncompared) if row else ((), ()))
        )
        for place in passage.places:
            letter, words, span = story.letter(place.version), story.words(place), place.span
            yield (passage.id, passage.likeness.value, letter, words, span.start, span.end, not_found, not_compared)


def _joined(story: ShownStory, version: str, spans: Sequence[Span | None], between: str = " ") -> str | None:
    return between.join(story.words(Place(version, span)) for span in spans if span) or None


def _table(head: Sequence[str], lines: Iterable[Sequence[Cell]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([[safe(cell) for cell in line] for line in lines])
    return "\ufeff" + buffer.getvalue()


def safe(cell: Cell) -> str:
    """Return a cell as text that no spreadsheet takes for a formula."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
        case str():
            flat = " ".join(cell.split())
            return f"'{flat}" if flat.startswith(FORMULA) else flat
