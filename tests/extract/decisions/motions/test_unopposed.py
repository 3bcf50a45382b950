"""What was moved and seconded, with no word on a vote."""

import pytest

from tests.extract.samples import decided, only

MOVERS = "Proposed: Tom Orme, seconded: Una Keld"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"The accounts for the year were shown. {MOVERS}.", "The accounts for the year were shown."),
        ("Adoption of the accounts:\nProposed: Tom Orme\nSeconded: Una Keld", "Adoption of the accounts:"),
        (f"# 8. Approval of the minutes of 4 May\n{MOVERS}", "Approval of the minutes of 4 May"),
        (f"# 8. Minutes of the last meeting\n{MOVERS}", MOVERS),
        ("# 8. Minutes of the last meeting\nProposed Tom Orme\nSeconded Una Keld\nAccepted by all", "Accepted by all"),
        (f"# Item 8: Confirm minutes of the May meeting\n{MOVERS}", "Confirm minutes of the May meeting"),
        (f"# 8. To adopt the accounts\n{MOVERS}", "To adopt the accounts"),
        ("# 8. Move to adjourn\nMoved Tom Orme\nSeconded Una Keld", "Move to adjourn"),
        ("# 8. Motion to close the books\nMoved Tom Orme, Seconded Una Keld", "Motion to close the books"),
    ],
)
def test_it_was_decided(text: str, told: str) -> None:
    decision = only(text)
    assert (decision.text, decision.mover, decision.seconder) == (told, "Tom Orme", "Una Keld")
    assert decision.outcome == "approved"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{MOVERS}.\nRESOLVED that the gate be mended.", ["RESOLVED that the gate be mended."]),
        (f"The gate was looked at. {MOVERS}. The motion was withdrawn.", ["The motion was withdrawn."]),
        ("The gate was looked at. Proposed: Tom Orme.", []),
    ],
)
def test_what_is_told_elsewhere_or_has_no_seconder(text: str, told: list[str]) -> None:
    assert decided(text) == told


def test_what_was_lost_was_rejected() -> None:
    assert only(f"It was asked to mend the gate. {MOVERS}. The proposal fails.").outcome == "rejected"


def test_a_list_that_one_motion_is_on_is_one_decision() -> None:
    head = "Motion made and seconded to sell off the following, of no more use to the mill:"
    text = f"{head}\n• 1 oak ladder\n• 2 tin pails (cellar)\nMoved by Tom Orme, seconded by Una Keld."
    decision = only(text)
    assert (decision.text.splitlines()[0], decision.mover, decision.seconder) == (head, "Tom Orme", "Una Keld")
    assert decision.text.endswith("2 tin pails (cellar)")
