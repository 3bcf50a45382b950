"""Actions that are marked as such."""

import pytest

from tests.extract.actions.samples import only, tasks
from tests.extract.samples import said


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("ACTION: The Clerk to write to the landlord.", "The Clerk to write to the landlord.", "The Clerk"),
        ("Action: Una Keld to write to the landlord.", "Una Keld to write to the landlord.", "Una Keld"),
        ("Action – UK to write to the landlord", "UK to write to the landlord", "UK"),
        ("Action: write to the landlord", "write to the landlord", None),
        ("The gate is broken. ACTION: Cllr Orme to mend it.", "Cllr Orme to mend it.", "Cllr Orme"),
        ("The gate is broken and must be mended (Action: TO).", "The gate is broken and must be mended", "TO"),
        ("The gate is broken and must be mended.\nAction: TO", "The gate is broken and must be mended.", "TO"),
        ("The gate must be mended. ACTION: Clerk", "The gate must be mended.", "Clerk"),
        ("ACTION POINT 3: UK to write to the landlord", "UK to write to the landlord", "UK"),
        ("AP1 UK to write to the landlord", "UK to write to the landlord", "UK"),
        ("Action FP/31: UK to write to the landlord", "UK to write to the landlord", "UK"),
        ("ACTION W7 – UK to write to the landlord", "UK to write to the landlord", "UK"),
        ("AI: UK to write to the landlord", "UK to write to the landlord", "UK"),
        ("AI: Una – a note to the landlord", "Una – a note to the landlord", "Una"),
        ("• AI: Una to write to the landlord", "Una to write to the landlord", "Una"),
        ("AI(Una): write to the landlord", "write to the landlord", "Una"),
        ("TODO(@una): write to the landlord", "write to the landlord", "@una"),
        ("Action(s): UK to write to the landlord", "UK to write to the landlord", "UK"),
        ("The gate is broken and must be mended [UK]", "The gate is broken and must be mended", "UK"),
        ("The gate is broken and must be mended. (UK)", "The gate is broken and must be mended.", "UK"),
        ("AP109 – Mend the gate. (UK) This was done.", "Mend the gate. (UK) This was done.", "UK"),
        (
            "AP107 – Which of us is to pay? (UK / ALL) See below.",
            "Which of us is to pay? (UK / ALL) See below.",
            "UK / ALL",
        ),
        ("ACTION UK to write to the landlord", "UK to write to the landlord", "UK"),
        ("The gate is old. ACTION Una, scan the deed", "scan the deed", "Una"),
        ("The Clerk undertook to ask the landlord. ACTION", "The Clerk undertook to ask the landlord.", "The Clerk"),
        ("Una will ask about that. Get two. ACTION", "Una will ask about that. Get two.", "Una"),
        ("ACTION KELD: lock the chest of deeds", "lock the chest of deeds", "KELD"),
        ("Action 4 – For all to read the plan", "For all to read the plan", "all"),
        ("Action: Papers to the Clerk (ALL)", "Papers to the Clerk (ALL)", "ALL"),
        ("The gate is broken and must be mended [ACTION TO/UK].", "The gate is broken and must be mended", "TO/UK"),
        ("ACTION UK/TO: write to the landlord", "write to the landlord", "UK/TO"),
        ("ACTION UNA/DODO: write to the landlord", "write to the landlord", "UNA/DODO"),
        ("Action (UK): write to the landlord", "write to the landlord", "UK"),
        ("[AP UK] write to the landlord", "write to the landlord", "UK"),
        ("To do: mend the gate (UK)", "mend the gate (UK)", "UK"),
        ("Follow-up: Una to ask the landlord", "Una to ask the landlord", "Una"),
        ("The gate is broken and must be mended Action Una", "The gate is broken and must be mended", "Una"),
        ("UK will mend the gate. UK Action.", "UK will mend the gate.", "UK"),
        ("The gate must be mended. All agreed – action TO.", "The gate must be mended.", "TO"),
        ("AI-20240312-1 Una to write to the landlord", "Una to write to the landlord", "Una"),
        ("The gate is broken and must be mended (UK to action).", "The gate is broken and must be mended", "UK"),
        ("The gate is to be looked at.\n**(Clerk/UK to Action)**", "The gate is to be looked at.", "Clerk/UK"),
        (
            "The sign by the ford was loose ACTION Constable Tarn please.",
            "The sign by the ford was loose",
            "Constable Tarn",
        ),
        ("ACTION: Church treasurers to send in accounts", "Church treasurers to send in accounts", "Church treasurers"),
        ("ACTION – UK item for the next meeting", "UK item for the next meeting", "UK"),
        ("Action: @una to mend the gate", "@una to mend the gate", "@una"),
        ("Action (to Una): can the gate be mended?", "can the gate be mended?", "Una"),
    ],
)
def test_a_marked_action(text: str, task: str, owner: str | None) -> None:
    action = only(text)
    assert (action.text, action.owner, action.tier) == (task, owner, "explicit")
    assert action.rule == "action.marker"


