"""What was decided, with which outcome, by whom it was moved and how the vote went."""

import pytest

from minutes.model import Decision, Votes
from tests.extract.samples import FRONT, minutes_of, said


def decided(text: str) -> list[str]:
    return [decision.text for decision in said(text).decisions]


def only(text: str) -> Decision:
    (decision,) = said(text).decisions
    return decision


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("RESOLVED that the hedge be cut.", "decision.resolved"),
        ("AGREED that the hedge be cut.", "decision.resolved"),
        ("Agreed that the hedge be cut.", "decision.resolved"),
        ("IT WAS RESOLVED that the hedge be cut.", "decision.resolved"),
        ("RECOMMENDED that the Council raise the levy.", "decision.recommended"),
        ("It was agreed that the hedge be cut.", "decision.it-was-agreed"),
        ("It was unanimously resolved to cut the hedge.", "decision.it-was-agreed"),
        ("After a long debate it was therefore decided to cut the hedge.", "decision.it-was-agreed"),
        ("The Committee approved the accounts.", "decision.body-agreed"),
        ("Members unanimously endorsed the policy.", "decision.body-agreed"),
        ("Councillors adopted the code of conduct.", "decision.body-agreed"),
        ("The Committee noted the report.", "decision.body-noted"),
        ("Members received the update on the flood wall.", "decision.body-noted"),
        ("The minutes of the last meeting were approved.", "decision.passive"),
        ("Cllr Orme was duly elected Vice-Chair.", "decision.passive"),
        ("The report was noted.", "decision.passive"),
        ("The minutes were confirmed as a correct record.", "decision.passive"),
        ("The motion was carried.", "decision.carried"),
        ("The amendment was lost.", "decision.lost"),
        ("Ms Keld asked if it could be lent and this was agreed.", "decision.this-was-agreed"),
        ("It was NOT AGREED to cut the hedge.", "decision.body-declined"),
    ],
)
def test_a_decision_names_the_rule_that_found_it(text: str, rule: str) -> None:
    decision = only(text)
    assert (decision.text, decision.rule) == (text, rule)


@pytest.mark.parametrize(
    "text",
    [
        # what officers propose
        "It is therefore recommended that the policy be approved.",
        "Members are asked to approve the policy.",
        "Cllr Orme suggested that the policy be adopted.",
        # what was decided before
        "The policy had been approved in May.",
        "The policy had already been adopted.",
        "The hedge was cut in May, as agreed.",
        "The policy that was adopted in 2019 was discussed.",
        # what is still to be decided
        "The policy will be approved in May.",
        "Once approved, the works can begin.",
        "The budget is to be agreed in January.",
        # opinions
        "Members agreed with the Chair.",
        "It was agreed that a second noticeboard would be helpful.",
        "The Committee agreed that early help was important.",
        "Members generally agreed.",
        # narrative
        "The Committee noted that demand had risen.",
        "It was noted that demand had risen.",
        "The works were carried out in May.",
        "The Chair passed on her thanks.",
        # another body
        "The plan was approved by Ostermark in May.",
        "The scheme was approved by the planning inspector.",
        # the options that were weighed
        "# Alternative options considered\nOption 2 was rejected because of its cost.",
        "**Reasons for decision:**\nThe roof was approved for repair by then.",
        # another committee, an earlier month
        "The Drainage Committee approved the scheme.",
        "Members heard that the BOCES board approved an increase.",
        "The Council adopted the fee in March 2023.",
        # agreement with somebody
        "The Committee agreed with Ms Keld that the wait had been worth it.",
        "It was agreed that the new form was much easier to find.",
        # nothing at all
        "Members discussed the hedge.",
        "There were no declarations of interest.",
    ],
)
def test_what_is_no_decision(text: str) -> None:
    assert decided(text) == []


