"""Periods as metrics hold them: `2023`, `2023-05`, `2022/23`, `2024 Q1`, `2020-2024`, `2024-01 to 2024-10`."""

import re
from calendar import monthrange
from datetime import date

Span = tuple[date, date]  # first and last day

_PART = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?"
    r"|/(?P<next>(?:20)?\d\d)(?: Q(?P<late>[1-4]))?| Q(?P<quarter>[1-4]))?"
)
_BETWEEN = re.compile(r" to |(?<=\d)[-–/](?=(?:19|20)\d\d)")
_QUARTERS = re.compile(r"(?P<year>(?:19|20)\d\d(?:/\d\d)?) Q(?P<first>[1-4])-Q(?P<last>[1-4])")  # "2024/25 Q1-Q3"


def span_of(period: str | None) -> Span | None:
    """First and last day of a period; null where it is none, has no end ("since 2022-05") or is not understood.

    A year such as 2022/23 is the financial one, from April: minutes do not tell it from a school year, and for the
    order in time it makes no difference.
    """
    if quarters := _QUARTERS.fullmatch(period or ""):
        period = f"{quarters['year']} Q{quarters['first']} to {quarters['year']} Q{quarters['last']}"
    whole = _PART.fullmatch(period or "")
    parts = [whole] if whole else [_PART.fullmatch(part) for part in _BETWEEN.split(period or "")]
    days = [_days(part) for part in parts if part]
    if len(parts) > 2 or len(days) < len(parts) or not all(days):
        return None
    first, last = days[0], days[-1]
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _days(part: re.Match[str]) -> Span | None:
    year = int(part["year"])
    if part["day"]:
        try:
            day = date(year, int(part["month"]), int(part["day"]))
        except ValueError:
            return None
        return day, day
    if part["month"]:
        return _months(year, int(part["month"]), 1)
    if part["late"]:
        return _months(year, 1 + 3 * int(part["late"]), 3)
    if part["quarter"]:
        return _months(year, 3 * int(part["quarter"]) - 2, 3)
    if part["next"]:
        return _months(year, 4, 12) if int(part["next"][-2:]) == (year + 1) % 100 else None
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> Span:
    """So many months from this one on; a 13th month is January."""
    last = year * 12 + month - 1 + count - 1
    year, month = divmod(year * 12 + month - 1, 12)
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    return date(year, month + 1, 1), end
