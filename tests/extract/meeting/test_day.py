"""The day of a meeting, and the day or month that a report bears."""

import pytest

from extract import extract
from tests.extract.samples import TOLD, document_of, minutes_of


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Minutes of the meeting held on 12 March 2024", "2024-03-12"),
        ("Mill Board Minutes March 2024", "2024-03"),
        ("Minutes of the meeting held on Tuesday, 12th March 2024 at 7.00 pm", "2024-03-12"),
        ("Minutes\n| Date | 12/03/2024 |", "2024-03-12"),
        ("^ Minutes, 12 March 2024", "2024-03-12"),
        ("Minutes of the meeting\nThe Reeve comes on the 9th August.\n4712. Gates", None),
        ("Published 20 March 2024\nMinutes of the meeting held on 12 March 2024", "2024-03-12"),
        ("Minutes of the meeting held on 12 March 2024\nNext meeting: 9 April 2024", "2024-03-12"),
        ("Minutes of the meeting", None),
        ("Minutes of the meeting\n17/27 Minutes of meeting of 22 June 2017", None),
        ("Tuesday 7th April at 7pm\nThe minutes of the meeting held on 3 March 2024 were approved.", None),
        ("Meeting held on Thurs 4th July 2024", "2024-07-04"),
        ("Meeting held on\nTHURSDAY 4TH\nJULY 2024", "2024-07-04"),
        ("Draft, to be agreed at the AGM on 3 July 2025\nHeld on 4 July 2024", "2024-07-04"),
        ("Meeting on Tuesday 4 July\nSeen at the meeting of 4 July 2023", "2023-07-04"),
        ("Meeting of 31 July - 1 August 2024", "2024-07-31"),
        ("Accounts of 1 July - 31 August 2024\nHeld on 4 September 2024", "2024-09-04"),
        ("Minutes\n1. Apologies\n2. Minutes of the last meeting, 4 June 2024", None),
        ("Meeting of 30 June – 2 July 2024", "2024-06-30"),
        ("30 June 2024 to 2 August 2024", None),
        ("Approved Minutes July 4 2024", "2024-07-04"),
        ("Approved the minutes of July 4 2024", None),
        ("07/24/24, 2:22 PM OarDocs\nThursday, July 4, 2024", "2024-07-04"),
        ("Minutes\n1. Meeting Information:\n• Date: 4 July 2024", "2024-07-04"),
    ],
)
def test_date(head: str, expected: str | None) -> None:
    assert minutes_of(f"# Fenwold Parish Council\n{head}\nPresent: Ada Brindle\n{TOLD}").meeting.date == expected


def test_minutes_under_a_cover_sheet_have_the_date_of_their_title() -> None:
    text = f"Title:\nMinutes Trust Board Meeting: 12 March 2024\nDate:\n9 May 2024\nPresent: Ada Brindle\n{TOLD}"
    assert minutes_of(text).meeting.date == "2024-03-12"


def test_the_reader_may_know_the_date() -> None:
    document = document_of(f"# Fenwold Parish Council\nMinutes of the meeting\nPresent: Ada Brindle\n{TOLD}")
    assert extract(document.model_copy(update={"date": "2024-03-12"})).meeting.date == "2024-03-12"


@pytest.mark.parametrize(
    ("title", "posted", "first", "expected"),
    [
        ("Harbour Panel 4 July", "2024-07-16", "Two boats sank.", "2024-07-04"),
        ("Harbour Panel 28 December", "2025-01-09", "Two boats sank.", "2024-12-28"),
        ("Harbour Panel 4 July", "2025-03-09", "Two boats sank.", "2025-03-09"),
    ],
)
def test_the_title_of_a_page_may_date_the_meeting(title: str, posted: str | None, first: str, expected: str) -> None:
    document = document_of(f"{first}\nPresent: Ada Brindle\n{TOLD}")
    assert extract(document.model_copy(update={"title": title, "date": posted})).meeting.date == expected