@pytest.mark.parametrize(
    ("text", "limbs"),
    [
        ("RESOLVED: That the hedge be cut.", ["That the hedge be cut."]),
        ("Resolved: the hedge to be cut.", ["the hedge to be cut."]),
        ("Agreed – the hedge to be cut.", ["the hedge to be cut."]),
        ("The Committee RESOLVED to cut the hedge.", ["The Committee RESOLVED to cut the hedge."]),
        ("RESOLVED that the hedge be cut.", ["RESOLVED that the hedge be cut."]),
        ("RESOLVED that the hedge be cut. Cllr Orme left.", ["RESOLVED that the hedge be cut."]),
        ("RESOLVED: (a) to cut the hedge; and (b) to mend the gate.", ["to cut the hedge", "to mend the gate."]),
        ("RESOLVED:\n(a) to cut the hedge;\n(b) to mend the gate.", ["to cut the hedge", "to mend the gate."]),
        ("The Board AGREED:\n(i) to cut the hedge\n(ii) to mend the gate", ["to cut the hedge", "to mend the gate"]),
        ("Members agreed that:\n• the hedge be cut\n• the gate be mended", ["the hedge be cut", "the gate be mended"]),
        ("**RESOLVED**\nThat the hedge be cut.\nCllr Orme left.", ["That the hedge be cut."]),
    ],
)
def test_each_limb_is_a_decision(text: str, limbs: list[str]) -> None:
    assert decided(text) == limbs


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        ("**Decision**\nThe Committee agreed:-\n(i) to note it;\n(ii) to pay.", ["to note it", "to pay."]),
        ("Council Resolution\nThat the hedge be cut.", ["That the hedge be cut."]),
        ("RESOLVED/-\nThat the Board:\n(a) Cut the hedge.\n(b) Mend the gate.", ["Cut the hedge.", "Mend the gate."]),
        ("NOTED: the report of the Treasurer.", ["the report of the Treasurer."]),
        ("The Committee:\n• NOTED the report;\n• AGREED the fee.", ["NOTED the report", "AGREED the fee."]),
        ("It was moved by the Chair that it be approved.\nRESOLVED that it be cut.", ["RESOLVED that it be cut."]),
        ("Motion that it be cut:\nProposed: Una Orme (Mill)\nSeconded: Tom Tay\nCarried.", ["Motion that it be cut:"]),
        ("It was approved:\nProposed: Una Orme (Mill)\nSeconded: Tom Tay\nCarried.", ["It was approved:"]),
        ("RESOLVED to pay for (a) travel, (b) books and (c) desks.",) * 2,
        ("THEREFORE, BE IT RESOLVED that it be cut; and", ["THEREFORE, BE IT RESOLVED that it be cut; and"]),
        ("Lettings policy – deferred to the next meeting",) * 2,
        ("Proposal 1 – To cut the hedge.\nFor: 5 Against: 3. Proposal 1 was carried.", ["To cut the hedge."]),
        ("Motion (Orme, seconded by Tay): Cut the hedge.\nResult: accepted, 6–1–0.", ["Cut the hedge."]),
        ("The Committee did not support the change in the score.",) * 2,
        ("APPROVED – the terms of reference.", ["the terms of reference."]),
        ("On being put to the vote, RESOLVED that the hedge be cut.",) * 2,
        ("BE IT RESOLVED THAT the hedge be cut.",) * 2,
        ("By consensus, staff was directed to return in May.",) * 2,
        ("The Committee agreed to recommend the plan to Council.",) * 2,
        ("The Committee was assured by the report and approved the terms.",) * 2,
        ("MOVED Cr Orme SECONDED Cr Tay\nThat the hedge be cut.\nCARRIED 7/2", ["That the hedge be cut."]),
        ("Moved by Orme\nSeconded by Tay\nTHAT the hedge be cut.\nCARRIED", ["THAT the hedge be cut."]),
        ("Ms Orme proposed to wait, seconded by Ms Ay. All agreed.", ["Ms Orme proposed to wait, seconded by Ms Ay."]),
        ("Cllr Orme moved, seconded by Cllr Tay, that it be cut. The motion was declared LOST.", ["that it be cut."]),
        ("It was RESOLVED to refuse it for the following reasons:\n(1) It is too high.\n(2) It is too wide.",) * 2,
    ],
)  # fmt: skip
def test_resolutions_as_bodies_set_them(text: str, decisions: list[str] | str) -> None:
    assert decided(text) == ([decisions] if isinstance(decisions, str) else decisions)


def test_a_limb_carries_its_stem() -> None:
    decisions = said("The Committee AGREED:\n(a) to cut the hedge;\n(b) to mend the gate.").decisions
    assert [decision.stem for decision in decisions] == ["The Committee AGREED:"] * 2


def test_a_resolution_repeated_word_for_word_counts_once() -> None:
    assert decided("RESOLVED: That the hedge be cut.\nRESOLVED: That the hedge be cut.") == ["That the hedge be cut."]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("RESOLVED that the accounts be approved.", "approved"),
        ("RESOLVED that the Clerk buy a mower.", "approved"),
        ("RESOLVED that the report be noted.", "noted"),
        ("RESOLVED to receive the report.", "noted"),
        ("RESOLVED that the matter be deferred to May.", "deferred"),
        ("RESOLVED that the application be withdrawn.", "deferred"),
        ("RESOLVED that the paper be referred back.", "deferred"),
        ("RESOLVED that the application be refused.", "rejected"),
        ("RESOLVED not to support the application.", "rejected"),
        ("RESOLVED to recommend to Council that the levy be raised.", "recommended"),
        ("RECOMMENDED that the levy be raised.", "recommended"),
        ("The Committee approved the report.", "approved"),
        ("The Committee noted the report.", "noted"),
        ("The item was deferred.", "deferred"),
        ("The tender was rejected.", "rejected"),
        ("The amendment was lost.", "rejected"),
        ("The motion was carried.", "approved"),
    ],
)
def test_outcome(text: str, outcome: str) -> None:
    assert only(text).outcome == outcome


