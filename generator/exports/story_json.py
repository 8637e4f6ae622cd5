"""`story.json`: everything that is known of a story, for programs.

Format `twicetold-story`, version 1. A field may be added within a version of the format; a field that goes, or
changes its meaning, makes a new one. The file is one object:

    format      {"name": "twicetold-story", "version": 1}
    generator   the program that wrote it
    story       slug, title, question, selection, editor, reviewed (null: no editor has checked it), elsewhere, notes
    rules       every rule that made a mark, by its id: what it says
    versions    by letter; below
    comparison  passages, wordings, profiles, origins, chains, counts, reports, events, coverage, kinship, findings
    changes     what the editor changed in what the rules proposed

A version has `id`, `letter`, `file` (path, sha256, size_bytes, encoding, format), `details` (with how each is known;
`rights` among them), `words`, `text`, `blocks`, `sentences`, `quotations`, `statements`, `actors`, `times`, `framing`,
`not_run`, `removed` and `repairs`.

Everything below `versions` and `comparison` has the field names of the nouns in `generator.model`, whose docstrings
say what each means; enumerations are the phrases that pages print. Beyond that:

- A span is {"start", "end", "exact"}: code points of the version's `text`, half-open, and the words there. Under
  `raw` they count in the decoded file, and no words are repeated.
- A place is {"version", "start", "end", "exact"}.
- A mark has its lasting `id`; elsewhere it is named by {"version", "mark"}. `sure` false: to check, feeds nothing.
  The time of an event that the editor added is no mark and stands there whole.
- A rule is named by its id.
- null: the text does not say.
- With `rights` "excerpt", `text` is null, and "[…]" stands in `exact` for words that may not be shown.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from pydantic import BaseModel

from generator import __version__
from generator.model import (
    Actor,
    Anchor,
    Annotated,
    Block,
    Chain,
    Change,
    CoverageRow,
    Event,
    Finding,
    FramingMark,
    Passage,
    Place,
    Profile,
    Report,
    Rule,
    Segment,
    Span,
    Statement,
    TimeExpression,
    Wording,
)
from generator.shown_story import ShownStory, ShownText, to_json

FORMAT = {"name": "twicetold-story", "version": 1}

MARKS = (Statement, Actor, TimeExpression, FramingMark)


def story_json(story: ShownStory) -> str:
    explained = story.explained
    editor = explained.story.editor
    encoder = Encoder(story)
    versions = [encoder.version(version) for version in explained.versions]
    comparison = {
        field.name: [encoder.found(item) for item in getattr(explained.comparison, field.name)]
        for field in fields(explained.comparison)
    }
    return to_json(
        {
            "format": FORMAT,
            "generator": f"Twice Told {__version__}",
            "story": {
                "slug": explained.story.slug,
                "title": explained.story.title,
                "question": editor.question,
                "selection": editor.selection,
                "editor": encoder.plain(editor.editor, None),
                "reviewed": encoder.plain(editor.reviewed, None),
                "elsewhere": encoder.plain(editor.elsewhere, None),
                "notes": encoder.plain(editor.notes, None),
            },
            "rules": dict(sorted(encoder.rules.items())),
            "versions": versions,
            "comparison": comparison,
            "changes": encoder.plain(explained.changes, None),
        }
    )


class Encoder:
    """Turns nouns into JSON values; collects the rules that it met."""

    def __init__(self, story: ShownStory) -> None:
        self.story = story
        self.rules: dict[str, str] = {}

    def version(self, version: Annotated) -> dict[str, Any]:
        text = self.story.texts[version.id]
        article, seed = version.article, version.article.seed
        return {
            "id": seed.id,
            "letter": seed.letter,
            "file": {
                "path": str(seed.path),
                "sha256": seed.sha256,
                "size_bytes": seed.size_bytes,
                "encoding": seed.encoding,
                "format": seed.format.value,
            },
            "details": self.plain(seed.details, text),
            "words": article.words,
            "text": article.text if text.whole else None,
            "blocks": [self.plain(block, text) for block in article.blocks],
            "sentences": self.plain(version.sentences, text),
            "quotations": self.plain(version.quotations, text),
            **{
                name: [self.mark(mark, text) for mark in getattr(version, name)]
                for name in ("statements", "actors", "times", "framing")
            },
            "not_run": list(version.not_run),
            "removed": [self._removed(item, text) for item in article.removed],
            "repairs": [self._repair(segment, text) for segment in article.segments if segment.rule],
        }

    def mark(self, mark: Statement | Actor | TimeExpression | FramingMark, text: ShownText) -> dict[str, Any]:
        return {"id": self.story.mark_id(text.version.id, mark), **self._fields(mark, text)}

    def found(self, item: Any) -> Any:
        """Encode one thing that stands between versions."""
        match item:
            case Profile():
                appearances = [{"version": version, "actor": actor.key} for version, actor in item.appearances]
                return self._fields(item, None) | {"appearances": appearances}
            case Chain():
                text = self.story.texts[item.version]
                return self._fields(item, text)
            case Wording():
                return self._fields(item, None) | {
                    "variants": [
                        {
                            "places": self.plain(variant.places, None),
                            "statements": [
                                self._reference(statement, self.story.texts[place.version])
                                for place, statement in zip(variant.places, variant.statements, strict=True)
                            ],
                            "differing": self.plain(variant.differing, self.story.texts[variant.places[0].version]),
                            "quoted": variant.quoted,
                        }
                        for variant in item.variants
                    ]
                }
            case Event():
                reports = [self._fields(r, self.story.texts[r.place.version]) for r in item.reports]
                return self._fields(item, None, without="reports") | {"reports": reports}
            case CoverageRow():
                return self._fields(item, None, without="passage") | {"passage": item.passage.id}
            case Finding():
                return self._fields(item, None, without="about") | {"about": self._about(item.about)}
            case _:
                return self.plain(item, None)

    def plain(self, value: Any, text: ShownText | None) -> Any:
        """Encode any value; `text`: the version in which its spans count, None where it holds none but in places."""
        match value:
            case Span() if text:
                return self._span(value, text)
            case Place():
                return {"version": value.version, **self._span(value.span, self.story.texts[value.version])}
            case Rule():
                self.rules[value.id] = value.says
                return value.id
            case Block() if text:
                return {"kind": value.kind.value, **self._span(value.span, text)}
            case Change():
                return self._fields(value, None)
            case Anchor():
                return self._anchor(value)
            case BaseModel():
                return value.model_dump(mode="json")
            case Enum():
                return value.value
            case date():
                return value.isoformat()
            case tuple():
                return [self.plain(item, text) for item in value]
            case _ if isinstance(value, MARKS) and text and self.story.is_mark(text.version.id, value):
                return self._reference(value, text)
            case _ if is_dataclass(value):
                return self._fields(value, text)
            case _:
                return value

    def _fields(self, noun: Any, text: ShownText | None, without: str = "") -> dict[str, Any]:
        names = [field.name for field in fields(noun) if field.name != without]
        return {name: self.plain(getattr(noun, name), text) for name in names}

    def _span(self, span: Span, text: ShownText) -> dict[str, Any]:
        exact = text.version.article.at(span) if text.whole else text.words(span)
        return {"start": span.start, "end": span.end, "exact": exact}

    def _reference(self, mark: Statement | Actor | TimeExpression | FramingMark, text: ShownText) -> dict[str, str]:
        return {"version": text.version.id, "mark": self.story.mark_id(text.version.id, mark)}

    def _anchor(self, anchor: Anchor) -> dict[str, Any]:
        text = self.story.texts.get(anchor.version)
        dumped = anchor.model_dump(mode="json")
        if text is None or text.whole:
            return dumped
        return dumped | {"quote": text.cut(anchor.quote), "prefix": "", "suffix": ""}

    def _about(self, about: Passage | Wording | Event | Report | tuple[Chain, ...] | None) -> Any:
        match about:
            case Passage() | Wording() | Event():
                return {type(about).__name__.lower(): about.id}
            case Report():
                return {"report": about.newsroom}
            case tuple():
                return {"chains": [self.plain(c.statement, self.story.texts[c.version]) for c in about]}
            case None:
                return None

    def _removed(self, removed: Any, text: ShownText) -> dict[str, Any]:
        words = text.version.article.seed.text[removed.raw.start : removed.raw.end]
        return {
            "raw": {"start": removed.raw.start, "end": removed.raw.end},
            "exact": words if text.whole else None,
            "kind": removed.kind.value,
            "rule": self.plain(removed.rule, None),
        }

    def _repair(self, segment: Segment, text: ShownText) -> dict[str, Any]:
        words = text.version.article.seed.text[segment.raw.start : segment.raw.end]
        return {
            **self._span(segment.span, text),
            "raw": {"start": segment.raw.start, "end": segment.raw.end},
            "original": words if text.whole else None,
            "rule": self.plain(segment.rule, None),
        }
