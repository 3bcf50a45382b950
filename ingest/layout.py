"""Pages of placed words to blocks in the order in which a person reads them.

    words ─> rows ─> furniture set aside ─> ruled tables ─> action column ─> columns, unruled tables, paragraphs

Everything here works on words and their places alone, so that a page read by OCR goes the same way.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.builder import TextBuilder, Word
from ingest.furniture import furniture_rows
from ingest.lines import BULLETS, NOTE_HEADER, Line, is_label, rows_of, segments_of
from ingest.pages import Page, PageWord
from ingest.tables import Grid, ruled_tables
from minutes.model import BlockKind

LAYOUT_CELL = 40  # words; a cell with more, in a table of three columns at most, holds running text
INITIALS = re.compile(r"(?:[A-Z][A-Za-z]?[A-Z]{1,2}|All|ALL)(?:[/,&+]|$)")
HEADING_WORDS = 25
FEW_LINES = 6


@dataclass
class Draft:
    """A block in the making. A table row has `cells` in place of `lines`."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    table: int = 0
    column_header: bool = False
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
    leading: float = 0.0  # the usual space between two lines, in points
    framed: set[int] = field(default_factory=set)  # left edges of the table columns that frame running text
    tables: int = 0  # counted as they are met


def lay_out(pages: Sequence[Page], builder: TextBuilder) -> None:
    """Add the blocks of all pages to `builder`, in reading order."""
    rows = [(page, rows_of(page.words)) for page in pages]
    furniture = furniture_rows(rows)
    measures = Measures(_body_size(pages), _note_column(rows), _leading(rows))
    drafts: list[Draft] = []
    for (page, page_rows), aside in zip(rows, furniture, strict=True):
        body = [word for index, row in enumerate(page_rows) if index not in aside for word in row]
        drafts += _furniture(page, page_rows, aside, "header")
        page_drafts = _page(page, body, measures)
        _join_over_break(drafts, page_drafts)
        drafts += page_drafts
        drafts += _furniture(page, page_rows, aside, "footer")
    seen = Counter[str]()
    for text, count in Counter(word.text for page in pages for word in page.words).items():
        seen[text.casefold().strip(".,;:()")] += count
    for draft in drafts:
        _emit(draft, builder, measures, seen)


def _furniture(page: Page, rows: list[list[PageWord]], aside: dict[int, str], side: BlockKind) -> list[Draft]:
    return [Draft(side, [Line(rows[index], page.number)]) for index in aside if aside[index] == side]


def _body_size(pages: Sequence[Page]) -> float:
    sizes = Counter(word.size for page in pages for word in page.words)
    rounded = Counter[float]()
    for size, count in sizes.items():
        rounded[round(size, 1)] += count
    return rounded.most_common(1)[0][0] if rounded else 0.0


