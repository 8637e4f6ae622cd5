"""Which names are organisations, or names of no known kind that act, and which of them are one body's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.annotate.actor_rules import ACTS, BODY, SPEAKS
from generator.annotate.names import Name, is_abbreviation
from generator.annotate.places import acts, addressed, place_named
from generator.annotate.vocabulary import BODIES, NOT_BODIES, PEOPLES, PORTFOLIOS, TEXTS_AND_PROGRAMMES
from generator.body_names import other_names, plain_body
from generator.model import ActorKind, Article, Rule, Span
from generator.newsrooms import is_newsroom, same_newsroom

_COMPANY = re.compile(
    r"(?:giant|company|firm|maker|group|corporation|retailer|carrier|startup|network|platform|bank)\s+$"
)
# “his fellow Ruritanians urged him”: many people, no body
_SOME = re.compile(r"\b(?:fellow|many|most|some|few|all|other|these|those|my|our|his|her|their)\s$")
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|near|across)\s(?:the\s)?$")
_COMMON_NOUNS = PEOPLES | PORTFOLIOS | BODIES
_NOBODIES = NOT_BODIES | TEXTS_AND_PROGRAMMES
_CHAMBER = re.compile(r"(?:house|senate) (?=\S+ )")


@dataclass(slots=True)
class NamedActor:
    """An actor that is no person, with its mentions."""

    name: str
    kind: ActorKind
    rule: Rule
    mentions: list[Span]
    gloss: str | None = None


def gather_bodies(article: Article, names: Sequence[Name], said: frozenset[Span]) -> Iterator[NamedActor]:
    """Yield organisations and names of no known kind that act, each under the longest of its names.

    One body's are names that differ in marks only (F.B.I.), `Department of Justice` and `Justice Department`, a name
    with its country or chamber and without, a name and its initials, and what newsrooms are called for short. A short
    name that fits several longer ones stays a body of its own.
    """
    spelled: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        if not name.title:
            spelled[name.text].append(name)
    called: defaultdict[str, list[str]] = defaultdict(list)
    for text, fullest in _fullest_names(spelled).items():
        called[fullest].append(text)
    for fullest, texts in called.items():
        rules = (_rule(article, text, spelled[text], said) for text in texts)
        if (rule := next(filter(None, rules), None)) is not None:
            found = _acting(article, [name for text in texts for name in spelled[text]], said)
            kind = ActorKind.ORGANISATION if _is_organisation(article, found) else ActorKind.OTHER
            yield NamedActor(fullest, kind, rule, sorted(name.span for name in found))


def _fullest_names(spelled: Mapping[str, Sequence[Name]]) -> dict[str, str]:
    """Return for each name the longest one of the same body, itself where it is the longest or several would fit."""
    longer: defaultdict[str, set[str]] = defaultdict(set)
    bodies = [text for text, found in spelled.items() if any(name.body for name in found) or is_newsroom(text)]
    for text in bodies:
        for short in _short_forms(text):
            longer[short].add(text)
    found: dict[str, str] = {}
    newsrooms = [text for text in bodies if is_newsroom(text)]
    for text in sorted(spelled, key=lambda text: (-len(text), text)):
        fitting = {*longer[plain_body(text)]}
        fitting |= {full for full in newsrooms if text in newsrooms and same_newsroom(full, text)}
        candidates = {found[full] for full in fitting if full in found}
        found[text] = candidates.pop() if len(candidates) == 1 else text
    return found


def _short_forms(name: str) -> Iterator[str]:
    """Yield its other names, with `velocore` for Velocore Technologies and `zoning committee` for Senate Zoning
    Committee.
    """
    yield from other_names(name)
    plain = plain_body(name)
    if (shorter := _CHAMBER.sub("", plain, count=1)) != plain:
        yield shorter
    first, *others = name.split()
    if others and first.casefold() not in PEOPLES and all(word.casefold().rstrip(".") in BODIES for word in others):
        yield first.casefold()


def _acting(article: Article, found: Sequence[Name], said: frozenset[Span]) -> Sequence[Name]:
    """Of a name that is somewhere a place ("in Orlando") only the mentions that act, speak or are addressed."""
    text = article.text
    if any(name.body for name in found) or not any(
        _IN.search(text, max(0, n.span.start - 8), n.span.start) for n in found
    ):
        return found
    return [name for name in found if name.span in said or _acts(article, name)]


def _acts(article: Article, name: Name) -> bool:
    return acts(article.text, name.span.start, name.span.end) or addressed(article.text, name.span.start, name.span.end)


def _rule(article: Article, text: str, found: Sequence[Name], said: frozenset[Span]) -> Rule | None:
    speaks = any(name.span in said for name in found)
    if is_newsroom(text):
        return SPEAKS if speaks else None
    if any(name.body for name in found):
        return BODY
    if text.split()[-1].casefold() in ("poll", "survey", "show"):
        return None
    if text.casefold() in _COMMON_NOUNS or text in _NOBODIES or _is_group(text):
        return None
    if all(name.opens for name in found) and (text.casefold() in article.text or (" " not in text and text[-1] == "s")):
        return None
    if speaks:
        return SPEAKS
    if text[-1] == "s" and any(_SOME.search(article.text, max(0, n.span.start - 8), n.span.start) for n in found):
        return None
    if not all(name.opens for name in found) and any(_acts(article, name) for name in found):
        return ACTS
    return None


def _is_group(text: str) -> bool:
    """Members of a chamber or a region are many people, no body: House Republicans, South Carolina Democrats."""
    first, _, last = text.rpartition(" ")
    return last.casefold() in PEOPLES and (" " not in first or place_named(first) is not None)


def _is_organisation(article: Article, found: Sequence[Name]) -> bool:
    return any(
        name.body
        or is_abbreviation(name.text)
        or is_newsroom(name.text)
        or _COMPANY.search(article.text[max(0, name.span.start - 16) : name.span.start])
        for name in found
    )
