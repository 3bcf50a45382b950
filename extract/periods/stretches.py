"""Months, quarters, years and stretches of them, as they are written: `2023-05`, `2022/23 Q1`, `2024-01 to 2024-10`."""

import re
from calendar import monthrange
from datetime import date

from extract.dates import MONTH, MONTHS

ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_QUARTERS = {"one": 1, "two": 2, "three": 3, "four": 4} | {str(number): number for number in range(1, 5)}
_NAMED_QUARTER = re.compile(r"(?P<year>\d{4})(?P<fy>/\d\d)? Q(?P<number>[1-4])")
_MONTHS = re.compile(r"(\d{4})-(\d\d) to (\d{4})-(\d\d)")
_LONGEST = 30  # years of a stretch that is told in short
_LONG_AGO = 7  # months after a quarter in which minutes still speak of it by its number alone


def month_number(name: str) -> int:
    return MONTHS[name.rstrip(".").casefold()]


def month_iso(name: str, year: str) -> str:
    return f"{year}-{month_number(name):02d}"


def months_to(months: int, year: int, month: int) -> str:
    """The stretch of so many months that ends with a month."""
    first = year * 12 + month - months
    return span(first // 12, first % 12 + 1, year, month)


def span(year: int, month: int, last_year: int, last_month: int) -> str:
    """The stretch from one month to another; a whole year of the calendar, of finance (from April) or of a school or
    university (from August or September) is written as such."""
    if (month, last_month) == (1, 12) and year == last_year:
        return str(year)
    if (month, last_month) in ((4, 3), (8, 7), (9, 8)) and last_year == year + 1:
        return f"{year}/{last_year % 100:02d}"
    return f"{year}-{month:02d} to {last_year}-{last_month:02d}"


def days(match: re.Match[str], name: str) -> str:
    """A stretch of days; of whole months where it begins with the first of one and ends with the last of another.

    The groups of `match` are `name` with 1 and 2 for the days, and with m1, y1 and so on for months and years.
    """
    year, last_year = int(match[f"{name}y1"] or match[f"{name}y2"]), int(match[f"{name}y2"])
    month, last_month = month_number(match[f"{name}m1"]), month_number(match[f"{name}m2"])
    year -= not match[f"{name}y1"] and month > last_month  # "from 1 September to 31 August 2023"
    first, last = int(match[f"{name}1"]), int(match[f"{name}2"])
    if first == 1 and last == monthrange(last_year, last_month)[1]:
        return span(year, month, last_year, last_month)
    return f"{year}-{month:02d}-{first:02d} to {last_year}-{last_month:02d}-{last:02d}"


def ends_years(first: int, last: int) -> bool:
    """Whether a year of two digits may end the stretch that another one begins: "2020-24", and not "2020 - 18"."""
    return last == 0 or first <= last <= first + _LONGEST


def financial(text: str) -> str:
    """`2022/23` for "2022-23" and "22/23", `2020-2024` for "2020-24", `2022` for "2022" and for the mark "2022-04"."""
    first, *rest = re.split(r"[/–_-]", re.sub(r"\s", "", text))
    first = first if len(first) == 4 else f"20{first}"
    if not rest or (len(rest[0]) == 2 and not ends_years(int(first[2:]), int(rest[0]))):
        return first  # no stretch ends before it begins
    follows = (int(first) + 1) % 100 == int(rest[0][-2:])
    return f"{first}/{rest[0][-2:]}" if follows else f"{first}-{first[:2]}{rest[0][-2:]}"


def financial_year(day: date, offset: int = 0) -> str:
    """The financial year (April to March) in which a day falls, or one so many years from it."""
    first = day.year - (day.month < 4) + offset
    return f"{first}/{(first + 1) % 100:02d}"


def year_before(iso: str) -> str:
    """`2021` for `2022`, `2021/22` for `2022/23`, `2021-05` for `2022-05`, `2022/23 Q3` for `2023/24 Q3`."""
    return re.sub(
        r"\b((?:19|20)\d\d)(/\d\d)?",
        lambda year: f"{int(year[1]) - 1}" + (f"/{int(year[1]) % 100:02d}" if year[2] else ""),
        iso,
    )


def quarter_before(iso: str) -> str | None:
    """`2023/24 Q4` for `2024/25 Q1`, `2024-01 to 2024-03` for `2024-04 to 2024-06`; null for what is no quarter."""
    if named := _NAMED_QUARTER.fullmatch(iso):
        year, number = f"{named['year']}{named['fy'] or ''}", int(named["number"])
        return f"{year} Q{number - 1}" if number > 1 else f"{year_before(year)} Q4"
    if not (months := _MONTHS.fullmatch(iso)):
        return None
    first, last = (12 * int(months[at]) + int(months[at + 1]) - 1 for at in (1, 3))
    return months_to(3, (first - 1) // 12, (first - 1) % 12 + 1) if last - first == 2 else None


def quarter_ended(iso: str) -> str | None:
    """The quarter of finance that ends with a month; null for any other."""
    month = re.fullmatch(r"(\d{4})-(0[369]|12)", iso)
    if not month:
        return None
    number = (int(month[2]) // 3 + 2) % 4 + 1
    return f"{financial_year(date(int(month[1]), int(month[2]), 1))} Q{number}"


def begins(iso: str) -> int | None:
    """The month in which a period begins, counted from the year 0; null for one that goes on since some time."""
    told = re.match(r"(\d{4})(?P<fy>/\d\d)?(?:-(?P<month>\d\d)(?!\d))?(?: Q(?P<quarter>[1-4]))?", iso)
    if not told:
        return None
    month = int(told["month"] or 3 * int(told["quarter"] or 1) - 2)
    return 12 * int(told[1]) + month + (3 if told["fy"] else 0)


def numbered_month(number: int, written: date) -> str:
    """The month of that number in a financial year, counted from April, that was last before a day."""
    month = (number + 2) % 12 + 1
    return f"{written.year - (month > written.month)}-{month:02d}"


def quarter_year(name: str, written: date) -> str | None:
    """The financial year of the quarter of that name that ended last before a day; null where that was long ago."""
    number = quarter_number(name) or next((n for word, n in ORDER.items() if name.casefold().startswith(word)), None)
    if number is None:
        return None
    year = written.year + (number == 4) if written.month >= 4 else written.year - 1 + (number == 4)
    ended = year * 12 + (7, 10, 13, 4)[number - 1]  # the month after it
    months = written.year * 12 + written.month - ended
    if months < 0:
        year, months = year - 1, months + 12
    first = year - (number == 4)
    return f"{first}/{(first + 1) % 100:02d}" if months <= _LONG_AGO else None


def month_of(name: str, within: str) -> str | None:
    """A month that is named without its year, in the year, financial year or quarter that it stands under."""
    number = month_number(name)
    year = re.match(r"(\d{4})(/\d\d)?(?: Q\d)?$", within)
    return f"{int(year[1]) + (bool(year[2]) and number < 4)}-{number:02d}" if year else None


def quarter_of(name: str, within: str) -> str | None:
    """A quarter that is named without its year, in the year or financial year that it stands under."""
    number, year = quarter_number(name), re.match(r"(\d{4}(?:/\d\d)?)(?: Q\d)?$", within)
    return f"{year[1]} Q{number}" if number and year else None


def quarter_number(name: str) -> int | None:
    """The number of a quarter that is written "Q3", "Quarter 3" or "quarter three"."""
    last = re.fullmatch(r"(?:Q|quarter )(\w+)", name, re.IGNORECASE)
    return _QUARTERS.get(last[1].casefold()) if last else None


def month_year(text: str) -> str | None:
    """The month of a table's header such as "Apr 24" or "Apr-24", which in a sentence might be a day in April."""
    named = re.fullmatch(
        rf"(?:[A-Za-z][\w ]*(?: |\s[–-]\s))?(?P<m>{MONTH})[\s’'-]*(?P<y>\d\d)", text.strip(), re.IGNORECASE
    )
    return month_iso(named["m"], f"20{named['y']}") if named else None


_QUARTER_OF = re.compile(r"\b(?:Q|Quarter )(?P<number>[1-4]|one|two|three|four)\b", re.IGNORECASE)


def quarter_told(text: str, iso: str) -> str:
    """The quarter that a text names beside the three months that it runs for, where both say the same.

    "Quarter 2 - 1 July 2025 to 30 September 2025" is `2025/26 Q2`, and `2025 Q3` where it is called the third.
    """
    named, months = _QUARTER_OF.search(text), re.fullmatch(r"(\d{4})-(\d\d) to (\d{4})-(\d\d)", iso)
    if not named or not months or months[1] != months[3]:
        return iso
    first, number = int(months[2]), _QUARTERS[named["number"].casefold()]
    if int(months[4]) != first + 2 or first % 3 != 1:
        return iso
    if number == (first + 2) // 3:
        return f"{months[1]} Q{number}"
    financial = (first - 4) // 3 % 4 + 1
    return f"{financial_year(date(int(months[1]), first, 1))} Q{number}" if number == financial else iso
