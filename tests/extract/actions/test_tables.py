"""Tables of actions and action logs."""

from datetime import date

import pytest

from tests.extract.actions.samples import only, tasks
from tests.extract.samples import minutes_of, said


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("|! Action | Owner | Due", "| Write to the landlord | Una Keld | 30 April 2024"),
        ("|! No. | Action | Who | By when", "| 1 | Write to the landlord | Una Keld | 30 April 2024"),
        ("|! Task | Responsible | Deadline", "| Write to the landlord | Una Keld | 30 April 2024"),
        ("|! Due | Lead | Action points", "| 30 April 2024 | Una Keld | Write to the landlord"),
        ("|! Action | Owner | By", "| Write to the landlord | Una Keld | 30 April 2024"),
        ("|! Action(s) | Person(s) responsible | Due", "| Write to the landlord | Una Keld | 30 April 2024"),
        ("|! Next steps | Initials | Due", "| Write to the landlord | Una Keld | 30 April 2024"),
        ("|! To do | Volunteer | By when", "| Write to the landlord | Una Keld | 30 April 2024"),
        ("|! Follow-up | Responsible party | Due", "| Write to the landlord | Una Keld | 30 April 2024"),
    ],
)
def test_a_row_of_an_action_table(header: str, row: str) -> None:
    action = only(f"{header}\n{row}")
    assert (action.text, action.owner, action.due) == ("Write to the landlord", "Una Keld", "30 April 2024")
    assert (action.due_date, action.tier, action.rule) == (date(2024, 4, 30), "explicit", "action.table")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Done", "done"),
        ("Completed in May", "done"),
        ("Closed", "done"),
        ("Open", "open"),
        ("In progress", "open"),
        ("Carried forward", "open"),
        ("", None),
    ],
)
def test_how_an_action_stands(status: str, expected: str | None) -> None:
    action = only(f"|! Action | Owner | Status\n| Write to the landlord | Una Keld | {status}")
    assert (action.status, action.printed_status) == (expected, status or None)


def test_another_table_holds_no_actions() -> None:
    assert said("|! Payee | Amount\n| Alder Ltd | £40").actions == ()


def test_the_rows_of_an_action_log_are_actions() -> None:
    text = """
        # Amenities Committee action log
        | Una Keld to write to the landlord | Closed in May |
        | Tom Orme to mend the gate | Ongoing |
        """
    assert [(action.owner, action.status) for action in minutes_of(text).actions] == [
        ("Una Keld", "done"),
        ("Tom Orme", "open"),
    ]


@pytest.mark.parametrize(
    ("title", "count"),
    [("Actions of the previous meeting", 1), ("New actions", 1), ("Boats for hire", 0)],
)
def test_below_a_heading_of_actions_a_table_of_details_is_one_of_tasks(title: str, count: int) -> None:
    minutes = said(f"# 2. {title}\n|! No. | Detail | Resp. | Status\n| 2.1 | Mend the gate | TO | Not done")
    assert tasks(minutes) == [("Mend the gate", "TO")] * count


def test_a_row_labelled_action_below_others_with_labels() -> None:
    action = only("| Item | The gate |\n| Discussion | It hangs. |\n| Action | UK to mend the gate by 3 May |")
    assert (action.text, action.owner, action.due, action.tier) == (
        "UK to mend the gate by 3 May",
        "UK",
        "by 3 May",
        "explicit",
    )


def test_how_many_actions_there_were_is_no_task() -> None:
    assert said("2.2 Actions: there were seven actions in the book, four of them done.").actions == ()


def test_details_in_a_table_below_a_line_that_announces_actions_are_tasks() -> None:
    rows = "| 3.1 | 4 | Mend the lamp on the quay | UK\n| 3.2 | 6. | Ask the mill for flour | TO"
    table = f"|! No. | Sec. | Detail | Resp.\n{rows}"
    text = f"Una Keld will mend the lamp. (Action 3.1)\nActions:\n{table}"
    assert tasks(said(text)) == [("Mend the lamp on the quay", "UK"), ("Ask the mill for flour", "TO")]
    assert tasks(said(f"Stock of the loft:\n{table}")) == []