def _leading(pages: Sequence[tuple[Page, list[list[PageWord]]]]) -> float:
    """The usual space between two lines: the lower quartile, since there are gaps between paragraphs too."""
    gaps = sorted(b[0].top - a[0].bottom for _, rows in pages for a, b in pairwise(rows) if b[0].top > a[0].top)
    return gaps[len(gaps) // 4] if len(gaps) >= FEW_LINES else 0.0


def _note_column(pages: Sequence[tuple[Page, list[list[PageWord]]]]) -> tuple[float, float] | None:
    """Where a narrow column of initials or names begins at the right of the running text, or null.

    It is told by a heading such as "Action" that stands far right by itself, or by short entries, most of
    them initials, that begin at the same place; and hardly a line of the text reaches into it.
    """
    entries: list[tuple[float, bool, float]] = []  # left edge, whether initials, depth in the document
    headed: list[tuple[float, float]] = []
    prose: list[tuple[list[PageWord], float]] = []
    for page, rows in pages:
        for row in rows:
            depth = _depth(page, row[0].top)
            if len(row) > 5:
                prose.append((row, depth))
            last = _trailing(row)
            if last[0].x0 > 0.72 * page.width and len(last) <= 6:
                entries.append((last[0].x0, bool(INITIALS.match(last[0].text)), depth))
                if NOTE_HEADER.fullmatch(" ".join(word.text for word in last)):
                    headed.append((last[0].x0, depth))
    # Under a heading whatever begins at or right of it counts, set left or right; without one the starts must agree.
    places = [(x, at, [n for left, n, depth in entries if left >= x - 8 and depth > at], 2, 0.1) for x, at in headed]
    starts = sorted({round(x / 6) * 6 for x, _, _ in entries}, reverse=True)
    places += [(x - 12, 0.0, [n for left, n, _ in entries if abs(left - x) <= 15], 3, 0.6) for x in starts]
    for place, since, near, enough, share in places:
        if sum(near) < max(enough, share * len(near)):
            continue
        start = place - 8
        below = [row for row, depth in prose if depth > since]
        if sum(_crosses(row, start) for row in below) <= 0.03 * len(below):
            return start, since
    return None


def _crosses(row: list[PageWord], x: float) -> bool:
    """Whether a row's text runs on over x, without a gap there."""
    if not row[0].x0 < x < row[-1].x1:
        return False
    return not any(a.x1 < x + 4 and b.x0 >= x for a, b in pairwise(row))


def _depth(page: Page, top: float) -> float:
    """How far down the document something stands, counting all pages."""
    return page.number * 10_000 + top


def _trailing(row: list[PageWord]) -> list[PageWord]:
    """The words after the last gap of a row. Full lines leave little room before a column of notes."""
    for index in range(len(row) - 1, 0, -1):
        if row[index].x0 - row[index - 1].x1 > 0.6 * row[index].size:
            return row[index:]
    return row


def _page(page: Page, words: list[PageWord], measures: Measures) -> list[Draft]:
    """The drafts of one page's body, from top to bottom."""
    free = {id(word): word for word in words}
    drafts: list[Draft] = []
    parts: list[tuple[float, float, Grid]] = []
    for grid in ruled_tables(page):
        # Each word once: cells may overlap, and a word may stand on the edge of two.
        grid.rows = [[[word for word in cell if free.pop(id(word), None)] for cell in row] for row in grid.rows]
        if any(any(row) for row in grid.rows):
            parts.append((grid.box[1], grid.box[3], grid))
    left = list(free.values())
    for top, _, grid in parts:
        above = [word for word in left if word.middle < top]
        left = [word for word in left if word.middle >= top]
        drafts += _band(above, page, measures)
        drafts += _table(grid, page, measures)
    return drafts + _band(left, page, measures)


def _band(words: list[PageWord], page: Page, measures: Measures) -> list[Draft]:
    """Text between ruled tables: notes set aside, then columns, unruled tables and paragraphs."""
    if not words:
        return []
    notes: list[PageWord] = []
    if measures.notes:
        left, since = measures.notes
        notes = [word for word in words if word.x0 >= left and _depth(page, word.bottom) >= since]
        aside = {id(word) for word in notes}
        words = [word for word in words if id(word) not in aside]
    rows = [segments_of(row, page.number) for row in rows_of(words)]
    drafts: list[Draft] = []
    while rows:
        gutter, length = _two_columns(rows, page)
        if length:
            for side in (-1, 1):
                column = [s for row in rows[:length] for s in row if (s.x0 < gutter) == (side < 0)]
                drafts += _flow(column, measures)
        else:
            length = _plain_run(rows, page)
            if length:
                drafts += _flow([segment for row in rows[:length] for segment in _joined(row, page)], measures)
            else:
                length = _tabular_run(rows)
                drafts += _unruled_table(rows[:length], measures)
        rows = rows[length:]
    return _beside(drafts, _note_drafts(notes, page))


def _joined(row: list[Line], page: Page) -> list[Line]:
    """A row that is no table: one line, or apart where its pieces stand at opposite edges of the page."""
    if len(row) == 1:
        return row
    if any(b.x0 - a.x1 > 0.2 * page.width for a, b in pairwise(row)):
        return row
    return [Line([word for segment in row for word in segment.words], row[0].page, row[0].label)]


def _two_columns(rows: list[list[Line]], page: Page) -> tuple[float, int]:
    """The gutter of a run of two-column prose that begins here, and how many rows it has (0: none)."""
    if len(rows[0]) < 2 and not any(len(row) > 1 for row in rows[1:4]):
        return 0.0, 0
    gaps = Counter[int]()
    for row in rows:
        for a, b in pairwise(row):
            for x in range(int(a.x1) + 1, int(b.x0), 4):
                if 0.3 * page.width < x < 0.7 * page.width:
                    gaps[x // 4] += 1
    if not gaps:
        return 0.0, 0
    gutter = gaps.most_common(1)[0][0] * 4.0 + 2
    length = 0
    for row in rows:
        if any(segment.x0 < gutter < segment.x1 for segment in row):
            break
        length += 1
    left = [s for row in rows[:length] for s in row if s.x0 < gutter]
    right = [s for row in rows[:length] for s in row if s.x0 >= gutter]
    prose = all(
        len(side) >= 4
        and statistics.mean(len(line.words) for line in side) >= 4
        and sum(line.x1 - line.x0 > 0.22 * page.width for line in side) >= 0.5 * len(side)
        for side in (left, right)
    )
    return (gutter, length) if prose else (0.0, 0)


def _plain_run(rows: list[list[Line]], page: Page) -> int:
    """How many rows from here on are plain lines."""
    for index in range(len(rows)):
        if _tabular_run(rows[index:]) or (index and _two_columns(rows[index:], page)[1]):
            return index
    return len(rows)


def _tabular_run(rows: list[list[Line]]) -> int:
    """How many rows from here on make an unruled table: two or more rows cut at the same places."""
    if len(rows[0]) < 2:
        return 0
    length = cut = 0
    for index, row in enumerate(rows):
        near = index == 0 or row[0].top - rows[index - 1][0].bottom < 1.2 * row[0].size
        if len(row) > 1 and near and (index == 0 or _aligned(rows[0], row) or _aligned(rows[index - 1], row)):
            length, cut = index + 1, cut + 1
        elif not (near and index - length < 1 and len(row) == 1 and _under_cell(row[0], rows[max(0, index - 1)])):
            break
    return length if cut >= 2 else 0


def _aligned(above: list[Line], row: list[Line]) -> bool:
    """Whether a segment after the first begins or ends where one of the row above does."""
    return any(
        abs(a.x0 - b.x0) < 4 or abs(a.x1 - b.x1) < 3 or abs((a.x0 + a.x1) - (b.x0 + b.x1)) < 6
        for a in above[1:]
        for b in row[1:]
    )


def _under_cell(line: Line, above: list[Line]) -> bool:
    """Whether a lone segment continues one cell of the row above."""
    return len(above) > 1 and any(abs(line.x0 - cell.x0) < 6 and line.x1 <= cell.x1 + 30 for cell in above)


def _unruled_table(rows: list[list[Line]], measures: Measures) -> list[Draft]:
    measures.tables += 1
    columns: list[list[float]] = []
    for segment in sorted((s for row in rows if len(row) > 1 for s in row), key=lambda s: s.x0):
        if columns and segment.x0 < columns[-1][1] - 2:
            columns[-1][1] = max(columns[-1][1], segment.x1)
        else:
            columns.append([segment.x0, segment.x1])
    drafts: list[Draft] = []
    for row in rows:
        cells: list[list[Line]] = [[] for _ in columns]
        for segment in row:
            best = max(
                range(len(columns)), key=lambda i: min(segment.x1, columns[i][1]) - max(segment.x0, columns[i][0])
            )
            cells[best].append(segment)
        if len(row) == 1 and drafts and not cells[0]:
            for mine, more in zip(drafts[-1].cells, cells, strict=True):
                mine.extend(more)
        else:
            drafts.append(Draft("table_row", cells=cells, table=measures.tables))
    return drafts


def _table(grid: Grid, page: Page, measures: Measures) -> list[Draft]:
    """A ruled table: rows of cells, or the running text that it only frames."""
    drafts: list[Draft] = []
    measures.tables += 1
    main = _framing_column(grid, measures)
    for index, row in enumerate(grid.rows):
        filled = [cell for cell in row if cell]
        if not filled:
            continue
        if (len(filled) == 1 and len(filled[0]) >= LAYOUT_CELL) or (main is not None and _is_framed(row, main)):
            drafts += _framed(row, page, measures)
        else:
            cells = [[Line(r, page.number) for r in rows_of(cell)] for cell in row]
            header = index == 0 and len(filled) > 1 and all(word.bold for cell in filled for word in cell)
            drafts.append(Draft("table_row", cells=cells, table=measures.tables, column_header=header))
    return drafts


def _framing_column(grid: Grid, measures: Measures) -> int | None:
    """Which column of a table holds running text that the table only frames, or null.

    A column that framed text on an earlier page does so again where it stands at the same place.
    """
    used = [index for index in range(max(map(len, grid.rows))) if any(len(r) > index and r[index] for r in grid.rows)]
    if not 1 <= len(used) <= 4:
        return None
    for row in grid.rows:
        sizes = [len(cell) for cell in row]
        if max(sizes) >= LAYOUT_CELL and max(sizes) >= 0.7 * sum(sizes):
            main = sizes.index(max(sizes))
            measures.framed.add(_left(grid, main))
            return main
    return next((index for index in used if _left(grid, index) in measures.framed), None)


def _left(grid: Grid, column: int) -> int:
    words = [word.x0 for row in grid.rows for word in (row[column] if len(row) > column else ())]
    return round(min(words) / 6)


def _is_framed(row: list[list[PageWord]], main: int) -> bool:
    """Whether a row of a framing table holds text of its own: long, alone, or numbered in the margin."""
    if len(row) <= main or not row[main]:
        return False
    before = [word for cell in row[:main] for word in cell]
    return len(row[main]) >= LAYOUT_CELL or (len(before) <= 1 and all(is_label(word.text) for word in before))


def _framed(row: list[list[PageWord]], page: Page, measures: Measures) -> list[Draft]:
    """A table row that frames running text: its number goes before the text, later cells beside it."""
    main = max(range(len(row)), key=lambda index: len(row[index]))
    margin = [word for cell in row[:main] for word in cell]
    lines = [line for r in rows_of(row[main]) for line in _joined(segments_of(r, page.number), page)]
    if len(margin) == 1 and is_label(margin[0].text):
        lines[0] = Line([margin[0], *lines[0].words], page.number, margin[0].text)
    elif margin:
        lines = [Line(r, page.number) for r in rows_of(margin)] + lines
    notes = [word for cell in row[main + 1 :] for word in cell]
    return _beside(_flow(lines, measures), _note_drafts(notes, page))


def _note_drafts(notes: list[PageWord], page: Page) -> list[Draft]:
    """Notes beside the text: lines close together are one note."""
    drafts: list[Draft] = []
    for row in rows_of(notes):
        line = Line(row, page.number)
        if drafts and line.top - drafts[-1].bottom < 0.35 * line.size and not INITIALS.match(line.words[0].text):
            drafts[-1].lines.append(line)
        else:
            drafts.append(Draft("note", [line]))
    return drafts


def _beside(drafts: list[Draft], notes: list[Draft]) -> list[Draft]:
    """Each note after the block beside which it stands, or after the nearest one above."""
    placed: dict[int, list[Draft]] = {}
    for note in notes:
        middle = note.lines[0].top + 0.5 * (note.lines[0].bottom - note.lines[0].top)
        # The block whose own lines stand at that height; else the last that begins above it.
        index = next((i for i, draft in enumerate(drafts) if draft.top - 2 <= middle <= draft.bottom + 2), None)
        if index is None:
            index = max((i for i, draft in enumerate(drafts) if draft.top <= middle), default=-1)
        placed.setdefault(index, []).append(note)
    result = list(placed.get(-1, ()))
    for index, draft in enumerate(drafts):
        result += [draft, *placed.get(index, ())]
    return result


def _flow(lines: list[Line], measures: Measures) -> list[Draft]:
    """Lines of one column to paragraphs, list items and headings."""
    if not lines:
        return []
    long = sorted(line.x1 for line in lines if len(line.words) > 4) or sorted(line.x1 for line in lines)
    right = long[int(0.9 * (len(long) - 1))]
    gaps = [b.top - a.bottom for a, b in pairwise(lines) if b.top > a.top]
    leading = statistics.median_low(gaps) if gaps else 0.0
    if len(gaps) < FEW_LINES:  # two short paragraphs alone on a page: the gap between them is no leading
        leading = min(leading, measures.leading)
    left = min(line.x0 for line in lines)
    drafts: list[Draft] = []
    for line in lines:
        if drafts and not _breaks(drafts[-1], line, left, right, leading):
            drafts[-1].lines.append(line)
            line.label = None
        else:
            drafts.append(Draft("paragraph", [line], right=right))
    for draft in drafts:
        draft.kind = _kind(draft, measures)
    return drafts


def _breaks(draft: Draft, line: Line, left: float, right: float, leading: float) -> bool:
    """Whether `line` begins a new block after `draft`."""
    last, first = draft.last, draft.lines[0]
    if line.top - last.bottom > leading + 0.45 * line.size or line.top < last.top:
        return True
    if abs(line.size - last.size) > 1.2 or (line.bold != last.bold and (last.bold or _ends(last))):
        return True
    if line.label and _opens(line, draft, right):
        return True
    if not first.label and _centred(last, line, left):
        word = line.words[0]
        return last.x1 - last.x0 + (word.x1 - word.x0) < 0.97 * (right - left)
    if line.x0 > last.x0 + 1.5 * line.size and not (last is first and last.label):
        return True
    body = draft.lines[1].x0 if len(draft.lines) > 1 else (first.content[0].x0 if first.label else first.x0)
    if line.x0 < body - 1.2 * line.size and line.x0 < first.x0 + 1.2 * line.size and len(draft.lines) > 1:
        return True
    return not _is_full(last, line, right)


def _opens(line: Line, draft: Draft, right: float) -> bool:
    """Whether a line's label is one, and not the number that a sentence happened to break before."""
    label = line.label or ""
    if label in BULLETS or label == "o":
        return True
    first = draft.lines[0]
    hanging = first.label is not None and line.x0 >= first.content[0].x0 - 2 and len(draft.lines) > 1
    return not (
        hanging and abs(line.x0 - draft.last.x0) < 2 and _is_full(draft.last, line, right) and not _ends(draft.last)
    )


def _ends(line: Line) -> bool:
    """Whether a line could end a paragraph."""
    return line.words[-1].text.rstrip('”’")')[-1:] in ".:;?!"


def _centred(last: Line, line: Line, left: float) -> bool:
    """Whether two lines are set about the same middle, neither of them from the left edge."""
    middles = abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 4
    return middles and abs(last.x0 - line.x0) > 6 and min(last.x0, line.x0) > left + 6


def _is_full(last: Line, line: Line, right: float) -> bool:
    """Whether the text runs on: the next line's first word would not have fitted on the last line any more.

    A line that ends without a stop before one that begins with a small letter runs on, however short it is.
    """
    word = line.words[0]
    if word.text[:1].islower() and not _ends(last):
        return True
    return last.x1 + 0.2 * last.size + (word.x1 - word.x0) > right - 0.6 * last.size


def _kind(draft: Draft, measures: Measures) -> BlockKind:
    words = sum(len(line.content) for line in draft.lines)
    looks = all(line.bold for line in draft.lines) or draft.lines[0].size > 1.12 * measures.size
    if looks and words <= HEADING_WORDS and not draft.last.words[-1].text.endswith((";", ",")):
        return "heading"
    return "list_item" if draft.lines[0].label else "paragraph"


def _join_over_break(drafts: list[Draft], following: list[Draft]) -> None:
    """A paragraph that runs on over the page break becomes one; its second part leaves `following`."""
    before = next((d for d in reversed(drafts) if d.kind not in ("header", "footer", "note")), None)
    after = next((d for d in following if d.kind != "note"), None)
    if not before or not after or not before.lines or not after.lines:
        return
    if before.kind == "heading" or after.kind == "heading" or after.lines[0].label:
        return
    first = after.lines[0].words[0].text
    runs_on = not _ends(before.last) and (first[:1].islower() or _is_full(before.last, after.lines[0], before.right))
    if runs_on and abs(before.last.size - after.lines[0].size) < 1.2:
        before.lines += after.lines
        following.remove(after)


def _emit(draft: Draft, builder: TextBuilder, measures: Measures, seen: Counter[str]) -> None:
    if draft.cells:
        lines = [line for cell in draft.cells for line in cell]
        builder.add_row(
            [list(_spoken(cell, seen)) for cell in draft.cells],
            table=draft.table,
            page=lines[0].page,
            column_header=draft.column_header,
            size=round(lines[0].size, 1),
        )
        return
    first = draft.lines[0]
    builder.add(
        draft.kind,
        list(_spoken(draft.lines, seen)),
        page=first.page,
        level=_level(draft, measures),
        label=first.label,
        size=round(first.size, 1),
        indent=round(first.x0, 1),
    )


def _level(draft: Draft, measures: Measures) -> int:
    if draft.kind == "heading":
        return 1 if draft.lines[0].size > 1.3 * measures.size else 2
    return int(draft.kind == "list_item")


def _spoken(lines: list[Line], seen: Counter[str]) -> Iterator[Word]:
    """The words of some lines; a word broken at a line end is put together again."""
    pending = False
    for number, line in enumerate(lines):
        following = lines[number + 1].words[0].text if number + 1 < len(lines) else ""
        for index, word in enumerate(line.words):
            text, broken = word.text, False
            if index == len(line.words) - 1 and _is_broken(text, following):
                broken = True
                joined = (text[:-1] + following).casefold().strip(".,;:()")
                if seen[joined] > seen[(text + following).casefold().strip(".,;:()")]:
                    text = text[:-1]
            yield Word(
                text,
                bold=word.bold,
                page=line.page,
                box=word.drawn or (word.x0, word.top, word.x1, word.bottom),
                confidence=word.confidence,
                glue=word.glue or (pending and index == 0),
            )
            if index == len(line.words) - 1:
                pending = broken


def _is_broken(text: str, following: str) -> bool:
    """Whether a line's last word goes on in the next line."""
    if text.startswith(("http", "www")):
        return text.endswith(("-", "/")) and bool(following)
    return len(text) > 2 and text[-1] == "-" and text[-2].isalnum() and following[:1].isalnum()
