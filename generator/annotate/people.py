"""Which names are people, and which short name is whose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from generator.annotate.actor_rules import APPOSED, GIVEN_NAME, IN_FRONT, SPEAKS
from generator.annotate.names import Name
from generator.annotate.places import place_named
from generator.annotate.sexes import sex_of_sentence, sex_of_title
from generator.annotate.vocabulary import (
    ADJECTIVAL_ROLES,
    BODIES,
    CALENDAR,
    FAMILY,
    GIVEN,
    HONORIFICS,
    LANDMARKS,
    LONE_BODIES,
    NOT_PEOPLE,
    PEOPLES,
    PERSONAL_ROLES,
    RANKS,
    ROLE_MODIFIERS,
    ROLES,
)
from generator.given_names import may_be_one_person, read_name, same_given_name
from generator.model import Article, Rule, Span
from generator.newsrooms import is_newsroom

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
_FAMILY_BEFORE = re.compile(rf"\b({'|'.join(sorted(FAMILY))}),?\s(?:the\s)?$")
# “a conservative”, “a Republican of Ohio”; not “a conservative group”
_ALONE_OR_OF = r"(?:$|,|\s(?:of|from|in|who|and|running|representing)\b)"
_AT_OR_OF = re.compile(r"\b(?:at|in|of|for|from|near)\s(?:the\s)?(?:[A-Z]\w+\s)*$")
_ARTICLE = re.compile(r"\b([Tt]he|[Aa]n?)\s$")
# “Carl and Anna Moreno”
_AND_BEFORE = re.compile(r"(?:^|[^\w\s.’']\s?|\b[a-z]\w*\s)([A-Z]\w+) and $")
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
    titled: Name | None = None
    """The name that needs its title to be told from another of the same last name: Ms. Moreno, Mr. Moreno."""
    kin: bool = False
    """Whether the text brings the person in as somebody's relative."""

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
    said = frozenset(speaking)
    people = _full_names(article, names, said)
    by_last: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_last[person.last].append(person)
    shorts: defaultdict[str, list[Name]] = defaultdict(list)
    full = {name.span for person in people for name in person.names}
    for name in names:
        if not name.body and (len(name.words) == 1 or not read_name(name.text).given):
            shorts[read_name(name.text).last].append(name)
        elif name.opens and name.span not in full and read_name(name.last).last in by_last:
            shorts[read_name(name.last).last].append(_last_word(name))
    for person in people:
        first = min(person.names, key=lambda name: name.span)
        person.kin = _brought_in_as_family(article, first) or _is_named_with_family(article, first, by_last.keys())
    found = list(people)
    for last, called in shorts.items():
        found += _share(article, sentences, last, called, by_last[last] or _by_first_name(found, last, called, said))
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
    others: defaultdict[str | None, list[Name]] = defaultdict(list)
    if not owners:
        said_who = any(_says_who_alone(article.text, name.span) for name in called)
        titled = any(name.rank for name in called)
        if last in NOT_PEOPLE:  # “Mr. Hall”, but neither “Miss Universe” nor “Ohio's 16th District, who …”
            said_who, titled = False, any(name.capital_title and name.rank != "miss" for name in called)
        if titled or (said_who and not all(name.opens for name in called)):
            for name in called:
                others[sex_of_title([name.rank])].append(name)
            yield from _without_full_name(last, others)
        return
    sexes = {id(owner): _sex(article, sentences, owner.names) for owner in owners}
    bare = _sex(article, sentences, [name for name in called if name.rank not in HONORIFICS])
    for name in called:
        sex = sex_of_title([name.rank]) or (bare if name.rank not in HONORIFICS else None)
        fitting = [owner for owner in owners if sex is None or sexes[id(owner)] in (None, sex)]
        if name.rank in HONORIFICS:
            fitting = [o for o in fitting if not o.kin or (sexes[id(o)] == sex and not _called_before(o, sex, called))]
        else:
            fitting = [owner for owner in fitting if not _is_family(owner, name, called, owners)]
        owner = _owner(article, name, fitting)
        if owner is not None:
            owner.names.append(name)
        elif not fitting:
            others[sex].append(name)
    yield from _without_full_name(last, others)


def _called_before(owner: Person, sex: str | None, called: Sequence[Name]) -> bool:
    """Whether the text has already called somebody Mr. Moreno where it brings in "his son, Carl Moreno"."""
    first = min(owner.full_at)
    return any(name.span.start < first and sex_of_title([name.rank]) == sex for name in called)


