"""Ruled tables to rows of cells, or to the running text that a table only frames."""

from collections.abc import Iterable, Sequence

from ingest.pdf.columns import joined
from ingest.pdf.drafts import Draft, Measures
from ingest.pdf.lines import DATA_HEADER, NOTE_HEADER, Line, is_label, rows_of, segments_of
from ingest.pdf.notes import beside, note_drafts
from ingest.pdf.pages import Page, PageWord
from ingest.pdf.paragraphs import flow
from ingest.pdf.tables import Grid

LAYOUT_CELL = 40  # words; a cell with more, in a table of four columns at most, holds running text
HEADED_CELL = 8  # words a row; as many do where the last column is headed "Action"
SAME = 8.0  # points
Frame = tuple[float, float]  # how wide a table is, and how far in the text begins


def frames_in(grids: Iterable[Grid]) -> list[Frame]:
    """The tables that frame running text, so that they are known on pages where all entries are short."""
    return [_frame(grid, main) for grid in grids if (main := _column_of_text(grid)) is not None]


def table(grid: Grid, page: Page, measures: Measures) -> list[Draft]:
    """A ruled table: rows of cells, or the running text that it only frames."""
    drafts: list[Draft] = []
    measures.tables += 1
    main = _framing_column(grid, measures.frames)
    for index, row in enumerate(grid.rows):
        filled = [cell for cell in row if cell]
        if not filled:
            continue
        lone = filled[0] if len(filled) == 1 else []
        if len(lone) >= LAYOUT_CELL or (main is not None and _is_framed(row, main)):
            drafts += _framed(row, page, measures)
        elif lone and NOTE_HEADER.fullmatch(" ".join(word.text for word in lone)):
            drafts += note_drafts(lone, page)
        elif lone and main is not None:  # a heading between the items
            drafts += flow([Line(r, page.number) for r in rows_of(lone)], measures)
        else:
            cells = [[Line(r, page.number) for r in rows_of(cell)] for cell in row]
            header = index == 0 and len(filled) > 1 and all(word.bold for cell in filled for word in cell)
            drafts.append(
                Draft("table_row", cells=cells, table=measures.tables, column_header=header, right=grid.box[2])
            )
    return drafts


def _framing_column(grid: Grid, frames: Sequence[Frame]) -> int | None:
    """Which column of a table holds running text that the table only frames, or null.

    Beside its own long entries it is told by a table at the same place on another page.
    """
    if (main := _column_of_text(grid)) is not None:
        return main
    columns = _used(grid)
    if len(columns) > 4:
        return None
    for column in columns:
        mine = _frame(grid, column)
        if any(all(abs(a - b) < SAME for a, b in zip(mine, frame, strict=True)) for frame in frames):
            return column
    return None


def _column_of_text(grid: Grid) -> int | None:
    """The column that holds most of the words of a long entry, unless its entries are answers on a form."""
    if not 1 <= len(_used(grid)) <= 4:
        return None
    if (headed := _column_before_notes(grid)) is not None:
        return headed
    for row in grid.rows:
        sizes = [len(cell) for cell in row]
        if max(sizes) >= LAYOUT_CELL and max(sizes) >= 0.7 * sum(sizes):
            main = sizes.index(max(sizes))
            return None if _is_form(grid, main) else main
    return None


def _column_before_notes(grid: Grid) -> int | None:
    """The column of the discussion in minutes set as item | discussion | action."""
    heads = [" ".join(word.text for word in cell) for cell in grid.rows[0]]
    if not NOTE_HEADER.fullmatch(heads[-1]) or any(map(DATA_HEADER.fullmatch, heads[:-1])):
        return None
    words = [sum(len(row[i]) for row in grid.rows if len(row) > i) for i in range(len(heads))]
    main = words.index(max(words))
    return main if main < len(heads) - 1 and words[main] >= HEADED_CELL * len(grid.rows) else None


def _is_form(grid: Grid, main: int) -> bool:
    """Whether most entries are short and stand beside words: "Date: 4 March", "Present: ..."."""
    rows = [row for row in grid.rows if len(row) > main and row[main]]
    asked = [row for row in rows if not _is_numbered(row[:main])]
    return len(asked) > len(rows) / 2 and sum(len(row[main]) < LAYOUT_CELL for row in asked) > len(asked) / 2


def _is_numbered(before: list[list[PageWord]]) -> bool:
    """Whether there is at most a label before the text."""
    words = [word for cell in before for word in cell]
    return len(words) <= 1 and all(is_label(word.text) for word in words)


def _used(grid: Grid) -> list[int]:
    return [i for i in range(max(map(len, grid.rows))) if any(len(row) > i and row[i] for row in grid.rows)]


def _frame(grid: Grid, column: int) -> Frame:
    left = min(word.x0 for row in grid.rows if len(row) > column for word in row[column])
    return grid.box[2] - grid.box[0], left - grid.box[0]


def _is_framed(row: list[list[PageWord]], main: int) -> bool:
    """Whether a row of a framing table holds text of its own: long, alone, or numbered in the margin."""
    return len(row) > main and bool(row[main]) and (len(row[main]) >= LAYOUT_CELL or _is_numbered(row[:main]))


def _framed(row: list[list[PageWord]], page: Page, measures: Measures) -> list[Draft]:
    """A table row that frames running text: its number goes before the text, later cells beside it."""
    main = max(range(len(row)), key=lambda index: len(row[index]))
    margin = [word for cell in row[:main] for word in cell]
    lines = [line for r in rows_of(row[main]) for line in joined(segments_of(r, page.number), page)]
    if len(margin) == 1 and is_label(margin[0].text):
        lines[0] = Line([margin[0], *lines[0].words], page.number, margin[0].text)
    elif margin:
        lines = [Line(r, page.number) for r in rows_of(margin)] + lines
    notes = note_drafts([word for cell in row[main + 1 :] for word in cell], page)
    drafts = flow(lines, measures)
    # At the top of its cell, beside the title, a note belongs to the whole entry.
    if len(notes) == 1 and drafts[0].kind == "heading" and notes[0].top < drafts[0].bottom:
        return drafts + notes
    return beside(drafts, notes)
