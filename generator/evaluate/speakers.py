"""How well speakers are resolved, against BASIL."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.evaluate.gold import GoldPhrase, Part, read_phrases
from generator.evaluate.matching import Tokenised
from generator.evaluate.scores import NOTHING, Error, Score
from generator.model import Annotated, Naming, Seed, Statement

PERSON = re.compile(r"(?:[A-Z]\w+ )+(?!Lawmakers|Republicans|Democrats|Party|Now)[A-Z][a-z]\w*")
"""How BASIL writes a person among its main entities: capitalised names, unlike `senate Democrats` or `NAACP`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFigures:
    """`found`: phrases that stand in a statement with a named speaker; `right`: the name is the annotator's."""

    articles: int
    words: int
    named: Score
    """All main entities, groups such as `senate Democrats` too, of whom the text may name a member instead."""
    persons: Score
    """Only those that are persons."""
    attributed: Score
    """Phrases of which at least half stands in a statement, whoever speaks."""
    errors: tuple[Error, ...]


def evaluate_speakers(path: Path, annotate: Callable[[Seed], Annotated], part: Part = Part.ALL) -> SpeakerFigures:
    """Ask of each phrase marked as quoted, whose speaker is a main entity, whom `annotate` has saying it.

    Drawn gold also has words whose speaker the text leaves open: a name given to them is wrong.

    The answer is the speaker of the statement that holds most of the phrase, at least half of its tokens; of two, the
    shorter, which is the inner one. It is right when the speaker's label has the last word of the entity's name.
    Speakers that only speak for somebody, and the unnamed, are no answer.
    """
    articles = words = 0
    named = persons = attributed = NOTHING
    errors: list[Error] = []
    for seed, phrases in read_phrases(path, part):
        annotated = annotate(seed)
        articles += 1
        words += annotated.article.words
        tokens = Tokenised(seed.text)
        for phrase in phrases:
            statement = _holder(phrase, annotated, tokens)
            name = _named_speaker(statement)
            wanted = phrase.speaker
            right = name is not None and wanted is not None and _words(wanted)[-1] in _words(name)
            score = Score(int(right), int(name is not None), int(wanted is not None))
            named += score
            attributed += Score(int(statement is not None), int(statement is not None), 1)
            if wanted is None or PERSON.fullmatch(wanted):
                persons += score
            if score.right < max(score.found, score.wanted):
                errors.append(_error(seed.id, phrase, statement))
    return SpeakerFigures(
        articles=articles, words=words, named=named, persons=persons, attributed=attributed, errors=tuple(errors)
    )


def _holder(phrase: GoldPhrase, annotated: Annotated, tokens: Tokenised) -> Statement | None:
    """Return the statement that holds the phrase; where the phrase stands more than once, any of its places counts."""
    article = annotated.article
    contents = [tokens.inside(map(article.raw, statement.content)) for statement in annotated.statements]
    candidates: list[tuple[int, int, int]] = []
    for place in phrase.places:
        wanted = tokens.inside([place])
        for number, content in enumerate(contents):
            shared = len(wanted & content)
            if shared and 2 * shared >= len(wanted):
                candidates.append((-shared, len(content), number))
    return annotated.statements[min(candidates)[2]] if candidates else None


def _named_speaker(statement: Statement | None) -> str | None:
    if statement is None or statement.speaker is None or statement.speaker.naming is not Naming.NAMED:
        return None
    return statement.speaker.label


def _error(article: str, phrase: GoldPhrase, statement: Statement | None) -> Error:
    speaker = statement.speaker if statement else None
    if statement is None:
        kind = "no statement holds the phrase"
    elif speaker is None:
        kind = "no speaker"
    else:
        kind = "no named speaker" if speaker.naming is not Naming.NAMED else "other speaker"
    return Error(
        kind=kind,
        detail=statement.rule.id if statement else "",
        article=article,
        wanted=f"{phrase.speaker or 'nobody named'}: {phrase.text}",
        found=speaker.label if speaker else "",
    )


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())
