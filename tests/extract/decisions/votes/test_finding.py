"""How a vote went, as a text tells."""

import pytest

from extract.decisions.votes.finding import votes_in
from minutes.model import Votes
from tests.extract.samples import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For: 5, Against: 2, Abstentions: 1", (5, 2, 1)),
        ("The motion carried, 5 ayes 1 nay.", (5, 1, None)),
        ("5 ayes 2 nays 1 abstention", (5, 2, 1)),
        ("5 ayes – 2 nays", (5, 2, None)),
        ("(4 ayes 0 nays)", (4, 0, None)),
        ("Vote: Ayes – 4 Nays – 1", (4, 1, None)),
        ("For – 5, against – 2, abstained – 1", (5, 2, 1)),
        ("5 votes for, 2 against and 1 abstention", (5, 2, 1)),
        ("It was carried (5 votes to 2).", (5, 2, None)),
        ("The motion was lost by five votes to two.", (2, 5, None)),
        ("Motion carried, 5-2.", (5, 2, None)),
        ("The motion carried (5-2).", (5, 2, None)),
        ("The vote was 5-2.", (5, 2, None)),
        ("On a vote of 5 to 2, the motion passed.", (5, 2, None)),
        ("It was approved by a 5/2 vote.", (5, 2, None)),
        ("Ayes 5, Nays 2.", (5, 2, None)),
        ("AYES: 5 - Orme, Tay\nNAYES: 0 - None", (5, 0, None)),
        ("Yes 5 No 2", (5, 2, None)),
        ("Vote. 6 Ayes.", (6, None, None)),
        ("Motion by Orme to mend the gate. Four ayes.", (4, None, None)),
        ("The fee was raised, with Tom Orme against.", (None, 1, None)),
        ("The motion carried by 6 aye votes.", (6, None, None)),
        ("Approved 36, Opposed 1, Abstained 6", (36, 1, 6)),
        ("For the Motion (5)\nCllrs Orme and Tay\nFor the Amendment (2)\nCllr Keld", (5, 2, None)),
        ("On a vote, 2 members voted for the amendment and 5 for the motion.", (5, 2, None)),
        ("The fee was raised. One against.", (None, 1, None)),
        ("The fee was raised. (TO abstained)", (None, None, 1)),
        ("Agreed. Councillors Orme and Tay abstained from voting.", (None, None, 2)),
        ("by a majority of seven votes to four", (7, 4, None)),
        ("In favour of the recommendation: 7. Against the recommendation: 2.", (7, 2, None)),
        ("Agreed (6 for, 1 abst.)", (6, None, 1)),
        ("carried by nine votes to four", (9, 4, None)),
        ("The motion passed 5-0.", (5, 0, None)),
        ("Motion carried 4-0-1 (Absent: Keld).", (4, 0, None)),
        ("Motion carried 4-0-1. Absent: None.", (4, 0, 1)),
        ("Motion carried 4-0-2. Orme was absent and Tay abstained.", (4, 0, 2)),
        ("Passed 6, 0, 1.", (6, 0, 1)),
        ("Carried 6/1", (6, 1, None)),
        ("Members voted 6 to 2 to grant it.", (6, 2, None)),
        ("Passed at the April meeting (4-1 vote)", (4, 1, None)),
        ("Ayes: 5. Nays: 0.", (5, 0, None)),
        ("VOTE: 7 ayes, 0 nays", (7, 0, None)),
        ("7 in favour, none opposed, 1 abstention", (7, 0, 1)),
        ("Voting: five in favour, none against.", (5, 0, None)),
        ("1 abstention (not present).", (None, None, 1)),
        ("six in favour and two against", (6, 2, None)),
        ("7 in favour 2 against 1 abstention", (7, 2, 1)),
        ("nine for three against", (9, 3, None)),
        ("for 7 against 2 abstained 1", (7, 2, 1)),
        ("There were no votes against and three abstentions.", (None, 0, 3)),
        ("Members voted, with one abstention.", (None, None, 1)),
        ("Carried 4-0, with Cllr Orme abstaining.", (4, 0, 1)),
        ("2 members voting for and 3 against", (2, 3, None)),
        ("In favour: 5, against: 2", (5, 2, None)),
        ("YES: 5 NO: 2", (5, 2, None)),
        ("on Rule No. 19\nAye 16 Nay 0 Obs. 1", (16, 0, 1)),
        ("Passes: 13-3-1", (13, 3, 1)),
        ("Fails: 4-9", (4, 9, None)),
        ("All in favour - 6\nAll opposed - 4", (6, 4, None)),
        ("seconded and passed with 3 opposed", (None, 3, None)),
        ("It did not pass (7 in favor of 15 that it takes).", (7, None, None)),
        ("Trustee Orme seconded, and that carried with 5 Aye votes (Trustee Tay absent).", (5, None, None)),
        ("Final vote: 31 for (94%), 1 against (3%), 2 abstaining", (31, 1, 2)),
        ("The rota was unanimously adopted, 5-0.", (5, 0, None)),
    ],
)
def test_counts_of_a_vote(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    for_, against, abstain = expected
    assert votes_in(text) == Votes(for_=for_, against=against, abstain=abstain)


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed unanimously.",
        "A unanimous vote.",
        "Carried nem. con.",
        "All were in favour.",
        "All members in favour",
        "All in favor; motion passed.",
        "It was confirmed by all present.",
        "It was agreed by all to adopt it.",
        "Prop TO, 2nd UK, All agreed.",
        "Ayes: All. Nays: None.",
        "All members voted aye.",
        "All voted “aye”.",
        "With all members voting in favor, the motion carried.",
        "Ms Keld makes a motion to accept the survey, Mr Tay seconds the motion all approve",
        "Move to accept it: Keld. Orme seconds. All approved.",
        "All agree to let the barge.",
        "All agreed that the quay be swept.",
    ],
)
def test_a_unanimous_vote(text: str) -> None:
    assert votes_in(text) == "unanimous"


