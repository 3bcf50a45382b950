"""What a figure in a table measures, and for when, where and what it is given."""

import re

from extract.dates import MONTH
from extract.periods.finding import Period, periods_in
from extract.periods.stretches import month_of, month_year, quarter_of
from extract.places import places_in
from extract.tables.cells import Cell
from extract.tables.frame import Frame, subject_of
from minutes.model import Role

_AVERAGE = re.compile(r"\b(?:average|mean|median|figure|rate|total|the|for|all|20\d\d(?:/\d\d)?)\b|\W", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    rf"(?:(?P<quarter>Q[1-4]|quarter [1-4])|(?P<month>{MONTH}))(?:\s?\([^)]*\))?\Z", re.IGNORECASE
)
_MONTH_ONLY = re.compile(rf"(?P<month>{MONTH})", re.IGNORECASE)
_BASELINE = re.compile(r"\bbase(?:line)?\b", re.IGNORECASE)
_EARLIER = re.compile(r"\bbase(?:line)?\b|\b(?:last|previous|prior) (?:year|quarter|month)\b", re.IGNORECASE)
# The role that a column's header gives, which the name need not say again.
_ROLE_WORD = re.compile(r"\b(?:actuals?|targets?|forecasts?)\b", re.IGNORECASE)
_SIGN = re.compile(r"\(?[£$€]\s?(?:[’']?000s?|mn?|k)?\b\)?|[’']000s?\b|\(%\)")  # which its unit tells
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


def name_of(frame: Frame, cell: Cell) -> str:
    """The row's label and the column's header, less what is the figure's period, place or role.

    Where neither says anything else, or the caption says what the rows are parts of, what the caption says goes first.
    """
    head, label = (
        _measured(frame, cell.head, dated=bool(_periods(frame, cell.remark))),
        "" if cell.located else cell.label,
    )
    subject = frame.subject if not head and (not label or subject_of(frame.caption)) else None
    return " – ".join(filter(None, (subject, label, head, cell.what if not label else ""))) or cell.label


def _measured(frame: Frame, head: str, *, dated: bool) -> str:
    """What a column's header says of the measure, and not of its period, its role or whom others are compared with;
    `dated` where a figure's own cell gives its period."""
    bare = _less_periods(frame, head)
    rest = "" if _is_wider(bare) else _ROLE_WORD.sub("", bare)
    if dated or bare != head or "baseline" in frame.noted:
        rest = _BASELINE.sub("", rest)  # which its period tells better
    rest = _SIGN.sub("", rest)
    bare = re.sub(r"\s+", " ", rest).strip(" -–:,()") if re.search(r"[A-Za-z]", rest) else ""
    return "" if _SAYS_NOTHING.fullmatch(bare) else bare


def _less_periods(frame: Frame, text: str) -> str:
    for period in reversed(_periods(frame, text)):
        text = text[: period.start] + text[period.end :]
    return text


def _periods(frame: Frame, text: str) -> list[Period]:
    """The periods of a header or a label; a month or a quarter may stand there alone, in the year of its table."""
    dated = month_year(text)
    if dated:
        return [Period(0, len(text), dated)]
    month = month_of(text, frame.period) if frame.period and _MONTH_ONLY.fullmatch(text) else None
    month = month or frame.months.get(text)
    return [Period(0, len(text), month)] if month else periods_in(text, frame.setting.written, frame.period)


def period_of(frame: Frame, cell: Cell) -> str | None:
    """The period of a figure: of its own remark, its column, its row, or its table."""
    named = [periods[-1].iso for text in (cell.remark, cell.head, cell.label) if (periods := _periods(frame, text))]
    part = _PART_OF_YEAR.match(cell.label) if named else None
    if part:
        within = quarter_of(part["quarter"], named[0]) if part["quarter"] else month_of(part["month"], named[0])
        return within or named[0]  # "Q1" in the row, "2017/18" over the column
    noted = next((iso for column, iso in frame.noted.items() if column in cell.head.casefold()), None)
    return named[0] if named else noted or (None if _EARLIER.search(cell.head) else frame.period)


def place_of(frame: Frame, cell: Cell) -> str | None:
    """The place of a figure: its row's or its column's, where that is or names one, or its table's."""
    for text in (cell.remark, cell.label, cell.head):
        named = frame.setting.places(text)
        if named:
            return named[0].name
        if " " in text and (frame.setting.home or "").startswith(text):
            return text  # "Fenwold and Dales" beside "England", in a report of the Fenwold and Dales Trust
    return frame.place


def role_of(frame: Frame, cell: Cell, period: str | None) -> Role:
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
