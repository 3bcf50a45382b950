"""Verdicts alone, and the motion further up that they are on."""

from pathlib import Path

import pytest

from minutes.model import Votes
from tests.extract.samples import decided, extracted, only, said


@pytest.mark.parametrize("head", ["MOTION:\n", "MOTION: ", "| MOTION: | "])
def test_a_motion_in_capitals_stands_below_the_line_that_names_its_movers(head: str) -> None:
    moved = "A motion was made by Mrs. Tay, seconded by Mr. Orme:"
    decision = only(
        f"{moved}\n{head}THAT THE BOARD APPROVE THE BILLS, SUBJECT TO AUDIT.\nThe motion passed unanimously."
    )
    assert decision.text == "THAT THE BOARD APPROVE THE BILLS, SUBJECT TO AUDIT."
    assert (decision.mover, decision.seconder, decision.votes) == ("Mrs. Tay", "Mr. Orme", "unanimous")


def test_a_motion_over_a_list_is_what_the_sentence_below_the_list_agrees_to() -> None:
    moved = "Mr Tay proposed, and Mr Orme seconded the following payments to the mills:"
    rows = "| Fen Mill | £310 |\n| Tide Mill | £120 |"
    decision = only(f"{moved}\n{rows}\nThe Committee unanimously agreed with payment made at once.")
    assert (decision.text, decision.mover, decision.seconder) == (moved, "Mr Tay", "Mr Orme")
    agreed = "The Committee agreed to mend the weir."
    assert only(f"The mills are:\n{rows}\n{agreed}").text == agreed


@pytest.mark.parametrize(
    ("verdict", "expected", "outcome"),
    [
        (
            "The motion to object was carried.",
            "Dr Orme, seconded by Mrs Keld, moved that we object to the mast",
            "approved",
        ),
        ("The motion to object was lost.", "that we object to the mast", "rejected"),
        ("The motion to pay the bill was carried.", "The motion to pay the bill was carried.", "approved"),
    ],
)
def test_a_motion_told_by_what_it_is_to_do_is_the_clause_that_moved_it(
    verdict: str, expected: str, outcome: str
) -> None:
    moved = "Dr Orme, seconded by Mrs Keld, moved that we object to the mast; Mr Tay would rather wait."
    decision = only(f"Three letters had come. {moved} {verdict}")
    assert (decision.text, decision.outcome) == (expected, outcome)


def test_a_motion_to_which_nobody_objected_is_told_by_its_mover() -> None:
    moved = "Mrs. Tay made a motion, seconded by Mr. Orme, to approve the minutes of 9 May."
    decision = only(f"{moved} There being no corrections, the minutes were approved and placed on file.")
    assert (decision.text, decision.mover) == (moved, "Mrs. Tay")


def test_a_motion_that_was_lost_is_told_by_what_was_moved() -> None:
    text = "Cllr Orme moved an amendment that the fee be halved.\nMembers debated it.\nThe amendment was lost."
    decision = only(text)
    assert decision.text == "Cllr Orme moved an amendment that the fee be halved."
    assert (decision.outcome, decision.rule) == ("rejected", "decision.lost")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Approval of the bylaws. Moved, seconded, and passed.",
            "Approval of the bylaws. Moved, seconded, and passed.",
        ),
        ("# 7.1 The bylaws\nMoved, seconded, and passed.", "Moved, seconded, and passed."),
        (
            "Cllr Orme proposed a letter to the mill. This was agreed.",
            "Cllr Orme proposed a letter to the mill. This was agreed.",
        ),
        ("Members were asked to sign the lease. This was agreed.", "This was agreed."),
        (
            "A motion by Cllr Orme, seconded by Cllr Keld, “that the hedge be cut” was put to the vote and carried.",
            "that the hedge be cut",
        ),
        (
            "Cllr Orme:\n“That the hedge in Mill Lane be cut.”\nSeconded by Cllr Keld and agreed.",
            "That the hedge in Mill Lane be cut.",
        ),
        (
            "The Convener thanked the Head of Parks and his staff, and it was agreed that a letter be sent.",
            "it was agreed that a letter be sent.",
        ),
        ("Motion to approve the audit.\nMoved, seconded, and passed.", "Motion to approve the audit."),
        ("Motion made: that the hedge be cut.\nMotion seconded and approved.", "Motion made: that the hedge be cut."),
        ("Cllr Orme moved to cut the hedge. Seconded by Cllr Keld. Carried.", "Cllr Orme moved to cut the hedge."),
        ("RESOLVED that the hedge be cut. Carried unanimously.", "RESOLVED that the hedge be cut."),
    ],
)
def test_a_verdict_alone_is_told_with_what_it_decides(text: str, expected: str) -> None:
    assert decided(text) == [expected]


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        (
            "It was moved by Cllr Orme and seconded by Cllr Brindle that the sluice be mended. This was carried.",
            "It was moved by Cllr Orme and seconded by Cllr Brindle that the sluice be mended.",
            "approved",
        ),
        (
            "Cllr Orme proposed that the hall be sold. This was not seconded and therefore FELL.",
            "Cllr Orme proposed that the hall be sold.",
            "rejected",
        ),
        (
            "Cllr Orme proposed that the hall be sold; there was no seconder and it fell.",
            "Cllr Orme proposed that the hall be sold; there was no seconder and it fell.",
            "rejected",
        ),
    ],
)
def test_a_verdict_is_on_what_was_moved_before_it(text: str, told: str, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome) == (told, outcome)


