"""Whose minutes these are where only their first lines say so."""

import pytest

from tests.extract.samples import minutes_of

PAID = "Larkhaven City Council has paid. The Council is well: the Council is Larkhaven City Council."


@pytest.mark.parametrize(
    ("head", "organisation", "body"),
    [
        ("# Larkhaven Lamp Campaign\n# Minutes of the meeting", "Larkhaven Lamp Campaign", None),
        ("Larkhaven Lamplighters Minutes of AGM held in the Old Forge", "Larkhaven Lamplighters", None),
        ("# Annual General Meeting of the Tarn Lamplighters, 12 March 2024", "Tarn Lamplighters", None),
        ("# Tarn Lamps Partnership\n# Executive Board", "Tarn Lamps Partnership", "Executive Board"),
        ("# Directors’ Meeting – Tarn Lamps CIC", "Tarn Lamps CIC", "Directors"),
        (
            "Tarnside Village Hall (Charity No. 123)\n# Trustees’ meeting",
            "Tarnside Village Hall",
            "Trustees",
        ),
        ("TARNSIDE WATER DISTRICT Minutes of the meeting", "Tarnside Water District", None),
        ("Friends of Tarn Library Board Meeting", "Friends of Tarn Library", "Board"),
        ("# XQCS committee meeting, 12 March 2024", "XQCS", "committee"),
        ("# XQCS Exec Minutes – Fri 12th March", "XQCS", "Exec"),
        ("# Overview and Scrutiny\n# Minutes of the meeting", "Larkhaven City Council", "City Council"),
        ("# FINANCE committee meeting, 12 March 2024", "Larkhaven City Council", "FINANCE committee"),
    ],
)
def test_the_head_goes_before_those_that_the_text_speaks_of(head: str, organisation: str, body: str | None) -> None:
    text = f"{head}\nMinutes, 12 March 2024\nPresent: Ada Brindle, Tom Orme\n# 1. Lamps\nIt was agreed.\n{PAID}"
    meeting = minutes_of(text).meeting
    assert (meeting.organisation, meeting.body) == (organisation, body)


def test_in_minutes_of_councillors_a_title_is_no_letterhead() -> None:
    text = "# Roads and Bridges\nMinutes of the meeting\nPresent: Councillor Ada Brindle\n# 1. Lamps\nIt was agreed."
    assert minutes_of(f"{text}\n{PAID}").meeting.organisation == "Larkhaven City Council"


def test_a_hall_where_they_met_is_not_the_organisation() -> None:
    text = "# Lamps Panel\nThursday 12 March 2024, Committee Room 2, Larkhaven Town Hall (hybrid)\nPresent: Una Keld"
    assert minutes_of(f"{text}\n# 1. Lamps\nIt was agreed.").meeting.organisation is None
