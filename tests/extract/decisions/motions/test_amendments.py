"""Amendments, and the motion that they were to change."""

import pytest

from minutes.model import Votes
from tests.extract.samples import decided, only, said


def test_an_amendment_that_had_fewer_votes_than_the_motion_was_rejected() -> None:
    decisions = said(
        "Mr Tay, seconded by Mrs Keld, moved the recommendation.\n"
        "As an amendment, Mr Orme, seconded by Ms Wynn, moved that the hedge be kept.\n"
        "The motion received 7 votes and the amendment received 4 votes.\n"
        "Decision\nThe Committee agreed:\n(i) to cut it."
    ).decisions
    assert [(d.text, d.outcome, d.mover, d.votes) for d in decisions] == [
        ("the hedge be kept.", "rejected", "Mr Orme", Votes(for_=4, against=7)),
        ("to cut it.", "approved", "Mr Tay", Votes(for_=7, against=4)),
    ]


def test_the_substantive_motion_is_printed_before_its_amendments() -> None:
    text = """
It was moved by Cllr Orme and seconded by Cllr Brindle:
(a) That the sluice be mended before the winter;
(b) That the Clerk be authorised to sell the old gate.
An amendment to halve the sum was moved by Cllr Sallow.
The amendment was lost.
The substantive motion was then put and declared carried.
"""
    assert decided(text)[-2:] == [
        "That the sluice be mended before the winter",
        "That the Clerk be authorised to sell the old gate.",
    ]


def test_the_vote_after_one_on_an_amendment_is_on_the_motion() -> None:
    text = (
        "Moved by Orme, seconded by Keld, to cut the hedge.\nMoved by Tay, seconded by Brindle, to amend the motion by "
        "leaving the yew.\nYeas: Tay, Brindle\nNays: Orme, Keld, Sallow\nAmendment failed.\nVote on the main motion:\n"
        "Yeas: Orme, Keld, Sallow\nNays: Tay, Brindle\nMotion carried, 3-2."
    )
    amendment, motion = said(text).decisions
    assert (amendment.outcome, amendment.mover, motion.outcome, motion.mover) == ("rejected", "Tay", "approved", "Orme")
    assert (amendment.votes.for_, motion.votes.for_) == (2, 3)  # type: ignore[union-attr]


def test_a_list_of_votes_for_the_motion_and_for_the_amendment_is_a_division() -> None:
    text = (
        "Councillor Orme, seconded by Councillor Keld, moved approval.\nAs an amendment, Councillor Tay, seconded by "
        "Councillor Sallow, moved that the school stay open.\nOn a division there voted:-\n"
        "|! For the Motion | For the Amendment | Abstained |\n"
        "| Councillors Orme, Keld and Brindle (3) | Councillors Tay and Sallow (2) | Mr Lund (1) |\n"
        "The motion was accordingly carried and the Committee agreed:-\n(i) that it be closed."
    )
    amendment, motion = said(text).decisions
    assert amendment.votes == Votes(for_=2, against=3, abstain=1)
    assert motion.votes == Votes(for_=3, against=2, abstain=1)


def test_the_original_motion_is_decided_after_its_amendment_was_lost() -> None:
    text = (
        "Cllr Orme proposed that ten plots be laid out. Cllr Sallow moved as an amendment that the matter be delayed; "
        "seconded by Cllr Keld. On being put to the vote the amendment was lost by 3 votes to 6. "
        "The original proposal was then put and CARRIED by 6 votes to 3."
    )
    assert decided(text)[1:] == ["Cllr Orme proposed that ten plots be laid out."]


def test_an_amendment_told_in_one_sentence_has_the_movers_and_the_votes_to_itself() -> None:
    text = (
        "An amendment, moved by Cllr Orme and seconded by Cllr Tay, that the lease be sent back for a valuation, was "
        "put to the meeting and lost by six votes to two.\n"
        "RESOLVED: (1) That the paper be received.\n(2) That it be printed."
    )
    amendment, first, second = said(text).decisions
    assert (amendment.text, amendment.mover) == ("that the lease be sent back for a valuation", "Cllr Orme")
    assert amendment.votes == Votes(for_=2, against=6)
    assert {(each.mover, each.votes) for each in (first, second)} == {(None, None)}