def test_what_was_proposed_and_lost_is_told_without_its_movers() -> None:
    text = (
        "Cllr Brindle proposed that the limit be 20 on Mill Lane, seconded by Cllr Orme.\n"
        "On being put to the vote this was lost, 2 for, 4 against."
    )
    (decision,) = said(text).decisions
    assert (decision.text, decision.outcome, decision.mover, decision.votes) == (
        "that the limit be 20 on Mill Lane",
        "rejected",
        "Cllr Brindle",
        Votes(for_=2, against=4),
    )


@pytest.mark.parametrize(
    "stem",
    [
        "It was proposed by Cllr Orme, seconded by Cllr Keld and resolved that the following lanes be closed:",
        "Moved by Orme, seconded by Keld, to approve the Consent Agenda as follows:",
    ],
)
def test_the_entries_of_a_list_are_decided_on_one_by_one(stem: str) -> None:
    told = said(f"{stem}\n(a) The lane at the mill;\n(b) The lane at the pond.\nMotion carried.").decisions
    assert [decision.text.rstrip(".") for decision in told] == ["The lane at the mill", "The lane at the pond"]
    assert {(decision.mover or "")[-4:] for decision in told} == {"Orme"}


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        # as Canadian and New Zealand councils set them
        ("CR24-17\nMoved By Cllr Orme\nSeconded By Cllr Tay\nThat the gate be mended; and\nThat the fee be halved."
         "\nCarried", ["That the gate be mended", "That the fee be halved."]),
        ("Moved by:Cllr Orme\nSeconded by:Cllr Tay\nTHAT the hall be let.\nMotion Carried, By All Members Present",
         ["THAT the hall be let."]),
        ("24/17 Moved by Cllr Orme, seconded by Cllr Tay: That the Mill Board:\n(a) mend the gate.\n(b) note the fee."
         "\nCARRIED", ["mend the gate.", "note the fee."]),
        ("24/18 MOVED (Orme/Tay): THAT the apologies be accepted.\nCARRIED U",
         ["MOVED (Orme/Tay): THAT the apologies be accepted."]),
        ("STAFF RECOMMENDATIONS\n1. That the report be received.\n2. That the Council resolves to close the ford.\n"
         "COUNCIL RESOLUTION 2024/17\nMoved: Cr Orme\nSeconded: Cr Tay\n1. That the report be received.\n"
         "2. That the Council resolves to mend the ford.\nCARRIED",
         ["That the report be received.", "That the Council resolves to mend the ford."]),
        ("Resolution\nMoved Cr Orme, seconded Deputy Mayor Tay and resolved\nThat Council confirms the minutes.",
         ["That Council confirms the minutes."]),
        ("Resolved CL/2024/017\nThat the Council\n1. Receives the report of the harbour master.\nOrme/Tay  Carried",
         ["Receives the report of the harbour master."]),
        ("| Council resolution | Deputy Mayor Orme / Councillor Tay |\n| | That Council: |\n| | a. Note the report. |\n"
         "| | b. Adopt the policy. |\n| | Carried |", ["Note the report.", "Adopt the policy."]),
        ("MOVED BY councillor orme\nSECONDED BY councillor tay\nTHAT the ferry run in May.\nCARRIED UNANIMOUSLY",
         ["THAT the ferry run in May."]),
    ],
)  # fmt: skip
def test_the_limbs_of_a_motion_stand_between_its_movers_and_the_verdict(text: str, decisions: list[str]) -> None:
    assert decided(text) == decisions


