"""What is known of one actor: names, words of theirs, words said for them and of them, and who passed them on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Actor, Chain, Naming, Place, Profile, Span, Statement
from generator.phrases import listed
from generator.render.badge import Badge, make_badge
from generator.render.clauses import reads_by_itself
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.people import Link, cue_as_written, kind_words, relay_words, speaker_link
from generator.render.pictures.speaking import Voice
from generator.render.quoting import Excerpt, cites, excerpt, paragraphs


@dataclass(frozen=True, slots=True)
class NamesView:
    """How one version names an actor."""

    badge: Badge
    name: str
    titles: str
    """In quotation marks, as in the text; empty where no rule finds one."""
    cites: Markup
    """The first mention."""
    voice: Voice
    voiced: Markup
    """The statements that the voice rests on; empty where there is none."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """One wording of something said."""

    speaker: str
    excerpt: Excerpt
    how: str
    """Whether it is quoted, with the reporting verb and who passed it on."""


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """All wordings of one statement."""

    wordings: tuple[SaidView, ...]
    href: str
    """Where they are compared; empty where there is one only."""


@dataclass(frozen=True, slots=True)
class MentionView:
    """A sentence that names an actor outside the actor's own statements."""

    excerpt: Excerpt
    credited: Link | None
    """Whose words they are; None where no sure source was found."""


@dataclass(frozen=True, slots=True)
class RelayView:
    name: str
    cites: Markup


def voice_in(lookup: Lookup, profile: Profile, version: str) -> Voice:
    """How the actor stands in a version; by statements that are sure, where there is one."""
    chains = [chain for chain in lookup.chains_of(profile.key) if chain.version == version]
    own = [chain for chain in chains if lookup.origins[chain.origin].naming is Naming.NAMED]
    if own:
        if all(chain.statement.denial for chain in own):
            return Voice.DENIES
        return Voice.TOLD if all(chain.statement.stance for chain in own) else Voice.SPEAKS
    if chains:
        return Voice.SPOKEN_FOR
    return Voice.TO_CHECK if _to_check(lookup, profile, version) else Voice.NAMED


def _to_check(lookup: Lookup, profile: Profile, version: str) -> list[Statement]:
    keys = {actor.key for home, actor in profile.appearances if home == version}
    statements = lookup.versions[version].statements
    return [s for s in statements if s.speaker and s.speaker.actor in keys and not s.sure]


def voiced_in(lookup: Lookup, profile: Profile, version: str, voice: Voice) -> list[Place]:
    """The statements that the voice rests on."""
    naming = Naming.OFFICE if voice is Voice.SPOKEN_FOR else Naming.NAMED
    statements = [
        chain.statement
        for chain in lookup.chains_of(profile.key)
        if chain.version == version and lookup.origins[chain.origin].naming is naming
    ]
    if voice is Voice.TO_CHECK:
        statements = _to_check(lookup, profile, version)
    return [Place(version, statement.content[0]) for statement in statements]


def find_names(lookup: Lookup, here: Here, profile: Profile) -> Iterator[NamesView]:
    """Yield how each version names the actor; where one has two marks for them, both."""
    for version, actor in profile.appearances:
        voice = voice_in(lookup, profile, version)
        yield NamesView(
            badge=make_badge(lookup, here, version),
            name=actor.name,
            titles=", ".join(dict.fromkeys(f"“{lookup.at(Place(version, span))}”" for span in actor.titles)),
            cites=paragraphs(lookup, here, [Place(version, actor.mentions[0])]),
            voice=voice,
            voiced=paragraphs(lookup, here, voiced_in(lookup, profile, version, voice)),
        )


def find_said(
    lookup: Lookup, here: Here, profile: Profile, naming: Naming, *, denied: bool = False, told: bool | None = None
) -> Iterator[SaidGroup]:
    """Yield what sure statements credit to the actor (named) or to whoever speaks for them (office).

    What they deny is asked for apart: those are the words of somebody else. With `told`, only statements that tell an
    act or a view in the outlet's words, or, where it is false, only the others, as far as they read by themselves.
    """
    groups: dict[object, list[Chain]] = defaultdict(list)
    for chain in lookup.chains_of(profile.key):
        wanted = told is None or chain.statement.stance is told
        if wanted and told is False:
            content = " ".join(lookup.versions[chain.version].article.at(span) for span in chain.statement.content)
            wanted = reads_by_itself(content)
        if wanted and lookup.origins[chain.origin].naming is naming and chain.statement.denial is denied:
            wording = lookup.wording(chain.version, chain.statement)
            groups[wording.id if wording else chain].append(chain)
    for key, chains in groups.items():
        wordings = tuple(_said(lookup, here, same) for same in _by_words(lookup, chains))
        fragment = here.to("sourcing", key) if isinstance(key, str) else ""
        yield SaidGroup(wordings, fragment)


