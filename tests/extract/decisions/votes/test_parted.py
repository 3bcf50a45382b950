"""Parts of a motion that were put to the vote by themselves."""

import pytest

from minutes.model import Votes
from tests.extract.samples import said

PUT = "The Chair put {} to the vote and the voting was as follows:\nFor (6)\nAgainst (3)\nAbstain (1)\nAgreed.\n"
WHOLE = (
    "1) Ms Wynn proposed, and Mr Tay seconded the motion that the ferry be run on Sundays.\n{}"
    "The Chair put the motion to the vote and the voting was as follows:\nFor (9)\nAgainst (0)\nAbstain (1)\n"
    "Motion carried.\n"
    "RESOLVED that the Council:\n"
    "1. Notes the report of the Harbour Master.\n"
    "2. Agrees that the ferry should sail on Sundays.\n"
    "3. Asks that the fares be printed."
)
OWN, WHOLE_VOTE = Votes(for_=6, against=3, abstain=1), Votes(for_=9, against=0, abstain=1)


@pytest.mark.parametrize(
    ("put", "own"),
    [
        (PUT.format("part 2 of the motion – “agrees that the ferry should sail” –"), [2]),
        (PUT.format("paragraph 2"), [2]),
        (PUT.format("paragraphs 2 and 3 of the motion"), [2, 3]),
        ("Recommendation 3 was then put separately and carried by 6 votes to 3, with 1 abstention.\n", [3]),
        ("A separate vote was taken on part (3): 6 for, 3 against, 1 abstention.\n", [3]),
        ("A recorded vote was taken on part 2: 6 for, 3 against, 1 abstention.\n", [2]),
        pytest.param(PUT.format("part 4 of the motion"), [], id="no such part"),
        pytest.param(PUT.format("part 3 – “agrees that the quay be lit at night” –"), [], id="other words"),
        pytest.param("The Chair put the matter in paragraph 2 to the members.\n", [], id="no vote"),
        pytest.param(
            "Part 1 was put separately and lost by 3 votes to 6.\n"
            "Part 3 of the motion was put and carried by 6 votes to 3.\n",
            [],
            id="the others may be numbered anew",
        ),
    ],
)  # fmt: skip
def test_a_part_has_the_vote_on_itself(put: str, own: list[int]) -> None:
    limbs = [each for each in said(WHOLE.format(put)).decisions if each.stem]
    told = [(each.votes.for_, each.votes.against) for each in limbs if isinstance(each.votes, Votes)]
    assert told == [(6, 3) if number in own else (9, 0) for number in (1, 2, 3)]


def test_a_vote_on_each_limb_behind_its_label() -> None:
    text = (
        "RESOLVED:\n(i) That the sluice be mended before the winter.\n(ii) That the old gate be sold at auction.\n"
        "Voting record:\n(i) 7 for, 1 against\n(ii) 5 for, 3 against"
    )
    assert [(each.votes.for_, each.votes.against) for each in said(text).decisions] == [(7, 1), (5, 3)]  # type: ignore[union-attr]
