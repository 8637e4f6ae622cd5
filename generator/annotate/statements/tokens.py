"""A paragraph as words, each with one letter for its part of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.statements.verbs import FORMS, NOUNS_TOO, PARTICLES, VerbForm
from generator.model import Quotation, Span

# The letters, beside those of closed_class.toml: N name · n noun or adjective · v finite verb · E past form or participle ·
# G form in -ing · T "to" · g the 's of possession · Q a whole quotation, q one of a few
# words · punctuation stands for itself, - for any dash.

WORD = re.compile(
    r"""
    (?P<word>
        (?:[A-Za-z]\.){2,}                                 # U.S.
      | (?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|St|Jr|Sr|Lt|Col|Sgt|Prof|Rev|Hon|vs|No|Corp|Inc|Co|Ltd)\.
      | [^\W\d_]+?(?=n['’]t\b)                             # did n't
      | n['’]t\b
      | [@\#]?[^\W_]+(?:[-–/&.][^\W_]+|['’](?!(?:s|ll|ve|d|re|m|S)\b)[^\W\d_]+)*%?
    )
  | (?P<clitic>['’](?:s|ll|ve|d|re|m|S)?\b|(?<=s)['’])
  | (?P<dash>\s[-–]+\s|--+|—|\s–\s)
  | (?P<dots>\.\s?\.\s?\.|…)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    start: int
    end: int
    low: str
    """In small letters, apostrophes made straight; empty for a quotation."""
    tag: str
    """One letter."""


def _closed() -> dict[str, str]:
    table = read_lexicon("closed_class")
    order = "yhrlcasidmpoxzw"
    tags = {word: letter for letter in order for word in table[letter].replace("’", "'").split()}
    return tags | {"that": "t", "to": "T", "who's": "w", "according": "G"}


CLOSED = _closed()
LISTS = read_lexicon("closed_class")
NOT_ADVERBS = words(LISTS["not_adverbs"])
NOT_PARTICIPLES = words(LISTS["not_participles"])
NOT_PAST = words(LISTS["not_past"])
# Nouns and verbs that close a sentence behind a name: “…,” Reyes notes.
CUE_TAGS = frozenset(["notes", "writes", "argues", "claims", "reports", "states", "jokes", "promises", "tweets", "remarks", "warns"])
NOUN_ENDINGS = ("s", "ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "ism", "ist", "ous", "ful", "ive", "al", "er", "or")
# Behind a form that is noun and verb, these say that it was a verb.
OBJECT_FOLLOWS = frozenset("dotpmTwzh")


def tokenise(text: str, span: Span, quotations: Sequence[Quotation]) -> list[Token]:
    """Return the tokens of one block; each quotation is a single token.

    Offsets count in `text`. Quotations are those of the block, in reading order.
    """
    raw: list[tuple[int, int, str, str]] = []
    at = span.start
    for quotation in quotations:
        _scan(text, at, quotation.span.start, raw)
        end = quotation.span.end
        raw.append((quotation.span.start, end, "", _quotation_tag(text, quotation.span)))
        if text[quotation.span.start : end].rstrip("”\"'’» ")[-1:] == ",":
            # American usage sets the comma inside: “…,” she said. To the grammar it stands outside.
            raw.append((end - 1, end, ",", ","))
        at = quotation.span.end
    _scan(text, at, span.end, raw)
    return _tag(raw, title_case=_is_title_case(raw))


TITLE = re.compile(r"(?:(?:[A-Z0-9][\w’'.-]*|of|the|a|an|and|in|on|for|to|at|from|with|&)[ ,]*){2,8}[,]?")


def _quotation_tag(text: str, span: Span) -> str:
    """Return `q` for a few words or a title that may be part of a noun phrase (the “Today” show), else `Q`."""
    quoted = text[span.start : span.end].strip("“”\"'’‘»«")
    if quoted.count(" ") > 5 or quoted[-1:] in ".?!;:…—–-":
        return "Q"
    return "Q" if quoted[-1:] == "," and not TITLE.fullmatch(quoted) else "q"


def _scan(text: str, start: int, end: int, raw: list[tuple[int, int, str, str]]) -> None:
    for match in WORD.finditer(text, start, end):
        kind = match.lastgroup
        written = match.group()
        if kind == "dash":
            raw.append((match.start(), match.end(), "-", "-"))
        elif kind == "dots":
            raw.append((match.start(), match.end(), "…", "…"))
        elif kind == "mark":
            raw.append((match.start(), match.end(), written, "-" if written in "–—" else written))
        else:
            raw.append((match.start(), match.end(), written.replace("’", "'"), kind or ""))


def _is_title_case(raw: list[tuple[int, int, str, str]]) -> bool:
    long_words = [token[2] for token in raw if token[3] == "word" and len(token[2]) > 3]
    return len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.75 * len(long_words)


def _tag(raw: list[tuple[int, int, str, str]], *, title_case: bool) -> list[Token]:
    tokens: list[Token] = []
    before, previous = ".", ""
    count = len(raw)
    for number, (start, end, written, kind) in enumerate(raw):
        if kind == "word":
            low = written.lower()
            following = raw[number + 1] if number + 1 < count else None
            if low == "to" and number + 2 < count and _is_unknown_verb(raw[number + 1], raw[number + 2]):
                tokens.append(Token(start, end, low, "T"))
                before, previous = "T", low
                continue
            fresh = before in ".?!:" or number == 0 or title_case
            tag = _word_tag(written, low, before, previous, following, fresh=fresh)
        elif kind == "clitic":
            low = written.lower()
            tag = "x" if low in ("'ll", "'ve", "'d", "'re", "'m") else _possession_or_is(before, raw, number)
        else:
            low, tag = written, kind
        tokens.append(Token(start, end, low, tag))
        before, previous = tag, low
    return tokens


def _is_unknown_verb(word: tuple[int, int, str, str], behind: tuple[int, int, str, str]) -> bool:
    """Whether a word that stands in no list is a verb: "to boycott the product"."""
    low = word[2].lower()
    if word[3] != "word" or word[2] != low or low in CLOSED or low in FORMS or low.endswith(NOUN_ENDINGS):
        return False
    return behind[3] == "word" and (CLOSED.get(behind[2].lower(), "") in ("d", "o", "m", "p", "t") or behind[2][0].isupper())


def _possession_or_is(before: str, raw: list[tuple[int, int, str, str]], number: int) -> str:
    """Return `g` for the 's of possession, `x` for "is" or "has"."""
    if before in "pwtT":
        return "x"
    following = raw[number + 1] if number + 1 < len(raw) else None
    if raw[number][2] == "'" or following is None or before not in "Nny":
        return "g"
    low = following[2].lower()
    if CLOSED.get(low) in ("d", "z") or low in ("been", "being", "going", "got", "become"):
        return "x"
    return "g"


def _word_tag(
    written: str,
    low: str,
    before: str,
    previous: str,
    following: tuple[int, int, str, str] | None,
    *,
    fresh: bool,
) -> str:
    capital = written[0].isupper()
    closed = CLOSED.get(low)
    if closed == "y" and not capital and low in ("march", "sun", "sat", "mar", "jan", "august", "spring", "second"):
        closed = None
    if low in ("about", "over", "around", "nearly") and following is not None and (
        following[2][:1].isdigit() or CLOSED.get(following[2].lower()) == "h"
    ):
        return "d"
    if low == "to" and previous == "according":
        return "i"
    if low == "at" and following is not None and following[2] in ("least", "most"):
        return "d"
    if low == "like" and before in "xTp":
        return "v"
    if low == "us" and written == "US":
        return "N"
    if low == "may" and capital and not fresh:
        return "y"
    if closed is not None and (not capital or fresh or closed == "y" or written == "I"):
        return _closed_tag(low, closed, before, following)
    if capital and not fresh:
        return "N"
    if written[0].isdigit() or written[0] in "@#":
        return "h" if written[0].isdigit() else "N"
    if low.endswith("ly") and low not in NOT_ADVERBS and len(low) > 4 and before != "d":
        return "r"
    readings = FORMS.get(low)
    if readings is not None:
        verbal = _verb_tag(low, readings, before, previous, following)
        if verbal and not (capital and fresh and before not in "NnphQgm" and verbal in "v"):
            return verbal
        return "N" if capital else "n"
    if before == "T":
        return "v"
    if low.endswith("ing") and len(low) > 5 and low not in NOT_PARTICIPLES and not capital:
        return "n" if before in "do" else "G"
    if low.endswith("ed") and len(low) > 4 and low not in NOT_PAST and not capital:
        return "n" if before in "do" or "-" in low else "E"
    return "N" if capital else "n"


def _closed_tag(low: str, closed: str, before: str, following: tuple[int, int, str, str] | None) -> str:
    if low == "that":
        return _that_tag(before, following)
    if low in ("one", "ones") and following is not None and following[3] == "word":
        return "h" if CLOSED.get(following[2].lower()) is None or following[2].lower() == "of" else "p"
    if low in ("so", "yet") and before not in ",;":
        return "r"
    if low == "her" and (
        following is None or following[3] != "word" or CLOSED.get(following[2].lower()) in tuple("ditsTcpx")
    ):
        return "m"
    if low == "to" and following is not None and following[3] == "word":
        return "T" if _may_be_base(following[2]) else "i"
    if closed == "r" and low in ("well", "first", "long", "far", "last-minute", "anew") and before in "do":
        return "n"
    return closed


def _may_be_base(written: str) -> bool:
    low = written.lower()
    if any(form.form == "b" for form in FORMS.get(low, ())):
        return written[0].islower() or low not in NOUNS_TOO
    return low in ("be", "have", "do", "not", "also", "never") or (low.endswith("ly") and low not in NOT_ADVERBS)


def _that_tag(before: str, following: tuple[int, int, str, str] | None) -> str:
    """`t` for the conjunction and the relative, `d` in front of a noun, `m` alone."""
    if following is None or following[3] not in ("word", "Q", "q"):
        return "m" if following is None or following[2] not in ("“", '"') else "t"
    if before in "iT":
        return "d"
    return "t"


def _verb_tag(
    low: str,
    readings: Sequence[VerbForm],
    before: str,
    previous: str,
    following: tuple[int, int, str, str] | None,
) -> str | None:
    """Return the letter of a form that may be a verb; None where it is a noun or an adjective here."""
    forms = {reading.form for reading in readings}
    if "g" in forms:
        return None if before in "do" or low in NOT_PARTICIPLES else "G"
    if forms & {"d"}:
        return "v"
    if forms & {"e", "n"}:
        if "b" not in forms:
            if before in "do":
                return None
            return "v" if low in ("said", "told", "thought", "felt") and before != "x" else "E"
        return None if before in "doi" else "v"
    noun_too = any(reading.lemma in NOUNS_TOO for reading in readings)
    if before in "Tp" or (before in "xz" and "b" in forms):
        return "v"
    if before in "doghi":
        return None
    if not noun_too:
        return "v" if before not in "dog" else None
    after = CLOSED.get(following[2].lower(), "") if following is not None and following[3] == "word" else ""
    plural = before in "nN" and previous.endswith("s")
    says_verb = (after in OBJECT_FOLLOWS and after != "") or (
        following is not None and following[2][:1].isupper() and ("s" in forms or plural)
    )
    if following is not None and any(following[2].lower() in PARTICLES.get(reading.lemma, ()) for reading in readings):
        # "his plan calls for", "Trump points to"
        says_verb = True
    if "s" in forms and before == "N" and low in CUE_TAGS and (following is None or following[2] in (".", ",")):
        # “…,” Reyes notes.
        return "v"
    if "s" in forms:
        return "v" if before in "Nnwt,r)Qc" and (says_verb or low in ("wants", "thinks", "tells")) else None
    return "v" if (plural or before in "wtr") and says_verb else None
