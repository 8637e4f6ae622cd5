"""What a story's folder holds, told apart by its bytes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path


def fingerprint(folder: Path) -> str:
    """Return a hash of the names and bytes of all that lies in `folder`, however deep.

    The clock has no part in it: a copy, a checkout or a save without a change makes no other story. Raises `OSError`
    where something cannot be read.
    """
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
        data = path.read_bytes() if path.is_file() else b""
        digest.update(b"%d %s %d " % (len(name), name, len(data)))
        digest.update(data)
    return digest.hexdigest()
