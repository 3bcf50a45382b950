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
    "mark", ["UK will draw it up anew by May. [{}]", "UK will draw it up anew by May.\n# ACTION {} – UK"]
)
@pytest.mark.parametrize(("number", "count"), [("12/03", 1), ("12/04", 2)])
def test_a_task_told_with_the_number_of_a_row_is_that_of_the_row(mark: str, number: str, count: int) -> None:
    told = mark.format(number)
    minutes = said(f"{told}\n# 9. New actions\n|! Ref | Action | Owner\n| 12/03 | Redraft the tolls | UK")
    assert len(minutes.actions) == count
    assert "UK" not in [item.title for item in minutes.items]


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


@pytest.mark.parametrize(
    ("told", "head", "count"),
    [
        ("Una to send them off.", "Item", 2),
        ("Una will see that the lamps are all lit before the regatta.", "Item", 2),
        ("It was agreed to ask the Mill Trust to take our side.", "Item", 2),
        ("Una to send them off.", "No.", 3),  # where the numbers may be running ones
        ("Una to send the deeds off.", "Item", 3),
        ("Tom to send them off.", "Item", 3),
    ],
)
def test_a_row_with_the_number_of_an_item_is_the_task_told_there(told: str, head: str, count: int) -> None:
    rows = f"|! {head} | Task | Who\n| 7 | Check the lamps | Una\n| 7 | Ring the Mill Trust | Una"
    assert len(said(f"{told}\n{rows}").actions) == count


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("The Chair offered to see how the next mill fares.", 1),  # Cllr Ada Brindle, in other words
        ("Cllr Brindle would count them again without the barges.", 1),
        ("Tom Orme would count them again without the barges.", 2),
    ],
)
def test_a_task_told_in_the_paragraph_that_a_row_gives_by_its_number_is_that_of_the_row(told: str, count: int) -> None:
    rows = "|! Minute | Action | Lead | By when\n| 2.3 | Toll tables | AB | May"
    minutes = said(f"# 2. Tolls\n2.3 The tolls were long. {told}\n# 3. Actions\n{rows}")
    assert len(minutes.actions) == count


def test_how_many_actions_there_were_is_no_task() -> None:
    assert said("2.2 Actions: there were seven actions in the book, four of them done.").actions == ()


@pytest.mark.parametrize(("rows", "count"), [(3, 3), (2, 5)])
def test_a_table_that_sums_up_the_tasks_marked_above_it_gives_them_their_dates(rows: int, count: int) -> None:
    told = [
        ("UK to send the tide tables to the mill", "Tide tables to the mill", "Una Keld", "3 May"),
        ("TO to mend the sluice gate", "Mend sluice gate", "Tom Orme", "4 May"),
        ("AB to price six brass lamps", "Price of brass lamps", "Ada Brindle", "5 May"),
    ]
    marks = "\n".join(f"It was long.\nAction: {mark}." for mark, _, _, _ in told)
    table = "\n".join(f"| {row} | {who} | {when}" for _, row, who, when in told[:rows])
    actions = said(f"{marks}\n# 9. Action summary\n|! Action | Who | When\n{table}").actions
    assert len(actions) == count
    assert [action.due for action in actions][:1] == (["3 May"] if rows == 3 else [None])
