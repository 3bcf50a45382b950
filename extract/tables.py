"""Figures of data tables: each with its row's label, its column's header, and the unit that either tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from extract.cards import cards_of
from extract.dates import MONTH, dates_in
from extract.decisions.votes import heads_votes
from extract.findings import Findings
from extract.periods.finding import Period, periods_in
from extract.periods.stretches import month_of, month_year, quarter_of
from extract.places import places_in
from extract.quantities import DATE_CELL, PLURALS, Quantity, duration_unit, quantities_in, singular
from extract.setting import CAPTION, Setting
from minutes.model import Block, Metric, Role, content_id, page_ranges

_MARKS = "*†‡§¹²³⁴⁵⁶⁷⁸⁹"  # of footnotes
_BARE = re.compile(
    r"[▲▼↑↓]?\s?\(?[-−–+]?\s?[£$€]?\s?[-−–]?\d[\d,]*(?:\.\d+)?\s?(?:%|pp|(?:[km]|bn)(?![a-z])"
    r"|(?P<time>days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds?|secs?))?\)?(?:\s[£$€])?\s?"
    rf"(?:(?<=%\s)\d{{1,2}}$|[{_MARKS}]*)",  # the number or mark of a note
    re.IGNORECASE,
)
# A figure with a limit, what it counts or a remark beside it: "max. 2%", "440 places", "10.9% (school year 2021/22)".
_REMARKED = re.compile(
    r"(?:(?:(?:max|min|approx|c)\.?|at least|up to|under|over|below|above|about|[<>≤≥~])\s?)?"
    rf"(?P<figure>{_BARE.pattern})\+?\s?"
    r"(?:\((?P<remark>[^()]{1,60})\)|(?<=[%+] )of [^.;]{3,70}"
    r"|(?P<what>(?-i:(?:[a-z-]+\s|Year (?:R|\d{1,2})\s){0,4}?(?:[a-z]{3,}s|people|children|staff|FTE|FE))))?",
    re.IGNORECASE,
)
# "0.3FE 85 Year R temp places": several counts in one cell.
_COUNT = re.compile(
    r"(?P<figure>\d[\d,]*(?:\.\d+)?)\s?(?P<what>(?:[a-z-]+\s|Year (?:R|\d{1,2})\s){0,4}?"
    r"(?:[a-z]{3,}s|people|FTE|FE))(?:\s|$)"
)
_COUNTED = re.compile(r"(?:total )?(?:number|no\.|percentage|%|average)\s(?:of\s)?", re.IGNORECASE)
_RUN_IN = r"(?:\(?[-−–+]?[£$€]?\d[\d,]*(?:\.\d+)?%?\)?|[–—-])"
_STATUS = re.compile(  # how it stands, which is no part of what is measured
    r"(?:red|amber|green|yellow|[RAG]|(?:not )?met|on track|off track|improving|worsening|stable|[▲▼↑↓→⬆⬇➡●⬤]+)"
    r"(?:[ /-](?:red|amber|green|rated))?",
    re.IGNORECASE,
)
_NOT_A_FIGURE = re.compile(
    r"\b(?:no|number|item|ref(?:erence)?|page|(?<!to )date|id|code|year|#|tel|time|agenda item|minute|vote"
    r"|notes?)\b\.?$",
    re.IGNORECASE,
)
_CURRENCY = {"£": "GBP", "$": "USD", "€": "EUR", "GBP": "GBP", "USD": "USD", "EUR": "EUR"}
_SCALED = re.compile(
    r"(?P<thousand>(?P<of>[£$€])\s?(?:[’']?000s?|k|thousands?)\b|\([kK]\)|[’']000s?\b)"
    r"|(?P<of2>[£$€])\s?(?P<million>m(?:n|illions?)?)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_RATE = re.compile(r"\bper [\d,]{3,}|\b(?:score|index|ratio)\b", re.IGNORECASE)
# "Median wait (weeks)", "Residual waste (kg)"
_MEASURED = re.compile(
    r"[(\[](?:in )?(days|weeks|months|years|hours|minutes|seconds|miles|tonnes|kg|km|tCO2e?|kWh|MWh|FTE)[)\]]"
)
_RISK = re.compile(r"(?:likelihood|impact|probability|severity)\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\b(?:average|mean|median|figure|rate|total|the|for|all|20\d\d(?:/\d\d)?)\b|\W", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    rf"(?:(?P<quarter>Q[1-4]|quarter [1-4])|(?P<month>{MONTH}))(?:\s?\([^)]*\))?\Z", re.IGNORECASE
)
_MONTH_ONLY = re.compile(rf"(?P<month>{MONTH})", re.IGNORECASE)
# What heads a column of places.
_PLACES = re.compile(
    r"\b(?:districts?|areas?|regions?|borough|county|countr(?:y|ies)|nation|councils?|authorit(?:y|ies)|schools?"
    r"|librar(?:y|ies)|branch(?:es)?|sites?|wards?|towns?|parish(?:es)?|locations?|places?|trusts?|hospitals?|meadows?"
    r"|organisations?|providers?|forces?|practices?|stations?"
    r"|locality|localities|neighbourhood)(?: name)?\s*\Z",
    re.IGNORECASE,
)
# What heads a column of names, of which a table says how often each was used, bought or read.
_NAMES = re.compile(
    r"\b(?:name|title|(?:data ?set|publication|document|report|web ?page|page|course|event)s?)\Z", re.IGNORECASE
)
# A department is a place where it is an organisation, told by its letters or its name, and not a line of a budget.
_DEPARTMENTS = re.compile(r"\b(?:departments?|bod(?:y|ies)|agenc(?:y|ies))\s*\Z", re.IGNORECASE)
_ORGANISATION = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,4}|.*\b(?:Department|Ministry|Office|Agency|Authority|Council)\b.*")
# Payments that a meeting approves are no measures.
_PAID_TO = re.compile(
    r"\b(?:payees?|payments? (?:for approval|made|(?:were |was |be )?(?:approved|authorised))|cheque|invoices?|supplier"
    r"|accounts? for payment|(?:following|list of|schedule of) payments|voucher|creditor|(?:be|being|were) paid"
    r"|pay (?:the )?(?:following|accounts))\b",
    re.IGNORECASE,
)
_PAID_BY = re.compile(
    r"(?:BACS|FPO?|D/?D|S/?O|direct debit|standing order|debit card|cheque|chq)\b\.?\s?(?:no\.?\s?)?\d*", re.IGNORECASE
)
REMARKED = 90  # characters; a longer cell is text
_ABOVE, _LINE = 40, 120  # blocks on the page above a table, and characters of the line that dates it
_TOTAL = re.compile(r"\btotals?\b|^(?:all|overall|whole)\b", re.IGNORECASE)
# What a row of the total says besides the place: "Fenwold total" is for Fenwold, "Grand total" names none.
_NO_PLACE = re.compile(r"\b(?:grand |sub-?)?totals?\b|^(?:all|overall|average|mean|median)\b.*", re.IGNORECASE)
# "Baseline is 2022/23.", "Targets are for March 2025.", "Quarters are financial-year quarters of 2024/25."
_NOTED = re.compile(
    r"\b(?P<column>baseline|target|quarter|actual|forecast)s?(?: figures?| values?| data)?\s?"
    r"(?:(?:is|are|was|were|:|=|relates? to|refers? to|from|shows?)\s)[^.;]{0,40}?\b(?:19|20)\d\d[^.;]{0,12}(?=[.;]|$)",
    re.IGNORECASE,
)
_BASELINE = re.compile(r"\bbase(?:line)?\b", re.IGNORECASE)
_EARLIER = re.compile(r"\bbase(?:line)?\b|\b(?:last|previous|prior) (?:year|quarter|month)\b", re.IGNORECASE)
# What a caption says besides what is measured: "Table 2: ... by district, 2023/24 (%)".
_NUMBERED = re.compile(r"(?:table|figure|chart|appendix)\s*[\dA-Z.]*\s*[:.–—-]?\s*", re.IGNORECASE)
_BESIDES = re.compile(
    r"\s(?:by|for|in|at|as|across|during|per|from|between|compared|to)\b|[,(:;–—]|\s\d", re.IGNORECASE
)
_SPLIT_BY = re.compile(r"\bby [a-z]", re.IGNORECASE)
# The role that a column's header gives, which the name need not say again.
_ROLE_WORD = re.compile(r"\b(?:actuals?|targets?|forecasts?)\b", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"(?:our )?(?:values?|results?|figures?|performance)", re.IGNORECASE)
_FORECAST = re.compile(
    r"\b(?:forecast|estimated?|projected|projection|planned|proposed|request(?:ed)?|draft budget|outlook)\b",
    re.IGNORECASE,
)
_VARIANCE = re.compile(r"\b(?:variances?|variation|difference|over|under)\b", re.IGNORECASE)
_TARGET = re.compile(
    r"\b(?:targets?|plan|(?<!expected )(?<!higher )(?<!homes )standard|threshold"
    r"|trajectory|ambition|ceiling|limit|goal|tolerance|aims?|milestones?)\b",
    re.IGNORECASE,
)
_FORESEEN = re.compile(r"\b(?:forecast|estimated?|projected|projection|expected)\b", re.IGNORECASE)
# What heads a column of what others reached: "STAT NEIGH AVE", "Nat. average", "Top quartile".
_OTHERS = re.compile(
    r"\b(?:stat\w*\.? neigh\w*|(?:nat|reg)(?:ional)?\.? (?:ave|avg|average|figure|median)|(?:peer|sector|family|group)"
    r" (?:ave|avg|average|group|median)|nearest neighbours?|comparators?|benchmark\w*|(?:top|upper) q\w*tile|CIPFA)\b",
    re.IGNORECASE,
)
# Columns that tell of a figure, and not what it measures.
_ASIDE = re.compile(
    r"\b(?:comments?|commentary|narrative|trend|status|rag|direction|dot|lead|owner|responsib\w+|source|rating|explanation"
    r"|target met|on target|mitigations?|controls?|actions?|deadline|due|timescale|polarity|good is)\b",
    re.IGNORECASE,
)
# What stands in a cell where there is no figure, and says nothing of what is measured.
_NO_DATA = re.compile(
    r"t\.?b\.?[acd]\.?|new (?:measure|indicator)|not (?:available|applicable|reported|measured)|no (?:data|target)|red"
    r"|amber|green|up|down|same|yes|no|met|not met|[▲▼↑↓↔→←⬆⬇●]",
    re.IGNORECASE,
)
# Words that look like nouns in the plural, and are no unit.
_NO_UNIT = frozenset(
    "totals figures years costs is was has its less plus this previous status basis analysis various across "
    "thousands millions actuals targets forecasts estimates changes values plans months savings reserves".split()
)
_PREPOSITION = re.compile(r"\b(?:in|on|with|of|for|at|to|from|by|within|without|per|who|that|not)\b")


@dataclass(frozen=True)
class _Frame:
    """What holds for a table as a whole: what stands above it, and the setting that it stands in."""

    setting: Setting
    caption: str
    subject: str | None  # what its caption or its heading says is measured
    corner: str  # the header of its first column
    period: str | None
    place: str | None
    noted: dict[str, str]  # the periods that a note gives to columns: "Baseline is 2022/23."
    signed: dict[int, str]  # the currencies of columns in which only the first figure and the totals carry a sign


@dataclass(frozen=True)
class _Cell:
    """A figure of a table with the label of its row and the header of its column."""

    row: Block
    index: int
    quantity: Quantity
    label: str
    head: str
    place: str | None  # where the label, or a cell beside it, is one
    above: str  # the label that the row shares with a row above it, where its own first cell is empty
    remark: str = ""  # what stands in brackets after the figure
    what: str = ""  # what the cell itself says that it counts

    @property
    def located(self) -> bool:
        """Whether the label is a place, and says nothing of what is measured."""
        return self.place is not None and self.place in self.label


def table_metrics(setting: Setting) -> Iterator[Metric]:
    """One metric for each figure in a data table. A table without a header that can be read gives no periods."""
    found = setting.found
    rows = [block for block in found.document.blocks if block.kind == "table_row"]
    for _, group in groupby(rows, key=lambda block: block.table):
        table = _parted(found, list(group))
        if _is_data(found, table) and not _is_paid(found, table) and not _is_of_votes(found, table):
            yield from _table(setting, table)
        else:
            yield from _cards(setting, table)


def _cards(setting: Setting, table: list[Block]) -> Iterator[Metric]:
    """The figures of rows whose cells bring their own labels, as those of a table that has these for its header."""
    entries = [(row, entry) for row in table for entry in cards_of(setting.found, row)]
    frame = _frame(setting, table, _caption(setting.found, table), [], readable=True) if entries else None
    for row, entry in entries:
        quantity = next(iter(quantities_in(entry.figure)), None) or _plain(entry.figure)
        if frame and quantity:
            yield _metric(frame, _Cell(row, entry.cell, quantity, entry.label, entry.head, None, "", what=entry.what))


def _is_of_votes(found: Findings, table: list[Block]) -> bool:
    """Whether a table counts how people voted, in columns or in rows."""
    cells = (*table[0].cells, *(row.cells[0] for row in table if row.cells))
    return heads_votes(found.document.text[start:end] for start, end in cells)


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
            parts = list(re.finditer(rf"(?<=\s){_RUN_IN}(?=\s|$)", text))[-width:] if whole.fullmatch(text) else []
            if parts:
                cells = [(start, start + parts[0].start()), *((start + p.start(), start + p.end()) for p in parts)]
                row = row.model_copy(update={"cells": tuple(cells)})
        rows.append(row)
    return rows


def _caption(found: Findings, table: list[Block]) -> str:
    """The line above a table, or one below it that is numbered as its caption, and a first row of one cell."""
    blocks, text = found.document.blocks, found.document.text
    first, last = (found.document.block_index(row.start) for row in (table[0], table[-1]))
    above = [text[b.start : b.end] for b in blocks[:first][-2:] if not b.furniture and b.kind != "table_row"][-1:]
    below = [text[b.start : b.end] for b in blocks[last + 1 :][:1] if b.kind != "table_row"]
    captions = [line for line in (*above, *below) if CAPTION.match(line) and not line.rstrip().endswith(".")]
    lines = captions[:1] or [line for line in above if len(line) < 200]
    heads = [[cell for cell in _texts(found, row) if cell] for row in table[:2]]
    return " ".join([*lines, *(cells[0] for cells in heads if len(cells) == 1 and not _is_figure(cells[0]))])


def _subject(caption: str) -> str | None:
    """What a caption says is measured: "Burglary offences" of "Table 1: Burglary offences by district, 2023/24"."""
    if not (CAPTION.match(caption) or _SPLIT_BY.search(caption)) or caption.rstrip().endswith((".", ":")):
        return None
    told = _NUMBERED.sub("", caption, count=1) if CAPTION.match(caption) else caption
    rest = _BESIDES.search(told)
    return (told[: rest.start()] if rest else told).strip() or None


def _heading(setting: Setting, start: int) -> str | None:
    """What the heading over a table says is measured, less its period: "Loans" of "Loans in 2023"."""
    title = next((item.title for item in setting.headings(start) if not CAPTION.match(item.title)), "")
    rest = _BESIDES.search(title)
    return (title[: rest.start()] if rest else title).strip() or None


def _texts(found: Findings, row: Block) -> list[str]:
    return [found.document.text[start:end].strip() for start, end in row.cells]


_Figure = tuple[str, str, str]  # a figure as printed, what its cell says that it counts, and a remark on it


def _figures_of(text: str) -> list[_Figure]:
    """The figures of a cell that holds nothing else: one, with its share ("38 (83%)"), or several counts."""
    if _BARE.fullmatch(text):
        return [(text, "", "")]
    if len(text) >= REMARKED or not any(map(str.isdigit, text)):
        return []
    more = _REMARKED.fullmatch(text)
    if more:
        remark = more["remark"] or ""
        shared = bool(_BARE.fullmatch(remark)) and ("%" in remark) != ("%" in more["figure"])
        return [(more["figure"], more["what"] or "", remark), *([(remark, "", "")] if shared else [])]
    found: list[_Figure] = []
    place = 0
    while counted := _COUNT.match(text, place):
        found.append((counted["figure"], counted["what"], ""))
        place = counted.end()
    return found if place == len(text) else []


def _is_figure(text: str) -> bool:
    """Whether a cell holds a figure, which what it counts or a remark in brackets may follow, and nothing else."""
    return bool(_figures_of(text))


def _is_count(text: str, corner: str) -> bool:
    """Whether a cell of a row without a label is a figure, as its own noun or the corner of the table says."""
    return any(what for _, what, _ in _figures_of(text)) or (bool(_COUNTED.match(corner)) and _is_figure(text))


def _is_data(found: Findings, table: list[Block]) -> bool:
    """Whether a good part of a table's cells are figures."""
    rows = [texts for row in table if any(map(_is_figure, (texts := _texts(found, row))[1:]))]
    cells = [text for texts in rows for text in texts[1:] if text]
    if len(rows) < 0.5 * len(table):
        return False
    figures = sum(map(_is_figure, cells))
    return len(table) >= 2 and figures >= 2 and figures >= 0.3 * len(cells)


