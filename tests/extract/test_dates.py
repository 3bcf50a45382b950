"""Dates as they are printed, and when something is due."""

from datetime import date

import pytest

from extract.dates import dates_in, due_in, resolve_due


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held on 12 March 2024", (12, 3, 2024)),
        ("held on Tuesday 12th March 2024", (12, 3, 2024)),
        ("held on Tuesday, the 12th of March 2024", (12, 3, 2024)),
        ("on 1 Sept 2023", (1, 9, 2023)),
        ("on 3rd Dec. 2023", (3, 12, 2023)),
        ("March 12, 2024", (12, 3, 2024)),
        ("March 12th 2024", (12, 3, 2024)),
        ("2024-03-12", (12, 3, 2024)),
        ("12/03/2024", (12, 3, 2024)),
        ("12.03.24", (12, 3, 2024)),
        ("by 30 June", (30, 6, None)),
        ("Tues 4 June", (4, 6, None)),
        ("THURSDAY 16 MAY 2024", (16, 5, 2024)),
        ("31 February 2024", (31, 2, 2024)),
        ("on 4/5/6 June", (6, 6, None)),  # three days
        ("on 4th/5th June 2024", (5, 6, 2024)),
        ("4/5/06 may be too late", (4, 5, 2006)),
    ],
)
def test_dates_in(text: str, expected: tuple[int, int, int | None]) -> None:
    assert [(found.day, found.month, found.year) for found in dates_in(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "in March 2024",
        "minute 24/103",
        "13/25/2024",
        "45 May 2024",
        "the 4 marches",
        "may 2 members speak at 7.30 pm?",
        "until October 1,250 berths were let",
    ],
)
def test_no_date(text: str) -> None:
    assert [found for found in dates_in(text) if found.year or "may" not in text] == []


def test_dates_stand_where_they_were_found() -> None:
    text = "between 3 May and Friday 7 June 2024"
    assert [text[found.start : found.end] for found in dates_in(text)] == ["3 May", "Friday 7 June 2024"]


@pytest.mark.parametrize(
    ("text", "default_year", "expected"),
    [
        ("3 May 2023", 2024, date(2023, 5, 3)),
        ("3 May", 2024, date(2024, 5, 3)),
        ("3 May", None, None),
        ("31 June 2024", None, None),
    ],
)
def test_the_day_of_a_date(text: str, default_year: int | None, expected: date | None) -> None:
    assert next(dates_in(text)).on(default_year) == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("by 30 June 2024", date(2024, 6, 30)),
        ("by 30 June", date(2024, 6, 30)),
        ("by 31 January", date(2025, 1, 31)),  # the meeting was in March
        ("31.05.24", date(2024, 5, 31)),
        ("on the weekend of 10/11/12 May", date(2024, 5, 12)),
        ("by May 2025", date(2025, 5, 31)),
        ("June 2024", date(2024, 6, 30)),
        ("December 2024", date(2024, 12, 31)),
        ("by the end of June", date(2024, 6, 30)),
        ("by the end of February", date(2025, 2, 28)),
        ("at the end of February", None),
        ("by September", date(2024, 9, 30)),
        ("by December", date(2024, 12, 31)),
        ("within 10 days", date(2024, 3, 22)),
        ("within 2 weeks", date(2024, 3, 26)),
        ("within two weeks", date(2024, 3, 26)),
        ("in the next fortnight", date(2024, 3, 26)),
        ("in six months", date(2024, 9, 12)),
        ("w/c 6th May", date(2024, 5, 6)),
        ("by the end of the month", date(2024, 3, 31)),
        ("tomorrow", date(2024, 3, 13)),
        ("by mid June", None),
        ("on 3 February", None),  # most likely the one just past
        ("within 5 working days", None),
        ("by the June meeting", None),
        ("as soon as possible", None),
        ("next meeting", None),
        ("in due course", None),
    ],
)
def test_when_something_is_due_that_a_meeting_on_12_march_2024_asked_for(due: str, expected: date | None) -> None:
    assert resolve_due(due, "2024-03-12") == expected


