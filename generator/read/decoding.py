"""Bytes → text, with the name of the encoding, and with what was lost said aloud."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# The longer marks first: the mark of UTF-32 (little-endian) begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Browsers read these names as windows-1252, whatever the standards say (WHATWG, "Encoding", table of labels).
AS_WINDOWS_1252 = frozenset({"ascii", "iso8859-1", "latin-1"})

# <meta charset="…">, <meta … content="text/html; charset=…">, <?xml … encoding="…"?>, in the first bytes of a page.
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
DECLARED_WITHIN_BYTES = 4096

# Letters of western Europe but for the Icelandic ones, which are as often Turkish letters in disguise.
WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœŠšŽžŸ“”„‘’‚–—…•«»‹›€£©®°´·¿¡§½¼¾™\xa0")

# What newspapers were written in before UTF-8; detection among all encodings there are takes rare ones for common.
LEGACY_ENCODINGS = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u"),
    *("iso8859_2", "shift_jis", "euc_jp", "euc_kr", "gb18030", "big5", "cp874", "mac_roman"),
)

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
AS_TEXT = "Save the article's text as .txt and remove this file."
# Word's .rtf is text that nobody wants to read.
BINARY_SIGNATURES = (
    *(b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b"),
    b"{\\rtf",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    """With its byte-order mark and its line endings."""
    encoding: str
    """Python's name of the codec."""
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something of the text that is lost; the text then holds U+FFFD in its place, or is no text at all."""

    line: int
    what: str
    fix: str


def decode(data: bytes, *, web_page: bool = False) -> Decoded:
    """Decode by byte-order mark, by the charset that a web page declares, as UTF-8, else by detection.

    Never raises: what cannot be decoded comes back with a flaw.
    """
    if data.startswith(BINARY_SIGNATURES):
        return Decoded("", "binary", Flaw(1, "this is no text file", AS_TEXT))
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(data, encoding)
    if web_page and (declared := _declared(data)) and (text := _strictly(data, declared)) is not None:
        return _with_old_losses(text, declared)
    if b"\0" in data:
        what = "this is no text file, or it is UTF-16 and does not say so"
        return Decoded("", "binary", Flaw(1, what, "Save the article's text as .txt, in UTF-8."))
    if (text := _strictly(data, "utf-8")) is not None:
        return _with_old_losses(text, "utf-8")
    return _checked(data, "utf-8") if _mostly_utf8(data) else _detected(data)


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:DECLARED_WITHIN_BYTES])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    # A declaration that could be read byte by byte cannot be UTF-16; browsers take it for UTF-8.
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return "cp1252" if name in AS_WINDOWS_1252 else name


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):  # LookupError: codecs such as hex, which are no text encodings
        return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are good UTF-8 than are broken: a damaged file, not another encoding."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count(REPLACEMENT)
    beyond_ascii = sum(1 for character in lenient if character > "\x7f")
    return beyond_ascii > 2 * broken


def _detected(data: bytes) -> Decoded:
    """As windows-1252 where that reads like a western language, else as charset-normalizer finds."""
    western = _strictly(data, "cp1252")
    if western is not None and _reads_western(western):
        return _with_old_losses(western, "cp1252")
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data, cp_isolation=list(LEGACY_ENCODINGS)).best()
    text = _strictly(data, best.encoding) if best else None
    return _checked(data, "utf-8") if best is None or text is None else _with_old_losses(text, best.encoding)


def _reads_western(text: str) -> bool:
    """Whether accents and typographic marks stand among plain letters, as in French, and are no others."""
    beyond_ascii = [character for character in text if character > "\x7f"]
    return len(beyond_ascii) * 4 < len(text) and WESTERN.issuperset(beyond_ascii)


def _checked(data: bytes, encoding: str) -> Decoded:
    """Decode and report the first byte that does not fit, by its line."""
    text = _strictly(data, encoding)
    if text is not None:
        return _with_old_losses(text, encoding)
    text = data.decode(encoding, "replace")
    line = _line_of(text, REPLACEMENT)
    what = f"bytes that are not {encoding.upper()} stand on this line"
    return Decoded(text, encoding, Flaw(line, what, "Save the file again as UTF-8."))


def _with_old_losses(text: str, encoding: str) -> Decoded:
    if REPLACEMENT not in text:
        return Decoded(text, encoding)
    what = "a character was lost before this file was saved: U+FFFD stands in its place"
    flaw = Flaw(_line_of(text, REPLACEMENT), what, "Put the right character there, or save the article anew.")
    return Decoded(text, encoding, flaw)


def _line_of(text: str, found: str) -> int:
    return text.count("\n", 0, text.index(found)) + 1
