"""What the body voted in the closed part of its meeting, as reported when it is open again."""

import pytest

from minutes.model import Votes
from tests.extract.samples import FRONT, minutes_of

SOLD = "the board voted unanimously to sell the punt"
KEPT = "the board voted 4-1 to keep the barge"


def test_each_vote_that_a_sentence_reports_is_a_decision() -> None:
    told = f"Ms Keld reported that {SOLD}, and she also reported that {KEPT}."
    one, other = minutes_of(f"{FRONT}# 4. Closed session\n{told}").decisions
    assert (one.text, one.votes) == (SOLD, "unanimous")
    assert (other.text, other.votes) == (KEPT, Votes(for_=4, against=1))


@pytest.mark.parametrize(
    "text",
    [
        f"# 4. The punt\nMs Keld reported that {SOLD}.",
        "# 4. Closed session\nMs Keld reported that the punt leaks.",
    ],
)
def test_what_is_reported_elsewhere_and_what_is_no_vote_decide_nothing(text: str) -> None:
    assert minutes_of(FRONT + text).decisions == ()
