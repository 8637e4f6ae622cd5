"""How the pages of a story were made: files, what was removed and mended, rules, the editor's changes, downloads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from generator import __version__
from generator.model import EDITOR, Annotated, Change, Page, Place, Rule
from generator.phrases import count, count_words
from generator.render.env import fill, harden
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName, version_page
from generator.render.lookup import Lookup
from generator.render.notes.marks import repairs_in
from generator.render.notes.own_voice import OWN_VOICE


@dataclass(frozen=True, slots=True)
class RemovedLine:
    line: int
    """1-based, in the file as read."""
    words: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class MendedLine:
    line: int
    original: str
    shown: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    letter: str
    outlet: str
    version_href: str
    path: str
    sha256: str
    facts: str
    removed: tuple[RemovedLine, ...]
    mended: tuple[MendedLine, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    id: str
    says: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    what: str
    where: Markup
    why: str


@dataclass(frozen=True, slots=True)
class Download:
    href: str
    name: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    frame: Frame
    files: tuple[FileView, ...]
    rules: tuple[RuleView, ...]
    changes: tuple[ChangeView, ...]
    changes_told: str
    statements_told: str
    downloads: tuple[Download, ...]
    generator: str
    method_href: str


DOWNLOADS = (
    ("story.json", "JSON", "everything on these pages, for programs"),
    ("statements.csv", "CSV", "one line a statement, for a spreadsheet"),
    ("wordings.csv", "CSV", "one line for each version of a quotation"),
    ("events.csv", "CSV", "one line for each version's date of an event"),
    ("passages.csv", "CSV", "one line for each passage in each version"),
    ("annotations.jsonld", "W3C Web Annotation", "every mark, for annotation tools"),
    ("timeline.json", "TimelineJS", "the dated events"),
    ("citations.json", "CSL-JSON", "the articles, for a reference manager"),
)


def record_page(lookup: Lookup) -> Page:
    here = Here(PageName.RECORD)
    story = lookup.story
    view = RecordView(
        frame=make_frame(
            lookup, here, "Record", description="Files, rules and changes behind the pages of this story."
        ),
        files=tuple(make_file(lookup, here, version) for version in lookup.explained.versions),
        rules=tuple(RuleView(rule.id, rule.says) for rule in rules_used(lookup)),
        changes=tuple(make_change(lookup, here, change) for change in lookup.explained.changes),
        changes_told=tell_changes(lookup.explained.changes),
        statements_told=tell_statements(lookup.explained.versions),
        downloads=tuple(Download(here.to_file(f"data/{name}"), kind, says) for name, kind, says in DOWNLOADS),
        generator=f"Twice Told {__version__}",
        method_href=here.to_site("method.html"),
    )
    return Page(PurePosixPath(story.slug, f"{here.page}.md"), fill(view))


def make_file(lookup: Lookup, here: Here, version: Annotated) -> FileView:
    article = version.article
    seed = article.seed
    raw = seed.text

    def line(start: int) -> int:
        return raw.count("\n", 0, start) + 1

    repairs = [pair for block in article.blocks for pair in repairs_in(lookup, version.id, block)]
    return FileView(
        letter=seed.letter.upper(),
        outlet=lookup.outlet(version.id),
        version_href=here.to(version_page(seed)),
        path=str(seed.path),
        sha256=seed.sha256,
        facts=f"{seed.format}, {count(seed.size_bytes, 'byte')}, read as {seed.encoding}",
        removed=tuple(
            RemovedLine(line(item.raw.start), words, item.kind, item.rule.says)
            for item in article.removed
            for words in [raw[item.raw.start : item.raw.end].strip() or "(white space)"]
        ),
        mended=tuple(
            MendedLine(
                line(segment.raw.start),
                raw[segment.raw.start : segment.raw.end],
                lookup.at(Place(version.id, segment.span)),
                rule.says,
            )
            for segment, rule in repairs
        ),
    )


def rules_used(lookup: Lookup) -> list[Rule]:
    """Every rule that made a mark, a match, an event, a removal or a repair of this story, by id."""
    return sorted({OWN_VOICE, *_rules(lookup)} - {EDITOR}, key=lambda rule: rule.id)


def _rules(lookup: Lookup) -> Iterator[Rule]:
    for version in lookup.explained.versions:
        yield from (item.rule for item in version.article.removed)
        yield from (segment.rule for segment in version.article.segments if segment.rule)
        for marks in (version.statements, version.actors, version.times, version.framing):
            yield from (mark.rule for mark in marks)
    for found in (lookup.comparison.passages, lookup.comparison.wordings, lookup.comparison.events):
        yield from (one.rule for one in found)


def make_change(lookup: Lookup, here: Here, change: Change) -> ChangeView:
    where = Markup("")
    if change.anchor and change.anchor.version in lookup.versions:
        seed = lookup.versions[change.anchor.version].article.seed
        link = Markup('“{}” in <a href="{}">{}</a>')
        where = link.format(harden(change.anchor.quote), here.to(version_page(seed)), seed.letter.upper())
    return ChangeView(change.what, where, change.why or "")


def tell_changes(changes: Iterable[Change]) -> str:
    number = len(list(changes))
    if not number:
        return "The editor changed nothing that the rules proposed."
    return f"The editor made {count_words(number, 'change')} to what the rules proposed."


def tell_statements(versions: Iterable[Annotated]) -> str:
    """How many statements rest on rules alone, on the editor, or are still to check."""
    statements = [statement for version in versions for statement in version.statements]
    by_editor = sum(s.rule == EDITOR for s in statements)
    to_check = sum(not s.sure for s in statements)
    return (
        f"Of {count(len(statements), 'statement')}, {len(statements) - by_editor - to_check} stand by a rule, "
        f"{by_editor} by the editor's word, and {to_check} are still to check and feed nothing else."
    )
