"""Elements of SVG: attribute by attribute, every text hardened."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.render.env import harden


def element(tag: str, *children: str | Markup, **attributes: str | float | None) -> Markup:
    """Return one element; `stroke_width=2` becomes `stroke-width="2"`, `class_` `class`; None is no attribute."""
    given = (
        Markup(' {}="{}"').format(Markup(name.rstrip("_").replace("_", "-")), _value(value))
        for name, value in attributes.items()
        if value is not None
    )
    name = Markup(tag)
    return Markup("<{}{}>{}</{}>").format(name, Markup("").join(given), Markup("").join(map(harden, children)), name)


def _value(value: str | float) -> Markup:
    return harden(value) if isinstance(value, str) else Markup(f"{value:.1f}".removesuffix(".0"))


def label(lines: tuple[str, ...], x: float, middle: float, line_px: float, **attributes: str | float | None) -> Markup:
    """Return `lines` of text, centred on the height `middle`; a third of a line lies under the writing line's top."""
    top = middle - (len(lines) - 1) * line_px / 2 + line_px * 0.27
    spans = (element("tspan", line, x=x, y=top + i * line_px) for i, line in enumerate(lines))
    return element("text", *spans, **attributes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One whole picture; `name` makes its ids, unique on a page."""

    name: str
    classes: str
    title: str
    description: str
    width: float
    height: float
    parts: tuple[Markup, ...]

    def svg(self) -> Markup:
        """Return the picture as an image with a name and a description for those who do not see it."""
        title, description = f"{self.name}-title", f"{self.name}-desc"
        return element(
            "svg",
            element("title", self.title, id=title),
            element("desc", self.description, id=description),
            *self.parts,
            class_=self.classes,
            viewBox=f"0 0 {self.width:.0f} {self.height:.0f}",
            width=self.width,
            height=self.height,
            role="img",
            aria_labelledby=f"{title} {description}",
        )
