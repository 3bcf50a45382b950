"""When a task is due."""

from datetime import date

import pytest

from tests.extract.actions.samples import only
from tests.extract.samples import said


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Wulfric told the guild that he would mend the oars by June.", "Wulfric", "by June"),
        ("The Board agreed that the Clerk should form a group to look at the moorings.", "the Clerk", None),
        ("The Head of Mills and Slipway Repair would take this up.", "The Head of Mills and Slipway Repair", None),
        ("The Clerk will send the list out shortly.", "The Clerk", "shortly"),
        ("The Clerk will send the list out by Sunday.", "The Clerk", "by Sunday"),
        ("All mill leaders to hang a lamp by Saturday.", "All mill leaders", "by Saturday"),
    ],
)  # fmt: skip
def test_who_and_when(text: str, owner: str, due: str | None) -> None:
    action = only(text)
    assert (action.owner, action.due) == (owner, due)


@pytest.mark.parametrize(
    ("marker", "owner", "due"),
    [
        ("Action: Clerk, by 30 April 2024", "Clerk", "by 30 April 2024"),
        ("Action: UK 30 April 2024", "UK", "30 April 2024"),
        ("Action: Mr Orme, for the April meeting", "Mr Orme", "for the April meeting"),
    ],
)
def test_a_marker_that_says_who_and_when_marks_the_sentence_before_it(marker: str, owner: str, due: str) -> None:
    action = only(f"The gate must be mended.\n{marker}")
    assert (action.text, action.owner, action.due) == ("The gate must be mended.", owner, due)


def test_what_was_carried_forward_is_due_then() -> None:
    assert only("|! No. | Action | By | Status\n| 4 | Mend the gate | UK | C/f to January").due == "January"


@pytest.mark.parametrize(
    ("entry", "owner", "due"),
    [
        ("UK to meet the vicar – end June", "UK", "end June"),
        ("Meet the vicar – UK, 24 April", "UK", "24 April"),
        ("Ask for the fish counts – ODF&W", "ODF&W", None),
        ("UK to meet the vicar – ongoing", "UK", None),
    ],
)
def test_who_and_when_at_the_end_of_an_entry(entry: str, owner: str, due: str | None) -> None:
    action = only(f"# 8. Action items\n• {entry}")
    assert (action.owner, action.due) == (owner, due)


@pytest.mark.parametrize(
    ("words", "due", "due_date"),
    [
        ("by 30 April 2024", "by 30 April 2024", date(2024, 4, 30)),
        ("by Friday 26 April", "by Friday 26 April", date(2024, 4, 26)),
        ("by June 2024", "by June 2024", date(2024, 6, 30)),
        ("before the next meeting", "before the next meeting", None),
        ("within two weeks", "within two weeks", date(2024, 3, 26)),
        ("after the meeting of 3 March", None, None),
        ("within 2 weeks", "within 2 weeks", date(2024, 3, 26)),
        ("as soon as possible", "as soon as possible", None),
        ("in due course", "in due course", None),
        ("later in the year", "later in the year", None),
        ("at the first meeting in each financial year", "at the first meeting in each financial year", None),
        ("outside the meeting", "outside the meeting", None),
        ("on headed paper", None, None),
    ],
)
def test_when_a_task_is_due(words: str, due: str | None, due_date: date | None) -> None:
    action = only(f"The Clerk to write to the landlord {words}.")
    assert (action.due, action.due_date) == (due, due_date)


def test_the_next_meeting_is_the_date_that_the_minutes_print() -> None:
    text = (
        "The Clerk to write to the landlord before the next meeting.\n# 8. Date of next meeting\nTuesday 9 April 2024"
    )
    assert [action.due_date for action in said(text).actions] == [date(2024, 4, 9)]


@pytest.mark.parametrize(
    "due",
    [
        "on the first Tuesday in May 2024",
        "over the weekend of 18 May 2024",
        "in the third quarter",
        "before publication",
        "as soon as there was a quotation to share",
        "when he receives it",
        "at the May work session",
        "ahead of the summer term",
        "before the tender was issued",
        "for September’s meeting",
        "around January 2025",
        "in six months time",
        "in the next village magazine",
        "before the 14th",
        "in a year’s time",
        "from the next quarter",
        "from Quarter 4",
        "next spring",
        "this term",
        "before confirming the toll",
        "two weeks after the new tolls start",
        "after the meeting",
        "before the weekend",
        "in May half term",
        "for May FPC",
        "before the half-term holiday",
        "within 14 days of the meeting",
        "in time for publication in January",
        "before the next Board",
        "before the new tolls took effect",
        "in the next iteration of the report",
        "to the next quarterly return",
        "each term",
    ],
)
def test_more_ways_to_say_when(due: str) -> None:
    assert only(f"The Clerk to write to the owner {due}.").due == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("every Thursday until the end of March", "until the end of March"),
        ("on its future to the May meeting", "to the May meeting"),
        ("ahead of the autumn fair and the Reeve would see to it", "ahead of the autumn fair"),
    ],
)
def test_words_before_the_day_are_no_part_of_it(words: str, due: str) -> None:
    assert only(f"The Clerk to send a note {words}.").due == due


def test_the_date_of_an_action_table_is_when_the_task_is_due() -> None:
    action = only("|! Date | Action | Owner | Due\n| 6 February 2024 | Mend the gate | TO | 3 May 2024")
    assert action.due == "3 May 2024"


def test_since_when_a_task_was_put_off_is_not_when_it_is_due() -> None:
    assert only("The Clerk to see to the hedge with the owner (c/f from May).").due is None
