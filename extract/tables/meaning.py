"""What a figure in a table measures, and for when, where and what it is given."""

import re
from datetime import date

from extract.dates import MONTH, dates_in
from extract.metrics.places import places_in
from extract.periods.finding import Period, periods_in
from extract.periods.printed import QUARTER
from extract.periods.stretches import financial_year, month_of, month_year, quarter_of
from extract.tables.cells import Cell
from extract.tables.frame import BUDGET, SPENT, TOTAL, Frame, subject_of
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
_SIGN = re.compile(r"\(?[£$€₹]\s?(?:[’']?000s?|mn?|k)?\b\)?|[’']000s?\b|\(%\)")  # which its unit tells
_SAYS_NOTHING = re.compile(r"(?:our )?(?:values?|results?|figures?|performance)|to|by|for", re.IGNORECASE)
_FORECAST = re.compile(
    r"\b(?:forecast|estimated?(?! (?:effect|population|prevalence))|projected|projection|planned"
    r"|proposed|request(?:ed)?|draft budget|outlook)\b",
    re.IGNORECASE,
)
_VARIANCE = re.compile(r"\b(?:variances?|variation|difference|over|under)\b", re.IGNORECASE)
_TARGET = re.compile(
    r"\b(?:targets?|plan|(?<!expected )(?<!higher )(?<!homes )standard|threshold"
    r"|trajectory|ambition|ceiling|limit|goal|tolerance|aims?|milestones?)\b",
    re.IGNORECASE,
)
# What a column sets against a target, and is none: "% of target", "Variance from plan".
_AGAINST = re.compile(
    r"(?:(?:%|\bper ?cent(?:age)?|\bshare|\bproportion) of|\b(?:against|towards|versus|v|vs|compared (?:to|with)"
    r"|(?:variance|difference|distance|gap|progress) (?:from|to)))\.? (?:the |its |annual |year[- ]end )?"
    r"(?:targets?|plan|trajectory|profile|allocation|ambition)\b",
    re.IGNORECASE,
)
_FORESEEN = re.compile(r"\b(?:forecast|estimated?|projected|projection|expected)\b", re.IGNORECASE)
# What heads a column of what others reached: "STAT NEIGH AVE", "Nat. average", "Top quartile".
_OTHERS = re.compile(
    r"\b(?:stat\w*\.? neigh\w*|(?:nat|reg)(?:ional)?\.? (?:ave|avg|average|figure|median)|(?:peer|sector|family|group)"
    r" (?:ave|avg|average|group|median)|nearest neighbours?|comparators?|benchmark\w*|(?:top|upper) q\w*tile|CIPFA"
    r"|(?-i:SNs?|NNs?)|(?:comparison|control) (?:group|area|site|neighbourhood|ward|school|district)s?)\b",
    re.IGNORECASE,
)
# "Comparison 2024/25" under "Boat owners, pilot and comparison harbours".
_COMPARED = re.compile(r"\b(?P<group>comparison|control) [a-z]+s?\b", re.IGNORECASE)
# "Cash at beginning of year", which is not of the year that a table is for
_AT_BEGINNING = re.compile(r"\b(?:beginning|start) of (?:the )?(?:year|period)\b|\bopening balances?\b", re.IGNORECASE)
# What heads a column of titles, whose places are those of what they tell of: "Statistics on boats, England".
_TITLES = re.compile(
    r"\b(?:data ?sets?|publications?|reports?|documents?|titles?|(?:web ?)?pages?|files?|downloads?|leaflets?|books?"
    r"|films?)(?: names?| titles?)?\s*\Z",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:^|\b(?:(?:as )?at|to|on) )(?P<day>\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d)(?!\d)")
_DAY_ALONE = re.compile(rf"(?:(?:as )?at )?(?P<day>\d{{1,2}} {MONTH} 20\d\d)", re.IGNORECASE)  # "31 March 2024"
_TOTAL_ALONE = re.compile(r"(?:grand |overall )?totals?", re.IGNORECASE)
_WHOLE_YEAR = re.compile(
    r"\b(?:annual|full[- ]year|outturn|year[- ]end|(?:forecast|budget) for the year)\b", re.IGNORECASE
)


def name_of(frame: Frame, cell: Cell) -> str:
    """The row's label and the column's header, less what is the figure's period, place or role.

    Where neither says anything else, or the caption says what the rows are parts of, what the caption says goes first.
    """
    head, label = (
        _measured(frame, cell.head, dated=bool(_periods(frame, cell.remark))),
        "" if cell.located else cell.label,
    )
    bare = not head or _TOTAL_ALONE.fullmatch(head)
    subject = frame.subject if bare and (not label or subject_of(frame.caption)) else None
    return " – ".join(filter(None, (subject, label, head, cell.what if not label else ""))) or cell.label


