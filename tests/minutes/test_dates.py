from datetime import date

import pytest

from minutes.dates import Days
from minutes.errors import QueryError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-03", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-03-21", date(2024, 3, 21), date(2024, 3, 21)),
        ("07/10/2021", date(2021, 10, 7), date(2021, 10, 7)),  # the day first
        ("7.10.2021", date(2021, 10, 7), date(2021, 10, 7)),
        ("10/2021", date(2021, 10, 1), date(2021, 10, 31)),
        ("7 October 2021", date(2021, 10, 7), date(2021, 10, 7)),
        ("Thursday, 7th of Oct. 2021", date(2021, 10, 7), date(2021, 10, 7)),
        ("October 7th, 2021", date(2021, 10, 7), date(2021, 10, 7)),
        (" sept  2021 ", date(2021, 9, 1), date(2021, 9, 30)),
    ],
)
def test_a_date_is_the_days_from_its_first_to_its_last(text: str, first: date, last: date) -> None:
    assert Days.parse(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2024-3", "2024-13", "2024-00", "0000", "24-03-21", "2024-03-32", "२०२४"),
        *("07/10/21", "10/17/2021", "7/10-2021", "7 Octember 2021", "7 October", "7 October 9 2021", "32 May 2021"),
    ],
)
def test_what_is_written_otherwise_is_no_date(text: str) -> None:
    with pytest.raises(
        QueryError, match="is no date; write it as 16/05/2023, 16 May 2023, 2023-05-16, 2023-05 or 2023"
    ):
        Days.parse(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [("2021", "2021"), ("Oct 2021", "2021-10"), ("7/10/2021", "2021-10-07"), ("1 Jan 2021", "2021-01-01")],
)
def test_a_date_is_written_as_documents_carry_it(text: str, written: str) -> None:
    assert Days.parse(text).written == written


@pytest.mark.parametrize("text", ["2023-02-29", "2024-04-31", "31 June 2024", "29/02/2023"])
def test_a_day_has_to_be_in_the_calendar(text: str) -> None:
    with pytest.raises(QueryError, match="in the calendar"):
        Days.parse(text)
