"""A motion and its amendment, each below a line that says which it is."""

import pytest

from minutes.model import Votes
from tests.extract.samples import decided, said

PUT = (
    "Motion\nThat the Harbour Committee –\n1. halves the mooring fee; and\n2. notes the letter.\n"
    "Moved by Councillor Ada Brindle, seconded by Councillor Una Keld.\n"
    "Amendment\nThat the fee be left as it is.\nMoved by Councillor Tom Orme, seconded by Councillor Wren Sallow.\n"
)
LIMBS, AMENDED = ["halves the mooring fee", "notes the letter."], "That the fee be left as it is."


@pytest.mark.parametrize(
    "verdict",
    [
        "Decision\nThe Motion was carried by 5 votes to 2 and it was resolved accordingly.",
        "On a vote, 5 members voted for the motion and 2 for the amendment.\nThe Motion was carried.",
        "The Amendment was lost by 2 votes to 5.",
    ],
)
def test_the_motion_was_carried(verdict: str) -> None:
    first, second, amendment = said(PUT + verdict).decisions
    assert [first.text, second.text, amendment.text] == [*LIMBS, AMENDED]
    assert (first.outcome, amendment.outcome) == ("approved", "rejected")
    assert (first.mover, amendment.mover) == ("Councillor Ada Brindle", "Councillor Tom Orme")
    assert (first.votes, amendment.votes) == (Votes(for_=5, against=2), Votes(for_=2, against=5))


def test_the_amendment_was_carried() -> None:
    motion, amendment = said(f"{PUT}The Amendment was carried by 5 votes to 2.").decisions
    assert (motion.outcome, amendment.outcome) == ("rejected", "approved")
    assert (motion.votes, amendment.votes) == (Votes(for_=2, against=5), Votes(for_=5, against=2))


def test_a_motion_that_is_printed_again_as_the_decision_is_told_there() -> None:
    again = "Decision\nThe Committee:\n(a) halved the fee; and\n(b) noted the letter."
    amendment, *limbs = said(f"{PUT}The Motion was carried by 5 votes to 2.\n{again}").decisions
    assert (amendment.text, amendment.outcome) == (AMENDED, "rejected")
    assert {limb.mover for limb in limbs} == {"Councillor Ada Brindle"}


def test_with_two_amendments_or_no_verdict_nothing_is_made_of_it() -> None:
    other = "Amendment 2\nThat the fee be doubled.\nMoved by Councillor Lund, seconded by Councillor Keld.\n"
    assert AMENDED not in decided(f"{PUT}{other}The Motion was carried by 5 votes to 2.")
    assert LIMBS[0] not in decided(f"{PUT}The debate went on.")
