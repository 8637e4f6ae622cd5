"""Which sentences an outlet tells in its own voice, as far as the rules can know."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from generator.model import Annotated, Block, BlockKind, Rule, Span
from generator.phrases import listed
from generator.render.env import harden
from generator.render.lookup import Lookup
from generator.render.notes.view import NoteView, Standing, Weight

OWN_VOICE = Rule(
    "own-voice",
    "The rules found neither a source nor a word such as “said” in the sentence, and no quotation that it stands in. "
    "Headlines, questions, refusals to comment and what follows a colon are left out.",
)
_LISTS = tomllib.loads(files(__package__).joinpath("own_voice.toml").read_text("utf-8"))
_SPEAKS = re.compile(rf"\b(?:{'|'.join(_LISTS['verbs'].split())})\b", re.IGNORECASE)
_REFUSES = re.compile(
    r"\b(?:declined|refused|could not be reached|unavailable|(?:did|would|had|has|have|does) ?n[o'’]t\b.{0,40}?)"
    rf".{{0,60}}?\b(?:{'|'.join(_LISTS['refusals'].split())})\b",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = re.compile(r"[.!…;][\"”’')\]]*$")
_EXCHANGE = re.compile(r"[QA]\s?[:.]\s")  # “Q: Who comes next?”, “A: Somebody cheap.”


def own_voice_notes(lookup: Lookup, version: str, block: Block) -> Iterator[NoteView]:
    annotated = lookup.versions[version]
    sentences = [s for s in annotated.sentences if s.meets(block.span)]
    own = [n for n, s in enumerate(sentences, 1) if is_own_voice(annotated, block, s)]
    if annotated.not_run or not own:
        return
    if len(own) == len(sentences):
        what = "this sentence" if len(own) == 1 else "this paragraph"
    else:
        numbers = listed([str(n) for n in own])
        what = f"sentence {numbers}" if len(own) == 1 else f"sentences {numbers}"
    yield NoteView(
        weight=Weight.OWN_VOICE,
        kind="own",
        heading="In the outlet's own voice",
        body=harden(f"The rules found no source for {what}. Ask: how could the outlet know?"),
        why=OWN_VOICE.says,
        standing=Standing.SURE,
        anchor=None,
    )


def is_own_voice(version: Annotated, block: Block, sentence: Span) -> bool:
    """Whether nothing in the sentence, nor quotation marks or a block quotation around it, points to somebody else.

    A word of speaking is enough to leave the sentence out, also where no rule could read who says what; so is a colon
    at the end of the paragraph above (“Her letter reads:”).
    """
    words = version.article.at(sentence)
    if block.quoted or block.kind is not BlockKind.PARAGRAPH or not _ENDS_A_SENTENCE.search(words):
        return False
    attributed = [span for s in version.statements for span in (*s.content, *s.source, *s.cue)]
    attributed += [quotation.span for quotation in version.quotations]
    if any(sentence.meets(span) for span in attributed) or _SPEAKS.search(words) or _REFUSES.search(words):
        return False
    start = block.span.start
    paragraph = version.article.at(block.span)
    if _EXCHANGE.match(paragraph) or _is_introduced(version, block) or _lies_in_open_marks(version, block):
        return False
    return not _in_quotation(paragraph, sentence.start - start, sentence.end - start)


def _is_introduced(version: Annotated, block: Block) -> bool:
    """Whether the text above ends in a colon."""
    return version.article.text[: block.span.start].rstrip().endswith(":")


def _lies_in_open_marks(version: Annotated, block: Block) -> bool:
    """Whether a paragraph above leaves open what one below closes, and none between has a mark of the kind.

    Texts that open no mark at the head of each paragraph hide the middle of a quotation so.
    """
    text, (start, end) = version.article.text, (block.span.start, block.span.end)
    paragraph = text[start:end]
    if "“" not in paragraph and "”" not in paragraph and text.rfind("“", 0, start) > text.rfind("”", 0, start):
        closing, opening = text.find("”", end), text.find("“", end)
        return closing >= 0 and (opening < 0 or closing < opening)
    above, below = text.rfind('"', 0, start), text.find('"', end)
    if '"' in paragraph or above < 0 or below < 0:
        return False
    return all(_paragraph_at(text, at).count('"') % 2 for at in (above, below))


def _paragraph_at(text: str, at: int) -> str:
    """The line around a character."""
    behind = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : behind if behind >= 0 else len(text)]


def _in_quotation(paragraph: str, start: int, end: int) -> bool:
    """Whether a quotation runs through these characters: a curly mark stands open, or one closes what nothing opened;
    of straight marks nobody can tell which one is missing, once their number is odd.
    """
    before, behind = paragraph[:end], paragraph[start:]
    if paragraph.count('"') % 2 or before.count("“") > before.count("”"):
        return True
    closing, opening = behind.find("”"), behind.find("“")
    return closing >= 0 and (opening < 0 or closing < opening)
