"""How words are presented: reporting verbs, loaded words, hedges, intensifiers, scare quotes, what leaves open who."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.annotate.framing_lexicon import (
    NOUN_RULE,
    REPORTED_RULE,
    Entry,
    around_nouns,
    reporting_verbs,
    words_and_passives,
)
from generator.model import Article, FramingKind, FramingMark, Naming, Quotation, Rule, Span, Statement

SCARE_QUOTES = Rule(
    "framing.scare-quotes",
    "Quotation marks around at most three words, in a sentence without a statement and without a verb of speaking.",
)
SCARE_WORDS = 3
SCARE_WHY = (
    "The sentence does not say who said “{word}”: the quotation marks may keep a distance from the word or repeat what "
    "somebody called it; the text does not say which."
)
CREDITED = " It stands in words that the text credits to somebody; whose word it is, the text does not show."
# Where one of these stands in the sentence, a short quotation has a speaker, is a name, or is talked of as a word.
SPEAKING = re.compile(
    r"\b(?:sa(?:y|id)|t(?:ell|old)|talk|sp[eo]k|speech|statement|letter|remark|comment|interview|testimony|e-?mail|memo|"
    r"tweet|post(?:ed|ing)|wr[io]t|report|quot|cit(?:e|ed|ing)\b|accord|call|dub|nam(?:e|ing)|nick|known|titled|headlin|"
    r"label|term|describ|character|refer|word|phras|slogan|expression|mean(?:s|t|ing)\b|ask|answer|repl|respon|request|"
    r"demand|urg|vow|pledg|promis|propos|accus|blam|critici|condemn|denounc|derid|mock|prais|likened|compar|objec|"
    r"complain|argu|claim|alleg|insist|assert|contend|maintain|suggest|hint|den(?:y|ied)|dismiss|reject|question|"
    r"acknowledg|admit|conced|warn|declar|announc|proclaim|pronounc|explain|not(?:ed|ing)\b|add(?:ed|ing)\b|quip|jok|"
    r"sign(?:s|ed)?\b|banner|film|movie|book|novel|song|album|show|series|play|episode|column|blog|program|operation|code)",
    re.IGNORECASE,
)
# A verb in the past brings words with: ` that …`, `, “…`, `: “…`.
BRINGS_WORDS = re.compile(r"\s+that\b|\s*[,:]?\s*[“\"„«]")
# … and its listener: `warned Ottawa that`, `assured the two ministers that`, `accused the firm of lying`.
BRINGS_WORDS_TO = re.compile(
    r"(?:\s+(?!that\b|who\b|which\b|about\b|of\b|against\b)[\w’'-]+){1,4}?\s+(?:that\b|of\s+\w+ing\b)"
)
# Where the plainer verb can stand as well: `noted last week that …`, `warned Ottawa that …`, `insisted: “…`.
THAT_OR_QUOTED = re.compile(
    r"(?:\s+(?!(?:of|against|about|to|in|on|at|and|but|who|which)\b)[\w’'-]+){0,4}?\s+that\b|\s*[,:]?\s*[“\"„«]"
)
ALSO_NOUNS = frozenset(("claim", "claims", "boast", "boasts", "note", "notes"))
"""In "disputed Republican claims that" no verb can be put in its place."""
NOTHING = re.compile(r"\s+(?:no|nothing|none|little)\b")
NEGATED = re.compile(r"(?:\b(?:not|never|nor|without|reasons? to|cause to)|n['’]t)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
NOUN_AHEAD = re.compile(
    r"\b(?:an?|the|this|that|these|those|any|no|some|despite|of|with|about|for|from|on|by|in|over|amid)\s+\Z|"
    r"(?:\b(?:his|her|its|their|our|my|your)|['’]s)\s+(?:[\w-]+\s+)?\Z",
    re.IGNORECASE,
)
# "disputed Republican claims that", "amid Russian claims that"; a name never ends so: "Ms Reed claims that".
NOUN_WITH_ADJECTIVE = re.compile(
    r"\b(?!asked\b|said\b)(?:[a-z]+(?:ed|ing)|amid|despite|of|with|about|over)\s+(?:[\w-]+\s+)?\Z"
)
# "said he felt that": what goes on in his mind is what he said.
SAID_SO = re.compile(
    r"\b(?:sa(?:id|ys|ying)|t(?:old|ells|elling)(?:\s+[\w’'-]+){1,3}?|add(?:ed|s|ing)|wr(?:ote|ites|iting))\s+(?:that\s+)?"
    r"(?:he|she|they|it|we|I)\s+(?:also\s+|still\s+|had\s+|has\s+|have\s+)?\Z",
    re.IGNORECASE,
)
PLAINER = re.compile(r"; “[^”]+” would [^;]+\.\Z")
"""“said” can stand only where somebody says it: not where “events indicated that …”."""
THAT_CLAUSE = re.compile(r"that\b", re.IGNORECASE)
LISTENER = re.compile(
    r"\s+(?!(?:that|against|of|about|on|over|in|at|during|again|this|last|late|early|earlier|yesterday|today|when|if|"
    r"\w+day|\w+ly)\b)\w"
)
DOUBLE = re.compile(r"[“”„«»\"]")
BY = re.compile(r"\bby\b", re.IGNORECASE)
MARKS = "“”„«»‘’'\"`"
LONGEST_AHEAD = 40
"""Characters in front of a noun of accusing in which its preposition is looked for."""


def find_framing(
    article: Article, sentences: Sequence[Span], quotations: Sequence[Quotation], statements: Sequence[Statement]
) -> Iterator[FramingMark]:
    """Yield framing marks in reading order, disjoint.

    A reporting verb is marked only where it is the cue of a statement that is sure, a denial, or has the form of a
    report ("that …", a quotation), or where it stands in the past in front of such words. Words between quotation
    marks are the speaker's and never marked, except a short quotation in a sentence where nobody speaks. Neutral verbs
    (say, tell, report, state, add, according to) are never marked, nor are hedges in what somebody is said to have
    said: whether "could" is the speaker's or the writer's, nobody can tell. Missed on purpose: irony, metaphor, order
    and omission, and every word that colours only in some contexts.
    """
    quoted = Stretches(quotation.span for quotation in quotations)
    spoken = Stretches(
        span for statement in statements for span in (*statement.content, *statement.source, *statement.cue)
    )
    credited = Stretches(span for statement in statements for span in statement.content)
    sourced = Stretches(span for statement in statements if statement.source for span in statement.content)
    doubtful = Stretches(_with_stray_marks(article, quoted))
    found = [
        *_scare_quotes(article, sentences, quotations, spoken),
        *_verbs(article, statements),
        *_words(article, sentences, credited, sourced),
    ]
    end = 0
    for mark in sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)):
        outlets_own = mark.rule is SCARE_QUOTES or not (quoted.meet(mark.span) or doubtful.meet(mark.span))
        if mark.span.start >= end and outlets_own:
            yield mark
            end = mark.span.end


class Stretches:
    """Parts of a text, to be asked quickly whether a span lies among them; those that touch or overlap become one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meet(self, span: Span) -> bool:
        number = bisect_left(self._starts, span.end) - 1
        return number >= 0 and self._ends[number] > span.start


