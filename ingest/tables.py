"""Ruled tables: the lines come from PDFium, the cells from pdfplumber's table finder.

Handing pdfplumber the lines spares it reading the page, which is nine tenths of its time.
"""

from dataclasses import dataclass
from typing import Any

from pdfplumber import table as finder

from ingest.pages import Page, PageWord, Ruling

NO_PAGE: Any = None  # a Table asks its page only for the text of its cells
SNAP = 3.0  # points; lines nearer than this are one line
Rectangle = tuple[float, float, float, float]


@dataclass
class Grid:
    """A ruled table on a page: its rows of cells, each cell with the words in it."""

    box: Rectangle
    rows: list[list[list[PageWord]]]


def ruled_tables(page: Page) -> list[Grid]:
    """The ruled tables of a page, from top to bottom, each with two cells or more and some words."""
    if len(page.rulings) < 4:
        return []
    edges = finder.merge_edges(
        [_edge(ruling) for ruling in set(page.rulings)],
        snap_x_tolerance=SNAP,
        snap_y_tolerance=SNAP,
        join_x_tolerance=SNAP,
        join_y_tolerance=SNAP,
    )
    cells = finder.intersections_to_cells(finder.edges_to_intersections(edges, SNAP, SNAP))
    grids = [_grid(finder.Table(NO_PAGE, group), page.words) for group in finder.cells_to_tables(cells)]
    return sorted((grid for grid in grids if grid), key=lambda grid: grid.box[1])


def _edge(ruling: Ruling) -> dict[str, object]:
    flat = ruling.top == ruling.bottom
    return {
        "x0": ruling.x0, "x1": ruling.x1, "top": ruling.top, "bottom": ruling.bottom, "doctop": ruling.top,
        "width": ruling.x1 - ruling.x0, "height": ruling.bottom - ruling.top,
        "orientation": "h" if flat else "v", "object_type": "line",
    }  # fmt: skip


def _grid(table: finder.Table, words: list[PageWord]) -> Grid | None:
    box = table.bbox
    inside = [word for word in words if _holds(box, word)]
    rows = []
    for row in table.rows:
        beside = [word for word in inside if row.bbox[1] - 1 <= word.middle <= row.bbox[3] + 1]
        cells = [[word for word in beside if _holds(cell, word)] if cell else [] for cell in row.cells]
        if any(cells):
            rows.append(cells)
    # A frame drawn around a whole page, or a shaded heading, is no table.
    return Grid(box, rows) if rows and max(map(len, rows)) > 1 else None


def _holds(box: Rectangle, word: PageWord) -> bool:
    return box[0] - 1 <= (word.x0 + word.x1) / 2 <= box[2] + 1 and box[1] - 1 <= word.middle <= box[3] + 1