def test_the_same_verdict_on_one_proposal_after_another() -> None:
    text = "The first proposal was read.\nThe proposal was passed on a show of cards.\nThe second was read.\n" * 2
    assert decided(text) == ["The proposal was passed on a show of cards."] * 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# 5. Minutes of 4 May\nAccepted.", ["Accepted."]),
        ("# 5. Minutes of 4 May\nNoted.", ["Noted."]),
        (
            "# 5. Minutes\nThose of 4 May. Approved as amended (Orme/Tay)",
            ["Those of 4 May. Approved as amended (Orme/Tay)"],
        ),
        ("The Chair spoke.\nAccepted.", []),
        # ... or on the statement beside which its mover is named
        ("**Una for Reeve.**\nProposed by: Tom\nUnanimously approved, with thanks to Ada.", ["Una for Reeve."]),
        (
            "The Trust should mend the gate.\nProposed by: Una\nUnanimously approved.",
            ["The Trust should mend the gate."],
        ),
        (
            "Proposed by: Una\nThe Trust should mend the gate.\nUnanimously approved.",
            ["The Trust should mend the gate."],
        ),
    ],
)
def test_a_verdict_alone_is_on_the_heading_above_it(text: str, told: list[str]) -> None:
    assert decided(text) == told


def test_a_verdict_below_its_movers_is_told_with_them() -> None:
    decision = only(
        "Motion by Trustee Orme, second by Trustee Keld.\nFinal Resolution: Motion Carried\n"
        "Yes: Trustee Ada Brindle, Trustee Tom Orme, Trustee Una Keld\nNot Present at Vote: Trustee Bo Fell"
    )
    assert decision.text == "Motion by Trustee Orme, second by Trustee Keld.\nFinal Resolution: Motion Carried"
    assert isinstance(decision.votes, Votes)
    assert decision.votes.for_ == 3


def test_who_was_elected_stands_above_the_verdict() -> None:
    assert decided("• Una Keld stands (proposed: Tom, seconded: Ada)\n• Elected unopposed (9)") == [
        "Una Keld stands (proposed: Tom, seconded: Ada)\n• Elected unopposed (9)"
    ]


def test_a_verdict_below_the_entry_of_a_list_is_on_that(tmp_path: Path) -> None:
    (tmp_path / "minutes.md").write_text(
        "# Minutes of the Ferry Board\n4 March 2024\n\nPresent: Una Keld\n\n## 1. Boats\n\n"
        "- Two oars of ash for the small boat\n  - Carried.\n- Paint\n"
    )
    (decision,) = extracted(tmp_path / "minutes.md")[1].decisions
    assert decision.text == "Two oars of ash for the small boat\n• Carried."


def test_a_proposal_in_note_form_may_not_be_accepted() -> None:
    decision = only("Summer fair – proposal to move it to the mill. Not accepted.")
    assert (decision.text, decision.outcome) == ("Summer fair – proposal to move it to the mill.", "rejected")


def test_a_resolution_that_says_passed_is_on_the_text_above() -> None:
    (decision,) = said(
        "Presenter: Una Keld.\nText: Found a guild of pilots.\nResolution: Passed.\nDetails: see above."
    ).decisions
    assert (decision.text, decision.outcome) == ("Found a guild of pilots.", "approved")


@pytest.mark.parametrize(
    ("put", "asked"),
    [
        (
            "Cllr Brindle proposed, and Cllr Orme seconded, that the tolls be told by wharf. On a vote this was"
            " defeated by five votes to three, some fearing for the owners.",
            "that the tolls be told by wharf.",
        ),
        (
            "Cllr Brindle proposed that the Council object to the mill and this was seconded by Cllr Orme. On being put"
            " to the vote there were three in favour and five against and the motion was lost.",
            "that the Council object to the mill",
        ),
    ],
)
def test_a_motion_that_was_lost_lends_its_movers_and_its_vote_to_nothing_after_it(put: str, asked: str) -> None:
    first, second = said(f"{put}\nResolved – (1) That the plan be endorsed.").decisions
    assert (first.text, first.outcome, first.votes) == (asked, "rejected", Votes(for_=3, against=5))
    assert (first.mover, first.seconder) == ("Cllr Brindle", "Cllr Orme")
    assert (second.outcome, second.mover, second.votes) == ("approved", None, None)


