"""A saved web page: its text nodes, which of them are the article, and what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from generator.model import How
from generator.read.body import find_body
from generator.read.details import Metadata
from generator.read.formats import Opened
from generator.read.front_matter import day_of
from generator.read.text_nodes import page_text

# Names of metadata that give the day of publication, the most reliable first. Dates in the text are not looked for.
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "pubdate",
    "date.created",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
)
ARTICLES = re.compile(r"Article|BlogPosting|Report|LiveBlog")


def read_web_page(source: str, url: str | None = None) -> Opened:
    """Take a page apart; a page in which no article is found has the body None. Never raises."""
    tree = parse(source)
    if tree is None:
        return Opened(text="", body=None, metadata=Metadata(how=How.PAGE))
    page = page_text(tree)
    return Opened(
        text=page.text, body=find_body(source, page), headings=page.headings, metadata=_metadata(source, tree, url)
    )


def parse(source: str) -> etree._Element | None:
    # A declared encoding is that of the bytes; here is text, and lxml refuses to hear of both.
    bare = re.sub(r"^\s*\ufeff?\s*<\?xml[^>]*\?>", "", source).replace("\0", "")
    if not bare.strip():
        return None
    try:
        return html.document_fromstring(bare, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.LxmlError, ValueError):
        return None


def _metadata(source: str, tree: etree._Element, url: str | None) -> Metadata:
    from trafilatura.metadata import extract_metadata

    # The date is read here: trafilatura would also take one from the text, such as a clock of the page.
    found = extract_metadata(source, default_url=url, date_config={"extensive_search": False})
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or found.language
    address = found.url if found.url and re.fullmatch(r"https?://\S+", found.url) else None
    return Metadata(
        how=How.PAGE,
        outlet=found.sitename,
        headline=found.title,
        byline=found.author,
        url=address,
        published=next((day for written in _dates(tree) if (day := day_of(written))), None),
        language=_language_tag(language),
    )


def _language_tag(written: str | None) -> str | None:
    """`en_US` → `en-US`; None for what is no tag."""
    tag = (written or "").strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) else None


def _dates(tree: etree._Element) -> Iterator[str]:
    """Yield what the page's metadata give as day of publication: JSON-LD, then `meta`, then marked-up times."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _dates_in_json(_loaded(script.text or ""))
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.strip().lower(), meta.get("content") or "")
    yield from (metas[name] for name in PUBLISHED if name in metas)
    for element in tree.iter("time", "span", "abbr", "div"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            yield element.get("datetime") or element.get("content") or ""


def _loaded(source: str) -> Any:
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _dates_in_json(value: Any) -> Iterator[str]:
    """Dates of the articles in JSON-LD, not those of comments or of other things."""
    if isinstance(value, list):
        for entry in value:
            yield from _dates_in_json(entry)
    elif isinstance(value, dict):
        if ARTICLES.search(str(value.get("@type", ""))) and isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _dates_in_json(value.get(key))
