"""Words of a page to the columns, tables without rules and paragraphs that they make."""

import statistics
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.headers import ATTENDED
from ingest.pdf.drafts import Draft, Measures
from ingest.pdf.lines import Line, is_bullet, recut, rows_of, segments_of
from ingest.pdf.notes import beside, note_drafts, notes_among
from ingest.pdf.pages import Page, PageWord, Ruling
from ingest.pdf.paragraphs import flow, run_on
from ingest.pdf.unruled import dashed_run, dashed_table, tabular_run, unruled_table

BIN = 4  # points; gutters are looked for in steps of this
GUTTER = 2  # bins; what parts two columns is at least this wide
PROSE = 0.25  # share of lines that begin with a small letter where text runs on from line to line


class Gutter(NamedTuple):
    """Empty space that parts rows into two columns: its middle, and the row after the last that it parts."""

    x: float
    end: int


def band(words: list[PageWord], page: Page, measures: Measures) -> list[Draft]:
    """Text between ruled tables: notes set aside, then columns, unruled tables and paragraphs."""
    notes = notes_among(words, page, measures)
    aside = {id(word) for word in notes}
    words = [word for word in words if id(word) not in aside] if notes else words
    return beside(_arranged(words, page, measures), note_drafts(notes, page), measures)


def _arranged(words: list[PageWord], page: Page, measures: Measures) -> list[Draft]:
    """Columns one after the other, each arranged in its turn; what is left are tables and paragraphs."""
    rows = rows_of(words)
    lines = [segments_of(row, page.number) for row in rows]
    recut(lines)
    free = _free(rows)
    drafts: list[Draft] = []
    at = plain = 0
    while at < len(rows):
        if dashed := dashed_run(rows, at):
            drafts += _plain(lines[plain:at], page, measures) + dashed_table(rows[at:dashed], page.number, measures)
            at = plain = dashed
            continue
        gutter = None if at > plain and _ends_above(rows, at) else _gutter(rows, free, at, page.rulings)
        end = gutter.end if gutter else tabular_run(lines, at)
        if not end:
            at += 1
            continue
        drafts += _plain(lines[plain:at], page, measures)
        if gutter:
            inside = [word for row in rows[at:end] for word in row]
            left = _arranged([word for word in inside if word.x0 < gutter.x], page, measures)
            right = _arranged([word for word in inside if word.x0 >= gutter.x], page, measures)
            run_on(left, right)
            drafts += left + right
        else:
            drafts += unruled_table(lines[at:end], measures)
        at = plain = end
    return drafts + _plain(lines[plain:], page, measures)


def in_cell(rows: list[list[Line]], page: Page, measures: Measures) -> list[Draft]:
    """The rows of a cell that holds running text, with the tables that nothing rules within it.

    Two columns in a cell are seldom one: the text of a slide stands so.
    """
    drafts: list[Draft] = []
    at = plain = 0
    while at < len(rows):
        end = tabular_run(rows, at) if len(rows[at]) > 2 else 0
        if not end:
            at += 1
            continue
        drafts += _plain(rows[plain:at], page, measures) + unruled_table(rows[at:end], measures)
        at = plain = end
    return drafts + _plain(rows[plain:], page, measures)


def _plain(rows: list[list[Line]], page: Page, measures: Measures) -> list[Draft]:
    return flow([line for row in rows for line in _joined(row, page)], measures)


def _joined(row: list[Line], page: Page) -> list[Line]:
    """A row that is no table: one line, or apart where its pieces stand at opposite edges of the page."""
    if len(row) == 1:
        return row
    if any(b.x0 - a.x1 > 0.2 * page.width for a, b in pairwise(row)):
        return row
    return [Line([word for segment in row for word in segment.words], row[0].page, row[0].label)]


def _free(rows: Sequence[Sequence[PageWord]]) -> list[int]:
    """For each row a bit for every bin in the middle of the text, set where the row has no word."""
    if not rows:
        return []
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    middle = _bits(left + 0.2 * (right - left), right - 0.2 * (right - left))
    result = []
    for row in rows:
        free = ~_bits(row[0].x0, row[-1].x1)
        for a, b in pairwise(row):
            if b.x0 - a.x1 > 0.9 * a.size:
                free |= _bits(a.x1 + BIN, b.x0)
        result.append(free & middle)
    return result


def _bits(x0: float, x1: float) -> int:
    """A number with a bit set for each bin from x0 up to x1."""
    first, last = max(0, int(x0 / BIN)), max(0, int(x1 / BIN))
    return (1 << last) - (1 << first) if last > first else 0


