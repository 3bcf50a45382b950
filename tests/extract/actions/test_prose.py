"""Tasks told in prose, and what is none."""

import pytest

from tests.extract.actions.samples import only, tasks
from tests.extract.samples import FRONT, minutes_of, said


def test_what_an_item_is_about_is_no_task() -> None:
    assert (
        said("**8. Chairman to sign the declaration**\nCllr Brindle signed it and the Clerk witnessed it.").actions
        == ()
    )


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
        ("Ada asked Tom Orme if he would speak to the ferryman.", "Tom Orme", "action.asked-if"),
        ("Mr Tay said he will have somebody look at the sluice.", "Mr Tay", "action.undertook"),
        ("Mr Tay indicates that he will meet the ferrymen.", "Mr Tay", "action.undertook"),
        ("Tom Orme volunteers, and asks for oars to begin with.", "Tom Orme", "action.person-agreed"),
        ("Tom Orme volunteers to row.", "Tom Orme", "action.person-to"),
        ("Direction was given to the Clerk to write to the ferry.", "the Clerk", "action.asked"),
        ("Please read the rules of the slipway.", None, "action.asked"),
        ("Ada Brindle recommended this be reviewed by the Locks Panel.", "the Locks Panel", "action.asked"),
        ("UK still to contact the ferryman.", "UK", "action.to-do"),
        ("Wilmot BRANNOCK and Odo PENNANT will follow the plan.", "Wilmot BRANNOCK and Odo PENNANT", "action.will"),
        ("A lamp would be hoisted by the Lengthsman before June.", "the Lengthsman", "action.to-be-by"),
        ("We still need to send the tide tables by 3 May.", None, "action.needs"),
        ("More details of the regatta will follow in June.", None, "action.to-be"),
        ("The draft will be ready for the May meeting.", None, "action.to-be"),
        ("Wilmot BRANNOCK will take care of the lamps.", "Wilmot BRANNOCK", "action.will"),
        ("Our CTO Brannock has agreed to sell the old radios.", "Our CTO Brannock", "action.has-undertaken"),
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
        ("A depth survey would be undertaken in the spring.", None, "action.to-be"),
        ("Una Keld agrees to varnish the oars.", "Una Keld", "action.person-agreed"),
        ("Norah would lodge the annual return.", "Norah", "action.will"),
        ("Clerk clarify who is to clean the slipway.", "Clerk", "action.office-do"),
        ("*Norah will varnish the oars.*", "Norah", "action.person-will"),
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
        ("UK: I’ll relabel the lamps.", "UK", "action.we"),
        ("We will discuss by email.", None, "action.we"),
        ("Una is in charge of mending the lamps.", "Una", "action.person-will"),
        ("Una needs to relabel the lamps.", "Una", "action.person-will"),
        ("Discussion needed between the ferryman and UK on the tolls.", None, "action.needs"),
        ("Reminder: UK (with help from the mill) to draft a list of lamps.", "UK", "action.to-do"),
        ("The Board will conduct a census of moorers.", "The Board", "action.will"),
        ("Norah and Zbyszko K will look into the lamps.", "Norah and Zbyszko K", "action.will"),
    ],
)
def test_a_task_told_in_prose(text: str, owner: str | None, rule: str) -> None:
    action = only(text)
    assert (action.text, action.owner, action.tier, action.rule) == (text, owner, "implicit", rule)