def test_an_amendment_is_told_from_the_proposal_by_the_line_above_its_movers() -> None:
    text = (
        "Proposed by Councillor Brindle\nSeconded by Councillor Keld that the mooring fee be raised.\n"
        "As an amendment it was\nProposed by Councillor Orme\nSeconded by Councillor Tay that the fee be left alone.\n"
        "The amendment was put, 4 members voting in favour, 9 against and 1 abstention, and was declared lost.\n"
        "The substantive proposal was put, 9 members voting in favour and 5 against, and was declared carried. "
        "Accordingly it was\nRESOLVED That the fee be raised."
    )
    amendment, motion = said(text).decisions
    assert (amendment.text, amendment.mover) == ("that the fee be left alone.", "Councillor Orme")
    assert (amendment.outcome, amendment.votes) == ("rejected", Votes(for_=4, against=9, abstain=1))
    assert (motion.mover, motion.seconder) == ("Councillor Brindle", "Councillor Keld")
    assert motion.votes == Votes(for_=9, against=5)


def test_the_motion_is_resolved_after_an_amendment_that_nobody_seconded() -> None:
    text = (
        "Cllr Orme’s motion, “that this council asks for a ferry and pays for its slip”, was seconded by Cllr Keld. "
        "Cllr Brindle’s amendment to leave out the slip was not seconded and fell. RESOLVED unanimously."
    )
    amendment, motion = said(text).decisions
    assert (amendment.outcome, amendment.votes) == ("rejected", None)
    assert motion.text == "that this council asks for a ferry and pays for its slip"
    assert (motion.mover, motion.seconder, motion.votes) == ("Cllr Orme", "Cllr Keld", "unanimous")


@pytest.mark.parametrize(
    ("vote", "votes"),
    [
        ("On a recorded vote there voted:\nFor the amendment (2): Councillors Orme and Keld.\n"
         "Against the amendment (3): Councillors Tay, Sallow and Lund.\nThe amendment was accordingly lost.", (2, 3)),
        ("For the amendment: 2\nAgainst the amendment: 5\nThe amendment fell.", (2, 5)),
        ("There were 3 votes for the amendment and 8 against. The amendment was lost.", (3, 8)),
    ],
)  # fmt: skip
def test_a_vote_for_and_against_an_amendment_is_its_own(vote: str, votes: tuple[int, int]) -> None:
    text = (
        "It was moved by the Chairman and seconded by Councillor Wynn that the fees in the report be approved.\n"
        "AMENDMENT: It was moved by Councillor Orme and seconded by Councillor Keld that the fees be halved.\n"
        f"{vote}\nThe motion was then put and it was, by 6 votes to 1,\nRESOLVED –\n(a) That the fees be approved;\n"
        "(b) That the Clerk be authorised to publish them."
    )
    amendment, *limbs = said(text).decisions
    assert (amendment.text, amendment.outcome, amendment.mover) == (
        "the fees be halved.",
        "rejected",
        "Councillor Orme",
    )
    assert (amendment.votes.for_, amendment.votes.against) == votes  # type: ignore[union-attr]
    assert {(d.mover, d.seconder, d.votes) for d in limbs} == {
        ("Chairman", "Councillor Wynn", Votes(for_=6, against=1))
    }


def test_an_amendment_that_had_more_votes_for_than_against_it_was_carried() -> None:
    text = (
        "Councillor Orme moved an amendment, seconded by Councillor Keld, that the grant be doubled.\n"
        "For the amendment: 7\nAgainst the amendment: 3\nThe amendment was carried."
    )
    (decision,) = said(text).decisions
    assert (decision.outcome, decision.votes) == ("approved", Votes(for_=7, against=3))


