"""Who moved and seconded, and how the vote went."""

import pytest

from extract.decisions.movers import Motion, motion_in
from extract.decisions.votes.finding import votes_in
from minutes.model import Votes
from tests.extract.samples import said


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("Proposed by Cllr Brindle, seconded by Cllr Orme.", "Cllr Brindle", "Cllr Orme"),
        ("Proposed: Cllr Brindle; Seconded: Cllr Orme", "Cllr Brindle", "Cllr Orme"),
        ("Approved – TO Seconded – UK", "TO", "UK"),
        ("Proposed (TO) & Seconded (UK) that it be approved.", "TO", "UK"),
        ("Proposed by Councillor: Orme (T)\nSeconded by Councillor: Keld", "Orme (T)", "Keld"),
        ("Proposed by Cllr Orme and agreed that a wreath be laid.", "Cllr Orme", None),
        ("Prop TO, 2nd UK, all agreed.", "TO", "UK"),
        ("Prop. Brindle 2nd Orme All agreed.", "Brindle", "Orme"),
        ("(Prop. Cllr Brindle, Sec. Cllr Orme)", "Cllr Brindle", "Cllr Orme"),
        ("Moved by Ada Brindle and seconded by Tom Orme", "Ada Brindle", "Tom Orme"),
        ("Cllr Brindle proposed and Cllr Orme seconded the motion.", "Cllr Brindle", "Cllr Orme"),
        ("It was moved by the Chairman, seconded by the Vice-Chairman and", "Chairman", "Vice-Chairman"),
        ("Dr Sallow was nominated as Chair by Cllr Brindle and seconded by Cllr Orme.", "Cllr Brindle", "Cllr Orme"),
        ("Cllr Brindle proposed Dr Sallow as Chair, seconded by Cllr Orme.", "Cllr Brindle", "Cllr Orme"),
        (
            "the Leader proposed and Mr Orme, Cabinet Member for Piers, Locks and Lost Goods, seconded the motion.",
            "Leader",
            "Mr Orme",
        ),
        ("Miss A. Brindle moved, and Dr T. Orme seconded, that", "Miss A. Brindle", "Dr T. Orme"),
        ("It was proposed by Dr Keld and seconded by Mrs Sallow-Wynn that", "Dr Keld", "Mrs Sallow-Wynn"),
        (
            "It was moved by the Leader of the Council, Cllr Keld, and seconded by Cllr Tay that",
            "Cllr Keld",
            "Cllr Tay",
        ),
        ("On the proposition of the Chairman it was agreed to sit on.", "the Chairman", None),
        ("It was RESOLVED, on the motion of Mrs Keld, that a bell be hung.", "Mrs Keld", None),
        ("The Mayor moved, and it was agreed, that the doors be shut.", "The Mayor", None),
        (
            "Cllr Keld, who lives there, was against it and moved that it wait; Cllr Tay seconded.",
            "Cllr Keld",
            "Cllr Tay",
        ),
        ("He moved that it wait, and Cllr Tay seconded.", None, "Cllr Tay"),
        ("On the motion of the ferry owners it was moored elsewhere.", None, None),
        ("On the motion of Keld Weir the pool fills.", None, None),
        ("On the motion of Ms O’Farne, seconded by Mr Tay, it was resolved", "Ms O’Farne", "Mr Tay"),
        ("Mover: Cllr Brindle, seconder: Cllr Orme", "Cllr Brindle", "Cllr Orme"),
        (
            "Motion: Councilor Brindle moved to adopt it. Councilor Orme seconded.",
            "Councilor Brindle",
            "Councilor Orme",
        ),
        ("Mayor Keld moved to adjourn. Seconded by Trustee Orme.", "Mayor Keld", "Trustee Orme"),
        ("A motion was made by Ada Brindle and seconded by Tom Orme to wait.", "Ada Brindle", "Tom Orme"),
        ("Ms Brindle made a motion to wait, seconded by Mr Orme.", "Ms Brindle", "Mr Orme"),
        ("Motion by Ms Brindle, second by Mr Orme, to wait.", "Ms Brindle", "Mr Orme"),
        ("Ms Brindle made a motion to wait. The motion was seconded by Mr Orme.", "Ms Brindle", "Mr Orme"),
        ("Ms Brindle moved to adopt Rule No. 2.1; Mr Orme seconded.", "Ms Brindle", "Mr Orme"),
        ("After a debate, Ms Brindle moved, seconded by Mr Orme, to wait.", "Ms Brindle", "Mr Orme"),
        ("Moved by Ms Brindle, supported by Mr Orme, to wait.", "Ms Brindle", "Mr Orme"),
        ("Proposed by Cllr Brindle Seconded by Cllr Orme", "Cllr Brindle", "Cllr Orme"),
        ("Ms Keld was nominated by Ms Brindle and seconded by Mr Orme.", "Ms Brindle", "Mr Orme"),
        ("Resolved (Brindle/Orme) that it be so.", "Brindle", "Orme"),
        ("14/24 RESOLVED: (Brindle/Orme)", "Brindle", "Orme"),
        ("On the motion of Councillors Ada T. Brindle and Orme:", "Ada T. Brindle", "Orme"),
        ("Proposed to accept the plan by Cllr Brindle.", "Cllr Brindle", None),
        ("Pool fund £300 – Cllr Brindle proposed, seconded by Cllr Mrs Orme, agreed.", "Cllr Brindle", "Cllr Mrs Orme"),
        ("It was seconded by Cllr Orme.", None, "Cllr Orme"),
        ("Brindle made a motion to pay the bills, Orme seconded, motion carried.", "Brindle", "Orme"),
        ("M/S/C Brindle/Orme to wait.", "Brindle", "Orme"),
        ("Moved/seconded: Brindle/Orme", "Brindle", "Orme"),
        ("Motion to wait until May (Brindle/Orme).", "Brindle", "Orme"),
        ("BRINDLE/ORME MOVED TO PAY THE BILLS.", "BRINDLE", "ORME"),
        ("Brindle/Orme  Carried", "Brindle", "Orme"),
        ("Deputy Mayor Brindle / Councillor Orme", "Deputy Mayor Brindle", "Councillor Orme"),
        ("Councillors Brindle / Orme", "Brindle", "Orme"),
        ("MOVED BY councillor brindle\nSECONDED BY councillor orme", "councillor brindle", "councillor orme"),
        ("Council Member Keld made a motion, second by Mayor Tay, to wait.", "Council Member Keld", "Mayor Tay"),
        ("A motion was made by Councilor Keld that this bill be held.", "Councilor Keld", None),
        ("On motion of Trustee Keld, seconded by Trustee Tay, it was adopted.", "Trustee Keld", "Trustee Tay"),
        ("A motion to pay was made by Ms Keld and a second was given by Mr Tay.", "Ms Keld", "Mr Tay"),
        ("2024-017 Brindle/Orme: That the Council wait.", "Brindle", "Orme"),
        ("Cr Brindle / Cr Orme", "Cr Brindle", "Cr Orme"),
        ("Parks/Recreation", None, None),
        ("RESOLVED to ask for lamps on 1st Avenue, 2nd Street and Mill Lane.", None, None),
        ("P Brindle, 2nd Lt Orme", None, None),
        ("Motion: Brindle Second: Orme", "Brindle", "Orme"),
        ("Moved: Brindle\nSecond: Orme", "Brindle", "Orme"),
        ("Prop: W Brindle Sec: T Orme", "W Brindle", "T Orme"),
        ("Ms Brindle (P), Mr Orme (S)", "Ms Brindle", "Mr Orme"),
        ("1st Ada Brindle 2nd Tom Orme", "Ada Brindle", "Tom Orme"),
        ("AB and TO proposed and seconded the accounts.", "AB", "TO"),
        ("Moved Cr Brindle that it wait until May. Seconded Cr Orme.", "Cr Brindle", "Cr Orme"),
        ("Proposed: Ada Brindle, Sports Officer; Seconded: Tom Orme, Arts Officer", "Ada Brindle", "Tom Orme"),
        ("Trustee Brindle moved to wait.\nSECOND\nTrustee Orme", "Trustee Brindle", "Trustee Orme"),
        ("Motion: Brindle/Orme that the agenda be adopted.", "Brindle", "Orme"),
        ("Motion to approve the minutes by Ms Brindle; second by Mr Orme.", "Ms Brindle", "Mr Orme"),
        ("It was motioned by Brindle, seconded by Orme to pay bills.", "Brindle", "Orme"),
        ("Ms Brindle made a motion to spend $5,000.00.  Mr Orme seconded the motion.", "Ms Brindle", "Mr Orme"),
        ("Proposed by: Una", "Una", None),
        ("The Mayor moved and the Deputy Mayor seconded that it be so.", "The Mayor", "Deputy Mayor"),
        ("7(a) Cllr Brindle:\n“", "Cllr Brindle", None),
        ("A proposal that it be sold was put by Cllr Brindle.", "Cllr Brindle", None),
        ("It was proposed by Cllr Brindle.", "Cllr Brindle", None),
        ("Cllr Brindle proposed that the hedge be cut.", "Cllr Brindle", None),
        ("It was proposed that the hedge be cut.", None, None),
        ("The motion was proposed and seconded.", None, None),
        ("The Chair thanked Cllr Brindle.", None, None),
    ],
)
def test_mover_and_seconder(text: str, mover: str | None, seconder: str | None) -> None:
    motion = motion_in(text)
    assert (motion.mover, motion.seconder) == (mover, seconder)


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


