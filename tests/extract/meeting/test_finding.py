"""Whether minutes are a draft, and the letters that a body goes by."""

import pytest

from tests.extract.samples import TOLD, minutes_of


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT MINUTES", "draft"),
        ("Minutes (to be confirmed)", "draft"),
        ("Unconfirmed minutes", "draft"),
        ("Confirmed minutes", "confirmed"),
        ("Minutes", None),
    ],
)
def test_status(line: str, status: str | None) -> None:
    text = f"# Fenwold Parish Council\n{line}\nMeeting held on 12 March 2024\nPresent: Ada Brindle\n{TOLD}"
    assert minutes_of(text).meeting.status == status


def test_an_organisation_and_its_body_may_act_by_the_letters_of_both() -> None:
    text = (
        "# Barge Joinery Governance Committee\n# Meeting minutes: 2024-03-12\nAttending: Una Keld, Tom Orme\n"
        "# Lessons\nUna read three Barge Joinery lessons. A Barge Joinery page is new. Barge Joinery grows.\n"
        "The BJGC agreed to approve the lesson on caulking.\n"
    )
    minutes = minutes_of(text)
    assert (minutes.meeting.organisation, minutes.meeting.body) == ("Barge Joinery", "Governance Committee")
    assert [one.text for one in minutes.decisions] == ["The BJGC agreed to approve the lesson on caulking."]
