"""What was put to the vote in a line of its own, over the count of each side."""

import pytest

from minutes.model import Votes
from tests.extract.samples import decided, only


@pytest.mark.parametrize(
    ("count", "outcome", "votes"),
    [
        ("In Favour: 31\nOpposed: 0\nAbstain: 4", "approved", Votes(for_=31, against=0, abstain=4)),
        ("Votes for: 3\nVotes against: 9", "rejected", Votes(for_=3, against=9)),
    ],
)
def test_the_count_tells_what_became_of_it(count: str, outcome: str, votes: Votes) -> None:
    decision = only(f"A vote was called on the hedge.\nAccept the plan for the hedge:\n{count}")
    assert (decision.text, decision.outcome, decision.votes) == ("Accept the plan for the hedge", outcome, votes)


@pytest.mark.parametrize(
    "text",
    [
        "The plan for the hedge was long.\nFor: 31\nAgainst: 2",
        "Accept the plan for the hedge:\nFor: 3\nAgainst: 3",
        "Support for the hedge (survey):\nFor: 140\nAgainst: 30",
        "Change in footfall at the mill\nYes: 40\nNo: 12",
        "Accept the plan for the hedge:\nThe Clerk will ask.\nFor: 3\nAgainst: 4",
    ],
)
def test_talk_over_a_count_a_tie_and_a_count_further_down_tell_nothing(text: str) -> None:
    assert decided(text) == []


def test_what_a_verdict_tells_already_is_told_once() -> None:
    assert len(decided("RESOLVED to accept the plan for the hedge.\nFor: 31\nAgainst: 2")) == 1
