"""Who moved and seconded what was decided, and how the vote went."""

import pytest

from extract.decisions.motions.movers import motion_in
from extract.decisions.votes.finding import votes_in
from minutes.model import Votes
from tests.extract.samples import decided, only, said


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the hedge be cut. Proposed by Cllr Brindle, seconded by Cllr Orme.",
        "RESOLVED that the hedge be cut (Proposed: Cllr Brindle, Seconded: Cllr Orme).",
        "It was proposed by Cllr Brindle and seconded by Cllr Orme that the hedge be cut.\nRESOLVED that it be so.",
        "Cllr Brindle proposed, and Cllr Orme seconded, the motion.\nRESOLVED that the hedge be cut.",
        "Proposed by Cllr Brindle\nSeconded by Cllr Orme and\nRESOLVED that the hedge be cut.",
        "RESOLVED that the hedge be cut.\nProposed: Cllr Brindle; seconded: Cllr Orme.",
        "It was moved by Cllr Brindle, seconded by Cllr Orme and\nRESOLVED – That the hedge be cut.\n"
        "It was moved by Cllr Tay, seconded by Cllr Keld and",
    ],
)
def test_mover_and_seconder_stand_in_before_or_after_a_decision(text: str) -> None:
    decision = said(text).decisions[-1]
    assert (decision.mover, decision.seconder) == ("Cllr Brindle", "Cllr Orme")


def test_a_mover_moves_all_limbs() -> None:
    text = "Proposed by Cllr Brindle, seconded by Cllr Orme.\nRESOLVED:\n(a) to cut the hedge;\n(b) to mend the gate."
    assert [decision.mover for decision in said(text).decisions] == ["Cllr Brindle"] * 2


@pytest.mark.parametrize(
    ("put", "asked"),
    [
        ("That the accounts be paid. Carried.", "That the accounts be paid."),
        (
            "That we pass By-law 12, on fees. \nRead a third time and passed in May. Carried.",
            "That we pass By-law 12, on fees.",
        ),
        (
            "That the meeting be adjourned. Time: 9:40 p.m. The next one is to be held on June 6, 2041. Carried.",
            "That the meeting be adjourned.",
        ),
        (
            "Whereas a warranty was left out;\nTherefore Council accepts ten metres of the verge. Carried.",
            "Therefore Council accepts ten metres of the verge.",
        ),
    ],
)
def test_a_motion_may_be_headed_by_its_number_and_two_names(put: str, asked: str) -> None:
    decision = only(f"R12-041 T. Orme, U. Keld: {put}")
    assert (decision.text, decision.mover, decision.seconder) == (asked, "T. Orme", "U. Keld")


def test_two_names_and_a_colon_over_a_remark_are_no_motion() -> None:
    assert not said("T. Orme, U. Keld: thanks to all.").decisions


def test_the_vote_on_a_motion_is_its_own() -> None:
    text = "Motion by Orme, second by Tay, to {}. Ayes: {} Nays: {}. Motion {}."
    lost, carried = text.format("wait", 2, 3, "failed"), text.format("begin", 4, 1, "carried")
    assert [d.votes for d in said(f"{lost}\n{carried}").decisions] == [
        Votes(for_=2, against=3),
        Votes(for_=4, against=1),
    ]


def test_a_mover_of_what_was_decided_moves_nothing_after_it() -> None:
    text = (
        "Cllr Brindle moved, seconded by Cllr Orme, that the fee be raised, and it was carried.\n"
        "RESOLVED: That the plan be noted."
    )
    assert [decision.mover for decision in said(text).decisions] == ["Cllr Brindle", None]


