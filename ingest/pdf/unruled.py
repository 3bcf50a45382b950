"""Tables without rules: rows cut at the same places."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.headers import is_told_first
from ingest.pdf.drafts import Draft, Measures
from ingest.pdf.lines import DASHES, Line
from ingest.pdf.pages import PageWord

CLOSE = 1.2  # font sizes; rows of a table stand no further apart
GREAT = 1.5  # times as large; figures are that have their captions below them
APART = 2.4  # font sizes; rows with three cells or more may
ENTRIES = 3  # of a list of who is what
CLEAR = 0.8  # font sizes at either side of a dash between two columns
SAME = 3.0  # points; what begins nearer to it than that begins at a place


def tabular_run(rows: Sequence[list[Line]], at: int) -> int:
    """The index after the last row of an unruled table that begins at row `at`: two or more rows cut alike; or 0."""
    first = rows[at]
    if len(first) < 2 or _is_told_first(first):
        return 0
    full, end, cut, last = first, at, 0, at
    for index in range(at, len(rows)):
        row = rows[index]
        gap = row[0].top - rows[index - 1][0].bottom if index > at else 0.0
        aligned = len(row) > 1 and (index == at or any(_aligned(above, row) for above in (first, full)))
        far = APART if len(row) > 2 or len(full) > 2 else CLOSE
        if aligned and gap < far * row[0].size:
            full, end, cut, last = row, index + 1, cut + 1, index
        elif not (index - end < 2 and gap < 0.5 * row[0].size and all(_under_cell(line, full) for line in row)):
            break
    # Lines under the last row that hang in its cells belong to it.
    while cut >= 2 and end < min(index, len(rows)) and (end < last + 2 or rows[end][0].text[:1].islower()):
        line = rows[end][0]
        if not _under_cell(line, full) or (line.x0 < full[1].x0 - 6 and not line.text[:1].islower()):
            break
        end += 1
    return _with_lone_rows(rows, at, end) if cut >= 2 else 0


def _is_told_first(row: list[Line]) -> bool:
    """Whether what was done stands left of its text, maybe with a number before: a paragraph, and no row of a table."""
    return is_told_first(" ".join(word.text for line in row[:-1] for word in line.content), row[-1].text)


def _with_lone_rows(rows: Sequence[list[Line]], at: int, end: int) -> int:
    """`end` moved past rows that have only a first cell, or a second: of two lists side by side one is the longer."""
    step = rows[end - 1][0].top - rows[end - 2][0].top
    heads = [row[0] for row in rows[at:end] if len(row) > 1]
    right = min(row[1].x0 for row in rows[at:end] if len(row) > 1)
    lists = max(map(len, rows[at:end])) == 2 and all(abs(row[1].x0 - right) < 3 for row in rows[at:end] if len(row) > 1)
    while end < len(rows):
        above, line = rows[end - 1][0], rows[end][0]
        alike = line.bold == above.bold and abs(line.size - above.size) < 0.5 and not line.label
        placed = abs(line.x0 - heads[-1].x0) < 3 and line.x1 < right - line.size
        placed = placed or (lists and abs(line.x0 - right) < 3)
        if len(rows[end]) > 1 or not (alike and placed) or abs(line.top - above.top - step) > 0.15 * step:
            break
        if line.text.endswith((":", ".")) or not line.text[:1].isupper():
            break
        end += 1
    return end


def _aligned(above: list[Line], row: list[Line]) -> bool:
    """Whether a segment after the first begins or ends where one of the row above does.

    Where one reaches over two cells of that row, both may be cut there by chance: then one has to begin there.
    """
    pairs = [(a, b) for a in above[1:] for b in row[1:]]
    if any(abs(a.x0 - b.x0) < 4 for a, b in pairs):
        return True
    if any(sum(line.x0 < cell.x1 - 2 and line.x1 > cell.x0 + 2 for cell in above) > 1 for line in row):
        return False
    return any(abs(a.x1 - b.x1) < 3 or abs((a.x0 + a.x1) - (b.x0 + b.x1)) < 6 for a, b in pairs)


def _under_cell(line: Line, above: list[Line]) -> bool:
    """Whether a segment continues one cell of the row above."""
    return len(above) > 1 and any(
        (abs(line.x0 - cell.x0) < 6 or abs(line.x0 + line.x1 - cell.x0 - cell.x1) < 6)
        and line.x1 <= max(cell.x1 + 30, following - line.size)
        for cell, following in zip(above, [*(cell.x0 for cell in above[1:]), 0.0], strict=True)
    )


def dashed_run(rows: Sequence[list[PageWord]], at: int) -> int:
    """The index after the last row of a list of who is what, its dashes one below the other; 0 if none begins at `at`.

    "Ada Tay (Chair)   –   Harbour Master, Fenwold" may go on in each of its two columns before the next dash.
    """
    first = _dash(rows[at])
    if first is None:
        return 0
    left, dash, right = rows[at][0].x0, rows[at][first].x0, rows[at][first + 1].x0
    entries, end = 1, at + 1
    for index in range(at + 1, len(rows)):
        row, above = rows[index], rows[index - 1]
        here = _dash(row)
        if here is not None and abs(row[here].x0 - dash) < SAME:
            entries, end = entries + 1, index + 1
        elif (
            row[0].top - above[0].bottom > 0.6 * row[0].size
            or not all(word.x0 > dash + SAME or word.x1 < dash for word in row)
            or not any(abs(word.x0 - edge) < SAME for word in row for edge in (left, right))
            or row[-1].text.endswith(":")
        ):
            break
        else:
            end = index + 1
    return end if entries >= ENTRIES else 0


def _dash(row: Sequence[PageWord]) -> int | None:
    """Which word of a row is a dash set well apart from the words at either side; null where none is, or several are.

    Between figures it stands for nothing.
    """
    found = [
        index
        for index in range(1, len(row) - 1)
        if row[index].text in DASHES
        and row[index + 1].text[0].isupper()
        and not any(map(str.isdigit, row[index - 1].text))
        and min(row[index].x0 - row[index - 1].x1, row[index + 1].x0 - row[index].x1) > CLEAR * row[index].size
    ]
    return found[0] if len(found) == 1 else None


def dashed_table(rows: Sequence[list[PageWord]], page: int, measures: Measures) -> list[Draft]:
    """One draft an entry: who, and behind the dash what."""
    measures.tables += 1
    dash = next(row[at].x0 for row in rows if (at := _dash(row)) is not None)
    drafts: list[Draft] = []
    for row in rows:
        sides = [[word for word in row if word.x0 < dash - SAME], [word for word in row if word.x0 >= dash - SAME]]
        cells = [[Line(words, page)] if words else [] for words in sides]
        if _dash(row) is None:
            for mine, more in zip(drafts[-1].cells, cells, strict=True):
                mine.extend(more)
        else:
            drafts.append(Draft("table_row", cells=cells, table=measures.tables))
    return drafts


def unruled_table(rows: Sequence[list[Line]], measures: Measures) -> list[Draft]:
    """One draft a row; lines that hang in the cells of the row above go on with it."""
    columns: list[list[float]] = []
    for segment in sorted((s for row in rows if len(row) > 1 for s in row), key=lambda s: s.x0):
        if columns and segment.x0 < columns[-1][1] - 2:
            columns[-1][1] = max(columns[-1][1], segment.x1)
        else:
            columns.append([segment.x0, segment.x1])
    if _is_captioned(rows):
        return _captioned([_cells(row, columns) for row in rows])
    measures.tables += 1
    drafts: list[Draft] = []
    tight = _tight(rows)
    for number, row in enumerate(rows):
        cells = _cells(row, columns)
        close = number and row[0].top - rows[number - 1][0].bottom < tight
        if number and (_hangs(row, cells) or (close and _goes_on(row, rows[number - 1]))):
            for mine, more in zip(drafts[-1].cells, cells, strict=True):
                mine.extend(more)
        else:
            drafts.append(Draft("table_row", cells=cells, table=measures.tables))
    return drafts


def _cells(row: list[Line], columns: Sequence[Sequence[float]]) -> list[list[Line]]:
    cells: list[list[Line]] = [[] for _ in columns]
    for segment in row:
        best = max(range(len(columns)), key=lambda i: min(segment.x1, columns[i][1]) - max(segment.x0, columns[i][0]))
        cells[best].append(segment)
    return cells


def _is_captioned(rows: Sequence[list[Line]]) -> bool:
    """Whether great figures stand side by side, each over what it counts."""
    great = rows[0][0].size
    return all(
        line.size > 0.9 * great and line.text[:1] in "£$€+-–0123456789" and len(line.words) < 4 for line in rows[0]
    ) and all(line.size * GREAT < great for row in rows[1:] for line in row)


def _captioned(rows: Sequence[list[list[Line]]]) -> list[Draft]:
    """A paragraph a column."""
    return [
        Draft("paragraph", lines) for column in zip(*rows, strict=True) if (lines := [x for c in column for x in c])
    ]


def _hangs(row: list[Line], cells: list[list[Line]]) -> bool:
    """Whether a row holds nothing but the next line of a cell above."""
    return len(row) == 1 and (not cells[0] or row[0].text[:1].islower())


def _goes_on(row: list[Line], above: list[Line]) -> bool:
    """Whether a row could be the second line of the one above: with fewer cells, or in the middle of a sentence."""
    return len(row) < len(above) or any(line.text[:1].islower() for line in row)


def _tight(rows: Sequence[list[Line]]) -> float:
    """The gap under which a row goes on with the one above, where rows are set well apart and lines are not; else 0."""
    gaps = sorted(b[0].top - a[0].bottom for a, b in pairwise(rows))
    size = rows[0][0].size
    wide, narrow = gaps[-1], gaps[0]
    if narrow > 0.4 * size or wide < narrow + 0.5 * size:
        return -size
    # Told apart for certain only where every gap is one or the other.
    middle = (wide + narrow) / 2
    return middle if all(abs(gap - middle) > 0.15 * (wide - narrow) for gap in gaps) else -size
