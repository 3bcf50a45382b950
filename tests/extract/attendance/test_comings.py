"""Whom somebody stood in for, who came late and who left early."""

import pytest

from minutes.model import Attendance
from tests.extract.samples import minutes_of

HEAD = """
# Fenwold Parish Council
Minutes of the meeting of the Amenities Committee held on Tuesday 12 March 2024
"""


def keld(text: str) -> Attendance:
    """What becomes of Una Keld."""
    people = minutes_of(f"{HEAD}{text}\n# 1. Gates\nThe Chair welcomed everyone.").attendance
    return next(person for person in people if person.name.endswith("Keld"))


@pytest.mark.parametrize(
    "text",
    [
        "Present: Mr Tom Orme, Ms Una Keld (substitute for Mr Jory Tay)",
        "Present: Mr Tom Orme, Ms Una Keld substituting for Mr Jory Tay",
        "Present: Mr Tom Orme\nSubstitutes: Ms Una Keld (for Mr Jory Tay)",
        "Present: Mr Tom Orme, Ms Una Keld\nMs Una Keld attended as substitute for Mr Jory Tay.",
    ],
)
def test_a_substitute_stands_in_for_somebody(text: str) -> None:
    person = keld(text)
    assert (person.name, person.capacity, person.substitute_for) == ("Ms Una Keld", "substitute", "Mr Jory Tay")


@pytest.mark.parametrize(
    ("text", "arrived", "left"),
    [
        ("Present: Una Keld (left after item 6)", None, "after item 6"),
        ("Present: Una Keld (from 7.15 pm), Tom Orme", "7.15 pm", None),
        ("Present: Una Keld (UK) Staff – arr 5.45pm", "5.45pm", None),
        ("Present: Una Keld, Tom Orme\n# 4. Hedges\nUna Keld left the meeting at 8.15 pm.", None, "at 8.15 pm"),
        ("Present: Una Keld (UK), Tom Orme (TO)\n# 4. Hedges\nUK left the meeting.", None, "item 4"),
        ("Present: Una Keld, Tom Orme\n# 4. Hedges\nUna Keld joined the meeting at 8.15 pm.", "at 8.15 pm", None),
        # for one item, and back again
        ("Present: Una Keld, Tom Orme\n# 4. Hedges\nUna Keld left the meeting for this item.", None, None),
        ("Present: Una Keld\n# 4. Hedges\nUna Keld left the meeting.\n# 5. Gate\nUna Keld returned.", None, None),
        # neither of two
        ("Present: Una Keld, Ida Keld\n# 4. Hedges\nMs Keld left the meeting at 8.15 pm.", None, None),
        ("Present: Una Keld, Tom Orme", None, None),
    ],
)
def test_when_somebody_came_and_left(text: str, arrived: str | None, left: str | None) -> None:
    person = keld(text)
    assert (person.arrived, person.left) == (arrived, left)


def test_who_came_instead_is_cited_where_the_name_stands() -> None:
    people = minutes_of(f"{HEAD}Present: Mr Tom Orme\nApologies: Mr Jory Tay (substituted by Ms Una Keld)").attendance
    keld = next(person for person in people if person.name == "Ms Una Keld")
    assert (keld.substitute_for, keld.citation and keld.citation.quote) == ("Mr Jory Tay", "Ms Una Keld")
