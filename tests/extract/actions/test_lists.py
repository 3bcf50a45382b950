"""Lists of actions."""

import pytest

from tests.extract.actions.samples import only, tasks
from tests.extract.samples import FRONT, minutes_of, said


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


def test_those_who_are_ticked_off_are_no_tasks() -> None:
    minutes = minutes_of(
        "# Ferry Group notes\n4 March 2024\nAttendees:\n• [x] Una Keld (Clerk) - Mill Guild\n• [x] T Orme - Ponds\n"
        "• [ ] Nia Tay - Mill Guild\n# Oars\n• TODO: Una to buy two\n• Tom: one is enough"
    )
    assert tasks(minutes) == [("Una to buy two", "Una")]


@pytest.mark.parametrize("line", ["☒ Present ☐ Absent", "☐ The pond should look nice", "☒ Open session", "☐ Yes"])
def test_a_box_of_a_form_is_no_task(line: str) -> None:
    assert not said(line).actions


def test_a_list_headed_by_a_line_alone() -> None:
    first, second = said("Action points\n• Ask the landlord (UK)\n• Tom – new rope by 4 June").actions
    assert (first.text, first.owner, first.tier) == ("Ask the landlord (UK)", "UK", "explicit")
    assert (second.text, second.owner, second.due) == ("new rope by 4 June", "Tom", "by 4 June")


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


@pytest.mark.parametrize("title", ["To do", "To-do list", "Follow-up actions", "Assignments", "Actions arising"])
def test_other_heads_of_a_list_of_tasks(title: str) -> None:
    assert only(f"# 8. {title}\n• UK to write to the landlord").tier == "explicit"


def test_what_the_chair_did_between_meetings_is_no_task() -> None:
    assert said("# 9. Chair’s action\nGovernors ratified the Chair’s action of 3 May in hiring a raft.").actions == ()


def test_a_list_of_tasks_below_a_decision_holds_no_limbs_of_it() -> None:
    minutes = said("Decision: Apply for the grant again. Action items:\n• Una: ask the county\n• Tom: draft a letter")
    assert [decision.text for decision in minutes.decisions] == ["Apply for the grant again."]
    assert [owner for _, owner in tasks(minutes) if owner] == ["Una", "Tom"]


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


def test_the_heading_of_a_list_may_name_the_owner_and_its_entries_the_minute() -> None:
    minutes = said(
        "The pond is low.\n**CLERK’S ACTIONS**\n• 24/110 – Order the gauge\n• 24/112 – Hedge – write to the owner"
    )
    assert [(action.text, action.owner) for action in minutes.actions] == [
        ("Order the gauge", "CLERK"),
        ("Hedge – write to the owner", "CLERK"),
    ]


def test_a_list_of_actions_ends_where_the_next_item_begins() -> None:
    tasks = "• UK to send the plan round\n• A list of the tolls to be sent round"
    text = f"Action:\n{tasks}\n**8. Priorities**\n• Draft themes\n• Ask the guilds what they think"
    assert [(action.text, action.owner) for action in said(text).actions if action.tier == "explicit"] == [
        ("UK to send the plan round", "UK"),
        ("A list of the tolls to be sent round", None),
    ]


def test_what_stands_below_the_next_large_heading_is_no_task_of_the_list() -> None:
    text = "# Follow-up\n• @una to ask the joiner\n# Agenda\n• Gate: mend it\n• Una: the bench and its feet"
    head = "# Mill Guild\nMinutes of the meeting held on 12 March 2024\nPresent: Una Keld, Tom Orme"
    assert [(task.text, task.owner) for task in minutes_of(f"{head}\n{text}").actions] == [
        ("@una to ask the joiner", "@una")
    ]


def test_a_list_of_names_before_colons_may_name_somebody_who_was_not_there() -> None:
    text = "# Action items\n• Una Keld: Ask the joiner\n• Tom Orme: Mend the bench\n• Çelik Úlfar: Publish the accounts"
    head = "# Mill Guild\nMinutes of the meeting held on 12 March 2024\nPresent: Una Keld, Tom Orme"
    assert [task.owner for task in minutes_of(f"{head}\n{text}").actions] == ["Una Keld", "Tom Orme", "Çelik Úlfar"]


def test_a_mark_ends_an_entry_that_its_title_runs_into() -> None:
    text = (
        "# 2. Matters arising\n2.1 **Winch** – Tom told that it is mended.\n"
        "2.2 **Old punt** – nobody has claimed it. Clerk to sell it. (Action: UK)\n2.3 **Gate** – nothing new."
    )
    minutes = minutes_of(f"{FRONT}\n{text}")
    assert [(a.text, a.owner) for a in minutes.actions if a.tier == "explicit"] == [("Clerk to sell it.", "UK")]


