"""Fills templates. Whatever is not marked as safe HTML comes out as text."""

from __future__ import annotations

import json
import re
import string
from dataclasses import fields
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

# Line ends could end a block; control characters are Python-Markdown's own placeholders, so they are shown by their
# pictures (␂); a site may run a plugin that reads braces as Jinja.
UNSAFE = str.maketrans(
    {chr(code): chr(0x2400 + code) for code in range(0x20)}
    | dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", " ")
    | {"{": "&#123;", "}": "&#125;"}
)
# Every punctuation mark of ASCII as a character reference: none can open markup, in a heading or elsewhere.
PUNCTUATION = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation})


def harden(value: object) -> Markup:
    """Return `value` as HTML on one line that shows its very characters, each line end as a space."""
    if isinstance(value, Markup):
        return value
    return Markup(str(escape(str(value))).translate(UNSAFE))


def md(value: object) -> Markup:
    """Return `value` as one line of Markdown that shows its very characters, for headings."""
    return Markup(" ".join(str(value).split()).translate(UNSAFE | PUNCTUATION))


def to_json(value: object) -> Markup:
    """Return `value` as JSON, which is YAML too: for front matter, where no HTML is read."""
    return Markup(json.dumps(value, ensure_ascii=False))


ENV = Environment(
    loader=PackageLoader("generator.render"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    comment_start_string="<#",  # Jinja's own, {#, is the id of a Markdown heading
    comment_end_string="#>",
    finalize=harden,
)
ENV.filters |= {"md": md, "json": to_json}


def template_name(view: type) -> str:
    """`SideBySideView` → `side-by-side.md.j2`."""
    stem = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", view.__name__.removesuffix("View")).lower()
    return f"{stem}.md.j2"


def fill(view: Any) -> str:
    """Fill the template named like the view's class; the fields of the view are the whole context."""
    context = {field.name: getattr(view, field.name) for field in fields(view)}
    return ENV.get_template(template_name(type(view))).render(context)
