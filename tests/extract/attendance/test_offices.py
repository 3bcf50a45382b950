"""Offices, titles and initials of those who are listed."""

import pytest

from tests.extract.attendance.samples import attendance, names
from tests.extract.samples import FRONT, minutes_of


def test_what_somebody_is_may_stand_before_the_name() -> None:
    text = "Staff present:\n• Manager of Parks and Trees / Town Clerk, U. Keld\n• Surveyor of Mills, N. Tay"
    assert names(text, "present") == ["U. Keld", "N. Tay"]


@pytest.mark.parametrize(
    ("text", "status", "capacity"),
    [
        ("Present: Una Keld", "present", "member"),
        ("In attendance: Una Keld", "present", "in attendance"),
        ("Officers present: Una Keld", "present", "in attendance"),
        ("Officers Present: Una Keld", "present", "in attendance"),
        ("Substitutes: Una Keld", "present", "substitute"),
        ("Absent: Una Keld", "absent", None),
        ("Apologies: Una Keld", "apologies", None),
    ],
)
def test_as_what_somebody_was_there(text: str, status: str, capacity: str | None) -> None:
    (entry,) = attendance(text)
    assert (entry.name, entry.status, entry.capacity) == ("Una Keld", status, capacity)


def test_initials_may_stand_before_a_name_and_a_dash() -> None:
    listed = attendance("Present:\n• AB – Ada Brindle\n• TO – Tom Orme")
    assert [(one.name, one.initials) for one in listed] == [("Ada Brindle", "AB"), ("Tom Orme", "TO")]


@pytest.mark.parametrize(
    ("text", "role", "initials"),
    [
        ("Present: Una Keld (Clerk)", "Clerk", None),
        ("In attendance:\n• MTF - Una Keld, [Nia Tay (of MTF) was ABSENT]", None, None),
        ("Present: Una Keld, Director of Housing", "Director of Housing", None),
        ("Present: Una Keld (Clerk) (UK)", "Clerk", "UK"),
        ("|! Name | Initials |\n| Present | |\n| Una Keld | UK |", None, "UK"),
    ],
)
def test_role_and_initials(text: str, role: str | None, initials: str | None) -> None:
    (entry,) = attendance(text)
    assert (entry.name, entry.role, entry.initials) == ("Una Keld", role, initials)


def test_initials_after_the_role() -> None:
    told = attendance("| Present: | Ada Brindle | Chief Nurse | AB |\n| | Tom Orme | Secretary | TO |")
    assert [(entry.name, entry.role, entry.initials) for entry in told] == [
        ("Ada Brindle", "Chief Nurse", "AB"),
        ("Tom Orme", "Secretary", "TO"),
    ]


def test_a_line_of_several_is_no_person_and_office() -> None:
    text = "Present\nCllr Brindle (Chair)\nCllr Orme (Vice-Chair)\nMr Fell, Clerk\nCllrs Keld, Tay and Sallow"
    assert names(text, "present")[3:] == ["Cllr Keld", "Cllr Tay", "Cllr Sallow"]


@pytest.mark.parametrize("said", ["holiday", "work commitments", "via Zoom", "accepted"])
def test_why_and_how_are_no_office(said: str) -> None:
    (entry,) = attendance(f"Present: Ada Brindle ({said})")
    assert entry.role is None


@pytest.mark.parametrize(
    ("text", "role", "initials"),
    [
        ("In the Chair: Ada Brindle", "Chair", None),
        ("| Chair: | Ada Brindle |", "Chair", None),
        ("Clerk: Ada Brindle", "Clerk", None),
        ("Present: Ada Brindle – AB – Treasurer", "Treasurer", "AB"),
        ("Present: Ada Brindle (DfW) (AB)", "DfW", "AB"),
    ],
)
def test_the_office_that_a_label_tells_and_letters(text: str, role: str, initials: str | None) -> None:
    (entry,) = attendance(text)
    assert (entry.role, entry.initials) == (role, initials)


def test_who_is_listed_again_keeps_the_office_that_one_list_tells() -> None:
    (entry,) = attendance("Present: Ada Brindle\nMembers: Ada Brindle (Chair)")
    assert entry.role == "Chair"


def test_one_who_is_called_by_office_and_listed_is_one() -> None:
    text = "Chairman Orme called the meeting to order. Present were Una Keld and Tom Orme."
    assert names(text, "present") == ["Una Keld", "Tom Orme"]


def test_ranks_are_titles() -> None:
    text = "Present: Una Keld\nIn attendance: Roy Fell (Reeve), Chief Constable Ada Brindle, Chief Inspector Jo Tay"
    assert names(text, "present")[2:] == ["Chief Constable Ada Brindle", "Chief Inspector Jo Tay"]
    assert names("Present: Ada Brindle, Chief Constable; Jo Tay, Clerk", "present") == ["Ada Brindle", "Jo Tay"]


def test_office_and_initials_below_a_name_are_nobody_and_no_task() -> None:
    people = "Present\nAda Brindle\nChair\nAB\nTom Orme\nTreasurer\nTO\nApologies\nUna Keld\nUK\n"
    minutes = minutes_of(FRONT[: FRONT.index("Present")] + people + "1. Welcome\nThe Chair welcomed everyone.")
    assert [(one.name, one.role, one.initials) for one in minutes.attendance] == [
        ("Ada Brindle", "Chair", "AB"),
        ("Tom Orme", "Treasurer", "TO"),
        ("Una Keld", None, "UK"),
    ]
    assert not minutes.actions


def test_letters_after_a_single_name_are_the_next_one() -> None:
    assert names("Present: Ada, JP, Tom, Una Keld", "present") == ["Ada", "JP", "Tom", "Una Keld"]


def test_who_called_the_meeting_to_order_with_an_office_is_no_label() -> None:
    text = "Mayor Ada Brindle, Chairman, called the meeting to order in the Old Forge, 41 Weir Street, Fell City, Utah."
    assert names(text, "present") == ["Mayor Ada Brindle"]


def test_what_somebody_works_as_is_nobody() -> None:
    text = "Present:\nAda Brindle, Property Developer\nTom Orme, Site Owner\nUna Keld, At-Large"
    assert [(entry.name, entry.role) for entry in attendance(text)] == [
        ("Ada Brindle", "Property Developer"),
        ("Tom Orme", "Site Owner"),
        ("Una Keld", "At-Large"),
    ]


def test_initials_in_a_sentence_are_those_of_somebody_on_the_list() -> None:
    text = FRONT.replace("Cllr Wren Sallow", "Wren Sallow, Jo Tarn").replace(
        "The Chair welcomed everyone.", "Apologies were accepted from WS and JT."
    )
    excused = [entry.name for entry in minutes_of(text).attendance if entry.status == "apologies"]
    assert excused == ["Wren Sallow", "Jo Tarn"]
