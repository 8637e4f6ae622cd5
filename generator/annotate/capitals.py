"""Runs of capitalised words, and where capitals tell nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.vocabulary import BODIES, DOTTED, PARTICLES, PORTFOLIOS, RANKS, SMALL_IN_HEADLINES
from generator.model import Span

_CAPITALS = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
# U.S. | J. | O'Brien, Jean-Luc, Nasdaq-100 without a possessive 's | al-Assad
_WORD = rf"(?:(?:[{_CAPITALS}]\.)+(?!\w)|(?:al-|el-)?[{_CAPITALS}]\w*(?:['’-](?![sS]\b)\w+)*)"
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
_AND = re.compile(rf"(?:, | and )(?={_WORD})")
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z]\w+")
_LONGER_WORD = re.compile(r"[^\W\d]{4,}")
# WASHINGTON — | NEW YORK/LONDON, March 3 (Reuters) - | Washington (CNN) —
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’/ ]{2,}(?:, [A-Z][\w. ]{1,20})?(?: ?\([^)\n]{2,20}\))?|[A-Z][\w.'’, ]{2,30} \([A-Z][\w ]{1,18}\))"
    r"\s?(?:—|–|--|-)\s"
)
_GO_ON = BODIES | RANKS


def capital_runs(text: str, sentence: Span) -> Iterator[list[re.Match[str]]]:
    """Yield the words of each run, joined over "of" and "for" where a body or an office goes on."""
    at = sentence.start
    while match := _RUN.search(text, at, sentence.end):
        tokens = list(_TOKEN.finditer(text, match.start(), match.end()))
        at = match.end()
        while folded(tokens[-1]) in _GO_ON and (link := LINK.match(text, at, sentence.end)):
            further = _RUN.match(text, link.end(), sentence.end)
            if further is None:
                break
            tokens += _TOKEN.finditer(text, further.start(), further.end())
            at = further.end()
            while (join := _AND.match(text, at, sentence.end)) and (more := _RUN.match(text, join.end(), sentence.end)):
                first = _TOKEN.match(text, join.end())
                if first is None or folded(first) not in PORTFOLIOS:
                    break
                tokens += _TOKEN.finditer(text, more.start(), more.end())
                at = more.end()
        yield tokens


def folded(token: re.Match[str]) -> str:
    return token.group().casefold().rstrip(".")


def dateline_end(text: str, start: int) -> int:
    """Return where the words behind a dateline begin ("WASHINGTON (AP) — "), `start` where there is none."""
    match = _DATELINE.match(text, start)
    return match.end() if match else start


def is_title_case(sentence: str) -> bool:
    """Whether it reads like a headline: nearly every longer word has a capital, and before a full stop all words have
    one but those like "of" and "with".
    """
    longer = _LONGER_WORD.findall(sentence)
    if sentence.rstrip("\"'”’)").endswith("."):
        return len(longer) > 5 and SMALL_IN_HEADLINES.issuperset(_SMALL_WORD.findall(sentence))
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.8 * len(longer)
