"""Figures of data tables: each with its row's label, its column's header, and the unit that either tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from extract.dates import MONTH, dates_in
from extract.findings import Findings
from extract.periods import month_of
from extract.places import places_in
from extract.quantities import DATE_CELL, Quantity, quantities_in
from extract.setting import Setting
from minutes.model import Block, Metric, Role, content_id

_BARE = re.compile(r"\(?[-−–+]?\s?[£$€]?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|[kKmM]|bn)?\)?[*†‡]*")
_NOT_A_FIGURE = re.compile(
    r"\b(?:no|number|item|ref(?:erence)?|page|date|id|code|year|#|tel|time|agenda item|minute|vote)\b\.?$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"£\s?[’']?000s?|£k\b|\([kK]\)|£ ?thousands?|[’']000s\b", re.IGNORECASE)
_MILLIONS = re.compile(r"£\s?m(?:illions?)?\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\b(?:average|mean|median|figure|rate|total|the|for|all|20\d\d(?:/\d\d)?)\b|\W", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"(?P<month>{MONTH})", re.IGNORECASE)
# What heads a column of places.
_PLACES = re.compile(
    r"\b(?:districts?|areas?|regions?|borough|county|countr(?:y|ies)|nation|councils?|authorit(?:y|ies)|schools?"
    r"|librar(?:y|ies)|branch(?:es)?|sites?|wards?|towns?|parish(?:es)?|locations?|places?|trusts?|hospitals?|meadows?"
    r"|locality|localities|neighbourhood)(?: name)?\s*\Z",
    re.IGNORECASE,
)
# Words of a header that are no unit.
_NO_UNIT = re.compile(
    rf"(?:{MONTH}|for|and|the|total|totals|target|actual|forecast|budget|estimate|number|figures?|quarter|term"
    rf"|year|years|alone|all|average|mean"
    r"|principal|amount|plan|value|change|increase|decrease|previous|current|latest|with|per|cost|costs)"
)
_FORECAST = re.compile(r"\b(?:forecast|estimate|budget|projected|projection|plan(?:ned)?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Frame:
    """What holds for a table as a whole: what stands above it, and the setting that it stands in."""

    setting: Setting
    caption: str
    period: str | None
    place: str | None


def table_metrics(setting: Setting) -> Iterator[Metric]:
    """One metric for each figure in a data table. A table without a header that can be read gives no periods."""
    found = setting.found
    rows = [block for block in found.document.blocks if block.kind == "table_row"]
    for _, group in groupby(rows, key=lambda block: block.table):
        table = list(group)
        if _is_data(found, table):
            yield from _table(found, table, _frame(setting, table))


def _frame(setting: Setting, table: list[Block]) -> _Frame:
    found, start = setting.found, table[0].start
    caption = _caption(found, table)
    periods = setting.periods(caption)
    places = [place for place in setting.places(caption) if not place.wider]
    return _Frame(
        setting,
        caption,
        periods[-1].iso if periods else _as_at(found) or setting.period_around(start, start),
        places[-1].name if places else setting.place_around(start, start),
    )


def _caption(found: Findings, table: list[Block]) -> str:
    """The line above a table, and a first row that is one cell wide."""
    blocks = found.document.blocks
    above = [block for block in blocks[: found.document.block_index(table[0].start)][-2:] if not block.furniture]
    lines = [
        found.document.text[b.start : b.end] for b in above[-1:] if b.kind != "table_row" and b.end - b.start < 200
    ]
    heads = [[text for text in _texts(found, row) if text] for row in table[:2]]
    return " ".join([*lines, *(texts[0] for texts in heads if len(texts) == 1 and not _BARE.fullmatch(texts[0]))])


def _texts(found: Findings, row: Block) -> list[str]:
    return [found.document.text[start:end].strip() for start, end in row.cells]


def _is_data(found: Findings, table: list[Block]) -> bool:
    """Whether a good part of a table's cells are figures."""
    cells = [text for row in table for text in _texts(found, row)[1:] if text]
    figures = sum(bool(_BARE.fullmatch(text)) for text in cells)
    return len(table) >= 2 and figures >= 2 and figures >= 0.3 * len(cells)


def _table(found: Findings, table: list[Block], frame: _Frame) -> Iterator[Metric]:
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
        yield from _row(frame, row, texts, figures, header)


