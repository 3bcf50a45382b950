"""The narrow column at the right of the text that says who is to act."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.headers import INITIALS, NOTE_HEADER, OFFICER
from ingest.pdf.drafts import Draft
from ingest.pdf.lines import WIDE_GAP, Line, is_label, rows_of
from ingest.pdf.pages import Page, PageWord

RIGHT = 0.72  # share of the page's width; notes begin further right
NOTE_WORDS = 6  # on one line


class Entry(NamedTuple):
    """What stands at the end of a row after a gap, far right."""

    x0: float
    depth: float  # in the document
    initials: bool  # or an office
    heading: bool


def note_column(pages: Sequence[tuple[Page, list[list[PageWord]]]]) -> tuple[float, float] | None:
    """Where a narrow column of initials, names or tasks begins at the right of the running text, or null.

    It is told by a heading such as "Action" that stands far right by itself, or by short entries, most of
    them initials, that begin at the same place; and hardly a line of the text reaches into it.
    Returns x in points, and the depth in the document below which it holds.
    """
    rows = [(page, row, depth(page, row[0].top)) for page, rows in pages for row in rows]
    entries = [entry for page, row, at in rows for entry in _entries(page, row, at)]
    prose = [(row, at) for _, row, at in rows if len(row) > 5]
    for start, since, crossed in _places(entries):
        below = [row for row, at in prose if at > since]
        if sum(_crosses(row, start) for row in below) <= crossed * len(below):
            return start, since
    return None


def _entries(page: Page, row: list[PageWord], at: float) -> Iterator[Entry]:
    last = _trailing(row)
    if last[0].x0 > RIGHT * page.width and len(last) <= NOTE_WORDS:
        text = " ".join(word.text for word in last)
        headed = bool(NOTE_HEADER.fullmatch(text))
        # Beside more than one other cell it heads the last column of a table.
        cells = row[1:] if is_label(row[0].text) else row
        gaps = sum(b.x0 - a.x1 > WIDE_GAP * a.size for a, b in pairwise(cells))
        named = bool(INITIALS.match(last[0].text) or OFFICER.fullmatch(text))
        yield Entry(last[0].x0, at, named, headed and gaps < 2)


def _places(entries: Sequence[Entry]) -> Iterator[tuple[float, float, float]]:
    """Where the column may begin, from which depth on, and what share of the lines may reach across it.

    Headed, it may share the document with a few tables and headers that do. Under a heading whatever begins at or
    right of it counts, set left or right; without one the starts must agree.
    """
    for head in (entry for entry in entries if entry.heading):
        below = [entry for entry in entries if entry.x0 >= head.x0 - 8 and entry.depth > head.depth]
        initials = sum(entry.initials for entry in below)
        in_line = sum(abs(entry.x0 - head.x0) < 3 for entry in below)
        if initials >= max(2, 0.1 * len(below)) or in_line >= max(2, 0.8 * len(below)):
            yield head.x0 - 8, head.depth, 0.1
    for start in sorted({round(entry.x0 / 6) * 6 for entry in entries}, reverse=True):
        near = [entry for entry in entries if abs(entry.x0 - start) <= 15]
        if sum(entry.initials for entry in near) >= max(3, 0.6 * len(near)):
            since = near[0].depth + 2  # boxes of two lines may touch
            # Longer entries may begin a little to the left, where the text leaves room for them.
            yield from ((start - 20, since, 0.03), (min(entry.x0 for entry in near) - 4, since, 0.03))


def _crosses(row: list[PageWord], x: float) -> bool:
    """Whether a row's text runs on over x, without a gap there."""
    if not row[0].x0 < x < row[-1].x1:
        return False
    return not any(a.x1 < x + 4 and b.x0 >= x for a, b in pairwise(row))


def depth(page: Page, top: float) -> float:
    """How far down the document something stands, counting all pages."""
    return page.number * 10_000 + top


def _trailing(row: list[PageWord]) -> list[PageWord]:
    """The words after the last gap of a row. Full lines leave little room before a column of notes."""
    for index in range(len(row) - 1, 0, -1):
        if row[index].x0 - row[index - 1].x1 > 0.6 * row[index].size:
            return row[index:]
    return row


def note_drafts(notes: list[PageWord], page: Page) -> list[Draft]:
    """Notes beside the text: lines close together are one note."""
    drafts: list[Draft] = []
    for row in rows_of(notes):
        line = Line(row, page.number)
        if drafts and line.top - drafts[-1].bottom < 0.35 * line.size and not INITIALS.match(line.words[0].text):
            drafts[-1].lines.append(line)
        else:
            drafts.append(Draft("note", [line]))
    return drafts


def beside(drafts: list[Draft], notes: list[Draft]) -> list[Draft]:
    """Each note after the block beside which it stands, or after the nearest one that is no heading."""
    placed: dict[int, list[Draft]] = {}
    for note in notes:
        middle = note.lines[0].top + 0.5 * (note.lines[0].bottom - note.lines[0].top)
        away = [max(draft.top - 2 - middle, middle - draft.bottom - 2, 0.0) for draft in drafts]
        away = [math.inf if far and drafts[i].kind == "heading" else far for i, far in enumerate(away)]
        placed.setdefault(away.index(min(away)) if away else -1, []).append(note)
    result = list(placed.get(-1, ()))
    for index, draft in enumerate(drafts):
        result += [draft, *placed.get(index, ())]
    return result