@pytest.mark.parametrize(
    "text",
    [
        "The lease was approved. Proposed: Cllr Brindle. Seconded: Cllr Orme.\nThe risk register was adopted.",
        "RESOLVED: That the lease be approved.\nProposed Cllr Brindle, seconded Cllr Orme.\nThe letter was noted.",
        "It was moved by Cllr Brindle, seconded by Cllr Orme and\nRESOLVED: That it be so.\nRESOLVED: That it wait.",
    ],
)
def test_a_line_of_movers_is_of_the_decision_beside_it(text: str) -> None:
    assert [(d.mover, d.seconder) for d in said(text).decisions] == [("Cllr Brindle", "Cllr Orme"), (None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Proposed: Cllr Brindle\nSeconded: Cllr Orme\nRESOLVED that it be so.\nProposed: Cllr Tay\n"
        "Seconded: Cllr Keld\nRESOLVED that it wait.",
        "RESOLVED that it be so.\nProposed Cllr Brindle, seconded Cllr Orme.\n"
        "RESOLVED that it wait.\nProposed Cllr Tay, seconded Cllr Keld.",
    ],
)
def test_lines_of_movers_stand_all_above_or_all_below(text: str) -> None:
    assert [decision.mover for decision in said(text).decisions] == ["Cllr Brindle", "Cllr Tay"]


@pytest.mark.parametrize(
    "put",
    [
        "Dr Sallow was proposed by Cllr Brindle and seconded by Cllr Orme. Ms Lund was proposed by Mr Tay and seconded "
        "by Ms Keld. A ballot was held.",
        "Dr Sallow was nominated for Chair by Cllr Brindle, seconded by Cllr Orme.\n"
        "Ms Lund was nominated by Mr Tay and seconded by Ms Keld.",
        "Cllr Brindle nominated Dr Sallow, seconded by Cllr Orme. Mr Tay nominated Ms Lund, seconded by Ms Keld.",
    ],
)
def test_who_put_forward_the_one_elected_moved_it_and_nothing_else(put: str) -> None:
    text = f"{put}\nRESOLVED: That Dr Sallow be elected Chair.\nThe review of the rules was deferred to May."
    elected, other = said(text).decisions
    assert (elected.mover, elected.seconder, other.mover) == ("Cllr Brindle", "Cllr Orme", None)


def test_what_was_put_and_carried_is_told_in_the_resolution_below_it() -> None:
    text = (
        "Cllr Brindle moved, and Cllr Orme seconded, that the plan be supported. On being put to the vote this was "
        "carried by 8 votes to 1.\nResolved:\n(a) that the Panel supports the plan of the mill; and\n"
        "(b) that the Chair writes to the miller."
    )
    told = [(d.mover, d.seconder, d.votes) for d in said(text).decisions]
    assert told == [("Cllr Brindle", "Cllr Orme", Votes(for_=8, against=1))] * 2


def test_the_sides_of_a_vote_stand_on_lines_above_the_resolution() -> None:
    text = "For the motion: 7\nAgainst the motion: 3\nAbstentions: 1\nRESOLVED: That the gate be mended."
    assert only(text).votes == Votes(for_=7, against=3, abstain=1)


def test_a_mover_does_not_reach_into_the_next_item() -> None:
    first = "Cllr Brindle proposed and Cllr Orme seconded it. RESOLVED that the hedge be cut."
    text = f"{first}\n# 8. Gate\nRESOLVED that the gate be mended."
    assert [decision.mover for decision in said(text).decisions] == ["Cllr Brindle", None]


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("RESOLVED that the hedge be cut (For: 5, Against: 2, Abstentions: 1).", Votes(for_=5, against=2, abstain=1)),
        ("RESOLVED that the hedge be cut. The vote was 5 for and 2 against.", Votes(for_=5, against=2)),
        ("RESOLVED unanimously that the hedge be cut.", "unanimous"),
        ("RESOLVED (unanimously) that the hedge be cut.", "unanimous"),
        ("The vote was 5 for and 2 against.\nRESOLVED that the hedge be cut.", Votes(for_=5, against=2)),
        ("All – unanimously agreed (5).\nThe Committee decided to cut the hedge.", "unanimous"),
        ("RESOLVED that the hedge be cut. This was agreed by all.", None),
        ("RESOLVED that the hedge be cut.", None),
    ],
)
def test_votes(text: str, votes: object) -> None:
    assert said(text).decisions[0].votes == votes


def test_those_who_said_yes_are_named_below_the_verdict() -> None:
    moved = "Motion to cut the hedge.\nMotion by Trustee Una Tay, second by Trustee Orme."
    voted = "Yes: Trustee Una Tay, Trustee Orme\nNot Present at Vote: Trustee Keld"
    assert said(f"{moved}\nFinal Resolution: Motion Carried\n{voted}").decisions[0].votes == votes_in(voted)