def test_a_motion_is_true_if_it_tells_something() -> None:
    assert not Motion()
    assert Motion(mover="Cllr Brindle")


def test_what_a_motion_leaves_open_is_taken_from_another() -> None:
    own, other = Motion(mover="Cllr Brindle"), Motion(mover="Cllr Brindle", seconder="Ms Keld", votes="unanimous")
    assert own.over(other) == Motion("Cllr Brindle", "Ms Keld", "unanimous")


def test_who_seconded_another_motion_did_not_second_this_one() -> None:
    assert Motion("Orme").over(Motion("Keld", "Tay")) == Motion("Orme")
    assert Motion("Orme").over(Motion(None, "Tay")) == Motion("Orme", "Tay")


def test_an_abbreviated_abstention_is_read_with_its_count() -> None:
    (lost,) = said("Motion by Orme to widen the ford. Motion failed. Aye 3 Nay 4 Abst. 1.").decisions
    assert lost.votes == Votes(for_=3, against=4, abstain=1)


def test_a_call_may_be_stuck_to_its_name_and_one_side_counted_alone() -> None:
    called = votes_in("Ada Brindle-yes, Tom Orme, yes, Una Keld-no.")
    assert isinstance(called, Votes)
    assert (called.for_, called.against) == (2, 1)
    assert votes_in("roll call vote, 6 yes, motion carried") == Votes(for_=6)
    assert votes_in("The voting was unanimous to approve.") == "unanimous"


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("Cllr Orme, Cabinet Member for Roads, moved, and Cllr Tay seconded, that it wait.", "Cllr Orme", "Cllr Tay"),
        ("Councillor Orme, as Chairman, proposed the adoption of the report.", "Councillor Orme", None),
        ("Mr Orme, the Vice-Chair, moved that it wait, seconded by Ms Tay.", "Mr Orme", "Ms Tay"),
        ("Dr Keld, Leader of the Mill Group, proposed that it wait.", "Dr Keld", None),
        (
            "After Mrs Keld, Chair of the Trust, Cllr Orme proposed that it wait; Cllr Tay seconded.",
            "Cllr Orme",
            "Cllr Tay",
        ),
    ],
)
def test_an_office_between_the_name_and_what_they_did(text: str, mover: str, seconder: str | None) -> None:
    told = motion_in(text)
    assert (told.mover, told.seconder) == (mover, seconder)