def _is_paid(found: Findings, table: list[Block]) -> bool:
    """Whether a table lists payments, by its header, the line above it, or how each of its rows was paid."""
    header, _ = _headed(found, table)
    by = [any(map(_PAID_BY.fullmatch, _texts(found, row))) for row in table]
    return 2 * sum(by) > len(table) or any(map(_PAID_TO.search, (*header, _caption(found, table))))


def _table(setting: Setting, table: list[Block]) -> Iterator[Metric]:
    found = setting.found
    header, rows = _headed(found, table)
    caption = _caption(found, table)
    readable = bool(header) or max((len(figures) for _, _, figures in rows), default=0) < 2
    if not readable:
        found.warnings.append(_unreadable(table))
    frame = replace(_frame(setting, table, caption, header, readable=readable), signed=_signed(rows))
    above = ""
    for row, texts, figures in rows:
        shared = bool(above) and not texts[0] and _shares(texts, figures)
        above = above if shared or not texts[0] or 0 in figures else texts[0]
        for cell in _cells(row, texts, figures, header, above if shared else ""):
            yield _metric(frame, cell)


def _shares(texts: list[str], figures: list[int]) -> bool:
    """Whether a row without a first cell goes on with the label above it: it has another one, and is no total."""
    others = [text for index, text in enumerate(texts) if index and text and index not in figures]
    return bool(others) and not any(map(_TOTAL.search, others))


