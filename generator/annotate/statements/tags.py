"""The part of speech of a word, told by closed classes, verb forms, endings and the words around it.

The letters, beside those of closed_class.toml: N name · n noun or adjective · v finite verb · E past form or participle
· G form in -ing · T "to" before a verb · g the 's of possession · Q a whole quotation · q one of a few words ·
punctuation stands for itself, - for any dash.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.statements.verbs import FORMS, NOUNS_TOO, PARTICLES, VerbForm


class Word(NamedTuple):
    start: int
    end: int
    written: str
    kind: str
    """`word`, `clitic`, or the letter of a quotation or a mark."""


class Context(NamedTuple):
    """What stands around a word."""

    before: str
    """Letter of the token in front."""
    previous: str
    """The word in front, in small letters."""
    following: Word | None
    fresh: bool
    """Whether a capital says nothing here: a sentence begins, or every word has one."""

    @property
    def next_low(self) -> str:
        return self.following.written.lower() if self.following is not None else ""

    @property
    def next_is_capital(self) -> bool:
        return self.following is not None and self.following.written[:1].isupper()

    @property
    def next_class(self) -> str:
        """Letter of the closed class of the next word; empty for any other."""
        if self.following is None or self.following.kind != "word":
            return ""
        return CLOSED.get(self.following.written.lower(), "")


LISTS = read_lexicon("closed_class")
# The later letter wins where a word stands in two classes.
CLOSED = {word: letter for letter in "yhrlcasidmpoxzw" for word in LISTS[letter].split()} | {
    "that": "t",
    "to": "T",
    "who's": "w",
    "according": "G",
}
TOLD_BY_NEIGHBOURS = words(
    "about over around at like both all to that one ones so yet her once having close first well long far"
    " last-minute anew"
)
ALWAYS = {word: letter for word, letter in CLOSED.items() if letter in "mdopixzwcs" and word not in TOLD_BY_NEIGHBOURS}
"""Words of closed classes, written small, whose letter nothing around them changes."""
NOT_ADVERBS = words(LISTS["not_adverbs"])
NOT_PARTICIPLES = words(LISTS["not_participles"])
NOT_PAST = words(LISTS["not_past"])
# Written small, they are no months and no days.
SMALL = frozenset(["march", "sun", "sat", "mar", "jan", "august", "spring", "second"])
# Nouns and verbs that close a sentence behind a name: “…,” Reyes notes.
TAGS_AT_THE_END = words("notes writes argues claims reports states jokes promises tweets remarks warns answers reads")
# Determiners that stand alone before a verb: “some say”, “another said”.
STAND_ALONE = words("some many several most both few another each one others none neither either half all these those")
# Past forms that are finite nearly always: “nine in ten said”.
FINITE_PAST = frozenset(["said", "told", "thought", "felt"])
# Participles in front of a name: “retired General Moreno”.
BEFORE_NAMES = words("retired ousted disgraced convicted jailed exiled embattled renowned")
PLURAL_TAGS = words("show report state argue claim note joke")
NOUN_ENDINGS = tuple(words("s ing ed ly tion sion ment ness ity ism ist ous ful ive al er or"))
# In front of a number they belong to it.
APPROXIMATE = frozenset(["about", "over", "around", "nearly", "roughly", "almost", "approximately", "exactly", "only"])
FRACTIONS = frozenset(["half", "one-third", "two-thirds", "one-quarter", "three-quarters"])
# Behind a form that is noun and verb, a word of these classes says that it was a verb.
OBJECT_FOLLOWS = frozenset("dotpmTwzh")


def word_tag(written: str, low: str, c: Context) -> str:
    capital = written[0].isupper()
    special = _special(written, low, c) if low in SPECIAL else None
    if special is not None:
        return special
    closed = CLOSED.get(low) if capital or low not in SMALL else None
    if closed is not None and (not capital or c.fresh or closed == "y" or written == "I"):
        return _closed_tag(low, closed, c)
    if capital and not c.fresh:
        return "N"
    if written[0].isdigit():
        return "h"
    if low.endswith("ly") and low not in NOT_ADVERBS and len(low) > 4 and (c.before != "d" or c.next_low in FORMS):
        return "N" if capital and c.next_low in FINITE_PAST else "r"
    readings = FORMS.get(low)
    name_or_noun = "N" if capital or written[0] in "@#" else "n"
    if readings is not None:
        verbal = _verb_tag(low, readings, c)
        may_be_name = capital and c.fresh and c.before not in "NnphQgm" and verbal == "v"
        return verbal if verbal is not None and not may_be_name else name_or_noun
    if c.before == "T":
        return "v"
    if not capital and low.endswith("ing") and len(low) > 5 and low not in NOT_PARTICIPLES:
        return "n" if c.before in "do" else "G"
    if not capital and low.endswith("ed") and len(low) > 4 and low not in NOT_PAST:
        return "n" if c.before in "do" or "-" in low else "E"
    return name_or_noun


# The words that `_special` knows.
SPECIAL = APPROXIMATE | BEFORE_NAMES | words("at to close later earlier both all like us may")


def _special(written: str, low: str, c: Context) -> str | None:
    """Return the letter of a word that only its neighbours tell apart; None for any other."""
    if low in APPROXIMATE and (c.next_low[:1].isdigit() or c.next_class == "h" or c.next_low in FRACTIONS):
        return "d"
    if low == "at" and c.next_low in ("least", "most"):
        return "d"
    if low == "to" and c.previous == "according":
        return "i"
    if low == "close" and c.before in "nN" and c.next_low == "to":
        # "sources close to the mayor"
        return "n"
    if low in BEFORE_NAMES and c.next_is_capital:
        return "n"
    if low in ("later", "earlier") and c.before in "nNp" and c.next_low in FORMS:
        # "Reyes later asked"
        return "r"
    if low in ("both", "all") and c.before in "xp" and c.next_low in FORMS:
        # "they have both argued"
        return "r"
    if low == "like" and c.before in "xTp":
        return "v"
    if written == "US":
        return "N"
    if low == "may" and written[0] == "M" and not c.fresh:
        return "y"
    return None


def _closed_tag(low: str, closed: str, c: Context) -> str:
    next_is_word = c.following is not None and c.following.kind == "word"
    if low == "that":
        return _that_tag(c)
    if low in ("one", "ones") and next_is_word:
        return "h" if not c.next_class or c.next_low == "of" else "p"
    if low == "once" and c.before in "Nnp" and c.next_low in FORMS:
        # "Reyes once said"
        return "r"
    if low == "having" and c.before != "x" and (c.next_class in tuple("domh") or c.next_is_capital):
        return "G"
    if low in ("so", "yet") and c.before not in ",;":
        return "r"
    if low == "her" and c.following is not None and (c.following.kind == "q" or c.following.written == "$"):
        return "o"
    if low == "her" and (not next_is_word or c.next_class in tuple("ditsTcpx")):
        return "m"
    if low == "to" and next_is_word:
        return "T" if c.following is not None and _may_be_base(c.following.written) else "i"
    if closed == "r" and low in ("well", "first", "long", "far", "last-minute", "anew") and c.before in "do":
        return "n"
    return closed


def _that_tag(c: Context) -> str:
    """`t` for the conjunction and the relative, `d` behind a preposition, `p` in "that's", `m` alone."""
    if c.following is not None and c.following.kind == "clitic":
        return "p"
    if c.following is None or (c.following.kind not in ("word", "Q", "q") and c.following.written not in '“",'):
        return "m"
    return "d" if c.before in "iT" else "t"


def _may_be_base(written: str) -> bool:
    low = written.lower()
    if any(form.form == "b" for form in FORMS.get(low, ())):
        return written[0].islower() or low not in NOUNS_TOO
    return low in ("be", "have", "do", "not", "also", "never") or (low.endswith("ly") and low not in NOT_ADVERBS)


def is_unknown_verb(word: Word, behind: Word) -> bool:
    """Whether a word behind "to" that stands in no list is a verb: "to boycott the product"."""
    low = word.written.lower()
    if word.kind != "word" or word.written != low or low in CLOSED or low in FORMS or low.endswith(NOUN_ENDINGS):
        return False
    object_behind = CLOSED.get(behind.written.lower(), "") in ("d", "o", "m", "p", "t") or behind.written[:1].isupper()
    return behind.kind == "word" and object_behind


def possession_or_is(low: str, before: str, following: Word | None) -> str:
    """Return `g` for the 's of possession, `x` for "is" or "has"."""
    if before in "pwtT":
        return "x"
    if low == "'" or following is None or before not in "Nny":
        return "g"
    behind = following.written.lower()
    return "x" if CLOSED.get(behind) in ("d", "z") or behind in ("been", "being", "going", "got", "become") else "g"


