"""Lists of what was put to the vote, each with its votes."""

import pytest

from tests.extract.samples import decided, only

OPTIONS = "• Cut the hedge down – 10 votes\n• Leave it as it is – 2 votes\n• Lay it in the winter – 36 votes"


def test_of_what_was_put_to_the_vote_that_with_most_votes_is_decided() -> None:
    decision = only(f"Three options were put to the vote:\n{OPTIONS}")
    assert (decision.text, decision.outcome) == ("Lay it in the winter – 36 votes", "approved")
    assert decision.rule == "decision.polled"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A poll was held on the name:\n• Hedge Path (4 votes)\n• Mill Walk (4 votes)", []),  # a tie
        (f"Members voted on the hedge:\n{OPTIONS}\nThere will be a second round in May.", []),
        (f"Members voted.\n{OPTIONS}\nThe laying therefore won the vote.", ["The laying therefore won the vote."]),
        (f"Residents voted in a survey:\n{OPTIONS}", []),  # and not those who met
        ("Votes cast in the county council election:\n• Nia Tay – 90 votes\n• Rowan Fell – 36 votes", []),
        ("The boats that were seen on the pond:\n• The eel 4 votes\n• The heron 5 votes", []),  # nothing was put
    ],
)
def test_where_nothing_or_something_else_tells_what_came_of_it(text: str, told: list[str]) -> None:
    assert decided(text) == told
