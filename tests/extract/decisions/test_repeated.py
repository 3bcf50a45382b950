"""What is told twice is one decision."""

import pytest

from minutes.model import Votes
from tests.extract.samples import FRONT, decided, minutes_of, only, said


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
