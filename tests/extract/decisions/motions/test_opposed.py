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


EDINBURGH = """
Motion
1) To approve the mooring fees in table 3 of the report.
2) To note that the weir would be paid for from the reserve.
- moved by Councillor Brindle, seconded by Councillor Keld
Amendment
To approve the mooring fees subject to those of punts being halved.
- moved by Councillor Orme, seconded by Councillor Sallow
**Voting**
The voting was as follows:
For the motion - 6 votes
For the amendment - 3 votes
Abstentions - 1
**Decision**
"""


@pytest.mark.parametrize(
    ("which", "outcomes"),
    [
        ("motion by Councillor Brindle", ["approved", "noted", "rejected"]),
        ("amendment by Councillor Orme", ["rejected", "approved"]),
    ],
)
def test_the_decision_may_be_to_approve_the_one_or_the_other(which: str, outcomes: list[str]) -> None:
    told = said(f"{EDINBURGH}To approve the {which}.").decisions
    assert [d.outcome for d in told] == outcomes
    assert told[0].text.startswith("To approve the mooring fees in table 3 of the report.")
    assert told[-1].text == "To approve the mooring fees subject to those of punts being halved."
    assert (told[0].mover, told[-1].mover) == ("Councillor Brindle", "Councillor Orme")
    assert (told[0].votes, told[-1].votes) == (
        Votes(for_=6, against=3, abstain=1),
        Votes(for_=3, against=6, abstain=1),
    )


def test_a_motion_in_quotation_marks_is_what_the_decision_to_approve_it_is_on() -> None:
    words = "Committee notes that few punts carry a lamp; and calls for a report on lamps."
    put = f"“{words}”\n- moved by Councillor Keld, seconded by Councillor Sallow\n**Decision**\n"
    (approved,) = said(f"{put}To approve the motion by Councillor Keld.").decisions
    assert (approved.text, approved.outcome, approved.seconder) == (words, "approved", "Councillor Sallow")
    assert words not in decided(f"{put}To approve the motion by Councillor Keld as adjusted.")