def test_what_one_limb_recommends_another_does_not() -> None:
    text = "RESOLVED:\n(a) that the Council be recommended to buy the mill;\n(b) that the Clerk write to the owner."
    assert [decision.outcome for decision in said(text).decisions] == ["recommended", "approved"]


def test_each_limb_has_its_own_outcome() -> None:
    text = "RESOLVED:\n(a) that the report be noted;\n(b) that the fee be approved;\n(c) that the lease be deferred."
    assert [decision.outcome for decision in said(text).decisions] == ["noted", "approved", "deferred"]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the hedge be cut. Proposed by Cllr Brindle, seconded by Cllr Orme.",
        "RESOLVED that the hedge be cut (Proposed: Cllr Brindle, Seconded: Cllr Orme).",
        "It was proposed by Cllr Brindle and seconded by Cllr Orme that the hedge be cut.\nRESOLVED that it be so.",
        "Cllr Brindle proposed, and Cllr Orme seconded, the motion.\nRESOLVED that the hedge be cut.",
        "Proposed by Cllr Brindle\nSeconded by Cllr Orme and\nRESOLVED that the hedge be cut.",
        "RESOLVED that the hedge be cut.\nProposed: Cllr Brindle; seconded: Cllr Orme.",
    ],
)
def test_mover_and_seconder_stand_in_before_or_after_a_decision(text: str) -> None:
    decision = said(text).decisions[-1]
    assert (decision.mover, decision.seconder) == ("Cllr Brindle", "Cllr Orme")


def test_a_mover_moves_all_limbs() -> None:
    text = "Proposed by Cllr Brindle, seconded by Cllr Orme.\nRESOLVED:\n(a) to cut the hedge;\n(b) to mend the gate."
    assert [decision.mover for decision in said(text).decisions] == ["Cllr Brindle"] * 2


def test_an_amendment_that_had_fewer_votes_than_the_motion_was_rejected() -> None:
    decisions = said(
        "Mr Tay, seconded by Mrs Keld, moved the recommendation.\n"
        "As an amendment, Mr Orme, seconded by Ms Wynn, moved that the hedge be kept.\n"
        "The motion received 7 votes and the amendment received 4 votes.\n"
        "Decision\nThe Committee agreed:\n(i) to cut it."
    ).decisions
    assert [(d.text, d.outcome, d.mover, d.votes) for d in decisions] == [
        ("the hedge be kept.", "rejected", "Mr Orme", Votes(for_=4, against=7)),
        ("to cut it.", "approved", "Mr Tay", Votes(for_=7, against=4)),
    ]


def test_what_an_officer_recommends_is_not_yet_resolved() -> None:
    minutes = said(
        "OFFICER’S RECOMMENDATION\nThat Council:\n1. Adopts the plan.\n2. Requests the Clerk to publish the plan.\n"
        "COUNCIL DECISION\nMoved: Cr Orme\nSeconded: Cr Tay\nThat the plan be deferred to the May meeting.\nLOST 2/4"
    )
    assert [(d.text, d.outcome, d.votes) for d in minutes.decisions] == [
        ("That the plan be deferred to the May meeting.", "rejected", Votes(for_=2, against=4))
    ]
    assert minutes.actions == ()


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
        ("RESOLVED that the hedge be cut. This was agreed by all.", None),
        ("RESOLVED that the hedge be cut.", None),
    ],
)
def test_votes(text: str, votes: object) -> None:
    assert said(text).decisions[0].votes == votes


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("RESOLVED to delegate authority to the Clerk, in consultation with the Chair.", "the Clerk"),
        ("RESOLVED that authority be delegated to the Head of Housing to sign the lease.", "the Head of Housing"),
        ("RESOLVED that the Clerk sign the lease.", None),
    ],
)
def test_to_whom_power_was_delegated(text: str, to: str | None) -> None:
    assert only(text).delegated_to == to


@pytest.mark.parametrize(
    ("text", "consulted", "condition"),
    [
        ("RESOLVED to delegate power to the Clerk, in consultation with the Chair, to sign.", "the Chair", None),
        (
            "RESOLVED that the Clerk, after consultation with the Leader and the Treasurer, be authorised to sign.",
            "the Leader and the Treasurer",
            None,
        ),
        ("RESOLVED that it be paid, subject to receipt of the accounts.", None, "subject to receipt of the accounts"),
        ("RESOLVED to lend the hall provided that it is cleaned.", None, "provided that it is cleaned"),
        ("RESOLVED that it be paid.", None, None),
    ],
)
def test_who_has_to_be_consulted_and_on_what_condition(text: str, consulted: str | None, condition: str | None) -> None:
    decision = only(text)
    assert (decision.consulted, decision.condition) == (consulted, condition)


