"""Titles below rules, and the lines of signatures among them."""

import pytest

from extract.items.looks import is_signature
from tests.extract.samples import headings, minutes_of

_HEAD = "FENWOLD TOWN COUNCIL\nMinutes of the meeting of 4 May 2023\nPRESENT: ADA BRINDLE, Chair\nTOM ORME\n"


@pytest.mark.parametrize("rule", ["~~~~~~~~~", "♦♦♦ ♦♦♦ ♦♦♦", "* * * * *", "−−−−−−−−", "=========="])
def test_a_short_line_under_a_rule_is_a_title(rule: str) -> None:
    text = (
        f"{_HEAD}{rule}\nStreet Lamps\nTwo are out.\n{rule}\nWork Session\nThe Weir\nThe joiner was asked.\n"
        f"{rule}\nBins\nNobody spoke.\n{rule}\nADA BRINDLE, TOWN CLERK\nBy ________\nDeputy Clerk"
    )
    minutes = minutes_of(text)
    assert headings(minutes) == [(None, "Street Lamps"), (None, "Work Session"), (None, "The Weir"), (None, "Bins")]
    assert [entry.name for entry in minutes.attendance] == ["ADA BRINDLE", "TOM ORME"]


@pytest.mark.parametrize(
    "below",
    [
        ["The Clerk read a letter.", "The lamps were discussed.", "It was left."],
        ["DATE: TUESDAY MAY 4, 2023", "12", "Ada Brindle, Mayor"],
    ],
)
def test_what_is_told_under_a_rule_is_no_title(below: list[str]) -> None:
    assert not headings(minutes_of(_HEAD + "".join(f"-------\n{line}\nIt was told.\n" for line in below)))


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("ADA BRINDLE, TOWN CLERK", True),
        ("Ada Brindle, Mayor", True),
        ("Ada B. Orme, Clerk of the Works", True),
        ("CHAIR, FENWOLD TOWN COUNCIL", True),
        ("Parks, Clerk", False),
        ("Mill Lane, Fenwold", False),
        ("Town Hall, Clerk’s report", False),
        ("Pond Lease, Mayor to sign", False),
    ],
)
def test_a_name_with_an_office_signs(text: str, signs: bool) -> None:
    assert is_signature(text) is signs


def test_a_signature_in_bold_is_no_item_but_a_report_is() -> None:
    text = (
        "# Fenwold Town Council\nMinutes of the meeting of 4 May 2023\nPresent: Ada Brindle\n# Lamps\nTwo are out.\n"
        "# Tom Orme, Town Manager\nThe manager said that the ferry had been mended in time for the fair.\n"
        "# Una Keld, Secretary of the Guild\nThe letter dealt with two matters.\n"
        "# Adjournment\nThey closed at nine.\n# ADA BRINDLE, Town Clerk\n# Nia Tay, Mayor"
    )
    assert [title for _, title in headings(minutes_of(text))] == [
        "Lamps",
        "Tom Orme, Town Manager",
        "Una Keld, Secretary of the Guild",
        "Adjournment",
    ]


def test_the_title_of_an_application_may_be_long_where_it_has_a_number() -> None:
    long = "PX 2031-04: A request for leave to keep " + "a shed of boards and " * 10 + "a pond in the dale"
    text = f"{_HEAD}# 1. Minutes\nThey were read.\n**2. {long}**\nThe plan was shown.\n# 3. Fees\nNone."
    assert (("2", long)) in headings(minutes_of(text))