@pytest.mark.parametrize(
    "put",
    [
        "Mr Tay moved and Ms Brindle seconded that the question be now put.\nAgreed.",
        "Mr Tay proposed and Ms Brindle seconded that the meeting be extended by extending the meeting to 5.30pm.\n"
        "The Chair put it to the vote:\nFor (9)\nMr Tay\nAgainst (1)\nMr Sallow\nMotion carried.",
    ],
)
def test_a_motion_on_the_order_of_the_meeting_is_one_of_its_own(put: str) -> None:
    text = (
        "1) Mr Orme proposed and Mrs Keld seconded the motion that “Council is invited to back the plan.”\n"
        f"{put}\nThe Chair put the motion in paragraph 1 to the vote:\nFor (7)\nMr Tay\nAgainst (2)\nMr Sallow\n"
        "Abstain (1)\nMr Orme\nMotion carried.\nRESOLVED that Council backs the plan."
    )
    order, resolved = said(text).decisions
    assert (order.mover, resolved.mover) == ("Mr Tay", "Mr Orme")
    assert resolved.votes == Votes(for_=7, against=2, abstain=1)


def test_what_is_then_moved_on_the_order_of_the_meeting_moves_nothing_before_it() -> None:
    text = (
        "Mr Orme proposed and Mrs Keld seconded the plan.\nRESOLVED that the plan be endorsed.\n"
        "The Chairman proposed that the Council extend the meeting beyond 9.15pm and this was agreed unanimously."
    )
    assert (said(text).decisions[0].mover, said(text).decisions[0].votes) == ("Mr Orme", None)


def test_what_is_agreed_in_limbs_is_no_verdict_on_what_was_proposed_before() -> None:
    text = (
        "Tom Orme proposed a supper in the boathouse. Una Keld would rather have it in May.\n"
        "After some talk it was agreed that there shall be:\n1. Bowling at the mill in May.\n2. A walk in June."
    )
    assert decided(text) == ["Bowling at the mill in May.", "A walk in June."]


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("A motion was made to buy tar by Senator Orme.\nA second was made by Senator Tay. Motion carried.",
         "Senator Orme", "Senator Tay"),
        ("A motion was made by Senator Orme to shut the gate and was seconded by senator Tay. Passes: 9-0.",
         "Senator Orme", "Tay"),
        ("A motion was made by Tom Orme and seconded to “mend the gate”. The motion passed.", "Tom Orme", None),
        ("Tom makes a motion for £40, for paint alone, Una seconds. Motion passes.", "Tom", "Una"),
        ("Motion to mend the gate: Tom, seconded by Una. Approved 5-0.", "Tom", "Una"),
        ("2024-03-12 Tom Orme proposed to mend the gate.\nMotion carried unanimously.", "Tom Orme", None),
        ("Una proposes to mend the gate.\n**Approved**", "Una", None),
    ],
)  # fmt: skip
def test_more_ways_to_move(text: str, mover: str, seconder: str | None) -> None:
    (decision,) = said(text).decisions
    assert (decision.outcome, decision.mover, decision.seconder) == ("approved", mover, seconder)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Una motions to give it all, Tom seconds. 3 in favour, 10 opposed, 1 abstaining. Motion opposed.", "rejected"),
        ("Una proposed to sell the bench.\na) second - Tom\nb) All in favour - 4\nc) All opposed - 6", "rejected"),
        ("Una proposed to sell the bench.\na) second - Tom\nb) All in favour - 6\nc) All opposed - 4", "approved"),
        ("A motion was made by Una Keld to table the fees. Fails: 2-7.", "rejected"),
    ],
)
def test_the_count_tells_what_became_of_a_motion(text: str, outcome: str) -> None:
    assert [decision.outcome for decision in said(text).decisions] == [outcome]