def test_a_motion_that_was_lost_is_told_by_what_was_moved() -> None:
    text = "Cllr Orme moved an amendment that the fee be halved.\nMembers debated it.\nThe amendment was lost."
    decision = only(text)
    assert decision.text == "Cllr Orme moved an amendment that the fee be halved."
    assert (decision.outcome, decision.rule) == ("rejected", "decision.lost")


def test_a_decision_goes_on_in_the_list_that_it_announces() -> None:
    text = "The following payments were approved:\n• Alder Ltd £40\n• Beech and Co £60\nCllr Orme left."
    assert decided(text) == ["The following payments were approved:\n• Alder Ltd £40\n• Beech and Co £60"]


@pytest.mark.parametrize("line", ["^ RESOLVED that the hedge be cut.", "> The hedge was approved."])
def test_what_stands_in_the_margins_is_no_decision(line: str) -> None:
    assert decided(f"Members discussed the hedge.\n{line}") == []


def test_only_minutes_hold_decisions() -> None:
    report = "# Report on hedges\nTo: the Amenities Committee\n# Findings\nThe Committee approved the policy."
    assert minutes_of(report).decisions == ()


def test_a_decision_cites_its_words_and_its_item() -> None:
    minutes = said("RESOLVED: That the hedge be cut.")
    (decision,) = minutes.decisions
    assert decision.citation.quote == decision.text
    assert decision.item_id == minutes.items[-1].id


def test_the_acronym_of_the_body_stands_for_it() -> None:
    assert [decision.text for decision in minutes_of(FRONT + "FPC agreed to cut the hedge.").decisions] == [
        "FPC agreed to cut the hedge."
    ]


def test_another_acronym_is_another_body() -> None:
    assert decided("ODC approved the plan.") == []


@pytest.mark.parametrize(
    ("text", "mover", "outcome"),
    [
        (
            "Motion: Councilor Brindle moved to adopt the budget. Councilor Orme seconded. The motion passed 5-0.",
            "Councilor Brindle",
            "approved",
        ),
        ("Motion: Mayor Keld moved to adjourn the meeting. Seconded by Councilor Orme.", "Mayor Keld", "approved"),
        ("Moved, seconded, and passed unanimously.", None, "approved"),
        ("Secretary: Una Keld – proposed by TO, seconded by AB", "TO", "approved"),
        ("The Panel discussed and agreed the draft.", None, "approved"),
    ],
)
def test_motions_told_in_short(text: str, mover: str | None, outcome: str) -> None:
    (decision,) = said(text).decisions
    assert (decision.mover, decision.outcome) == (mover, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed at the committee meeting that the brand will stay.",
        "Mr Orme asked what would happen if it were approved.",
        "The policy was agreed by Cabinet in October 2022.",
        "Mrs Keld was appointed Honorary Reeve in 2001 for her service.",
        "This Council agrees to write to the minister.",
        "The Committee received a report from the owner of the mill, presented by Ms Keld.",
    ],
)
def test_what_was_decided_elsewhere_or_is_only_moved_is_no_decision(text: str) -> None:
    assert said(text).decisions == ()


def test_the_same_words_under_two_sub_items_are_two_decisions() -> None:
    text = (
        "# 7.1 Fees\nThe Board agreed to accept this proposal.\n# 7.2 Hours\nThe Board agreed to accept this proposal."
    )
    assert len(said(text).decisions) == 2


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
    "text",
    [
        "It was agreed (i) to cut the hedge, and (ii) to mend the gate",
        "It was agreed:\n(i) to cut the hedge\n(ii) to mend the gate",
        "Following discussion it was agreed that:\n• to cut the hedge\n• to mend the gate",
        "The Board approved:\na) to cut the hedge\nb) to mend the gate",
        "The Board agreed the following:\n1. to cut the hedge\n2. to mend the gate",
    ],
)
def test_what_is_agreed_in_prose_has_limbs_too(text: str) -> None:
    assert decided(text) == ["to cut the hedge", "to mend the gate"]


def test_what_is_agreed_and_then_resolved_is_one_decision() -> None:
    text = "It was agreed that the hedge be cut in March.\nRESOLVED that the hedge be cut in March."
    assert decided(text) == ["RESOLVED that the hedge be cut in March."]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("We decided that the pool will open on Sundays.", "approved"),
        ("The decision on the pavilion has been postponed until the autumn meeting.", "deferred"),
        ("The item was held over to May.", "deferred"),
        ("The accounts were reviewed and approved.", "approved"),
        ("Approval was given to spend £300 on bulbs.", "approved"),
        ("The Board, having considered the report, approved the lease.", "approved"),
        ("Members voted 6 to 2 to grant the lease.", "approved"),
        ("There was unanimous agreement to close the account.", "approved"),
        ("The Governing Body ratified the safeguarding policy.", "approved"),
        ("The amendment fell.", "rejected"),
    ],
)
def test_decisions_in_plain_prose(text: str, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome) == (text, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "The event was postponed until June.",
        "The Clerk reported that the tender had been accepted.",
        "The mooring policy was read and agreed at the Harbour meeting in February.",
        "In 2019, a scheme was drawn up and approved by all.",
        "Dr Keld, who was appointed Dean in 2019, gave a talk.",
        "Staff were seconded to the project and moved to new offices.",
        "We agreed that it had been a lively evening.",
    ],
)
def test_what_is_only_told_is_no_decision(text: str) -> None:
    assert decided(text) == []


