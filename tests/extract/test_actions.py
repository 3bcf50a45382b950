"""Tasks: marked as actions or told in prose, with who is to do them and by when."""

import re
from datetime import date
from pathlib import Path

import pytest

from extract import extract
from ingest.builder import TextBuilder, Word
from minutes.model import Action, Document, Minutes
from tests.extract.samples import FRONT, MARKS, document_of, extracted, minutes_of, said


def tasks(minutes: Minutes) -> list[tuple[str, str | None]]:
    return [(action.text, action.owner) for action in minutes.actions]


def only(text: str) -> Action:
    (action,) = said(text).actions
    return action


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


@pytest.mark.parametrize(
    ("entry", "task", "owner", "status"),
    [
        ("[ ] Una: mend the gate", "mend the gate", "Una", "open"),
        ("[x] Una to mend the gate", "Una to mend the gate", "Una", "done"),
        ("[ ] Mend the gate (Tom)", "Mend the gate (Tom)", "Tom", "open"),
        ("☐ Tom to mend the gate", "Tom to mend the gate", "Tom", "open"),
        ("☐ The map should be redrawn", "The map should be redrawn", None, "open"),
        ("☐ By May each guild should send a list", "By May each guild should send a list", None, "open"),
        ("☑ Tom to mend the gate", "Tom to mend the gate", "Tom", "done"),
    ],
)
@pytest.mark.parametrize("bullet", ["• ", ""])
def test_an_entry_with_a_box_to_tick(bullet: str, entry: str, task: str, owner: str, status: str) -> None:
    action = only(f"{bullet}{entry}")
    assert (action.text, action.owner, action.tier, action.status) == (task, owner, "explicit", status)


def test_tasks_in_a_list_may_begin_with_whom_they_are_for() -> None:
    minutes = said(
        "**Action items:**\n• all - read the notes\n• fairs - submit the plan for May\n• bins – the green ones"
    )
    assert tasks(minutes) == [("read the notes", "all"), ("submit the plan for May", None)]


def test_what_an_item_is_about_is_no_task() -> None:
    assert (
        said("**8. Chairman to sign the declaration**\nCllr Brindle signed it and the Clerk witnessed it.").actions
        == ()
    )


def test_those_who_are_ticked_off_are_no_tasks() -> None:
    minutes = minutes_of(
        "# Ferry Group notes\n4 March 2024\nAttendees:\n• [x] Una Keld (Clerk) - Mill Guild\n• [x] T Orme - Ponds\n"
        "• [ ] Nia Tay - Mill Guild\n# Oars\n• TODO: Una to buy two\n• Tom: one is enough"
    )
    assert tasks(minutes) == [("Una to buy two", "Una")]


def test_tasks_of_which_a_line_break_was_lost_are_two() -> None:
    minutes = said("Action - UK to ask the joiner Action - TO to ask the smith")
    assert tasks(minutes) == [("UK to ask the joiner", "UK"), ("TO to ask the smith", "TO")]


@pytest.mark.parametrize("line", ["☒ Present ☐ Absent", "☐ The pond should look nice", "☒ Open session", "☐ Yes"])
def test_a_box_of_a_form_is_no_task(line: str) -> None:
    assert not said(line).actions


def test_initials_after_a_sentence_are_those_of_a_column() -> None:
    action = only("The plan will be shown on the board by the door. UK")
    assert (action.text, action.owner, action.rule) == (
        "The plan will be shown on the board by the door.", "UK", "action.column",
    )  # fmt: skip


def test_initials_that_end_several_lines_are_those_of_a_column() -> None:
    lines = said(
        "Letter to each class about the raft UK\nTea stall – find out who can do it TO\nThe shed was seen by TO"
    )
    assert tasks(lines) == [
        ("Letter to each class about the raft", "UK"),
        ("Tea stall – find out who can do it", "TO"),
    ]


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
    ("text", "owner", "due"),
    [
        ("Wulfric told the guild that he would mend the oars by June.", "Wulfric", "by June"),
        ("The Board agreed that the Clerk should form a group to look at the moorings.", "the Clerk", None),
        ("The Head of Mills and Slipway Repair would take this up.", "The Head of Mills and Slipway Repair", None),
        ("The Clerk will send the list out shortly.", "The Clerk", "shortly"),
    ],
)  # fmt: skip
def test_who_and_when(text: str, owner: str, due: str | None) -> None:
    action = only(text)
    assert (action.owner, action.due) == (owner, due)


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


def test_a_list_headed_by_a_line_alone() -> None:
    first, second = said("Action points\n• Ask the landlord (UK)\n• Tom – new rope by 4 June").actions
    assert (first.text, first.owner, first.tier) == ("Ask the landlord (UK)", "UK", "explicit")
    assert (second.text, second.owner, second.due) == ("new rope by 4 June", "Tom", "by 4 June")


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


def test_two_who_are_each_to_do_something_have_a_task_each_however_short() -> None:
    text = "Tom Orme will chair, and Una Keld will show the plans of the mill."
    assert [action.owner for action in said(text).actions] == ["Tom Orme", "Una Keld"]


def test_nobody_is_to_do_what_was_voted_down() -> None:
    assert (
        said(
            "Cllr Orme moved, seconded by Cllr Brindle, that the Clerk write to the owner. The motion was lost."
        ).actions
        == ()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Action: None",
        "Action: noted",
        "Climate Action – a talk was given.",
        "ACTION PLAN: see below",
        "(ACTION UK)",
        "AI: what it means for schools",
    ],
)
def test_the_word_action_alone_marks_nothing(text: str) -> None:
    assert said(text).actions == ()


@pytest.mark.parametrize(
    ("entry", "task", "owner", "status"),
    [
        ("• [UK] Mend the gate - Done", "Mend the gate", "UK", "done"),
        ("• [UK, TO] Gather moss (by May) and sort it.", "Gather moss (by May) and sort it.", "UK, TO", None),
        ("• (TO) Mend the gate", "Mend the gate", "TO", None),
        ("• [TO] Gate (north): re-paint it", "Gate (north): re-paint it", "TO", None),
    ],
)
def test_an_entry_that_begins_with_initials_is_marked_whatever_it_stands_under(
    entry: str, task: str, owner: str, status: str | None
) -> None:
    action = only(f"# 4. The gate\nWhat was carried forward:\n{entry}")
    assert (action.text, action.owner, action.tier, action.status) == (task, owner, "explicit", status)


@pytest.mark.parametrize("entry", ["• [UK] The gate is old.", "• [XY] Mend the gate", "• [UK] said that it hangs."])
def test_what_else_begins_with_initials_is_no_task(entry: str) -> None:
    assert said(f"# 4. The gate\n{entry}").actions == ()


def test_nobody_is_the_owner_of_what_is_yet_to_be_given() -> None:
    assert only("# 4. Actions\n• [TBA] Mend the gate").owner is None


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that the gate be mended and the joiner paid.",
        "This worry was noted to be passed on to the landlord.",
        "To discuss next time.",
    ],
)
def test_the_one_paragraph_below_a_heading_action_is_the_task(text: str) -> None:
    action = only(f"# 4. The gate\nIt hangs.\n# Action\n{text}\n# 5. The bench\nIt is wet.")
    assert (action.text, action.tier) == (text, "explicit")


@pytest.mark.parametrize("head", ["Actions:", "ACTION", "The Board set the following actions:"])
def test_a_list_below_a_line_that_announces_actions(head: str) -> None:
    minutes = said(f"{head}\n• Una Keld to write to the landlord\n• Arrange a visit to the mill\n• The mill is old")
    assert tasks(minutes) == [("Una Keld to write to the landlord", "Una Keld"), ("Arrange a visit to the mill", None)]


def test_initials_in_the_last_column_of_minutes_set_as_a_table_mark_a_sentence() -> None:
    action = only(
        "| Item | Discussion | Action\n"
        "| 1 | The gate was found to be broken. Tom Orme would mend it by 3 May. All were glad of that. | TO\n"
        "| 2 | Nothing more was said of the bench beside the pond. | "
    )
    assert (action.text, action.owner, action.due_date) == ("Tom Orme would mend it by 3 May.", "TO", date(2024, 5, 3))
    assert action.rule == "action.column"


