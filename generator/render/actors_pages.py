"""The index of actors and a profile page for each who speaks or stands in `story.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.model import ActorKind, Naming, Page, Profile
from generator.phrases import listed
from generator.render.badge import make_badges
from generator.render.env import fill
from generator.render.frame import Frame, make_frame
from generator.render.links import Here, PageName, actor_page, actor_section
from generator.render.lookup import Lookup
from generator.render.pictures.speaking import Row, Voice, speaking_picture
from generator.render.profile_parts import (
    MentionView,
    NamesView,
    RelayView,
    SaidGroup,
    find_mentions,
    find_names,
    find_relays,
    find_said,
    voice_in,
)


@dataclass(frozen=True, slots=True)
class ActorSection:
    """One actor on the index."""

    fragment: str
    name: str
    href: str
    """Its own page; empty where this section is all."""
    told: str
    """Kind, what the name stands for and the editor's role, where given."""
    names: tuple[NamesView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsView:
    frame: Frame
    picture: Markup
    sections: tuple[ActorSection, ...]
    """Who speaks first, then by name."""
    versions: int
    not_run: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    frame: Frame
    kind: ActorKind
    gloss: str
    role: str
    about: str
    about_href: str
    signed: str
    """Who wrote `role` and `about`."""
    names: tuple[NamesView, ...]
    said: tuple[SaidGroup, ...]
    told: tuple[SaidGroup, ...]
    """Acts and views in the outlet's words."""
    denied: tuple[SaidGroup, ...]
    spoken_for: tuple[SaidGroup, ...]
    relays: tuple[RelayView, ...]
    mentions: tuple[MentionView, ...]
    index_href: str


def actors_pages(lookup: Lookup) -> Iterator[Page]:
    """Yield the index, then a page for each of `lookup.speaking`, by name."""
    yield index_page(lookup)
    for profile in lookup.comparison.profiles:
        if profile.key in lookup.speaking:
            yield profile_page(lookup, profile)


def index_page(lookup: Lookup) -> Page:
    here = Here(PageName.ACTORS)
    spoke = [profile for profile in lookup.comparison.profiles if lookup.chains_of(profile.key)]
    silent = [profile for profile in lookup.comparison.profiles if profile not in spoke]
    view = ActorsView(
        frame=make_frame(lookup, here, "Actors", description="Who acts, speaks or is spoken of, and in which version."),
        picture=speaking_picture(make_badges(lookup, here), [_row(lookup, profile) for profile in spoke]),
        sections=tuple(make_section(lookup, here, profile) for profile in (*spoke, *silent)),
        versions=len(lookup.versions),
        not_run=listed(lookup.letters([v.id for v in lookup.explained.versions if v.not_run])),
    )
    return Page(PurePosixPath(lookup.story.slug, f"{here.page}.md"), fill(view))


def _row(lookup: Lookup, profile: Profile) -> Row:
    voices: dict[str, Voice] = {version: voice_in(lookup, profile, version) for version, _ in profile.appearances}
    return Row(full_name(profile), voices)


def full_name(profile: Profile) -> str:
    """`Ottawa (Canadian government)`."""
    return f"{profile.name} ({profile.gloss})" if profile.gloss else profile.name


def make_section(lookup: Lookup, here: Here, profile: Profile) -> ActorSection:
    return ActorSection(
        fragment=actor_section(profile.key),
        name=full_name(profile),
        href=here.to(actor_page(profile.key)) if profile.key in lookup.speaking else "",
        told=", ".join(filter(None, (_kind(profile.kind), profile.role))),
        names=tuple(find_names(lookup, here, profile)),
    )


def _kind(kind: ActorKind) -> str:
    return "" if kind is ActorKind.OTHER else kind


def profile_page(lookup: Lookup, profile: Profile) -> Page:
    here = Here(actor_page(profile.key))
    entry = lookup.story.editor.actors.get(profile.key)
    about = entry.about if entry else None
    editor = lookup.story.editor.editor
    name = full_name(profile)
    view = ActorView(
        frame=make_frame(lookup, here, name, description=f"What {name} says and what is said of them, by version."),
        kind=profile.kind,
        gloss=profile.gloss or "",
        role=profile.role or "",
        about=about.text if about else "",
        about_href=(about.url or "") if about else "",
        signed=f"the editor{f', {editor.name}' if editor else ''}",
        names=tuple(find_names(lookup, here, profile)),
        said=tuple(find_said(lookup, here, profile, Naming.NAMED, told=False)),
        told=tuple(find_said(lookup, here, profile, Naming.NAMED, told=True)),
        denied=tuple(find_said(lookup, here, profile, Naming.NAMED, denied=True)),
        spoken_for=tuple(find_said(lookup, here, profile, Naming.OFFICE)),
        relays=tuple(find_relays(lookup, here, profile)),
        mentions=tuple(find_mentions(lookup, here, profile)),
        index_href=here.to(PageName.ACTORS, actor_section(profile.key)),
    )
    return Page(PurePosixPath(lookup.story.slug, f"{here.page}.md"), fill(view))