def _frame(setting: Setting, table: list[Block], caption: str, header: list[str], *, readable: bool) -> _Frame:
    start = table[0].start
    noted = _noted(setting, table)
    told = _NOTED.sub("", caption) if noted else caption
    periods = [period for period in setting.periods(told, start) if not period.told]
    places = [place for place in setting.places(caption) if not place.wider]
    dated = _dated_above(setting, table[0])
    quarters = [period for period in periods if " Q" in period.iso]  # "quarter 2, which is July to September"
    period = (
        (quarters or periods)[-1].iso
        if periods
        else noted.get("quarter") or dated or _as_at(setting.found) or setting.period_around(start, start)
    )
    return _Frame(
        setting,
        caption,
        _subject(caption) or _heading(setting, start),
        header[0] if header else "",
        period if readable else dated,
        places[-1].name if places else setting.place_around(start, start),
        noted,
        {},
    )


def _noted(setting: Setting, table: list[Block]) -> dict[str, str]:
    """What a line beside a table says of its columns: "Baseline is 2022/23. Targets are for March 2025."."""
    document = setting.found.document
    first, last = (document.block_index(row.start) for row in (table[0], table[-1]))
    near = (*document.blocks[max(0, first - 2) : first], *document.blocks[last + 1 : last + 3])
    lines = [document.text[b.start : b.end] for b in near if not b.furniture and b.kind != "table_row"]
    noted: dict[str, str] = {}
    for match in (match for line in lines for match in _NOTED.finditer(line)):
        periods = setting.periods(match[0])
        if len(periods) == 1:
            noted.setdefault(match["column"].casefold(), periods[0].iso)
    return noted


