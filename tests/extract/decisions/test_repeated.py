"""What is told twice is one decision."""

import pytest

from minutes.model import RollCall, Votes
from tests.extract.samples import FRONT, decided, headings, minutes_of, only, said


def test_a_resolution_repeated_word_for_word_counts_once() -> None:
    assert decided("RESOLVED: That the hedge be cut.\nRESOLVED: That the hedge be cut.") == ["That the hedge be cut."]


def test_a_count_of_resolutions_that_are_printed_below_is_none() -> None:
    text = "Two resolutions were proposed and adopted. They were\n1. Resolved that it be cut.\n2. Resolved to wait."
    assert decided(text) == ["Resolved that it be cut.", "Resolved to wait."]


def test_a_summary_at_the_head_or_the_end_decides_nothing_again() -> None:
    items = (
        "# Weir\nDecision: The Committee advised the Clerk to mend the weir.\n# Gate\nThe Committee agreed to paint it."
    )
    told = ["The Committee advised the Clerk to mend the weir.", "The Committee agreed to paint it."]
    head = "# Summary of outcomes\nThe Committee agreed:\n1. To have the weir mended\n2. To have the gate painted\n"
    assert decided(head + items) == told
    assert decided(f"{items}\n# Decisions\n• The Committee agreed to paint it.\n• That the pond be dug.") == [
        *told,
        "That the pond be dug.",
    ]


def test_the_same_words_under_two_sub_items_are_two_decisions() -> None:
    text = (
        "# 7.1 Fees\nThe Board agreed to accept this proposal.\n# 7.2 Hours\nThe Board agreed to accept this proposal."
    )
    assert len(said(text).decisions) == 2


def test_what_is_agreed_and_then_resolved_is_one_decision() -> None:
    text = "It was agreed that the hedge be cut in March.\nRESOLVED that the hedge be cut in March."
    assert decided(text) == ["RESOLVED that the hedge be cut in March."]


def test_an_election_or_a_recommendation_that_is_then_resolved_is_one_decision() -> None:
    text = (
        "As nobody else was named, Cllr Orme was duly elected Reeve.\n**RESOLVED:**\nThat Cllr Orme be elected Reeve."
    )
    assert decided(text) == ["That Cllr Orme be elected Reeve."]
    text = "The Committee approved the recommendation.\n0412 AGREED\nThat Ms Tay be Reeve."
    assert decided(text) == ["That Ms Tay be Reeve."]


def test_the_signing_of_minutes_that_were_approved_decides_nothing_more() -> None:
    text = "It was agreed that the minutes be accepted. The minutes were signed by the Chair."
    assert decided(text) == ["It was agreed that the minutes be accepted."]
    assert decided("The minutes were signed by the Chair.") == ["The minutes were signed by the Chair."]


def test_minutes_taken_as_read_are_told_by_the_sentence_that_confirms_them() -> None:
    moved = "Cllr Orme proposed and Cllr Keld seconded that the minutes were a correct account"
    confirmed = f"{moved}, which was confirmed by all present."
    (decision,) = said(f"The minutes were taken as read. {confirmed}").decisions
    assert (decision.text, decision.votes) == (confirmed, "unanimous")
    assert decided("The minutes were taken as read.") == ["The minutes were taken as read."]


def test_recommendations_that_are_named_and_then_printed_are_decided_once() -> None:
    text = (
        "The substantive recommendations were moved by Cllr Brindle and seconded by Cllr Orme, and were carried "
        "(6 for, 2 against).\nRESOLVED:\n(a) That the plan be noted.\n(b) That the hedge be cut."
    )
    assert [(d.text, d.mover, d.votes) for d in said(text).decisions] == [
        ("That the plan be noted.", "Cllr Brindle", Votes(for_=6, against=2)),
        ("That the hedge be cut.", "Cllr Brindle", Votes(for_=6, against=2)),
    ]


def test_a_vote_over_the_sentence_that_tells_what_was_voted_on_is_no_decision_of_its_own() -> None:
    decision = only(
        "UK – I propose that the post be open.\nAll – unanimously agreed (5).\nThe Committee agreed to open it."
    )
    assert (decision.text, decision.votes) == ("The Committee agreed to open it.", "unanimous")