def test_a_lost_motion_whose_seconder_stands_in_the_next_sentence_is_told_without_its_reason() -> None:
    decision = only(
        "Cllr Orme moved that the porch be approved, against the advice given, as he saw no harm in it. This was"
        " seconded by Cllr Keld. On being put to the vote the motion was LOST by 3 votes to 6."
    )
    assert decision.text == "that the porch be approved, against the advice given"
    assert (decision.outcome, decision.mover, decision.seconder) == ("rejected", "Cllr Orme", "Cllr Keld")


def test_a_motion_has_been_raised() -> None:
    raised = "The old flags are torn and a motion has been raised to buy six."
    decision = only(f"{raised}\nVote on the motion FL_7:\n• Vote: 4 in favour, 1 opposed\n• Resolution: Vote passed")
    assert (decision.text, decision.votes) == (raised, Votes(for_=4, against=1))


def test_a_notice_of_motion_is_moved_in_the_first_person() -> None:
    notice = "I will move at the next meeting that the weir be mended"
    decision = only(
        f"# 9. Notice of Motion by Cllr Orme\n“{notice}”\n"
        "The Notice of Motion was proposed by Cllr Orme, seconded by Cllr Tay and unanimously agreed."
    )
    assert (decision.text, decision.mover, decision.seconder) == (notice, "Cllr Orme", "Cllr Tay")


def test_a_proposal_ends_the_paragraph_above_those_who_seconded_it() -> None:
    agreed = "Cllr Tay seconded the proposal and it was unanimously agreed."
    decision = only(f"Cllr Orme told of the leak. He proposed that the Reeve be written to.\n{agreed}")
    assert decision.text == "He proposed that the Reeve be written to."
    assert (decision.mover, decision.seconder, decision.votes) == ("Cllr Orme", "Cllr Tay", "unanimous")
    assert decided(f"Cllr Orme told of the leak.\n{agreed}") == [agreed]


def test_a_motion_may_be_told_as_in_a_play() -> None:
    decision = only("Una: Move to close the tower.\nTom: Seconded.\nMotion passed by unanimous consent.")
    assert (decision.text, decision.mover, decision.seconder) == ("Una: Move to close the tower.", "Una", "Tom")


def test_a_vote_that_was_not_taken_is_no_verdict() -> None:
    assert decided("VOTE: NOT NEEDED AYES: N/A") == []


def test_a_verdict_in_a_list_needs_no_stop() -> None:
    assert decided("# Ferry proposal\n• It is ready to be voted on\n• Approved unanimously") == ["Approved unanimously"]


@pytest.mark.parametrize(
    ("verdict", "votes"),
    [("Committee unanimously approved", "unanimous"), ("The Board agreed.", None)],
)
def test_what_a_body_approved_the_motion_before_it_says(verdict: str, votes: object) -> None:
    moved = "Ada makes a motion to approve the letter on the weir as drafted."
    decision = only(f"{moved} Tom seconded.\n{verdict}")
    assert (decision.text, decision.mover, decision.seconder, decision.votes) == (moved, "Ada", "Tom", votes)
    assert only(f"The letter on the weir was read.\n{verdict}").text == verdict


def test_a_motion_stands_above_who_seconded_it_and_the_talk_on_it() -> None:
    moved = "Una sets a motion to take on the Otter chart."
    text = f"• {moved}\n• Wren seconded.\n• Tom holds that it helps.\n• No objections. No discussion. Motion passed."
    decision = only(text)
    assert (decision.text, decision.mover, decision.seconder) == (moved, "Una", "Wren")
    assert decision.votes == Votes(against=0)


@pytest.mark.parametrize(
    ("title", "told"),
    [("Proposal 7: A ferry for the school", ["Approved, 9 to 3"]), ("The ferry", [])],
)
def test_an_answer_in_a_line_of_its_own_is_on_the_proposal_that_its_item_names(title: str, told: list[str]) -> None:
    text = f"# {title}\nUna spoke of the quay for a while. Tom wondered at the cost.\nOutcome: Approved, 9 to 3"
    decisions = [d for d in said(text).decisions if d.text == "Approved, 9 to 3"]
    assert [d.text for d in decisions] == told
    assert all(d.votes == Votes(for_=9, against=3) for d in decisions)