def _unreadable(table: list[Block]) -> str:
    where = f"the table on {page_ranges([table[0].page])}" if table[0].page else "a table"
    return f"{where} has no header that can be read: its figures are without periods"


_Row = tuple[Block, list[str], list[int]]  # a row, the texts of its cells, and which of them are figures


def _headed(found: Findings, table: list[Block]) -> tuple[list[str], list[_Row]]:
    """The header of a table, of several rows put together, and the rows of figures below it."""
    header: list[str] = []
    rows: list[_Row] = []
    for row in table:
        texts = _texts(found, row)
        counts = bool(header) and all(_is_count(text, header[0]) for text in texts)
        figures = [index for index, text in enumerate(texts) if (index or counts) and _is_figure(text)]
        years = [index for index in figures if re.fullmatch(r"(?:19|20)\d\d", texts[index])]
        if not rows and (row.column_header or len(years) == len(figures)):
            same = len(header) == len(texts)
            over = _spread(header, texts) if same else []
            header = [" ".join(filter(None, pair)) for pair in zip(over, texts, strict=True)] if same else texts
        elif figures:
            rows.append((row, texts, figures))
    return header, rows


def _spread(header: list[str], below: list[str]) -> list[str]:
    """A row of headers with those that stand over several columns given to each: "2024/25" over "Q1" and "Q2"."""
    spread = header[:1]
    for text, under in zip(header[1:], below[1:], strict=True):
        spread.append(text or (spread[-1] if under and len(spread) > 1 else ""))
    return spread


