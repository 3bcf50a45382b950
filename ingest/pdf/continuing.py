"""Tables that go on over a page break: heading rows that come again, and rows that the break cuts through."""

from ingest.pdf.drafts import Draft
from ingest.pdf.paragraphs import APART, ends

SAME_EDGE = 6.0  # points


def go_on(drafts: list[Draft], following: list[Draft], foot: float) -> None:
    """Make a table at the top of a page one with the table that it goes on from.

    Its heading row, when it comes again, is a header of the page; the rest of a row that was cut joins its beginning.
    `foot` is where the last ruled table of the page before ends: what stands below it parts two tables.
    """
    after = next((draft for draft in following if draft.kind not in APART), None)
    if after and after.titled:
        _join_title(drafts, after, following)
    if not after or not after.cells:
        return
    rows = [draft for draft in following if draft.table == after.table and draft.cells]
    before = next((draft for draft in reversed(drafts) if draft.kind not in APART), None)
    if before and (before.cells or before.bottom <= foot) and _repeats(drafts, after):
        after.kind, after.lines, after.cells = "header", [line for cell in after.cells for line in cell], []
        rows = rows[1:]
    if not before or not before.cells or not rows or not _same_shape(before, rows[0]):
        return
    for row in rows:
        row.table = before.table
    if _runs_on(before, rows[0]):
        for mine, more in zip(before.cells, rows[0].cells, strict=True):
            mine.extend(more)
        following.remove(rows[0])


def _join_title(drafts: list[Draft], after: Draft, following: list[Draft]) -> None:
    """Put what the break cut off a title to its beginning: "6. Fees and", and on the next page "charges" above "7."."""
    title = next((draft for draft in reversed(drafts) if draft.titled), None)
    if not title:
        return
    below = next((draft for draft in following if draft.titled and draft is not after), None)
    counted = title.lines[0].label and not after.lines[0].label and below and below.lines[0].label
    if counted or after.lines[0].words[0].text[:1].islower():
        title.lines += after.lines
        following.remove(after)


def _repeats(drafts: list[Draft], after: Draft) -> bool:
    """Whether `after` repeats the first row of an earlier table."""
    texts = _texts(after)
    firsts = {draft.table: draft for draft in reversed(drafts) if draft.cells}
    return sum(map(bool, texts)) > 1 and any(_texts(first) == texts for first in firsts.values())


def _texts(row: Draft) -> list[str]:
    return [" ".join(line.text for line in cell) for cell in row.cells]


def _same_shape(before: Draft, after: Draft) -> bool:
    return len(before.cells) == len(after.cells) and abs(before.right - after.right) < SAME_EDGE


def _runs_on(before: Draft, after: Draft) -> bool:
    """Whether each cell of a row could go on from the one above it, and one of them does so in mid-sentence."""
    pairs = [(a, b) for a, b in zip(before.cells, after.cells, strict=True) if b]
    if not all(a for a, _ in pairs) or (after.cells[0] and not after.cells[0][0].text[:1].islower()):
        return False
    return any(b[0].text[:1].islower() and not ends(a[-1]) for a, b in pairs)
