"""Ruled tables: the lines come from PDFium, the cells from pdfplumber's table finder.

Handing pdfplumber the lines spares it reading the page, which is nine tenths of its time.
"""

from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from operator import itemgetter, or_
from typing import Any

from pdfplumber import table as finder

from ingest.pdf.pages import Page, PageWord, Ruling

COLUMN, FEW = 150, 3  # words, cells; two cells of a short row that hold more words are columns of text
NO_PAGE: Any = None  # a Table asks its page only for the text of its cells
ROWS = 2  # at least, of each of two tables that touch
_TOP = itemgetter(1)
SNAP = 3.0  # points; lines nearer than this are one line
Rectangle = tuple[float, float, float, float]


@dataclass
class Grid:
    """A ruled table on a page: its rows of cells, each cell with the words in it."""

    box: Rectangle
    rows: list[list[list[PageWord]]]
    boxed: bool = False  # one cell beside running text
    begun: "Grid | None" = None  # where it goes on over a page break: the table as it begins, with its headings
    rights: list[list[float]] = field(default_factory=list)  # where each cell ends, by row

    @property
    def heads(self) -> list[str]:
        """What the first row says over each column."""
        return texts((self.begun or self).rows[0])

    @property
    def body(self) -> int:
        """The first row below the headings, which need not come again."""
        return int(texts(self.rows[0]) == self.heads)


def texts(row: list[list[PageWord]]) -> list[str]:
    return [" ".join(word.text for word in cell) for cell in row]


def ruled_tables(page: Page, words: list[PageWord]) -> tuple[list[Grid], list[PageWord]]:
    """The ruled tables of a page and the boxes beside its text, from top to bottom, and the words outside of them.

    Each word stands once: cells may overlap, and a word may stand on the edge of two.
    """
    if len(page.rulings) < 4:
        return [], words
    edges = finder.merge_edges(
        [_edge(ruling) for ruling in set(page.rulings)],
        snap_x_tolerance=SNAP,
        snap_y_tolerance=SNAP,
        join_x_tolerance=SNAP,
        join_y_tolerance=SNAP,
    )
    cells = finder.intersections_to_cells(finder.edges_to_intersections(edges, SNAP, SNAP))
    tables = [finder.Table(NO_PAGE, part) for group in finder.cells_to_tables(cells) for part in _apart(group)]
    tables.sort(key=lambda table: (len(table.cells) == 1, table.bbox[1]))
    free = {id(word): word for word in words}
    grids: list[Grid] = []
    for table in tables:
        grid = _grid(table, list(free.values()))
        inside = {id(word) for row in grid.rows for cell in row for word in cell}
        grid.boxed = len(table.cells) == 1
        if inside and (_is_beside(grid.box, inside, free) if grid.boxed else _is_table(grid)):
            grids.append(grid)
            free = {key: word for key, word in free.items() if key not in inside}
    return sorted(grids, key=lambda grid: grid.box[1]), list(free.values())


def _apart(cells: list[Rectangle]) -> list[list[Rectangle]]:
    """The cells of tables that touch, one above the other: no line between two columns goes on in the other table."""
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    rows = [list(row) for _, row in groupby(sorted(cells, key=_TOP), key=_TOP)]
    lines = [{round(x) for x0, _, x1, _ in row for x in (x0, x1) if left + SNAP < x < right - SNAP} for row in rows]
    above = list(accumulate(lines, or_))
    below = list(accumulate(reversed(lines), or_))[::-1]
    for at in range(ROWS, len(rows) - ROWS + 1):
        parted = lines[at] and above[at - 1] and not above[at - 1] & below[at]
        if parted and max(bottom for row in rows[:at] for *_, bottom in row) <= rows[at][0][1] + SNAP:
            return [[cell for row in rows[:at] for cell in row], *_apart([cell for row in rows[at:] for cell in row])]
    return [cells]


def _is_beside(box: Rectangle, inside: set[int], free: dict[int, PageWord]) -> bool:
    """Whether other text stands at the height of a box, so that the box is no frame around a part of the page."""
    near = [word for key, word in free.items() if key not in inside and box[1] < word.middle < box[3]]
    return any(word.x1 < box[0] or word.x0 > box[2] for word in near)


def _is_table(grid: Grid) -> bool:
    """Whether the words stand in cells. Frames, shaded lines and the rules under links make cells, too.

    There the cells of a row are all empty but one, or text runs on from one into the next, or they hold columns.
    """
    if max(map(len, grid.rows)) <= FEW and any(sum(len(c) >= COLUMN for c in row) > 1 for row in grid.rows):
        return False
    rows = [filled for row in grid.rows if len(filled := [cell for cell in row if cell]) > 1]
    return bool(rows) and not all(_touch(a, b) for row in rows for a, b in pairwise(row))


def _touch(left: list[PageWord], right: list[PageWord]) -> bool:
    """Whether no more than a space parts the words of two cells."""
    a, b = max(left, key=lambda word: word.x1), min(right, key=lambda word: word.x0)
    return abs(a.middle - b.middle) < 2 and b.x0 - a.x1 < 0.4 * a.size


def _edge(ruling: Ruling) -> dict[str, object]:
    flat = ruling.top == ruling.bottom
    return {
        "x0": ruling.x0, "x1": ruling.x1, "top": ruling.top, "bottom": ruling.bottom, "doctop": ruling.top,
        "width": ruling.x1 - ruling.x0, "height": ruling.bottom - ruling.top,
        "orientation": "h" if flat else "v", "object_type": "line",
    }  # fmt: skip


def _grid(table: finder.Table, words: list[PageWord]) -> Grid:
    box = table.bbox
    free = {id(word): word for word in words if _holds(box, word)}
    rows, rights = [], []
    for row in table.rows:
        beside = [word for word in free.values() if row.bbox[1] - 1 <= word.middle <= row.bbox[3] + 1]
        cells = [
            [word for word in beside if _holds(cell, word) and free.pop(id(word), False)] if cell else []
            for cell in row.cells
        ]
        if any(cells):
            rows.append(cells)
            rights.append([cell[2] if cell else box[2] for cell in row.cells])
    return Grid(box, rows, rights=rights)


def _holds(box: Rectangle, word: PageWord) -> bool:
    return box[0] - 1 <= (word.x0 + word.x1) / 2 <= box[2] + 1 and box[1] - 1 <= word.middle <= box[3] + 1
