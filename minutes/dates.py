"""Dates as people type them and documents carry them: 2024, 2024-03 or 2024-03-21."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple, Self

from minutes.errors import NotFoundError, QueryError

WRITTEN = r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"  # no look-around: JSON schemas hold it, too


class Days(NamedTuple):
    """The days of a year, of a month or of a day, from the first to the last."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """The days that `text` names.

        >>> Days.parse("2024-02").last
        datetime.date(2024, 2, 29)

        Raises:
            QueryError: if it is written otherwise.
            NotFoundError: if there is no such day.
        """
        if not re.fullmatch(WRITTEN, text):
            raise QueryError(f"{text!r} is no date; write it as 2023-05-16, 2023-05 or 2023")
        try:
            first = date.fromisoformat(f"{text}-01-01"[:10])
        except ValueError as error:
            raise NotFoundError(f"There is no {text} in the calendar; check the day") from error
        match text.count("-"):
            case 0:
                return cls(first, first.replace(month=12, day=31))
            case 1:
                return cls(first, first.replace(day=monthrange(first.year, first.month)[1]))
        return cls(first, first)