@pytest.mark.parametrize(
    "told",
    [
        "Cllr Brindle moved to approve the hedge budget and Cllr Orme seconded the motion."
        " The vote to approve was unanimous.",
        "Cllr Brindle moved to adopt the minutes of May and Cllr Orme seconded the motion. The minutes were adopted.",
        "Cllr Brindle moved to accept the claims and the bills. Cllr Orme seconded the motion and they were accepted"
        " unanimously.",
        "Cllr Brindle made a motion to approve the ferry lease. The motion was seconded by Cllr Orme and the voting"
        " in the affirmative was unanimous.",
        "Cllr Brindle made the motion to let the loft.\nCllr Orme seconded the motion.\nThe motion passed with 6 in"
        " favor and 1 against (Tay). Cllr Sallow was absent.\nChair Keld declared the motion as amended PASSED.",
    ],
)
def test_what_tells_that_a_motion_was_carried_is_no_decision_beside_it(told: str) -> None:
    (decision,) = said(told).decisions
    assert decision.text in told
    assert told.startswith(decision.text)
    assert (decision.mover, decision.seconder) == ("Cllr Brindle", "Cllr Orme")


def test_a_motion_that_is_to_be_voted_on_at_a_later_meeting_is_put_off() -> None:
    moved = "Una moved to have both oars bought new."
    for seconded in ("", " Bela seconded the motion."):
        (decision,) = said(f"{moved}{seconded} The motion will be voted on at the April meeting.").decisions
        assert (decision.text, decision.outcome, decision.mover) == (moved, "deferred", "Una")


def test_what_is_moved_that_is_of_other_business_moves_nothing_before_it() -> None:
    bill = "The bill for the ropes was approved."
    gift = "Mr Orme moved that £80 be given to the choir. There being no seconder the motion fell."
    paid, lost = said(f"{bill} {gift}").decisions
    assert (paid.text, paid.mover, lost.mover, lost.outcome) == (bill, None, "Mr Orme", "rejected")
    adopted = said("The log was adopted on the motion of Mr Tay, seconded Miss Keld.").decisions[0]
    assert (adopted.mover, adopted.seconder) == ("Mr Tay", "Miss Keld")


@pytest.mark.parametrize(
    "other",
    [
        "Cllr Brindle moved and Cllr Orme seconded the motion that the ferry bill be paid."
        " This motion unanimously carried.",
        "Motion by Brindle to buy two ferries, second by Orme, all in favor, motion carried.",
    ],
)
def test_movers_in_another_paragraph_moved_their_own_business(other: str) -> None:
    alone = "The letter on the hedge was ordered accepted and placed on file."
    for text in (f"{other}\n{alone}", f"{alone}\n{other}"):
        decision = next(each for each in said(text).decisions if "hedge" in each.text)
        assert (decision.mover, decision.seconder, decision.votes) == (None, None, None)


def test_movers_in_the_next_paragraph_may_have_moved_what_was_told() -> None:
    text = (
        "The hedge report was accepted.\nMotion by Brindle to accept the hedge report, second by Orme, motion carried."
    )
    assert {decision.mover for decision in said(text).decisions} == {"Brindle"}


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("Motion by Brindle to pay $8140.25 for the hedge, second by Orme, motion carried.", "Brindle", "Orme"),
        ("With no more business, Mayor Brindle moved to adjourn. Seconded by Orme. Carried.", "Mayor Brindle", "Orme"),
        ("There being nothing else, Brindle moved that they adjourn. Seconded by Orme. Carried.", "Brindle", "Orme"),
    ],
)
def test_who_moved_stands_behind_a_clause_and_who_seconded_behind_a_sum(text: str, mover: str, seconder: str) -> None:
    assert [(each.mover, each.seconder) for each in said(text).decisions] == [(mover, seconder)]


@pytest.mark.parametrize(
    "text",
    [
        "Move to renew the lease by Tom Orme\nSeconded by Una Keld",
        "Move to accept the budget of the mill - Tom Orme\nSeconded - Una Keld",
        "Move to open the gate to the weir: Tom Orme\nSecond: Una Keld",
        "Motion to renew the lease – Tom Orme\nSecond – Una Keld",
    ],
)
def test_a_motion_without_a_subject_may_end_with_who_moved_it(text: str) -> None:
    decision = only(text)
    assert decision.text == text.partition("\n")[0]
    assert (decision.mover, decision.seconder, decision.outcome) == ("Tom Orme", "Una Keld", "approved")


def test_what_is_to_be_moved_is_not_put() -> None:
    assert decided("Move to the next field when the grass is down.\nThe hay was seconded to the mill.") == []


