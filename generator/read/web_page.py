"""A saved web page: its text nodes, which of them are the article, and what the page says of itself."""

from __future__ import annotations

import re

from lxml import etree, html

from generator.model import How
from generator.read.body import find_body
from generator.read.details import Metadata
from generator.read.formats import Opened
from generator.read.page_metadata import page_metadata
from generator.read.text_nodes import page_text

# What browsers and SingleFile note in a page when they save it.
SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)")


def read_web_page(source: str, url: str | None = None) -> Opened:
    """Take a page apart; a page in which no article is found has the body None. Never raises."""
    if url is None and (saved_from := SAVED_FROM.search(source)):
        url = saved_from[1]
    tree = parse(source)
    if tree is None:
        return Opened(text="", metadata=Metadata(how=How.PAGE, url=url))
    page = page_text(tree)
    return Opened(
        text=page.text,
        body=find_body(source, page),
        headings=page.headings,
        quotes=page.quotes,
        metadata=page_metadata(tree, url),
    )


def parse(source: str) -> etree._Element | None:
    """Return the root of the page, comments left out; None where nothing can be read."""
    # A declared encoding is that of the bytes; here is text, and lxml refuses to hear of both.
    bare = re.sub(r"^\s*\ufeff?\s*<\?xml[^>]*\?>", "", source).replace("\0", "")
    if not bare.strip():
        return None
    try:
        return html.document_fromstring(bare, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.LxmlError, ValueError):
        return None
