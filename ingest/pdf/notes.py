"""The narrow column at the right of the text that says who is to act."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.headers import DATA_HEADER, INITIALS, NOTE_HEADER, OFFICER, TITLE_HEADER, Mark, is_running, mark_of
from ingest.pdf.drafts import Draft, Measures
from ingest.pdf.lines import WIDE_GAP, Line, is_label, rows_of
from ingest.pdf.pages import Page, PageWord

RIGHT = 0.72  # share of the page's width; notes begin further right
NOTE_WORDS = 6  # on one line
BESIDE = 0.5  # share of the page's width; a mark beside one paragraph begins further right
NEAR = 0.6  # font sizes; full lines leave no more room before a note
CROSSED = 0.45  # font sizes; a space within a line is narrower
MARK_LINES = 4


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
    return not any(a.x1 < x + 4 and b.x0 >= x and b.x0 - a.x1 > CROSSED * a.size for a, b in pairwise(row))


def depth(page: Page, top: float) -> float:
    """How far down the document something stands, counting all pages."""
    return page.number * 10_000 + top


def _trailing(row: list[PageWord]) -> list[PageWord]:
    """The words after the last gap of a row. Full lines leave little room before a column of notes."""
    for index in range(len(row) - 1, 0, -1):
        if row[index].x0 - row[index - 1].x1 > NEAR * row[index].size:
            return row[index:]
    return row


class _Mark(NamedTuple):
    """Who is to act, at the end of a line of text that is broken short before it."""

    words: list[PageWord]
    said: bool = False  # by the word "Action"; initials or an office alone may be anything
    wide: bool = False  # whether the gap before it is wider than full lines leave
    heading: bool = False  # "Action" alone, above the marks of a page


def marks_beside(pages: Sequence[tuple[Page, list[list[PageWord]]]]) -> frozenset[int]:
    """The words, by `id`, of marks beside single paragraphs of a text that else is as wide as the page.

    A two-cell table without rules, a tab or a frame sets them so: "Una to ask the mill for its keys.    ACTION: UK".
    Initials or an office alone are marks where more than one paragraph has such.
    """
    marks = [mark for page, rows in pages for mark in _marks(page, rows)]
    certain = [mark for mark in marks if (mark.said or mark.wide) and not mark.heading]
    if len(certain) < 2 and not any(mark.said for mark in marks):
        return frozenset()
    places = {round(mark.words[0].x0) + step for mark in certain for step in range(-2, 3)}
    return frozenset(id(word) for mark in marks if round(mark.words[0].x0) in places for word in mark.words)


def _marks(page: Page, rows: list[list[PageWord]]) -> Iterator[_Mark]:
    listed: float | None = None  # where the column of owners begins in a table of tasks
    index = 0
    while index < len(rows):
        row = rows[index]
        last = _trailing(row)
        index += 1
        if last[0].x0 <= BESIDE * page.width or len(last) > NOTE_WORDS:
            continue
        left = row[: len(row) - len(last)]
        if NOTE_HEADER.fullmatch(_text(last)) and not (left and _tells(left)):
            if left and (DATA_HEADER.match(_text(left)) or TITLE_HEADER.match(_text(left))):
                listed = last[0].x0
            else:
                yield _Mark(last, heading=True)
            continue
        if listed is not None and abs(last[0].x0 - listed) < 8:
            continue
        if not (_ends_text(rows, index - 1, left) if left else _hangs(rows, index - 1)):
            continue
        lines = [last, *_below(rows[index : index + MARK_LINES], last)]
        while lines and not (told := _told(lines)):
            lines.pop()
        if lines and (told == "said" or not _opens_below(left, rows[index : index + 1])):
            wide = not left or _gap(left, last) > WIDE_GAP
            yield _Mark([word for line in lines for word in line], told == "said", wide)
            index += len(lines) - 1


def _ends_text(rows: list[list[PageWord]], index: int, left: list[PageWord]) -> bool:
    """Whether what stands before a mark is a line of running text, or the short last one of some."""
    if _tells(left):
        return True
    above = rows[index - 1] if index else left
    close = 0 < left[0].top - above[0].top < 1.8 * left[0].size
    spaced = any(b.x0 - a.x1 > CROSSED * a.size for a, b in pairwise(left))
    return close and not spaced and left[-1].text[-1:] in ".;:?!" and _tells(above)


def _opens_below(left: list[PageWord], below: list[list[PageWord]]) -> bool:
    """Whether a sentence begins with what may be a mark: "... is broken.    TO" and below it "offered to mend it"."""
    stops = bool(left) and left[-1].text.rstrip('”’"')[-1:] in ".;:?!"
    return stops and bool(below) and below[0][0].text[:1].islower()


def _hangs(rows: list[list[PageWord]], index: int) -> bool:
    """Whether a row ends at the right edge of a paragraph right above it."""
    row, above, below = rows[index], rows[max(0, index - 2) : index], rows[index + 1 : index + 4]
    if above and not -1 < row[0].top - above[-1][0].bottom < 1.5 * row[0].size:
        return False
    if below and below[0][0].top < row[0].bottom - 1:
        return False
    right = max((line[-1].x1 for line in above or below), default=0.0)
    # At the head of a page it belongs to the end of the one before.
    return (not index or any(map(_tells, above))) and row[-1].x1 > right - 4


def _tells(left: list[PageWord]) -> bool:
    """Whether what stands before a mark is a line of running text: no row of a table, no name with an office."""
    words = left[1:] if is_label(left[0].text) else left
    if any(b.x0 - a.x1 > WIDE_GAP * a.size for a, b in pairwise(words)):
        return False
    return is_running([word.text for word in words]) and not all(word.bold for word in words)


def _below(rows: list[list[PageWord]], first: list[PageWord]) -> Iterator[list[PageWord]]:
    """The lines of a mark below its first: they begin or end where it does."""
    above = first
    for row in rows:
        last = _trailing(row)
        aligned = abs(last[0].x0 - first[0].x0) < 3 or abs(last[-1].x1 - first[-1].x1) < 3
        if not aligned or last[0].top - above[0].bottom > 0.5 * above[0].size or last[0].x0 < first[0].x0 - 40:
            return
        yield last
        above = last


def _told(lines: list[list[PageWord]]) -> Mark | None:
    """How the lines of a mark say who is to act; null where they say anything else."""
    return mark_of(" ".join(map(_text, lines)))


def _text(words: list[PageWord]) -> str:
    return " ".join(word.text for word in words)


def _gap(left: list[PageWord], right: list[PageWord]) -> float:
    return (right[0].x0 - left[-1].x1) / left[-1].size


def notes_among(words: list[PageWord], page: Page, measures: Measures) -> list[PageWord]:
    """The words of notes; what stands left of one is told where its lines end."""
    if not measures.notes and not measures.marks:
        return []
    notes: list[PageWord] = []
    for row in rows_of(words):
        at = _begins(row, page, measures)
        notes += row[at:]
        if 0 < at < len(row):
            row[at - 1].room = row[at].x0
    return notes


def _begins(row: list[PageWord], page: Page, measures: Measures) -> int:
    """From which word on a row is a note: as many as it has where it is none."""
    if measures.notes:
        left, since = measures.notes
        for at, word in enumerate(row):
            # Text that is wider here runs on into the column.
            apart = not at or word.x0 - row[at - 1].x1 > CROSSED * word.size
            if apart and word.x0 >= left and depth(page, word.bottom) >= since:
                return at
    return next((at for at, word in enumerate(row) if id(word) in measures.marks), len(row))


def note_drafts(notes: list[PageWord], page: Page) -> list[Draft]:
    """Notes beside the text: lines close together are one note, and so are those that only together name somebody."""
    drafts: list[Draft] = []
    for row in rows_of(notes):
        line = Line(row, page.number)
        gap = line.top - drafts[-1].bottom if drafts else line.size
        close = gap < 0.35 * line.size and not INITIALS.match(line.words[0].text)
        if drafts and (close or (gap < line.size and _names_with(drafts[-1].lines, line))):
            drafts[-1].lines.append(line)
        else:
            drafts.append(Draft("note", [line]))
    return drafts


def _names_with(above: list[Line], line: Line) -> bool:
    """Whether a line ends the name of an office that one above begins: "ACTION:" and "UK", "Facilities", "Manager"."""
    lines = [each.words for each in above]
    if NOTE_HEADER.fullmatch(text := " ".join(map(_text, lines))) and not text.endswith(":"):
        return False
    told = _told(lines)
    goes_on = not told or (told == "said" and not INITIALS.match(line.words[0].text))
    return goes_on and bool(_told([*lines, line.words]))


def beside(drafts: list[Draft], notes: list[Draft], measures: Measures) -> list[Draft]:
    """Each note after the block beside which it stands, or after the nearest one that is no heading.

    A mark on a line of its own that ends where the text does, and stands in no column, goes with what is above it.
    """
    hung = frozenset() if measures.notes else measures.marks
    edge = max((line.x1 for draft in drafts for line in draft.lines), default=0.0) if hung else 0.0
    placed: dict[int, list[Draft]] = {}
    for note in notes:
        middle = note.lines[0].top + 0.5 * (note.lines[0].bottom - note.lines[0].top)
        away = [max(draft.top - 2 - middle, middle - draft.bottom - 2, 0.0) for draft in drafts]
        away = [math.inf if far and drafts[i].kind == "heading" else far for i, far in enumerate(away)]
        if all(away) and note.lines[0].x0 < edge and all(id(word) in hung for word in note.lines[0].words):
            away = [math.inf if draft.top > middle else far for draft, far in zip(drafts, away, strict=True)]
        nearest = min(away, default=math.inf)
        placed.setdefault(away.index(nearest) if nearest < math.inf else -1, []).append(note)
    result = list(placed.get(-1, ()))
    for index, draft in enumerate(drafts):
        result += [draft, *placed.get(index, ())]
    return result
