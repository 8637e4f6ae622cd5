"""Stories drawn in text, for the pages that tell them: a paragraph is a sentence and holds at most one statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import combinations
from pathlib import PurePosixPath

from generator.compare.coverage import find_coverage
from generator.languages import one_language
from generator.model import (
    Actor,
    ActorKind,
    Annotated,
    Anonymity,
    Certainty,
    Chain,
    Comparison,
    Event,
    EventReport,
    Explained,
    How,
    Kinship,
    Likeness,
    Naming,
    Origin,
    Page,
    Passage,
    Place,
    Profile,
    Published,
    Relation,
    Relay,
    Rule,
    SourceCount,
    Span,
    Speaker,
    Stated,
    Statement,
    StatementKind,
    Story,
    StoryFile,
    TimeExpression,
    Variant,
    Wording,
    WordingChange,
)
from tests.drawing import make_article

RULE = Rule("test.drawn", "Drawn in a test.")

# ⟦content⟧ ⟨source⟩ ⟪relay⟫ ⌈time⌉
MARKS = {"⟦": "content", "⟨": "source", "⟪": "relay", "⌈": "time"}
CLOSING = {"⟧": "⟦", "⟩": "⟨", "⟫": "⟪", "⌉": "⌈"}

Marked = dict[str, list[Span]]


def unmark_all(marked: str) -> tuple[str, Marked]:
    """Take out every bracket; return the bare text and the spans of each kind, by end."""
    bare: list[str] = []
    starts: dict[str, list[int]] = {mark: [] for mark in MARKS}
    spans: Marked = {kind: [] for kind in MARKS.values()}
    for character in marked:
        if character in MARKS:
            starts[character].append(len(bare))
        elif character in CLOSING:
            opening = CLOSING[character]
            spans[MARKS[opening]].append(Span(starts[opening].pop(), len(bare)))
        else:
            bare.append(character)
    return "".join(bare), spans


def make_version(marked: str, *, letter: str = "a", published: date | None = None, outlet: str = "") -> Annotated:
    """Annotate a drawn article. A source in lower case is unnamed, one with `spokesman` an office, the others named.

    A paragraph that ends in `(?)` has a statement to check. Every capitalised source word is an actor.
    """
    text, spans = unmark_all(marked)
    article = make_article(text, id=letter, published=published)
    details = replace(
        article.seed.details,
        outlet=Stated(outlet or f"The {letter.upper()} Post", How.EDITOR),
        published=Published(published, How.EDITOR) if published else None,
    )
    article = replace(article, seed=replace(article.seed, details=details))
    sentences = tuple(block.span for block in article.blocks)
    statements = tuple(
        _statement(text, sentence, spans) for sentence in sentences if _inside(sentence, spans["content"])
    )
    return Annotated(
        article=article,
        sentences=sentences,
        quotations=(),
        statements=statements,
        actors=tuple(_actors(text, statements)),
        times=tuple(TimeExpression(span=s, value=None, why="the text gives no date", rule=RULE) for s in spans["time"]),
        framing=(),
    )


def in_language(version: Annotated, language: str) -> Annotated:
    """The version as if it were written in another language; its marks stay."""
    seed = version.article.seed
    stated = replace(seed, details=replace(seed.details, language=Stated(language, How.EDITOR)))
    return replace(version, article=replace(version.article, seed=stated))


def _inside(sentence: Span, spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(span for span in spans if sentence.holds(span)))


def _statement(text: str, sentence: Span, spans: Marked) -> Statement:
    content, source = _inside(sentence, spans["content"]), _inside(sentence, spans["source"])
    words = text[content[0].start : content[0].end]
    label = text[source[0].start : source[0].end] if source else ""
    naming = Naming.OFFICE if "spokesman" in label else Naming.NAMED if label[:1].isupper() else Naming.UNNAMED
    name = re.sub(r".*spokesman for ", "", label)
    number = re.match(r"two|three", label)
    return Statement(
        kind=StatementKind.DIRECT if words[0] in '“"' else StatementKind.INDIRECT,
        content=content,
        source=source,
        speaker=Speaker(label, naming, None if naming is Naming.UNNAMED else slug(name)) if label else None,
        relays=tuple(
            Relay(text[s.start : s.end].split()[-1], s, heard="told" in text[s.start : s.end])
            for s in _inside(sentence, spans["relay"])
        ),
        anonymity=Anonymity(number=Span(source[0].start, source[0].start + number.end()) if number else None)
        if naming is Naming.UNNAMED and source
        else None,
        sure=not text[sentence.start : sentence.end].endswith("(?)"),
        rule=RULE,
    )


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower()).strip("-")


def make_actors(text: str, *names: str) -> list[Actor]:
    """An actor for each name, mentioned wherever it stands."""
    return [
        Actor(
            key=slug(name),
            name=name,
            kind=ActorKind.PERSON,
            mentions=tuple(Span(*m.span()) for m in re.finditer(re.escape(name), text)),
            rule=RULE,
        )
        for name in names
    ]


def _actors(text: str, statements: Sequence[Statement]) -> list[Actor]:
    return make_actors(
        text,
        *dict.fromkeys(
            re.sub(r".*spokesman for ", "", s.speaker.label) for s in statements if s.speaker and s.speaker.actor
        ),
    )


def tell(
    *versions: Annotated,
    same: Sequence[Mapping[str, int]] = (),
    wordings: Sequence[tuple[Mapping[str, int], tuple[WordingChange, ...]]] = (),
    events: Sequence[Event] = (),
    kinship: Sequence[Kinship] | None = None,
    editor: StoryFile | None = None,
) -> Explained:
    """Put drawn versions together. `same` names paragraphs that say the same by version, from 1; `wordings` the
    paragraphs whose statements are one quotation.
    """
    versions = tuple(_dated(version, events) for version in versions)
    story = Story(
        slug="levy",
        title="The levy",
        path=PurePosixPath("seeds/levy/story.yaml"),
        editor=editor or StoryFile(),
        seeds=tuple(v.article.seed for v in versions),
    )
    passages = tuple(_passages(versions, same))
    chains = tuple(_chains(versions))
    comparison = Comparison(
        passages=passages,
        wordings=tuple(_wording(f"w{n}", versions, *drawn) for n, drawn in enumerate(wordings, 1)),
        profiles=tuple(_profiles(versions)),
        origins=tuple(_origins(versions)),
        chains=chains,
        counts=tuple(_count(v, chains) for v in versions),
        reports=(),
        events=tuple(events),
        coverage=tuple(find_coverage(passages, versions)),
        kinship=tuple(_going_along(versions) if kinship is None else kinship),
        findings=(),
    )
    return Explained(story=story, versions=versions, comparison=comparison, changes=())


def _dated(version: Annotated, events: Sequence[Event]) -> Annotated:
    """The version with the times that its events were drawn with."""
    drawn = {r.time.span: r.time for e in events for r in e.reports if r.place.version == version.id}
    return replace(version, times=tuple(drawn.get(time.span, time) for time in version.times))


def place(version: Annotated, paragraph: int) -> Place:
    """A paragraph, counted from 1."""
    return Place(version.id, version.sentences[paragraph - 1])


def event(*reports: tuple[Annotated, int, date | None, date | None], number: int = 1, conflict: bool = False) -> Event:
    """An event; each report is a version, its n-th time expression from 1, and the days it allows."""
    told = []
    for version, n, earliest, latest in reports:
        time = replace(version.times[n - 1], earliest=earliest, latest=latest)
        sentence = next(s for s in version.sentences if s.holds(time.span))
        told.append(EventReport(place=Place(version.id, sentence), time=time))
    earliest = min((r.time.earliest for r in told if r.time.earliest), default=None)
    latest = max((r.time.latest for r in told if r.time.latest), default=None)
    certainty = Certainty.UNKNOWN if earliest is None else Certainty.DAY if earliest == latest else Certainty.INTERVAL
    return Event(
        id=f"e{number}",
        earliest=earliest,
        latest=latest,
        certainty=certainty,
        reports=tuple(told),
        conflict=conflict,
        rule=RULE,
    )


def _passages(versions: Sequence[Annotated], same: Sequence[Mapping[str, int]]) -> list[Passage]:
    by_id = {v.id: v for v in versions}
    matched: list[tuple[Place, ...]] = [tuple(place(by_id[v], n) for v, n in group.items()) for group in same]
    taken = {p for places in matched for p in places}
    single = [(p,) for v in versions for s in v.sentences if (p := Place(v.id, s)) not in taken]
    return [
        Passage(id=f"p{n}", places=places, likeness=_likeness(places, by_id), rule=RULE)
        for n, places in enumerate([*matched, *single], 1)
    ]


def _likeness(places: tuple[Place, ...], by_id: Mapping[str, Annotated]) -> Likeness:
    if len({p.version for p in places}) == 1:
        article = by_id[places[0].version].article
        others = [v.article for v in by_id.values() if v.article is not article]
        return Likeness.SINGLE if any(one_language(article, other) for other in others) else Likeness.UNCOMPARED
    words = {by_id[p.version].article.at(p.span) for p in places}
    return Likeness.SAME if len(words) == 1 else Likeness.REWORDED


def _going_along(versions: Sequence[Annotated]) -> Iterator[Kinship]:
    """Versions so alike that what one alone has tells something."""
    for left, right in combinations(versions, 2):
        relation = Relation.CLOSE if one_language(left.article, right.article) else Relation.UNTRANSLATED
        yield Kinship(left=left.id, right=right.id, relation=relation, shared_words=0, run_words=0, runs=())


def _origin_key(version: Annotated, speaker: Speaker) -> str:
    return f"{version.id}-{slug(speaker.label)}" if speaker.naming is Naming.UNNAMED else slug(speaker.label)


def _chains(versions: Sequence[Annotated]) -> list[Chain]:
    return [
        Chain(version=v.id, statement=s, origin=_origin_key(v, s.speaker), relays=tuple(r.name for r in s.relays))
        for v in versions
        for s in v.statements
        if s.speaker and s.sure
    ]


def _origins(versions: Sequence[Annotated]) -> list[Origin]:
    found = {
        _origin_key(v, s.speaker): Origin(
            key=_origin_key(v, s.speaker), label=s.speaker.label, naming=s.speaker.naming, profile=s.speaker.actor
        )
        for v in versions
        for s in v.statements
        if s.speaker and s.sure
    }
    return list(found.values())


def _profiles(versions: Sequence[Annotated]) -> list[Profile]:
    names = dict.fromkeys((a.key, a.name) for v in versions for a in v.actors)
    return [
        Profile(
            key=key,
            name=name,
            kind=ActorKind.PERSON,
            appearances=tuple((v.id, a) for v in versions for a in v.actors if a.key == key),
        )
        for key, name in sorted(names)
    ]


def _count(version: Annotated, chains: Sequence[Chain]) -> SourceCount:
    namings = [s.speaker.naming for s in version.statements if s.speaker and s.sure]
    return SourceCount(
        version=version.id,
        words=version.article.words,
        named=namings.count(Naming.NAMED),
        offices=namings.count(Naming.OFFICE),
        unnamed=namings.count(Naming.UNNAMED),
        second_hand=sum(bool(c.relays) for c in chains if c.version == version.id),
        to_check=sum(not s.sure for s in version.statements),
    )


def _wording(
    wording_id: str, versions: Sequence[Annotated], where: Mapping[str, int], changes: tuple[WordingChange, ...]
) -> Wording:
    by_id = {v.id: v for v in versions}
    found: dict[str, list[tuple[Place, Statement]]] = {}
    for version_id, n in where.items():
        version = by_id[version_id]
        statement = next(s for s in version.statements if version.sentences[n - 1].holds(s.content[0]))
        spot = Place(version_id, statement.content[0])
        found.setdefault(version.article.at(spot.span), []).append((spot, statement))
    variants = tuple(
        Variant(
            places=tuple(p for p, _ in spots),
            pieces=tuple((p.span,) for p, _ in spots),
            statements=tuple(s for _, s in spots),
            differing=() if len(found) == 1 else (_last_word(by_id[spots[0][0].version], spots[0][0].span),),
            quoted=spots[0][1].kind is StatementKind.DIRECT,
        )
        for spots in found.values()
    )
    speakers = {s.speaker.actor for v in variants for s in v.statements if s.speaker}
    return Wording(
        id=wording_id,
        variants=variants,
        changes=changes,
        profile=speakers.pop() if len(speakers) == 1 else None,
        rule=RULE,
    )


def _last_word(version: Annotated, span: Span) -> Span:
    words = list(re.finditer(r"\w+", version.article.at(span)))
    return Span(span.start + words[-1].start(), span.start + words[-1].end())


def reading(page: Page | str) -> str:
    """What a reader sees of a page, on one line: front matter and tags taken out, references resolved."""
    body = page if isinstance(page, str) else page.text.split("---\n", 2)[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split()).replace(" .", ".").replace(" ,", ",")


def section(page: Page, fragment: str) -> str:
    """The part of a page under the heading with this id, as a reader sees it; empty where there is none."""
    _, _, rest = page.text.partition(f"{{#{fragment}}}\n")
    return reading(re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0])
