"""Which names are people, and which short name is whose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.annotate.actor_rules import APPOSED, GIVEN_NAME, IN_FRONT, SPEAKS
from generator.annotate.names import Name
from generator.annotate.sexes import sex_of_sentence, sex_of_title
from generator.annotate.vocabulary import (
    ADJECTIVAL_ROLES,
    BODIES,
    FAMILY,
    GIVEN,
    HONORIFICS,
    LANDMARKS,
    NICKNAMES,
    NOT_PEOPLE,
    PEOPLES,
    PERSONAL_ROLES,
    RANKS,
    ROLE_MODIFIERS,
    ROLES,
)
from generator.model import Article, Rule, Span

# ", a former aide" | ", US President Donald Trump's special envoy" | ", who" | ", 45," | ", R-S.C." | " (D-Ohio)"
_BEHIND = re.compile(
    r"(?:,\s+(?:who(?:se|m)?\b|\d\d(?=[,.;])|[RDI]-[A-Z])|\s+\([RDI]-[A-Z])|,\s+"
    # … for Speaker John A. Boehner | … of the C.I.A. | … for St. Louis County
    r"(?P<apposition>(?:[^,.;:()—–“”\"\n]|(?:(?<=\b[A-Z])|(?<=\b(?:St|Mr|Ms|Dr|Lt|Jr))|(?<=\b(?:Gov|Sen|Rep|Gen|Mrs)))\.){3,120})"
)
_ACT_BEHIND = re.compile(r"\b[a-z]+ed(?: on| last| yesterday| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|$)")
"""A verb rather than a participle: “, a White House aide confirmed on Thursday”."""
_OPENS_APPOSITION = frozenset({"a", "an", "the", "his", "her", "its", "their", "one", "now", "then", "another"})
_ROLE_BEFORE = re.compile(r"\b([a-z-]+),\s$")
_FAMILY_BEFORE = re.compile(rf"\b({'|'.join(sorted(FAMILY))}),?\s$")
# “a conservative”, “a Republican of Ohio”; not “a conservative group”
_ALONE_OR_OF = r"(?:$|,|\s(?:of|from|in|who|and|running|representing)\b)"
_AT_OR_OF = re.compile(r"\b(?:at|in|of|for|from|near)\s(?:the\s)?$")
_ARTICLE = re.compile(r"\b([Tt]he|[Aa]n?)\s$")
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|said|says|will|would|told|and)\b")


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

    @property
    def fullest(self) -> Name:
        return max(self.names, key=lambda name: (len(name.words), not name.text.isupper()))


def gather_people(
    article: Article, sentences: Sequence[Span], names: Sequence[Name], speaking: Iterable[Span]
) -> list[Person]:
    """Merge the names that are people's.

    A short name goes to the only person of that name, or to the one whose full name was the last to stand before it.
    It stays out, for the text leaves it open, where two full names compete within two paragraphs; and it is another,
    unnamed one's where a title or the pronouns say so ("Mr. Moreno" is not Anna Moreno whom the text calls "she") and
    where the full name is brought in as family of the one already called so ("his wife, Anna Moreno").
    """
    people = _full_names(article, names, frozenset(speaking))
    by_last: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people.values():
        by_last[person.last].append(person)
    shorts: defaultdict[str, list[Name]] = defaultdict(list)
    full = {name.span for person in people.values() for name in person.names}
    for name in names:
        if len(name.words) == 1 and not name.body:
            shorts[name.last.casefold()].append(name)
        elif name.opens and name.span not in full and name.last.casefold() in by_last:
            shorts[name.last.casefold()].append(_last_word(name))
    found = list(people.values())
    for last, called in shorts.items():
        found += _share(article, sentences, last, called, by_last[last] or _by_first_name(found, last))
    for person in found:
        person.names.sort(key=lambda name: name.span)
        person.titles = [title for name in person.names for title in _titles(article, name)]
    return found


def _last_word(name: Name) -> Name:
    """Take off what only opens the sentence: "Understated Moreno spoke"."""
    return replace(name, span=Span(name.span.end - len(name.last), name.span.end), text=name.last, words=(name.last,))


def _share(
    article: Article, sentences: Sequence[Span], last: str, called: Sequence[Name], owners: list[Person]
) -> Iterator[Person]:
    """Give short names to their owners; yield the person of whom the text has no full name, where there is one."""
    other = Person(None, last, IN_FRONT)
    if not owners:
        said_who = any(_says_who_alone(article.text, name.span) for name in called)
        titled = any(name.rank for name in called)
        if last in NOT_PEOPLE:  # “Mr. Hall”, but neither “Miss Universe” nor “Ohio's 16th District, who …”
            said_who, titled = False, any(name.capital_title and name.rank != "miss" for name in called)
        if titled or (said_who and not all(name.opens for name in called)):
            other.names += called
            yield other
        return
    sexes = {id(owner): _sex(article, sentences, owner.names) for owner in owners}
    bare = _sex(article, sentences, [name for name in called if name.rank not in HONORIFICS])
    for name in called:
        sex = sex_of_title([name.rank]) or (bare if name.rank not in HONORIFICS else None)
        fitting = [owner for owner in owners if sex is None or sexes[id(owner)] in (None, sex)]
        fitting = [
            owner for owner in fitting if not _is_family(article, owner, called, owners) or name.rank in HONORIFICS
        ]
        owner = _owner(article, name, fitting)
        if owner is not None:
            owner.names.append(name)
        elif not fitting:
            other.names.append(name)
    if other.names:
        yield other


def _sex(article: Article, sentences: Sequence[Span], names: Sequence[Name]) -> str | None:
    """Return what the text calls the bearer of these names: by a title, else by pronouns that all agree."""
    titles = {sex for name in names if (sex := sex_of_title(_title_words(article, name))) is not None}
    if titles:
        return titles.pop() if len(titles) == 1 else None
    pronouns: list[str] = []
    for name in names:
        sentence = sentences[max(bisect_right(sentences, name.span.start, key=lambda s: s.start) - 1, 0)]
        if (sex := sex_of_sentence(article.at(sentence))) is not None:
            pronouns.append(sex)
    return pronouns[0] if len(pronouns) > 1 and len(set(pronouns)) == 1 else None


def _title_words(article: Article, name: Name) -> list[str]:
    titles = [*_titles(article, name)] + ([name.title] if name.title is not None else [])
    relative = _FAMILY_BEFORE.search(article.text, max(0, name.span.start - 16), name.span.start)
    spans = [article.at(title) for title in titles] + ([relative[1]] if relative else [])
    return [word.casefold().strip(".,") for span in spans for word in span.split()]


def _is_family(article: Article, owner: Person, called: Sequence[Name], owners: Sequence[Person]) -> bool:
    """Whether the full name is brought in as a relative of someone whom the text calls by the same last name."""
    first = min(owner.names, key=lambda name: name.span)
    before = article.text[max(0, first.span.start - 24) : first.span.start]
    if first.rank not in FAMILY and not _FAMILY_BEFORE.search(before):
        return False
    return len(owners) > 1 or any(name.span < first.span for name in called)


def _full_names(article: Article, names: Sequence[Name], said: frozenset[Span]) -> dict[tuple[str | None, str], Person]:
    people: dict[tuple[str | None, str], Person] = {}
    waiting: list[tuple[tuple[str, str], Name]] = []
    called = {n.words[0] for n in names if len(n.words) == 1 and (n.rank in HONORIFICS or n.span in said)}
    for name in names:
        if len(name.words) < 2 or name.body:
            continue
        first = name.words[0].casefold()
        key = (NICKNAMES.get(first, first), name.last.casefold())
        rule = _evidence(article, name, said, called)
        if rule is None:
            waiting.append((key, name))
            continue
        person = people.setdefault(key, Person(key[0], key[1], rule))
        person.names.append(name)
        person.full_at.append(name.span.start)
    for key, name in waiting:
        if key in people:
            people[key].names.append(name)
            people[key].full_at.append(name.span.start)
    for person in people.values():
        person.full_at.sort()
    return people


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
    if folded[0] in GIVEN and (len(folded) == 2 or PEOPLES.isdisjoint(folded)):
        return GIVEN_NAME
    if not PEOPLES.isdisjoint(folded) or folded[0] in NOT_PEOPLE or folded[0] in BODIES:
        return None
    if not NOT_PEOPLE.isdisjoint(folded) and name.span not in said:
        return None
    if article_in_front and article_in_front[1].lower() == "the":
        return None
    if _says_who(article.text, name.span.end):
        return APPOSED
    if (role := _ROLE_BEFORE.search(article.text, max(0, name.span.start - 24), name.span.start)) and (
        role[1] in PERSONAL_ROLES
    ):
        return APPOSED
    if name.span in said or (name.last in called and len(name.words) == 2):
        return SPEAKS
    return None


def _says_who_alone(text: str, name: Span) -> bool:
    """Whether it says so of a last name without a first: not of "an economist at Velocore, who …"."""
    return _says_who(text, name.end) and not _AT_OR_OF.search(text, max(0, name.start - 10), name.start)


def _says_who(text: str, end: int) -> bool:
    """Whether what stands behind the name can only be said of a person."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    apposition = behind["apposition"]
    return apposition is None or _is_apposition(apposition, PERSONAL_ROLES)


