"""How well statements are found, against PolNeAR."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.evaluate.gold import GoldStatement, Part, read_statements
from generator.evaluate.matching import Tokenised, Tokens, match_greedily, token_f1
from generator.evaluate.scores import NOTHING, Error, Score
from generator.model import Annotated, Article, Seed, Span, Statement

QUOTATION_MARK = re.compile('[“”"]')
ENOUGH = 0.5
"""Token F1 from which on two contents, or two sources, are the same."""

Annotate = Callable[[Seed], Annotated]


@dataclass(frozen=True, slots=True)
class Whole:
    """Statements counted whole, of one slice: with quotation marks, without, or all."""

    content_and_source: Score
    content: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFigures:
    """Each slice is matched for itself: found and wanted statements of that slice only."""

    articles: int
    words: int
    quoted: Whole
    unquoted: Whole
    every: Whole
    sure_quoted: Whole
    """Only what is marked sure counts as found; wanted stays the same."""
    sure_unquoted: Whole
    sure: Whole
    content_tokens: Score
    source_tokens: Score
    cue_tokens: Score
    rules: tuple[tuple[str, Score], ...]
    """Content and source right, by the rule that made the statement, the most frequent first; `wanted` is what the
    rule found, so that only precision says something."""
    errors: tuple[Error, ...]
    """Of content and source over all statements, in reading order."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """A statement, found or wanted, as sets of tokens."""

    content: Tokens
    source: Tokens
    cue: Tokens
    quoted: bool
    sure: bool
    rule: str
    words: str
    """Cue, source and content as text, for the list of errors."""
    cue_words: str


def evaluate_statements(path: Path, annotate: Annotate, part: Part = Part.ALL) -> StatementFigures:
    """Compare the statements that `annotate` finds with those of the gold file at `path`.

    A statement is right when its content has a token F1 of at least 0.5 with that of the gold statement it is matched
    with, one to one; "content and source" also asks as much of the sources, or that both are empty.
    """
    articles = words = 0
    slices = {name: [NOTHING, NOTHING] for name in _SLICES}
    tokens = [NOTHING, NOTHING, NOTHING]
    rules: dict[str, Score] = {}
    errors: list[Error] = []
    for seed, gold in read_statements(path, part):
        annotated = annotate(seed)
        articles += 1
        words += annotated.article.words
        text = Tokenised(seed.text)
        wanted = [_of_gold(statement, seed.text, text) for statement in gold]
        found = [_of_statement(statement, annotated.article, text) for statement in annotated.statements]
        for name, (keep, only_sure) in _SLICES.items():
            kept = [f for f in found if keep(f) and (f.sure or not only_sure)]
            both, content = _score([w for w in wanted if keep(w)], kept)
            slices[name][0] += both
            slices[name][1] += content
        for number, role in enumerate(_ROLES):
            tokens[number] += _token_score(map(role, wanted), map(role, found))
        errors += _errors(seed.id, wanted, found, rules)
    return StatementFigures(
        articles=articles,
        words=words,
        **{name: Whole(both, content) for name, (both, content) in slices.items()},
        content_tokens=tokens[0],
        source_tokens=tokens[1],
        cue_tokens=tokens[2],
        rules=tuple(sorted(rules.items(), key=lambda pair: (-pair[1].found, pair[0]))),
        errors=tuple(errors),
    )


_ROLES: tuple[Callable[[_Marked], Tokens], ...] = (
    lambda marked: marked.content,
    lambda marked: marked.source,
    lambda marked: marked.cue,
)


def _with_marks(marked: _Marked) -> bool:
    return marked.quoted


def _without_marks(marked: _Marked) -> bool:
    return not marked.quoted


def _any(_: _Marked) -> bool:
    return True


_SLICES: dict[str, tuple[Callable[[_Marked], bool], bool]] = {
    "quoted": (_with_marks, False),
    "unquoted": (_without_marks, False),
    "every": (_any, False),
    "sure_quoted": (_with_marks, True),
    "sure_unquoted": (_without_marks, True),
    "sure": (_any, True),
}


def _mark(
    text: str,
    tokens: Tokenised,
    roles: tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]],
    *,
    sure: bool = True,
    rule: str = "",
) -> _Marked:
    source, cue, content = (" […] ".join(text[s.start : s.end] for s in spans) for spans in roles)
    return _Marked(
        content=tokens.inside(roles[2]),
        source=tokens.inside(roles[0]),
        cue=tokens.inside(roles[1]),
        quoted=QUOTATION_MARK.search(content) is not None,
        sure=sure,
        rule=rule,
        words=f"<{source}> <{cue}> {content}",
        cue_words=cue.lower(),
    )


def _of_gold(gold: GoldStatement, text: str, tokens: Tokenised) -> _Marked:
    return _mark(text, tokens, (gold.source, gold.cue, gold.content))


def _of_statement(statement: Statement, article: Article, tokens: Tokenised) -> _Marked:
    """Gold counts in the file, finders in the reading text: the spans are led back."""
    source, cue, content = (
        tuple(article.raw(span) for span in spans) for spans in (statement.source, statement.cue, statement.content)
    )
    rule = statement.rule.id + ("" if statement.sure else " (to check)")
    return _mark(article.seed.text, tokens, (source, cue, content), sure=statement.sure, rule=rule)


def _same_source(wanted: _Marked, found: _Marked) -> bool:
    return token_f1(wanted.source, found.source) >= ENOUGH or not (wanted.source or found.source)


def _score(wanted: list[_Marked], found: list[_Marked]) -> tuple[Score, Score]:
    pairs = match_greedily([w.content for w in wanted], [f.content for f in found], ENOUGH)
    both = sum(_same_source(wanted[w], found[f]) for w, f in pairs.items())
    return Score(both, len(found), len(wanted)), Score(len(pairs), len(found), len(wanted))


def _token_score(wanted: Iterable[Tokens], found: Iterable[Tokens]) -> Score:
    all_wanted, all_found = frozenset[int]().union(*wanted), frozenset[int]().union(*found)
    return Score(len(all_wanted & all_found), len(all_found), len(all_wanted))


def _errors(article: str, wanted: list[_Marked], found: list[_Marked], rules: dict[str, Score]) -> Iterable[Error]:
    """Yield what is wrong in one article, and count each rule's statements into `rules`."""
    pairs = match_greedily([w.content for w in wanted], [f.content for f in found], ENOUGH)
    wanted_by_found = {f: w for w, f in pairs.items()}
    for number, mark in enumerate(wanted):
        if number not in pairs:
            touched = [f for f in found if f.content & mark.content]
            marks = "with quotation marks" if mark.quoted else "without quotation marks"
            kind = f"content ends elsewhere, {marks}" if touched else f"missed, {marks}"
            yield Error(
                kind=kind,
                detail=mark.cue_words,
                article=article,
                wanted=mark.words,
                found="; ".join(f.words for f in touched),
            )
    for number, mark in enumerate(found):
        partner = wanted_by_found.get(number)
        right = partner is not None and _same_source(wanted[partner], mark)
        rules[mark.rule] = rules.get(mark.rule, NOTHING) + Score(int(right), 1, 1)
        if right:
            continue
        if partner is not None:
            gold = wanted[partner]
            kind = "no source found" if not mark.source else "a source too many" if not gold.source else "other source"
            yield Error(kind=kind, detail=mark.rule, article=article, wanted=gold.words, found=mark.words)
        elif not any(w.content & mark.content for w in wanted):
            yield Error(kind="no statement", detail=mark.rule, article=article, wanted="", found=mark.words)
