"""Figures told in the cells of a table of indicators: "90% of boats are to be checked each year" under "Target"."""

import re
from itertools import groupby

from extract.findings import Findings
from extract.tables.figures import is_figure
from extract.tables.finding import is_data
from extract.tables.frame import less_notes, texts_of
from minutes.model import Block, Role

_INDICATOR = re.compile(
    r"(?:key )?(?:performance )?(?:kpis?|indicators?|measures?|criteri(?:a|on)|objectives?|outcomes?|success measures?)"
    r"(?: of success)?",
    re.IGNORECASE,
)
_TARGET = re.compile(r"(?:annual |agreed )?targets?(?: \S{4,9})?", re.IGNORECASE)
_RESULT = re.compile(r"(?:actual |our )?(?:results?|performance|achievements?|actuals?)(?: \S{4,9})?", re.IGNORECASE)
_SHORT = 20  # characters; a cell with fewer is a figure or a label


def told_in_cells(found: Findings) -> dict[int, Role]:
    """The sentences in columns of targets and results, by where they start, and what their figures are.

    A table without a header goes on with the one before it, where it has as many columns.
    """
    if found.kind == "minutes":
        return {}
    rows = [block for block in found.document.blocks if block.kind == "table_row"]
    columns: dict[int, Role] = {}
    width = 0
    cells: list[tuple[int, int, Role]] = []
    for _, group in groupby(rows, key=lambda block: block.table):
        table = list(group)
        headed = _columns(texts_of(found, table[0]))
        if headed or table[0].column_header or len(table[0].cells) != width:
            columns, width = headed, len(table[0].cells)
        if columns:
            cells += _cells(found, table[1:] if headed else table, columns, data=is_data(found, table))
    return {sentence.start: role for start, end, role in cells for sentence in found.sentences_within(start, end)}


def _columns(header: list[str]) -> dict[int, Role]:
    """Which columns hold targets and results, where the header is that of a table of indicators."""
    heads = [less_notes(text) for text in header]
    if not any(map(_INDICATOR.fullmatch, heads[:2])):
        return {}
    roles: dict[int, Role] = {index: "target" for index, head in enumerate(heads) if _TARGET.fullmatch(head)}
    return roles | {index: "actual" for index, head in enumerate(heads) if _RESULT.fullmatch(head)}


def _cells(found: Findings, rows: list[Block], columns: dict[int, Role], *, data: bool) -> list[tuple[int, int, Role]]:
    """The cells of those columns that tell something, less the figures of a table of `data`, which are read as such."""
    text = found.document.text
    return [
        (*row.cells[index], role)
        for row in rows
        for index, role in columns.items()
        if index < len(row.cells)
        and len(told := text[slice(*row.cells[index])].strip()) >= _SHORT
        and not (data and is_figure(told))
    ]
