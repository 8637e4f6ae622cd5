"""Who acts, speaks or is addressed in an article."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.annotate.actor_rules import HEAD, PLACE, SEAT
from generator.annotate.bodies import NamedActor, gather_bodies
from generator.annotate.capitals import dateline_end
from generator.annotate.full_names import Person
from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.names import Name, find_names
from generator.annotate.people import gather_people
from generator.annotate.places import HEADS, acts, addressed, place_named
from generator.annotate.references import PREPOSITIONS
from generator.annotate.vocabulary import OPENERS, PEOPLES
from generator.body_names import full_country
from generator.given_names import read_name
from generator.model import Actor, ActorKind, Article, Span, Statement

_KINDS = {"government": ActorKind.GOVERNMENT, "organisation": ActorKind.ORGANISATION}
_UNNAMED = words(read_lexicon("sources")["persons"]) - words(read_lexicon("sources")["offices"])
# “Moreno administration”, “US embassy”, “Chinese government”: a capitalised word or two, then the noun.
_HEADED = re.compile(
    rf"(?<![\w.])((?:(?:(?:[A-Z]\.)+|[A-Z][\w’'-]*)\s){{1,3}})({'|'.join(HEADS)})\b(?!\s(?:{'|'.join(_UNNAMED)})\b)"
)
# “The administration of the president of the United States, Anna Moreno”
_HEADED_OF = re.compile(
    rf"\b({'|'.join(HEADS)})(?=\s+of\s)(?:\s+(?:of|the|former|then|US|U\.S\.|[Pp]resident|[Pp]rime|[Mm]inister|[Gg]overnor|[Cc]hancellor|"
    r"[Mm]ayor|United|States|[A-Z][a-z]+(?:an|ish|ese)))*\s*,?\s*$"
)
_BEHIND_HEAD = re.compile(r"\s*(?:$|[,;:.)”\"—–-]|who\b|and\b|also\b)")
# A Republican administration and a White House campaign are nobody's until the text says whose.
_OF_SOMEBODY = frozenset({"administration", "campaign"})
_ANYBODYS = PEOPLES | {"gop", "white", "house", "senate", "congress", "congressional", "presidential"}
_IN_FRONT_OF_HEAD = re.compile(r"(?:[A-Za-z][\w.-]*\s)*")


def find_actors(article: Article, sentences: Sequence[Span], statements: Sequence[Statement]) -> Iterator[Actor]:
    """Yield actors by their first mention; mentions of two actors never overlap.

    People and bodies count wherever they are named, place-names only where they act, speak or are addressed ("press
    Ottawa"; not "Ottawa sources"), newsrooms only where they speak. Short names go to the fullest name that they fit.
    Missed on purpose: names in headlines, which open every word with a capital, and a short name that two people share
    where the text does not say whose it is.
    """
    names = list(find_names(article, sentences))
    sources = sorted({span for statement in statements for span in statement.source})
    headed = list(_headed_names(article, names))
    covered = {place for _, span, _ in headed for place in range(span.start, span.end)}
    names = [name for name in names if covered.isdisjoint((name.span.start, name.span.end - 1))]
    said = frozenset(_speaking(article, names, sources))
    places = [name for name in names if _is_place(name)]
    rest = [name for name in names if not _is_place(name)]
    people = gather_people(article, sentences, rest, said)
    taken = {name.span for person in people for name in person.names}
    lasts = {person.last for person in people}
    taken |= {name.span for name in rest if read_name(name.last).last in lasts and (len(name.words) == 1 or name.opens)}
    named = _merge_headed(headed, people)
    named += _acting_places(article, [name for name in places if name.span not in taken], said)
    named += list(gather_bodies(article, [name for name in rest if name.span not in taken], said))
    found: list[tuple[Span, Person | NamedActor]] = [(p.names[0].span, p) for p in people if p.names]
    found += [(n.mentions[0], n) for n in named]
    keys: set[str] = set()
    for _, who in sorted(found, key=lambda pair: pair[0]):
        yield _actor(article, who, keys)


def _is_place(name: Name) -> bool:
    return place_named(name.text) is not None and not name.capital_title


def _actor(article: Article, who: Person | NamedActor, keys: set[str]) -> Actor:
    if isinstance(who, Person):
        name = who.fullest.text
        if who.titled is not None and who.titled.title is not None:
            name = f"{article.at(who.titled.title)} {who.titled.text}"
        return Actor(
            key=_key(name, keys),
            name=name,
            kind=ActorKind.PERSON,
            mentions=tuple(name.span for name in who.names),
            titles=tuple(sorted(set(who.titles))),
            rule=who.rule,
        )
    return Actor(
        key=_key(who.name, keys),
        name=who.name,
        kind=who.kind,
        gloss=who.gloss,
        mentions=tuple(sorted(who.mentions)),
        rule=who.rule,
    )


def _key(name: str, keys: set[str]) -> str:
    """Slug the name; one that another actor has gets a number, one without Latin letters a hash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’.]", "", plain)).strip("-")
    slug = slug or f"actor-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    key, number = slug, 1
    while key in keys:
        number += 1
        key = f"{slug}-{number}"
    keys.add(key)
    return key


