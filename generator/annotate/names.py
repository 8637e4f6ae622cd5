"""Names as they stand in the text: runs of capitalised words, parted into title and name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.annotate.lexicon import read_lexicon, words
from generator.model import Article, BlockKind, Span

_TITLES = read_lexicon("titles")
_NAMES = read_lexicon("names")
RANKS = words(_TITLES["ranks"])
WITH_RANK = words(_TITLES["with_rank"])
PORTFOLIOS = words(_TITLES["portfolios"])
ROLES = words(_TITLES["roles"])
ROLE_MODIFIERS = words(_TITLES["role_modifiers"])
OPENERS = words(_NAMES["openers"])
CALENDAR = words(_NAMES["calendar"])
PEOPLES = words(_NAMES["peoples"])
BODIES = words(_NAMES["bodies"])
NOT_BODIES = words(_NAMES["not_bodies"])
LONE_BODIES = words(_NAMES["lone_bodies"])
LANDMARKS = words(_NAMES["landmarks"])
NOT_PEOPLE = words(_NAMES["not_people"]) | LANDMARKS
GIVEN = words(_NAMES["given"])
ARTICLES = words("the a an this that i we he she it they you my our his her its their")
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame"})
_GO_ON = BODIES | RANKS
_IN_TITLES = RANKS | WITH_RANK
_IN_PORTFOLIOS = PORTFOLIOS | WITH_RANK | PEOPLES
_BEFORE_MAY = GIVEN | HONORIFICS | RANKS
_BEGIN_NAMES = RANKS | WITH_RANK | GIVEN | BODIES | NOT_PEOPLE
# Ranks that are as often a last name: Larry King, Howard Dean.
RANKS_AS_NAMES = frozenset(
    {
        "king",
        "pope",
        "dean",
        "bishop",
        "major",
        "judge",
        "prince",
        "duke",
        "cardinal",
        "baron",
        "page",
        "sheriff",
        "lord",
    }
)

_CAPITALS = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
# U.S. | J. | O'Brien, Jean-Luc, Nasdaq-100 without a possessive 's | al-Assad
_WORD = rf"(?:(?:[{_CAPITALS}]\.)+(?!\w)|(?:al-|el-)?[{_CAPITALS}]\w*(?:['’-](?![sS]\b)\w+)*)"
_DOTTED = sorted(words(_TITLES["dotted"]))
_STOP = (
    rf"(?:(?<=\b(?:{'|'.join(word for word in _DOTTED if len(word) == 2)}))\.|"
    + "|".join(rf"(?<=\b{word})\." for word in _DOTTED if len(word) != 2)
    + ")?"
)
_TOKEN = re.compile(_WORD + _STOP)
_PARTICLE = "|".join(_NAMES["particles"].split())
_RUN = re.compile(
    rf"(?<![\w@#]){_WORD}{_STOP}(?:[ \xa0\n](?:(?:{_PARTICLE})[ \xa0]){{0,2}}(?:&[ \xa0])?{_WORD}{_STOP})*"
)
# Department of Justice, Center for American Progress, Speaker of the House
_LINK = re.compile(r"[ \xa0\n](?:of(?: the)?|for(?: the)?)[ \xa0\n](?=[A-Z])")
_AND = re.compile(rf"(?:, | and )(?={_WORD})")
_LONGER_WORD = re.compile(r"[^\W\d]{4,}")
_LAST_WORDS = re.compile(r"(?:[\w’'.-]+ )*$")
# WASHINGTON — | NEW YORK/LONDON, March 3 (Reuters) - | Washington (CNN) —
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’/ ]{2,}(?:, [A-Z][\w. ]{1,20})?(?: ?\([^)\n]{2,20}\))?|[A-Z][\w.'’, ]{2,30} \([A-Z][\w ]{1,18}\))"
    r"\s?(?:—|–|--|-)\s"
)
_SENTENCE_MARKS = "\"'“”‘«»([—–…: \n"


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
    """Whether its own words say that it is a body: Supreme Court, Department of Justice, NAACP."""

    @property
    def last(self) -> str:
        """The last name, without Jr. and numbers."""
        return next(
            (w for w in reversed(self.words) if w.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")), self.words[-1]
        )


def find_names(article: Article, sentences: Sequence[Span]) -> Iterator[Name]:
    """Yield names in reading order, disjoint; a title without a name yields nothing.

    Words that open a sentence and calendar words are taken off. Missed on purpose: headlines and other sentences that
    open every word with a capital, which tells nothing there.
    """
    small = frozenset(re.findall(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])", article.text))
    headlines = [block.span for block in article.blocks if block.kind is BlockKind.HEADLINE]
    for sentence in sentences:
        if _is_title_case(article.at(sentence)) or any(headline.holds(sentence) for headline in headlines):
            continue
        start = dateline_end(article.text, sentence.start)
        if start >= sentence.end:
            continue
        for run in _runs(article.text, Span(start, sentence.end)):
            yield from _names_in(article.text, run, start, small)


def dateline_end(text: str, start: int) -> int:
    """Return where the words behind a dateline begin ("WASHINGTON (AP) — "), `start` where there is none."""
    match = _DATELINE.match(text, start)
    return match.end() if match else start


def _is_title_case(sentence: str) -> bool:
    """Whether it reads like a headline: nearly every longer word has a capital, all of them before a full stop."""
    longer = _LONGER_WORD.findall(sentence)
    capitals = sum(word[0].isupper() for word in longer)
    if sentence.rstrip("\"'”’)").endswith("."):
        return len(longer) > 5 and capitals == len(longer)
    return len(longer) > 3 and capitals > 0.8 * len(longer)


def _runs(text: str, sentence: Span) -> Iterator[list[re.Match[str]]]:
    """Yield the words of each run, joined over "of" and "for" where a body or an office goes on."""
    at = sentence.start
    while match := _RUN.search(text, at, sentence.end):
        tokens = list(_TOKEN.finditer(text, match.start(), match.end()))
        at = match.end()
        while _folded(tokens[-1]) in _GO_ON and (link := _LINK.match(text, at, sentence.end)):
            further = _RUN.match(text, link.end(), sentence.end)
            if further is None:
                break
            tokens += _TOKEN.finditer(text, further.start(), further.end())
            at = further.end()
            while (join := _AND.match(text, at, sentence.end)) and (more := _RUN.match(text, join.end(), sentence.end)):
                first = _TOKEN.match(text, join.end())
                if first is None or _folded(first) not in PORTFOLIOS:
                    break
                tokens += _TOKEN.finditer(text, more.start(), more.end())
                at = more.end()
        yield tokens


def _folded(token: re.Match[str]) -> str:
    return token.group().casefold().rstrip(".")


def _names_in(text: str, run: list[re.Match[str]], start: int, small: frozenset[str]) -> Iterator[Name]:
    opens = _opens(text, run[0].start(), start)
    dropped = OPENERS if opens else ARTICLES
    while (
        run
        and _folded(run[0]) in dropped
        and run[0].group() != "US"
        and not (len(run) > 1 and _folded(run[0]) in GIVEN)
    ):
        run = run[1:]
        opens = False
    if opens and len(run) > 1 and _folded(run[0]) in small and _folded(run[0]) not in _BEGIN_NAMES:
        run = run[1:]
        opens = False
    if opens and len(run) == 1 and _folded(run[0]) in ROLES:
        return
    for part in _part_at_calendar(run):
        name = _parse(text, part, opens=opens and part[0] is run[0])
        if name is not None:
            yield name


def _opens(text: str, at: int, start: int) -> bool:
    """Whether only marks stand between the start of the sentence and `at`, or a mark that opens one inside it."""
    while at > start and text[at - 1] in _SENTENCE_MARKS:
        if text[at - 1] in '"“‘«:—–':
            return True
        at -= 1
    return at == start


def _part_at_calendar(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the stretches between weekdays and months; "Theresa May" is one, for a given name stands before it."""
    part: list[re.Match[str]] = []
    for token in run:
        if _folded(token) in CALENDAR and not (part and _folded(part[-1]) in _BEFORE_MAY):
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _parse(text: str, tokens: list[re.Match[str]], *, opens: bool) -> Name | None:
    folded = [_folded(token) for token in tokens]
    title_end = _title_end(text, tokens, folded)
    title: Span | None = None
    rank = ""
    if title_end:
        title = Span(tokens[0].start(), tokens[title_end - 1].end())
        rank = next(word for word in reversed(folded[:title_end]) if word in RANKS or word in ROLES)
        tokens, folded = tokens[title_end:], folded[title_end:]
        opens = False
        if not tokens:
            return None
    body = not title and _is_body(text, tokens, folded)
    if not body and not title:
        while tokens and folded[0].partition("-")[0] in PEOPLES:
            tokens, folded, opens = tokens[1:], folded[1:], False
    if not tokens:
        return None
    span = Span(tokens[0].start(), tokens[-1].end())
    capital_title = title is not None
    if title is None and not body and not (len(tokens) == 1 and folded[0] in PEOPLES):
        title, rank = _role_in_front(text, span.start)
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


