"""Names as they stand in the text: runs of capitalised words, parted into title and name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.annotate.capitals import LINK, capital_runs, dateline_end, folded, is_title_case
from generator.annotate.titles import office_word, role_in_front, title_end, with_former
from generator.annotate.vocabulary import (
    ADJECTIVAL_ROLES,
    ARTICLES,
    BODIES,
    CALENDAR,
    GIVEN,
    HONORIFICS,
    KNOWN_ABBREVIATIONS,
    LONE_BODIES,
    NOT_BODIES,
    NOT_PEOPLE,
    OPENERS,
    PEOPLES,
    RANKS,
    ROLES,
    WITH_RANK,
)
from generator.body_names import is_in_initials
from generator.model import Article, BlockKind, Span
from generator.newsrooms import is_newsroom

_PARTIES = PEOPLES | {"gop"}
_CHAMBERS = frozenset({"senate", "house", "congress", "parliament"})
_LINKS = re.compile(rf"{LINK.pattern}|[ \xa0\n]on(?: the)?[ \xa0\n](?=[A-Z])")
_BEFORE_MAY = GIVEN | HONORIFICS | RANKS
_BEGIN_NAMES = RANKS | WITH_RANK | GIVEN | BODIES | NOT_PEOPLE
_SENTENCE_MARKS = "\"'“”‘«»([—–…: \n"
_GENERATIONS = ("Jr", "Sr", "II", "III", "IV")
# R-Ohio, D-N.Y., D-West Virginia: party and state of a legislator
_PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
# Scott Klein/Getty Images | ANNA MORENO via Getty Images
_CREDIT = re.compile(
    r"\s?(?:/|via)\s?(?:the\s)?(?:Getty|AP\b|AFP|Reuters|REUTERS|Bloomberg|EPA\b|UPI|Associated Press)"
)
REIGNS = frozenset({"king", "queen", "pope", "emperor", "empress", "prince", "princess", "tsar", "czar"})


@dataclass(frozen=True, slots=True)
class Name:
    """One capitalised name at one place; who it is stays open here."""

    span: Span
    """Without the title in front."""
    text: str
    """As written, white space made one space."""
    words: tuple[str, ...]
    """Its capitalised words."""
    title: Span | None
    """Right in front, capitalised ("Treasury Secretary") or not ("party chairman")."""
    rank: str
    """The title's last word in small letters without a stop; empty without a title."""
    capital_title: bool
    """Whether the title has a capital: "President Lopez", not "party chairman Lopez"."""
    opens: bool
    """Whether it begins with the first word of a sentence, whose capital tells nothing."""
    body: bool
    """Whether its own words say that it is a body: Supreme Court, Department of Justice; or its letters: NAACP."""

    @property
    def last(self) -> str:
        """The last name, without Jr. and numbers."""
        return next((w for w in reversed(self.words) if w.rstrip(".") not in _GENERATIONS), self.words[-1])


def find_names(article: Article, sentences: Sequence[Span]) -> Iterator[Name]:
    """Yield names in reading order, disjoint; a title without a name yields nothing.

    Words that open a sentence and calendar words are taken off. Missed on purpose: headlines and other sentences that
    open every word with a capital, which tells nothing there.
    """
    small = frozenset(re.findall(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])", article.text))
    headlines = [block.span for block in article.blocks if block.kind is BlockKind.HEADLINE]
    for sentence in sentences:
        if is_title_case(article.at(sentence)) or any(headline.holds(sentence) for headline in headlines):
            continue
        start = dateline_end(article.text, sentence.start)
        if start >= sentence.end:
            continue
        for run in capital_runs(article.text, Span(start, sentence.end)):
            if _PARTY_TAG.match(run[0].group()) or _CREDIT.match(article.text, run[-1].end()) or _is_shouted(run):
                continue
            yield from _names_in(article.text, run, start, small)


def _is_shouted(run: list[re.Match[str]]) -> bool:
    """Whether a run of several words is all capitals ("a GROWING PARTY"), which tell nothing then; names of people and
    newsrooms aside.
    """
    written = [token.group() for token in run]
    if len(run) < 2 or not all(word.isupper() for word in written) or max(map(len, written)) < 5:
        return False
    return folded(run[0]) not in GIVEN and not is_newsroom(" ".join(written))