_AMENDED = """
Moved by Councillor Keld, seconded by Councillor Orme –
(1) That the ferry fares be noted.
(2) That the slipway plan be approved.
# AMENDMENT NO. 1
Moved by Councillor Tarn and seconded by Councillor Wick:
“That in (2) the words ‘by June’ be added.”
Councillor Keld was content with it. {verdict}
A recorded vote was then taken on the substantive motion:
For (3): Councillors Keld, Orme and Tarn.
Against (1): Councillor Wick.
RESOLVED –
(1) That the ferry fares be noted.
(2) That the slipway plan be approved by June.
"""


def test_an_amendment_below_a_heading_of_its_own_and_the_motion_have_their_own_movers_and_votes() -> None:
    verdict = "It was put to the vote and CARRIED unanimously, and became part of the substantive motion."
    minutes = said(_AMENDED.format(verdict=verdict))
    amendment, *resolved = minutes.decisions
    assert (amendment.text, amendment.outcome, amendment.mover, amendment.votes) == (
        "That in (2) the words ‘by June’ be added.",
        "approved",
        "Councillor Tarn",
        "unanimous",
    )
    assert [each.text for each in resolved] == [
        "That the ferry fares be noted.",
        "That the slipway plan be approved by June.",
    ]
    for each in resolved:
        assert (each.mover, each.seconder) == ("Councillor Keld", "Councillor Orme")
        assert isinstance(each.votes, Votes)
        assert (each.votes.for_, each.votes.against) == (3, 1)
    assert [item.title for item in minutes.items] == ["Welcome", "Business"]


@pytest.mark.parametrize(
    ("verdict", "votes"),
    [
        ("The proposal was then put and CARRIED, 7 for, 1 against.", Votes(for_=7, against=1)),
        ("The original motion was then put to the vote and carried by 5 votes to 2.", Votes(for_=5, against=2)),
        ("The motion was then put and carried.", None),
    ],
)
def test_the_motion_is_carried_after_a_sentence_that_tells_its_amendment_was_lost(
    verdict: str, votes: Votes | None
) -> None:
    motion = "Cllr Keld proposed and Cllr Orme seconded that the offer of a barge be accepted."
    amendment = "An amendment by Cllr Wick, seconded by Cllr Dale, that it be left to the summer was lost."
    lost, carried = said(f"{motion} {amendment} {verdict}").decisions
    assert (lost.text, lost.mover, lost.votes) == ("that it be left to the summer", "Cllr Wick", None)
    assert (carried.text, carried.mover, carried.votes) == (motion, "Cllr Keld", votes)


def test_the_votes_on_an_amendment_that_was_lost_are_not_those_on_the_motion() -> None:
    text = (
        "Cllr Keld proposed, seconded by Cllr Orme, that the barge be sold. Cllr Wick moved an amendment, seconded by "
        "Cllr Dale, that it be lent. The amendment was put and lost by 3 votes to 6. The motion was then carried."
    )
    lost, carried = said(text).decisions
    assert (lost.votes, carried.votes) == (Votes(for_=3, against=6), None)
    assert (carried.mover, carried.seconder) == ("Cllr Keld", "Cllr Orme")


@pytest.mark.parametrize(
    ("put", "told", "mover"),
    [
        (
            "Amendment 1 – It was proposed by Cllr Wick and seconded by Cllr Dale that “weekly” be struck out.",
            "that “weekly” be struck out.",
            "Cllr Wick",
        ),
        (
            "Cllr Wick proposed, seconded by Cllr Dale, an amendment to strike out the word “weekly”.",
            "to strike out the word “weekly”.",
            "Cllr Wick",
        ),
        (
            "Cllr Wick moved, seconded by Cllr Dale, an amendment that the barge be painted.",
            "that the barge be painted.",
            "Cllr Wick",
        ),
    ],
)
def test_a_lost_amendment_is_told_by_what_it_asked_for_whatever_was_put_before_it(
    put: str, told: str, mover: str
) -> None:
    decision = only(
        "The following motion was proposed by Cllr Keld and seconded by Cllr Orme:\n"
        "“That this Council lends the barge to the rowing club weekly for as long as the river is open to boats.”\n"
        f"{put}\nA recorded vote was asked for by Cllr Keld in the manner of Standing Order 12.\n"
        "For: Cllrs Wick and Dale (2)\nAgainst: Cllrs Keld, Orme and Brindle (3)\nThe amendment therefore FELL."
    )
    assert (decision.text, decision.outcome, decision.mover, decision.seconder) == (
        told,
        "rejected",
        mover,
        "Cllr Dale",
    )


