"""Automatic numbers of lists and headings, as Word prints them ("4.", "(a)", "iii.").

ECMA-376 part 1, 17.9: a paragraph names a list (`numId`) and a level; the list names an abstract list, which
holds each level's format and text. Lists of one abstract list share its counters.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.numerals import integer, letters, ordinal, roman
from ingest.runs import BULLET
from ingest.word.package import Element, W, is_on, value

MAX_LEVELS = 9
FORMATS = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": ordinal,
}


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""  # "%1.%2." stands for the numbers of levels one and two
    restart: int | None = None  # restart after this level (counted from 1) or a higher one; 0 never
    legal: bool = False  # all levels in decimal, whatever their own format
    style: str | None = None  # the paragraph style that is numbered with this level
    indent: Element | None = None


@dataclass
class Numbering:
    """The lists of a document, and how far each has been counted."""

    levels: Mapping[str, Mapping[int, Level]]  # by numId
    abstract: Mapping[str, str]  # numId -> abstractNumId
    starts: Mapping[str, Mapping[int, int]]  # numId -> level -> startOverride
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)  # by abstractNumId
    _seen: set[str] = field(default_factory=set)

    def level(self, number: str, index: int) -> Level | None:
        """The format of a list's level; null if the document does not define it."""
        return self.levels.get(number, {}).get(index)

    def styled(self, number: str, style: str | None) -> int | None:
        """The level that a paragraph style is tied to."""
        found = self.levels.get(number, {})
        return next((index for index, level in found.items() if style and level.style == style), None)

    def label(self, number: str, index: int) -> str | None:
        """Count one paragraph of the list, and return what is printed before it, if anything."""
        level = self.level(number, index)
        if level is None:
            return None
        counts = self._counts.setdefault(self.abstract[number], {})
        if number not in self._seen:
            self._seen.add(number)
            for at, start in self.starts.get(number, {}).items():
                counts[at] = start - 1
        counts[index] = counts.get(index, level.start - 1) + 1
        for deeper in [at for at in counts if at > index]:
            below = self.level(number, deeper)
            restart = below.restart if below and below.restart is not None else deeper
            if index < restart:
                del counts[deeper]
        if level.format == "bullet":
            return BULLET if level.text.strip() else None
        return self._print(number, level, counts) or None

    def _print(self, number: str, level: Level, counts: Mapping[int, int]) -> str:
        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self.level(number, at) or Level()
            count = counts.get(at, other.start)
            if other.format == "none":
                return ""
            return str(count) if level.legal else FORMATS.get(other.format, str)(count)

        if level.format == "none":
            return re.sub(r"%\d", "", level.text).strip()
        return " ".join(re.sub(r"%([1-9])", one, level.text).split())


def read_numbering(root: Element, style_lists: Mapping[str, str]) -> Numbering:
    """Lists from `numbering.xml`. `style_lists` gives the numId of list styles, which lists may point to."""
    found = {item.get(f"{W}abstractNumId", ""): item for item in root.findall(f"{W}abstractNum")}
    abstract = {item.get(f"{W}numId", ""): value(item, "abstractNumId") or "" for item in root.findall(f"{W}num")}
    levels: dict[str, dict[int, Level]] = {}
    starts: dict[str, dict[int, int]] = {}
    for item in root.findall(f"{W}num"):
        number = item.get(f"{W}numId", "")
        base = found.get(abstract[number])
        linked = value(base, "numStyleLink") if base is not None else None
        if linked and linked in style_lists:  # the format is kept by the list that defines the style
            base = found.get(abstract.get(style_lists[linked], ""), base)
        own = {} if base is None else {at: lvl for lvl in base.findall(f"{W}lvl") if (at := _index(lvl)) is not None}
        starts[number] = {}
        for override in item.findall(f"{W}lvlOverride"):
            at = _index(override)
            if at is None:
                continue
            if (lvl := override.find(f"{W}lvl")) is not None:
                own[at] = lvl
            if override.find(f"{W}startOverride") is not None:
                starts[number][at] = integer(value(override, "startOverride"), 1)
        levels[number] = {at: _level(lvl) for at, lvl in own.items()}
    return Numbering(levels, abstract, starts)


def _level(item: Element) -> Level:
    restart = value(item, "lvlRestart")
    return Level(
        start=integer(value(item, "start"), 0),
        format=value(item, "numFmt") or "decimal",
        text=value(item, "lvlText") or "",
        restart=None if restart is None else integer(restart, 0),
        legal=is_on(item.find(f"{W}isLgl")),
        style=value(item, "pStyle"),
        indent=item.find(f"{W}pPr/{W}ind"),
    )


def _index(item: Element) -> int | None:
    index = integer(item.get(f"{W}ilvl"), -1)
    return index if 0 <= index < MAX_LEVELS else None