def _cells(row: Block, texts: list[str], figures: list[int], header: list[str], above: str) -> Iterator[_Cell]:
    told = {
        index: text
        for index, text in enumerate([above or texts[0], *texts[1:]])
        if text
        and index not in figures
        and not DATE_CELL.fullmatch(text)
        and not (index and (_STATUS.fullmatch(text) or _NO_DATA.fullmatch(text)))
        and not (index and index < len(header) and _ASIDE.search(header[index]))
    }
    located = next((index for index in told if index and index < len(header) and _PLACES.search(header[index])), None)
    place = _NO_PLACE.sub("", told.pop(located)).strip() or None if located is not None and len(told) > 1 else None
    label = " ".join(told.values())
    if not (label or 0 in figures):
        return
    if place is None and header and _holds_places(header[0], label):
        place = _NO_PLACE.sub("", label).strip() or None
    for index in figures:
        head = header[index] if index < len(header) else ""
        if _NOT_A_FIGURE.search(head):
            continue
        for printed, what, remark in _figures_of(texts[index]):
            bare = printed.strip(f"()▲▼↑↓ {_MARKS}")
            quantity = next(iter(quantities_in(bare)), None) or _plain(bare)
            if quantity is not None:
                yield _Cell(row, index, quantity, label, head, place, above, remark, what)