def test_an_amendment_in_somebodys_name_that_was_not_carried_has_a_sentence_with_its_vote() -> None:
    lost, supported = said(
        "It was proposed by Cllr Keld and seconded by Cllr Orme that the toll be supported. An amendment in the name"
        " of Cllr Wick, seconded by Cllr Dale, that a toll of £3 be set, was put to the vote and was not carried.\n"
        "RESOLVED – That the toll be supported."
    ).decisions
    assert (lost.text, lost.outcome, lost.mover) == ("that a toll of £3 be set", "rejected", "Cllr Wick")
    assert (supported.outcome, supported.mover) == ("approved", "Cllr Keld")


def test_what_was_resolved_in_the_sentence_on_the_vote_is_told_by_that_sentence() -> None:
    text = "The original motion was then put to the vote and it was RESOLVED (6 for, 2 against) that the barge be lent."
    motion = "It was proposed by Cllr Keld and seconded by Cllr Orme that the barge be lent."
    decision = only(f"{motion}\nCllr Wick spoke against it.\n{text}")
    assert (decision.text, decision.mover, decision.votes) == (text, "Cllr Keld", Votes(for_=6, against=2))
    stem = "The original motion was then put and carried and it was accordingly RESOLVED that the Council"
    assert decided(f"{motion}\n{stem}\n(i) lends the barge; and\n(ii) asks for a deposit.") == [
        "lends the barge",
        "asks for a deposit.",
    ]


@pytest.mark.parametrize(
    ("put", "text"),
    [
        (
            "Ms Wynn proposed and Mr Orme seconded the following amendment:\n“The Board is asked to:\n"
            "(a) Note that the old barge failed its survey\n(b) Buy a barge of oak”\n"
            "The Chair put the amendment to the vote and the voting was as follows:\nFor (6)\nAgainst (2)\n"
            "Amendment carried",
            "The Board is asked to: (a) Note that the old barge failed its survey (b) Buy a barge of oak",
        ),
        (
            "Ms Wynn proposed, and Mr Orme seconded, an amendment that the barge be of oak.\n"
            "The amendment was carried by 6 votes to 2.",
            "Ms Wynn proposed, and Mr Orme seconded, an amendment that the barge be of oak.",
        ),
    ],
)
def test_an_amendment_that_was_carried_is_told_beside_the_resolution(put: str, text: str) -> None:
    decisions = said(
        "Mr Tay proposed and Mrs Keld seconded the motion that the Board buy a barge.\n"
        f"{put}\nThe substantive motion was put to the vote and carried by 7 votes to 1.\n"
        "RESOLVED that the Board buy a barge of oak."
    ).decisions
    assert [(" ".join(d.text.split()), d.outcome, d.mover, d.votes.for_) for d in decisions] == [  # type: ignore[union-attr]
        (text, "approved", "Ms Wynn", 6),
        ("RESOLVED that the Board buy a barge of oak.", "approved", "Mr Tay", 7),
    ]


def test_an_amendment_that_the_mover_took_in_is_told_in_the_motion() -> None:
    decisions = said(
        "It was proposed by Mr Tay and seconded by Mrs Keld that the barge be painted.\n"
        "Amendment 1 – It was proposed by Ms Wynn and seconded by Mr Orme that the word “red” be added at the end. The "
        "proposer and seconder of the motion accepted it and it became part of the substantive motion.\n"
        "The substantive motion was put to the vote and it was RESOLVED (7 in favour, 2 against) that the barge be "
        "painted red."
    ).decisions
    assert [(d.mover, d.seconder, d.votes) for d in decisions] == [("Mr Tay", "Mrs Keld", Votes(for_=7, against=2))]
    assert decisions[0].text.endswith("that the barge be painted red.")


