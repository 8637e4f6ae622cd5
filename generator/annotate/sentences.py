"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.lexicon import read_lexicon, words
from generator.model import Article, Span

# A full stop, a question or exclamation mark or an ellipsis, then closing marks and brackets, then white space.
END = re.compile(r"(?:[.!?…]+|\.(?:\s\.)+)(?P<closing>[\"'”’»)\]]*)\s+")
LISTS = read_lexicon("abbreviations")
IN_FRONT = words(LISTS["in_front"])
BEFORE_A_FIGURE = words(LISTS["before_a_figure"])
AT_THE_END = words(LISTS["at_the_end"])
WITH_A_CAPITAL = words(LISTS["with_a_capital"])
STARTERS = words(LISTS["starters"])
WORD_BEFORE = re.compile(r"[^\s(\[“”\"‘'—–]+$")
INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")
OPENING = "\"'“‘«([¿¡"
# “Stop!” Ms. Reyes said: one sentence, though a capital stands behind the mark.
TAG = re.compile(rf"(?:[A-Z][\w.'’-]*\s+){{1,4}}(?:{'|'.join(LISTS['tags'].split())})\b")


def find_sentences(article: Article) -> Iterator[Span]:
    """Yield sentences in reading order: disjoint, each inside one block, trimmed of white space at both ends.

    Together with white space they cover the blocks. Quotations are split at the sentences inside them. No stop inside
    an abbreviation (Mr., U.S., Sen., J. R.), in “[…]” or in front of a small letter ends one. Missed on purpose:
    sentences that begin with a small letter, and ends in an abbreviation before a name ("… in the U.S. Moreno said").
    """
    for block in article.blocks:
        base = block.span.start
        text = article.at(block.span)
        start = 0
        for match in END.finditer(text):
            if _ends_sentence(text, match):
                end = match.end("closing")
                yield Span(base + start, base + end)
                start = match.end()
        yield Span(base + start, base + len(text))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    nxt = text[match.end() : match.end() + 80]
    stop = match.group()[0]
    closing = match["closing"]
    head = nxt.lstrip(OPENING)[:1]
    if not head or head.islower():
        return False
    if stop in "!?…" and closing and TAG.match(nxt):
        return False
    if closing.startswith("]") and stop in "….":
        return False
    if not head.isalnum() and nxt[:1] not in OPENING and head not in "$£€#@*•–—":
        return False
    if stop != "." or match.start("closing") - match.start() > 1:
        return True
    before = WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    word = before.group() if before else ""
    if closing:
        return True
    folded = word.lower()
    if folded in IN_FRONT:
        return False
    if folded in BEFORE_A_FIGURE:
        return not head.isdigit()
    if word != "I" and INITIALS.match(word):
        # J. Edgar goes on, U.S. may end.
        return "." in word and _starts_anew(nxt)
    if folded in AT_THE_END or (folded in WITH_A_CAPITAL and word[0].isupper()):
        return _starts_anew(nxt)
    return True


def _starts_anew(text: str) -> bool:
    if text[0] in OPENING:
        return True
    first = re.match(r"[\w’']+", text)
    return first is not None and first.group().lower() in STARTERS
