"""Figures of data tables, one metric each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from extract.decisions.votes.ballots import of_votes
from extract.findings import Findings
from extract.metrics.setting import Setting
from extract.quantities.finding import quantities_in
from extract.tables.cards import cards_of
from extract.tables.cells import Cell, cells_of
from extract.tables.figures import MARKS, is_figure, plain
from extract.tables.frame import TOTAL, Frame, caption_of, frame_of, headed, signed, texts_of
from extract.tables.meaning import name_of, period_of, place_of, role_of
from extract.tables.units import told_scale, unit_of
from minutes.model import Block, Metric, content_id, page_ranges

_RUN_IN = r"(?:\(?[-−–+]?[£$€₹]?\d[\d,]*(?:\.\d+)?%?\)?|[–—-]|\.\.|n/a)"
_TAIL = re.compile(r"\s(?=[a-z(])[^\d\n]{2,40}\Z")  # of a label that goes on below its figures
# Payments that a meeting approves are no measures.
_PAID_TO = re.compile(
    r"\b(?:payees?|payments? (?:for approval|made|(?:were |was |be )?(?:approved|authorised))|cheques?|invoices?"
    r"|supplier|following bills|bills (?:for|to be|which were)"
    r"|(?:accepted|approval|approved|accounts?) (?:for|of) payment"
    r"|(?:following|list of|schedule of) payments|voucher|creditor|(?:be|being|were) paid"
    r"|pay (?:the )?(?:following|accounts))\b",
    re.IGNORECASE,
)
_PAID_BY = re.compile(
    r"(?:BACS|FPO?|D/?D|S/?O|direct debit|standing order|debit card|cheque|chq)\b\.?\s?(?:no\.?\s?)?\d*", re.IGNORECASE
)
# "Present fee", "Charge from April (£)": what is charged by rule, and not what it came to
_FEE = re.compile(
    r"(?:(?:annual|current|existing|new|old|present|previous|proposed|revised) )?(?:fees?|charges?|tariffs?)"
    r"(?: (?:for|from|in|per|to) .{2,30}| 20\d\d(?:[/–-]\d\d)?)?(?: \(?[£$€]\)?)?",
    re.IGNORECASE,
)
# "Chapter 2: Boats | 9", of a list of contents
_CHAPTER = re.compile(r"(?:chapter|annex|appendix|section|part) (?:\d{1,2}|[A-Z]|[IVX]{1,4})\b", re.IGNORECASE)
_PAGE = re.compile(r"\d{1,3}")
_FIRM = re.compile(r"\b(?:Co|Company|Inc|Ltd|Limited|Corp(?:oration)?|LLC|plc|PLC|Bros|(?:&|and) Sons?)\b\.?,?")
_TO_THE_PENNY = re.compile(r"[£$€₹]?\s?\d[\d,]*\.\d\d")


def table_metrics(setting: Setting, lines: list[list[Block]]) -> Iterator[Metric]:
    """One metric for each figure in a data table. A table without a header that can be read gives no periods.

    `lines` are tables that are set as plain lines.
    """
    found = setting.found
    for table in lines:
        if not _is_paid(found, table) and not of_votes(found.document, table):
            yield from _table(setting, table)
    rows = [block for block in found.document.blocks if block.kind == "table_row"]
    for _, group in groupby(rows, key=lambda block: block.table):
        table = _parted(found, list(group))
        if _is_contents(found, table):
            continue
        if is_data(found, table) and not _is_paid(found, table) and not of_votes(found.document, table):
            yield from _table(setting, table)
        else:
            yield from _cards(setting, table)


def _cards(setting: Setting, table: list[Block]) -> Iterator[Metric]:
    """The figures of rows whose cells bring their own labels, as those of a table that has these for its header."""
    entries = [(row, entry) for row in table for entry in cards_of(setting.found, row)]
    frame = frame_of(setting, table, caption_of(setting.found, table), [], readable=True) if entries else None
    for row, entry in entries:
        quantity = next(iter(quantities_in(entry.figure)), None) or plain(entry.figure)
        if frame and quantity:
            yield _metric(frame, Cell(row, entry.cell, quantity, entry.label, entry.head, None, "", what=entry.what))


def _parted(found: Findings, table: list[Block]) -> list[Block]:
    """The rows of a table, where one that a PDF gives as a single cell is parted at its figures: "Loans – £171"."""
    width = len(table[0].cells) - 1
    whole = re.compile(rf".*?[^\W\d].*?(?:\s+{_RUN_IN}){{{width}}}\s*", re.DOTALL)
    rows = []
    for row in table:
        filled = [(start, end) for start, end in row.cells if found.document.text[start:end].strip()]
        if table[0].column_header and width > 1 and len(filled) == 1 and len(row.cells) > 1:
            start, end = filled[0]
            text = found.document.text[start:end]
            tail = None if whole.fullmatch(text) else _TAIL.search(text)
            line = text[: tail.start()] if tail else text
            parts = list(re.finditer(rf"(?<=\s){_RUN_IN}(?=\s|$)", line))[-width:] if whole.fullmatch(line) else []
            if parts:
                cells = [(start, start + parts[0].start()), *((start + p.start(), start + p.end()) for p in parts)]
                cells += [(start + tail.start() + 1, end)] if tail else []
                row = row.model_copy(update={"cells": tuple(cells)})
        rows.append(row)
    return rows


def is_data(found: Findings, table: list[Block]) -> bool:
    """Whether a good part of a table's cells are figures."""
    every = [texts_of(found, row) for row in table]
    rows = [texts for texts in every if any(map(is_figure, texts[1:]))]
    cells = [text for texts in rows for text in texts[1:] if text]
    # a row of one cell stands over others, and one without its first goes on with the header
    labelled = [texts for texts in every if texts in rows or (texts[0] and any(texts[1:]))]
    if len(rows) < 0.5 * len(labelled):
        return False
    figures = sum(map(is_figure, cells))
    return len(table) >= 2 and figures >= 2 and figures >= 0.3 * len(cells)