@pytest.mark.parametrize(
    ("put", "text", "votes"),
    [
        (
            "Amendment 1 – It was proposed by Ms Wynn and seconded by Mr Orme that the word “green” be added.\n"
            "A vote was taken: For 3, Against 5, Abstentions 1. The amendment was lost.",
            "that the word “green” be added.",
            Votes(for_=3, against=5, abstain=1),
        ),
        (
            "Ms Wynn proposed, seconded by Mr Orme, an amendment to paint the mast green.\n"
            "A recorded vote was asked for by Mr Sallow under the rules of the Board.\n"
            "For: Ms Wynn and Mr Orme (2)\nAgainst: Mr Sallow, Mr Tay and Mrs Keld (3)\nThe amendment therefore FELL.",
            "to paint the mast green.",
            Votes(for_=2, against=3, abstain=0),
        ),
        (
            "An amendment in the name of Ms Wynn, seconded by Mr Orme, that the mast be painted green, was put to the "
            "vote and was not carried (3 for, 5 against, 1 abstention).",
            "that the mast be painted green",
            Votes(for_=3, against=5, abstain=1),
        ),
    ],
)
def test_an_amendment_that_was_lost_is_not_the_motion(put: str, text: str, votes: Votes) -> None:
    lost, carried = said(
        "It was proposed by Mr Tay and seconded by Mrs Keld that the barge be painted.\n"
        f"{put} The original proposal was then voted upon and it was, by 6 votes to 2, with 1 abstention,\n"
        "RESOLVED –\n(i) That the barge be painted;\n(ii) That the Mate see to it."
    ).decisions[:2]
    assert (lost.text, lost.outcome, lost.mover, lost.seconder) == (text, "rejected", "Ms Wynn", "Mr Orme")
    assert isinstance(lost.votes, Votes)
    assert (lost.votes.for_, lost.votes.against, lost.votes.abstain) == (votes.for_, votes.against, votes.abstain)
    assert (carried.mover, carried.seconder, carried.votes) == (
        "Mr Tay", "Mrs Keld", Votes(for_=6, against=2, abstain=1),
    )  # fmt: skip


def test_what_an_amendment_is_said_to_propose_is_not_where_it_was_put() -> None:
    decisions = said(
        "Mr Tay proposed and Mrs Keld seconded the motion that the barge be painted.\n"
        "Ms Wynn proposed, and Mr Orme seconded the following amendment:\nPurpose:\n"
        "“To spend what is saved on paint on a new rope for the ferry. "
        "The amendment proposes to keep the old colour.”\n"
        "Cost:\n“A rope costs £90, and the paint has not been bought yet.”\n"
        "The Chair put the amendment to the vote and the voting was as follows:\nFor (2)\nAgainst (6)\n"
        "Amendment lost."
    ).decisions
    lost = next(each for each in decisions if each.outcome == "rejected")
    assert (lost.mover, lost.text[:24], lost.votes) == ("Ms Wynn", "“To spend what is saved ", Votes(for_=2, against=6))


def test_an_amendment_of_a_sum_is_lost_and_the_motion_carried() -> None:
    text = (
        "It was proposed by Cllr Orme and seconded by Cllr Keld that £150 be given to the Regatta. Cllr Tay proposed "
        "an amendment of £200 which was seconded by Cllr Keld and lost, 2 votes to 4. The original proposal was then "
        "put and CARRIED. It was agreed to lend the Lifeboat £50.\n(v) RESOLVED that Ms Wynn be auditor."
    )
    assert [(d.outcome, d.mover, d.votes) for d in said(text).decisions] == [
        ("rejected", "Cllr Tay", Votes(for_=2, against=4)),
        ("approved", "Cllr Orme", None),
        ("approved", None, None),
        ("approved", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "An amendment, “That clause (4) be struck out,” moved by Cllr Tay and seconded by Cllr Orme, was put and "
            "lost (3 for, 7 against).",
            "That clause (4) be struck out",
        ),
        (
            "Cllr Tay proposed that the barge be lent to the school. The proposal was seconded by Cllr Orme but on "
            "being put to the vote was lost (3 votes to 7).",
            "that the barge be lent to the school",
        ),
        (
            "An amendment moved by Cllr Tay, and seconded by Cllr Orme, to add a clause on eels was put and lost, "
            "three voting for and seven against.",
            "to add a clause on eels",
        ),
        (
            "(c) Rowing Club (oars): a proposal by Cllr Tay, seconded Cllr Orme, to grant £400 was LOST, 3 votes to 7.",
            "a proposal by Cllr Tay, seconded Cllr Orme, to grant £400 was LOST, 3 votes to 7.",
        ),
    ],
)
def test_what_was_lost_as_prose_tells_it(text: str, asked: str) -> None:
    decision = only(text)
    assert (decision.text.rstrip("."), decision.outcome) == (asked.rstrip("."), "rejected")
    assert (decision.mover, decision.seconder, decision.votes) == ("Cllr Tay", "Cllr Orme", Votes(for_=3, against=7))


