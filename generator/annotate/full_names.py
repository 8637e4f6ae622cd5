"""Which names of two words and more are people's, and which of them are one person's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from generator.annotate.actor_rules import APPOSED, GIVEN_NAME, IN_FRONT, SPEAKS
from generator.annotate.appositions import says_who
from generator.annotate.kin import is_brought_in_as_family
from generator.annotate.names import Name
from generator.annotate.vocabulary import BODIES, GIVEN, HONORIFICS, LANDMARKS, NOT_PEOPLE, PEOPLES, PERSONAL_ROLES
from generator.given_names import may_be_one_person, read_name
from generator.model import Article, Rule, Span
from generator.newsrooms import is_newsroom

_ROLE_BEFORE = re.compile(r"\b([a-z-]+),\s$")
_ARTICLE = re.compile(r"\b([Tt]he|[Aa]n?)\s$")


@dataclass(slots=True)
class Person:
    """One person while the names of an article are gathered."""

    first: str | None
    last: str
    rule: Rule
    names: list[Name] = field(default_factory=list)
    full_at: list[int] = field(default_factory=list)
    """Where the full name stands, in reading order."""
    titles: list[Span] = field(default_factory=list)
    titled: Name | None = None
    """The name that needs its title to be told from another of the same last name: Ms. Moreno, Mr. Moreno."""
    kin: bool = False
    """Whether the text brings the person in as somebody's relative."""

    @property
    def fullest(self) -> Name:
        return max(self.names, key=lambda name: (len(name.words), not name.text.isupper()))


def people_in_full(article: Article, names: Sequence[Name], said: frozenset[Span]) -> list[Person]:
    """Return the people whom the text gives a first name: one under all that may be the same person's names, unless a
    third bears a name that may be one of them only.
    """
    spelled: dict[str, Person] = {}
    waiting: list[Name] = []
    called = {n.words[0] for n in names if len(n.words) == 1 and (n.rank in HONORIFICS or n.span in said)}
    alone = {n.words[0] for n in names if len(n.words) == 1}
    for name in names:
        if len(name.words) < 2 or name.body or not read_name(name.text).given:
            continue
        rule = _evidence(article, name, said, called)
        if rule is None:
            waiting.append(name)
            continue
        parts = read_name(name.text)
        person = spelled.setdefault(name.text, Person(parts.given[0], parts.last, rule))
        person.names.append(name)
    bodies = [name.words for name in names if name.body]
    people = [person for person in _merged(article, list(spelled.values())) if not _names_a_body(person, bodies, alone)]
    for name in waiting:
        bearers = [person for person in people if _bears(person, name)]
        if len(bearers) == 1:
            bearers[0].names.append(name)
    for person in people:
        person.full_at = sorted(name.span.start for name in person.names)
    return people


def _merged(article: Article, people: Sequence[Person]) -> list[Person]:
    by_last: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_last[person.last].append(person)
    found: list[Person] = []
    for bearers in by_last.values():
        while bearers:
            person, *others = bearers
            same = [other for other in others if _one_person(article, person, other)]
            if any(
                _one_person(article, person, other) != _one_person(article, one, other)
                for one in same
                for other in others
                if other is not one
            ):
                same = [other for other in same if read_name(other.names[0].text) == read_name(person.names[0].text)]
            for other in same:
                person.names += other.names
            bearers = [other for other in others if other not in same]
            found.append(person)
    return found


def _one_person(article: Article, left: Person, right: Person) -> bool:
    """Whether nothing in their names and in how they are brought in tells them apart: Jr. and "his father" do."""
    one, other = left.names[0], right.names[0]
    if _ends_in(one, other) or _ends_in(other, one):
        return True
    if not may_be_one_person(one.text, other.text):
        return False
    if read_name(one.text).generation == read_name(other.text).generation:
        return True
    return not any(is_brought_in_as_family(article, name) for name in (one, other))


def _bears(person: Person, name: Name) -> bool:
    """Whether a name of which nothing says whose it is fits: in full, or as a last name of two words."""
    return may_be_one_person(person.fullest.text, name.text) or any(_ends_in(full, name) for full in person.names)


def _names_a_body(person: Person, bodies: Sequence[tuple[str, ...]], called: Set[str]) -> bool:
    """Whether nothing but a given name makes a person of a name that begins a body's: Sandy Point, of its school."""
    name = person.fullest
    begins = any(words[: len(name.words)] == name.words for words in bodies)
    return begins and person.rule is GIVEN_NAME and name.last not in called


def _ends_in(full: Name, last: Name) -> bool:
    """Whether one name is the other with a given name in front: Anna Moreno Klein, Moreno Klein."""
    return full.words[1:] == last.words and full.words[0].casefold() in GIVEN


def _evidence(article: Article, name: Name, said: frozenset[Span], called: set[str]) -> Rule | None:
    """Return the rule by which a name of two words and more is a person's; None where nothing says so."""
    folded = [word.casefold().rstrip(".") for word in name.words]
    if len(name.words) > 4 or folded[-1] in BODIES or folded[-1] in LANDMARKS:
        return None
    if name.rank and folded[-1] not in PEOPLES:
        return IN_FRONT
    article_in_front = _ARTICLE.search(article.text, max(0, name.span.start - 5), name.span.start)
    if article_in_front and not PEOPLES.isdisjoint(folded):
        return None  # “a Virginia Democrat”
    speaks = name.span in said
    known = speaks or name.last in called or says_who(article.text, name.span.end)
    if folded[0] in GIVEN and (PEOPLES.isdisjoint(folded) or (len(folded) == 2 and known)):
        return GIVEN_NAME
    if not PEOPLES.isdisjoint(folded) or folded[0] in NOT_PEOPLE or folded[0] in BODIES or is_newsroom(name.text):
        return None
    if not NOT_PEOPLE.isdisjoint(folded) and not (speaks and len(folded) == 2 and folded[0] not in NOT_PEOPLE):
        return None
    if article_in_front and article_in_front[1].lower() == "the":
        return None
    if says_who(article.text, name.span.end):
        return APPOSED
    if (role := _ROLE_BEFORE.search(article.text, max(0, name.span.start - 24), name.span.start)) and (
        role[1] in PERSONAL_ROLES
    ):
        return APPOSED
    if speaks or (name.last in called and len(name.words) == 2):
        return SPEAKS
    return None
