"""Figures of data tables: each with its row's label, its column's header, and the unit that either tells."""

import re
from collections.abc import Iterator
from itertools import groupby

from extract.dates import dates_in
from extract.findings import Findings
from extract.periods import periods_in
from extract.quantities import DATE_CELL, Quantity, quantities_in
from minutes.model import Block, Metric, content_id

_BARE = re.compile(r"\(?[-−–+]?\s?[£$€]?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|[kKmM]|bn)?\)?[*†‡]*")
_NOT_A_FIGURE = re.compile(
    r"\b(?:no|number|item|ref(?:erence)?|page|date|id|code|year|#|tel|time|agenda item|minute|vote)\b\.?$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"£\s?[’']?000s?|£k\b|£ ?thousands?|[’']000s\b", re.IGNORECASE)
_MILLIONS = re.compile(r"£\s?m(?:illions?)?\b", re.IGNORECASE)
_FORECAST = re.compile(r"\b(?:forecast|estimate|budget|projected|projection|plan(?:ned)?)\b", re.IGNORECASE)


def table_metrics(found: Findings) -> Iterator[Metric]:
    """One metric for each figure in a data table. A table without a header that can be read gives no periods."""
    document = found.document
    rows = [block for block in document.blocks if block.kind == "table_row"]
    for _, group in groupby(rows, key=lambda block: block.table):
        table = list(group)
        if _is_data(found, table):
            yield from _table(found, table)


def _texts(found: Findings, row: Block) -> list[str]:
    return [found.document.text[start:end].strip() for start, end in row.cells]


def _is_data(found: Findings, table: list[Block]) -> bool:
    """Whether a good part of a table's cells are figures."""
    cells = [text for row in table for text in _texts(found, row)[1:] if text]
    figures = sum(bool(_BARE.fullmatch(text)) for text in cells)
    return len(table) >= 2 and figures >= 2 and figures >= 0.3 * len(cells)


def _table(found: Findings, table: list[Block]) -> Iterator[Metric]:
    header: list[str] = []
    seen = False
    for row in table:
        texts = _texts(found, row)
        figures = [index for index, text in enumerate(texts) if index and _BARE.fullmatch(text)]
        years = [index for index in figures if re.fullmatch(r"(?:19|20)\d\d", texts[index])]
        if not seen and (row.column_header or len(years) == len(figures)):
            header = (
                [" ".join(filter(None, pair)) for pair in zip(header, texts, strict=False)]
                if len(header) == len(texts)
                else texts
            )
            continue
        if not figures:
            continue
        seen = True
        yield from _row(found, row, texts, figures, header)


def _row(found: Findings, row: Block, texts: list[str], figures: list[int], header: list[str]) -> Iterator[Metric]:
    label = " ".join(
        text for index, text in enumerate(texts) if text and index not in figures and not DATE_CELL.fullmatch(text)
    )
    if not label:
        return
    for index in figures:
        head = header[index] if index < len(header) else ""
        quantity = next(iter(quantities_in(texts[index].strip("()*†‡ "))), None) or _plain(texts[index])
        if quantity is None or _NOT_A_FIGURE.search(head):
            continue
        yield _metric(found, row, index, quantity, label, head)


def _plain(text: str) -> Quantity | None:
    digits = re.sub(r"[^\d.]", "", text)
    return Quantity(0, len(text), float(digits), None) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _metric(found: Findings, row: Block, index: int, quantity: Quantity, label: str, head: str) -> Metric:
    document = found.document
    citation = document.cite(row.start, row.end)
    above = " ".join(filter(None, (_title(found, row.start), label)))
    unit, scale = _unit(quantity, head, label)
    value = quantity.value if isinstance(quantity.value, tuple) else round(quantity.value * scale, 6)
    printed = document.text[row.cells[index][0] : row.cells[index][1]]
    if printed.startswith("(") and printed.rstrip("*†‡ ").endswith(")") and not isinstance(value, tuple):
        value = -abs(value)
    periods = [p.iso for text in (head, label, _title(found, row.start)) for p in periods_in(text)[-1:]]
    return Metric(
        id=content_id("met", document.id, row.cells[index][0], value),
        item_id=found.item_id(row.start),
        text=citation.quote,
        value=value,
        unit=unit,
        name=" – ".join(filter(None, (label, head))) or above,
        period=periods[0] if periods else _as_at(found),
        role="forecast"
        if _FORECAST.search(head)
        else "target"
        if re.search(r"\btarget\b", head, re.IGNORECASE)
        else "actual",
        table=True,
        citation=citation,
        rule="metric.table",
    )


def _as_at(found: Findings) -> str | None:
    """The day that a statement of balances is for: "as at 30 September 2024" at its head."""
    head = found.document.text[:1000]
    match = re.search(r"\bas (?:at|of) ", head, re.IGNORECASE)
    dated = next(dates_in(head[match.end() : match.end() + 40]), None) if match else None
    day = dated.on(None) if dated and dated.start < 5 else None
    return day.isoformat() if day else None


def _unit(quantity: Quantity, head: str, label: str) -> tuple[str | None, float]:
    """Unit and scale: from the cell, else the column's header, else the row's label."""
    if quantity.unit == "%":
        return "%", 1.0
    for text in (head, label):
        if _THOUSANDS.search(text) and "%" not in label:
            return "GBP", 1e3
        if _MILLIONS.search(text):
            return "GBP", 1e6
    if quantity.unit:
        return quantity.unit, 1.0
    for text in (head, label):
        if "%" in text or re.search(r"\bper ?cent\b", text, re.IGNORECASE):
            return "%", 1.0
        if "£" in text:
            return "GBP", 1.0
    nouns = re.findall(r"[a-z]{3,}", head.casefold()) or re.findall(r"[a-z]{3,}", label.casefold())
    return (nouns[-1].rstrip("s") if nouns else None), 1.0


def _title(found: Findings, offset: int) -> str:
    item = next((item for item in reversed(found.items) if item.citation.start <= offset < item.end), None)
    return item.title if item else ""
