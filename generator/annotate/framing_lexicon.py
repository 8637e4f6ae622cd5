"""The word lists behind the framing marks, compiled so that long lists stay quick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.annotate.lexicon import read_lexicon
from generator.model import FramingKind, Rule

HEAD_LETTERS = 3
HEAD = re.compile(rf"(?<![\w-])[A-Za-z]{{1,{HEAD_LETTERS}}}")
WHITE_SPACE = r"\s+"
NOUN_RULE = "framing.agentless-noun"
REPORTED_RULE = "framing.agentless-reporting"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lists say of a word, a phrase, or one form of a verb."""

    kind: FramingKind
    why: str
    """With `{word}` for the words as they stand in the text and, for a verb, `{plain}` for the plainer one."""
    rule: Rule
    plain: str = ""
    """The plainer verb in the same form."""
    plain_to: str | None = None
    """The plainer verb where the person addressed or accused follows; None for a verb that no person follows."""
    past: bool = False
    spoken: bool = False
    """Whether the verb means that something was said, so that the plainer one is true in its place."""
    thing: bool = False
    """Whether events and papers can do it too: then nobody need have said anything."""
    mind: bool = False
    """Whether the verb looks into somebody's head."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A list of words."""

    by_head: Mapping[str, tuple[tuple[re.Pattern[str], Entry], ...]]
    """By the first letters of the word (`HEAD_LETTERS`, lower case): most words of a text are on no list, and one look
    tells. Longer phrases first: "point out" before "point"."""

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Entry]]:
        """Yield the longest match at each word, with its entry, in reading order; matches may overlap."""
        for head in HEAD.finditer(text):
            for pattern, entry in self.by_head.get(head[0].lower(), ()):
                if match := pattern.match(text, head.start()):
                    yield match, entry
                    break


@cache
def coloured() -> Lexicon:
    """Hedges, intensifiers, loaded words and labels."""
    rows: list[tuple[str, re.Pattern[str], Entry]] = []
    for name, table in read_lexicon("framing_words").items():
        if name == "agentless":
            continue
        rule = Rule(f"framing.{name}", table["says"])
        for row in table["entry"]:
            entry = Entry(FramingKind[table["kind"]], row["why"], rule)
            before = "".join(rf"(?<!\b{word}\s)" for word in row.get("before", "").split("|") if word)
            behind = "|".join(rf"(?<=\b{word}\s)" for word in row.get("behind", "").split("|") if word)
            before += f"(?:{behind})" if behind else ""
            after = rf"(?!\s*(?:{row['after']}))" if "after" in row else ""
            for words in row["words"]:
                pattern = _compiled(words, before, after, matters=row.get("case", False))
                rows.extend((head, pattern, entry) for head in _heads(words))
    return _lexicon(rows)


@cache
def reporting_verbs() -> Lexicon:
    """Every form of the reporting verbs that do more than report."""
    rows: list[tuple[str, re.Pattern[str], Entry]] = []
    for name, table in read_lexicon("framing_verbs").items():
        rule = Rule(f"framing.verb-{name}", table["says"])
        for key, value in table["verbs"].items():
            row = {"does": value} if isinstance(value, str) else value
            why = row.get("why", table["why"]).replace("{does}", row.get("does", ""))
            plain = inflect(row.get("plain", table["plain"]))
            plain_to = inflect(row["to"]) if "to" in row else (None,) * 4
            for number, form in enumerate(inflect(key)):
                entry = Entry(
                    kind=FramingKind[table["kind"]],
                    why=why,
                    rule=rule,
                    plain=plain[number],
                    plain_to=plain_to[number],
                    past=number == PAST,
                    spoken=inflect(key)[0] in table.get("spoken", ()),
                    thing=inflect(key)[0] in table.get("things", ()),
                    mind=inflect(key)[0] in table.get("minds", ()),
                )
                rows.extend((head, _compiled(form), entry) for head in _heads(form))
    return _lexicon(rows)