def test_each_part_of_a_sentence_between_semicolons_is_a_task_of_its_own() -> None:
    text = "RESOLVED: that the report be noted; that the Clerk be asked to mend the gate; that UK write to the county."
    assert tasks(said(text)) == [
        ("that the Clerk be asked to mend the gate", "the Clerk"),
        ("that UK write to the county.", "UK"),
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


def test_an_order_in_bold_in_a_line_of_its_own_is_a_task() -> None:
    text = "Arrange chairs along the quay.\n**Arrange meeting with the pilots for May.**"
    assert [action.text for action in said(text).actions] == ["Arrange meeting with the pilots for May."]


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


def test_what_is_done_at_each_meeting_is_no_task() -> None:
    assert not said("We will remind the guild of the rule at the start of each meeting.").actions


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


def test_what_somebody_is_to_do_after_a_semicolon_is_the_task() -> None:
    action = only("A letter came from Ms Keld on mud at the ford; Clerk to reply. The ducks are back.")
    assert (action.text, action.owner) == ("Clerk to reply.", "Clerk")


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


@pytest.mark.parametrize("text", ["Left for Una to report in May.", "Left with Una to find a price."])
def test_what_is_left_to_somebody_is_theirs(text: str) -> None:
    assert [action.owner for action in said(text).actions] == ["Una"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Reeve asked that the next report show the tolls by month. Una would see to this.", None),
        ("The Clerk told members that two forms were missing and asked that these be with her by Friday.", None),
        ("The visit to the mill had been put off and would be re-arranged by the Warden.", "the Warden"),
        ("A written answer would be placed on the Trust’s website.", None),
        ("Management would provide a paper to the Quay Committee in May.", "Management"),
        ("The lock would be looked at again by the repairs team before the flood season.", "the repairs team"),
        ("RESOLVED that a study of fares be brought to the March meeting by the Ferry Group.", "the Ferry Group"),
        ("RESOLVED that each Director be required to bring a plan to the Board by 14 May.", "each Director"),
        (
            "RESOLVED that\n(a) it be so; and\n(b) the Deputy Director - Locks submit a note.",
            "the Deputy Director - Locks",
        ),
        ("That the plan be submitted to this Committee before it is considered by Cabinet.", None),
        ("RESOLVED that the Clerk should try to reach Mr Dale and should report back in May.", "the Clerk"),
        ("On item 12 (signs at the quay) Ms Keld said that the maker had gone. She would ask another.", "Ms Keld"),
        ("Once the two Mill Associations had replied we should seek a meeting.", None),
    ],
)
def test_what_is_asked_and_promised_has_the_owner_that_its_words_name(text: str, owner: str | None) -> None:
    (action,) = said(text).actions[:1]
    assert action.owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Orme declared an interest. She had had no part in the talks and would speak and vote.",
        "It was also noted that OFBOAT would publish new rules this autumn.",
        "It was agreed to record in these minutes what the log says of the eels.",
        "RESOLVED: That permission be GRANTED subject to the following conditions:\n"
        "1. Details of the gate shall be submitted to the Council before it is built.\n2. The hedge shall be kept.",
    ],
)
def test_what_others_are_held_to_or_is_done_at_the_meeting_is_no_task(text: str) -> None:
    assert not said(text).actions


def test_two_things_asked_for_in_one_sentence_are_two_tasks() -> None:
    text = "The Chair asked that our thanks be passed to the crew, and that a talk by them be arranged for June."
    assert [action.text for action in said(text).actions] == [
        "The Chair asked that our thanks be passed to the crew,",
        "that a talk by them be arranged for June.",
    ]


def test_whom_one_writes_to_is_not_another_who_has_a_task() -> None:
    text = (
        "RESOLVED that the Chair write to the Minister for Weirs and the Secretary for Food and Eel Affairs to ask why."
    )
    assert [(action.text, action.owner) for action in said(text).actions] == [(text, "the Chair")]
    text = "Una will write to the county and Tom will mend the gate."
    assert [action.owner for action in said(text).actions] == ["Una", "Tom"]


@pytest.mark.parametrize(
    ("entry", "owner"),
    [
        ("• Una: create a list of the moorings", "Una"),
        ("• Una: create a list of the moorings?", None),
        ("• Moorings: create a list of them", None),
        ("• Look into a boat of our own?", None),
    ],
)
def test_a_name_and_an_order_are_a_task_unless_they_ask(entry: str, owner: str | None) -> None:
    assert [action.owner for action in said(entry).actions] == [owner] * (owner is not None)