def _measured(frame: Frame, head: str, *, dated: bool) -> str:
    """What a column's header says of the measure, and not of its period, its role or whom others are compared with;
    `dated` where a figure's own cell gives its period."""
    bare = _less_periods(frame, head)
    rest = "" if _is_wider(bare) else bare if _AGAINST.search(bare) else _ROLE_WORD.sub("", bare)
    if dated or bare != head or "baseline" in frame.noted:
        rest = _BASELINE.sub("", rest)  # which its period tells better
    rest = _SIGN.sub("", rest)
    bare = re.sub(r"\s+", " ", rest).strip(" -–:,()") if re.search(r"[A-Za-z]", rest) else ""
    bare += ")" if bare.count("(") > bare.count(")") else ""
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
    named = [Period(0, len(text), month)] if month else periods_in(text, frame.setting.written, frame.period)
    return _to_day(text) or named


def _to_day(text: str) -> list[Period]:
    """The day that a header or a deadline gives in figures: "Spend to 30/09/24"."""
    told = _DAY.search(text) or _DAY_ALONE.fullmatch(text)
    day = next(dates_in(told["day"]), None) if told else None
    on = day.on(None) if day else None
    return [Period(told.start(), told.end(), on.isoformat())] if told and on else []


def period_of(frame: Frame, cell: Cell) -> str | None:
    """The period of a figure: of its own remark, its column, its row, or its table; of a target, when it is due."""
    due = cell.due if _is_target(cell) else ""
    texts = (cell.remark, cell.head, due, cell.label)
    named = [periods[-1].iso for text in texts if (periods := _periods(frame, text))]
    part = _PART_OF_YEAR.match(cell.label) if named else None
    if part:
        within = quarter_of(part["quarter"], named[0]) if part["quarter"] else month_of(part["month"], named[0])
        return within or named[0]  # "Q1" in the row, "2017/18" over the column
    noted = next((iso for column, iso in frame.noted.items() if re.search(column, cell.head, re.IGNORECASE)), None)
    if not named and _AT_BEGINNING.search(cell.label):
        return None
    return named[0] if named else noted or _of_table(frame, cell.head)


def _of_table(frame: Frame, head: str) -> str | None:
    """The period of its table, for a column that has none of its own and is not of another time.

    The budget for the year is that of the year also in a statement "as at 30 September"; a total and a target beside
    columns of a year each, and a quarter of a year that is not told, are of none that is known.
    """
    period = frame.period
    if period is None or _EARLIER.search(head) or QUARTER.search(head):
        return None
    if frame.yearly and (TOTAL.search(head) or _TARGET.search(head) or _is_of_others(frame, head)):
        return None
    if _WHOLE_YEAR.search(head) and re.fullmatch(r"\d{4}-\d\d-\d\d", period):
        year = financial_year(date.fromisoformat(period))
        return year if year in frame.setting.found.document.text else None
    return period


def place_of(frame: Frame, cell: Cell) -> str | None:
    """The place of a figure: its row's or its column's, where that is or names one, or its table's."""
    label = "" if _TITLES.search(frame.corner) else cell.label
    for text in (cell.remark, label, cell.head):
        named = frame.setting.places(text)
        if named:
            return named[0].name
        if " " in text and (frame.setting.home or "").startswith(text):
            return text  # "Fenwold and Dales" beside "England", in a report of the Fenwold and Dales Trust
    return frame.place


def role_of(frame: Frame, cell: Cell, period: str | None) -> Role:
    if _FORESEEN.search(cell.remark):
        return "forecast"
    if _FORECAST.search(cell.head) or (
        _VARIANCE.search(cell.head) and (frame.foreseen or _FORECAST.search(frame.caption))
    ):
        return "forecast"
    if _is_target(cell) or (frame.kept_to and BUDGET.search(cell.head) and not SPENT.search(cell.head)):
        return "target"
    compared = _COMPARED.search(frame.caption)
    if (
        _is_of_others(frame, cell.head)
        or any(_is_wider(_less_periods(frame, text)) for text in (cell.label, cell.remark))
        or (compared and cell.head.casefold().startswith(compared["group"].casefold()))
    ):
        return "comparator"
    written = frame.setting.written
    return "forecast" if period and written and period[:4] > str(written.year) else "actual"


def _is_target(cell: Cell) -> bool:
    return bool(_TARGET.search(_AGAINST.sub("", cell.head)) or re.search(r"\btarget\b", cell.label, re.IGNORECASE))


def _is_of_others(frame: Frame, head: str) -> bool:
    """Whether a column is of what others reached: "England", "Statistical neighbours"."""
    return bool(_OTHERS.search(head)) or _is_wider(_less_periods(frame, head))


def _is_wider(text: str) -> bool:
    """Whether a header is that of what others are compared with: "England", "National average"."""
    rest = text
    for place in places_in(text):
        rest = rest.replace(text[place.start : place.end], "") if place.wider else rest
    return rest != text and not _AVERAGE.sub("", rest)
