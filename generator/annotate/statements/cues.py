"""The words that mark an attribution, and what they take."""

from __future__ import annotations

from dataclasses import dataclass

from generator.annotate.lexicon import read_lexicon
from generator.annotate.statements.verbs import FORMS


@dataclass(frozen=True, slots=True)
class Cue:
    verb: str
    particles: tuple[str, ...]
    """Words that must follow the verb: `point out`, `call for`."""
    group: str
    """Name of the table in cues.toml."""
    takes: frozenset[str]
    inverts: bool


def _all_cues() -> dict[str, tuple[Cue, ...]]:
    cues: dict[str, list[Cue]] = {}
    for group, table in read_lexicon("cues").items():
        for entry in table["verbs"].split():
            verb, *particles = entry.split("_")
            cues.setdefault(verb, []).append(
                Cue(verb, tuple(particles), group, frozenset(table["takes"]), table.get("inverts", False))
            )
    return {verb: tuple(sorted(found, key=lambda cue: -len(cue.particles))) for verb, found in cues.items()}


STANCES = frozenset(group for group, table in read_lexicon("cues").items() if table.get("stance")) | {"feel"}
"""Tables of cues that tell a view, a wish, a topic or an act, and no words said."""
CUES = _all_cues()
"""Base form → its cues, those with most particles first."""
CUE_FORMS = {
    written: tuple(cue for form in forms for cue in CUES.get(form.lemma, ()))
    for written, forms in FORMS.items()
    if any(form.lemma in CUES for form in forms)
}
"""Any written form in small letters → the cues it may be."""
