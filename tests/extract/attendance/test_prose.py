"""Attendance told in sentences and roll calls."""

import pytest

from tests.extract.attendance.samples import attendance, names
from tests.extract.samples import minutes_of


def test_who_came_late_was_there() -> None:
    text = "Present: Ada Brindle, Tom Orme\nApologies for lateness were received from Tom Orme."
    assert (names(text, "present"), names(text, "apologies")) == (["Ada Brindle", "Tom Orme"], [])


def test_a_sentence_may_tell_who_else_was_there() -> None:
    text = "Present: Ada Brindle\nPC Jory Tay attended the meeting to give the police report."
    assert names(text, "present") == ["Ada Brindle", "PC Jory Tay"]


@pytest.mark.parametrize(
    "told",
    [
        "Would Una wait for Nia? She came to the one before.",
        "Item Nos. 12 and 14 were attended to.",
        "• Members: Open issues",
        "They were present for this item.",
    ],
)
def test_a_word_for_somebody_or_for_business_is_nobody(told: str) -> None:
    assert names(f"Present: Ada Brindle\n{told}", "present") == ["Ada Brindle"]


def test_a_place_that_others_are_from_is_nobody() -> None:
    text = "Present: Ada Brindle, Fen Vale; Tom Orme, Stane\nAbsent: Una Keld, Fen Vale"
    assert [(one.name, one.status) for one in attendance(text)] == [
        ("Ada Brindle", "present"),
        ("Tom Orme", "present"),
        ("Una Keld", "absent"),
    ]


def test_who_arrived_while_it_went_on_was_there() -> None:
    text = (
        "Present: Ada Brindle\nTom Orme arrived at 10.15. Cllr Keld arrived soon after it began. Two oars arrived late."
    )
    assert names(text, "present") == ["Ada Brindle", "Tom Orme", "Cllr Keld"]


def test_those_who_are_welcomed_are_there() -> None:
    text = """
        # Ferry Association: minutes
        Meeting held on 3 May 2017
        1. Welcome: the Chairman (Una Keld) welcomed those present: Tom Orme, Ada Brindle, Nia Tay (Secretary)
        2. Finance
        The letter was read.
        """
    told = {person.name: person.status for person in minutes_of(text).attendance}
    assert told == dict.fromkeys(("Una Keld", "Tom Orme", "Ada Brindle", "Nia Tay"), "present")


def test_a_count_of_those_who_came_ends_what_is_said_of_the_chair() -> None:
    assert names("Chair: Ada Brindle. 23 members were present.", "present") == ["Ada Brindle"]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Chairman Orme called the meeting to order with all members present as follows: Ada Brindle and Tom Orme.",
         ["Ada Brindle", "Tom Orme"]),
        ("The Clerk called the roll: Trustee Brindle answered “present” and Trustee Orme answered “present”.",
         ["Trustee Brindle", "Trustee Orme"]),
        ("Present: Cr Ada Brindle\nTrustee Orme answered here and there what was asked.", ["Cr Ada Brindle"]),
        ("THOSE PRESENT WERE: Mayor Brindle; Commissioners Orme and Tay, 3.",
         ["Mayor Brindle", "Commissioner Orme", "Commissioner Tay"]),
        ("Present 2 - Ada Brindle and Tom Orme\nExcused 1 - Una Keld", ["Ada Brindle", "Tom Orme"]),
        ("BOARD OF DIRECTORS\nAda Brindle President\nTom Orme Vice President (absent)\nUna Keld Director",
         ["Ada Brindle", "Una Keld"]),
        ("CITY STAFF: City Manager Ada Brindle and City Clerk Tom Orme", ["Ada Brindle", "Tom Orme"]),
        ("Present: Councilmember Brindle.\nAbsent: Councilmember Tay.\n"
         "Tom Orme, City Manager; Una Keld, City Attorney; Nia Wold, City Clerk.",
         ["Councilmember Brindle", "Tom Orme", "Una Keld", "Nia Wold"]),
        ("The meeting was called to order at 6 pm. Board members present in person: Orme, Fell, and Marl. Board members"
         " present virtually via Zoom: Brindle, and Wold. Board members absent: Stane.",
         ["Orme", "Fell", "Marl", "Brindle", "Wold"]),
        ("The Board met at 1:00 p.m. with the following members participating by phone: Ada Brindle, Oxley; U. V. Keld,"
         " Fen Vale (in person). Absent: Tom Orme, Fen Vale. Also present in person were Director Nia Tay, Ivo Fell,"
         " Deputy Director, and Rosa Marl, Legal Counsel.",
         ["Ada Brindle", "U. V. Keld", "Nia Tay", "Ivo Fell", "Rosa Marl"]),
        ("**Roll Call:** Orme, Keld. Absent: Tay.\n**Staff Present:** Zoning Admin. Pell, Planning Board Members Rudd,"
         " Wold, Zoning Board of Appeals Member Duren **Other Present:** 7",
         ["Orme", "Keld", "Pell", "Rudd", "Wold", "Duren"]),
        ("Commissioners Present: President Tom Orme, Secretary Ivo Fell, and Col Pell were present. Marl arrived soon"
         " after it began.\nPublic: Zac Rudd, designer. No other member of the public was present.",
         ["Tom Orme", "Ivo Fell", "Col Pell", "Zac Rudd", "Marl"]),
        ("Present: Cr Ada Brindle, Cr Tom Orme\nCouncillors Brindle and Keld declared an interest in item 4.",
         ["Cr Ada Brindle", "Cr Tom Orme"]),
    ],
)  # fmt: skip
def test_roll_calls_of_american_councils(text: str, present: list[str]) -> None:
    assert sorted(names(text, "present")) == sorted(present)


@pytest.mark.parametrize(
    "told",
    [
        "**Your new committee are:**\n• **Chair:** Nia Tay\n• **Secretary:** Wren Sallow\n• **Members:** Ada Mere",
        "Election results:\n• Chair: Nia Tay\n• Clerk: Wren Sallow",
        "The Board for 2031–2032 will be:\n• Nia Tay - President\n• Wren Sallow - Clerk",
        "Boat committee members include: Chairperson: Nia Tay, Wren Sallow",
        "# Chair\n|! Candidate | Votes\n| Nia Tay | 19\n| Re-open nominations (RON) | 2",
    ],
)
def test_who_was_elected_need_not_have_been_there(told: str) -> None:
    assert names(f"Present: Ada Brindle, Tom Orme\n{told}", "present") == ["Ada Brindle", "Tom Orme"]
    assert attendance(told) == ()


def test_a_roll_call_may_be_an_item_over_names() -> None:
    text = "1. Roll call\nNia Tay\nWren Sallow [:10-]\nUna Mere\nRegrets:\nTom Orme\n2. Boats\nThey leak."
    told = minutes_of(f"# Oar Guild\nMinutes of the meeting held on 12 March 2024\n{text}").attendance
    assert [person.name for person in told if person.status == "present"] == ["Nia Tay", "Wren Sallow", "Una Mere"]
