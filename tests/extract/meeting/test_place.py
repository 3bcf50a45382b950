"""Where a meeting was held."""

import pytest

from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("held in the Old Forge, Mill Lane on 12 March 2024", "Old Forge, Mill Lane"),
        ("held at Fenwold Village Hall at 7.00 pm on 12 March 2024", "Fenwold Village Hall"),
        ("held on 12 March 2024\n| Venue: | Old Forge |", "Old Forge"),
        (
            "held on 12 March 2024 in the Guild Room of the Old Forge, Mill\nLane, Fenwold",
            "Guild Room of the Old Forge, Mill Lane, Fenwold",
        ),
        ("held in the Old Forge on\nTuesday 12 March 2024", "Old Forge"),
        ("held at Old Forge, Mill Lane Saturday 12 March 2024", "Old Forge, Mill Lane"),
        ("held on 12 March 2024 in the Guild Room of the Old Forge\nPresent: Una Keld", "Guild Room of the Old Forge"),
        ("held on 12 March 2024", None),
    ],
)
def test_place(line: str, place: str | None) -> None:
    assert minutes_of(f"# Minutes of the meeting {line}\nPresent: Ada Brindle\n{TOLD}").meeting.place == place
