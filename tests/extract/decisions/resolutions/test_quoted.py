"""Motions in quotation marks."""

import pytest

from tests.extract.samples import decided, only


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Motion 12/24 Moved by Cllr Orme, “THAT the fee be halved.”\nCarried", ["THAT the fee be halved."]),
        (
            "Motion 12/24 Moved by Cllr Orme, “THAT the fee be halved; AND\nTHAT the gate be mended.\nCarried",
            ["THAT the fee be halved; AND\nTHAT the gate be mended."],
        ),
        (
            'On the motion of Tom Orme, seconded by Una Keld, it was resolved "That the fee be halved from May."',
            ["That the fee be halved from May."],
        ),
        # ... and not what is only quoted from a motion
        ("The notice of motion by Cllr Orme, “The pond for all”, was read.", []),
    ],
)
def test_a_motion_in_quotation_marks_behind_its_mover(text: str, told: list[str]) -> None:
    assert decided(text) == told


@pytest.mark.parametrize(
    "told",
    [
        "Cr Orme moved, Cr Tay seconded and it was carried “That the gate be mended in May.”",
        "On the motion of Cr Orme seconded by Cr Tay it was carried “That the gate be mended in May.”",
        'The gate being broken, Cr Orme moved and Cr Tay seconded and it was agreed, "That the gate be mended in May."',
    ],
)
def test_what_was_carried_may_stand_in_quotation_marks(told: str) -> None:
    decision = only(told)
    assert decision.text == "That the gate be mended in May."
    assert (decision.mover, decision.seconder) == ("Cr Orme", "Cr Tay")


def test_what_was_said_in_quotation_marks_is_no_motion() -> None:
    text = "It was agreed to wait for the owner, who had said “That gate was never mine.”"
    assert decided(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        'Resolved that the rules begin: "The mill is free. It is kept by the guild."',
        "It was agreed to put up a sign saying “The mill is shut. Please knock.” by the gate.",
    ],
)
def test_a_decision_holds_all_that_it_quotes(text: str) -> None:
    assert decided(f"{text} It was wet.") == [text]
