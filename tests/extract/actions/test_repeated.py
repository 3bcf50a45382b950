"""Tasks that minutes tell twice: in prose and at a mark, in a list or in a table."""

import pytest

from tests.extract.actions.samples import only, tasks
from tests.extract.samples import said


def test_a_motion_that_is_printed_again_as_resolved_gives_its_task_once() -> None:
    motion = "Agree to submit a bid for a new bridge to the harbour trust"
    resolved = f"RESOLVED that the Committee:\n(a) {motion}; and\n(b) Note the report."
    text = f"The Chair put forward the proposal to:\n(a) {motion}.\n{resolved}"
    assert [text for text, _ in tasks(said(text))] == [motion]
    once = "RESOLVED: That the village should take part and the Clerk should notify those who run the fair."
    assert [owner for _, owner in tasks(said(once))] == ["the Clerk"]


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk will contact the county.\n> UK",
        "The Clerk will contact the county (Action: UK).",
        "The Clerk will contact the county.\nAction: UK",
    ],
)
def test_a_marked_task_is_not_told_again_from_the_prose_above_is_one_action(text: str) -> None:
    action = only(text)
    assert (action.text, action.tier) == (text.split("\n")[0].removesuffix(" (Action: UK)."), "explicit")


def test_a_task_told_right_above_its_mark_in_other_words_is_one_action() -> None:
    action = only("Tom Orme agreed to look into the tolls.\nAction: A note on tolls.\nResponsible Officers: Tom Orme")
    assert (action.text, action.owner) == ("A note on tolls.", "Tom Orme")


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


@pytest.mark.parametrize(
    ("told", "listed", "count"),
    [
        ("Tom Orme agreed to mend the gate by the mill.", "Tom Orme to mend the mill gate", 1),
        ("Tom Orme agreed to mend the gate by the mill.", "Una Keld to mend the mill gate", 2),
        ("Tom Orme agreed to mend the gate by the mill.", "Tom Orme to write to the landlord", 2),
    ],
)
def test_a_task_told_in_prose_and_listed_elsewhere_is_one_action(told: str, listed: str, count: int) -> None:
    actions = said(f"{told}\n# 8. Action items\n• {listed}").actions
    assert len(actions) == count
    assert actions[-1].tier == "explicit"


def test_a_task_above_the_reference_of_an_entry_of_the_action_table_is_that_entry() -> None:
    minutes = said(
        "Una will ask the miller. [7/02]\nTom will ring the smith. [7/09]\n"
        "|! Ref | Action | Owner | Due\n| 7/01 | Order oars | Tom | May\n| 7/02 | Price of a dam | Una | June"
    )
    assert [task for task, _ in tasks(minutes)] == [
        "Tom will ring the smith.", "Order oars", "Price of a dam",
    ]  # fmt: skip


def test_the_reference_of_an_entry_may_end_the_task_itself() -> None:
    minutes = said(
        "• Una to ask the miller (Action 7.1)\n• Nia to call a meeting (Action 7.9)\n"
        "Action on Tom – paint the boats red. (7.2)\n"
        "|! No. | Sec. | Action | Owner\n| 7.1 | 1 | Price of a dam | UK\n| 7.2 | 2 | Boats in the loft | TO"
    )
    assert [task for task, _ in tasks(minutes)] == [
        "Nia to call a meeting (Action 7.9)", "Price of a dam", "Boats in the loft",
    ]  # fmt: skip
    assert not minutes.metrics


def test_the_number_of_an_entry_stands_behind_the_word_action() -> None:
    minutes = said(
        "Una will ask the miller. (ACTION 14a)\nTom will ring the smith. (ACTION 15)\nThere is room. [14a]\n"
        "|! No. | Action | Owner | Due\n| 13 | Order oars | Tom | May\n| 14a | Price of a dam | Una | June"
    )
    assert [task for task, _ in tasks(minutes)] == ["Tom will ring the smith.", "Order oars", "Price of a dam"]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Una to take it to the mill panel for consent.", 1),  # listed with few of its words
        ("Una will chase these.", 1),
        ("Una to write to the owner of the barge.", 3),
        ("Tom to take it to the mill panel for consent.", 3),
    ],
)
def test_a_list_at_the_end_repeats_the_tasks_of_those_whose_initials_it_gives(told: str, count: int) -> None:
    rows = (
        "|! No | Action | Who | When\n| 1 | Take raft fee to mill panel | UK | May\n| 2 | Chase unpaid fees | UK | June"
    )
    minutes = said(f"The raft fee was raised.\n{told}\n{rows}")
    assert len(minutes.actions) == max(2, count)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "UK told the committee that she would bring a list of the moorings to all.\n> UK – moorings list",
            [("UK – moorings list", "UK", None)],
        ),
        ("UK to order new oars by June.\nAll were glad.\n> UK – oars", [("UK – oars", "UK", "by June")]),
        (
            "TO to order new oars.\nAll were glad.\n> UK – tide tables",
            [("TO to order new oars.", "TO", None), ("UK – tide tables", "UK", None)],
        ),
        (
            "The price of oars is up.\n> Oars Board (UK) – prices, June",
            [("Oars Board (UK) – prices, June", "Oars Board (UK)", "June")],
        ),
        ("The price of oars is up.\n> Oars Board (XY) – prices, June", []),
    ],
)
def test_a_task_in_the_margin_is_the_one_that_its_item_gave_the_same_person(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(a.text, a.owner, a.due) for a in said(text).actions] == expected


def test_what_somebody_undertakes_above_its_mark_is_one_task_though_the_mark_names_his_office() -> None:
    text = (
        "The Reeve replied that few came. He undertook to share the toll figures in good time.\n"
        "ACTION: Quay Office to send the toll counts for three years (Ms Keld, by 14 May 2024)"
    )
    assert [action.tier for action in said(text).actions] == ["explicit"]


def test_what_is_asked_for_right_above_its_mark_is_one_task() -> None:
    text = (
        "Ms Keld thought little of the survey of the weir, and asked that this be shared.\n"
        "Action: Tom Orme to share the survey of the weir by 3 May."
    )
    assert [action.tier for action in said(text).actions] == ["explicit"]