def _holds_places(corner: str, label: str) -> bool:
    """Whether the label of a row is a place, by the header of its column."""
    return bool(_PLACES.search(corner) or (_DEPARTMENTS.search(corner) and _ORGANISATION.fullmatch(label)))


def _plain(text: str) -> Quantity | None:
    """A figure that would be none in a sentence, where "2019" is a year."""
    sign = -1 if text[:1] in "-−–" else 1
    digits = re.sub(r"[^\d.]", "", text)
    return Quantity(0, len(text), sign * float(digits), None) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _metric(frame: _Frame, cell: _Cell) -> Metric:
    found, document = frame.setting.found, frame.setting.found.document
    citation = document.cite(cell.row.start, cell.row.end)
    start, end = cell.row.cells[cell.index]
    printed = document.text[start:end]
    unit, scale = _unit(frame, cell, printed)
    value = cell.quantity.value if isinstance(cell.quantity.value, tuple) else round(cell.quantity.value * scale, 6)
    if printed.startswith("(") and printed.rstrip(f"{_MARKS} ").endswith(")") and not isinstance(value, tuple):
        value = -abs(value)
    period = _period(frame, cell)
    return Metric(
        id=content_id("met", document.id, start, value),
        item_id=found.item_id(cell.row.start),
        text=f"{cell.above}\t{citation.quote.lstrip()}" if cell.above else citation.quote,
        value=value,
        unit=unit,
        name=_name(frame, cell),
        period=period,
        place=cell.place or _place(frame, cell),
        role=_role(frame, cell, period),
        table=True,
        total=bool(_TOTAL.search(cell.label) or _TOTAL.search(cell.head)),
        citation=citation,
        rule="metric.table",
    )


def _name(frame: _Frame, cell: _Cell) -> str:
    """The row's label and the column's header, less what is the figure's period, place or role.

    Where neither says anything else, or the caption says what the rows are parts of, what the caption says goes first.
    """
    head, label = _measured(frame, cell.head), "" if cell.located else cell.label
    subject = frame.subject if not head and (not label or _subject(frame.caption)) else None
    return " – ".join(filter(None, (subject, label, head, cell.what if not label else ""))) or cell.label


