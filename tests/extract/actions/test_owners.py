"""Whose task it is."""

import pytest

from tests.extract.actions.samples import only, tasks
from tests.extract.samples import minutes_of, said


def test_two_who_are_each_to_do_something_have_a_task_each_however_short() -> None:
    text = "Tom Orme will chair, and Una Keld will show the plans of the mill."
    assert [action.owner for action in said(text).actions] == ["Tom Orme", "Una Keld"]


def test_nobody_is_the_owner_of_what_is_yet_to_be_given() -> None:
    assert only("# 4. Actions\n• [TBA] Mend the gate").owner is None


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
        # two who do one thing together
        ("It was agreed that we let the shed to the guild, Tom and Ada to sort the papers out.", ["Tom and Ada"]),
        ("Mr. T. Orme, Harbour Engineer, would meet the ferrymen.", ["Mr. T. Orme"]),
        ("Guild meeting, 3rd May: Cllrs. Mrs. Keld and Orme to attend.", ["Cllrs. Mrs. Keld and Orme"]),
        ("Democratic Services would arrange the tour.", ["Democratic Services"]),
        ("It was suggested that the Clerk contact the mill.", ["the Clerk"]),
        ("Members encouraged to let the guild know.", ["Members"]),
        ("A: Ada Brindle said that it was late. She agreed to send the chart.", ["Ada Brindle"]),
        ("Ada Brindle accepted the point; she explained the toll and undertook to bring a chart.", ["Ada Brindle"]),
        ("Tom Orme asked for a chart, and Ada Brindle agreed that this would be sent.", ["Ada Brindle"]),
        ("RESOLVED that, before the toll is set, the Clerk publish a list of moorings.", ["the Clerk"]),
        ("RESOLVED that the Weir Group be re-convened in May to look at the lamps.", ["the Weir Group"]),
        ("RESOLVED that we send a note to the mill.", [None]),
        ("RESOLVED that the toll be referred back to the Weir Group for another look by June.", ["the Weir Group"]),
        ("Una Keld asked those present to send her their charts.", ["those present"]),
        ("Una Keld had no chart and said that a written answer would be sent to the mill.", ["Una Keld"]),
        ("Una Keld reports that it is late. She will send the chart.", ["Una Keld"]),
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


def test_a_proposal_by_somebody_gives_them_no_task() -> None:
    assert said("A proposal by UK to form a panel on tolls was left for now.").actions == ()


def test_how_a_listed_task_stands_may_be_told_before_its_owner() -> None:
    assert only("# Action items\n• (Pending) Una to mend the gate").owner == "Una"


def test_owners_in_brackets_part_the_tasks_that_were_read_as_one_paragraph() -> None:
    minutes = said("# Action items\n[Una Keld] Mend the gate. [Tom] Fence the pond.\n[ALL] Read the plan.")
    assert tasks(minutes) == [("Mend the gate.", "Una Keld"), ("Fence the pond.", "Tom"), ("Read the plan.", "ALL")]


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


@pytest.mark.parametrize("text", ["Looking for helpers to paint the gate", "The team will open PR on oars."])
def test_who_is_looked_for_or_what_is_opened_has_no_task(text: str) -> None:
    assert not [task for task in said(text).actions if task.owner]


@pytest.mark.parametrize("owner", ["Zoë", "Zoe", "Renée", "Ebbë"])
def test_a_name_may_have_an_accent_in_one_place_only(owner: str) -> None:
    front = "# Mill Club\nMinutes of the meeting held on 12 March 2024\nPresent: Ebbe Keld, Tom Orme\n"
    (action,) = minutes_of(f"{front}# 8. Action points\n• {owner}: Send the map round.").actions
    assert (action.owner, action.tier, action.text) == (owner, "explicit", "Send the map round.")


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
    ("listed", "owners"),
    [("Ulrik di Voss (UDV)", ["UDV"]), ("Upper Dock Venture (UDX)", []), ("Upper Dock Board (UDB)", [])],
)
def test_initials_in_brackets_after_the_names_of_a_list_are_those_of_people(listed: str, owners: list[str]) -> None:
    letters = listed[-4:-1]
    minutes = said(
        f"Were there by telephone:\n• Norah Pell (NP): Mill\n• {listed}: Weir\n{letters} will relabel the lamps."
    )
    assert [action.owner for action in minutes.actions] == owners


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("In answer to Ms Tay Mr Orme accepted that it was late. He offered to bring a chart.", "Mr Orme"),
        ("Mr Orme, called at the Board’s request, confirmed that it was dry and that he would visit.", "Mr Orme"),
        (
            "The Head of Locks and Weirs said that it had begun in May, though few came. She agreed to look at it.",
            "The Head of Locks and Weirs",
        ),
        ("Cllr Orme reported that 9 had come. Most wanted lamps. He would put it on the website.", "Cllr Orme"),
        (
            "Ms Tay asked that a shorter chart be prepared, and the Mill Warden said that one would be ready in May.",
            "the Mill Warden",
        ),
        ("The Mill Warden apologised that it was late and said that they would be sent by May.", "The Mill Warden"),
        ("The Chair directed that it be passed to the Head of Locks, who was to reply in May.", "the Head of Locks"),
        ("A letter will go from the Warden to both mills.", "the Warden"),
        (
            "She would have the sluice looked at again, the Mill Warden said, and would report back in May.",
            "the Mill Warden",
        ),
        (
            "Cllr Orme asked for the charts to be put in the hall and the Mill Warden said that she would see to it.",
            "the Mill Warden",
        ),
        ("Ms Tay said a chart could be made, and it would be e-mailed to all members by May.", "Ms Tay"),
        ("In the meantime all were asked to complete the form by 3 May.", "all"),
        ("Ward leaders were asked to let Ms Tay know who would come.", "Ward leaders"),
        ("The Board expressed its support for the plan and will advise the county accordingly.", "The Board"),
        ("The visit is outstanding and would be rearranged by UK for the autumn.", "UK"),
        ("The tide list is to be refreshed by all wardens before Easter.", "all wardens"),
        ("It was resolved that checks of the tide book be made each term by the link trustee.", "the link trustee"),
        ("The Governance Professional would put the new forms on the website.", "The Governance Professional"),
        ("The bell rope is worn: UK to see to it.", "UK"),
        ("The action on the weir was carried forward to the May meeting (UK).", "UK"),
    ],
)
def test_who_is_to_do_it_is_told_in_other_words(text: str, owner: str) -> None:
    assert only(text).owner == owner


def test_who_promised_one_thing_does_the_next() -> None:
    text = "Cllr Orme asked for the sum, and Ms Tay promised to e-mail it to him. She would also share the chart."
    assert [action.owner for action in said(text).actions] == ["Ms Tay", "Ms Tay"]


def test_who_asks_is_not_who_then_agrees() -> None:
    assert only("Cllr Orme asked how long it took: the mean was 2 days. She agreed to bring a table.").owner is None


@pytest.mark.parametrize(
    ("told", "owner"),
    [
        ("Ms Tay asked for a chart. Mr Orme will send one by 3 May.", "Mr Orme"),
        ("Ask the mill for a chart. Mr Orme to help with it.", None),
    ],
)
def test_a_marked_task_may_name_who_takes_it_up_in_its_second_sentence(told: str, owner: str | None) -> None:
    action = only(f"| Item | The weir |\n| Discussion | It leaks. |\n| Action | {told} |")
    assert (action.text, action.owner) == (told, owner)
