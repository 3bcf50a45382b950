"""Tasks told in full at the side of the text."""

import pytest

from tests.extract.actions.samples import only
from tests.extract.samples import FRONT, minutes_of, said


def test_tasks_in_the_action_column_of_minutes_set_as_a_table_are_told_apart() -> None:
    rows = """
|! Item | Discussion | Action / Lead
| 1. The pond | The pond was found to be low. | UK to read the gauge TO – a plan for the sluice by 3 May
"""
    minutes = minutes_of(FRONT + "The Chair thanked the Clerk. Members noted the report.\n" + rows)
    assert minutes.items[-1].title == "The pond"
    assert [(action.text, action.owner, action.tier) for action in minutes.actions] == [
        ("UK to read the gauge", "UK", "explicit"),
        ("TO – a plan for the sluice by 3 May", "TO", "explicit"),
    ]


@pytest.mark.parametrize(
    ("note", "owner", "due"),
    [
        ("UK to update the register", "UK", None),
        ("Una Keld tasked with finding a joiner", "Una Keld", None),
        ("Gate plan to the May meeting – UK", "UK", "to the May meeting"),
        ("Gate plan to the Finance Committee – UK, 24 April 2024", "UK", "24 April 2024"),
        ("The work plan to be amended.\n> UK, April", "UK", "April"),
    ],
)
def test_a_task_told_in_the_margin(note: str, owner: str, due: str | None) -> None:
    minutes = said(f"The gate was talked about at length.\n> {note}\nThe Chair thanked all.")
    assert [(a.text, a.owner, a.due, a.tier) for a in minutes.actions] == [
        (note.partition("\n")[0], owner, due, "explicit")
    ]


BOTH = (
    "|! Item | Discussion | Decision / Action\n# 2. Weirs\nThe sluice was seen and found to be stiff.\n{}\n# 3. Oars\n"
)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("Report noted.\nUK – grease the sluice – asap", [("UK – grease the sluice – asap", "UK", "asap")]),
        (
            "TO / lock keepers – new ropes by May half term\nUK to oil the winch.",
            [
                ("TO / lock keepers – new ropes by May half term", "TO / lock keepers", "by May half term"),
                ("UK to oil the winch.", "UK", None),
            ],
        ),
        ("UK – a list of the ropes, 13 May", [("UK – a list of the ropes, 13 May", "UK", "13 May")]),
        ("TO agreed to draw up a guide to the sluice.\nTO – sluice guide", [("TO – sluice guide", "TO", None)]),
        ("UK – the winch was oiled in May", []),  # what was said
        ("XY – grease the sluice", []),  # nobody at the meeting
        ("UK – winch, ropes\nThe Chair thanked her.", []),  # no entry of the last column, which ends the item
    ],
)
def test_a_column_of_decisions_and_actions_holds_tasks_among_them(
    entries: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(a.text, a.owner, a.due) for a in said(BOTH.format(entries)).actions] == expected


def test_who_stands_before_a_dash_is_no_task_where_no_column_is_headed_so() -> None:
    assert said("The sluice was seen.\nUK – grease, ropes").actions == ()


@pytest.mark.parametrize(
    ("note", "owner", "due"),
    [
        ("UK/TOr: a note on tolls, 13 May", "UK/TOr", "13 May"),
        ("Partners – views on the lock to the Clerk by 9 May", "Partners", "by 9 May"),
    ],
)
def test_whose_task_a_note_tells_and_when(note: str, owner: str, due: str) -> None:
    action = only(f"The weir was seen.\n> {note}")
    assert (action.text, action.owner, action.due) == (note, owner, due)