def _by_words(lookup: Lookup, chains: Sequence[Chain]) -> list[list[Chain]]:
    """Chains of one statement, those with the same wording together."""
    groups: dict[object, list[Chain]] = defaultdict(list)
    for chain in chains:
        wording = lookup.wording(chain.version, chain.statement)
        variants = wording.variants if wording else ()
        number = next((n for n, v in enumerate(variants) if chain.statement in v.statements), None)
        groups[number].append(chain)
    return list(groups.values())


def _said(lookup: Lookup, here: Here, chains: Sequence[Chain]) -> SaidView:
    first = chains[0]
    places = [Place(first.version, span) for span in first.statement.content]
    shown = excerpt(lookup, here, places, _differing(lookup, first))
    everywhere = [Place(chain.version, chain.statement.content[0]) for chain in chains]
    return SaidView(
        speaker=speaker_link(lookup, here, first.version, first.statement).words,
        excerpt=Excerpt(shown.words, cites(lookup, here, everywhere), shown.language, shown.direction),
        how="; ".join(dict.fromkeys(_how(lookup, chain) for chain in chains)),
    )


def _differing(lookup: Lookup, chain: Chain) -> tuple[Span, ...]:
    wording = lookup.wording(chain.version, chain.statement)
    if not wording or len(wording.variants) < 2:
        return ()
    return next((v.differing for v in wording.variants if v.statements[0] == chain.statement), ())


def _how(lookup: Lookup, chain: Chain) -> str:
    letter = lookup.letter(chain.version)
    cue = cue_as_written(lookup, chain.version, chain.statement)
    kind = f"{letter}: {kind_words(chain.statement)}"
    parts = [kind, cue] if cue else [kind]
    if chain.relays:
        parts.append(f"passed on by {listed([relay_words(lookup, relay, chain.version) for relay in chain.relays])}")
    return ", ".join(parts)


def find_mentions(lookup: Lookup, here: Here, profile: Profile) -> Iterator[MentionView]:
    """Yield the sentences that name the actor outside their own sure statements; each once, by version."""
    for version, actor in profile.appearances:
        annotated = lookup.versions[version]
        own = [chain.statement for chain in lookup.chains_of(profile.key) if chain.version == version]
        mentions = [m for m in actor.mentions if not any(_holds(statement, m) for statement in own)]
        for sentence in annotated.sentences:
            inside = [mention for mention in mentions if sentence.holds(mention)]
            if inside:
                yield MentionView(
                    excerpt=excerpt(lookup, here, [Place(version, sentence)], inside, mark="tt-named"),
                    credited=_credited(lookup, here, version, inside[0], actor),
                )


def _holds(statement: Statement, mention: Span) -> bool:
    return any(span.holds(mention) for span in (*statement.content, *statement.source, *statement.cue))


def _credited(lookup: Lookup, here: Here, version: str, mention: Span, actor: Actor) -> Link | None:
    holding = [
        s
        for s in lookup.versions[version].statements
        if s.sure and s.speaker and s.speaker.actor != actor.key and any(span.holds(mention) for span in s.content)
    ]
    innermost = min(holding, key=lambda s: sum(map(len, s.content)), default=None)
    return speaker_link(lookup, here, version, innermost) if innermost else None


def find_relays(lookup: Lookup, here: Here, profile: Profile) -> Iterator[RelayView]:
    """Yield each newsroom that the text says passed on words of the actor, with the places."""
    places: dict[str, list[Place]] = defaultdict(list)
    for chain in lookup.chains_of(profile.key):
        for relay in chain.relays:
            places[relay].append(Place(chain.version, chain.statement.content[0]))
    for name, found in places.items():
        yield RelayView(relay_words(lookup, name), cites(lookup, here, found))