def test_tasks_of_which_a_line_break_was_lost_are_two() -> None:
    minutes = said("Action - UK to ask the joiner Action - TO to ask the smith")
    assert tasks(minutes) == [("UK to ask the joiner", "UK"), ("TO to ask the smith", "TO")]


def test_capitals_that_mark_a_task_are_no_item() -> None:
    minutes = said("The bench at the ford to be logged.\nACTION UK\nThe path is wet.\nACTIONS CB/UK\nIt hangs.")
    assert [action.owner for action in minutes.actions] == ["UK", "CB/UK"]


def test_a_marker_that_stands_alone_is_no_item() -> None:
    action = only("A list of the boats will be sent round.\n**Action: Deputy Director**\nThe minutes were read.")
    assert (action.owner, action.tier) == ("Deputy Director", "explicit")


def test_what_two_people_are_to_do_is_two_tasks() -> None:
    first, second = said("Ada Brindle will send the figures to the county and UK to put them on the board.").actions
    assert (first.owner, second.owner) == ("Ada Brindle", "UK")
    assert second.text == "UK to put them on the board."


def test_who_is_to_action_what_the_sentence_before_tells() -> None:
    text = "Cllr Sallow asked that the gate be mended. The Clerk would action this by 3 May."
    action = only(text)
    assert (action.text, action.owner, action.due) == (text, "The Clerk", "by 3 May")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("• Ask Tom to audit the accounts.", "Tom"),
        ("• Write up a contract for the loan of tools.", None),
        ("• Will look at the damaged rail.", None),
        ("Una: find a new hall", "Una"),
        ("The gate is open – send a letter to the owner.", None),
    ],
)
def test_what_is_to_be_done_as_an_order(text: str, owner: str | None) -> None:
    assert only(text).owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "The Climate Action Group met in May.",
        "Task group: three members attended.",
        "The flag was bought and is put to use (Strategic).",
        "Write up a contract.",
        "There is a shed, which he would donate.",
    ],
)
def test_words_that_mark_nothing(text: str) -> None:
    assert not said(text).actions


@pytest.mark.parametrize(
    ("text", "task", "owner", "due"),
    [
        ("**Action:** Mend the gate. **Lead:** Una Keld **Due:** May 2024", "Mend the gate.", "Una Keld", "May 2024"),
        ("Action required: Clerk to mend the gate. By: May 2024", "Clerk to mend the gate.", "Clerk", "May 2024"),
        ("ACTION: Mend the gate\nOwner: Clerk\nDeadline: 30 June 2024", "Mend the gate", "Clerk", "30 June 2024"),
        ("Owner: Una Keld\nAction: Mend the gate\nDue: Q3", "Mend the gate", "Una Keld", "Q3"),
        ("# ACTION: UK / TO to mend it by May 2024.", "UK / TO to mend it by May 2024.", "UK / TO", "by May 2024"),
    ],
)  # fmt: skip
def test_labels_after_a_marked_action(text: str, task: str, owner: str, due: str) -> None:
    action = only(text)
    assert (action.text, action.owner, action.due, action.tier) == (task, owner, due, "explicit")


def test_a_line_below_the_word_action_is_marked() -> None:
    action = only("ACTION\nUna Keld to mend the gate.")
    assert (action.text, action.owner, action.tier) == ("Una Keld to mend the gate.", "Una Keld", "explicit")


def test_of_the_paragraphs_above_a_mark_without_a_place_the_one_that_gives_its_owner_a_task_is_marked() -> None:
    action = only("The gate is broken. UK to mend the gate by May.\nMembers thanked the staff.\n> UK")
    assert (action.text, action.tier) == ("UK to mend the gate by May.", "explicit")


def test_of_a_paragraph_above_a_mark_the_sentence_that_gives_a_task_is_marked() -> None:
    text = "Members asked the Clerk to contact the county. Una said that the page would start small.\nACTION UK"
    assert [(a.text, a.owner) for a in said(text).actions] == [("Members asked the Clerk to contact the county.", "UK")]