def _speaking(article: Article, names: Sequence[Name], sources: Sequence[Span]) -> Iterator[Span]:
    """Yield the names that are the head of a source: "tech giant Velocore", not "Velocore" in "a Velocore aide"."""
    at = 0
    for source in sources:
        while at and names[min(at, len(names)) - 1].span.start >= source.start:
            at -= 1
        while at < len(names) and names[at].span.start < source.start:
            at += 1
        if at == len(names) or not source.holds(names[at].span):
            continue
        name = names[at]
        start = name.title.start if name.title else name.span.start
        before = article.text[dateline_end(article.text, source.start) : max(start, source.start)]
        behind = article.text[name.span.end : source.end]
        if (
            _IN_FRONT_OF_HEAD.fullmatch(before)
            and PREPOSITIONS.isdisjoint(before.split())
            and _BEHIND_HEAD.match(behind)
        ):
            yield name.span
        for last in names[at:]:
            if not source.holds(last.span):
                break
            if len(last.words) > 1 and _closes(article.text, source, last.span):
                yield last.span


def _closes(text: str, source: Span, name: Span) -> bool:
    """Whether a source ends in the name: "a spokesman for the committee, Karl Klein,"."""
    return text[name.start - 2 : name.start] == ", " and not text[name.end : source.end].strip(" ,")


def _headed_names(article: Article, names: Sequence[Name]) -> Iterator[tuple[str, Span, str]]:
    """Yield name, span and head noun of "the US embassy" and "the administration of President Anna Moreno"."""
    for match in _HEADED.finditer(article.text):
        start = match.start()
        modifiers = match[1].split()
        while modifiers and modifiers[0].casefold() in OPENERS and modifiers[0] != "US":
            start += len(modifiers[0]) + 1
            modifiers = modifiers[1:]
        owned = any(word.endswith(("'", "’", "'s", "’s")) for word in modifiers)
        if modifiers and not owned and not (match[2] in _OF_SOMEBODY and _ANYBODYS.issuperset(_folded(modifiers))):
            yield f"{' '.join(modifiers)} {match[2]}", Span(start, match.end()), match[2]
    for name in names:
        if place_named(name.text):
            continue
        before = article.text[max(0, name.span.start - 90) : name.span.start]
        if " of " in before and (of := _HEADED_OF.search(before)) is not None:
            start = name.span.start - len(before) + of.start()
            end = start + len(of.group().rstrip(" ,\n"))
            if name.title is not None and name.title.start < end:
                end = start + len(of[1])
            yield f"{name.last} {of[1]}", Span(start, end), of[1]


def _folded(words_: Sequence[str]) -> Iterator[str]:
    return (word.casefold().rstrip(".") for word in words_)


def _merge_headed(headed: Sequence[tuple[str, Span, str]], people: Sequence[Person]) -> list[NamedActor]:
    """Merge "Anna Moreno administration" with "Moreno administration"."""
    merged: dict[str, NamedActor] = {}
    for name, span, head in headed:
        modifiers = name.split()[:-1]
        for person in people:
            if read_name(modifiers[-1]).last == person.last:
                name = f"{modifiers[-1]} {head}"
        merged.setdefault(name, NamedActor(name, _KINDS[HEADS[head]], HEAD, [])).mentions.append(span)
    return list(merged.values())


def _acting_places(article: Article, places: Sequence[Name], said: frozenset[Span]) -> Iterator[NamedActor]:
    merged: dict[str, NamedActor] = {}
    for name in places:
        text = name.text
        place = place_named(text)
        assert place is not None
        if not (
            place.seat
            or name.span in said
            or acts(article.text, name.span.start, name.span.end)
            or addressed(article.text, name.span.start, name.span.end)
        ):
            continue
        rule = SEAT if place.seat else PLACE
        entry = merged.setdefault(full_country(text), NamedActor(text, ActorKind.GOVERNMENT, rule, [], place.gloss))
        entry.mentions.append(name.span)
    yield from merged.values()
