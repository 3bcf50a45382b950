"""Motions in quotation marks below the line of those who moved them, of several paragraphs."""

import pytest

from tests.extract.samples import decided, said

_PUT = "(1) Cllr Orme proposed, and Cllr Tay seconded the motion that\n"
_LONG = (
    "“This Council notes:\n(a) the harbour has silted up by a third.\n(b) the ferry runs late on most days.\n"
    "This Council believes that:\n(a) the quay matters to all who live here.\n"
    "This Council resolves to:\n(a) Write to the harbour master about the silt.\n(b) Paint the quay.”\n"
)
_VOTE = "(2) After much talk the Chair put it to the vote, which went as follows.\n"
_SIDES = "For (3)\nCllr Orme, Cllr Tay, Cllr Keld\nAgainst (9)\nCllr Brindle, Cllr Sallow\nAbstain (0)\n"


def test_what_was_lost_is_what_the_motion_asked_for_and_gives_nobody_a_task() -> None:
    minutes = said(f"{_PUT}{_LONG}{_VOTE}{_SIDES}Motion lost.")
    (lost,) = minutes.decisions
    assert lost.text.startswith("This Council resolves to:")
    assert lost.text.endswith("(b) Paint the quay.")
    assert (lost.outcome, lost.mover, lost.seconder) == ("rejected", "Cllr Orme", "Cllr Tay")
    assert not minutes.actions


@pytest.mark.parametrize(
    ("motion", "told"),
    [
        ("“The Board notes the report on the ferry”\n", "The Board notes the report on the ferry"),
        (
            "“The Council resolves;\n1. To paint the quay in the spring of the year.\n2. To thank the crew.”\n",
            "The Council resolves;\n1. To paint the quay in the spring of the year.\n2. To thank the crew.",
        ),
        # the marks are not closed, and the list goes on in which the movers stand
        (
            "“This Council calls for:\n(a) a new slipway for the lifeboat.\n",
            "This Council calls for:\n(a) a new slipway for the lifeboat.",
        ),
    ],
)
def test_a_motion_that_was_lost(motion: str, told: str) -> None:
    assert decided(f"{_PUT}{motion}{_VOTE}Motion lost.") == [told]


def test_what_was_carried_is_cut_into_its_limbs() -> None:
    assert decided(f"{_PUT}{_LONG}{_VOTE}Motion carried.") == [
        "Write to the harbour master about the silt.",
        "Paint the quay.",
    ]


@pytest.mark.parametrize(
    "motion", ["“The Committee notes the report on the ferry”\n", "“The Committee resolves;\n• To paint the quay.”\n"]
)
def test_a_motion_that_is_printed_once_more_as_a_resolution(motion: str) -> None:
    assert decided(f"{_PUT}{motion}{_VOTE}(3) RESOLVED that the quay be painted.") == [
        "RESOLVED that the quay be painted."
    ]


def test_each_of_several_has_its_own_verdict() -> None:
    second = (
        "(3) Cllr Keld proposed, and Cllr Sallow seconded the motion that\n“The Council agrees to close the ramp.”\n"
    )
    minutes = said(f"{_PUT}{_LONG}{_VOTE}Motion lost.\n{second}(4) The motion was put to the vote.\nMotion carried.")
    assert [(d.mover, d.outcome) for d in minutes.decisions] == [("Cllr Orme", "rejected"), ("Cllr Keld", "approved")]


_CLOSURE = "Cllr Brindle moved that the vote be now put, but the Mayor declined to accept this.\n"


@pytest.mark.parametrize("between", ["", _CLOSURE])
def test_what_a_motion_asks_for_may_end_the_paragraph_of_what_it_notes(between: str) -> None:
    motion = (
        "Cllr Orme moved and Cllr Tay seconded the following motion:\n"
        "“Council notes that the ferry is late; and that tolls are up. Council therefore resolves:\n"
        "(a) to write to the owner; and\n(b) to paint the quay.”\n"
    )
    decisions = said(f"{motion}{between}The motion was carried by 8 votes to 3.").decisions
    assert [(d.text, d.outcome, d.mover) for d in decisions] == [
        ("to write to the owner", "approved", "Cllr Orme"),
        ("to paint the quay.", "approved", "Cllr Orme"),
    ]
