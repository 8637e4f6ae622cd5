"""What a body is called besides its full name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from generator.newsrooms import is_newsroom, needs_article

# Department of Justice, with the country in front or not
_DEPARTMENT_OF = re.compile(r"(department|ministry|office|bureau) of (?:the )?(.+)")
# US Senate, U.S. Senate, United States Senate; not US Airways
_NATION = re.compile(
    r"(?:u\. ?s\.|us|united states|u\.k\.|uk) (?=(?:senate|congress|house)$|house of|(?:\S+ )?(?:army|navy|air force|"
    r"military|treasury|department|court|bureau|commission|agency|service|committee|council|conference|office|embassy|government)\b)"
)
_BY_NAMES: dict[str, list[str]] = tomllib.loads(
    files("generator").joinpath("body_names.toml").read_text(encoding="utf-8")
)["by_names"]
_FULL_NAMES = {short: full for full, shorts in _BY_NAMES.items() for short in shorts}


def is_in_initials(name: str) -> bool:
    """Whether the name is letters only, as initials are: `NAACP`, `F.B.I.`."""
    letters = name.replace(".", "")
    return letters.isupper() and letters.isalpha() and 2 < len(letters) < 7


@cache
def plain_body(name: str) -> str:
    """Return the name in small letters, without stops in initials and without its country; `justice department` for
    either order.
    """
    plain = re.sub(r"^the ", "", name.replace("’", "'").casefold())
    if is_in_initials(name):
        return plain.replace(".", "")
    plain = _NATION.sub("", plain, count=1)
    if department := _DEPARTMENT_OF.fullmatch(plain):
        return f"{department[2]} {department[1]}"
    return plain


def full_country(name: str) -> str:
    """Return `united states` for `US` and `America`; any other name as `plain_body` writes it."""
    plain = plain_body(name)
    return _FULL_NAMES.get(plain, plain)


def other_names(name: str) -> Iterator[str]:
    """Yield what the body may be called in the same report, as `plain_body` writes it, its own name among them.

    That is its initials, by-names, and what a newsroom is called for short: `dnc`, `gop`, `times`.
    """
    plain = plain_body(name)
    yield plain
    yield from _BY_NAMES.get(plain, ())
    written = name.split()
    if len(written) == 1:
        return
    if is_newsroom(name):
        yield from (word.casefold() for word in written[-1:] if needs_article(word))
    for letters in (
        [word[0] for word in written if word[0].isupper()],
        [word[0] for word in written if word.casefold() not in ("the", "and")],
    ):
        if len(letters) > 2:
            yield "".join(letters).casefold()
