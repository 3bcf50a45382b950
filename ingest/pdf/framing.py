"""Ruled tables to rows of cells, or to the running text that a table only frames."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.headers import (
    ATTENDED,
    DATA_HEADER,
    NOTE_HEADER,
    TALK_HEADER,
    TEXT_HEADER,
    TITLE_HEADER,
    TITLE_WORDS,
    head_beside,
    is_by_item,
    is_told_first,
)
from ingest.pdf.columns import in_cell
from ingest.pdf.drafts import Draft, Measures
from ingest.pdf.lines import Line, is_label, rows_of, segments_of
from ingest.pdf.notes import beside, note_drafts
from ingest.pdf.pages import Page, PageWord
from ingest.pdf.paragraphs import flow, kind_of, persons
from ingest.pdf.tables import Grid, texts

LAYOUT_CELL = 40  # words; a cell with more, in a table of four columns at most, holds running text
HEADED_CELL = 8  # words a row; as many do where the last column is headed "Action"
SAME = 8.0  # points
Frame = tuple[float, float]  # how wide a table is, and how far in the text begins


def frames_in(grids: Iterable[Grid]) -> list[Frame]:
    """The tables that frame running text, so that they are known on pages where all entries are short."""
    return [_frame(grid, main) for grid in grids if (main := _column_of_text(grid)) is not None]


def join(pages: Sequence[Sequence[Grid]]) -> None:
    """Tell the tables at the top of a page of the one with headings that ends the page before, if they are alike."""
    for before, after in pairwise(pages):
        above, below = (before[-1] if before else None), (after[0] if after else None)
        if above and below and not (above.boxed or below.boxed) and _goes_on(above, below):
            below.begun = above.begun or above


def _goes_on(above: Grid, below: Grid) -> bool:
    """Whether a table has the columns of the one before it, which is headed."""
    (left, _, right, _), (x0, _, x1, _) = above.box, below.box
    alike = abs(left - x0) < SAME and abs(right - x1) < SAME and len(above.rows[0]) == len(below.rows[0])
    return alike and _headed_column(above) is not None


def table(grid: Grid, page: Page, measures: Measures) -> list[Draft]:
    """A ruled table: rows of cells, or the running text that it only frames."""
    drafts: list[Draft] = []
    measures.tables += 1
    main = _framing_column(grid, measures.frames)
    headed = _headed_column(grid)
    beyond = _notes_from(grid) if headed is not None else None
    body = grid.body
    titled = headed is not None and any(map(TITLE_HEADER.fullmatch, grid.heads[:headed]))
    if is_by_item([[text for text in texts(row) if text] for row in grid.rows if any(row)]):
        return [draft for row in grid.rows for draft in _of_item([cell for cell in row if cell], page, measures)]
    for index, row in enumerate(grid.rows):
        filled = [cell for cell in row if cell]
        if not filled:
            continue
        lone = filled[0] if len(filled) == 1 else []
        if told := _told_first(filled, page):
            drafts += flow(told, measures)
        elif titled and index >= body and (alone := _title_alone(row, page, measures, headed, beyond)):
            drafts += alone
        elif headed is not None and index >= body and not lone and row[headed]:
            drafts += _framed(row, page, measures, main=headed, beyond=beyond, titled=titled)
        elif main is not None and _is_framed(row, main):
            drafts += _framed(row, page, measures, main=main)
        elif len(lone) >= LAYOUT_CELL:
            drafts += _framed(row, page, measures)
        elif lone and (_heads_notes(lone) or (beyond and index >= body and row.index(lone) >= beyond)):
            drafts += note_drafts(lone, page)  # beside nothing: one more task of the item above
        elif lone and main is not None:  # a heading between the items
            drafts += flow([Line(r, page.number) for r in rows_of(lone)], measures)
        else:
            cells = [[Line(r, page.number) for r in rows_of(cell)] for cell in row]
            header = index == 0 and len(filled) > 1 and all(word.bold for cell in filled for word in cell)
            listed = any(map(ATTENDED.match, [*texts(row), *grid.heads, *(cell[0].text for cell in cells if cell)]))
            for part in _by_person(cells, grid.rights[index]) if listed and not header else [cells]:
                drafts.append(
                    Draft("table_row", cells=part, table=measures.tables, column_header=header, right=grid.box[2])
                )
    return drafts


def _of_item(cells: list[list[PageWord]], page: Page, measures: Measures) -> list[Draft]:
    """The title of an item, or a part of its minutes with what that is over it; "Discussion" is a note."""
    if told := _told_first(cells, page):
        return flow(told, measures)
    first, *parts = cells
    head = _title(first, page, measures, [])
    talk = bool(parts) and head_beside(" ".join(word.text for word in first)) == "talk"
    head.kind, head.titled = "note" if talk else "heading", not parts
    return [head, *in_cell([segments_of(r, page.number) for cell in parts for r in rows_of(cell)], page, measures)]


def _by_person(cells: list[list[Line]], rights: Sequence[float]) -> list[list[list[Line]]]:
    """A row a person where cells list people one below the other: "Ada Brindle, Chair", "Tom Hale, Treasurer"."""
    lists = [persons(cell, right) for cell, right in zip(cells, rights, strict=True)]
    if max(map(len, lists)) < 2:
        return [cells]
    listed = [entries or [cell] for entries, cell in zip(lists, cells, strict=True)]
    return [[entries[at] if at < len(entries) else [] for entries in listed] for at in range(max(map(len, listed)))]


def _heads_notes(cell: Sequence[PageWord]) -> bool:
    return bool(NOTE_HEADER.fullmatch(" ".join(word.text for word in cell)))


def _told_first(cells: Sequence[Sequence[PageWord]], page: Page) -> list[Line]:
    """The text of a row in which what was done stands beside it, maybe with a number before; nothing for others."""
    if not 1 < len(cells) < 4:
        return []
    *numbers, told, said = (" ".join(word.text for word in cell) for cell in cells)
    label = numbers[0] if numbers else None
    if (label and not is_label(label)) or not is_told_first(told, said):
        return []
    first, *others = rows_of([word for cell in cells for word in cell])
    return [Line(first, page.number, label), *(Line(row, page.number) for row in others)]


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
    if (headed := _headed_column(grid)) is not None:
        return headed
    for row in grid.rows:
        sizes = [len(cell) for cell in row]
        if max(sizes) >= LAYOUT_CELL and max(sizes) >= 0.7 * sum(sizes):
            main = sizes.index(max(sizes))
            return None if _is_form(grid, main) else main
    return None


def _headed_column(grid: Grid) -> int | None:
    """The column of the discussion in minutes set as item | discussion | action, or as item | minutes."""
    begun = grid.begun or grid
    heads = begun.heads
    noted = bool(NOTE_HEADER.fullmatch(heads[-1]))
    if any(map(DATA_HEADER.fullmatch, heads[:-1])) or not (noted or _heads_talk(heads)):
        return None
    words = [sum(len(row[i]) for row in begun.rows if len(row) > i) for i in range(len(heads))]
    main = words.index(max(words))
    return main if main < len(heads) - noted and words[main] >= HEADED_CELL * len(begun.rows) else None


def _heads_talk(heads: Sequence[str]) -> bool:
    """Whether titles stand left of the last column, which is headed "Discussion" or the like."""
    return bool(TALK_HEADER.fullmatch(heads[-1])) and any(map(TITLE_HEADER.fullmatch, heads[:-1]))


def _notes_from(grid: Grid) -> int:
    """The first column after what was said and decided."""
    heads = grid.heads
    decided = [index for index, head in enumerate(heads[:-1]) if TEXT_HEADER.fullmatch(head)]
    return decided[-1] + 1 if decided else len(heads) - bool(NOTE_HEADER.fullmatch(heads[-1]))


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


def _framed(
    row: list[list[PageWord]],
    page: Page,
    measures: Measures,
    *,
    main: int | None = None,
    beyond: int | None = None,
    titled: bool = False,
) -> list[Draft]:
    """A table row that frames running text: its number goes before the text, later cells beside it.

    `main` is the column of the text, by default that of the longest entry; notes stand in the columns from `beyond`.
    Where the table is `titled`, what stands before the text is a heading, whatever its type.
    """
    main = max(range(len(row)), key=lambda index: len(row[index])) if main is None else main
    beyond = max(main + 1, beyond or 0)
    before = [cell for cell in row[:main] if cell]
    rows = [segments_of(r, page.number) for cell in row[main:beyond] for r in rows_of(cell)]
    label = before[0] if before and len(before[0]) == 1 and is_label(before[0][0].text) else []
    titles = [_title(cell, page, measures, label if not at else []) for at, cell in enumerate(before[bool(label) :])]
    if titled and len(titles) == 1 and len(before[-1]) <= TITLE_WORDS:
        titles[0].kind, titles[0].titled = "heading", True
    if any(all(is_label(word.text) for word in cell) for cell in before[bool(label) :]):  # one a paragraph
        titles, rows = [], [[Line(r, page.number)] for cell in before for r in rows_of(cell)] + rows
    elif label and not titles:
        rows[0][0] = Line([*label, *rows[0][0].words], page.number, label[0].text)
    notes = note_drafts([word for cell in row[beyond:] for word in cell], page)
    drafts = titles + in_cell(rows, page, measures)
    # At the top of its cell, beside the title, a note belongs to the whole entry.
    if len(notes) == 1 and (titles or drafts[0].kind == "heading") and notes[0].top < drafts[0].bottom:
        return drafts + notes
    return beside(drafts, notes, measures)


def _title_alone(
    row: list[list[PageWord]], page: Page, measures: Measures, main: int | None, beyond: int | None
) -> list[Draft]:
    """The title, and the notes, of a row without text, since nothing was said or the page ends; none of other rows."""
    cells = [cell for cell in row[:main] if cell]
    label = cells.pop(0) if len(cells) == 2 and len(cells[0]) == 1 and is_label(cells[0][0].text) else []
    if len(cells) != 1 or len(cells[0]) > TITLE_WORDS or any(row[main:beyond]):
        return []
    title = _title(cells[0], page, measures, label)
    title.kind, title.titled = "heading", True
    return [title, *note_drafts([word for cell in row[beyond:] for word in cell], page)]


def _title(words: list[PageWord], page: Page, measures: Measures, label: list[PageWord]) -> Draft:
    """What stands before the text in a column of its own, however it is broken, with the number before it."""
    first, *others = rows_of(words)
    printed = label[0].text if label else segments_of(first, page.number)[0].label
    draft = Draft("paragraph", [Line([*label, *first], page.number, printed), *(Line(r, page.number) for r in others)])
    draft.kind = kind_of(draft, measures)
    return draft