@pytest.mark.parametrize(("day", "found"), [("the April 8, 2024", 1), ("the _____", 0)])
def test_a_resolution_as_a_document_of_its_own_was_passed_unless_its_day_is_blank(day: str, found: int) -> None:
    text = f"# Resolution 300-2024\nA resolution on fees.\nPassed at {day} City of Fenwold Meeting (4-1 vote)"
    decisions = minutes_of(text).decisions
    assert [decision.votes for decision in decisions] == [Votes(for_=4, against=1)] * found


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
            "Cllr Orme proposed that the hall be sold; there was no seconder.",
            "Cllr Orme proposed that the hall be sold; there was no seconder.",
            "rejected",
        ),
    ],
)
def test_a_verdict_is_on_what_was_moved_before_it(text: str, told: str, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome) == (told, outcome)


def test_the_substantive_motion_is_printed_before_its_amendments() -> None:
    text = """
It was moved by Cllr Orme and seconded by Cllr Brindle:
(a) That the sluice be mended before the winter;
(b) That the Clerk be authorised to sell the old gate.
An amendment to halve the sum was moved by Cllr Sallow.
The amendment was lost.
The substantive motion was then put and declared carried.
"""
    assert decided(text)[-2:] == [
        "That the sluice be mended before the winter",
        "That the Clerk be authorised to sell the old gate.",
    ]


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        ("The sale of the hall was moved and seconded but did not carry (3 in favor).", None, "rejected"),
        ("Moved, discussed at length, seconded, and passed with 1 opposed.", None, "approved"),
        ("Proposal 2: The Council may buy a bench. Vote failed 1 YES 3 NO", "The Council may buy a bench.", "rejected"),
        ("The Committee defers the minutes of 4 May for approval in June.", None, "deferred"),
        ("Approved – AB Seconded – UK", None, "approved"),
        ("(a) **Visit to the mill** Agreed to defer it until May.", "Agreed to defer it until May.", "deferred"),
    ],
)
def test_a_decision_told_in_few_words(text: str, told: str | None, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome) == (told or text, outcome)


def test_minutes_taken_as_read_are_told_by_the_sentence_that_confirms_them() -> None:
    moved = "Cllr Orme proposed and Cllr Keld seconded that the minutes were a correct account"
    confirmed = f"{moved}, which was confirmed by all present."
    (decision,) = said(f"The minutes were taken as read. {confirmed}").decisions
    assert (decision.text, decision.votes) == (confirmed, "unanimous")
    assert decided("The minutes were taken as read.") == ["The minutes were taken as read."]


def test_a_table_below_a_decision_is_no_part_of_its_words() -> None:
    assert decided("The following timetable was agreed:\n| Fair | May\n| Market | June") == [
        "The following timetable was agreed:"
    ]


def test_what_another_meeting_decided_is_none() -> None:
    assert decided("There was a visit in March at which it was decided not to buy it.") == []


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


def test_recommendations_that_are_named_and_then_printed_are_decided_once() -> None:
    text = (
        "The substantive recommendations were moved by Cllr Brindle and seconded by Cllr Orme, and were carried "
        "(6 for, 2 against).\nRESOLVED:\n(a) That the plan be noted.\n(b) That the hedge be cut."
    )
    assert [(d.text, d.mover, d.votes) for d in said(text).decisions] == [
        ("That the plan be noted.", "Cllr Brindle", Votes(for_=6, against=2)),
        ("That the hedge be cut.", "Cllr Brindle", Votes(for_=6, against=2)),
    ]


def test_the_vote_after_one_on_an_amendment_is_on_the_motion() -> None:
    text = (
        "Moved by Orme, seconded by Keld, to cut the hedge.\nMoved by Tay, seconded by Brindle, to amend the motion by "
        "leaving the yew.\nYeas: Tay, Brindle\nNays: Orme, Keld, Sallow\nAmendment failed.\nVote on the main motion:\n"
        "Yeas: Orme, Keld, Sallow\nNays: Tay, Brindle\nMotion carried, 3-2."
    )
    amendment, motion = said(text).decisions
    assert (amendment.outcome, amendment.mover, motion.outcome, motion.mover) == ("rejected", "Tay", "approved", "Orme")
    assert (amendment.votes.for_, motion.votes.for_) == (2, 3)  # type: ignore[union-attr]


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