def _is_contents(found: Findings, table: list[Block]) -> bool:
    """Whether a table lists chapters and the pages that they begin on."""
    rows = [[text for text in texts_of(found, row) if text] for row in table]
    pages = [int(texts[-1]) for texts in rows if len(texts) > 1 and _PAGE.fullmatch(texts[-1])]
    chapters = sum(bool(texts and _CHAPTER.match(texts[0])) for texts in rows)
    return len(pages) > 1 and pages == sorted(pages) and 2 * chapters >= len(rows)


def _is_paid(found: Findings, table: list[Block]) -> bool:
    """Whether a table lists payments or fees, by its header, the line above it, or how each of its rows was paid."""
    header, _ = headed(found, table)
    by = [any(map(_PAID_BY.fullmatch, texts_of(found, row))) for row in table]
    heads = [head for head in header if not told_scale(head)]  # "Payments made, $'000" is a line of a budget
    if 2 * sum(by) > len(table) or any(map(_PAID_TO.search, (*heads, caption_of(found, table)))):
        return True
    priced = [head for head in header[1:] if head]
    if priced and all(map(_FEE.fullmatch, priced)):
        return True
    return not any(header) and _is_of_firms(found, table)


def _is_of_firms(found: Findings, table: list[Block]) -> bool:
    """Whether a table without a header sets sums to the penny beside names, a good part of them of firms."""
    rows = [[text for text in texts_of(found, row) if text] for row in table]
    sums = sum(len(texts) == 2 and bool(_TO_THE_PENNY.fullmatch(texts[1])) for texts in rows)
    return sums == len(rows) and 4 * sum(bool(_FIRM.search(texts[0])) for texts in rows) >= len(rows)


def _table(setting: Setting, table: list[Block]) -> Iterator[Metric]:
    found = setting.found
    header, rows = headed(found, table)
    caption = caption_of(found, table)
    readable = bool(header) or max((len(figures) for _, _, figures, _ in rows), default=0) < 2
    if not readable:
        found.warnings.append(_unreadable(table))
    frame = replace(frame_of(setting, table, caption, header, readable=readable), signed=signed(rows))
    above = ""
    for row, texts, figures, under in rows:
        shared = bool(above) and not texts[0] and _shares(texts, figures)
        above = above if shared or not texts[0] or 0 in figures else texts[0]
        for cell in cells_of(row, texts, figures, under, above if shared else ""):
            yield _metric(frame, cell)


def _shares(texts: list[str], figures: list[int]) -> bool:
    """Whether a row without a first cell goes on with the label above it: it has another one, and is no total."""
    others = [text for index, text in enumerate(texts) if index and text and index not in figures]
    return bool(others) and not any(map(TOTAL.search, others))


def _unreadable(table: list[Block]) -> str:
    where = f"the table on {page_ranges([table[0].page])}" if table[0].page else "a table"
    return f"{where} has no header that can be read: its figures are without periods"


def _metric(frame: Frame, cell: Cell) -> Metric:
    found, document = frame.setting.found, frame.setting.found.document
    citation = document.cite(cell.row.start, cell.row.end)
    start, end = cell.row.cells[cell.index]
    printed = document.text[start:end]
    unit, scale = unit_of(frame, cell, printed)
    value = cell.quantity.value if isinstance(cell.quantity.value, tuple) else round(cell.quantity.value * scale, 6)
    if (
        printed.startswith("(")
        and "+" not in printed
        and printed.rstrip(f"{MARKS} ").endswith(")")
        and not isinstance(value, tuple)
    ):
        value = -abs(value)
    period = period_of(frame, cell)
    return Metric(
        id=content_id("met", document.id, start, value),
        item_id=found.item_id(cell.row.start),
        text=f"{cell.above}\t{citation.quote.lstrip()}" if cell.above else citation.quote,
        value=value,
        unit=unit,
        name=name_of(frame, cell),
        period=period,
        place=cell.place or place_of(frame, cell),
        role=role_of(frame, cell, period),
        table=True,
        total=bool(TOTAL.search(cell.label) or TOTAL.search(cell.head)),
        citation=citation,
        rule="metric.table",
    )
