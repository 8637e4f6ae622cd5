"""`annotations.jsonld`: every mark, after the W3C Web Annotation Data Model (Sanderson, Ciccarese, Young)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import __version__
from generator.anchors import find_quote
from generator.model import (
    EDITOR,
    Actor,
    Annotated,
    FramingMark,
    Mark,
    Note,
    Span,
    Statement,
    TimeExpression,
)
from generator.shown_story import ShownStory, to_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

SOFTWARE = {"type": "Software", "name": f"Twice Told {__version__}"}


def web_annotations(story: ShownStory) -> str:
    """Return one collection with one page of annotations, by version, then statements, actors, times, framing, notes.

    The source of a target is the version's page. Positions count in code points of the version's reading text, which
    `story.json` holds. Several targets: the annotation is about all of these words. Addresses are relative to the
    file. A mark that the editor set, and a note, has the editor as `creator`; all others have `generator` alone.
    """
    items = [item for version in story.explained.versions for item in _of_version(story, version)]
    return to_json(
        {
            "@context": CONTEXT,
            "id": "annotations.jsonld",
            "type": "AnnotationCollection",
            "label": story.explained.story.title,
            "total": len(items),
            "first": {
                "id": "annotations.jsonld#page",
                "type": "AnnotationPage",
                "partOf": "annotations.jsonld",
                "startIndex": 0,
                "items": items,
            },
        }
    )


def _of_version(story: ShownStory, version: Annotated) -> Iterator[dict[str, Any]]:
    marks: tuple[Mark, ...] = (*version.statements, *version.actors, *version.times, *version.framing)
    for mark in marks:
        yield {
            "id": story.link(version.id, mark),
            "type": "Annotation",
            "motivation": _motivation(mark),
            **_makers(story, by_editor=mark.rule == EDITOR),
            "body": [_text("tagging", _tag(mark)), _text("describing", _told(story, version, mark))],
            "target": [_target(story, version, span) for span in _spans(mark)],
        }
    notes = [note for note in story.explained.story.editor.notes if note.version == version.id]
    for number, note in enumerate(notes, start=1):
        yield {
            "id": f"{story.page(version.id)}#note-{number}",
            "type": "Annotation",
            "motivation": "commenting",
            **_makers(story, by_editor=True),
            "body": [_text("commenting", note.note)],
            "target": [_target(story, version, _noted(version, note))],
        }


def _noted(version: Annotated, note: Note) -> Span:
    return find_quote(version.article.text, note.quote, note.prefix, note.suffix)


def _makers(story: ShownStory, *, by_editor: bool) -> dict[str, Any]:
    editor = story.explained.story.editor.editor
    if not by_editor:
        return {"generator": SOFTWARE}
    person: dict[str, str] = {"type": "Person", "name": editor.name if editor else "the editor of the story"}
    if editor and editor.url:
        person["homepage"] = editor.url
    return {"creator": person, "generator": SOFTWARE}


def _text(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": "en"}


def _target(story: ShownStory, version: Annotated, span: Span) -> dict[str, Any]:
    """In an excerpt, both selectors stand on the first part of the span that may be shown, if there is any."""
    text = story.texts[version.id]
    part = next(text.parts(span), None)
    at = part or span
    selectors: list[dict[str, Any]] = []
    if part:
        prefix, suffix = text.around(part)
        exact = version.article.at(part)
        selectors.append({"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix})
    selectors.append({"type": "TextPositionSelector", "start": at.start, "end": at.end})
    return {"source": story.page(version.id), "selector": selectors}


def _spans(mark: Mark) -> tuple[Span, ...]:
    match mark:
        case Statement():
            return mark.content
        case Actor():
            return mark.mentions
        case TimeExpression() | FramingMark():
            return (mark.span,)


def _motivation(mark: Mark) -> str:
    match mark:
        case Statement():
            return "describing"
        case Actor() | TimeExpression():
            return "identifying"
        case FramingMark():
            return "commenting"


def _tag(mark: Mark) -> str:
    match mark:
        case Statement():
            return f"{mark.kind} statement"
        case Actor():
            return f"actor: {mark.kind}"
        case TimeExpression():
            return "time"
        case FramingMark():
            return mark.kind


def _told(story: ShownStory, version: Annotated, mark: Mark) -> str:
    match mark:
        case Statement():
            return _told_of_statement(story, version, mark)
        case Actor():
            return f"{mark.name} ({mark.gloss})." if mark.gloss else f"{mark.name}."
        case TimeExpression():
            days = f"{mark.earliest} to {mark.latest}" if mark.earliest != mark.latest else f"{mark.earliest}"
            return f"{days if mark.earliest else 'No day can be given'}: {mark.why}"
        case FramingMark():
            return mark.why


def _told_of_statement(story: ShownStory, version: Annotated, statement: Statement) -> str:
    text = story.texts[version.id]
    if speaker := statement.speaker:
        sentences = [f"Speaker: {speaker.label} ({speaker.naming})."]
    elif statement.source and statement.rule != EDITOR:
        source = " … ".join(map(text.words, statement.source))
        sentences = [f"The rules could not tell who is meant by “{source}”."]
    elif statement.unattributed:
        sentences = ["The rules found nothing that tells who speaks."]
    else:
        sentences = ["The text does not say who speaks."]
    if statement.cue:
        sentences.append(f"Cue: {' … '.join(map(text.words, statement.cue))}.")
    if statement.relays:
        sentences.append(f"Passed on by: {', then '.join(relay.name for relay in statement.relays)}.")
    if statement.stance:
        sentences.append("The cue tells a view, a wish, a topic or an act, and no words said.")
    if statement.denial:
        sentences.append("The cue denies the content.")
    sentences.append(f"{'Sure' if statement.sure else 'To check'}, by rule {statement.rule.id}.")
    return " ".join(sentences)
