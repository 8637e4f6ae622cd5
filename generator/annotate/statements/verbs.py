"""English verb forms, made by rule from the lists of base forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.annotate.lexicon import read_lexicon, words


class VerbForm(NamedTuple):
    lemma: str
    form: str
    """`b` base, `s` third person, `d` past only, `e` past or participle, `n` participle only, `g` in -ing."""


def _irregular(table: str) -> dict[str, tuple[str, str]]:
    """Return base → (past, participle)."""
    rows = (entry.split() for line in table.strip().splitlines() for entry in line.split("|"))
    return {row[0]: (row[1], row[-1]) for row in rows}


def _inflect(lemma: str, irregular: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield (written form, letter) for every form of `lemma`."""
    yield lemma, "b"
    hissing = lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
    consonant_y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    yield (lemma[:-1] + "ies" if consonant_y else lemma + ("es" if hissing else "s")), "s"
    if lemma.endswith("ie"):
        stem, ing = lemma, lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        stem, ing = lemma, lemma[:-1] + "ing"
    elif _doubles(lemma):
        stem, ing = lemma + lemma[-1], lemma + lemma[-1] + "ing"
    else:
        stem, ing = lemma, lemma + "ing"
    yield ing, "g"
    if lemma in irregular:
        past, participle = irregular[lemma]
        if past == participle:
            yield past, "e"
        else:
            yield past, "d"
            yield participle, "n"
    elif consonant_y:
        yield lemma[:-1] + "ied", "e"
    else:
        yield stem + ("d" if stem.endswith("e") else "ed"), "e"


# Two syllables, the second one stressed.
STRESSED_AT_THE_END = words(
    "admit commit submit permit transmit omit emit refer prefer defer infer transfer deter recur occur incur concur"
    " abhor rebut regret equip compel propel rebel expel repel dispel impel control patrol extol acquit"
)


def _doubles(lemma: str) -> bool:
    """Whether the last consonant is doubled: plan, planned."""
    if lemma in STRESSED_AT_THE_END:
        return True
    vowels = sum(letter in "aeiou" for letter in lemma)
    return vowels == 1 and len(lemma) >= 3 and lemma[-2] in "aeiou" and lemma[-1] not in "aeiouwxy"


def _all_forms() -> dict[str, tuple[VerbForm, ...]]:
    verbs = read_lexicon("verbs")
    irregular = _irregular(verbs["irregular"])
    cues = (verb.split("_")[0] for group in read_lexicon("cues").values() for verb in group["verbs"].split())
    forms: dict[str, tuple[VerbForm, ...]] = {}
    for lemma in sorted({*verbs["common"].split(), *irregular, *cues, *verbs["nouns_too"].split()} - {"be"}):
        for written, letter in _inflect(lemma, irregular):
            forms[written] = (*forms.get(written, ()), VerbForm(lemma, letter))
    return forms


FORMS = _all_forms()
"""Written form in small letters → what it may be: `found` is a past of find and the base of found."""
NOUNS_TOO = words(read_lexicon("verbs")["nouns_too"])
"""Base forms that are nouns as often as verbs."""


def _particles() -> dict[str, frozenset[str]]:
    entries = (verb.split("_") for group in read_lexicon("cues").values() for verb in group["verbs"].split())
    table: dict[str, frozenset[str]] = {}
    for verb, *particles in entries:
        if particles:
            table[verb] = table.get(verb, frozenset()) | {particles[0]}
    return table


PARTICLES = _particles()
"""Base form of a reporting verb → the words that follow it in `call for`, `point out`."""
