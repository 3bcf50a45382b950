"""What holds for a table as a whole: its header, its caption, and the period and place that it is for."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from extract.dates import MONTH, dates_in
from extract.findings import Findings
from extract.metrics.setting import CAPTION, Setting
from extract.periods.finding import periods_in
from extract.periods.stretches import month_number, month_year
from extract.tables.figures import MARKS, is_count, is_figure
from minutes.currencies import CODES, SIGNS
from minutes.model import Block

# "INR" at the head of a column of a health board is a measure of blood
CURRENCY = CODES | {code: code for code in SIGNS if code != "INR"}
_TURNED = 8  # blocks before a table that may be the foot of a page and the head of the next
_ABOVE, _LINE = 40, 120  # blocks on the page above a table, and characters of the line that dates it
TOTAL = re.compile(r"\btotals?\b|^(?:all|overall|whole)\b", re.IGNORECASE)
# "Baseline is 2022/23.", "Targets are for March 2025.", "Quarters are financial-year quarters of 2024/25."
_NOTED = re.compile(
    r"\b(?P<column>baseline|target|quarter|actual|forecast)s?(?: figures?| values?| data)?\s?"
    r"(?:(?:is|are|was|were|:|=|relates? to|refers? to|from|shows?)\s)[^.;]{0,40}?\b(?:19|20)\d\d[^.;]{0,30}(?=[.;]|$)",
    re.IGNORECASE,
)
# The same of columns by their own headers: "National and county figures are for 2023/24."
_SAID_OF = re.compile(
    r"\b(?P<columns>[A-Z][^.;:]{1,80}?)\s(?:is|are|was|were|relates? to|refers? to)\s(?:for|from|as at|at|against|of"
    r"|the|that|those)\b[^.;]{0,40}?\b(?:19|20)\d\d[^.;]{0,30}(?=[.;]|$)"
)
# What a caption says besides what is measured: "Table 2: ... by district, 2023/24 (%)".
_NUMBERED = re.compile(r"(?:table|figure|chart|appendix)\s*[\dA-Z.]*\s*[:.–—-]?\s*", re.IGNORECASE)
_BESIDES = re.compile(
    r"\s(?:by|for|in|at|as|across|during|per|from|between|compared|to)\b|[,(:;–—]|\s\d", re.IGNORECASE
)
SPLIT_BY = re.compile(r"\bby [a-z]", re.IGNORECASE)
# "The gap was 6.1%, compared with 7% in 2022.": a sentence above a table that tells of something else
_TELLS_FIGURES = re.compile(r"(?<![\w/.,-])(?!(?:19|20)\d\d\b)[£$€]?\d[\d.,]*(?: ?%| [a-z]{3,}).*\.\s*$")
# "The table below shows the reasons that were given in 2023/24.", "The lettings for 2023/24 were as follows:"
_LEADS_TO = re.compile(
    r"\b(?:table|figures|chart)\b[^.]{0,60}\b(?:shows?|showed|sets? out|gives?|below|summaris\w+)\b"
    r"|\b(?:below|as follows|following (?:table|figures))[.:]?$",
    re.IGNORECASE,
)
# "Quarter (2024/25 unless stated)", over quarters without a year
_OF_YEAR = re.compile(r"(?:quarter|month|period|week|term)\b.*\b(?:19|20)\d\d\b", re.IGNORECASE)
_MONTH = re.compile(MONTH, re.IGNORECASE)
# Marks of notes in a header or a label, and the letters that columns are reckoned by: "Budget1", "(a)", "(a) – (b)".
_NOTE = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=KPI))(?<!\b[Pp]hase)(?<!\b[Ss]tage)(?<!\b[Ll]evel)(?<!\b[Yy]ear)(?<!\b[Tt]ier)(?<!\b[Tt]ype)(?<!\b[Bb]and)"
    r"(?<!\b[Uu]nit)(?<!\b[Pp]art)(?<!\b[Ww]ard)(?<!\b[Rr]oom)(?<!\b[Ll]ine)(?<!\b[Ww]eek)[1-9](?![\d.])(?!\w)"
    rf"|[{MARKS}]|\s?\((?-i:[a-f]|[A-F])(?:\s?[-–+=]\s?[a-fA-F])?\)(?:\s?[-–+=]\s?\([a-fA-F]\))*|\s?\((?:date|year)\)"
)


_FORESEEN = re.compile(r"\b(?:forecast|projected|projection|outlook)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:actuals?|spen[dt]|spending|expenditure|payments|to date)\b", re.IGNORECASE)
BUDGET = re.compile(r"\bbudget(?:ed)?\b", re.IGNORECASE)
SPENT = re.compile(
    r"\b(?:actuals?|outturn|spen[dt]|spending|expenditure|expenses|variances?|variation)\b", re.IGNORECASE
)


class Row(NamedTuple):
    """A row of figures: the texts of its cells, which of them are figures, and the header that it stands under."""

    block: Block
    texts: list[str]
    figures: list[int]
    header: list[str]


_DATED = re.compile(r"\bas (?:at|of)\b|\b(?:year|months|quarter|period) end(?:ed|ing)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Frame:
    """What holds for a table as a whole: what stands above it, and the setting that it stands in."""

    setting: Setting
    caption: str
    subject: str | None  # what its caption or its heading says is measured
    corner: str  # the header of its first column
    period: str | None
    place: str | None
    noted: dict[str, str]  # the periods that a note gives to columns, by their patterns: "Baseline is 2022/23."
    yearly: bool  # whether several columns are of a period each
    months: dict[str, str]  # the months that head columns without a year, as those before the day of writing
    kept_to: bool  # whether a column tells what was spent of the budget in another
    foreseen: bool  # whether what is told beside a budget is a forecast alone
    signed: dict[int, str]  # the currencies of columns in which only the first figure and the totals carry a sign


def frame_of(setting: Setting, table: list[Block], caption: str, header: list[str], *, readable: bool) -> Frame:
    start = table[0].start
    noted = _noted(setting, table, header)
    told = _less_noted(caption, header) if noted else caption
    periods = [period for period in setting.periods(told, start) if not period.told]
    for line in ([header[0]] if header and _OF_YEAR.match(header[0]) else [], _led_to(setting.found, table[0])):
        periods = periods or [period for text in line for period in setting.periods(text) if not period.told]
    places = [place for place in setting.places(caption) if not place.wider]
    dated = _dated_above(setting, table[0])
    others = header[1:]
    quarters = [period for period in periods if " Q" in period.iso]  # "quarter 2, which is July to September"
    period = (
        (quarters or periods)[-1].iso
        if periods
        else noted.get("quarter") or dated or _as_at(setting.found) or setting.period_around(start, start)
    )
    return Frame(
        setting,
        caption,
        subject_of(caption) or _summed(header) or _heading(setting, start),
        header[0] if header else "",
        period if readable else dated,
        places[-1].name if places else setting.place_around(start, start),
        noted,
        sum(bool(month_year(head) or periods_in(head, setting.written)) for head in header) > 1,
        _months(header, setting.written),
        any(map(BUDGET.search, others)) and any(SPENT.search(head) for head in others if not BUDGET.search(head)),
        any(map(_FORESEEN.search, others)) and not any(map(_DONE.search, others)),
        {},
    )


def _months(header: list[str], written: date | None) -> dict[str, str]:
    """The months that head the columns of a table without their year, which were the last before the day of writing.

    Where they do not follow one another so, some may be yet to come, and none is told.
    """
    named = [head for head in header if _MONTH.fullmatch(head)]
    if written is None or len(named) < 2:
        return {}
    numbers = [month_number(name) for name in named]
    isos = [f"{written.year - (number > written.month)}-{number:02d}" for number in numbers]
    return dict(zip(named, isos, strict=True)) if isos == sorted(set(isos)) else {}


def _less_noted(caption: str, header: list[str]) -> str:
    """A caption without what it says of some columns alone."""
    return _SAID_OF.sub(lambda said: "" if _heads_named(said, header) else said[0], _NOTED.sub("", caption))


def _heads_named(said: re.Match[str], header: list[str]) -> list[str]:
    """The headers that a note names: "SN" and "England" of "Statistical neighbour (SN) and England figures"."""
    heads = (head for head in header if len(head) > 1)
    return [head for head in heads if re.search(rf"\b{re.escape(head)}s?\b", said["columns"])]


def _noted(setting: Setting, table: list[Block], header: list[str]) -> dict[str, str]:
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
    for match in (match for line in lines for match in _SAID_OF.finditer(line)):
        periods = setting.periods(match[0])
        for head in _heads_named(match, header) if len(periods) == 1 else ():
            noted.setdefault(rf"\b{re.escape(head)}\b", periods[0].iso)
    return noted


def _dated_above(setting: Setting, row: Block) -> str | None:
    """The day or the year that a line on the page above a table gives: "For the year ended 31 March 2024"."""
    document = setting.found.document
    for block in reversed(document.blocks[: document.block_index(row.start)][-_ABOVE:]):
        line = document.text[block.start : block.end]
        others = block.kind == "table_row" and re.search(r"\b20\d\d\b", line)  # a column each for two years
        if block.page != row.page or (others and block.table != row.table):
            return None
        if len(line) < _LINE and block.kind != "table_row" and _DATED.search(line):
            periods = periods_in(line, setting.written)
            return periods[-1].iso if periods else None
    return None


def _as_at(found: Findings) -> str | None:
    """The day that a statement of balances is for: "as at 30 September 2024" at its head."""
    head = found.document.text[:1000]
    match = re.search(r"\bas (?:at|of) ", head, re.IGNORECASE)
    dated = next(dates_in(head[match.end() : match.end() + 40]), None) if match else None
    day = dated.on(None) if dated and dated.start < 5 else None
    return day.isoformat() if day else None


def signed(rows: list[Row]) -> dict[int, str]:
    """The columns of money, as accounts print them: a sign at the first figure and the last, or at a total."""
    columns: dict[int, list[tuple[str | None, bool]]] = {}
    for _, texts, figures, _ in rows:
        for index in figures:
            sign = next((code for mark, code in CODES.items() if mark in texts[index]), None)
            columns.setdefault(index, []).append((sign, bool(TOTAL.search(texts[0])) or "%" in texts[index]))
    return {
        index: sign
        for index, cells in columns.items()
        for sign in [cells[-1][0] or cells[0][0]]
        if sign
        and all(other in (None, sign) for other, _ in cells)
        and (cells[0][0] == cells[-1][0] or any(total and mark for mark, total in cells))
    }


def caption_of(found: Findings, table: list[Block]) -> str:
    """The line above a table, or one below it that is numbered as its caption, and a first row of one cell."""
    blocks, text = found.document.blocks, found.document.text
    first, last = (found.document.block_index(row.start) for row in (table[0], table[-1]))
    near = blocks[max(0, first - 2) : first]
    if near and all(block.furniture for block in near):  # a table at the head of a page, whose caption ends the last
        near = tuple(block for block in blocks[max(0, first - _TURNED) : first] if not block.furniture)[-1:]
    above = [text[b.start : b.end] for b in near if not b.furniture and b.kind != "table_row"][-1:]
    below = [text[b.start : b.end] for b in blocks[last + 1 :][:1] if b.kind != "table_row"]
    captions = [line for line in (*above, *below) if CAPTION.match(line) and not line.rstrip().endswith(".")]
    lines = captions[:1] or [line for line in above if len(line) < 200 and not _TELLS_FIGURES.search(line)]
    heads = [[cell for cell in texts_of(found, row) if cell] for row in table[:2]]
    return " ".join([*lines, *(cells[0] for cells in heads if len(cells) == 1 and not is_figure(cells[0]))])


def _led_to(found: Findings, row: Block) -> list[str]:
    """The sentence that ends the paragraph above a table, where it says that what it tells is in the table."""
    index = bisect_left(found.starts, row.start) - 1
    said = found.sentences[index] if index >= 0 else None
    if said is None or said.block != found.document.block_index(row.start) - 1:
        return []
    line = found.document.text[said.start : said.end]
    return [line] if _LEADS_TO.search(line) else []


def subject_of(caption: str) -> str | None:
    """What a caption says is measured: "Burglary offences" of "Table 1: Burglary offences by district, 2023/24"."""
    if not (CAPTION.match(caption) or SPLIT_BY.search(caption)) or caption.rstrip().endswith((".", ":")):
        return None
    told = _NUMBERED.sub("", caption, count=1) if CAPTION.match(caption) else caption
    rest = _BESIDES.search(told)
    return (told[: rest.start()] if rest else told).strip() or None


def _heading(setting: Setting, start: int) -> str | None:
    """What the heading over a table says is measured, less its period: "Loans" of "Loans in 2023"."""
    title = next((item.title for item in setting.headings(start) if not CAPTION.match(item.title)), "")
    rest = _BESIDES.search(title)
    return (title[: rest.start()] if rest else title).strip() or None


def _summed(header: list[str]) -> str | None:
    """What a table is of that its total heads: "Ferry grants" of "Total ferry grants for all 9 wards"."""
    if not header or any(header[1:]) or not TOTAL.match(header[0]):
        return None
    label = TOTAL.sub("", header[0], count=1)
    rest = _BESIDES.search(label)
    said = (label[: rest.start()] if rest else label).strip()
    return said[:1].upper() + said[1:] or None


# A label that says nothing without that of its group.
_PART = re.compile(r"(?:sub-?\s?)?totals?:?", re.IGNORECASE)


def headed(found: Findings, table: list[Block]) -> tuple[list[str], list[Row]]:
    """The header of a table, of several rows put together, and the rows of figures below it."""
    header: list[str] = []
    rows: list[Row] = []
    under, group = header, ""
    for row, below in zip(table, [*table[1:], None], strict=True):
        texts = texts_of(found, row)
        if row.column_header and below and not rows and _same_signs(texts[1:], texts_of(found, below)[1:]):
            header = under = header or [less_notes(texts[0]), *("" for _ in texts[1:])]
            rows.append(Row(row, texts, [*range(1, len(texts))], under))
            continue
        if texts[0] and not any(texts[1:]):
            group = less_notes(texts[0])  # a row of one cell stands over those below it
            if rows or sum(map(bool, header)) > 1:
                continue
        if group and _PART.fullmatch(texts[0]):
            texts[0] = f"{group} – {texts[0]}"
            group = ""
        counts = bool(header) and all(is_count(text, header[0]) for text in texts)
        figures = [index for index, text in enumerate(texts) if (index or counts) and is_figure(text)]
        years = [index for index in figures if re.fullmatch(r"(?:19|20)\d\d", texts[index])]
        if not rows and (row.column_header or len(years) == len(figures)):
            same = len(header) == len(texts)
            over = _spread(header, texts) if same else []
            heads = [less_notes(text) for text in texts]
            header = [" ".join(filter(None, pair)) for pair in zip(over, heads, strict=True)] if same else heads
        elif figures:
            rows.append(Row(row, texts, figures, under))
        elif not texts[0] and len(header) == len(texts) and sum(map(bool, texts)) > 1:
            under = [less_notes(text) for text in texts]  # a header of their own for the rows below
            continue
        if not rows:
            under = header
    return header, rows


def _same_signs(cells: list[str], below: list[str]) -> bool:
    """Whether cells are figures with their units, as those below them are: a row of sums, though set as a header."""
    marks = (*CODES, "%")
    signs = [[mark for mark in marks if mark in text] for text in cells]
    measured = all(map(is_figure, cells)) and all(signs)
    return bool(cells) and measured and signs == [[mark for mark in marks if mark in text] for text in below]


def less_notes(text: str) -> str:
    """A header or a label without the marks of the notes to it."""
    return _NOTE.sub("", text).strip()


def _spread(header: list[str], below: list[str]) -> list[str]:
    """A row of headers with those that stand over several columns given to each: "2024/25" over "Q1" and "Q2"."""
    spread = header[:1]
    for text, under in zip(header[1:], below[1:], strict=True):
        spread.append(text or (spread[-1] if under and len(spread) > 1 else ""))
    return spread


def texts_of(found: Findings, row: Block) -> list[str]:
    return [found.document.text[start:end].strip() for start, end in row.cells]