@pytest.mark.parametrize(
    "text",
    [
        "The motion was carried.",
        "It was agreed by all parties to the lease.",
        "Cllr Orme spoke for 5 minutes.",
        "He argued against it.",
        "Room for 40 pupils",
        "Cllr Orme, who had an interest, abstained.",
        "A rate of £12 for a mooring, with 3 against it",
        "Two wardens voted for five to be co-opted, and a third for two years.",
        "Weir Borough Council, for the second time, and Tolland Council, for the first, had applied.",
        "With all members voting in favor but Tay, the motion carried.",
    ],
)
def test_no_vote(text: str) -> None:
    assert votes_in(text) is None


@pytest.mark.parametrize(
    ("text", "counts", "names"),
    [
        ("For: Cllrs Orme and Tay (2)\nAgainst: Cllr Keld\nAbstained: None", (2, 1, 0), ("Orme", "Tay", "Cllr Keld")),
        ("For: Cllrs. Orme and Tay (2)\nAgainst: Cllr. Ní Dhún (1)", (2, 1, 0), ("Orme", "Tay", "Cllr. Ní Dhún")),
        ("For: Mayor Una Keld, Councillors Orme and Tay. Against: Councillor Sallow.", (3, 1, 0),
         ("Mayor Una Keld", "Orme", "Tay", "Councillor Sallow")),
        ("Ayes: Orme, Tay. Nays: None. Motion carried.", (2, 0, None), ("Orme", "Tay")),
        ("A recorded vote was held. For: Cllrs Orme, Tay (2). Against: Cllr Keld (1). Abstentions: none.", (2, 1, 0),
         ("Orme", "Tay", "Cllr Keld")),
        ("For the motion: Cllr T. Orme. Against: Mr A. Tay.", (1, 1, 0), ("Cllr T. Orme", "Mr A. Tay")),
        ("Roll call: Orme – aye; Tay – nay; Keld – abstain.", (1, 1, 1), ("Orme", "Tay", "Keld")),
        ("Orme – aye, Tay – aye and Keld – aye", (3, 0, 0), ("Orme", "Tay", "Keld")),
        ("Yes: Una Tay, Tom Orme\nNot Present at Vote: Ada Keld", (2, 0, 0), ("Una Tay", "Tom Orme")),
        ("On a polled vote: Ms Tay, in favor; Mr Orme, in favor; Mr Sallow, against.", (2, 1, 0),
         ("Ms Tay", "Mr Orme", "Mr Sallow")),
        ("A vote was taken: Una Tay yea, Tom Orme yea, and Ada Keld nay.", (2, 1, 0),
         ("Una Tay", "Tom Orme", "Ada Keld")),
        ("The motion passes, 3-0. Ms. Tay, Mr. Orme and Ms. Keld-all yes.", (3, 0, 0),
         ("Ms. Tay", "Mr. Orme", "Ms. Keld")),
        ("It passes, 2-0-1.\nMs. Tay, Mr. Orme-all yes\nMs. Keld-abstained", (2, 0, 1),
         ("Ms. Tay", "Mr. Orme", "Ms. Keld")),
        ("MOTION CARRIED 2-0-1 [AYES: Orme, Tay; NOES: None; ABSTAIN:", (2, 0, 1), ("Orme", "Tay")),
        ("The voting was:\nFor (2)\nMr Orme, MBE, Sir Hew Tay\nAgainst (0)\nAbstain (1)\nMs Keld\nMotion carried.",
         (2, 0, 1), ("Mr Orme", "Sir Hew Tay", "Ms Keld")),
        ("For: Mr Orme, OBE, and Ms Tay. Against: Mr Sallow, JP.", (2, 1, 0), ("Mr Orme", "Ms Tay", "Mr Sallow")),
    ],
)  # fmt: skip
def test_a_recorded_vote_gives_names(text: str, counts: tuple[int | None, ...], names: tuple[str, ...]) -> None:
    votes = votes_in(text)
    assert isinstance(votes, Votes)
    assert votes.names
    assert (votes.for_, votes.against, votes.abstain) == counts
    assert (*votes.names.for_, *votes.names.against, *votes.names.abstain) == names