def test_the_works_below_a_line_in_capitals_are_no_tasks() -> None:
    text = (
        "Mill Quay 4\n\nPROPOSAL:\n\nOn the quay side the old gate will be removed, and a new gate will be installed."
    )
    assert said(text).actions == ()


def test_the_works_that_an_application_describes_are_no_tasks() -> None:
    text = """
        # PROPOSAL:
        On the side to the weir a window will be removed, and a door will be installed.
        # DECISION:
        A notice of the decision will be published by the Clerk.
        """
    assert [action.text for action in said(text).actions] == [
        "A notice of the decision will be published by the Clerk."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Reeve asked Mr Tay to share his views on the weir.",
        "Perhaps we should invite the ferrymen.",
        "“I will ask at our May meeting for a lamp by the weir.”",
        "Such bids, to be submitted to the Reeve, require a seal.",
        "It was agreed that there was no need to write to the ferryman.",
        "Resolved that the bylaws be amended to include a lamp on each boat.",
        "Una Keld and Tom Orme will run again.",
        "Mr Tay thought that a lamp would be put up by the Clerk.",
        "Mr Tay wanted to know whether we should invite the ferrymen.",
        "There was no guarantee that the lamps would be replaced.",
        "The Harbour Board had decided to write to the ferrymen.",
        "If a boat is to be sold, it should be included in the register.",
        "Mr Tay asked why others that should be invited were left out.",
        "Cllr Orme agreed to leave the lamps as they are.",
        "Also there: the Piermaster Una Tarn, the Ferryman Will Norris and Ms Keld.",
    ],
)
def test_what_is_only_thought_of_or_done_with_at_once_is_no_task(text: str) -> None:
    assert said(text).actions == ()


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        (
            "Cllr Orme replied that the lane was steep. In reply to a further question he said he would be glad to meet"
            " the ferryman before Easter.",
            "Cllr Orme",
            "before Easter",
        ),
        ("Cllr Orme agreed, and undertook that prices would be put in by 3 May.", "Cllr Orme", "by 3 May"),
        (
            "Cllr Orme asked about the lamps and the Warden said that she was in touch with the Mill School and would"
            " let Cllr Orme know the result.",
            "the Warden",
            None,
        ),
        ("Ms Keld offered the loan of a boat and would put the Warden in touch with its owner.", "Ms Keld", None),
        ("The Chair asked that the item on lamps be brought forward from June to May.", None, "to May"),
        ("The Clerk reminded members that mooring forms were to be returned to her by 20 May.", "members", "by 20 May"),
        ("The Committee asked that staff bring back a price in May.", "staff", "in May"),
        (
            "RESOLVED: that partner bodies be asked to report on the lamps by 3 May.",
            "partner bodies",
            "by 3 May",
        ),
        (
            "The Committee resolved that the offer be accepted and that the Clerk proceed to exchange of deeds by"
            " 3 May.",
            "the Clerk",
            "by 3 May",
        ),
    ],
)
def test_who_says_in_other_words_what_they_will_do(text: str, owner: str | None, due: str | None) -> None:
    action = only(text)
    assert (action.owner, action.due) == (owner, due)


def test_who_are_to_form_a_group_is_told_with_what_it_is_for() -> None:
    action = only("It was resolved that Cllr Brindle and Cllr Orme form a working party to draft the reply.")
    assert action.owner == "Cllr Brindle and Cllr Orme"


