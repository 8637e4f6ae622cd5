"""What a saved web page says of itself in its head: outlet, headline, byline, address, day of publication, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from generator.model import How
from generator.read.details import Metadata
from generator.read.front_matter import day_of

# Names of `meta` elements, the most reliable first.
PUBLISHED_NAMES = """
    article:published_time og:article:published_time article:published og:published_time datepublished parsely-pub-date
    sailthru.date cxenseparse:recs:publishtime publish-date publish_date publishdate publication_date pubdate
    date.created dc.date.issued dcterms.issued dcterms.created dc.date dcterms.date date
"""
PUBLISHED = tuple(PUBLISHED_NAMES.split())
OUTLET = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
BYLINE = ("author", "byl", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
HEADLINE = ("og:title", "twitter:title", "dc.title", "parsely-title")

ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlog")

SHORTEST_HEADLINE_CHARS = 12

NO_NAME = re.compile(r"https?://.*|@.*|admin(?:istrator)?|editor|staff|null|undefined|none|\W*", re.IGNORECASE)

# What sites put between a headline and their name: "Bridge to close | The Post".
BEFORE_OUTLET = re.compile(r"\s+[-–—|·•:»]\s+")


def page_metadata(tree: etree._Element, url: str | None = None) -> Metadata:
    """Read the head of a page; `url` is its address, if somebody knows.

    Only what is marked up as metadata counts: JSON-LD, `meta`, `title`, canonical links. Names and dates that merely
    stand in the text are not looked for; a clock of the page would pass for a date, and a reporter's biography for a
    byline.
    """
    records = list(_json_ld(tree))
    metas = _metas(tree)

    def said(names: Iterable[str]) -> list[str]:
        return [metas[name] for name in names if metas.get(name)]

    outlet = _first_name([*said(OUTLET), *_names(records, "publisher")])
    titles = [
        *_only_h1(tree, outlet),
        *_texts(records, "headline"),
        *said(HEADLINE),
        *(title.text or "" for title in tree.iter("title")),
    ]
    headline = next((" ".join(title.split()) for title in titles if title.strip()), None)
    dates = [*_texts(records, "datePublished"), *said(PUBLISHED), *_marked_up_dates(tree)]
    return Metadata(
        how=How.PAGE,
        outlet=outlet,
        headline=_without_outlet(headline, outlet) if headline else None,
        byline=_byline(records) or _first_name(said(BYLINE)),
        url=_address(tree, metas) or url,
        published=next((day for written in dates if (day := day_of(written))), None),
        language=_language(tree),
    )


def _only_h1(tree: etree._Element, outlet: str | None) -> Iterator[str]:
    """The one first-level heading of a page is the headline that its readers see, unless it is the site's name."""
    headings = [" ".join("".join(heading.itertext()).split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    if len(headings) == 1 and len(headings[0]) >= SHORTEST_HEADLINE_CHARS and headings[0] != outlet:
        yield headings[0]


def _metas(tree: etree._Element) -> dict[str, str]:
    """Contents of the `meta` elements by name in lower case; of several with one name the first."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.strip().lower(), (meta.get("content") or "").strip())
    return metas


def _json_ld(tree: etree._Element) -> Iterator[Mapping[str, Any]]:
    """Yield the records of articles, not those of comments, breadcrumbs or the site."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield from _articles(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue


def _articles(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for entry in value:
            yield from _articles(entry)
    elif isinstance(value, dict):
        if ARTICLE.search(str(value.get("@type", ""))):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(value.get(key))


def _texts(records: Iterable[Mapping[str, Any]], key: str) -> Iterator[str]:
    for record in records:
        if isinstance(record.get(key), str):
            yield unescape(record[key])


def _names(records: Iterable[Mapping[str, Any]], key: str) -> Iterator[str]:
    """`{"name": …}`, a list of such, or plain text."""
    for record in records:
        value = record.get(key)
        for entry in value if isinstance(value, list) else [value]:
            name = entry.get("name") if isinstance(entry, dict) else entry
            if isinstance(name, str):
                yield unescape(name)


def _byline(records: Iterable[Mapping[str, Any]]) -> str | None:
    names = (" ".join(name.split()) for name in _names(records, "author"))
    return ", ".join(dict.fromkeys(name for name in names if not NO_NAME.fullmatch(name))) or None


def _first_name(written: Iterable[str]) -> str | None:
    folded = (" ".join(name.split()) for name in written)
    return next((name for name in folded if not NO_NAME.fullmatch(name)), None)


def _without_outlet(headline: str, outlet: str | None) -> str:
    *front, last = BEFORE_OUTLET.split(headline)
    if not front or outlet is None or last.casefold() != outlet.casefold():
        return headline
    return headline[: headline.rindex(last)].rstrip(" -–—|·•:»")


def _marked_up_dates(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("time", "span", "abbr", "div"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            yield element.get("datetime") or element.get("content") or ""


def _address(tree: etree._Element, metas: Mapping[str, str]) -> str | None:
    links = (link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    addresses = (address.strip() for address in (*links, metas.get("og:url", "")))
    return next((address for address in addresses if re.fullmatch(r"https?://\S+", address)), None)


def _language(tree: etree._Element) -> str | None:
    """`en_US` → `en-US`; None for what is no tag."""
    written = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""
    tag = written.strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) else None
