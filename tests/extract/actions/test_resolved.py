"""Tasks that resolutions give."""

import pytest

from tests.extract.actions.samples import tasks
from tests.extract.samples import said


def test_nobody_is_to_do_what_was_voted_down() -> None:
    assert (
        said(
            "Cllr Orme moved, seconded by Cllr Brindle, that the Clerk write to the owner. The motion was lost."
        ).actions
        == ()
    )


def test_what_is_asked_for_instead_of_what_was_not_supported_is_a_task() -> None:
    text = "Governors did not support this, and asked the Bursar to look again at the raft."
    assert tasks(said(text)) == [(text, "the Bursar")]


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("RESOLVED: that the Clerk write to the owner.", "that the Clerk write to the owner.", "the Clerk"),
        ("RESOLVED: that the Manager report back in July.", "that the Manager report back in July.", "the Manager"),
        ("RESOLVED:\n(a) that the report be noted;\n(b) to instruct the bailiff.", "to instruct the bailiff.", None),
        ("RESOLVED:\n(a) that UK prepare a leaflet;\n(b) that the fee be waived.", "that UK prepare a leaflet", "UK"),
        ("RESOLVED: That it be refused and that the Clerk write to him.",
         "That it be refused and that the Clerk write to him.", "the Clerk"),
    ],
)  # fmt: skip
def test_a_resolution_that_gives_a_task_is_an_action_too(text: str, task: str, owner: str | None) -> None:
    minutes = said(text)
    assert tasks(minutes) == [(task, owner)]
    assert task in [decision.text for decision in minutes.decisions]


def test_every_limb_of_a_resolution_is_tested() -> None:
    text = """
        The Council RESOLVED:
        (i) that the tender be accepted;
        (ii) That the Clerk should write to the tenants;
        (iii) that the turf should be lifted and stored;
        (iv) that the Council offer the hall to the club;
        (v) that the Council support the fair.
        """
    assert tasks(said(text)) == [
        ("That the Clerk should write to the tenants", "the Clerk"),
        ("that the turf should be lifted and stored", None),
        ("that the Council offer the hall to the club", "the Council"),
    ]


@pytest.mark.parametrize(
    ("limb", "owner"),
    [
        ("the Chair and the Clerk meet the owner", "the Chair and the Clerk"),
        ("ask the Clerk to get quotes", "the Clerk"),
        ("that a notice be placed on the board", None),
    ],
)
def test_a_limb_may_do_without_the_word_should(limb: str, owner: str | None) -> None:
    assert tasks(said(f"RESOLVED:\n(a) that the report be noted;\n(b) {limb}")) == [(limb, owner)]


@pytest.mark.parametrize("limb", ["Noted that the Clerk would provide a plan.", "Noted that a plan be sent by May."])
def test_what_is_noted_is_nobodys_task(limb: str) -> None:
    assert tasks(said(f"Outcome: the Committee\n• {limb}\n• Approved the fees.")) == []


def test_what_was_not_approved_is_to_be_brought_back() -> None:
    minutes = said("(a) Hut policy – approved\n(b) Lettings policy – not approved; to be brought back in the spring")
    assert [(d.text, d.outcome) for d in minutes.decisions][1:] == [
        ("Lettings policy – not approved; to be brought back in the spring", "rejected")
    ]
    assert [(a.text, a.due) for a in minutes.actions] == [("to be brought back in the spring", "in the spring")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Board has resolved to conduct a trial.", ["The Board has resolved to conduct a trial."]),
        ("Mr Tay reported that the ferrymen have resolved to conduct a trial.", []),
    ],
)  # fmt: skip
def test_what_the_body_has_resolved_to_do_is_a_task_and_what_others_have_is_not(text: str, found: list[str]) -> None:
    assert [action.text for action in said(text).actions] == found


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("RESOLVED: that the Quay Support Officer write to the mill.", "the Quay Support Officer"),
        ("RESOLVED: that it be the subject of a report to this Board every six months.", None),
        ("RESOLVED: that a further report on the weir come to the Board in May.", None),
        (
            "RESOLVED: That the Board:\n(1) notes the tolls; and\n(2) requires a report on them to be brought in June.",
            None,
        ),
        ("RESOLVED: that Mr B be required to attend the course within a month.", "Mr B"),
        (
            "RESOLVED: that the toll stay as it is; that the weir, which the ferrymen had told of at some length in the"
            " spring and of which the Warden had sent a plan to all who live near it, be left alone until the flood is"
            " over; and the ferrymen be informed.",
            None,
        ),
    ],
)
def test_a_limb_may_give_a_task_in_other_words(text: str, owner: str | None) -> None:
    assert [action.owner for action in said(text).actions] == [owner]


def test_what_is_asked_for_where_something_is_refused_is_a_task() -> None:
    text = (
        "RESOLVED: That the Board:\n(1) rejects the plan for the weir, and invites the mill to submit another by May."
    )
    assert len(said(text).actions) == 1