def _measured(frame: _Frame, head: str) -> str:
    """What a column's header says of the measure, and not of its period, its role or whom others are compared with."""
    bare = _less_periods(frame, head)
    rest = "" if _is_wider(bare) else _ROLE_WORD.sub("", bare)
    if bare != head or "baseline" in frame.noted:
        rest = _BASELINE.sub("", rest)  # which its period tells better
    bare = re.sub(r"\s+", " ", rest).strip(" -–:,()") if re.search(r"[A-Za-z]", rest) else ""
    return "" if _SAYS_NOTHING.fullmatch(bare) else bare


def _less_periods(frame: _Frame, text: str) -> str:
    for period in reversed(_periods(frame, text)):
        text = text[: period.start] + text[period.end :]
    return text


def _periods(frame: _Frame, text: str) -> list[Period]:
    """The periods of a header or a label; a month or a quarter may stand there alone, in the year of its table."""
    dated = month_year(text)
    if dated:
        return [Period(0, len(text), dated)]
    month = month_of(text, frame.period) if frame.period and _MONTH_ONLY.fullmatch(text) else None
    return [Period(0, len(text), month)] if month else periods_in(text, frame.setting.written, frame.period)


def _period(frame: _Frame, cell: _Cell) -> str | None:
    """The period of a figure: of its own remark, its column, its row, or its table."""
    named = [periods[-1].iso for text in (cell.remark, cell.head, cell.label) if (periods := _periods(frame, text))]
    part = _PART_OF_YEAR.match(cell.label) if named else None
    if part:
        within = quarter_of(part["quarter"], named[0]) if part["quarter"] else month_of(part["month"], named[0])
        return within or named[0]  # "Q1" in the row, "2017/18" over the column
    noted = next((iso for column, iso in frame.noted.items() if column in cell.head.casefold()), None)
    return named[0] if named else noted or (None if _EARLIER.search(cell.head) else frame.period)


def _place(frame: _Frame, cell: _Cell) -> str | None:
    """The place of a figure: its row's or its column's, where that is or names one, or its table's."""
    for text in (cell.label, cell.head):
        named = frame.setting.places(text)
        if named:
            return named[0].name
        if " " in text and (frame.setting.home or "").startswith(text):
            return text  # "Fenwold and Dales" beside "England", in a report of the Fenwold and Dales Trust
    return frame.place


def _role(frame: _Frame, cell: _Cell, period: str | None) -> Role:
    if _FORESEEN.search(cell.remark):
        return "forecast"
    if _FORECAST.search(cell.head) or (_VARIANCE.search(cell.head) and _FORECAST.search(frame.caption)):
        return "forecast"
    if _TARGET.search(cell.head) or re.search(r"\btarget\b", cell.label, re.IGNORECASE):
        return "target"
    if _OTHERS.search(cell.head) or any(
        _is_wider(_less_periods(frame, text)) for text in (cell.head, cell.label, cell.remark)
    ):
        return "comparator"
    written = frame.setting.written
    return "forecast" if period and written and period[:4] > str(written.year) else "actual"


def _is_wider(text: str) -> bool:
    """Whether a header is that of what others are compared with: "England", "National average"."""
    rest = text
    for place in places_in(text):
        rest = rest.replace(text[place.start : place.end], "") if place.wider else rest
    return rest != text and not _AVERAGE.sub("", rest)


_DATED = re.compile(r"\bas (?:at|of)\b|\b(?:year|months|quarter|period) end(?:ed|ing)\b", re.IGNORECASE)


def _dated_above(setting: Setting, row: Block) -> str | None:
    """The day or the year that a line on the page above a table gives: "For the year ended 31 March 2024"."""
    document = setting.found.document
    for block in reversed(document.blocks[: document.block_index(row.start)][-_ABOVE:]):
        line = document.text[block.start : block.end]
        others = block.kind == "table_row" and re.search(r"\b20\d\d\b", line)  # a column each for two years
        if block.page != row.page or (others and block.table != row.table):
            return None
        if len(line) < _LINE and not block.furniture and block.kind != "table_row" and _DATED.search(line):
            periods = periods_in(line, setting.written)
            return periods[-1].iso if periods else None
    return None


