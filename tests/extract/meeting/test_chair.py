"""Who was in the chair."""

import pytest

from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    ("present", "chair"),
    [
        ("Cllr Ada Brindle (Chair), Cllr Tom Orme", "Cllr Ada Brindle"),
        ("Cllr Tom Orme (Vice-Chair), Cllr Ada Brindle (Chairman)", "Cllr Ada Brindle"),
        ("Cllr Ada Brindle, Cllr Tom Orme", None),
    ],
)
def test_chair(present: str, chair: str | None) -> None:
    text = f"# Minutes of the meeting held on 12 March 2024\nPresent: {present}\n{TOLD}"
    assert minutes_of(text).meeting.chair == chair


@pytest.mark.parametrize("line", ["The meeting was chaired by Tom Orme.", "TO chaired the meeting."])
def test_the_chair_may_be_told(line: str) -> None:
    text = f"# Minutes of the meeting held on 12 March 2024\nPresent: Ada Brindle (AB), Tom Orme (TO)\n{line}\n{TOLD}"
    assert minutes_of(text).meeting.chair == "Tom Orme"
