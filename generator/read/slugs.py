"""Names for addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Letters that do not fall apart into a plain one and an accent.
PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})


def slug_of(name: str) -> str:
    """Transliterate `name` into small letters, digits and hyphens; a name in another script becomes a hash."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    letters = [character for character in plain if not unicodedata.combining(character)]
    if any(character.isalpha() and not character.isascii() for character in letters):
        return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    slug = re.sub(r"[^a-z0-9]+", "-", "".join(letters)).strip("-")
    return slug or hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:12]
