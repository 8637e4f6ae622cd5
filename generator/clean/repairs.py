"""Damage that programs did to the characters of a text, mended for reading; the original is kept beside it."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from html.entities import html5

from generator.clean.edits import Edit, Repair
from generator.model import RemovalKind, Removed, Rule, Span

BROKEN_ENTITY = Rule(
    "repair.broken-entity",
    "The ampersand of an HTML entity was lost or turned into a comma (`,quot;` for `&quot;`): the character that the "
    "entity stands for is shown.",
)
ENTITY = Rule(
    "repair.entity", "An HTML entity was left in the text (`&amp;`): the character is shown that it stands for."
)
MOJIBAKE = Rule(
    "repair.mojibake",
    "The letters were read in a wrong encoding (`â€™` for `’`): what they stood for is shown, as found by ftfy "
    "(Robyn Speer).",
)
INVISIBLE = Rule("furniture.invisible-entity", "An HTML entity that stands for an invisible character.")

# Only names that no sentence ends with: "quot;" cannot be a word in front of a semicolon, "amp;" or "copy;" could.
BROKEN = re.compile(
    r",(quot|apos|amp|lt|gt|nbsp|[lr][sd]quo|[nm]dash|hellip|#\d{2,5}|#x[0-9a-f]{2,4});"
    r"|(?<![&\w,])(quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip);"
    r"|(?<=\w)(quot|[lr][sd]quo);",
    re.IGNORECASE,
)
WHOLE = re.compile(r"&(?:amp;)*(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)

# The first bytes of UTF-8 sequences as windows-1252, Latin-1 and their kin show them, with something behind them.
SUSPECT = re.compile(r"[\u00c2-\u00f4\u0080-\u009f\u0402-\u040f\u0452-\u045fРС]\S?[^\x00-\x7f]?")
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def find_repairs(text: str) -> Iterator[Edit]:
    """Yield repairs by kind; they may overlap, and then the first goes before."""
    yield from _entities(text)
    yield from _mojibake(text)


def _entities(text: str) -> Iterator[Edit]:
    for found in WHOLE.finditer(text):
        if found[1].startswith("#") or f"{found[1]};" in html5:
            yield from _shown(Span(*found.span()), html.unescape(f"&{found[1]};"), ENTITY)
    for found in BROKEN.finditer(text):
        name = next(group for group in found.groups() if group)
        yield from _shown(Span(*found.span()), html.unescape(f"&{name.lower()};"), BROKEN_ENTITY)


def _shown(raw: Span, character: str, rule: Rule) -> Iterator[Edit]:
    if character in ("\u00ad", "\u200b", "\u2060", "\ufeff"):
        yield Removed(raw, RemovalKind.TOKEN, INVISIBLE)
    elif character.isprintable() or character.isspace():
        yield Repair(raw, character, rule)


def _mojibake(text: str) -> Iterator[Edit]:
    """Mend each run of damaged characters of a line of which ftfy says that it is damaged."""
    for line in re.finditer(r"[^\r\n]+", text):
        if not SUSPECT.search(line[0]):
            continue
        from ftfy import fix_encoding  # slow to import, seldom needed

        if fix_encoding(line[0]) == line[0]:
            continue
        for run in NOT_ASCII.finditer(line[0]):
            mended = fix_encoding(run[0])
            if mended != run[0] and _is_whole(mended):
                start = line.start() + run.start()
                yield Repair(Span(start, start + len(run[0])), mended, MOJIBAKE)


def _is_whole(mended: str) -> bool:
    """Whether a mend left no rubble: half-mended text is worse than the damage, which readers recognise."""
    rubble = "â€" in mended or any(
        character in "ÃÂ" or unicodedata.category(character)[0] in "CM" for character in mended
    )
    return bool(mended) and not rubble
