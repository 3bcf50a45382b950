"""Dates in rarer forms."""

import pytest

from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Minutes of the meeting held on Tuesday12th March 2024", "2024-03-12"),
        ("Minutes of the meeting, 12-Mar-2024", "2024-03-12"),
        ("Minutes of the meeting, 12^th^ March, 2024", "2024-03-12"),
        ("Minutes 05-21-24", "2024-05-21"),
        ("Minutes of May 21-22, 2024", "2024-05-21"),
        ("Minutes of the 7th, 8th and 9th May 2024", "2024-05-07"),
        ("Meeting date: 8 August ’23", "2023-08-08"),
        ("Meeting on 4 July 2O24", "2024-07-04"),  # a letter for a nought
        ("Meeting held on 4 July2024", "2024-07-04"),
        ("Meeting on 07/24/2024", "2024-07-24"),
        ("Meeting of July 4, 2024, as agreed on May 2, 2024, and moved from 07/03/2024", "2024-07-04"),
        ("Notes 04-07-2024", "2024-07-04"),
        ("Meeting 07/04/24\nMinutes of 05/23/24", "2024-07-04"),
        ("Date: 2024-07-04T19:30:00", "2024-07-04"),
        ("Date: 2024-07-04T19:00", "2024-07-04"),
        ('Synopsis of the meeting held on 4" July 2024', "2024-07-04"),
        ("BHP Agenda 20240704", "2024-07-04"),
        ("Account 20240704", None),
        ("2024 July 4 Meeting", "2024-07-04"),
        ("Meeting of July 4,2024", "2024-07-04"),
        ("Meeting of July 4 (Thursday), 2024", "2024-07-04"),
        ("Minutes_2024-07-04", "2024-07-04"),
    ],
)
def test_dates_in_many_forms(head: str, expected: str | None) -> None:
    assert minutes_of(f"# Fenwold Parish Council\n{head}\nPresent: Ada Brindle\n{TOLD}").meeting.date == expected


def test_a_heading_may_date_the_meeting_to_the_month() -> None:
    assert minutes_of(f"# 2024-March Public Board Meeting\nPresent: Ada Brindle\n{TOLD}").meeting.date == "2024-03"
