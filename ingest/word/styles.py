"""Paragraph and character styles of a DOCX: what holds for a paragraph or run after all inheritance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ingest.numerals import integer
from ingest.word.package import Element, W, is_on, value


@dataclass(frozen=True)
class Styles:
    """The styles by id. Properties are looked up in the text itself, then its style, then what that is based on."""

    root: Element
    _toggled: dict[tuple[str | None, str], bool] = field(default_factory=dict)
    _size: dict[str | None, float | None] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Element]:
        return {style.get(f"{W}styleId", ""): style for style in self.root.findall(f"{W}style")}

    @cached_property
    def default(self) -> str | None:
        """The style of paragraphs that name none."""
        found = (name for name, style in self.by_id.items() if style.get(f"{W}default") in ("1", "true"))
        return next((name for name in found if self.by_id[name].get(f"{W}type") == "paragraph"), None)

    @cached_property
    def lists(self) -> dict[str, str]:
        """List styles and the numId that each stands for."""
        path = f"{W}pPr/{W}numPr/{W}numId"
        found = {name: style.find(path) for name, style in self.by_id.items()}
        return {name: item.get(f"{W}val", "") for name, item in found.items() if item is not None}

    def chain(self, name: str | None) -> Iterator[tuple[str, Element]]:
        """The style and all that it is based on, nearest first."""
        seen: set[str] = set()
        while name and name in self.by_id and name not in seen:
            seen.add(name)
            yield name, self.by_id[name]
            name = value(self.by_id[name], "basedOn")

    def find(self, properties: Element | None, name: str | None, tag: str, *, part: str = "pPr") -> Element | None:
        """A property in `properties` itself, else in the nearest style that has it, else in the document's defaults."""
        if properties is not None and (found := properties.find(f"{W}{tag}")) is not None:
            return found
        for _, style in self.chain(name):
            if (found := style.find(f"{W}{part}/{W}{tag}")) is not None:
                return found
        return self.root.find(f"{W}docDefaults/{W}{part}Default/{W}{part}/{W}{tag}")

    def toggled(self, name: str | None, tag: str) -> bool:
        """Whether a style switches on bold ("b") or hides its text ("vanish")."""
        if (name, tag) not in self._toggled:
            self._toggled[name, tag] = is_on(self.find(None, name, tag, part="rPr"))
        return self._toggled[name, tag]

    def size(self, name: str | None) -> float | None:
        """Points."""
        if name not in self._size:
            self._size[name] = points(self.find(None, name, "sz", part="rPr"))
        return self._size[name]

    def heading(self, properties: Element | None, name: str | None) -> int:
        """Heading level from 1; 0 for other text. Word shows a level in its outline whatever the style is called."""
        for _, style in self.chain(name):
            called = (value(style, "name") or "").lower()
            if match := re.fullmatch(r"heading ([1-9])", called):
                return int(match[1])
            if called == "title":
                return 1
        outline = self.find(properties, name, "outlineLvl")
        level = integer(outline.get(f"{W}val"), 9) if outline is not None else 9
        return level + 1 if 0 <= level < 9 else 0

    def header_bold(self, table: str | None) -> bool:
        """Whether a table style sets the first row in bold."""
        parts = (part for _, style in self.chain(table) for part in style.findall(f"{W}tblStylePr"))
        return any(part.get(f"{W}type") == "firstRow" and is_on(part.find(f"{W}rPr/{W}b")) for part in parts)


def points(size: Element | None) -> float | None:
    """Half-points to points."""
    half = integer(size.get(f"{W}val"), 0) if size is not None else 0
    return half / 2 if half > 0 else None