def test_what_two_are_to_do_in_one_sentence() -> None:
    assert tasks(said("UK to see if the sill leaks and Clerk to report to the Water Agency.")) == [
        ("UK to see if the sill leaks", "UK"),
        ("Clerk to report to the Water Agency.", "Clerk"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to make no comment on the weir.",
        "That authority be delegated to the Warden, in consultation with the Chair and Vice-Chair, to sign the lease.",
        "It was resolved to make grants as follows: (1) the mill, £90; (2) the weir, £60.",
        "Agreed to raise it to 9 days.",
        "TO – the Council has to find £90 for the weir.",
        "The Chair asked that item 9 be brought forward.",
        "The Committee agreed that a small group to sort the deeds would be very helpful.",
        "• Mill Trust – Email to advise of a new lamp.",
    ],
)
def test_what_is_done_with_its_being_decided_or_told_is_no_task(text: str) -> None:
    assert said(text).actions == ()


@pytest.mark.parametrize(
    ("title", "count"), [("Minutes of the last meeting", 0), ("Minutes and matters arising", 1), ("The toll", 1)]
)
def test_what_corrects_the_minutes_is_no_task(title: str, count: int) -> None:
    minutes = minutes_of(f"{FRONT}\n# 2. {title}\nCllr Orme asked that £90 be changed to £80 in the note on tolls.")
    assert len(minutes.actions) == count


@pytest.mark.parametrize(
    ("verdict", "count"),
    [
        ("This was not seconded.", 0),
        ("There was no seconder.", 0),
        ("The motion fell.", 0),
        ("This was seconded by Cllr Orme.", 1),
    ],
)
def test_what_nobody_seconded_is_no_task(verdict: str, count: int) -> None:
    assert len(said(f"Cllr Brindle proposed that a new oar be purchased for the ferry. {verdict}").actions) == count


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The accounts were approved subject to the Clerk checking page 4.", "the Clerk"),
        ("The lease was approved subject to the miller checking page 4.", None),
        (
            "Cllr Orme asked for a map to be shown. The Clerk said that this would be done once it was found.",
            "The Clerk",
        ),
        ("Ms Keld said that two had gone; she would include a table in the next report.", "Ms Keld"),
        ("She would consider the plan with an open mind.", None),
        ("Cllr Orme had spoken with the county, who say that a lamp will be ordered.", None),
        ("RESOLVED: Asked the Clerk to bring a plan in June.", "the Clerk"),
    ],
)
def test_more_ways_to_give_a_task_or_none(text: str, owner: str | None) -> None:
    assert [action.owner for action in said(text).actions] == ([owner] if owner else [])


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        # asked for before the meeting, and due after it
        ("The Reeve had asked the Warden to mend the sill by 30 November 2026.", "the Warden", "by 30 November 2026"),
        (
            "The Warden had been asked to publish a list of moorings, and this would be done by 3 May 2027.",
            "The Warden",
            "by 3 May 2027",
        ),
        ("Ms Keld withdrew her motion, the Mill Warden having undertaken to include it.", "the Mill Warden", None),
        ("He had no figures and would issue a new table.", None, None),
        ("The lamp is out, Clerk to see to this before 3 May.", "Clerk", "before 3 May"),
        ("All dock wardens to let the Clerk have their sums by 3 May.", "All dock wardens", "by 3 May"),
        (
            "She asked Members who had borrowed oars for the regatta to return them to the Reeve by 3 May.",
            None,
            "by 3 May",
        ),
        ("A proposal on the future of the mill would come to Members before Easter.", None, "before Easter"),
        ("A summary in Welsh would be ready by the new year.", None, "by the new year"),
        ("The chart would be e-mailed to Members.", None, None),
        ("RESOLVED to close the slip and to go out to tender for 2027.", None, None),
    ],
)
def test_a_task_told_in_still_other_words(text: str, owner: str | None, due: str | None) -> None:
    action = only(text)
    assert (action.owner, action.due) == (owner, due)


