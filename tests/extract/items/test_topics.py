"""Points that head the points below them."""

import pytest

from tests.extract.samples import headings, minutes_of

HEAD = "# Mill Guild council meeting\nMinutes of the meeting held on 12 March 2024\n# Present\n• Una Keld\n• Tom Orme\n"


def titles(text: str) -> list[str]:
    return [title for _, title in headings(minutes_of(f"{HEAD}{text}"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Notes\n• The gate\n  • Una asked the joiner.\n• Fees [#41]\n  • They rose.", ["The gate", "Fees"]),
        ("# Notes\n• The gate (Una Keld, 10 min)\n  • It leaks.\n• A bell\n• The pond\n  • It is deep.",
         ["The gate", "The pond"]),
        ("# Notes\n• Old business\n  • Terms of hire (Tom)\n    • Una: they are old.\n• New business\n"
         "  • A bell\n    • Tom: a good idea.",
         ["Old business", "Terms of hire", "New business", "A bell"]),
        ("# Items discussed\n• The bench –\n  • It is new.\n• Weir matters\n  • None",
         ["Items discussed", "The bench", "Weir matters"]),
        ("# Agenda\n• Bench\n  • Una\n• Tolls\n  • Tom\n# Notes\n• The bench\n  • It is new.\n• The tolls\n  • Kept.",
         ["The bench", "The tolls"]),
    ],
)  # fmt: skip
def test_a_point_over_others_is_an_item(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Notes\n• The gate\n• The pond\n• The bench",
        "# Notes\n• Una asked the joiner for a price.\n  • He was away.\n• Tom had the pond cleared.\n  • In a day.",
        "# Notes\n• Una Keld\n  • The gate leaks.\n• Tom Orme\n  • The pond is deep.",
        "# Notes\n• Monday\n  • Clear the pond\n• Tuesday\n  • Paint the gate",
        "# Notes\n• The panel is made up of:\n  • three wardens\n• Una outlined four ways of mooring\n  • bow first",
    ],
)
def test_what_else_stands_over_points_is_none(text: str) -> None:
    assert titles(text) == []


def test_points_below_an_item_are_its_own() -> None:
    assert titles("# Repairs\nTwo are due.\n• The gate\n  • It leaks.\n• The pond\n  • It is deep.") == ["Repairs"]


def test_points_that_head_others_may_all_end_in_a_colon_and_be_long() -> None:
    text = (
        "# Notes\n• Public comment:\n  • Una spoke.\n• Clerk’s report: these are still open:\n  • the gate\n"
        "• Question of the lamps on the quay:\n  • They are out.\n• Other\n  • The bench is new."
    )
    assert titles(text) == ["Public comment", "Clerk’s report", "Question of the lamps on the quay", "Other"]


def test_points_that_were_planned_head_nothing_where_minutes_follow() -> None:
    planned = "# Agenda items\n• The charter\n  • its second part\n• The pond\n  • its reeds\n"
    assert titles(f"{planned}# Minutes\n# Morning\nTom opened the meeting.") == ["Morning"]