def _gutter(rows: Sequence[list[PageWord]], free: Sequence[int], at: int, rulings: Sequence[Ruling]) -> Gutter | None:
    """The gutter of a run of two columns that begins at row `at`, or null."""
    common, end = free[at], at
    while end < len(rows):
        narrowed = common & free[end]
        if not narrowed & (narrowed >> (GUTTER - 1)):
            break
        common, end = narrowed, end + 1
    if end - at < 3:
        return None
    inside = [word for row in rows[at:end] for word in row]
    centre = (min(word.x0 for word in inside) + max(word.x1 for word in inside)) / 2
    for x in _middles(common, centre):
        stop = _end(rows, at, end, x, rulings)
        sides = [[part for row in rows[at:stop] if (part := [w for w in row if (w.x0 < x) == left])] for left in (1, 0)]
        begins = all(any((word.x0 < x) == left for row in rows[at : at + 4] for word in row) for left in (1, 0))
        if begins and _columns(*sides):
            return Gutter(x, stop)
    return None


def _ends_above(rows: Sequence[list[PageWord]], at: int) -> bool:
    """Whether a row is the last, short line of the text above, and no beginning."""
    above, row = rows[at - 1], rows[at]
    close = min(word.top for word in row) - max(word.bottom for word in above) < 0.5 * row[0].size
    return (
        close and abs(above[0].size - row[0].size) < 0.5 and row[-1].x1 < above[-1].x1 and above[0].bold == row[0].bold
    )


def _middles(bits: int, centre: float) -> list[float]:
    """The middle of each run of set bits that is wide enough, the most central first."""
    found: list[float] = []
    start = 0
    while bits:
        skip = (bits & -bits).bit_length() - 1
        bits, start = bits >> skip, start + skip
        width = (~bits & (bits + 1)).bit_length() - 1
        if width >= GUTTER:
            found.append((start + width / 2) * BIN)
        bits, start = bits >> width, start + width
    return sorted(found, key=lambda x: abs(x - centre))


def _end(rows: Sequence[list[PageWord]], at: int, end: int, x: float, rulings: Sequence[Ruling]) -> int:
    """Where two columns end: at a line ruled across both, or before a last part that only the left one has."""
    for ruling in rulings:
        if ruling.top == ruling.bottom and ruling.x0 < x - 40 and ruling.x1 > x + 40:
            below = next((i for i in range(at, end) if rows[i][0].middle > ruling.top), at)
            end = below if below > at else end
    last = max((i for i in range(at, end) if rows[i][-1].x0 >= x), default=at)
    for index in range(last + 1, end):
        gap = min(w.top for w in rows[index]) - max(w.bottom for w in rows[index - 1])
        if gap > 1.5 * rows[index][0].size:
            return index
    return end


def _columns(left: list[list[PageWord]], right: list[list[PageWord]]) -> bool:
    """Whether two sides are read one after the other, and not row by row as a table is."""
    if min(len(left), len(right)) >= 4 and all(_is_prose(side, PROSE) for side in (left, right)):
        return True
    if all(sum(is_bullet(row[0].text) for row in side) >= 2 for side in (left, right)):
        return True  # two lists beside one another
    few, many = sorted((left, right), key=len)
    if few and len(few) < len(many) and all(ATTENDED.match(_text(side[0])) for side in (few, many)):
        return True  # "Present:" and "Apologies:", over lists that are no table
    if (
        len(few) < 3
        or statistics.mean(map(len, few)) < 2
        or not any(_is_prose(side, PROSE / 2) for side in (few, many))
    ):
        return False
    # The rows of a table stand on the same lines; two texts of their own do so only by chance.
    heights = [statistics.median(word.bottom for word in row) for row in many]
    level = sum(any(abs(row[0].bottom - height) < 0.25 * row[0].size for height in heights) for row in few)
    return level <= max(1, 0.3 * len(few))


def _text(row: list[PageWord]) -> str:
    return " ".join(word.text for word in row)


def _is_prose(side: list[list[PageWord]], share: float) -> bool:
    """Whether lines are long enough and run on often enough."""
    small = sum(row[0].text[:1].islower() for row in side)
    words = statistics.mean(map(len, side))
    # Narrow columns have but few words on a line; there most lines run on.
    return small >= max(1, share * len(side)) and (words >= 4 or (words >= 2.5 and small >= len(side) / 2))
