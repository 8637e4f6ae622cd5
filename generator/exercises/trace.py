"""Words that reached a version through another newsroom, to be followed back."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exercises.ground import Ground
from generator.model import Chain, Exercise, ExerciseKind, Naming, Place, Skill, Span
from generator.newsrooms import same_newsroom
from generator.phrases import listed


def trace(ground: Ground) -> Iterator[Exercise]:
    """Yield one for each version in turn, each with another origin, for statements that came through a relay."""
    by_version: dict[str, list[Chain]] = {}
    for chain in ground.chains:
        said = chain.relays and not chain.statement.denial
        # A newsroom that speaks for itself passed nothing on: "according to the News, the News will close".
        if any(same_newsroom(relay, ground.origin(chain).label) for relay in chain.relays):
            continue
        if said and ground.shows(_content(chain)) and not _gives_away(chain):
            by_version.setdefault(chain.version, []).append(chain)
    seen: set[str] = set()
    for turn in range(max(map(len, by_version.values()), default=0)):
        for chains in by_version.values():
            if turn < len(chains) and chains[turn].origin not in seen:
                seen.add(chains[turn].origin)
                yield _exercise(ground, chains[turn])


def _content(chain: Chain) -> Place:
    content = chain.statement.content
    return Place(chain.version, Span(content[0].start, content[-1].end))


def _gives_away(chain: Chain) -> bool:
    """Whether the words to be shown hold the answer, as where a quotation is split by its source."""
    names = (*chain.statement.source, *(relay.span for relay in chain.statement.relays))
    return any(_content(chain).span.meets(name) for name in names)


def _exercise(ground: Ground, chain: Chain) -> Exercise:
    letter, statement = ground.letter(chain.version), chain.statement
    origin = ground.origin(chain)
    unnamed = " (no name is given)" if origin.naming is Naming.UNNAMED else ""
    says = [ground.quote(Place(chain.version, relay.span)) for relay in statement.relays]
    heard = [relay.name for relay in statement.relays if relay.heard]
    told = (
        f"The text says that {listed(heard)} heard the words."
        if heard
        else f"The text does not say that {listed([relay.name for relay in statement.relays])} heard the words."
    )
    way = " → ".join([f"{origin.label}{unnamed}", *chain.relays, letter])
    return Exercise(
        kind=ExerciseKind.TRACE,
        skill=Skill.TRACE,
        question=(
            f"Find these words in version {letter}. Follow them back: who is said to have said them, and "
            f"through which newsroom did they come to {letter}?"
        ),
        given=(ground.quote(_content(chain)),),
        answer=f"{way}.\nThe text puts it so: {listed(says)}.\n{told}",
        evidence=(
            ground.sentence(
                chain.version, [*statement.content, *statement.source, *(relay.span for relay in statement.relays)]
            ),
        ),
    )