def test_each_of_two_marks_beside_a_paragraph_has_a_sentence_of_its_own() -> None:
    minutes = said("UK to write to the landlord. TO to mend the gate.\n> UK\n> TO")
    assert tasks(minutes) == [("UK to write to the landlord.", "UK"), ("TO to mend the gate.", "TO")]


@pytest.mark.parametrize(
    ("note", "owner", "due"),
    [
        ("UK", "UK", None),
        ("UK/TO", "UK/TO", None),
        ("Clerk", "Clerk", None),
        ("All", "All", None),
        ("UK by 30 April 2024", "UK", "by 30 April 2024"),
    ],
)
def test_initials_in_the_margin_mark_the_sentence_beside_them(note: str, owner: str, due: str | None) -> None:
    action = only(f"The gate is broken. It should be mended.\n> {note}")
    assert (action.text, action.owner, action.due) == ("It should be mended.", owner, due)
    assert (action.tier, action.rule) == ("explicit", "action.column")


def test_the_sentence_that_names_the_owner_and_gives_a_task_is_the_one_marked() -> None:
    assert only("UK to write to the landlord. The gate is broken.\n> UK").text == "UK to write to the landlord."
    assert only("The gate has not been mended yet. UK to pursue.\n> UK").text == "UK to pursue."


def test_a_due_date_may_stand_below_the_initials() -> None:
    action = only("The gate should be mended.\n> UK\n> by 30 April 2024")
    assert (action.owner, action.due) == ("UK", "by 30 April 2024")


@pytest.mark.parametrize("note", ["Action", "page 3", "see below"])
def test_other_words_in_the_margin_mark_nothing(note: str) -> None:
    assert said(f"The gate is broken.\n> {note}").actions == ()


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("|! Action | Owner | Due", "| Write to the landlord | Una Keld | 30 April 2024"),
        ("|! No. | Action | Who | By when", "| 1 | Write to the landlord | Una Keld | 30 April 2024"),
        ("|! Task | Responsible | Deadline", "| Write to the landlord | Una Keld | 30 April 2024"),
        ("|! Due | Lead | Action points", "| 30 April 2024 | Una Keld | Write to the landlord"),
        ("|! Action | Owner | By", "| Write to the landlord | Una Keld | 30 April 2024"),
    ],
)
def test_a_row_of_an_action_table(header: str, row: str) -> None:
    action = only(f"{header}\n{row}")
    assert (action.text, action.owner, action.due) == ("Write to the landlord", "Una Keld", "30 April 2024")
    assert (action.due_date, action.tier, action.rule) == (date(2024, 4, 30), "explicit", "action.table")


@pytest.mark.parametrize(
    ("by", "owner", "due"),
    [
        ("UK", "UK", None),
        ("Deputy Head", "Deputy Head", None),
        ("3 May 2024", None, "3 May 2024"),
        ("June", None, "June"),
    ],
)
def test_a_column_by_is_of_those_who_do_it_or_of_when(by: str, owner: str | None, due: str | None) -> None:
    action = only(f"|! No. | Action | By | Status\n| 4 | Write to the landlord | {by} | Open")
    assert (action.owner, action.due) == (owner, due)


def test_what_was_carried_forward_is_due_then() -> None:
    assert only("|! No. | Action | By | Status\n| 4 | Mend the gate | UK | C/f to January").due == "January"


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
    assert action.status == expected


def test_another_table_holds_no_actions() -> None:
    assert said("|! Payee | Amount\n| Alder Ltd | £40").actions == ()


@pytest.mark.parametrize(
    ("entry", "task", "owner", "status"),
    [
        ("• [UK] write to the landlord", "write to the landlord", "UK", None),
        ("• Una Keld: Write to the landlord", "Write to the landlord", "Una Keld", None),
        ("• Una Keld to write to the landlord", "Una Keld to write to the landlord", "Una Keld", None),
        ("• [UK] write to the landlord [done]", "write to the landlord", "UK", "done"),
        ("• [UK] write to the landlord (in progress)", "write to the landlord", "UK", "open"),
        ("• Una check on the letter", "Una check on the letter", "Una", None),
        ("• Una/Tom ask the county", "Una/Tom ask the county", "Una/Tom", None),
        ("• Una :: Write to the landlord", "Write to the landlord", "Una", None),
    ],
)
def test_an_entry_of_a_list_of_actions(entry: str, task: str, owner: str, status: str | None) -> None:
    action = only(f"# 8. Action items\n{entry}")
    assert (action.text, action.owner, action.status) == (task, owner, status)
    assert (action.tier, action.rule) == ("explicit", "action.list")


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


@pytest.mark.parametrize("title", ["To do", "To-do list", "Follow-up actions", "Assignments", "Actions arising"])
def test_other_heads_of_a_list_of_tasks(title: str) -> None:
    assert only(f"# 8. {title}\n• UK to write to the landlord").tier == "explicit"


def test_a_list_of_tasks_below_a_decision_holds_no_limbs_of_it() -> None:
    minutes = said("Decision: Apply for the grant again. Action items:\n• Una: ask the county\n• Tom: draft a letter")
    assert [decision.text for decision in minutes.decisions] == ["Apply for the grant again."]
    assert [owner for _, owner in tasks(minutes) if owner] == ["Una", "Tom"]


