"""Pages of placed words to blocks in the order in which a person reads them.

    words ─> rows ─> furniture set aside ─> ruled tables ─> action column ─> columns, unruled tables, paragraphs

Everything here works on words and their places alone, so that a page read by OCR goes the same way.
"""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.builder import TextBuilder, Word
from ingest.pdf.columns import band
from ingest.pdf.continuing import go_on
from ingest.pdf.drafts import Draft, Measures
from ingest.pdf.framing import frames_in, join, table
from ingest.pdf.furniture import furniture_rows, line_numbers, watermark
from ingest.pdf.hyphens import counted, is_broken, is_hyphenated
from ingest.pdf.lines import Line, rows_of
from ingest.pdf.notes import marks_beside, note_column
from ingest.pdf.pages import Page, PageWord
from ingest.pdf.paragraphs import ENDS, FEW_LINES, run_on
from ingest.pdf.spacing import drawn_together
from ingest.pdf.tables import Grid, ruled_tables
from ingest.pdf.underlines import embolden
from minutes.model import BlockKind

FEW_PAIRS = 3  # of lines on which a sentence goes on; fewer may be anything


def lay_out(pages: Sequence[Page], builder: TextBuilder) -> None:
    """Add the blocks of all pages to `builder`, in reading order."""
    for page in pages:
        _keep_on(page)
        page.words = drawn_together(page.words)
    size = _body_size(pages)
    marks = [watermark(page, size) for page in pages]
    rows = [
        (page, rows_of(_others(page.words, mark) if mark else page.words))
        for page, mark in zip(pages, marks, strict=True)
    ]
    embolden(rows)
    numbers = line_numbers(rows)
    rows = [(page, _without(page_rows, aside)) for (page, page_rows), aside in zip(rows, numbers, strict=True)]
    furniture = furniture_rows(rows)
    measures = Measures(size, note_column(rows), marks_beside(rows), _leading(rows))
    bodies, grids = [], []
    for (page, page_rows), aside in zip(rows, furniture, strict=True):
        tables, body = ruled_tables(
            page, [word for index, row in enumerate(page_rows) if index not in aside for word in row]
        )
        bodies.append(body)
        grids.append(tables)
    join(grids)
    measures.frames = frames_in(grid for tables in grids for grid in tables if not grid.boxed)
    drafts: list[Draft] = []
    foot = 0.0
    aspects = zip(rows, furniture, bodies, grids, numbers, marks, strict=True)
    for (page, page_rows), aside, body, tables, counts, mark in aspects:
        drafts += [Draft("header", [Line([word], page.number) for word in mark])] if mark else []
        drafts += _furniture(page, page_rows, aside, "header")
        page_drafts = _page(page, body, tables, measures)
        go_on(drafts, page_drafts, foot)
        foot = max((grid.box[3] for grid in tables), default=0.0)
        run_on(drafts, page_drafts)
        drafts += page_drafts
        drafts += [Draft("footer", [Line([word], page.number) for word in counts])] if counts else []
        drafts += _furniture(page, page_rows, aside, "footer")
    seen = counted(word.text for page in pages for word in page.words)
    for draft in drafts:
        _emit(draft, builder, measures, seen)


def _keep_on(page: Page) -> None:
    """Cut the boxes of words that hang over an edge of the page: nobody could see more of them."""
    for word in page.words:
        if word.x0 < 0 or word.top < 0 or word.x1 > page.width or word.bottom > page.height:
            word.x0, word.x1 = (min(max(x, 0.0), page.width) for x in (word.x0, word.x1))
            word.top, word.bottom = (min(max(y, 0.0), page.height) for y in (word.top, word.bottom))


def _furniture(page: Page, rows: list[list[PageWord]], aside: dict[int, str], side: BlockKind) -> list[Draft]:
    return [Draft(side, [Line(rows[index], page.number)]) for index in aside if aside[index] == side]


def _body_size(pages: Sequence[Page]) -> float:
    sizes = Counter(word.size for page in pages for word in page.words)
    rounded = Counter[float]()
    for size, count in sizes.items():
        rounded[round(size, 1)] += count
    return rounded.most_common(1)[0][0] if rounded else 0.0


def _leading(pages: Sequence[tuple[Page, list[list[PageWord]]]]) -> float:
    """The usual space between two lines: where sentences go on, or the lower quartile, as paragraphs have gaps, too."""
    pairs = [(a, b) for _, rows in pages for a, b in pairwise(rows) if b[0].top > a[0].top]
    gaps = sorted(b[0].top - a[0].bottom for a, b in pairs)
    usual = gaps[len(gaps) // 4] if len(gaps) >= FEW_LINES else 0.0
    going_on = [(a, b) for a, b in pairs if b[0].text[:1].islower() and a[-1].text[-1:] not in ENDS]
    within = [min(word.top for word in b) - max(word.bottom for word in a) for a, b in going_on]
    return min(usual, statistics.median(within)) if len(within) >= FEW_PAIRS else usual


def _page(page: Page, words: list[PageWord], tables: list[Grid], measures: Measures) -> list[Draft]:
    """The drafts of one page's body, from top to bottom."""
    drafts: list[Draft] = []
    left = words
    for grid in tables:
        above = [word for word in left if word.middle < grid.box[1]]
        left = [word for word in left if word.middle >= grid.box[1]]
        following = band(above, page, measures)
        run_on(drafts, following)
        drafts += following
        if grid.boxed:
            near = [word for word in left if word.middle <= grid.box[3]]
            left = [word for word in left if word.middle > grid.box[3]]
            following = band(near, page, measures)
            run_on(drafts, following)
            drafts += following + band([word for row in grid.rows for cell in row for word in cell], page, measures)
        else:
            drafts += table(grid, page, measures)
    following = band(left, page, measures)
    run_on(drafts, following)
    return drafts + following


def _without(rows: list[list[PageWord]], aside: list[PageWord]) -> list[list[PageWord]]:
    if not aside:
        return rows
    return [left for row in rows if (left := _others(row, aside))]


def _others(words: Sequence[PageWord], aside: Sequence[PageWord]) -> list[PageWord]:
    taken = {id(word) for word in aside}
    return [word for word in words if id(word) not in taken]


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
            if index == len(line.words) - 1 and is_broken(text, following):
                broken = True
                if not is_hyphenated(text, following, seen):
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
