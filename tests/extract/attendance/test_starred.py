"""Lists in which an asterisk marks those who came."""

import pytest

from tests.extract.samples import minutes_of

HEAD = "# Fenwold County Council\nMinutes of a meeting of the Roads Committee held on 4 May 2031\n"
BUSINESS = "\n# 1. APOLOGIES\nNone.\n# 2. MINUTES\nRESOLVED – That the minutes be confirmed."


def people(text: str) -> list[tuple[str, str]]:
    return [(entry.name, entry.status) for entry in minutes_of(f"{HEAD}{text}{BUSINESS}").attendance]


ROWS = "| *Cllr Ada Brindle (Chair) | Fenwold |\n| *Cllr Tom Orme | Ashby |\n| Cllr Una Keld | Ashby |"


@pytest.mark.parametrize("key", ["An asterisk denotes those present.", "* Present", "Members present are shown by *"])
def test_those_with_an_asterisk_were_present(key: str) -> None:
    came = [("Cllr Ada Brindle", "present"), ("Cllr Tom Orme", "present"), ("Cllr Una Keld", "absent")]
    assert people(f"{key}\n{ROWS}\n**Officers in attendance:** Ian Frome (Clerk)") == [*came, ("Ian Frome", "present")]


def test_the_list_may_be_a_paragraph() -> None:
    told = people("Councillors *Ada Brindle (Chairman), Tom Orme, *Una Keld and *Osric Tay\n* denotes Member present")
    assert [status for _, status in told] == ["present", "absent", "present", "present"]


def test_an_asterisk_may_mark_those_who_were_absent() -> None:
    told = people(f"* indicates absence\n{ROWS}")
    assert [status for _, status in told] == ["absent", "absent", "present"]


@pytest.mark.parametrize("key", ["* joined remotely", "Cllr Brindle* was thanked.", ""])
def test_an_asterisk_that_says_something_else_tells_nothing(key: str) -> None:
    assert all(status == "present" for _, status in people(f"Present:\n{ROWS}\n{key}"))


def test_a_label_alone_in_its_row_is_of_all_columns() -> None:
    told = people("| Councillors present | |\n| Ada Brindle (Chair) | Una Keld |\n| Tom Orme | Mr Osric Tay |")
    assert told == [(name, "present") for name in ("Ada Brindle", "Una Keld", "Tom Orme", "Mr Osric Tay")]


def test_between_semicolons_commas_lead_to_what_each_is() -> None:
    told = people(
        "Also in attendance: Ivo Frome, Police, Fire and Crime Commissioner; Chief Constable Una Sallow; "
        "Ada Tay, Chief Executive, OFCC; Tom Keld, Director, Bishop Orme LLP (auditor)"
    )
    assert [name for name, _ in told] == ["Ivo Frome", "Chief Constable Una Sallow", "Ada Tay", "Tom Keld"]


LIST = "• Ada Brindle, chair (Fenwold Museum)\n• Tom Orme (Ashby Trust) *\n• Una Keld *\n• Osric Tay (Mill)\n"


def test_a_sign_behind_where_somebody_is_from_marks_regrets() -> None:
    told = people(f"{LIST}\n\\* = regrets")
    assert [status for _, status in told] == ["present", "apologies", "apologies", "present"]


def test_labels_between_lists_that_are_marked_name_nobody() -> None:
    told = people(f"Attendees marked with \\*\nMembers:\n{LIST}Guests of Una Brindle House:\n• Pip Frome *\n")
    assert told == [
        ("Ada Brindle", "absent"),
        ("Tom Orme", "present"),
        ("Una Keld", "present"),
        ("Osric Tay", "absent"),
        ("Pip Frome", "present"),
    ]
