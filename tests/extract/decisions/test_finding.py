"""The words that tell of a decision, and what is taken from them."""

import pytest

from minutes.model import Votes
from tests.extract.samples import decided, minutes_of, only, said


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
        ("The report was received.", "decision.passive"),
        ("The takings were noted.", "decision.were-noted"),
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


@pytest.mark.parametrize(("day", "found"), [("the April 8, 2024", 1), ("the _____", 0)])
def test_a_resolution_as_a_document_of_its_own_was_passed_unless_its_day_is_blank(day: str, found: int) -> None:
    text = f"# Resolution 300-2024\nA resolution on fees.\nPassed at {day} City of Fenwold Meeting (4-1 vote)"
    decisions = minutes_of(text).decisions
    assert [decision.votes for decision in decisions] == [Votes(for_=4, against=1)] * found


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


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Orme motioned to hear the reports; properly seconded without objection.",
        "MOTION: To give the Clerk leave to sell the old gate. Yes - 5; No - 0",
    ],
)
def test_a_motion_nobody_was_against_is_decided_whatever_was_moved_next(text: str) -> None:
    assert decided(f"{text}\nCllr Tay motioned to go home.") == [text.partition(" Yes")[0]]


def test_a_motion_that_was_seconded_is_decided_where_the_item_says_no_more_of_it() -> None:
    put = "Cllr Orme proposed and Cllr Tay seconded that Una Keld stays on the Mill Trust."
    assert decided(put) == [put]
    assert decided(f"{put}\nRESOLVED that it be left vacant.") == ["RESOLVED that it be left vacant."]


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


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Motion: To buy a flagpole.\nMoved: T Orme\nSeconded: U Keld\nFor: 1\nAgainst: 2\nLost", "rejected"),
        ("Motion: To buy a flagpole.\nMoved: T Orme\nSeconded: U Keld\nFor: 2\nAgainst: 1\nCarried", "approved"),
        (
            "Moved by: Cllr Orme\nBE IT RESOLVED THAT the grant be paid from the reserve.\nDEFEATED 2-3",
            "rejected",
        ),
    ],
)
def test_the_verdict_on_a_printed_motion_stands_below_it(text: str, outcome: str) -> None:
    assert [decision.outcome for decision in said(text).decisions] == [outcome]


def test_what_was_decided_stands_ahead_of_who_moved_it_in_sentences_of_their_own() -> None:
    (decision,) = said("To mend the old ford. Motion: Orme. Second: Tay. All ayes.").decisions
    assert (decision.text, decision.mover, decision.seconder) == ("To mend the old ford.", "Orme", "Tay")


def test_nobody_is_to_do_what_was_voted_down() -> None:
    assert not said("Moved by: Cllr Orme\nBE IT RESOLVED THAT the Clerk write to the mill.\nDEFEATED 2-3").actions


def test_the_lines_below_a_title_say_who_moved_it_and_how_the_vote_went() -> None:
    (decision,) = said(
        "Order 7, on the upkeep of the old ford\nMoved: Orme\nSecond: Tay\nVote: 4-0-0\nPassed"
    ).decisions
    assert (decision.mover, decision.seconder, decision.votes) == ("Orme", "Tay", Votes(for_=4, against=0, abstain=0))


def test_minutes_that_were_approved_later_are_signed_off_and_not_decided_on() -> None:
    assert decided("The Board approved the preceding minutes on 4 June 2024.") == []


def test_the_number_of_an_ordinance_ends_no_sentence() -> None:
    moved = "Councilmember Tay moved to approve ORDINANCE NO. 41 On the Mooring of Barges."
    assert only(f"{moved}\nCouncilmember Orme seconded it. Motion passed unanimously.").text == moved


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        ("(d) Quay Choir: no letter had come. Left on the table.", "Quay Choir: no letter had come. Left on the table.",
         "deferred"),
        ("(f) Mill Trust – tolls. Its letter was read. Left until the next meeting.",
         "Mill Trust – tolls. Its letter was read. Left until the next meeting.", "deferred"),
        ("24/0132/FUL – track at Keld Wood. No plans had come so left over to next meeting.",
         "24/0132/FUL – track at Keld Wood. No plans had come so left over to next meeting.", "deferred"),
        ("(e) Mooring Policy – not approved. Members wished to see the survey and it will come back in May.",
         "Mooring Policy – not approved. Members wished to see the survey and it will come back in May.", "deferred"),
        ("Decided by the county: 24/0090, a porch – granted. Both were noted.",
         "Decided by the county: 24/0090, a porch – granted. Both were noted.", "noted"),
        ("The meeting closed at 9.40, the Committee having resolved at 8.50 to suspend Rule 9.",
         "the Committee having resolved at 8.50 to suspend Rule 9.", "approved"),
    ],
)  # fmt: skip
def test_an_entry_with_what_became_of_it(text: str, told: str, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome) == (told, outcome)


def test_what_it_did_not_approve_or_put_off_is_of_the_body_named_before() -> None:
    text = (
        "The Committee approved the sale of the boats. It deferred consideration of the oars. "
        "It did not approve the request for a bell."
    )
    assert [d.outcome for d in said(text).decisions] == ["approved", "deferred"]
    assert [
        d.outcome for d in said("The Committee considered the bell. It did not approve the request.").decisions
    ] == ["rejected"]
    assert said("The county was asked. It did not approve the request for a bell.").decisions == ()


def test_a_proposal_that_the_body_did_not_support_is_what_it_asked_for() -> None:
    decision = only("The Chair proposed that the choir be dropped for a year. Members did not support this.")
    assert (decision.text, decision.outcome, decision.mover) == (
        "that the choir be dropped for a year", "rejected", "The Chair",
    )  # fmt: skip


def test_a_sum_that_is_agreed_is_a_decision_of_its_own() -> None:
    assert decided("Letter from the mill asking for help with the lock. Agreed £90.")[-1].endswith("Agreed £90.")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Recommendation No. 1: That the lock be mended.\n\nRecommendation No. 2: That the weir be let.\n\n"
            "On the proposal of Cllr Orme, seconded by Cllr Tay, both recommendations were agreed.",
            ["That the lock be mended.", "That the weir be let."],
        ),
        (
            "Recommendation: That the lock be mended.\n\n"
            "On the proposal of Cllr Orme, seconded by Cllr Tay, the recommendation was agreed.",
            ["That the lock be mended."],
        ),
    ],
)
def test_what_is_recommended_above_is_what_is_agreed(told: str, expected: list[str]) -> None:
    decisions = said(told).decisions
    assert [(each.text, each.mover, each.seconder) for each in decisions] == [
        (text, "Cllr Orme", "Cllr Tay") for text in expected
    ]


def test_who_is_proposed_and_then_elected_is_elected_once() -> None:
    elected = "There were no other nominations and Cllr Orme was duly elected."
    put = "It was proposed by Cllr Tay and seconded by Cllr Lund that Cllr Orme be elected Reeve."
    assert decided(f"{put} {elected}") == [elected]