@pytest.mark.parametrize(
    ("text", "owner", "rule"),
    [
        ("The Clerk to write to the landlord.", "The Clerk", "action.to-do"),
        ("UK to circulate the rota.", "UK", "action.to-do"),
        ("The Clerk agreed to share the figures.", "The Clerk", "action.undertook"),
        ("Ms Keld offered to send the survey to members.", "Ms Keld", "action.undertook"),
        ("The Director undertook to look into the delay.", "The Director", "action.undertook"),
        ("Mr Tay said he would check the lock.", "Mr Tay", "action.undertook"),
        ("Mr Tay thanked the Clerk and said he would check the lock.", "Mr Tay", "action.undertook"),
        ("A request was made for the lock to be reported on.", None, "action.asked"),
        ("The Clerk will contact the county.", "The Clerk", "action.will"),
        ("Cllr Brindle would arrange a visit.", "Cllr Brindle", "action.will"),
        ("Cllr Orme will varnish the bench by the pond.", "Cllr Orme", "action.person-will"),
        ("Members asked the Director to provide figures by ward.", "the Director", "action.asked"),
        ("The Committee requested that a briefing be provided.", None, "action.asked"),
        ("A briefing note should be circulated to members.", None, "action.to-be"),
        ("Dates for the walk to be arranged.", None, "action.to-be-done"),
        ("The matter should come back to the Committee in May.", None, "action.report-back"),
        ("Members were asked to send comments.", "Members", "action.asked"),
        ("The Clerk is to chase the county.", "The Clerk", "action.to-do"),
        ("In this regard UK would liaise with the band.", "UK", "action.will"),
        ("The map will be published by the Clerk.", "the Clerk", "action.to-be"),
        ("Ms Keld said that it was late and offered to come back to the panel.", "Ms Keld", "action.undertook"),
        ("No news of the bench (the Clerk to enquire).", "the Clerk", "action.to-do-aside"),
        ("We should invite the landlord.", None, "action.we"),
        ("Members repeated their wish to see the lease.", None, "action.wished"),
        ("Members supported the idea of the Clerk writing to the landlord.", "the Clerk", "action.wished"),
        ("Ada rang Una Keld, who will see if she can borrow a boat.", "Una Keld", "action.will-see"),
        ("Two benches to be installed by FWBC at the pond.", "FWBC", "action.to-be-done"),
        ("Mr Tay is at work on the lease and will also draft a letter.", "Mr Tay", "action.will"),
        ("Ms Keld said that she would once again be holding the raffle.", "Ms Keld", "action.undertook"),
        ("Tom Orme has kindly offered to paint the railings.", "Tom Orme", "action.has-undertaken"),
        ("The Chief Executive committed to sharing the figures.", "The Chief Executive", "action.undertook"),
        ("The Audit Committee will be asked to look at the reserves.", "The Audit Committee", "action.asked"),
        ("Members are asked to return their forms to the Clerk.", "Members", "action.are-asked"),
        ("The Clerk has been tasked with finding a contractor.", "The Clerk", "action.are-asked"),
        ("The Chair directed staff to return with an estimate.", "staff", "action.asked"),
        ("The Chair requested the Surveyor inspect the drain.", "the Surveyor", "action.asked"),
        ("Ms Keld is going to ask the caterers for a price.", "Ms Keld", "action.will"),
        ("All to send ideas to the Clerk.", "All", "action.to-do"),
        ("A letter of thanks is to be sent to the caretaker.", None, "action.to-be"),
        ("To be discussed at the next meeting.", None, "action.to-be-done"),
        ("We will have the new signs in place before the season opens.", None, "action.we"),
        ("We will hold a training evening on 29 October.", None, "action.we"),
        ("The next step is to meet the landlord.", None, "action.we"),
        ("The Clerk would varnish the notice board.", "The Clerk", "action.person-will"),
        ("UK to relabel the drawers.", "UK", "action.person-to"),
        ("The winning poster to be framed by the school.", None, "action.to-be-done"),
        ("The shed is damp – a new bolt to be fitted.", None, "action.to-be-done"),
        ("Norah to find out what a shed would cost.", "Norah", "action.to-do"),
        ("Eileen Tarn will varnish the oars.", "Eileen Tarn", "action.person-will"),
        ("Mr Tay said he would varnish it.", "Mr Tay", "action.person-agreed"),
        ("UK agreed to varnish the bench.", "UK", "action.person-agreed"),
        ("The damp would be looked into.", None, "action.to-be"),
        ("Committee members requested to tell the Clerk their dates.", "Committee members", "action.asked"),
        ("Una is to bake for the fair.", "Una", "action.person-will"),
        ("RESOLVED Cllr Orme to buy the rope.", "Cllr Orme", "action.to-do"),
        ("Old maps will be sourced by Una.", "Una", "action.to-be-by"),
        ("The Chair reminded members to send in their forms.", "members", "action.asked"),
        ("The Chair asked the Clerk to laminate the notice and to send it.", "the Clerk", "action.asked"),
        ("Una is going to do the rota.", "Una", "action.person-will"),
        ("We’ll send round the dates.", None, "action.we"),
        ("Due to charges, G Tarn would investigate another hall.", "G Tarn", "action.will"),
        ("Letters will be mailed this month.", None, "action.to-be"),
        ("5-2 Norah to apologise to the moorers.", "Norah", "action.to-do"),
        ("Una apologised and said she would send it to all.", "Una", "action.undertook"),
        ("The list went to the Clerk, who would send it round.", "the Clerk", "action.will"),
        ("Una and Tom will do the rota.", "Una and Tom", "action.person-will"),
        ("There was no reply from the joiner, UK to chase him.", "UK", "action.to-do-aside"),
        ("It was left with Una to send the dates round.", "Una", "action.to-do-aside"),
        ("A reminder will go out to all moorers.", None, "action.to-be"),
        ("Una took away an action to send the dates.", "Una", "action.undertook"),
        ("None yet, clerk to ask for reports.", "clerk", "action.to-do-aside"),
        ("Clerk to issue a reply to inform the owner.", "Clerk", "action.to-do"),
        ("Clerk chase Mr Tarn about more bins.", "Clerk", "action.office-do"),
        (
            "The shrub at the end of Weir Lane is overgrown - Clerk to contact the owners.",
            "Clerk",
            "action.to-do-aside",
        ),
        ("The lock on the gate by the weir is broken - committee to look into it.", "committee", "action.to-do-aside"),
        ("The lamp at the foot of the steps is out - Mr Orme to look at it.", "Mr Orme", "action.to-do-aside"),
        (
            "Ms Tay proposed that the band be invited to the fair, and was seconded by Cllr Orme.",
            None,
            "action.be-done",
        ),
    ],
)
def test_a_task_told_in_prose(text: str, owner: str | None, rule: str) -> None:
    action = only(text)
    assert (action.text, action.owner, action.tier, action.rule) == (text, owner, "implicit", rule)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms Tay will telephone the bank and Tom Orme will mend the gate.", ["Ms Tay", "Tom Orme"]),
        ("The Chair agreed to mend the gate and the Clerk is to look at the forms.", ["The Chair", "the Clerk"]),
        ("After some talk it was agreed that Una and Tom will write to the miller.", ["Una and Tom"]),
        ("UK to bring the plan to next meeting to discuss.", ["UK"]),
        ("UK queried this with the county, he will chase a reply.", ["UK"]),
        (
            "Cllr Orme had no answer, the Clerk will enquire of the bank and report back to the May meeting.",
            ["the Clerk"],
        ),
        ("Fire safety / Una Keld to attend. / Mondays.", ["Una Keld"]),
        ("The plan was read. / Chair to email this to all.", ["Chair"]),
        ("Please could all members send their photographs to the Clerk.", ["all members"]),
        ("The bench was broken. To be mended by the Caretaker.", ["the Caretaker"]),
        ("Duties were agreed to follow up those who had left.", [None]),
        ("Cllr Orme has a draft which he will give to all members.", ["Cllr Orme"]),
        ("Recommended that the panel be formed in October to report back in November.", [None]),
        ("It was decided to write to Messrs. Brock & Co., inquiring if they would lease a field.", [None]),
    ],
)
def test_who_does_which_of_the_tasks_of_a_sentence(text: str, expected: list[str | None]) -> None:
    assert [action.owner for action in said(text).actions] == expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Mr Tay spoke of the lock. He would look at it and write to members.", "Mr Tay"),
        ("Mr Tay and Ms Keld spoke of the lock. He would look at it and write to members.", None),
        ("Mr Tay spoke, and Tom Orme said no. He would look at it and write to members.", None),
    ],
)
def test_he_and_she_are_whoever_was_named_if_only_one_was(text: str, owner: str | None) -> None:
    assert only(text.replace("spoke", "had spoken")).owner == owner


def test_each_part_of_a_sentence_between_semicolons_is_a_task_of_its_own() -> None:
    text = "RESOLVED: that the report be noted; that the Clerk be asked to mend the gate; that UK write to the county."
    assert tasks(said(text)) == [
        ("that the Clerk be asked to mend the gate", "the Clerk"),
        ("that UK write to the county.", "UK"),
    ]


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("RESOLVED: that the Clerk write to the owner.", "that the Clerk write to the owner.", "the Clerk"),
        ("RESOLVED: that the Manager report back in July.", "that the Manager report back in July.", "the Manager"),
        ("RESOLVED:\n(a) that the report be noted;\n(b) to instruct the bailiff.", "to instruct the bailiff.", None),
        ("RESOLVED:\n(a) that UK prepare a leaflet;\n(b) that the fee be waived.", "that UK prepare a leaflet", "UK"),
        ("RESOLVED: That it be refused and that the Clerk write to him.",
         "That it be refused and that the Clerk write to him.", "the Clerk"),
    ],
)  # fmt: skip
def test_a_resolution_that_gives_a_task_is_an_action_too(text: str, task: str, owner: str | None) -> None:
    minutes = said(text)
    assert tasks(minutes) == [(task, owner)]
    assert task in [decision.text for decision in minutes.decisions]


def test_every_limb_of_a_resolution_is_tested() -> None:
    text = """
        The Council RESOLVED:
        (i) that the tender be accepted;
        (ii) That the Clerk should write to the tenants;
        (iii) that the turf should be lifted and stored;
        (iv) that the Council offer the hall to the club;
        (v) that the Council support the fair.
        """
    assert tasks(said(text)) == [
        ("That the Clerk should write to the tenants", "the Clerk"),
        ("that the turf should be lifted and stored", None),
        ("that the Council offer the hall to the club", "the Council"),
    ]


