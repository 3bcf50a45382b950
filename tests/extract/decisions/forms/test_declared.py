"""What a form declares below a motion and the vote on it, each with a label."""

import pytest

from minutes.model import Votes
from tests.extract.samples import decided, only, said

FORM = "MOTION: GRANTED 1 st : KELD 2 nd : ORME\nMs. Keld moved to grant it as drawn.\nVOTE: 5/0 AYES: KELD, TAY\n"


def test_the_decision_is_what_is_declared_with_the_movers_and_the_vote_above_it() -> None:
    decision = only(FORM + "NAYS: NONE\nDECISION:\nPERMIT FOR THE WEIR GRANTED.")
    assert decision.text == "PERMIT FOR THE WEIR GRANTED."
    assert (decision.outcome, decision.mover, decision.seconder) == ("approved", "KELD", "ORME")
    assert decision.votes == Votes(for_=5, against=0)


@pytest.mark.parametrize(
    ("text", "told", "outcome"),
    [
        (FORM + "NAYS: NONE DECISION:\nPERMIT FOR THE WEIR DEFERRED.", "PERMIT FOR THE WEIR DEFERRED.", "deferred"),
        (FORM + "DECISION: Permit for the weir granted.", "Permit for the weir granted.", "approved"),
        (
            "MOTION: WITHDRAWN 1st: N/A 2nd: N/A\nVOTE: NO VOTE NEEDED\nDECISION:\nPERMIT WITHDRAWN.",
            "PERMIT WITHDRAWN.",
            "deferred",
        ),
    ],
)
def test_the_label_may_stand_before_it_or_at_the_end_of_a_line(text: str, told: str, outcome: str) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome) == (told, outcome)


def test_where_no_vote_was_needed_nobody_moved_it() -> None:
    decision = only("MOTION: WITHDRAWN 1st: N/A 2nd: N/A\nVOTE: NONE NEEDED\nDECISION:\nPERMIT WITHDRAWN.")
    assert (decision.mover, decision.seconder, decision.votes) == (None, None, None)


def test_what_staff_recommended_above_it_is_not_moved_by_them() -> None:
    listed = "1. The weir meets the guidelines that were approved in 2019.\n2. Staff recommends approval of the weir.\n"
    (decision,) = said(f"The weir is low. STAFF RECOMMENDATION:\n{listed}{FORM}DECISION:\nWEIR GRANTED.").decisions
    assert decision.text == "WEIR GRANTED."


@pytest.mark.parametrize(
    "text",
    [
        "MOTION: GRANTED 1st: KELD 2nd: ORME\nDECISION:",
        "The Board will then make a motion to grant the permit or to move\nAPPROVED JUNE 1 it to another meeting.",
    ],
)
def test_a_label_over_nothing_and_how_meetings_are_held_tell_nothing(text: str) -> None:
    assert decided(text) == []