def test_a_list_of_votes_for_the_motion_and_for_the_amendment_is_a_division() -> None:
    text = (
        "Councillor Orme, seconded by Councillor Keld, moved approval.\nAs an amendment, Councillor Tay, seconded by "
        "Councillor Sallow, moved that the school stay open.\nOn a division there voted:-\n"
        "|! For the Motion | For the Amendment | Abstained |\n"
        "| Councillors Orme, Keld and Brindle (3) | Councillors Tay and Sallow (2) | Mr Lund (1) |\n"
        "The motion was accordingly carried and the Committee agreed:-\n(i) that it be closed."
    )
    amendment, motion = said(text).decisions
    assert amendment.votes == Votes(for_=2, against=3, abstain=1)
    assert motion.votes == Votes(for_=3, against=2, abstain=1)


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that:\n   Members note the work that is being done.\n   Members support the covenant and its events.",
        "RESOLVED that:\nThis Council asks:\na) The mill to write again to the owner;\nAnd;\n"
        "This Council calls on the Head of Parks and the Head of Roads of the county to do this:\n"
        "a) Write to the owner of the pond, too.",
    ],
)
def test_limbs_go_on_in_one_manner(text: str) -> None:
    assert len(said(text).decisions) == 2


VERDICTS = "| Ref | Proposal | Comment |\n| P/24/011 | Porch at 3 Mill Lane | {} |\n"


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [("No objection", "approved"), ("Support", "approved"), ("Objection: access", "rejected"), ("Refused", "rejected")],
)
def test_each_row_on_an_application_is_a_decision(verdict: str, outcome: str) -> None:
    (decision,) = said("The following comments were agreed:\n" + VERDICTS.format(verdict)).decisions
    assert (" ".join(decision.text.split()), decision.outcome) == (
        f"P/24/011 Porch at 3 Mill Lane {verdict}",
        outcome,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Decisions by the Planning Authority:\n" + VERDICTS.format("Refused"),
        "Decisions by the Planning Authority: P/24/011 Mill Lane, new porch – refused.",
    ],
)
def test_what_another_authority_decided_is_none(text: str) -> None:
    assert decided(text) == []


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        ("The Clerk reported a balance of £600. Noted.", "The Clerk reported a balance of £600. Noted.", "noted"),
        ("Deferred to June as the survey had not come.", "Deferred to June as the survey had not come.", "deferred"),
        ("The matter was adjourned to the May meeting.", "The matter was adjourned to the May meeting.", "deferred"),
        (
            "Cllr Orme proposed an amendment that the gate wait until June; this was seconded by Cllr Tay"
            " but was lost by 2 votes to 4.",
            "that the gate wait until June",
            "rejected",
        ),
        (
            "Cllr Orme moved as an amendment that the gate wait until June; seconded by Cllr Tay."
            " On being put to the vote the amendment was lost by 3 votes to 6.",
            "that the gate wait until June",
            "rejected",
        ),
        (
            "Cllr Orme proposed a further recommendation, that the fee be frozen. This was seconded by Cllr Tay"
            " but on a vote was lost, 2 voting for and 5 against.",
            "that the fee be frozen.",
            "rejected",
        ),
        (
            "“That this Council sells the old mill.” Moved by Cllr Orme and seconded by Cllr Tay."
            " After debate the motion was LOST by 2 votes to 7.",
            "That this Council sells the old mill.",
            "rejected",
        ),
        (
            "It was moved by Cllr Orme and seconded by Cllr Tay that the gate be painted."
            " Upon being put to the vote this was carried with one abstention.",
            "It was moved by Cllr Orme and seconded by Cllr Tay that the gate be painted.",
            "approved",
        ),
    ],
)
def test_what_is_told_in_a_word_or_beside_its_verdict(text: str, told: str, outcome: str) -> None:
    decision = only(text)
    assert (decision.text.rstrip("."), decision.outcome) == (told.rstrip("."), outcome)


def test_a_verdict_may_be_set_like_a_heading() -> None:
    text = (
        "# COUNCIL RESOLUTION 081/24\nMoved: Cr Orme Seconded: Cr Tay\nThat the gate be painted.\n"
        "# CARRIED 2/1 For: Cr Orme, Cr Tay\n# Against: Cr Keld\n"
    )
    found = said(text)
    assert [d.text for d in found.decisions] == ["That the gate be painted."]
    assert not {"CARRIED", "Against:"} & {item.title.split()[0] for item in found.items}


def test_what_the_body_did_may_be_set_like_a_heading() -> None:
    found = said("# The Council of Governors NOTED the report.\n")
    assert [(d.text, d.outcome) for d in found.decisions] == [("The Council of Governors NOTED the report.", "noted")]


def test_court_is_a_body_in_its_own_minutes_alone() -> None:
    assert decided("Court approved the plan.") == []
    own = FRONT + "Chair of Court: Ada Brindle\nCourt approved the plan.\n"
    assert [d.text for d in minutes_of(own).decisions] == ["Court approved the plan."]