@pytest.mark.parametrize(
    ("limb", "owner"),
    [
        ("the Chair and the Clerk meet the owner", "the Chair and the Clerk"),
        ("ask the Clerk to get quotes", "the Clerk"),
        ("that a notice be placed on the board", None),
    ],
)
def test_a_limb_may_do_without_the_word_should(limb: str, owner: str | None) -> None:
    assert tasks(said(f"RESOLVED:\n(a) that the report be noted;\n(b) {limb}")) == [(limb, owner)]


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


@pytest.mark.parametrize(
    "head",
    [
        "Old action items",
        "Carried over actions",
        "Previous Action Points",
        "Review of open action items",
        "Status of actions",
        "Ongoing actions from the last meeting",
    ],
)
def test_a_list_of_old_actions_holds_tasks(head: str) -> None:
    text = (
        f"# 8. {head}\n• Una: posters for the fair\n• Done\n• Una + Tom: tar\n• Ada to write to the smith\n• Not done"
    )
    actions = said(text).actions
    assert [(a.tier, a.owner, a.text, a.status) for a in actions] == [
        ("explicit", "Una", "posters for the fair", "done"),
        ("explicit", "Una + Tom", "tar", None),
        ("explicit", "Ada", "Ada to write to the smith", "open"),
    ]


def test_a_name_before_a_bare_verb_leads_a_listed_task() -> None:
    (action,) = said("# 8. New actions\n• Tom make the flags").actions
    assert (action.owner, action.text) == ("Tom", "Tom make the flags")


def test_lettered_lines_below_open_actions_are_tasks_and_no_items() -> None:
    text = (
        "2. Open action items\na. Una to mend the gate\nContinued.\nb. Tom to tar the quay\nDone.\n3. Boats\nTwo leak."
    )
    minutes = minutes_of(f"{FRONT.replace('# 1.', '1.')}\n{text}\n4. Oars\nThey are old.")
    assert [(action.owner, action.text) for action in minutes.actions] == [
        ("Una", "Una to mend the gate"),
        ("Tom", "Tom to tar the quay"),
    ]
    assert "a" not in [item.number for item in minutes.items]


def test_of_a_review_of_old_actions_only_marked_lines_are_marked_actions() -> None:
    text = "# 8. Action item review\n• Una Keld will write to the landlord\n• [TO] mend the gate [done]"
    assert [(action.tier, action.owner) for action in said(text).actions] == [
        ("implicit", "Una Keld"),
        ("explicit", "TO"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # done already
        "The Clerk had written to the landlord.",
        "The minutes were circulated to members.",
        "The Clerk has now contacted the county.",
        # hopes, plans and standing arrangements
        "The team is working to improve waiting times.",
        "It was hoped to open the hall in June.",
        "The service aims to contact every family.",
        "The Director will continue to monitor demand.",
        "The scheme would provide forty places.",
        # asked for and answered at the meeting, or for the record
        "Cllr Orme asked Mr Tay to clarify the cost.",
        "Cllr Orme asked that his vote be recorded.",
        "We should consider our students.",
        "It was expected that the work would be completed by June.",
        "The Committee will meet monthly from now on.",
        "The Committee will make regular reports to the county.",
        "If the grant is refused, the Council would take a loan.",
        "Families will be informed of the results each term.",
        # what others are to do
        "We are waiting for the agency to come back to us.",
        "The county will come back to us with a date.",
        "The bus company has agreed to repair the shelter.",
        "Applications must be submitted by 30 June.",
        "The Board was asked to consider the paper.",
        "Action Point 2 – UK read from the letter of the landlord.",
        "David Tarn will step down.",
        "Draft minutes, to be confirmed at the next meeting.",
        "Motion by T. Orme, second by U. Keld, to appoint Ivo Tay.",
        "At its last meeting the Board had agreed to invite the county to join.",
        "Notes of the meeting held in May to be confirmed and signed as minutes.",
        # notices to readers, and what is done by deciding it
        "Members were requested to intimate any interest.",
        "Members are reminded of their duty to declare a gift.",
        "If you have a question we ask for it to be sent in first.",
        "The Panel will be asked to approve the fee.",
        "Any comments on the draft should be emailed to the Clerk.",
        "RESOLVED that Ms Keld be thanked for her visit.",
        "It was agreed to reschedule the fair for 9 May.",
        # asked for before, or done as a rule
        "It was explained that during the May 2023 meeting, it was agreed to provide a list.",
        "Una confirmed that any bid beyond the rules would be brought to the Board.",
        # questions
        "Members asked whether the Clerk had a key.",
        "Cllr Orme asked about the lock.",
        # power to act is a decision
        "RESOLVED to delegate authority to the Clerk.",
        # nothing at all
        "The action plan was noted.",
        "No further action was needed.",
        "The path to the mill is wet.",
        "Nobody asked for a link to be sent.",
        "Governors were asked to declare any interest.",
        "The date will be confirmed at some point.",
        # asked at the meeting, weighed, or needless
        "The Chairman asked for the views of the members on the lack of a mower.",
        "There was talk of whether it was for the guild, or if the Board should consider the tolls.",
        "Wardens saw no need for the Clerk to bind the ledger.",
        # what a resolution recites
        "Having regard to the Tolls Act, a ledger must be kept by the Clerk.",
        "Considering that two boats leak, they must be mended before June.",
    ],
)
def test_what_is_no_action(text: str) -> None:
    assert tasks(said(text)) == []


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


@pytest.mark.parametrize("limb", ["Noted that the Clerk would provide a plan.", "Noted that a plan be sent by May."])
def test_what_is_noted_is_nobodys_task(limb: str) -> None:
    assert tasks(said(f"Outcome: the Committee\n• {limb}\n• Approved the fees.")) == []


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


def test_the_next_steps_of_a_report_are_implicit_actions() -> None:
    text = """
        # Report on libraries
        To: the Amenities Committee
        # Findings
        • Visits rise in every branch.
        # Next steps
        • Open on Sundays in every branch.
        • The Librarian to survey the readers.
        • Note the report.
        """
    minutes = minutes_of(text)
    assert tasks(minutes) == [
        ("Open on Sundays in every branch.", None),
        ("The Librarian to survey the readers.", "The Librarian"),
    ]
    assert {(action.tier, action.rule) for action in minutes.actions} == {("implicit", "action.next-steps")}


@pytest.mark.parametrize("title", ["Priorities for 2024/25", "Priorities for the coming year", "Priorities for action"])
def test_the_priorities_of_a_report_for_a_year_are_next_steps(title: str) -> None:
    minutes = minutes_of(
        f"# Report on the mill\nThe mill was built of oak.\n# {title}\n• Mend the gate before the summer"
    )
    assert [action.rule for action in minutes.actions] == ["action.next-steps"]


@pytest.mark.parametrize(
    ("title", "steps"),
    [
        ("What we will do next", True),
        ("What will we do?", True),
        ("How we will get there", True),
        ("What happens next", True),
        ("Our commitments", True),
        ("What we have done", False),
        ("What we do", False),
        ("How we will know", False),
        ("Why this matters", False),
    ],
)
def test_what_a_strategy_promises_is_to_be_done(title: str, steps: bool) -> None:
    minutes = minutes_of(
        f"# Our strategy for the mill\nThe mill was built of oak.\n# {title}\n• Support every miller in the vale"
    )
    assert [action.rule for action in minutes.actions] == ["action.next-steps"] * steps


@pytest.mark.parametrize(
    ("entry", "is_task"),
    [
        ("notes the progress made with the mill wheel since May;", False),
        ("comments on the priorities for the wheel in its last year; and", False),
        ("identifies any matters on which it wishes to hear more.", False),
        ("take assurance from the inspection of the wheel", False),
        ("determine whether the wheel should turn at night", False),
        ("The Miller reports on the wheel again in the spring", True),
        ("Agree with the weir trust how the wheel will be paid for", True),
    ],
)
def test_what_a_body_is_asked_to_decide_is_no_task(entry: str, is_task: bool) -> None:
    minutes = minutes_of(
        f"# Report on the mill\nThe mill was built of oak.\n# Recommendations\nThat the Committee:\n(a) {entry}"
    )
    assert [action.rule for action in minutes.actions] == ["action.next-steps"] * is_task


