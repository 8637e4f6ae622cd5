"""Figures as lines of text for a terminal and as plain data for JSON."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from generator.evaluate.bodies import BodyFigures
from generator.evaluate.scores import Error, Score
from generator.evaluate.speakers import SpeakerFigures
from generator.evaluate.statements import StatementFigures, Whole
from generator.evaluate.times import TimeFigures

SLICES = {
    "quoted": "statements with quotation marks",
    "sure_quoted": "… marked sure",
    "every": "all statements",
    "sure": "… marked sure",
    "unquoted": "statements without quotation marks",
    "sure_unquoted": "… marked sure",
}


def score_data(score: Score) -> dict[str, float | int]:
    """Nothing rounded."""
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "right": score.right,
        "found": score.found,
        "wanted": score.wanted,
    }


def statements_lines(figures: StatementFigures) -> Iterator[str]:
    yield f"{figures.articles} articles, {figures.words:,} words"
    for name, label in SLICES.items():
        whole: Whole = getattr(figures, name)
        yield f"{label:36} content+source  {whole.content_and_source}"
        yield f"{'':36} content only    {whole.content}"
    for label, score in (
        ("tokens of contents", figures.content_tokens),
        ("tokens of sources", figures.source_tokens),
        ("tokens of cues", figures.cue_tokens),
    ):
        yield f"{label:52} {score}"
    yield "precision by rule (content+source):"
    for rule, score in figures.rules:
        yield f"  {score.precision:.3f} of {score.found:5}  {rule}"


def statements_data(figures: StatementFigures) -> dict[str, Any]:
    slices: dict[str, Any] = {}
    for name in SLICES:
        whole: Whole = getattr(figures, name)
        slices[name] = {
            "content_and_source": score_data(whole.content_and_source),
            "content": score_data(whole.content),
        }
    return {
        "articles": figures.articles,
        "words": figures.words,
        **slices,
        "content_tokens": score_data(figures.content_tokens),
        "source_tokens": score_data(figures.source_tokens),
        "cue_tokens": score_data(figures.cue_tokens),
        "rules": {rule: score_data(score) for rule, score in figures.rules},
    }


def speakers_lines(figures: SpeakerFigures) -> Iterator[str]:
    yield f"{figures.articles} articles, {figures.words:,} words"
    yield f"named speaker               {figures.named}"
    yield f"… where a person is wanted  {figures.persons}"
    yield f"… phrase in a statement     recall {figures.attributed.recall:.3f} of {figures.attributed.wanted}"


def speakers_data(figures: SpeakerFigures) -> dict[str, Any]:
    return {
        "articles": figures.articles,
        "words": figures.words,
        "named": score_data(figures.named),
        "persons": score_data(figures.persons),
        "attributed": score_data(figures.attributed),
    }


def times_lines(figures: TimeFigures) -> Iterator[str]:
    yield f"{figures.articles} articles, {figures.words:,} words"
    yield f"dates found            {figures.found}"
    yield f"value right when found {figures.value.precision:.3f} ({figures.value.right}/{figures.value.found})"


def times_data(figures: TimeFigures) -> dict[str, Any]:
    return {
        "articles": figures.articles,
        "words": figures.words,
        "found": score_data(figures.found),
        "value": score_data(figures.value),
    }


def bodies_lines(figures: BodyFigures) -> Iterator[str]:
    yield f"{figures.pages} pages"
    yield f"runs of four tokens: precision {figures.precision:.3f}, recall {figures.recall:.3f}, F1 {figures.f1:.3f}"


def bodies_data(figures: BodyFigures) -> dict[str, Any]:
    return {
        "pages": figures.pages,
        "precision": figures.precision,
        "recall": figures.recall,
        "f1": figures.f1,
    }


def errors_lines(errors: Sequence[Error], examples: int) -> Iterator[str]:
    """The classes, the most frequent first, each with its most frequent details and the first `examples` examples."""
    classes: dict[str, list[Error]] = defaultdict(list)
    for error in errors:
        classes[error.kind].append(error)
    for kind, members in sorted(classes.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        yield f"{kind}: {len(members)}"
        details = Counter(error.detail for error in members if error.detail)
        if details:
            yield "  mostly: " + ", ".join(f"{detail} ({count})" for detail, count in details.most_common(12))
        step = max(1, len(members) // examples) if examples else 1
        for error in members[::step][:examples]:
            yield f"  {error.article}"
            if error.wanted:
                yield f"    wanted: {error.wanted}"
            if error.found:
                yield f"    found:  {error.found}"