@pytest.mark.parametrize(
    ("due", "meeting", "expected"),
    [
        ("by 30 June", None, None),
        ("by the end of June", None, None),
        ("within 2 weeks", None, None),
        ("by 30 June 2024", None, date(2024, 6, 30)),
        ("June 2024", None, date(2024, 6, 30)),
        ("by 30 June", "2024-03", None),
    ],
)
def test_without_the_day_of_the_meeting_only_a_full_date_is_known(
    due: str, meeting: str | None, expected: date | None
) -> None:
    assert resolve_due(due, meeting) == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("by the next meeting", date(2024, 4, 9)),
        ("at the next Board meeting", date(2024, 4, 9)),
        ("for the May meeting", date(2024, 5, 14)),
        ("for the June meeting", None),
    ],
)
def test_a_later_meeting_has_the_date_that_is_printed(due: str, expected: date | None) -> None:
    assert resolve_due(due, "2024-03-12", ahead=[date(2024, 4, 9), date(2024, 5, 14)]) == expected


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("UK will report to the next Board meeting.", "to the next Board meeting"),
        ("This must be done as a matter of urgency.", "as a matter of urgency"),
        ("She will see to it in the next fortnight.", "in the next fortnight"),
        ("They will meet w/c 6 May 2024.", "w/c 6 May 2024"),
        ("The fair is to be on the weekend of 10/11/12 May.", "on the weekend of 10/11/12 May"),
        ("To be changed prior to the annual meeting on Monday, if at all.", "prior to the annual meeting on Monday"),
        ("It will be sent once the map is printed.", "once the map is printed"),
        ("Please reply by end July 2024.", "by end July 2024"),
        ("Once we receive the valuation, it will be sent.", "Once we receive the valuation"),
        ("Once completed, the plan goes to members.", "Once completed"),
        ("Una once again offered to write.", None),
        ("He will ask the tenants before any decision is made.", "before any decision is made"),
        ("The signs will be up before the season opens.", "before the season opens"),
        ("They meet the owner before making a decision.", "before making a decision"),
        ("Once agreed, it will be sent by 30 April.", "by 30 April"),
        ("Ready with a due date of Dec 15.", "due date of Dec 15"),
        ("It will be shared after half term.", "after half term"),
        ("Write to him, giving him notice to leave in three months.", None),
        ("The Clerk to report within three months.", "within three months"),
        ("The bench by the pond is broken.", None),
        ("In the week that passed nothing was done.", None),
        ("Once the costs are known the Clerk will apply for it.", None),
        ("Una will report to the board's October meeting.", "to the board's October meeting"),
        ("The leaders will count the kit before the next spring term.", "before the next spring term"),
        ("The hall was cleaned before the first of them came.", None),
        ("Una to send the list by 13/4", "by 13/4"),
        ("The list is to be cut by 3/4", None),
        ("Una to call the county wc 6 May", "wc 6 May"),
        ("A visit, week of June 3", "week of June 3"),
        ("Una to send it before next mtg", "before next mtg"),
        ("Una to send it before our next call", "before our next call"),
        ("Una to send it by the end of FY 2024/25", "by the end of FY 2024/25"),
        ("Una to send it by end of Q3 2024.", "by end of Q3 2024"),
        ("Una to send it by year end", "by year end"),
        ("Una to send it by half term", "by half term"),
        ("Una to send it by 5pm on Friday", "by 5pm on Friday"),
        ("Una to send it by the AGM", "by the AGM"),
        ("The fees will be shown at the AGM.", "at the AGM"),
        ("Una to bring it back at the 12th Guild meeting", "at the 12th Guild meeting"),
        ("Una to say what was asked at the meeting", None),
        ("Una to answer by the statutory date of 4 May", "by the statutory date of 4 May"),
        ("Papers to be sent out two weeks before the Guild meets", "two weeks before the Guild meets"),
        ("Una to send it at once", "at once"),
        ("Una to send it towards the end of the year", "towards the end of the year"),
        ("Una to find a hall for the AGM", None),
        ("Una to mend the gate at the end of the pier", None),
        ("A paper for the July Board", "for the July Board"),
        ("Una to send it on or before 10 June", "on or before 10 June"),
        ("Una would send it following the meeting.", "following the meeting"),
        ("Una undertook to write once the survey was to hand.", "once the survey was to hand"),
        ("Una would share it when it was complete.", "when it was complete"),
        ("Una to ask when the pier was completed in 1970", None),
        ("Una to put it in the next member briefing", "in the next member briefing"),
        ("Tom to send a drawing before the visit", "before the visit"),
        ("A note on funds after March 2031 to go to the Board at its meeting in May", "at its meeting in May"),
        ("Una to send it after March 2031", "after March 2031"),
    ],
)
def test_the_words_that_say_when(text: str, due: str | None) -> None:
    assert due_in(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Una will answer the survey of boats, which was due to end on 12 February.", None),
        ("Una will answer the consultation which closes on 12 February, by 1 February.", "by 1 February"),
        ("It was agreed to ask for a delay of the poll scheduled for May 2025.", None),
        ("Una will open the fair that will be held in the Moot Hall on Tuesday 24 September 2024.", None),
        ("The fair would be held in Ulford on Tuesday 24 September 2024, when Tom would speak.", None),
        ("Una set out what comes next: it would begin on 10 July and would end with a vote on 21 August.", None),
        ("Una will tell the school that the road works are scheduled to begin on 10 July.", None),
        ("Una will draw up a list of who speaks at the fair, which is on 10 July.", None),
        # when it is to be done itself
        ("Fair scheduled for 24 May", "for 24 May"),
        ("That the fair be scheduled for 24 May", "for 24 May"),
        ("Una will draw up a list, which will be sent out on 10 July.", "on 10 July"),
        ("The vote would be held before 10 July.", "before 10 July"),
        ("Talks would be held at the next meeting.", "at the next meeting"),
        ("Una will begin the survey in June 2024.", "in June 2024"),
    ],
)
def test_the_day_of_an_event_is_not_when_a_task_is_due(text: str, due: str | None) -> None:
    assert due_in(text) == due