def test_an_order_in_bold_in_a_line_of_its_own_is_a_task() -> None:
    text = "Arrange chairs along the quay.\n**Arrange meeting with the pilots for May.**"
    assert [action.text for action in said(text).actions] == ["Arrange meeting with the pilots for May."]


def test_next_steps_of_minutes_are_what_is_to_be_done() -> None:
    text = """
        4.1. Tom spoke of the lamps.
        4.2. Next steps
        4.2.1. Examples of lamps were shown by the Weir Trust.
        4.2.2. Notice to tenants that lamps will be lit at dusk.
        4.2.3. Consider lamps for the slipway (Una Keld).
        4.3. The quay was quiet.
        """
    found = [(action.text, action.owner, action.rule) for action in said(text).actions]
    assert found == [
        ("Notice to tenants that lamps will be lit at dusk.", None, "action.next-steps"),
        ("Consider lamps for the slipway (Una Keld).", "Una Keld", "action.next-steps"),
    ]


def test_next_steps_may_be_set_as_lines_and_go_on_below_a_heading() -> None:
    text = """
        # Report on libraries
        To: the Amenities Committee
        # Next steps
        Further work to open on Sundays
        The branches were asked for their views.
        # To be done next year
        • A survey of readers in every branch
        # Author
        • The Librarian of the county
        """
    assert [action.text for action in minutes_of(text).actions] == [
        "Further work to open on Sundays",
        "A survey of readers in every branch",
    ]


def test_the_next_meeting_is_the_date_that_the_minutes_print() -> None:
    text = (
        "The Clerk to write to the landlord before the next meeting.\n# 8. Date of next meeting\nTuesday 9 April 2024"
    )
    assert [action.due_date for action in said(text).actions] == [date(2024, 4, 9)]


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


def test_an_action_cites_its_words_and_its_item() -> None:
    minutes = said("The Clerk to write to the landlord.")
    (action,) = minutes.actions
    assert action.citation.quote == action.text
    assert action.item_id == minutes.items[-1].id


def test_actions_come_in_order_of_their_place() -> None:
    text = "The Clerk to write to the landlord.\n|! Action | Owner\n| Mend the gate | Tom Orme"
    starts = [action.citation.start for action in said(text).actions]
    assert len(starts) == 2
    assert starts == sorted(starts)


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


def test_the_heading_of_a_list_may_name_the_owner_and_its_entries_the_minute() -> None:
    minutes = said(
        "The pond is low.\n**CLERK’S ACTIONS**\n• 24/110 – Order the gauge\n• 24/112 – Hedge – write to the owner"
    )
    assert [(action.text, action.owner) for action in minutes.actions] == [
        ("Order the gauge", "CLERK"),
        ("Hedge – write to the owner", "CLERK"),
    ]


def test_owners_in_brackets_part_the_tasks_that_were_read_as_one_paragraph() -> None:
    minutes = said("# Action items\n[Una Keld] Mend the gate. [Tom] Fence the pond.\n[ALL] Read the plan.")
    assert tasks(minutes) == [("Mend the gate.", "Una Keld"), ("Fence the pond.", "Tom"), ("Read the plan.", "ALL")]


def test_a_motion_that_is_printed_again_as_resolved_gives_its_task_once() -> None:
    motion = "Agree to submit a bid for a new bridge to the harbour trust"
    resolved = f"RESOLVED that the Committee:\n(a) {motion}; and\n(b) Note the report."
    text = f"The Chair put forward the proposal to:\n(a) {motion}.\n{resolved}"
    assert [text for text, _ in tasks(said(text))] == [motion]
    once = "RESOLVED: That the village should take part and the Clerk should notify those who run the fair."
    assert [owner for _, owner in tasks(said(once))] == ["the Clerk"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The county has asked for views, and the Council would be responding.", "the Council"),
        ("Officers would, subject to the vote, prepare a plan.", "Officers"),
        (
            "Cllr Orme said that it was shut. It is old. He also noted that he would look for a date.",
            "Cllr Orme",
        ),
        ("It was felt that we should write to the county.", None),
    ],
)
def test_an_undertaking_in_prose(text: str, owner: str | None) -> None:
    assert only(text).owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "The paper asked whether to request a grant from the county.",
        "Members wondered whether the county would look to review its rates.",
        "The Bus Guild was proposing that the county should support electric buses.",
        "The county had powers to borrow and to obtain grants.",
        "Inspections would be presented as four grades.",
        "A few members felt the whole Council should consider it.",
    ],
)
def test_what_is_asked_thought_or_possible_is_no_task(text: str) -> None:
    assert not said(text).actions


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


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("UK asked about the path. The Clerk would mend the gate.\n> UK", "The Clerk would mend the gate."),
        (
            "Tom Orme would mend the gate. Una Keld would write to the owner.\n> UK",
            "Una Keld would write to the owner.",
        ),
        (
            "The owner would come in May. It was agreed that the wall be repaired.\n> TO",
            "It was agreed that the wall be repaired.",
        ),
    ],
)
def test_initials_mean_whoever_has_them_by_name_or_by_office(text: str, task: str) -> None:
    assert [action.text for action in said(text).actions if action.tier == "explicit"] == [task]


def test_who_takes_up_what_the_sentence_before_asks_for_is_beside_the_mark() -> None:
    minutes = said("It rained. Una Keld asked that the map be shared with all. TO agreed to this.\n> TO")
    assert tasks(minutes) == [("Una Keld asked that the map be shared with all. TO agreed to this.", "TO")]


def test_marks_one_below_the_other_each_mean_whoever_they_name() -> None:
    minutes = said("Tom Orme to mend the gate.\nUna Keld to write to the owner.\nAll was noted.\n> UK\n> TO – May 2024")
    assert sorted((a.text, a.owner, a.due) for a in minutes.actions) == [
        ("Tom Orme to mend the gate.", "TO", "May 2024"),
        ("Una Keld to write to the owner.", "UK", None),
    ]


def _set(lines: list[tuple[str, int]]) -> Document:
    """A page with each line at the place from the left, in points, that stands beside it.

    "# " sets a heading, "> " a note in the margin at the height of the heading above it.
    """
    builder, head = TextBuilder(), 0.0
    for number, (line, left) in enumerate(lines):
        top = 50.0 + 30 * number
        kind = MARKS.get(line[:2], "paragraph")
        line = line[2:] if kind != "paragraph" else line
        head = top if kind == "heading" else head
        top = head if kind == "note" else top
        places = [(left + 5.0 * word.start(), left + 5.0 * word.end()) for word in re.finditer(r"\S+", line)]
        words = [
            Word(word, page=1, box=(x0, top, x1, top + 10)) for word, (x0, x1) in zip(line.split(), places, strict=True)
        ]
        builder.add(kind, words, page=1, indent=float(left))
    return document_of("").model_copy(
        update={"text": builder.text, "blocks": tuple(builder.blocks), "words": builder.words}
    )


def test_initials_that_stand_on_the_right_time_and_again_are_a_column() -> None:
    lines = [
        *((line, 70) for line in FRONT.splitlines() if line),
        ("The gate is to be mended.", 70), ("TO", 500),
        ("The owner has been seen.", 70), ("UK", 500),
        ("It rained.", 70), ("TO/XY", 500),
        ("The old BT", 70), ("box is shut.", 70),
    ]  # fmt: skip
    document = _set(lines)
    assert tasks(extract(document)) == [
        ("The gate is to be mended.", "TO"),
        ("The owner has been seen.", "UK"),
        ("It rained.", "TO/XY"),
    ]