def _title_end(text: str, tokens: list[re.Match[str]], folded: list[str]) -> int:
    """Return how many words at the head are a title; all of them where no name follows."""
    for honorific in ("mr", "mrs", "ms", "miss", "dr", "mx"):
        if honorific in folded[:-1]:
            return folded.index(honorific) + 1
    ranks = [i for i, word in enumerate(folded) if i < 7 and (word in RANKS or (word in ROLES and i + 2 < len(folded)))]
    if not ranks:
        return 0
    first = ranks[0]
    if not BODIES.isdisjoint(folded[:first]) and first + 1 == len(folded):
        return 0
    if folded[first] == "general" and first and folded[first - 1] not in _IN_TITLES:
        return 0
    if folded[0] in GIVEN and folded[0] not in WITH_RANK and (first > 0 and len(folded) < first + 3):
        return 0
    if first + 1 == len(folded) and len(folded) > 1 and folded[first] in RANKS_AS_NAMES:
        return 0
    end = first + 1
    while end < len(folded) and (folded[end] in RANKS or (folded[end] in WITH_RANK and _rank_follows(folded, end))):
        end += 1
    if end < len(folded) and _linked(text, tokens, end):
        end = _portfolio_end(folded, end)
    rest = folded[end:]
    if rest and (rest[-1] in BODIES or (len(rest) > 1 and rest[0] in BODIES)):
        return 0
    return end