@pytest.mark.parametrize("due", ["end June", "early July", "Q2", "6/15", "Jun-24", "next mtg", "end FY", "immediate"])
def test_in_a_column_of_dates_less_says_when(due: str) -> None:
    assert due_in(due, bare=True) == due
    assert due_in(due) is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("He advised that he would see the ferryman and would report back to the Board in May.", "in May"),
        ("She said that she would answer within two weeks.", "within two weeks"),
        ("Warden to mend the gate before year’s end", "before year’s end"),
        ("To bring a further report in two cycles on the weirs.", "in two cycles"),
        ("that the tolls be posted at least six weeks in advance", "at least six weeks in advance"),
        ("TO to take the boats in before clocks change", "before clocks change"),
        ("that the rules be looked at in advance of 2031", "in advance of 2031"),
        ("and to tell what it costs, by the same date.", "by the same date"),
        ("to send a note before the tolls seminar on 4 March.", "before the tolls seminar on 4 March"),
        ("will send the claim by the deadline of 18th October.", "by the deadline of 18th October"),
        ("to look at the sluice before any works were put in hand.", "before any works were put in hand"),
        ("agreed to mend the words for the next iteration.", "for the next iteration"),
        ("will lay a wreath on Remembrance Sunday", "on Remembrance Sunday"),
        ("The Clerk told the tenant that he must leave within two weeks.", None),
        ("UK to draw up a rota for the winter hours by the next meeting", "by the next meeting"),
        ("to print a poster for the May fair", None),
        ("to have the boats ready for the summer", "for the summer"),
        ("to have the boats ready for May if the weather holds", "for May"),
    ],
)
def test_more_ways_to_say_by_when(text: str, due: str | None) -> None:
    assert due_in(text) == due