@pytest.mark.parametrize(
    ("entry", "task", "owner"),
    [
        ("Barnaby: report the broken stile", "report the broken stile", "Barnaby"),
        ("Stile Foundation: Explore a grant for the stile", "Explore a grant for the stile", "Stile Foundation"),
    ],
)
def test_where_people_lead_the_tasks_of_a_list_whoever_else_does_is_one_of_them(
    entry: str, task: str, owner: str
) -> None:
    minutes = said(f"**Action items:**\n• Una: mend the gate\n• Tom: fence the pond\n• {entry}\n• Stile: oak or elm")
    assert tasks(minutes)[2:] == [(task, owner)]


def test_a_listed_task_is_one_though_nobody_is_known_who_leads_it() -> None:
    minutes = said("**Action items:**\n• Weir keepers: consider a second lamp for the weir\n• Lamps: oil or gas")
    assert tasks(minutes) == [("Weir keepers: consider a second lamp for the weir", None)]


@pytest.mark.parametrize(
    "task",
    [
        "Draft a plan of the quay: lamps, rails and steps",
        "Publicise the fair by: posters, bells",
        "Rota: ask the joiner",
    ],
)
def test_a_colon_further_on_leaves_an_entry_that_initials_open_a_task(task: str) -> None:
    action = only(f"• [UK] {task}")
    assert (action.text, action.owner) == (task, "UK")


@pytest.mark.parametrize(
    "head",
    [
        "Decisions and actions",
        "Actions & Motions",
        "Next steps and actions",
        "Action Items / Next Steps",
        "Things to do",
        "Homework for next meeting",
        "Actions outstanding",
        "Tasks to be completed",
        "Recap of action items",
        "Upcoming tasks",
        "Items for action",
    ],
)
def test_a_list_of_tasks_may_be_headed_in_other_words(head: str) -> None:
    minutes = said(f"**{head}**\n• Ask the landlord about the slipway\n• The oars were sold")
    assert [(action.text, action.tier) for action in minutes.actions] == [
        ("Ask the landlord about the slipway", "explicit")
    ]


def test_what_was_voted_on_in_a_list_of_motions_and_actions_is_no_task() -> None:
    minutes = said("**Motions and actions**\n• To move the oars, all in favour\n• Una to paint the oars")
    assert tasks(minutes) == [("Una to paint the oars", "Una")]


def test_a_line_in_bold_that_gives_a_task_is_no_item() -> None:
    minutes = said("The oars are worn.\n**UK to ask the joiner**\n**PC to consider the slipway**")
    assert tasks(minutes) == [("UK to ask the joiner", "UK")]
    assert [item.title for item in minutes.items][-1] == "PC to consider the slipway"


def test_a_known_name_and_a_dash_lead_an_order() -> None:
    assert tasks(said("• UK – mend the oars\n• Oars – mend the old ones")) == [("UK – mend the oars", "UK")]


@pytest.mark.parametrize(
    ("entry", "task", "owner", "status"),
    [
        ("ACTION Una to mend the gate", "Una to mend the gate", "Una", None),
        ("Action item: (Pending) Una to mend the gate", "Una to mend the gate", "Una", "open"),
        ("DONE Una to mend the gate", "Una to mend the gate", "Una", "done"),
        ("(Done) Tom and Una to mend the gate", "Tom and Una to mend the gate", "Tom and Una", "done"),
        ("Una took the action to mend the gate", "Una took the action to mend the gate", "Una", None),
        ("Open to whoever likes: to mend the gate", None, None, None),
    ],
)
def test_an_entry_may_begin_with_a_mark_and_how_it_stands(
    entry: str, task: str | None, owner: str | None, status: str | None
) -> None:
    told = said(f"**Previous actions done:**\n• {entry}").actions
    expected = [(task, owner, status, "explicit")] if task else []
    assert [(action.text, action.owner, action.status, action.tier) for action in told] == expected


@pytest.mark.parametrize(("title", "count"), [("Chair’s action", 0), ("Chairman's Actions", 0), ("Clerk’s actions", 1)])
def test_what_the_chair_decided_between_meetings_is_no_list_of_tasks(title: str, count: int) -> None:
    assert len(said(f"# 7. {title}\n• The order for new oars of 4 May.").actions) == count


def test_each_numbered_heading_of_an_action_is_of_the_paragraph_below_it() -> None:
    told = said(
        """
        # Gates of the mill
        The gates are old.
        # Action 1:
        The Reeve to ask the mason. Clerk to draft a letter.
        # Action 2:
        The plan should be changed to show the weir.
        The lamps were seen to.
        """
    )
    assert [(action.text, action.owner, action.tier) for action in told.actions] == [
        ("The Reeve to ask the mason. Clerk to draft a letter.", "The Reeve", "explicit"),
        ("The plan should be changed to show the weir.", None, "explicit"),
    ]
