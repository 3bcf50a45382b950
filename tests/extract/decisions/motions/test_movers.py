"""Who moved and who seconded, as a text tells."""

import pytest

from extract.decisions.motions.movers import Motion, motion_in


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
        ("Weir 19/086 BRINDLE: That it be mended.", "BRINDLE", None),
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


def test_a_motion_is_true_if_it_tells_something() -> None:
    assert not Motion()
    assert Motion(mover="Cllr Brindle")


def test_what_a_motion_leaves_open_is_taken_from_another() -> None:
    own, other = Motion(mover="Cllr Brindle"), Motion(mover="Cllr Brindle", seconder="Ms Keld", votes="unanimous")
    assert own.over(other) == Motion("Cllr Brindle", "Ms Keld", "unanimous")


def test_who_seconded_another_motion_did_not_second_this_one() -> None:
    assert Motion("Orme").over(Motion("Keld", "Tay")) == Motion("Orme")
    assert Motion("Orme").over(Motion(None, "Tay")) == Motion("Orme", "Tay")


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


def test_two_names_may_be_of_one_person() -> None:
    assert Motion("Ms Keld").over(Motion("KELD", "ORME")) == Motion("Ms Keld", "ORME")
    assert Motion("Ms A Keld").over(Motion("Ms B Keld", "ORME")) == Motion("Ms A Keld")


def test_who_sets_a_motion_moves_it_and_two_may_second() -> None:
    told = motion_in("Ada sets the motion to lease the weir. Tom and Una seconded.")
    assert (told.mover, told.seconder) == ("Ada", "Tom and Una")


def test_a_name_may_have_another_mark_for_its_apostrophe() -> None:
    moved = motion_in("Proposed by Councillor O‟Farne; seconded by Councillor Tay.")
    assert (moved.mover, moved.seconder) == ("Councillor O‟Farne", "Councillor Tay")