def test_a_mark_at_the_top_of_its_cell_means_a_sentence_of_the_item() -> None:
    lines = [
        *((line, 70) for line in FRONT.splitlines() if line),
        ("# 2. Gates", 50), ("They were seen. The Clerk will write to the owner. It rained.", 70), ("> Clerk", 500),
        ("# 3. Barges", 50), ("> TO", 500), ("> TO", 500), ("He would ask for a price.", 70),
        ("There are six. Cllr Orme to paint them.", 70),
        ("# 4. Lamps", 50), ("Agreed to object to the lamps.", 70), ("There was no more to say.", 70), ("> Clerk", 500),
    ]  # fmt: skip
    assert tasks(extract(_set(lines))) == [
        ("The Clerk will write to the owner.", "Clerk"),
        ("He would ask for a price.", "TO"),
        ("Cllr Orme to paint them.", "TO"),
        ("Agreed to object to the lamps.", "Clerk"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "Mr Lack asked about the slip; Cllr Orme replied that it was sound, but he would ask for a note.",
            "Cllr Orme",
        ),
        ("RESOLVED: That the applicant be asked to supply a drawing before the visit.", "the applicant"),
        ("RESOLVED: That the Harbour Trust be invited to report on its review in June.", "the Harbour Trust"),
    ],
)
def test_who_answered_or_was_asked_is_to_do_it(text: str, owner: str) -> None:
    assert [action.owner for action in said(text).actions] == [owner]


CELLS = [
    ("The gate has been shut since the storm and the", "owner was seen. Clerk to mend the gate.", "TO"),
    (
        "It was felt that the pond is dry and that it ought to be",
        "filled. Una Keld to fill it. Tom Orme was glad.",
        "UK",
    ),
    ("BF is leaving in May after many years and was", "thanked for all she did. Clerk to find a warden.", "TO"),
]
TOLD = [("Clerk to mend the gate.", "TO"), ("Una Keld to fill it.", "UK"), ("Clerk to find a warden.", "TO")]


def _line(line: str, top: float, left: float = 70.0) -> list[Word]:
    places = (left + 30.0 * at for at in range(len(line.split())))
    return [Word(word, page=1, box=(x, top, x + 25, top + 10)) for word, x in zip(line.split(), places, strict=True)]


def _in_cells() -> TextBuilder:
    """Minutes whose marks stand at the top of cells beside paragraphs of two lines."""
    builder = TextBuilder()
    for line in filter(None, FRONT.splitlines()):
        builder.add(
            "heading" if line.startswith("#") else "paragraph", [Word(word) for word in line.lstrip("# ").split()]
        )
    for number, (first, second, mark) in enumerate(CELLS):
        top = 100.0 + 60 * number
        builder.add("paragraph", [*_line(first, top), *_line(second, top + 12)], page=1, indent=70.0)
        builder.add("note", _line(mark, top, 500.0), page=1, indent=500.0)
    return builder


def _built(builder: TextBuilder) -> Document:
    return document_of("").model_copy(
        update={"text": builder.text, "blocks": tuple(builder.blocks), "words": builder.words}
    )


def test_initials_at_the_top_of_their_cells_mean_any_sentence_beside_them() -> None:
    assert tasks(extract(_built(_in_cells()))) == TOLD


@pytest.mark.parametrize("top", [300.0, 318.0, 330.0])
def test_initials_beside_a_paragraph_that_leads_to_a_list_mean_one_of_its_entries(top: float) -> None:
    builder = _in_cells()
    lines = [
        (None, "The Committee:", 300.0),
        ("(i)", "(i) noted the depth of the pond; and", 312.0),
        ("(ii)", "(ii) asked that the Clerk write to the owner of the weir.", 324.0),
    ]
    mark, added = (
        ("note", None, "TO", top),
        [("list_item" if label else "paragraph", label, *rest) for label, *rest in lines],
    )
    for kind, label, line, at in sorted([*added, mark], key=lambda each: (each[3], each[0] == "note")):
        builder.add(kind, _line(line, at, 500.0 if kind == "note" else 90.0), page=1, label=label, indent=70.0)
    assert tasks(extract(_built(builder))) == [*TOLD, ("asked that the Clerk write to the owner of the weir.", "TO")]


@pytest.mark.parametrize("note", ["AOB", "A.O.C.B."])
def test_other_business_in_a_column_is_nobody(note: str) -> None:
    assert said(f"The gate is broken.\n> {note}").actions == ()


def test_initials_of_a_column_may_begin_lines_and_end_paragraphs_of_the_text() -> None:
    lines = [
        "# Mill Trust", "Minutes of the meeting of the Mill Committee held on Tuesday 12 March 2024", "Present:",
        "Una Keld UK Chair", "Tom Orme TO Mill Clerk", "Action",
        "# 1. The gate", "The Chair saw it. Clerk to continue to press for a hinge. It rained.", "TO",
        "# 2. The owner", "It was agreed that no rent is due. UK to see the owner.", "UK",
        "# 3. Bins", "Nobody came. Clerk to chase the HGV. TO",
        "# 4. The pond", "The pond is dry. Clerk to fill it. Prop. UK, 2nd TO, All agreed.", "TO",
    ]  # fmt: skip
    assert tasks(extract(_set([(line, 70) for line in lines]))) == [
        ("Clerk to continue to press for a hinge.", "TO"),
        ("UK to see the owner.", "UK"),
        ("Clerk to chase the HGV.", "TO"),
        ("Clerk to fill it.", "TO"),
    ]


def test_initials_beside_the_names_of_those_present_mark_nothing() -> None:
    lines = ["# Mill Trust", "Minutes of the meeting held on 12 March 2024", "Present:", "Una Keld UK", "Tom Orme TO"]
    assert tasks(extract(_set([(line, 70) for line in [*lines, "# 1. The gate", "The gate is open."]]))) == []


@pytest.mark.parametrize(
    ("title", "count"),
    [("Actions of the previous meeting", 1), ("New actions", 1), ("Boats for hire", 0)],
)
def test_below_a_heading_of_actions_a_table_of_details_is_one_of_tasks(title: str, count: int) -> None:
    minutes = said(f"# 2. {title}\n|! No. | Detail | Resp. | Status\n| 2.1 | Mend the gate | TO | Not done")
    assert tasks(minutes) == [("Mend the gate", "TO")] * count


def test_an_action_table_in_a_report_holds_marked_actions() -> None:
    text = """
        # Report on libraries
        To: the Amenities Committee
        # Next steps
        In the coming year we will:
        • Agree a plan of opening hours
        |! Action | Lead | By when
        | Survey the readers of every branch | Librarian | May 2024
        """
    assert [(a.text, a.owner, a.due, a.tier) for a in minutes_of(text).actions] == [
        ("Agree a plan of opening hours", None, None, "implicit"),
        ("Survey the readers of every branch", "Librarian", "May 2024", "explicit"),
    ]


@pytest.mark.parametrize(
    ("step", "owner"),
    [
        ("That the programme team report on its first year to the Board", "the programme team"),
        ("Mend the bindings of the atlas (Library lead, May 2024)", "Library lead"),
        ("Mend the bindings of the atlas (University of Fenwold)", "University of Fenwold"),
        ("Mend the bindings of the atlas – Dr Una Keld, May 2024", "Dr Una Keld"),
        ("Mend the bindings of the atlas", None),
    ],
)
def test_who_is_to_do_the_next_step_of_a_report(step: str, owner: str | None) -> None:
    text = f"# Report on libraries\nTo: the Amenities Committee\n# Next steps\n• {step}"
    assert [action.owner for action in minutes_of(text).actions] == [owner]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Cllr Orme asked that the map be shared, and Una Keld agreed to do so.", "Una Keld"),
        ("It was agreed that a working group be set up with Cllr Orme to report in May.", "a working group"),
        ("It was seen by Tom Orme who agreed to write to the owner.", "Tom Orme"),
        ("Action: All members – send photographs of the gate by May", "All members"),
        ("Action: Cllr Orme to obtain a new quotation (TO)", "Cllr Orme"),
    ],
)
def test_who_took_a_task_up(text: str, owner: str) -> None:
    assert [action.owner for action in said(text).actions] == [owner]


