"""Blocks in the making, and what holds for the document that they are made of."""

from dataclasses import dataclass, field

from ingest.pdf.lines import Line
from minutes.model import BlockKind


@dataclass
class Draft:
    """A block in the making. A table row has `cells` in place of `lines`."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    table: int = 0
    column_header: bool = False
    titled: bool = False  # it stands in a table's column of titles
    right: float = 0.0  # right edge of the column it stands in

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def bottom(self) -> float:
        return max(line.bottom for line in self.lines or [line for cell in self.cells for line in cell])

    @property
    def top(self) -> float:
        return min(line.top for line in self.lines or [line for cell in self.cells for line in cell])


@dataclass
class Measures:
    """What holds for the document as a whole."""

    size: float  # of the running text, in points
    notes: tuple[float, float] | None  # where a column of notes (initials) begins: x, and depth in the document
    marks: frozenset[int] = frozenset()  # words of marks beside single paragraphs, by `id`
    leading: float = 0.0  # the usual space between two lines, in points
    # Tables that frame running text: how wide, and how far in the text begins, in points.
    frames: list[tuple[float, float]] = field(default_factory=list)
    tables: int = 0  # counted as they are met