def _signed(rows: list[_Row]) -> dict[int, str]:
    """The columns of money, as accounts print them: a sign at the first figure and the last, or at a total."""
    columns: dict[int, list[tuple[str | None, bool]]] = {}
    for _, texts, figures in rows:
        for index in figures:
            sign = next((_CURRENCY[mark] for mark in "£$€" if mark in texts[index]), None)
            columns.setdefault(index, []).append((sign, bool(_TOTAL.search(texts[0])) or "%" in texts[index]))
    return {
        index: sign
        for index, cells in columns.items()
        for sign in [cells[-1][0] or cells[0][0]]
        if sign
        and all(other in (None, sign) for other, _ in cells)
        and (cells[0][0] == cells[-1][0] or any(total and mark for mark, total in cells))
    }


def _as_at(found: Findings) -> str | None:
    """The day that a statement of balances is for: "as at 30 September 2024" at its head."""
    head = found.document.text[:1000]
    match = re.search(r"\bas (?:at|of) ", head, re.IGNORECASE)
    dated = next(dates_in(head[match.end() : match.end() + 40]), None) if match else None
    day = dated.on(None) if dated and dated.start < 5 else None
    return day.isoformat() if day else None


def _unit(frame: _Frame, cell: _Cell, printed: str) -> tuple[str | None, float]:
    """Unit and scale: from the cell, else the column's header, the row's label, or what stands over the table."""
    unit, head, label = cell.quantity.unit, cell.head, cell.label
    if unit in ("%", "pp"):
        return unit, 1.0
    time = _BARE.fullmatch(printed)
    if time and time["time"]:
        return duration_unit(time["time"]), 1.0
    if cell.what and not unit:
        counts = cell.what.split()[-1]
        return counts if counts.isupper() else singular(counts), 1.0
    for text in (label, head) if _PERCENT.search(label) else (head, label):
        told = _told(text)
        if told:
            return (told[0], told[1] if unit is None or told[1] > 1 else 1.0)
    if unit:
        return unit, 1.0
    if _RISK.match(head):
        return "score", 1.0
    if cell.index in frame.signed:
        return frame.signed[cell.index], 1.0
    noun = _noun(head)
    if noun is None:
        told = next(filter(None, map(_told, (frame.corner, frame.caption))), None)
        if told:
            return told
    bracket = re.search(r"\(([A-Za-z]{3,})\)\s*$", frame.caption)
    by = frame.subject if _SPLIT_BY.search(frame.caption) or cell.located else None
    if _NAMES.search(frame.corner) and not (bracket or cell.located):
        return noun, 1.0  # "Price Indices | 4,125" in a list of data sets counts no indices
    texts = (
        bracket[1] if bracket else "",
        by or "",
        re.sub(r"\b[A-Z]\w*", "", label) if cell.located else label,
        frame.subject or "",
    )
    return noun or next(filter(None, map(_noun, texts)), None), 1.0


def _told(text: str) -> tuple[str, float] | None:
    """The unit that a header or a label prints as a sign, and its scale: "£000", "(£m)", "%", "per 10,000"."""
    scaled = _SCALED.search(text)
    if _PERCENT.search(text) and not scaled:
        return "%", 1.0
    if scaled:
        sign = scaled["of"] or scaled["of2"] or "£"
        return _CURRENCY[sign], 1e6 if scaled["million"] else 1e3
    sign = next((sign for sign in _CURRENCY if sign in text), None)
    if sign:
        return _CURRENCY[sign], 1.0
    measured = _MEASURED.search(text)
    if measured:
        return singular(measured[1]) if measured[1].endswith("s") else measured[1], 1.0
    return ("score", 1.0) if _RATE.search(text) else None


def _noun(text: str) -> str | None:
    """The noun in the plural that a header, a label or a caption counts, in the singular."""
    for place in places_in(text):
        text = text.replace(place.name, "") if place.wider else text
    told = re.sub(r"^(?:total |the )?(?:number|count|no\.?) of ", "", text.casefold())
    told = re.sub(
        r"\b(?:waiting )?(?:for )?(?:over|under|within|more than|less than|at least)? ?\d+\+? [a-z]+", " for ", told
    )
    told = told.split(" / ")[0]  # "reports / requests for service"
    cut = _PREPOSITION.search(told)
    words = re.findall(r"[a-z]{3,}", told[: cut.start()] if cut else told)
    counted = [w for w in words if w in PLURALS or (w.endswith("s") and not w.endswith("ss") and w not in _NO_UNIT)]
    return singular(counted[-1]) if counted else None