def test_who_is_to_attend_a_meeting_is_to_do_so_then() -> None:
    assert only("Una will attend the October meeting.").due == "the October meeting"


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
        "after the meeting",
    ],
)
def test_more_ways_to_say_when(due: str) -> None:
    assert only(f"The Clerk to write to the owner {due}.").due == due


def test_the_date_of_an_action_table_is_when_the_task_is_due() -> None:
    action = only("|! Date | Action | Owner | Due\n| 6 February 2024 | Mend the gate | TO | 3 May 2024")
    assert action.due == "3 May 2024"


def test_lines_of_initials_in_a_file_without_places_are_marks() -> None:
    minutes = said(
        "The gate is to be mended.\nTO\n# 8. The owner\nHe is to be seen in May.\nUK\n# 9. Rain\nIt rained.\nTO/UK"
    )
    assert [(action.text, action.owner, action.tier) for action in minutes.actions] == [
        ("The gate is to be mended.", "TO", "explicit"),
        ("He is to be seen in May.", "UK", "explicit"),
        ("It rained.", "TO/UK", "explicit"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Mr Tay and Ms Keld spoke of the lock. She would write to the owner.", None),
        ("Officers did not have the figure to hand and would provide a written answer.", "Officers"),
        (
            "RESOLVED: that the Assistant Director (Ferries and Moorings) bring an update to the May meeting.",
            "the Assistant Director (Ferries and Moorings)",
        ),
        ("Members were encouraged to publicise the fair.", "Members"),
    ],
)
def test_a_task_of_whoever_the_sentence_goes_on_about(text: str, owner: str | None) -> None:
    assert [action.owner for action in said(text).actions] == [owner]


def test_what_is_done_at_each_meeting_is_no_task() -> None:
    assert not said("We will remind the guild of the rule at the start of each meeting.").actions


@pytest.mark.parametrize(
    "told",
    [
        "Stage lights - AS to get a price.",
        "The sill needs some paint AS to find a painter.",
        "AS/TG to check the hose.",
    ],
)
def test_whose_initials_these_are_the_apologies_alone_do_not_tell(told: str) -> None:
    lines = (
        "# Mill Hall Committee",
        "Minutes of the meeting held on Monday 12 May 2008",
        "# 1. Apologies",
        "Apologies were received from Sue Herne.",
        "# 2. Minutes",
        "The minutes were approved.",
        "# 3. Hall",
        told,
        "# 4. Other business",
        "None.",
    )
    (action,) = extract(document_of("\n".join(lines))).actions
    assert action.owner in ("AS", "AS/TG")


@pytest.mark.parametrize(
    "told",
    [
        "Trustee Orme requested the following additions to the agenda.",
        "It would be good practice to keep a list of keys.",
        "Given the criteria to be applied, it was a hard choice.",
        "RESOLVED: That Council move in camera.",
    ],
)
def test_what_is_done_at_the_meeting_or_only_thought_of_is_no_task(told: str) -> None:
    assert not said(told).actions


def test_a_row_labelled_action_below_others_with_labels() -> None:
    action = only("| Item | The gate |\n| Discussion | It hangs. |\n| Action | UK to mend the gate by 3 May |")
    assert (action.text, action.owner, action.due, action.tier) == (
        "UK to mend the gate by 3 May",
        "UK",
        "by 3 May",
        "explicit",
    )


EDGES = (
    "• The list of footpaths was still to come. Clerk\n"
    "• The gate at the mill was discussed. Cllr Orme would write to the owner. Cllr. T. Orme\n"
    "• Cllr Brindle was asking about a new roof. She was thanked. Cllr Brindle/Clerk\n"
    "• Councillors were asked to think of a name. ALL\n"
    "• Cllr Orme and the Clerk to look at the rules.\nCllr Orme/Clerk\n"
)


def test_who_stands_at_the_end_of_paragraphs_again_and_again_marks_their_tasks() -> None:
    assert [(a.text, a.owner, a.tier) for a in said(EDGES).actions] == [
        ("The list of footpaths was still to come.", "Clerk", "explicit"),
        ("Cllr Orme would write to the owner.", "Cllr. T. Orme", "explicit"),
        ("Cllr Brindle was asking about a new roof.", "Cllr Brindle/Clerk", "explicit"),
        ("Councillors were asked to think of a name.", "ALL", "explicit"),
        ("Cllr Orme and the Clerk to look at the rules.", "Cllr Orme/Clerk", "explicit"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "• The list of footpaths was still to come. Clerk\n• The mill was discussed.",
        "• The hedge grew, as was reported to us. Salem\n" * 3,
        "• It was proposed that the gate be mended. Cllr Orme\n" * 3,
    ],
)
def test_a_name_at_the_end_of_a_paragraph_now_and_then_marks_nothing(text: str) -> None:
    assert [a for a in said(text).actions if a.tier == "explicit"] == []


def test_the_points_of_a_recommendation_are_part_of_it() -> None:
    text = (
        "# Access to Shade: Annual Report 2024\nMade for the Fenwold Board.\n# Recommendations\n"
        "1. The Council to open more cool rooms across the town by:\n• Finding halls that stand empty.\n"
        "• Telling people where they are.\n2. The Trust to plant more trees along the mill.\n"
    )
    assert [action.text for action in minutes_of(text).actions] == [
        "The Council to open more cool rooms across the town by:",
        "The Trust to plant more trees along the mill.",
    ]


def test_a_list_of_actions_ends_where_the_next_item_begins() -> None:
    tasks = "• UK to send the plan round\n• A list of the tolls to be sent round"
    text = f"Action:\n{tasks}\n**8. Priorities**\n• Draft themes\n• Ask the guilds what they think"
    assert [(action.text, action.owner) for action in said(text).actions if action.tier == "explicit"] == [
        ("UK to send the plan round", "UK"),
        ("A list of the tolls to be sent round", None),
    ]


def test_what_stands_below_the_next_large_heading_is_no_task_of_the_list() -> None:
    text = "# Follow-up\n• @una to ask the joiner\n# Agenda\n• Gate: mend it\n• Una: mend the bench"
    head = "# Mill Guild\nMinutes of the meeting held on 12 March 2024\nPresent: Una Keld, Tom Orme"
    assert [(task.text, task.owner) for task in minutes_of(f"{head}\n{text}").actions] == [
        ("@una to ask the joiner", "@una")
    ]


def test_a_list_of_names_before_colons_may_name_somebody_who_was_not_there() -> None:
    text = "# Action items\n• Una Keld: Ask the joiner\n• Tom Orme: Mend the bench\n• Çelik Úlfar: Publish the accounts"
    head = "# Mill Guild\nMinutes of the meeting held on 12 March 2024\nPresent: Una Keld, Tom Orme"
    assert [task.owner for task in minutes_of(f"{head}\n{text}").actions] == ["Una Keld", "Tom Orme", "Çelik Úlfar"]


@pytest.mark.parametrize("text", ["Looking for helpers to paint the gate", "The team will open PR on oars."])
def test_who_is_looked_for_or_what_is_opened_has_no_task(text: str) -> None:
    assert not [task for task in said(text).actions if task.owner]


def test_a_point_in_the_margin_is_a_task_as_well(tmp_path: Path) -> None:
    row = "<tr><td>The gate</td><td><ul><li>{}</li></ul></td><td><ul><li>Una to write to him</li></ul></td></tr>"
    path = tmp_path / "minutes.md"
    path.write_text(
        "# Mill Guild minutes, 12 March 2024\n\nPresent: Una Keld, Tom Orme\n\n<table><tr><th>Topics</th><th>Notes</th>"
        f"<th>Actions: Responsible</th></tr>{row.format('The joiner of the mill has no oak left. ' * 3)}</table>"
    )
    assert [(task.text, task.owner, task.rule) for task in extracted(path)[1].actions] == [
        ("Una to write to him", "Una", "action.column")
    ]