def test_a_count_that_its_names_do_not_bear_out_names_nobody() -> None:
    votes = votes_in("For (3)\nMr Orme, Ms Tay\nAgainst (1)\nMs Keld\nMotion carried.")
    assert isinstance(votes, Votes)
    assert (votes.for_, votes.against, votes.names) == (3, 1, None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The vote was tied at three for and three against, and the Chair used her casting vote.", "the Chair"),
        ("Carried by 5 votes to 4 on the casting vote of the Mayor.", "the Mayor"),
        ("Carried by 5 votes to 4.", None),
    ],
)
def test_a_casting_vote(text: str, who: str | None) -> None:
    votes = votes_in(text)
    assert isinstance(votes, Votes)
    assert votes.casting == who


def test_an_abbreviated_abstention_is_read_with_its_count() -> None:
    (lost,) = said("Motion by Orme to widen the ford. Motion failed. Aye 3 Nay 4 Abst. 1.").decisions
    assert lost.votes == Votes(for_=3, against=4, abstain=1)


def test_a_call_may_be_stuck_to_its_name_and_one_side_counted_alone() -> None:
    called = votes_in("Ada Brindle-yes, Tom Orme, yes, Una Keld-no.")
    assert isinstance(called, Votes)
    assert (called.for_, called.against) == (2, 1)
    assert votes_in("roll call vote, 6 yes, motion carried") == Votes(for_=6)
    assert votes_in("The voting was unanimous to approve.") == "unanimous"


def test_a_score_in_brackets_behind_a_verdict() -> None:
    told = votes_in("The motion fell for want of a majority (2–3).")
    assert told == Votes(for_=2, against=3)
    assert votes_in("The amendment was lost (see items 2-3).") is None


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The minutes were signed, all Councillors agreed.", "unanimous"),
        ("It was then agreed by all Councillor’s that we wait.", "unanimous"),
        ("The wardens whom all councillors agreed with were thanked.", None),
        ("VOTE: 6/1", Votes(for_=6, against=1)),
        ("DO CONFIRM, 9-0-1, TOM ORME, FERRY WARDEN", Votes(for_=9, against=0, abstain=1)),
    ],
)
def test_more_votes(text: str, votes: Votes | str | None) -> None:
    assert votes_in(text) == votes


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("No discussion, no objections, motion passed.", Votes(against=0)),
        ("No objections were heard. No further discussion. Motion passed.", Votes(against=0)),
        ("Carried without dissent.", Votes(against=0)),
        ("The bills were all approved.", None),
        ("The fee that all agree to is low.", None),
        ("There were no objections to the barge.", None),
        ("The minutes were approved without objection.", None),
    ],
)
def test_what_nobody_was_against(text: str, votes: object) -> None:
    assert votes_in(text) == votes


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The Board resolved, by a majority of 7 to 2, to sell the barge.", (7, 2, None)),
        ("The log was adopted by a 6-0-2 vote.", (6, 0, 2)),
        ("Seven Parish Councillors voted in favour and 2 abstained.", (7, None, 2)),
        ("Una was elected with 15 votes (0 RON, 1 Abstention).", (15, 0, 1)),
        ("The request was turned down by 5 votes to 4.", (4, 5, None)),
        ("There voted for the amendment, Councillors Orme and Tay (2), and for the motion, Councillors Keld, Quill and "
         "Sallow (3).", (3, 2, None)),
        ("There voted for the motion, Councillor Orme (1), and for the amendment, Councillors Keld and Tay (2).",
         (1, 2, None)),
    ],
)  # fmt: skip
def test_votes_told_in_a_sentence(text: str, counts: tuple[int | None, ...]) -> None:
    votes = votes_in(text)
    assert isinstance(votes, Votes)
    assert (votes.for_, votes.against, votes.abstain) == counts


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("The rules were agreed with one dissenting voice.", 1),
        ("The fee was approved from May, Cllr Orme dissenting.", 1),
        ("It was, with Cllr Orme voting against, RESOLVED that it wait.", 1),
        ("Cllrs Orme and Tay voted against.", 2),
        ("It was decided to wait (prop. Una, sec. Nia, Tom against).", 1),
        ("Mr Orme spoke against.", None),
        ("Those in Mill Lane were against it.", None),
    ],
)
def test_those_who_were_against_may_be_all_that_is_told(text: str, against: int | None) -> None:
    assert votes_in(text) == (Votes(against=against) if against else None)


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("On a vote this was not carried, 2 being in favour and 5 against.", Votes(for_=2, against=5)),
        ("that the fee be £9 (7 in favour, Ms Tay abstaining).", Votes(for_=7, abstain=1)),
        ("Agreed (Una against – she would rather wait) to sell the barge.", Votes(against=1)),
        ("No oars to be lent in the frost – agreed by everybody.", "unanimous"),
        ("The rope was agreed by everybody to be thin.", None),
        ("Motion to hold a hearing set for 8 July, roll call vote, 4 yes, 1 no.", Votes(for_=4, against=1)),
    ],
)
def test_votes_told_in_passing(text: str, votes: object) -> None:
    assert votes_in(text) == votes