@pytest.mark.parametrize(("media_type", "date"), [("text/markdown", "2024-03-12"), ("application/pdf", "2025-05-21")])
def test_the_title_of_a_page_dates_the_minutes_before_their_text(media_type: str, date: str) -> None:
    page = document_of("Present: Una Keld, Tom Orme\nThe Chair reported that a loan ends on 21 May 2025.\n" + TOLD)
    page = page.model_copy(update={"title": "Minutes of the Meeting on 12 March 2024", "media_type": media_type})
    assert extract(page).meeting.date == date


def test_of_two_dates_the_one_on_the_printed_weekday() -> None:
    text = f"""
        # Fenwold Parish Council
        Minutes, Thursday 12 March 2021
        Present: Ada Brindle
        {TOLD}
        The meeting was adjourned at 8:30 pm on March 11, 2021.
        """
    assert minutes_of(text).meeting.date == "2021-03-11"


def test_the_day_on_which_decisions_were_published_is_not_that_of_the_meeting() -> None:
    text = (
        "# Fenwold Council\n**Record of decisions – meeting of Tuesday 12 March 2024**\n"
        "Date of publication: Thursday 14 March 2024\nMembers present: Cllr Ada Brindle, Cllr Tom Orme\n"
        "# 8 Fees\nThe report was noted. It was agreed that the fee be halved."
    )
    assert minutes_of(text).meeting.date == "2024-03-12"


def test_a_report_may_be_dated_to_the_month() -> None:
    assert minutes_of("# Annual report on libraries\nMarch 2024\nVisits rose.").meeting.date == "2024-03"


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("# Inclusion strategy\nApril 2024 – April 2026\nJune 2024", "2024-06"),
        ("# Annual report\nVisits rose.\nPrinted in September 2024 by Farne Press", "2024-09"),
        ("# Annual report\nVisits rose.\nUna Keld, Head of Libraries\nJuly 2024", "2024-07"),
        ("# Annual report\nBetween 18 January and 30 April 2024 all of the users of the library were asked.", None),
        ("| To: | Cabinet – 4 March 2025 |\n| Subject: | Annual report |", "2025-03-04"),
    ],
)
def test_the_date_a_report_bears(report: str, expected: str | None) -> None:
    assert minutes_of(report).meeting.date == expected


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (
            "Fenwold Tides Board, 18 September 2024. Report of the Miller on what the year brought to all of the quays",
            "Fenwold Tides Board",
            "2024-09-18",
        ),
        ("Presented to the Moorings and Tides Board on 10 July 2024", "Moorings and Tides Board", "2024-07-10"),
        (
            "Fenwold – version 2.1 for the Moorings Improvement Board, 22 January 2024",
            "Moorings Improvement Board",
            "2024-01-22",
        ),
        ("Paper to the Tides Panel – 6 May 2024", "Tides Panel", "2024-05-06"),
        ("Wren Sallow, Chair of the Moorings and Tides Board\nMay 2024", "Moorings and Tides Board", "2024-05"),
        (
            "Quarter 2 – 1 July 2024 to 30 September 2024\nReporting to:\nTides and Quays Board, 27 November 2024",
            "Tides and Quays Board",
            "2024-11-27",
        ),
        ("Period: 1 April 2024 – 30 June 2024", None, None),
        (
            "The ferry opened on 4 May 2019. It has carried more in each year than in the one before it since then",
            None,
            None,
        ),
    ],
)
def test_the_head_of_a_report_names_the_body_and_its_day(head: str, body: str | None, date: str | None) -> None:
    meeting = minutes_of(f"# Performance report\n{head}\n# Visits\nVisits rose.").meeting
    assert (meeting.body, meeting.date) == (body, date)


def test_when_something_is_due_is_not_the_date_of_a_report() -> None:
    assert (
        minutes_of(
            "# Annual report on libraries\nVisits rose.\n# Next steps\n• Hire a warden by June 2024"
        ).meeting.date
        is None
    )
