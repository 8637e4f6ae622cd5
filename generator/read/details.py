"""What is known of a version beside its text, each detail with the way it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import Details, How, Published, Stated, VersionEntry
from generator.read.addresses import date_in_address
from generator.read.language import UNDETERMINED, language_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says of itself: a page's metadata, front matter, or the record that the text came in."""

    how: How
    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None


def details(entry: VersionEntry | None, said: Sequence[Metadata], prose: str) -> Details:
    """Join what the editor states with what the files say, the first that says so; a guess never goes in.

    The date of publication is the editor's, else the one in the page's address, else the file's own; a date in the
    text, such as a clock of the page, is never taken for it. `prose` serves to detect the language.
    """

    def stated(name: str) -> Stated | None:
        if entry and (value := getattr(entry, name)):
            return Stated(value, How.EDITOR)
        return next((Stated(value, metadata.how) for metadata in said if (value := getattr(metadata, name))), None)

    url = stated("url")
    return Details(
        outlet=stated("outlet"),
        headline=stated("headline"),
        byline=stated("byline"),
        url=url,
        archived=entry.archived if entry else None,
        published=_published(entry, said, url),
        language=_language(stated("language"), prose),
        about=entry.about if entry else None,
        rests_on=entry.rests_on if entry else None,
        rights=entry.rights if entry else None,
    )


def _published(entry: VersionEntry | None, said: Sequence[Metadata], url: Stated | None) -> Published | None:
    if entry and entry.published:
        return Published(entry.published, How.EDITOR, entry.evidence)
    if url and (day := date_in_address(url.value)):
        return Published(day, How.ADDRESS)
    return next((Published(metadata.published, metadata.how) for metadata in said if metadata.published), None)


def _language(stated: Stated | None, prose: str) -> Stated:
    """The language that the text is plainly in goes before what a page's template says, not before the editor."""
    if stated and stated.how is How.EDITOR:
        return stated
    detected = language_of(prose)
    if stated and detected in (UNDETERMINED, stated.value.split("-")[0].lower()):
        return stated
    return Stated(detected, How.DETECTED)
