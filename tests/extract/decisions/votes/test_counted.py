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


@pytest.mark.parametrize(
    ("lines", "outcome", "votes"),
    [
        (
            "• Final vote: 31 for (94%), 1 against, 2 abstaining\n• Passed",
            "approved",
            Votes(for_=31, against=1, abstain=2),
        ),
        ("• Vote: 4 ayes, 9 nays\n• Failed (for now)", "rejected", Votes(for_=4, against=9)),
        ("• Vote 5/3/1 passes", "approved", Votes(for_=5, against=3, abstain=1)),
        ("• For:Against:Abstain\n• 8:0:1", "approved", Votes(for_=8, against=0, abstain=1)),
        ("• Yes/No\n• 2-7", "rejected", Votes(for_=2, against=7)),
        ("• Voting: unanimous", "approved", "unanimous"),
    ],
)
def test_an_entry_may_stand_over_a_line_of_the_vote(lines: str, outcome: str, votes: object) -> None:
    decision = only(f"• A new coat of tar for the ferry\n{lines}")
    assert (decision.text, decision.outcome) == ("A new coat of tar for the ferry", outcome)
    assert decision.votes == votes


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("Poll on weekly calls: 13 agreed, 1 abstained", Votes(for_=13, abstain=1)),
        ("Nia Tay -> Reeve: 9 in favour, 2 against", Votes(for_=9, against=2)),
        ("Lease of the pond — 5 for, 1 opposed", Votes(for_=5, against=1)),
    ],
)
def test_a_count_may_close_the_line(line: str, votes: Votes) -> None:
    decision = only(line)
    assert (decision.text, decision.votes) == (line, votes)


def test_several_counts_may_share_a_paragraph() -> None:
    text = (
        "Nia Tay -> Reeve: 9 agreed, 2 abstained Tom Orme -> Warden: 11 agreed Una Keld -> Clerk: 8 agreed, 3 against"
    )
    assert decided(text) == [
        "Nia Tay -> Reeve: 9 agreed, 2 abstained",
        "Tom Orme -> Warden: 11 agreed",
        "Una Keld -> Clerk: 8 agreed, 3 against",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Feedback on the hedge: 12 for, 3 against",
        "In the village survey of the hedge: 12 for, 3 against",
        "Present for the ballot: 12 for, 1 against",
        "Oars in each boat: 5 for the bow, 2 for the stern",
        "• Hedge\n• Time of the fair: 12:30",
    ],
)
def test_other_counts_put_nothing_to_the_vote(text: str) -> None:
    assert decided(text) == []


def test_a_vote_below_talk_is_on_the_motion() -> None:
    text = "Motion by Una Keld to lend the mower, second by Tom Orme.\nTom asked about its price\nVote: 5-0"
    assert decided(text) == ["Motion by Una Keld to lend the mower, second by Tom Orme."]


def test_a_bare_count_of_more_against_is_a_loss() -> None:
    text = "The lease of the pond was talked of.\nVote: 2-7-1"
    assert only(text).outcome == "rejected"


@pytest.mark.parametrize(
    ("text", "told", "votes"),
    [
        ("For Una Keld as reeve: 11 yes 0 no 2 abstain", "For Una Keld as reeve", Votes(for_=11, against=0, abstain=2)),
        (
            "For Una Keld as reeve:\n11 yes\n0 no\n2 abstain",
            "For Una Keld as reeve",
            Votes(for_=11, against=0, abstain=2),
        ),
        ("Vote to pass these fares:\n6 yes\n2 no", "Vote to pass these fares", Votes(for_=6, against=2)),
        ("Open the sluice: 9 yes and 1 abstain", "Open the sluice: 9 yes and 1 abstain", Votes(for_=9, abstain=1)),
    ],
)
def test_the_figure_may_stand_before_its_side(text: str, told: str, votes: Votes) -> None:
    decision = only(text)
    assert (decision.text, decision.votes) == (told, votes)


def test_a_heading_with_a_number_may_be_what_was_put() -> None:
    decision = only("# 8. Resolution on the closing of the accounts\n7 yes 0 no 1 abstain")
    assert decision.text == "Resolution on the closing of the accounts"


@pytest.mark.parametrize("text", ["Votes cast:\n6 yes\n2 no", "For sale as scrap:\n6 yes\n2 no"])
def test_what_is_no_question_over_such_lines_tells_nothing(text: str) -> None:
    assert decided(text) == []