def _names_in(text: str, run: list[re.Match[str]], start: int, small: frozenset[str]) -> Iterator[Name]:
    opens = _opens(text, run[0].start(), start)
    dropped = OPENERS if opens else ARTICLES
    while run and (folded(run[0]) in dropped or folded(run[0]).endswith(("n't", "n’t"))):
        goes_on = len(run) > 1 and (folded(run[0]) in GIVEN or text[run[0].end()] in "'’")
        if goes_on or run[0].group() in ("US", "A.", "I."):
            break  # “A. Carl Moreno”, “Will Moreno”, “People's Party”
        run = run[1:]
        opens = False
    if len(run) > 1 and run[-1].group() == "I" and not any(folded(token) in REIGNS for token in run):
        run = run[:-1]  # "Mr. Moreno I know" is no Moreno the First
    if opens and len(run) > 1 and folded(run[0]) in small and folded(run[0]) not in _BEGIN_NAMES:
        run = run[1:]
        opens = False
    if opens and len(run) == 1 and folded(run[0]) in ROLES:
        return
    for part in _part_at_calendar(run):
        name = _parse(text, part, opens=opens and part[0] is run[0])
        if name is not None:
            yield name


def _opens(text: str, at: int, start: int) -> bool:
    """Whether only marks stand between the start of the sentence and `at`, or right before it one that opens a sentence
    inside it; the mark before “…,” Moreno said closes one.
    """
    if text[at - 1 : at] in ('"', "“", "‘", "«"):
        return True
    while at > start and text[at - 1] in _SENTENCE_MARKS:
        if text[at - 1] in ":—–":
            return True
        at -= 1
    return at <= start


def _part_at_calendar(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the stretches between weekdays and months; "Theresa May" is one, for a given name stands before it."""
    part: list[re.Match[str]] = []
    for token in run:
        if folded(token) in CALENDAR and not (part and folded(part[-1]) in _BEFORE_MAY):
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _parse(text: str, tokens: list[re.Match[str]], *, opens: bool) -> Name | None:
    title: Span | None = None
    rank = ""
    if (head := _presided(text, tokens)) is not None:
        tokens, opens = head, False
    elif end := title_end(text, tokens):
        title = with_former(text, Span(tokens[0].start(), tokens[end - 1].end()))
        words = [office_word(folded(token)) for token in tokens[:end]]
        rank = next(word for word in reversed(words) if word in RANKS or word in ROLES)
        tokens = tokens[end:]
        opens = False
        if not tokens:
            return None
    body = not title and _is_body(text, tokens)
    if body and folded(tokens[-1]) in _CHAMBERS:
        while len(tokens) > 1 and folded(tokens[0]) in _PARTIES:
            tokens, opens = tokens[1:], False  # "a Republican Senate candidate"
    if not body and not title:
        while tokens and folded(tokens[0]).partition("-")[0] in PEOPLES:
            tokens, opens = tokens[1:], False
    if not tokens:
        return None
    span = Span(tokens[0].start(), tokens[-1].end())
    capital_title = title is not None
    alone = len(tokens) == 1
    if title is None and not body and not (alone and (folded(tokens[0]) in PEOPLES or is_abbreviation(tokens[0][0]))):
        title, rank = role_in_front(text, span.start)
        if rank in ADJECTIVAL_ROLES and alone:
            title, rank = None, ""  # "the conservative Web site", "his fellow Ruritanians"
    return Name(
        span=span,
        text=" ".join(text[span.start : span.end].split()),
        words=tuple(token.group() for token in tokens),
        title=title,
        rank=rank,
        capital_title=capital_title,
        opens=opens,
        body=body,
    )


def _presided(text: str, tokens: list[re.Match[str]]) -> list[re.Match[str]] | None:
    """Return the body behind an office that names nobody: "Velocore Group" in "the CEO of Velocore Group"."""
    at = next((i for i, token in enumerate(tokens[:-1]) if LINK.match(text, token.end())), None)
    if at is None or folded(tokens[at]) not in RANKS or not {folded(t) for t in tokens[: at + 1]} <= RANKS | WITH_RANK:
        return None
    return tokens[at + 1 :] if _is_body(text, tokens[at + 1 :]) else None


def is_abbreviation(name: str) -> bool:
    """Whether it may be a body's initials: `NAACP`, `F.B.I.`; not `US`, `GDP`."""
    return is_in_initials(name) and name not in NOT_BODIES


def _is_body(text: str, tokens: list[re.Match[str]]) -> bool:
    if len(tokens) == 1:
        word = tokens[0].group()
        return word in LONE_BODIES or word.replace(".", "") in KNOWN_ABBREVIATIONS
    if "-" in tokens[0].group() and folded(tokens[0]).partition("-")[0] in PEOPLES:
        return False
    if folded(tokens[-1]) in BODIES:
        return True
    return any(folded(tokens[i]) in BODIES and _LINKS.match(text, tokens[i].end()) for i in range(len(tokens) - 1))