@pytest.mark.parametrize(
    "text",
    [
        "Proposal to lease the mill to the school. The wheel to turn on Sundays. Boats pay nothing. All in favour.",
        "The old weir to be taken down. The stones go to the quay. All in favour.",
    ],
)
def test_a_proposal_in_several_sentences_is_agreed_as_a_whole(text: str) -> None:
    assert decided(text) == [text]


def test_talk_ahead_of_what_was_agreed_is_no_part_of_it() -> None:
    text = "Wren told of the eels and how they climb. A ladder at the weir. All in favour."
    assert decided(text) == ["A ladder at the weir. All in favour."]


def test_a_show_of_hands_is_on_what_was_proposed() -> None:
    moved = "The trustees proposed to change the name of the ferry to the Otter."
    assert decided(f"{moved}\nThe proposal was accepted by a show of hands.") == [moved]


def test_a_body_agrees_to_the_motion_in_note_form_before_it() -> None:
    moved = "Una Keld motion to close the gate; Tom Orme seconds."
    assert decided(f"{moved} Board unanimously approved.") == [moved]


def test_a_motion_goes_on_with_what_another_modifies_in_it() -> None:
    text = "Una moves to add a bell to the ferry. Tom modifies the motion to say that it is small."
    assert decided(f"{text}\nWren seconded. No objections, motion passed.") == [text]


@pytest.mark.parametrize(
    ("text", "asked", "mover"),
    [
        (
            "Cllr Orme proposed that the stiles go but on being put to the vote this was lost (2 for, 4 against).",
            "that the stiles go",
            "Cllr Orme",
        ),
        (
            "Mr Orme proposed that the stiles go; on a show of hands this was lost, two voting for and four against.",
            "that the stiles go",
            "Mr Orme",
        ),
        (
            "Mr Orme proposed, and Ms Tay seconded, that the fee be £9. On a vote this was not carried, 2 being in "
            "favour and 4 against.",
            "that the fee be £9.",
            "Mr Orme",
        ),
        (
            "Cllr Orme thought this too little and moved that the fee be £9. The motion was seconded by Cllr Tay and, "
            "on being put to the vote, was lost (2 for, 4 against).\nRESOLVED that the fee be £5.",
            "that the fee be £9.",
            "Cllr Orme",
        ),
    ],
)
def test_what_was_proposed_and_lost_is_told_whatever_was_then_resolved(text: str, asked: str, mover: str) -> None:
    lost = said(text).decisions[0]
    assert (lost.text, lost.outcome, lost.mover) == (asked, "rejected", mover)
    assert lost.votes == Votes(for_=2, against=4)


def test_who_moved_what_was_lost_right_below_did_not_move_what_was_carried() -> None:
    carried, lost = said(
        "It was resolved by 6 votes to 1 to mend the quay. Cllr Orme proposed that the crane be sold but on being "
        "put to the vote this was lost (2 for, 4 against)."
    ).decisions
    assert (carried.mover, lost.mover) == (None, "Cllr Orme")


def test_the_time_may_stand_between_a_motion_and_its_verdict() -> None:
    text = "R2041-6 T. Orme, U. Keld: That we return to the open meeting. Time: 8:15 p.m. Carried."
    (decision,) = said(text).decisions
    assert (decision.text, decision.mover, decision.seconder) == (
        "That we return to the open meeting.",
        "T. Orme",
        "U. Keld",
    )


def test_a_motion_goes_on_in_the_list_between_it_and_its_verdict() -> None:
    moved = "That we meet in private under the Harbours Act, 2041, c. 12, to consider the following matters:"
    grounds = "b) the rent of the mill\ne) the sale of the barge"
    text = f"R2041-5 T. Orme, U. Keld: {moved}\n{grounds}\nTime: 7:05 p.m. Carried."
    assert decided(text) == [f"{moved}\n{grounds}"]


def test_a_resolution_of_many_words_is_adopted_in_the_sentence_that_moves_it() -> None:
    about = "a resolution on the hearing set for 8 July about the renewal of the pond district, the weeds in it, "
    about += "the sluices on either side of the causeway, and the upkeep of the banks and of the path along them"
    moved = [
        f"Motion by Orme to adopt resolution 41-{letter}, {about}, second by Tay, roll call vote, 4 yes, "
        "resolution adopted."
        for letter in "AB"
    ]
    decisions = said("\n".join(moved)).decisions
    assert [each.text for each in decisions] == moved
    assert {(each.mover, each.seconder) for each in decisions} == {("Orme", "Tay")}
    assert [each.votes for each in decisions] == [Votes(for_=4)] * 2