def _with_stray_marks(article: Article, quoted: Stretches) -> Iterator[Span]:
    """Yield paragraphs with a double quotation mark of no quotation: nobody can tell there whose words are whose."""
    for block in article.blocks:
        for mark in DOUBLE.finditer(article.text, block.span.start, block.span.end):
            if not quoted.meet(Span(*mark.span())):
                yield block.span
                break


def _scare_quotes(
    article: Article, sentences: Sequence[Span], quotations: Iterable[Quotation], spoken: Stretches
) -> Iterator[FramingMark]:
    """Yield short quotations that are neither said by somebody, nor a name, nor a whole utterance."""
    for quotation in quotations:
        inside = article.at(quotation.span).strip(MARKS)
        words = inside.split()
        if not 0 < len(words) <= SCARE_WORDS or inside[-1] in ".?!," or not any(word[0].islower() for word in words):
            continue
        sentence = _sentence_at(sentences, quotation.span)
        if not spoken.meet(sentence) and not SPEAKING.search(article.at(sentence)):
            yield FramingMark(quotation.span, FramingKind.SCARE_QUOTES, SCARE_WHY.format(word=inside), SCARE_QUOTES)


def _verbs(article: Article, statements: Iterable[Statement]) -> Iterator[FramingMark]:
    text = article.text
    reporting = [statement for statement in statements if _reports(article, statement)]
    cues = Stretches(span for statement in reporting for span in statement.cue)
    voiced = Stretches(
        span
        for statement in reporting
        if statement.sure and statement.speaker and statement.speaker.naming is not Naming.UNNAMED
        for span in statement.cue
    )
    for match, entry in reporting_verbs().find(text):
        span = Span(*match.span())
        if _is_no_report(text, span, entry):
            continue
        plain_to = entry.plain_to if LISTENER.match(text, span.end) else None
        brings = (BRINGS_WORDS_TO if plain_to else BRINGS_WORDS).match(text, span.end)
        if cues.meet(span) or (entry.past and brings):
            plain = plain_to or entry.plain
            fits = entry.spoken and match[0].lower() not in ALSO_NOUNS and THAT_OR_QUOTED.match(text, span.end)
            why = entry.why.format(word=match[0], plain=plain)
            if entry.thing and not voiced.meet(span):
                why = PLAINER.sub(".", why)
            yield FramingMark(span, entry.kind, why, entry.rule, plain if fits else None)