def _rank_follows(folded: list[str], at: int) -> bool:
    return any(word in RANKS for word in folded[at + 1 : at + 4])


def _linked(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    return " of " in text[tokens[at - 1].end() : tokens[at].start()].replace("\n", " ")


def _portfolio_end(folded: list[str], start: int) -> int:
    """Return where "State" ends in Secretary of State Hillary Clinton: by our list, else two words before the end."""
    end = start
    while end < len(folded) and folded[end] in _IN_PORTFOLIOS:
        end += 1
    if end > start:
        return end
    return max(len(folded) - 2, start) if len(folded) - start > 2 else len(folded)


def _is_body(text: str, tokens: list[re.Match[str]], folded: list[str]) -> bool:
    if len(tokens) == 1:
        word = tokens[0].group()
        if word in LONE_BODIES:
            return True
        return word.isupper() and 2 < len(word) < 7 and word.isalpha() and word not in NOT_BODIES
    if folded[0].partition("-")[0] in PEOPLES and "-" in folded[0]:
        return False
    if folded[-1] in BODIES:
        return True
    return any(folded[i] in BODIES and _LINK.match(text, tokens[i].end()) for i in range(len(tokens) - 1))


def _role_in_front(text: str, start: int) -> tuple[Span | None, str]:
    """Return "former party chairman" in front of a name, and its last word."""
    stretch = text[max(0, start - 90) : start]
    tail = _LAST_WORDS.search(stretch)
    before = tail.group().split(" ")[:-1] if tail else []
    if not before or before[-1] not in ROLES:
        return None, ""
    kept = 1
    while kept < len(before) and (before[-kept - 1] in ROLE_MODIFIERS or before[-kept - 1] in ROLES):
        kept += 1
    # “White House press secretary”: capitals right in front of the role belong to it.
    while kept < len(before) and before[-kept - 1][:1].isupper() and before[-kept - 1].casefold() not in OPENERS:
        kept += 1
    length = sum(len(word) + 1 for word in before[-kept:])
    return Span(start - length, start - 1), before[-1]