@pytest.mark.parametrize(
    ("text", "movers", "outcome"),
    [
        ("Mr Orme moved and Ms Tay seconded to close it.\nMotion passed.", ("Mr Orme", "Ms Tay"), "approved"),
        ("Tom Orme nominated Una Keld as Reeve, seconded by Ada Tay, all agreed.", ("Tom Orme", "Ada Tay"), "approved"),
        ("It was MOVED by Orme, seconded by Tay, to lease it. Carried by voice vote.", ("Orme", "Tay"), "approved"),
        ("Motion was made to lease the mill. Seconded and unanimously approved.", (None, None), "approved"),
        (
            "Mr Orme moved to divide the question. It was seconded and failed by voice vote.",
            ("Mr Orme", None),
            "rejected",
        ),
        (
            "• Una motions to close it\n• Tom seconds the motion.\n• Motion passes unanimously",
            ("Una", "Tom"),
            "approved",
        ),
    ],
)
def test_a_motion_is_decided_by_the_vote_on_it(text: str, movers: tuple[str | None, str | None], outcome: str) -> None:
    decision = only(text)
    assert (decision.mover, decision.seconder, decision.outcome) == (*movers, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "Orme moved that the plan come back.",
        "Ms Orme moved to Mill Lane in May and was seconded to the county.",
        "There being no further business, Orme moved to adjourn, seconded by Tay. Approved by the Board on 4 May 2024.",
    ],
)
def test_a_motion_without_a_vote_decides_nothing(text: str) -> None:
    assert decided(text) == []


def test_a_motion_that_was_seconded_is_decided_where_the_item_says_no_more_of_it() -> None:
    put = "Cllr Orme proposed and Cllr Tay seconded that Una Keld stays on the Mill Trust."
    assert decided(put) == [put]
    assert decided(f"{put}\nRESOLVED that it be left vacant.") == ["RESOLVED that it be left vacant."]


def test_the_original_motion_is_decided_after_its_amendment_was_lost() -> None:
    text = (
        "Cllr Orme proposed that ten plots be laid out. Cllr Sallow moved as an amendment that the matter be delayed; "
        "seconded by Cllr Keld. On being put to the vote the amendment was lost by 3 votes to 6. "
        "The original proposal was then put and CARRIED by 6 votes to 3."
    )
    assert decided(text)[1:] == ["Cllr Orme proposed that ten plots be laid out."]


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        ("Approved the minutes of 4 May.", None, "approved"),
        ("Elected Una Keld as Treasurer.", None, "approved"),
        ("Unanimously adopted the new rules of the mill.", None, "approved"),
        ("Noted the report of the Surveyor.", None, "noted"),
        ("Deferred the question of the gate to May.", None, "deferred"),
        ("Agreed name of the group: Friends of the Mill", None, "approved"),
        ("Rent of the kiosk. Approved", None, "approved"),
        ("Cllr Orme asked whether the rent was too high; the Clerk will ask the owner for another. Approved.",
         "Approved.", "approved"),
    ],
)  # fmt: skip
def test_what_was_decided_needs_no_subject(text: str, told: str | None, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome) == (told or text, outcome)