def _row(frame: _Frame, row: Block, texts: list[str], figures: list[int], header: list[str]) -> Iterator[Metric]:
    label = " ".join(
        text for index, text in enumerate(texts) if text and index not in figures and not DATE_CELL.fullmatch(text)
    )
    if not label:
        return
    of_places = bool(header and _PLACES.search(header[0])) and not re.match(
        r"(?:grand )?total|all\b|average", label, re.I
    )
    for index in figures:
        head = header[index] if index < len(header) else ""
        quantity = next(iter(quantities_in(texts[index].strip("()*†‡ "))), None) or _plain(texts[index])
        if quantity is None or _NOT_A_FIGURE.search(head):
            continue
        yield _metric(frame, row, index, quantity, label, head, of_places=of_places)


def _plain(text: str) -> Quantity | None:
    digits = re.sub(r"[^\d.]", "", text)
    return Quantity(0, len(text), float(digits), None) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _metric(
    frame: _Frame, row: Block, index: int, quantity: Quantity, label: str, head: str, *, of_places: bool
) -> Metric:
    found, document = frame.setting.found, frame.setting.found.document
    citation = document.cite(row.start, row.end)
    unit, scale = _unit(quantity, head, label, frame.caption)
    value = quantity.value if isinstance(quantity.value, tuple) else round(quantity.value * scale, 6)
    printed = document.text[row.cells[index][0] : row.cells[index][1]]
    if printed.startswith("(") and printed.rstrip("*†‡ ").endswith(")") and not isinstance(value, tuple):
        value = -abs(value)
    return Metric(
        id=content_id("met", document.id, row.cells[index][0], value),
        item_id=found.item_id(row.start),
        text=citation.quote,
        value=value,
        unit=unit,
        name=" – ".join(filter(None, (label, head))),
        period=_period(frame, head, label),
        place=label if of_places else _place(frame, head, label),
        role=_role(frame, head, label),
        table=True,
        citation=citation,
        rule="metric.table",
    )


def _period(frame: _Frame, head: str, label: str) -> str | None:
    """The period of a figure: of its column, its row, or its table; a month of its column in the year of its table."""
    month = _MONTH_ONLY.fullmatch(head)
    if month and frame.period:
        return month_of(month["month"], frame.period)
    named = [periods[-1].iso for text in (head, label) if (periods := frame.setting.periods(text))]
    return named[0] if named else frame.period


def _place(frame: _Frame, head: str, label: str) -> str | None:
    """The place of a figure: its row's or its column's, where that is or names one, or its table's."""
    for text in (label, head):
        named = frame.setting.places(text)
        if named:
            return named[0].name
    return frame.place


def _role(frame: _Frame, head: str, label: str) -> Role:
    if _FORECAST.search(head):
        return "forecast"
    if re.search(r"\btarget\b", head, re.IGNORECASE):
        return "target"
    return "comparator" if _is_wider(head) or _is_wider(label) else "actual"


def _is_wider(text: str) -> bool:
    """Whether a header is that of what others are compared with: "England", "National average"."""
    rest = text
    for place in places_in(text):
        rest = rest.replace(text[place.start : place.end], "") if place.wider else rest
    return rest != text and not _AVERAGE.sub("", rest)


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") and len(noun) > 4 else noun.rstrip("s")


def _as_at(found: Findings) -> str | None:
    """The day that a statement of balances is for: "as at 30 September 2024" at its head."""
    head = found.document.text[:1000]
    match = re.search(r"\bas (?:at|of) ", head, re.IGNORECASE)
    dated = next(dates_in(head[match.end() : match.end() + 40]), None) if match else None
    day = dated.on(None) if dated and dated.start < 5 else None
    return day.isoformat() if day else None


def _unit(quantity: Quantity, head: str, label: str, caption: str) -> tuple[str | None, float]:
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
    bracket = re.search(r"\(([A-Za-z]{3,})\)\s*$", caption)
    for text in (head, bracket[1] if bracket else "", label):
        nouns = [word for word in re.findall(r"[a-z]{3,}", text.casefold()) if not _NO_UNIT.fullmatch(word)]
        counted = [word for word in nouns if word.endswith("s") and not word.endswith("ss")]
        if counted or (nouns and text is head):
            return _singular((counted or nouns[-1:])[0]), 1.0
    return None, 1.0