def test_rules_by_their_numbers_each_have_their_own_vote() -> None:
    decisions = said("Rule 4 carried 14 to 2\nRule 9 defeated\nAmendment to article 3 passed unanimously").decisions
    assert [each.outcome for each in decisions] == ["approved", "rejected", "approved"]
    assert [bool(each.votes) for each in decisions] == [True, False, True]


def test_a_motion_stood_in_the_name_of_its_mover() -> None:
    text = (
        "The following motion stood in the name of Councillor Orme:\n“That this Council asks for a later ferry.”\n"
        "Councillor Keld seconded the motion. The motion was put to the meeting and carried unanimously."
    )
    decision = only(text)
    assert decision.text == "That this Council asks for a later ferry."
    assert (decision.mover, decision.seconder, decision.votes) == ("Councillor Orme", "Councillor Keld", "unanimous")


def test_who_moved_may_be_told_by_the_sentence_before() -> None:
    text = (
        "Cllr Orme could not support a rise. He moved an amendment, seconded by Cllr Keld, to halve it. "
        "The amendment was put to the vote and was lost (2 votes in favour, 3 against).\n"
        "A vote was then taken by roll call. For: Cllrs Tay, Lund and Wynn. Against: Cllr Orme. "
        "Abstention: Cllr Keld.\n"
        "It was resolved by a majority to:\nA. Approve the rise.\nB. Note the letter."
    )
    amendment, *limbs = said(text).decisions
    assert (amendment.mover, amendment.seconder, amendment.outcome) == ("Cllr Orme", "Cllr Keld", "rejected")
    counts = [(d.votes.for_, d.votes.against, d.votes.abstain) for d in limbs]  # type: ignore[union-attr]
    assert counts == [(3, 1, 1)] * 2


def test_movers_whose_line_leads_on_moved_what_is_below() -> None:
    text = (
        "Cllr Mere moved that the weir be sold. Cllr Fell seconded it. The motion was lost.\n"
        "It was moved by Cllr Orme, seconded by Cllr Keld, and\nRESOLVED:\n(a) that the weir be kept."
    )
    assert [decision.mover for decision in said(text).decisions] == ["Cllr Mere", "Cllr Orme"]


def test_whose_motion_it_was_moved_it() -> None:
    assert motion_in("Councillor Orme’s motion to close the weir was lost.").mover == "Councillor Orme"


def test_who_took_no_part_is_no_part_of_what_was_decided() -> None:
    (decision,) = said(
        "Proposed Cllr Orme, seconded Cllr Keld, that the remarks above be sent to the ferryman. "
        "All in favour, Cllr Tay having taken no part in 31/0042."
    ).decisions
    assert decision.text == "Proposed Cllr Orme, seconded Cllr Keld, that the remarks above be sent to the ferryman."
    assert decision.votes == "unanimous"


def test_the_vote_on_what_comes_next_is_not_on_what_was_told_before() -> None:
    text = "Letters were received and noted from the Otter Society. A donation of £80 was agreed nem. con."
    assert [decision.votes for decision in said(text).decisions] == [None, "unanimous"]
    text = "RESOLVED that the weir be painted. The recommendation was agreed unanimously."
    assert only(text).votes == "unanimous"


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("there voted for the motion 3, against 4, and it fell.", Votes(for_=3, against=4)),
        ("There voting for the motion 6 and against 2, with 1 abstention,", Votes(for_=6, against=2, abstain=1)),
        ("There voted for the amendment 4 and against it 7.", Votes(for_=4, against=7)),
        ("It was seconded and carried with no-one against.", Votes(against=0)),
        ("It was agreed to move the moorings, TO abstaining until he has word.", Votes(abstain=1)),
        ("It was agreed, Cllr Keld and Cllr Tay abstaining, to wait.", Votes(abstain=2)),
        ("For the motion 3 members spoke at length.", None),
        ("The Chair spoke of those abstaining in May.", None),
    ],
)
def test_counts_that_are_told_in_a_clause(text: str, votes: object) -> None:
    assert votes_in(text) == votes


def test_who_put_a_proposal_that_fell_is_its_mover_though_an_office() -> None:
    text = (
        "Mrs Tay thought little of it. A proposal by the Chair to move the start of the works to May was not supported."
    )
    decision = only(text)
    assert (decision.text, decision.mover) == (text.partition(". ")[2], "the Chair")


