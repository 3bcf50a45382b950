"""Motions in quotation marks."""

import pytest

from tests.extract.samples import decided


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