def _is_apposition(words: str, roles: frozenset[str]) -> bool:
    """Whether the words between commas name one of the roles and are no clause of their own."""
    listed = words.split()[:14]
    first = listed[0]
    opens = first[0].isupper() or first in _OPENS_APPOSITION or first in ROLES or first in ROLE_MODIFIERS
    named = {word.strip("’'").casefold() for word in listed} & roles
    if named and named <= ADJECTIVAL_ROLES:
        named = {role for role in named if re.search(rf"(?i)\b{role}{_ALONE_OR_OF}", words)}
    return opens and bool(named) and not _FINITE.search(words) and not _ACT_BEHIND.search(words)


def _titles(article: Article, name: Name) -> Iterable[Span]:
    if name.title is not None and name.rank not in HONORIFICS:
        yield name.title
    behind = _BEHIND.match(article.text, name.span.end)
    if behind is not None and behind["apposition"] and _is_apposition(behind["apposition"], ROLES | RANKS):
        start, end = behind.span("apposition")
        if article.text[end : end + 1] in (",", ".", ";", "—", "–", ""):
            yield Span(start, end)


def _owner(article: Article, name: Name, owners: list[Person]) -> Person | None:
    """Whose short name it is: the only one of that name; else the one whose full name was the last to stand before it,
    unless another's stands within two paragraphs of that, that stands further than two paragraphs back, or the text
    has called another one so: it is that one's again where the full name is further back than that.
    """
    if len(owners) == 1:
        return owners[0]
    at = name.span.start
    before = sorted((max(full), i) for i, p in enumerate(owners) if (full := [f for f in p.full_at if f < at]))
    if not before:
        return None
    if len(before) == 1:
        return owners[before[0][1]]
    nearest, other = before[-1], before[-2]
    passed = _paragraphs_between(article, nearest[0], at)
    called = [owner for owner in owners if any(len(name.words) == 1 for name in owner.names)]
    if called and called != [owners[nearest[1]]]:
        return called[0] if len(called) == 1 and passed > 2 else None
    return owners[nearest[1]] if _paragraphs_between(article, other[0], nearest[0]) > 1 and passed <= 2 else None


def _paragraphs_between(article: Article, left: int, right: int) -> int:
    return sum(left < block.span.start <= right for block in article.blocks)


def _by_first_name(people: Sequence[Person], first: str) -> list[Person]:
    found = [person for person in people if person.first == NICKNAMES.get(first, first)]
    return found if len(found) == 1 and first in GIVEN else []
