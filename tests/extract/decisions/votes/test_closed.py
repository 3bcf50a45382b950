"""Statements that end in the vote on them."""

import pytest

from minutes.model import Votes
from tests.extract.samples import decided, only


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The sluice stays open in Lent (all in favour).", "unanimous"),
        ("A second bell for the ferry (1 abstain, 2 against).", Votes(against=2, abstain=1)),
        ("Warden: Wren Sallow elected (2 abstain)", Votes(abstain=2)),
        ("The barge is lent to the school. Its ropes are to be paid for. (4 in favour, 1 against)",
         Votes(for_=4, against=1)),
        ("Fares are halved on market days. Accepted: 8 in favour.", Votes(for_=8)),
        ("A rail for the towpath would help the old. Proposed and accepted (3 abstain).", Votes(abstain=3)),
    ],
)  # fmt: skip
def test_a_statement_is_decided_by_the_vote_at_its_end(text: str, votes: object) -> None:
    decision = only(text)
    assert (decision.text, decision.outcome, decision.votes) == (text, "approved", votes)


def test_what_more_were_against_is_rejected() -> None:
    assert only("The quay is let to the circus (2 for, 7 against).").outcome == "rejected"


def test_each_entry_of_a_list_that_was_voted_on_is_decided() -> None:
    text = "New members welcomed (all in favour):\n• Nia Tay for Tolland\n• Sol Fell for Wenmarch\nThe tea was hot."
    assert decided(text) == ["Nia Tay for Tolland", "Sol Fell for Wenmarch"]


def test_the_second_vote_of_a_paragraph_closes_what_stands_after_the_first() -> None:
    text = "The old locks stay. (5 in favour, 1 against). The new ones wait. (3 in favour, 2 against)"
    assert decided(text) == [
        "The old locks stay. (5 in favour, 1 against).",
        "The new ones wait. (3 in favour, 2 against)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bell (cast in 1840) rang for all.",
        "Letters came from the lane (9 for, 3 against).",
        "The clerk spoke of the weir. The amendment was put to the vote and that was that (2 for, 5 against).",
        "Quorum is two thirds of the guild (8 for a vote to stand).",
    ],
)
def test_counts_of_something_else_decide_nothing(text: str) -> None:
    assert decided(text) == []
