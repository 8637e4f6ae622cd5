"""Whom "he", "she" and "the minister" stand for, where the text settles it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.annotate.discourse import Discourse
from generator.annotate.roles import fits, is_role, may_fit
from generator.annotate.sexes import sex_of_title
from generator.model import Actor, ActorKind

POSSESSIVES = {"his": "he", "her": "she"}

LONGEST_CHAIN = 12
"""How many sentences in a row may begin with "he" and still be traced to a name."""


def resolve_pronoun(
    discourse: Discourse, pronoun: str, at: int, *, of_subject: bool = False, links: int = LONGEST_CHAIN
) -> Actor | None:
    """Return whom "he" or "she" at `at` stands for.

    Of those whom the word fits that is the last one before it, in this paragraph or the one before, who spoke or was
    the first of a sentence, by name, pronoun or role; else the only one named there. None where that one is open,
    where people compete and where another is named between, in a later sentence or in the pronoun's own, unless the
    phrase is the subject's (`of_subject`: "hit Klein for what she called a lie").
    """
    start = discourse.window(at)

    def fitting(places: Sequence[tuple[int, Actor]]) -> list[tuple[int, Actor]]:
        first, last = (bisect_left(places, edge, key=lambda pair: pair[0]) for edge in (start, at))
        return [pair for pair in places[first:last] if discourse.sexes.get(pair[1].key, pronoun) == pronoun]

    if (subject_behind := discourse.fronted.get(at)) is not None:
        same = discourse.sexes.get(subject_behind.key, pronoun) == pronoun
        return _person(subject_behind) if same else None
    named = fitting(discourse.mentions)
    leading = fitting(discourse.spoken)
    leading += [(place, actor) for place, actor in named if place in discourse.openings]
    place, found = max(leading, key=lambda event: event[0], default=(start - 1, None))
    first, last = (bisect_left(discourse.subjects, (edge,)) for edge in (max(start, place + 1), at))
    subjects = [pair for pair in discourse.subjects[first:last] if _may_be(pronoun, pair[1])]
    if subjects:
        place, subject = subjects[-1]
        found = _subject(discourse, subject, place, links)
    elif found is None and len({actor.key for _, actor in named}) == 1:
        return _person(named[0][1])
    if _may_be_told_of(discourse, pronoun, found, at):
        return None
    return _person(found) if not _has_rival(discourse, named, found, place, at, of_subject=of_subject) else None


def _may_be(pronoun: str, subject: tuple[str, ...]) -> bool:
    """Whether "he" may be "the congressman" or "he"; not "the chairwoman", not "she"."""
    return subject == (pronoun,) or (subject not in (("he",), ("she",)) and sex_of_title(subject) in (None, pronoun))


def _subject(discourse: Discourse, subject: tuple[str, ...], at: int, links: int) -> Actor | None:
    if subject not in (("he",), ("she",)):
        return resolve_role(discourse, subject, at)
    return resolve_pronoun(discourse, subject[0], at, links=links - 1) if links else None


def _may_be_told_of(discourse: Discourse, pronoun: str, found: Actor | None, at: int) -> bool:
    """Whether the pronoun stands in reported words that name another before it: "Klein said Stone lied as he left"."""
    number = bisect_right(discourse.reported, at, key=lambda span: span.start) - 1
    if number < 0 or at >= discourse.reported[number].end:
        return False
    start = discourse.reported[number].start
    first, last = (bisect_left(discourse.inside, edge, key=lambda pair: pair[0]) for edge in (start, at))
    others = (actor for _, actor in discourse.inside[first:last] if actor is not found)
    return any(discourse.sexes.get(actor.key, pronoun) == pronoun for actor in others)


def _has_rival(
    discourse: Discourse,
    named: Sequence[tuple[int, Actor]],
    found: Actor | None,
    place: int,
    at: int,
    *,
    of_subject: bool,
) -> bool:
    own = discourse.sentences[max(bisect_right(discourse.sentences, at) - 1, 0)]
    behind = bisect_right(discourse.sentences, place)
    next_sentence = discourse.sentences[behind] if behind < len(discourse.sentences) else at
    rivals = [other for other, actor in named if actor is not found and other > place]
    return any(other >= next_sentence or (other >= own and not of_subject) for other in rivals)


def _person(actor: Actor | None) -> Actor | None:
    return actor if actor is not None and actor.kind is ActorKind.PERSON else None


def resolve_role(discourse: Discourse, role: Sequence[str], at: int) -> Actor | None:
    """Return whom "the (trade) minister" stands for: the only person before it with a title that has all these words.

    Of several, and where one word such as "the officer" is all there is to go by, the only one named in this paragraph
    or the one before. Where the text gives no more than the noun ("Sen. Moreno spoke. The Ohio senator left."), the
    only person of the article so far who has it, if the talk is of that person.
    """
    if not is_role(role):
        return None
    known = [actor for actor in discourse.people if actor.mentions[0].start < at]
    before = [actor for actor in known if fits(discourse.titles[actor.key], role)]
    if len(before) == 1 and len(role) > 1:
        return before[0]
    start = discourse.window(at)
    near = [actor for actor in before if any(start <= mention.start < at for mention in actor.mentions)]
    if near or before or len(role) == 1:
        return near[0] if len(near) == 1 else None
    likely = [actor for actor in known if may_fit(discourse.titles[actor.key], role)]
    return likely[0] if len(likely) == 1 and likely[0] is topic(discourse, at) else None


def topic(discourse: Discourse, at: int) -> Actor | None:
    """Return who spoke last or was the last to open a sentence, if nobody else is named behind."""
    start = discourse.window(at)
    events = [pair for pair in discourse.spoken if start <= pair[0] < at]
    events += [pair for pair in discourse.mentions if start <= pair[0] < at and pair[0] in discourse.openings]
    place, found = max(events, key=lambda event: event[0], default=(at, None))
    named = [pair for pair in discourse.mentions if start <= pair[0] < at]
    return None if _has_rival(discourse, named, found, place, at, of_subject=False) else found
