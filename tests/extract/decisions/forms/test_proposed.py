"""What a label says was proposed, over a verdict in a line of its own."""

import pytest

from tests.extract.samples import decided, only, said


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        ("Proposed: we leave the old slip for good.\nAccepted.", "we leave the old slip for good.", "approved"),
        ("Proposal: tar the quay. It is done by hand.\nAgreed.", "tar the quay. It is done by hand.", "approved"),
        ("PROPOSAL 2: tar the quay in May\nTom spoke of frost.\nNo objections", "tar the quay in May", "approved"),
        ("Suggestion: should we tar the quay?\nNot accepted.", "should we tar the quay?", "rejected"),
        ("• Proposed – tar the quay in May\n• Carried: 6 for, 1 against", "tar the quay in May", "approved"),
    ],
)
def test_a_verdict_is_on_the_proposal_above_it(text: str, told: str, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome, decision.rule) == (told, outcome, "decision.proposed")


def test_the_last_of_several_proposals_is_decided_on() -> None:
    text = "Proposed: tar and paint it.\nUna proposes that we leave the paint.\nProposed: only tar it now.\nAccepted."
    assert decided(text) == ["only tar it now."]


@pytest.mark.parametrize(
    "text",
    [
        "Proposed: tar the quay in May.\nTom spoke of frost.",
        "Proposed: tar the quay in May.\n# 8. Boats\nTwo leak.",
        "Proposal: tar the quay in May.\nIt may come back in June.",
    ],
)
def test_without_a_verdict_nothing_was_decided(text: str) -> None:
    assert decided(text) == []


def test_who_proposed_and_what_is_to_be_built_are_told_elsewhere() -> None:
    rules = {
        decision.rule
        for text in (
            "Proposed: Una Keld\nSeconded: Tom Orme\nAccepted.",
            "Proposal: Erection of a boat shed at Mill Lane\nApproved.",
            "Proposed: tar the quay in May.\nRESOLVED: to tar the quay.",
        )
        for decision in said(text).decisions
    }
    assert "decision.proposed" not in rules