def _verb_tag(low: str, readings: Sequence[VerbForm], c: Context) -> str | None:
    """Return the letter of a form that may be a verb; None where it is a noun or an adjective here."""
    forms = {reading.form for reading in readings}
    if "g" in forms:
        return None if c.before in "do" or low in NOT_PARTICIPLES else "G"
    if "d" in forms:
        return "v"
    alone = c.before == "h" or (c.before == "d" and c.previous in STAND_ALONE)
    if forms & {"e", "n"}:
        if "b" in forms:
            return None if c.before in "doi" else "v"
        if c.before in "do" and not (alone and low in FINITE_PAST):
            return None
        return "v" if low in FINITE_PAST and c.before != "x" else "E"
    if c.before in "Tp" or (c.before in "xz" and "b" in forms):
        return "v"
    noun_too = any(reading.lemma in NOUNS_TOO for reading in readings)
    if c.before in "doghi" and (noun_too or not alone):
        return None
    if not noun_too:
        return "v"
    return "v" if _is_verb_here(low, readings, forms, c) else None


def _is_verb_here(low: str, readings: Sequence[VerbForm], forms: set[str], c: Context) -> bool:
    """Whether a form that is a noun as often is a verb here: what stands behind it begins an object."""
    plural = c.before in "nN" and c.previous.endswith("s")
    object_behind = (
        c.next_class in OBJECT_FOLLOWS
        or (c.next_is_capital and ("s" in forms or plural))
        or any(c.next_low in PARTICLES.get(reading.lemma, ()) for reading in readings)
    )
    if "s" not in forms:
        if plural and low in PLURAL_TAGS and c.next_low in ("", ".", ","):
            return True
        return (plural or c.before in "wtr,") and object_behind
    if c.before == "w" and c.previous in ("who", "which"):
        return True
    spoken = (c.before == "N" and low in TAGS_AT_THE_END) or (c.before == "n" and low == "reads")
    if spoken and c.next_low in ("", ".", ",", ":"):
        return True
    return c.before in "Nnwt,r)Qc" and (object_behind or low in ("wants", "thinks", "tells"))