def test_who_moved_limbs_in_their_own_sentence_moved_nothing_that_comes_after() -> None:
    received = said(
        "It was proposed by Cllr Orme, seconded by Cllr Tay and RESOLVED to:\na) note the survey;\nb) adopt the plan.\n"
        "Ms Keld spoke of the quay. Minutes received."
    ).decisions[-1]
    assert (received.text, received.mover, received.seconder) == ("Minutes received.", None, None)


def test_a_second_reading_is_of_no_motion() -> None:
    text = (
        "Motion: Cllr Orme moved that By-law 7 be read. The motion was seconded by Cllr Tay.\n"
        "The Reeve read the by-law for the second time.\n"
        "Motion: Cllr Keld moved that By-law 7 be passed. The motion was seconded by Cllr Brindle."
    )
    moved = [(decision.mover, decision.seconder) for decision in said(text).decisions]
    assert moved == [("Cllr Orme", "Cllr Tay"), ("Cllr Keld", "Cllr Brindle")]


def test_the_chair_may_be_who_he_is() -> None:
    text = "The Chairman told of the weir. He proposed that it be mended, and it was agreed. Seconded by Cllr Tay."
    assert [decision.mover for decision in said(text).decisions] == ["The Chairman"]


def test_a_motion_that_goes_on_for_sentences_is_moved_by_those_named_at_its_end() -> None:
    made = "Motion made and seconded to let the kiosk to T. Quill. It may open from 9 a.m. It has eight chairs."
    text = (
        f"{made} Moved by Ms Tay, seconded by Mr Orme. On a polled vote: Ms Tay, in favor; Mr Orme, in favor.\n"
        "Motion made and seconded to mend the slip. It is to be lit. Moved by Mr Keld, seconded by Ms Tay."
    )
    told = [(d.text, d.mover, d.seconder) for d in said(text).decisions]
    assert told == [
        ("Motion made and seconded to let the kiosk to T. Quill.", "Ms Tay", "Mr Orme"),
        ("Motion made and seconded to mend the slip.", "Mr Keld", "Ms Tay"),
    ]


def test_the_vote_on_the_next_motion_is_not_that_on_the_one_before_it() -> None:
    text = (
        "Motion by Una Keld, second by Tom Orme to adopt the log. Motion carried.\n"
        "Motion by Tom Orme, second by Una Keld to buy oars. Motion carried by a vote of Una Keld yea, Tom Orme yea."
    )
    assert [decision.votes is None for decision in said(text).decisions] == [True, False]
    second = said(
        "Motion: Cllr Orme moved that the pond stay shut until 4 May. Cllr Tay seconded. Motion passed 5-0.\n"
        "Motion: Cllr Orme moved that the weir be closed. Cllr Brindle seconded. Motion passed 4-1."
    ).decisions
    assert [decision.seconder for decision in second] == ["Cllr Tay", "Cllr Brindle"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Motion by Trustee Orme to sell the raft was not seconded.", []),
        ("Cllr Orme proposed that the raft be sold. This was not seconded.", []),
        ("Cllr Orme proposed that the raft be sold. There was no seconder and the motion fell.", ["rejected"]),
    ],
)
def test_a_motion_without_a_seconder_came_to_no_vote_unless_it_fell(text: str, told: list[str]) -> None:
    assert [decision.outcome for decision in said(text).decisions] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("• MOVED: TO SECONDED: UK to adopt the accounts for May\n• Motion to buy a tow rope\n"
         "• Motion approved – AB and UK", [("TO", "UK"), ("AB", "UK")]),
        ("• Motion to adjourn by Tom M0XYZ\n• Seconded by Una M0ABC\nMeeting adjourned at 8.",
         [("Tom M0XYZ", "Una M0ABC")]),
        ("Moved to adjourn - T Orme. The meeting adjourned at 13:10.", [("T Orme", None)]),
        ("Moved to adjourn - T Orme.", []),
        ("Ms Tay moved and Mr Orme seconded that the raft be sold.\n"
         "Ms Keld moved and Mr Orme seconded to table the sale of rafts until June.", [("Ms Keld", "Mr Orme")]),
    ],
)  # fmt: skip
def test_a_motion_of_which_no_outcome_is_told_stands_unless_more_is_moved_on_it(
    text: str, told: list[tuple[str | None, str | None]]
) -> None:
    assert [(decision.mover, decision.seconder) for decision in said(text).decisions] == told


