"""One story, indexed for its pages: names, places, ids and what belongs to what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from markupsafe import Markup

from generator.anchors import find_quote, mark_ids
from generator.comparison_index import ComparisonIndex
from generator.crediting import credits_outlet
from generator.excerpt import shown
from generator.model import (
    ActorKind,
    Annotated,
    Chain,
    Explained,
    Mark,
    Naming,
    Note,
    Passage,
    Place,
    Span,
    Speaker,
    Statement,
    TimeExpression,
)
from generator.phrases import with_a
from generator.render.env import harden
from generator.render.joint import find_members
from generator.render.links import Here, PageName, actor_page, actor_section, paragraph, version_page

SPACES = re.compile(r"\s+")

MOST_PROFILE_PAGES = 25 - len(PageName)
"""A story has at most 25 pages beside its versions."""


class Lookup(ComparisonIndex):
    """Answers what the pages ask of an `Explained`; immutable once made."""

    def __init__(self, explained: Explained) -> None:
        super().__init__(explained.comparison)
        self.explained = explained
        self.story = explained.story
        self.versions: Mapping[str, Annotated] = {version.id: version for version in explained.versions}

    @cached_property
    def _ids(self) -> dict[str, dict[Mark, str]]:
        return {
            v.id: mark_ids(v.id, v.article.text, [*v.statements, *v.actors, *v.times, *v.framing])
            for v in self.explained.versions
        }

    @cached_property
    def _shown(self) -> dict[str, tuple[Span, ...]]:
        return {version.id: shown(version) for version in self.explained.versions}

    @cached_property
    def _passages(self) -> dict[Place, Passage]:
        return {place: passage for passage in self.comparison.passages for place in passage.places}

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of the profiles of those who speak as one, by the key of their origin, such as `Velocore and Lima`."""
        members: dict[str, dict[str, None]] = {}
        for chain in self.comparison.chains:
            found = self._members_of(chain)
            members.setdefault(chain.origin, {}).update(dict.fromkeys(found))
        return {origin: tuple(keys) for origin, keys in members.items() if keys}

    def _members_of(self, chain: Chain) -> tuple[str, ...]:
        return find_members(chain, self.origins[chain.origin], self.comparison.profiles, self.versions)

    @cached_property
    def _chains_by_profile(self) -> dict[str, list[Chain]]:
        chains: dict[str, list[Chain]] = {}
        for chain in self.comparison.chains:
            own = self.origins[chain.origin].profile
            for key in (own,) if own else self._members_of(chain):
                chains.setdefault(key, []).append(chain)
        return chains

    def chains_of(self, profile: str) -> list[Chain]:
        """The chains of an actor, of somebody who speaks for them, and of several who speak as one with them."""
        return self._chains_by_profile.get(profile, [])

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Keys of the profiles with a page of their own: who stands in `story.yaml`, then who speaks most.

        At most `MOST_PROFILE_PAGES`; the others are sections of the index of actors.
        """
        spoke = Counter({profile: len(chains) for profile, chains in self._chains_by_profile.items()})
        own = [p.key for p in self.comparison.profiles if p.key in spoke or p.key in self.story.editor.actors]
        own.sort(key=lambda key: (key not in self.story.editor.actors, -spoke[key]))
        return frozenset(own[:MOST_PROFILE_PAGES])

    def letter(self, version: str) -> str:
        """`A`."""
        return self.versions[version].article.seed.letter.upper()

    def outlet(self, version: str) -> str:
        """The outlet's name, or the file's where nobody names the outlet."""
        seed = self.versions[version].article.seed
        return seed.details.outlet.value if seed.details.outlet else seed.path.name

    def is_credited(self, chain: Chain, version: str) -> bool:
        """Whether a statement credits the outlet of another version for what it tells."""
        outlet = self.versions[version].article.seed.details.outlet
        return chain.version != version and credits_outlet(chain.statement, outlet.value if outlet else None)

    def letters(self, versions: Iterator[str] | tuple[str, ...] | list[str]) -> list[str]:
        """Letters in version order, each once."""
        wanted = set(versions)
        return [self.letter(version) for version in self.versions if version in wanted]

    def in_order(self, places: Iterable[Place]) -> list[Place]:
        """By version order, then place in the text."""
        order = list(self.versions)
        return sorted(places, key=lambda place: (order.index(place.version), place.span))

    def id(self, version: str, mark: Mark) -> str:
        """The lasting fragment of a mark on its version's page."""
        return self._ids[version][mark]

    def passage(self, place: Place) -> Passage | None:
        """The passage of a whole sentence."""
        return self._passages.get(place)

    def passages_in(self, version: str, span: Span) -> list[Passage]:
        """The passages of the sentences that meet `span`, in reading order."""
        found = (self.passage(Place(version, s)) for s in self.versions[version].sentences if s.meets(span))
        return [passage for passage in found if passage]

    def who(self, version: str, statement: Statement) -> str:
        """Who is given as the speaker, fit for a sentence: `the US embassy`, `a spokesman for X`, `“two sources”`."""
        speaker = statement.speaker
        written = " ".join(self.at(Place(version, span)) for span in statement.source)
        if speaker is None:
            return f"“{written}”" if written else "nobody"
        if speaker.naming is Naming.UNNAMED:
            return f"“{speaker.label}”"
        if speaker.naming is Naming.OFFICE:
            return with_a(speaker.label)
        return f"the {speaker.label}" if self._takes_the(version, speaker, written) else speaker.label

    def _takes_the(self, version: str, speaker: Speaker, written: str) -> bool:
        """Whether the text puts "the" before the name of a body as a rule: not for the sake of "the Acme case"."""
        actor = next((one for one in self.versions[version].actors if one.key == speaker.actor), None)
        if actor is None:
            return written.casefold().startswith(f"the {speaker.label}".casefold())
        if actor.kind is ActorKind.PERSON:
            return False
        text = self.versions[version].article.text
        mentions = [m for m in actor.mentions if text[m.start : m.end].casefold() == speaker.label.casefold()]
        with_the = sum(text[max(0, m.start - 4) : m.start].casefold() == "the " for m in mentions)
        return 2 * with_the > len(mentions)

    def editor_notes(self, version: str) -> list[tuple[Span, Note]]:
        """The editor's notes on a version, where they stand; every anchor was checked by curate."""
        text = self.versions[version].article.text
        notes = [note for note in self.story.editor.notes if note.version == version]
        return [(find_quote(text, note.quote, note.prefix, note.suffix), note) for note in notes]

    def paragraph_number(self, place: Place) -> int:
        """The number of the block that holds the start of `place`, from 1."""
        starts = [block.span.start for block in self.versions[place.version].article.blocks]
        return max(1, bisect_right(starts, place.span.start))

    def at(self, place: Place) -> str:
        """The words of a place on one line; in an excerpt, what may not be shown is told by its length."""
        article = self.versions[place.version].article
        pieces = (hidden + (article.at(visible) if visible else "") for hidden, visible in self.parts(place))
        return SPACES.sub(" ", "".join(pieces)).strip()

    def parts(self, place: Place) -> Iterator[tuple[str, Span | None]]:
        """Yield what may be shown of a place, each span behind what stands for the hidden words before it."""
        text = self.versions[place.version].article.text
        at = place.span.start
        for span in self._shown[place.version]:
            if span.meets(place.span):
                visible = Span(max(span.start, place.span.start), min(span.end, place.span.end))
                yield withheld(text[at : visible.start]), visible
                at = visible.end
        yield withheld(text[at : place.span.end]), None

    def shows(self, place: Place) -> bool:
        """Whether every word of a place may be shown."""
        return any(span.holds(place.span) for span in self._shown[place.version])

    def shows_all(self, version: str) -> bool:
        article = self.versions[version].article
        return self._shown[version] == tuple(block.span for block in article.blocks)

    def shown(self, version: str) -> tuple[Span, ...]:
        """The spans that may be shown; sorted, disjoint."""
        return self._shown[version]

    def href(self, here: Here, place: Place) -> str:
        """The paragraph that holds a place, on its version's page."""
        seed = self.versions[place.version].article.seed
        return here.to(version_page(seed), paragraph(self.paragraph_number(place)))

    def mark_href(self, here: Here, version: str, mark: Mark) -> str:
        return here.to(version_page(self.versions[version].article.seed), self.id(version, mark))

    def time_href(self, here: Here, version: str, time: TimeExpression) -> str:
        """The mark of a time, or the paragraph of one that the editor set for an event and that is no mark."""
        marked = time in self._ids[version]
        return self.mark_href(here, version, time) if marked else self.href(here, Place(version, time.span))

    def profile_href(self, here: Here, key: str) -> str:
        if key in self.speaking:
            return here.to(actor_page(key))
        return here.to("actors/index", actor_section(key))

    def cite(self, here: Here, place: Place) -> Markup:
        """A link such as `A ¶3` to the paragraph that holds a place."""
        label = f"{self.letter(place.version)} ¶{self.paragraph_number(place)}"
        return Markup('<a class="tt-cite" href="{}">{}</a>').format(self.href(here, place), harden(label))


def withheld(words: str) -> str:
    """What stands for words that an excerpt may not show; white space stays white space."""
    number = len(words.split())
    if not number:
        return words
    return f" [{number} {'word' if number == 1 else 'words'} withheld] "
