"""Which items of other meetings belong to an item's thread, and the reason that is given."""

import pytest

from index.catalogue.registers import Heading
from index.threads import numbers, telling, thread
from index.titles import alike
from minutes.model import Meeting


def heading(id_: str, title: str, *, number: str | None = None, date: str = "2024-01-10") -> Heading:
    meeting = Meeting(organisation="Fenwold Parish Council", body="Amenities Committee", date=date)
    return Heading(id_, number, title, f"document of {date} {id_}", date, meeting)


@pytest.mark.parametrize(
    ("title", "other", "why"),
    [
        ("School transport", "SCHOOL TRANSPORT", "the same title"),
        ("School transport", "Update on school transport", "the same title"),
        ("Mill pond dredging", "Dredging of the mill pond – report", "the same title"),
        ("School transport", "School transport: taxi contracts", "the same words and more in its title"),
        ("School transport: taxi contracts", "School transport", "some of the same words as its title"),
        ("School transport", "School meals", None),
        ("Transport", "School transport", None),  # one word is too little to go by
        ("Apologies for absence", "Apologies for absence", None),
        ("Any other business", "Any other business", None),
        ("Matters arising from the minutes", "Matters arising", None),
        ("Old business", "Old business", None),
        ("Any other competent business", "Any other competent business", None),
        ("Declarations of pecuniary interest", "Declarations of pecuniary interest", None),
        ("Welcome and introductions", "Welcome and introductions", None),
        ("School attendance", "School attendance", "the same title"),
        ("Introduction of parking charges", "Introduction of parking charges", "the same title"),
        ("Climate emergency declaration", "Climate emergency declaration", "the same title"),
        ("Approval of the minutes of 5 March", "Approval of the minutes of 5 March", None),
        ("Clerk’s report", "Clerk’s report", None),  # of common words alone
    ],
)
def test_titles(title: str, other: str, why: str | None) -> None:
    assert alike(title, other) == why


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Minute 22/036 refers", {"22/036"}),
        ("22/036(a) Write to the County Council", {"22/036"}),
        ("see PC24/7 and 24/8-1", {"PC24/7", "24/8-1"}),
        ("item 12 on page 100", set()),
    ],
)
def test_numbers_that_a_text_names(text: str, named: set[str]) -> None:
    assert numbers(text) == named


@pytest.mark.parametrize(("number", "expected"), [("24/036", True), ("24/007", False), ("5.1", False), (None, False)])
def test_a_number_tells_an_item_from_others(number: str | None, expected: bool) -> None:
    held = [heading("a", "Culvert", number="24/036"), heading("b", "Pond", number="24/007")]
    held += [heading("c", "Shelter", number="24/007"), heading("d", "Gate", number="5.1")]
    assert telling(number, held) is expected


def test_a_thread_says_why() -> None:
    item = heading("now", "Flood alleviation", number="24/036")
    same = heading("same", "Flood alleviation", date="2024-03-10")
    naming = heading("naming", "Matters outstanding", date="2024-05-10")
    named = heading("named", "Culvert survey", number="22/011", date="2022-05-10")
    other = heading("other", "Allotments", date="2024-03-10")
    again = heading("again", "Flood alleviation")  # in another record of the same meeting
    held = [named, item, again, same, other, naming]
    assert thread(item, held, naming={"naming"}, named={"22/011"}) == {
        "named": "22/011 is named here",
        "same": "the same title",
        "naming": "it names 24/036",
    }