def test_who_moved_is_told_after_sums_of_money() -> None:
    assert motion_in("Motion to spend $61.20 and £5.75 on flares by Tom M0XYZ").mover == "Tom M0XYZ"
    told = motion_in("Motion to approve by Committee Member Tom Orme, second by Board Member Una Keld.")
    assert (told.mover, told.seconder) == ("Committee Member Tom Orme", "Board Member Una Keld")


@pytest.mark.parametrize(
    "asked", ["Ms Keld asked for a motion to adopt the log.", "Ms Keld made a motion to adopt it."]
)
def test_who_took_up_a_motion_moved_it(asked: str) -> None:
    moved = "The motion was moved by Ms Tay and seconded by Mr Orme."
    decision = only(f"{asked} {moved}\nThe motion passes, 4-1.")
    assert (decision.text, decision.mover, decision.seconder) == (asked, "Ms Tay", "Mr Orme")
    assert decision.votes == Votes(for_=4, against=1)


@pytest.mark.parametrize(
    "before", ["Eels in the race and how many of them came up", "The grant pays for ropes, oars, etc."]
)
def test_a_motion_begins_with_who_moved_it_where_no_stop_stands_before(before: str) -> None:
    moved = "Ms. Tay made a motion to mend the ladder, Mr. Orme seconded the motion, all approve"
    assert decided(f"{before} {moved}") == [moved]


def test_a_clause_that_leads_to_who_moved_is_of_the_motion() -> None:
    text = "After the long talk of eels and of the ladder and Ms. Tay moved to mend it, Mr. Orme seconded, all approve"
    assert decided(text) == [text]


@pytest.mark.parametrize(
    "below",
    [
        "It was also RESOLVED that fees go up by 5%, prop. Cllr Orme, sec. Cllr Keld, all in favour.",
        "The Clerk’s hours were looked at and it was RESOLVED that these go up, proposed by Cllr Orme, seconded by "
        "Cllr Keld and carried unanimously.",
        "It was agreed that no club gets more than £90 (prop. Cllr Orme, sec. Cllr Keld).",
        "\nIt was moved by Cllr Orme, seconded by Cllr Keld and\nRESOLVED – That the report be noted.",
        "\nProposed: Cllr Orme. Seconded: Cllr Keld. Vote: unanimous.\nDecision: Consent REFUSED for want of a plan.",
    ],
)
def test_the_movers_of_what_is_resolved_next_moved_nothing_before_it(below: str) -> None:
    first, second = said(f"The Committee agreed to mend the weir. {below}").decisions
    assert (first.mover, first.votes) == (None, None)
    assert (second.mover, second.seconder) == ("Cllr Orme", "Cllr Keld")


def test_she_moved_and_another_seconded() -> None:
    text = (
        "Councillor Mrs J Keld presented the minutes. She moved, and Councillor Dr K Tay seconded, and it was\n"
        "RESOLVED – That the minutes be received."
    )
    (decision,) = said(text).decisions
    assert (decision.mover, decision.seconder) == ("Councillor Mrs J Keld", "Councillor Dr K Tay")


def test_a_line_of_movers_and_votes_over_a_decision_is_none_of_its_own() -> None:
    text = "Proposed: Cllr Orme. Seconded: Cllr Keld. Vote: 9 for, 0 against.\nDecision: GRANTED, as the report asks."
    decision = only(text)
    assert (decision.text, decision.mover) == ("GRANTED, as the report asks.", "Cllr Orme")
    assert decision.votes == Votes(for_=9, against=0)


def test_a_motion_that_is_seconded_in_the_next_sentence_is_lost_once() -> None:
    text = (
        "Cllr Tay moved that the barge be sold. The motion was seconded by Cllr Orme but, on a show of hands, was lost "
        "by 4 votes to 3."
    )
    decision = only(text)
    assert (decision.text, decision.outcome) == ("that the barge be sold", "rejected")