@pytest.mark.parametrize(
    "text",
    [
        "# 8. MINUTES APPROVED\nMr Tay moved and Ms Keld seconded to approve the minutes of 9 May. Motion carried.",
        "Mr Tay made a motion to approve the minutes of 9 May. Ms Keld seconded it. All voted aye. Minutes approved.",
    ],
)
def test_what_a_motion_tells_is_not_told_again_in_note_form(text: str) -> None:
    (decision,) = said(text).decisions
    assert decision.mover == "Mr Tay"


def test_the_title_of_confirmed_minutes_is_no_decision() -> None:
    assert minutes_of(f"Mill Committee Meeting Minutes – Confirmed\n{FRONT}").decisions == ()


@pytest.mark.parametrize(
    "movers",
    [
        "Approval – proposed TO, seconded UK.",
        "Acceptance: proposed by TO, seconded by UK.",
        "It was noted that the 6th was meant.\nAdoption – proposed by TO, seconded by UK.",
    ],
)
def test_who_moved_what_was_just_told_is_no_decision_of_its_own(movers: str) -> None:
    decision = only(f"The minutes of the last meeting were approved.\n{movers}")
    assert decision.text == "The minutes of the last meeting were approved."
    assert (decision.mover, decision.seconder) == ("TO", "UK")


def test_who_moved_something_else_is_one() -> None:
    text = "The minutes were approved.\nApproval of the levy – proposed TO, seconded UK."
    assert len(said(text).decisions) == 2


SUMMED_UP = """
# Fenwold District Council
Minutes of the meeting of the Rivers Committee held on Tuesday 12 March 2024 at 7.00 pm in the Old Forge.
**Summary of Key Decisions**
| **No.** | **Item** | **Summary of Key Decisions** |
| 1. | Apologies | Councillor Sallow |
| 2. | Deputation – Friends of the Weir | Noted |
| 3. | Street Naming – Otter Mews | To recommend Otter Mews |
| 4. | Notice of Motion – Lamps | Motion lost |
In the Chair: Councillor Brindle
Members Present: Councillors Keld, Orme
# 1. APOLOGIES
An apology was recorded for Councillor Sallow.
# 2. DEPUTATION – FRIENDS OF THE WEIR
Committee NOTED the presentation.
# 3. STREET NAMING – OTTER MEWS
AGREED – to recommend that Council adopt the name Otter Mews.
"""


def test_a_table_of_the_decisions_at_the_head_tells_nothing_of_its_own() -> None:
    minutes = minutes_of(SUMMED_UP)
    texts = [d.text for d in minutes.decisions]
    assert texts == ["Committee NOTED the presentation.", "to recommend that Council adopt the name Otter Mews."]
    assert [a.name for a in minutes.attendance if a.status == "apologies"] == ["Councillor Sallow"]
    assert len([a for a in minutes.attendance if a.status == "present"]) == 3


def test_a_motion_carried_is_told_by_what_was_then_agreed() -> None:
    put = "Proposed by Councillor Keld\nSeconded by Councillor Orme\n- that the weir be lit.\n"
    vote = "6 Members voted For; 2 Members voted Against; 1 Member Abstained. The Chair declared the Motion carried.\n"
    (agreed,) = said(f"{put}{vote}AGREED – to recommend that Council light the weir from May.").decisions
    assert (agreed.mover, agreed.votes) == ("Councillor Keld", Votes(for_=6, against=2, abstain=1))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("AGREED – to recommend that Council defer the levy to allow a visit to the weir.", "recommended"),
        ("RESOLVED to recommend to the Council that the levy be refused.", "recommended"),
        ("AGREED – to defer the levy until Council has seen the weir.", "deferred"),
    ],
)
def test_what_another_body_is_to_put_off_is_recommended(text: str, outcome: str) -> None:
    assert [d.outcome for d in said(text).decisions] == [outcome]


def test_those_who_moved_it_stand_below_a_motion_in_quotation_marks() -> None:
    text = """
        # 8. MOTION SUBMITTED BY COUNCILLOR KELD – LAMPS
        “That this Council puts a lamp on every lock in the District by May 2025.”
        Proposed by Councillor Keld
        Seconded by Councillor W Sallow
        Councillor Keld spoke on her motion. The locks were dark.
        The Chair declared the motion lost.
        """
    (lost,) = said(text).decisions
    assert (lost.mover, lost.seconder, lost.outcome) == ("Councillor Keld", "Councillor W Sallow", "rejected")