def test_what_a_resolution_tells_aside_was_lost_and_has_movers_and_a_vote_of_its_own() -> None:
    lost, *limbs = said(
        "The Committee, having first rejected by 2 votes to 5 a proposal by Cllr Orme, seconded by Ms Keld, that the "
        "toll be doubled, RESOLVED (by 5 votes to 2):\n1. That the toll be kept.\n2. That the bridge be painted."
    ).decisions
    assert (lost.text, lost.outcome, lost.mover) == ("that the toll be doubled", "rejected", "Cllr Orme")
    assert lost.votes == Votes(for_=2, against=5)
    assert [(limb.text, limb.mover, limb.votes) for limb in limbs] == [
        ("That the toll be kept.", None, Votes(for_=5, against=2)),
        ("That the bridge be painted.", None, Votes(for_=5, against=2)),
    ]


def test_the_verdict_alone_may_say_that_what_was_moved_right_before_it_was_an_amendment() -> None:
    moved = "It was moved by Cllr Orme and seconded by Ms Keld that the bell be first on the list, making six."
    put = "The amendment was put and carried unanimously. The substantive recommendations were then put and it was"
    text = f"{moved} {put}\nRESOLVED: That the list be adopted."
    assert decided(text) == [moved, "That the list be adopted."]
    assert decided(text.replace("amendment", "motion")) == ["That the list be adopted."]


@pytest.mark.parametrize(
    ("amendment", "verdict", "expected"),
    [
        ("was put and LOST (4 for, 6 against).", "The motion was then put and CARRIED (7 for, 3 against).", "approved"),
        ("was put and LOST (4 for, 6 against).", "The motion was then put and LOST (3 for, 7 against).", "rejected"),
        (
            "was put and CARRIED (6 for, 4 against).",
            "The motion as amended was then put and CARRIED (7-3).",
            "approved",
        ),
    ],
)
def test_a_motion_below_its_movers_is_voted_on_after_its_amendment(amendment: str, verdict: str, expected: str) -> None:
    decisions = said(
        "Cllr Tay moved, and Cllr Lund seconded:\n\n“That this Council asks the weir trust to mend the lock.”\n\n"
        f"An amendment, moved by Cllr Orme and seconded by Cllr Hale, to add “by May” {amendment}\n\n{verdict}"
    ).decisions
    last = decisions[-1]
    assert len(decisions) == 2
    assert "That this Council asks the weir trust to mend the lock." in last.text
    assert (last.mover, last.seconder, last.outcome) == ("Cllr Tay", "Cllr Lund", expected)


def test_an_amendment_has_its_own_vote_and_not_that_on_the_motion_below_it() -> None:
    lost, carried = said(
        "Moved by Cllr Tay, seconded by Cllr Lund, that the fee be £5.\n\n"
        "Moved in amendment by Cllr Orme, seconded by Cllr Hale, that the fee be £4. Amendment lost 4-6.\n\n"
        "Motion carried 7-3."
    ).decisions
    assert (lost.votes, carried.votes) == (Votes(for_=4, against=6), Votes(for_=7, against=3))