@pytest.mark.parametrize(
    "text",
    ["Elected Members are welcome.", "Approved minutes are on the website.", "Noted that demand had risen.",
     "|! Recommendation | Response\n| That the gate be mended | Accepted |"],
)  # fmt: skip
def test_a_participle_may_be_an_adjective(text: str) -> None:
    assert decided(text) == []


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
    ],
)  # fmt: skip
def test_the_limbs_of_a_motion_stand_between_its_movers_and_the_verdict(text: str, decisions: list[str]) -> None:
    assert decided(text) == decisions


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Minutes approved with two amendments.", "approved"),
        ("Treasurer's report received", "noted"),
        ("Paper noted.", "noted"),
        ("The variance request was denied on a vote of 4-1.", "rejected"),
        ("The public hearing was continued to June 11, 2024.", "deferred"),
        ("Board action: Denied the request for a waiver.", "rejected"),
        ("The Committee has no objection to the porch.", "approved"),
        ("Members noted with thanks the report of the Warden.", "noted"),
        ("The precept for 2024/25 was set at £12,450.", "approved"),
        ("Motion 403 on the mill – Fell", "rejected"),
        ("It was agreed that the Council were happy to support the porch.", "approved"),
        ("It was agreed that the Council had no objection to the porch.", "approved"),
        ("The minutes are approved as presented.", "approved"),
        ("This item was continued.", "deferred"),
        ("Cllr Orme proposed a vote of thanks, which was agreed by acclamation.", "approved"),
        ("Ms Tay moved and Mr Orme seconded to close the hearing. Voted 4-0-0 in favor.", "approved"),
        ("Ms. Tay moved and Mr. Orme seconded to close the hearing. Voted 4-0-0 in favor.", "approved"),
        ("Mr Orme’s resignation was accepted with regret.", "approved"),
        ("Council Resolution – That the Council receive the report.", "noted"),
        ("Ms Orme MOVED DENIAL of the variance. Mr Tay seconded. Passed unanimously.", "rejected"),
        ("Moved by Cr Orme\nSeconded by Cr Tay\nThat the gate be mended.\nCarried 5/0", "approved"),
        ("It was voted 5 – 1 that the precept be raised.", "approved"),
        ("On motion by Ms Orme, seconded by Mr Tay, the Board\nVOTED: To approve the minutes of 4 May.", "approved"),
        ("A vote of condolence was passed by the members.", "approved"),
        ("The Clerk declared Cllr Orme elected as Reeve.", "approved"),
        ("Ms Tay moved the minutes be accepted. Mr Orme seconded. Minutes were approved as read.", "approved"),
        ("• Treasurer – Una Keld – proposed Tom Orme, seconded Ada Tay", "approved"),
        ("Minutes of 6 May passed as distributed.", "approved"),
        ("The minutes of 4 May were read aloud and signed as true and correct.", "approved"),
        ("Members proposed, seconded and resolved unanimously to accept the apologies.", "approved"),
        ("Proposal to tape the meetings – proposal tabled until June.", "deferred"),
        ("Cllr Orme proposed closing the meeting seconded by Cllr Tay", "approved"),
    ],
)
def test_other_words_for_what_was_decided(text: str, outcome: str) -> None:
    assert only(text).outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Members noted with concern that demand had risen.",
        "The neighbours had no objection to the porch.",
        "The annual report had been received.",
        "The list was passed out at the gate.",
        "The Chair stressed that this proposal was not about the gate.",
        "A sergeant will look after it until a new one is appointed.",
        "Minutes to be approved at the next meeting.",
        "Minutes confirmed as correct on 11 December 2024",
    ],
)
def test_what_only_sounds_decided(text: str) -> None:
    assert decided(text) == []


def test_the_limbs_of_a_motion_after_its_movers() -> None:
    moved = "Resolution number AB/24/17 MOVED by Member A Orme, seconded by Member U Tay: That the Mill Board:"
    limbs = ["accept the apology from Member Keld for absence", "note the report of the Reeve on the pond."]
    assert decided(f"{moved} a) {limbs[0]} b) {limbs[1]}") == limbs


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The hedge is to be cut back. Prop TO, 2nd UK, All agreed.", "The hedge is to be cut back."),
        # ... and of what was agreed before it where a task stands between
        (
            "It was agreed that the hedge be cut. Clerk to write. Prop TO, 2nd UK, All agreed.",
            "It was agreed that the hedge be cut.",
        ),
    ],
)
def test_movers_in_note_form_stand_behind_what_they_moved(text: str, told: str) -> None:
    decision = only(text)
    assert (decision.text, decision.mover, decision.seconder, decision.votes) == (told, "TO", "UK", "unanimous")


def test_movers_in_note_form_alone_in_a_paragraph_say_nothing() -> None:
    assert decided("The hedge is long.\nProp TO, 2nd UK, All agreed.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Motion 12/24 Moved by Cllr Orme, “THAT the fee be halved.”\nCarried", ["THAT the fee be halved."]),
        (
            "Motion 12/24 Moved by Cllr Orme, “THAT the fee be halved; AND\nTHAT the gate be mended.\nCarried",
            ["THAT the fee be halved; AND\nTHAT the gate be mended."],
        ),
        # ... and not what is only quoted from a motion
        ("The notice of motion by Cllr Orme, “The pond for all”, was read.", []),
    ],
)
def test_a_motion_in_quotation_marks_behind_its_mover(text: str, told: list[str]) -> None:
    assert decided(text) == told


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        ("# 5. Minutes of 4 May\nAdopted as a true record.", "Adopted as a true record.", "approved"),
        ("All approved for payment.", "All approved for payment.", "approved"),
        ("The Forge – porch – Refusal recommended.", "The Forge – porch – Refusal recommended.", "recommended"),
        ("RESOLVED that the report be accepted as information.", None, "noted"),
        (
            "The lists were read – Orme moved and Tay seconded the motion to approve.\nPassed 4-0",
            "The lists were read – Orme moved and Tay seconded the motion to approve.",
            "approved",
        ),
    ],
)
def test_verdicts_in_note_form(text: str, told: str | None, outcome: str) -> None:
    decision = only(text)
    assert decision.outcome == outcome
    assert told in (None, decision.text)


def test_two_motions_that_are_carried_together() -> None:
    first = "Motion by Ms Orme, second by Mr Tay to pay the bills."
    second = "Motion by Mr Tay, second by Ms Orme to mend the gate."
    assert decided(f"{first} {second} Both motions carried.") == [first, second]
    assert decided(f"{first} {second} Motion carried.") == [second]