def test_those_in_brackets_moved_their_own_sentence_and_nothing_below_it() -> None:
    chosen, lost = said(
        "• Nia Tay co-opted as warden (proposed Una, seconded Tom).\n• The idea of a new badge got the thumbs down."
    ).decisions
    assert (chosen.mover, chosen.seconder, lost.mover, lost.outcome) == ("Una", "Tom", None, "rejected")


@pytest.mark.parametrize(
    ("movers", "votes"),
    [
        ("Prop TO, 2nd UK All in favour.", "unanimous"),
        ("Prop TO 2nd UK, 5 in favour, 2 against.", Votes(for_=5, against=2)),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_line_of_movers_with_their_votes_is_on_what_stands_before_it(
    movers: str, votes: object, between: str
) -> None:
    (decision,) = said(f"The offer for the tar will be taken up.{between}{movers}").decisions
    told = (decision.text, decision.mover, decision.seconder, decision.votes)
    assert told == ("The offer for the tar will be taken up.", "TO", "UK", votes)


def test_a_sentence_that_leads_on_to_resolved_tells_who_moved_all_its_limbs() -> None:
    text = (
        "Councillor Orme then moved and Councillor Keld seconded that the dues be kept, and by 7 votes to 2 it was\n"
        "Resolved –\n(a) That the dues be kept.\n(b) That a letter be sent."
    )
    decisions = said(text).decisions
    assert [(d.mover, d.seconder) for d in decisions] == [("Councillor Orme", "Councillor Keld")] * 2


def test_who_nominated_moved_and_another_election_has_its_own_vote() -> None:
    first, second = said(
        "On the nomination of Ms Keld, seconded by Cllr Orme, Dr Sallow was appointed to the Lock Panel. "
        "There were two nominations for the seat on the Weir Trust, Mr Tay and Cllr Orme; "
        "Mr Tay was elected by 9 votes to 4."
    ).decisions
    assert (first.mover, first.seconder, first.votes) == ("Ms Keld", "Cllr Orme", None)
    assert second.votes == Votes(for_=9, against=4)


def test_she_moved_means_who_chairs_the_group_by_name() -> None:
    decision = only(
        "The Chairman of the Lock Working Group, Councillor Dr Sallow, told of the new code. She therefore moved, and "
        "Councillor Tay seconded, that the report be deferred to May. The motion was put and declared CARRIED."
    )
    assert (decision.mover, decision.seconder) == ("Councillor Dr Sallow", "Councillor Tay")


def test_who_moved_what_is_dealt_with_in_private_did_not_move_that_the_public_be_excluded() -> None:
    excluded, private = said(
        "RESOLVED: That the public be excluded from the meeting during this item.\n"
        "The recommendation, as set out in the exempt report, was moved by Mr Tay and seconded by Cllr Orme, put to "
        "the vote and carried unanimously."
    ).decisions
    assert (excluded.mover, excluded.votes) == (None, None)
    assert (private.mover, private.votes) == ("Mr Tay", "unanimous")


@pytest.mark.parametrize(("cast", "outcome"), [("Against", "rejected"), ("For", "approved")])
def test_a_casting_vote_breaks_a_tie(cast: str, outcome: str) -> None:
    put = "It was proposed by Cllr Orme, seconded by Cllr Tay, that a barge be hired to look for the bell."
    (decision,) = said(f"{put}\n\nFor 3 Against 3\n\nChairman’s Casting Vote {cast}").decisions
    assert put.endswith(decision.text)
    assert decision.outcome == outcome


@pytest.mark.parametrize("joined", ["and", "&"])
def test_and_may_be_written_as_a_sign(joined: str) -> None:
    (decision,) = said(f"Ms Orme proposed that the barge be sold, seconded Mr Tay {joined} all agreed.").decisions
    assert (decision.mover, decision.seconder) == ("Ms Orme", "Mr Tay")


def test_a_motion_stands_behind_its_number_and_who_moved_it() -> None:
    decisions = said(
        "Barges 21/004 ORME: That, as no crew was found, the barges will lie up until June. Carried\n\n"
        "Lock 21/005 TAY: That the lock be open on Sundays. Defeated"
    ).decisions
    assert [(each.text, each.mover, each.outcome) for each in decisions] == [
        ("That, as no crew was found, the barges will lie up until June.", "ORME", "approved"),
        ("That the lock be open on Sundays.", "TAY", "rejected"),
    ]
