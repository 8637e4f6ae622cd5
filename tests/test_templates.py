"""Templates and their views say the same: a view's fields are all that its template may use, and all that it must."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from jinja2 import meta

import generator.render
from generator.render.env import ENV, template_name

TEMPLATES = sorted(name for name in ENV.list_templates() if not name.startswith("_"))


def views() -> dict[str, type]:
    """Every view class of render that a template is named after."""
    found: dict[str, type] = {}
    for module in pkgutil.walk_packages(generator.render.__path__, "generator.render."):
        for _, item in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if item.__name__.endswith("View") and is_dataclass(item):
                found[template_name(item)] = item
    return found


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_uses_every_field_of_its_view_and_nothing_else(template: str) -> None:
    source, _, _ = ENV.loader.get_source(ENV, template)  # type: ignore[union-attr]
    assert meta.find_undeclared_variables(ENV.parse(source)) == {field.name for field in fields(views()[template])}


def test_every_template_is_a_file_of_its_own() -> None:
    folder = Path(generator.render.__file__).parent / "templates"
    assert {path.name for path in folder.iterdir()} == set(ENV.list_templates())
