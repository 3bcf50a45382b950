"""Dates as minutes print them, and what "by the end of June" means at a given meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
DATE = re.compile(
    rf"\b{WEEKDAY}(?:the\s+)?(?P<d1>\d{{1,2}}){_ORDINAL}(?:\s+of)?\s+(?P<m1>{MONTH}),?(?:\s+(?P<y1>\d{{4}}))?\b"
    rf"|\b{WEEKDAY}(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}}){_ORDINAL}(?:,?\s+(?P<y2>\d{{4}}))?\b(?!:)"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
    r"|\b(?P<d4>\d{1,2})(?P<sep>[./])(?P<m4>\d{1,2})(?P=sep)(?P<y4>(?:19|20)?\d\d)\b",
    re.IGNORECASE,
)
UNNAMED_DATE = re.sub(r"\?P<\w+>", "", DATE.pattern.replace("(?P=sep)", "[./]"))  # to be put into another pattern
MONTH_YEAR = re.compile(rf"\b(?P<m>{MONTH})\s+(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """A date in a text: where it stands, its parts, and the year where one is printed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def on(self, default_year: int | None) -> date | None:
        """The date, in `default_year` where none is printed; null if there is no such day."""
        year = self.year or default_year
        try:
            return date(year, self.month, self.day) if year else None
        except ValueError:
            return None


def dates_in(text: str) -> Iterator[Dated]:
    """Every full date in `text`. Numbers with stops or slashes are read day first, as British minutes write."""
    for match in DATE.finditer(text):
        form = next(n for n in "1234" if match[f"d{n}"])
        year = match[f"y{form}"]
        month = match[f"m{form}"]
        number = int(month) if month.isdigit() else MONTHS[month.rstrip(".").casefold()]
        full = int(year) + (2000 if len(year) == 2 else 0) if year else None
        if 1 <= number <= 12 and 1 <= int(match[f"d{form}"]) <= 31:
            yield Dated(match.start(), match.end(), int(match[f"d{form}"]), number, full)


def resolve_due(due: str, meeting: str | None) -> date | None:
    """The day by which something "due" is due, seen from a meeting on `meeting` (ISO 8601); null if open.

    A date without a year is the first such day after the meeting; a month is due on its last day.
    """
    held = date.fromisoformat(meeting) if meeting and len(meeting) == 10 else None
    for found in dates_in(due):
        if found.year or not held:
            return found.on(None)
        day = found.on(held.year)
        return found.on(held.year + 1) if day and day < held else day
    dated = MONTH_YEAR.search(due)
    if dated:
        return _last_day(int(dated["y"]), MONTHS[dated["m"].rstrip(".").casefold()])
    if not held:
        return None
    month = re.search(rf"\b({MONTH})", due, re.IGNORECASE)
    if month and re.search(r"\bend of\b|\bby\b", due, re.IGNORECASE):
        number = MONTHS[month[1].rstrip(".").casefold()]
        # "At the end of April", said in May, may be the April just past; "by the end of April" is still to come.
        unclear = 0 < held.month - number <= 3 and not re.search(r"\bby\b", due, re.IGNORECASE)
        return None if unclear else _last_day(held.year + (number < held.month), number)
    span = re.search(r"\bwithin (\w+) (day|week|month)s?\b", due, re.IGNORECASE)
    if span and span[1].isdigit():
        return held + timedelta(days=int(span[1]) * {"day": 1, "week": 7, "month": 30}[span[2].lower()])
    return None


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
