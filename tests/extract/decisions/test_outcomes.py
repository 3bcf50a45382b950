"""Whether what was decided is approved, noted, recommended, deferred or rejected."""

import pytest

from tests.extract.samples import only, said


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("RESOLVED that the accounts be approved.", "approved"),
        ("RESOLVED that the Clerk buy a mower.", "approved"),
        ("RESOLVED that the report be noted.", "noted"),
        ("RESOLVED to receive the report.", "noted"),
        ("RESOLVED that the matter be deferred to May.", "deferred"),
        ("The Committee agreed to receive this at May’s meeting.", "deferred"),
        ("RESOLVED that the election of a Reeve be held once there are more members.", "deferred"),
        ("The Committee received and considered the open action list.", "noted"),
        ("It has been agreed that the bench be put by the mill.", "approved"),
        ("RESOLVED that the application be withdrawn.", "deferred"),
        ("RESOLVED that the paper be referred back.", "deferred"),
        ("RESOLVED that the application be refused.", "rejected"),
        ("RESOLVED not to support the application.", "rejected"),
        ("RESOLVED to recommend to Council that the levy be raised.", "recommended"),
        ("RECOMMENDED that the levy be raised.", "recommended"),
        ("The Committee approved the report.", "approved"),
        ("The Committee noted the report.", "noted"),
        ("The Committee noted the report and, on the advice of the wardens, approved the fares.", "approved"),
        ("In noting the report the Committee agreed to set up a crew of five.", "approved"),
        ("RESOLVED that it be a recommendation to both Councils that a ferry be run.", "recommended"),
        ("The item was deferred.", "deferred"),
        ("Both items were carried forward for want of time.", "deferred"),
        ("Moved, seconded, debated and tabled until May.", "deferred"),
        ("Ms Tay moved that the weir be mended, seconded by Una Keld, and it was postponed.", "deferred"),
        ("The session was adjourned on Mr Tay’s motion and Ms Keld’s second. Motion passed.", "approved"),
        ("RESOLVED to approve the transfer to the pumps and deferring the weir.", "approved"),
        ("Ms Keld moved to continue this item to May. Mr Tay seconded it and it carried.", "deferred"),
        ("RESOLVED that the apology received from Mr Tay be accepted.", "approved"),
        ("RESOLVED that the letter received from Mr Tay be kept.", "noted"),
        ("The tender was rejected.", "rejected"),
        ("The amendment was lost.", "rejected"),
        ("The motion was carried.", "approved"),
        ("Mr Tay proposed a bench.\nNot accepted", "rejected"),
        ("Mr Tay proposed a bench.\nLOST", "rejected"),
        ("Moved Nia spend 90 on tar 2nd Tom defeated", "rejected"),
    ],
)
def test_outcome(text: str, outcome: str) -> None:
    assert only(text).outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("RESOLVED: That the free bus be withdrawn in May.", "approved"),
        ("RESOLVED: That the application be withdrawn.", "deferred"),
        ("It was decided to hold the question over to the next meeting.", "deferred"),
    ],
)
def test_what_is_withdrawn_held_over_or_carried_against_a_vote(text: str, outcome: str) -> None:
    assert only(text).outcome == outcome


def test_a_limb_that_was_carried_against_a_vote_is_no_loss() -> None:
    text = "RESOLVED:\na) That the toll go up to £3. (Carried – Una voted against.)\nb) That the lamp be mended."
    assert [decision.outcome for decision in said(text).decisions] == ["approved", "approved"]


def test_what_one_limb_recommends_another_does_not() -> None:
    text = "RESOLVED:\n(a) that the Council be recommended to buy the mill;\n(b) that the Clerk write to the owner."
    assert [decision.outcome for decision in said(text).decisions] == ["recommended", "approved"]


def test_each_limb_has_its_own_outcome() -> None:
    text = "RESOLVED:\n(a) that the report be noted;\n(b) that the fee be approved;\n(c) that the lease be deferred."
    assert [decision.outcome for decision in said(text).decisions] == ["noted", "approved", "deferred"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The letter was ordered accepted and placed on file.", "noted"),
        ("The minutes were ordered adopted as read.", "approved"),
        ("The bills were ordered returned to the Mill Committee for a price.", "deferred"),
        ("This matter will be considered again at the May meeting.", "deferred"),
        ("The Council chose to make no observations.", "approved"),
        ("Ms Keld puts a motion to table the fares until May, Mr Orme seconds the motion, all approve", "deferred"),
    ],
)
def test_outcomes_of_what_was_ordered_put_off_or_left_without_comment(text: str, outcome: str) -> None:
    assert [decision.outcome for decision in said(text).decisions] == [outcome]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            "RESOLVED, subject to the loans noted above,\n(i) to sell the old barge to Mr Tay for £90\n"
            "(ii) to buy the rope",
            ["approved", "approved"],
        ),
        (
            "RESOLVED to note:\n(i) the tide tables for the month of June\n(ii) the fares that the ferry took",
            ["noted", "noted"],
        ),
    ],
)
def test_a_limb_is_told_by_its_own_verb(text: str, outcomes: list[str]) -> None:
    assert [d.outcome for d in said(text).decisions] == outcomes


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The Committee adopted the policy and received the annual report.", "approved"),
        ("The Committee agreed to add the weir and otherwise noted the register.", "approved"),
        ("The Committee agreed to note the register.", "noted"),
        ("RESOLVED that the Clerk provide a note of the tolls in May.", "approved"),
        ("The Committee AGREED to ask the Trust Board to appoint Ms Keld.", "recommended"),
    ],
)
def test_what_was_done_besides_or_by_others_is_not_the_outcome(text: str, outcome: str) -> None:
    assert only(text).outcome == outcome
