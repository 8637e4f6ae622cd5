"""The people of an article: which short name is whose."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from generator.annotate.actor_rules import IN_FRONT
from generator.annotate.appositions import says_who_alone, titles_of
from generator.annotate.full_names import Person, people_in_full
from generator.annotate.kin import is_brought_in_as_family, is_named_with_family, relation_in_front
from generator.annotate.names import REIGNS, Name
from generator.annotate.sexes import sex_of_sentence, sex_of_title
from generator.annotate.vocabulary import GIVEN, HONORIFICS, NOT_PEOPLE
from generator.given_names import read_name, same_given_name
from generator.model import Article, Span


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
    people = people_in_full(article, names, said)
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
        person.kin = is_brought_in_as_family(article, first) or is_named_with_family(article, first, by_last.keys())
    found = list(people)
    for last, called in shorts.items():
        owners = by_last[last] or _by_first_name(found, last, called, said)
        if reigning := [name for name in called if name.rank in REIGNS]:
            # "Pope Francis" is no Carl Francis; whom "Francis" alone means then stays open.
            crowned = [person for person in found if any(name.rank in REIGNS for name in person.names)]
            fitting = [one for one in crowned if one.last == last] or _by_first_name(crowned, last, called, said)
            owners, called = fitting, called if fitting == owners else reigning
        found += _share(article, sentences, last, called, owners)
    for person in found:
        person.names.sort(key=lambda name: name.span)
        person.titles = [title for name in person.names for title in titles_of(article, name)]
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
        said_who = any(says_who_alone(article.text, name.span) for name in called)
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
    titles = [*titles_of(article, name)] + ([name.title] if name.title is not None else [])
    said = [*(article.at(title) for title in titles), relation_in_front(article, name.span.start)]
    return [word.casefold().strip(".,") for words in said for word in words.split()]


def _is_family(owner: Person, name: Name, called: Sequence[Name], owners: Sequence[Person]) -> bool:
    """Whether the full name is brought in as a relative of someone whom the text calls by the same last name, or by it
    and an office that the relative is not given: President Moreno.
    """
    if not owner.kin:
        return False
    first = min(owner.names, key=lambda name: name.span)
    office = name.capital_title and all(name.rank != full.rank for full in owner.names)
    return office or len(owners) > 1 or any(name.span < first.span for name in called)


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
    title or a verb of saying shows a person: Mr. Zho of Zho Lanwei, Zho said.
    """
    found = [person for person in people if person.first is not None and same_given_name(person.first, first)]
    return (
        found
        if len(found) == 1 and (first in GIVEN or any(n.capital_title or n.span in speaking for n in called))
        else []
    )
