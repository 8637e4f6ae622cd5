"""Runs of capitalised words, and where capitals tell nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.vocabulary import (
    BODIES,
    CALENDAR,
    DOTTED,
    JOINED_BODIES,
    JOINED_BY_AND,
    ON_A_MATTER,
    OWNERS_OF_BODIES,
    PARTICLES,
    PORTFOLIOS,
    RANKS,
    SMALL_IN_HEADLINES,
)
from generator.model import Span

_CAPITALS = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
# R-S.C. | U.S. | J. | U.S Senate | O'Brien, Jean-Luc, Nasdaq-100 without a possessive 's, the verb of I've and
# the article in Congressman-a friend | al-Assad
_WORD = (
    rf"(?:\b[RDI]-(?:[{_CAPITALS}]\.)+(?!\w)|(?:[{_CAPITALS}]\.)+(?!\w)"
    rf"|(?:[{_CAPITALS}]\.)+[{_CAPITALS}](?![\w.])"
    rf"|(?:al-|el-)?[{_CAPITALS}]\w*(?:['’-](?!(?:[sS]|ve|ll|re|d|m)\b|an?\b(?!-))\w+)*)"
)
_STOP = (
    rf"(?:(?<=\b(?:{'|'.join(word for word in DOTTED if len(word) == 2)}))\.|"
    + "|".join(rf"(?<=\b{word})\." for word in DOTTED if len(word) != 2)
    + ")?"
)
_TOKEN = re.compile(_WORD + _STOP)
_RUN = re.compile(
    rf"(?<![\w@#]){_WORD}{_STOP}(?:[ \xa0\n](?:(?:{'|'.join(PARTICLES)})[ \xa0]){{0,2}}(?:&[ \xa0])?{_WORD}{_STOP})*"
)
# Department of Justice, Center for American Progress, Speaker of the House
LINK = re.compile(r"[ \xa0\n](?:of(?: the)?|for(?: the)?)[ \xa0\n](?=[A-Z])")
# … for the Advancement of Young People: a name that has a link goes on over one more "of".
_SECOND_LINK = re.compile(r"[ \xa0\n]of(?: the)?[ \xa0\n](?=[A-Z])")
# Joint Committee on Taxation
_ON = re.compile(r"[ \xa0\n]on(?: the)?[ \xa0\n](?=[A-Z])")
_AND = re.compile(rf"(?:, | and )(?={_WORD})")
# Zarqa County Sheriff’s Department
_OWNS = re.compile(r"(?:['’]s|(?<=s)['’])[ \xa0](?=[A-Z])")
# Carl "Mo" Stone
_NICKNAME = re.compile(r"[ \xa0](?:\"[A-Z]\w+\"|“[A-Z]\w+”|‘[A-Z]\w+’)[ \xa0](?=[A-Z])")
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z]\w+")
_LONGER_WORD = re.compile(r"[^\W\d]{4,}")
# WASHINGTON — | NEW YORK/LONDON, March 3 (Reuters) - | Washington (CNN) —
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’/ ]{2,}(?:, [A-Z][\w. ]{1,20})?(?: ?\([^)\n]{2,20}\))?|[A-Z][\w.'’, ]{2,30} \([A-Z][\w ]{1,18}\))"
    r"\s?(?:—|–|--|-)\s"
)
_DASHES = ("—", "–", "―", "--")
_GO_ON = BODIES | RANKS


def capital_runs(text: str, sentence: Span) -> Iterator[list[re.Match[str]]]:
    """Yield the words of each run, joined over "of" and "for" where a body or an office goes on."""
    at = sentence.start
    while match := _RUN.search(text, at, sentence.end):
        tokens = list(_TOKEN.finditer(text, match.start(), match.end()))
        at = match.end()
        at = _go_on(text, tokens, sentence)
        links = 0
        while link := _link(text, tokens[-1], links, sentence):
            links += 1
            further = _RUN.match(text, link.end(), sentence.end)
            if further is None:
                break
            tokens += _TOKEN.finditer(text, further.start(), further.end())
            at = _go_on(text, tokens, sentence)
            while (join := _AND.match(text, at, sentence.end)) and (more := _RUN.match(text, join.end(), sentence.end)):
                first = _TOKEN.match(text, join.end())
                if first is None or (folded(first) not in PORTFOLIOS and folded(tokens[-1]) not in JOINED_BY_AND):
                    break
                tokens += _TOKEN.finditer(text, more.start(), more.end())
                at = more.end()
        yield tokens


def _go_on(text: str, tokens: list[re.Match[str]], sentence: Span) -> int:
    """Add what belongs to the same name; return where it ends."""
    while further := _goes_on(text, tokens, sentence):
        tokens += _TOKEN.finditer(text, further.start(), further.end())
    return tokens[-1].end()


def _link(text: str, last: re.Match[str], links: int, sentence: Span) -> re.Match[str] | None:
    if folded(last) in ON_A_MATTER and (link := _ON.match(text, last.end(), sentence.end)):
        return None if (first := _TOKEN.match(text, link.end())) is None or folded(first) in CALENDAR else link
    if folded(last) in _GO_ON:
        return LINK.match(text, last.end(), sentence.end)
    return _SECOND_LINK.match(text, last.end(), sentence.end) if links == 1 else None


def _goes_on(text: str, tokens: list[re.Match[str]], sentence: Span) -> re.Match[str] | None:
    """Return the next run where it belongs to the same name: behind a nickname in quotation marks, behind an owner
    whom bodies are called after, and behind "and" in a name such as Ways and Means Committee.
    """
    last = folded(tokens[-1])
    at = tokens[-1].end()
    if link := _NICKNAME.match(text, at, sentence.end):
        return _RUN.match(text, link.end(), sentence.end)
    if last in OWNERS_OF_BODIES and (link := _OWNS.match(text, at, sentence.end)):
        further = _TOKEN.match(text, link.end(), sentence.end)
        return further if further is not None and folded(further) in BODIES else None
    if last in JOINED_BY_AND and (link := _AND.match(text, at, sentence.end)):
        further = _RUN.match(text, link.end(), sentence.end)
        head = [folded(token) for token in _TOKEN.finditer(further.group())] if further is not None else []
        return further if not JOINED_BODIES.isdisjoint(head[:4]) else None
    return None


def folded(token: re.Match[str]) -> str:
    return token.group().casefold().rstrip(".")


def dateline_end(text: str, start: int) -> int:
    """Return where the words behind a dateline begin ("WASHINGTON (AP) — "), `start` where there is none."""
    match = _DATELINE.match(text, start)
    return match.end() if match else start


def is_title_case(sentence: str) -> bool:
    """Whether it reads like a headline: nearly every longer word has a capital, and before a full stop all words have
    one but those like "of" and "with". Not so a signature: "— Carl Voss (@CarlVoss) March 9, 2020".
    """
    if sentence.startswith(_DASHES):
        return False
    longer = _LONGER_WORD.findall(sentence)
    if sentence.rstrip("\"'”’)").endswith("."):
        return len(longer) > 5 and SMALL_IN_HEADLINES.issuperset(_SMALL_WORD.findall(sentence))
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.8 * len(longer)