def test_a_sentence_right_above_a_mark_in_which_somebody_takes_it_on_is_the_one_marked() -> None:
    text = "Members asked the Clerk to print a leaflet. Ms Keld agreed to see to this.\nACTION UK"
    assert [a.text for a in said(text).actions if a.tier == "explicit"] == ["Ms Keld agreed to see to this."]


@pytest.mark.parametrize(
    "text",
    [
        "Action: None",
        "Action: Slides received, no action taken.",
        "Action: The Board took no reportable action.",
        "Action: On a motion by Orme, seconded by Tay, and carried unanimously to let the quay.",
        "Action: noted",
        "Climate Action – a talk was given.",
        "ACTION PLAN: see below",
        "(ACTION UK)",
        "AI: what it means for schools",
    ],
)
def test_the_word_action_alone_marks_nothing(text: str) -> None:
    assert said(text).actions == ()


def test_the_sentence_that_names_the_owner_and_gives_a_task_is_the_one_marked() -> None:
    assert only("UK to write to the landlord. The gate is broken.\n> UK").text == "UK to write to the landlord."
    assert only("The gate has not been mended yet. UK to pursue.\n> UK").text == "UK to pursue."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UK has a friend there and will ring her this week. The owners will be informed by then.\n> TO", "The"),
        (
            "TO said that he would email it to UK by Friday. AB asked that old entries are taken off the log.\n> UK",
            "AB",
        ),
    ],
)
def test_a_mark_means_no_task_of_somebody_else(text: str, told: str) -> None:
    explicit = [action for action in said(text).actions if action.tier == "explicit"]
    assert [action.text.split(" ")[0] for action in explicit] == [told]


def test_a_mark_may_say_to_which_meeting() -> None:
    text = (
        "4.3 Ada asked for a list of moorings to come to the panel.\n4.4 The Board thanked Una.\n> UK – Quay Panel, May"
    )
    (action,) = said(text).actions
    assert (action.owner, action.due, action.text[:3]) == ("UK", "May", "Ada")
    (task,) = said("The quay is silting up.\n> UK – a plan for the panel").actions
    assert task.text == "UK – a plan for the panel"


def test_a_mark_below_a_task_with_an_owner_of_its_own_is_anothers() -> None:
    text = "The pond was cleared. Tom is to draw up a plan of the weir.\n> UK to file the return by May\n> TO"
    assert [(action.owner, action.text) for action in said(text).actions] == [
        ("TO", "Tom is to draw up a plan of the weir."),
        ("UK", "UK to file the return by May"),
    ]


@pytest.mark.parametrize(
    ("text", "task", "owner", "due"),
    [
        ("Una to see the weir. Action carried forward – UK", "Una to see the weir.", "UK", None),
        ("The others are to read it. Action: all who have not", "The others are to read it.", "all who have not", None),
        ("It leaks. Action: Clerk, via TO – a new pump", "Clerk, via TO – a new pump", "Clerk, via TO", None),
        (
            "It leaks. Action: TO to price it – May Ferry Board",
            "TO to price it – May Ferry Board",
            "TO",
            "May Ferry Board",
        ),
        ("Two keys are lost. **Clerk to change the lock.**", "Clerk to change the lock.", "Clerk", None),
    ],
)
def test_a_mark_may_say_what_becomes_of_a_task_or_for_whom_it_is(
    text: str, task: str, owner: str, due: str | None
) -> None:
    action = only(text)
    assert (action.text, action.owner, action.due, action.tier) == (task, owner, due, "explicit")


@pytest.mark.parametrize(
    "text", ["Two keys are lost. **Clerk to the Guild**", "**Clerk to change the lock.** All agreed."]
)
def test_what_else_is_in_bold_marks_no_task(text: str) -> None:
    assert [action for action in said(text).actions if action.tier == "explicit"] == []


def test_how_a_task_stands_after_who_is_to_do_it() -> None:
    action = only("The Clerk still to measure the shed.\nAction: TO (carried forward)")
    assert (action.text, action.owner, action.status) == ("The Clerk still to measure the shed.", "TO", "open")


def test_by_whom_something_is_to_be_actioned_marks_what_stands_above_it() -> None:
    told = said("The miller asks for a lamp. To be put on the agenda for May.\n\nTo be actioned by Una Keld")
    assert [(action.text, action.owner, action.tier) for action in told.actions] == [
        ("To be put on the agenda for May.", "Una Keld", "explicit")
    ]
