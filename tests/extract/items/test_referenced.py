"""References alone in their lines over the titles that they number."""

import pytest

from tests.extract.samples import minutes_of

FRONT = "# Fenwold Board\nMinutes of the meeting held on 12 March 2024.\nPresent: Cllr Ada Brindle, Cllr Tom Orme\n"


def numbered(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in minutes_of(FRONT + text).items]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("# Item 2023-24 (7)", "# Item 2023-24 (8)", "2023-24(9)"), ["2023-24 (7)", "2023-24 (8)", "2023-24(9)"]),
        (("24/117", "24/118", "24/119"), ["24/117", "24/118", "24/119"]),
        (("**2117/24 Item 1**", "**2118/24 Item 2**", "**2119/24 Item 3**"), ["2117/24", "2118/24", "2119/24"]),
        (("# Item 1", "# Item 2", "# Item 3"), ["1", "2", "3"]),
    ],
)
@pytest.mark.parametrize("label", ["", "**Discussion points:**\n"])
def test_a_reference_numbers_the_title_below_it(lines: tuple[str, ...], numbers: list[str], label: str) -> None:
    one, two, three = lines
    text = (
        f"{one}\n{label}# Declarations of interest\nNone were made.\n"
        f"{two}\n{label}# Fees\nThey were discussed.\n{three}\n{label}# The lock house\nThe roof leaks.\n"
    )
    titles = ["Declarations of interest", "Fees", "The lock house"]
    assert numbered(text) == list(zip(numbers, titles, strict=True))


def test_a_title_need_not_be_set_apart_from_its_text() -> None:
    text = "24/7\nFees for moorings\nThey rise.\n24/8\nThe lock house\nIt leaks.\n24/9\nThe weir\nIt is old.\n"
    assert numbered(text) == [("24/7", "Fees for moorings"), ("24/8", "The lock house"), ("24/9", "The weir")]


def test_a_row_may_hold_reference_and_title() -> None:
    text = (
        "# 2023-24 (7)\n# Fees\nThey rise.\n# 2023-24 (8)\n# The weir\nIt is old.\n| 2023-24 9 | Workplan – to note |\n"
    )
    assert numbered(text)[-1] == ("2023-24 9", "Workplan – to note")


def test_what_does_not_count_on_is_no_number() -> None:
    text = "# Fees\n24/117\nThey rise.\n# The weir\n23/8\nIt is old.\n# The lock\n24/95\nIt leaks.\n"
    assert [number for number, _ in numbered(text)] == [None, None, None]


def test_rows_with_number_and_title_above_their_text_stay_as_they_are() -> None:
    text = (
        "|! Minute | | Action |\n| MC/31/07 | **Fees** | |\n| | They rise in May. | TO |\n"
        "| MC/31/08 | **The weir** | |\n| | It is old. | |\n| MC/31/09 | **The lock house** | |\n| | It leaks. | UK |\n"
    )
    assert numbered(text) == [("MC/31/07", "Fees"), ("MC/31/08", "The weir"), ("MC/31/09", "The lock house")]
