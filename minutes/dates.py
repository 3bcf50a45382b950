"""Dates as documents carry them (2024, 2024-03 or 2024-03-21) and as people type them (21 March 2024, 21/03/2024)."""

import re
from calendar import month_name, monthrange
from datetime import date
from typing import NamedTuple, Self

from minutes.errors import NotFoundError, QueryError

WRITTEN = r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"  # no look-around: JSON schemas hold it, too
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# In figures the day comes first, as British minutes write it.
_FIGURES = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?P<by>[/.-]))?(?P<month>[0-9]{1,2})(?(by)(?P=by)|[/.-])(?P<year>[12][0-9]{3})"
)
_NAMED = re.compile(
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)? )?"
    rf"(?P<month>{'|'.join(_MONTHS)})(?P<rest>[a-z]*)\.?(?: (?P<last>[0-9]{{1,2}})(?:st|nd|rd|th)?)?,?"
    r" (?P<year>[12][0-9]{3})",
    re.IGNORECASE,
)

DAYS = "16/05/2023, 16 May 2023, 2023-05-16, 2023-05 or 2023"  # how they may be typed


class Days(NamedTuple):
    """The days of a year, of a month or of a day, from the first to the last."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """The days that `text` names.

        >>> Days.parse("2024-02").last
        datetime.date(2024, 2, 29)
        >>> Days.parse("4 November 2025").written
        '2025-11-04'

        Raises:
            QueryError: if it is written otherwise.
            NotFoundError: if there is no such day.
        """
        written = text if re.fullmatch(WRITTEN, text) else _reckoned(text)
        if written is None:
            raise QueryError(f"{text!r} is no date; write it as {DAYS}")
        try:
            first = date.fromisoformat(f"{written}-01-01"[:10])
        except ValueError as error:
            raise NotFoundError(f"There is no {text} in the calendar; check the day") from error
        match written.count("-"):
            case 0:
                return cls(first, first.replace(month=12, day=31))
            case 1:
                return cls(first, first.replace(day=monthrange(first.year, first.month)[1]))
        return cls(first, first)

    @property
    def written(self) -> str:
        """The same as documents carry it: 2024, 2024-03 or 2024-03-21."""
        length = 10 if self.first == self.last else 7 if self.first.month == self.last.month else 4
        return self.first.isoformat()[:length]


def _reckoned(text: str) -> str | None:
    """A date that is typed in words, or in figures with the day first, as documents carry it; null if it is none."""
    plain = " ".join(text.split())
    found = _FIGURES.fullmatch(plain) or _NAMED.fullmatch(plain)
    if not found:
        return None
    parts = found.groupdict()
    named, day = parts["month"].casefold(), parts["day"] or parts.get("last")
    if named.isdigit():
        month = int(named)
    else:
        month = _MONTHS.index(named) + 1
        if (parts["day"] and parts["last"]) or not _is_month(month, named + parts["rest"].casefold()):
            return None
    written = f"{parts['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
    return written if re.fullmatch(WRITTEN, written) else None


def _is_month(number: int, name: str) -> bool:
    """Whether a word is the name of a month or a short form of it: "Sep", "Sept", "September"."""
    return month_name[number].casefold().startswith(name)