def test_the_parts_of_an_officers_report_are_no_items_and_its_recommendation_no_decision() -> None:
    text = """
        # 8. Weir
        **Options**
        Option 1 – no change.
        **Recommendation**
        It is recommended that the Committee recommends to Council the approval of Option 1.
        Councillor Orme asked that the Clerk write to the owner.
        AGREED – to recommend that Council approve Option 1.
        """
    minutes = said(text)
    assert [d.text for d in minutes.decisions] == ["to recommend that Council approve Option 1."]
    assert headings(minutes)[-1] == ("8", "Weir")
    assert [a.owner for a in minutes.actions] == ["the Clerk"]


_MOVED = "MOTION: APPROVED 1 st : KELD 2 nd : ORME\nMs Keld moved to approve this fence as drawn.\n"
_VOTED = "VOTE: 3/0 AYES: KELD, ORME, TAY\nNAYS: NONE\n"


def test_what_stands_below_a_vote_and_the_word_decision_is_what_was_moved_and_told_once() -> None:
    decision = only(f"{_MOVED}{_VOTED}# DECISION:\nITEM FOR A FENCE APPROVED.")
    assert decision.text == "ITEM FOR A FENCE APPROVED."
    names = RollCall(for_=("KELD", "ORME", "TAY"))
    assert (decision.mover, decision.seconder) == ("KELD", "ORME")
    assert decision.votes == Votes(for_=3, against=0, names=names)
    that = "That the fence be approved as drawn, with a gate."
    assert decided(f"{_MOVED}{_VOTED}# DECISION:\n{that}")[-1] == that
    assert decided("The fence leans.\n# DECISION:\nThe fence is approved.") == ["The fence is approved."]


def test_what_stands_behind_the_label_decision_is_the_motion_right_before_it() -> None:
    text = (
        "Cllr Tay, who had called it in, thought it large and she proposed that the application be deferred to allow a "
        "visit. Cllr Orme seconded and the proposal was carried by 8 votes to 2. Officers would see to it.\n"
        "Decision: DEFERRED for a visit"
    )
    decision = only(text)
    assert (decision.text, decision.outcome) == ("DEFERRED for a visit", "deferred")
    assert (decision.mover, decision.seconder, decision.votes) == ("Cllr Tay", "Cllr Orme", Votes(for_=8, against=2))


def test_another_verdict_behind_that_label_is_a_decision_of_its_own() -> None:
    text = (
        "Cllr Tay moved that the debate be adjourned, Cllr Orme seconded and it was carried by 8 votes to 2.\n"
        "Decision: Granted as the report asks."
    )
    assert len(said(text).decisions) == 2


def test_a_motion_carried_that_says_in_short_what_is_resolved_below_lends_it_its_movers() -> None:
    lost = "It was proposed by Cllr Orme, seconded by Ms Keld, that it go to the Guild. This fell, by 2 votes to 5."
    carried = "It was then proposed by Dr Sallow and seconded by Cllr Tay that the lease be sent back to the mill"
    resolved = "that the lease be sent back to the mill for more work."
    text = f"{lost} {carried}, and this was carried by six votes to one.\nResolved: {resolved}"
    first, second = said(text).decisions
    assert (first.outcome, first.mover) == ("rejected", "Cllr Orme")
    assert second.text == resolved
    assert (second.mover, second.seconder, second.votes) == ("Dr Sallow", "Cllr Tay", Votes(for_=6, against=1))


def test_a_motion_to_accept_what_was_recommended_is_told_by_the_resolution() -> None:
    text = "A motion to accept the Officer recommendations was moved, seconded, put to the vote and carried.\n"
    assert decided(f"{text}RESOLVED:\n1. That the log be noted.\n2. That the loft be let.") == [
        "That the log be noted.",
        "That the loft be let.",
    ]


HEADED = (
    "# 5. The toll\nResolved: That the Committee:\n1. keeps the toll;\n2. asks for a report in May.\n"
    "Ms Keld told of the bridge, on which the paint was coming off again.\n"
)


@pytest.mark.parametrize(
    ("below", "mover"),
    [
        (
            "The recommendations were proposed by Cllr Orme and seconded by Dr Sallow. Ms Keld did not vote.",
            "Cllr Orme",
        ),
        ("The substantive motion was carried.", None),
    ],
)
def test_who_moved_a_resolution_at_the_head_of_its_item_is_told_below_the_talk(below: str, mover: str | None) -> None:
    assert [(decision.text, decision.mover) for decision in said(HEADED + below).decisions] == [
        ("keeps the toll", mover),
        ("asks for a report in May.", mover),
    ]
