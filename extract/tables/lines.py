"""Tables that are set as plain lines, with a space between the columns: "Loans 4,120 3,980" below "2024 2023".

A line is read as a row only among others with as many figures, below a line that heads each of these columns.
"""

import re
from collections import Counter
from itertools import accumulate, groupby, pairwise

from extract.dates import MONTH
from extract.findings import Findings
from minutes.model import Block, Document

_Span = tuple[int, int]
_Row = list[_Span]  # a label and the figures behind it, as stretches of the document's text

_BESIDE = re.compile(r"[\d%)]\s[(£$€₹+−–-]*\d|[\d%)]\s[-–—](?:\s|$)|\s[-–—]\s[(£$€₹]*\d")  # two figures
_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"\(?[-−–+]?[£$€₹]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?\)?[*†‡]{0,2}")
_EMPTY = re.compile(r"[-–—]|n/a", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-](?:\d\d)?\d\d)?")
# What heads a column for itself, behind other words of its line
_HEAD = re.compile(rf"{_YEAR.pattern}|Q[1-4]|{MONTH}|[A-Z]{{4,}}")
_LABELLED = re.compile(r"(?=.*[^\W\d_]{2}).*?(?<!\d[,.])", re.DOTALL)  # and does not end in half a figure
_NOTE = re.compile(r"[1-9]")  # the number of a note, behind the last figure
# Columns of what is paid, of votes and of those who came, which are no measures
_NO_MEASURES = re.compile(
    r"\b(?:vat|net|gross|payee|cheque|chq|invoice|paid|for|against|yes|no|aye|nay|abstain\w*|votes?|present|absent"
    r"|attended|possible|page|time|date|tel)\b",
    re.IGNORECASE,
)
_LONGEST = 240  # characters of a block that is a row or two
_LABEL, _TAIL = 10, 3  # words of a label, and of what goes on with it below its figures
_ABOVE = 4  # blocks above the first row in which its header is sought
_ROWS = 3  # fewer are no table
_NEAR = 2  # blocks from one row to the next: the head of a group or a row that was misread may stand between


def line_tables(found: Findings) -> list[list[Block]]:
    """Such tables, each as its header and its rows."""
    document = found.document
    lines = [
        (index, rows)
        for index, block in enumerate(document.blocks)
        if block.kind in ("paragraph", "heading", "list_item") and (rows := _rows(document, block))
    ]
    near = accumulate((after[0] - before[0] > _NEAR for before, after in pairwise(lines)), initial=0)
    runs = groupby(zip(lines, near, strict=False), key=lambda line: line[1])
    tables = (_table(document, [line for line, _ in run]) for _, run in runs)
    return [table for table in tables if table]


def _table(document: Document, lines: list[tuple[int, list[_Row]]]) -> list[Block]:
    """The header and the rows of lines that follow one another; none where they are no table."""
    if sum(len(rows) for _, rows in lines) < _ROWS:
        return []
    width = Counter(len(row) for _, rows in lines for row in rows).most_common(1)[0][0]
    kept = [(index, cut) for index, rows in lines for row in rows if (cut := _cut(document, row, width))]
    # "Moorings - $300" has a dash before its only figure
    full = sum(sum(_measures(document, figure) for figure in row[1:]) > 1 for _, row in kept)
    header = _header(document, lines[0][0], width - 1) if len(kept) >= _ROWS and 2 * full > len(kept) else []
    if not header or _NO_MEASURES.search(document.text, header[0][0], header[-1][1]):
        return []
    head = _block(document, lines[0][0] - 1, [(header[0][0],) * 2, *header])
    return [head.model_copy(update={"column_header": True}), *(_block(document, *row) for row in kept)]


def _block(document: Document, index: int, cells: list[_Span]) -> Block:
    return Block(
        kind="table_row", start=cells[0][0], end=cells[-1][1], page=document.blocks[index].page, cells=tuple(cells)
    )


def _rows(document: Document, block: Block) -> list[_Row]:
    """The rows that a block holds, where it holds nothing else: labels, each with two figures or more behind it."""
    text = document.text[block.start : block.end]
    if len(text) > _LONGEST or not _BESIDE.search(text):
        return []
    words = [(block.start + m.start(), block.start + m.end()) for m in _WORD.finditer(text)]
    parts = [(figures, list(part)) for figures, part in groupby(words, key=lambda word: _is_cell(document, word))]
    if not parts or parts[0][0] or len(parts) < 2:
        return []
    rows = []
    for (_, label), (_, figures) in zip(parts[::2], parts[1::2], strict=False):
        if len(label) > _LABEL or len(figures) < 2 or not any(_measures(document, figure) for figure in figures):
            return []
        rows.append([(label[0][0], label[-1][1]), *figures])
    tail = parts[-1][1] if len(parts) % 2 else []
    named = all(_LABELLED.fullmatch(document.text, *row[0]) for row in rows)
    return rows if named and len(tail) <= _TAIL else []


def _is_cell(document: Document, word: _Span) -> bool:
    printed = document.text[slice(*word)]
    return bool(_FIGURE.fullmatch(printed) or _EMPTY.fullmatch(printed))


def _measures(document: Document, figure: _Span) -> bool:
    printed = document.text[slice(*figure)]
    return bool(_FIGURE.fullmatch(printed)) and not _YEAR.fullmatch(printed)


def _cut(document: Document, row: _Row, width: int) -> _Row:
    """A row of so many cells, less the number of a note behind it; none where it has more or fewer."""
    noted = len(row) == width + 1 and _NOTE.fullmatch(document.text[slice(*row[-1])])
    return row[:width] if noted or len(row) == width else []


def _header(document: Document, first: int, width: int) -> list[_Span]:
    """The words that head so many columns: all of a line above the first row, or the years or capitals that end it."""
    for block in reversed(document.blocks[max(0, first - _ABOVE) : first]):
        text = document.text[block.start : block.end]
        words = [(block.start + m.start(), block.start + m.end()) for m in _WORD.finditer(text)]
        last = words[-width:]
        heads = [document.text[slice(*word)] for word in last]
        alone = len(words) == width and not any(_FIGURE.fullmatch(head) and not _YEAR.fullmatch(head) for head in heads)
        if alone or (len(words) > width and all(map(_HEAD.fullmatch, heads))):
            return last
    return []