def _is_no_report(text: str, span: Span, entry: Entry) -> bool:
    """Whether the verb is denied ("did not dispute", "revealed nothing"), a noun ("his claim", "despite claims"), or
    what somebody says of his own mind ("said he felt").
    """
    if NOTHING.match(text, span.end):
        return True
    before = text[max(0, span.start - 40) : span.start]
    if entry.mind and SAID_SO.search(before):
        return True
    if text[span.start : span.end].lower() in ALSO_NOUNS and NOUN_WITH_ADJECTIVE.search(before):
        return True
    return NEGATED.search(before) is not None or (not entry.past and NOUN_AHEAD.search(before) is not None)


def _reports(article: Article, statement: Statement) -> bool:
    """Whether the cue is a verb that reports: the statement is sure, or its form leaves no other reading."""
    if statement.rule.id == "statement.noun":
        return False
    content = article.at(statement.content[0])
    return statement.sure or statement.denial or THAT_CLAUSE.match(content) is not None or content[0] in MARKS


def _words(
    article: Article, sentences: Sequence[Span], credited: Stretches, sourced: Stretches
) -> Iterator[FramingMark]:
    """Yield what all lists but the reporting verbs have; what leaves open who only where the sentence names nobody, and
    who says or believes it only where no source stands with the words.
    """
    for match, entry in words_and_passives().find(article.text):
        mark = _mark(match, entry)
        if entry.rule.id == NOUN_RULE:
            if not credited.meet(mark.span) and _is_nobodys(article, sentences, mark.span):
                yield mark
        elif entry.kind is FramingKind.AGENTLESS:
            # Whatever that "by" belongs to. "He was expected to resign, two aides said": there it is said who says so.
            told = entry.rule.id == REPORTED_RULE and sourced.meet(mark.span)
            if not told and not BY.search(article.text, match.end(), _sentence_at(sentences, mark.span).end):
                yield mark
        elif len(words := match[0].split()) > 1 and all(word[0].isupper() for word in words):
            continue  # a name: the website Big Government
        elif not credited.meet(mark.span):
            yield mark
        elif entry.kind is not FramingKind.HEDGE:
            yield replace(mark, why=mark.why + CREDITED)


def _is_nobodys(article: Article, sentences: Sequence[Span], noun: Span) -> bool:
    """Whether the sentence of a noun of accusing does not even hint at whose it is."""
    ahead, speaks = around_nouns()
    if not ahead.search(article.text, max(0, noun.start - LONGEST_AHEAD), noun.start):
        return False
    sentence = _sentence_at(sentences, noun)
    return not speaks.search(article.text, sentence.start, sentence.end)


def _mark(match: re.Match[str], entry: Entry) -> FramingMark:
    words = " ".join(match[0].split())
    return FramingMark(Span(*match.span()), entry.kind, entry.why.format(word=words), entry.rule)


def _sentence_at(sentences: Sequence[Span], span: Span) -> Span:
    """Return the sentence in which `span` starts, made longer where `span` goes on behind it."""
    number = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    if number < 0:
        return span
    return Span(min(sentences[number].start, span.start), max(sentences[number].end, span.end))