@cache
def passives() -> Lexicon:
    """Forms of "be" with a participle that wants to be told who did it; a "by …" behind it is not looked for here."""
    table = read_lexicon("framing_words")["agentless"]
    rows: list[tuple[str, re.Pattern[str], Entry]] = []
    for name in ("reporting", "acting"):
        rule = Rule(f"framing.agentless-{name}", table[name]["says"])
        entry = Entry(FramingKind[table["kind"]], table[name]["why"], rule)
        words = f"{table['be']} ({table['adverb']} )?({'|'.join(table[name]['words'])})"
        rows.extend((head, _compiled(words), entry) for head in _heads(words))
    return _lexicon(rows)


@cache
def accusing_nouns() -> Lexicon:
    """Nouns of accusing or fearing with their content behind them; `around_nouns` has what stands around one."""
    table = read_lexicon("framing_words")["agentless"]
    entry = Entry(FramingKind[table["kind"]], table["noun"]["why"], Rule(NOUN_RULE, table["noun"]["says"]))
    return _lexicon((head, _compiled(words), entry) for words in table["noun"]["words"] for head in _heads(words))


@cache
def around_nouns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What must end right in front of a noun of accusing, and what in its sentence hints at whose it is."""
    noun = read_lexicon("framing_words")["agentless"]["noun"]
    ahead = re.compile(rf"\b{noun['ahead'].replace(' ', WHITE_SPACE)}\Z", re.IGNORECASE)
    return ahead, re.compile(rf"\b(?:{noun['speaks']})", re.IGNORECASE)


@cache
def words_and_passives() -> Lexicon:
    """All lists but the reporting verbs, so that a text is read through once for them."""
    lists = (coloured(), passives(), accusing_nouns())
    return _lexicon((head, *row) for words in lists for head, found in words.by_head.items() for row in found)


PAST = 2


def inflect(verb: str) -> tuple[str, str, str, str]:
    """Return base, -s, past and -ing of a verb; regular unless its forms stand in it, parted by `/`.

    Words behind the verb go with every form: `point out` gives `points out`.
    """
    head, _, tail = verb.partition(" ")
    if "/" in head:
        base, third, past, ing = head.split("/")
    else:
        stem = head.removesuffix("e")
        changes_y = re.search(r"[^aeiou]y\Z", head)
        hisses = re.search(r"(?:s|sh|ch|x)\Z", head)
        base, ing = head, f"{stem}ing"
        past = f"{head[:-1]}ied" if changes_y else f"{stem}ed"
        third = f"{head[:-1]}ies" if changes_y else f"{head}es" if hisses else f"{head}s"
    behind = f" {tail}" if tail else ""
    return base + behind, third + behind, past + behind, ing + behind


def _compiled(words: str, before: str = "", after: str = "", *, matters: bool = False) -> re.Pattern[str]:
    """Compile `words` of the lists; `matters`: whether case does."""
    flags = re.NOFLAG if matters else re.IGNORECASE
    return re.compile(rf"{before}(?:{words.replace(' ', WHITE_SPACE)})(?!\w){after}", flags)


def _heads(words: str) -> set[str]:
    """Return what the first word of a match can start with, for `Lexicon.by_head`."""
    firsts = words[1 : words.index(")")].split("|") if words.startswith("(") else [words]
    return {head[0].lower() for first in firsts if (head := HEAD.match(first))}


def _lexicon(rows: Iterable[tuple[str, re.Pattern[str], Entry]]) -> Lexicon:
    by_head: dict[str, list[tuple[re.Pattern[str], Entry]]] = {}
    for head, pattern, entry in rows:
        by_head.setdefault(head, []).append((pattern, entry))
    return Lexicon({head: tuple(sorted(found, key=_length)) for head, found in by_head.items()})


def _length(found: tuple[re.Pattern[str], Entry]) -> int:
    return -len(found[0].pattern)
