"""Newsrooms by name: which words name one, and when two names are one newsroom's."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

WORD = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}|\w+(?:['’ʼ]\w+)*")
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?")
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’ʼ]s$")
LONGEST = 6
"""No name of a newsroom has more words."""

_LISTS = tomllib.loads(files("generator").joinpath("newsrooms.toml").read_text(encoding="utf-8"))
_NAMES = frozenset(name.casefold() for name in _LISTS["names"])
_SAME = tuple(frozenset(name.casefold() for name in group) for group in _LISTS["same"])
_WITH_ARTICLE = frozenset(_LISTS["with_article"].split())
_ENDINGS = frozenset(_LISTS["endings"].split())
_BEGINNINGS = frozenset(_LISTS["beginnings"].split())
_TAILS = frozenset(_LISTS["tails"].split())
_MEDIA = frozenset({"radio", "television", "tv"})
_IGNORED = frozenset(_LISTS["ignored"].split())


def newsroom_words(words: tuple[str, ...]) -> int:
    """Return how many of the first words name a newsroom: 2 for ("CBC", "News", "Tuesday"); 0 where none do.

    A name is one of our list, two words and more that end like one ("Idaho Press", "Canadian Broadcasting Corp",
    "Lima Post-Dispatch"), two that begin like one ("Daily Planet"), or a station by its call sign ("KTRS radio").
    """
    for length in range(min(len(words), LONGEST), 0, -1):
        named = words[:length]
        if " ".join(named).casefold() in _NAMES:
            return length
        if length == 2 and CALL_SIGN.fullmatch(named[0]) and named[1].casefold() in _MEDIA:
            return length
        stem = named[:-1] if length > 1 and named[-1] in _TAILS else named
        if length > 1 and (_ends_like_one(stem[-1]) and (len(stem) > 1 or stem is not named)):
            return length
        if length == 2 and named[0] in _BEGINNINGS and named[1][0].isupper():
            return length
        if stem is not named and " ".join(stem).casefold() in _NAMES:
            return length
    return 0


def _ends_like_one(word: str) -> bool:
    """Whether the last word is a paper's or a station's: `Post`, `Post-Dispatch`."""
    return all(part in _ENDINGS for part in word.split("-")) or word in _ENDINGS


def find_newsrooms(text: str) -> Iterator[str]:
    """Yield the newsrooms that any text names, without a possessive, longer names before the shorter ones in them."""
    words = WORD.findall(text)
    for at in range(len(words)):
        ahead = tuple(words[at : at + LONGEST])
        # People's Daily; ABC's "This Week", the New York Times' editor
        for named in (ahead, tuple(POSSESSIVE.sub("", word) for word in ahead)):
            if length := newsroom_words(named):
                yield " ".join(named[:length])
                break


def is_newsroom(name: str) -> bool:
    """Whether the whole name, without an article, is a newsroom's."""
    words = tuple(name.split())
    return bool(words) and newsroom_words(words) == len(words)


def bare_name(words: str) -> str:
    """Return a name without the article in front: `Times` of "the Times"."""
    return ARTICLE.sub("", words)


def is_listed(name: str) -> bool:
    """Whether the name stands in our list; not only its last word tells that it is a newsroom's."""
    return name.casefold() in _NAMES


def needs_article(name: str) -> bool:
    """Whether the name is a last name or a plain word too: "told the Guardian", but "told Guardian" may be somebody."""
    return name in _WITH_ARTICLE


def same_newsroom(left: str, right: str) -> bool:
    """Whether two names are one newsroom's: `CBC` and `Canadian Broadcasting Corp`; `the Associated Press` and `AP`.

    Case, an article, words like "News" and "Corp", and names against their initials make no difference.
    """
    if _key(left) == _key(right):
        return True
    pair = {_plain(left), _plain(right)}
    if any(pair <= group for group in _SAME):
        return True
    return _is_initials(left, right) or _is_initials(right, left)


def _plain(name: str) -> str:
    return bare_name(name.strip()).casefold().rstrip(".")


def _key(name: str) -> tuple[str, ...]:
    words = tuple(_plain(name).replace(".", "").split())
    return tuple(word for word in words if word not in _IGNORED) or words


def _is_initials(short: str, long: str) -> bool:
    letters = _key(short)
    words = [word for word in re.split(r"[\s-]+", _plain(long)) if word not in ("of", "and", "the")]
    return len(letters) == 1 and len(words) > 1 and letters[0] == "".join(word[0] for word in words if word)