@pytest.mark.parametrize(
    "text",
    [
        "The Reeve had asked the Warden to mend the sill by 3 May 1999.",
        "The Reeve had sent a letter and asked the Warden why it was so.",
        "Ms Keld asked leave to put in a chart.",
        "RESOLVED to pay the accounts as listed below, £90.",
        "RESOLVED that the Warden be authorised to order six lamps.",
        "RESOLVED that the log be received and that finished actions be removed.",
        "RESOLVED:\n(a) that a condition be added that no oil be stored there;\n(b) that a warning be placed on file.",
        "Ms Keld proposed and Mr Orme seconded that the Board should write to the mill. The Chair was not sure. On a"
        " vote, the proposal was not carried.",
    ],
)
def test_what_was_only_allowed_or_asked_leave_for_or_lost_is_no_task(text: str) -> None:
    assert said(text).actions == ()


def test_what_was_asked_for_and_undertaken_in_one_sentence_is_one_task() -> None:
    text = "Mr Orme asked that the Board be given sight of the list; Ms Keld undertook to circulate it."
    assert tasks(said(text)) == [("Ms Keld undertook to circulate it.", "Ms Keld")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Comments to be sent to the Trust:\n|! No. | Comment\n| 1 | Too tall", 0),
        ("Comments to be sent to the Trust by 3 May.\n|! No. | Comment\n| 1 | Too tall", 1),
        ("It was agreed to set up a Weir Panel of two Members (Cllrs Brindle and Orme).", 0),
        ("The form for the fair needs to be in by 3 May.", 1),
        ("|! Proposal | For | Against | Result\n| Toll to be set at 9% | 10 | 0 | Agreed", 0),
    ],
)
def test_lines_over_tables_and_rows_voted_on_are_no_tasks(text: str, count: int) -> None:
    assert len(said(text).actions) == count


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ms Tay told the Warden she would send him the deed.", "Ms Tay"),
        ("Mr Orme plans to ask the ferry company who owns the slip.", "Mr Orme"),
        ("Mr Orme said he could write a page on the sluice.", "Mr Orme"),
        ("The Board requests all mills to supply a return of water drawn.", None),
        ("So the Board would like the Clerk to measure the slip.", "the Clerk"),
        ("The Panel wished to see the drawings of the weir before they went out.", None),
        ("The Board will hold a hearing at its autumn meeting on the lease of the weir.", "The Board"),
        ("The terms will need to be settled with the miller.", None),
        ("The Board requests further work on the sluice by the Lengthsman.", "the Lengthsman"),
        ("The Clerk would find out if the tide table was right.", "The Clerk"),
        ("UK / TO to measure the doors before Easter.", "UK / TO"),
        ("Everybody to bring a lamp.", "Everybody"),
        ("ALL: bring a lamp.", "ALL"),
        ("UK to MC the regatta.", "UK"),
        ("Slipway - the Clerk has seen the mason and will ask the smith in May.", "the Clerk"),
        ("UK queried this with the mill and will chase a reply.", "UK"),
        ("Ms Keld said that she had not heard from the mill and would write again.", "Ms Keld"),
        ("Every branch to nominate a rower.", "Every branch"),
        ("Agreed by all and the Clerk to mend it.", "the Clerk"),
        ("The miller to be reminded of the date.", None),
        ("The point would be put to the miller.", None),
    ],
)
def test_what_somebody_plans_or_the_body_would_like_is_a_task(text: str, owner: str | None) -> None:
    assert tasks(said(text)) == [(text, owner)]


@pytest.mark.parametrize(
    "text",
    [
        "The mills plan to close the sluice.",
        "The Board would like to thank the Clerk.",
        "The Warden said that he could see no harm in it.",
        "If a fine is waived this will need to be cleared with the mill.",
        "There are gates which need to be ordered.",
        "The county will hold a hearing in July.",
        "Ms Keld asked who should be told.",
        "Cllr Brindle remarked that the lamps should be printed with a mark.",
        "If members wish to see the plan, it hangs in the mill.",
        "If you see a swan on the nest, please tell the Reeve.",
        "The regatta will be chaired by Tom Orme.",
        "It was agreed that the club should go on as it is.",
    ],
)
def test_what_others_plan_or_might_be_is_no_task(text: str) -> None:
    assert said(text).actions == ()
