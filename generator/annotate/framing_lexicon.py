"""The word lists behind the framing marks, compiled to one pattern a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.annotate.lexicon import read_lexicon
from generator.model import FramingKind, Rule


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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A list of words; the entry of a match stands at the number of its group."""

    pattern: re.Pattern[str]
    entries: tuple[Entry, ...]

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Entry]]:
        """Yield every match with its entry, in reading order; matches are disjoint."""
        for match in self.pattern.finditer(text):
            yield match, self.entries[(match.lastindex or 1) - 1]


@cache
def coloured() -> Lexicon:
    """Hedges, intensifiers, loaded words and labels."""
    rows: list[tuple[str, Entry]] = []
    for name, table in read_lexicon("framing_words").items():
        if name == "agentless":
            continue
        rule = Rule(f"framing.{name}", table["says"])
        for row in table["entry"]:
            entry = Entry(FramingKind[table["kind"]], row["why"], rule)
            rows.extend((_guarded(words, row), entry) for words in row["words"])
    return _lexicon(rows)


@cache
def reporting_verbs() -> Lexicon:
    """Every form of the reporting verbs that do more than report."""
    rows: list[tuple[str, Entry]] = []
    for name, table in read_lexicon("framing_verbs").items():
        rule = Rule(f"framing.verb-{name}", table["says"])
        for key, value in table["verbs"].items():
            row = {"does": value} if isinstance(value, str) else value
            why = row.get("why", table["why"]).replace("{does}", row.get("does", ""))
            plain = inflect(row.get("plain", table["plain"]))
            plain_to = inflect(row["to"]) if "to" in row else (None,) * 4
            for number, form in enumerate(inflect(key)):
                entry = Entry(FramingKind[table["kind"]], why, rule, plain[number], plain_to[number], number == PAST)
                rows.append((form, entry))
    return _lexicon(rows)


@cache
def passives() -> Lexicon:
    """Forms of "be" with a participle that wants to be told who did it; a "by …" behind it is not looked for here."""
    table = read_lexicon("framing_words")["agentless"]
    rows: list[tuple[str, Entry]] = []
    for name in ("reporting", "acting"):
        rule = Rule(f"framing.agentless-{name}", table[name]["says"])
        entry = Entry(FramingKind[table["kind"]], table[name]["why"], rule)
        participles = "|".join(table[name]["words"])
        rows.extend((f"{be} (({table['adverb']}) )?({participles})", entry) for be in table["be"].split("|"))
    return _lexicon(rows)


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


def _guarded(words: str, row: Mapping[str, Any]) -> str:
    """Add what must not stand before and after, and whether case matters, in the notation of the lists."""
    before = "".join(rf"(?<!\b{word}\s{words[0]})" for word in row.get("before", "").split("|") if word)
    after = rf"(?!\s*(?:{row['after']}))" if "after" in row else ""
    rest = f"{before}{words[1:]}(?!\\w){after}"
    return words[0] + (f"(?-i:(?<={words[0]}){rest})" if row.get("case") else rest)


def _lexicon(rows: Iterable[tuple[str, Entry]]) -> Lexicon:
    """Compile to one pattern that looks at the first letter first: a list of hundreds of words stays quick."""
    by_first: dict[str, list[tuple[str, Entry]]] = {}
    for words, entry in rows:
        by_first.setdefault(words[0], []).append((words, entry))
    entries: list[Entry] = []
    branches: list[str] = []
    for first, group in by_first.items():
        group.sort(key=lambda row: -len(row[0]))  # "point out" before "point"
        entries.extend(entry for _, entry in group)
        if first == "(":
            branches.extend(f"(?i:({_pattern(words)}))(?!\\w)" for words, _ in group)
        else:
            rests = "|".join(f"({_pattern(words[1:])})(?!\\w)" for words, _ in group)
            branches.append(f"[{first}{first.upper()}](?i:{rests})")
    return Lexicon(re.compile(rf"(?<![\w-])(?:{'|'.join(branches)})"), tuple(entries))


def _pattern(words: str) -> str:
    """Groups of the lists capture nothing, so that a match's last group is its entry's."""
    return re.sub(r"\((?!\?)", "(?:", words.replace(" ", r"\s+"))