def test_a_score_in_brackets_behind_a_verdict() -> None:
    told = votes_in("The motion fell for want of a majority (2–3).")
    assert told == Votes(for_=2, against=3)
    assert votes_in("The amendment was lost (see items 2-3).") is None


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("MOTION: APPROVED 1st: ORME 2nd: TAY", "ORME", "TAY"),
        ("Moved Una 2nd TO Passed without dissent", "Una", "TO"),
        ("Moved: A Keld, seconded: T Orme.", "A Keld", "T Orme"),
        ("Ada van der Tay proposed that it wait. This was seconded by Tom Orme.", "Ada van der Tay", "Tom Orme"),
        (
            "Ms Keld moved that Ms Una Tay, who holds a seat, be kept. Mr Orme seconded, and so it was.",
            "Ms Keld",
            "Mr Orme",
        ),
        ("Member Keld moved to accept it, Member Orme seconding.", "Member Keld", "Member Orme"),
        ("Mayor Keld moved to close it.\n• Vice Reeve Orme seconded the motion.", "Mayor Keld", "Vice Reeve Orme"),
        ("As no more was raised Una made a motion to close. Tom seconded.", "Una", "Tom"),
        ("Una nominates Hew as Reeve. (He was out.) Tom seconded.", "Una", "Tom"),
        ("Asked for a motion to wait, Member Keld so moved, seconded by Member Orme.", "Member Keld", "Member Orme"),
        ("Proposal from Una: Move to accept it. Tom seconded.", "Una", "Tom"),
        ("On the proposal of the Chairman, seconded by Cllr Orme, it was refused.", "the Chairman", "Cllr Orme"),
        ("Cllr Keld then proposed that it wait.", "Cllr Keld", None),
        ("Cllr Keld moved that it wait. An amendment fell that Cllr Orme seconded.", "Cllr Keld", None),
    ],
)
def test_who_moved_and_who_seconded_further_on(text: str, mover: str | None, seconder: str | None) -> None:
    told = motion_in(text)
    assert (told.mover, told.seconder) == (mover, seconder)


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


def test_two_names_may_be_of_one_person() -> None:
    assert Motion("Ms Keld").over(Motion("KELD", "ORME")) == Motion("Ms Keld", "ORME")
    assert Motion("Ms A Keld").over(Motion("Ms B Keld", "ORME")) == Motion("Ms A Keld")


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


def test_who_sets_a_motion_moves_it_and_two_may_second() -> None:
    told = motion_in("Ada sets the motion to lease the weir. Tom and Una seconded.")
    assert (told.mover, told.seconder) == ("Ada", "Tom and Una")


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


def test_a_name_may_have_another_mark_for_its_apostrophe() -> None:
    moved = motion_in("Proposed by Councillor O‟Farne; seconded by Councillor Tay.")
    assert (moved.mover, moved.seconder) == ("Councillor O‟Farne", "Councillor Tay")