def test_a_motion_that_is_agreed_to_may_be_what_stands_beside_who_is_to_do_it() -> None:
    moved = "It was proposed by Cllr Orme, seconded by Cllr Brindle and agreed to renew it."
    minutes = said(
        "The lamp in Mill Lane was still out of order. Clerk\n"
        f"Mill Guild, subscription for the year. {moved} Clerk\n"
        "The gate by the weir had to be looked at again. Cllr Orme"
    )
    assert tasks(minutes) == [
        ("The lamp in Mill Lane was still out of order.", "Clerk"),
        (moved, "Clerk"),
        ("The gate by the weir had to be looked at again.", "Cllr Orme"),
    ]


def test_who_discussed_it_is_nobody_to_do_it() -> None:
    assert tasks(said("Discussed and agreed to write to the miller.")) == [
        ("Discussed and agreed to write to the miller.", None)
    ]


@pytest.mark.parametrize("owner", ["Zoë", "Zoe", "Renée", "Ebbë"])
def test_a_name_may_have_an_accent_in_one_place_only(owner: str) -> None:
    front = "# Mill Club\nMinutes of the meeting held on 12 March 2024\nPresent: Ebbe Keld, Tom Orme\n"
    (action,) = minutes_of(f"{front}# 8. Action points\n• {owner}: Send the map round.").actions
    assert (action.owner, action.tier, action.text) == (owner, "explicit", "Send the map round.")


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED:\n(a) Hut policy – approved\n(b) SEND policy – ratified",
        "RESOLVED: that the MFG be set at a tenth.",
        "Dr Orme advised that he would absent himself from item 11, being a candidate.",
        "The Committee had recommended that a map be published.",
    ],
)
def test_letters_rates_and_what_others_asked_for_give_no_task(text: str) -> None:
    assert said(text).actions == ()


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Vice-President Finance to write to the owner by May.", "The Vice-President Finance"),
        ("Director Operations to write to the owner.", "Director Operations"),
        (
            "The Executive Director, Weirs and Ferries said that it leaks, and agreed to provide a map of it.",
            "The Executive Director, Weirs and Ferries",
        ),
    ],
)
def test_an_office_with_what_it_is_of(text: str, owner: str) -> None:
    assert only(text).owner == owner


def test_what_was_not_approved_is_to_be_brought_back() -> None:
    minutes = said("(a) Hut policy – approved\n(b) Lettings policy – not approved; to be brought back in the spring")
    assert [(d.text, d.outcome) for d in minutes.decisions][1:] == [
        ("Lettings policy – not approved; to be brought back in the spring", "rejected")
    ]
    assert [(a.text, a.due) for a in minutes.actions] == [("to be brought back in the spring", "in the spring")]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("| To do | Una to write to the bargemen by 4 May |", [("Una to write to the bargemen by 4 May", "Una")]),
        (
            "| Decision | Loan agreed. |\n| Next steps | Tom Orme: draft the deed of the loan |",
            [("Tom Orme: draft the deed of the loan", "Tom Orme")],
        ),
        ("| Task force | Tom Orme to the chair of the board |", []),
    ],
)
def test_a_box_with_labels_below_what_was_said_gives_tasks(rows: str, told: list[tuple[str, str | None]]) -> None:
    minutes = minutes_of(f"{FRONT}\n# 2. The loan\nIt was talked over.\n{rows}")
    assert [(a.text, a.owner) for a in minutes.actions if a.tier == "explicit"] == told


def test_a_mark_ends_an_entry_that_its_title_runs_into() -> None:
    text = (
        "# 2. Matters arising\n2.1 **Winch** – Tom told that it is mended.\n"
        "2.2 **Old punt** – nobody has claimed it. Clerk to sell it. (Action: UK)\n2.3 **Gate** – nothing new."
    )
    minutes = minutes_of(f"{FRONT}\n{text}")
    assert [(a.text, a.owner) for a in minutes.actions if a.tier == "explicit"] == [("Clerk to sell it.", "UK")]


def test_the_points_below_what_a_body_will_do_are_its_steps() -> None:
    text = """
        # Report on moorings
        # 7 Next steps for next year
        7.1 If members are content, over the coming year the Trust will:
        • open two more moorings at the weir by May;
        • bring a plan for the lock keepers to the Board.
        """
    assert [task for task, _ in tasks(minutes_of(text))] == [
        "open two more moorings at the weir by May;",
        "bring a plan for the lock keepers to the Board.",
    ]


def test_what_somebody_is_to_do_after_a_semicolon_is_the_task() -> None:
    action = only("A letter came from Ms Keld on mud at the ford; Clerk to reply. The ducks are back.")
    assert (action.text, action.owner) == ("Clerk to reply.", "Clerk")


def test_marks_one_below_the_other_mean_as_many_tasks_in_turn() -> None:
    text = (
        "In reply to Cllr Orme, AM Tarn said that tolls had risen. He saw no need for a note but was content to supply"
        " the figures to Cllr Orme. AM Keld did not have the sum. She would check it and write. Officers were requested"
        " to review the fee in the summer.\n> AM Tarn\n> AM Keld\n> Head of Locks"
    )
    tasks = [(action.owner, action.text.split(" ")[0]) for action in said(text).actions]
    assert tasks == [("AM Tarn", "He"), ("AM Keld", "She"), ("Head of Locks", "Officers")]


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


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ms Keld was sad to hear of it; she would write to Mrs Tarn herself.", "Ms Keld"),
        (
            "The Chair had some sympathy. Ms Keld said that one was made for her own team; she undertook to send it.",
            "Ms Keld",
        ),
        (
            "Cllr. Orme, when asked, thought that there were bins at the depot. He would let the Clerk know.",
            "Cllr. Orme",
        ),
        ("TO explained that this was a matter for the PCC and that he would make representations.", "TO"),
        ("Mr Tay had been due to bring the list. He had not brought it and said he would send it by Friday.", "Mr Tay"),
        (
            "RESOLVED that all partner bodies be requested to name a lead and to tell the Warden by May.",
            "all partner bodies",
        ),
        ("It was decided to put in a bid for £60,000, with Una to draft it.", "Una"),
        ("It was left to the Clerk to arrange a day.", "the Clerk"),
    ],
)
def test_who_is_to_do_it_stands_further_up_or_down(text: str, owner: str) -> None:
    assert only(text).owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "The glazier had given a price of £310 plus VAT to replace the two broken panes.",
        "The Quay Committee had asked the Chief Warden to attend on 3 June.",
        "The Board AGREED:\n• that delegated authority be given to the Clerk and the Warden to agree the schedule.",
        "It was agreed that the surplus be carried forward to pay for the gate.",
        "Lock repairs would be reported there in the normal course of events.",
    ],
)
def test_what_gives_nobody_a_task_of_their_own(text: str) -> None:
    assert said(text).actions == ()


@pytest.mark.parametrize(
    ("asked", "taken", "told"),
    [
        ("Una asked for the grit bin to be filled.", "Cllr Brindle will pass this to the county.", "taken"),
        ("It was asked that the gate be painted.", "Una to do this in May.", "taken"),
        ("Una asked for the grit bin to be filled.", "Cllr Brindle will write to the owner of the barge.", "both"),
    ],
)
def test_what_was_asked_for_and_then_undertaken_is_one_task(asked: str, taken: str, told: str) -> None:
    expected = [taken] if told == "taken" else [asked, taken]
    assert [action.text for action in said(f"{asked} {taken}").actions] == expected


def test_an_office_may_take_up_what_was_asked_for() -> None:
    text = "Cllr Orme asked for the tolls to be split by ward. The Harbour Manager agreed to do this from May."
    assert [action.owner for action in said(text).actions] == ["The Harbour Manager"]


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


def test_two_who_are_marked_beside_a_paragraph_have_one_action() -> None:
    text = "The barge was shown. UK to write to the owner. TO to ring the mill.\n> UK / TO"
    (action,) = said(text).actions
    assert (action.text, action.owner) == ("UK to write to the owner. TO to ring the mill.", "UK / TO")


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


@pytest.mark.parametrize("text", ["Left for Una to report in May.", "Left with Una to find a price."])
def test_what_is_left_to_somebody_is_theirs(text: str) -> None:
    assert [action.owner for action in said(text).actions] == ["Una"]