def _without_full_name(last: str, called: Mapping[str | None, list[Name]]) -> Iterator[Person]:
    """Yield the person who is meant by the short names that are nobody's; two where the text calls one he and one she,
    each known by the title then, and a short name without one is left out.
    """
    sexes = [sex for sex in called if sex is not None]
    if len(sexes) > 1:
        for sex in sexes:
            titled = next((name for name in called[sex] if name.title is not None), None)
            yield Person(None, last, IN_FRONT, called[sex], titled=titled)
    elif called:
        yield Person(None, last, IN_FRONT, [name for names in called.values() for name in names])


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


def _is_family(owner: Person, name: Name, called: Sequence[Name], owners: Sequence[Person]) -> bool:
    """Whether the full name is brought in as a relative of someone whom the text calls by the same last name, or by it
    and an office that the relative is not given: President Moreno.
    """
    if not owner.kin:
        return False
    first = min(owner.names, key=lambda name: name.span)
    office = name.capital_title and all(name.rank != full.rank for full in owner.names)
    return office or len(owners) > 1 or any(name.span < first.span for name in called)


def _brought_in_as_family(article: Article, name: Name) -> bool:
    """Whether the text says whose relative it is: "his wife, Anna Moreno", "his father, the Rev. Carl Moreno"."""
    start = name.title.start if name.title is not None else name.span.start
    before = article.text[max(0, start - 24) : start]
    return name.rank in FAMILY or _FAMILY_BEFORE.search(before) is not None


def _is_named_with_family(article: Article, name: Name, lasts: Set[str]) -> bool:
    """Whether one of the family stands in front, whose first name alone is written: "Carl and Anna Moreno"."""
    if name.title is not None:
        return False
    pair = _AND_BEFORE.search(article.text, max(0, name.span.start - 40), name.span.start)
    if pair is None:
        return False
    first = pair[1].casefold()
    return first not in lasts | PEOPLES | BODIES | CALENDAR and pair[1] not in LONE_BODIES and not place_named(pair[1])


def _full_names(article: Article, names: Sequence[Name], said: frozenset[Span]) -> list[Person]:
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
    return not any(_brought_in_as_family(article, name) for name in (one, other))


def _bears(person: Person, name: Name) -> bool:
    """Whether a name of which nothing says whose it is fits: in full, or as a last name of two words."""
    return may_be_one_person(person.fullest.text, name.text) or any(_ends_in(full, name) for full in person.names)


def _names_a_body(person: Person, bodies: Sequence[tuple[str, ...]], called: Set[str]) -> bool:
    """Whether nothing but a given name makes a person of a name that begins a body's: Sandy Hook, of its school."""
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
    known = speaks or name.last in called or _says_who(article.text, name.span.end)
    if folded[0] in GIVEN and (PEOPLES.isdisjoint(folded) or (len(folded) == 2 and known)):
        return GIVEN_NAME
    if not PEOPLES.isdisjoint(folded) or folded[0] in NOT_PEOPLE or folded[0] in BODIES or is_newsroom(name.text):
        return None
    if not NOT_PEOPLE.isdisjoint(folded) and not (speaks and len(folded) == 2 and folded[0] not in NOT_PEOPLE):
        return None
    if article_in_front and article_in_front[1].lower() == "the":
        return None
    if _says_who(article.text, name.span.end):
        return APPOSED
    if (role := _ROLE_BEFORE.search(article.text, max(0, name.span.start - 24), name.span.start)) and (
        role[1] in PERSONAL_ROLES
    ):
        return APPOSED
    if speaks or (name.last in called and len(name.words) == 2):
        return SPEAKS
    return None


def _says_who_alone(text: str, name: Span) -> bool:
    """Whether it says so of a last name without a first: not of "an economist at Velocore, who …"."""
    return _says_who(text, name.end) and not _AT_OR_OF.search(text, max(0, name.start - 40), name.start)


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


def _by_first_name(people: Sequence[Person], first: str, called: Sequence[Name], speaking: Set[Span]) -> list[Person]:
    """Return the only person with that first name; one that is no common given name is a family name in front where a
    title or a verb of saying shows a person: Mr. Lou of Lou Jiwei, Ban said.
    """
    found = [person for person in people if person.first is not None and same_given_name(person.first, first)]
    return (
        found
        if len(found) == 1 and (first in GIVEN or any(n.capital_title or n.span in speaking for n in called))
        else []
    )
